"""Expressions a kiosk understands: sums of option weights, and conditions on such sums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kiosk.domain.form import Operator, Test
from kiosk.fhir.names import BAND, CORE, SDC
from kiosk.fhir.questionnaire import compile

ORDINAL = "'" + CORE + "ordinalValue'"


def expression(key, text):
    url = CORE + "variable" if key == "variable" else f"{SDC}sdc-questionnaire-{key}"
    named = {"name": "total"} if key == "variable" else {}
    return {"url": url, "valueExpression": {**named, "language": "text/fhirpath", "expression": text}}


def scale(link_id):
    weights = [
        {"extension": [{"url": CORE + "ordinalValue", "valueDecimal": n}], "valueString": str(n)} for n in (0, 3)
    ]
    return {"linkId": link_id, "type": "choice", "answerOption": weights}


def scored(text, *more, variable=None, **held):
    group = {"linkId": "g", "type": "group", "item": [scale("s.1"), scale("s.2"), {"linkId": "s.3", "type": "string"}]}
    total = {"linkId": "t", "type": "decimal", "extension": [expression("calculatedExpression", text)], **held}
    own = {"extension": [expression("variable", variable)]} if variable else {}
    return {"resourceType": "Questionnaire", "status": "active", "item": [group, scale("o"), total, *more], **own}


ANSWER = ".answer.valueCoding.extension.where(url=" + ORDINAL + ").valueDecimal.sum()"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("%resource.item.descendants().where(linkId in ('s.1'|'s.2'))" + ANSWER, ("s.1", "s.2")),
        ("%resource.descendants().where( linkId in ( 's.2' | 's.1' ) ).answer.value.ordinal().sum()", ("s.1", "s.2")),
        ("%resource.descendants().where(linkId.startsWith('s.')).answer.value.weight().sum()", ("s.1", "s.2")),
        ("%resource.item.where(linkId = 'o' or linkId = 's.1')" + ANSWER, ("o",)),
        ("%resource.item.where(linkId='g').item.where(linkId='s.1').answer.value.ordinal()", ("s.1",)),
        ("%resource.item.where(linkId='g').item.answer.value.ordinal().sum()", ("s.1", "s.2")),
        ("%resource.repeat(item).where(linkId='s.2').answer.value.ordinal()\n + "
         "%resource.item.where(linkId='o').answer.value.ordinal()", ("s.2", "o")),
        ("QuestionnaireResponse.item.descendants().where(linkId='s.1').answer.extension(" + ORDINAL + ").value.sum()",
         ("s.1",)),
        ("%resource.descendants().answer.value.ofType(Coding).extension.where(url=" + ORDINAL
         + ").value.ofType(decimal).aggregate($this + $total, 0)", ("s.1", "s.2", "o")),
    ],
)  # fmt: skip
def test_the_common_sums_become_scores(text, of):
    form = compile(scored(text)).form
    assert form.by_id["t"].score.of == of


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 + 1",
        "%resource.item.where(linkId='nobody').answer.value.ordinal().sum()",
        "%resource.item.where(linkId='o').answer.value.ordinal().avg()",
        "%resource.item.where(linkId='o').answer.value.ordinal() * 2",
        "%resource.item.where(linkId='o' and true).answer.value.ordinal().sum()",
        "%nobody",
        "%total",
        "x" * 9_000,
        "%resource" + ".item" * 1_500 + "(",
        "'" * 7_999,
    ],
)
def test_what_is_no_sum_is_carried_along(text):
    raw = scored(text, variable="%total")
    compiled = compile(raw)
    assert compiled.form.by_id["t"].score is None
    assert {problem.code for problem in compiled.problems} == {"expression-inert"}
    assert compiled.form.source == raw


SUM = "%resource.descendants().where(linkId.startsWith('s.')).answer.value.ordinal().sum()"


def test_a_variable_names_the_sum():
    assert compile(scored("%total", variable=SUM)).form.by_id["t"].score.of == ("s.1", "s.2")
    own = scored("%total")
    own["item"][2]["extension"].append(expression("variable", SUM))
    assert compile(own).form.by_id["t"].score.of == ("s.1", "s.2")


def test_bands_tell_what_a_total_means():
    parts = [{"url": "label", "valueString": "High"}, {"url": "least", "valueDecimal": Decimal("4")}]
    raw = scored(SUM)
    raw["item"][2]["extension"].append({"url": BAND, "extension": parts})
    score = compile(raw).form.by_id["t"].score
    assert score.band(Decimal(4)).label.in_language("en") == "High"
    assert score.band(Decimal(3)) is None


def shown(text, **held):
    return {"linkId": "c", "type": "string", "extension": [expression("enableWhenExpression", text)], **held}


@pytest.mark.parametrize("text", ["%total >= 3", "%total>=3.0", SUM + " >= 3"])
def test_a_compared_sum_becomes_a_condition_on_its_item(text):
    form = compile(scored("%total", shown(text), variable=SUM)).form
    assert form.by_id["c"].rule.tests == (Test("t", Operator.GREATER_OR_EQUAL, Decimal(3)),)


def test_true_is_no_condition():
    assert compile(scored(SUM, shown("true"))).form.by_id["c"].rule is None


@pytest.mark.parametrize(
    "text", ["%other > 3", "%resource.item.where(linkId='o').answer.value.ordinal() > 1", "%patient.age > 3", ""]
)
def test_other_conditions_lose_the_item_and_never_show_it(text):
    refused = compile(scored(SUM, shown(text)))
    assert refused.form is None
    accepted = compile(scored(SUM, shown(text)), accept_loss=True)
    assert "c" not in accepted.form.by_id
    assert compile(scored(SUM, shown(text, required=True)), accept_loss=True).form is None


def test_a_required_item_nobody_can_calculate_refuses():
    hidden = {"url": CORE + "questionnaire-hidden", "valueBoolean": True}
    assert compile(scored("1", required=True), accept_loss=True).form is None
    raw = scored("1", required=True)
    raw["item"][2]["extension"].append(hidden)
    assert compile(raw).form


def test_a_condition_on_what_nobody_can_calculate_refuses():
    reader = {
        "linkId": "c",
        "type": "string",
        "enableWhen": [{"question": "t", "operator": ">", "answerDecimal": 3}],
    }
    assert compile(scored("1", reader), accept_loss=True).form is None
    assert compile(scored(SUM, reader)).form
    raw = scored("1", reader)
    raw["item"][2]["extension"].append({"url": CORE + "questionnaire-hidden", "valueBoolean": True})
    accepted = compile(raw, accept_loss=True)
    assert list(accepted.form.by_id) == ["g", "s.1", "s.2", "s.3", "o"]


def test_a_score_of_dropped_questions_is_dropped():
    raw = scored(SUM)
    gone = {"linkId": "x", "type": "attachment"}
    raw["item"][0]["item"][1]["enableWhen"] = [{"question": "x", "operator": "exists", "answerBoolean": True}]
    raw["item"].append(gone)
    accepted = compile(raw, accept_loss=True)
    assert list(accepted.form.by_id) == ["g", "s.1", "s.3", "o"]


def test_a_score_that_waits_for_itself_is_a_cycle():
    raw = scored(SUM)
    raw["item"][0]["item"][0]["enableWhen"] = [{"question": "t", "operator": ">", "answerDecimal": 1}]
    assert "enableWhen-cycle" in {problem.code for problem in compile(raw).problems}


def test_other_expressions_are_noted():
    raw = scored(SUM)
    raw["item"][1]["extension"] = [expression("initialExpression", "%patient.name")]
    compiled = compile(raw)
    assert [(problem.code, problem.path) for problem in compiled.problems] == [("expression-inert", ("o",))]
