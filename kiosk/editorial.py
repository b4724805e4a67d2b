"""The commands about the content: its versions, who signs it off, whether its translations are true."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.office.opening import SHIPPED
from kiosk.settings import default_data

content_app = typer.Typer(
    help="The content: sign it off, keep its translations true; its versions, also while the kiosk runs.",
    rich_markup_mode=None,
)

Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Where keys and records are kept.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it.", show_default="who is logged in")]


@content_app.command("publish")
def publish(
    content: Annotated[Path, typer.Argument(help="The content folder.", show_default="the shipped one")] = SHIPPED,
    by: By = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What changed, in a few words.")] = "",
    activate: Annotated[bool, typer.Option("--activate", help="Patients see it from now on.")] = False,
    data: Data = None,
) -> None:
    """Checks a folder and keeps a copy of it as a version. Exit code 1 and all mistakes when it is not sound."""
    from kiosk.office import editions  # noqa: PLC0415

    raise typer.Exit(editions.publish(data or default_data(), content, by, note, activate=activate))


@content_app.command("activate")
def activate(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="Its name or the beginning of it, or “shipped”.")],
    at: Annotated[
        str, typer.Option("--at", metavar="DATE", help="Not before: 2026-12-01, or “2026-12-01 08:00”.")
    ] = "",
    by: By = "",
    data: Data = None,
) -> None:
    """Lets patients see a version, now or from a date on; the kiosk waits until nobody is there."""
    from kiosk.office import editions  # noqa: PLC0415

    raise typer.Exit(editions.activate(data or default_data(), version, at, by))


@content_app.command("rollback")
def rollback(by: By = "", data: Data = None) -> None:
    """Goes back to the version before; a second time one step further. A plan for later ends with it."""
    from kiosk.office import editions  # noqa: PLC0415

    raise typer.Exit(editions.rollback(data or default_data(), by))


@content_app.command("list")
def list_versions(
    data: Data = None,
    as_json: Annotated[bool, typer.Option("--json", help="As a list of objects, for programs.")] = False,
) -> None:
    """Lists the versions, newest first: who, when, what changed."""
    from kiosk.office import editions  # noqa: PLC0415

    raise typer.Exit(editions.list_versions(data or default_data(), as_json=as_json))


@content_app.command("prune")
def prune(data: Data = None) -> None:
    """Deletes old versions that no stored record names; a running kiosk does it by itself."""
    from kiosk.office import editions  # noqa: PLC0415

    raise typer.Exit(editions.prune(data or default_data()))


ContentFiles = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of a content folder.")]


@content_app.command("sign")
def sign(
    files: ContentFiles,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="The clinician who has read them.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day, like 2026-03-01; today without it.")] = "",
) -> None:
    """Writes into each file who signed it off. When its text changes, that holds no longer."""
    from kiosk.office import signing  # noqa: PLC0415

    raise typer.Exit(signing.sign(files, by, on, datetime.now().astimezone().date()))


@content_app.command("translated")
def translated(files: ContentFiles) -> None:
    """Writes into each translation that it fits its original as that is now."""
    from kiosk.office import signing  # noqa: PLC0415

    raise typer.Exit(signing.fits(files))
