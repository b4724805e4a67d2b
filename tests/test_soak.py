"""After many visits the program is as large as after a few (ACCESS row 67); ``tests/bench`` has the long one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import combinations
from statistics import median

import psutil
import pytest
from conftest import Opens
from finger import Finger
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from test_pictures import answer_the_rest, turn_to

FIRST, VISITS = 24, 20
SLOPE = 250
"""KiB a visit may leave behind in so short a run, in which the allocator takes a step of its own now and then; a
drawing that was kept each time it showed left 500 and more. Over hundreds of visits it is 60 (``tests/bench``)."""
QUESTIONS = ("patient-name", "areas", "birth-date", "areas", "conditions", "areas", "signature")


def visit(finger: Finger) -> None:
    """A visitor who reads, looks at the settings, begins to answer and walks away."""
    desk = finger.desk
    desk.begin("")
    for page in ("Treatments", "Questions", "Home"):
        desk.open(page)
        finger.settle()
    desk.openTreatment("dermaplaning")
    desk.coverWith("size")
    desk.resize(3)
    finger.settle()
    desk.uncover()
    desk.speak("es")
    desk.resume()
    for question in QUESTIONS:
        turn_to(finger, question)
        finger.settle()
    answer_the_rest(finger)
    desk.open("Review")
    finger.settle()
    desk.wipe()
    finger.settle()
    lets_go()


def lets_go() -> None:
    """Qt deletes pages when a loop comes round."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def slope(kib: list[float]) -> float:
    """KiB more with each visit: the median between any two, for memory that is taken once grows no more."""
    return median((later - before) / apart for (one, before), (other, later) in pairs(kib) if (apart := other - one))


def pairs(kib: list[float]) -> Iterator[tuple[tuple[int, float], tuple[int, float]]]:
    return combinations(enumerate(kib), 2)


def test_a_leak_would_be_seen() -> None:
    assert slope([1000 + 200 * number for number in range(20)]) == pytest.approx(200)
    assert slope([1000, 1004] * 20) == pytest.approx(0, abs=1)
    assert slope([1000] + [5000] * 20) == 0


def test_visits_leave_nothing_behind(opens: Opens) -> None:
    finger, process = opens(), psutil.Process()
    sizes: list[float] = []
    for number in range(FIRST + VISITS):
        visit(finger)
        if number >= FIRST:
            sizes.append(process.memory_info().rss / 1024)
    assert slope(sizes) < SLOPE, sizes
    before = len(finger.window.findChildren(QObject))
    visit(finger)
    assert len(finger.window.findChildren(QObject)) == before
