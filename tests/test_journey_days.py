"""Stories of pages that have their days, of what the clinic tells, of sources, and of pages nobody has signed off."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import Opens
from content_folder import QUESTIONNAIRE, put, write, write_folder
from finger import WORDS, Clock, Finger

DAY = 24 * 60 * 60
TITLE = "Closed on Thursday"
TELLS = f"""\
---
title: {TITLE}
from: 2026-11-23
until: 2026-11-25
reviewed: {{by: R. Ortiz, on: 2026-02-01}}
---
We are closed on Thanksgiving Day.

On Friday we are here again.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = write_folder(tmp_path / "content")
    for language in ("en", "es"):
        change(folder, f"treatments/blade.{language}.md", "title: Gentle peel", "title: Smooth blade")
    return folder


def change(content: Path, file: str, old: str, new: str) -> None:
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    write(content, file, text.replace(old, new, 1).encode())


def plan(content: Path, page: str, days: str, languages: tuple[str, ...] = ("en", "es")) -> None:
    for language in languages:
        change(content, f"{page}.{language}.md", "order:", f"{days}\norder:")


def treatments(finger: Finger) -> list[str]:
    return [row.key for row in finger.desk.reading.treatments.rows]


def unlocks(finger: Finger) -> list[str]:
    """Unlocks the staff view; what whoever does so is told."""
    finger.taps("Touch anywhere to start")
    finger.desk.staffGesture()
    for word in WORDS.split():
        finger.types(word + " ")
    finger.until(lambda: finger.desk.page == "Visits" and bool(finger.desk.staff.notices.rows))
    return [row.label for row in finger.desk.staff.notices.rows]


def test_a_page_appears_at_midnight_and_is_gone_after_its_last_day(opens: Opens, content: Path, clock: Clock) -> None:
    plan(content, "treatments/peel", "from: 2026-11-25\nuntil: 2026-11-26")
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Our treatments")
    assert not finger.sees("Gentle peel")
    finger.taps("Start over")
    clock.wait(DAY)
    finger.waits(1)
    finger.taps("Touch anywhere to start", "Our treatments", "Gentle peel", "Start over")
    clock.wait(DAY)
    finger.waits(1)
    assert "peel" in treatments(finger)
    clock.wait(DAY)
    finger.waits(1)
    finger.taps("Touch anywhere to start", "Our treatments")
    assert not finger.sees("Gentle peel")


def test_midnight_takes_no_page_from_a_visitor_who_reads_it(opens: Opens, content: Path, clock: Clock) -> None:
    plan(content, "treatments/peel", "until: 2026-11-24")
    clock.begun += timedelta(hours=14, minutes=28)
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Our treatments", "Gentle peel")
    clock.begun += timedelta(minutes=1)
    finger.waits(20)
    assert finger.kiosk.options.now().day == 25
    assert finger.sees("Gentle peel")
    assert finger.sees("What it does")
    finger.taps("Back", "Gentle peel", "Start over", "Touch anywhere to start", "Our treatments")
    assert not finger.sees("Gentle peel")


def test_no_link_leads_to_a_page_that_rests(opens: Opens, content: Path) -> None:
    plan(content, "treatments/blade", "from: 2027-01-01")
    plan(content, "questions/bruises", "until: 2026-11-01")
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Our treatments", "Gentle peel")
    assert not finger.sees("Pairs with")
    assert not finger.sees("People also ask")
    finger.desk.openTreatment("blade")
    assert finger.sees("Gentle peel")


def test_a_page_that_rests_shows_in_no_other_language_either(opens: Opens, content: Path) -> None:
    plan(content, "treatments/peel", "from: 2027-01-01", ("en",))
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Our treatments")
    assert treatments(finger) == ["blade"]
    finger.desk.changeLanguage()
    assert treatments(finger) == ["blade"]


def test_the_clinic_tells_something_on_the_home_page_for_some_days(opens: Opens, content: Path, clock: Clock) -> None:
    write(content, "announcements/closed.en.md", TELLS.encode())
    finger = opens(content=content)
    finger.taps("Touch anywhere to start")
    assert finger.sees(TITLE)
    assert finger.sees("We are closed on Thanksgiving Day.")
    assert finger.sees("On Friday we are here again.")
    finger.taps("Our treatments", "Back")
    assert finger.sees(TITLE)
    finger.taps("Start over")
    clock.wait(2 * DAY)
    finger.waits(1)
    finger.taps("Touch anywhere to start")
    assert not finger.sees(TITLE)


