"""Texts on the screen that leave their place: wider than their column, or out of the box or window they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.preview.camera import shown

SLACK = 1.5
"""Pixels by which rounding may differ."""
BELOW = 0.2
"""Of a letter's size: what a line has above a capital and below its foot."""
BOXES = ("QQuickRectangle", "QQuickAbstractButton")


def texts(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every text that can be seen."""
    return (item for item in shown(window.contentItem()) if item.inherits("QQuickText") and item.property("text"))


def bursting(window: QQuickWindow) -> Iterator[tuple[str, str]]:
    """What a text says that leaves its place, and how it does."""
    for item in texts(window):
        words = str(item.property("text"))
        if item.property("truncated"):
            yield words, "cut"
        elif float(item.property("contentWidth")) > item.width() + SLACK:
            yield words, "wider than its column"
        elif not _within(item, window.contentItem(), upright=False):
            yield words, "out of the window"
        elif any(not _within(item, box, upright=True) for box in _boxes(item)):
            yield words, "out of its box"


def _within(text: QQuickItem, box: QQuickItem, *, upright: bool) -> bool:
    """Whether the letters lie inside; their height counts only where nothing scrolls."""
    place = text.mapRectToItem(box, QRectF(0, 0, text.width(), float(text.property("contentHeight"))))
    inside = place.left() >= -SLACK and place.right() <= box.width() + SLACK
    room = BELOW * text.property("font").pixelSize()
    return inside and (not upright or (-room <= place.top() and place.bottom() <= box.height() + room))


def _boxes(text: QQuickItem) -> Iterator[QQuickItem]:
    """The boxes a text stands in; a part that scrolls is as long as it needs to be."""
    around = text.parentItem()
    while around is not None and not around.inherits("QQuickFlickable"):
        if any(around.inherits(kind) for kind in BOXES) and around.height() > 0:
            yield around
        around = around.parentItem()
