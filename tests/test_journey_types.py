"""Stories of patients at every kind of page that FHIR's item types ask for, and on the way between them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from conftest import Opens
from finger import Finger
from forms import all_types, form, item, when
from patient import answer
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible

from kiosk.domain.values import UCUM, Absent, Coding, Partial, Quantity
from kiosk.viewmodels import phrases

REVIEW = "Check your answers"
TARGET = 20 * 4.03
"""20 mm on the reference panel, in pixels."""
SLIDER = "How much does it hurt today?"
AM, PM = (QLocale("en_US").amText(), QLocale("en_US").pmText())
PRESSED = (QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox)
KINDS = (
    *("wake", "visit", "since", "year", "pain", "weight", "change", "cups", "drink", "allergies", "long", "found"),
    *("hopes", "days", "medicine", "skin", "page", "phone", "thanks"),
)


def at(finger: Finger, key: str) -> Finger:
    """Opens one page, as a touch in the review does."""
    finger.desk.change(key)
    finger.settle()
    assert finger.desk.asking.key == key
    return finger


def clock(hour: int, minute: int) -> str:
    return phrases.clock(time(hour, minute), QLocale("en_US"))


def test_a_time_has_an_hour_a_minute_and_a_half_of_the_day(asked: Finger) -> None:
    finger = asked
    assert finger.reads("For example: 9:30")
    finger.types("930")
    assert answer(finger) == ()
    finger.taps("Next")
    assert finger.sees("This time is not complete. Please check the numbers.")
    finger.taps(PM)
    assert (answer(finger), finger.chosen(PM)) == ((time(21, 30),), True)
    assert finger.sees(clock(21, 30))
    finger.taps("Hour")
    finger.types("3")
    finger.taps(AM, "Next")
    assert finger.sees(f"Please check: the earliest we can take is {clock(4, 0)}.")
    finger.taps("Clear")
    finger.types("1415")
    assert answer(finger) == (time(14, 15),)
    finger.taps("Next")
    assert finger.desk.asking.key == "visit"


def test_a_date_may_stand_without_its_time_and_has_the_machines_zone_with_it(asked: Finger) -> None:
    finger = at(asked, "visit")
    finger.types("01142025")
    assert answer(finger) == (date(2025, 1, 14),)
    finger.types("905")
    assert answer(finger) == ()
    finger.taps(PM)
    (moment,) = answer(finger)
    assert moment == datetime(2025, 1, 15, 2, 5, tzinfo=UTC)
    assert moment.utcoffset() == timedelta(hours=-5)
    assert finger.sees(f"January 14, 2025, {clock(21, 5)}")


def test_another_language_keeps_a_date_and_its_time(asked: Finger) -> None:
    finger = at(asked, "visit")
    finger.types("01142025905")
    finger.taps(PM, "Language")
    assert finger.sees("¿Cuándo fue su última visita aquí?")
    assert [part.typed for part in finger.desk.asking.parts.rows] == ["14", "01", "2025", "9", "05"]
    assert finger.sees(f"14 de enero de 2025, {phrases.clock(time(21, 5), QLocale('es_US'))}")
    assert finger.chosen(QLocale("es_US").pmText())


def test_a_month_and_a_year_are_asked_for_alone(asked: Finger) -> None:
    finger = at(asked, "since")
    assert not finger.sees("Day")
    finger.types("42019")
    assert answer(finger) == (Partial(2019, 4),)
    assert finger.sees("April 2019")
    finger.taps("Month")
    finger.types("13")
    finger.taps("Next")
    assert finger.sees("This date does not exist. Please check the numbers.")
    at(finger, "year")
    finger.types("198")
    assert answer(finger) == ()
    finger.types("5")
    assert answer(finger) == (Partial(1985),)


def test_a_slider_stands_nowhere_before_it_is_touched(asked: Finger) -> None:
    finger = at(asked, "pain")
    assert finger.sees("Touch the line where your answer is.")
    assert finger.desk.asking.ratio == -1
    track = finger.find(SLIDER, QAccessible.Role.Slider).rect().translated(-finger.window.position())
    y, left, right = track.center().y(), track.left() + 46, track.right() - 46
    finger.draws((left + (right - left) * 7 // 10, y))
    assert answer(finger) == (7,)
    finger.draws((left, y), (right - 60, y), (right + 30, y))
    assert answer(finger) == (10,)
    finger.taps("Less", "Less")
    assert answer(finger) == (8,)
    finger.taps("Take my answer back")
    assert answer(finger) == ()
    finger.taps("More")
    assert answer(finger) == (0,)
    finger.taps("Not sure")
    assert (answer(finger), finger.desk.asking.ratio) == (Absent.UNSURE, -1)


def test_a_screen_reader_moves_the_slider(asked: Finger) -> None:
    finger = at(asked, "pain")
    for action, value in (("Increase", 0), ("Increase", 1), ("Increase", 2), ("Decrease", 1)):
        finger.find(SLIDER, QAccessible.Role.Slider).actionInterface().doAction(action)
        assert answer(finger) == (value,)


def test_an_amount_needs_its_unit_and_units_convert(asked: Finger) -> None:
    finger = at(asked, "weight")
    finger.types("61.5")
    finger.taps("Next")
    assert finger.sees("Please type a number and tap its unit.")
    finger.taps("kg")
    assert answer(finger) == (Quantity(Decimal("61.5"), "kg", UCUM, "kg"),)
    finger.taps("Delete", "Delete", "Delete", "Delete")
    finger.types("4")
    finger.taps("pounds")
    assert answer(finger) == (Quantity(Decimal(4), "pounds", UCUM, "[lb_av]"),)
    finger.taps("Next")
    assert finger.sees("Please check: the smallest we can take is 2 kg.")
    finger.types("0")
    finger.taps("Next")
    assert finger.desk.asking.key == "change"


def test_a_number_below_nought_has_a_key_for_its_sign(asked: Finger) -> None:
    finger = at(asked, "change")
    finger.types("1.5")
    finger.taps("Plus or minus")
    assert answer(finger) == (Decimal("-1.5"),)
    finger.taps("Plus or minus")
    assert answer(finger) == (Decimal("1.5"),)
    at(finger, "cups")
    assert not finger.sees("Plus or minus")


def test_a_suggestion_is_no_answer_until_it_is_taken(asked: Finger) -> None:
    finger = at(asked, "cups")
    assert finger.sees("Use the suggestion: 2 cups")
    finger.taps("Next", "Back")
    assert answer(finger) == ()
    finger.taps("Use the suggestion: 2 cups")
    assert answer(finger) == (2,)
    assert finger.tells("How many cups of coffee a day?") == "2"
    assert not finger.reads("Use the suggestion")
    finger.types("0")
    assert answer(finger) == (20,)


def test_something_else_is_written_in_place_of_an_answer(asked: Finger) -> None:
    finger = at(asked, "drink")
    finger.taps("a. Tea", "Something else")
    assert answer(finger) == (Coding("tea"),)
    finger.types("cocoa")
    assert answer(finger) == ("cocoa",)
    finger.taps("See the answers to choose from")
    assert finger.chosen("Something else: cocoa")
    finger.taps("b. Milk")
    assert answer(finger) == (Coding("milk"),)
    finger.taps("Something else")
    assert finger.tells("Something else") == "cocoa"
    finger.taps("Back", "Something else: cocoa")
    assert answer(finger) == ()


def test_something_else_stands_beside_other_answers_but_not_beside_none(asked: Finger) -> None:
    finger = at(asked, "allergies")
    finger.taps("Latex", "Another thing")
    finger.types("nuts")
    finger.taps("Next", "Back")
    assert answer(finger) == (Coding("latex"), "nuts")
    assert finger.reads("2 chosen: Latex. nuts")
    finger.taps("None of these")
    assert answer(finger) == (Coding("none"),)
    finger.taps("Another thing")
    finger.types("x")
    assert answer(finger) == ("nutsx",)


def test_a_long_list_is_leafed_through(asked: Finger) -> None:
    finger = at(asked, "long")
    finger.taps("Medicine 60")
    assert answer(finger) == (Coding("m60"),)


def test_a_long_list_is_searched_and_what_is_chosen_stays(asked: Finger) -> None:
    finger = at(asked, "found")
    finger.taps("Aspirin", "Search")
    finger.types("metfromin")
    assert finger.sees("Metformin")
    assert not finger.sees("Ibuprofen")
    assert finger.chosen("Aspirin")
    finger.taps("Metformin", "Done", "Clear")
    assert finger.reads("2 chosen: Aspirin. Metformin")
    assert finger.chosen("Aspirin", "Metformin")
    finger.taps("Search")
    finger.types("zz")
    assert finger.reads("No answer begins like this.")


def test_a_list_grows_by_one_entry_at_a_time(asked: Finger) -> None:
    finger = at(asked, "hopes")
    for word, ways in (
        ("rest", ()),
        ("sleep", ("Add another",)),
        ("rest", ("Add another",)),
        ("fun", ("Add another",)),
    ):
        finger.taps(*ways)
        finger.types(word)
        finger.taps("Add to my list")
    assert answer(finger) == ("rest", "sleep", "fun")
    assert not finger.sees("Add another")
    finger.taps("Remove: sleep", "Add another")
    assert finger.sees("On your list: rest. fun")
    finger.taps("Back")
    assert answer(finger) == ("rest", "fun")
    finger.taps("Next")
    assert finger.desk.asking.key == "days"
    finger.types("02302020")
    finger.taps("Add to my list")
    assert finger.sees("This date does not exist. Please check the numbers.")
    finger.taps("Clear")
    finger.types("02292020")
    finger.taps("Add to my list")
    assert finger.sees("Remove: February 29, 2020")
    assert answer(finger) == (date(2020, 2, 29),)


def adds(finger: Finger, name: str, dose: str = "") -> None:
    """Adds a medicine on its pages and comes back to the list."""
    finger.taps("Add another" if finger.sees("Add another") else "Add one")
    finger.types(name)
    finger.taps("Next")
    finger.types(dose)
    finger.taps("Next")


def test_instances_are_added_changed_and_removed(asked: Finger) -> None:
    finger = at(asked, "medicine")
    assert finger.sees("Nothing added yet.")
    adds(finger, "alpha", "2")
    assert finger.sees("alpha, 2")
    finger.taps("Add another")
    assert finger.sees("Medicine 2")
    finger.types("beta")
    finger.taps("Next", "Next", "Change: Medicine 1", "Next")
    assert finger.sees("Medicine 1")
    finger.taps("Clear")
    finger.types("3")
    finger.taps("Next")
    assert finger.sees("alpha, 3")
    adds(finger, "gamma")
    assert not finger.sees("Add another")
    finger.taps("Remove: Medicine 1")
    assert finger.sees("Medicine 2")
    assert not finger.sees("Medicine 3")
    assert not finger.reads("alpha")
    finger.taps("Next")
    assert finger.desk.asking.key == "skin"


def test_an_instance_added_by_mistake_is_no_trap(asked: Finger) -> None:
    finger = at(asked, "medicine")
    finger.taps("Add one", "Next")
    assert finger.sees("We need this one. Please answer it, or ask for help.")
    finger.taps("Back", "Remove: Medicine 1", "Next")
    assert finger.desk.asking.key == "skin"


def test_what_hangs_under_an_answer_is_asked_for_each_of_them(asked: Finger) -> None:
    finger = at(asked, "skin")
    finger.taps("ACNE", "SCARS", "Next")
    assert finger.sees("ACNE")
    finger.types("2001")
    finger.taps("Next")
    assert finger.sees("SCARS")
    finger.types("2002")
    finger.taps("Back", "Back", "ACNE", "Next")
    assert finger.sees("SCARS")
    assert answer(finger) == (Partial(2002),)


def test_an_address_and_a_pattern_are_typed_and_checked(asked: Finger) -> None:
    finger = at(asked, "page")
    finger.types("a.example/b ")
    assert answer(finger) == ("a.example/b",)
    at(finger, "phone")
    finger.types("12")
    finger.taps("Next")
    assert finger.sees("Please write it like this: 555-0100")
    finger.types("3-4567")
    finger.taps("Next")
    assert finger.desk.asking.key == "thanks"


def test_what_is_no_question_is_not_counted(asked: Finger) -> None:
    total = asked.desk.asking.total
    assert asked.sees(f"Question 1 of {total}")
    at(asked, "medicine")
    assert not asked.sees(f"Question 15 of {total}")
    assert asked.sees(f"So far: 14 of {total} questions")
    at(asked, "thanks")
    assert asked.sees(f"So far: {total} of {total} questions")


def test_the_review_names_every_repetition_and_leads_to_it(asked: Finger) -> None:
    finger = at(asked, "medicine")
    adds(finger, "alpha", "2")
    adds(finger, "beta")
    at(finger, "wake")
    while not finger.sees(REVIEW):
        finger.taps("Next")
    assert finger.sees("A 17")
    assert not finger.sees("Change: Chart")
    assert not finger.sees("Answer: Chart")
    finger.taps("Answer: Medicine 2, Dose")
    assert finger.sees("Medicine 2")
    finger.types("4")
    finger.taps("Back to the review")
    assert finger.sees("Change: Medicine 2, Dose")
    finger.taps("Change: Medicines you take")
    adds(finger, "gamma", "1")
    assert finger.sees("Remove: Medicine 3")
    finger.taps("Back to the review")
    assert finger.sees("Change: Medicine 3, Name")


def test_a_new_form_waits_for_the_next_visit(asked: Finger) -> None:
    finger, kiosk = asked, asked.kiosk
    finger.types("930")
    kiosk.asking.furnish(form(item("other", text="Another form?")), kiosk._furniture.records, kiosk._compose)
    finger.taps(AM, "Next")
    assert finger.sees("When was your last visit here?")
    finger.desk.wipe()
    finger.desk.begin("")
    finger.desk.resume()
    assert finger.sees("Another form?")


def test_nothing_of_all_that_outlives_the_visit(asked: Finger) -> None:
    finger = at(asked, "medicine")
    adds(finger, "zyxwa")
    at(finger, "drink")
    finger.taps("Something else")
    finger.types("zyxwb")
    at(finger, "found")
    finger.taps("Search")
    finger.types("zyxwc")
    at(finger, "hopes")
    finger.types("zyxwd")
    finger.desk.wipe()
    assert "zyxw" not in finger.says(hidden=True)
    assert "zyxw" not in repr(vars(finger.desk.asking))
    finger.desk.resume()
    for key in ("drink", "found", "hopes", "medicine"):
        at(finger, key)
        assert "zyxw" not in finger.says(hidden=True)


def test_what_the_review_reveals_is_asked_before_it_shows_again(finger: Finger) -> None:
    kiosk, usual = finger.kiosk, finger.kiosk.asking._form
    two = form(
        item("a", text="First?"), item("b", text="Second?", rule=when("a")), item("c", text="Third?", rule=when("b"))
    )
    kiosk.asking.furnish(two, kiosk._furniture.records, kiosk._compose)
    finger.desk.resume()
    finger.taps("Next", "Answer: First?", "Yes", "Next")
    assert finger.sees("Second?")
    finger.taps("Yes", "Next")
    assert finger.sees("Third?")
    finger.taps("Back to the review")
    assert finger.sees(REVIEW)
    finger.taps("Answer: Third?", "Back to the review")
    assert finger.sees(REVIEW)
    kiosk.asking.furnish(usual, kiosk._furniture.records, kiosk._compose)


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize("lowered", [False, True])
def test_every_page_can_be_touched_and_heard(asked: Finger, size: int, lowered: bool) -> None:
    """Each control is 20 mm wide and high and has a name of its own, whatever the text's size."""
    finger = asked
    finger.desk.resize(size)
    if lowered:
        finger.desk.lower()
    can_be_touched_and_heard(finger)


def test_every_page_can_be_touched_in_landscape(opens: Opens) -> None:
    finger = opens(size=(1920, 1080))
    finger.kiosk.asking.furnish(all_types(), finger.kiosk._furniture.records, finger.kiosk._compose)
    finger.desk.begin("")
    finger.desk.resume()
    for size in (1, 3):
        finger.desk.resize(size)
        can_be_touched_and_heard(finger)


def can_be_touched_and_heard(finger: Finger) -> None:
    for key in KINDS:
        at(finger, key)
        things = [thing for thing in finger.things() if thing.role() in PRESSED]
        names = [thing.text(QAccessible.Text.Name) for thing in things]
        assert all(names), key
        assert len(set(names)) == len(names), (key, names)
        small = [
            (thing.text(QAccessible.Text.Name), thing.rect().width(), thing.rect().height())
            for thing in things
            if min(thing.rect().width(), thing.rect().height()) < int(TARGET)
        ]
        assert not small, key
