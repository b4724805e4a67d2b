"""A patient's answers as a FHIR R4 QuestionnaireResponse, and the way back to what staff read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kiosk.domain.form import Item, Type
from kiosk.domain.literal import dumps, loads
from kiosk.domain.values import Absent, Coding, Partial, Quantity, Signature, Value
from kiosk.domain.view import Node, View

__all__ = ["ABSENT", "SAID", "STROKES", "Said", "dumps", "loads", "said", "write_response"]

Json = dict[str, Any]

ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
SAID = "https://kiosk.example/fhir/StructureDefinition/said"
STROKES = "https://kiosk.example/fhir/StructureDefinition/signature-strokes"

KINDS: Mapping[type, str] = {
    bool: "valueBoolean",
    int: "valueInteger",
    Decimal: "valueDecimal",
    date: "valueDate",
    datetime: "valueDateTime",
    Partial: "valueDate",
    time: "valueTime",
    str: "valueString",
    Coding: "valueCoding",
    Quantity: "valueQuantity",
    Signature: "valueString",
}
OF_TYPE: Mapping[Type, str] = {Type.DATE_TIME: "valueDateTime", Type.URL: "valueUri"}
"""Where the item's type says more than the value's."""


class Status(StrEnum):
    """How far a response is (S22)."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    AMENDED = "amended"
    STOPPED = "stopped"
    ENTERED_IN_ERROR = "entered-in-error"


def write_response(
    view: View,
    language: str,
    authored: datetime,
    code_phrases: Mapping[Absent, str],
    *,
    signed: str = "Signed by hand",
    status: Status = Status.COMPLETED,
) -> Json:
    """The response: what is visible and answered, in the order of the form, in the words the patient saw.

    It names nobody (S23) and checks nothing: ask ``issues(view)`` first. ``authored`` carries its zone.
    ``code_phrases`` are the words of the two answers that are no values, ``signed`` those for a drawn signature.
    Decimals stay Decimal: write the result with ``dumps``. Raises ValueError when ``authored`` has no zone.
    """
    if authored.tzinfo is None:
        raise ValueError("a response needs the zone of its time")
    pen = _Pen(language, code_phrases, signed)
    response: Json = {
        "resourceType": "QuestionnaireResponse",
        "language": language,
        "questionnaire": view.form.canonical,
        "status": status.value,
        "authored": authored.isoformat(timespec="seconds"),
    }
    items = pen.items(view.nodes)
    return {**response, "item": items} if items else response


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes in one language."""

    language: str
    phrases: Mapping[Absent, str]
    signed: str

    def items(self, nodes: tuple[Node, ...]) -> list[Json]:
        """One item a question, one a group's instance (S10), in the order of the form (S20)."""
        single = [one for node in nodes for one in (node.children if node.gathers else (node,))]
        return [item for node in single if (item := self.item(node))]

    def item(self, node: Node) -> Json:
        """One item, or an empty dict when there is nothing to tell."""
        told: Json = {}
        if isinstance(node.answer, Absent):
            told = {"extension": [_code(ABSENT, node.answer.value), _string(SAID, self.phrases[node.answer])]}
        elif node.answer:
            told = {"answer": [self.answer(node, value) for value in node.answer]}
        elif node.item.type is Type.GROUP and (below := self.items(node.children)):
            told = {"item": below}
        if not told:
            return {}
        text = node.item.text.in_language(self.language)
        return {"linkId": node.item.id, **({"text": text} if text else {}), **told}

    def answer(self, node: Node, value: Value) -> Json:
        """One answer with what hangs under it (qrs-1, S11)."""
        item, told = node.item, []
        unit = item.unit.in_language(self.language)
        if unit and isinstance(value, int | Decimal):
            told = [_string(SAID, f"{value} {unit}")]
        if isinstance(value, Signature) and value.strokes:
            told = [_string(STROKES, value.strokes)]
        kind = OF_TYPE.get(item.type) or KINDS[type(value)]
        below = self.items(node.under(value))
        literal = {kind: self.literal(item, value), **({"item": below} if below else {})}
        return {"extension": told, **literal} if told else literal

    def literal(self, item: Item, value: Value) -> bool | int | Decimal | str | Json:
        match value:
            case date() | time():
                return value.isoformat()
            case Partial():
                return str(value)
            case Coding():
                return self.coding(item, value)
            case Quantity():
                parts = {"value": value.value, "unit": value.unit, "system": value.system, "code": value.code}
                return {name: part for name, part in parts.items() if part != ""}
            case Signature():
                return value.typed or self.signed
        return value

    def coding(self, item: Item, value: Coding) -> Json:
        option = item.option(value)
        seen = option.label.in_language(self.language) if option else value.display
        parts = {"system": value.system, "code": value.code, "display": seen}
        return {name: part for name, part in parts.items() if part}


