"""A patient's answers so far: what the screen puts in, and nothing that can be worked out from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from kiosk.domain.form import Form, Item, Type
from kiosk.domain.values import Absent, Answer, Value, blank, same

MOST_BEGUN = (100, 10, 1)
"""Instances a repeating group begins with at most, whatever a form asks for: one that stands in no other repetition, in
one, in more. Without that a few nested groups would begin with millions."""

At = tuple[Value, ...]
"""Which of each repetition around an item, from the outside in: a group's ordinal, a question's value."""


class Path(NamedTuple):
    """Where an answer belongs: the item's linkId and which repetition it stands in. ``repr`` shows no answer."""

    id: str
    at: At = ()

    def __repr__(self) -> str:
        return f"Path({self.id!r})"


@dataclass(frozen=True)
class Sheet:
    """The answers of one patient to one form. Answers of questions that were hidden since are kept until the visit
    ends (a mistaken tap must not cost them) and take part in nothing (S8). ``instances`` are the ordinals of each
    repeating group; they are never used again. Every command takes a Path, or a linkId where nothing repeats."""

    form: Form
    answers: Mapping[Path, Answer] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    instances: Mapping[Path, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    counted: int = 0

    def put(self, path: Path | str, answer: Answer) -> Sheet:
        """The sheet with this answer. An empty tuple clears it, and so does one that holds nothing but blanks: what
        FHIR cannot hold as a value is no answer (S4). Repeated answers are distinct (S10). Raises KeyError for an
        unknown question."""
        path = placed(path)
        if not self.form.by_id[path.id].asks:
            raise KeyError(path.id)
        if not isinstance(answer, Absent):
            answer = tuple(_distinct(value for value in answer if not blank(value)))
        rest = {key: value for key, value in self.answers.items() if key != path}
        return replace(self, answers=MappingProxyType(rest if answer == () else {**rest, path: answer}))

    def clear(self, path: Path | str) -> Sheet:
        return self.put(path, ())

    def answer(self, path: Path | str) -> Answer:
        return self.answers.get(placed(path), ())

    def toggle(self, path: Path | str, value: Value) -> Sheet:
        """The sheet after a tap on one answer: chooses it, or takes it back; an exclusive answer stands alone."""
        path = placed(path)
        item = self.form.by_id[path.id]
        now = self.answer(path)
        chosen: tuple[Value, ...] = () if isinstance(now, Absent) else now
        others = tuple(other for other in chosen if not same(other, value))
        if len(others) < len(chosen):
            return self.put(path, others)
        if not item.repeats or item.excludes(value):
            return self.put(path, (value,))
        kept = (*(other for other in others if not item.excludes(other)), value)
        order: list[Value] = [option.value for option in item.options]
        return self.put(path, tuple(sorted(kept, key=lambda one: order.index(one) if one in order else len(order))))

    def ordinals(self, path: Path | str) -> tuple[int, ...]:
        """The instances of a repeating group, in their order. One that must be there begins with as many."""
        path = placed(path)
        found = self.instances.get(path)
        return found if found is not None else tuple(range(-self._begun(path.id), 0))

    def add(self, path: Path | str) -> Sheet:
        """The sheet with one more instance of a repeating group; the same when it has as many as it may. Raises
        KeyError for what is no repeating group."""
        path = placed(path)
        item = self._repeating(path)
        now = self.ordinals(path)
        if item.limits.many is not None and len(now) >= item.limits.many:
            return self
        instances = MappingProxyType({**self.instances, path: (*now, self.counted)})
        return replace(self, instances=instances, counted=self.counted + 1)

    def remove(self, path: Path | str, ordinal: int) -> Sheet:
        """The sheet without that instance and all that was answered in it. Raises KeyError as ``add`` does."""
        path = placed(path)
        self._repeating(path)
        gone, depth = (*path.at, ordinal), len(path.at) + 1
        inside = {
            key for key in (*self.answers, *self.instances) if key.at[:depth] == gone and self._is_in(key.id, path.id)
        }
        instances = {key: value for key, value in self.instances.items() if key not in inside}
        instances[path] = tuple(one for one in self.ordinals(path) if one != ordinal)
        answers = {key: value for key, value in self.answers.items() if key not in inside}
        return replace(self, answers=MappingProxyType(answers), instances=MappingProxyType(instances))

    def _begun(self, id: str) -> int:
        group = self.form.by_id[id]
        fewest = max(group.limits.fewest or 0, 1 if group.required else 0)
        return min(fewest, MOST_BEGUN[min(self.form.depth(id), len(MOST_BEGUN) - 1)])

    def _repeating(self, path: Path) -> Item:
        item = self.form.by_id[path.id]
        if item.type is not Type.GROUP or not item.repeats:
            raise KeyError(path.id)
        return item

    def _is_in(self, id: str, group: str) -> bool:
        while id and id != group:
            id = self.form.parents[id]
        return bool(id)


def placed(path: Path | str) -> Path:
    return Path(path) if isinstance(path, str) else path


def _distinct(values: Iterator[Value]) -> Iterator[Value]:
    seen: list[Value] = []
    for value in values:
        if not any(same(value, other) for other in seen):
            seen.append(value)
            yield value
