"""A questionnaire as the engine sees it, in FHIR R4's own terms: immutable, checked once when it is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import Any, Protocol

from kiosk.domain.values import Coding, Value, compare, same
from kiosk.domain.words import Words


class Type(StrEnum):
    """The FHIR R4 item types. A kiosk can ask all but the last two, which are only checked in others' responses."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"
    DATE_TIME = "dateTime"
    TIME = "time"
    STRING = "string"
    TEXT = "text"
    URL = "url"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"
    QUANTITY = "quantity"
    REFERENCE = "reference"
    ATTACHMENT = "attachment"


CHOICES = (Type.CHOICE, Type.OPEN_CHOICE)


class Control(StrEnum):
    """The itemControl codes that change how a page looks; every other code is shown in the type's own way."""

    SLIDER = "slider"
    AUTOCOMPLETE = "autocomplete"
    YEAR = "year"
    YEAR_MONTH = "yearMonth"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a list, usually a Coding. ``exclusive`` clears the others ("None of these"), ``weight`` counts in
    scores, ``prefix`` stands before the label ("a."), ``selected`` marks the suggestion (FHIR initialSelected)."""

    value: Value
    label: Words
    exclusive: bool = False
    weight: Decimal | None = None
    prefix: str = ""
    selected: bool = False


class Operator(StrEnum):
    """FHIR R4's enableWhen operators."""

    EXISTS = "exists"
    EQUAL = "="
    NOT_EQUAL = "!="
    GREATER = ">"
    LESS = "<"
    GREATER_OR_EQUAL = ">="
    LESS_OR_EQUAL = "<="


@dataclass(frozen=True, slots=True)
class Test:
    """One enableWhen condition on the answer to ``question`` (a linkId)."""

    __test__ = False

    question: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Rule:
    """When an item is enabled: any or all of its tests hold (FHIR enableBehavior)."""

    tests: tuple[Test, ...]
    every: bool = True


class Pattern(Protocol):
    """A compiled regular expression that takes linear time; ``fullmatch`` is truthy when the whole text fits."""

    def fullmatch(self, text: str) -> object: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer must keep to. Values between ``least`` and ``most``, lengths in characters, ``places`` decimal
    places, ``fewest`` and ``many`` answers to a question or instances of a group (FHIR minOccurs, maxOccurs)."""

    least: Value | None = None
    most: Value | None = None
    shortest: int | None = None
    longest: int | None = None
    places: int | None = None
    pattern: Pattern | None = None
    fewest: int | None = None
    many: int | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """What a score from ``least`` to ``most`` (both included, None is open) means."""

    label: Words
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the weights of the options chosen in the questions ``of`` (linkIds). For staff only."""

    of: tuple[str, ...]
    bands: tuple[Band, ...] = ()

    def band(self, total: Value) -> Band | None:
        """The first band the total lies in."""
        return next((band for band in self.bands if _within(total, band)), None)


def _within(total: Value, band: Band) -> bool:
    least = band.least is None or compare(total, band.least) in (0, 1)
    return least and (band.most is None or compare(total, band.most) in (-1, 0))


class Level(StrEnum):
    """How loudly an alert speaks to staff, loudest first."""

    STOP_ASK = "STOP-ASK"
    CAUTION = "CAUTION"
    INFO = "INFO"


@dataclass(frozen=True, slots=True)
class Trigger:
    """When an alert is raised by the answer to its own item.

    ``values``: the answer holds one of these. ``unsure``: the patient is not sure. ``exists``: any value at all.
    ``younger``: a date of birth that many years ago or later, in whole years on the day of the visit.
    ``rule``: other answers call for it; beside one of the above both must hold, alone it is enough.
    """

    values: tuple[Value, ...] = ()
    unsure: bool = False
    exists: bool = False
    younger: int | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """What staff must see first when an answer calls for it, with where it comes from."""

    level: Level
    text: Words
    when: Trigger
    product: str = ""
    jurisdiction: str = ""
    source: str = ""
    reviewed: str = ""


