"""Takes the pictures of a page: as it opens, and further down as far as it goes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QThread
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

MOST_VIEWS = 24
"""Pictures of one page; a page of the largest file at the largest text has fewer."""


MOST_WAITS = 1_000
"""Milliseconds that pictures within a page may take."""


class Camera:
    """In front of the window of a running kiosk."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window

    def views(self) -> Iterator[QImage]:
        """The page as it stands now, then each part of it that "See more" leads to. It ends where it began."""
        yield self._picture()
        long = self._long_part()
        if long is None:
            return
        began = long.property("contentY")
        for _ in range(MOST_VIEWS):
            at, end = long.property("contentY"), long.property("contentHeight") - long.height()
            if at >= end - 1:
                break
            long.setProperty("contentY", min(at + (long.property("step") or long.height()), end))
            yield self._picture()
        long.setProperty("contentY", began)

    def _picture(self) -> QImage:
        """Things find their places when a picture is made, so the second one counts."""
        self._look()
        for _ in range(MOST_WAITS):
            if not any(_arrives(part) for part in shown(self._window.contentItem())):
                break
            QThread.msleep(1)
            self._look()
        return self._look()

    def _look(self) -> QImage:
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QGuiApplication.processEvents()
        return self._window.grabWindow()

    def _long_part(self) -> QQuickItem | None:
        """What is longer than its place and can be used: what lies behind a cover cannot."""
        parts = shown(self._window.contentItem())
        return next((part for part in parts if part.inherits("QQuickFlickable") and _is_long(part)), None)


def shown(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and all below it that can be seen."""
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from shown(child)


def _arrives(part: QQuickItem) -> bool:
    """Whether it is a picture on its way: what stands in an address itself, such as a code to scan, comes later."""
    return bool(
        part.inherits("QQuickImage") and not part.property("source").isEmpty() and part.property("progress") < 1
    )


def _is_long(part: QQuickItem) -> bool:
    return bool(part.isVisible() and part.isEnabled() and part.property("contentHeight") > part.height() + 1)