def _code(url: str, value: str) -> Json:
    return {"url": url, "valueCode": value}


def _string(url: str, value: str) -> Json:
    return {"url": url, "valueString": value}


APART = " · "
"""Between the headings of one repetition inside another."""
NAMED = 40
"""Characters of an answer that name what hangs under it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One question and what the patient said to it. ``group`` is the heading it stood under, or empty; instances of a
    repeating group are numbered: "Medicines 2". ``question`` begins with the answer it hangs under when that is one of
    several: "Diabetes: Since when?".

    ``answer`` is plain: the words shown, numbers with their unit, dates as ISO; several are joined by "; ".
    ``strokes`` is the SVG path data of a drawn signature. ``place`` is where in its response the item stands.
    ``within`` and ``under`` are the numbered heading and the answer that tell it from its own repetitions.
    """

    link_id: str
    question: str = field(repr=False)
    answer: str = field(repr=False)
    absent: Absent | None = field(default=None, repr=False)
    group: str = field(default="", repr=False)
    strokes: str = field(default="", repr=False)
    place: str = ""
    within: str = field(default="", repr=False)
    under: str = field(default="", repr=False)

    @property
    def asked(self) -> str:
        """The question as it can stand alone, without its heading above it."""
        return _joined(APART, self.within, self.question)

    def named(self, words: str, beside: str = "") -> str:
        """These words for the question, as they can stand alone, or beside another line ``within`` that heading."""
        return _joined(APART, self.within if self.within != beside else "", _joined(": ", self.under, words))


TRUTH: Mapping[bool, str] = {True: "Yes", False: "No"}


