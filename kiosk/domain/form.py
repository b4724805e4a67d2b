"""A questionnaire as the engine sees it, in FHIR R4's own terms: immutable, checked once when it is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kiosk.domain.words import Words


class Type(StrEnum):
    """The FHIR R4 item types that a page exists for."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"
    STRING = "string"
    TEXT = "text"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Coding:
    """An answer from a list. Two codings are the same when system and code are; never by their words (S15)."""

    code: str
    system: str = ""


class Absent(StrEnum):
    """Why a question has no value although the patient dealt with it: FHIR's data-absent-reason codes."""

    UNSURE = "asked-unknown"
    IN_THE_ROOM = "asked-declined"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: finger strokes as SVG path data in a 1000 x 400 box, or a typed name; never both empty."""

    strokes: str = ""
    typed: str = ""


Value = bool | int | Decimal | date | str | Coding | Signature
Answer = tuple[Value, ...] | Absent


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice. ``exclusive`` clears the others ("None of these")."""

    value: Coding
    label: Words
    exclusive: bool = False


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


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer must keep to. Lengths in characters, ``places`` decimal places."""

    least: int | Decimal | date | None = None
    most: int | Decimal | date | None = None
    longest: int | None = None
    places: int | None = None


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
    """

    values: tuple[Value, ...] = ()
    unsure: bool = False
    exists: bool = False
    younger: int | None = None


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
    ``image_map`` names an SVG whose ``<g id>`` areas are the option codes.
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

    @property
    def asks(self) -> bool:
        """Whether this item is a question."""
        return self.type not in (Type.GROUP, Type.DISPLAY)

    def option(self, value: Value) -> Option | None:
        return next((option for option in self.options if option.value == value), None)

    def excludes(self, value: Value) -> bool:
        """Whether this answer stands alone, such as "None of these"."""
        option = self.option(value)
        return option is not None and option.exclusive


@dataclass(frozen=True)
class Form:
    """A whole questionnaire. ``sha256`` is of the file it was read from; ``minutes`` how long it takes."""

    url: str
    version: str
    title: Words
    items: tuple[Item, ...]
    sha256: str = ""
    minutes: int = 5
    by_id: dict[str, Item] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Raises ValueError when two items share a linkId or a rule names a question that does not come before it."""
        seen: dict[str, Item] = {}
        for item in walk(self.items):
            if item.id in seen:
                raise ValueError(f"linkId {item.id!r} is used twice")
            for test in item.rule.tests if item.rule else ():
                if test.question not in seen or not seen[test.question].asks:
                    raise ValueError(f"{item.id!r} waits for {test.question!r}, which is no question before it")
            seen[item.id] = item
        object.__setattr__(self, "by_id", seen)

    @property
    def canonical(self) -> str:
        """FHIR canonical, always pinned (S21)."""
        return f"{self.url}|{self.version}"


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item in the order of the form, parents before their children."""
    for item in items:
        yield item
        yield from walk(item.children)
