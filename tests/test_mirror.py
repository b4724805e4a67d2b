"""In a language that is written from right to left every patient page is the mirror image of the English one.

Both are the same sentences here, so that each part of a page must lie as far from the right edge as it otherwise does
from the left one. What has its own sides stays as it is: keys, digits and the drawing of a face.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from audit import aligned, below, placed
from conftest import EVERY_TYPE, close
from finger import Finger
from matrix import WAYS, opened, shipped_pages, typed_pages
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem
from test_pictures import is_as_pictured, patient_pages
from tongues import LEFTWARD, loaded

import kiosk.contents

PAINTED = ("QQuickText", "QQuickRectangle", "QQuickImage", "QQuickAbstractButton")
KEEPING = ("Keyboard", "NumberPad", "FaceMap")
"""What is not turned round."""
POINTING = ("arrow-left", "arrow-right", "chevron-right", "send")
UNLIKE = ("language ", "time ", "dateTime ")
"""Pages that differ: another language has the tick, and its country's clock knows no halves of the day."""
PICTURED = ("Home", "choice", "several", "map", "string", "Review")
Turned = Callable[..., Finger]
NEAR = 2.0
"""Pixels that rounding may take."""


@dataclass(frozen=True)
class Part:
    """Something painted: what it is, where, whether it is drawn the other way round, and where its words begin.

    ``within`` is the place of the keys or the drawing it belongs to."""

    kind: str
    words: str
    rect: QRectF
    turned: bool
    across: float | None
    within: QRectF | None

    @property
    def icon(self) -> bool:
        return self.kind == "Icon"


def parts(finger: Finger) -> list[Part]:
    """What the page and the bar are made of, from the back to the front."""
    return [part(item) for item in below(finger.window.contentItem()) if painted(item)]


def painted(item: QQuickItem) -> bool:
    return any(item.inherits(each) for each in PAINTED) and item.property("focused") is None and item.width() > 0


def part(item: QQuickItem) -> Part:
    text = item.inherits("QQuickText")
    name = item.property("name") if text and item.property("turned") is not None else None
    owner = next((each for each in above(item) if each.inherits("QQuickAbstractButton")), item)
    words = f"{name or item.property('text') or ''} | {owner.property('says') or ''}".strip(" |")
    turned = item.mapToScene(QPointF(0, 0)).x() > item.mapToScene(QPointF(1, 0)).x()
    keeping = next((each for each in above(item) if kind(each) in KEEPING), None)
    return Part(
        "Icon" if name is not None else kind(item),
        words,
        placed(item),
        turned,
        aligned(item)[0] if text else None,
        placed(keeping) if keeping else None,
    )


def kind(item: QQuickItem) -> str:
    """The file it is made by."""
    return item.metaObject().className().split("_")[0]


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    while (item := item.parentItem()) is not None:
        yield item


def unlike(there: Part, here: Part, width: float) -> str:
    """What is no mirror image about a part, or nothing."""
    if there.words != here.words:
        return ""  # dates and the names of languages differ
    if there.within and here.within:
        moved = (here.rect.x() - here.within.x()) - (there.rect.x() - there.within.x())
        return "" if abs(moved) <= NEAR else f"is turned round by {moved:.0f} px"
    off = width - there.rect.center().x() - here.rect.center().x()
    if abs(off) > NEAR:
        return f"{off:.0f} px off: {there.rect} {here.rect}"
    if there.across is not None and here.across is not None and there.across + here.across != 1:
        return f"begins at {here.across} of its place"
    if there.kind == "Icon" and here.turned is not (there.words.split(" | ")[0] in POINTING):
        return "points the wrong way"
    return ""


def states(finger: Finger, form: Path | None, language: str) -> Iterator[tuple[str, list[Part]]]:
    access = finger.desk.access
    for page in (typed_pages if form else shipped_pages)(finger, language):
        for lowered in (False, True):
            if access.lowered is not lowered:
                access.lower()
            for size in (1, 3):
                access.resize(size)
                finger.settle()
                yield f"{page} {size}{'L' if lowered else ''}", parts(finger)
        access.lower()
        access.resize(1)
        finger.settle()


@pytest.fixture
def turned(qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Turned]:
    """Opens a kiosk that speaks a language from right to left, too."""
    monkeypatch.setattr(kiosk.contents, "load", loaded)
    running: list[Finger] = []

    def begin(way: str, form: Path | None = None) -> Finger:
        running.append(opened(tmp_path, WAYS[way], form))
        return running[-1]

    yield begin
    close(running)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", [None, EVERY_TYPE], ids=["shipped", "types"])
def test_a_page_from_right_to_left_is_the_mirror_image(turned: Turned, way: str, form: Path | None) -> None:
    finger = turned(way, form)
    english = dict(states(finger, form, "en"))
    found: dict[str, str] = {}
    for page, now in states(finger, form, LEFTWARD):
        then = english.pop(page)
        if page.startswith(UNLIKE):
            continue
        assert [each.kind for each in then] == [each.kind for each in now], page
        for there, here in zip(then, now, strict=True):
            if told := unlike(there, here, finger.window.width()):
                found.setdefault(f"{there.kind} {there.words[:40]!r} {told}", page)
    assert not found, "\n".join(f"{what}  on {page}" for what, page in found.items())
    assert not english


def test_pages_from_right_to_left_look_as_they_did(turned: Turned) -> None:
    finger = turned("upright")
    for name in patient_pages(finger, LEFTWARD):
        if name in PICTURED:
            is_as_pictured(finger, "right-to-left", name)


def test_a_slider_grows_from_the_right(turned: Turned) -> None:
    """More is to the left, and a touch there says so."""
    finger = turned("upright", EVERY_TYPE)
    pages = typed_pages(finger, LEFTWARD)
    next(page for page in pages if page.startswith("slider "))
    finger.settle()
    track = next(thing.object() for thing in finger.things() if thing.role() is QAccessible.Role.Slider)
    place = placed(track)
    finger._touch(QPoint(int(place.left() + place.width() * 0.1), int(place.center().y())))
    assert finger.desk.asking.ratio > 0.8
    pages.close()
