"""The one tree that everything else reads: what is visible now."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from kiosk.domain.form import Form, Item, Operator, Rule, Score, Test, Type
from kiosk.domain.sheet import At, Path, Sheet
from kiosk.domain.values import Absent, Answer, Value, compare, same

ORDERED: Mapping[Operator, Callable[[int, int], bool]] = {
    Operator.GREATER: operator.gt,
    Operator.LESS: operator.lt,
    Operator.GREATER_OR_EQUAL: operator.ge,
    Operator.LESS_OR_EQUAL: operator.le,
}


@dataclass(frozen=True, slots=True)
class Node:
    """An enabled item with its answer (an empty tuple when there is none) and its enabled children.

    A repeating group is one node that ``gathers``; its children are its instances, nodes of the same item. The
    children of a repeating question carry the value they hang under as the last part of their path.
    """

    item: Item
    path: Path
    answer: Answer = field(repr=False)
    children: tuple[Node, ...] = ()
    gathers: bool = False

    @property
    def answered(self) -> bool:
        return self.answer != ()

    def under(self, value: Value) -> tuple[Node, ...]:
        """The children that hang under that value of this question (S11)."""
        if not self.item.repeats:
            return self.children
        return tuple(child for child in self.children if same(child.path.at[-1], value))


@dataclass(frozen=True, slots=True)
class View:
    """The tree of what is enabled now: screen, progress, issues, score, alerts and export read this and nothing
    else."""

    form: Form
    nodes: tuple[Node, ...]
    held: Mapping[Path, Answer] = field(repr=False)

    def walk(self) -> Iterator[Node]:
        def down(nodes: tuple[Node, ...]) -> Iterator[Node]:
            for node in nodes:
                yield node
                yield from down(node.children)

        return down(self.nodes)

    @property
    def pages(self) -> tuple[Node, ...]:
        """What gets a page of its own: every question and piece of information a patient may see, and each repeating
        group behind its instances, where another one is added."""
        return tuple(_pages(self.nodes))

    @property
    def questions(self) -> tuple[Node, ...]:
        return tuple(node for node in self.walk() if node.item.asks)

    @property
    def scores(self) -> tuple[Node, ...]:
        """What was worked out for staff."""
        return tuple(node for node in self.walk() if node.item.score)


def _pages(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if node.item.hidden:
            continue
        if node.item.type is Type.GROUP:
            yield from _pages(node.children)
            if node.gathers and not node.item.read_only:
                yield node
        else:
            if not node.item.fixed:
                yield node
            yield from _pages(node.children)


def visible(sheet: Sheet) -> View:
    """The tree of what is enabled: an item's own rule holds and its parent is enabled (S6). What stands under a
    question belongs to its answer (S11), so it waits until there is a value to hang it on.

    Conditions read only enabled questions, so a hidden answer steers nothing (S5). One pass in the form's order of
    waiting finds what is enabled, a second one in the order of the form builds the tree.
    """
    held = _enabled(sheet)

    def grow(items: tuple[Item, ...], at: At) -> tuple[Node, ...]:
        grown = []
        for item in items:
            path = Path(item.id, at)
            if path in held:
                answer = held[path]
                if item.type is Type.GROUP and item.repeats:
                    instances = tuple(
                        Node(item, Path(item.id, below), (), grow(item.children, below))
                        for below in _below(item, path, answer, sheet)
                    )
                    grown.append(Node(item, path, (), instances, gathers=True))
                elif item.children:
                    places = _below(item, path, answer, sheet)
                    below = tuple(node for place in places for node in grow(item.children, place))
                    grown.append(Node(item, path, answer, below))
                else:
                    grown.append(Node(item, path, answer))
        return tuple(grown)

    return View(sheet.form, grow(sheet.form.items, ()), MappingProxyType(held))


def _enabled(sheet: Sheet) -> dict[Path, Answer]:
    """Every enabled item's answer; groups and information have the empty one."""
    form = sheet.form
    held: dict[Path, Answer] = {}
    places: dict[str, list[At]] = {"": [()]}
    for item in form.order:
        below: list[At] = []
        for at in places.get(form.parents[item.id], ()):
            path = Path(item.id, at)
            if item.rule is None or holds(item.rule, path, form, held):
                held[path] = answer = _answer(sheet, path, item, held)
                if item.children:
                    below += _below(item, path, answer, sheet)
        if below:
            places[item.id] = below
    return held


def _below(item: Item, path: Path, answer: Answer, sheet: Sheet) -> list[At]:
    """Where the children of an enabled item hang: once for each instance of a group, each answer of a question."""
    if item.type is Type.GROUP:
        return [(*path.at, ordinal) for ordinal in sheet.ordinals(path)] if item.repeats else [path.at]
    if isinstance(answer, Absent) or not answer:
        return []
    return [(*path.at, value) for value in answer] if item.repeats else [path.at]


def _answer(sheet: Sheet, path: Path, item: Item, held: Mapping[Path, Answer]) -> Answer:
    if not item.asks:
        return ()
    if item.score:
        return total(item, item.score, path, sheet.form, held)
    given = sheet.answers.get(path)
    if given is None:
        return item.initial if item.fixed else ()
    return given


def total(item: Item, score: Score, path: Path, form: Form, held: Mapping[Path, Answer]) -> Answer:
    """The sum of the chosen weights. There is none before every question it counts that is asked was answered: part
    of a score reads like a low one."""
    chosen = [(form.by_id[id], answer) for id in score.of for answer in found(path, id, form, held)]
    if not chosen:
        return ()
    total = Decimal(0)
    for question, answer in chosen:
        if isinstance(answer, Absent) or not answer:
            return ()
        options = [question.option(value) for value in answer]
        total += sum((option.weight for option in options if option and option.weight), Decimal(0))
    return (int(total),) if item.type is Type.INTEGER and total == int(total) else (total,)


def found(reader: Path, question: str, form: Form, held: Mapping[Path, Answer]) -> list[Answer]:
    """The answers to a question that an item at ``reader`` sees: those of the nearest occurrence (S9), none when it is
    disabled. What hangs under one answer of a repeating question sees that answer only."""
    reach = form.reach(reader.id, question)
    near = reader.at[: reach.shared]
    if reach.own:
        return [(reader.at[reach.shared],)]
    if reach.exact:
        answer = held.get(Path(question, near))
        return [] if answer is None else [answer]
    return [answer for path, answer in held.items() if path.id == question and path.at[: reach.shared] == near]


def holds(rule: Rule, reader: Path, form: Form, held: Mapping[Path, Answer]) -> bool:
    """Whether the rule's tests hold for the item at ``reader``, any or all of them."""
    results = (passes(test, found(reader, test.question, form, held)) for test in rule.tests)
    return all(results) if rule.every else any(results)


def passes(test: Test, answers: Iterable[Answer]) -> bool:
    """One condition by FHIR R4's text: ``!=`` is "no answer is equal" (S1), the ordered ones "at least one" (S2),
    ``exists`` is presence, not truth (S4)."""
    values = [value for answer in answers if not isinstance(answer, Absent) for value in answer]
    if test.operator is Operator.EXISTS:
        return bool(values) == test.value
    if test.operator is Operator.EQUAL:
        return any(same(value, test.value) for value in values)
    if test.operator is Operator.NOT_EQUAL:
        return not any(same(value, test.value) for value in values)
    ordered = ORDERED[test.operator]
    return any((sign := compare(value, test.value)) is not None and ordered(sign, 0) for value in values)
