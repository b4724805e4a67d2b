"""What a patient sends: the visible answers, what they raise, and what else belongs to the visit, in one draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.alarms import Raised, alerts
from kiosk.domain.form import Code, Form, Score
from kiosk.domain.record import Draft, Json
from kiosk.domain.sheet import Path
from kiosk.domain.values import Absent, Coding
from kiosk.domain.view import Node, View, found
from kiosk.domain.visit import Visit
from kiosk.fhir.response import Said, said, write_response


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the kiosk itself speaks in the patient's language: the language's tag, the words of the two answers that are
    no values, of yes and no, and of a signature drawn by hand. ``staff`` is the language of what only staff read, such
    as scores; when it is empty, the one the form was written in first."""

    language: str
    absences: Mapping[Absent, str]
    truth: Mapping[bool, str]
    signed: str
    staff: str = ""


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
    lines = by_path(view, said(response, tongue.truth))
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
        alerts=tuple(alert(raised, view.form, lines, tongue.language) for raised in alerts(view, confirmed.date())),
        areas=areas(view),
        questions=tuple(text for node in coded(view, Code.OWN_QUESTION) if (text := words(node))),
        discuss=tuple(dict.fromkeys(node.item.id for node in view.questions if node.answer is Absent.IN_THE_ROOM)),
        asks=pages(visit.asks, titles),
        read=pages(visit.read, titles),
        scores=tuple(scores(view, tongue.staff)),
        definition=view.form.source,
    )


def by_path(view: View, lines: tuple[Said, ...]) -> dict[Path, Said]:
    """What was said by the path of its question: the response has both in the same order."""
    answered = (node.path for node in view.questions if node.answered)
    return dict(zip(answered, lines, strict=True))


def coded(view: View, code: Code) -> list[Node]:
    return [node for node in view.questions if node.item.code is code]


def first(view: View, code: Code) -> str:
    """The first answer to a question of that code in words; empty when there is none."""
    return next((text for node in coded(view, code) if (text := words(node))), "")


def words(node: Node) -> str:
    return "" if isinstance(node.answer, Absent) else " ".join(str(value) for value in node.answer)


def areas(view: View) -> dict[str, tuple[str, ...]]:
    """The codes chosen of each image map, whichever instances they were chosen in."""
    areas: dict[str, tuple[str, ...]] = {}
    for node in view.questions:
        if node.item.image_map and (codes := chosen(node)):
            areas[node.item.image_map] = tuple(dict.fromkeys((*areas.get(node.item.image_map, ()), *codes)))
    return areas


def chosen(node: Node) -> tuple[str, ...]:
    """The codes chosen of an image map."""
    if isinstance(node.answer, Absent):
        return ()
    return tuple(value.code for value in node.answer if isinstance(value, Coding))


def alert(raised: Raised, form: Form, lines: Mapping[Path, Said], language: str) -> Json:
    """An alert as staff need it, with its provenance; in the words the patient saw and staff wrote. ``question`` and
    ``answer`` name the first answer that called for it, ``answer`` the others after it."""
    own = lines.get(raised.path)
    called = [line for line in (own, *read_by(raised, form, lines)) if line]
    others = [asked(line.named(name(form, line, language), called[0].within), line.answer) for line in called[1:]]
    first = called[0].named(name(form, called[0], language)) if called else ""
    rule = raised.alert
    return {
        "level": rule.level.value,
        "linkId": raised.item.id,
        "place": own.place if own else "",
        "question": first or (raised.item.short or raised.item.text).in_language(language),
        "answer": "; ".join([*(line.answer for line in called[:1]), *others]),
        "text": rule.text.in_language(language),
        "product": rule.product,
        "jurisdiction": rule.jurisdiction,
        "source": rule.source,
        "reviewed": rule.reviewed,
    }


def read_by(raised: Raised, form: Form, lines: Mapping[Path, Said]) -> Iterator[Said]:
    """What was said to the other questions that the alert's rule reads, in the nearest occurrence of each."""
    rule = raised.alert.when.rule
    for id in dict.fromkeys(test.question for test in rule.tests) if rule else ():
        shared = form.reach(raised.item.id, id).shared
        near = raised.path.at[:shared]
        yield from (
            line for path, line in lines.items() if path.id == id != raised.item.id and path.at[:shared] == near
        )


def name(form: Form, line: Said, language: str) -> str:
    item = form.by_id[line.link_id]
    return (item.short or item.text).in_language(language)


def asked(question: str, answer: str) -> str:
    return f"{question} {answer}" if question.endswith("?") else f"{question}: {answer}"


def scores(view: View, language: str) -> Iterator[Json]:
    """Each score whose questions were asked: complete with its total and what that means, or how far it is."""
    for node in view.scores:
        rule = node.item.score or Score(())
        counted = [answer for id in rule.of for answer in found(node.path, id, view.form, view.held)]
        total = None if isinstance(node.answer, Absent) or not node.answer else node.answer[0]
        band = None if total is None else rule.band(total)
        if counted:
            yield {
                "linkId": node.item.id,
                "question": (node.item.short or node.item.text).in_language(language),
                "total": "" if total is None else str(total),
                "band": band.label.in_language(language) if band else "",
                "answered": str(sum(1 for answer in counted if answer and not isinstance(answer, Absent))),
                "counted": str(len(counted)),
                "complete": "" if total is None else "yes",
            }


def pages(ids: tuple[str, ...], titles: Mapping[str, str]) -> tuple[dict[str, str], ...]:
    return tuple({"id": id, "title": titles.get(id, id)} for id in ids)
