"""The stops of a slider: where it begins, how far each step leads, what a place on its track means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kiosk.domain.form import Control, Item, Type
from kiosk.domain.values import Value, number

TENTHS = 4
"""A slider shorter than this many whole steps and without a step of its own has ten."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Stops from ``least`` on, ``step`` apart; ``steps`` of them lead to the last one."""

    least: Decimal
    step: Decimal
    steps: int
    whole: bool

    def value(self, place: int) -> Value:
        """What the stop at that place, counted from 0, means."""
        value = self.least + self.step * min(max(place, 0), self.steps)
        return int(value) if self.whole else value

    def nearest(self, ratio: float) -> int:
        """The stop nearest to a place on the track, from 0.0 to 1.0."""
        return round(min(max(ratio, 0.0), 1.0) * self.steps)

    def place(self, value: Value) -> int:
        """The stop of a value; the nearest one when it stands between two."""
        if isinstance(value, int | Decimal):
            return min(max(round((value - self.least) / self.step), 0), self.steps)
        return 0

    def ratio(self, value: Value) -> float:
        return self.place(value) / self.steps


def scale_of(item: Item) -> Scale | None:
    """The stops of a question that is answered with a slider; None for any other, and where an end is missing."""
    least, most, whole = item.limits.least, item.limits.most, item.type is Type.INTEGER
    if item.control is not Control.SLIDER or item.type not in (Type.INTEGER, Type.DECIMAL) or item.repeats:
        return None
    if not (isinstance(least, int | Decimal) and isinstance(most, int | Decimal) and number(least) and number(most)):
        return None
    first, last = Decimal(least), Decimal(most)
    step = item.step or (Decimal(1) if whole or last - first >= TENTHS else (last - first) / 10)
    if whole:
        step = Decimal(max(1, int(step)))
    return Scale(first, step, int((last - first) / step), whole) if 0 < step <= last - first else None
