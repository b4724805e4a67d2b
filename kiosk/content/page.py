"""A treatment or a common question: Markdown below front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from kiosk.content.clinic import is_example
from kiosk.content.document import Document, Where, read_yaml
from kiosk.content.markdown import Body, filled
from kiosk.content.pictures import Pictures
from kiosk.content.problem import Mistake
from kiosk.content.shape import Booking, Loose, Shape, Signed, Text, reviewed, shaped
from kiosk.domain.library import Clinic, CommonQuestion, Fact, Step, Treatment

MOST_WORDS = 5


class FactShape(Shape):
    icon: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    text: Text


class StepShape(Shape):
    picture: Text
    text: Text


class TreatmentShape(Shape):
    title: Text
    lead: Text
    card: Text
    order: int = 0
    emblem: Text
    facts: list[FactShape] = Field(min_length=2, max_length=4)
    steps: list[StepShape] = Field(min_length=3, max_length=3)
    pairs: list[Text] = Field([])
    questions: list[Text] = Field([])
    booking: Booking = ""
    reviewed: Signed = Signed()


class QuestionShape(Shape):
    title: Text
    category: Text
    order: int = 0
    keywords: list[Loose] = Field([])
    treatments: list[Text] = Field([])
    reviewed: Signed = Signed()


@dataclass(frozen=True)
class Page:
    """One file of a folder of pages, ``<id>.<language>.md``."""

    id: str
    language: str
    text: str
    file: str
    clinic: Clinic
    pictures: Pictures

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
            reviewed=reviewed(document, shape.reviewed),
        )
        if not treatment.sections:
            document.complain((body.first_line, 1), "body-empty", "No ## section stands below the front matter.")
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
            reviewed=reviewed(document, shape.reviewed),
        )
        if not question.blocks:
            document.complain((body.first_line, 1), "body-empty", "No answer stands below the front matter.")
        return (question if document.sound else None), document

    def _parts(self) -> tuple[Document, Body]:
        """The front matter between two lines ``---``, and the text below it."""
        parts = re.match(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", self.text, re.DOTALL | re.MULTILINE)
        if parts is None:
            sentence = "The file must begin with front matter between two lines of three hyphens."
            raise Mistake("front-matter-missing", sentence)
        document = read_yaml(parts[1], self.file, first_line=2)
        below = self.text.count("\n", 0, parts.end()) + 1
        return document, Body(self.text[parts.end() :], below, document, self.clinic.emergency)

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
        try:
            return self.pictures.find(name)
        except Mistake as mistake:
            document.error(where, mistake.code, mistake.sentence)
            return self.pictures.folder
