"""Forms with something wrong anywhere: never an exception, always a sentence."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from random import Random

import pytest

from kiosk.domain.sheet import Sheet
from kiosk.domain.view import visible
from kiosk.fhir.names import ALERT, BAND, CORE, KIOSK, SDC
from kiosk.fhir.questionnaire import compile
from kiosk.fhir.reader import Unreadable, read_json

UNIT = {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kg"}
SUM = "%resource.descendants().where(linkId in ('how'|'often')).answer.value.ordinal().sum()"


def extension(url, key, value):
    return {"url": url, key: value}


def weighed(code, weight):
    return {
        "valueCoding": {"system": "urn:s", "code": code, "display": code},
        "initialSelected": False,
        "extension": [extension(CORE + "ordinalValue", "valueDecimal", weight)],
    }


ALERTED = {
    "url": ALERT,
    "extension": [
        extension("level", "valueCode", "INFO"),
        extension("text", "valueString", "Look."),
        extension("exists", "valueBoolean", True),
        {
            "url": "test",
            "extension": [
                extension("question", "valueString", "often"),
                extension("operator", "valueCode", "="),
                extension("answer", "valueCoding", {"system": "urn:s", "code": "a"}),
            ],
        },
    ],
}
FORM = {
    "resourceType": "Questionnaire",
    "url": "urn:q",
    "version": "1",
    "language": "en",
    "status": "active",
    "title": "All",
    "contained": [
        {"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"system": "urn:c"}]}},
        {"resourceType": "CodeSystem", "url": "urn:c", "concept": [{"code": "a", "concept": [{"code": "b"}]}]},
    ],
    "extension": [{"url": CORE + "variable", "valueExpression": {"name": "sum", "expression": SUM}}],
    "item": [
        {
            "linkId": "g",
            "type": "group",
            "repeats": True,
            "item": [
                {
                    "linkId": "n",
                    "type": "integer",
                    "text": "N",
                    "_text": {
                        "extension": [
                            {
                                "url": CORE + "translation",
                                "extension": [
                                    extension("lang", "valueCode", "es"),
                                    extension("content", "valueString", "Ene"),
                                ],
                            }
                        ]
                    },
                    "maxLength": 3,
                    "initial": [{"valueInteger": 4}],
                    "extension": [
                        extension(CORE + "minValue", "valueInteger", 1),
                        extension(CORE + "maxValue", "valueInteger", 9),
                        extension(CORE + "questionnaire-unit", "valueCoding", UNIT),
                        extension(
                            CORE + "questionnaire-itemControl", "valueCodeableConcept", {"coding": [{"code": "slider"}]}
                        ),
                        ALERTED,
                    ],
                    "item": [{"linkId": "help", "type": "display", "text": "Help"}],
                },
                {
                    "linkId": "later",
                    "type": "string",
                    "enableBehavior": "all",
                    "enableWhen": [
                        {"question": "n", "operator": ">", "answerInteger": 2},
                        {"question": "how", "operator": "!=", "answerCoding": {"system": "urn:s", "code": "b"}},
                    ],
                    "extension": [extension(CORE + "regex", "valueString", "[a-z]+")],
                },
            ],
        },
        {
            "linkId": "how",
            "type": "choice",
            "repeats": True,
            "required": True,
            "answerOption": [weighed("a", 1), weighed("b", Decimal("2.5"))],
        },
        {"linkId": "often", "type": "choice", "answerOption": [weighed("a", 1), weighed("b", 2)]},
        {"linkId": "set", "type": "open-choice", "answerValueSet": "#v"},
        {
            "linkId": "mass",
            "type": "quantity",
            "extension": [
                extension(CORE + "questionnaire-unitOption", "valueCoding", UNIT),
                extension(
                    SDC + "sdc-questionnaire-maxQuantity", "valueQuantity", {**UNIT, "value": 300, "unit": "kg"}
                ),
            ],
        },
        {"linkId": "born", "type": "date", "extension": [extension(KIOSK + "unsure", "valueBoolean", True)]},
        {
            "linkId": "total",
            "type": "decimal",
            "readOnly": True,
            "extension": [
                extension(SDC + "sdc-questionnaire-calculatedExpression", "valueExpression", {"expression": "%sum"}),
                {"url": BAND, "extension": [extension("least", "valueDecimal", 2)]},
            ],
        },
        {
            "linkId": "high",
            "type": "text",
            "extension": [
                extension(
                    SDC + "sdc-questionnaire-enableWhenExpression", "valueExpression", {"expression": "%sum > 2"}
                )
            ],
        },
        {"linkId": "file", "type": "attachment"},
    ],
}  # fmt: skip
ODD = [
    None, True, False, 0, -1, 10**30, 1.5, float("nan"), Decimal("1E+99"), "", " ", "x", "n", "how", "\x00",
    "2020-13-40", [], {}, [[]], [None], ["x"], [{}], {"x": 1}, {"url": 1}, {"linkId": []}, "exists", "group", "choice",
    [{"linkId": "n", "type": "string"}], "display", "reference", "coding", "question", "#v", "%sum",
    [{"url": CORE + "regex"}],
]  # fmt: skip


def spots(json, found):
    """Every container with every key in it."""
    for key, held in json.items() if isinstance(json, dict) else enumerate(json):
        found.append((json, key))
        if isinstance(held, dict | list):
            spots(held, found)
    return found


def mutated(chance: Random):
    form = deepcopy(FORM)
    for _ in range(chance.choice([1, 1, 2, 3, 5])):
        found = spots(form, [])
        if not found:
            break
        holder, key = chance.choice(found)
        other_holder, other_key = chance.choice(found)
        match chance.randrange(5):
            case 0:
                holder[key] = deepcopy(chance.choice(ODD))
            case 1:
                del holder[key]
            case 2:
                holder[key] = deepcopy(other_holder[other_key])
            case 3 if isinstance(holder, list):
                holder.append(deepcopy(holder[key]))
            case 4 if isinstance(holder, dict):
                names = list(other_holder) if isinstance(other_holder, dict) else ["item"]
                new = chance.choice(names)
                holder[new] = holder.pop(key)
            case _:
                holder[key] = [holder[key]]
    return form


def test_the_form_itself_is_sound():
    compiled = compile(FORM, accept_loss=True)
    assert [problem.code for problem in compiled.losses()] == ["type-unsupported"]
    assert compiled.form.by_id["total"].score.of == ("how", "often")
    assert compiled.form.by_id["n"].help.in_language("en") == "Help"


@pytest.mark.parametrize("seed", range(10))
def test_mutated_forms_end_in_a_form_or_in_sentences(seed):
    chance = Random(seed)  # noqa: S311 - no secret
    for _ in range(20):
        raw = mutated(chance)
        before = deepcopy(raw)
        for more in ({}, {"accept_loss": True}, {"lenient": True}):
            compiled = compile(raw, **more)
            assert compiled.form is not None or compiled.problems
            assert all(problem.text[:1].strip() and problem.text[-1] in ".)" for problem in compiled.problems)
            if compiled.form:
                visible(Sheet(compiled.form))
        assert repr(raw) == repr(before)


def test_what_was_imported_with_losses_imports_again_without():
    chance = Random(7)  # noqa: S311 - no secret
    imported = [compiled for _ in range(120) if (compiled := compile(mutated(chance), accept_loss=True)).form]
    assert len(imported) > 10
    for compiled in imported:
        again = compile(compiled.source)
        assert again.form is not None, again.problems
        assert list(again.form.by_id) == list(compiled.form.by_id)
        assert [item.rule for item in again.form.by_id.values()] == [item.rule for item in compiled.form.by_id.values()]


def test_mutated_bytes_are_read_or_refused():
    chance = Random(1)  # noqa: S311 - no secret
    whole = bytearray(json.dumps(FORM, default=float).encode())
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 1, 3])):
            data[chance.randrange(len(data))] = chance.choice(b'{}[]",:\\0e-\xff\x00a')
        try:
            raw = read_json(bytes(data))
        except Unreadable as refusal:
            assert refusal.text.endswith(".")
        else:
            compile(raw)
