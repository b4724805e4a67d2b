"""Hands that shake, slide or hold on, keys that repeat, and a window that stays."""

from __future__ import annotations

import pytest
from finger import Finger
from patient import fills_every_type, introduces
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from test_pictures import turn_to


@pytest.fixture
def asked(patient: Finger) -> Finger:
    """A patient at a question of yes or no."""
    patient.taps("Next")
    introduces(patient, "Ana")
    assert patient.sees("Do you take blood thinners?")
    return patient


def test_two_quick_touches_on_next_skip_no_question(asked: Finger) -> None:
    asked.taps("No")
    asked.double_taps("Next")
    assert asked.sees("Are you pregnant?")
    asked.double_taps("Back")
    assert asked.sees("Do you take blood thinners?")


def test_two_quick_touches_on_an_answer_choose_it(asked: Finger) -> None:
    asked.double_taps("Yes")
    assert asked.chosen("Yes")
    asked.taps("No", "Next", "Next")
    asked.double_taps("Diabetes")
    assert asked.chosen("Diabetes")


def test_two_slow_touches_are_two(asked: Finger) -> None:
    asked.taps("Yes", "Yes")
    assert not asked.chosen("Yes")


def test_a_trembling_hand_chooses_once_however_long_it_trembles(asked: Finger) -> None:
    place = asked.place("Yes")
    asked._touch(place)
    for _ in range(6):
        asked.clock.wait(-0.8)
        asked._touch(place)
    assert asked.chosen("Yes")


def test_two_quick_touches_on_two_places_are_two(asked: Finger) -> None:
    yes, no = asked.place("Yes"), asked.place("No")
    asked._touch(yes)
    asked.clock.wait(-0.95)
    asked._touch(no)
    assert asked.chosen("No")


def test_a_finger_that_leaves_a_button_presses_nothing(asked: Finger) -> None:
    asked.drags("Next", by=(0, -300))
    asked.drags("Yes", by=(0, 500))
    assert asked.sees("Do you take blood thinners?")
    assert not asked.chosen("Yes")


def test_a_finger_that_slides_onto_a_button_presses_nothing(asked: Finger) -> None:
    place = asked.place("Next")
    asked.draws((place.x(), place.y() - 300), (place.x(), place.y() - 150), (place.x(), place.y()))
    assert asked.sees("Do you take blood thinners?")


@pytest.mark.parametrize("by", [(30, 0), (-30, 0), (0, 30), (25, -25)])
def test_a_finger_that_slides_inside_a_button_presses_it(asked: Finger, by: tuple[int, int]) -> None:
    asked.drags("Yes", by=by)
    assert asked.chosen("Yes")
    asked.drags("Next", by=by)
    assert asked.sees("Which one?")


def test_a_swipe_that_begins_on_a_button_moves_the_page_and_presses_nothing(patient: Finger) -> None:
    fills_every_type(patient)
    place = patient.place("Change: Conditions")
    patient.drags("Change: Conditions", by=(0, -250))
    assert patient.find("Change: Conditions").rect().center().y() < place.y() - 100
    assert patient.sees("Check your answers")


COMPONENTS = (
    ("thinners", "No"),
    ("thinners", "Why we ask"),
    ("thinners", "Next"),
    ("thinners", "Contrast"),
    ("conditions", "Diabetes"),
    ("areas", "Chin"),
    ("cups", "8"),
    ("born", "Year"),
    ("name", "q"),
    ("signature", "Type my name instead"),
    ("Home", "Get ready for your visit"),
    ("Home", "Our treatments"),
    ("Treatments", "Dermaplaning"),
    ("Questions", "Search"),
    ("Questions", "Who is a good candidate?"),
    ("Questions", "All"),
    ("Review", "Change: Name"),
)
"""Everything that is touched, one of each kind, and where it is."""


@pytest.mark.parametrize(("page", "name"), COMPONENTS)
def test_each_kind_of_control_wants_a_touch_that_begins_and_ends_inside(patient: Finger, page: str, name: str) -> None:
    if page[0].isupper():
        fills_every_type(patient)
        patient.desk.open(page)
    else:
        turn_to(patient, page)
    patient.reaches(name)
    pressed: list[str] = []
    patient.find(name).object().clicked.connect(lambda: pressed.append(name))
    place = patient.place(name)
    away = (place.x(), place.y() - 400 if place.y() > 900 else place.y() + 700)
    if page == "Review":  # a stroke up or down would move the long page
        away = (place.x() - 500, place.y())
    patient.draws((place.x(), place.y()), away)
    patient.draws(away, (place.x(), place.y()))
    assert pressed == []
    place = patient.place(name)
    patient.draws((place.x(), place.y()), (place.x() + 12, place.y() + 4), (place.x() + 30, place.y() + 4))
    assert pressed == [name]


