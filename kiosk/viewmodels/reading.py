"""What a visitor reads: the treatments, one treatment, the common questions and the search in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.library import CommonQuestion, Library, Section, Treatment
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.announcing import Announcing
from kiosk.viewmodels.pictures import address
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.stay import Stay
from kiosk.viewmodels.texts import BlockRow, block_rows, source_line

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

GOOD_MATCH = 72
"""rapidfuzz score of 100 from which a question counts as found: lets two slips in a word of eight pass."""
NEAR = 66
"""From which one word is like another, so that its question is offered where nothing was found: two slips in six."""


@dataclass(frozen=True)
class FactRow:
    glyph: str
    label: str


@dataclass(frozen=True)
class StepRow:
    number: int
    picture: str
    label: str


@dataclass(frozen=True)
class TreatmentRow:
    key: str
    title: str
    label: str
    picture: str
    glyphOne: str
    factOne: str
    glyphTwo: str
    factTwo: str


@dataclass(frozen=True)
class SectionRow:
    key: str
    title: str
    summary: str
    opened: bool


@dataclass(frozen=True)
class QuestionRow:
    key: str
    title: str
    opened: bool
    asked: bool


@dataclass(frozen=True)
class ChipRow:
    key: str
    title: str
    chosen: bool


@QmlElement
@QmlUncreatable("made by the application")
class Reading(QObject):
    """The reading pages. One section and one question is open at a time."""

    changed = Signal()

    def __init__(self, access: Access, stay: Stay, glyph: Callable[[str], str]) -> None:
        super().__init__()
        self._access = access
        self._stay = stay
        self._glyph = glyph
        self._library: Library | None = None
        self._key = self._section = self._question = self._category = self._search = ""
        self._treatments = Rows(TreatmentRow, self)
        self._facts = Rows(FactRow, self)
        self._steps = Rows(StepRow, self)
        self._sections = Rows(SectionRow, self)
        self._sectionBlocks = Rows(BlockRow, self)
        self._pairs = Rows(ChipRow, self)
        self._related = Rows(ChipRow, self)
        self._questions = Rows(QuestionRow, self)
        self._questionBlocks = Rows(BlockRow, self)
        self._questionLinks = Rows(ChipRow, self)
        self._suggested = Rows(ChipRow, self)
        self._categories = Rows(ChipRow, self)
        self._announcing = Announcing(self)
        access.languageChanged.connect(self.refresh)
        access.changed.connect(self.refresh)

    @Property(Rows, constant=True)
    def treatments(self) -> Rows:
        return self._treatments

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        return self._facts

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        return self._steps

    @Property(Rows, constant=True)
    def sections(self) -> Rows:
        return self._sections

    @Property(Rows, constant=True)
    def sectionBlocks(self) -> Rows:
        return self._sectionBlocks

    @Property(Rows, constant=True)
    def pairs(self) -> Rows:
        return self._pairs

    @Property(Rows, constant=True)
    def related(self) -> Rows:
        return self._related

    @Property(Rows, constant=True)
    def questions(self) -> Rows:
        return self._questions

    @Property(Rows, constant=True)
    def questionBlocks(self) -> Rows:
        return self._questionBlocks

    @Property(Rows, constant=True)
    def questionLinks(self) -> Rows:
        return self._questionLinks

    @Property(Rows, constant=True)
    def suggested(self) -> Rows:
        """The nearest question where a search finds none."""
        return self._suggested

    @Property(Rows, constant=True)
    def categories(self) -> Rows:
        return self._categories

    @Property(Announcing, constant=True)
    def announcing(self) -> Announcing:
        return self._announcing

    def furnish(self, library: Library) -> None:
        self._library = library
        self.refresh()

    def forget(self) -> None:
        """Closes everything and forgets what was searched for."""
        self._key = self._section = self._question = self._category = self._search = ""
        self.refresh()

    @property
    def question(self) -> CommonQuestion | None:
        """The one that is open."""
        return find(self._library.questions_in(self._access.language) if self._library else (), self._question)

    @property
    def treatment(self) -> Treatment | None:
        return find(self._library.treatments_in(self._access.language) if self._library else (), self._key)

    @Property(str, notify=changed)
    def key(self) -> str:
        """The id of the open treatment."""
        return self._key

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.treatment.title if self.treatment else ""

    @Property(str, notify=changed)
    def lead(self) -> str:
        return self.treatment.lead if self.treatment else ""

    @Property(str, notify=changed)
    def source(self) -> str:
        """Where the open treatment's statements come from."""
        return source_line(self.treatment.sources if self.treatment else ())

    @Property(str, notify=changed)
    def questionSource(self) -> str:
        """Where the open answer's statements come from."""
        return source_line(self.question.sources if self.question else ())

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        return f"treatment/{self._key}" in self._stay.visit.asks

    @Property(bool, notify=changed)
    def reviewed(self) -> bool:
        return bool(self.treatment and self.treatment.reviewed.holds)

    @Property(str, notify=changed)
    def search(self) -> str:
        return self._search

    @Property(str, notify=changed)
    def suggestion(self) -> str:
        """The id of the question that is offered where nothing was found."""
        return self._suggested.rows[0].key if self._suggested.rows else ""

    @Property(bool, notify=changed)
    def narrowed(self) -> bool:
        """Whether only one category shows."""
        return bool(self._category)

    @Property(int, notify=changed)
    def found(self) -> int:
        return self._questions.rowCount()

    def show_treatment(self, key: str) -> bool:
        """Opens a treatment; False when there is none of that id."""
        self._key, self._section = key, ""
        if self.treatment is None:
            return False
        self._stay.read(f"treatment/{key}")
        self.refresh()
        return True

    def show_question(self, key: str) -> None:
        """Opens one common question among all of them."""
        self._search = self._category = ""
        self._question = ""
        self.openQuestion(key)

    @Slot(str)
    def openSection(self, key: str) -> None:
        self._section = "" if key == self._section else key
        self._stay.touch()
        self.refresh()

    @Slot(str)
    def openQuestion(self, key: str) -> None:
        self._question = "" if key == self._question else key
        self._stay.touch()
        if self._question:
            self._stay.read(f"question/{key}")
        self.refresh()

    @Slot()
    def ask(self) -> None:
        """Asks about this treatment in the visit, or no longer."""
        self._stay.ask(f"treatment/{self._key}")
        self._stay.touch()
        self.refresh()

    @Slot(str)
    def askQuestion(self, key: str) -> None:
        self._stay.ask(f"question/{key}")
        self._stay.touch()
        self.refresh()

    @Slot(str)
    def choose(self, category: str) -> None:
        self._category = category
        self._stay.touch()
        self.refresh()

    @Slot(str)
    def type(self, letters: str) -> None:
        self._search = (self._search + letters)[:40]
        self._category = ""
        self._stay.touch()
        self.refresh()

    @Slot()
    def erase(self) -> None:
        self._search = self._search[:-1]
        self._stay.touch()
        self.refresh()

    @Slot()
    def clear(self) -> None:
        self._search = ""
        self._stay.touch()
        self.refresh()

    def booking(self) -> tuple[str, str]:
        """The open treatment's booking address (else the clinic's) and its title."""
        clinic = self._library.clinic.booking if self._library else ""
        return (self.treatment.booking or clinic, self.treatment.title) if self.treatment else (clinic, "")

    def named(self, what: str) -> dict[str, str]:
        """A page that was read or asked about as ``{"id", "title"}`` for the record."""
        kind, _, key = what.partition("/")
        language = self._access.language
        shelf: Iterable[Treatment | CommonQuestion] = ()
        if self._library:
            shelf = (
                self._library.treatments_in(language) if kind == "treatment" else self._library.questions_in(language)
            )
        thing = find(shelf, key)
        return {"id": what, "title": thing.title if thing else key}

    @Slot()
    def refresh(self) -> None:
        if self._library is None:
            return
        treatments = self._library.treatments_in(self._access.language)
        self._treatments.show([self._treatment_row(each) for each in treatments])
        self._show_treatment(self.treatment, treatments)
        self._show_questions(self._library)
        announcement = self._library.announcement_in(self._access.language)
        self._announcing.show(announcement, self._glyph(announcement.icon) if announcement else "")
        self.changed.emit()

    def _treatment_row(self, treatment: Treatment) -> TreatmentRow:
        facts = [(self._glyph(fact.icon), fact.text) for fact in treatment.facts[:2]] + [("", "")] * 2
        picture = address(treatment.emblem, self._access.contrast)
        return TreatmentRow(treatment.id, treatment.title, treatment.card, picture, *facts[0], *facts[1])

    def _show_treatment(self, treatment: Treatment | None, all_of_them: tuple[Treatment, ...]) -> None:
        if treatment is None or self._library is None:
            return
        contrast = self._access.contrast
        self._facts.show([FactRow(self._glyph(fact.icon), fact.text) for fact in treatment.facts])
        steps = enumerate(treatment.steps, start=1)
        self._steps.show([StepRow(n, address(step.picture, contrast), step.text) for n, step in steps])
        self._sections.show(
            [SectionRow(part.id, part.title, part.summary, part.id == self._section) for part in treatment.sections]
        )
        section = find(treatment.sections, self._section)
        self._sectionBlocks.show(block_rows(section.blocks if section else ()))
        self._pairs.show([ChipRow(o.id, o.title, False) for o in all_of_them if o.id in treatment.pairs])
        questions = self._library.questions_in(self._access.language)
        self._related.show([ChipRow(q.id, q.title, False) for q in questions if q.id in treatment.questions])

    def _show_questions(self, library: Library) -> None:
        language = self._access.language
        questions = library.questions_in(language)
        found = search(questions, self._search) if self._search.strip() else list(questions)
        shown = [q for q in found if not self._category or q.category == self._category]
        near = nearest(questions, self._search) if self._search.strip() and not found else None
        self._suggested.show([ChipRow(near.id, near.title, False)] if near else ())
        asks = self._stay.visit.asks
        self._questions.show(
            [QuestionRow(q.id, q.title, q.id == self._question, f"question/{q.id}" in asks) for q in shown]
        )
        question = find(questions, self._question)
        self._questionBlocks.show(block_rows(question.blocks if question else ()))
        treatments = library.treatments_in(language)
        linked = question.treatments if question else ()
        self._questionLinks.show([ChipRow(t.id, t.title, False) for t in treatments if t.id in linked])
        used = {q.category for q in questions}
        self._categories.show(
            [
                ChipRow(key, words.in_language(language), key == self._category)
                for key, words in library.clinic.categories.items()
                if key in used
            ]
        )


