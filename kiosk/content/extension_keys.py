"""Extensions as plain keys: what an admin writes beside FHIR's own elements, and back, with their order kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from kiosk.content.ground import Ground
from kiosk.content.spelling import (
    CODING,
    KINDS,
    Asked,
    Json,
    alike,
    day,
    fits,
    listed,
    quantity,
    raw,
    read_text,
    spellings,
    texts,
    typed,
    valued,
    worded,
    write_text,
)
from kiosk.domain.form import Type
from kiosk.domain.values import UCUM
from kiosk.fhir.names import EXCLUSIVE, ITEM, ITEM_CONTROL_SYSTEM, MINUTES, PREFIX, REVIEWED, WEIGHTS

CONTROLS = {
    "itemControl": ITEM_CONTROL_SYSTEM,
    "displayCategory": "http://hl7.org/fhir/questionnaire-display-category",
}
"""The code systems of the keys that are written as a code alone."""
REPEATING = ("unitOption", "alert", "score")
LONGEST = 120
"""Minutes a form may say it takes."""
UNITS = ("unit", "unitOption")
COUNTS = ("minLength", "maxDecimalPlaces", "minOccurs", "maxOccurs")
OPTION = {"weight": (WEIGHTS[0], "valueDecimal"), "prefix": (PREFIX, "valueString"), "exclusive": EXCLUSIVE}
"""The extensions of an answerOption, as ITEM has those of an item."""


def simple(key: str, value: Any, asked: Asked, ground: Ground) -> list[Json] | None:  # noqa: ANN401
    """The extensions that a key of ITEM stands for; None when its value can mean nothing there."""
    url, place = ITEM[key]
    if key == "unitOption":
        return [{"url": url, place: _unit_option(one)} for one in listed(value)]
    if not place:
        found = bound(asked, value)
        return None if found is None else [{"url": url, f"value{found[0]}": found[1]}]
    extension: Json = {"url": url}
    if place == "valueString":
        write_text(extension, place, value, ground.language)
    elif key == "unit":
        extension[place] = _unit(value, ground.language)
    elif key in CONTROLS:
        coding = {"system": CONTROLS[key], "code": worded(value)}
        extension[place] = raw(value) if isinstance(value, dict) else {"coding": [coding]}
    elif place == "valueQuantity":
        amount = quantity(value)
        if amount is None:
            return None
        extension[place] = amount
    else:
        extension[place] = raw(value)
    return [extension]


def bound(asked: Asked, value: Any) -> tuple[str, Any] | None:  # noqa: ANN401
    """A minValue or maxValue in the type of its item; a quantity's may be a number in the item's own unit."""
    if asked.type in KINDS:
        return typed(asked, value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return ("Decimal" if isinstance(value, Decimal) else "Integer"), value


def _unit(value: Any, language: str) -> Json:  # noqa: ANN401
    if not isinstance(value, dict) or texts(value):
        coding: Json = {}
        write_text(coding, "display", value, language)
        return coding
    coding = {key: raw(held) for key, held in value.items() if key != "display"}
    if "display" in value:
        write_text(coding, "display", value["display"], language)
    return coding


def _unit_option(value: Any) -> Json:  # noqa: ANN401
    if isinstance(value, dict):
        return {"system": UCUM, **raw(value)}
    return {"system": UCUM, "code": worded(value), "display": worded(value)}


def read_simple(key: str, found: list[Json], asked: Asked, language: str) -> Any:  # noqa: ANN401
    """What an admin writes for these extensions of one key; None when the key cannot say them exactly."""
    if key == "unitOption":
        ways: Iterable[Any] = ([_read_unit_option(one) for one in found],)
    elif len(found) == 1:
        ways = _ways(key, found[0], language)
    else:
        return None
    if not all(fits(part, value) for extension in found for part, value in extension.items()):
        return None
    for written in ways:
        if isinstance(written, int) and written < 0 and key in COUNTS:
            return None
        if key in UNITS and not all(_sayable(one) for one in listed(written)):
            continue
        if written is not None and alike(simple(key, written, asked, Ground(language)), found):
            return written
    return None


def _sayable(unit: object) -> bool:
    """Whether a unit is words, or a mapping with no other keys than a Coding's."""
    return (
        not isinstance(unit, dict)
        or texts(unit)
        or all(key in CODING and fits(key, held) for key, held in unit.items())
    )


