"""Walks through every page in every text size, contrast, language, direction and height of the screen, and looks at
each.

It runs in a process of its own for each way the screen stands, so that both cores of a machine look at once:
``PYTHONPATH=. python tests/matrix.py upright FILE`` writes what it found as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audit import Scene, audit
from conftest import EVERY_TYPE, found_in, quick_unwrap, quick_wrap, without_warnings
from finger import NAME, WORDS, Clock, Finger
from forms import all_types
from PySide6.QtGui import QAccessible
from spoken import Listener
from test_pictures import answer_the_rest, patient_pages, turn_to
from tongues import LANGUAGES, folder, loaded, translations, worded

import kiosk.contents
from kiosk.app import Kiosk
from kiosk.fonts import application
from kiosk.options import Options
from kiosk.settings import Settings

WAYS = {"upright": (1080, 1920), "lying": (1920, 1080)}
SIZES = CONTRASTS = range(4)
KINDS = {
    "wake": lambda _: None,
    "visit": lambda _: None,
    "since": lambda asking: asking.type("4"),
    "pain": lambda asking: asking.slide(0.7),
    "weight": lambda asking: asking.type("7"),
    "change": lambda _: None,
    "drink": lambda _: None,
    "allergies": lambda _: None,
    "long": lambda _: None,
    "found": lambda _: None,
    "hopes": lambda _: None,
    "medicine": lambda asking: asking.add(),
}
"""The questions of the form whose kinds of page the other one lacks, and what is done at each before the look."""
STAFF = ("Office", "Ledger", "Members", "Admin")


def opened(room: Path, size: tuple[int, int], form: Path | None = None) -> Finger:
    """A kiosk that speaks four languages."""
    content = folder(room / "content", form)
    options = Options(
        found_in(room / "data"),
        content,
        Settings(still=True),
        translations=translations(room / "translations"),
        size=size,
        monotonic=(clock := Clock()).monotonic,
        now=clock.now,
    )
    kiosk = Kiosk(options, unwrap=quick_unwrap, wrap=quick_wrap, speaker=Listener())
    kiosk.show()
    finger = Finger(kiosk, clock)
    finger.until(lambda: kiosk.furnished)
    return finger


def shipped_pages(finger: Finger, language: str) -> Iterator[str]:
    """Every page of the shipped content, and what may lie over it."""
    desk = finger.desk
    desk.wipe()
    for name in patient_pages(finger, language):
        yield name
        if name == "Home":
            desk.coverWith("language")
            yield "language"
            desk.coverWith("tools")
            yield "tools"
            desk.uncover()


def typed_pages(finger: Finger, language: str) -> Iterator[str]:
    """Every kind of question, and the review of them."""
    desk, asking, records = finger.desk, finger.kiosk.asking, finger.kiosk._furniture.records
    desk.wipe()
    desk.begin(language)
    desk.resume()
    for node in list(asking._view.pages):
        turn_to(finger, node.item.id)
        yield f"{asking.kind} {node.item.id}"
    answer_the_rest(finger)
    desk.open("Review")
    yield "Review of every type"
    usual = asking._form
    desk.wipe()
    asking.furnish(worded(all_types()), records, finger.kiosk._compose)
    desk.begin(language)
    desk.resume()
    for key, act in KINDS.items():
        turn_to(finger, key)
        act(asking)
        yield f"{asking.kind} {key}"
    desk.wipe()
    asking.furnish(usual, records, finger.kiosk._compose)


def staff_pages(finger: Finger, language: str) -> Iterator[str]:
    desk = finger.desk
    desk.wipe()
    desk.access.speak(language)
    desk.staffGesture()
    yield "Unlock"
    desk.staff.be(NAME)
    for word in WORDS.split():
        desk.staff.passwords.take(word)
    finger.until(lambda: desk.page == "Visits" and bool(desk.staff.notices.rows))
    yield "Visits"
    for page in STAFF:
        desk.staff.go(page)
        yield page
    desk.staff.go("Visits")
    desk.staff.show(desk.staff.visits.rows[0].key)
    yield "Record"
    desk.wipe()


def looks(finger: Finger, found: dict[str, list[str]], where: str) -> int:
    """One page in all sizes and contrasts, raised and lowered; how often it was looked at."""
    access = finger.desk.access
    count, cover = 0, finger.desk.cover
    for lowered in (False, True):
        if access.lowered is not lowered:
            access.lower()
        for size in SIZES:
            access.resize(size)
            for contrast in CONTRASTS:
                access.recolour(contrast)
                finger.settle()
                if cover == "tools":  # its tools are in the bar unless that is folded
                    finger.desk.coverWith("" if not access.folded or finger.desk.cover else cover)
                    finger.settle()
                    if not access.folded:
                        continue
                count += 1
                note(audit(Scene(finger)), found, f"{where} {size}{contrast}{'L' if lowered else ''}")
    access.resize(1)
    access.recolour(0)
    access.lower()
    finger.settle()
    return count


def note(findings: list[Any], found: dict[str, list[str]], where: str) -> None:
    for finding in findings:
        found[str(finding)].append(where)


def walk(way: str) -> dict[str, Any]:
    """Everything found on a screen that stands this way, by language, and how much was looked at."""
    QAccessible.setActive(True)
    application(["matrix"])
    kiosk.contents.load = loaded
    found: dict[str, dict[str, list[str]]] = {tag: defaultdict(list) for tag in LANGUAGES}
    counts: Counter[str] = Counter()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as room:
        for name, form in (("shipped", None), ("types", EVERY_TYPE)):
            place = Path(room) / name
            place.mkdir()
            finger = opened(place, WAYS[way], form)
            for tag in LANGUAGES:
                for page in (typed_pages if form else shipped_pages)(finger, tag):
                    counts["states"] += looks(finger, found[tag], f"{way} {page}")
                    counts["pages"] += 1
                for page in () if form else staff_pages(finger, tag):
                    finger.settle()
                    note(audit(Scene(finger, staff=True)), found[tag], f"{way} {page}")
                    counts["states"] += 1
                    counts["pages"] += 1
            finger.desk.wipe()
            finger.settle()
            finger.kiosk.close()
            del finger
    return {"found": found, **counts, "seconds": round(time.monotonic() - begun)}


if __name__ == "__main__":
    with without_warnings():
        told = walk(sys.argv[1])
    Path(sys.argv[2]).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    sys.stdout.flush()
    os._exit(0)  # Qt's own farewell is no part of this
