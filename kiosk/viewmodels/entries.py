"""What a patient has begun on a page and not finished yet, and the answer it makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from decimal import Decimal

from kiosk.domain.form import CHOICES, Item, Type
from kiosk.domain.values import Quantity, Signature, Value
from kiosk.viewmodels import entry
from kiosk.viewmodels.entry import Moment


@dataclass(frozen=True, slots=True)
class Begun:
    """What stands in the fields of one page. ``unit`` is the place of the chosen unit, ``open`` whether the field of
    "Something else" or of one more entry is open, ``kept`` the values that stay beside the one being typed."""

    text: str = ""
    moment: Moment | None = None
    unit: int | None = None
    open: bool = False
    kept: tuple[Value, ...] = ()
    search: str = ""

    @property
    def empty(self) -> bool:
        return not (self.text or self.search) and (self.moment is None or self.moment.empty)

    @property
    def blank(self) -> bool:
        """Whether nothing that could be an answer was typed."""
        return not self.text.strip() and (self.moment is None or self.moment.empty)


def is_list(item: Item) -> bool:
    """Whether the answers to a question are typed one by one."""
    return item.repeats and not item.options and item.type not in (*CHOICES, Type.GROUP, Type.BOOLEAN)


def made(item: Item, begun: Begun, zone: tzinfo | None) -> Value | None:
    """The answer that stands in the fields; None when there is none, or none yet."""
    if item.options:
        return begun.text.strip() or None
    if item.type in entry.MOMENTS:
        return begun.moment.value(zone) if begun.moment else None
    value = entry.value(item, begun.text)
    if item.signature:
        return None if value is None else Signature(typed=begun.text.strip())
    if item.type is Type.QUANTITY and isinstance(value, Decimal):
        return quantity(item, value, begun.unit)
    return value


def quantity(item: Item, value: Decimal, place: int | None) -> Quantity | None:
    """A number in the chosen unit, or in the only one; None while one of several is still to be chosen."""
    if not item.units:
        return Quantity(value, item.unit.in_language("en"))
    if place is None and len(item.units) > 1:
        return None
    unit = item.units[place or 0]
    return Quantity(value, unit.display or unit.code, unit.system, unit.code)


def together(item: Item, begun: Begun, value: Value | None) -> tuple[Value, ...]:
    """All values of the answer: those that were kept and the one in the fields."""
    if value is None:
        return begun.kept
    kept = begun.kept if item.repeats else ()
    return (*(one for one in kept if not item.excludes(one)), value)


def begun_with(item: Item, value: Value, order: str) -> Begun:
    """The fields as they would be, had this answer been typed."""
    if item.options or is_list(item):
        return Begun()
    if item.type in entry.MOMENTS:
        return Begun(moment=entry.moment_of(value, order))
    if isinstance(value, Quantity):
        places = [
            place for place, unit in enumerate(item.units) if (unit.system, unit.code) == (value.system, value.code)
        ]
        return Begun(text=str(value.value), unit=next(iter(places), None))
    return Begun(text=str(value))
