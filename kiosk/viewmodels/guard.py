"""Stands between the hands and the window: feeds the idle clock, stops double taps, held keys and a closing window."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.viewmodels.desk import Desk
from kiosk.viewmodels.hands import Hands

TWICE = 0.3
"""Seconds within which a second touch on the same place is a tremor, not a wish (LOOK section 4)."""
SAME_PLACE_MM = 12.0
PRESSES = (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
RELEASES = (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease)
MOVES = (QEvent.Type.TouchUpdate, QEvent.Type.MouseMove)
INPUTS = (
    *PRESSES,
    *RELEASES,
    *MOVES,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
)
"""What hands can do."""
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class Guard(QObject):
    """An event filter for the window. What is named "keys" (the keyboard, the number pad, the box for a
    signature) may be touched again as fast as one likes."""

    def __init__(self, window: QQuickWindow, desk: Desk, monotonic: Callable[[], float], *, closable: bool) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._monotonic = monotonic
        self._last = (-1.0, QPointF(), False)
        self._dropping = False
        self._hands = Hands(window, desk)
        self.closable = closable
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in INPUTS and self._desk.deaf:
            return True
        if kind in PRESSES and isinstance(event, QTouchEvent | QMouseEvent):
            return self._press(event)
        if self._dropping and kind in (*RELEASES, *MOVES):
            self._dropping = kind not in RELEASES
            return True
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind == QEvent.Type.Close and not self.closable:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QTouchEvent | QMouseEvent) -> bool:
        now, place = self._monotonic(), event.points()[0].position()
        before, last, was_key = self._last
        self._last = (now, place, self._on_keys(place))
        self._desk.activity()
        near = hypot(place.x() - last.x(), place.y() - last.y()) <= SAME_PLACE_MM * self._desk.access.pxPerMm
        # Both touches must be of a keyboard: the first one may have opened it under the finger.
        typing = was_key and self._last[2]
        self._dropping = now - before < TWICE and near and not typing
        return self._dropping

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._hands.press(event):
            self._desk.activity()
            return True
        if event.isAutoRepeat():
            return True
        self._desk.activity()
        if event.key() not in ENTERS:
            return False
        space = QKeyEvent(event.type(), Qt.Key.Key_Space, event.modifiers(), " ")
        QCoreApplication.sendEvent(self._window, space)
        return True

    def _on_keys(self, place: QPointF) -> bool:
        pads = self._window.findChildren(QQuickItem, "keys")
        return not self._desk.cover and any(pad.isVisible() and pad.contains(pad.mapFromScene(place)) for pad in pads)
