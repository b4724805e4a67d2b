"""Pictures of every page: what changes on the screen must be looked at and accepted on purpose.

They are kept at half the size, each pixel the mean of four, and must come out the same but for rounding.

``KIOSK_PICTURES=new python -m pytest tests/test_pictures.py`` writes them anew; look at each before it is committed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from conftest import NAME, SHIPPED, WORDS, Opens
from finger import Finger
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from spoken import Listener

from kiosk.domain.tally import Kind, timed
from kiosk.domain.values import Absent

HERE = Path(__file__).parent / "pictures"
ROUNDING = 48
"""Levels of 255 by which a mean of four pixels may differ: the software renderer repaints only what has changed, so the
soft edges of letters depend by some levels (12 were seen) on what stood there before. A changed letter makes 100."""
ELSEWHERE = 0.03
"""Only on Linux does Qt draw the same letters to the last pixel; elsewhere so much of a picture may differ."""
QUESTIONS = {
    "string": "patient-name",
    "date": "birth-date",
    "several": "conditions",
    "map": "areas",
    "text": "hopes",
    "display": "halfway",
    "choice": "toxin-before",
    "signature": "signature",
}


def half(image: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    aspect = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.convertToFormat(QImage.Format.Format_RGB32).scaled(
        image.width() // 2, image.height() // 2, aspect, smooth
    )


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)[:, :, :3].astype(int)


def is_as_pictured(finger: Finger, language: str, name: str) -> None:
    """Compares the screen with the picture of that name."""
    path, seen = HERE / language / f"{name}.png", half(finger.at_rest())
    if os.environ.get("KIOSK_PICTURES") == "new":
        path.parent.mkdir(parents=True, exist_ok=True)
        assert seen.save(str(path), "PNG", 0)
        return
    assert path.is_file(), f"{path.name} was never pictured"
    now, then = pixels(seen), pixels(QImage(str(path)))
    assert now.shape == then.shape
    changed = float((np.abs(now - then).max(axis=2) > ROUNDING).mean())
    assert changed <= (0 if sys.platform == "linux" else ELSEWHERE), f"{language}/{name}: {changed:.2%} has changed"


def turn_to(finger: Finger, question: str) -> None:
    """Opens one question of the form without answering those before it."""
    pages = finger.desk.asking._view.pages
    finger.desk.asking._turn([node.item.id for node in pages].index(question))


def answer_the_rest(finger: Finger) -> None:
    """Leaves every required question for the room, so that the answers can be sent."""
    asking = finger.desk.asking
    for node in asking._view.questions:
        if node.item.required and not node.answered:
            absent = Absent.IN_THE_ROOM if node.item.in_the_room else Absent.UNSURE
            asking._sheet = asking._sheet.put(node.item.id, absent)
    asking._look()


def patient_pages(finger: Finger, language: str) -> Iterator[str]:
    """Goes through every patient page and names each as it shows."""
    desk = finger.desk
    desk.access.speak(language)
    yield "Attract"
    desk.begin(language)
    yield "Home"
    desk.open("Treatments")
    yield "Treatments"
    for treatment in ("neuromodulators", "dermaplaning", "chemical-peel"):
        desk.openTreatment(treatment)
        yield treatment
    desk.reading.openSection("aftercare")
    yield "aftercare"
    desk.book()
    yield "Booking"
    desk.open("Questions")
    desk.reading.openQuestion("make-results-last-longer")
    yield "Questions"
    desk.open("Home")
    desk.ask()
    yield "Begin"
    desk.open("Paper")
    yield "Paper"
    desk.resume()
    for kind, question in QUESTIONS.items():
        turn_to(finger, question)
        assert desk.asking.kind == kind
        if kind == "map":
            desk.asking.choose("frown")
            desk.asking.choose("crows")
        if kind == "several":
            desk.asking.choose("heart")
            desk.asking.askWhy()
        yield kind
    answer_the_rest(finger)
    desk.open("Review")
    yield "Review"
    for cover in ("startOver", "help", "size", "contrast"):
        desk.coverWith(cover)
        yield cover
    desk.switches.begin()
    desk.coverWith("switches")
    desk.switches.press("1")
    desk.switches.press("2")
    yield "switches"
    desk.uncover()
    finger.waits(121)
    yield "curtain"
    desk.uncover()
    answer_the_rest(finger)
    desk.send()
    finger.until(lambda: desk.page == "Sent")
    yield "Sent"


def staff_pages(finger: Finger, language: str) -> Iterator[str]:
    """Unlocks the staff desk and opens the one record that was sent."""
    desk = finger.desk
    desk.wipe()
    desk.access.speak(language)
    desk.staffGesture()
    yield "Unlock"
    desk.staff.be(NAME)
    for word in WORDS.split():
        desk.staff.passwords.take(word)
    finger.until(lambda: desk.page == "Visits" and desk.staff.notices.rows)
    yield "Visits"
    desk.staff.show(desk.staff.visits.rows[0].key)
    yield "Record"
    desk.staff.go("Admin")
    finger.until(lambda: all(row.label for row in desk.admin.rows.rows))
    yield "Admin"
    desk.staff.go("Settings")
    yield "Settings"
    desk.admin.settings.open("card")
    yield "card"
    desk.staff.go("Colours")
    yield "Colours"
    desk.clean()
    yield "Clean"


@pytest.fixture(autouse=True)
def same_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The claim code and the keys are a kiosk's own; in a picture they must be the same each time."""
    monkeypatch.setattr("kiosk.domain.claim.code", lambda _secret, _seq: "MAPLE 27")
    words = "maple copper sparrow linen harbor almond juniper violet"
    monkeypatch.setattr("kiosk.store.keys.KeyRing.fingerprint", property(lambda _keyring: words))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_looks_as_it_did(opens: Opens, language: str) -> None:
    finger = opens()
    for pages in (patient_pages, staff_pages):
        for name in pages(finger, language):
            is_as_pictured(finger, language, name)


