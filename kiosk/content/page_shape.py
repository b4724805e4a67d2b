"""The keys of the front matter of treatments, common questions and announcements."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kiosk.content.shape import Booking, Day, Digest, Loose, Shape, Signed, Text

LONGEST_ADDRESS = 120
"""Letters of an address that is only read."""


def _source(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _address(value: str) -> str:
    if value and (not value.startswith(("https://", "http://")) or " " in value or len(value) > LONGEST_ADDRESS):
        sentence = f"An address starts with https://, has no spaces and at most {LONGEST_ADDRESS} letters."
        raise PydanticCustomError("source-address", "{sentence}", {"sentence": sentence})
    return value


Icon = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]


class SourceShape(Shape):
    text: Text
    url: Annotated[Loose, AfterValidator(_address)] = ""


class FactShape(Shape):
    icon: Icon
    text: Text


class StepShape(Shape):
    picture: Text
    text: Text


class PageShape(Shape):
    """What the front matter of every page may hold."""

    title: Text
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    original: Digest = ""
    reviewed: Signed = Signed()


class MedicalShape(PageShape):
    order: int = 0
    sources: list[Annotated[SourceShape, BeforeValidator(_source)]] = Field([])


class TreatmentShape(MedicalShape):
    lead: Text
    card: Text
    emblem: Text
    facts: list[FactShape] = Field(min_length=2, max_length=4)
    steps: list[StepShape] = Field(min_length=3, max_length=3)
    pairs: list[Text] = Field([])
    questions: list[Text] = Field([])
    booking: Booking = ""


class QuestionShape(MedicalShape):
    category: Text
    keywords: list[Loose] = Field([])
    treatments: list[Text] = Field([])


class AnnouncementShape(PageShape):
    icon: Icon = "info"