Named = TypeVar("Named", Treatment, CommonQuestion, Section)


def find(things: Iterable[Named], key: str) -> Named | None:
    return next((thing for thing in things if thing.id == key), None)


def search(questions: Iterable[CommonQuestion], text: str) -> list[CommonQuestion]:
    """The questions that answer these words best, best first; slips of a finger on glass are forgiven."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 (not before somebody searches)

    questions = list(questions)
    texts = [" ".join((q.title, *q.keywords, *(line for block in q.blocks for line in block.lines))) for q in questions]
    query = text.strip()
    scored = process.extract(
        query,
        texts,
        scorer=fuzz.partial_token_ratio,
        processor=utils.default_process,
        score_cutoff=GOOD_MATCH,
        limit=None,
    )
    return [questions[place] for _, _, place in scored]


def nearest(questions: Iterable[CommonQuestion], text: str) -> CommonQuestion | None:
    """The question to offer where a search found nothing: one of whose words in title or keywords is most like one of
    these."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 (not before somebody searches)

    questions = list(questions)
    said = [(word, question) for question in questions for word in utils.default_process(_words(question)).split()]
    best: tuple[float, CommonQuestion | None] = (0, None)
    for typed in utils.default_process(text).split():
        like = process.extractOne(typed, [word for word, _ in said], scorer=fuzz.ratio, score_cutoff=NEAR)
        if like and like[1] > best[0]:
            best = like[1], said[like[2]][1]
    return best[1]


def _words(question: CommonQuestion) -> str:
    return " ".join((question.title, *question.keywords))
