"""A treatment, a common question or an announcement: Markdown below front matter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kiosk.content.clinic import is_example
from kiosk.content.document import Document, Where
from kiosk.content.front import front
from kiosk.content.markdown import Body, filled
from kiosk.content.page_shape import AnnouncementShape, MedicalShape, PageShape, QuestionShape, TreatmentShape
from kiosk.content.pictures import Pictures
from kiosk.content.problem import Mistake
from kiosk.content.seal import seal
from kiosk.content.shape import reviewed, shaped
from kiosk.domain.library import (
    Announcement,
    Block,
    BlockKind,
    Clinic,
    CommonQuestion,
    Fact,
    Reviewed,
    Source,
    Step,
    Treatment,
)
from kiosk.domain.span import Span

MOST_WORDS = 5
MOST_PARAGRAPHS = 2
MOST_LETTERS = 220
"""Of an announcement's text: what stands on the home page beside everything else at the usual size of letters."""
LONGEST_TITLE = 50


@dataclass(frozen=True)
class Page:
    """One file of a folder of pages, ``<id>.<language>.md``. ``today`` tells which have ended; ``shows`` gathers the
    names of the pictures."""

    id: str
    language: str
    text: str
    file: str
    clinic: Clinic
    pictures: Pictures
    today: date | None = None
    shows: list[str] = field(default_factory=list)

    def treatment(self) -> tuple[Treatment | None, Document]:
        """The treatment, or None when anything in its file is an error. Raises Mistake when it cannot be read."""
        document, body = self._parts()
        shape = shaped(document, TreatmentShape)
        if shape is None:
            return None, document
        if is_example(shape.booking):
            document.warn(("booking",), "booking-example", "This booking address is an example.")
        treatment = Treatment(
            id=self.id,
            language=self.language,
            title=shape.title,
            lead=self._filled(document, ("lead",), shape.lead),
            card=self._filled(document, ("card",), shape.card),
            emblem=self._picture(document, ("emblem",), shape.emblem),
            facts=self._facts(document, shape),
            steps=self._steps(document, shape),
            sections=body.sections(),
            pairs=tuple(dict.fromkeys(shape.pairs)),
            questions=tuple(dict.fromkeys(shape.questions)),
            booking=shape.booking,
            order=shape.order,
            shown=self._span(document, shape),
            sources=self._sources(document, shape),
        )
        if not treatment.sections:
            document.complain((body.first_line, 1), "body-empty", "No ## section stands below the front matter.")
        treatment = replace(treatment, reviewed=self._reviewed(document, shape))
        return (treatment if document.sound else None), document

    def question(self) -> tuple[CommonQuestion | None, Document]:
        """The question, or None when anything in its file is an error. Raises Mistake like ``treatment``."""
        document, body = self._parts()
        shape = shaped(document, QuestionShape)
        if shape is None:
            return None, document
        question = CommonQuestion(
            id=self.id,
            language=self.language,
            title=shape.title,
            category=shape.category,
            blocks=body.blocks(),
            keywords=tuple(shape.keywords),
            treatments=tuple(dict.fromkeys(shape.treatments)),
            order=shape.order,
            shown=self._span(document, shape),
            sources=self._sources(document, shape),
        )
        if not question.blocks:
            document.complain((body.first_line, 1), "body-empty", "No answer stands below the front matter.")
        question = replace(question, reviewed=self._reviewed(document, shape))
        return (question if document.sound else None), document

    def announcement(self) -> tuple[Announcement | None, Document]:
        """The announcement, or None when anything in its file is an error. Raises Mistake like ``treatment``."""
        document, body = self._parts()
        shape = shaped(document, AnnouncementShape)
        if shape is None:
            return None, document
        made = Announcement(
            id=self.id,
            language=self.language,
            title=shape.title,
            blocks=body.blocks(),
            icon=shape.icon,
            shown=self._span(document, shape),
        )
        if not made.blocks:
            document.complain((body.first_line, 1), "body-empty", "No text stands below the front matter.")
        self._check_length(document, body, made)
        made = replace(made, reviewed=self._reviewed(document, shape))
        return (made if document.sound else None), document

    def _parts(self) -> tuple[Document, Body]:
        document, below, line = front(self.text, self.file)
        return document, Body(below, line, document, self.clinic.emergency)

    def _span(self, document: Document, shape: PageShape) -> Span:
        span = Span(shape.from_, shape.until)
        if span.first and span.last and span.last < span.first:
            sentence = f"This day is before {span.first}, the first one, so the page would never show."
            document.error(("until",), "schedule-backwards", sentence)
        elif self.today and span.over(self.today):
            sentence = f"The last day was {span.last}, so the page shows no more; take the file away or set new days."
            document.warn(("until",), "schedule-over", sentence)
        return span

    def _sources(self, document: Document, shape: MedicalShape) -> tuple[Source, ...]:
        return tuple(
            Source(self._filled(document, ("sources", number), source.text), source.url)
            for number, source in enumerate(shape.sources)
        )

    def _reviewed(self, document: Document, shape: PageShape) -> Reviewed:
        shown = {name: data for name in self.shows if (data := self.pictures.read.get(name)) is not None}
        document.seal = seal(self.text, document, shown)
        return reviewed(document, shape.reviewed, document.seal)

    def _check_length(self, document: Document, body: Body, made: Announcement) -> None:
        if len(made.title) > LONGEST_TITLE:
            sentence = f"The title of an announcement has at most {LONGEST_TITLE} letters."
            document.warn(("title",), "announcement-long", sentence)
        if not _short(made.blocks):
            sentence = f"An announcement is one or two short paragraphs, at most {MOST_LETTERS} letters, and no list."
            document.complain((body.first_line, 1), "announcement-long", sentence, "warning")

    def _filled(self, document: Document, where: Where, text: str) -> str:
        return filled(text, self.clinic.emergency, document, *document.place(where))

    def _facts(self, document: Document, shape: TreatmentShape) -> tuple[Fact, ...]:
        for number, fact in enumerate(shape.facts):
            if len(fact.text.split()) > MOST_WORDS:
                sentence = f"A quick fact has at most {MOST_WORDS} words."
                document.warn(("facts", number, "text"), "fact-long", sentence)
        return tuple(
            Fact(fact.icon, self._filled(document, ("facts", number, "text"), fact.text))
            for number, fact in enumerate(shape.facts)
        )

    def _steps(self, document: Document, shape: TreatmentShape) -> tuple[Step, ...]:
        return tuple(
            Step(
                self._picture(document, ("steps", number, "picture"), step.picture),
                self._filled(document, ("steps", number, "text"), step.text),
            )
            for number, step in enumerate(shape.steps)
        )

    def _picture(self, document: Document, where: Where, name: str) -> Path:
        self.shows.append(name)
        try:
            return self.pictures.find(name)
        except Mistake as mistake:
            document.error(where, mistake.code, mistake.sentence)
            return self.pictures.folder


def _short(blocks: tuple[Block, ...]) -> bool:
    letters = sum(len(line) for block in blocks for line in block.lines)
    plain = all(block.kind is BlockKind.PARAGRAPH for block in blocks)
    return plain and len(blocks) <= MOST_PARAGRAPHS and letters <= MOST_LETTERS
