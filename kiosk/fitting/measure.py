"""Lays texts of the content out in the bundled letters; needs Qt's drawing, but no screen and no page."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from kiosk.fitting.places import PLACES, REFERENCE, Place, Spot

MM_PER_INCH, PX_PER_MM = 25.4, 4.03
"""The reference panel has so many pixels a millimetre."""
SLACK = 0.5
"""Pixels by which rounding may differ."""


class Fitting:
    """Knows the places of a panel. The application with its letters must be there; it keeps what it has measured, so
    one serves for a whole folder."""

    def __init__(self, page: float = REFERENCE) -> None:
        """``page`` is the panel's width in pixels of the reference panel, see ``page_of``."""
        self._page = page
        self._metrics: dict[tuple[str, int, int], tuple[QFont, QFontMetricsF]] = {}
        self._words: dict[tuple[str, int, int, str], float] = {}
        self._told: dict[tuple[str, str], str] = {}

    def told(self, place: str, text: str, _language: str) -> str:
        """How it does not fit, as a sentence; empty when it does, and in places that have room without end."""
        key = (place, text)
        if key not in self._told:
            self._told[key] = next(self._faults(PLACES[place], text), "") if place in PLACES else ""
        return self._told[key]

    def _faults(self, place: Place, text: str) -> Iterator[str]:
        for spot in place.spots:
            width = spot.width(self._page)
            wide = next((word for word in text.split() if self._advance(spot, word) > width + SLACK), None)
            if wide is None and not self._is_long(spot, text, width):
                continue
            lines, wide_line = self._laid_out(spot, text, width)
            if wide is not None and wide_line:
                yield f"“{wide}” is one word and wider than {place.name} has room for."
            elif spot.lines and lines > spot.lines:
                fit = "1 line fits" if spot.lines == 1 else f"{spot.lines} lines fit"
                yield f"For {place.name} this is too long at the largest text: {fit}, it needs {lines}."

    def _is_long(self, spot: Spot, text: str, width: float) -> bool:
        """Whether it could have more lines than there are; half of each may be lost to a word that does not fit."""
        return bool(spot.lines) and self._advance(spot, text) > width * max(1, spot.lines / 2)

    def _advance(self, spot: Spot, text: str) -> float:
        """The width of a text on one line."""
        key = (spot.family, spot.pixels, spot.weight, text)
        if key not in self._words:
            self._words[key] = self._font(spot)[1].horizontalAdvance(text)
        return self._words[key]

    def _laid_out(self, spot: Spot, text: str, width: float) -> tuple[int, bool]:
        """How many lines it has, and whether one of them is wider than the place."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(text, self._font(spot)[0])
        layout.setTextOption(option)
        layout.beginLayout()
        widths = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            widths.append(line.naturalTextWidth())
        layout.endLayout()
        return len(widths), any(wide > width + SLACK for wide in widths)

    def _font(self, spot: Spot) -> tuple[QFont, QFontMetricsF]:
        key = (spot.family, spot.pixels, spot.weight)
        if key not in self._metrics:
            font = QFont(spot.family)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setPixelSize(spot.pixels)
            font.setWeight(QFont.Weight(spot.weight))
            self._metrics[key] = font, QFontMetricsF(font)
        return self._metrics[key]


def page_of(inches: float, width: int = 9, height: int = 16) -> float:
    """The width of a panel in pixels of the reference panel: a page on larger glass holds more of the same letters."""
    return inches * MM_PER_INCH * width / math.hypot(width, height) * PX_PER_MM
