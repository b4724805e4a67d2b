"""What stands against an answer and against sending, by the validation codes of the FHIR world."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from kiosk.domain.form import Item, Limits, Type
from kiosk.domain.sheet import Path
from kiosk.domain.values import (
    Absent,
    Answer,
    Coding,
    Partial,
    Quantity,
    Signature,
    Value,
    compare,
    conversion,
    number,
)
from kiosk.domain.view import Node, View


class Fault(StrEnum):
    """Why an answer cannot be taken as it is."""

    REQUIRED = "required"
    WRONG_TYPE = "invalidAnswerType"
    NOT_AN_OPTION = "invalidAnswerOption"
    NOT_ALONE = "exclusiveAnswerOption"
    TOO_MANY = "repeats"
    TOO_FEW_TIMES = "minCount"
    TOO_MANY_TIMES = "maxCount"
    TOO_SMALL = "minValue"
    TOO_LARGE = "maxValue"
    TOO_SHORT = "minLength"
    TOO_LONG = "maxLength"
    NO_MATCH = "regex"
    TOO_MANY_PLACES = "maxDecimalPlaces"
    NEW_LINE = "invalidNewLine"
    WRONG_UNIT = "invalidUnit"
    WRONG_URL = "invalidUrlValue"
    LEAST_UNIT = "minValueIncompatUnits"
    MOST_UNIT = "maxValueIncompatUnits"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that stands against sending: which item, where, and why."""

    item: Item
    fault: Fault
    path: Path


KINDS: Mapping[Type, tuple[type, ...]] = {
    Type.BOOLEAN: (bool,),
    Type.INTEGER: (int,),
    Type.DECIMAL: (Decimal,),
    Type.DATE: (date, Partial),
    Type.DATE_TIME: (datetime, date, Partial),
    Type.TIME: (time,),
    Type.STRING: (str,),
    Type.TEXT: (str,),
    Type.URL: (str,),
    Type.CHOICE: (Coding, str, int, date, time, Partial),
    Type.OPEN_CHOICE: (Coding, str, int, date, time, Partial),
    Type.QUANTITY: (Quantity,),
    Type.REFERENCE: (str,),
    Type.ATTACHMENT: (str,),
}

URL = re.compile(
    r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|urn:oid:[0-2](\.(0|[1-9][0-9]*))+"
    r"|(?!urn:(uuid|oid):|[A-Za-z]:)[^\s\\<>\"]+"
)
"""A FHIR uri: an address, relative ones included, or a whole UUID or OID; not a file's path with its drive."""


def issues(view: View) -> tuple[Issue, ...]:
    """Everything that stands against sending, in the order of the form; only what is visible counts (S7)."""
    return tuple(Issue(node.item, fault, node.path) for node in view.walk() for fault in node_faults(node))


def node_faults(node: Node) -> tuple[Fault, ...]:
    """What stands against one enabled item: its answer, or how often a group is there and that it says something."""
    if node.item.asks:
        return faults(node.item, node.answer)
    if node.item.type is not Type.GROUP or node.item.hidden:
        return ()
    if node.gathers:
        return tuple(_count_faults(node.item, sum(_says_something(instance) for instance in node.children)))
    repeated = node.item.repeats
    return () if repeated or not node.item.required or _says_something(node) else (Fault.REQUIRED,)


def _says_something(group: Node) -> bool:
    """Whether anything in a group was answered (S12); a group nobody could answer is not asked to."""
    below = list(_below(group))
    return any(node.answered for node in below) or not any(not node.item.fixed for node in below)


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.item.asks:
            yield child
        yield from _below(child)


def _count_faults(item: Item, count: int) -> Iterator[Fault]:
    if item.required and not count:
        yield Fault.REQUIRED
    elif item.limits.fewest is not None and 0 < count < item.limits.fewest:
        yield Fault.TOO_FEW_TIMES
    if item.limits.many is not None and count > item.limits.many:
        yield Fault.TOO_MANY_TIMES


