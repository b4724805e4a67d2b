"""Conditions as an admin writes them, {question, operator, answer}, and as FHIR's enableWhen has them."""

from __future__ import annotations

import re
from typing import Any

from kiosk.content.document import Where
from kiosk.content.ground import Ground
from kiosk.content.problem import did_you_mean, quoted
from kiosk.content.spelling import UNREAD, Asked, Json, Typed, alike, fits, raw, typed, untyped, valued, worded
from kiosk.domain.form import CHOICES, Operator, Type

KINDS = "Boolean|Decimal|Integer|Date|DateTime|Time|String|Coding|Quantity|Reference"
NAMED = re.compile(rf"_?(id|extension|modifierExtension|question|operator|answer({KINDS}))")
"""The elements of enableWhen in FHIR R4."""
EXISTS = str(Operator.EXISTS)


def conditions(written: Json, where: Where, ground: Ground) -> list[Json]:
    """One condition as FHIR has it; two for ``not``, which means "answered, and not with this". Slips where it cannot
    be one."""
    if UNREAD in written:
        plain = {key: value for key, value in written.items() if key != UNREAD}
        return [one | raw(written[UNREAD]) for one in conditions(plain, where, ground)]
    if valued(written, "answer"):
        return [raw(written)]
    question = worded(written.get("question"))
    if "not" in written:
        return _other_than(question, written, where, ground)
    operator = worded(written.get("operator"))
    if operator is None or written.get("answer") is None:
        missing = "operator" if operator is None else "answer"
        ground.slip(where, "key-missing", f"{quoted(missing)} is missing here.")
        return []
    answer = compared(question, operator, written["answer"], (*where, "answer"), ground)
    if answer is None:
        return []
    rest = {key: raw(value) for key, value in written.items() if key not in ("question", "operator", "answer")}
    return [{"question": question, "operator": operator, f"answer{answer[0]}": answer[1], **rest}]


def _other_than(question: str, written: Json, where: Where, ground: Ground) -> list[Json]:
    if len(written) > 2:
        sentence = "“not” stands for operator and answer, so write nothing but question beside it."
        ground.slip((*where, "not"), "key-misplaced", sentence)
        return []
    answer = compared(question, "!=", written["not"], (*where, "not"), ground)
    if answer is None:
        return []
    there = {"question": question, "operator": EXISTS, "answerBoolean": True}
    return [there, {"question": question, "operator": "!=", f"answer{answer[0]}": answer[1]}]


def compared(question: str, operator: str, answer: Any, where: Where, ground: Ground) -> Typed | None:  # noqa: ANN401
    """What an answer is compared with, in FHIR's type. A slip when it cannot be an answer to that question."""
    asked = _comparable(ground, question)
    found = typed(Asked(Type.BOOLEAN) if operator == EXISTS else asked, answer)
    if found is None:
        ground.slip(where, "answer-wrong", _unlike(question, operator, asked, answer))
    return found


def _comparable(ground: Ground, question: str) -> Asked:
    """An enableWhen has no answerUri; an address is compared as text."""
    asked = ground.asked.get(question, Asked(""))
    return Asked(Type.STRING) if asked.type == Type.URL else asked


def _unlike(question: str, operator: str, asked: Asked, answer: object) -> str:
    if operator == EXISTS:
        return "exists is compared with true or false."
    return no_answer(question, asked, answer)


def no_answer(question: str, asked: Asked, answer: object) -> str:
    """The sentence for what is no answer to that question."""
    if asked.type in CHOICES:
        codes = [str(value.get("code") if isinstance(value, dict) else value) for _, value in asked.options]
        return f"{quoted(answer)} is no option of {quoted(question)}{did_you_mean(str(answer), codes)}"
    return f"{quoted(question)} is answered with {asked.type}, not {quoted(answer)}."


def read_condition(found: Json, ground: Ground) -> Json:
    """The condition as an admin writes it; as FHIR has it when that cannot be said shorter."""
    if strange := [key for key, value in found.items() if not (NAMED.fullmatch(key) and fits(key, value))]:
        plain = {key: value for key, value in found.items() if key not in strange}
        return {**read_condition(plain, ground), UNREAD: {key: found[key] for key in strange}}
    answer = valued(found, "answer")
    question, operator = found.get("question"), found.get("operator")
    if answer is None or not isinstance(question, str):
        return found
    asked = Asked(Type.BOOLEAN) if operator == EXISTS else _comparable(ground, question)
    short = untyped(asked, answer)
    if short is None:
        return found
    rest = {key: value for key, value in found.items() if not key.startswith(f"answer{answer[0]}")}
    written = {**rest, "answer": short}
    aside = Ground(ground.language, ground.asked)
    return written if alike(conditions(written, (), aside), [found]) else found
