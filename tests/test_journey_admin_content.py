"""Stories of the admin who looks after the content at the kiosk: mistakes, versions, and a look at a draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import NAME, SHIPPED, Opens
from content_folder import QUESTIONNAIRE, write_folder
from finger import Clock, Finger
from newsstand import TREATMENT, edits, events, once, passes, publishes, shows, unlocks

from kiosk import contents
from kiosk.domain.values import Absent
from kiosk.store.editions import Shelf
from kiosk.viewmodels.staff import QUIET

HUB = ("This kiosk", "Admin: content, settings, staff", "Content")


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kiosk does not wait for whoever saves a file."""
    monkeypatch.setattr(contents, "SETTLES", 0)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content")


@pytest.fixture
def shelf(data: Path) -> Shelf:
    return Shelf(data)


@pytest.fixture
def two(shelf: Shelf, content: Path, clock: Clock) -> tuple[str, str]:
    """Two versions, the second active; they differ in a treatment's name."""
    first = publishes(shelf, content, clock)
    edits(content, TREATMENT, "title: Gentle peel", "title: Bright peel")
    return first, publishes(shelf, content, clock)


def looks_after_content(finger: Finger) -> None:
    unlocks(finger)
    finger.taps(*HUB)
    settled(finger)


def settled(finger: Finger) -> None:
    once(finger, lambda: not finger.desk.admin.content.busy)


def previews(finger: Finger, version: str) -> None:
    finger.taps(version, "Preview on this screen")
    finger.until(lambda: finger.desk.previewing)


def answers(finger: Finger) -> None:
    """Everything that must be answered is left for the room."""
    asking = finger.desk.asking
    for node in asking._view.questions:
        if node.item.required and not node.answered:
            absent = Absent.IN_THE_ROOM if node.item.in_the_room else Absent.UNSURE
            asking._sheet = asking._sheet.put(node.item.id, absent)
    asking._look()
    finger.desk.open("Review")


def name(version: str) -> str:
    return f"Version {version[:6]}"


def test_the_admin_sees_what_is_in_use_and_goes_back_one_version(
    opens: Opens, shelf: Shelf, two: tuple[str, str]
) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    assert finger.sees("Treatments: 2. Common questions: 1. English, Español.")
    assert finger.sees("Signed off: 6 of 6 pages")
    assert finger.sees("Mistakes: 0. To look at: 0.")
    assert finger.reads(", by Ana")
    assert finger.tells(name(two[1])).startswith("In use, ")
    assert "Files changed: 2" in finger.tells(name(two[1]))
    finger.taps("Go back one")
    assert finger.reads(f"{name(two[0])}: patients see it as soon as nobody is here.")
    finger.taps("Leave it as it is")
    assert shelf.state().active == two[1]
    finger.taps("Go back one", "Go back")
    settled(finger)
    assert finger.sees("Done. Patients see it as soon as this desk is locked.")
    assert shelf.state().active == two[0]
    passes(finger)
    assert shows(finger) == two[1]
    finger.taps("Lock now")
    passes(finger)
    assert shows(finger) == two[0]
    assert events(finger)[-2:] == [("content-rolled-back", NAME), ("content-changed", "")]


def test_the_admin_shows_an_older_version_and_the_shipped_one(opens: Opens, shelf: Shelf, two: tuple[str, str]) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    finger.taps(name(two[0]), "Show it to patients", "Show it")
    settled(finger)
    assert shelf.state().active == two[0]
    finger.taps("As it came with the program", "Show it to patients", "Show it")
    settled(finger)
    assert shelf.state().active == ""
    finger.taps("As it came with the program")
    assert not finger.sees("Show it to patients")
    finger.taps("Lock now")
    passes(finger)
    assert finger.kiosk.options.content == SHIPPED


def test_a_version_tells_what_is_different_in_it(opens: Opens, two: tuple[str, str]) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    finger.taps(name(two[1]))
    assert finger.sees(f"Changed: {TREATMENT}")
    assert not finger.sees("Show it to patients")
    finger.taps("Back", name(two[0]))
    assert finger.sees("Show it to patients")


def test_a_typo_is_shown_with_its_place_and_gone_when_it_is_mended(opens: Opens, content: Path) -> None:
    finger = opens(content=content, watch=True)
    edits(content, TREATMENT, "title: Gentle peel", "titel: Gentle peel")
    passes(finger)
    unlocks(finger)
    finger.taps("This kiosk", "Admin: content, settings, staff")
    assert finger.tells("Content") == "Mistakes: 2"
    finger.taps("Content")
    settled(finger)
    assert finger.sees("A folder that is edited")
    assert finger.reads("Mistakes: 2. To look at: ")
    finger.taps("What is wrong")
    assert finger.reads(f"Mistake: {TREATMENT}, line 2. There is no “titel” here; did you mean “title”?")
    finger.taps("Lock now")
    edits(content, TREATMENT, "titel: Gentle peel", "title: Gentle peel")
    passes(finger)
    looks_after_content(finger)
    finger.taps("What is wrong")
    assert finger.sees("Nothing is wrong.")


def test_many_mistakes_are_leafed_through_the_gravest_first(opens: Opens) -> None:
    finger = opens()
    looks_after_content(finger)
    finger.taps("What is wrong")
    assert finger.sees("Page 1 of 8")
    first = finger.names()
    finger.taps("Next")
    assert finger.sees("Page 2 of 8")
    assert finger.names() != first
    finger.taps("Previous", "Versions")
    assert not finger.reads("Page 1")


