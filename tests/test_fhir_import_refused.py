"""What is refused, and what is only dropped with consent: each code has its form here."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kiosk.domain.form import Type
from kiosk.fhir.names import ALERT, CORE, KIOSK, KIOSK_CODES, SDC
from kiosk.fhir.problem import Severity
from kiosk.fhir.questionnaire import compile

UCUM = "http://unitsofmeasure.org"


def questionnaire(*items, **more):
    return {"resourceType": "Questionnaire", "status": "active", "item": list(items), **more}


def item(link_id, type, *extensions, **more):
    made = [{"url": url, key: value} for url, key, value in extensions]
    return {"linkId": link_id, "type": type, "text": link_id, **({"extension": made} if made else {}), **more}


def when(question, operator, **answer):
    return [{"question": question, "operator": operator, **answer}]


def codes(compiled, severity=Severity.REFUSE):
    return {problem.code for problem in compiled.problems if problem.severity is severity}


def option(code):
    return {"valueCoding": {"system": "urn:s", "code": code}}


def quantity(code):
    return {"value": 1, "unit": code, "code": code, "system": UCUM}


HIDDEN = (CORE + "questionnaire-hidden", "valueBoolean", True)
UNIT_KG = (CORE + "questionnaire-unit", "valueCoding", {"system": UCUM, "code": "kg"})
GATE = item("gate", "boolean")
PARTS = {"linkId": "deep", "type": "string"}
for _ in range(11):
    PARTS = {"linkId": f"g{len(str(PARTS))}", "type": "group", "item": [PARTS]}

REFUSED = {
    "linkId-missing": [{"type": "string"}],
    "linkId-duplicate": [item("a", "string"), item("g", "group", item=[item("a", "string")])],
    "type-unknown": [item("a", "question")],
    "type-unsupported-required": [item("a", "attachment", required=True)],
    "enableWhen-unknown-question": [item("a", "string", enableWhen=when("b", "exists", answerBoolean=True))],
    "enableWhen-malformed": [GATE, item("a", "string", enableWhen=when("gate", "=", answerInteger=1))],
    "enableWhen-operator-type": [GATE, item("a", "string", enableWhen=when("gate", ">", answerBoolean=True))],
    "enableWhen-cycle": [
        item("g", "group", enableWhen=when("a", "exists", answerBoolean=True), item=[item("a", "string")])
    ],
    "enableWhen-crosses-repeat": [
        item("g", "group", repeats=True, item=[item("a", "string")]),
        item("b", "string", enableWhen=when("a", "exists", answerBoolean=True)),
    ],
    "enableBehavior-missing": [GATE, item("a", "string", enableWhen=2 * when("gate", "=", answerBoolean=True))],
    "options-missing": [item("a", "choice", required=True)],
    "options-unresolvable": [item("a", "choice", required=True, answerValueSet="urn:far")],
    "expression-unsupported": [
        item("a", "string", (SDC + "sdc-questionnaire-enableWhenExpression", "valueExpression", {"expression": "x"}),
             required=True)
    ],
    "modifier-extension": [item("a", "string", modifierExtension=[{"url": "urn:not"}])],
    "modular-form": [item("a", "display", (SDC + "sdc-questionnaire-subQuestionnaire", "valueCanonical", "urn:b"))],
    "limits-contradict": [
        item("a", "integer", (CORE + "minValue", "valueInteger", 5), (CORE + "maxValue", "valueInteger", 4))
    ],
    "too-large": [PARTS],
    "not-r4": [item("a", "choice", option=[{"valueString": "x"}])],
    "items-missing": [],
    "code-type": [item("a", "date", code=[{"system": KIOSK_CODES, "code": "patient-name"}])],
    "code-unknown": [item("a", "date", code=[{"system": KIOSK_CODES, "code": "shoe-size"}])],
    "element-malformed": [item("a", "string", required="yes")],
    "alert-never": [item("a", "string", extension=[{"url": ALERT, "extension": []}])],
    "alert-malformed": [item("a", "string", extension=[{"url": ALERT, "extension": [
        {"url": "exists", "valueBoolean": True}]}])],
}  # fmt: skip


@pytest.mark.parametrize("code", REFUSED)
def test_each_code_refuses_its_form(code):
    compiled = compile(questionnaire(*REFUSED[code]), accept_loss=True)
    assert compiled.refused()
    assert code in codes(compiled)
    assert all(problem.text.endswith((".", ".)")) for problem in compiled.problems)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"modifierExtension": []}, "modifier-extension"),
        ({"implicitRules": "urn:rules"}, "implicitRules"),
        ({"extension": [{"url": SDC + "sdc-questionnaire-questionnaireAdaptive", "valueBoolean": True}]},
         "adaptive-form"),
        ({"extension": [{"url": SDC + "sdc-questionnaire-assemble-expectation", "valueCode": "assemble-root"}]},
         "modular-form"),
        ({"resourceType": "Patient"}, "not-fhir"),
    ],
)  # fmt: skip
def test_the_whole_form_is_refused(more, code):
    assert codes(compile(questionnaire(item("a", "string"), **more))) == {code}


@pytest.mark.parametrize(
    ("asked", "condition"),
    [
        (item("q", "string"), when("q", "exists", answerString="yes")),
        (item("q", "string"), when("q", "=")),
        (item("q", "string"), when("q", "=", answerString="a", answerBoolean=True)),
        (item("q", "string"), when("q", "~", answerString="a")),
        (item("q", "date"), when("q", ">", answerDate="2020")),
        (item("q", "dateTime"), when("q", ">", answerDateTime="2020-01")),
        (item("q", "choice", answerOption=[option("a")]), when("q", "=", answerString="a")),
        (item("q", "quantity", UNIT_KG), when("q", ">", answerQuantity=quantity("m"))),
        (item("q", "display"), when("q", "exists", answerBoolean=True)),
        (item("q", "boolean"), "nonsense"),
    ],
)
def test_conditions_that_make_no_sense(asked, condition):
    found = codes(compile(questionnaire(asked, item("a", "string", enableWhen=condition))))
    assert found & {"enableWhen-malformed", "element-malformed"}


def test_a_modifier_refuses_wherever_it_stands():
    turned = {"modifierExtension": [{"url": "urn:not"}]}
    choice = item("q", "choice", answerOption=[{**option("a"), **turned}])
    assert codes(compile(questionnaire(choice))) == {"modifier-extension"}
    condition = {**when("gate", "=", answerBoolean=True)[0], **turned}
    assert codes(compile(questionnaire(GATE, item("a", "string", enableWhen=[condition])))) == {"modifier-extension"}


def test_an_stu3_condition_is_named_as_such():
    asked = item("a", "string", enableWhen=[{"question": "gate", "hasAnswer": True}])
    assert "not-r4" in codes(compile(questionnaire(GATE, asked)))


def test_s18_a_condition_in_a_unit_that_converts_is_taken():
    asked = item("q", "quantity", UNIT_KG)
    heavy = item("a", "string", enableWhen=when("q", ">", answerQuantity=quantity("[lb_av]")))
    assert compile(questionnaire(asked, heavy)).form


def test_s18_a_limit_in_a_unit_that_does_not_convert_is_refused():
    bound = (SDC + "sdc-questionnaire-maxQuantity", "valueQuantity", quantity("m"))
    assert codes(compile(questionnaire(item("q", "quantity", UNIT_KG, bound)))) == {"limits-contradict"}


def test_s9_a_condition_inside_its_own_repeating_group_is_taken():
    inside = item("b", "string", enableWhen=when("a", "exists", answerBoolean=True))
    group = item("g", "group", repeats=True, item=[item("a", "string"), inside])
    under = item("q", "string", repeats=True, item=[item("c", "string")])
    reader = item("d", "string", enableWhen=when("c", "exists", answerBoolean=True))
    assert compile(questionnaire(group, under, reader)).form


def test_too_many_items_or_conditions():
    many = [item(f"a{number}", "string") for number in range(1_001)]
    assert codes(compile(questionnaire(*many))) == {"too-large"}
    condition = when("gate", "=", answerBoolean=True)
    waiting = item("a", "string", enableWhen=501 * condition, enableBehavior="any")
    assert "too-large" in codes(compile(questionnaire(GATE, waiting)))


def test_too_many_options_altogether():
    concepts = [{"code": f"c{number}"} for number in range(2_000)]
    held = {"resourceType": "ValueSet", "id": "v", "compose": {"include": [{"system": "urn:s", "concept": concepts}]}}
    lists = [item(f"a{number}", "choice", answerValueSet="#v") for number in range(101)]
    assert codes(compile(questionnaire(*lists, contained=[held]))) == {"too-large"}
    assert compile(questionnaire(*lists[:100], contained=[held])).form


def test_all_problems_come_at_once_with_their_places():
    form = questionnaire(
        item("g", "group", item=[item("a", "choice", required=True), item("b", "nothing")]),
        item("c", "string", enableWhen=when("zz", "exists", answerBoolean=True)),
    )
    places = {(problem.code, problem.path, problem.pointer) for problem in compile(form).problems}
    assert places == {
        ("options-missing", ("g", "a"), ("item", 0, "item", 0)),
        ("type-unknown", ("g", "b"), ("item", 0, "item", 1, "type")),
        ("enableWhen-unknown-question", ("c",), ("item", 1, "enableWhen", 0, "question")),
    }


DROPPED = {
    "type-unsupported": item("x", "reference"),
    "options-missing": item("x", "choice"),
    "options-unresolvable": item("x", "open-choice", HIDDEN, required=True, answerValueSet="#gone"),
    "expression-unsupported": item(
        "x", "choice", (SDC + "sdc-questionnaire-answerExpression", "valueExpression", {"expression": "%patient"})
    ),
}


@pytest.mark.parametrize("code", DROPPED)
def test_optional_items_are_dropped_with_consent_only(code):
    raw = questionnaire(GATE, DROPPED[code])
    refused = compile(raw)
    assert refused.refused()
    assert codes(refused, Severity.DROP) == {code}
    accepted = compile(raw, accept_loss=True)
    assert list(accepted.form.by_id) == ["gate"]
    assert [problem.code for problem in accepted.losses()] == [code]
    assert accepted.source == questionnaire(GATE)
    assert compile(accepted.source).form == accepted.form


def test_references_as_options_are_dropped():
    references = item("x", "choice", answerOption=[{"valueReference": {"reference": "Patient/1"}}])
    assert codes(compile(questionnaire(references)), Severity.DROP) == {"type-unsupported"}


def test_what_only_a_dropped_question_enables_is_dropped_too():
    raw = questionnaire(
        item("x", "attachment"),
        item("y", "string", enableWhen=when("x", "exists", answerBoolean=True)),
        item("z", "string", enableWhen=when("y", "=", answerString="a")),
        item("kept", "string", enableWhen=when("x", "exists", answerBoolean=False)),
        item("both", "string", enableBehavior="any",
             enableWhen=when("x", "exists", answerBoolean=True) + when("kept", "exists", answerBoolean=True)),
    )  # fmt: skip
    accepted = compile(raw, accept_loss=True)
    assert list(accepted.form.by_id) == ["kept", "both"]
    assert accepted.form.by_id["kept"].rule is None
    assert [test.question for test in accepted.form.by_id["both"].rule.tests] == ["kept"]
    assert compile(accepted.source).form == accepted.form


def test_a_required_question_behind_a_dropped_one_refuses():
    behind = item("y", "string", required=True, enableWhen=when("x", "exists", answerBoolean=True))
    assert codes(compile(questionnaire(item("x", "attachment"), behind), accept_loss=True)) == {"enableWhen-never"}


@pytest.mark.parametrize("pattern", ["(?=look)", "(", "a" * 1_001, "(a{1,1000}){1,1000}", "\\1", ""])
def test_s25_a_pattern_that_cannot_be_run_safely_is_a_loss(pattern, capfd):
    raw = questionnaire(item("a", "string", (CORE + "regex", "valueString", pattern)))
    assert codes(compile(raw), Severity.DROP) == {"regex-invalid"}
    accepted = compile(raw, accept_loss=True)
    assert accepted.form.by_id["a"].limits.pattern is None
    assert "extension" not in accepted.source["item"][0]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "bound", [("minValue", "valueString", "soon"), ("maxValue", "_valueDate", {}), ("minLength", "valueInteger", -1)]
)
def test_a_limit_that_cannot_be_kept_is_a_loss(bound):
    key, place, value = bound
    raw = questionnaire(item("a", "date", (CORE + key, place, value)))
    assert codes(compile(raw), Severity.DROP) == {"limits-unsupported"}


def test_information_below_information_is_a_loss():
    raw = questionnaire(item("a", "display", item=[item("b", "string")]), GATE)
    assert codes(compile(raw), Severity.DROP) == {"que-1"}
    assert list(compile(raw, accept_loss=True).form.by_id) == ["a", "gate"]


PREVENTING = (
    "linkId-missing", "linkId-duplicate", "enableWhen-unknown-question", "enableWhen-cycle", "not-r4",
)  # fmt: skip


@pytest.mark.parametrize("code", sorted(set(REFUSED) - {"too-large"}))
def test_a_lenient_reader_takes_whatever_can_be_followed(code):
    compiled = compile(questionnaire(*REFUSED[code]), lenient=True)
    assert (compiled.form is None) == (code in PREVENTING)
    assert {problem.code for problem in compiled.problems if problem.severity is not Severity.NOTE} <= {code}


def test_a_lenient_reader_keeps_what_a_kiosk_cannot_ask():
    raw = questionnaire(
        item("r", "reference", required=True),
        item("c", "choice", required=True, answerValueSet="urn:far"),
        item("odd", "question", item=[item("below", "string")]),
        item("a", "string", enableWhen=when("odd", "exists", answerBoolean=False)),
        item("q", "integer", item=[item("info", "display")]),
    )
    compiled = compile(raw, lenient=True)
    assert list(compiled.form.by_id) == ["r", "c", "a", "q", "info"]
    assert compiled.form.by_id["r"].type is Type.REFERENCE
    assert compiled.form.by_id["a"].rule is None
    assert ("type-unknown", ("odd",)) in {(problem.code, problem.path) for problem in compiled.problems}
    assert compiled.losses() == ()


def test_a_lenient_reader_joins_conditions_without_behavior_by_any():
    double = when("gate", "=", answerBoolean=True) + when("n", ">", answerInteger=1)
    compiled = compile(questionnaire(GATE, item("n", "decimal"), item("a", "string", enableWhen=double)), lenient=True)
    assert not compiled.form.by_id["a"].rule.every


def test_additions_of_the_kiosk():
    parts = [
        {"url": "level", "valueCode": "CAUTION"},
        {"url": "text", "valueString": "Ask about it."},
        {"url": "source", "valueString": "Label"},
        {"url": "unsure", "valueBoolean": True},
        {"url": "answer", "valueInteger": 5},
        {"url": "behavior", "valueCode": "all"},
        {"url": "test", "extension": [
            {"url": "question", "valueString": "gate"},
            {"url": "operator", "valueCode": "="},
            {"url": "answer", "valueBoolean": True},
        ]},
    ]  # fmt: skip
    flags = [{"url": KIOSK + key, "valueBoolean": True} for key in ("unsure", "tellInTheRoom", "private")]
    texts = [{"url": KIOSK + key, "valueString": key} for key in ("why", "help")]
    minutes = [{"url": KIOSK + "minutes", "valueInteger": 9}]
    asked = item("n", "decimal", extension=[*flags, *texts, {"url": ALERT, "extension": parts}])
    form = compile(questionnaire(asked, GATE, extension=minutes)).form
    made = form.by_id["n"]
    assert (made.unsure, made.in_the_room, made.why.in_language("en"), made.help.in_language("en")) == (
        True, True, "why", "help",
    )  # fmt: skip
    alert = made.alerts[0]
    assert (alert.level.value, alert.text.in_language("en"), alert.source) == ("CAUTION", "Ask about it.", "Label")
    assert alert.when.values == (Decimal(5),)
    assert alert.when.rule.tests[0].question == "gate"
    assert form.minutes == 9


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"url": "answer", "valueBoolean": True}, "alert-answer"),
        ({"url": "unsure", "valueBoolean": True}, "alert-unsure"),
        ({"url": "younger", "valueInteger": 18}, "alert-younger"),
        ({"url": "test", "extension": [{"url": "question", "valueString": "zz"}]}, "enableWhen-malformed"),
    ],
)
def test_an_alert_that_cannot_work_refuses_the_form(part, code):
    parts = [{"url": "level", "valueCode": "INFO"}, {"url": "text", "valueString": "Look."}, part]
    alert = {"url": ALERT, "extension": parts}
    assert code in codes(compile(questionnaire(item("a", "string", extension=[alert])), accept_loss=True))


def test_an_alert_that_reads_a_dropped_question_is_a_loss():
    test = [
        {"url": "question", "valueString": "x"},
        {"url": "operator", "valueCode": "exists"},
        {"url": "answer", "valueBoolean": True},
    ]
    parts = [
        {"url": "level", "valueCode": "INFO"},
        {"url": "text", "valueString": "Look."},
        {"url": "test", "extension": test},
    ]
    raw = questionnaire(item("x", "attachment"), item("a", "string", extension=[{"url": ALERT, "extension": parts}]))
    accepted = compile(raw, accept_loss=True)
    assert accepted.form.by_id["a"].alerts == ()
    assert {problem.code for problem in accepted.losses()} == {"type-unsupported", "alert-lost"}
