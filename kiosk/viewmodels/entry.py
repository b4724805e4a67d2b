"""What is being typed into a question, before it is an answer: plain text, a number, the parts of a date and a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, tzinfo
from decimal import Decimal, InvalidOperation

from kiosk.domain.form import Control, Item, Type
from kiosk.domain.values import Partial, Quantity, Value

PARTS = {"y": 4, "M": 2, "d": 2, "h": 2, "m": 2, "a": 1}
"""The parts of a date and a time by Qt's format letters, with their most digits; ``a`` is ``a`` or ``p``, the half of
the day."""
DAY, CLOCK = "yMd", "hma"
EXACT = "ym"
"""The parts that are done only when they are full: a year has four digits, a minute two."""
MOMENTS = (Type.DATE, Type.DATE_TIME, Type.TIME)
NUMBERS = (Type.INTEGER, Type.DECIMAL, Type.QUANTITY)

LONGEST = {
    Type.STRING: 100,
    Type.TEXT: 300,
    Type.URL: 200,
    Type.INTEGER: 9,
    Type.DECIMAL: 12,
    Type.QUANTITY: 12,
}
"""Characters that fit when the form sets no limit of its own."""


def longest(item: Item) -> int:
    if item.limits.longest:
        return item.limits.longest
    bounds = [len(str(bound)) for bound in _bounds(item)]
    return max([LONGEST.get(item.type, 100), *bounds])


def negative(item: Item) -> bool:
    """Whether the form's limits speak of numbers below nought; without limits nobody needs the sign."""
    return any(bound < 0 for bound in _bounds(item))


def _bounds(item: Item) -> list[int | Decimal]:
    """The smallest and the largest number the form takes, as far as it says so."""
    bounds = (item.limits.least, item.limits.most) if item.type in NUMBERS else ()
    plain = [bound.value if isinstance(bound, Quantity) else bound for bound in bounds]
    return [bound for bound in plain if isinstance(bound, int | Decimal)]


def typed(item: Item, text: str, letters: str, point: str) -> str:
    """The text after these letters; what does not belong is not taken. A number keeps ``.`` for ``point``, which is
    the language's and may change before the number is done; ``-`` turns its sign."""
    if item.type in NUMBERS:
        if letters == "-":
            return _turned(text) if negative(item) else text
        letters = _digits(item, text, letters, point)
    if item.type is Type.URL:
        letters = re.sub(r"\s", "", letters)
    if item.type is not Type.TEXT:
        letters = letters.replace("\n", "")
    return (text + letters)[: longest(item)]


def _turned(text: str) -> str:
    return text[1:] if text.startswith("-") else "-" + text


def _digits(item: Item, text: str, letters: str, point: str) -> str:
    if item.type is Type.INTEGER:
        return re.sub(r"\D", "", letters)
    if letters == point:
        return "" if "." in text else "."
    return letters if letters.isdecimal() else ""


def shown(item: Item, text: str, point: str) -> str:
    """The text as it stands in the field."""
    return text.replace(".", point) if item.type in NUMBERS else text


def number(item: Item, text: str) -> int | Decimal | None:
    """The typed text as a number; None when it is none."""
    try:
        return int(text) if item.type is Type.INTEGER else Decimal(text)
    except (ValueError, InvalidOperation):
        return None


