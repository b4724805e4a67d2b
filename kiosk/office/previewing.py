"""Makes the preview at a terminal, and says what came out and what was left out."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.inspection import inspect
from kiosk.machine import Trouble
from kiosk.office.checking import number
from kiosk.office.drawing import drawing, measure
from kiosk.office.terminal import DONE, TROUBLE, complain, plain, say
from kiosk.settings import default_data, read_settings

if TYPE_CHECKING:
    from kiosk.content.problem import Problem
    from kiosk.preview.making import Made

REFERENCE = (1080, 1920)
"""The panel the screens were drawn for, in pixels; taken where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: sizes and contrasts by their names, ``languages`` empty for all."""

    content: Path
    out: Path
    sizes: Sequence[str]
    contrasts: Sequence[str]
    languages: Sequence[str] = ()
    size: tuple[int, int] | None = None
    landscape: bool = False
    lowered: bool = False
    against: Path | None = None
    data: Path | None = None


def preview(request: Request) -> int:
    """Writes the preview; 1 when the content has errors. Raises Trouble, BadSettings or OSError."""
    for folder in (request.content, request.against):
        if folder and not folder.is_dir():
            raise Trouble(f"{folder} is no folder. Name the content folder to look at.")
    drawing()
    from kiosk.preview import album, folder, index, making, remarks  # noqa: PLC0415
    from kiosk.preview.published import published  # noqa: PLC0415
    from kiosk.preview.tour import Look  # noqa: PLC0415

    data = request.data or default_data()
    sizes, contrasts = map(album.SIZES.index, request.sizes), [*map(album.CONTRASTS.index, request.contrasts)]
    wish = making.Wish(
        request.content.absolute(),
        tuple(Look(size, contrast, request.lowered) for size in sizes for contrast in contrasts),
        turned(request.size or REFERENCE, landscape=request.landscape),
        read_settings(data).inches,
        tuple(request.languages),
        request.against or published(data),
        say,
    )
    with quietly(), folder.whole(request.out) as made_in:
        made = making.make(wish, made_in)
        today = datetime.now().astimezone().date()
        problems = inspect(request.content, today=today, measure=measure(request.content)).problems
        text = index.Index(
            clinic=made.loaded.library.clinic.name,
            pages=album.pages(made.shown),
            remarks=remarks.by_page(wish.content, made.loaded.library, problems),
            missed=made.missed,
            size=wish.size,
            compared=wish.against is not None,
            made=datetime.now().astimezone(),
            languages=made.languages,
        ).html()
        (made_in / folder.INDEX).write_text(text, encoding="utf-8")
    return _told(request, made, problems)


def turned(size: tuple[int, int], *, landscape: bool) -> tuple[int, int]:
    """The same panel lying on its side."""
    return (max(size), min(size)) if landscape else size


@contextmanager
def quietly() -> Iterator[None]:
    """The kiosk within says nothing of its content, which is told at the end."""
    log = logging.getLogger("kiosk")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _told(request: Request, made: Made, problems: Sequence[Problem]) -> int:
    """The closing lines: what was made, where to look, and what nobody sees because of an error."""
    errors = [problem for problem in problems if problem.level == "error"]
    for problem in errors:
        complain(plain(str(problem)))
    if errors:
        files = ", ".join(dict.fromkeys(problem.file for problem in errors))
        complain(plain(f"What has an error is left out of the pictures, as it would be for patients: {files}."))
    if made.missed:
        sentence = "These questions are not pictured, for no answers were found under which they show"
        complain(plain(f"{sentence}: {', '.join(made.missed)}."))
    say(f"{number(made.count, 'picture')} of {number(made.pages, 'page')}. Open {request.out / 'index.html'} to look.")
    return TROUBLE if errors else DONE
