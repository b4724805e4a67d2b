"""Stories of people who walk away, come back in time, or begin again."""

from __future__ import annotations

import pytest
from finger import Finger
from patient import BEGIN, fills_every_type, in_use, introduces, sends

ANSWERS = ("Ana", "1985", "April", "27")
CURTAIN = "Yes, keep going"
START = "Touch anywhere to start"


@pytest.fixture
def answered(patient: Finger) -> Finger:
    """A patient in the middle of the questions, two of them answered."""
    patient.taps("Next")
    introduces(patient, "Ana")
    patient.taps("Yes", "Back")
    assert patient.sees("April 27, 1985")
    return patient


def test_a_deserted_screen_hides_the_answers_and_shows_them_again_to_who_comes_back(answered: Finger) -> None:
    answered.waits(119)
    assert answered.sees("April 27, 1985")
    answered.waits(1)
    assert answered.find("Are you\nstill there?", None)
    assert answered.sees("45 seconds left")
    assert answered.reads("Your answers are hidden.")
    assert not any(answer in answered.says() for answer in ANSWERS)
    answered.waits(20)
    assert answered.sees("25 seconds left")
    answered.taps(CURTAIN)
    assert answered.sees("April 27, 1985")


def test_the_picture_of_the_curtain_is_the_same_whatever_was_answered(patient: Finger) -> None:
    pictures = []
    for name in ("a", "b"):
        patient.taps("Next")
        patient.types(name)
        patient.waits(120)
        pictures.append(patient.looks())
        patient.taps(CURTAIN, "Clear", "Back")
    assert pictures[0] == pictures[1]


def test_behind_the_curtain_only_the_answer_counts(answered: Finger) -> None:
    answered.waits(125)
    answered.draws((540, 300))
    assert answered.sees("40 seconds left")
    assert not answered.reads("April")
    answered.waits(40)
    assert answered.sees(START)


def test_nobody_comes_back_and_everything_is_forgotten(answered: Finger) -> None:
    finger = answered
    finger.taps("Language")
    finger.desk.resize(3)
    finger.desk.recolour(2)
    finger.desk.lower()
    finger.desk.reading.type("botox")
    finger.desk.reading.askQuestion("dynamic-wrinkles")
    finger.waits(164)
    assert finger.desk.secondsLeft == 1
    assert finger.sees(in_use("CurtainCover", "Yes, keep going"))
    finger.waits(1)

    assert finger.sees(START)
    access = finger.desk.access
    assert (access.language, access.size, access.contrast, access.lowered) == ("en", 1, 0, False)
    assert finger.desk.reading.search == ""
    assert finger.desk._stay.visit.asks == finger.desk._stay.visit.read == ()
    finger.taps(START, *BEGIN, "Next")
    assert finger.tells("What is your name?") == ""
    assert not any(answer in finger.says(hidden=True) for answer in ANSWERS)


def test_a_reader_is_asked_sooner_and_loses_only_the_page(finger: Finger) -> None:
    finger.taps("Our treatments", "Dermaplaning")
    finger.waits(89)
    assert not finger.sees(CURTAIN)
    finger.waits(1)
    assert finger.sees("20 seconds left")
    assert finger.sees("Finish")
    finger.waits(19)
    finger.taps(CURTAIN)
    assert finger.sees("How it works")
    finger.waits(110)
    assert finger.sees(START)


def test_a_reader_with_answers_has_the_patience_of_a_patient(answered: Finger) -> None:
    answered.taps("Back", "Back", "Back", "Back", "Our treatments")
    answered.waits(119)
    assert not answered.sees(CURTAIN)
    answered.waits(1)
    assert answered.sees("45 seconds left")


def test_the_curtain_can_be_answered_ten_times_and_more(answered: Finger) -> None:
    for _ in range(12):
        answered.waits(150)
        answered.taps(CURTAIN)
    assert answered.sees("April 27, 1985")


def test_who_asks_for_help_gets_ten_minutes(answered: Finger) -> None:
    answered.taps("Ask for help", "Give me ten minutes before you ask")
    answered.waits(599)
    assert answered.sees("April 27, 1985")
    answered.waits(1)
    assert answered.sees(CURTAIN)
    answered.waits(45)
    answered.taps(START)
    answered.waits(90)
    assert answered.sees(CURTAIN)


