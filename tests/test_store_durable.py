"""What must hold when a disk is full, a file is damaged, a setting is refused or a second copy is started."""

from __future__ import annotations

import errno
import re
import sqlite3
import threading
import traceback
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft

from kiosk.domain.record import NotKept, Reason
from kiosk.store import chain, database, errors, health
from kiosk.store.audit import Event
from kiosk.store.errors import (
    DatabaseBroken,
    DatabaseNewer,
    DiskFull,
    KeysMissing,
    StoreError,
    WrongPassphrase,
)
from kiosk.store.health import Health
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


def test_the_database_has_every_setting_and_nothing_is_opened_before_it_is_needed(done: Clinic):
    store = done.store()
    assert store.ready
    assert not (done.folder / "records.sqlite").exists()
    store.open()
    with store.database.session() as session:
        connection = session.connection()
        read = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name, _, _ in database.PRAGMAS]

    assert read[:8] == ["exclusive", "wal", 2, 1, 0, 1, 2, 4_194_304]
    assert read[8:] == [1, 1, 1]
    assert not (done.folder / "records.sqlite-shm").exists()


def test_a_setting_that_sqlite_does_not_take_is_an_error_and_leaves_nothing_open(done: Clinic, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(database, "PRAGMAS", (*database.PRAGMAS, ("synchronous", "OFF", 2)))
        with pytest.raises(DatabaseBroken, match="synchronous=OFF"):
            done.store().open()
    done.store().open()


def test_a_full_disk_refuses_and_the_same_answers_are_kept_once_there_is_room(done: Clinic):
    store = done.store()
    first = store.keep(draft())
    limit(store, pages(store))
    big = draft(questions=(CANARY * 20_000,))
    with pytest.raises(NotKept) as refused:
        store.keep(big)
    assert refused.value.reason is Reason.DISK_FULL
    with pytest.raises(DiskFull), store.database.session() as session:
        session.connection().exec_driver_sql("INSERT INTO mark VALUES (?, 'x', ?, '', x'')", (first.id, "x" * 99_999))
    assert store.opened(first.id, done.staff).draft == draft()

    limit(store, 1_000_000)
    kept = store.keep(big)
    assert kept.seq == 2
    assert store.opened(kept.id, done.staff).draft == big
    assert store.faults() == ()


def test_a_disk_that_is_full_when_the_folder_is_made_is_a_full_disk_too(done: Clinic, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(database, "sync_folder", full)
        with pytest.raises(NotKept) as refused:
            done.store().keep(draft())
    assert refused.value.reason is Reason.DISK_FULL
    assert done.store().keep(draft()).seq == 1


def test_without_keys_nothing_is_kept_and_no_file_appears(tmp_path: Path):
    store = RecordStore(tmp_path, KeyRing(tmp_path / "keys"), lambda: NOON)
    assert not store.ready
    with pytest.raises(NotKept) as refused:
        store.keep(draft())
    assert refused.value.reason is Reason.NO_KEYS
    assert list(tmp_path.iterdir()) == []
    assert store.count() == 0
    with pytest.raises(KeysMissing):
        store.find("MAPLE 27")


def test_a_list_of_recipients_older_than_the_records_is_not_sealed_to(done: Clinic):
    store = done.store()
    store.keep(draft())
    with store.database.session() as session:
        session.connection().exec_driver_sql("UPDATE record SET key_epoch = 2")
    with pytest.raises(NotKept) as refused:
        store.keep(draft())
    assert refused.value.reason is Reason.NO_KEYS


@pytest.mark.parametrize("content", [b"not a database " * 1000, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_file_is_said_to_be_damaged_and_left_as_it_is(done: Clinic, content: bytes):
    path = done.folder / "records.sqlite"
    path.write_bytes(content)
    with pytest.raises(DatabaseBroken):
        done.store().open()
    with pytest.raises(NotKept) as refused:
        done.store().keep(draft())
    assert refused.value.reason is Reason.BROKEN
    assert path.read_bytes() == content


def test_a_damaged_value_is_a_sentence_not_a_crash(done: Clinic):
    store = done.store()
    store.keep(draft())
    with store.database.session() as session:
        session.connection().exec_driver_sql("UPDATE record SET day = 'never'")
    for reading in (lambda: store.heads(1), lambda: store.find("MAPLE 27") or store.heads(1)):
        with pytest.raises(DatabaseBroken):
            reading()
    assert store.faults() == ("Record 1 cannot be read: the file is damaged there. Tell your technician.",)


def test_a_check_goes_on_past_what_cannot_be_read(done: Clinic):
    store = done.store()
    for _ in range(5):
        store.keep(draft())
    store.audit.note(Event.STOPPED)
    store.close()
    done.rows("UPDATE record SET day = 'never' WHERE seq IN (2, 4)")
    done.rows("UPDATE record SET seq = 'nought' WHERE seq = 5")

    found = store.health()
    assert [fault.split(".")[0] for fault in found.faults] == [
        "A record has lost its number: it was changed",
        "Record 2 cannot be read: the file is damaged there",
        "Record 4 cannot be read: the file is damaged there",
        "Record 5 is missing",
    ]
    assert (found.records, found.entries, found.damaged) == (4, 1, False)


def test_a_check_tells_a_file_that_sqlite_finds_damaged(done: Clinic):
    store = done.store()
    for _ in range(20):
        store.keep(draft())
    store.audit.note(Event.STOPPED)
    assert store.health() == Health(20, 1, ())
    store.close()
    path = done.folder / "records.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    found = store.health()
    assert found.damaged
    assert CANARY not in str(found)
    store.close()
    path.write_bytes(b"no database " * 999)
    assert store.health().damaged


def test_patients_send_while_the_records_are_checked(done: Clinic, monkeypatch):
    store = done.store()
    for _ in range(6):
        store.keep(draft())
    store.audit.note(Event.STOPPED)
    monkeypatch.setattr(health, "BATCH", 2)
    seen, checked = [], chain.check

    def check(*of: object) -> None:
        sender = threading.Thread(target=lambda: seen.append(store.keep(draft()).seq))
        sender.start()
        sender.join()
        checked(*of)

    monkeypatch.setattr(chain, "check", check)
    assert store.health() == Health(6, 1, ())
    assert seen == [7, 8, 9, 10, 11, 12]
    monkeypatch.undo()
    assert store.health() == Health(12, 1, ())


def test_records_of_a_newer_version_are_not_touched(done: Clinic):
    store = done.store()
    store.keep(draft())
    store.close()
    with closing(sqlite3.connect(done.folder / "records.sqlite", isolation_level=None)) as raw:
        raw.execute("PRAGMA user_version=99")
    with pytest.raises(DatabaseNewer):
        done.store().open()


@pytest.mark.parametrize(
    "unkept",
    [
        draft(response={"answer": Decimal("NaN"), "text": CANARY}),
        draft(response={"answer": {CANARY}}),
        draft(name=CANARY + "\ud800"),
    ],
)
def test_no_answer_is_in_what_a_failure_says(done: Clinic, unkept):
    store = done.store()
    with pytest.raises(NotKept) as refused:
        store.keep(unkept)

    told = "".join(traceback.format_exception(refused.value)) + repr(refused.value)
    assert refused.value.reason is Reason.BROKEN
    assert CANARY not in told
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    assert store.keep(draft()).seq == 1


def test_a_closed_database_opens_again_by_itself(done: Clinic):
    store = done.store()
    kept = store.keep(draft())
    store.close()
    store.close()
    assert not (done.folder / "records.sqlite-wal").exists()
    assert store.opened(kept.id, done.staff).code == kept.code


def test_patients_and_staff_at_the_same_time(done: Clinic):
    store = done.store()
    kept, read = [], []

    def send():
        for _ in range(10):
            kept.append(store.keep(draft()))
            read.append(store.opened(kept[-1].id, done.staff).draft)

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.seq for one in kept) == list(range(1, 41))
    assert len({one.code for one in kept}) == 40
    assert read == [draft()] * 40
    assert store.faults() == ()


def test_a_second_connection_is_locked_out(done: Clinic):
    store = done.store()
    store.keep(draft())
    with (
        closing(sqlite3.connect(done.folder / "records.sqlite", timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("SELECT count(*) FROM record")


def test_every_error_says_what_to_do_in_a_sentence():
    family = [StoreError]
    for one in family:
        family += one.__subclasses__()
    listed = re.findall(r"── (\w+)", errors.__doc__ or "")
    assert sorted(listed) == sorted(one.__name__ for one in family[1:])
    for one in family:
        assert str(one()).endswith(".")
        assert len(str(one())) > 20
    assert str(WrongPassphrase("Try again.")) == "Try again."


def pages(store: RecordStore) -> int:
    with store.database.session() as session:
        return int(session.connection().exec_driver_sql("PRAGMA page_count").scalar_one())


def limit(store: RecordStore, pages: int) -> None:
    """Makes SQLite find the disk full beyond so many pages; on the store's own connection, where it counts."""
    with store.database.session() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
