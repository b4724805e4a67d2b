"""Black letters on paper: the kiosk's typeface in points, and text broken into lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kiosk.printing.paper import PT

FAMILY = "Atkinson Hyperlegible Next"
SPACING = 1.2
"""From baseline to baseline in em: the typeface's own 1.3 is loose for print."""
SMALLEST = 7.4
"""Points, for the fine print; as high as 7.8 points of most typefaces."""
ENDLESS = 1_000_000.0
"""Dots, wide enough that no line breaks."""
KEEP = "\u00a0"
"""A space at which no line breaks; printed as any other."""


class Weight(Enum):
    """The weights of the typeface that ship with the kiosk."""

    REGULAR = QFont.Weight.Normal
    SEMIBOLD = QFont.Weight.DemiBold
    BOLD = QFont.Weight.Bold


@dataclass(frozen=True, slots=True)
class Ink:
    """A size of print: fonts and distances are ``scale`` times their size in points, no font below SMALLEST."""

    scale: float = 1.0

    def font(self, points: float, weight: Weight = Weight.REGULAR) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(round(max(self.points(points), min(points, SMALLEST) * PT)))
        font.setWeight(weight.value)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def points(self, points: float) -> float:
        """A distance in dots."""
        return points * self.scale * PT


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text and its width in dots."""

    words: str = field(repr=False)
    width: float


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text in one font; its own line breaks stay. ``right`` sets it against the right edge."""

    words: str = field(repr=False)
    font: QFont
    right: bool = False

    @property
    def width(self) -> float:
        """Of its longest line when none is broken, in dots."""
        return max(line.width for line in self.lines(ENDLESS))

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.font.pixelSize() * SPACING

    def lines(self, width: float) -> list[Line]:
        """At least one line, empty for an empty text."""
        return [line for words in self.words.splitlines() or [""] for line in _broken(words, self.font, width)]

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.setFont(self.font)
        em = self.font.pixelSize()
        # Capitals stand in the middle of their line.
        first = y + (SPACING * em + QFontMetricsF(self.font).capHeight()) / 2
        for number, line in enumerate(self.lines(width)):
            left = x + width - line.width if self.right else x
            painter.drawText(QPointF(left, first + number * SPACING * em), line.words.replace(KEEP, " "))


def one_line(words: str, font: QFont, width: float) -> Text:
    """As much of the words as one line holds, for what stands in full elsewhere."""
    return Text(QFontMetricsF(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, width), font)


def _broken(paragraph: str, font: QFont, width: float) -> list[Line]:
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    units = paragraph.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    spans = [(2 * line.textStart(), 2 * (line.textStart() + line.textLength())) for line in lines]
    cut = [units[start:end].decode("utf-16-le", "replace").rstrip() for start, end in spans]
    return [Line(words, line.naturalTextWidth()) for words, line in zip(cut, lines, strict=True)] or [Line("", 0.0)]
