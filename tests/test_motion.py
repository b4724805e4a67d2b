"""What moves on the screen, for how long, and that a touch never waits for it (ACCESS rows 50 and 51)."""

from __future__ import annotations

import re
from enum import Enum, auto
from types import SimpleNamespace

import numpy as np
import pytest
from audit import luminance
from conftest import Opens
from finger import TOUCHSCREEN, Finger
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from repository import UI, screens
from test_pictures import pixels, turn_to

from kiosk import app
from kiosk.viewmodels.stillness import asks_for_stillness

MOVES = re.compile(r"\b\w*Anima(?:tion|tor) *\{|\bBehavior +on\b|\bTransition *\{")
LASTS = re.compile(r"\b(?:duration|velocity|interval|loops|repeat): *(.+)")
TOKENS = {"Theme.fade", "0"}
"""What a time may be: a word of the theme, or no time at all."""
SEEN = 0.1
"""A change of relative luminance that counts as a flash when it goes back (WCAG 2.3.1)."""
SMALL = 0.028
"""The part of a screen that a flash may fill: 21,824 of 1,024 x 768 pixels (WCAG 2.3.1)."""


class MotionPreference(Enum):
    """As Qt 6.12 tells it."""

    NoPreference = auto()
    ReducedMotion = auto()


def hints(preference: MotionPreference | None) -> SimpleNamespace:
    """Style hints of a Qt that knows the preference, or of an older one."""
    told = SimpleNamespace() if preference is None else SimpleNamespace(motionPreference=lambda: preference)
    return SimpleNamespace(accessibility=lambda: told)


def token(name: str) -> list[str]:
    theme = (UI / "parts" / "Theme.qml").read_text("utf-8")
    (said,) = re.findall(rf"readonly property int {name}: (.+?)(?:  //.*)?$", theme, re.MULTILINE)
    return re.fullmatch(r"theme\.still \|\| theme\.plain \? (\d+) : (\d+)", said).groups()


def test_every_time_comes_from_the_theme() -> None:
    moves = {path.name: len(MOVES.findall(path.read_text("utf-8"))) for path in screens()}
    assert {name: count for name, count in moves.items() if count} == {"PageLoader.qml": 1}
    times = {time.split(";")[0].strip() for path in screens() for time in LASTS.findall(path.read_text("utf-8"))}
    assert times == TOKENS


def test_such_a_time_would_be_seen() -> None:
    for text in ("Behavior on x {", "NumberAnimation { duration: 3 }", "OpacityAnimator { loops: 3 }", "Transition {"):
        assert MOVES.search(text)
    assert LASTS.findall("duration: 300") == ["300"]


def test_what_moves_lasts_a_quarter_of_a_second_at_most_and_nothing_where_it_must_be_still() -> None:
    still, moving = token("fade")
    assert still == "0"
    assert 150 <= int(moving) <= 250


@pytest.mark.parametrize(
    ("preference", "still"),
    [(None, False), (MotionPreference.NoPreference, False), (MotionPreference.ReducedMotion, True)],
)
def test_the_systems_wish_for_stillness_is_heard(preference: MotionPreference | None, still: bool) -> None:
    assert asks_for_stillness(hints(preference)) is still


@pytest.mark.parametrize(("setting", "wish", "still"), [(0, 0, False), (1, 0, True), (0, 1, True), (1, 1, True)])
def test_the_setting_or_the_system_keeps_the_screen_still(
    opens: Opens, monkeypatch: pytest.MonkeyPatch, setting: int, wish: int, still: bool
) -> None:
    monkeypatch.setattr(app, "asks_for_stillness", lambda _hints: bool(wish))
    finger = opens(still=bool(setting))
    assert finger.desk.access.still is still
    assert fade(finger).property("duration") == (0 if still else 220)


def fade(finger: Finger) -> QObject:
    (found,) = (each for each in finger.window.findChildren(QObject) if each.inherits("QQuickNumberAnimation"))
    return found


