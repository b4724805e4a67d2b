"""YAML to FHIR and back: one form has one meaning, and nothing an importer brings is lost."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.document import read_yaml
from kiosk.content.questionnaire import read_questionnaire, read_source
from kiosk.content.spelling import alike
from kiosk.content.to_fhir import to_fhir
from kiosk.content.to_yaml import lossless, to_yaml
from kiosk.content.yaml_writer import Unwritable, write_yaml
from kiosk.domain.form import Band, Control, Operator, Score, Test, Trigger, Type
from kiosk.domain.values import UCUM, Coding, Partial, Quantity
from kiosk.fhir import names

ROOT = Path(__file__).parent.parent
RICH = (Path(__file__).parent / "content" / "rich.yaml").read_bytes()
CORE, SDC, KIOSK = names.CORE, names.SDC, names.KIOSK


def data_of(text: str | bytes) -> Any:
    return read_yaml(text if isinstance(text, str) else text.decode(), "form.yaml").data


def fhir_of(text: bytes) -> Any:
    reading = read_source(text, "form.yaml")
    assert not isinstance(reading, list), [str(problem) for problem in reading]
    assert reading.document.sound, [str(problem) for problem in reading.document.problems]
    return reading.json


def item_of(json: Any, id: str) -> Any:
    for item in json.get("item", []):
        if item["linkId"] == id:
            return item
        if (found := item_of(item, id)) is not None:
            return found
    return None


def extensions(item: Any, key: str) -> list[Any]:
    return [one for one in item["extension"] if one["url"] == names.ITEM[key][0]]


@pytest.mark.parametrize(
    "path",
    [
        "tests/content/rich.yaml",
        "tests/content/questionnaires/every-type.yaml",
        "resources/content/questionnaires/pre-consultation.yaml",
    ],
)
def test_a_form_stays_the_same_however_often_it_is_turned(path):
    once = fhir_of((ROOT / path).read_bytes())
    data = to_yaml(once)
    text = write_yaml(data)
    assert alike(data_of(text), data)
    again = fhir_of(text.encode())
    assert alike(again, once)
    assert alike(to_yaml(again), data)
    assert lossless(once, data)


def test_what_an_admin_wrote_comes_back_as_it_was_written():
    data = data_of(RICH)
    back = to_yaml(to_fhir(data).json)
    for item, same in zip(data["item"], back["item"], strict=True):
        if item["linkId"] != "not-shorthand":
            assert alike(same, item), item["linkId"]


def test_the_rich_form_is_a_form_without_a_problem():
    form, problems = read_questionnaire(RICH, "rich.yaml", ROOT / "resources" / "content" / "pictures", ("en", "es"))
    assert {problem.code for problem in problems} <= {"translation-missing", "review-unsealed"}
    weight = form.by_id["weight"]
    assert weight.units == (Coding("kg", UCUM), Coding("[lb_av]", UCUM))
    assert weight.limits.least == Quantity(Decimal(30), "kg", UCUM, "kg")
    assert form.by_id["total"].score == Score(
        ("mood", "sleep"), (Band(form.by_id["total"].score.bands[0].label, Decimal(0), Decimal(2)), *_high(form))
    )
    assert form.by_id["mood"].options[1].weight == 1
    assert form.by_id["mood"].options[1].prefix == "b."
    assert form.by_id["since"].control is Control.YEAR
    assert form.by_id["since"].limits.least == Partial(1950)
    assert form.by_id["pain"].step == 1
    assert form.by_id["not-shorthand"].rule.tests == (
        Test("mood", Operator.EXISTS, True),
        Test("mood", Operator.NOT_EQUAL, Coding("0", "http://clinic.example/scale")),
    )
    assert form.by_id["sleep"].initial == ()
    assert form.by_id["visit"].initial == (date(2026, 1, 31),)
    across = form.by_id["mood"].alerts[0]
    assert across.when == Trigger(
        values=(Coding("1", "http://clinic.example/scale"),),
        rule=across.when.rule,
    )
    assert [test.question for test in across.when.rule.tests] == ["sleep", "weight"]
    assert across.when.rule.tests[1].value == Quantity(Decimal("90.50"), "kg", UCUM, "kg")


def _high(form):
    return form.by_id["total"].score.bands[1:]


def test_keys_become_extensions_in_the_order_they_are_written():
    pain = item_of(fhir_of(RICH), "pain")
    assert [one["url"].rsplit("/", 1)[1] for one in pain["extension"]] == [
        "questionnaire-itemControl",
        "minValue",
        "maxValue",
        "questionnaire-sliderStepValue",
        "questionnaire-unit",
        "private",
    ]
    assert pain["extension"][0]["valueCodeableConcept"] == {
        "coding": [{"system": names.ITEM_CONTROL_SYSTEM, "code": "slider"}]
    }
    assert pain["extension"][2] == {"url": CORE + "maxValue", "valueInteger": 10}


def test_the_first_language_is_the_text_and_the_others_are_translations():
    json = fhir_of(RICH)
    assert (json["language"], json["title"]) == ("en", "A rich form")
    (translation,) = json["_title"]["extension"]
    assert translation == {
        "url": names.TRANSLATION,
        "extension": [{"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": "Un formulario rico"}],
    }


def test_decimals_keep_their_literal():
    mapped = extensions(item_of(fhir_of(RICH), "height"), "maxValue")
    assert str(mapped[0]["valueDecimal"]) == "2.50"
    assert "maxValue: 2.50" in write_yaml(to_yaml(fhir_of(RICH)))


def test_a_score_is_written_as_an_expression_others_can_run():
    total = item_of(fhir_of(RICH), "total")
    expression = next(one for one in total["extension"] if one["url"] == names.SCORE)["valueExpression"]
    assert expression == {
        "language": "text/fhirpath",
        "expression": "%resource.descendants().where(linkId in ('mood'|'sleep')).answer.value.ordinal().sum()",
    }


TWO = {"url": CORE + "minValue", "valueInteger": 2}
HIDDEN = {"url": CORE + "questionnaire-hidden", "valueBoolean": True}
VENDOR = {"url": "http://vendor.example/x", "valueString": "kept"}
RAW = {"url": CORE + "maxValue", "valueInteger": 5, "id": "odd"}


@pytest.mark.parametrize(
    ("extension", "keys"),
    [
        ([TWO, HIDDEN], ["minValue", "hidden"]),
        ([HIDDEN, TWO], ["hidden", "minValue"]),
        ([VENDOR, TWO], ["extension", "minValue"]),
        ([TWO, VENDOR, HIDDEN], ["minValue", "extension", "hidden"]),
        ([VENDOR, TWO, RAW, HIDDEN], ["extension", "hidden"]),
        ([TWO, TWO], ["minValue", "extension"]),
        ([{"url": CORE + "minValue", "valueDecimal": Decimal("2.0")}], ["extension"]),
        ([{"url": CORE + "minLength", "valueInteger": -1}], ["extension"]),
        ([], ["extension"]),
    ],
)
def test_the_order_of_extensions_is_kept(extension, keys):
    json = form({"linkId": "a", "type": "integer", "text": "A", "extension": extension})
    data = to_yaml(json)
    assert [key for key in data["item"][0] if key not in ("linkId", "type", "text")] == keys
    assert lossless(json, data)
    assert alike(data_of(write_yaml(data)), data)


def form(*items: Any, **more: Any) -> Any:
    return {"resourceType": "Questionnaire", "status": "draft", **more, "item": list(items)}


CHOICE = {
    "linkId": "c",
    "type": "choice",
    "text": "C",
    "answerOption": [
        {"valueCoding": {"code": "a", "system": "http://s", "display": "A"}},
        {"valueString": "words"},
        {"valueString": "10:00:00"},
        {"valueTime": "10:00:00"},
        {"valueInteger": 3},
        {"valueDate": "2026-01-31"},
        {"valueDate": "2026"},
        {"valueCoding": {"code": "b"}, "initialSelected": True},
        {"valueCoding": {"code": " ", "display": "odd"}},
        {"valueReference": {"reference": "Patient/1"}},
        {"extension": [{"url": names.WEIGHTS[0], "valueDecimal": Decimal("1.50")}], "valueString": "weighed"},
        {"extension": [{"url": names.WEIGHTS[1], "valueDecimal": 1}], "valueCoding": {"code": "w"}},
        {},
    ],
}


@pytest.mark.parametrize(
    "more",
    [
        {"enableWhen": [{"question": "c", "operator": "=", "answerCoding": {"code": "a", "system": "http://s"}}]},
        {"enableWhen": [{"question": "c", "operator": "=", "answerCoding": {"code": "a"}}]},
        {"enableWhen": [{"question": "c", "operator": "=", "answerCoding": {"code": "z", "display": "Z"}}]},
        {"enableWhen": [{"question": "c", "operator": "=", "answerString": "words"}]},
        {"enableWhen": [{"question": "c", "operator": "exists", "answerBoolean": False}]},
        {"enableWhen": [{"question": "c", "operator": "exists", "answerString": "true"}]},
        {"enableWhen": [{"question": "none", "operator": ">", "answerDate": "2026-01"}], "enableBehavior": "any"},
        {"enableWhen": [{"question": "c", "operator": "=", "answerInteger": 3, "id": "x", "_operator": {"id": "y"}}]},
        {"initial": [{"valueDecimal": Decimal("1.10")}]},
        {"initial": [{"valueInteger": 1}]},
        {"initial": [{"valueDecimal": 1}, {"valueDecimal": Decimal("2.0")}]},
        {"initial": [{"_valueDecimal": {"id": "x"}}]},
        {"code": [{"system": names.KIOSK_CODES, "code": "birth-date"}]},
        {"code": [{"system": names.KIOSK_CODES, "code": "birth-date", "display": "Born"}]},
        {"_text": {"extension": [{"url": CORE + "rendering-markdown", "valueMarkdown": "**D**"}]}},
        {"text": "  spaces stay  ", "prefix": " "},
        {"text": ""},
        {"required": False, "repeats": False, "readOnly": True, "maxLength": 0},
        {"disabledDisplay": "hidden", "unknown": {"of": ["any", None, 1]}},
        {"definition": "http://d#e", "_definition": {"id": "f"}, "id": "g"},
    ],
)
def test_whatever_an_importer_brings_is_kept(more):
    json = form(CHOICE, {"linkId": "d", "type": "decimal", "text": "D", **more}, url="Questionnaire/1", version="1|2")
    data = to_yaml(json)
    assert alike(data_of(write_yaml(data)), data)
    assert lossless(json, data_of(write_yaml(data)))


def test_translations_of_a_form_without_a_language_stay_raw():
    translated = to_fhir({"item": [{"linkId": "a", "type": "text", "text": {"en": "A", "es": "B"}}]}).json
    assert to_yaml(translated)["item"][0]["text"] == {"en": "A", "es": "B"}
    del translated["language"]
    data = to_yaml(translated)
    assert data["item"][0]["text"] == "A"
    assert "_text" in data["item"][0]
    assert lossless(translated, data)


@pytest.mark.parametrize(
    ("condition", "code", "line"),
    [
        ('{question: c, operator: "=", answer: z}', "answer-wrong", 9),
        ('{question: c, operator: "="}', "key-missing", 9),
        ("{question: c, not: z}", "answer-wrong", 9),
        ("{question: c, not: y, operator: exists}", "key-misplaced", 9),
        ('{question: cc, operator: "=", answer: y}', "enableWhen-unknown-question", 9),
    ],
)
def test_a_wrong_condition_is_told_at_its_line(condition, code, line):
    text = CONDITIONAL.format(condition=condition)
    form, problems = read_questionnaire(text.encode(), "form.yaml", Path("pictures"))
    assert form is None
    assert (code, line) in [(problem.code, problem.line) for problem in problems if problem.level == "error"]


CONDITIONAL = """\
item:
  - linkId: c
    type: choice
    text: C
    answerOption: [x, y]
  - linkId: d
    type: text
    text: D
    enableWhen: [{condition}]
