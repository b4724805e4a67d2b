"""The tools below every page stay where they are, and what is told before the first question holds (ACCESS rows 9, 33,
55 and 59)."""

from __future__ import annotations

import pytest
from conftest import Opens
from finger import Finger
from PySide6.QtGui import QAccessible
from spoken import Listener
from test_pictures import patient_pages

from kiosk.settings import Settings

TOOLS = ("Start over", "Language", "Text size", "Contrast", "Read aloud", "Lower the screen", "Ask for help")


def tools(finger: Finger) -> list[tuple[str, int, int, int, int]]:
    """The bar's tools in the order of the tree, each with its rectangle."""
    bar = finger.find("Screen tools", QAccessible.Role.ToolBar)
    found = []
    for place in range(bar.childCount()):
        tool = bar.child(place)
        if not tool.state().invisible:
            rect = tool.rect()
            found.append((tool.text(QAccessible.Text.Name), rect.x(), rect.y(), rect.width(), rect.height()))
    return found


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("level", [1, 3])
def test_the_tools_are_in_the_same_place_on_every_page(opens: Opens, size: tuple[int, int], level: int) -> None:
    finger, seen = opens(size=size, speaker=Listener()), {}
    for page in patient_pages(finger, "en"):
        finger.desk.access.resize(level)
        finger.settle()
        seen[page] = tools(finger)
    first = seen["Home"]
    assert [name for name, *_ in first] == list(TOOLS)
    assert {page: found for page, found in seen.items() if found != first} == {}


def test_the_time_that_is_told_is_the_one_that_is_set(finger: Finger) -> None:
    kiosk = finger.kiosk
    kiosk._wait_as(Settings(quiet_answers=240, curtain=30))
    finger.taps("Get ready for your visit")
    assert finger.sees("If nobody taps for 240 seconds, we hide your answers and ask. 30 seconds later we wipe them.")
    finger.taps("Start the questions")
    finger.types("a")
    finger.waits(239)
    assert finger.desk.cover == ""
    finger.waits(1)
    assert finger.desk.cover == "curtain"
    finger.waits(29)
    assert finger.desk.page == "Question"
    finger.waits(1)
    assert finger.desk.page == "Attract"
    kiosk._wait_as(Settings())


@pytest.mark.parametrize(
    ("language", "name"), [("en", "I prefer paper or a person"), ("es", "Prefiero papel o una persona")]
)
def test_paper_or_a_person_is_offered_in_every_language(finger: Finger, language: str, name: str) -> None:
    finger.desk.speak(language)
    finger.desk.ask()
    finger.taps(name)
    assert finger.desk.page == "Paper"
