"""Sealed records in a folder on a staff computer: read, checked, searched, and never changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from clinic import CANARY, NOON, WORDS, Clinic, clinic, draft, quick_unwrap, quick_wrap

from kiosk.office.export import export
from kiosk.office.records import Unlocked
from kiosk.office.staff_keys import StaffKeys, key_files
from kiosk.store.age import Identity
from kiosk.store.errors import (
    FolderRefused,
    NoSuchRecord,
    NotForThisKey,
    StoreError,
    Tampered,
    UnknownStaff,
    WrongPassphrase,
)
from kiosk.store.folder_archive import READ_ONLY, FolderArchive
from kiosk.store.glances import glances
from kiosk.store.resealing import Resealing
from kiosk.store.staffing import Staffing

CHANCE = Random(11)  # noqa: S311 - a test may know it
NAMES = ("Ana Ruiz", "Jordan Perez", 'Zoë "Zo" Núñez', "")
BREAKS = (0, -1, 7, "x", None, [], {}, "00", "../../etc/passwd", "9999-99-99", 10**30)
FIELDS = ("id", "kiosk", "seq", "day", "key_epoch", "digest", "prev", "sig", "marks", "resealed")


@dataclass
class Copy:
    """A clinic's records and the folder they were exported to."""

    clinic: Clinic
    folder: Path

    def open(self) -> FolderArchive:
        return FolderArchive(self.folder)

    def lines(self) -> list[dict]:
        return [json.loads(line) for line in (self.folder / "manifest.jsonl").read_text().splitlines()]

    def write(self, lines: list[dict]) -> None:
        (self.folder / "manifest.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Four records, the second reviewed, the third sealed anew after somebody joined, and a fifth that was deleted."""
    done = clinic(tmp_path / "data")
    keys = done.keys
    store = done.store(keys)
    kept = [store.keep(draft(name=name, confirmed=NOON + timedelta(minutes=n))) for n, name in enumerate(NAMES)]
    store.mark_reviewed(kept[1].id, "Ana Núñez")
    store.delete(store.keep(draft()).id, "Ana Núñez")
    staffing = Staffing(keys, done.staff, quick_wrap, quick_unwrap)
    joining = staffing.add("Ben", WORDS, CHANCE)
    staffing.join(joining, joining.words)
    Resealing(store.database, keys, store.audit, lambda: NOON).run(done.staff, "Ana Núñez")
    out = tmp_path / "copy"
    assert export(Unlocked(done.folder, keys, store, "Ana Núñez", done.staff), "age", out, "", tmp_path) == 0
    store.close()
    return Copy(done, out)


def test_every_record_opens_as_on_the_kiosk(copy: Copy):
    archive = copy.open()
    assert archive.count() == 4
    heads = archive.heads(10)
    assert [head.seq for head in heads] == [4, 3, 2, 1]
    assert [head.reviewed_by for head in heads] == ["", "", "Ana Núñez", ""]
    store = copy.clinic.store()
    for head in heads:
        assert archive.opened(head.id, copy.clinic.staff) == store.opened(head.id, copy.clinic.staff)
    store.close()
    assert archive.faults() == ()
    assert archive.fingerprint == copy.clinic.keys.fingerprint


def test_a_copy_is_not_changed(copy: Copy):
    archive = copy.open()
    id = archive.heads(1)[0].id
    for change in (archive.mark_reviewed, archive.confirm_identity, archive.delete):
        with pytest.raises(FolderRefused, match=READ_ONLY):
            change(id, "Ana")
    assert archive.find("MAPLE 27") is None


def test_whose_records_they_are_is_seen_at_a_glance_and_nothing_else(copy: Copy):
    seen = copy.open().glances(copy.clinic.staff, 10, 0)
    assert [one.name for one in seen if one] == list(reversed(NAMES))
    assert [one.seq for one in seen if one] == [4, 3, 2, 1]
    assert seen[0].moment == NOON + timedelta(minutes=3)
    assert CANARY not in repr(seen)
    store = copy.clinic.store()
    assert glances(store.database, copy.clinic.staff, 10, 0) == seen
    assert glances(store.database, copy.clinic.staff, 2, 1) == seen[1:3]
    assert glances(store.database, Identity.generate(), 10, 0) == (None,) * 4
    store.close()


def test_a_stranger_opens_nothing(copy: Copy):
    archive = copy.open()
    with pytest.raises(NotForThisKey):
        archive.opened(archive.heads(1)[0].id, Identity.generate())
    with pytest.raises(NoSuchRecord):
        archive.opened("00000000-0000-4000-8000-000000000000", copy.clinic.staff)


def altered(copy: Copy) -> None:
    path = copy.folder / f"{copy.open().heads(1)[0].id}.age"
    path.write_bytes(path.read_bytes()[:-1] + b"x")


def gone(copy: Copy) -> None:
    (copy.folder / f"{copy.open().heads(1)[0].id}.age").unlink()


def swapped(copy: Copy) -> None:
    one, other = (copy.folder / f"{head.id}.age" for head in copy.open().heads(2))
    shutil.copy(other, one)


def relabelled(copy: Copy) -> None:
    """Another kiosk's name, which the signature covers."""
    lines = copy.lines()
    lines[3]["kiosk"] = "elsewhere"
    copy.write(lines)


def redated(copy: Copy) -> None:
    lines = copy.lines()
    lines[3]["day"] = "2020-01-01"
    copy.write(lines)


def reviewed_by_nobody(copy: Copy) -> None:
    lines = copy.lines()
    lines[3]["marks"] = [{**lines[1]["marks"][0], "by": "Mallory"}]
    copy.write(lines)


@pytest.mark.parametrize("change", [altered, gone, swapped, relabelled, redated, reviewed_by_nobody])
def test_a_record_that_was_changed_is_not_shown(copy: Copy, change: Callable[[Copy], None]):
    change(copy)
    archive = copy.open()
    with pytest.raises(Tampered):
        archive.opened(archive.heads(1)[0].id, copy.clinic.staff)


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        (slice(1, None), "Record 1 is missing"),
        (slice(0, 3), "Records 4 to 5 are missing"),
        (slice(0, 0), "Records 1 to 5 are missing"),
    ],
)
def test_records_that_were_left_out_are_named(copy: Copy, cut: slice, said: str):
    copy.write(copy.lines()[cut])
    assert any(said in fault for fault in copy.open().faults())


