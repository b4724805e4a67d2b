"""What is being typed into a question, before it is an answer: plain text, a number, the three parts of a date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from kiosk.domain.form import Item, Type, Value

PARTS = {"y": 4, "M": 2, "d": 2}
"""The parts of a date by Qt's format letters, with their most digits."""

LONGEST = {Type.STRING: 100, Type.TEXT: 300, Type.INTEGER: 9, Type.DECIMAL: 12}
"""Characters that fit when the form sets no limit of its own."""


def longest(item: Item) -> int:
    return item.limits.longest or LONGEST.get(item.type, 100)


def typed(item: Item, text: str, letters: str, point: str) -> str:
    """The text after these letters; what does not belong is not taken. A number keeps ``.`` for ``point``, which is
    the language's and may change before the number is done."""
    if item.type is Type.INTEGER:
        letters = re.sub(r"\D", "", letters)
    if item.type is Type.DECIMAL:
        letters = "." if letters == point else letters if letters.isdecimal() else ""
        letters = "" if letters in text and letters == "." else letters
    if item.type is Type.STRING:
        letters = letters.replace("\n", "")
    return (text + letters)[: longest(item)]


def shown(item: Item, text: str, point: str) -> str:
    """The text as it stands in the field."""
    return text.replace(".", point) if item.type is Type.DECIMAL else text


def value(item: Item, text: str) -> Value | None:
    """The typed text as an answer; None when it is none."""
    text = text.strip()
    if not text:
        return None
    if item.type is Type.INTEGER:
        return int(text) if text.isdecimal() else None
    if item.type is Type.DECIMAL:
        try:
            return Decimal(text)
        except InvalidOperation:
            return None
    return text


@dataclass(frozen=True, slots=True)
class DateEntry:
    """A date typed as numbers. ``order`` has the letters of PARTS in the locale's order; ``at`` the part in use;
    ``fresh`` when the next digit begins that part anew."""

    order: str
    parts: dict[str, str] = field(default_factory=dict)
    at: int = 0
    fresh: bool = False

    def part(self, letter: str) -> str:
        return self.parts.get(letter, "")

    def type(self, digit: str) -> DateEntry:
        """After one digit; a full part passes on to the next one."""
        letter = self.order[self.at]
        before = "" if self.fresh else self.part(letter)
        if not digit.isdecimal() or len(before) >= PARTS[letter]:
            return self
        grown = replace(self, parts={**self.parts, letter: before + digit}, fresh=False)
        full = len(grown.part(letter)) == PARTS[letter] or self._surely_done(letter, grown.part(letter))
        return grown.go(self.at + 1) if full and self.at + 1 < len(self.order) else grown

    @staticmethod
    def _surely_done(letter: str, text: str) -> bool:
        return letter in "Md" and len(text) == 1 and int(text) > {"M": 1, "d": 3}[letter]

    def erase(self) -> DateEntry:
        """Without the last digit, going back a part when this one is empty."""
        letter = self.order[self.at]
        if not self.part(letter) and self.at:
            return self.go(self.at - 1).erase()
        return replace(self, parts={**self.parts, letter: self.part(letter)[:-1]}, fresh=False)

    def go(self, at: int) -> DateEntry:
        return replace(self, at=min(max(at, 0), len(self.order) - 1))

    def mend(self, letter: str) -> DateEntry:
        """After a touch on one part: what is typed next takes the place of what stands there."""
        return replace(self.go(self.order.index(letter)), fresh=True)

    def reorder(self, order: str) -> DateEntry:
        """The same numbers in another locale's order."""
        return replace(self, order=order, at=order.index(self.order[self.at]))

    @property
    def empty(self) -> bool:
        return not any(self.parts.values())

    @property
    def complete(self) -> bool:
        return bool(self.part("M") and self.part("d")) and len(self.part("y")) == PARTS["y"]

    @property
    def day(self) -> date | None:
        """The date, when the numbers make one."""
        if not self.complete:
            return None
        try:
            return date(int(self.part("y")), int(self.part("M")), int(self.part("d")))
        except ValueError:
            return None


def order_of(date_format: str) -> str:
    """The order of the parts in a Qt date format such as ``M/d/yy``: ``Mdy``."""
    found = "".join(dict.fromkeys(letter for letter in date_format if letter in PARTS))
    return found if len(found) == len(PARTS) else "Mdy"
