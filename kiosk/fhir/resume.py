"""A QuestionnaireResponse back on the sheet it was written from, to go on with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from kiosk.domain.form import Form, Item, Type
from kiosk.domain.sheet import At, Path, Sheet
from kiosk.domain.values import Absent, Answer, Value, blank
from kiosk.fhir.answers import Reading, distinct, read_answer, sameness
from kiosk.fhir.response import ABSENT

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Resumed:
    """A sheet, and the linkIds of what found no place on it: unknown ones, those that stand where the form has no such
    item, and what hangs under an answer without a value."""

    sheet: Sheet
    orphans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One item of a response. ``item`` is None where the form has no such item, ``path`` where its answers cannot be
    kept. ``blocks`` are the items below: one block for a group, one for each answer of a question (S11)."""

    link_id: str
    raw: Json = field(repr=False)
    item: Item | None = None
    path: Path | None = None
    readings: tuple[Reading, ...] = field(default=(), repr=False)
    blocks: tuple[tuple[Place, ...], ...] = ()


@dataclass(frozen=True)
class Placed:
    """A whole response laid over its form."""

    places: tuple[Place, ...]
    instances: dict[Path, tuple[int, ...]]
    counted: int

    def walk(self) -> Iterator[Place]:
        """Every place in the order of the response, parents first."""
        return _walk(self.places)


def resume(form: Form, response: object) -> Resumed:
    """The sheet with the answers of a response, which may come from others and may be trimmed (S8).

    Items are matched by linkId. Instances of a repeating group take the ordinals the sheet begins with first; an
    instance nobody answered was not written, so it does not come back, and empty ones stand last. Never raises,
    whatever the JSON holds: what cannot be read is left out.
    """
    return settle(form, lay(form, response))


def settle(form: Form, placed: Placed) -> Resumed:
    """The sheet that holds what was laid on the form."""
    answers: dict[Path, list[Value]] = {}
    absent: dict[Path, Answer] = {}
    orphans: dict[str, None] = {}
    for place in placed.walk():
        if place.item is None or place.path is None:
            orphans[place.link_id] = None
        elif place.item.asks:
            values = [reading.value for reading in place.readings if reading.value is not None]
            answers.setdefault(place.path, []).extend(value for value in values if not blank(value))
            if reason := _absent(place.item, place.raw):
                absent[place.path] = reason
    kept: dict[Path, Answer] = absent | {path: distinct(iter(values)) for path, values in answers.items() if values}
    sheet = Sheet(form, MappingProxyType(kept), MappingProxyType(placed.instances), placed.counted)
    return Resumed(sheet, tuple(orphans))


def lay(form: Form, response: object) -> Placed:
    """Every item of the response with the item of the form it answers. Never raises."""
    hand = _Hand(form)
    places = hand.block(form.items, elements(response, "item"), ())
    return Placed(places, {path: tuple(ordinals) for path, ordinals in hand.instances.items()}, hand.counted)


@dataclass
class _Hand:
    """Lays items on the form and counts the instances of repeating groups."""

    form: Form
    instances: dict[Path, list[int]] = field(default_factory=dict)
    used: dict[Path, int] = field(default_factory=dict)
    counted: int = 0

    def block(self, wanted: tuple[Item, ...], raws: list[Json], at: At | None) -> tuple[Place, ...]:
        """Items that stand side by side; ``at`` is None when nothing can be kept here."""
        here = {item.id: item for item in wanted}
        return tuple(self.place(here.get(link_id(raw)), raw, at) for raw in raws)

    def place(self, item: Item | None, raw: Json, at: At | None) -> Place:
        if item is None:
            return Place(link_id(raw), raw)
        path = None if at is None else Path(item.id, at)
        if item.type is Type.GROUP:
            inside = self.instance(path) if path and item.repeats else at
            inner = None if inside is None else Path(item.id, inside)
            return Place(item.id, raw, item, inner, (), (self.block(item.children, elements(raw, "item"), inside),))
        if not item.asks:
            return Place(item.id, raw, item, path)
        answers = raw.get("answer")
        listed = answers if isinstance(answers, list) else []
        readings = tuple(read_answer(item, answer) for answer in listed)
        return Place(item.id, raw, item, path, readings, tuple(self.under(item, path, listed, readings)))

    def instance(self, path: Path) -> At:
        """Where the next instance of a repeating group keeps its answers."""
        ordinals = self.instances.get(path)
        if ordinals is None:
            ordinals = self.instances[path] = list(Sheet(self.form).ordinals(path))
        number = self.used[path] = self.used.get(path, 0) + 1
        if number > len(ordinals):
            ordinals.append(self.counted)
            self.counted += 1
        return (*path.at, ordinals[number - 1])

    def under(
        self, item: Item, path: Path | None, answers: list[object], readings: tuple[Reading, ...]
    ) -> Iterator[tuple[Place, ...]]:
        """The items under each answer, at the value they hang on; the same value is the same place (S10)."""
        first: dict[object, Value] = {}
        for answer, reading in zip(answers, readings, strict=True):
            at: At | None = None
            if path is not None and reading.value is not None and not blank(reading.value):
                value = first.setdefault(sameness(reading.value), reading.value)
                at = (*path.at, value) if item.repeats else path.at
            yield self.block(item.children, elements(answer, "item"), at)


def _walk(places: tuple[Place, ...]) -> Iterator[Place]:
    for place in places:
        yield place
        for block in place.blocks:
            yield from _walk(block)


def _absent(item: Item, raw: Json) -> Absent | None:
    """Why there is no value, when the form offers that answer; from others it only says what a missing answer says."""
    offered = [Absent.UNSURE] * item.unsure + [Absent.IN_THE_ROOM] * item.in_the_room
    for extension in elements(raw, "extension"):
        if extension.get("url") == ABSENT:
            return next((reason for reason in offered if reason.value == extension.get("valueCode")), None)
    return None


def elements(parent: object, name: str) -> list[Json]:
    """The objects of a list in an element; none where it is no such list."""
    found = parent.get(name) if isinstance(parent, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def link_id(raw: Json) -> str:
    found = raw.get("linkId")
    return found if isinstance(found, str) else ""
