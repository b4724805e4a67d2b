"""Parts set one below the other on as many pages as they need, never cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


class Part(Protocol):
    """Something to be drawn; all lengths in dots."""

    def height(self, width: float) -> float: ...

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A part and how it stands: ``gap`` above it unless a page begins there, ``keep`` on one page with the next.

    With ``side`` set the part stands at the left edge, that wide, and what follows stands to its right until the page
    ends or an entry says ``below``.
    """

    part: Part
    gap: float = 0.0
    keep: bool = False
    side: float = 0.0
    below: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A part in its place on a page."""

    part: Part
    x: float
    y: float
    width: float

    def paint(self, painter: QPainter) -> None:
        self.part.paint(painter, self.x, self.y, self.width)


class Flow:
    """Fills pages. ``box`` is the room on each, ``gutter`` the space right of a part at the side."""

    def __init__(self, box: QRectF, gutter: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._box = box
        self._gutter = gutter
        self._y = box.top()
        self._indent = 0.0
        self._side_end = box.top()
        self._beside = False

    def set(self, entries: Sequence[Entry]) -> None:
        for place, entry in enumerate(entries):
            if entry.below:
                self._y, self._indent = max(self._y, self._side_end), 0.0
            if self._y + self._needed(entries[place:]) > self._box.bottom() and self.pages[-1]:
                self._turn()
            self._put(entry)

    def _put(self, entry: Entry) -> None:
        if self.pages[-1] and not self._beside:
            self._y += entry.gap
        self._beside = bool(entry.side)
        x, width = self._box.left() + self._indent, self._box.width() - self._indent
        if entry.side:
            x, width = self._box.left(), entry.side
            self._indent = entry.side + self._gutter
            self._side_end = self._y + entry.part.height(width)
        self.pages[-1].append(Placed(entry.part, x, self._y, width))
        self._y += 0.0 if entry.side else entry.part.height(width)

    def _needed(self, entries: Sequence[Entry]) -> float:
        """The room for the first of these and those it must not be parted from."""
        needed = 0.0
        for entry in entries:
            needed += entry.gap + entry.part.height(entry.side or self._box.width() - self._indent)
            if not entry.keep:
                break
        return needed

    def _turn(self) -> None:
        self.pages.append([])
        self._y = self._side_end = self._box.top()
        self._indent = 0.0
