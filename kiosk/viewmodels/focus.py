"""Where the keys are: a ring around it, the way to the next thing, and scanning with two switches."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import shiboken6
from PySide6.QtCore import Property, QCoreApplication, QMetaObject, QObject, QRectF, Qt, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.viewmodels import reach
from kiosk.viewmodels.access import Access

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

MARGIN_MM = 4.0
"""How much of the page shows around a thing that is scrolled into view."""
Where = tuple[str, str, str]
"""The page, what of it (the question, the treatment), what lies over it."""


@QmlElement
@QmlUncreatable("made by the application")
class Focus(QObject):
    """Follows the focus of the window and leads it. The ring shows while keys are in use, and never to who touches.

    Two switches scan by groups: the rows of a keyboard, and the tools of the bar, are one stop until they are entered.
    """

    moved = Signal()
    led = Signal()
    """Something else than keys and fingers has led the focus elsewhere: assistive technology, which sends no event."""

    def __init__(self) -> None:
        super().__init__()
        self._window: QQuickWindow | None = None
        self._where: Callable[[], Where] = lambda: ("", "", "")
        self._access: Access | None = None
        self._keyed = False
        self._was: Where | None = None
        self._last: QQuickItem | None = None
        self._behind: QQuickItem | None = None
        self._names: tuple[str, ...] = ()
        self._group: tuple[QQuickItem, ...] = ()
        self._ring = (QRectF(), 0.0, False)

    @Property(float, notify=moved)
    def x(self) -> float:
        return self._ring[0].x()

    @Property(float, notify=moved)
    def y(self) -> float:
        return self._ring[0].y()

    @Property(float, notify=moved)
    def width(self) -> float:
        return self._ring[0].width()

    @Property(float, notify=moved)
    def height(self) -> float:
        return self._ring[0].height()

    @Property(float, notify=moved)
    def radius(self) -> float:
        """How round the corners are of what the ring lies around."""
        return self._ring[1]

    @Property(bool, notify=moved)
    def shown(self) -> bool:
        return self._ring[2]

    @Property(str, notify=moved)
    def row(self) -> str:
        """What a group of keys holds, from its first to its last; empty when one thing alone has the focus."""
        if not self._group:
            return ""
        words = QCoreApplication.translate("Focus", "Row: %1 to %2")
        return words.replace("%1", said(self._group[0])).replace("%2", said(self._group[-1]))

    @property
    def keyed(self) -> bool:
        """Whether keys lead, and no finger."""
        return self._keyed

    @property
    def item(self) -> QQuickItem | None:
        """What has the focus; None when nothing that could."""
        found = self._window.activeFocusItem() if self._window else None
        return found if reach.is_stop(found) else None

    @property
    def on_button(self) -> bool:
        """Whether it is something that can be pressed."""
        return self.item is not None and self.item.property("visualFocus") is not None

    @property
    def field(self) -> QQuickItem | None:
        """Where letters would go on this page; of several fields the one that is being filled."""
        fields = [stop for stop in self._stops() if stop.objectName() == reach.FIELD]
        return next((field for field in fields if field.property("active") is True), fields[0] if fields else None)

    def watch(self, window: QQuickWindow, where: Callable[[], Where], access: Access) -> None:
        """Follows this window from now on. ``where`` changes when a page is another one."""
        self._window, self._where, self._access = window, where, access
        window.afterAnimating.connect(self.look)

    def touched(self) -> None:
        """A finger leads now."""
        self._keyed, self._group = False, ()
        self._draw()

    def by_keys(self) -> None:
        """Keys lead now."""
        self.look()
        self._keyed = True
        self._note()
        self._draw()

    def look(self) -> None:
        """After anything that may have changed the page: the focus goes where it belongs, the ring follows."""
        if self._window is None or not self._window.isActive():
            return  # nothing has the focus in a window that does not have it
        where, before = self._where(), self._was
        self._was = where
        if where != before:
            self._arrive(where, before or ("", "", ""))
        elif self._led():
            self.led.emit()
        elif self.item is None:
            self._recover()
        self._last = self._window.activeFocusItem() or self._last
        self._draw()

    def go(self, item: QQuickItem) -> None:
        """Gives an item the focus and shows it."""
        reason = Qt.FocusReason.TabFocusReason if self._keyed else Qt.FocusReason.OtherFocusReason
        self._group = ()
        item.forceActiveFocus(reason)
        reach.bring_into_view(item, MARGIN_MM * (self._access.pxPerMm if self._access else 1))
        self._last = item
        self._draw()

    def step(self, *, forward: bool) -> None:
        """To the next thing in reading order, or the one before it; past the last one to the first."""
        self.by_keys()
        stops = self._stops()
        if stops:
            at = stops.index(self.item) if self.item in stops else -1 if forward else 0
            self.go(stops[(at + (1 if forward else -1)) % len(stops)])

    def move(self) -> None:
        """One switch: to the next thing, or the next group; inside a group along it and then out of it again."""
        self.by_keys()
        groups = grouped(self._stops())
        here = next((group for group in groups if self.item in group), None)
        if here is None or self._group or len(here) == 1:
            at = groups.index(here) if here else -1
            self._to_group(groups[(at + 1) % len(groups)])
        elif here[-1] is self.item:
            self._to_group(here)
        else:
            self.go(here[here.index(self.item) + 1])

    def select(self) -> bool:
        """The other switch: into a group, or presses what has the focus. A field leads to the keyboard that fills it.
        False when there is nothing to press."""
        self.by_keys()
        item = self.item
        if item is None or not (self._group or self.on_button or item.objectName() == reach.FIELD):
            return False
        if self._group:
            self.go(self._group[0])
        elif not self._press(item):
            self._to_keys(item)
        return True

    def _press(self, item: QQuickItem) -> bool:
        """Presses a button; whether the page is another one now."""
        if self.on_button:
            QMetaObject.invokeMethod(item, "click")
            self.look()
        return self.item is not item

    def _to_keys(self, item: QQuickItem) -> None:
        """From a key, a tool or a field to where the next one is looked for: the first row of the keys, the tools."""
        groups = grouped(self._stops())
        whole = _group_of(item)[0]
        if item.objectName() == reach.FIELD:
            whole = next((keys for group in groups if (keys := reach.within(group[0], reach.KEYS))), whole)
        self._to_group(next(group for group in groups if _group_of(group[0])[0] is whole))

    def _to_group(self, group: tuple[QQuickItem, ...]) -> None:
        self.go(group[0])
        self._group = group if len(group) > 1 else ()
        self._draw()

    def _stops(self) -> tuple[QQuickItem, ...]:
        if self._window is None or self._access is None:
            return ()
        return reach.stops(self._window.contentItem(), mirrored=self._access.mirrored)

    def _arrive(self, where: Where, before: Where) -> None:
        same, covered, uncovered = where[:2] == before[:2], where[2] and not before[2], before[2] and not where[2]
        if same and covered:
            self._behind = self._last
        back = self._behind if same and uncovered else None
        if not same or uncovered:
            self._behind = None
        if back is not None and reach.is_stop(back):
            self.go(back)
        else:
            self.to_heading()

    def _led(self) -> bool:
        """Whether the focus is at another thing than it was led to, be it a text that only assistive technology
        finds."""
        here = self._window.activeFocusItem() if self._window else None
        return here is not None and here is not self._last and not here.isFocusScope() and here.isVisible()

    def to_heading(self) -> None:
        """To the title of the page, or of what lies over it."""
        stops = self._stops()
        if stops:
            self.go(next((stop for stop in stops if stop.objectName() == reach.HEADING), stops[0]))

    def _note(self) -> None:
        """Remembers what leads up to the focus, by name: a list that changes makes all of its rows anew."""
        stops = self._stops()
        if self.item in stops:
            self._names = tuple(said(stop) for stop in stops[: stops.index(self.item) + 1])

    def _recover(self) -> None:
        """What had the focus is gone: to the same thing made anew, or the nearest one before it."""
        named = {said(stop): stop for stop in self._stops() if said(stop)}
        found = next((named[name] for name in reversed(self._names) if name in named), None)
        if self._keyed and found is not None:
            self.go(found)
        else:
            self.to_heading()

    def _draw(self) -> None:
        item = self.item
        rect = ringed(item) if item else QRectF()
        for other in self._group:
            rect = rect.united(reach.seen(other)) if shiboken6.isValid(other) else rect
        radius = item.property("radius") if item else None
        ring = (rect, float(radius) if isinstance(radius, int | float) else 0.0, self._keyed and item is not None)
        if ring != self._ring:
            self._ring = ring
            self.moved.emit()


def ringed(item: QQuickItem) -> QRectF:
    """What the ring lies around: the thing without what it keeps out above, with the room it wants beside."""
    above, room = item.property("ringAbove") or 0, item.property("ringRoom") or 0
    return reach.seen(item).adjusted(-room, above - room, room, room)


def said(item: QQuickItem) -> str:
    """What a thing on the screen is called by those who listen."""
    return item.property("says") or item.property("text") or item.property("label") or ""


def grouped(stops: tuple[QQuickItem, ...]) -> list[tuple[QQuickItem, ...]]:
    """What two switches step through: single things, the rows of a keyboard, the tools of the bar."""
    return [tuple(group) for _, group in groupby(stops, _group_of)]


def _group_of(stop: QQuickItem) -> tuple[object, float]:
    keys, tools = reach.within(stop, reach.KEYS), reach.within(stop, reach.TOOLS)
    return (keys, round(reach.place(stop).y())) if keys else (tools, 0.0) if tools else (stop, 0.0)
