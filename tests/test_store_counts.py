"""The days' numbers last, tell nothing of a single visit by how they lie in the file, and go when it is time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from clinic import NOON, Clinic, clinic, draft

from kiosk.domain.tally import Cell, Kind
from kiosk.settings import Settings
from kiosk.store import database
from kiosk.store.backup import backup
from kiosk.store.counts import KEPT, SURE
from kiosk.store.errors import DiskFull
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.rescue import rescue
from kiosk.store.restoring import restore
from kiosk.upkeep import Upkeep

TODAY = NOON.date()
PEEL: Cell = (Kind.TREATMENT, "peel")
BOTOX: Cell = (Kind.TREATMENT, "botox")
SENT: Cell = (Kind.SENT, "")


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


def upkeep(here: Clinic, store: RecordStore, days: int = 0) -> Upkeep:
    return Upkeep(here.folder, KeyRing(here.folder / "keys"), store, Settings(), lambda: NOON + timedelta(days))


def test_visits_add_up_by_the_day(done: Clinic) -> None:
    store = done.store()
    for day, cells in ((0, {PEEL, SENT}), (0, {PEEL}), (1, {BOTOX}), (9, {PEEL})):
        store.counts.add(TODAY + timedelta(day), cells)
    assert store.counts.sums(TODAY, TODAY) == {PEEL: 2, SENT: 1}
    assert store.counts.sums(TODAY, TODAY + timedelta(1)) == {PEEL: 2, SENT: 1, BOTOX: 1}
    assert store.counts.sums(TODAY + timedelta(2), TODAY + timedelta(8)) == {}
    store.close()
    assert done.store().counts.sums(TODAY, TODAY + timedelta(9))[PEEL] == 3


def test_what_a_newer_program_counts_is_passed_over(done: Clinic) -> None:
    store = done.store()
    store.counts.add(TODAY, [PEEL])
    with store.database.session() as session:
        session.connection().exec_driver_sql("INSERT INTO counted VALUES (?, 'new', 'x', 9)", (TODAY.isoformat(),))
    assert store.counts.sums(TODAY, TODAY) == {PEEL: 1}


def test_the_file_does_not_tell_which_came_first(done: Clinic, tmp_path: Path) -> None:
    """Two days with the same visits in another order are the same bytes, and the log that knows is empty."""
    pages = []
    for order in ([{PEEL}, {BOTOX}, {SENT}], [{SENT}, {PEEL}, {BOTOX}]):
        store = done.store()
        for cells in order:
            store.counts.add(TODAY, cells)
            log = done.folder / "records.sqlite-wal"
            assert not log.exists() or log.stat().st_size == 0
        store.database.compact()
        root = store.database._told("SELECT rootpage FROM sqlite_master WHERE name = 'counted'")[0][0]
        store.close()
        file = done.folder / "records.sqlite"
        pages.append(file.read_bytes()[(root - 1) * 4096 : root * 4096])
        file.unlink()
    assert b"peel" in pages[0]
    assert pages[0] == pages[1]


def test_a_full_disk_counts_nothing_of_a_visit(done: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    store = done.store()
    store.counts.add(TODAY, [PEEL])
    store.close()
    (pages,) = done.rows("PRAGMA page_count")[0]
    with monkeypatch.context() as patch:
        patch.setattr(database, "PRAGMAS", (*database.PRAGMAS, ("max_page_count", str(pages), pages)))
        full = done.store()
        with pytest.raises(DiskFull):
            full.counts.add(TODAY, {(Kind.TREATMENT, f"{number:0290}") for number in range(60)})
        full.close()
    assert done.store().counts.sums(TODAY, TODAY) == {PEEL: 1}


def test_after_four_hundred_days_a_number_is_gone_from_the_file(done: Clinic) -> None:
    store = done.store()
    store.counts.add(TODAY, [(Kind.TREATMENT, "long-gone")])
    later = TODAY + timedelta(KEPT)
    for day in range(SURE):
        store.counts.add(later - timedelta(day), [PEEL])
    assert store.counts.sweep(later) == 0
    assert store.counts.sweep(later + timedelta(1)) == 1
    assert store.counts.sums(date.min, date.max) == {PEEL: SURE}
    store.close()
    assert b"long-gone" not in (done.folder / "records.sqlite").read_bytes()


def test_a_clock_that_is_wrong_for_an_afternoon_deletes_nothing(done: Clinic) -> None:
    store = done.store()
    for day in range(9):
        store.counts.add(TODAY - timedelta(day), [PEEL])
    wrong = TODAY + timedelta(20_000)
    store.counts.add(wrong, [PEEL])
    assert store.counts.sweep(wrong) == 0
    assert store.counts.sums(date.min, date.max) == {PEEL: 10}


def test_the_round_deletes_and_a_visit_is_counted_on_its_day(done: Clinic) -> None:
    store = done.store()
    upkeep(done, store).open()
    for day in (0, *range(KEPT, KEPT + SURE)):
        upkeep(done, store, day).count(frozenset({PEEL}))
    upkeep(done, store, KEPT + SURE).round()
    assert store.counts.sums(date.min, date.max) == {PEEL: SURE}


def test_without_keys_nothing_is_counted(tmp_path: Path) -> None:
    keyring = KeyRing(tmp_path / "keys")
    store = RecordStore(tmp_path, keyring, lambda: NOON)
    Upkeep(tmp_path, keyring, store, Settings(), lambda: NOON).count(frozenset({PEEL}))
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_counted_is_told_and_the_next_visit_tries_again(
    done: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = done.store()
    chores = upkeep(done, store)
    chores.open()

    def full(_day: date, _cells: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(store.counts, "add", full)
        chores.count(frozenset({PEEL}))
    assert any(notice.startswith("Counting visits failed: The disk is full") for notice in chores.notices())
    chores.count(frozenset({PEEL}))
    assert not any("Counting" in notice for notice in chores.notices())


def test_a_backup_brings_the_numbers_back(done: Clinic, tmp_path: Path) -> None:
    store = done.store()
    store.keep(draft())
    store.counts.add(TODAY, [PEEL])
    backup(done.folder, tmp_path / "b.tar", store, done.keys, NOON)
    store.counts.add(TODAY, [PEEL])
    store.close()
    restore(tmp_path / "b.tar", done.folder, lambda: NOON)
    assert done.store().counts.sums(TODAY, TODAY) == {PEEL: 1}


def test_what_is_left_of_them_in_a_damaged_file_is_taken_over(done: Clinic) -> None:
    store = done.store()
    for _ in range(40):
        store.keep(draft())
    store.counts.add(TODAY, [PEEL, SENT])
    store.close()
    path = done.folder / "records.sqlite"
    content = bytearray(path.read_bytes())
    leaves = [at for at in range(4096, len(content), 4096) if content[at] == 0x0D]  # a table's page of rows
    content[leaves[-1] : leaves[-1] + 4096] = bytes(4096)
    path.write_bytes(bytes(content))
    rescue(done.folder, done.keys, lambda: NOON)
    assert done.store().counts.sums(TODAY, TODAY) == {PEEL: 1, SENT: 1}
