"""Stories of people who need the screen otherwise: another language, larger words, other contrasts, lower controls."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import SHIPPED, Opens
from finger import Finger
from patient import fills_every_type, in_use, introduces, sends, signs

PAGES = ("Home", "Treatments", "Questions", "Booking", "Begin", "Paper", "Closed", "Review")
GIVEN = {
    "name": lambda finger: finger.types("Ana"),
    "born": lambda finger: finger.types("0427"),
    "thinners": lambda finger: finger.taps("Yes"),
    "which-thinner": lambda finger: finger.types("x"),
    "pregnancy": lambda finger: finger.taps("Not sure"),
    "conditions": lambda finger: finger.taps("Diabetes", "Cold sores"),
    "cups": lambda finger: finger.types("8"),
    "height": lambda finger: finger.types("1.7"),
    "areas": lambda finger: finger.taps("Chin", "Neck"),
    "own-question": lambda finger: finger.types("why\nso"),
    "signature": signs,
}
"""Half an answer or a whole one to each question of the form with every type."""


def speaks_another(finger: Finger) -> None:
    finger.taps(in_use("Bar", "Language"))


def held(finger: Finger) -> tuple[object, ...]:
    """Where a patient is and everything given there, whatever it is called."""
    asking = finger.desk.asking
    rows = (asking.options, asking.others, asking.areas)
    ticked = tuple(row.key for part in rows for row in part.rows if row.chosen)
    digits = {part.key: part.typed for part in asking.parts.rows}
    return finger.desk.page, asking.key, asking.typed, ticked, digits, asking.strokes, asking._sheet.answers


def ticks(finger: Finger) -> int:
    """How many answers show as ticked."""
    return sum(thing.state().checked for thing in finger.things())


@pytest.mark.parametrize("page", PAGES)
def test_another_language_keeps_the_page(patient: Finger, page: str) -> None:
    finger = patient
    if page == "Review":
        fills_every_type(finger)
    finger.desk.open(page)
    finger.settle()
    english = finger.names()
    speaks_another(finger)
    assert finger.desk.page == page
    # Only names of people, places and treatments stay.
    assert len(set(english) & set(finger.names())) <= 8
    speaks_another(finger)
    assert finger.names() == english


def test_another_language_at_every_question_keeps_what_was_given(patient: Finger) -> None:
    finger = patient
    finger.taps("Next")
    for key, give in GIVEN.items():
        assert finger.desk.asking.key == key
        give(finger)
        before, ticked = held(finger), ticks(finger)
        speaks_another(finger)
        assert held(finger) == before
        assert ticks(finger) == ticked
        assert finger.sees(finger.desk.asking.text)
        speaks_another(finger)
        assert held(finger) == before
        if key == "born":
            finger.types("1985")
        finger.taps("Next")
    assert finger.desk.page == "Review"
    answers = finger.desk.asking._sheet.answers
    speaks_another(finger)
    assert finger.sees("27 de abril de 1985")
    assert finger.desk.asking._sheet.answers == answers


def test_another_language_keeps_the_open_section_the_place_and_the_search(finger: Finger) -> None:
    finger.taps("Our treatments", "Neuromodulators", "Who it helps")
    row = finger.find("Who it helps").rect().y()
    opened = [section.opened for section in finger.desk.reading.sections.rows]
    speaks_another(finger)
    assert [section.opened for section in finger.desk.reading.sections.rows] == opened
    speaks_another(finger)
    assert finger.find("Who it helps").rect().y() == row
    finger.taps("Back", "Back", "Common questions", "Search")
    finger.types("botox")
    speaks_another(finger)
    assert finger.desk.reading.search == "botox"
    assert finger.sees("q")


def test_another_language_keeps_the_code(patient: Finger) -> None:
    fills_every_type(patient)
    code = sends(patient)
    speaks_another(patient)
    assert patient.reads(code)


def test_the_curtain_speaks_the_language_it_is_asked_for(patient: Finger) -> None:
    patient.taps("Next")
    patient.types("a")
    patient.waits(120)
    speaks_another(patient)
    assert patient.sees(in_use("CurtainCover", "Yes, keep going"))
    assert not patient.sees("Yes, keep going")


def test_the_first_touch_may_choose_the_language(opens: Opens) -> None:
    finger = opens()
    finger.taps("Español: Toque aquí para empezar")
    assert finger.desk.access.language == "es"
    assert finger.sees(in_use("HomePage", "Our treatments"))


def test_with_three_languages_there_is_a_list_of_them(opens: Opens, tmp_path: Path) -> None:
    finger = opens(content=spoken(tmp_path, "en", "es", "de"))
    finger.taps("Touch anywhere to start", "Language")
    assert finger.chosen("English")
    finger.taps("Deutsch")
    assert finger.desk.access.language == "de"
    finger.taps("Language", "Language")
    assert not finger.sees("Deutsch")


def test_one_language_needs_no_list(opens: Opens, tmp_path: Path) -> None:
    finger = opens(content=spoken(tmp_path, "en"))
    finger.taps("Touch anywhere to start", "Language")
    assert finger.sees("Our treatments")


def spoken(folder: Path, *languages: str) -> Path:
    """The shipped content for a clinic that speaks these."""
    content = folder / "content"
    shutil.copytree(SHIPPED, content)
    told = (content / "clinic.toml").read_text(encoding="utf-8")
    listed = ", ".join(f'"{tag}"' for tag in languages)
    (content / "clinic.toml").write_text(told.replace('"en", "es"', listed), encoding="utf-8")
    return content


def test_larger_words_at_every_question_keep_what_was_given(patient: Finger) -> None:
    finger = patient
    finger.taps("Next")
    for key, give in GIVEN.items():
        give(finger)
        before = held(finger)
        for size in (3, 0, 2, 1):
            finger.desk.resize(size)
            finger.settle()
            assert held(finger) == before, key
        for _ in range(2):
            finger.desk.lower()
            finger.settle()
            assert held(finger) == before, key
        for contrast in (1, 2, 3, 0):
            finger.desk.recolour(contrast)
            finger.settle()
            assert held(finger) == before, key
        if key == "born":
            finger.types("1985")
        finger.taps("Next")
    assert finger.desk.page == "Review"


def test_text_size_shows_at_once_and_is_chosen_by_touch(patient: Finger) -> None:
    finger = patient
    finger.taps("Next")
    introduces(finger, "Ana")
    finger.taps("Yes")
    small = finger.find("Do you take blood thinners?").rect().height()
    finger.taps("Text size")
    assert finger.chosen("Default")
    finger.taps("Largest")
    assert finger.chosen("Largest")
    assert finger.find("Do you take blood thinners?").rect().height() > small
    finger.taps("Done")
    assert finger.chosen("Yes")


def test_contrast_is_chosen_by_touch(patient: Finger) -> None:
    finger = patient
    warm = finger.looks().pixelColor(3, 3).name()
    grounds = {warm}
    for name in ("Black on white", "White on black", "Soft"):
        finger.taps("Contrast", name, "Done")
        grounds.add(finger.looks().pixelColor(3, 3).name())
    assert len(grounds) == 4
    assert {"#ffffff", "#000000"} < grounds
    finger.taps("Contrast", "Warm", "Done")
    assert finger.looks().pixelColor(3, 3).name() == warm


def test_a_lowered_screen_has_nothing_to_touch_in_its_upper_half(patient: Finger) -> None:
    finger = patient
    finger.taps("Next")
    introduces(finger, "Ana")
    finger.taps("Lower the screen")
    pressed = [t for t in finger.things() if t.actionInterface() and "Press" in t.actionInterface().actionNames()]
    assert len(pressed) > 8
    assert all(thing.rect().y() >= 960 for thing in pressed)
    finger.taps("Raise screen")
    assert finger.sees("Lower the screen")


SETTLED = (
    ("Bar", "Text\nsize"),
    ("SizeCover", "Large"),
    ("SizeCover", "Done"),
    ("Bar", "Contrast"),
    ("ContrastCover", "Soft"),
    ("ContrastCover", "Done"),
    ("Bar", "Lower the\nscreen"),
)


def test_settings_do_not_outlive_the_visit(patient: Finger) -> None:
    finger = patient
    fills_every_type(finger)
    finger.taps("Language")
    for page, said in SETTLED:
        finger.taps(in_use(page, said).replace("\n", " "))
    finger.desk.send()
    finger.until(lambda: finger.desk.page == "Sent")
    finger.taps(in_use("SentPage", "Done, clear now"))
    access = finger.desk.access
    assert (access.language, access.size, access.contrast, access.lowered) == ("en", 1, 0, False)
    assert finger.sees("Touch anywhere to start")
