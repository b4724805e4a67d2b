"""Stories of the admin at the kiosk: who may do what, and everything behind the hub."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from clinic import draft, quick_unwrap
from conftest import NAME, WORDS, Opens
from finger import Clock, Finger
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.domain.colours import WARM
from kiosk.office.saving import unpacked
from kiosk.settings import Settings, read_settings
from kiosk.store import settings_file
from kiosk.store.audit import Event
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.settings_file import change
from kiosk.store.staffing import Staffing
from kiosk.viewmodels.backups import Backups


def unlocks(finger: Finger, words: str = WORDS) -> None:
    for word in words.split():
        finger.types(word + " ")
    finger.until(lambda: finger.desk.page == "Visits")


def calls_staff(finger: Finger) -> None:
    finger.taps("Touch anywhere to start")
    finger.desk.staffGesture()


def test_the_admin_lets_a_colleague_read_who_then_finds_no_admin_pages(opens: Opens) -> None:
    finger = opens()
    calls_staff(finger)
    unlocks(finger)
    finger.taps("This kiosk", "Admin: content, settings, staff", "Staff", "Add somebody")
    assert finger.sees("Reads answers. Changes nothing else.")
    finger.types("bea")
    finger.taps("Next")
    words = " ".join(row.title for row in finger.desk.staff.members.shown.rows)
    finger.taps("They are written down")
    for word in words.split():
        finger.types(word + " ")
    finger.until(lambda: finger.sees("bea can unlock with the new words from now on."))
    assert finger.reads("Reads answers")
    finger.taps("Back")
    assert finger.tells("Staff") == "Admins: 1. Other staff: 1."
    finger.taps("Lock now")
    calls_staff(finger)
    finger.taps("bea")
    unlocks(finger, words)
    finger.taps("This kiosk")
    assert not finger.sees("Admin: content, settings, staff")
    finger.taps("Staff: who can read the records")
    assert not finger.sees("Add somebody")
    assert finger.sees("New words for bea")
    assert not finger.sees(f"New words for {NAME}")


def test_a_second_admin_is_made_and_the_first_one_steps_back(opens: Opens) -> None:
    finger = opens()
    keyring = finger.kiosk._furniture.keyring
    calls_staff(finger)
    unlocks(finger)
    staffing = Staffing(keyring, finger.desk.staff._session.identity, finger.kiosk._wrap, finger.kiosk._unwrap)
    joining = staffing.add("Bea", finger.kiosk._furniture.words)
    staffing.join(joining, joining.words)
    finger.taps("This kiosk", "Admin: content, settings, staff", "Staff", "Make admin: Bea")
    finger.until(lambda: finger.sees("Bea is an admin from now on."))
    finger.taps(f"No longer admin: {NAME}")
    finger.until(lambda: finger.sees(f"{NAME} is no admin any more."))
    assert not finger.sees("Add somebody")
    assert [(one.name, one.role) for one in keyring.staff] == [(NAME, "staff"), ("Bea", "admin")]
    finger.taps("Back")
    assert finger.sees("This kiosk")


def opens_hub(finger: Finger, *further: str) -> None:
    calls_staff(finger)
    unlocks(finger)
    finger.taps("This kiosk", "Admin: content, settings, staff", *further)


def is_saved(finger: Finger) -> None:
    finger.taps("Save")
    finger.until(lambda: finger.desk.admin.settings.note != "")


@pytest.fixture
def finger(opens: Opens) -> Iterator[Finger]:
    """A kiosk of its own; a translation outlives its kiosk in Qt, so that English is the last one."""
    finger = opens()
    yield finger
    finger.desk.wipe()
    finger.desk.access.offer(("en", "es"))


def test_a_longer_pause_and_another_first_language_hold_once_the_desk_is_locked(finger: Finger, data: Path) -> None:
    opens_hub(finger, "Settings", "Pause with answers: more", "Curtain: less")
    finger.desk.admin.settings.putFirst("es")
    assert finger.reads("After 130 seconds without a touch")
    is_saved(finger)
    assert finger.reads("In use as soon as you lock")
    assert (finger.desk.access.language, finger.desk.quietSeconds) == ("en", 120)
    finger.taps("Back", "Lock now")
    assert (finger.desk.access.language, finger.desk.quietSeconds, finger.desk.wipeSeconds) == ("es", 130, 40)
    finger.desk.begin("en")
    finger.desk.ask()
    assert finger.reads("If nobody taps for 130 seconds, we hide your answers and ask. 40 seconds later we wipe them.")
    finger.taps("Start the questions")
    finger.waits(129)
    assert finger.desk.cover == ""
    finger.waits(1)
    assert finger.desk.cover == "curtain"
    finger.waits(40)
    assert finger.desk.page == "Attract"
    assert read_settings(data) == Settings(quiet_answers=130, curtain=40, languages=("es", "en"))
    entry = finger.kiosk._furniture.records.audit.newest([Event.SETTINGS_CHANGED])
    assert (entry.by, entry.counts["keys"]) == (NAME, "quiet_answers, curtain, languages")


def test_what_was_saved_holds_after_a_restart(finger: Finger, data: Path, clock: Clock) -> None:
    change(data, {"inches": 32.0, "languages": ["es"], "quiet_answers": 200, "theme": {"wine": "#08233F"}})
    options = replace(finger.kiosk.options, settings=read_settings(data))
    kiosk = Kiosk(options, unwrap=quick_unwrap)
    assert [row.key for row in kiosk.access.languages.rows] == ["es"]
    assert (kiosk.desk.quietSeconds, kiosk.desk.look.wine) == (200, "#08233F")
    assert kiosk.access.pxPerMm == pytest.approx(finger.desk.access.pxPerMm * 21.5 / 32)
    assert clock.monotonic() - kiosk.stay.visit.touched == 0
    kiosk.access.offer(("en",))
    kiosk.close()


def test_what_is_not_saved_is_forgotten(finger: Finger, data: Path) -> None:
    opens_hub(finger, "Settings", "Curtain: less", "Do not save", "Settings")
    assert finger.reads("Curtain: 45 seconds")
    assert not finger.sees("Save")
    assert not (data / "settings.toml").exists()


def test_the_last_language_stays(finger: Finger) -> None:
    opens_hub(finger, "Settings")
    settings = finger.desk.admin.settings
    settings.offer("en")
    settings.offer("es")
    assert [(row.key, row.chosen) for row in settings.languages.rows] == [("es", True), ("en", False)]
    settings.save()
    finger.until(lambda: settings.note != "")
    finger.desk.staff.lock()
    assert [row.key for row in finger.desk.access.languages.rows] == ["es"]
    finger.desk.begin("en")
    assert finger.desk.access.language == "es"


def test_a_bank_card_on_the_glass_tells_how_large_it_is(finger: Finger, data: Path) -> None:
    before = finger.desk.access.pxPerMm
    opens_hub(finger, "Settings", "Size of the screen")
    outline = finger.find("Outline of a bank card").object()
    width = outline.property("width")
    assert (round(width / before, 2), round(outline.property("height") / before, 2)) == (85.6, 53.98)
    finger.taps("Larger", "Larger", "A little smaller")
    assert round(outline.property("width") / width, 3) == round(1.02 * 1.02 / 1.0025, 3)
    finger.taps("It fits")
    finger.until(lambda: finger.desk.admin.settings.note != "")
    assert read_settings(data).inches == round(21.5 / 1.02 / 1.02 * 1.0025, 2)
    assert abs(finger.desk.access.pxPerMm / before - 1.02 * 1.02 / 1.0025) < 0.001
    assert finger.sees("Settings")


def test_the_kiosks_name_is_typed(finger: Finger, data: Path) -> None:
    opens_hub(finger, "Settings")
    finger.desk.admin.settings.open("name")
    finger.taps("Clear")
    finger.taps("Use this name")
    assert finger.reads("Please type a name first.")
    finger.types("front")
    finger.taps("Use this name")
    is_saved(finger)
    assert read_settings(data).kiosk == "front"


def test_a_full_disk_is_a_sentence_and_the_draft_stays(finger: Finger, monkeypatch: pytest.MonkeyPatch) -> None:
    opens_hub(finger, "Settings", "Curtain: less")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_file, "write_durably", full)
    finger.taps("Save")
    finger.until(lambda: finger.desk.admin.settings.problem != "")
    assert finger.sees("That could not be written. Check the disk, then try again.")
    assert finger.reads("Curtain: 40 seconds")


# Cleaning


def test_while_the_screen_is_cleaned_nothing_it_feels_counts(finger: Finger) -> None:
    opens_hub(finger, "Clean the screen")
    assert not finger.desk.staff.open
    assert finger.sees("60 seconds left")
    finger.waits(20)
    for place in ((100, 100), (540, 960), (900, 1850)):
        finger._touch(QPoint(*place))
    hands = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_A)
    for key in hands:
        QTest.keyClick(finger.window, key)
    assert (finger.desk.page, finger.desk.cover) == ("Clean", "")
    finger.waits(36)  # each touch took a second
    assert finger.sees("1 seconds left")
    finger.waits(1)
    assert finger.sees("Touch anywhere to start")


def test_only_unlocked_staff_start_the_cleaning(finger: Finger) -> None:
    finger.desk.clean()
    assert finger.desk.page == "Attract"
    calls_staff(finger)
    finger.desk.clean()
    assert finger.desk.page == "Unlock"


# Backups


@pytest.fixture
def drive(finger: Finger, tmp_path: Path) -> Path:
    """The folder of the settings for backups."""
    folder = tmp_path / "Drive"
    folder.mkdir()
    settings = replace(finger.kiosk.options.settings, backups=folder)
    finger.kiosk.options = replace(finger.kiosk.options, settings=settings)
    return folder


def backs_up(finger: Finger) -> Backups:
    backups = finger.desk.admin.backups
    opens_hub(finger, "Backups")
    finger.until(lambda: not backups.busy)
    finger.taps("Drive")
    finger.until(lambda: not backups.busy)
    return backups


def test_a_backup_is_made_and_can_be_put_back(finger: Finger, drive: Path, tmp_path: Path) -> None:
    finger.kiosk.staff._desktop.archive.keep(draft())
    backups = backs_up(finger)
    assert finger.sees("The backup is in Drive. It was written whole.")
    assert finger.reads("records: 1")
    assert (backups.written, backups.total) == (backups.total, backups.total)
    (file,) = drive.iterdir()
    unpacked(file, tmp_path / "put back")
    ring = KeyRing(tmp_path / "put back" / "keys", quick_unwrap)
    store = RecordStore(tmp_path / "put back", ring, finger.clock.now)
    assert store.count() == 1
    store.close()
    entry = finger.kiosk._furniture.records.audit.newest([Event.BACKUP])
    assert (entry.by, entry.counts["file"]) == (NAME, f"Drive/{file.name}")
    finger.taps("Back")
    assert finger.tells("Backups").startswith("Last backup: ")


def test_a_drive_that_is_pulled_out_is_a_sentence(finger: Finger, drive: Path) -> None:
    backups = finger.desk.admin.backups
    opens_hub(finger, "Backups")
    finger.until(lambda: not backups.busy)
    drive.rmdir()
    finger.taps("Drive")
    finger.until(lambda: not backups.busy)
    assert finger.sees("This folder is no longer there. Plug it in again, or choose another.")
    finger.taps("Look for drives again")
    finger.until(lambda: not backups.busy)
    assert finger.reads("Plug one in, then look again.")


def test_a_full_drive_leaves_nothing_half_written(finger: Finger, drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.store.backup.os.fsync", full)
    backs_up(finger)
    assert finger.reads("The backup could not be written.")
    assert list(drive.iterdir()) == []


# Colours


def test_colours_are_mixed_with_their_figures_and_worn_once_the_desk_is_locked(finger: Finger, data: Path) -> None:
    colours = finger.desk.admin.colours
    opens_hub(finger, "Colours")
    assert not finger.sees("Save")
    assert finger.sees("Easy to read: the weakest pair has 10.3:1.")
    for _ in range(6):
        finger.taps("Lightness: more")
    assert finger.reads("Too weak: Buttons on Chosen area has 6.")
    assert not finger.sees("Save")
    colours.save()
    assert not (data / "settings.toml").exists()
    for _ in range(7):
        finger.taps("Lightness: less")
    finger.taps("Tone: less", "Save")
    finger.until(lambda: colours.note != "")
    before = finger.desk.look.wine
    finger.taps("Back", "Lock now")
    wine = read_settings(data).theme["wine"]
    assert (before, finger.desk.look.wine) == (WARM["wine"], wine)
    assert finger.kiosk._furniture.records.audit.newest([Event.SETTINGS_CHANGED]).counts["keys"] == "theme"


def test_colours_are_reset_to_those_of_the_clinic(finger: Finger, data: Path) -> None:
    colours = finger.desk.admin.colours
    opens_hub(finger, "Colours", "Text", "Tone: more", "Tone: more", "Save")
    finger.until(lambda: colours.note != "")
    assert read_settings(data).theme.keys() == {"ink"}
    finger.taps("Back")
    assert finger.tells("Colours") == "This kiosk's own"
    finger.taps("Colours", "Reset", "Save")
    finger.until(lambda: colours.note != "")
    assert read_settings(data).theme == {}
    finger.taps("Back")
    assert finger.tells("Colours") == "As shipped"


def test_colours_that_are_not_saved_are_forgotten(finger: Finger) -> None:
    opens_hub(finger, "Colours", "Strength: less", "Do not save", "Lock now")
    assert finger.desk.look.wine == WARM["wine"]


# Every page


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1280, 800)], ids=["portrait", "landscape", "small"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_the_hub_is_reached_and_left_by_touch(opens: Opens, size: tuple[int, int], language: str) -> None:
    finger = opens(size=size)
    finger.desk.access.speak(language)
    finger.desk.staffGesture()
    finger.desk.staff.be(NAME)
    for word in WORDS.split():
        finger.desk.staff.passwords.take(word)
    finger.until(lambda: finger.desk.page == "Visits")
    finger.desk.staff.go("Admin")
    rows = finger.desk.admin.rows.rows
    assert {"Settings", "Colours", "Backups", "Members", "Ledger"} <= {row.key for row in rows}
    for row in rows:
        finger.taps(row.title)
        assert finger.desk.page == row.key
        finger.until(lambda: not finger.kiosk.background.busy)
        finger.taps({"en": "Back", "es": "Atrás"}[language])
        assert finger.desk.page == "Admin"