def test_a_touch_counts_while_the_page_is_still_coming(opens: Opens) -> None:
    finger = opens(still=False)
    finger.taps("Touch anywhere to start", "Our treatments")
    place = finger.place("Dermaplaning")
    finger.desk.back()
    movement = fade(finger)
    finger.desk.open("Treatments")
    movement.setProperty("paused", True)
    finger.settle()
    page = movement.property("target")
    assert page.opacity() < 0.9
    finger._touch(place)
    assert (finger.desk.page, finger.desk.reading.title) == ("Treatment", "Dermaplaning")
    movement.setProperty("paused", False)
    finger.until(lambda: page.opacity() == 1)


def test_the_next_page_does_not_wait_for_the_one_before(opens: Opens) -> None:
    finger = opens(still=False)
    finger.taps("Touch anywhere to start")
    movement = fade(finger)
    for page in ("Treatments", "Questions", "Home"):
        finger.desk.open(page)
        assert movement.property("running")
    finger.until(lambda: not movement.property("running"))
    assert movement.property("target").opacity() == 1


def lights(image: QImage) -> np.ndarray:
    """Relative luminance of every fourth pixel of the screen."""
    return luminance(pixels(image)[::2, ::2])


def test_nothing_blinks_on_the_page_that_waits_for_somebody(opens: Opens) -> None:
    finger = opens(still=False)
    finger.until(lambda: not fade(finger).property("running"))
    first = finger.looks()
    for _ in range(12):
        finger.waits(1)
        assert finger.window.grabWindow() == first


def test_the_count_down_changes_once_a_second_and_little_of_the_screen(opens: Opens) -> None:
    finger = opens(still=False)
    finger.taps("Touch anywhere to start", "Get ready for your visit", "Start the questions")
    finger.types("a")
    finger.waits(120)
    assert finger.desk.cover == "curtain"
    before, changes = lights(finger.looks()), 0
    for _ in range(10):
        finger.waits(1)
        shown = finger.window.grabWindow()
        finger.desk.tick()  # again in the same second
        finger.settle()
        assert finger.window.grabWindow() == shown
        now = lights(shown)
        share = float((np.abs(now - before) >= SEEN).mean())
        changes += share > 0
        assert share < SMALL
        before = now
    assert changes == 10


PRESSED = (
    ("name", "q"),
    ("born", "1"),
    ("thinners", "Yes"),
    ("thinners", "Why we ask"),
    ("thinners", "Next"),
    ("thinners", "Contrast"),
    ("conditions", "Diabetes"),
    ("areas", "Chin"),
    ("Home", "Our treatments"),
    ("Treatments", "Dermaplaning"),
    ("Questions", "Who is a good candidate?"),
)


@pytest.mark.parametrize(("page", "name"), PRESSED)
def test_the_very_next_picture_shows_what_is_pressed(patient: Finger, page: str, name: str) -> None:
    """ACCESS row 51: how long a picture takes is measured by ``tests/bench``."""
    if page[0].isupper():
        patient.desk.open(page)
    else:
        turn_to(patient, page)
    place = patient.place(name)
    rect = patient.find(name).rect().translated(-patient.window.position())
    before = shown(patient, rect.center(), rect.height())
    patient.clock.wait(1)
    QTest.touchEvent(patient.window, touchscreen()).press(0, place, patient.window)
    after = shown(patient, rect.center(), rect.height())
    QTest.touchEvent(patient.window, touchscreen()).release(0, place, patient.window)
    patient.settle()
    assert int((np.abs(before - after).max(axis=2) > 12).sum()) > 400, name


def touchscreen() -> object:
    """The one of all tests, once a finger has touched it."""
    import finger  # noqa: PLC0415 (its value changes)

    return finger.TOUCHSCREEN or TOUCHSCREEN


def shown(finger: Finger, middle: QPoint, height: int) -> np.ndarray:
    """The part of one picture around a thing."""
    side = height + 24
    image = finger.window.grabWindow()
    return pixels(image.copy(middle.x() - side, middle.y() - side // 2, 2 * side, side))