"""


def test_an_unknown_question_is_met_with_the_nearest_one():
    text = CONDITIONAL.format(condition='{question: cc, operator: "=", answer: y}')
    problems = read_questionnaire(text.encode(), "form.yaml", Path("pictures"))[1]
    (error,) = [problem.sentence for problem in problems if problem.level == "error"]
    assert error.endswith("did you mean “c”?")


def test_not_is_two_conditions_that_both_must_hold():
    text = CONDITIONAL.format(condition="{question: c, not: y}")
    item = fhir_of(text.encode())["item"][1]
    assert item["enableBehavior"] == "all"
    assert item["enableWhen"] == [
        {"question": "c", "operator": "exists", "answerBoolean": True},
        {"question": "c", "operator": "!=", "answerString": "y"},
    ]


def test_not_does_not_join_any():
    text = CONDITIONAL.format(condition="{question: c, not: y}") + "    enableBehavior: any\n"
    problems = read_questionnaire(text.encode(), "form.yaml", Path("pictures"))[1]
    assert ("key-misplaced", 9) in [(problem.code, problem.line) for problem in problems]


def test_a_key_is_met_with_its_right_name():
    text = CONDITIONAL.format(condition="{question: c, not: y}").replace("text: D", "text: D\n    requierd: true")
    problems = read_questionnaire(text.encode(), "form.yaml", Path("pictures"))[1]
    assert [str(problem) for problem in problems if problem.level == "error"] == [
        "form.yaml:9:5: error: key-unknown: There is no “requierd” here; did you mean “required”?"
    ]


@pytest.mark.parametrize("number", [Decimal("1E+9"), 10**20, Decimal("1." + "0" * 30)])
def test_numbers_without_a_spelling_are_refused(number):
    with pytest.raises(Unwritable):
        write_yaml({"a": number})


TEXT = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="ab:#-[]{},'\"&*!|>%@`\\ \n\té~?", max_size=20),
    st.sampled_from(["true", "null", "~", "1.0", "2026-01-01", "007", "yes", "- a", "a: b", "=", "long " * 900]),
)
SCALAR = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.decimals(-1000, 1000, places=2, allow_nan=False).map(lambda value: Decimal(f"{value:.2f}")),
    st.dates(date(1000, 1, 1)),
    TEXT,
)
DATA = st.dictionaries(
    st.one_of(st.sampled_from(["linkId", "item", "text"]), st.text(min_size=1, max_size=8)),
    st.recursive(
        SCALAR,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(DATA)
def test_whatever_is_written_is_read_back_as_it_was(data):
    assert alike(data_of(write_yaml(data)), data)


WORD = st.text(alphabet=string.ascii_letters + "é .,:#'\"", min_size=1, max_size=12)
LINK = st.sampled_from(["a", "b", "1", "1.10", "true", "q-7"])
CODED = st.fixed_dictionaries({"code": LINK}, optional={"system": st.just("http://s"), "display": WORD})
WHOLE = st.integers(-50, 50)
POINT = st.sampled_from([Decimal("1.10"), Decimal("0.5"), Decimal("-3.00"), 4])
DAY = st.sampled_from(["2026", "2026-02", "2026-02-03"])
AMOUNT = st.fixed_dictionaries(
    {"value": POINT}, optional={"unit": st.just("kg"), "code": st.just("kg"), "system": st.just(UCUM)}
)


def value_of(prefix: str) -> st.SearchStrategy[Any]:
    kinds = {
        "Boolean": st.booleans(),
        "Integer": WHOLE,
        "Decimal": POINT,
        "Date": DAY,
        "DateTime": DAY,
        "Time": st.just("10:30:00"),
        "String": WORD,
        "Coding": CODED,
        "Quantity": AMOUNT,
    }
    return st.one_of([held.map(lambda value, kind=kind: {prefix + kind: value}) for kind, held in kinds.items()])


TRANSLATED = WORD.map(
    lambda text: {
        "extension": [
            {
                "url": names.TRANSLATION,
                "extension": [{"url": "lang", "valueCode": "es"}, {"url": "content", "valueString": text}],
            }
        ]
    }
)


def wordy(key: str) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({key: WORD}, optional={f"_{key}": TRANSLATED})


def merged(*parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.tuples(*parts).map(lambda found: {key: value for part in found for key, value in part.items()})


PARTS = st.one_of(
    merged(st.just({"url": "text"}), wordy("valueString")),
    merged(st.just({"url": "answer"}), value_of("value")),
    st.sampled_from(
        [
            {"url": "level", "valueCode": "INFO"},
            {"url": "exists", "valueBoolean": True},
            {"url": "younger", "valueInteger": 18},
            {"url": "behavior", "valueCode": "any"},
        ]
    ),
)
EXTENSION = st.one_of(
    *[
        merged(st.just({"url": url}), wordy(place) if place == "valueString" else value_of("value"))
        for url, place in names.ITEM.values()
    ],
    CODED.map(lambda coding: {"url": names.ITEM["unitOption"][0], "valueCoding": coding}),
    st.lists(PARTS, max_size=4).map(lambda parts: {"url": names.ALERT, "extension": parts}),
    st.just(VENDOR),
)
CONDITION = merged(
    st.fixed_dictionaries({"question": LINK, "operator": st.sampled_from([str(one) for one in Operator])}),
    value_of("answer"),
)
OPTION = merged(
    value_of("value"),
    st.fixed_dictionaries(
        {},
        optional={
            "initialSelected": st.booleans(),
            "extension": st.lists(
                st.sampled_from(
                    [
                        {"url": names.WEIGHTS[0], "valueDecimal": Decimal("2.0")},
                        {"url": names.EXCLUSIVE[0], "valueBoolean": True},
                        {"url": names.PREFIX, "valueString": "a."},
                        VENDOR,
                    ]
                ),
                max_size=3,
            ),
        },
    ),
)
TYPES = [str(type) for type in Type if type not in (Type.REFERENCE, Type.ATTACHMENT)]
ITEM = st.deferred(
    lambda: merged(
        st.fixed_dictionaries({"linkId": LINK, "type": st.sampled_from(TYPES)}),
        wordy("text"),
        st.fixed_dictionaries(
            {},
            optional={
                "extension": st.lists(EXTENSION, max_size=4),
                "enableWhen": st.lists(CONDITION, max_size=2),
                "enableBehavior": st.sampled_from(["all", "any"]),
                "answerOption": st.lists(OPTION, max_size=3),
                "initial": st.lists(value_of("value"), max_size=2),
                "required": st.booleans(),
                "maxLength": WHOLE,
                "prefix": WORD,
                "code": st.lists(CODED, max_size=2),
                "item": st.lists(ITEM, max_size=2),
            },
        ),
    )
)
FORM = merged(
    st.fixed_dictionaries({"resourceType": st.just("Questionnaire"), "item": st.lists(ITEM, min_size=1, max_size=3)}),
    st.fixed_dictionaries(
        {},
        optional={
            "status": st.sampled_from(["active", "draft"]),
            "language": st.sampled_from(["en", "es"]),
            "version": st.sampled_from(["1", "1.10", "2026-01-01"]),
            "date": DAY,
            "contained": st.just([{"resourceType": "ValueSet", "id": "v", "text": {"status": "empty", "div": "<p/>"}}]),
        },
    ),
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(FORM)
def test_every_form_survives_the_way_to_yaml_and_back(json):
    data = data_of(write_yaml(to_yaml(json)))
    assert alike(to_fhir(data).json, json)
    assert alike(to_yaml(to_fhir(data).json), data)