def test_answers_can_be_wiped_from_behind_the_curtain(answered: Finger) -> None:
    answered.waits(120)
    answered.taps("Wipe my answers and finish")
    assert answered.sees(START)
    assert not answered.desk.holdsAnswers


def test_any_touch_begins_the_time_anew(answered: Finger) -> None:
    answered.waits(119)
    answered.draws((540, 40))
    answered.waits(118)
    assert not answered.sees(CURTAIN)


@pytest.mark.parametrize("way", ["Press", "Toggle"])
def test_a_press_by_assistive_technology_counts_as_a_touch(patient: Finger, way: str) -> None:
    finger = patient
    finger.taps("Next")
    introduces(finger, "Ana")
    finger.waits(119)
    name = "Why we ask" if way == "Press" else "Yes"
    finger.find(name).actionInterface().doAction(way)
    finger.waits(119)
    assert finger.sees("Do you take blood thinners?")


def test_scrolling_by_assistive_technology_counts_as_a_touch(finger: Finger) -> None:
    finger.taps("Our treatments", "Dermaplaning")
    finger.waits(89)
    finger.find("See more").actionInterface().doAction("Press")
    finger.waits(89)
    assert finger.sees("Ask about this in my visit")


def test_start_over_asks_once_when_there_are_answers(answered: Finger) -> None:
    answered.taps("Start over")
    assert answered.sees("This wipes your answers from the screen. Nothing has been sent.")
    answered.taps("Keep my answers")
    assert answered.sees("April 27, 1985")
    answered.taps("Start over", "Wipe my answers and start over")
    assert answered.sees(START)
    assert not answered.desk.holdsAnswers


def test_start_over_asks_nothing_when_nothing_can_be_lost(finger: Finger) -> None:
    finger.taps("Common questions", "Start over")
    assert finger.sees(START)


def test_what_was_typed_and_deleted_is_nothing_to_lose(patient: Finger) -> None:
    patient.taps("Next")
    patient.types("a")
    patient.taps("Delete", "Start over")
    assert patient.sees(START)


def test_the_question_before_starting_over_goes_with_the_curtain(answered: Finger) -> None:
    answered.taps("Start over")
    answered.waits(120)
    assert answered.sees(CURTAIN)
    assert not answered.sees("Keep my answers")
    answered.taps(CURTAIN)
    assert answered.sees("April 27, 1985")


def test_the_code_clears_itself_and_stays_for_who_needs_more_time(patient: Finger) -> None:
    finger = patient
    fills_every_type(finger)
    code = sends(finger)
    finger.waits(40)
    assert finger.sees("This page closes by itself in 5 seconds.")
    finger.taps("Give me more time")
    finger.waits(44)
    assert finger.sees(f"Your code is {code}")
    finger.waits(1)
    assert finger.sees(START)
    assert code not in finger.says(hidden=True)
    assert finger.desk.asking.code == ""


def test_the_code_is_cleared_by_who_is_done(patient: Finger) -> None:
    fills_every_type(patient)
    sends(patient)
    patient.taps("Done, clear now")
    assert patient.sees(START)
    patient.taps(START)
    assert patient.sees("Get ready for your visit")
    patient.waits(50)
    assert not patient.sees(START)


@pytest.mark.parametrize("tool", ["Ask for help", "Text size", "Contrast", "Start over", "the curtain"])
def test_nothing_behind_a_cover_can_be_pressed(answered: Finger, tool: str) -> None:
    behind = [answered.find(name).actionInterface() for name in ("Next", "Back", "1", "Delete")]
    if tool == "the curtain":
        answered.waits(120)
    else:
        answered.taps(tool)
    cover, answers = answered.desk.cover, answered.desk.asking._sheet.answers
    for actions in behind:
        actions.doAction("Press")
    answered.settle()
    assert (answered.desk.cover, answered.desk.asking.key) == (cover, "born")
    assert answered.desk.asking._sheet.answers == answers


def test_how_long_the_screen_waits_is_told_before_the_first_question(finger: Finger) -> None:
    finger.taps("Get ready for your visit")
    told = "If nobody taps for 120 seconds, we hide your answers and ask. 45 seconds later we wipe them."
    assert finger.sees(told)
