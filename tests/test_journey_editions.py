"""Stories of content that changes while the kiosk runs: never during a visit, never half, never with a mistake."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import SHIPPED, Opens
from content_folder import CLINIC, QUESTIONNAIRE, write_folder
from finger import Clock
from newsstand import TREATMENT, edits, events, notices, once, passes, publishes, shows, unlocks

from kiosk import contents
from kiosk.content.load import gather
from kiosk.store.editions import Shelf


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


def test_without_any_version_the_shipped_content_shows_and_nothing_is_made(opens: Opens, shelf: Shelf) -> None:
    finger = opens(follows=True)
    passes(finger)
    assert finger.kiosk.options.content == SHIPPED
    assert not shelf.root.exists()


def test_what_is_activated_shows_within_two_seconds_when_nobody_is_there(
    opens: Opens, shelf: Shelf, content: Path, clock: Clock
) -> None:
    finger = opens(follows=True)
    version = publishes(shelf, content, clock)
    passes(finger)
    assert shows(finger) == version
    assert finger.sees("Maple Street Skin")
    finger.taps("Touch anywhere to start", "Our treatments", "Gentle peel")
    assert finger.sees("A light peel. It takes a short while.")
    assert events(finger)[-3:] == [
        ("content-published", "Ana"),
        ("content-activated", "Ana"),
        ("content-changed", ""),
    ]


def test_a_kiosk_begins_with_the_active_version(opens: Opens, shelf: Shelf, content: Path, clock: Clock) -> None:
    version = publishes(shelf, content, clock)
    finger = opens(follows=True)
    assert shows(finger) == version
    assert finger.kiosk.options.content == shelf.folder(version)
    assert shelf.state().uses[-1].version == version


def test_a_visit_goes_on_with_the_version_it_began_with(
    opens: Opens, shelf: Shelf, content: Path, clock: Clock
) -> None:
    first = publishes(shelf, content, clock)
    finger = opens(follows=True)
    finger.taps("Touch anywhere to start", "Get ready for your visit", "Start the questions")
    edits(content, QUESTIONNAIRE, "When were you born?", "What is your date of birth?")
    edits(content, "clinic.toml", "Maple Street Skin", "Elm Street Skin")
    second = publishes(shelf, content, clock)
    passes(finger)
    passes(finger)
    assert shows(finger) == first
    assert finger.sees("When were you born?")
    finger.taps("Start over")
    passes(finger)
    assert shows(finger) == second
    assert finger.sees("Elm Street Skin")
    finger.taps("Touch anywhere to start", "Get ready for your visit", "Start the questions")
    assert finger.sees("What is your date of birth?")


def test_nothing_changes_while_staff_look_at_records(opens: Opens, shelf: Shelf, content: Path, clock: Clock) -> None:
    finger = opens(follows=True)
    unlocks(finger)
    version = publishes(shelf, content, clock)
    passes(finger)
    assert finger.desk.staff.open
    assert shows(finger) != version
    finger.desk.staff.lock()
    passes(finger)
    assert shows(finger) == version


def test_a_rollback_and_a_plan_reach_the_screen(opens: Opens, shelf: Shelf, content: Path, clock: Clock) -> None:
    first = publishes(shelf, content, clock)
    edits(content, "clinic.toml", "Maple Street Skin", "Elm Street Skin")
    second = publishes(shelf, content, clock)
    finger = opens(follows=True)
    assert shows(finger) == second
    shelf.rollback("Bo", clock.now())
    passes(finger)
    assert shows(finger) == first
    assert ("content-rolled-back", "Bo") in events(finger)
    shelf.activate(second, "Ana", clock.now(), clock.now() + timedelta(seconds=60))
    passes(finger)
    assert shows(finger) == first
    finger.waits(60)
    passes(finger)
    assert shows(finger) == second
    assert shelf.state().plan is None
    assert events(finger)[-2:] == [("content-activated", "Ana"), ("content-changed", "")]


def test_other_languages_and_another_glass_are_taken_without_a_fresh_start(
    opens: Opens, shelf: Shelf, content: Path, clock: Clock
) -> None:
    finger = opens(follows=True)
    assert finger.desk.access.languageCount == 2
    before = finger.desk.access.pxPerMm
    edits(content, "clinic.toml", '["en", "es"]', '["es"]')
    publishes(shelf, content, clock)
    passes(finger)
    assert finger.desk.access.languageCount == 1
    assert finger.desk.access.pxPerMm < before
    finger.taps("Toque la pantalla para empezar")
    assert not finger.reads("English")
    finger.desk.wipe()
    shelf.rollback("Ana", clock.now())
    passes(finger)
    assert finger.sees("Touch anywhere to start")


def test_a_damaged_version_is_not_shown_and_staff_are_told(
    opens: Opens, shelf: Shelf, content: Path, clock: Clock
) -> None:
    first = publishes(shelf, content, clock)
    edits(content, TREATMENT, "Gentle peel", "Harsh peel")
    second = publishes(shelf, content, clock)
    path = shelf.folder(second) / TREATMENT
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"Harsh", b"Quick"))
    finger = opens(follows=True)
    assert shows(finger) == first
    assert shelf.state().uses[-1].version == first
    unlocks(finger)
    finger.until(lambda: f"Version {second} of the content is damaged." in notices(finger))
    finger.desk.staff.lock()
    publishes(shelf, content, clock)
    shelf.activate(second, "Ana", clock.now())
    shelf.rollback("Ana", clock.now())
    shelf.activate(second, "Ana", clock.now())
    passes(finger)
    assert shows(finger) == second


def test_a_list_that_cannot_be_read_is_told(opens: Opens, shelf: Shelf, content: Path, clock: Clock) -> None:
    publishes(shelf, content, clock)
    shelf.file.write_text("{")
    finger = opens(follows=True)
    assert finger.kiosk.options.content == SHIPPED
    unlocks(finger)
    finger.until(lambda: "The list of versions cannot be read." in notices(finger))


def test_a_mended_sentence_shows_within_two_seconds_when_nobody_is_there(
    opens: Opens, shelf: Shelf, content: Path
) -> None:
    finger = opens(content=content, watch=True)
    edits(content, TREATMENT, "Gentle peel", "Mild peel")
    passes(finger)
    finger.taps("Touch anywhere to start", "Our treatments")
    assert finger.sees("Mild peel")
    assert finger.kiosk.options.content == shelf.folder(shows(finger))


def test_a_typo_during_a_visit_changes_nothing_and_staff_are_told_why(opens: Opens, content: Path) -> None:
    finger = opens(content=content, watch=True)
    before = shows(finger)
    finger.taps("Touch anywhere to start", "Our treatments", "Gentle peel")
    edits(content, TREATMENT, "title: Gentle peel", "titel: Gentle peel")
    edits(content, "clinic.toml", 'emergency = "911"', "emergency = 911")
    passes(finger)
    assert finger.sees("A light peel. It takes a short while.")
    finger.taps("Back", "Back", "Start over")
    passes(finger)
    assert shows(finger) == before
    unlocks(finger)
    told = notices(finger)
    assert "The edited content has a mistake. Patients see the version before. clinic.toml:5: " in told
    assert "More mistakes: " in told
    finger.desk.staff.lock()
    edits(content, TREATMENT, "titel: Gentle peel", "title: Gentle new peel")
    edits(content, "clinic.toml", "emergency = 911", 'emergency = "112"')
    passes(finger)
    assert shows(finger) != before
    assert finger.desk.emergency == "112"
    unlocks(finger)
    finger.until(lambda: "mistake" not in notices(finger))


def test_what_was_shown_while_it_was_edited_is_kept_as_it_was(opens: Opens, shelf: Shelf, content: Path) -> None:
    finger = opens(content=content, watch=True)
    first = shows(finger)
    (content / TREATMENT).write_text("no longer")
    passes(finger)
    assert (shelf.folder(first) / TREATMENT).read_text(encoding="utf-8").startswith("---")
    assert shelf.sound(first)
    assert shelf.state().changes == ()
    assert [use.version for use in shelf.state().uses] == [first]


def test_a_kiosk_that_begins_with_a_typo_shows_what_it_showed_last(
    opens: Opens, shelf: Shelf, content: Path, clock: Clock
) -> None:
    last = shelf.keep(gather(content).files, clock.now()).version
    edits(content, TREATMENT, "title: Gentle peel", "titel: Gentle peel")
    finger = opens(content=content, watch=True)
    assert shows(finger) == last
    assert finger.kiosk.options.content != content


def test_a_kiosk_that_begins_with_a_typo_for_the_first_time_shows_the_rest(opens: Opens, content: Path) -> None:
    edits(content, "treatments/blade.en.md", "title: Gentle peel", "titel: Gentle peel")
    (content / "treatments" / "blade.es.md").unlink()
    finger = opens(content=content, watch=True)
    finger.taps("Touch anywhere to start", "Our treatments")
    assert [row.key for row in finger.desk.reading.treatments.rows] == ["peel"]


def test_a_folder_that_is_being_written_is_not_read(
    opens: Opens, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finger = opens(content=content, watch=True)
    before = shows(finger)
    pauses: list[float] = []

    def writes_on(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) < 4:
            edits(content, "clinic.toml", CLINIC[:20], CLINIC[:20])
            (content / TREATMENT).write_bytes((content / TREATMENT).read_bytes() + b"\nMore.\n")

    monkeypatch.setattr(finger.kiosk._furniture.contents, "_pause", writes_on)
    edits(content, TREATMENT, "Gentle peel", "Mild peel")
    passes(finger)
    assert len(pauses) == 2
    assert shows(finger) == before
    passes(finger)
    assert len(pauses) == 4
    assert shows(finger) != before


def test_a_folder_that_goes_away_changes_nothing(opens: Opens, content: Path) -> None:
    finger = opens(content=content, watch=True)
    before = shows(finger)
    shutil.move(content, content.with_name("elsewhere"))
    passes(finger)
    assert shows(finger) == before
    finger.taps("Touch anywhere to start", "Our treatments")
    assert finger.sees("Gentle peel")
    finger.desk.wipe()
    shutil.move(content.with_name("elsewhere"), content)
    passes(finger)
    assert shows(finger) == before


def test_a_full_disk_is_told_and_the_last_version_stays(
    opens: Opens, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finger = opens(content=content, watch=True)
    before = shows(finger)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(finger.kiosk._furniture.contents.shelf, "keep", full)
    edits(content, TREATMENT, "Gentle peel", "Mild peel")
    passes(finger)
    assert shows(finger) == before
    unlocks(finger)
    finger.until(lambda: "The edited content could not be kept: No space left on device." in notices(finger))


def test_the_hourly_round_clears_old_versions_that_no_record_names(
    opens: Opens, shelf: Shelf, content: Path, clock: Clock
) -> None:
    first = publishes(shelf, content, clock)
    for name in ("Elm", "Oak"):
        edits(content, "clinic.toml", "Street Skin", f"Street Skin {name}")
        publishes(shelf, content, clock)
    finger = opens(follows=True)
    once(finger, lambda: not finger.kiosk.chores.busy)
    assert shelf.folder(first).is_dir()
    clock.wait(60 * 86_400)
    finger.kiosk._look_after()
    once(finger, lambda: not finger.kiosk.chores.busy)
    assert not shelf.folder(first).exists()
    assert len(shelf.editions()) == 2
