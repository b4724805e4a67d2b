"""A patient's answers so far, and the one tree that everything else reads: what is visible now."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kiosk.domain.form import (
    Absent,
    Alert,
    Answer,
    Form,
    Item,
    Level,
    Limits,
    Operator,
    Rule,
    Signature,
    Test,
    Trigger,
    Type,
    Value,
)

ORDERED: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.GREATER: operator.gt,
    Operator.LESS: operator.lt,
    Operator.GREATER_OR_EQUAL: operator.ge,
    Operator.LESS_OR_EQUAL: operator.le,
}


class Fault(StrEnum):
    """Why an answer cannot be taken as it is, by the validation codes of the FHIR world."""

    REQUIRED = "required"
    WRONG_TYPE = "invalidAnswerType"
    NOT_AN_OPTION = "invalidAnswerOption"
    NOT_ALONE = "exclusiveAnswerOption"
    TOO_MANY = "repeats"
    TOO_SMALL = "minValue"
    TOO_LARGE = "maxValue"
    TOO_LONG = "maxLength"
    TOO_MANY_PLACES = "maxDecimalPlaces"
    NEW_LINE = "invalidNewLine"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that stands against sending: which question, and why."""

    item: Item
    fault: Fault


@dataclass(frozen=True, slots=True)
class Node:
    """An enabled item with its answer (an empty tuple when there is none) and its enabled children."""

    item: Item
    answer: Answer = field(repr=False)
    children: tuple[Node, ...] = ()

    @property
    def answered(self) -> bool:
        return self.answer != ()


@dataclass(frozen=True, slots=True)
class View:
    """The tree of what is enabled now: screen, progress, issues, alerts and export all read this and nothing else."""

    form: Form
    nodes: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        def down(nodes: tuple[Node, ...]) -> Iterator[Node]:
            for node in nodes:
                yield node
                yield from down(node.children)

        return down(self.nodes)

    @property
    def pages(self) -> tuple[Node, ...]:
        """What gets a page of its own: every enabled item but the groups."""
        return tuple(node for node in self.walk() if node.item.type is not Type.GROUP)

    @property
    def questions(self) -> tuple[Node, ...]:
        return tuple(node for node in self.walk() if node.item.asks)


@dataclass(frozen=True)
class Sheet:
    """The answers of one patient to one form. Answers of questions that were hidden since are kept until the visit
    ends (a mistaken tap must not cost them) and take part in nothing (S8). ``repr`` never shows them."""

    form: Form
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def put(self, id: str, answer: Answer) -> Sheet:
        """The sheet with this answer. An empty tuple clears it, and so does one that holds nothing but blanks: what
        FHIR cannot hold as a value is no answer (S4). Raises KeyError for an unknown question."""
        if not self.form.by_id[id].asks:
            raise KeyError(id)
        if not isinstance(answer, Absent):
            answer = tuple(value for value in answer if not blank(value))
        rest = {key: value for key, value in self.answers.items() if key != id}
        return replace(self, answers=MappingProxyType(rest if answer == () else {**rest, id: answer}))

    def clear(self, id: str) -> Sheet:
        return self.put(id, ())

    def toggle(self, id: str, value: Value) -> Sheet:
        """The sheet after a tap on one answer: chooses it, or takes it back; an exclusive answer stands alone."""
        item = self.form.by_id[id]
        now = self.answers.get(id, ())
        chosen: tuple[Value, ...] = () if isinstance(now, Absent) else now
        others = tuple(other for other in chosen if not same(other, value))
        if len(others) < len(chosen):
            return self.put(id, others)
        if not item.repeats or item.excludes(value):
            return self.put(id, (value,))
        kept = (*(other for other in others if not item.excludes(other)), value)
        order: list[Value] = [option.value for option in item.options]
        return self.put(id, tuple(sorted(kept, key=lambda one: order.index(one) if one in order else len(order))))


def blank(value: Value) -> bool:
    """Whether a value says nothing: no visible character, or a signature without a line and without a name."""
    if isinstance(value, Signature):
        return not (value.strokes.strip() or value.typed.strip())
    return isinstance(value, str) and not value.strip()


def visible(sheet: Sheet) -> View:
    """The tree of what is enabled: an item's own rule holds and its parent is enabled (S6). What stands under a
    question belongs to its answer (S11), so it waits until there is a value to hang it on.

    Conditions read only enabled questions, so a hidden answer steers nothing (S5). Forms are built so that a rule
    reads only earlier questions, hence one pass in order is enough.
    """
    enabled: dict[str, Answer] = {}

    def grow(items: tuple[Item, ...]) -> tuple[Node, ...]:
        grown = []
        for item in items:
            if item.rule is None or holds(item.rule, enabled):
                answer = sheet.answers.get(item.id, ())
                enabled[item.id] = answer
                opens = not item.asks or (answer != () and not isinstance(answer, Absent))
                grown.append(Node(item, answer, grow(item.children) if opens else ()))
        return tuple(grown)

    return View(sheet.form, grow(sheet.form.items))


def holds(rule: Rule, enabled: Mapping[str, Answer]) -> bool:
    """Whether the rule's tests hold, any or all of them."""
    results = (passes(test, enabled.get(test.question, ())) for test in rule.tests)
    return all(results) if rule.every else any(results)


