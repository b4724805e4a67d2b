"""Where the keys are: at the title first, everywhere once, in reading order, in sight, and with a ring to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from conftest import Opens
from finger import Finger
from keyboard import Key, Keyboard
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from repository import UI
from test_journey_settings import spoken
from test_journey_types import KINDS, at
from test_pictures import patient_pages, pixels, staff_pages, turn_to

from kiosk.viewmodels import reach
from kiosk.viewmodels.admin import PAGES
from kiosk.viewmodels.focus import said

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
MOST = 150
"""More steps than any page has stops."""
VISIBLE = 3.0
"""Contrast ratio of what changes when the focus comes (WCAG 2.4.13)."""
ROOM = 12
"""Pixels around a thing that its ring lies in."""
RINGED = ("Home", "choice", "map", "string", "date", "Review", "curtain", "size", "Treatments")


def pages(finger: Finger) -> Iterator[str]:
    """Every page but the one that hears nothing, for the screen is wiped with a cloth."""
    every = chain(patient_pages(finger, "en"), staff_pages(finger, "en"))
    return (page for page in every if not finger.desk.deaf)


def pointer(item: object) -> int:
    return shiboken6.getCppPointer(item)[0]


def in_the_tree(finger: Finger) -> dict[int, str]:
    """Everything that can be operated, by the accessibility tree, and the title of what shows."""
    found = {}
    for thing in finger.things():
        state, actions = thing.state(), thing.actionInterface()
        pressed = actions is not None and "Press" in actions.actionNames()
        operable = pressed or thing.role() == QAccessible.Role.EditableText or thing.object().objectName() == "heading"
        if operable and not state.disabled and thing.rect().height() > 0:
            found[pointer(thing.object())] = thing.text(QAccessible.Text.Name)
    return found


def round_of(keys: Keyboard, key: Key) -> list[QQuickItem]:
    """What gets the focus until it is back where it began."""
    begun, seen = keys.item, []
    for _ in range(MOST):
        keys.strikes(key)
        seen.append(keys.item)
        if keys.item is begun:
            return seen
    raise AssertionError(f"a trap: {[said(item) for item in seen[-8:]]}")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_the_keys_visit_everything_once_and_come_round(opens: Opens, size: tuple[int, int]) -> None:
    finger = opens(size=size)
    keys = Keyboard(finger)
    for page in pages(finger):
        finger.settle()
        assert keys.item.objectName() == "heading", page
        there, back = round_of(keys, Key.Key_Tab), round_of(keys, Key.Key_Backtab)
        tree = in_the_tree(finger)
        assert {pointer(item) for item in there} == set(tree), page
        assert len(there) == len(tree), page
        assert [*reversed(back[:-1]), back[-1]] == there, page
        if finger.desk.patient:
            assert round_of(keys, Key.Key_Down) == there, page
            assert round_of(keys, Key.Key_Up) == back, page


def more_staff_pages(finger: Finger) -> Iterator[str]:
    """From the record that is open through every other page of the staff, and what asks on them."""
    staff = finger.desk.staff
    staff.askPaper()
    finger.until(lambda: not staff.papers.busy)
    yield "papers"
    staff.papers.close()
    staff.askDelete(True)
    yield "delete"
    staff.askDelete(False)
    drawn = [page for page in PAGES if (UI / "staff" / f"{page}Page.qml").is_file()]
    for page in ("Office", "Ledger", "Members", *drawn):
        staff.go(page)
        finger.until(lambda page=page: finger.desk.page == page)
        yield page
    staff.go("Office")
    finger.taps("End program")
    yield "end"
    staff.go("Visits")
    finger.taps("Find a visit")
    yield "by code"
    finger.taps("By name")
    yield "by name"


def test_the_keys_visit_everything_on_every_staff_page(opens: Opens, tmp_path: Path) -> None:
    finger = opens(size=LANDSCAPE)
    assert next(page for page in pages(finger) if page == "Record")
    keys = Keyboard(finger)
    for page in more_staff_pages(finger):
        finger.settle()
        there, tree = round_of(keys, Key.Key_Tab), in_the_tree(finger)
        assert {pointer(item) for item in there} == set(tree), page
        assert len(there) == len(tree), page
    empty = tmp_path / "nothing"
    empty.mkdir()
    finger = opens(folder=empty)
    finger.desk.staffGesture()
    keys = Keyboard(finger)
    assert finger.desk.page == "Setup"
    assert {pointer(item) for item in round_of(keys, Key.Key_Tab)} == set(in_the_tree(finger))


@pytest.mark.parametrize(
    ("size", "level", "lowered"), [(PORTRAIT, 1, False), (PORTRAIT, 3, True), (LANDSCAPE, 2, False)]
)
def test_what_has_the_focus_is_in_sight(opens: Opens, size: tuple[int, int], level: int, lowered: bool) -> None:
    finger = opens(size=size)
    keys, whole = Keyboard(finger), QRectF(0, 0, *size)
    for page in patient_pages(finger, "en"):
        finger.desk.resize(level)
        if lowered is not finger.desk.access.lowered:
            finger.desk.lower()
        finger.settle()
        for stop in round_of(keys, Key.Key_Tab):
            keys.strikes(Key.Key_Tab)
            assert keys.item is stop, f"{page}: {said(stop)}"
            place, seen = reach.place(stop), view_of(stop)
            assert seen is not None or whole.contains(place), f"{page}: {said(stop)} at {place}"
            if seen is not None and place.height() > seen.height():
                assert abs(place.top() - seen.top()) <= 1, f"{page}: {said(stop)} at {place} of {seen}"
            elif seen is not None:
                assert seen.adjusted(0, -1, 0, 1).contains(place), f"{page}: {said(stop)} at {place} of {seen}"


def view_of(stop: QQuickItem) -> QRectF | None:
    """The part of the page that scrolls it."""
    above = stop.parentItem()
    while above is not None and not above.inherits("QQuickFlickable"):
        above = above.parentItem()
    return reach.place(above) if above is not None else None


def luminances(picture: np.ndarray) -> np.ndarray:
    """Relative luminance of each pixel (WCAG 2.2); the channels come in the order blue, green, red."""
    parts = picture / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.0722, 0.7152, 0.2126])


def changed(before: np.ndarray, after: np.ndarray) -> int:
    """How many pixels differ by the contrast that can be seen."""
    one, other = luminances(before), luminances(after)
    ratio = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return int((ratio >= VISIBLE).sum())


def rings_are_seen(finger: Finger, page: str) -> None:
    """Each stop of the page, with the ring and without: it changes twice as many pixels as the thing is around."""
    keys, focus = Keyboard(finger), finger.desk.focus
    finger.desk.focus.touched()
    for _ in keys.stops():
        keys.strikes(Key.Key_Tab)
        picture, shown = finger.window.grabWindow(), QRectF(focus.x, focus.y, focus.width, focus.height)
        box = shown.adjusted(-ROOM, -ROOM, ROOM, ROOM).toAlignedRect().intersected(picture.rect())
        after = pixels(picture.copy(box))
        focus.touched()
        before = pixels(finger.window.grabWindow().copy(box))
        around = 2 * (shown.width() + shown.height())
        assert changed(before, after) >= 2 * around, f"{page}: {said(keys.item)}"


@pytest.mark.parametrize("contrast", range(4))
def test_the_ring_is_seen_around_everything(opens: Opens, contrast: int) -> None:
    finger = opens()
    for page in patient_pages(finger, "en"):
        if page in RINGED and (contrast == 0 or page in ("choice", "curtain", "Home")):
            finger.desk.recolour(contrast)
            rings_are_seen(finger, page)


def test_the_ring_is_seen_on_staff_pages(opens: Opens) -> None:
    finger = opens(size=LANDSCAPE)
    for page in pages(finger):
        if not finger.desk.patient:
            rings_are_seen(finger, page)


def test_the_ring_is_a_millimetre_thick(finger: Finger) -> None:
    keys = Keyboard(finger)
    keys.reaches("Our treatments")
    x, y = round(finger.desk.focus.x), round(finger.desk.focus.y + finger.desk.focus.height / 2)
    line = [finger.looks().pixelColor(at, y).name() for at in range(x - 12, x)]
    assert line.count("#4f1430") >= 4.03


def test_who_touches_sees_no_ring(finger: Finger) -> None:
    keys, focus = Keyboard(finger), finger.desk.focus
    assert not focus.shown
    finger.taps("Our treatments", "Dermaplaning")
    assert keys.at == "Dermaplaning"
    assert not focus.shown
    keys.presses(Key.Key_Down)
    assert focus.shown
    finger.taps("Back")
    assert not focus.shown


def test_a_page_begins_at_its_title_and_the_questionnaire_at_each_question(patient: Finger) -> None:
    keys = Keyboard(patient)
    for _ in range(12):
        patient.desk.asking._turn(patient.desk.asking._at + 1)
        patient.settle()
        assert keys.at == patient.desk.asking.text
    patient.desk.openTreatment("dermaplaning")
    patient.settle()
    assert keys.at == "Dermaplaning"
    patient.desk.openTreatment("chemical-peel")
    patient.settle()
    assert keys.at == patient.desk.reading.title


def test_the_focus_stays_where_an_answer_was_chosen(patient: Finger) -> None:
    keys = Keyboard(patient)
    for question in ("thinners", "conditions", "areas"):
        turn_to(patient, question)
        patient.settle()
        for _ in range(3):
            keys.presses(Key.Key_Down)
        before = keys.item
        assert not patient.chosen(keys.at)
        keys.presses(Key.Key_Space)
        assert keys.item is before
        assert patient.chosen(keys.at)


@pytest.mark.parametrize("tool", ["Text size", "Contrast", "Ask for help"])
def test_after_a_cover_the_focus_is_where_it_was(patient: Finger, tool: str) -> None:
    keys = Keyboard(patient)
    turn_to(patient, "thinners")
    patient.settle()
    keys.takes(tool)
    cover = patient.desk.cover
    assert cover
    assert keys.item.objectName() == "heading"
    keys.presses(Key.Key_Escape)
    assert keys.at == tool
    keys.reaches("Yes")
    patient.desk.coverWith(cover)
    patient.settle()
    keys.presses(Key.Key_Left)
    assert (patient.desk.cover, keys.at) == ("", "Yes")


def test_after_the_curtain_the_focus_is_where_it_was(patient: Finger) -> None:
    keys = Keyboard(patient)
    turn_to(patient, "thinners")
    patient.settle()
    keys.reaches("No")
    patient.waits(120)
    assert keys.at.startswith("Are you")
    keys.takes("Yes, keep going")
    assert keys.at == "No"


def test_what_is_taken_away_leaves_the_focus_at_what_is_before_it(asked: Finger) -> None:
    keys = Keyboard(at(asked, "days"))
    asked.types("02292020")
    asked.taps("Add to my list", "Add another")
    asked.types("03012021")
    asked.taps("Add to my list")
    keys.takes("Remove: March 1, 2021")
    assert keys.at == "Remove: February 29, 2020"
    keys.presses(Key.Key_Return)
    assert keys.item.objectName() == "heading"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_is_reached_by_keys(asked: Finger, kind: str) -> None:
    keys = Keyboard(at(asked, kind))
    assert keys.at == asked.desk.asking.text
    there = round_of(keys, Key.Key_Down)
    tree = in_the_tree(asked)
    assert {pointer(item) for item in there} == set(tree)
    assert len(there) == len(tree)


ORDERS = {
    "thinners": ["Do you take blood thinners?", "Yes", "No", "Why we ask", "Not sure"],
    "pregnancy": ["Are you pregnant?", "Yes", "I am trying to be", "No"],
    "born": ["When were you born?", "Month", "Day", "Year", *"123456789", "Delete", "0", "Clear"],
    "areas": ["Which areas would you like to talk about?", "Forehead", "Frown lines", "Crow’s feet"],
    "name": ["What is your name?", "What is your name?", *"qwertyuiopasdfghjkl", "Capital", *"zxcvbnm", "Delete"],
}


@pytest.mark.parametrize("question", ORDERS)
def test_the_order_is_that_of_reading(patient: Finger, question: str) -> None:
    keys, words = Keyboard(patient), ORDERS[question]
    turn_to(patient, question)
    patient.settle()
    stops = [said(stop) for stop in keys.stops()]
    if question == "thinners":
        assert stops.index("Yes") < stops.index("No") < min(stops.index("Not sure"), stops.index("Why we ask"))
    else:
        assert stops[: len(words)] == words
    assert stops[-6:] == ["Start over", "Language", "Text size", "Contrast", "Lower the screen", "Ask for help"]
    assert stops.index("Back") < stops.index("Next") < stops.index("Start over")


def test_from_right_to_left_the_order_is_mirrored_and_so_are_the_arrows(opens: Opens, tmp_path: Path) -> None:
    finger = opens(content=spoken(tmp_path, "en", "ar"))
    keys = Keyboard(finger)
    finger.desk.begin("en")
    finger.settle()
    english = [said(stop) for stop in keys.stops()]
    places = [reach.place(stop).x() for stop in keys.stops()]
    finger.desk.access.speak("ar")
    finger.settle()
    assert finger.desk.access.mirrored
    assert [said(stop) for stop in keys.stops()] == english
    mirrored = [reach.place(stop).x() for stop in keys.stops()]
    assert (places[2] < places[3], mirrored[2] < mirrored[3]) == (True, False)
    finger.desk.resume()
    finger.settle()
    first = finger.desk.asking.key
    keys.presses(Key.Key_Down)
    keys.writes("a")
    keys.presses(Key.Key_Left)
    assert finger.desk.asking.key != first
    keys.presses(Key.Key_Right)
    assert finger.desk.asking.key == first
