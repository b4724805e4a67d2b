"""How single values are written in YAML and in FHIR's JSON, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kiosk.content.clinic import LANGUAGE
from kiosk.domain.form import CHOICES, Type
from kiosk.domain.values import UCUM
from kiosk.fhir.names import TRANSLATION

Json = dict[str, Any]
Typed = tuple[str, Any]
"""The end of a value[x] key and its value: ``("Integer", 5)``."""

UNREAD = "unread"
"""Holds what an imported questionnaire has and no admin would be let write: elements R4 does not name, odd values."""
CODING = ("code", "system", "display", "version", "userSelected")
QUANTITY = re.compile(r"(-?[0-9]{1,18}(?:\.[0-9]{1,18})?) (\S+)")
TIME = re.compile(r"[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?")
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
DATE_TIME = re.compile(DATE.pattern + r"(T[0-9:.]+(Z|[+-][0-9:]+))?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What must be known of a question to write an answer to it: its type and its options' values."""

    type: str
    options: tuple[Typed, ...] = ()

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> Asked:
        """Of an item in FHIR's JSON."""
        options = item.get("answerOption")
        found = [valued(option) for option in options if isinstance(option, dict)] if isinstance(options, list) else []
        return cls(str(item.get("type", "")), tuple(one for one in found if one))


def valued(element: Mapping[str, Any], name: str = "value") -> Typed | None:
    """The value[x] of an element; None when it has none or several."""
    keys = [key for key in element if key.startswith(name) and key[len(name) : len(name) + 1].isupper()]
    return (keys[0][len(name) :], element[keys[0]]) if len(keys) == 1 else None


def alike(one: object, other: object) -> bool:
    """Equal JSON down to the literal of a number: true is not 1 and 1.0 is not 1.00."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return str(one) == str(other) if isinstance(one, Decimal) else one == other


def raw(value: object) -> Any:  # noqa: ANN401 - JSON is of any shape
    """The value as JSON has it: a day is text there."""
    if isinstance(value, dict):
        return {key: raw(held) for key, held in value.items()}
    if isinstance(value, list):
        return [raw(held) for held in value]
    return value.isoformat() if isinstance(value, date) else value


def worded(value: object) -> Any:  # noqa: ANN401
    """A number or a day that stands where text is meant, as text."""
    if isinstance(value, int | Decimal | date) and not isinstance(value, bool):
        return str(value)
    return raw(value)


def day(value: object) -> object:
    """The day a text says, else the text itself."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


KINDS_OF = {
    **dict.fromkeys(("extension", "modifierExtension"), list),
    **dict.fromkeys(("id", "question", "operator", "valueCode", "valueString", "valueDate", "valueTime"), str),
    **dict.fromkeys(("code", "system", "display", "version"), str),
    **dict.fromkeys(("userSelected", "initialSelected", "valueBoolean"), bool),
    **dict.fromkeys(("valueCoding", "valueCodeableConcept", "valueQuantity"), dict),
    "valueInteger": int,
}
"""What some elements of FHIR hold."""


def fits(key: str, value: object) -> bool:
    """Whether a value is of the kind its element has; texts are never blank."""
    kind = KINDS_OF.get(key)
    if kind is str:
        return isinstance(value, str) and bool(value.strip())
    return kind is None or type(value) is kind


def listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def texts(value: object) -> bool:
    """Whether a text is written by language: ``{en: ..., es: ...}``."""
    return isinstance(value, dict) and bool(value) and all(LANGUAGE.fullmatch(str(tag)) for tag in value)


def write_text(into: Json, key: str, value: Any, language: str) -> None:  # noqa: ANN401
    """Writes a text: the one in the form's language is the element itself, the others are its translations."""
    if not texts(value):
        into[key] = worded(value)
        return
    tongue = language.partition("-")[0]
    near = (tag for tag in value if tag.partition("-")[0] == tongue)
    original = language if language in value else next(near, None)
    if original is not None:
        into[key] = worded(value[original])
    others = [_translation(tag, worded(text)) for tag, text in value.items() if tag != original]
    if others:
        into[f"_{key}"] = {"extension": others}


def read_text(source: Mapping[str, Any], key: str, language: str) -> Any:  # noqa: ANN401
    """The text as an admin writes it; None when a key alone cannot say it. Without the form's ``language`` nobody
    knows what the original's is, so translations stay as they are."""
    held = {name: source[name] for name in (key, f"_{key}") if name in source}
    value: Any = held.get(key) if f"_{key}" not in held else _by_language(held, key, language)
    if not all(isinstance(text, str) and text.strip() for text in (value.values() if texts(value) else [value])):
        return None
    made: Json = {}
    if value is not None:
        write_text(made, key, value, language)
    return value if held and alike(made, held) else None