def value(item: Item, text: str) -> Value | None:
    """The typed text as an answer; None when it is none."""
    text = text.strip()
    if not text:
        return None
    return number(item, text) if item.type in NUMBERS else text


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time or both, typed as numbers. ``order`` has the letters of PARTS in the locale's order; ``at`` the
    part in use; ``fresh`` when the next digit begins that part anew."""

    order: str
    parts: dict[str, str] = field(default_factory=dict)
    at: int = 0
    fresh: bool = False

    def part(self, letter: str) -> str:
        return self.parts.get(letter, "")

    def type(self, digit: str) -> Moment:
        """After one digit; a full part passes on to the next one."""
        letter = self.order[self.at]
        before = "" if self.fresh else self.part(letter)
        if letter == "a" or not digit.isdecimal() or len(before) >= PARTS[letter]:
            return self
        grown = replace(self, parts={**self.parts, letter: before + digit}, fresh=False)
        full = len(grown.part(letter)) == PARTS[letter] or self._surely_done(letter, grown.part(letter))
        return grown.go(self.at + 1) if full and self.at + 1 < len(self.order) else grown

    def _surely_done(self, letter: str, text: str) -> bool:
        most = {"M": 1, "d": 3, "h": 1 if "a" in self.order else 2}
        return letter in most and len(text) == 1 and int(text) > most[letter]

    def half(self, letter: str) -> Moment:
        """After a touch on the first (``a``) or the second (``p``) half of the day; a second touch takes it back."""
        return replace(self, parts={**self.parts, "a": "" if self.part("a") == letter else letter})

    def erase(self) -> Moment:
        """Without the last digit, going back a part when this one is empty."""
        letter = self.order[self.at]
        if not self.part(letter) and self.at:
            return self.go(self.at - 1).erase()
        return replace(self, parts={**self.parts, letter: self.part(letter)[:-1]}, fresh=False)

    def go(self, at: int) -> Moment:
        return replace(self, at=min(max(at, 0), len(self.order) - 1))

    def mend(self, letter: str) -> Moment:
        """After a touch on one part: what is typed next takes the place of what stands there."""
        return replace(self.go(self.order.index(letter)), fresh=True)

    def reorder(self, order: str) -> Moment:
        """The same numbers in another locale's order; an hour changes when only one of both counts to twelve."""
        at = order.index(self.order[self.at]) if self.order[self.at] in order else len(order) - 1
        turned, clock = replace(self, order=order, at=at), self.clock
        if clock is None or ("a" in order) == ("a" in self.order):
            return turned
        return replace(turned, parts={**self.parts, **clock_parts(clock, order)})

    @property
    def empty(self) -> bool:
        return not any(self.parts.values())

    @property
    def complete(self) -> bool:
        """Whether nothing is missing; a date that may have a time is complete without one."""
        needed = self.order
        if set(DAY) & set(needed) and not any(self.part(letter) for letter in CLOCK):
            needed = "".join(letter for letter in needed if letter in DAY)
        if "a" in needed and not 1 <= int(self.part("h") or 1) <= 12:
            needed = needed.replace("a", "")
        return all(self.done(letter) for letter in needed)

    def done(self, letter: str) -> bool:
        text = self.part(letter)
        return len(text) == PARTS[letter] if letter in EXACT else bool(text)

    @property
    def day(self) -> date | None:
        """The date, when the numbers make one."""
        if not all(self.done(letter) for letter in DAY):
            return None
        try:
            return date(int(self.part("y")), int(self.part("M")), int(self.part("d")))
        except ValueError:
            return None

    @property
    def clock(self) -> time | None:
        """The time of the day, when the numbers make one. An hour above twelve needs no half of the day."""
        if not (self.done("h") and self.done("m")):
            return None
        hour, minute = int(self.part("h")), int(self.part("m"))
        if "a" in self.order and 1 <= hour <= 12:
            if not self.part("a"):
                return None
            hour = hour % 12 + (12 if self.part("a") == "p" else 0)
        return time(hour, minute) if hour < 24 and minute < 60 else None

    @property
    def partial(self) -> Partial | None:
        """The year, with its month where that is asked, when the numbers make them."""
        if not self.complete or not int(self.part("y")):
            return None
        if "M" not in self.order:
            return Partial(int(self.part("y")))
        return Partial(int(self.part("y")), int(self.part("M"))) if 1 <= int(self.part("M")) <= 12 else None

    def value(self, zone: tzinfo | None) -> Value | None:
        """What was typed as an answer, None while it is none. A date with a time stands in that zone."""
        if "y" not in self.order:
            return self.clock
        if "d" not in self.order:
            return self.partial
        day = self.day
        if day is None or "h" not in self.order or not any(self.part(letter) for letter in CLOCK):
            return day
        return datetime.combine(day, self.clock, zone) if self.clock else None


def clock_parts(clock: time, order: str) -> dict[str, str]:
    """A time as the parts of that order."""
    minute = f"{clock.minute:02}"
    if "a" not in order:
        return {"h": f"{clock.hour:02}", "m": minute, "a": ""}
    return {"h": str(clock.hour % 12 or 12), "m": minute, "a": "p" if clock.hour >= 12 else "a"}


def moment_of(value: Value, order: str) -> Moment:
    """An answer as it would have been typed."""
    parts: dict[str, str] = {}
    if isinstance(value, date | Partial):
        parts = {"y": f"{value.year:04}", "M": f"{value.month or '':02}"}
    if isinstance(value, date):
        parts["d"] = f"{value.day:02}"
    if isinstance(value, datetime | time) and "h" in order:
        parts |= clock_parts(value if isinstance(value, time) else value.time(), order)
    return Moment(order, {letter: text for letter, text in parts.items() if letter in order})


def order_of(date_format: str) -> str:
    """The order of the parts in a Qt date format such as ``M/d/yy``: ``Mdy``."""
    found = "".join(dict.fromkeys(letter for letter in date_format if letter in DAY))
    return found if len(found) == len(DAY) else "Mdy"


def clock_of(time_format: str) -> str:
    """The parts of a Qt time format: ``hma`` where the day has two halves, as in ``h:mm AP``, else ``hm``."""
    return CLOCK if "a" in re.sub(r"'[^']*'", "", time_format).lower() else "hm"


def parts_of(item: Item, date_format: str, time_format: str) -> str:
    """The parts that answer a question about a date, a time or both."""
    if item.type is Type.TIME:
        return clock_of(time_format)
    day = order_of(date_format)
    if item.control is Control.YEAR:
        return "y"
    if item.control is Control.YEAR_MONTH:
        return day.replace("d", "")
    return day + clock_of(time_format) if item.type is Type.DATE_TIME else day
