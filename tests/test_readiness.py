"""The doctor and the readiness page: every finding in words, the right level and exit code, and nothing is changed."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from clinic import NOON, Clinic, clinic, draft
from conftest import SHIPPED, WORDS, Opens
from finger import Finger

from kiosk import readiness
from kiosk.commands import main
from kiosk.content.load import load
from kiosk.domain.library import Panel, Reviewed, Standing
from kiosk.domain.readiness import AMBER, AREAS, CODES, GREEN, RED, Finding, Level, Seen, worst
from kiosk.office import doctor as examining
from kiosk.readiness import Machine, inspect
from kiosk.settings import Settings
from kiosk.store import disk
from kiosk.store.audit import Event
from kiosk.store.backup import nightly
from kiosk.store.lock import in_use, only_one
from kiosk.store.space import Room
from kiosk.viewmodels import findings

SCREEN = Seen((1080, 1920), "", (), "")
GOOD = Settings(kiosk="front desk", inches=21.5)


@pytest.fixture(scope="module")
def content():
    return load(SHIPPED)


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


@pytest.fixture
def machine(done: Clinic, content) -> Machine:
    """A machine without a fault: keys, records, a backup of last night, signed content, everything measured."""
    store = done.store()
    store.keep(draft())
    store.audit.note(Event.STARTED)
    backups = done.folder.parent / "backups"
    nightly(done.folder, backups, store, done.keys, NOON)
    store.close()
    library = content.library
    signed = Reviewed("Dr. Okafor", "2026-01-02", state=Standing.SIGNED)
    clinic_ = replace(library.clinic, panel=Panel(21.5, 700.0))
    library = replace(
        library,
        clinic=clinic_,
        treatments=tuple(replace(one, reviewed=signed) for one in library.treatments),
        questions=tuple(replace(one, reviewed=signed) for one in library.questions),
        signed=signed,
    )
    return Machine(
        done.folder,
        SHIPPED,
        replace(GOOD, backups=backups),
        replace(content, library=library, problems=()),
        NOON + timedelta(hours=9),
        SCREEN,
        filesystem=lambda _folder: "ext4",
        encrypted=lambda _folder: True,
        swaps=lambda: False,
        measure=lambda _folder: Room(10**10),
    )


def sent(here: Clinic) -> None:
    store = here.store()
    store.keep(draft())
    store.close()


def codes(machine: Machine) -> dict[str, Level]:
    return {finding.code: finding.level for finding in inspect(machine)}


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }


def test_a_good_machine_is_green_all_over(machine: Machine) -> None:
    found = inspect(machine)
    assert {finding.level for finding in found} == {GREEN}, [one for one in found if one.level is not GREEN]
    assert [finding.area for finding in found] == list(AREAS)


def test_a_look_changes_nothing(machine: Machine) -> None:
    before = snapshot(machine.data.parent)
    inspect(machine)
    assert snapshot(machine.data.parent) == before


def test_a_fresh_machine_lacks_its_keys_and_nothing_is_made(tmp_path: Path, content) -> None:
    found = codes(Machine(tmp_path / "nothing", SHIPPED, Settings(), content, NOON))
    assert found["keys-missing"] is RED
    assert found["folder-missing"] is AMBER
    assert {"records-none", "backup-none", "panel-assumed", "reach-unknown"} <= set(found)
    assert {code for code, level in found.items() if level is RED} == {"keys-missing"}
    assert not (tmp_path / "nothing").exists()


def test_keys_that_were_changed_are_red_and_an_unnoted_list_is_amber(machine: Machine) -> None:
    (machine.data / "keys.epoch").unlink()
    assert codes(machine)["recovery-unproved"] is AMBER
    (machine.data / "keys" / "claim.key").write_text("x")
    assert codes(machine)["keys-refused"] is RED


@pytest.mark.parametrize(
    ("free", "code", "level"), [(10**9, "disk-good", GREEN), (10**8, "disk-low", AMBER), (10**6, "disk-full", RED)]
)
def test_the_disk_is_asked_for_its_room(machine: Machine, free: int, code: str, level: Level) -> None:
    assert codes(replace(machine, measure=lambda _folder: Room(free)))[code] is level


def test_a_disk_that_refuses_forgets_or_promises_little(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(replace(machine, filesystem=lambda _folder: "tmpfs"))["disk-forgets"] is RED
    assert codes(replace(machine, filesystem=lambda _folder: "nfs4"))["disk-weak"] is AMBER

    def unasked(_folder: Path) -> Room:
        raise OSError

    assert codes(replace(machine, measure=unasked))["disk-unknown"] is RED

    def refused(_descriptor: int) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", refused)
    found = inspect(machine)
    assert next(one for one in found if one.code == "folder-refuses").values["why"] == "Read-only file system"
    assert "disk-good" not in [one.code for one in found]


@pytest.mark.parametrize(
    ("locked", "swaps", "expected"),
    [
        (False, False, {"disk-plain"}),
        (None, False, {"encryption-unseen"}),
        (True, True, {"disk-encrypted", "swap-plain"}),
    ],
)
def test_encryption_is_told_as_far_as_it_is_known(machine: Machine, locked, swaps, expected: set[str]) -> None:
    found = codes(replace(machine, encrypted=lambda _folder: locked, swaps=lambda: swaps))
    assert {code for code in found if CODES[code][0] == "encryption"} == expected


def test_a_clock_is_compared_with_the_year_and_the_log(machine: Machine) -> None:
    for year in (1970, 2199):
        assert codes(replace(machine, now=datetime(year, 1, 1, tzinfo=NOON.tzinfo)))["clock-wrong"] is RED
    assert codes(replace(machine, now=NOON - timedelta(days=2)))["clock-behind"] is RED
    assert codes(replace(machine, now=NOON.astimezone(UTC)))["clock-zone"] is AMBER


def test_a_backup_ages_and_its_folder_may_be_gone(machine: Machine) -> None:
    assert codes(replace(machine, now=NOON + timedelta(days=10)))["backup-old"] is AMBER
    gone = replace(machine.settings, backups=machine.data / "nowhere")
    assert codes(replace(machine, settings=gone))["backup-unreachable"] is RED
    by_hand = replace(machine, settings=GOOD)
    assert codes(by_hand)["backup-good"] is GREEN, "the log knows of the backup"


def test_broken_content_is_red_and_a_missing_folder_too(machine: Machine, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(SHIPPED, folder)
    (folder / "treatments" / "chemical-peel.en.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert codes(replace(machine, content=folder, loaded=load(folder)))["content-errors"] is RED
    empty = tmp_path / "empty"
    empty.mkdir()
    assert codes(replace(machine, content=empty, loaded=load(empty)))["content-empty"] is RED
    assert codes(replace(machine, content=tmp_path / "no", loaded=load(tmp_path / "no")))["content-missing"] is RED
    found = inspect(replace(machine, loaded=load(SHIPPED)))
    assert next(one for one in found if one.code == "unsigned").values["signed"] == 0
    assert "content-warnings" in [one.code for one in found]


def test_damage_in_the_records_is_found_in_a_copy(machine: Machine) -> None:
    path = machine.data / "records.sqlite"
    whole = path.read_bytes()
    path.write_bytes(b"\0" * 100 + whole[100:])
    before = snapshot(machine.data)
    assert codes(machine)["records-unreadable"] is RED
    assert snapshot(machine.data) == before
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    assert worst(inspect(machine)) is RED
    (machine.data / "records.damaged-1.sqlite").write_bytes(b"")
    assert codes(machine)["records-aside"] is AMBER


def test_beside_a_running_kiosk_its_records_are_left_alone(machine: Machine) -> None:
    with only_one(machine.data):
        assert in_use(machine.data)
        found = codes(machine)
        assert found["records-in-use"] is GREEN
        assert found["backup-good"] is GREEN
        assert in_use(machine.data), "the question does not take the lock away"
    assert not in_use(machine.data)


@pytest.mark.parametrize(
    ("bottom", "expected"),
    [
        (700.0, "reach-good"),
        (300.0, "reach-low"),
        (950.0, "reach-lowered"),
        (1100.0, "reach-high"),
        (None, "reach-unknown"),
    ],
)
def test_reach_is_worked_out_from_the_glass(machine: Machine, bottom: float | None, expected: str) -> None:
    library = machine.loaded.library
    panel = replace(library.clinic, panel=Panel(21.5, bottom))
    loaded = replace(machine.loaded, library=replace(library, clinic=panel))
    found = codes(replace(machine, loaded=loaded))
    assert {code for code in found if code.startswith("reach")} == {expected}


def test_the_screen_is_measured_assumed_odd_or_unseen(machine: Machine) -> None:
    assert codes(replace(machine, settings=Settings()))["panel-assumed"] is AMBER
    assert codes(replace(machine, settings=Settings(inches=110.0)))["panel-odd"] is AMBER
    blind = replace(machine, seen=Seen(None, "There is no screen here.", None))
    assert codes(blind)["screen-missing"] is AMBER
    assert codes(blind)["fonts-unseen"] is AMBER
    assert codes(replace(machine, seen=Seen((1080, 1920), "", ("Fraunces",))))["fonts-missing"] is RED


def test_sound_settings_and_versions(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(replace(machine, seen=replace(SCREEN, silence=None)))["sound-absent"] is AMBER
    assert codes(replace(machine, seen=replace(SCREEN, silence="No sound card.")))["sound-missing"] is AMBER
    assert codes(replace(machine, fault="settings.toml: no."))["settings-wrong"] is RED
    monkeypatch.setattr(readiness, "version", lambda _name: "6.12.0")
    monkeypatch.setattr(readiness.sys, "version_info", (3, 11, 7))
    monkeypatch.setattr(readiness, "SQLITE", (99, 0))
    found = codes(machine)
    assert found["qt-wrong"] is found["sqlite-old"] is RED
    assert "versions-good" not in found


def test_every_code_has_its_words_and_what_is_not_green_says_what_to_do(qapp) -> None:
    values = {str(number): f"value-{number}" for number in range(1, 6)}
    for code, (area, level) in CODES.items():
        finding = Finding(code, values)
        assert area in AREAS
        assert findings.area(finding)
        assert "%" not in findings.sentence(finding) + findings.advice(finding)
        assert findings.advice(finding) or level is GREEN, code
    assert findings._sentences().keys() == CODES.keys()
    assert findings._advice().keys() <= CODES.keys()


def test_every_code_is_used() -> None:
    source = Path(readiness.__file__).read_text("utf-8")
    assert [code for code in CODES if f'"{code}"' not in source] == []


LINE = "36 25 {number} / {point} rw,relatime shared:1 - {kind} /dev/x rw"


def test_disks_are_read_from_the_system(tmp_path: Path) -> None:
    """A made-up /proc and /sys: a plain disk with a locked one mounted below it."""
    proc, sys, home = tmp_path / "proc", tmp_path / "sys", tmp_path / "home"
    home.mkdir()
    (proc / "self").mkdir(parents=True)
    lines = [("8:1", "/", "vfat"), ("253:0", home, "ext4")]
    text = "\n".join(LINE.format(number=number, point=point, kind=kind) for number, point, kind in lines)
    (proc / "self" / "mountinfo").write_text(text, encoding="utf-8")
    (sys / "8:1").mkdir(parents=True)
    (sys / "253:0" / "slaves" / "dm-1" / "dm").mkdir(parents=True)
    (sys / "253:0" / "slaves" / "dm-1" / "dm" / "uuid").write_text("CRYPT-LUKS2-abc", encoding="utf-8")
    assert disk.filesystem(home, proc) == "ext4"
    assert disk.filesystem(tmp_path, proc) == "vfat"
    assert disk.encrypted(home, proc, sys) is True
    assert disk.encrypted(tmp_path, proc, sys) is False
    assert disk.encrypted(home, tmp_path / "none", sys) is None
    assert not disk.swaps_in_plain(proc, sys)
    for place, plain in ((home / "swap", False), (tmp_path / "swap", True), ("/dev/zram0", False)):
        (proc / "swaps").write_text(f"Filename Type Size Used Priority\n{place} file 1 0 -2\n", encoding="utf-8")
        assert disk.swaps_in_plain(proc, sys) is plain
    assert disk.keeps(home) == ""
    assert list(home.iterdir()) == []


def test_the_command_tells_every_finding_and_changes_nothing(done: Clinic, capsys, qapp) -> None:
    sent(done)
    before = snapshot(done.folder)
    code = main(["doctor", "--data", str(done.folder)])
    told = capsys.readouterr().out
    assert code == 0
    assert "Keys: Staff who can read: 1, admins: 1." in told
    assert told.splitlines()[-1].startswith("To mend first: 0. To look at: ")
    assert snapshot(done.folder) == before


def test_the_command_ends_with_one_when_something_is_red(tmp_path: Path, capsys, qapp) -> None:
    assert main(["doctor", "--data", str(tmp_path / "none"), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    for one in found:
        assert set(one) == {"about", "code", "level", "sentence", "advice", "values"}
        assert CODES[one["code"]] == (one["about"], one["level"])
        assert one["sentence"]
        assert all(isinstance(value, str | int | float) for value in one["values"].values())
    assert [one["code"] for one in found if one["level"] == "red"] == ["keys-missing"]
    assert not (tmp_path / "none").exists()


def test_the_command_works_beside_a_running_kiosk_and_with_bad_settings(done: Clinic, capsys, qapp) -> None:
    sent(done)
    with only_one(done.folder):
        assert main(["doctor", "--data", str(done.folder)]) == 0
    assert "Records: They are in use by the running kiosk." in capsys.readouterr().out
    (done.folder / "settings.toml").write_text("kiosk = 5", encoding="utf-8")
    assert main(["doctor", "--data", str(done.folder), "--content", str(done.folder / "no")]) == 1
    told = capsys.readouterr().out
    assert "Settings: The settings cannot be used." in told
    assert "There is no content folder" in told


def test_where_qt_lacks_its_libraries_the_rest_is_told(done: Clinic, monkeypatch, capsys, qapp) -> None:
    def lacking() -> None:
        raise examining.Trouble("System libraries are missing. Install them with: sudo apt-get install libegl1")

    monkeypatch.setattr(examining, "ready_for_paper", lacking)
    assert main(["doctor", "--data", str(done.folder)]) == 0
    assert "The letters cannot be tried from here. System libraries are missing." in capsys.readouterr().out


def unlocks(finger: Finger) -> None:
    finger.desk.staffGesture()
    for word in WORDS.split():
        finger.desk.staff.passwords.take(word)
    finger.until(lambda: finger.desk.page == "Visits")
    finger.desk.staff.go("Admin")
    finger.taps("Readiness")
    finger.until(lambda: not finger.desk.admin.readiness.busy)


def test_an_admin_sees_what_is_to_be_mended_first_and_saves_the_report(opens: Opens, monkeypatch, tmp_path) -> None:
    from kiosk.desktop import Paper  # noqa: PLC0415

    monkeypatch.setattr(Paper, "_places", lambda _self: {"Stick": tmp_path})
    finger = opens()
    unlocks(finger)
    rows = finger.desk.admin.readiness.rows.rows
    assert [row.grade for row in rows] == sorted((row.grade for row in rows), reverse=True)
    said = finger.says()
    assert "Backup: Look at it. No backup was ever made." in said
    assert "Records: Ready. Their file is sound: 0 records" in said
    assert "Letters: Ready." in said
    path = finger.kiosk.options.data / "keys" / "claim.key"
    kept = path.read_bytes()
    path.write_text("x")
    finger.taps("Check again")
    finger.until(lambda: not finger.desk.admin.readiness.busy)
    assert finger.desk.admin.readiness.grade == 2
    assert finger.desk.admin.readiness.rows.rows[0].title == "Keys"
    path.write_bytes(kept)
    finger.taps("Save")
    finger.until(lambda: finger.sees("Stick"))
    finger.taps("Stick")
    finger.until(lambda: finger.reads("Saved in Stick as readiness.txt"))
    assert "Mend it first: Keys: The keys cannot be used." in (tmp_path / "readiness.txt").read_text("utf-8")
    finger.taps("Back to the report", "Back")
    assert finger.desk.page == "Admin"
