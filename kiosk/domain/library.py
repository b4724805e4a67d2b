"""What the content files mean: the clinic, its treatments, the common questions, all of one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kiosk.domain.form import Form
from kiosk.domain.words import Words


class BlockKind(StrEnum):
    """The parts a text is made of; each has one way to look on the screen."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLETS = "bullets"
    STEPS = "steps"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a text. ``lines`` are plain text: one for a paragraph, one per point of a list.
    ``rich`` are the same lines with ``<b>`` and ``<i>``, everything else escaped (Qt's StyledText)."""

    kind: BlockKind
    lines: tuple[str, ...]
    rich: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a treatment page that opens: its heading, one line of summary, its text."""

    id: str
    title: str
    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A quick fact: a lucide icon's name and at most five words."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of "How it works": a drawing and one or two short sentences."""

    picture: Path
    text: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Who signed a file off and when; both empty while nobody has."""

    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Treatment:
    """One treatment in one language. ``pairs`` and ``questions`` are ids; ``booking`` is empty for the clinic's own."""

    id: str
    language: str
    title: str
    lead: str
    card: str
    emblem: Path
    facts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    sections: tuple[Section, ...]
    pairs: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    booking: str = ""
    order: int = 0
    reviewed: Reviewed = field(default_factory=Reviewed)


@dataclass(frozen=True, slots=True)
class CommonQuestion:
    """One common question and its answer in one language. ``keywords`` help the search, unseen."""

    id: str
    language: str
    title: str
    category: str
    blocks: tuple[Block, ...]
    keywords: tuple[str, ...] = ()
    treatments: tuple[str, ...] = ()
    order: int = 0
    reviewed: Reviewed = field(default_factory=Reviewed)


@dataclass(frozen=True, slots=True)
class Panel:
    """The screen's glass, measured: diagonal in inches, the lower edge above the floor in mm (None when unknown)."""

    inches: float = 21.5
    bottom_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Clinic:
    """What the clinic says of itself. ``languages`` are BCP 47 tags, the first one the default.
    ``categories`` are the ids of the common questions' categories in their order, with their words."""

    name: str
    place: str
    languages: tuple[str, ...]
    booking: str
    emergency: str
    panel: Panel = field(default_factory=Panel)
    categories: Mapping[str, Words] = field(default_factory=dict)
    contact: str = ""


@dataclass(frozen=True)
class Library:
    """All content of one version. ``version`` is a digest of the files' bytes."""

    clinic: Clinic
    treatments: tuple[Treatment, ...] = ()
    questions: tuple[CommonQuestion, ...] = ()
    form: Form | None = None
    version: str = ""

    def treatments_in(self, language: str) -> tuple[Treatment, ...]:
        """One of each treatment, in that language where it exists, else in the clinic's first."""
        return tuple(_one_each(self.treatments, language, self.clinic.languages))

    def questions_in(self, language: str) -> tuple[CommonQuestion, ...]:
        return tuple(_one_each(self.questions, language, self.clinic.languages))

    @property
    def empty(self) -> bool:
        return not (self.treatments or self.questions or self.form)


T = TypeVar("T", Treatment, CommonQuestion)


def _one_each(things: tuple[T, ...], language: str, languages: tuple[str, ...]) -> list[T]:
    preference = [language, *languages]
    best: dict[str, T] = {}

    def rank_of(thing: T) -> int:
        return preference.index(thing.language) if thing.language in preference else len(preference)

    for thing in things:
        rank = rank_of(thing)
        held = best.get(thing.id)
        if held is None or rank < rank_of(held):
            best[thing.id] = thing
    return sorted(best.values(), key=lambda thing: (thing.order, thing.id))
