"""A FHIR R4 Questionnaire as the YAML an admin writes, with nothing lost: what no key can say stays FHIR's own."""

from __future__ import annotations

import re
from typing import Any

from kiosk.content.alert_keys import read_alert, read_score
from kiosk.content.conditions import read_condition
from kiosk.content.extension_keys import (
    FORM_KEYS,
    ITEM_KEYS,
    OPTION_KEYS,
    keyed,
    read_of_form,
    read_of_option,
    read_simple,
)
from kiosk.content.ground import Ground
from kiosk.content.spelling import CODING, UNREAD, Asked, Json, alike, day, fits, read_text, texts, untyped, valued
from kiosk.content.to_fhir import (
    CANONICAL,
    CODES,
    FORM_TEXTS,
    VERSION,
    WORDS,
    base_language,
    initial_value,
    option_of,
    to_fhir,
)
from kiosk.fhir.names import ALERT, BAND, KIOSK_CODES, SCORE

FORM = (
    *("id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension"),
    *("url", "identifier", "version", "name", "title", "derivedFrom", "status", "experimental"),
    *("subjectType", "date", "publisher", "contact", "description", "useContext", "jurisdiction"),
    *("purpose", "copyright", "approvalDate", "lastReviewDate", "effectivePeriod", "code", "item"),
)
ITEM = (
    *("linkId", "id", "type", "prefix", "text", "code", "definition", "extension", "modifierExtension"),
    *("enableWhen", "enableBehavior", "required", "repeats", "readOnly", "maxLength", "answerOption"),
    *("answerValueSet", "initial", "item"),
)
"""The elements of FHIR R4 (hl7.org/fhir/R4/questionnaire.html), in the order they are written."""
TEXTS = ("title", "description", "text")
FLAGS = ("experimental", "required", "repeats", "readOnly")
LISTS = ("contained", "extension", "modifierExtension", "enableWhen", "answerOption", "item")
OPTION = re.compile(
    r"_?(id|extension|modifierExtension|initialSelected|value(Integer|Date|Time|String|Coding|Reference))"
)
"""The elements of answerOption in FHIR R4."""
DAYS = ("date", "approvalDate", "lastReviewDate")
ALL_KEYS = {**ITEM_KEYS, ALERT: "alert", SCORE: "score", BAND: "score"}


def to_yaml(json: Json) -> Json:
    """The data of the YAML. ``to_fhir(to_yaml(json)).json`` is ``json`` again, lists in their order."""
    language = json.get("language") if isinstance(json.get("language"), str) else ""
    ground = Ground(language or "", {})
    _gather(json, ground)
    data: Json = {}
    for key in _ordered(json, FORM):
        _form_key(data, key, json, ground)
    if "status" not in json:
        data["status"] = ""
    elif json["status"] == "active":
        data.pop("status")
    if language and base_language(data) == language:
        del data["language"]
    return data


def _ordered(json: Json, known: tuple[str, ...]) -> list[str]:
    """The keys in FHIR's order; what belongs to an element stands behind it."""
    named = [key for name in known for key in (name, f"_{name}") if key in json]
    return named + [key for key in json if key not in named]


def _gather(holder: Json, ground: Ground) -> None:
    for item in _dicts(holder.get("item")):
        if isinstance(item.get("linkId"), str):
            ground.asked.setdefault(item["linkId"], Asked.of(item))
        _gather(item, ground)