def passes(test: Test, answer: Answer) -> bool:
    """One condition by FHIR R4's text: ``!=`` is "no answer is equal" (S1), the ordered ones "at least one" (S2),
    ``exists`` is presence, not truth (S4)."""
    values = () if isinstance(answer, Absent) else answer
    if test.operator is Operator.EXISTS:
        return bool(values) == test.value
    if test.operator is Operator.EQUAL:
        return any(same(value, test.value) for value in values)
    if test.operator is Operator.NOT_EQUAL:
        return not any(same(value, test.value) for value in values)
    compare = ORDERED[test.operator]
    return any(comparable(value, test.value) and compare(value, test.value) for value in values)


def same(one: Value, other: Value) -> bool:
    """Equality of FHIR values: a boolean never equals a number, although Python's True == 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def comparable(one: Value, other: Value) -> bool:
    """Whether one of the two can be larger: numbers with numbers, dates with dates, nothing else (S2)."""
    if number(one) and number(other):
        return True
    return type(one) is date and type(other) is date


def number(value: Value) -> bool:
    """A whole or decimal number. Truth values are none, nor is a decimal without a place on the number line."""
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, int) and not isinstance(value, bool)


KINDS: Mapping[Type, type] = {
    Type.BOOLEAN: bool,
    Type.INTEGER: int,
    Type.DECIMAL: Decimal,
    Type.DATE: date,
    Type.STRING: str,
    Type.TEXT: str,
}


def faults(item: Item, answer: Answer) -> tuple[Fault, ...]:
    """What stands against this answer. "Not sure" and "in the room" count as dealt with."""
    if isinstance(answer, Absent):
        offered = item.unsure if answer is Absent.UNSURE else item.in_the_room
        return () if offered else (Fault.NOT_AN_OPTION,)
    if not answer:
        return (Fault.REQUIRED,) if item.required else ()
    found = [fault for value in answer for fault in value_faults(item, value)]
    if len(answer) > 1 and not item.repeats:
        found.append(Fault.TOO_MANY)
    if len(answer) > 1 and any(item.excludes(value) for value in answer):
        found.append(Fault.NOT_ALONE)
    return tuple(found)


def value_faults(item: Item, value: Value) -> Iterator[Fault]:
    """What stands against one value."""
    if item.type is Type.CHOICE:
        if item.option(value) is None:
            yield Fault.NOT_AN_OPTION
        return
    # Exactly this type: a bool is an int to Python and a datetime is a date, but neither is to FHIR.
    if type(value) is not (Signature if item.signature else KINDS[item.type]):
        yield Fault.WRONG_TYPE
        return
    if isinstance(value, Decimal) and not value.is_finite():
        yield Fault.WRONG_TYPE
        return
    yield from limit_faults(item.limits, value)
    if item.type is Type.STRING and any(end in written(value) for end in "\n\r"):
        yield Fault.NEW_LINE


def limit_faults(limits: Limits, value: Value) -> Iterator[Fault]:
    """Which limits a value of the right type does not keep to."""
    if limits.least is not None and comparable(value, limits.least) and value < limits.least:  # type: ignore[operator]
        yield Fault.TOO_SMALL
    if limits.most is not None and comparable(value, limits.most) and value > limits.most:  # type: ignore[operator]
        yield Fault.TOO_LARGE
    if isinstance(value, Decimal) and limits.places is not None and -int(value.as_tuple().exponent) > limits.places:
        yield Fault.TOO_MANY_PLACES
    if limits.longest is not None and len(written(value)) > limits.longest:
        yield Fault.TOO_LONG


def written(value: Value) -> str:
    """The characters a person wrote for this value, which maxLength counts (numbers too, S25)."""
    if isinstance(value, Signature):
        return value.typed
    return str(value) if isinstance(value, str) or number(value) else ""


def issues(view: View) -> tuple[Issue, ...]:
    """Everything that stands against sending, in the order of the form; only what is visible counts (S7)."""
    return tuple(Issue(node.item, fault) for node in view.questions for fault in faults(node.item, node.answer))


@dataclass(frozen=True, slots=True)
class Raised:
    """An alert that an answer has raised."""

    item: Item
    alert: Alert


def alerts(view: View, today: date) -> tuple[Raised, ...]:
    """The alerts the visible answers raise, loudest first, else in the order of the form."""
    raised = [
        Raised(node.item, alert)
        for node in view.questions
        for alert in node.item.alerts
        if triggered(alert.when, node.answer, today)
    ]
    loudness = list(Level)
    return tuple(sorted(raised, key=lambda one: loudness.index(one.alert.level)))


def triggered(when: Trigger, answer: Answer, today: date) -> bool:
    """Whether this answer calls for the alert."""
    if isinstance(answer, Absent):
        return when.unsure and answer is Absent.UNSURE
    if when.exists and answer:
        return True
    if when.younger is not None and any(isinstance(v, date) and age(v, today) < when.younger for v in answer):
        return True
    return any(same(value, wanted) for value in answer for wanted in when.values)


def age(born: date, today: date) -> int:
    """Whole years lived on that day."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
