"""Thousands of broken forms and responses: each gets its findings, none brings the kiosk down."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from test_fhir_validation import asked, group, questionnaire, response, said, when, within

from kiosk.domain.checks import issues
from kiosk.domain.literal import dumps
from kiosk.domain.view import visible
from kiosk.fhir.questionnaire import compile
from kiosk.fhir.resume import resume
from kiosk.fhir.validation import Finding, valid, validate

ROUNDS = 400
"""Broken pairs in one run of the tests; raise it to look further."""
CORE = "http://hl7.org/fhir/StructureDefinition/"

CODES = [{"valueCoding": {"system": "s", "code": code}} for code in "abc"]
FORM = questionnaire(
    asked("intro", "display"),
    asked("gate", "boolean", required=True),
    group(
        "g",
        asked("name", maxLength=9, extension=[{"url": CORE + "regex", "valueString": "[a-z]+"}]),
        asked("born", "date", extension=[{"url": CORE + "minValue", "valueDate": "1900"}]),
        group("course", asked("from", "dateTime"), asked("at", "time"), repeats=True, **when("gate")),
        repeats=True,
        extension=[{"url": CORE + "questionnaire-minOccurs", "valueInteger": 1}],
    ),
    asked("sign", "choice", repeats=True, answerOption=CODES, item=[asked("since", "integer"), asked("why", "text")]),
    asked("other", "open-choice", answerOption=CODES),
    asked("dose", "decimal", extension=[{"url": CORE + "maxDecimalPlaces", "valueInteger": 2}]),
    asked(
        "weight",
        "quantity",
        repeats=True,
        extension=[{"url": CORE + "minValue", "valueQuantity": {"value": 1, "unit": "kg", "code": "kg"}}],
    ),
    asked("site", "url"),
    asked("who", "reference", extension=[{"url": CORE + "questionnaire-referenceResource", "valueCode": "Patient"}]),
    asked("scan", "attachment", extension=[{"url": CORE + "maxSize", "valueDecimal": 5}]),
    version="1",
)
RESPONSE = response(
    said("gate", True),
    within(
        "g",
        said("name", "ann"),
        said("born", {"valueDate": "1984-02-29"}),
        within(
            "course", said("from", {"valueDateTime": "2026-03-02T09:30:00Z"}), said("at", {"valueTime": "08:00:00"})
        ),
        within("course", said("from", {"valueDateTime": "2026"})),
    ),
    within("g", said("name", "bob")),
    said("sign", {**CODES[0], "item": [said("since", 3), said("why", "x")]}, {**CODES[1], "item": [said("since", 1)]}),
    said("other", "words"),
    said("dose", {"valueDecimal": Decimal("1.50")}),
    said("weight", {"valueQuantity": {"value": 3, "unit": "kg", "code": "kg"}}),
    said("site", {"valueUri": "https://clinic.example/"}),
    said("who", {"valueReference": {"reference": "Patient/1"}}),
    said("scan", {"valueAttachment": {"contentType": "image/png", "data": "YWJj", "size": 3}}),
)
HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**40, 10**50, Decimal("NaN"), Decimal("sNaN"), Decimal("1E+999999"), Decimal("-0.0"),
    float("inf"), "", " ", "\x00", "\ud800", "gate", "name", "g", "x" * 5000, "9999-12-31", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "2026-02-30", [], {}, [[]], [{}], {"item": []}, {"linkId": "g"}, {"valueString": "x"},
    {"value": Decimal("9E+299"), "system": "http://unitsofmeasure.org", "code": "kg"}, {"code": "a", "system": "s"},
    {"linkId": "g", "item": [{"linkId": "g", "item": [{"linkId": "name"}]}]},
)  # fmt: skip


def containers(json: Any) -> Iterator[Any]:
    """Every object and list inside, the whole first."""
    if isinstance(json, dict | list):
        yield json
        for held in json.values() if isinstance(json, dict) else json:
            yield from containers(held)


def _replace(one: Any, key: Any, chance: random.Random) -> None:
    one[key] = copy.deepcopy(chance.choice(HOSTILE))


def _delete(one: Any, key: Any, chance: random.Random) -> None:
    del one[key]


def _double(one: Any, key: Any, chance: random.Random) -> None:
    if isinstance(one, list):
        one.insert(chance.randrange(len(one) + 1), copy.deepcopy(one[key]))
    else:
        one[chance.choice(["linkId", "answer", "item", "valueString", "valueCoding", "type", "enableWhen"])] = one[key]


def _wrap(one: Any, key: Any, chance: random.Random) -> None:
    one[key] = chance.choice([[one[key]], {"item": one[key]}, {"value": one[key]}])


def _shuffle(one: Any, key: Any, chance: random.Random) -> None:
    if isinstance(one, list):
        chance.shuffle(one)


WAYS: tuple[Callable[[Any, Any, random.Random], None], ...] = (_replace, _replace, _delete, _double, _wrap, _shuffle)


def broken(json: Any, chance: random.Random) -> Any:
    """A copy with one to four things wrong."""
    changed = copy.deepcopy(json)
    for _ in range(chance.randint(1, 4)):
        held = [one for one in containers(changed) if one]
        if held:
            one = chance.choice(held)
            key = chance.choice(list(one) if isinstance(one, dict) else range(len(one)))
            chance.choice(WAYS)(one, key, chance)
    return changed


def test_what_is_not_broken_is_valid() -> None:
    assert validate(compile(FORM, lenient=True), RESPONSE) == ()


@pytest.mark.parametrize("seed", range(4))
def test_broken_responses_are_judged(seed: int) -> None:
    chance, compiled, judged = random.Random(seed), compile(FORM, lenient=True), 0  # noqa: S311
    assert compiled.form is not None
    for _ in range(ROUNDS // 4):
        answers = broken(RESPONSE, chance)
        findings = validate(compiled, answers)
        judged += not valid(findings)
        sheet = resume(compiled.form, answers).sheet
        if not findings:
            assert issues(visible(sheet)) == ()
        assert all(isinstance(one, Finding) and one.code for one in findings)
    assert judged > ROUNDS // 8


@pytest.mark.parametrize("seed", range(4))
def test_broken_forms_are_judged(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    for _ in range(ROUNDS // 4):
        form = broken(FORM, chance)
        compiled = compile(form, lenient=True)
        findings = validate(compiled, broken(RESPONSE, chance) if chance.random() < 0.5 else RESPONSE)
        assert compiled.form is not None or not valid(findings)
        assert all(one.code and problem.text for one in findings for problem in compiled.problems)


def test_a_response_of_many_answers_is_judged() -> None:
    many = 3_000
    answers = response(
        *RESPONSE["item"][:1],
        *(within("g", said("name", "ann")) for _ in range(many)),
        said(
            "weight", *({"valueQuantity": {"value": number, "unit": "kg", "code": "kg"}} for number in range(1, many))
        ),
    )
    assert valid(validate(compile(FORM, lenient=True), answers))
    assert len(dumps(answers)) > 300_000
