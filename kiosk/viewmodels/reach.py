"""What the keys can reach on the screen, in the order it is read: along the rows, from the top down."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

HALF = 0.5
"""How much of its height a thing shares with another that stands in the same row."""
FIELD, HEADING, KEYS, TOOLS = "field", "heading", "keys", "tools"
"""The names by which the screens mark where letters go, a page's title, a keyboard and the bar."""


@dataclass(frozen=True)
class Part:
    """A part of the screen: the stops in it, and where it shows in the window."""

    stops: tuple[QQuickItem, ...]
    place: QRectF


def is_stop(item: QQuickItem | None) -> bool:
    """Whether the focus can rest here now."""
    return (
        item is not None
        and shiboken6.isValid(item)
        and item.parentItem() is not None
        and item.activeFocusOnTab()
        and item.isVisible()
        and item.isEnabled()
        and item.width() > 0
        and item.height() > 0
    )


def stops(root: QQuickItem, *, mirrored: bool = False) -> tuple[QQuickItem, ...]:
    """Everything below an item where the focus can rest. What lies behind a cover is disabled, and so is no stop."""
    part = _part(root, mirrored)
    return part.stops if part else ()


def place(item: QQuickItem) -> QRectF:
    """Where it shows in its window, scrolled away or not."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def seen(item: QQuickItem) -> QRectF:
    """What of it shows: the part of the page that scrolls it may be smaller."""
    shown, above = place(item), item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable"):
            shown = shown.intersected(place(above))
        above = above.parentItem()
    return shown


def within(item: QQuickItem, name: str) -> QQuickItem | None:
    """The thing of that name which holds the item."""
    above = item.parentItem()
    while above is not None and above.objectName() != name:
        above = above.parentItem()
    return above


def bring_into_view(item: QQuickItem, margin: float) -> None:
    """Scrolls every long part of the page around the item until it shows, with so many pixels around it."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable"):
            _scroll(above, item.mapRectToItem(above, QRectF(0, 0, item.width(), item.height())), margin)
        above = above.parentItem()


def scroll(window: QQuickWindow, share: float) -> bool:
    """Moves whatever is longer than its place by so many heights of what shows of it; False when nothing is."""
    long = [each for each in window.findChildren(QQuickItem) if is_long(each)]
    for part in long:
        last = part.property("contentHeight") - part.height()
        part.setProperty("contentY", min(max(part.property("contentY") + share * part.height(), 0), last))
    return bool(long)


def is_long(item: QQuickItem) -> bool:
    """Whether it shows a part of something longer."""
    return (
        item.inherits("QQuickFlickable")
        and item.isVisible()
        and item.isEnabled()
        and item.property("contentHeight") > item.height() + 1
    )


def _scroll(flickable: QQuickItem, shown: QRectF, margin: float) -> None:
    at, room = flickable.property("contentY"), flickable.height()
    margin = max(0, min(margin, (room - shown.height()) / 2))
    top, bottom = shown.top() - margin, shown.bottom() + margin - room
    by = top if top < 0 or bottom > top else max(bottom, 0)
    last = max(0, flickable.property("contentHeight") - room)
    flickable.setProperty("contentY", min(max(at + by, 0), last))


def _part(item: QQuickItem, mirrored: bool) -> Part | None:
    if not item.isVisible() or not item.isEnabled():
        return None
    if is_stop(item):
        return Part((item,), place(item))
    found = [part for child in item.childItems() if (part := _part(child, mirrored))]
    if not found:
        return None
    # The parts of a whole page are read as they are written: what it is about, its work, the ways on.
    ordered = found if item.isFocusScope() else _by_rows(found, mirrored)
    bounds = QRectF()
    for part in found:
        bounds = bounds.united(part.place)
    shown = place(item) if item.inherits("QQuickFlickable") else bounds
    return Part(tuple(stop for part in ordered for stop in part.stops), shown)


def _by_rows(parts: list[Part], mirrored: bool) -> list[Part]:
    rows: list[list[Part]] = []
    for part in sorted(parts, key=lambda part: part.place.top()):
        if rows and _beside(rows[-1][0].place, part.place):
            rows[-1].append(part)
        else:
            rows.append([part])
    side = (lambda part: -part.place.right()) if mirrored else (lambda part: part.place.left())
    return [part for row in rows for part in sorted(row, key=side)]


def _beside(one: QRectF, other: QRectF) -> bool:
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    return shared > HALF * min(one.height(), other.height())
