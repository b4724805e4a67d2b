"""A questionnaire's YAML as FHIR R4's JSON; FHIR's own elements pass through, the other keys become extensions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.content.alert_keys import alert, score
from kiosk.content.conditions import conditions
from kiosk.content.document import Where
from kiosk.content.extension_keys import OPTION, of_form, of_option, simple
from kiosk.content.ground import Ground, Pointer
from kiosk.content.problem import quoted
from kiosk.content.spelling import (
    CODING,
    TIME,
    UNREAD,
    Asked,
    Json,
    listed,
    raw,
    texts,
    typed,
    valued,
    worded,
    write_text,
)
from kiosk.domain.form import Code
from kiosk.fhir.names import ITEM, KIOSK_CODES

CANONICAL = re.compile(r"(https?://|urn:)[^\s|]+")
VERSION = re.compile(r"[^\s|]+")
FORM_TEXTS = ("title", "description")
WORDS = frozenset(
    (
        *("id", "implicitRules", "language", "url", "version", "name", "status", "publisher", "purpose", "copyright"),
        *("date", "approvalDate", "lastReviewDate"),
        *("linkId", "definition", "prefix", "type", "enableBehavior", "answerValueSet"),
    )
)
"""FHIR's elements that are text; a number or a day that stands there is meant as it is written."""
VALUES = ("code", "display", "value", "unit", "reference")
"""What makes a mapping a value, not an element that holds one."""
TEXTS = ("text", "shortText", "help", "why", "unit", "openLabel", "entryFormat")


@dataclass(frozen=True)
class Written:
    """A questionnaire as FHIR's JSON, and what was gathered on the way."""

    json: Json
    ground: Ground


def to_fhir(data: Any, language: str = "en") -> Written:  # noqa: ANN401
    """The Questionnaire. ``data`` is the YAML's, its keys checked; ``language`` counts when neither the form nor one of
    its texts names another."""
    named = data.get("language") or base_language(data)
    ground = Ground(worded(named or language), {})
    for item in _items(data):
        ground.asked.setdefault(worded(item.get("linkId")), _asked(item, ground))
    json: Json = {"resourceType": "Questionnaire", "status": "active"}
    if named:
        json["language"] = worded(named)
    for key, value in data.items():
        _form_key(json, key, value, ground)
    if data.get("status") == "":
        del json["status"]
    return Written(json, ground)


def base_language(data: Json) -> str:
    """The language of the originals: the one that the first text written by language begins with; else empty."""
    found = (value for value in _texts(data) if texts(value))
    return next((next(iter(value)) for value in found), "")


def _texts(data: Json) -> Iterator[Any]:
    yield from (data.get(key) for key in FORM_TEXTS)
    for item in _items(data):
        yield from (item.get(key) for key in TEXTS)
        for part in ("answerOption", "alert"):
            held = [one for one in listed(item.get(part)) if isinstance(one, dict)]
            yield from (one.get(key) for one in held for key in ("display", "text", "valueString"))
        bands = (item.get("score") or {}).get("bands")
        yield from (band.get("label") for band in listed(bands) if isinstance(band, dict))


def _items(holder: Json) -> Iterator[Json]:
    for item in holder.get("item") or []:
        yield item
        yield from _items(item)


def _asked(item: Json, ground: Ground) -> Asked:
    options = [option_of(one, ground) for one in item.get("answerOption") or []]
    return Asked.of({"type": worded(item.get("type")), "answerOption": options})


def _form_key(json: Json, key: str, value: Any, ground: Ground) -> None:  # noqa: ANN401
    if value is None or key in ("language", UNREAD):
        json |= raw(value) if key == UNREAD and value else {}
    elif key in ("minutes", "reviewed"):
        if (extension := of_form(key, value)) is not None:
            _extend(json, [extension], (), (key,), ground)
    elif key == "extension":
        _extend_raw(json, value, (), (), ground)
    elif key in FORM_TEXTS:
        write_text(json, key, value, ground.language)
    elif key == "item":
        json["item"] = [_item(one, ("item", number), ground) for number, one in enumerate(value)]
    else:
        _plain(json, key, value)


def _plain(json: Json, key: str, value: Any) -> None:  # noqa: ANN401
    """An element of FHIR as it stands; translations of a text join what else is said about it."""
    made = worded(value) if key in WORDS else raw(value)
    if key.startswith("_") and isinstance(json.get(key), dict) and isinstance(made, dict):
        more = json[key]["extension"]
        made = {**made, "extension": [*(made.get("extension") or []), *more]}
    json[key] = made


def _extend(json: Json, extensions: list[Json], pointer: Pointer, where: Where, ground: Ground) -> None:
    held = json.setdefault("extension", [])
    for extension in extensions:
        ground.places[*pointer, "extension", len(held)] = where
        held.append(extension)


def _extend_raw(json: Json, value: Any, pointer: Pointer, where: Where, ground: Ground) -> None:  # noqa: ANN401
    held = json.setdefault("extension", [])
    for number, one in enumerate(value):
        ground.places[*pointer, "extension", len(held)] = (*where, "extension", number)
        held.append(raw(one))


