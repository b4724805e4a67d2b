"""Stories of content with mistakes: what is sound still shows, and a screen without any is kind."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from conftest import Opens
from content_folder import QUESTIONNAIRE, write_folder
from finger import Finger


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content")


def test_a_broken_treatment_is_left_out_and_the_rest_is_shown(
    opens: Opens, content: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (content / "treatments" / "blade.en.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    (content / "treatments" / "blade.es.md").unlink()
    with caplog.at_level(logging.ERROR):
        finger = opens(content=content)
    assert "treatments/blade.en.md:" in caplog.text
    finger.taps("Touch anywhere to start", "Our treatments")
    assert [row.key for row in finger.desk.reading.treatments.rows] == ["peel"]
    finger.taps("Gentle peel", "What it does")
    assert finger.sees("It works on the top layer only.")
    finger.taps("Back", "Back", "Get ready for your visit")
    assert finger.sees("Start the questions")


def test_a_broken_questionnaire_closes_only_the_questions(opens: Opens, content: Path) -> None:
    (content / QUESTIONNAIRE).write_text("item: [", encoding="utf-8")
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Get ready for your visit")
    assert finger.sees("Not open yet")
    finger.taps("Back", "Common questions", "Will I bruise?")
    assert finger.sees("Some people do, a little.")


@pytest.mark.parametrize("left", ["", "clinic.toml"])
def test_without_any_content_people_are_sent_to_the_desk(
    opens: Opens, tmp_path: Path, content: Path, left: str
) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    if left:
        (bare / left).write_bytes((content / left).read_bytes())
    finger = opens(content=bare)
    finger.taps("Touch anywhere to start")
    assert finger.sees("Please ask at the desk")
    assert not finger.sees("Back")
    finger.taps("Text size", "Large", "Done", "Start over")
    assert finger.sees("Touch anywhere to start")


def test_a_touch_before_the_content_is_there_is_not_lost(opens: Opens) -> None:
    finger: Finger = opens(furnish=False)
    finger.taps("Touch anywhere to start")
    finger.until(lambda: finger.kiosk.furnished)
    assert finger.sees("Get ready for your visit")


def test_a_language_chosen_before_the_content_is_there_stays(opens: Opens) -> None:
    finger: Finger = opens(furnish=False)
    finger.taps("Español: Toque aquí para empezar")
    finger.until(lambda: finger.kiosk.furnished)
    assert finger.sees("Prepárese para su visita")


def test_the_clinics_own_words_show(opens: Opens, content: Path) -> None:
    told = (content / "clinic.toml").read_text(encoding="utf-8")
    (content / "clinic.toml").write_text(told.replace('contact = ""', 'contact = "Ring the brass bell."'), "utf-8")
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Ask for help")
    assert finger.sees("Ring the brass bell.")
    assert finger.sees("In an emergency call 911.")
    finger.taps("Back to my page")
    assert finger.sees("Maple Street Skin")
