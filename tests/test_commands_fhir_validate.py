"""validate-fhir at the terminal: what it prints for people and for programs, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.checks import Fault
from kiosk.domain.literal import dumps
from kiosk.fhir import attached
from kiosk.fhir.answers import NO_CODE, WRONG_TYPE
from kiosk.fhir.problem import Problem, Severity
from kiosk.fhir.questionnaire import Compiled
from kiosk.office.validating import SENTENCES, compiled, validate_files

FORM: dict[str, Any] = {
    "resourceType": "Questionnaire",
    "status": "active",
    "url": "https://clinic.example/Questionnaire/q",
    "item": [{"linkId": "name", "type": "string", "required": True}, {"linkId": "age", "type": "integer"}],
}


def answers(*items: dict[str, Any]) -> dict[str, Any]:
    return {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "questionnaire": "https://clinic.example/Questionnaire/q",
        "item": list(items),
    }


GOOD = answers({"linkId": "name", "answer": [{"valueString": "secret"}]})
BAD = answers({"linkId": "age", "answer": [{"valueString": "secret"}]})


@pytest.fixture
def files(tmp_path: Path) -> Any:
    def write(form: object, response: object) -> tuple[Path, Path]:
        paths = tmp_path / "questionnaire.json", tmp_path / "response.json"
        for path, held in zip(paths, (form, response), strict=True):
            path.write_bytes(held if isinstance(held, bytes) else dumps(held).encode())
        return paths

    return write


def test_a_valid_response_ends_well(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate_files(*files(FORM, GOOD), as_json=False) == 0
    assert capsys.readouterr() == ("Valid; errors: 0, warnings: 0.\n", "")


def test_each_finding_has_its_line_and_no_answer_is_shown(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate_files(*files({**FORM, "status": "draft"}, BAD), as_json=False) == 1
    assert capsys.readouterr().out.splitlines() == [
        "response: questionnaireDraft: warning: The questionnaire is a draft.",
        "age: invalidAnswerType: The answer is not a FHIR value of the question's type.",
        "name: required: There is no answer, and one is required.",
        "Not valid; errors: 2, warnings: 1.",
    ]


def test_a_program_reads_json(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate_files(*files(FORM, BAD), as_json=True) == 1
    assert json.loads(capsys.readouterr().out) == {
        "valid": False,
        "issues": [
            {"code": "invalidAnswerType", "linkId": "age", "severity": "error"},
            {"code": "required", "linkId": "name", "severity": "error"},
        ],
    }


def test_warnings_alone_leave_it_valid(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate_files(*files({**FORM, "status": "draft"}, GOOD), as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["valid"] is True
    assert [one["severity"] for one in told["issues"]] == ["warning"]


@pytest.mark.parametrize("broken", [0, 1])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    files: Any, capsys: pytest.CaptureFixture[str], broken: int
) -> None:
    held: list[Any] = [FORM, GOOD]
    held[broken] = b'{"secret": '
    paths = files(*held)
    assert validate_files(*paths, as_json=True) == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"valid": False, "issues": [{"code": "json-syntax", "linkId": "", "severity": "error"}]}
    assert err.startswith(f"{paths[broken].name}: ")
    assert "secret" not in out + err
    assert validate_files(*paths, as_json=False) == 1
    assert capsys.readouterr().out == ""


def test_a_missing_file_is_the_callers_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        validate_files(tmp_path / "none.json", tmp_path / "none.json", as_json=False)


def test_what_prevents_the_form_is_told_in_its_own_words(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("enableWhen-cycle", ("a",), Severity.REFUSE, "“a” waits for itself.")
    assert validate_files(*files(FORM, GOOD), as_json=False, read=lambda _: Compiled(None, (problem,), {})) == 1
    assert capsys.readouterr().out.splitlines()[0] == "a: enableWhen-cycle: “a” waits for itself."


def test_a_linkid_cannot_steer_the_terminal(files: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate_files(*files(FORM, answers({"linkId": "\x1b[2J\nx"})), as_json=False) == 1
    assert capsys.readouterr().out.splitlines()[0].startswith(" [2J x: invalidLinkId: ")


def test_every_code_has_its_sentence() -> None:
    codes = {fault.value for fault in Fault}
    codes |= {WRONG_TYPE, NO_CODE, attached.BAD_ADDRESS, attached.NO_RESOURCE}
    codes |= {
        attached.OTHER_RESOURCE,
        attached.OTHER_SIZE,
        attached.TOO_LARGE,
        attached.OTHER_TYPE,
        attached.UNTYPED_DATA,
    }
    assert codes <= set(SENTENCES)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())


def test_a_json_file_is_read_leniently(tmp_path: Path) -> None:
    path = tmp_path / "questionnaire.json"
    path.write_text(dumps({**FORM, "item": [{"linkId": "q", "type": "reference", "required": True}]}))
    assert compiled(path).form is not None