def said(response: Json, truth: Mapping[bool, str] = TRUTH) -> tuple[Said, ...]:
    """Everything the patient said, in order: each instance of a group, and what hangs under an answer after it. What
    it does not know it shows as well as it can, and never raises: a record from another version must stay readable.
    ``truth`` are the words for true and false."""
    sent = _moment(_str(response.get("authored")))
    return tuple(_Reader(truth, sent.strftime("%z") if sent else "").items(response, _Spot()))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an item stands, and what its headings say of that."""

    place: str = ""
    group: str = ""
    within: str = ""
    under: str = ""

    def inside(self, number: int) -> _Spot:
        return replace(self, place=_joined(".", self.place, str(number)))

    def answered(self, number: int, words: str) -> _Spot:
        """Below one of several answers."""
        line = " ".join(words.split())
        short = line if len(line) <= NAMED else f"{line[: NAMED - 1].rstrip()}…"
        return replace(self.inside(number), under=_joined(", ", self.under, short))

    def headed(self, words: str, number: int) -> _Spot:
        """Below a heading; ``number`` is 0 where it is the only one. Without words the heading above goes on."""
        if not words and not number:
            return self
        above = _joined(APART, self.within, self.under)
        own = (words or self.group.rpartition(APART)[2]) if number else words
        heading = _joined(APART, above, _joined(" ", own, str(number) if number else ""))
        return replace(self, group=heading, within=heading if number else above, under="")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads with these words for true and false; ``offset`` is the zone of the response, such as -0500."""

    truth: Mapping[bool, str]
    offset: str

    def items(self, parent: Json, spot: _Spot) -> Iterator[Said]:
        items = _dicts(parent.get("item"))
        times = Counter(_str(item.get("linkId")) for item in items)
        met: Counter[str] = Counter()
        for place, item in enumerate(items):
            id = _str(item.get("linkId"))
            met[id] += 1
            yield from self.item(item, spot.inside(place), met[id] if id and times[id] > 1 else 0)

    def item(self, item: Json, spot: _Spot, number: int) -> Iterator[Said]:
        answers = _dicts(item.get("answer"))
        if answers or _extension(item, ABSENT):
            yield self.line(item, answers, spot)
        for place, answer in enumerate(answers):
            several = len(answers) > 1
            below = spot.answered(place, self.words(answer)) if several else spot.inside(place)
            yield from self.items(answer, below)
        yield from self.items(item, spot.headed(_str(item.get("text")), number))

    def line(self, item: Json, answers: list[Json], spot: _Spot) -> Said:
        words = [words for answer in answers if (words := self.words(answer))]
        reason = _extension(item, ABSENT)
        id = _str(item.get("linkId"))
        return Said(
            link_id=id,
            question=_joined(": ", spot.under, _str(item.get("text")) or id),
            answer="; ".join(words) or _extension(item, SAID) or reason,
            absent=next((absent for absent in Absent if absent.value == reason), None),
            group=spot.group,
            strokes=" ".join(drawn for answer in answers if (drawn := _extension(answer, STROKES))),
            place=spot.place,
            within=spot.within,
            under=spot.under,
        )

    def words(self, answer: Json) -> str:
        kind, value = next(((name, held) for name, held in answer.items() if name.startswith("value")), ("", None))
        told = _extension(answer, SAID)
        if told or not isinstance(value, str):
            return told or self.plain(value)
        if kind == "valueDateTime":
            return self.moment(value)
        return _clock(value) if kind == "valueTime" else value

    def plain(self, value: object) -> str:
        if isinstance(value, bool):
            return self.truth[value]
        if not isinstance(value, dict):
            return str(value) if isinstance(value, str | int | float | Decimal) else ""
        if "value" in value:  # a Quantity
            unit = _str(value.get("unit")) or _str(value.get("code"))
            return _joined(" ", _str(value.get("comparator")), self.plain(value["value"]), unit)
        # A Coding, a Reference or an Attachment: the words for people first.
        known = (value.get(name) for name in ("display", "code", "title", "reference", "url"))
        return next((self.plain(part) for part in known if part is not None), "")

    def moment(self, value: str) -> str:
        """A dateTime on the clock it was told by, with its zone where that is not the response's own."""
        when = _moment(value)
        if when is None:
            return value
        offset = when.strftime("%z")
        zone = f"(UTC{offset[:3]}:{offset[3:5]})".replace("+00:00", "") if offset != self.offset else ""
        return _joined(" ", when.date().isoformat(), _clock(when.time().isoformat()), zone)


def _moment(value: str) -> datetime | None:
    """A FHIR dateTime that has a time of day, else None."""
    try:
        return datetime.fromisoformat(value) if "T" in value else None
    except ValueError:
        return None


def _clock(value: str) -> str:
    """A FHIR time without seconds that say nothing."""
    return value.removesuffix(":00") if value.count(":") == 2 else value


def _joined(apart: str, *parts: str) -> str:
    return apart.join(part for part in parts if part)


def _extension(element: Json, url: str) -> str:
    for extension in _dicts(element.get("extension")):
        if extension.get("url") == url:
            return _str(extension.get("valueString")) or _str(extension.get("valueCode"))
    return ""


def _dicts(value: object) -> list[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""
