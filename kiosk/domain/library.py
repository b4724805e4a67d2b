"""What the content files mean: the clinic, its treatments, the common questions, all of one version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kiosk.domain.form import Form
from kiosk.domain.span import ALWAYS, Span
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


class Standing(StrEnum):
    """Whether a file is signed off."""

    NONE = "none"
    SIGNED = "signed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Who signed a file off and when; both empty while nobody has. ``seal`` is the digest of what was signed. Only
    ``Standing.SIGNED`` is a signature that holds: CHANGED means that the text is another, or that nothing proves it is
    the same."""

    by: str = ""
    on: str = ""
    seal: str = ""
    state: Standing = Standing.NONE

    @property
    def holds(self) -> bool:
        return self.state is Standing.SIGNED


class Unsigned(StrEnum):
    """What becomes of files that no clinician has signed off: shown, shown while staff are told, or not shown."""

    SHOW = "show"
    WARN = "warn"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a medical statement comes from, as patients read it; ``url`` is shown, never opened."""

    text: str
    url: str = ""


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
    shown: Span = ALWAYS
    sources: tuple[Source, ...] = ()

    def linked(self, treatments: set[str], questions: set[str]) -> Treatment:
        """Without links that lead nowhere."""
        return replace(
            self,
            pairs=tuple(id for id in self.pairs if id in treatments),
            questions=tuple(id for id in self.questions if id in questions),
        )


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
    shown: Span = ALWAYS
    sources: tuple[Source, ...] = ()

    def linked(self, treatments: set[str]) -> CommonQuestion:
        """Without links that lead nowhere."""
        return replace(self, treatments=tuple(id for id in self.treatments if id in treatments))


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the clinic tells on the home page for some days, in one language. ``icon`` is a lucide icon's name."""

    id: str
    language: str
    title: str
    blocks: tuple[Block, ...]
    icon: str = "info"
    reviewed: Reviewed = field(default_factory=Reviewed)
    shown: Span = ALWAYS

    @property
    def order(self) -> int:
        """The newest first; what has no first day comes last."""
        return -self.shown.first.toordinal() if self.shown.first else 0


@dataclass(frozen=True, slots=True)
class Panel:
    """The screen's glass, measured: diagonal in inches, the lower edge above the floor in mm (None when unknown)."""

    inches: float = 21.5
    bottom_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """The clinic's look: a picture in the pictures folder, some of the default look's colours by their meaning, a font
    file in the content folder; empty for the shipped ones."""

    logo: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    title_font: str = ""


@dataclass(frozen=True, slots=True)
class Clinic:
    """What the clinic says of itself. ``languages`` are BCP 47 tags, the first one the default.
    ``categories`` are the ids of the common questions' categories in their order, with their words. ``unsigned`` says
    what becomes of files that no clinician has signed off. ``jurisdiction`` is whose advertising rules hold, ``grade``
    the year of school that every page should be readable in, ``known`` the long words that patients know."""

    name: str
    place: str
    languages: tuple[str, ...]
    booking: str
    emergency: str
    panel: Panel = field(default_factory=Panel)
    categories: Mapping[str, Words] = field(default_factory=dict)
    contact: str = ""
    unsigned: Unsigned = Unsigned.WARN
    theme: Theme = field(default_factory=Theme)
    jurisdiction: str = "US"
    grade: float = 6.0
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class Library:
    """All content of one version. ``version`` is a digest of the files' bytes; ``signed`` says who signed the
    questionnaire off."""

    clinic: Clinic
    treatments: tuple[Treatment, ...] = ()
    questions: tuple[CommonQuestion, ...] = ()
    form: Form | None = None
    version: str = ""
    announcements: tuple[Announcement, ...] = ()
    signed: Reviewed = field(default_factory=Reviewed)

    def treatments_in(self, language: str) -> tuple[Treatment, ...]:
        """One of each treatment, in that language where it exists, else in the clinic's first."""
        return tuple(_one_each(self.treatments, language, self.clinic.languages))

    def questions_in(self, language: str) -> tuple[CommonQuestion, ...]:
        return tuple(_one_each(self.questions, language, self.clinic.languages))

    def announcement_in(self, language: str) -> Announcement | None:
        """The one that shows: of several the one that began last, the others wait until it is over."""
        return next(iter(_one_each(self.announcements, language, self.clinic.languages)), None)

    @property
    def empty(self) -> bool:
        return not (self.treatments or self.questions or self.form)

    @property
    def pages(self) -> tuple[Page, ...]:
        return (*self.treatments, *self.questions, *self.announcements)

    def on(self, day: date) -> Library:
        """What patients see on that day: pages of the day, and of those only signed ones where the clinic wants it so.
        Links to other pages are left out."""
        hides = self.clinic.unsigned is Unsigned.HIDE
        treatments = tuple(_due(self.treatments, day, self.clinic.languages[0], hides))
        questions = tuple(_due(self.questions, day, self.clinic.languages[0], hides))
        ids, asked = {one.id for one in treatments}, {one.id for one in questions}
        return replace(
            self,
            treatments=tuple(one.linked(ids, asked) for one in treatments),
            questions=tuple(one.linked(ids) for one in questions),
            announcements=tuple(_due(self.announcements, day, self.clinic.languages[0], hides)),
            form=None if hides and not self.signed.holds else self.form,
        )

    def unsigned(self, day: date) -> tuple[Page, ...]:
        """The pages that lack a signature, without those that are over."""
        return tuple(page for page in self.pages if not page.reviewed.holds and not page.shown.over(day))


def version_of(files: Mapping[str, bytes]) -> str:
    """The first 12 hex digits of a SHA-256 over the names and bytes of all files."""
    digest = hashlib.sha256()
    for file, data in sorted(files.items()):
        digest.update(f"{file}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()[:12]


Page = Treatment | CommonQuestion | Announcement
T = TypeVar("T", Treatment, CommonQuestion, Announcement)


def _due(things: Iterable[T], day: date, first: str, hides: bool) -> list[T]:
    """Those of the day. Where a page in the clinic's ``first`` language does not show yet or any more, its translations
    do not either: nobody should meet it in another language only because its days were forgotten there."""
    things = tuple(things)
    resting = {one.id for one in things if one.language == first and not one.shown.holds(day)}
    return [
        one for one in things if one.shown.holds(day) and one.id not in resting and (one.reviewed.holds or not hides)
    ]


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