def test_of_several_the_one_that_began_last_shows_and_the_rest_wait(opens: Opens, content: Path, clock: Clock) -> None:
    write(content, "announcements/closed.en.md", TELLS.encode())
    write(content, "announcements/a-always.en.md", b"---\ntitle: Parking behind the house\n---\nUse the gate.\n")
    finger = opens(content=content)
    finger.taps("Touch anywhere to start")
    assert finger.sees(TITLE)
    assert not finger.sees("Parking behind the house")
    finger.taps("Start over")
    clock.wait(2 * DAY)
    finger.waits(1)
    finger.taps("Touch anywhere to start")
    assert finger.sees("Parking behind the house")


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
@pytest.mark.parametrize("letters", range(4))
def test_an_announcement_can_be_read_whole_at_every_size_of_letters(
    opens: Opens, content: Path, size: tuple[int, int], letters: int
) -> None:
    long = "When the door is shut, please ring the bell beside it and wait for one of us. "
    text = TELLS.replace("We are closed on Thanksgiving Day.", (long * 2).strip())
    write(content, "announcements/closed.en.md", text.encode())
    finger = opens(content=content, size=size)
    finger.taps("Touch anywhere to start")
    finger.desk.resize(letters)
    finger.desk.uncover()
    for words in (TITLE, (long * 2).strip(), "On Friday we are here again."):
        finger.reaches(words)
        assert finger.find(words).rect().right() <= size[0]
        assert not finger.find(words).object().property("truncated")
    finger.taps("Our treatments")
    assert finger.sees("Gentle peel")


def test_a_page_says_quietly_where_its_statements_come_from(finger: Finger) -> None:
    finger.taps("Our treatments", "Neuromodulators")
    assert finger.reads("Sources: The clinic’s own web page; US FDA approvals of 1989 and 2002; US FDA label")
    finger.taps("Back", "Dermaplaning")
    assert finger.sees("Source: The clinic’s own web page")
    finger.taps("Back", "Back", "Common questions", "How long do results last?")
    assert finger.sees("Source: The clinic’s own web page")
    finger.desk.changeLanguage()
    assert finger.sees("Fuente: La página web de la propia clínica")


def test_a_source_may_name_an_address_and_a_page_may_name_none(opens: Opens, content: Path) -> None:
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Common questions", "Will I bruise?")
    assert not finger.reads("Source")
    change(content, "questions/bruises.en.md", "order:", 'sources: [{text: A book, url: "https://a.b"}]\norder:')
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Common questions", "Will I bruise?")
    assert finger.sees("Source: A book (https://a.b)")


def unsigned(content: Path, policy: str) -> None:
    """Nobody has signed the English peel and the questionnaire off."""
    change(content, "clinic.toml", 'contact = ""', f'contact = ""\nunsigned = "{policy}"')
    for file in ("treatments/peel.en.md", QUESTIONNAIRE):
        text = (content / file).read_text(encoding="utf-8")
        put(content, file, text.replace('by: "R. Ortiz"', "by: ''").replace("by: R. Ortiz", "by: ''").encode())


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("show", ""),
        ("warn", "2 pages are not signed off by a clinician: the questionnaire, Gentle peel (en)."),
        ("hide", "2 pages are hidden until a clinician signs them off: the questionnaire, Gentle peel (en)."),
    ],
)
def test_staff_hear_of_pages_without_a_signature_as_the_clinic_wants_it(
    opens: Opens, content: Path, policy: str, told: str
) -> None:
    unsigned(content, policy)
    notices = [notice for notice in unlocks(opens(content=content)) if "clinician" in notice]
    assert notices == ([told] if told else [])


def test_where_everything_is_signed_staff_hear_nothing(opens: Opens, content: Path) -> None:
    assert not any("clinician" in notice for notice in unlocks(opens(content=content)))


def test_pages_without_a_signature_are_hidden_where_the_clinic_wants_it_so(opens: Opens, content: Path) -> None:
    unsigned(content, "hide")
    (content / "treatments/peel.es.md").unlink()
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Our treatments")
    assert treatments(finger) == ["blade"]
    finger.taps("Back", "Get ready for your visit")
    assert finger.sees("Not open yet")


def test_a_text_that_changed_after_it_was_signed_is_hidden_too(opens: Opens, content: Path) -> None:
    change(content, "clinic.toml", 'contact = ""', 'contact = ""\nunsigned = "hide"')
    text = (content / "questions/bruises.en.md").read_text(encoding="utf-8")
    put(content, "questions/bruises.en.md", text.replace("in days", "in weeks").encode())
    (content / "questions/bruises.es.md").unlink()
    finger = opens(content=content)
    finger.taps("Touch anywhere to start", "Common questions")
    assert not finger.sees("Will I bruise?")
