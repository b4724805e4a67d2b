"""What an answer can be: the values of FHIR R4's answer types, their equality and their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

UCUM = "http://unitsofmeasure.org"


@dataclass(frozen=True, slots=True)
class Coding:
    """An answer from a list. Two codings are the same when system and code are; never by their words (S15)."""

    code: str
    system: str = ""
    display: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. Without a ``code`` the unit is known by its words alone (S18)."""

    value: Decimal
    unit: str = ""
    system: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Partial:
    """A date that is known only to the year, or to the month (S16)."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"


class Absent(StrEnum):
    """Why a question has no value although the patient dealt with it: FHIR's data-absent-reason codes."""

    UNSURE = "asked-unknown"
    IN_THE_ROOM = "asked-declined"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: finger strokes as SVG path data in a 1000 x 400 box, or a typed name; never both empty."""

    strokes: str = ""
    typed: str = ""


Value = bool | int | Decimal | date | datetime | time | Partial | str | Coding | Quantity | Signature
Answer = tuple[Value, ...] | Absent

_MASS = {"kg": "1000", "g": "1", "mg": "0.001", "[lb_av]": "453.59237", "[oz_av]": "28.349523125"}
_LENGTH = {"km": "1000", "m": "1", "cm": "0.01", "mm": "0.001", "[in_i]": "0.0254", "[ft_i]": "0.3048"} | {
    "[mi_i]": "1609.344"
}
CONVERSIONS = tuple({code: Decimal(factor) for code, factor in table.items()} for table in (_MASS, _LENGTH))
"""UCUM codes that can be converted into one another, in grams and metres (ucum.org, table 4 and the international
units of table 7)."""


def blank(value: Value) -> bool:
    """Whether a value says nothing: no visible character, or a signature without a line and without a name."""
    if isinstance(value, Signature):
        return not (value.strokes.strip() or value.typed.strip())
    return isinstance(value, str) and not value.strip()


def number(value: Value) -> bool:
    """A whole or decimal number. Truth values are none, nor is a decimal without a place on the number line."""
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, int) and not isinstance(value, bool)


def same(one: Value, other: Value) -> bool:
    """Equality of FHIR values: a boolean never equals a number, although Python's True == 1; 1 kg equals 1000 g."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return compare(one, other) == 0
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def compare(one: Value, other: Value) -> int | None:
    """-1, 0 or 1 as the first is smaller, equal or larger; None when that cannot be said.

    Numbers compare with numbers, times with times, dates on the part both have (S16: a tie of different precision is
    undecided), quantities in one unit or in units of CONVERSIONS (S18); nothing else has an order (S2).
    """
    if number(one) and number(other):
        return _sign(one, other)
    if isinstance(one, time) and isinstance(other, time):
        return _sign(one, other)
    if isinstance(one, date | Partial) and isinstance(other, date | Partial):
        return _compare_dates(one, other)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        factor = conversion(one, other)
        return None if factor is None else _sign(one.value * factor, other.value)
    return None


def _sign(one: object, other: object) -> int:
    return int(one > other) - int(one < other)  # type: ignore[operator]


def _compare_dates(one: date | Partial, other: date | Partial) -> int | None:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return _sign(one, other) if (one.tzinfo is None) == (other.tzinfo is None) else None
    first, second = _parts(one), _parts(other)
    common = min(len(first), len(second))
    sign = _sign(first[:common], second[:common])
    return sign if sign or len(first) == len(second) else None


def _parts(value: date | Partial) -> tuple[int, ...]:
    if isinstance(value, Partial):
        return (value.year,) if value.month is None else (value.year, value.month)
    day = (value.year, value.month, value.day)
    return (*day, value.hour, value.minute, value.second) if isinstance(value, datetime) else day


def conversion(one: Quantity, other: Quantity) -> Decimal | None:
    """What the first's value is multiplied with to be in the other's unit; None when the units do not convert."""
    if (one.system, one.code) == (other.system, other.code) and (one.code or one.unit == other.unit):
        return Decimal(1)
    if one.system != UCUM or other.system != UCUM:
        return None
    for table in CONVERSIONS:
        if one.code in table and other.code in table:
            return table[one.code] / table[other.code]
    return None
