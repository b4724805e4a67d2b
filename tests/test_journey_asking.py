"""Stories of patients at each type of question: what they touch, what they see, what they may change."""

from __future__ import annotations

import pytest
from finger import Finger
from patient import NONE, answer, goes_to, in_use, introduces

UNSURE, ROOM = "Not sure", "I’d rather say this in the room"


def test_yes_is_chosen_and_taken_back_by_a_second_touch(patient: Finger) -> None:
    finger = goes_to(patient, "thinners")
    finger.taps("Yes")
    assert finger.chosen("Yes")
    finger.taps("No")
    assert finger.chosen("No")
    assert not finger.chosen("Yes")
    finger.taps("No")
    assert answer(finger) == ()


def test_not_sure_takes_the_place_of_an_answer_and_the_other_way_round(patient: Finger) -> None:
    finger = goes_to(patient, "pregnancy")
    finger.taps("I am trying to be", UNSURE)
    assert finger.chosen(UNSURE)
    assert not finger.chosen("I am trying to be")
    finger.taps(ROOM)
    assert not finger.chosen(UNSURE)
    finger.taps("No")
    assert not finger.chosen(ROOM)
    assert finger.chosen("No")


def test_none_of_these_stands_alone(patient: Finger) -> None:
    finger = goes_to(patient, "conditions")
    finger.taps("Diabetes", "Cold sores")
    assert finger.chosen("Diabetes", "Cold sores")
    assert finger.reads("2 chosen: Cold sores. Diabetes")
    finger.taps(NONE)
    assert finger.chosen(NONE)
    assert not finger.chosen("Diabetes")
    finger.taps("Diabetes")
    assert not finger.chosen(NONE)


def test_why_we_ask_opens_below_and_moves_no_answer(patient: Finger) -> None:
    finger = goes_to(patient, "thinners")
    before = finger.find("No").rect()
    finger.taps("Why we ask")
    assert finger.sees("They can cause bruises.")
    assert finger.find("No").rect() == before
    finger.taps("Why we ask")
    assert not finger.sees("They can cause bruises.")


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("cups", "41", "Please check: the largest we can take is 40."),
        ("height", "2.51", "Please check: the largest we can take is 2.50."),
        ("height", ".4", "Please check: the smallest we can take is 0.50."),
        ("height", ".", "Please type a number."),
        ("height", "1.755", "Please use fewer digits after the point. This many fit: 2."),
        ("born", "02302000", "This date does not exist. Please check the numbers."),
        ("born", "12311899", "Please check: the earliest we can take is January 1, 1900."),
        ("born", "12", "This date does not exist. Please check the numbers."),
    ],
)
def test_a_number_that_cannot_be_is_said_kindly_and_can_be_mended(
    patient: Finger, key: str, typed: str, sentence: str
) -> None:
    finger = goes_to(patient, key)
    finger.types(typed)
    assert not finger.find("Next").state().disabled
    finger.taps("Next")
    assert finger.desk.asking.key == key
    assert finger.sees(sentence)
    while finger.desk.asking.typed or any(part.typed for part in finger.desk.asking.parts.rows):
        finger.taps("Delete")
    finger.types({"cups": "8", "height": "1.70", "born": "04271985"}[key])
    finger.taps("Next")
    assert finger.desk.asking.key != key


def test_letters_and_a_second_point_are_no_part_of_a_number(patient: Finger) -> None:
    finger = goes_to(patient, "height")
    finger.types("1..7.")
    assert finger.tells("How tall are you?") == "1.7"
    finger.taps("Delete", "Delete")
    assert finger.tells("How tall are you?") == "1"


def test_a_part_of_a_date_is_mended_by_a_touch_on_it(patient: Finger) -> None:
    finger = goes_to(patient, "born")
    assert finger.reads("For example: 4 / 27 / 1985")
    finger.types("023")
    assert finger.reads("So far: 02 / 3 / …")
    finger.types("02000")
    assert finger.sees("This date does not exist. Please check the numbers.")
    finger.taps("Day")
    finger.types("15")
    assert finger.sees("February 15, 2000")
    assert [finger.tells(part) for part in ("Month", "Day", "Year")] == ["02", "15", "2000"]
    finger.taps("Clear")
    assert finger.reads("For example")


