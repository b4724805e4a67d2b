"""Texts that do not fit: none leaves its place on any page, and the table of places is that of the screens."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import SHIPPED, Opens
from content_folder import QUESTIONNAIRE, write, write_folder
from finger import Finger
from texts import bursting, texts

from kiosk import machine
from kiosk.content.load import load
from kiosk.fitting.measure import Fitting, page_of
from kiosk.fitting.places import PLACES
from kiosk.office.drawing import measure
from kiosk.preview.tour import Look, Tour

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "Sternocleidomastoideusbehandlung"
DEFAULT, LARGEST = 1, 3
FORM = """\
url: https://maplestreet.clinic/Questionnaire/pre-consultation
version: "1"
title: {en: Before your visit}
reviewed: {by: R. Ortiz, on: 2026-02-01}
item:
  - linkId: one
    type: choice
    repeats: true
    text: {en: @form.text@}
    shortText: {en: @form.short@}
    help: {en: @form.help@}
    why: {en: @form.why@}
    answerOption:
      - {code: a, display: {en: @form.option@}}
      - {code: b, display: {en: Another}}
  - linkId: amount
    type: integer
    text: {en: How much?}
    unit: {en: @form.unit@}
  - linkId: weight
    type: quantity
    text: {en: What do you weigh?}
    unitOption: [{code: kg, display: @form.unit@ one}, {code: g, display: @form.unit@ two}]
  - linkId: list
    type: group
    repeats: true
    text: {en: @form.text@}
    item:
      - {linkId: inside, type: boolean, text: {en: @form.text@}}
"""
PEEL = """\
---
title: @treatment.title@
lead: @treatment.lead@
card: @treatment.card@
emblem: peel.svg
facts:
  - {icon: clock, text: @treatment.fact@}
  - {icon: sun, text: @treatment.fact@}
  - {icon: sun, text: "Mild"}
  - {icon: sun, text: "Mild"}
steps:
  - {picture: step-1.svg, text: @treatment.step@}
  - {picture: step-2.svg, text: Old cells come loose.}
  - {picture: step-3.svg, text: Fresh skin shows.}
questions: [bruises]
reviewed: {by: R. Ortiz, on: 2026-02-01}
---
## @treatment.section@
> @treatment.summary@