def _by_language(held: Json, key: str, language: str) -> Json | None:
    more = held.get(f"_{key}")
    if not language or not isinstance(more, dict) or not isinstance(more.get("extension"), list):
        return None
    found = {language: held[key]} if key in held else {}
    for extension in more["extension"]:
        parts = parted(extension, TRANSLATION)
        if parts is None or len(parts) != 2:
            return None
        tag, content = (part.get(f"value{kind}") for part, kind in zip(parts, ("Code", "String"), strict=True))
        found[str(tag)] = content
    return found if texts(found) else None


def _translation(tag: str, text: object) -> Json:
    parts = [{"url": "lang", "valueCode": tag}, {"url": "content", "valueString": text}]
    return {"url": TRANSLATION, "extension": parts}


def parted(extension: object, url: str) -> list[Json] | None:
    """The parts of a complex extension of that address."""
    if not isinstance(extension, dict) or extension.get("url") != url:
        return None
    parts = extension.get("extension")
    return parts if isinstance(parts, list) and all(isinstance(part, dict) for part in parts) else None


def typed(asked: Asked, value: Any) -> Typed | None:  # noqa: ANN401
    """What was written as an answer to a question, in FHIR's type; None when it can be none."""
    if isinstance(value, dict):
        return _mapped(value)
    if isinstance(value, bool) or asked.type == Type.BOOLEAN:
        fits = isinstance(value, bool) and asked.type not in (*KINDS, *CHOICES, Type.QUANTITY)
        return ("Boolean", value) if fits else None
    if asked.type in CHOICES:
        return _chosen(asked, value)
    if asked.type == Type.QUANTITY:
        amount = quantity(value)
        return ("Quantity", amount) if amount else None
    return _plain(Type(asked.type), value) if asked.type in KINDS else _guessed(value)


def _plain(type: Type, value: Any) -> Typed | None:  # noqa: ANN401
    suffix, kinds, pattern = KINDS[type]
    if not isinstance(value, kinds):
        return None
    written = value if suffix in ("Integer", "Decimal") else worded(value)
    return (suffix, written) if pattern is None or pattern.fullmatch(written) else None


def _mapped(value: Json) -> Typed:
    if "value" in value or "unit" in value:
        return "Quantity", raw(value)
    return ("Reference" if "reference" in value else "Coding"), raw(value)


_WRITTEN = (str, int, Decimal, date)
KINDS: dict[Type, tuple[str, Any, re.Pattern[str] | None]] = {
    Type.INTEGER: ("Integer", int, None),
    Type.DECIMAL: ("Decimal", (int, Decimal), None),
    Type.DATE: ("Date", (date, str, int), DATE),
    Type.DATE_TIME: ("DateTime", (date, str, int), DATE_TIME),
    Type.TIME: ("Time", str, TIME),
    Type.STRING: ("String", _WRITTEN, None),
    Type.TEXT: ("String", _WRITTEN, None),
    Type.URL: ("Uri", str, None),
}
"""For each type that is no choice: the FHIR type of its answers, what YAML reads it as, how it is spelled."""


def _chosen(asked: Asked, value: object) -> Typed | None:
    written = str(value)
    for suffix, option in asked.options:
        if suffix == "Coding" and isinstance(option, dict) and option.get("code") == written:
            return suffix, {key: option[key] for key in ("system", "code") if key in option}
        if suffix != "Coding" and str(option) == written:
            return suffix, option
    if not asked.options:
        return "Coding", {"code": written}
    return ("String", written) if asked.type == Type.OPEN_CHOICE else None


def _guessed(value: object) -> Typed | None:
    kinds = ((int, "Integer"), (Decimal, "Decimal"), (date, "Date"), (str, "String"))
    return next(((suffix, raw(value)) for kind, suffix in kinds if isinstance(value, kind)), None)


def quantity(value: object) -> Json | None:
    """``"5 kg"`` in UCUM, a plain number without a unit, or a FHIR Quantity as it is."""
    if isinstance(value, dict):
        return dict(raw(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return {"value": value}
    found = QUANTITY.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    number = Decimal(found[1]) if "." in found[1] else int(found[1])
    return {"value": number, "unit": found[2], "system": UCUM, "code": found[2]}


def spellings(suffix: str, value: Any) -> Iterable[Any]:  # noqa: ANN401
    """The ways an admin could write a FHIR value, shortest first. Whoever takes one checks that it means the same."""
    if isinstance(value, dict):
        if "code" in value and suffix == "Coding":
            yield value["code"]
        if suffix == "Quantity":
            yield f"{value.get('value')} {value.get('unit')}"
            yield value.get("value")
    elif suffix in ("Date", "DateTime"):
        yield day(value)
    yield value


def untyped(asked: Asked, found: Typed) -> Any:  # noqa: ANN401
    """What an admin writes for this value as an answer to that question; None when there is no such thing."""
    for written in spellings(*found):
        if (made := typed(asked, written)) and made[0] == found[0] and alike(made[1], found[1]):
            return written
    return None
