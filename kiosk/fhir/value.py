"""The value of a FHIR element (answerInteger, valueCoding ...) as the engine's own value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from kiosk.domain.values import Coding, Partial, Quantity, Value

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?"
_CLOCK = re.compile(_TIME)
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T" + _TIME + r"(?:Z|[+-][0-9]{2}:[0-9]{2})")


def read_value(kind: str, held: object) -> Value | None:
    """The value under a key such as ``valueDate``; ``kind`` is the part after value, answer or initial: "Date".

    A dateTime without a time is a date, one without a day a Partial. None when it is no value of that kind.
    """
    read = READERS.get(kind)
    return read(held) if read else None


def decimal(held: object) -> Decimal | None:
    """A number as Decimal; floats by their shortest literal."""
    if isinstance(held, bool) or not isinstance(held, int | float | Decimal):
        return None
    number = Decimal(repr(held)) if isinstance(held, float) else Decimal(held)
    return number if number.is_finite() else None


def whole(held: object) -> int | None:
    return held if isinstance(held, int) and not isinstance(held, bool) else None


def text(held: object) -> str | None:
    return held if isinstance(held, str) and held else None


def flag(held: object) -> bool | None:
    return held if isinstance(held, bool) else None


def day(held: object) -> date | Partial | None:
    """A FHIR date: YYYY, YYYY-MM or YYYY-MM-DD."""
    found = _DATE.fullmatch(held) if isinstance(held, str) else None
    if found is None:
        return None
    year, month, of_month = (int(part) if part else None for part in found.groups())
    try:
        # A month or year alone is checked as its first day.
        first = date(year or 0, month or 1, of_month or 1)
    except ValueError:
        return None
    return first if of_month else Partial(first.year, month)


def moment(held: object) -> datetime | date | Partial | None:
    """A FHIR dateTime; with a time it has its seconds and its zone (S16)."""
    if not isinstance(held, str) or not _MOMENT.fullmatch(held):
        return day(held)
    try:
        return datetime.fromisoformat(held)
    except ValueError:
        return None


def clock(held: object) -> time | None:
    """A FHIR time: hh:mm:ss."""
    if not isinstance(held, str) or not _CLOCK.fullmatch(held):
        return None
    try:
        return time.fromisoformat(held)
    except ValueError:
        return None


def coding(held: object) -> Coding | None:
    """A Coding. One that has words only goes by its words."""
    if not isinstance(held, dict):
        return None
    parts = {key: held.get(key, "") for key in ("code", "system", "display")}
    if not all(isinstance(part, str) for part in parts.values()):
        return None
    code = parts["code"] or parts["display"]
    return Coding(code, parts["system"], parts["display"]) if code else None


def quantity(held: object) -> Quantity | None:
    if not isinstance(held, dict) or held.get("comparator") is not None:
        return None
    number = decimal(held.get("value"))
    parts = [held.get(key, "") for key in ("unit", "system", "code")]
    if number is None or not all(isinstance(part, str) for part in parts):
        return None
    return Quantity(number, *parts)


READERS: Mapping[str, Callable[[object], Value | None]] = {
    "Boolean": flag,
    "Integer": whole,
    "Decimal": decimal,
    "Date": day,
    "DateTime": moment,
    "Time": clock,
    "String": text,
    "Uri": text,
    "Coding": coding,
    "Quantity": quantity,
}
