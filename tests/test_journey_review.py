"""Stories of patients who look at their answers once more before they send them."""

from __future__ import annotations

import pytest
from finger import Finger
from patient import NONE, SEND, fills_every_type, sends

CHANGES = {
    "Change: Name": (lambda finger: finger.types(" Ruiz"), "Ana Ruiz"),
    "Change: Date of birth": (lambda finger: (finger.taps("Clear"), finger.types("01022003")), "January 2, 2003"),
    "Answer: Blood thinners": (lambda finger: finger.taps("Not sure"), "Not sure"),
    "Answer: Pregnancy": (lambda finger: finger.taps("No"), "No"),
    "Change: Conditions": (lambda finger: finger.taps("Diabetes", "Cold sores"), "Cold sores. Diabetes"),
    "Answer: Water a day": (lambda finger: finger.types("8"), "8 cups"),
    "Answer: Height": (lambda finger: finger.types("1.70"), "1.70 m"),
    "Answer: Areas": (lambda finger: finger.taps("Chin"), "Chin"),
    "Answer: Your question": (lambda finger: finger.types("why"), "why"),
    "Change: Signature": (
        lambda finger: (finger.taps("Type my name instead"), finger.types("Ana")),
        "Ana",
    ),
}
REVIEW = "Check your answers"


@pytest.fixture
def filled(patient: Finger) -> Finger:
    fills_every_type(patient)
    return patient


def test_every_answer_can_be_changed_and_leads_back(filled: Finger) -> None:
    asked = [name for name in filled.names() if name.startswith(("Change:", "Answer:"))]
    assert asked == list(CHANGES)
    for row, (change, shown) in CHANGES.items():
        filled.taps(row)
        change(filled)
        assert not filled.sees("Next")
        filled.taps("Back to the review")
        assert filled.sees(REVIEW)
        assert filled.sees(shown), row


def test_an_answer_that_opens_another_question_leads_to_it_and_then_back(filled: Finger) -> None:
    filled.taps("Answer: Blood thinners", "Yes", "Next")
    assert filled.sees("Which one?")
    filled.taps("Back to the review")
    assert filled.sees("Answer: Blood thinner")
    filled.taps("Answer: Blood thinner")
    filled.types("warfarin")
    filled.taps("Back to the review", "Change: Blood thinners", "No", "Back to the review")
    assert not filled.reads("warfarin")
    sends(filled)
    assert "warfarin" not in filled.record()[1].decode()


def test_what_must_be_answered_stops_next_and_the_review(filled: Finger) -> None:
    filled.taps("Change: Conditions", NONE, "Back to the review")
    assert filled.sees("We need this one. Please answer it, or ask for help.")
    filled.taps("Back", "Back", "Back")
    assert filled.sees("When were you born?")


def test_a_blank_that_came_later_is_shown_at_send(filled: Finger) -> None:
    filled.taps("Change: Conditions", NONE)
    filled.desk.open("Review")
    assert filled.sees("Answer: Conditions")
    filled.taps(SEND)
    assert filled.sees("Do you have any of these?")
    assert filled.sees("We need this one. Please answer it, or ask for help.")
    filled.taps("Diabetes", "Back to the review")
    sends(filled)


def test_back_from_the_review_leads_to_the_last_question(filled: Finger) -> None:
    filled.taps("Back")
    assert filled.sees("Please sign.")
    filled.taps("Back to the review")
    assert filled.sees(REVIEW)


def test_the_review_says_that_nothing_was_sent_yet(filled: Finger) -> None:
    before = filled.kiosk._furniture.records.count()
    assert filled.sees("Nothing is sent until you tap “Send to my care team”.")
    filled.desk.wipe()
    assert filled.kiosk._furniture.records.count() == before