class Code(StrEnum):
    """What an item is about, where the kiosk itself must know it (FHIR item.code in the kiosk's own system)."""

    PATIENT_NAME = "patient-name"
    BIRTH_DATE = "birth-date"
    OWN_QUESTION = "own-question"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the form: a group, a piece of information or a question.

    ``short`` names the question on the review page and to staff; ``why`` answers "Why we ask".
    ``unsure`` and ``in_the_room`` offer those two answers besides the ordinary ones.
    ``image_map`` names an SVG whose ``<g id>`` areas are the option codes. ``units`` are what a quantity may be given
    in, ``unit`` is the label of a plain number. ``initial`` is the answer of a hidden or read-only item and a
    suggestion everywhere else (S19). ``step`` is a slider's. ``open_label`` names the free answer of an open choice.
    """

    id: str
    type: Type
    text: Words
    short: Words = field(default_factory=Words)
    help: Words = field(default_factory=Words)
    why: Words = field(default_factory=Words)
    required: bool = False
    repeats: bool = False
    options: tuple[Option, ...] = ()
    limits: Limits = field(default_factory=Limits)
    rule: Rule | None = None
    children: tuple[Item, ...] = ()
    alerts: tuple[Alert, ...] = ()
    unsure: bool = False
    in_the_room: bool = False
    image_map: str = ""
    signature: bool = False
    unit: Words = field(default_factory=Words)
    code: Code | None = None
    prefix: str = ""
    read_only: bool = False
    hidden: bool = False
    control: Control | None = None
    initial: tuple[Value, ...] = ()
    units: tuple[Coding, ...] = ()
    step: Decimal | None = None
    open_label: Words = field(default_factory=Words)
    format: Words = field(default_factory=Words)
    score: Score | None = None

    @property
    def asks(self) -> bool:
        """Whether this item is a question."""
        return self.type not in (Type.GROUP, Type.DISPLAY)

    @property
    def fixed(self) -> bool:
        """Whether no patient can change its answer (S24)."""
        return self.hidden or self.read_only or self.score is not None

    def option(self, value: Value) -> Option | None:
        return next((option for option in self.options if same(option.value, value)), None)

    def excludes(self, value: Value) -> bool:
        """Whether this answer stands alone, such as "None of these"."""
        option = self.option(value)
        return option is not None and option.exclusive


@dataclass(frozen=True, slots=True)
class Reach:
    """How one item finds the answers of another (S9): they share the first ``shared`` repetitions; ``own`` when the
    other is the repeating question it hangs under, ``exact`` when there is just one such answer."""

    shared: int
    own: bool
    exact: bool


@dataclass(frozen=True)
class Form:
    """A whole questionnaire. ``sha256`` is of the file it was read from; ``minutes`` how long it takes; ``source`` the
    FHIR Questionnaire it was built from. ``order`` has every item after its parent and after what it waits for."""

    url: str
    version: str
    title: Words
    items: tuple[Item, ...]
    sha256: str = ""
    minutes: int = 5
    source: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    by_id: dict[str, Item] = field(init=False, repr=False, compare=False)
    parents: dict[str, str] = field(init=False, repr=False, compare=False)
    order: tuple[Item, ...] = field(init=False, repr=False, compare=False)
    _repetitions: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _reach: dict[tuple[str, str], Reach] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Raises ValueError when two items share a linkId, a rule names no question, or items wait for each other."""
        by_id: dict[str, Item] = {}
        parents: dict[str, str] = {}
        repetitions: dict[str, tuple[str, ...]] = {}
        for item, parent in _with_parents(self.items, ""):
            if item.id in by_id:
                raise ValueError(f"linkId {item.id!r} is used twice")
            by_id[item.id], parents[item.id] = item, parent
            above = repetitions.get(parent, ())
            repetitions[item.id] = (*above, parent) if parent and by_id[parent].repeats else above
        for name, made in (("by_id", by_id), ("parents", parents), ("_repetitions", repetitions), ("_reach", {})):
            object.__setattr__(self, name, made)
        for item in by_id.values():
            for question in (*awaited(item), *_alarmed_by(item)):
                if question not in by_id or not by_id[question].asks:
                    raise ValueError(f"{item.id!r} waits for {question!r}, which is no question")
        graph = {id: [*awaited(item), *([parents[id]] if parents[id] else [])] for id, item in by_id.items()}
        try:
            order = TopologicalSorter(graph).static_order()
            object.__setattr__(self, "order", tuple(by_id[id] for id in order))
        except CycleError as cycle:
            raise ValueError(f"these wait for each other: {', '.join(cycle.args[1])}") from None

    @property
    def canonical(self) -> str:
        """FHIR canonical, always pinned (S21)."""
        return f"{self.url}|{self.version}"

    def reach(self, reader: str, question: str) -> Reach:
        """How the item ``reader`` finds the answers to ``question`` (both linkIds)."""
        found = self._reach.get((reader, question))
        if found is None:
            mine, theirs = self._repetitions[reader], self._repetitions[question]
            shared = 0
            while shared < min(len(mine), len(theirs)) and mine[shared] == theirs[shared]:
                shared += 1
            own = question in mine
            found = self._reach[reader, question] = Reach(shared, own, shared == len(theirs))
        return found

    def depth(self, id: str) -> int:
        """How many repetitions the item stands in."""
        return len(self._repetitions[id])


def awaited(item: Item) -> tuple[str, ...]:
    """The questions whose answers decide whether this item is enabled, or what it scores."""
    waits = tuple(test.question for test in item.rule.tests) if item.rule else ()
    return (*waits, *item.score.of) if item.score else waits


def _alarmed_by(item: Item) -> Iterator[str]:
    """The questions that the item's alerts read."""
    for alert in item.alerts:
        yield from (test.question for test in alert.when.rule.tests) if alert.when.rule else ()


def _with_parents(items: tuple[Item, ...], parent: str) -> Iterator[tuple[Item, str]]:
    for item in items:
        yield item, parent
        yield from _with_parents(item.children, item.id)


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item in the order of the form, parents before their children."""
    for item in items:
        yield item
        yield from walk(item.children)
