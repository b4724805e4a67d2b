"""The command line, one function a command. Errors are one sentence and what to do; a traceback only with --debug."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from kiosk.office.opening import SHIPPED, Opening, open_kiosk, parsed_size
from kiosk.office.terminal import TROUBLE, told
from kiosk.settings import default_data

app = typer.Typer(
    help="The waiting-room kiosk. Without a command it opens the screen.",
    epilog="Add --debug to any command to see where it failed.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
records_app = typer.Typer(
    help="The sent records: list, show, export. Asks for a passphrase; without a terminal it is a line of the input.",
    rich_markup_mode=None,
)
app.add_typer(records_app, name="records")

Windowed = Annotated[bool, typer.Option("--windowed", help="In a window instead of the whole screen.")]
Size = Annotated[str, typer.Option("--size", metavar="WIDTHxHEIGHT", help="Size in pixels, e.g. 1080x1920.")]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Where keys and records are kept.")]
Content = Annotated[
    Path, typer.Option("--content", metavar="DIR", help="The clinic's content folder.", show_default="the shipped one")
]
Demo = Annotated[bool, typer.Option("--demo", help="A demonstration in a throw-away folder; nothing is kept.")]
Name = Annotated[str, typer.Option("--staff", metavar="NAME", help="The staff member's name.")]
FORMATS = ("fhir", "pdf", "age")


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    windowed: Windowed = False,
    size: Size = "",
    data: Data = None,
    content: Content = SHIPPED,
    demo: Demo = False,
) -> None:
    """Opens the kiosk."""
    if context.invoked_subcommand is None:
        run(windowed=windowed, size=size, data=data, content=content, demo=demo)
    if windowed or size or data or demo or content != SHIPPED:
        raise typer.BadParameter(f"write its options behind “{context.invoked_subcommand}”, not before")


@app.command()
def run(
    windowed: Windowed = False, size: Size = "", data: Data = None, content: Content = SHIPPED, demo: Demo = False
) -> None:
    """Opens the kiosk (this is what happens without a command)."""
    if demo and data:
        raise typer.BadParameter("a demonstration keeps nothing, so it takes no --data", param_hint="--demo")
    try:
        pixels = parsed_size(size) if size else None
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--size") from problem
    raise typer.Exit(open_kiosk(Opening(data, content, pixels, windowed, demo)))


@app.command()
def setup(
    data: Data = None,
    staff: Name = "",
    kiosk: Annotated[str, typer.Option("--kiosk", metavar="NAME", help="This kiosk's name in its records.")] = "",
) -> None:
    """Makes the clinic's keys: a passphrase and a recovery key, each shown once."""
    from kiosk.office import founding  # noqa: PLC0415 (only what a command needs)

    raise typer.Exit(founding.setup(data or default_data(), staff, kiosk))


@app.command()
def check(
    content: Annotated[Path, typer.Argument(help="The content folder.", show_default="the shipped one")] = SHIPPED,
    as_json: Annotated[bool, typer.Option("--json", help="As a list of objects, for programs.")] = False,
) -> None:
    """Says what is wrong with the content: file, line, column and a sentence each. Exit code 1 on errors."""
    from kiosk.office import checking  # noqa: PLC0415

    raise typer.Exit(checking.check(content, as_json=as_json))


@records_app.command("list")
def list_records(data: Data = None, staff: Name = "") -> None:
    """Lists the records, newest first: time, code, state, gravest alert."""
    from kiosk.office import records  # noqa: PLC0415

    with records.unlocked(data or default_data(), staff) as desk:
        raise typer.Exit(records.list_all(desk))


@records_app.command("show")
def show_record(
    code: Annotated[list[str], typer.Argument(metavar="CODE", help="The claim code, e.g. MAPLE 27.")],
    data: Data = None,
    staff: Name = "",
) -> None:
    """Shows one record, alerts first."""
    from kiosk.office import records  # noqa: PLC0415

    with records.unlocked(data or default_data(), staff) as desk:
        raise typer.Exit(records.show(desk, " ".join(code)))


@records_app.command("export")
def export_records(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write into.")],
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="A FHIR bundle, PDFs, or sealed files.")
    ] = "fhir",
    code: Annotated[str, typer.Option("--code", metavar="CODE", help="Only the record with this claim code.")] = "",
    data: Data = None,
    content: Content = SHIPPED,
    staff: Name = "",
) -> None:
    """Writes records out: all answers as one FHIR bundle, a PDF each, or the sealed files themselves."""
    from kiosk.office import export, records  # noqa: PLC0415

    if form not in FORMATS:
        raise typer.BadParameter(f"choose one of {', '.join(FORMATS)}", param_hint="--format")
    with records.unlocked(data or default_data(), staff) as desk:
        raise typer.Exit(export.export(desk, form, out, code, content))


def main(arguments: list[str]) -> int:
    """Runs a command line; the exit code: 0 done, 1 it could not be done, 2 it was not understood."""
    rest = [argument for argument in arguments if argument != "--debug"]
    return told(lambda: _parsed(rest), debug="--debug" in arguments)


def _parsed(arguments: list[str]) -> int:
    try:
        get_command(app)(args=arguments, prog_name="main.py")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else TROUBLE
    return 0