def test_a_kiosk_with_a_folder_of_its_own_says_that_versions_do_not_show_here(
    opens: Opens, content: Path, two: tuple[str, str]
) -> None:
    finger = opens(content=content)
    looks_after_content(finger)
    assert finger.sees("A folder of its own")
    assert finger.tells(name(two[1])).startswith("Active, not shown here")
    finger.taps(name(two[0]), "Show it to patients", "Show it")
    settled(finger)
    assert finger.sees("Done. It shows when the kiosk is started without a folder.")


def test_what_cannot_be_done_is_told(opens: Opens, shelf: Shelf, two: tuple[str, str]) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    path = shelf.folder(two[0]) / TREATMENT
    path.chmod(0o600)
    path.write_text("no longer what it was")
    finger.taps(name(two[0]), "Show it to patients", "Show it")
    settled(finger)
    assert finger.reads("There is no whole version of that name.")
    assert shelf.state().active == two[1]
    finger.taps(name(two[0]), "Preview on this screen")
    settled(finger)
    assert not finger.desk.previewing
    assert finger.reads("There is no whole version of that name.")


def test_who_only_reads_answers_finds_no_content_page(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    finger = opens(follows=True)
    unlocks(finger)
    monkeypatch.setattr("kiosk.store.keys.KeyRing.is_admin", lambda _keyring, _name: False)
    finger.desk.staff.go("Content")
    assert finger.desk.page == "Visits"
    assert not finger.desk.admin.content.offered


def test_a_draft_is_looked_at_and_nothing_of_it_is_kept(opens: Opens, shelf: Shelf, two: tuple[str, str]) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    previews(finger, name(two[0]))
    assert not finger.desk.staff.open
    assert finger.sees("Preview of the draft. Nothing is sent.")
    finger.taps("Touch anywhere to start", "Our treatments")
    assert not finger.sees("Bright peel")
    finger.taps("Back", "Get ready for your visit", "Start the questions")
    answers(finger)
    finger.taps("Send to my care team")
    finger.until(lambda: finger.desk.page == "Sent")
    assert finger.sees("This is a preview. Nothing was sent, and there is no code.")
    assert finger.sees("Your code is –")
    assert finger.kiosk._furniture.records.count() == 0
    finger.taps("Done, clear now")
    finger.until(lambda: not finger.kiosk.background.busy)
    assert finger.kiosk._furniture.records.counts.sums(date.min, date.max) == {}
    assert finger.sees("Preview of the draft. Nothing is sent.")
    finger.taps("End preview")
    assert finger.desk.page == "Unlock"
    assert not finger.desk.staff.open
    assert not finger.sees("Preview of the draft. Nothing is sent.")
    finger.waits(QUIET)
    finger.taps("Touch anywhere to start", "Our treatments")
    assert finger.sees("Bright peel")
    assert shelf.state().active == two[1]
    finger.taps("Back", "Get ready for your visit", "Start the questions")
    answers(finger)
    finger.taps("Send to my care team")
    finger.until(lambda: finger.desk.page == "Sent")
    assert finger.kiosk._furniture.records.count() == 1
    assert finger.record()[0].draft.content == two[1]


def test_a_draft_with_a_mistake_can_be_looked_at(opens: Opens, content: Path) -> None:
    finger = opens(content=content, watch=True)
    edits(content, QUESTIONNAIRE, "When were you born?", "Which day were you born?")
    edits(content, TREATMENT, "title: Gentle peel", "titel: Gentle peel")
    passes(finger)
    before = shows(finger)
    looks_after_content(finger)
    previews(finger, "The folder as it is now")
    finger.taps("Touch anywhere to start", "Get ready for your visit", "Start the questions")
    assert finger.sees("Which day were you born?")
    finger.taps("End preview")
    finger.desk.wipe()
    assert shows(finger) == before
    finger.taps("Touch anywhere to start", "Get ready for your visit", "Start the questions")
    assert finger.sees("When were you born?")


def test_a_preview_that_is_left_ends_by_itself(opens: Opens, two: tuple[str, str]) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    previews(finger, name(two[0]))
    finger.waits(109)
    assert finger.desk.previewing
    finger.waits(2)
    assert not finger.desk.previewing
    assert finger.desk.page == "Attract"
    looks_after_content(finger)
    previews(finger, name(two[0]))
    finger.taps("Touch anywhere to start", "Get ready for your visit", "Start the questions")
    finger.waits(166)
    assert not finger.desk.previewing
    assert finger.desk.page == "Attract"
    assert finger.sees("Touch anywhere to start")


def test_nothing_changes_and_nothing_starts_anew_under_a_preview(
    opens: Opens, shelf: Shelf, content: Path, clock: Clock, two: tuple[str, str]
) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    previews(finger, name(two[0]))
    shelf.rollback("Bo", clock.now())
    edits(content, "clinic.toml", "Maple Street Skin", "Elm Street Skin")
    third = publishes(shelf, content, clock)
    passes(finger)
    assert finger.sees("Maple Street Skin")
    assert not finger.kiosk.idle.alone
    finger.taps("End preview")
    finger.desk.wipe()
    passes(finger)
    assert shows(finger) == third
    assert finger.sees("Elm Street Skin")


def test_the_staff_desk_does_not_open_out_of_a_preview(opens: Opens, two: tuple[str, str]) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    previews(finger, name(two[0]))
    finger.taps("Touch anywhere to start")
    finger.calls_staff("Maple Street Skin")
    assert finger.desk.page == "Home"


def test_a_fault_of_the_program_ends_a_preview(opens: Opens, two: tuple[str, str]) -> None:
    finger = opens(follows=True)
    looks_after_content(finger)
    previews(finger, name(two[0]))
    finger.kiosk.stumble()
    assert not finger.desk.previewing
    assert finger.kiosk.options.content.name == two[1]