def test_a_spanish_date_begins_with_the_day(patient: Finger) -> None:
    finger = goes_to(patient, "born")
    finger.types("04")
    finger.taps("Language")
    assert finger.reads("… / 04 / …")
    finger.taps(in_use("Asking", "Day"))
    finger.types("27")
    finger.taps(in_use("Asking", "Year"))
    finger.types("1985")
    assert finger.sees("27 de abril de 1985")
    assert finger.find(in_use("Asking", "Day")).rect().x() < finger.find(in_use("Asking", "Month")).rect().x()


def test_new_lines_and_accents_are_typed_and_counted(patient: Finger) -> None:
    finger = goes_to(patient, "own-question")
    finger.types("¿Duele?\nño")
    assert answer(finger) == ("¿Duele?\nño",)
    assert finger.sees("10 of 500")
    finger.taps("Delete", "Delete", "Delete")
    assert answer(finger) == ("¿Duele?",)
    finger.taps("Clear")
    assert answer(finger) == ()


def test_the_spanish_keyboard_has_its_own_letter_on_the_first_plane(patient: Finger) -> None:
    finger = goes_to(patient, "own-question")
    assert not finger.sees("ñ")
    finger.types("a")
    finger.taps("Language", "ñ")
    assert answer(finger) == ("añ",)


def test_a_follow_up_goes_with_its_answer_and_comes_back_with_it(patient: Finger) -> None:
    finger = goes_to(patient, "thinners")
    total = finger.desk.asking.total
    finger.taps("Yes", "Next")
    assert finger.sees("Which one?")
    finger.types("warfarin")
    finger.taps("Back", "No")
    assert finger.desk.asking.total == total
    finger.taps("Next")
    assert finger.sees("Are you pregnant?")
    finger.taps("Back", "Yes", "Next")
    assert finger.tells("Which one?") == "warfarin"


def test_a_question_that_must_be_answered_says_so_and_then_lets_go(patient: Finger) -> None:
    finger = patient
    finger.taps("Next", "Next")
    assert finger.sees("We need this one. Please answer it, or ask for help.")
    finger.types("a")
    assert not finger.reads("We need this one")
    finger.taps("Delete", "Space", "Next")
    assert finger.desk.asking.key == "name"


def test_back_from_the_first_question_leads_out_and_continue_leads_back(patient: Finger) -> None:
    finger = patient
    finger.taps("Next")
    introduces(finger, "Ana")
    finger.taps("Back", "Back", "Back", "Back")
    assert finger.sees("Start the questions")
    finger.taps("Back", "Get ready for your visit")
    assert finger.sees("Answer what you can.")
    finger.taps("Next")
    assert finger.tells("What is your name?") == "Ana"


def test_paper_or_a_person_is_as_good(patient: Finger) -> None:
    patient.taps("Back", "I prefer paper or a person")
    assert patient.reads("Ask the front desk for the questions on paper.")
    patient.taps("Back")
    assert patient.sees("Start the questions")


def test_where_large_words_leave_no_room_the_other_ways_take_the_keyboard_s_place(finger: Finger) -> None:
    finger.desk.resize(3)
    finger.taps("Get ready for your visit", "Start the questions")
    finger.types("ana")
    assert not finger.sees("Why we ask")
    finger.taps("Other ways to answer")
    assert not finger.sees("Space")
    finger.taps("I’d rather say this in the room")
    finger.taps("Back to the keys")
    finger.types("b")
    assert finger.tells("What is your name?") == "b"
    finger.taps("Delete", "Next")
    assert finger.reads("We need this one"), "what is wrong is told where the keys were"
    finger.taps("Back to the keys")
    finger.types("ana")
    finger.taps("Next")
    assert finger.sees("When were you born?")