def _item(item: Json, here: Pointer, ground: Ground) -> Json:
    """One item. Its pointer and its place in the YAML are the same: ``("item", 0, "item", 2)``."""
    json: Json = {}
    asked = _asked(item, ground)
    for key, value in item.items():
        where = (*here, key)
        if value is None:
            continue
        if key in ITEM:
            extensions = simple(key, value, asked, ground)
            if extensions is None:
                sentence = f"{quoted(key)} cannot be {quoted(value)} in an item of type {asked.type}."
                ground.slip(where, "wrong-type", sentence)
            else:
                _extend(json, extensions, here, where, ground)
        elif key in WRITERS:
            WRITERS[key](json, item, here, ground)
        elif key == "extension":
            _extend_raw(json, value, here, here, ground)
        elif key == "text":
            write_text(json, "text", value, ground.language)
        elif key == UNREAD:
            json |= raw(value)
        else:
            _plain(json, key, value)
    return json


def _children(json: Json, item: Json, here: Pointer, ground: Ground) -> None:
    json["item"] = [_item(one, (*here, "item", number), ground) for number, one in enumerate(item["item"])]


def _code(json: Json, item: Json, _here: Pointer, _ground: Ground) -> None:
    code = item["code"]
    json["code"] = raw(code) if isinstance(code, list) else [{"system": KIOSK_CODES, "code": worded(code)}]


def _alerts(json: Json, item: Json, here: Pointer, ground: Ground) -> None:
    for number, one in enumerate(item["alert"]):
        before = len(ground.slips)
        extension, places = alert(one, item, (*here, "alert", number), ground)
        if len(ground.slips) > before:
            continue
        at = (*here, "extension", len(json.get("extension", [])))
        for part, place in enumerate(places):
            ground.places[*at, "extension", part] = place
        _extend(json, [extension], here, (*here, "alert", number), ground)


def _score(json: Json, item: Json, here: Pointer, ground: Ground) -> None:
    _extend(json, score(item["score"], ground), here, (*here, "score"), ground)


def _options(json: Json, item: Json, here: Pointer, ground: Ground) -> None:
    json["answerOption"] = []
    for number, one in enumerate(item["answerOption"]):
        place = (*here, "answerOption", number)
        option = option_of(one, ground)
        json["answerOption"].append(option)
        if isinstance(one, dict) and not valued(one):
            ground.places[*place, "valueCoding"] = place


def option_of(written: Any, ground: Ground) -> Json:  # noqa: ANN401
    """One answerOption: a scalar, a coding's keys, or FHIR's own value[x]; beside them the keys of OPTION."""
    if not isinstance(written, dict):
        return _scalar_option(written)
    json: Json = {}
    raw_value = valued(written) is not None
    for key, value in written.items():
        if value is None:
            continue
        if key in OPTION:
            json.setdefault("extension", []).append(of_option(key, value, ground.language))
        elif key == "extension":
            json.setdefault("extension", []).extend(raw(value))
        elif key == UNREAD:
            json |= raw(value)
        elif key in CODING and not raw_value:
            write = write_text if key == "display" else _write_word
            write(json.setdefault("valueCoding", {}), key, value, ground.language)
        elif key == "valueString":
            write_text(json, key, value, ground.language)
        else:
            _plain(json, key, value)
    return json


def _write_word(into: Json, key: str, value: Any, _language: str) -> None:  # noqa: ANN401
    into[key] = worded(value)


def _scalar_option(value: object) -> Json:
    if isinstance(value, int):
        return {"valueInteger": value}
    if isinstance(value, date):
        return {"valueDate": value.isoformat()}
    text = worded(value)
    return {"valueTime" if TIME.fullmatch(text) else "valueString": text}


def _initial(json: Json, item: Json, here: Pointer, ground: Ground) -> None:
    asked = _asked(item, ground)
    json["initial"] = []
    for number, one in enumerate(listed(item["initial"])):
        entry = initial_value(asked, one)
        if entry is None:
            sentence = f"{quoted(one)} is no answer to {quoted(item.get('linkId'))}."
            ground.slip((*here, "initial", number), "answer-wrong", sentence)
        else:
            json["initial"].append(entry)


def initial_value(asked: Asked, written: Any) -> Json | None:  # noqa: ANN401
    """One entry of ``initial``; FHIR's own is left as it is. None for what is no answer to the question."""
    if isinstance(written, dict) and not any(key in written for key in VALUES):
        return dict(raw(written))
    found = typed(asked, written)
    return {f"value{found[0]}": found[1]} if found else None


def _conditions(json: Json, item: Json, here: Pointer, ground: Ground) -> None:
    made: list[Json] = []
    for number, one in enumerate(item["enableWhen"]):
        where = (*here, "enableWhen", number)
        for found in conditions(one, where, ground):
            place = (*here, "enableWhen", len(made))
            ground.places[place] = where
            for key in found:
                if key.startswith("answer") and key not in one:
                    ground.places[*place, key] = (*where, "not" if "not" in one else "answer")
            made.append(found)
        if "not" in one:
            _join_all(json, item, (*where, "not"), ground)
    if made or not item["enableWhen"]:
        json["enableWhen"] = made


def _join_all(json: Json, item: Json, where: Where, ground: Ground) -> None:
    """``not`` is two conditions that both must hold."""
    if item.get("enableBehavior") == "any":
        ground.slip(where, "key-misplaced", "“not” is two conditions; write them out when any is enough.")
    elif len(item["enableWhen"]) == 1:
        json["enableBehavior"] = "all"


WRITERS = {
    "item": _children,
    "code": _code,
    "alert": _alerts,
    "score": _score,
    "answerOption": _options,
    "initial": _initial,
    "enableWhen": _conditions,
}
CODES = frozenset(Code)
