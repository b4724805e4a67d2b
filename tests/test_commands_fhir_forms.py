"""Questionnaires of other systems come in whole or not at all, and go out as they came."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.questionnaire import read_questionnaire
from kiosk.content.spelling import alike
from kiosk.domain.literal import loads
from kiosk.office.fhir_forms import export_fhir, import_fhir, imported, pretty

MARK = "http://hl7.org/fhir/StructureDefinition/"
FORM: Any = {
    "resourceType": "Questionnaire",
    "id": "visit",
    "url": "http://clinic.example/Questionnaire/visit",
    "version": "1.10",
    "status": "active",
    "title": "Before the visit",
    "item": [
        {"linkId": "hello", "type": "display", "text": "Hello"},
        {
            "linkId": "height",
            "type": "decimal",
            "text": "Height",
            "extension": [
                {"url": MARK + "maxValue", "valueDecimal": 2.50},
                {"url": "http://vendor.example/colour", "valueString": "red"},
            ],
        },
        {
            "linkId": "mood",
            "type": "choice",
            "text": "Mood",
            "answerOption": [
                {
                    "extension": [{"url": MARK + "ordinalValue", "valueDecimal": 1}],
                    "valueCoding": {"system": "http://loinc.org", "code": "LA6568-5", "display": "Not at all"},
                },
            ],
        },
    ],
}
FILE_ITEM = {"linkId": "photo", "type": "attachment", "text": "A photo"}


def written(folder: Path, form: Any, name: str = "form.json") -> Path:
    path = folder / name
    path.write_text(form if isinstance(form, str) else json.dumps(form), encoding="utf-8")
    return path


def having(*items: Any, **more: Any) -> Any:
    return {**FORM, "item": [*FORM["item"], *items], **more}


def test_a_form_comes_in_and_goes_out_the_same(tmp_path, capsys):
    text = json.dumps(FORM).replace("2.5}", "2.50}")
    file, yaml, back = written(tmp_path, text), tmp_path / "form.yaml", tmp_path / "back.json"
    assert import_fhir(file, yaml, accept_loss=False, as_json=False) == 0
    assert capsys.readouterr().out == f"Imported: 3 items, written to {yaml}.\n"
    form, problems = read_questionnaire(yaml.read_bytes(), "form.yaml", tmp_path)
    assert [problem.code for problem in problems] == ["not-reviewed"]
    assert str(form.by_id["height"].limits.most) == "2.50"
    assert export_fhir(yaml, back) == 0
    assert capsys.readouterr().out == f"Written to {back}: 3 items.\n"
    assert alike(loads(back.read_text()), loads(text))
    assert '"valueDecimal": 2.50' in back.read_text()


def test_without_a_name_it_only_says_whether_it_would(tmp_path, capsys):
    assert import_fhir(written(tmp_path, FORM), None, accept_loss=False, as_json=False) == 0
    assert "add --out NAME.yaml" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["form.json"]


def test_everything_that_stands_in_the_way_is_told_at_once(tmp_path, capsys):
    bad = having(
        {"linkId": "mood", "type": "text", "text": "Twice"},
        {"linkId": "odd", "type": "coding", "text": "R5"},
        {
            "linkId": "group",
            "type": "group",
            "text": "G",
            "item": [
                {
                    "linkId": "late",
                    "type": "text",
                    "text": "L",
                    "enableWhen": [{"question": "none", "operator": "=", "answerString": "x"}],
                }
            ],
        },
    )
    assert import_fhir(written(tmp_path, bad), tmp_path / "form.yaml", accept_loss=True, as_json=True) == 3
    report = json.loads(capsys.readouterr().out)
    assert report["imported"] is False
    assert (report["items"], report["out"]) == (0, None)
    found = {(problem["code"], problem["severity"], tuple(problem["path"])) for problem in report["problems"]}
    assert {
        ("linkId-duplicate", "refuse", ("mood",)),
        ("not-r4", "refuse", ("odd",)),
        ("enableWhen-unknown-question", "refuse", ("group", "late")),
    } <= found
    assert all(problem["text"].endswith((".", "?", ")")) for problem in report["problems"])
    assert not (tmp_path / "form.yaml").exists()


def test_losses_need_a_yes(tmp_path, capsys):
    file, out = written(tmp_path, having(FILE_ITEM)), tmp_path / "form.yaml"
    assert import_fhir(file, out, accept_loss=False, as_json=False) == 3
    said = capsys.readouterr().out
    assert "drop: type-unsupported: photo: " in said
    assert "add --accept-loss" in said
    assert not out.exists()
    assert import_fhir(file, out, accept_loss=True, as_json=True) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["imported"], report["items"], report["out"]) == (True, 3, str(out))
    assert [problem["code"] for problem in report["problems"]] == ["type-unsupported"]
    form, problems = read_questionnaire(out.read_bytes(), "form.yaml", tmp_path)
    assert "photo" not in form.by_id
    assert [problem.level for problem in problems] == ["warning"]


def test_a_form_of_which_nothing_is_left_is_refused(tmp_path):
    outcome = imported(written(tmp_path, {**FORM, "item": [FILE_ITEM]}), accept_loss=True)
    assert outcome.form is None
    assert "items-missing" in [problem.code for problem in outcome.problems]


def test_nothing_is_written_over(tmp_path, capsys):
    file, out = written(tmp_path, FORM), tmp_path / "form.yaml"
    out.write_text("mine")
    assert import_fhir(file, out, accept_loss=False, as_json=False) == 1
    assert "is there already" in capsys.readouterr().out
    assert out.read_text() == "mine"
    assert import_fhir(file, tmp_path, accept_loss=False, as_json=True) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] == "file-exists"


def test_a_value_set_beside_the_file_is_used_and_asked_for_again(tmp_path):
    ask = {"linkId": "often", "type": "choice", "text": "O", "answerValueSet": "http://clinic.example/often"}
    file = written(tmp_path, having(ask))
    assert imported(file).form is None
    codes = {"system": "http://clinic.example/scale", "concept": [{"code": "never", "display": "Never"}]}
    beside = {"resourceType": "ValueSet", "url": "http://clinic.example/often", "compose": {"include": [codes]}}
    written(tmp_path, beside, "often.json")
    outcome = imported(file)
    assert [option.value.code for option in outcome.form.by_id["often"].options] == ["never"]
    assert [problem.code for problem in outcome.problems] == ["value-set-beside"]
    (tmp_path / "form.yaml").write_text(outcome.text, encoding="utf-8")
    assert export_fhir(tmp_path / "form.yaml", tmp_path / "back.json") == 0


def test_what_the_clinic_must_not_ask_is_named(tmp_path):
    ask = {"linkId": "n", "type": "string", "text": "Your insurance number"}
    outcome = imported(written(tmp_path, having(ask)))
    assert outcome.form is not None
    assert [(problem.code, problem.severity) for problem in outcome.problems] == [("forbidden-field", "note")]


UNREADABLE = {
    "no JSON": ("{", "json-syntax"),
    "no object": ("[]", "not-fhir"),
    "another resource": ('{"resourceType": "Patient"}', "not-fhir"),
    "NaN": ('{"a": NaN}', "json-number"),
    "twice": ('{"a": 1, "a": 2}', "json-duplicate-key"),
    "deep": ("[" * 10_000, "json-too-deep"),
    "huge number": ('{"a": 1e999999999}', "json-number"),
    "large": (" " * 17_000_000, "too-large"),
    "half a letter": ('{"a": "\\ud800"}', "encoding"),
}


@pytest.mark.parametrize(("text", "code"), UNREADABLE.values(), ids=UNREADABLE)
def test_hostile_files_are_refused_with_a_sentence(tmp_path, capsys, text, code):
    out = tmp_path / "form.yaml"
    assert import_fhir(written(tmp_path, text), out, accept_loss=True, as_json=True) == 3
    report = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in report["problems"]] == [code]
    assert not out.exists()


def test_what_is_no_file_is_refused(tmp_path, capsys):
    for path in (tmp_path, tmp_path / "none.json", Path("nul\0")):
        assert import_fhir(path, None, accept_loss=False, as_json=False) == 3
        assert "refuse: file-unreadable: " in capsys.readouterr().out


@pytest.mark.parametrize("number", ["1" + "0" * 25, "1.5E+7"])
def test_a_number_that_yaml_cannot_say_is_refused(tmp_path, number):
    text = json.dumps(having(useContext=["number"])).replace('"number"', number)
    outcome = imported(written(tmp_path, text))
    assert outcome.form is None
    assert [problem.code for problem in outcome.problems] == ["number-unwritable"]


def test_a_form_with_errors_does_not_go_out(tmp_path, capsys):
    yaml, out = tmp_path / "form.yaml", tmp_path / "form.json"
    yaml.write_text("item:\n  - linkId: a\n    type: choice\n    text: A\n")
    assert export_fhir(yaml, out) == 1
    assert "form.yaml:2:5: error: options-missing: " in capsys.readouterr().err
    yaml.write_text("item:\n  - linkId: a\n    typ: text\n")
    assert export_fhir(yaml, out) == 1
    assert "did you mean “type”?" in capsys.readouterr().err
    assert not out.exists()


def test_a_form_is_not_written_over_itself(tmp_path):
    yaml = tmp_path / "form.yaml"
    yaml.write_text("item:\n  - linkId: a\n    type: text\n    text: A\n")
    assert export_fhir(yaml, yaml) == 1
    assert yaml.read_text().startswith("item:")
    assert export_fhir(yaml, tmp_path) == 1


def test_json_for_people_is_the_same_json():
    held = {"a": [], "b": {}, "c": [1, {"d": "é\n"}], "e": None}
    assert json.loads(pretty(held)) == held
    assert pretty({"a": [1, 2]}) == '{\n  "a": [\n    1,\n    2\n  ]\n}'
