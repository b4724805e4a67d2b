"""One answer of a QuestionnaireResponse as a value of the domain, by FHIR R4's own formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kiosk.domain.form import CHOICES, Item, Type
from kiosk.domain.literal import dumps
from kiosk.domain.values import CONVERSIONS, UCUM, Coding, Quantity, Signature, Value
from kiosk.fhir.response import STROKES
from kiosk.fhir.value import clock, day, decimal, flag, moment, text, whole

Json = dict[str, Any]

WRONG_TYPE = "invalidAnswerType"
NO_CODE = "invalidCoding"

NAMES: Mapping[Type, tuple[str, ...]] = {
    Type.BOOLEAN: ("valueBoolean",),
    Type.DECIMAL: ("valueDecimal",),
    Type.INTEGER: ("valueInteger",),
    Type.DATE: ("valueDate",),
    Type.DATE_TIME: ("valueDateTime",),
    Type.TIME: ("valueTime",),
    Type.STRING: ("valueString",),
    Type.TEXT: ("valueString",),
    Type.URL: ("valueUri",),
    Type.CHOICE: ("valueCoding", "valueString", "valueInteger", "valueDate", "valueTime"),
    Type.OPEN_CHOICE: ("valueCoding", "valueString", "valueInteger", "valueDate", "valueTime"),
    Type.QUANTITY: ("valueQuantity",),
    Type.REFERENCE: ("valueReference",),
    Type.ATTACHMENT: ("valueAttachment",),
}
"""Which value[x] answers which type of question. Integers, dates and times answer a choice only among its options."""

_LARGEST = 2**31
_DIGITS, _EXPONENT = 100, 300
"""FHIR asks for 18 digits; what is longer or further from one than a double reaches is no answer of a person."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer element says: a value, nothing (S4), or a code that says why it cannot be one."""

    value: Value | None = field(default=None, repr=False)
    code: str = ""

    @property
    def empty(self) -> bool:
        return self.value is None and not self.code


def read_answer(item: Item, answer: object) -> Reading:
    """The value of one answer element to a question. Never raises."""
    if not isinstance(answer, dict):
        return Reading(code=WRONG_TYPE)
    names = [name for name in answer if isinstance(name, str) and name.startswith("value")]
    if not names:
        return Reading()
    name = names[0]
    if len(names) > 1 or name not in NAMES.get(item.type, ()):
        return Reading(code=WRONG_TYPE)
    value = _PARSERS[name](answer[name])
    if value is None or not _answers(item, name, value):
        return _uncoded(item, answer[name]) if name == "valueCoding" else Reading(code=WRONG_TYPE)
    if item.signature and isinstance(value, str):
        return Reading(_signature(answer, value))
    return Reading(value)


def _answers(item: Item, name: str, value: Value) -> bool:
    """Whether a list that is asked may be answered by this kind of value: codes and words always (the engine says which
    ones), the others where an option is of their kind."""
    if item.type not in CHOICES or name in ("valueCoding", "valueString"):
        return True
    return any(type(option.value) is type(value) for option in item.options)


def _uncoded(item: Item, held: object) -> Reading:
    """What has words but no code is one of the options when they have none either, else the free answer of an open
    choice (S14); everywhere else a Coding needs a code."""
    if not isinstance(held, dict) or not _texts(held, "code", "system", "display"):
        return Reading(code=WRONG_TYPE)
    words, system = held.get("display", ""), held.get("system", "")
    if not words.strip() or "code" in held:
        return Reading(code=NO_CODE)
    if option := item.option(Coding(words, system)):
        return Reading(option.value)
    return Reading(words) if item.type is Type.OPEN_CHOICE else Reading(code=NO_CODE)


def _signature(answer: Json, typed: str) -> Signature:
    """Drawn lines, else the name that was typed. Beside lines the words are only a caption."""
    extensions = answer.get("extension")
    for extension in extensions if isinstance(extensions, list) else ():
        if isinstance(extension, dict) and extension.get("url") == STROKES:
            strokes = extension.get("valueString")
            if isinstance(strokes, str) and strokes.strip() and _written(strokes):
                return Signature(strokes=strokes)
    return Signature(typed=typed)


def _integer(held: object) -> int | None:
    number = whole(held)
    return number if number is not None and -_LARGEST <= number < _LARGEST else None


def _decimal(held: object) -> Decimal | None:
    number = decimal(held)
    if number is None or len(number.as_tuple().digits) > _DIGITS:
        return None
    return number if -_EXPONENT < number.adjusted() < _EXPONENT else None


def _coding(held: object) -> Coding | None:
    if not isinstance(held, dict) or not _texts(held, "code", "system", "display"):
        return None
    code = held.get("code", "")
    return Coding(code, held.get("system", ""), held.get("display", "")) if code.strip() else None


def _quantity(held: object) -> Quantity | None:
    """A Quantity with a value. One with a comparator ("less than 5") is no number to compare or to show."""
    if not isinstance(held, dict) or not _texts(held, "unit", "system", "code") or "comparator" in held:
        return None
    value = _decimal(held.get("value"))
    return (
        None if value is None else Quantity(value, held.get("unit", ""), held.get("system", ""), held.get("code", ""))
    )


def _reference(held: object) -> str | None:
    """The address, else the whole Reference: it may name somebody by words or by an identifier."""
    if not isinstance(held, dict) or not held or not _texts(held, "reference", "display", "type"):
        return None
    return held.get("reference") or _whole(held)


def _attachment(held: object) -> str | None:
    """The whole Attachment: a kiosk keeps none, it only tells them apart."""
    texts = isinstance(held, dict) and _texts(held, "contentType", "data", "url", "title", "language", "hash")
    return _whole(held) if isinstance(held, dict) and held and texts else None


def _whole(held: Json) -> str | None:
    try:
        return dumps(held)
    except (ValueError, TypeError, RecursionError):
        return None


def _texts(held: Json, *names: str) -> bool:
    return all(isinstance(part := held.get(name, ""), str) and _written(part) for name in names)


def _text(held: object) -> str | None:
    words = text(held)
    return words if words is not None and _written(words) else None


def _written(words: str) -> bool:
    """Whether a text can be written down; half of a surrogate pair is no letter."""
    return words.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in words)


_PARSERS: Mapping[str, Callable[[object], Value | None]] = {
    "valueBoolean": flag,
    "valueDecimal": _decimal,
    "valueInteger": _integer,
    "valueDate": day,
    "valueDateTime": moment,
    "valueTime": clock,
    "valueString": _text,
    "valueUri": _text,
    "valueCoding": _coding,
    "valueQuantity": _quantity,
    "valueReference": _reference,
    "valueAttachment": _attachment,
}


def sameness(value: Value) -> object:
    """What two values share when they are the same to FHIR (``values.same``), for looking them up: 1 kg is 1000 g."""
    if isinstance(value, Quantity):
        for number, table in enumerate(CONVERSIONS):
            if value.system == UCUM and value.code in table:
                return number, value.value * table[value.code]
        return value.value, value.system, value.code, "" if value.code else value.unit
    return type(value) is bool, value


def distinct(values: Iterator[Value]) -> tuple[Value, ...]:
    """The values without those that came before (S10)."""
    found: dict[object, Value] = {}
    for value in values:
        found.setdefault(sameness(value), value)
    return tuple(found.values())