def _dicts(value: object) -> list[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _form_key(data: Json, key: str, json: Json, ground: Ground) -> None:
    value = json[key]
    if key == "resourceType":
        return
    if key.removeprefix("_") not in FORM or odd(key, value):
        data.setdefault(UNREAD, {})[key] = value
    elif key == "extension":
        data |= keyed(value, FORM_KEYS, read_of_form)
    elif key.removeprefix("_") in FORM_TEXTS:
        _text(data, key, json, ground)
    elif key == "item" and isinstance(value, list) and len(_dicts(value)) == len(value):
        data[key] = [_item(one, ground) for one in value]
    else:
        data[key] = day(value) if key in DAYS else value


def odd(key: str, value: object) -> bool:
    """Whether a value of FHIR's own element is none that its key in the YAML takes."""
    if key in WORDS or key in TEXTS:
        pattern = {"url": CANONICAL, "version": VERSION}.get(key)
        sound = isinstance(value, str) and bool(value.strip()) and (pattern is None or pattern.fullmatch(value))
        return not sound and not (key == "text" and isinstance(value, dict))
    if key in FLAGS:
        return not isinstance(value, bool)
    if key in LISTS:
        return not isinstance(value, list)
    if key == "maxLength":
        return isinstance(value, bool) or not isinstance(value, int) or value < 1
    return value is None


def _text(data: Json, key: str, source: Json, ground: Ground) -> None:
    """A text and its translations under one key where they can be said so, else each as FHIR has it."""
    name = key.removeprefix("_")
    written = read_text(source, name, ground.language)
    if written is None:
        data[key] = source[key]
    else:
        data[name] = written


def _item(json: Json, ground: Ground) -> Json:
    data: Json = {}
    for key in _ordered(json, ITEM):
        value = json[key]
        if key.removeprefix("_") not in ITEM or odd(key, value):
            data.setdefault(UNREAD, {})[key] = value
        elif key == "extension":
            data |= keyed(value, ALL_KEYS, lambda name, found: _extension(name, found, json, ground))
        elif key in ("text", "_text"):
            _text(data, key, json, ground)
        elif key in READERS and isinstance(value, list) and len(_dicts(value)) == len(value):
            data[key] = READERS[key](value, json, ground)
        else:
            data[key] = value
    return data


def _extension(key: str, found: list[Json], item: Json, ground: Ground) -> Any:  # noqa: ANN401
    """What an admin writes for these extensions of an item; None when the key cannot say them."""
    asked = Asked.of(item)
    if key == "score":
        return read_score(found, ground) if found[0].get("url") == SCORE else None
    if key != "alert":
        return read_simple(key, found, asked, ground.language)
    plain = {"linkId": item.get("linkId")}
    alerts = [read_alert(one, plain, ground) for one in found]
    return None if None in alerts else alerts


def _children(value: list[Json], _item_json: Json, ground: Ground) -> list[Json]:
    return [_item(one, ground) for one in value]


def _code(value: list[Json], _item_json: Json, _ground: Ground) -> object:
    only = value[0].get("code") if len(value) == 1 else None
    return (
        only
        if isinstance(only, str) and only in CODES and alike(value, [{"system": KIOSK_CODES, "code": only}])
        else value
    )


def _conditions(value: list[Json], _item_json: Json, ground: Ground) -> list[Json]:
    return [read_condition(one, ground) for one in value]


def _initial(value: list[Json], item: Json, _ground: Ground) -> object:
    asked = Asked.of(item)
    written = []
    for one in value:
        found = valued(one)
        short = untyped(asked, found) if found else None
        written.append(short if short is not None and alike(initial_value(asked, short), one) else one)
    return written[0] if len(written) == 1 and not isinstance(written[0], dict) else written


def _options(value: list[Json], _item_json: Json, ground: Ground) -> list[Any]:
    return [_whole_option(one, ground) for one in value]


def _whole_option(json: Json, ground: Ground) -> Any:  # noqa: ANN401
    """An option, with whatever R4 does not know set apart."""
    plain = {key: value for key, value in json.items() if OPTION.fullmatch(key) and fits(key, value)}
    option = _option(plain, ground)
    if len(plain) == len(json):
        return option
    unread = {key: value for key, value in json.items() if key not in plain}
    return {**(option if isinstance(option, dict) else plain), UNREAD: unread}


def _option(json: Json, ground: Ground) -> Any:  # noqa: ANN401
    found = valued(json)
    if found and len(json) == 1 and found[0] != "Coding":
        scalar = day(found[1]) if found[0] == "Date" else found[1]
        if not isinstance(scalar, dict | list | bool) and alike(option_of(scalar, ground), json):
            return scalar
    written: Json = {}
    coding = json.get("valueCoding")
    for key, value in json.items():
        if key == "extension":
            written |= keyed(value, OPTION_KEYS, lambda name, one: read_of_option(name, one[:1], ground.language))
        elif key == "valueCoding" and isinstance(coding, dict) and coding:
            written = {**_coding(coding, ground), **written}
        elif key in ("valueString", "_valueString"):
            _text(written, key, json, ground)
        else:
            written[key] = value
    return written if alike(option_of(written, ground), json) else json


def _coding(coding: Json, ground: Ground) -> Json:
    written: Json = {}
    for key, value in coding.items():
        if key in ("display", "_display"):
            _text(written, key, coding, ground)
        else:
            written[key] = value
    said = all(key in CODING and (texts(value) or fits(key, value)) for key, value in written.items())
    return written if said else {"valueCoding": coding}


READERS = {
    "item": _children,
    "code": _code,
    "enableWhen": _conditions,
    "initial": _initial,
    "answerOption": _options,
}


def lossless(json: Json, data: Json) -> bool:
    """Whether the YAML's data says exactly this questionnaire."""
    return alike(to_fhir(data).json, json)
