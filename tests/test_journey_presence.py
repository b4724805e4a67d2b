"""Whatever shows that somebody is there keeps the screen, and a screen nobody is at is as the next visitor needs it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Opens
from finger import Finger
from keyboard import Key, Keyboard
from patient import fills_every_type, sends
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from test_journey_types import KINDS, at
from test_pictures import answer_the_rest, patient_pages, staff_pages, turn_to

PAGES = ("Home", "Treatments", "Treatment", "Questions", "Booking", "Begin", "Paper", "Closed", "Question", "Review")
COVERS = ("help", "size", "contrast", "startOver", "switches")
START = "Touch anywhere to start"


def comes_to(finger: Finger, page: str) -> None:
    """A new visitor at that page, with answers given."""
    desk = finger.desk
    desk.wipe()
    desk.begin("")
    desk.resume()
    turn_to(finger, "thinners")
    desk.asking.choose("true")
    answer_the_rest(finger)
    desk.reading.show_treatment("dermaplaning")
    if page != "Question":
        desk.open(page)
    finger.settle()


def acts_at_everything(finger: Finger, come: Callable[[], None]) -> int:
    """Does all that assistive technology can do with a thing of each kind on the page; every time the clock must
    begin anew."""
    come()
    kinds = {
        (thing.object().metaObject().className(), name): place
        for place, thing in enumerate(finger.things())
        if thing.actionInterface() and not thing.state().disabled
        for name in thing.actionInterface().actionNames()
    }
    Keyboard(finger)
    for (_kind, name), place in kinds.items():
        come()
        thing = list(finger.things())[place]
        title = next(thing for thing in finger.things() if thing.object().objectName() == "heading")
        bar = finger.find("Ask for help")
        finger.desk.focus.go((title if bar.object() is thing.object() else bar).object())
        finger.clock.wait(50)
        thing.actionInterface().doAction(name)
        finger.settle()
        words = f"{name} of {thing.text(QAccessible.Text.Name) if thing.isValid() else place}"
        assert finger.desk._stay.visit.touched == finger.clock.seconds, words
    return len(kinds)


@pytest.mark.parametrize("page", PAGES)
def test_whatever_assistive_technology_does_counts_on_every_page(patient: Finger, page: str) -> None:
    assert acts_at_everything(patient, lambda: comes_to(patient, page)) >= 5


@pytest.mark.parametrize("cover", COVERS)
def test_whatever_assistive_technology_does_counts_on_what_lies_over_a_page(patient: Finger, cover: str) -> None:
    def come() -> None:
        comes_to(patient, "Question")
        patient.desk.switches.begin()
        patient.desk.coverWith(cover)
        patient.settle()

    assert acts_at_everything(patient, come) >= 5


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_assistive_technology_does_counts_on_every_kind_of_question(asked: Finger, kind: str) -> None:
    def come() -> None:
        asked.desk.wipe()
        asked.desk.begin("")
        asked.desk.resume()
        at(asked, kind)

    assert acts_at_everything(asked, come) >= 5


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("name", "Capital"),
        ("name", "Accents"),
        ("signature", "Type my name instead"),
        ("Questions", "Search"),
        ("Treatment", "See more"),
    ],
)
def test_what_the_screen_does_by_itself_counts_too(patient: Finger, page: str, name: str) -> None:
    comes_to(patient, page if page[0].isupper() else "Question")
    if page[0].islower():
        turn_to(patient, page)
    thing = patient.find(name)
    patient.clock.wait(50)
    thing.actionInterface().doAction("Press")
    assert patient.desk._stay.visit.touched == patient.clock.seconds


def test_nothing_behind_what_lies_over_a_page_can_be_done_on_any_page(patient: Finger) -> None:
    finger, tried = patient, 0
    for page in PAGES:
        comes_to(finger, page)
        behind = [
            (thing, name)
            for thing in finger.things()
            if thing.actionInterface() and thing.rect().bottom() < finger.find("Screen tools").rect().top()
            for name in thing.actionInterface().actionNames()
        ]
        finger.desk.coverWith("help")
        finger.settle()
        before = (finger.desk.where, finger.desk.asking._sheet.answers, finger.desk._stay.visit.asks)
        for thing, name in behind:
            thing.actionInterface().doAction(name)
            finger.settle()
            tried += 1
            assert (finger.desk.where, finger.desk.asking._sheet.answers, finger.desk._stay.visit.asks) == before, name
    assert tried > 60


def test_the_curtain_comes_at_two_minutes_and_wipes_forty_five_seconds_later(patient: Finger) -> None:
    turn_to(patient, "thinners")
    patient.taps("Yes")
    shown = []
    for second in range(1, 170):
        patient.clock.wait(1)
        patient.desk.tick()
        shown.append((second, patient.desk.cover, patient.desk.page))
    came = next(second for second, cover, _page in shown if cover == "curtain")
    gone = next(second for second, _cover, page in shown if page == "Attract")
    assert (came, gone) == (120, 165)


def test_the_seconds_left_are_said_now_and_then(patient: Finger) -> None:
    turn_to(patient, "thinners")
    patient.taps("Yes")
    patient.waits(120)
    told = [patient.desk.secondsTold]
    for _ in range(44):
        patient.waits(1)
        if patient.desk.secondsTold != told[-1]:
            told.append(patient.desk.secondsTold)
    assert told == [45, 30, 20, 10, 5]
    assert patient.desk.secondsLeft == 1


def test_keys_behind_the_curtain_give_no_time(patient: Finger) -> None:
    turn_to(patient, "thinners")
    patient.taps("Yes")
    patient.waits(125)
    keys = Keyboard(patient)
    keys.presses(Key.Key_Down)
    patient.clock.wait(-1)
    assert patient.desk.secondsLeft == 40


@pytest.mark.parametrize(("size", "way"), [("Small", "Text size"), ("Small", "Contrast"), ("Largest", "More tools")])
def test_the_look_goes_back_to_how_it_was_and_no_answer_is_touched(patient: Finger, size: str, way: str) -> None:
    finger = patient
    turn_to(finger, "thinners")
    finger.taps("Yes", "Text size", size, "Done", "Contrast", "White on black", "Done", "Lower the screen")
    answers, where = finger.desk.asking._sheet.answers, finger.desk.where
    finger.taps(way, "Back to how it was")
    access = finger.desk.access
    assert (access.size, access.contrast, access.lowered) == (1, 0, False)
    assert not finger.sees("Back to how it was")
    finger.taps("Done")
    assert (finger.desk.asking._sheet.answers, finger.desk.where) == (answers, where)
    assert finger.chosen("Yes")


@pytest.mark.parametrize("tool", ["Language", "Lower the screen", "Text size"])
def test_a_first_page_that_somebody_changed_and_left_is_made_ready_for_the_next(finger: Finger, tool: str) -> None:
    finger.desk.wipe()
    finger.taps(tool)
    finger.waits(89)
    assert not finger.desk.untouched
    finger.waits(1)
    assert finger.desk.untouched
    assert finger.sees(START)


def test_a_first_page_as_it_should_be_is_left_alone(finger: Finger) -> None:
    finger.desk.wipe()
    begun = finger.desk._stay.visit.started
    finger.waits(200)
    assert finger.desk._stay.visit.started == begun


def test_switches_and_the_ring_do_not_outlive_the_visit(patient: Finger) -> None:
    keys = Keyboard(patient)
    for key, text in ((Key.Key_1, "1"), (Key.Key_1, "1"), (Key.Key_2, "2")):
        keys.presses(key, text)
    patient.taps("They are right")
    assert patient.desk.switches.known
    turn_to(patient, "thinners")
    patient.taps("Yes")
    patient.waits(165)
    assert not patient.desk.switches.known
    assert not patient.desk.focus.shown


def test_no_page_has_a_field_that_could_undo(opens: Opens) -> None:
    """Qt's own fields keep what was typed and deleted; the kiosk has none of them."""
    finger = opens()
    for pages in (patient_pages, staff_pages):
        for page in pages(finger, "en"):
            finger.settle()
            fields = [
                item
                for item in finger.window.findChildren(QQuickItem)
                if item.inherits("QQuickTextInput") or item.inherits("QQuickTextEdit")
            ]
            assert fields == [], page


def test_nothing_of_an_unsent_visit_lies_on_the_disk(patient: Finger) -> None:
    canary, folder = "kjolwavzub"[::-1], patient.kiosk.options.data
    fills_every_type(patient, canary)
    patient.waits(165)
    assert patient.sees(START)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if canary.encode() in path.read_bytes()] == []


def test_the_code_is_nobodys_after_it_was_cleared_by_key(patient: Finger) -> None:
    fills_every_type(patient)
    code = sends(patient)
    Keyboard(patient).takes("Done, clear now")
    assert code not in patient.says(hidden=True)