def _ways(key: str, extension: Json, language: str) -> Iterable[Any]:
    place = ITEM[key][1]
    if place == "valueString":
        yield read_text(extension, place, language)
        return
    found = valued(extension)
    if found is None:
        return
    suffix, value = found
    if isinstance(value, dict):
        if key == "unit":
            shown = read_text(value, "display", language)
            yield shown
            if shown is not None:
                yield {**{part: held for part, held in value.items() if part != "_display"}, "display": shown}
        if key in CONTROLS and isinstance(value.get("coding"), list) and value["coding"]:
            first = value["coding"][0]
            yield first.get("code") if isinstance(first, dict) else None
    yield from spellings(suffix, value)


def _read_unit_option(extension: Json) -> Any:  # noqa: ANN401
    coding = extension.get("valueCoding")
    if not isinstance(coding, dict):
        return None
    short = coding.get("code")
    if alike(_unit_option(short), coding):
        return short
    return {key: held for key, held in coding.items() if (key, held) != ("system", UCUM)}


Read = Callable[[str, list[Json]], Any]


def keyed(extensions: object, keys: Mapping[str, str], read: Read) -> Json:
    """A list of extensions as keys, in its order; what ``read`` returns None for stays in one raw ``extension`` list.

    ``keys`` has the key of each address. Since that list has one place among the keys, everything between the first
    and the last of the unsaid stays with them."""
    if not isinstance(extensions, list) or not extensions:
        return {"extension": extensions}
    said: list[tuple[str, Any, list[Any]]] = []
    for key, found in _grouped(extensions, keys):
        value = read(key, found) if key and key not in (one[0] for one in said) else None
        said.append((key if value is not None else "", value, found))
    unsaid = [number for number, one in enumerate(said) if not one[0]]
    made: Json = {}
    for number, (key, value, found) in enumerate(said):
        if unsaid and unsaid[0] <= number <= unsaid[-1]:
            made.setdefault("extension", []).extend(found)
        else:
            made[key] = value
    return made


def _grouped(extensions: list[Any], keys: Mapping[str, str]) -> list[tuple[str, list[Any]]]:
    groups: list[tuple[str, list[Any]]] = []
    for extension in extensions:
        key = keys.get(str(extension.get("url")), "") if isinstance(extension, dict) else ""
        if key in REPEATING and groups and groups[-1][0] == key:
            groups[-1][1].append(extension)
        else:
            groups.append((key, [extension]))
    return groups


def of_option(key: str, value: Any, language: str) -> Json:  # noqa: ANN401
    """The extension of an answerOption that a key of OPTION stands for."""
    url, place = OPTION[key]
    extension: Json = {"url": url}
    if place == "valueString":
        write_text(extension, place, value, language)
    else:
        extension[place] = raw(value)
    return extension


def read_of_option(key: str, found: list[Json], language: str) -> Any:  # noqa: ANN401
    """The value of such a key, or None."""
    place = OPTION[key][1]
    value = read_text(found[0], place, language) if place == "valueString" else found[0].get(place)
    return value if value is not None and alike(of_option(key, value, language), found[0]) else None


def of_form(key: str, value: Any) -> Json | None:  # noqa: ANN401
    """The questionnaire's own extension for ``minutes`` or ``reviewed``; None while nobody has signed it off."""
    if key == "minutes":
        return {"url": MINUTES, "valueInteger": value}
    parts = [("by", "valueString"), ("on", "valueDate")]
    made = [{"url": part, place: worded(value[part])} for part, place in parts if value.get(part)]
    return {"url": REVIEWED, "extension": made} if made else None


def read_of_form(key: str, found: list[Json]) -> Any:  # noqa: ANN401
    """The value of such a key, or None."""
    if key == "minutes":
        written = found[0].get("valueInteger")
        if not isinstance(written, int) or not 1 <= written <= LONGEST:
            return None
    else:
        parts = found[0].get("extension")
        if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
            return None
        written = {str(part.get("url")): day(part.get("valueString", part.get("valueDate"))) for part in parts}
    return written if written is not None and alike(of_form(key, written), found[0]) else None


ITEM_KEYS = {url: key for key, (url, _) in ITEM.items()}
OPTION_KEYS = {url: key for key, (url, _) in OPTION.items()}
FORM_KEYS = {MINUTES: "minutes", REVIEWED: "reviewed"}
QUESTIONS = frozenset(Type) - {Type.GROUP, Type.DISPLAY}
