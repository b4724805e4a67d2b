"""The keys of a questionnaire's YAML, FHIR R4's names where it has them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from kiosk.content.shape import Loose, Shape, Signed, Text, Texts, one_of
from kiosk.domain.form import Code, Level, Operator, Type

Scalar = bool | int | Decimal | date | str


def _scalar(value: object) -> Scalar:
    if isinstance(value, Scalar):
        return value
    raise PydanticCustomError("wrong-type", "This must be one value: true, false, a number, a date or a code.")


def _bound(value: object) -> int | Decimal | date:
    if isinstance(value, int | Decimal | date) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("wrong-type", "This must be a plain number or a date like 2026-03-01.")


def _canonical(value: str) -> str:
    if not re.fullmatch(r"(https?://|urn:)[^\s|]+", value):
        raise PydanticCustomError("wrong-url", "This must be an address that begins with https:// and holds no “|”.")
    return value


def _no_bar(value: str) -> str:
    if re.search(r"[\s|]", value):
        raise PydanticCustomError("wrong-version", "A version holds no space and no “|”.")
    return value


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


Answer = Annotated[Scalar, PlainValidator(_scalar)]
Bound = Annotated[int | Decimal | date, PlainValidator(_bound)]


class OptionShape(Shape):
    code: Text
    display: Texts
    system: Loose = ""
    exclusive: bool = False


class ConditionShape(Shape):
    question: Text
    operator: Annotated[Operator, one_of(Operator)]
    answer: Answer


class WhenShape(Shape):
    answer: Annotated[list[Answer], BeforeValidator(_listed)] = Field([])
    unsure: bool = False
    exists: bool = False
    younger: int | None = Field(None, ge=1, le=150)


class AlertShape(Shape):
    level: Annotated[Level, one_of(Level)]
    when: WhenShape
    text: Texts
    product: Loose = ""
    jurisdiction: Loose = ""
    source: Loose = ""
    reviewed: Loose = ""


class ItemShape(Shape):
    link_id: Text
    type: Annotated[Type, one_of(Type)]
    text: Texts
    short_text: Texts = Field({})
    help: Texts = Field({})
    why: Texts = Field({})
    required: bool = False
    repeats: bool = False
    unsure: bool = False
    tell_in_the_room: bool = False
    answer_option: list[OptionShape] = Field([])
    min_value: Bound | None = None
    max_value: Bound | None = None
    max_length: int | None = Field(None, ge=1, le=100_000)
    max_decimal_places: int | None = Field(None, ge=0, le=18)
    unit: Texts = Field({})
    image_map: Text | None = None
    signature: bool = False
    code: Annotated[Code, one_of(Code)] | None = None
    enable_when: list[ConditionShape] = Field([])
    enable_behavior: Literal["all", "any"] | None = None
    alert: list[AlertShape] = Field([])
    item: list[ItemShape] = Field([])


class FormShape(Shape):
    url: Annotated[Text, AfterValidator(_canonical)]
    version: Annotated[Text, AfterValidator(_no_bar)]
    title: Texts
    minutes: int = Field(5, ge=1, le=120)
    reviewed: Signed = Signed()
    item: list[ItemShape] = Field(min_length=1)


QUESTIONS = frozenset(Type) - {Type.GROUP, Type.DISPLAY}
NUMBERS = frozenset({Type.INTEGER, Type.DECIMAL})
WRITTEN = frozenset({Type.STRING, Type.TEXT})
KEYS = {
    "required": QUESTIONS,
    "repeats": QUESTIONS,
    "unsure": QUESTIONS,
    "tell_in_the_room": QUESTIONS,
    "alert": QUESTIONS,
    "answer_option": frozenset({Type.CHOICE}),
    "image_map": frozenset({Type.CHOICE}),
    "min_value": NUMBERS | {Type.DATE},
    "max_value": NUMBERS | {Type.DATE},
    "unit": NUMBERS,
    "max_decimal_places": frozenset({Type.DECIMAL}),
    "max_length": WRITTEN,
    "signature": frozenset({Type.STRING}),
    "item": frozenset(Type) - {Type.DISPLAY},
}
"""Which types of item each key may stand in."""


def misplaced(item: ItemShape) -> list[str]:
    """The keys, as they are written, that say something and have no meaning in an item of this type."""
    return [
        ItemShape.model_fields[key].alias or key
        for key, types in KEYS.items()
        if item.type not in types and getattr(item, key) not in (None, False, [], {})
    ]
