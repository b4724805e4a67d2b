"""What a patient sends: the visible answers, what they raise, and what else belongs to the visit, in one draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.form import Absent, Code, Coding
from kiosk.domain.record import Draft, Json
from kiosk.domain.sheet import Node, Raised, View, alerts
from kiosk.domain.visit import Visit
from kiosk.fhir.response import Said, said, write_response


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the kiosk itself speaks in the patient's language: the language's tag, the words of the two answers that are
    no values, of yes and no, and of a signature drawn by hand."""

    language: str
    absences: Mapping[Absent, str]
    truth: Mapping[bool, str]
    signed: str


def draft(  # noqa: PLR0913 (a record has that many sources)
    view: View,
    visit: Visit,
    tongue: Tongue,
    *,
    confirmed: datetime,
    content: str,
    app: str,
    titles: Mapping[str, str],
) -> Draft:
    """The draft of a record. ``titles`` names the pages that were read or asked about by their id; ``confirmed`` is
    the moment of Send, with its zone; ``content`` and ``app`` are versions. Raises ValueError without a zone."""
    response = write_response(view, tongue.language, confirmed, tongue.absences, signed=tongue.signed)
    lines = {line.link_id: line for line in said(response, tongue.truth)}
    return Draft(
        questionnaire=view.form.canonical,
        sha256=view.form.sha256,
        content=content,
        started=visit.started,
        confirmed=confirmed,
        language=tongue.language,
        app=app,
        response=response,
        name=first(view, Code.PATIENT_NAME),
        born=first(view, Code.BIRTH_DATE),
        alerts=tuple(alert(raised, lines, tongue.language) for raised in alerts(view, confirmed.date())),
        areas={node.item.image_map: chosen(node) for node in view.questions if node.item.image_map and chosen(node)},
        questions=tuple(text for node in coded(view, Code.OWN_QUESTION) if (text := words(node))),
        discuss=tuple(node.item.id for node in view.questions if node.answer is Absent.IN_THE_ROOM),
        asks=pages(visit.asks, titles),
        read=pages(visit.read, titles),
    )


def coded(view: View, code: Code) -> list[Node]:
    return [node for node in view.questions if node.item.code is code]


def first(view: View, code: Code) -> str:
    """The first answer to a question of that code in words; empty when there is none."""
    return next((text for node in coded(view, code) if (text := words(node))), "")


def words(node: Node) -> str:
    return "" if isinstance(node.answer, Absent) else " ".join(str(value) for value in node.answer)


def chosen(node: Node) -> tuple[str, ...]:
    """The codes chosen of an image map."""
    if isinstance(node.answer, Absent):
        return ()
    return tuple(value.code for value in node.answer if isinstance(value, Coding))


def alert(raised: Raised, lines: Mapping[str, Said], language: str) -> Json:
    """An alert as staff need it, with its provenance; in the words the patient saw and staff wrote."""
    line = lines.get(raised.item.id)
    rule = raised.alert
    return {
        "level": rule.level.value,
        "linkId": raised.item.id,
        "question": (raised.item.short or raised.item.text).in_language(language),
        "answer": line.answer if line else "",
        "text": rule.text.in_language(language),
        "product": rule.product,
        "jurisdiction": rule.jurisdiction,
        "source": rule.source,
        "reviewed": rule.reviewed,
    }


def pages(ids: tuple[str, ...], titles: Mapping[str, str]) -> tuple[dict[str, str], ...]:
    return tuple({"id": id, "title": titles.get(id, id)} for id in ids)
