"""What an admin's editor knows of the questionnaire, and what the clinic's own checks add to FHIR's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from repository import ROOT

from kiosk.content.document import read_yaml
from kiosk.content.form_schema import schema
from kiosk.content.questionnaire import read_questionnaire

SCHEMA = ROOT / "resources" / "questionnaire.schema.json"
SHIPPED = ROOT / "resources" / "content" / "questionnaires" / "pre-consultation.yaml"


def test_the_editors_schema_is_up_to_date():
    assert SCHEMA.read_text(encoding="utf-8") == schema(), "python -m kiosk.content.form_schema " + SCHEMA.name


def test_the_shipped_questionnaire_names_its_schema():
    first = SHIPPED.read_text(encoding="utf-8").splitlines()[0]
    path = first.partition("$schema=")[2]
    assert (SHIPPED.parent / path).resolve() == SCHEMA.resolve()


def test_every_key_is_explained_to_the_editor():
    made = json.loads(schema())
    shapes = {"": made, **made["$defs"]}
    unexplained = [
        f"{name}.{key}"
        for name, shape in shapes.items()
        for key, field in shape.get("properties", {}).items()
        if "description" not in field and name != "Signed"
    ]
    assert unexplained == []
    assert made["properties"]["item"]["items"]["$ref"] == "#/$defs/ItemShape"
    assert "enableWhen" in made["$defs"]["ItemShape"]["properties"]
    assert made["$defs"]["ItemShape"]["additionalProperties"] is False
    options = made["$defs"]["ItemShape"]["properties"]["answerOption"]["items"]["anyOf"]
    assert options == [{"type": ["string", "number"]}, {"$ref": "#/$defs/OptionShape"}]
    assert "group" in made["$defs"]["Type"]["enum"]


def told(text: str, level: str = "error", languages: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    found = read_questionnaire(text.encode(), "form.yaml", Path("pictures"), languages)[1]
    return [(problem.code, problem.line) for problem in found if problem.level == level and problem.code != UNSEALED]


UNSEALED = "review-unsealed"
"""The forms of this file bear a name and no seal: they are read without their folder."""
ITEM = """\
reviewed: {{by: R. Ortiz, on: 2026-02-01}}
item:
  - linkId: a
    type: {type}
    text: A
    {more}
"""


def item(more: str, type: str = "integer") -> str:
    return ITEM.format(more=more, type=type)


@pytest.mark.parametrize(
    ("more", "type", "code"),
    [
        ("minValue: tall", "integer", "wrong-type"),
        ("minValue: 1.5", "integer", "wrong-type"),
        ("minValue: 10:00", "date", "wrong-type"),
        ("minValue: {a: b}", "integer", "wrong-type"),
        ("minQuantity: heavy", "quantity", "wrong-type"),
        ("unit: [kg]", "integer", "wrong-type"),
        ("unit: {code: kg, displai: kg}", "integer", "key-unknown"),
        ("answerOption: [true]", "choice", "wrong-type"),
        ("answerOption: [{weight: 1}]", "choice", "key-missing"),
        ("answerOption: [{code: a, wieght: 1}]", "choice", "key-unknown"),
        ("initial: tall", "integer", "answer-wrong"),
        ("regex: '['", "text", "regex-invalid"),
        ("score: {sum: []}", "integer", "wrong-count"),
        ("code: birth-dat", "date", "value-unknown"),
        ("minOccurs: -1", "text", "out-of-range"),
        ("hidden: 1", "text", "wrong-type"),
        ("alert: [{level: INFO, when: {all: [{question: b, operator: exists, answer: true}]}, text: x}]", "text", None),
    ],
)
def test_a_mistake_in_a_key_is_told_at_its_line(more, type, code):
    found = told(item(more, type))
    assert {line for _, line in found} == {6}
    assert code is None or code in [told_code for told_code, _ in found]


def test_an_alert_may_read_other_questions_but_not_both_ways_at_once():
    one = "{question: a, operator: exists, answer: true}"
    assert told(item(f"alert: [{{level: INFO, when: {{all: [{one}]}}, text: x}}]", "text")) == []
    both = f"alert: [{{level: INFO, when: {{all: [{one}], any: [{one}]}}, text: x}}]"
    assert ("key-misplaced", 6) in told(item(both, "text"))


def test_notes_of_fhir_are_warnings_and_some_are_silence():
    unguarded = item("enableWhen: [{question: b, operator: '!=', answer: 1}]") + (
        "  - linkId: b\n    type: integer\n    text: B\n"
    )
    assert ("ne-unguarded", 6) in told(unguarded, "warning")
    inert = "extension: [{url: 'http://hl7.org/fhir/StructureDefinition/cqf-expression', valueString: x}]"
    assert told(item(inert), "warning") == []


def test_a_question_without_its_words_is_warned_of():
    assert told(item("").replace("text: A", "help: H"), "warning") == [("text-missing", 3)]


def test_one_language_is_enough_where_texts_are_signs():
    assert told(item("unit: kg\n    entryFormat: '12'"), "warning", ("en", "es")) == [("translation-missing", 5)]


def test_the_first_language_of_the_clinic_is_that_of_plain_texts():
    form = read_questionnaire(item("").encode(), "form.yaml", Path("pictures"), ("es",))[0]
    assert form.by_id["a"].text.pairs == (("es", "A"),)


def test_a_value_set_may_lie_beside_the_form(tmp_path):
    asked = item("answerValueSet: http://clinic.example/often", "choice").encode()
    assert read_questionnaire(asked, "form.yaml", tmp_path / "pictures")[0] is None
    (tmp_path / "questionnaires").mkdir()
    (tmp_path / "questionnaires" / "often.json").write_text(json.dumps(OFTEN))
    form, problems = read_questionnaire(asked, "form.yaml", tmp_path / "pictures")
    assert [problem.code for problem in problems] == [UNSEALED]
    assert [option.value.code for option in form.by_id["a"].options] == ["never", "daily"]


def test_the_value_sets_of_the_kiosk_are_always_at_hand(tmp_path):
    asked = item("answerValueSet: http://hl7.org/fhir/ValueSet/administrative-gender", "choice").encode()
    form, problems = read_questionnaire(asked, "form.yaml", tmp_path / "pictures")
    assert [problem.code for problem in problems] == [UNSEALED]
    assert "female" in [option.value.code for option in form.by_id["a"].options]


OFTEN = {
    "resourceType": "ValueSet",
    "url": "http://clinic.example/often",
    "status": "active",
    "compose": {
        "include": [
            {
                "system": "http://clinic.example/scale",
                "concept": [{"code": "never", "display": "Never"}, {"code": "daily", "display": "Daily"}],
            }
        ]
    },
}


def test_the_schema_comment_is_only_a_comment():
    text = SHIPPED.read_text(encoding="utf-8")
    assert read_yaml(text, "a").data == read_yaml(text.partition("\n")[2], "a").data