def test_the_largest_text_looks_as_it_did(opens: Opens) -> None:
    finger = opens()
    finger.desk.begin("")
    finger.desk.resize(3)
    is_as_pictured(finger, "largest", "Home")
    finger.desk.resume()
    turn_to(finger, "conditions")
    is_as_pictured(finger, "largest", "several")


@pytest.mark.parametrize(("name", "size"), [("landscape", (1920, 1080)), ("small-landscape", (1280, 800))])
def test_landscape_looks_as_it_did(opens: Opens, name: str, size: tuple[int, int]) -> None:
    finger = opens(size=size)
    finger.desk.begin("")
    is_as_pictured(finger, name, "Home")
    finger.desk.resume()
    is_as_pictured(finger, name, "string")


def test_contrasts_and_the_lowered_screen_look_as_they_did(opens: Opens) -> None:
    finger = opens()
    finger.desk.begin("")
    for contrast, name in enumerate(("warm", "light", "dark", "low")):
        finger.desk.recolour(contrast)
        if contrast:
            is_as_pictured(finger, name, "Home")
    finger.desk.recolour(0)
    finger.desk.lower()
    finger.desk.resume()
    turn_to(finger, "toxin-before")
    is_as_pictured(finger, "lowered", "choice")


def test_the_bar_of_a_kiosk_that_reads_aloud_looks_as_it_did(opens: Opens) -> None:
    finger = opens(speaker=Listener(headphones=True))
    finger.desk.begin("")
    finger.desk.readAloud()
    is_as_pictured(finger, "en", "voice")
    finger.desk.speak("es")
    is_as_pictured(finger, "es", "seven-tools")
    finger.desk.resize(3)
    is_as_pictured(finger, "largest", "seven-tools")


def counts_of_a_day(finger: Finger) -> None:
    """Forty visits of yesterday, the same each time."""
    kept, day = finger.kiosk._furniture.records.counts, finger.clock.now().date() - timedelta(1)
    treatments = ("neuromodulators", "dermaplaning", "chemical-peel")
    for number in range(40):
        place = number % 7
        cells = {
            (Kind.PAGE, "Home"),
            (Kind.TIME, timed("page/Home", place % 3)),
            (Kind.USED, "size" if place else "help"),
        }
        cells |= {(Kind.TREATMENT, one) for one in treatments[: 1 + place // 3]}
        cells |= {(Kind.TIME, timed(f"treatment/{treatments[place // 3]}", place % 4))}
        cells |= {(Kind.SENT, "") if place < 4 else (Kind.LEFT, "conditions" if place < 6 else "patient-name")}
        kept.add(day, cells)


@pytest.mark.parametrize(("language", "size"), [("en", (1080, 1920)), ("es", (1920, 1080))])
def test_the_counts_look_as_they_did(opens: Opens, language: str, size: tuple[int, int]) -> None:
    finger = opens(size=size)
    counts_of_a_day(finger)
    finger.desk.access.speak(language)
    finger.desk.staffGesture()
    for word in WORDS.split():
        finger.desk.staff.passwords.take(word)
    finger.until(lambda: finger.desk.page == "Visits")
    finger.desk.staff.go("Counts")
    finger.until(lambda: not finger.desk.admin.counts.busy)
    is_as_pictured(finger, language, "Counts")
    finger.taps("See more" if language == "en" else "Ver más")
    is_as_pictured(finger, language, "Counts-more")


def test_without_keys_and_without_content(opens: Opens, tmp_path: Path) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    finger = opens(folder=empty)
    finger.desk.begin("")
    finger.desk.ask()
    is_as_pictured(finger, "en", "Closed")
    finger.desk.staffGesture()
    is_as_pictured(finger, "en", "Setup")
    finger = opens(content=empty, folder=empty / "more")
    finger.desk.begin("")
    is_as_pictured(finger, "en", "Empty")


NEWS = {
    "en": ("Closed on Thanksgiving Day", "We are closed on Thursday.", "On Friday we are here again at nine."),
    "es": ("Cerrado el Día de Acción de Gracias", "El jueves está cerrado.", "El viernes abrimos a las nueve."),
}


@pytest.mark.parametrize(("name", "size"), [("announcement", (1080, 1920)), ("announcement-landscape", (1280, 800))])
def test_an_announcement_on_the_home_page(opens: Opens, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    shutil.copytree(SHIPPED, tmp_path / "content")
    (tmp_path / "content" / "announcements").mkdir()
    for language, (title, *paragraphs) in NEWS.items():
        text = "\n\n".join([f"---\ntitle: {title}\nicon: calendar-clock\n---", *paragraphs])
        (tmp_path / "content" / "announcements" / f"closed.{language}.md").write_text(text, encoding="utf-8")
    finger = opens(content=tmp_path / "content", size=size)
    for language in NEWS:
        finger.desk.begin("")
        finger.desk.access.speak(language)
        is_as_pictured(finger, language, name)