@running text@
"""
BRUISES = """\
---
title: @question.title@
category: before
treatments: [peel]
reviewed: {by: R. Ortiz, on: 2026-02-01}
---
@running text@
"""
CLINIC = """\
name = "@clinic.name@"
place = "Northfield"
languages = ["en"]
booking = "https://book.maplestreet.clinic/visit"
emergency = "911"
[categories]
before = { en = "@category@" }
"""
STOPS = {
    "clinic.name": "treatments",
    "category": "questions",
    "treatment.title": "treatment/peel",
    "treatment.lead": "treatment/peel",
    "treatment.card": "treatments",
    "treatment.fact": "treatment/peel",
    "treatment.step": "treatment/peel",
    "treatment.section": "treatment/peel",
    "treatment.summary": "treatment/peel",
    "question.title": "questions",
    "form.text": "asked/one",
    "form.help": "asked/one",
    "form.why": "asked/one/why",
    "form.option": "asked/one",
    "form.short": "review",
}
"""A page that shows the place as narrow as it gets."""


def content(folder: Path, worded: Callable[[str], str]) -> Path:
    """A folder in which each place holds what ``worded`` gives for its key."""
    write_folder(folder)
    files = {"treatments/peel.en.md": PEEL, "questions/bruises.en.md": BRUISES, QUESTIONNAIRE: FORM}
    for file in folder.rglob("*.??.md"):
        file.unlink()
    for file, text in {**files, "clinic.toml": CLINIC}.items():
        for key in (*PLACES, "form.unit", "running text"):
            text = text.replace(f"@{key}@", worded(key))  # noqa: PLW2901 (one place after the other)
        write(folder, file, text.encode())
    problems = [problem for problem in load(folder).problems if problem.level == "error"]
    assert problems == []
    return folder


def walked(finger: Finger, *sizes: int) -> Iterator[tuple[str, int]]:
    """Every page at these sizes, with its name."""
    tour = Tour(finger.kiosk, finger.kiosk.loaded.library)
    for stop in tour.stops("en"):
        if stop.name == "questions":
            finger.desk.reading.choose("before")  # what is chosen has a tick beside it
        for size in sizes:
            Look(size).put_on(finger.desk.access)
            finger.settle()
            yield stop.name, size


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["upright", "lying"])
def test_however_long_a_text_is_it_stays_in_its_place(opens: Opens, tmp_path: Path, size: tuple[int, int]) -> None:
    finger = opens(content=content(tmp_path / "long", lambda _key: f"{LONG} and {LONG} again"), size=size)
    found = {
        (name, at, words, what)
        for name, at in walked(finger, 0, 1, 2, 3)
        for words, what in bursting(finger.window)
        if LONG in words
    }
    assert found == set()


def letters(fitting: Fitting, key: str) -> int:
    """How many letters n the longest word has that fits."""
    return next(count for count in range(1, 200) if fitting.told(key, "n" * (count + 1), "en"))


def lines(finger: Finger, words: str) -> list[int]:
    """Of how many lines each text of these words is; empty where none is on the page."""
    return [
        int(item.property("lineCount")) for item in texts(finger.window) if str(item.property("text")) in said(words)
    ]


def said(words: str) -> tuple[str, ...]:
    """As it stands, and with the number that the review puts before it, then on a line of its own."""
    return (words, f"1.  {words}")


@pytest.mark.parametrize("more", [0, 1], ids=["fits", "does not fit"])
def test_the_longest_word_of_each_place_is_where_the_screen_breaks_it(opens: Opens, tmp_path: Path, more: int) -> None:
    fitting = Fitting()
    words = {key: "n" * (letters(fitting, key) + more) for key in PLACES}
    finger = opens(content=content(tmp_path / "words", lambda key: words.get(key, "kg")))
    broken: dict[str, bool] = {}
    for name, _ in walked(finger, DEFAULT, LARGEST):
        for key, stop in STOPS.items():
            found = lines(finger, words[key]) if stop == name or key == "treatment.title" else []
            if found:
                broken[key] = broken.get(key, False) or max(found) > (2 if key == "form.short" else 1)
    assert broken == dict.fromkeys(PLACES, bool(more))


def sentence(fitting: Fitting, key: str, *, fits: bool) -> str:
    """The longest text of short words that fits, or the shortest that does not."""
    count = next(count for count in range(1, 400) if fitting.told(key, "nnn " * count, "en"))
    return ("nnn " * (count - 1 if fits else count)).strip()


ROOM = 220
"""Pixels below the head in which one thing to touch and "See more" have their place."""


@pytest.mark.parametrize("fits", [True, False], ids=["fits", "does not fit"])
@pytest.mark.parametrize(
    ("name", "long", "other"),
    [
        ("treatment/peel", "treatment.title", "treatment.lead"),
        ("treatment/peel", "treatment.lead", "treatment.title"),
        ("asked/one", "form.text", "form.help"),
        ("asked/one", "form.help", "form.text"),
    ],
)
def test_a_head_of_as_many_lines_as_it_may_have_leaves_room_below(
    opens: Opens, tmp_path: Path, name: str, long: str, other: str, fits: bool
) -> None:
    fitting = Fitting()
    words = {long: sentence(fitting, long, fits=fits), other: sentence(fitting, other, fits=True)}
    finger = opens(content=content(tmp_path / "head", lambda key: words.get(key, "kg")))
    room = next(below(finger, words) for at, _ in walked(finger, LARGEST) if at == name)
    assert (room >= ROOM) is fits


def below(finger: Finger, words: dict[str, str]) -> float:
    """How much of the page is left between its head and the way back."""
    heads = [item for item in texts(finger.window) if str(item.property("text")) in words.values()]
    last = max(item.mapToItem(finger.window.contentItem(), 0, item.height()).y() for item in heads)
    back = finger.find("Back").object()
    return back.mapToItem(finger.window.contentItem(), 0, 0).y() - last


@pytest.mark.parametrize("fits", [True, False], ids=["fits", "does not fit"])
def test_a_clinic_s_name_of_one_line_leaves_the_heading_free(opens: Opens, tmp_path: Path, fits: bool) -> None:
    name = sentence(Fitting(), "clinic.name", fits=fits)
    finger = opens(content=content(tmp_path / "name", lambda key: name if key == "clinic.name" else "kg"))
    finger.desk.begin("")
    Look(LARGEST).put_on(finger.desk.access)
    finger.settle()
    assert lines(finger, name) == [1 if fits else 2]


def test_what_is_wrong_is_said_in_plain_words() -> None:
    fitting = Fitting()
    assert fitting.told("clinic.name", "A name " * 9, "en") == (
        "For the clinic's name this is too long at the largest text: 1 line fits, it needs 2."
    )
    assert fitting.told("treatment.fact", f"About {LONG}", "en") == (
        f"“{LONG}” is one word and wider than a quick fact has room for."
    )
    assert not fitting.told("treatment.fact", "About 20 minutes", "en")
    assert not fitting.told("treatment.fact", "n-" * 40, "en"), "a hyphen is a place to break"


def test_on_larger_glass_more_fits() -> None:
    name = "The Skin Clinic of Northfield and Maple Street"
    assert Fitting(page_of(21.5)).told("clinic.name", name, "en")
    assert not Fitting(page_of(32)).told("clinic.name", name, "en")
    assert page_of(21.5) == pytest.approx(1080, abs=2)


def test_the_shipped_content_fits() -> None:
    fitting, library = Fitting(), load(SHIPPED).library
    told = [
        fitting.told(key, text, treatment.language)
        for treatment in library.treatments
        for key, group in {
            "treatment.title": [treatment.title],
            "treatment.lead": [treatment.lead],
            "treatment.card": [treatment.card],
            "treatment.fact": [fact.text for fact in treatment.facts],
            "treatment.step": [step.text for step in treatment.steps],
            "treatment.section": [section.title for section in treatment.sections],
            "treatment.summary": [section.summary for section in treatment.sections],
        }.items()
        for text in group
    ]
    for item in library.form.by_id.values():
        for key, words in (("form.text", item.text), ("form.help", item.help), ("form.short", item.short)):
            told += [fitting.told(key, text, tag) for tag, text in words.pairs]
        told += [fitting.told("form.option", text, tag) for option in item.options for tag, text in option.label.pairs]
    assert len(told) > 300
    assert [each for each in told if each] == []


def test_a_thousand_treatments_are_measured_quickly() -> None:
    fitting, begun = Fitting(), time.process_time()
    for number in range(2_000):
        for key in PLACES:
            fitting.told(key, f"About {number} of the short words that a text is made of, and {number} more", "en")
    assert time.process_time() - begun < 20, "some seconds on any machine, not some minutes"


def test_the_clinic_s_own_panel_is_measured(tmp_path: Path) -> None:
    small, large = measure(content(tmp_path / "small", lambda _key: "kg")), measure(write_folder(tmp_path / "large"))
    name = "The Skin Clinic of Northfield and Maple Street"
    assert small is not None
    assert large is not None
    assert small.told("clinic.name", name, "en")
    assert not large.told("clinic.name", name, "en"), "its panel is 32 inches"


def test_where_nothing_can_be_drawn_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "loads", lambda name: name != "libEGL.so.1")
    assert measure(tmp_path) is None
    assert capsys.readouterr().err == (
        "Whether every text fits on the screen was not looked at. System libraries are missing. "
        "Install them with: sudo apt-get install libegl1\n"
    )
