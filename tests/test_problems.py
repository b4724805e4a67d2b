"""What stands against going on names its question, beside it, in the tree and aloud (ACCESS row 56)."""

from __future__ import annotations

import pytest
from conftest import Opens
from finger import Finger
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleInterface
from spoken import Listener
from test_journey_types import at
from test_pictures import turn_to

from kiosk.domain.checks import Fault
from kiosk.domain.form import Item, Type
from kiosk.domain.words import Words
from kiosk.viewmodels.problems import problem_words

EMPTY = ("name", "born", "conditions", "signature")
"""Questions that must be answered."""


def alert(finger: Finger) -> QAccessibleInterface:
    finger.settle()
    (found,) = (thing for thing in finger.things() if thing.role() == QAccessible.Role.AlertMessage)
    return found


@pytest.mark.parametrize("key", EMPTY)
def test_an_error_names_its_question(patient: Finger, key: str) -> None:
    turn_to(patient, key)
    patient.taps("Next")
    told = alert(patient)
    assert told.text(QAccessible.Text.Name) == patient.desk.asking.problem != ""
    assert told.text(QAccessible.Text.Description) == patient.desk.asking.text != ""
    assert patient.reads(patient.desk.asking.problem)


@pytest.mark.parametrize(("key", "typed"), [("weight", "9"), ("visit", "1"), ("phone", "1"), ("wake", "1")])
def test_an_error_in_what_was_typed_stands_by_its_field(asked: Finger, key: str, typed: str) -> None:
    at(asked, key)
    asked.types(typed)
    asked.taps("Next")
    told = alert(asked)
    assert told.text(QAccessible.Text.Description) == asked.desk.asking.label
    heading = next(thing for thing in asked.things() if thing.object().objectName() == "heading")
    assert heading.rect().bottom() < told.rect().top()
    assert told.rect().bottom() < asked.find("Next").rect().top()


def test_an_error_is_said_with_its_question(opens: Opens, every_type) -> None:
    ear = Listener()
    finger = opens(speaker=ear, content=every_type)
    finger.taps("Touch anywhere to start", "Read aloud", "Done", "Get ready for your visit", "Start the questions")
    finger.taps("Next", "Next")
    assert ear.last.startswith("We need this one. Please answer it, or ask for help., What is your name?")


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("type", [Type.STRING, Type.DATE, Type.TIME, Type.INTEGER, Type.CHOICE, Type.GROUP])
def test_every_error_says_what_to_do(qapp, fault: Fault, type: Type) -> None:
    words = problem_words(fault, Item(id="one", type=type, text=Words.of({"en": "One"})), QLocale("en_US"))
    assert "lease" in words
