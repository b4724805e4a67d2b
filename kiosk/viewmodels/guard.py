"""Stands between the hands and the window: feeds the idle clock, stops double taps, held keys and a closing window."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.viewmodels.desk import Desk
from kiosk.viewmodels.hands import Hands
from kiosk.viewmodels.keys import Keys

TWICE = 0.3
"""Seconds within which a second touch on the same place is a tremor, not a wish (LOOK section 4)."""
STRUCK_TWICE = 0.5
"""Seconds within which a second press of the same key is a tremor, where the kiosk is set so (EN 301 549 5.8)."""
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
    signature) may be touched again as fast as one likes. With ``double_strike`` no key may."""

    def __init__(
        self,
        window: QQuickWindow,
        desk: Desk,
        monotonic: Callable[[], float],
        *,
        closable: bool,
        double_strike: bool = False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._monotonic = monotonic
        self._last = (-1.0, QPointF(), False)
        self._dropping = False
        self._struck = (0, -1.0)
        desk.focus.watch(window, lambda: desk.where, desk.access)
        self._hands = Hands(window, desk, desk.focus)
        self.keys = Keys(window, desk, desk.focus)
        self.closable = closable
        self.double_strike = double_strike
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
        self._desk.focus.touched()
        near = hypot(place.x() - last.x(), place.y() - last.y()) <= SAME_PLACE_MM * self._desk.access.pxPerMm
        # Both touches must be of a keyboard: the first one may have opened it under the finger.
        typing = was_key and self._last[2]
        self._dropping = now - before < TWICE and near and not typing
        return self._dropping

    def _key(self, event: QKeyEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and not event.isAutoRepeat() and self._strikes_again(event):
            return True
        means = self.keys.press if self._desk.patient else self._hands.press
        if pressed and means(event):
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

    def _strikes_again(self, event: QKeyEvent) -> bool:
        now, (key, before) = self._monotonic(), self._struck
        self._struck = (event.key(), now)
        return self.double_strike and key == event.key() and now - before < STRUCK_TWICE

    def _on_keys(self, place: QPointF) -> bool:
        pads = self._window.findChildren(QQuickItem, "keys")
        return not self._desk.cover and any(pad.isVisible() and pad.contains(pad.mapFromScene(place)) for pad in pads)