def test_a_finger_that_slides_on_the_face_chooses_where_it_is_let_go_inside(patient: Finger) -> None:
    turn_to(patient, "areas")
    drawing = patient.find("Drawing of a face. The list beside it has the same areas.").rect()
    middle = drawing.center() - patient.window.position()
    patient.draws((middle.x(), middle.y()), (middle.x(), drawing.y() - 300))
    assert patient.desk.asking.chosen == 0
    patient.draws((middle.x(), drawing.y() - 300), (middle.x(), middle.y()))
    assert patient.desk.asking.chosen == 0
    patient.draws((middle.x(), middle.y()), (middle.x() + 20, middle.y()), (middle.x() + 30, middle.y()))
    assert patient.desk.asking.chosen == 1


def test_a_held_button_presses_once_when_it_is_let_go(asked: Finger) -> None:
    asked.holds("Yes", 1.0)
    assert asked.chosen("Yes")


def test_the_same_letter_typed_twice_fast_counts_twice(patient: Finger) -> None:
    patient.taps("Next")
    place = patient.place("l")
    patient._touch(place)
    patient.clock.wait(-0.9)
    patient._touch(place)
    assert patient.tells("What is your name?") == "ll"


def test_the_same_digit_typed_twice_fast_counts_twice(patient: Finger) -> None:
    patient.taps("Next")
    patient.types("a")
    patient.taps("Next")
    patient.double_taps("1")
    assert patient.tells("Month") == "11"


@pytest.mark.parametrize(("tool", "way"), [("Ask for help", "Back to my page"), ("Start over", "Keep my answers")])
def test_the_second_touch_on_a_tray_types_nothing_on_the_keyboard_behind_it(
    patient: Finger, tool: str, way: str
) -> None:
    patient.taps("Next")
    patient.types("a")
    patient.taps(tool)
    assert patient.find("Keyboard").rect().contains(patient.place(way))
    patient.double_taps(way)
    assert not patient.sees(way)
    assert patient.tells("What is your name?") == "a"


def test_the_second_touch_types_nothing_on_the_keyboard_that_the_first_one_called(patient: Finger) -> None:
    fills_every_type(patient)
    place = patient.place("Answer: Your question")
    patient.double_taps("Answer: Your question")
    assert patient.find("Keyboard").rect().contains(place)
    assert patient.tells("What would you like to ask us?") == ""


def test_two_fingers_at_once_leave_the_page_in_order(asked: Finger) -> None:
    asked.taps_together("Yes", "Next")
    assert asked.desk.page == "Question"
    asked.taps("Back")
    if not asked.sees("When were you born?"):
        asked.taps("Back")
    assert asked.sees("When were you born?")


def presses(finger: Finger, key: Qt.Key, *, repeats: int = 0) -> None:
    """One key of a plugged-in keyboard, held for so many repeats."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(finger.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
        for _ in range(repeats):
            again = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, " ", True)
            QGuiApplication.sendEvent(finger.window, again)
    finger.settle()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select])
def test_a_key_presses_what_has_the_focus_once_however_long_it_is_held(asked: Finger, key: Qt.Key) -> None:
    asked.find("Yes").object().forceActiveFocus(Qt.FocusReason.TabFocusReason)
    presses(asked, key, repeats=5)
    assert asked.chosen("Yes")


def test_a_key_begins_the_time_anew(asked: Finger) -> None:
    asked.waits(119)
    presses(asked, Qt.Key.Key_Tab)
    asked.waits(119)
    assert asked.sees("Do you take blood thinners?")


def test_the_window_does_not_close(asked: Finger) -> None:
    close = QCloseEvent()
    QGuiApplication.sendEvent(asked.window, close)
    assert not close.isAccepted()
    assert asked.window.isVisible()


def test_no_gesture_is_needed_from_the_first_page_to_the_code(patient: Finger) -> None:
    """Every other journey taps too; this one has no stroke of the finger either (WCAG 2.5.1)."""
    finger = patient
    finger.taps("Next")
    introduces(finger, "Ana")
    finger.taps("Next", "Next", "None of these", "Next", "Next", "Next", "Next", "Next", "Type my name instead")
    finger.types("ana")
    finger.taps("Next", "Send to my care team")
    finger.until(lambda: finger.desk.page == "Sent")
