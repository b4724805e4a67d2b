"""Where two pictures of a page differ, as boxes that can be drawn around it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QImage, QPainter

ROUNDING = 40
"""Levels of 255: the software renderer repaints only what has changed, so soft edges depend by some levels (20 were
seen) on what stood there before. Another letter makes 100."""
APART = 48
"""Rows of pixels without a difference that part two boxes."""
MARKED = bytes(int(level > ROUNDING) for level in range(256))


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture, in parts of its width and height from 0.0 to 1.0."""

    left: float
    top: float
    width: float
    height: float


def boxes(now: QImage, then: QImage) -> tuple[Box, ...]:
    """The parts that differ, from the top down; none when nobody could see a difference. A picture of another size
    differs as a whole."""
    if now.size() != then.size():
        return (Box(0, 0, 1, 1),)
    if now == then:
        return ()
    marks = _marks(now, then)
    width, height = now.width(), now.height()
    rows = [row for row in range(height) if marks[row].find(1) >= 0]
    found = []
    for first, last in _runs(rows):
        spans = [(marks[row].find(1), marks[row].rfind(1)) for row in range(first, last + 1) if 1 in marks[row]]
        left, right = min(span[0] for span in spans), max(span[1] for span in spans)
        found.append(Box(left / width, first / height, (right - left + 1) / width, (last - first + 1) / height))
    return tuple(found)


def _marks(now: QImage, then: QImage) -> list[bytes]:
    """Each row of pixels as bytes, 1 where a difference can be seen."""
    apart = now.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, then.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    grey = apart.convertToFormat(QImage.Format.Format_Grayscale8)
    step, width = grey.bytesPerLine(), grey.width()
    marked = bytes(grey.constBits()).translate(MARKED)
    return [marked[row * step : row * step + width] for row in range(grey.height())]


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """The first and the last row of each group of rows that lie close together."""
    if not rows:
        return []
    ends = [place for place, (one, other) in enumerate(pairwise(rows)) if other - one > APART]
    firsts = [0, *(end + 1 for end in ends)]
    return [(rows[first], rows[last]) for first, last in zip(firsts, [*ends, len(rows) - 1], strict=True)]