def test_an_end_that_nobody_signed_is_said(copy: Copy):
    head = copy.folder / "head.txt"
    head.write_text(head.read_text().replace("record-head: 5", "record-head: 4"))
    assert "head.txt" in copy.open().faults()[-1]
    head.unlink()
    assert "head.txt" in copy.open().faults()[-1]


def test_an_unfinished_or_foreign_folder_is_refused_with_a_sentence(copy: Copy, tmp_path: Path):
    with pytest.raises(FolderRefused, match="manifest"):
        FolderArchive(tmp_path)
    listed = copy.folder / "recipients.json"
    good = listed.read_text()
    for bad in ("", "[]", "{}", good.replace("Ben", "Eve"), good[: len(good) // 2]):
        listed.write_text(bad)
        with pytest.raises(StoreError):
            copy.open()


def test_four_hundred_mistakes_in_a_manifest_crash_nothing(copy: Copy):
    chance, lines = CHANCE, copy.lines()
    for _ in range(400):
        bent = json.loads(json.dumps(lines))
        line = chance.choice(bent)
        line[chance.choice(FIELDS)] = chance.choice(BREAKS)
        copy.write(bent)
        try:
            archive = copy.open()
            archive.faults()
            archive.glances(copy.clinic.staff, 10, 0)
            for head in archive.heads(10):
                archive.opened(head.id, copy.clinic.staff)
        except StoreError as refusal:
            assert str(refusal)
    for bad in ("[]", "7", "null", '"x"', "{}", "{", "\x00", "[" * 100_000):
        (copy.folder / "manifest.jsonl").write_text(bad)
        with pytest.raises(FolderRefused, match="Line 1"):
            copy.open()


def test_a_key_on_a_stick_opens_the_records(copy: Copy, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    archive = copy.open()
    locks = StaffKeys(lambda: archive.recipients, lambda: (stick,), unwrap=quick_unwrap)
    assert (locks.ready, locks.staff_names) == (True, ())
    shutil.copy(copy.clinic.folder / "keys" / "staff" / "ana-nunez.age", stick)
    assert locks.staff_names == ("Ana Núñez",)
    identity = locks.unlock("Ana Núñez", copy.clinic.founding.words)
    assert archive.opened(archive.heads(1)[0].id, identity).draft.name == NAMES[3]
    with pytest.raises(WrongPassphrase):
        locks.unlock("Ana Núñez", "abacus abdomen abdominal abide abiding")
    (stick / "ana-nunez.age").unlink()
    with pytest.raises(UnknownStaff, match="stick"):
        locks.unlock("Ana Núñez", copy.clinic.founding.words)


def test_a_key_file_that_was_named_counts_whatever_its_name(copy: Copy, tmp_path: Path):
    shutil.copy(copy.clinic.folder / "keys" / "staff" / "ana-nunez.age", tmp_path / "mine.age")
    archive = copy.open()
    locks = StaffKeys(lambda: archive.recipients, lambda: (tmp_path / "mine.age",), unwrap=quick_unwrap)
    assert locks.staff_names == ("mine",)
    assert locks.unlock("mine", copy.clinic.founding.words).recipient == copy.clinic.staff.recipient


def test_keys_are_found_in_a_copied_keys_folder_too(copy: Copy):
    assert sorted(key_files((copy.clinic.folder,))) == ["ana-nunez", "ben"]


def test_a_key_that_is_kept_elsewhere_opens_the_machines_own_records(copy: Copy, tmp_path: Path):
    keys, stick = copy.clinic.keys, tmp_path / "stick"
    stick.mkdir()
    staffing = Staffing(keys, copy.clinic.staff, quick_wrap, quick_unwrap)
    joining = staffing.add("Cleo", WORDS, CHANCE)
    staffing.join(joining, joining.words, stick)
    locks = StaffKeys(lambda: keys.load().recipients, lambda: (stick,), keys, quick_unwrap)
    assert locks.staff_names == ("Ana Núñez", "Ben", "Cleo")
    assert locks.unlock("Cleo", joining.words).recipient == joining.identity.recipient
    assert locks.unlock("Ana Núñez", copy.clinic.founding.words).recipient == copy.clinic.staff.recipient
