"""FHIR resources for the tests, written short: questionnaires, their items and the answers to them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from kiosk.domain.form import Form
from kiosk.domain.sheet import Sheet
from kiosk.domain.values import Absent
from kiosk.domain.view import visible
from kiosk.fhir.questionnaire import Compiled, compile
from kiosk.fhir.response import write_response

Json = dict[str, Any]
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PHRASES = {Absent.UNSURE: "Not sure", Absent.IN_THE_ROOM: "In the room"}


def questionnaire(*items: Json, **rest: Any) -> Json:
    return {
        "resourceType": "Questionnaire",
        "url": "https://clinic.example/Questionnaire/q",
        "version": "1",
        "status": "active",
        **rest,
        "item": list(items),
    }


def asks(id: str, type: str = "boolean", *below: Json, **rest: Any) -> Json:
    """An item; ``below`` are the items in it."""
    nested = {"item": list(below)} if below else {}
    return {"linkId": id, "text": id, "type": type, **rest, **nested}


def group(id: str, *below: Json, **rest: Any) -> Json:
    return asks(id, "group", *below, **rest)


def choice(id: str, *codes: str, **rest: Any) -> Json:
    """A choice of these codes of one system."""
    return asks(id, "choice", answerOption=[{"valueCoding": coding(code)} for code in codes], **rest)


def coding(code: str, system: str = "https://codes.example", **rest: Any) -> Json:
    return {"system": system, "code": code, **rest}


def when(question: str, operator: str = "=", **answer: Any) -> Json:
    """enableWhen with one condition; without an answer it is ``answerBoolean: true``."""
    return {"enableWhen": [{"question": question, "operator": operator, **(answer or {"answerBoolean": True})}]}


def extension(url: str, **value: Any) -> Json:
    return {"extension": [{"url": url, **value}]}


def compiled(*items: Json, **rest: Any) -> Compiled:
    return compile(questionnaire(*items, **rest))


def form(*items: Json, **rest: Any) -> Form:
    """The form of a questionnaire that must be free of refusals."""
    made = compile(questionnaire(*items, **rest))
    assert made.form is not None, [str(problem) for problem in made.problems]
    return made.form


def codes(*items: Json, **rest: Any) -> set[str]:
    """The codes of every problem a questionnaire has."""
    return {problem.code for problem in compiled(*items, **rest).problems}


def enabled(sheet: Sheet) -> list[str]:
    return [node.item.id for node in visible(sheet).walk()]


def exported(sheet: Sheet, **rest: Any) -> Json:
    return write_response(visible(sheet), "en", NOW, PHRASES, **rest)
