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
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from audit import GEOMETRY, Scene, audit
from conftest import EVERY_TYPE, close, found_in, quick_unwrap, quick_wrap, without_warnings
from finger import Clock, Finger
from forms import all_types
from PySide6.QtGui import QAccessible
from spoken import Listener
from staffwalk import PALE, desk_pages, furnish, kiosk_pages, setup_pages
from test_pictures import answer_the_rest, patient_pages, turn_to
from tongues import LANGUAGES, folder, loaded, translations, worded

import kiosk.contents
from kiosk.app import Kiosk
from kiosk.fonts import application
from kiosk.office.staff_desk import Source, StaffWindow
from kiosk.options import Options
from kiosk.settings import Settings

WAYS = {"upright": (1080, 1920), "lying": (1920, 1080)}
SIZES = CONTRASTS = range(4)
FRAMES = 3
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


def opened(room: Path, size: tuple[int, int], form: Path | None = None, *, keyless: bool = False) -> Finger:
    """A kiosk that speaks four languages; ``keyless``, one that nobody has set up."""
    data, content = room / "data", folder(room / "content", form)
    options = Options(
        data if keyless else found_in(data),
        content,
        Settings(still=True),
        translations=translations(room / "translations"),
        size=size,
        monotonic=(clock := Clock()).monotonic,
        now=clock.now,
    )
    return shown(Kiosk(options, unwrap=quick_unwrap, wrap=quick_wrap, speaker=Listener()), clock)


def beside(options: Options, clock: Clock) -> Finger:
    """The window of a staff computer on what a kiosk with these options has kept, once that is closed."""
    source = Source(options.data)
    return shown(StaffWindow(replace(options, windowed=True), source, quick_wrap, quick_unwrap), clock)


def shown(kiosk: Kiosk, clock: Clock) -> Finger:
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
                note(lasting(finger), found, f"{where} {size}{contrast}{'L' if lowered else ''}")
    access.resize(1)
    access.recolour(0)
    access.lower()
    finger.settle()
    return count


def lasting(finger: Finger, *rules: Any, staff: bool = False) -> list[Any]:
    """What is still wrong when everything has found its place: on a busy machine that may take some frames."""
    found = audit(Scene(finger, staff=staff), *rules)
    for _ in range(FRAMES if found else 0):
        finger.settle()
    return audit(Scene(finger, staff=staff), *rules) if found else found


def note(findings: list[Any], found: dict[str, list[str]], where: str) -> None:
    for finding in findings:
        found[str(finding)].append(where)


def walk(way: str) -> dict[str, Any]:
    """Everything found on a screen that stands this way, by language, and how much was looked at."""
    QAccessible.setActive(True)
    application(["matrix"])
    kiosk.contents.load = loaded
    seen = Seen({tag: defaultdict(list) for tag in LANGUAGES}, Counter())
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as room:
        for walker in (walk_patient, walk_types, walk_setup):
            place = Path(room) / walker.__name__
            place.mkdir()
            walker(place, way, seen)
    return {"found": seen.found, **seen.counts, "seconds": round(time.monotonic() - begun)}


@dataclass
class Seen:
    """What was found, by language and finding, and how many pages and looks there were."""

    found: dict[str, dict[str, list[str]]]
    counts: Counter[str]

    def patient(self, finger: Finger, way: str, pages: Callable[[Finger, str], Iterator[str]]) -> None:
        for tag in LANGUAGES:
            for page in pages(finger, tag):
                self.counts["states"] += looks(finger, self.found[tag], f"patient {way} {page}")
                self.counts["pages"] += 1

    def staff(self, finger: Finger, way: str, pages: Callable[[Finger, str], Iterator[str]]) -> None:
        """Staff's pages have one size and one contrast."""
        for tag in LANGUAGES:
            for page in pages(finger, tag):
                finger.settle()
                finger.settle()  # a list finds its places with the second picture
                rules = (GEOMETRY,) if PALE in page else ()
                note(lasting(finger, *rules, staff=True), self.found[tag], f"staff {way} {page}")
                self.counts["staff"] += 1


def walk_patient(place: Path, way: str, seen: Seen) -> None:
    """A patient's pages, then the staff's with what was sent, then those of a staff computer."""
    running = [opened(place, WAYS[way])]
    seen.patient(running[0], way, shipped_pages)
    furnish(running[0])
    seen.staff(running[0], way, kiosk_pages)
    options, clock = running[0].kiosk.options, running[0].clock
    close(running)
    running.append(beside(options, clock))
    seen.staff(running[0], way, desk_pages)
    close(running)


def walk_types(place: Path, way: str, seen: Seen) -> None:
    running = [opened(place, WAYS[way], EVERY_TYPE)]
    seen.patient(running[0], way, typed_pages)
    close(running)


def walk_setup(place: Path, way: str, seen: Seen) -> None:
    running = [opened(place, WAYS[way], keyless=True)]
    seen.staff(running[0], way, setup_pages)
    close(running)


if __name__ == "__main__":
    with without_warnings():
        told = walk(sys.argv[1])
    Path(sys.argv[2]).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    sys.stdout.flush()
    os._exit(0)  # Qt's own farewell is no part of this
