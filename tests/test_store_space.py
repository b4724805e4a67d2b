"""A disk that fills up: staff are warned, no questionnaire is begun, and whoever is answering can still send."""

from __future__ import annotations

from pathlib import Path

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft

from kiosk.domain.record import NotKept, Reason
from kiosk.store import files, reserve
from kiosk.store.errors import DiskFull
from kiosk.store.records import RecordStore
from kiosk.store.reserve import SIZE, Reserve
from kiosk.store.space import CLOSE_BELOW, MB, WARN_BELOW, Room, room


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


class Disk:
    """A disk whose room the test decides."""

    def __init__(self, free: int) -> None:
        self.free = free

    def __call__(self, _folder: Path) -> Room:
        return Room(self.free)


def on(done: Clinic, disk: Disk) -> RecordStore:
    return RecordStore(done.folder, done.keys, lambda: NOON, disk)


class Full(Reserve):
    """A reserve whose room is what SQLite finds again when it is given back."""

    store: RecordStore

    def free(self) -> bool:
        freed = super().free()
        if freed:
            limit(self.store, 1_000_000)
        return freed


def test_thresholds_are_as_promised(tmp_path: Path):
    assert (WARN_BELOW, CLOSE_BELOW) == (200 * MB, 50 * MB)
    asked = {200: (True, False), 199: (True, True), 50: (True, True), 49: (False, True), 0: (False, True)}
    for free, expected in asked.items():
        one = Room(free * MB)
        assert (one.questionnaire_open, one.warn) == expected
    assert room(tmp_path).free > 0
    with pytest.raises(OSError, match="no-such"):
        room(tmp_path / "no-such")


def test_a_new_questionnaire_is_not_begun_without_room_but_one_that_was_is_sent(done: Clinic):
    disk = Disk(50 * MB)
    store = on(done, disk)
    assert store.ready
    disk.free = 0
    assert not store.ready
    assert store.keep(draft()).seq == 1
    disk.free = 50 * MB
    assert store.ready


def test_a_disk_that_cannot_be_asked_begins_nothing(done: Clinic):
    def gone(_folder: Path) -> Room:
        raise OSError("no such device")

    assert not RecordStore(done.folder, done.keys, lambda: NOON, gone).ready


def test_the_reserve_lets_the_same_patient_send_on_a_full_disk(done: Clinic):
    disk = Disk(60 * MB)
    store = on(done, disk)
    store.open()
    held = Full(done.folder / "records.reserve")
    held.store = store
    store._reserve = held
    assert held.path.stat().st_size == SIZE
    store.keep(draft())
    limit(store, pages(store))
    disk.free = 0
    big = draft(questions=(CANARY * 20_000,))

    kept = store.keep(big)
    assert kept.seq == 2
    assert not held.path.exists()
    assert store.opened(kept.id, done.staff).draft == big
    assert store.faults() == ()

    limit(store, pages(store))
    with pytest.raises(NotKept) as refused:
        store.keep(draft(questions=(CANARY * 40_000,)))
    assert refused.value.reason is Reason.DISK_FULL
    store.tend()
    assert not held.path.exists()
    disk.free = 60 * MB
    store.tend()
    assert held.path.stat().st_size == SIZE


def test_a_reserve_that_does_not_fit_is_done_without(done: Clinic, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", full)
        held = Reserve(done.folder / "records.reserve")
        assert not held.make()
        assert not held.free()
    assert list(done.folder.glob("records*")) == []
    assert held.make()
    before = held.path.stat().st_mtime_ns
    assert held.make()
    assert held.path.stat().st_mtime_ns == before
    held.path.write_bytes(b"short")
    assert held.make()
    assert held.path.stat().st_size == reserve.SIZE


def test_a_threshold_that_is_crossed_is_noted_once(done: Clinic):
    disk = Disk(500 * MB)
    store = on(done, disk)
    for free in (500, 199, 180, 49, 20, 0, 60, 300, 301):
        disk.free = free * MB
        assert store.tend().free == free * MB
    store.close()
    again = on(done, Disk(400 * MB))
    again.tend()

    lines = [(line.event, line.counts["free"]) for line in again.audit.entries(9)][::-1]
    assert lines == [("disk-low", 199), ("disk-closed", 49), ("disk-low", 60), ("disk-ok", 300)]
    assert again.audit.faults() == ()


def test_without_any_room_records_are_listed_and_opened(done: Clinic):
    store = done.store()
    kept = store.keep(draft())
    store.close()

    store = on(done, Disk(0))
    store.open()
    limit(store, pages(store))
    assert store.opened(kept.id, done.staff).draft == draft()
    assert [head.id for head in store.heads(9)] == [kept.id]
    assert store.find(kept.code) is not None
    assert store.health().faults == ("The audit log is empty, although there are records. Tell your technician.",)
    assert not (done.folder / "records.reserve").exists()
    with pytest.raises(DiskFull), store.database.session() as session:
        session.connection().exec_driver_sql("INSERT INTO mark VALUES (?, 'x', ?, '', x'')", (kept.id, "x" * 99_999))


def pages(store: RecordStore) -> int:
    with store.database.session() as session:
        return int(session.connection().exec_driver_sql("PRAGMA page_count").scalar_one())


def limit(store: RecordStore, pages: int) -> None:
    """Makes SQLite find the disk full beyond so many pages; on the store's own connection, where it counts."""
    with store.database.session() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
