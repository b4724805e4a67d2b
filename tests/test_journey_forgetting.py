"""Nothing of a visit is left anywhere a later visitor, a log or the program itself could reach."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator

import pytest
from finger import Finger
from patient import fills_every_type, sends
from PySide6.QtCore import QAbstractListModel, QEventLoop, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.running import stumble

BACKWARDS = "buzvawklojq"
"""Written so that the word itself stands in no constant of this file."""


def finishes(finger: Finger) -> None:
    sends(finger)
    finger.taps("Done, clear now")


def walks_away_from_the_code(finger: Finger) -> None:
    sends(finger)
    finger.waits(45)


def walks_away(finger: Finger) -> None:
    finger.waits(165)


def starts_over(finger: Finger) -> None:
    finger.taps("Start over", "Wipe my answers and start over")


def wipes_behind_the_curtain(finger: Finger) -> None:
    finger.waits(125)
    finger.taps("Wipe my answers and finish")


def meets_a_fault(finger: Finger) -> None:
    finger.kiosk.stumble()


ENDS = (
    finishes,
    walks_away_from_the_code,
    walks_away,
    starts_over,
    wipes_behind_the_curtain,
    meets_a_fault,
)


@pytest.mark.parametrize("ends", ENDS)
def test_no_answer_can_be_reached_after_the_visit(
    patient: Finger, ends: Callable[[Finger], None], caplog: pytest.LogCaptureFixture
) -> None:
    finger, canary = patient, BACKWARDS[::-1]
    with caplog.at_level(logging.DEBUG):
        leaves_answers(finger, canary)
        assert canary in finger.says()
        assert any(canary in text for text in properties(finger))
        assert held_by_python(canary)
        ends(finger)
        finger.settle()
    assert_nothing_left(finger, canary)
    assert canary not in caplog.text


def begins_a_name(finger: Finger, canary: str) -> None:
    finger.taps("Next")
    finger.types(canary)


def searches(finger: Finger, canary: str) -> None:
    finger.taps("Back", "Back", "Common questions")
    finger.desk.reading.type(canary)


@pytest.mark.parametrize("begins", [begins_a_name, searches])
def test_what_was_left_half_typed_is_forgotten(patient: Finger, begins: Callable[[Finger, str], None]) -> None:
    finger, canary = patient, BACKWARDS[::-1]
    begins(finger, canary)
    assert any(canary in text for text in properties(finger))
    walks_away(finger)
    finger.settle()
    assert_nothing_left(finger, canary)


def assert_nothing_left(finger: Finger, canary: str) -> None:
    """The first page shows, the ones before it are gone; neither Qt, nor the clipboard, nor Python knows the word."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()  # Qt deletes pages when a loop comes round, which a clock set forward by a test does not make it do
    assert finger.sees("Touch anywhere to start")
    assert canary not in finger.says(hidden=True)
    assert [text for text in properties(finger) if canary in text] == []
    clipboard = QGuiApplication.clipboard()
    assert [clipboard.text(mode) for mode in QClipboard.Mode] == ["", "", ""]
    assert held_by_python(canary) == []


def leaves_answers(finger: Finger, canary: str) -> None:
    """The word as a name, as a question, in the search; at the end the review shows it."""
    finger.desk.reading.type(canary)
    fills_every_type(finger, canary)
    finger.taps("Answer: Your question")
    finger.types(canary)
    finger.taps("Back to the review")


def properties(finger: Finger) -> Iterator[str]:
    """Every text that any object of the screens, or any row of a list, gives away."""

    def items(item: QQuickItem) -> Iterator[QObject]:
        yield item
        for child in item.childItems():
            yield from items(child)

    roots = (finger.window, finger.desk, *(getattr(finger.kiosk, part) for part in ("staff", "founding", "access")))
    below = (
        child for root in (*roots, finger.kiosk.asking, finger.kiosk.reading) for child in root.findChildren(QObject)
    )
    for thing in {*roots, *below, *items(finger.window.contentItem()), finger.kiosk.asking, finger.kiosk.reading}:
        meta = thing.metaObject()
        kinds = ((meta.property(n).name(), meta.property(n).typeName()) for n in range(meta.propertyCount()))
        yield from (str(thing.property(name)) for name, kind in kinds if kind in ("QString", "QVariant", "QUrl"))
        if isinstance(thing, QAbstractListModel):
            yield str([thing.data(thing.index(n), role) for n in range(thing.rowCount()) for role in thing.roleNames()])


def held_by_python(canary: str) -> list[str]:
    """The kinds of objects that still hold a text with the word, this test's own word left out."""
    gc.collect()
    return [
        type(holder).__name__
        for holder in gc.get_objects()
        for text in gc.get_referents(holder)
        if isinstance(text, str | bytes)
        and text is not canary
        and (canary if isinstance(text, str) else canary.encode()) in text
    ]


def test_a_fault_of_the_program_is_logged_without_its_text(patient: Finger, caplog: pytest.LogCaptureFixture) -> None:
    canary = BACKWARDS[::-1]
    leaves_answers(patient, canary)
    try:
        int(canary)
    except ValueError as fault:
        stumble(patient.kiosk, type(fault), fault.__traceback__)
    assert "ValueError at test_journey_forgetting.py:" in caplog.text
    assert canary not in caplog.text
    assert patient.sees("Touch anywhere to start")


def test_the_next_visitor_finds_empty_pages(patient: Finger) -> None:
    canary = BACKWARDS[::-1]
    leaves_answers(patient, canary)
    starts_over(patient)
    patient.taps("Touch anywhere to start", "Common questions")
    assert patient.tells("Search").startswith("Search, for example")
    patient.taps("Back", "Get ready for your visit")
    assert patient.sees("Start the questions")
    patient.taps("Start the questions", "Next")
    assert patient.tells("What is your name?") == ""
