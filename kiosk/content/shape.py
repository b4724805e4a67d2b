"""What pydantic finds wrong with a document, said in plain sentences at the right place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from inspect import isclass
from typing import Annotated, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import ErrorDetails, PydanticCustomError

from kiosk.content.clinic import LANGUAGE, booking_mistake
from kiosk.content.document import Document, Where
from kiosk.content.problem import did_you_mean, quoted
from kiosk.content.seal import DIGEST
from kiosk.domain.library import Reviewed, Standing
from kiosk.domain.words import Words

PLAIN = ""
"""The language of a text that was written without one."""


class Shape(BaseModel):
    """The keys a mapping may have. An empty value counts as none."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=to_camel)

    @model_validator(mode="before")
    @classmethod
    def without_empty(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        known = aliases(cls)
        return {key: value for key, value in data.items() if value is not None or key not in known}


def _written(value: object) -> object:
    if isinstance(value, int | Decimal | date) and not isinstance(value, bool):
        return str(value)
    return value


def _by_language(value: object) -> object:
    return {PLAIN: value} if isinstance(_written(value), str) else value


def _not_empty(value: str) -> str:
    if not value:
        raise PydanticCustomError("text-empty", "This text must not be empty.")
    return value


def _tag(value: str) -> str:
    if value != PLAIN and not LANGUAGE.fullmatch(value):
        raise PydanticCustomError("language-unknown", "This is no language tag like “en” or “es”.")
    return value


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("wrong-date", "Write the day like 2026-03-01.")
    try:
        return date.fromisoformat(value)
    except ValueError:
        sentence = f"There is no such day as {value}."
        raise PydanticCustomError("date-never", "{sentence}", {"sentence": sentence}) from None


def _signed_on(value: str) -> str:
    return value and _day(value).isoformat()


def _digest(value: str) -> str:
    if value and not DIGEST.fullmatch(value):
        raise PydanticCustomError("wrong-digest", "This is not as the program wrote it; let it write it anew.")
    return value


def _booking(value: str) -> str:
    if value and (mistake := booking_mistake(value)):
        raise PydanticCustomError("booking-address", "{sentence}", {"sentence": mistake.sentence})
    return value


def one_of(kind: type[StrEnum]) -> BeforeValidator:
    """Reads one of the words of ``kind``."""

    def read(value: object) -> StrEnum:
        try:
            return kind(str(value))
        except ValueError:
            nearest = did_you_mean(str(value), kind)
            sentence = f"{quoted(value)} is none of: {', '.join(kind)}{nearest}"
            raise PydanticCustomError("value-unknown", "{sentence}", {"sentence": sentence}) from None

    return BeforeValidator(read)


Loose = Annotated[str, BeforeValidator(_written), StringConstraints(strip_whitespace=True)]
Text = Annotated[Loose, AfterValidator(_not_empty)]
Tag = Annotated[str, AfterValidator(_tag)]
Texts = Annotated[dict[Tag, Text], BeforeValidator(_by_language), Field(min_length=1)]
Booking = Annotated[Loose, AfterValidator(_booking)]
Digest = Annotated[Loose, AfterValidator(_digest)]
Day = Annotated[date, BeforeValidator(_day)]


class Signed(Shape):
    """Who signed a file off, when, and the seal of what was signed."""

    by: Loose = ""
    on: Annotated[Loose, AfterValidator(_signed_on)] = ""
    seal: Digest = ""


def reviewed(document: Document, signed: Signed, seal: str) -> Reviewed:
    """Who signed the file off, and whether that still holds for what is in it now, which has this ``seal``."""
    if not (signed.by and signed.on):
        document.warn(("reviewed",), "not-reviewed", "No clinician has signed this file off yet.")
        return Reviewed(signed.by, signed.on, signed.seal)
    if signed.seal == seal:
        return Reviewed(signed.by, signed.on, signed.seal, Standing.SIGNED)
    if signed.seal:
        sentence = f"This file has changed since {quoted(signed.by)} signed it on {signed.on}; sign it anew."
        document.warn(("reviewed",), "review-stale", sentence)
    else:
        sentence = (
            f"{quoted(signed.by)} is named for {signed.on}, but no seal shows that the text is still the same. "
            "Sign it with main.py content sign."
        )
        document.warn(("reviewed",), "review-unsealed", sentence)
    return Reviewed(signed.by, signed.on, signed.seal, Standing.CHANGED)


def words(document: Document, where: Where, texts: dict[str, str], languages: tuple[str, ...]) -> Words:
    """The text in its languages; a plain one counts as written in the first. Missing languages are warned of."""
    first = languages[0] if languages else "en"
    named = {tag or first: text for tag, text in texts.items()}
    if texts and (missing := [tag for tag in languages if tag not in named]):
        document.warn(where, "translation-missing", f"This text is missing in: {', '.join(missing)}.")
    return Words.of(named)


S = TypeVar("S", bound=Shape)


def shaped(document: Document, shape: type[S]) -> S | None:
    """The document's values in that shape, or None with a problem for everything that does not fit."""
    try:
        return shape.model_validate(document.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=True):
            _tell(document, shape, detail)
        return None


SENTENCES: dict[str, tuple[str, str]] = {
    "missing": ("key-missing", "{key} is missing here."),
    "string_type": ("wrong-type", "{key} must be text; put it in quotes."),
    "bool_type": ("wrong-type", "{key} must be true or false."),
    "int_type": ("wrong-type", "{key} must be a whole number."),
    "list_type": ("wrong-type", "{key} must be a list, each entry with a dash."),
    "dict_type": ("wrong-type", "{key} must be written as keys with values."),
    "model_type": ("wrong-type", "{key} must be written as keys with values."),
    "literal_error": ("value-unknown", "{key} must be {expected}."),
    "string_pattern_mismatch": ("value-unknown", "{key} is written with letters it may not have."),
    "too_short": ("wrong-count", "{key} needs at least {min_length}; here are {actual_length}."),
    "too_long": ("wrong-count", "{key} takes at most {max_length}; here are {actual_length}."),
    "greater_than_equal": ("out-of-range", "{key} must be {ge} or more."),
    "less_than_equal": ("out-of-range", "{key} must be {le} or less."),
}


def _tell(document: Document, shape: type[Shape], detail: ErrorDetails) -> None:
    where: Where = detail["loc"]
    key = next((str(part) for part in reversed(where) if isinstance(part, str) and part != "[key]"), "This file")
    if detail["type"] == "extra_forbidden":
        place = document.keys.get(where) or document.place(where)
        nearest = did_you_mean(key, _keys_at(shape, where))
        comma = " Text that holds a comma needs quotes." if detail["input"] is None else ""
        document.complain(place, "key-unknown", f"There is no {quoted(key)} here{nearest}{comma}")
        return
    code, sentence = SENTENCES.get(detail["type"], (detail["type"], "{message}"))
    told = sentence.format(key=quoted(key), message=detail["msg"], **detail.get("ctx", {}))
    document.error(where, code, told)


def _keys_at(shape: type[Shape], where: Where) -> Iterable[str]:
    """The keys that the mapping which holds ``where`` may have."""
    for part in where[:-1]:
        for name, field in shape.model_fields.items():
            if part == (field.alias or name):
                shape = _shape_in(field.annotation) or shape
    return aliases(shape)


def _shape_in(annotation: object) -> type[Shape] | None:
    if isclass(annotation) and issubclass(annotation, Shape):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _shape_in(inner))), None)


def aliases(shape: type[Shape]) -> set[str]:
    return {field.alias or name for name, field in shape.model_fields.items()}
