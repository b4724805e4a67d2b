"""A place for an instrument whose text only a licensed clinic may show."""

from __future__ import annotations

from pathlib import Path

import pytest
from content_folder import write_folder

from kiosk.content.load import load
from kiosk.content.questionnaire import read_questionnaire
from kiosk.domain.sheet import Sheet
from kiosk.domain.values import Coding
from kiosk.domain.view import visible

FORM = """url: https://clinic.example/Questionnaire/q
version: "1"
title: A form
item:
  - linkId: first
    type: boolean
    text: First?
  - linkId: skin
    type: group
    text: Your skin
    instrument: skin-life
  - linkId: last
    type: boolean
    text: Last?
"""
INSTRUMENT = """licence: "Licensed to the clinic, 2026"
item:
  - linkId: skin-1
    type: choice
    text: One?
    answerOption:
      - {code: "0", display: Not at all, weight: 0}
      - {code: "3", display: Very much, weight: 3}
  - linkId: skin-score
    type: integer
    text: Score
    readOnly: true
    score: {sum: [skin-1], bands: [{to: 1, label: No effect}, {from: 2, label: Some effect}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("pictures", "questionnaires/instruments"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def read(folder: Path) -> tuple:
    return read_questionnaire(FORM.encode(), "questionnaires/q.yaml", folder / "pictures", ("en",))


def put(folder: Path, text: str) -> None:
    (folder / "questionnaires" / "instruments" / "skin-life.yaml").write_text(text, encoding="utf-8")


def test_while_its_text_is_not_there_nothing_of_it_shows_and_check_says_so(folder: Path) -> None:
    form, problems = read(folder)
    assert [node.item.id for node in visible(Sheet(form)).pages] == ["first", "last"]
    (told,) = [problem for problem in problems if problem.code == "instrument-missing"]
    assert (told.level, told.line) == ("warning", 11)


def test_with_its_text_it_is_asked_and_scored(folder: Path) -> None:
    put(folder, INSTRUMENT)
    form, _ = read(folder)
    sheet = Sheet(form).put("skin-1", (Coding("3"),))
    assert [node.item.id for node in visible(sheet).pages] == ["first", "skin-1", "last"]
    (score,) = visible(sheet).scores
    assert score.answer == (3,)
    assert score.item.score.band(3).label.in_language("en") == "Some effect"
    put(folder, INSTRUMENT.replace("One?", "Uno?"))
    assert read(folder)[0].sha256 != form.sha256


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("item: [", "instrument-broken"),
        ("licence: x\n", "instrument-broken"),
        (INSTRUMENT.replace("licence:", "license:"), "instrument-licence"),
        (INSTRUMENT.replace("skin-1\n    type: choice", "first\n    type: choice"), "linkId-duplicate"),
    ],
)
def test_what_is_wrong_with_it_is_told_at_its_place(folder: Path, text: str, code: str) -> None:
    put(folder, text)
    form, problems = read(folder)
    assert form is None
    assert code in {problem.code for problem in problems}


@pytest.mark.parametrize("name", ["../../secret", "/etc/passwd", "Skin Life"])
def test_its_name_leads_nowhere_else(folder: Path, name: str) -> None:
    text = FORM.replace("skin-life", f'"{name}"').encode()
    form, problems = read_questionnaire(text, "questionnaires/q.yaml", folder / "pictures", ("en",))
    assert form is None
    assert "instrument-name" in {problem.code for problem in problems}


def test_its_file_belongs_to_the_version_of_the_content(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "content")
    before = load(folder).library.version
    (folder / "questionnaires" / "instruments").mkdir()
    put(folder, INSTRUMENT)
    after = load(folder)
    assert after.library.version != before
    assert not [problem for problem in after.problems if problem.code == "file-ignored"]