def faults(item: Item, answer: Answer) -> tuple[Fault, ...]:
    """What stands against this answer. "Not sure" and "in the room" count as dealt with; nobody is asked for what
    nobody can change (S24)."""
    if isinstance(answer, Absent):
        offered = item.unsure if answer is Absent.UNSURE else item.in_the_room
        return () if offered else (Fault.NOT_AN_OPTION,)
    if not answer:
        return (Fault.REQUIRED,) if item.required and not item.fixed else ()
    found = [fault for value in answer for fault in value_faults(item, value)]
    if len(answer) > 1 and not item.repeats:
        found.append(Fault.TOO_MANY)
    found += _count_faults(item, len(answer))
    if len(answer) > 1 and any(item.excludes(value) for value in answer):
        found.append(Fault.NOT_ALONE)
    return tuple(found)


def value_faults(item: Item, value: Value) -> Iterator[Fault]:
    """What stands against one value."""
    # Exactly these types: a bool is an int to Python and a datetime is a date, but neither is to FHIR.
    if type(value) not in ((Signature,) if item.signature else KINDS[item.type]):
        yield Fault.WRONG_TYPE
        return
    if item.type is Type.CHOICE and not item.options and not isinstance(value, Coding):
        yield Fault.WRONG_TYPE  # S14: what a list of codes may hold that nobody has is at least a code
        return
    if item.options and not (item.type is Type.OPEN_CHOICE and isinstance(value, str)):
        if item.option(value) is None:
            yield Fault.NOT_AN_OPTION
        return
    if isinstance(value, Decimal | Quantity) and not number(value.value if isinstance(value, Quantity) else value):
        yield Fault.WRONG_TYPE
        return
    if isinstance(value, Quantity) and item.units and not any(of_unit(value, unit) for unit in item.units):
        yield Fault.WRONG_UNIT
    yield from limit_faults(item.limits, value)
    if item.type is not Type.TEXT and any(end in written(value) for end in "\n\r"):
        yield Fault.NEW_LINE
    if item.type is Type.URL and isinstance(value, str) and not URL.fullmatch(value):
        yield Fault.WRONG_URL


def of_unit(value: Quantity, unit: Coding) -> bool:
    """Whether a quantity is given in that unit; units without a code go by their words."""
    if unit.code:
        return (value.code, value.system) == (unit.code, unit.system)
    return value.unit == unit.display


def limit_faults(limits: Limits, value: Value) -> Iterator[Fault]:
    """Which limits a value of the right type does not keep to."""
    if limits.least is not None:
        if _unlike(value, limits.least):
            yield Fault.LEAST_UNIT
        elif compare(value, limits.least) == -1:
            yield Fault.TOO_SMALL
    if limits.most is not None:
        if _unlike(value, limits.most):
            yield Fault.MOST_UNIT
        elif compare(value, limits.most) == 1:
            yield Fault.TOO_LARGE
    plain = value.value if isinstance(value, Quantity) else value
    if isinstance(plain, Decimal) and limits.places is not None and -int(plain.as_tuple().exponent) > limits.places:
        yield Fault.TOO_MANY_PLACES
    if limits.shortest is not None and isinstance(value, str) and len(value) < limits.shortest:
        yield Fault.TOO_SHORT
    if limits.longest is not None and len(written(value)) > limits.longest:
        yield Fault.TOO_LONG
    if limits.pattern is not None and isinstance(value, str) and not limits.pattern.fullmatch(value):
        yield Fault.NO_MATCH


def _unlike(value: Value, bound: Value) -> bool:
    """Whether both are quantities whose units do not convert."""
    return isinstance(value, Quantity) and isinstance(bound, Quantity) and conversion(value, bound) is None


def written(value: Value) -> str:
    """The characters a person wrote for this value, which maxLength counts (numbers too, S25)."""
    if isinstance(value, Signature):
        return value.typed
    return str(value) if isinstance(value, str) or number(value) else ""
