"""A patient's answers as a FHIR R4 QuestionnaireResponse, and the way back to what staff read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kiosk.domain.form import Absent, Coding, Item, Signature, Type, Value
from kiosk.domain.literal import dumps, loads
from kiosk.domain.sheet import Node, View

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
    str: "valueString",
    Coding: "valueCoding",
    Signature: "valueString",
}


def write_response(
    view: View,
    language: str,
    authored: datetime,
    code_phrases: Mapping[Absent, str],
    *,
    signed: str = "Signed by hand",
) -> Json:
    """The completed response: what is visible and answered, in the order of the form, in the words the patient saw.

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
        "status": "completed",
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
        return [item for node in nodes if (item := self.item(node))]

    def item(self, node: Node) -> Json:
        """One item, or an empty dict when there is nothing to tell."""
        below = self.items(node.children)
        told: Json = {}
        if isinstance(node.answer, Absent):
            told = {"extension": [_code(ABSENT, node.answer.value), _string(SAID, self.phrases[node.answer])]}
        elif node.answer:
            answers = [self.answer(node.item, value) for value in node.answer]
            # qrs-1: under a question, items belong to its answer. The sheet holds each child once, so the first has it.
            told = {"answer": [{**answers[0], "item": below}, *answers[1:]] if below else answers}
        elif below and node.item.type is Type.GROUP:
            told = {"item": below}
        if not told:
            return {}
        text = node.item.text.in_language(self.language)
        return {"linkId": node.item.id, **({"text": text} if text else {}), **told}

    def answer(self, item: Item, value: Value) -> Json:
        unit = item.unit.in_language(self.language)
        told = [_string(SAID, f"{value} {unit}")] if unit and isinstance(value, int | Decimal) else []
        if isinstance(value, Signature) and value.strokes:
            told = [_string(STROKES, value.strokes)]
        literal = {KINDS[type(value)]: self.literal(item, value)}
        return {"extension": told, **literal} if told else literal

    def literal(self, item: Item, value: Value) -> bool | int | Decimal | str | Json:
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Coding):
            return self.coding(item, value)
        return value.typed or self.signed if isinstance(value, Signature) else value

    def coding(self, item: Item, value: Coding) -> Json:
        option = item.option(value)
        seen = option.label.in_language(self.language) if option else ""
        parts = {"system": value.system, "code": value.code, "display": seen}
        return {name: part for name, part in parts.items() if part}


def _code(url: str, value: str) -> Json:
    return {"url": url, "valueCode": value}


def _string(url: str, value: str) -> Json:
    return {"url": url, "valueString": value}


@dataclass(frozen=True, slots=True)
class Said:
    """One question and what the patient said to it. ``group`` is the heading it stood under, or empty.

    ``answer`` is plain: the words shown, numbers with the unit shown, dates as ISO; several are joined by "; ".
    ``strokes`` is the SVG path data of a drawn signature.
    """

    link_id: str
    question: str
    answer: str = field(repr=False)
    absent: Absent | None = field(default=None, repr=False)
    group: str = ""
    strokes: str = field(default="", repr=False)


TRUTH: Mapping[bool, str] = {True: "Yes", False: "No"}


def said(response: Json, truth: Mapping[bool, str] = TRUTH) -> tuple[Said, ...]:
    """Everything the patient said, in order. What it does not know it shows as well as it can, and never raises:
    a record from another version must stay readable. ``truth`` are the words for true and false."""
    return tuple(_said(response, "", truth))


def _said(parent: Json, group: str, truth: Mapping[bool, str]) -> Iterator[Said]:
    for item in _dicts(parent.get("item")):
        answers = _dicts(item.get("answer"))
        reason = _extension(item, ABSENT)
        if answers or reason:
            words = [words for answer in answers if (words := _words(answer, truth))]
            yield Said(
                link_id=_str(item.get("linkId")),
                question=_str(item.get("text")),
                answer="; ".join(words) or _extension(item, SAID) or reason,
                absent=next((absent for absent in Absent if absent.value == reason), None),
                group=group,
                strokes=" ".join(drawn for answer in answers if (drawn := _extension(answer, STROKES))),
            )
        for answer in answers:
            yield from _said(answer, group, truth)
        yield from _said(item, _str(item.get("text")) or group, truth)


def _words(answer: Json, truth: Mapping[bool, str]) -> str:
    value = next((held for name, held in answer.items() if name.startswith("value")), None)
    return _extension(answer, SAID) or _plain(value, truth)


def _plain(value: object, truth: Mapping[bool, str]) -> str:
    if isinstance(value, bool):
        return truth[value]
    if isinstance(value, dict):
        # A Coding, a Quantity, a Reference or an Attachment: the words for people first.
        known = (value.get(name) for name in ("display", "value", "code", "title", "reference", "url"))
        first = next((_plain(part, truth) for part in known if part is not None), "")
        return f"{first} {_str(value.get('unit'))}".strip()
    return str(value) if isinstance(value, str | int | float | Decimal) else ""


def _extension(element: Json, url: str) -> str:
    for extension in _dicts(element.get("extension")):
        if extension.get("url") == url:
            return _str(extension.get("valueString")) or _str(extension.get("valueCode"))
    return ""


def _dicts(value: object) -> list[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""
