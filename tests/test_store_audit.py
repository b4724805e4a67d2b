"""Who did what stands in a log that nobody can change unnoticed, and that never costs a patient's record."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft

from kiosk.store import audit
from kiosk.store.audit import Event
from kiosk.store.chain import START, ChainHead
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore

EMPTY = ChainHead(0, START.hex())


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


def tamper(done: Clinic, *statements: str) -> None:
    with closing(sqlite3.connect(done.folder / "records.sqlite", isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def logged(done: Clinic, count: int) -> RecordStore:
    """A closed store with a record and so many lines."""
    store = done.store()
    store.keep(draft())
    for number in range(count):
        store.audit.note(Event.UNLOCKED, "Ana", misses=number)
    store.close()
    return store


def test_a_line_says_what_when_who_and_how_many_and_names_the_newest_record(done: Clinic):
    store = done.store()
    assert (store.head(), store.audit.head()) == (EMPTY, EMPTY)
    store.audit.note(Event.STARTED, version="0.1.0")
    store.keep(draft())
    store.audit.note(Event.EXPORTED, "Ana", exported=1, format="pdf")
    second, first = store.audit.entries(9)

    assert (first.seq, first.event, first.by, first.at) == (1, "started", "", NOON.astimezone(UTC))
    assert first.counts == {"version": "0.1.0", "records": 0, "head": EMPTY.digest}
    assert (second.seq, second.event, second.by) == (2, "exported", "Ana")
    assert second.counts == {"exported": 1, "format": "pdf", "records": 1, "head": store.head().digest}
    assert store.audit.entries(1) == (second,)
    assert store.audit.entries(9, 1) == (first,)
    assert store.audit.count() == store.audit.head().seq == 2
    assert store.audit.faults() == store.faults() == ()


def test_what_staff_do_to_a_record_is_in_the_log_once(done: Clinic):
    store = done.store()
    kept = store.keep(draft())
    for _ in range(2):
        store.mark_reviewed(kept.id, "Ana")
        store.confirm_identity(kept.id, "Ana")
        store.delete(kept.id, "Eve")

    lines = [(line.event, line.by, line.counts["record"]) for line in store.audit.entries(9)]
    assert lines[::-1] == [
        ("record-reviewed", "Ana", 1),
        ("identity-confirmed", "Ana", 1),
        ("record-deleted", "Eve", 1),
    ]
    store.close()
    assert CANARY not in str(done.rows("SELECT * FROM audit"))


def test_the_events_are_the_documented_ones():
    table = [line.split("  ")[0] for line in (audit.__doc__ or "").splitlines() if "  " in line.strip()]
    assert [line for line in table if line] == [event.value for event in Event]


def test_without_room_a_line_waits_and_no_record_is_lost_for_it(done: Clinic):
    store = done.store()
    store.audit.note(Event.STARTED)
    limit(store, pages(store))
    for free in range(150):
        store.audit.note(Event.UNLOCKED, "A" * 200, free=free)
    assert store.audit.waiting > 0
    limit(store, 1_000_000)
    store.keep(draft())
    store.audit.note(Event.STOPPED)

    assert store.audit.waiting == 0
    assert [line.counts.get("free") for line in store.audit.entries(151)][::-1] == [*range(150), None]
    assert store.audit.entries(1)[0].event == "stopped"
    assert store.audit.faults() == store.faults() == ()


def test_what_happened_before_the_set_up_is_written_once_there_are_keys(tmp_path: Path):
    (tmp_path / "data").mkdir()
    keyring = KeyRing(tmp_path / "data" / "keys")
    store = RecordStore(tmp_path / "data", keyring, lambda: NOON)
    store.audit.note(Event.STARTED)
    assert (store.audit.waiting, store.audit.entries(9), store.audit.faults()) == (1, (), ())
    clinic(tmp_path / "data")
    store.audit.note(Event.KEYS_FOUNDED, epoch=1)
    assert [line.event for line in store.audit.entries(9)] == ["keys-founded", "started"]
    assert store.audit.faults() == ()


def test_no_more_than_so_many_lines_wait(tmp_path: Path):
    store = RecordStore(tmp_path, KeyRing(tmp_path / "keys"), lambda: NOON)
    for _ in range(audit.WAITING + 3):
        store.audit.note(Event.STARTED)
    assert store.audit.waiting == audit.WAITING
    assert list(tmp_path.iterdir()) == []


def test_order_is_by_number_whatever_the_clock_says(done: Clinic):
    times = [NOON, NOON + timedelta(days=3650), NOON - timedelta(days=3650)]
    store = RecordStore(done.folder, done.keys, lambda: times[0])
    for _ in range(3):
        store.audit.note(Event.STARTED)
        times.append(times.pop(0))
    assert [line.at for line in store.audit.entries(9)] == [moment.astimezone(UTC) for moment in times[::-1]]
    assert store.audit.faults() == ()


MANIPULATIONS = {
    "altered": (("UPDATE audit SET \"by\" = 'Eve' WHERE seq = 3",), "Entry 3 .* changed or forged"),
    "swapped": (
        (
            "UPDATE audit SET counts = (SELECT counts FROM audit WHERE seq = 4), sig = (SELECT sig FROM audit WHERE "
            "seq = 4) WHERE seq = 3",
        ),
        "Entry 3 .* changed or forged",
    ),
    "deleted": (("DELETE FROM audit WHERE seq IN (2, 3, 5)",), "Entries 2 to 3 .* missing"),
    "beginning deleted": (("DELETE FROM audit WHERE seq < 3",), "Entries 1 to 2 .* missing"),
    "reordered": (
        (
            "UPDATE audit SET seq = 99 WHERE seq = 3",
            "UPDATE audit SET seq = 3 WHERE seq = 4",
            "UPDATE audit SET seq = 4 WHERE seq = 99",
        ),
        "Entry 3 .* changed or forged",
    ),
    "duplicated": (
        ('INSERT INTO audit SELECT 7, at, kind, "by", counts, prev, sig FROM audit WHERE seq = 6',),
        "Entry 7 .* changed or forged",
    ),
    "forged": (
        (
            "INSERT INTO audit SELECT 7, at, 'started', '', counts, (SELECT prev FROM audit WHERE seq = 6), "
            "zeroblob(64) FROM audit WHERE seq = 6",
        ),
        "Entry 7 .* changed or forged",
    ),
    "re-dated": (("UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 3",), "Entry 3 .* changed or forged"),
    "emptied": (("DELETE FROM audit",), "empty"),
    "counts illegible": (("UPDATE audit SET counts = X'FF' WHERE seq = 3",), "Entry 3 .* changed or forged"),
}


@pytest.mark.parametrize("what", MANIPULATIONS)
def test_a_manipulated_log_is_noticed(done: Clinic, what: str):
    statements, sentence = MANIPULATIONS[what]
    store = logged(done, 6)
    assert store.audit.faults() == ()
    store.close()
    tamper(done, *statements)

    assert any(re.search(sentence, fault) for fault in store.audit.faults())
    assert len(store.health().faults) == len(store.audit.faults()) > 0
    store.audit.note(Event.STOPPED)
    assert store.audit.entries(1)[0].event == "stopped"
    assert store.keep(draft()).seq == 2


def test_a_log_of_another_kiosk_is_noticed(done: Clinic, tmp_path: Path):
    other = clinic(tmp_path / "other")
    logged(done, 3)
    logged(other, 3)
    with closing(sqlite3.connect(done.folder / "records.sqlite", isolation_level=None)) as raw:
        raw.execute("ATTACH ? AS other", (str(other.folder / "records.sqlite"),))
        raw.execute("DELETE FROM audit")
        raw.execute("INSERT INTO audit SELECT * FROM other.audit")
    assert len(done.store().audit.faults()) == 3


def test_a_log_exchanged_for_an_earlier_copy_that_went_on_is_noticed(done: Clinic):
    store = logged(done, 3)
    kept = done.rows("SELECT * FROM audit")
    store.audit.note(Event.UNLOCKED, "Ana")
    head = store.audit.head()
    store.close()
    tamper(done, "DELETE FROM audit WHERE seq = 4")
    assert done.rows("SELECT * FROM audit") == kept
    assert store.audit.faults() == ()
    assert store.audit.faults(head) == ("Entry 4 of the audit log is missing. Tell your technician.",)
    store.audit.note(Event.UNLOCKED, "Eve")
    (fault,) = store.audit.faults(head)
    assert "Entry 4 of the audit log is not the one that was exported" in fault


def test_a_line_exchanged_for_an_older_one_of_the_same_number_is_noticed(done: Clinic):
    store = logged(done, 3)
    tamper(done, "CREATE TABLE aside AS SELECT * FROM audit WHERE seq = 3", "DELETE FROM audit WHERE seq = 3")
    for _ in range(3):
        store.audit.note(Event.UNLOCKED, "Eve")
    assert store.audit.faults() == ()
    store.close()
    tamper(done, "DELETE FROM audit WHERE seq = 3", "INSERT INTO audit SELECT * FROM aside")
    assert store.audit.faults() == ("Entry 4 of the audit log does not follow entry 3. Tell your technician.",)


def test_a_tail_of_records_that_was_cut_off_is_noticed_by_the_log(done: Clinic):
    store = done.store()
    for _ in range(5):
        store.keep(draft())
    head = store.head()
    assert head.seq == 5
    store.audit.note(Event.STOPPED)
    store.close()
    tamper(done, "DELETE FROM record WHERE seq > 3")

    assert store.faults() == ("Records 4 to 5 are missing. Tell your technician.",)
    store.keep(draft())
    store.keep(draft())
    (fault,) = store.faults()
    assert fault.startswith("Record 5 is not the one that was noted before")
    store.close()
    tamper(done, "DELETE FROM audit", "DELETE FROM record WHERE seq > 3")
    assert store.faults() == ()
    assert store.faults(head) == ("Records 4 to 5 are missing. Tell your technician.",)
    line = ChainHead(1, "")
    assert store.health(head, line).faults == (
        "Records 4 to 5 are missing. Tell your technician.",
        "Entry 1 of the audit log is missing. Tell your technician.",
    )


def test_a_long_log_is_checked_to_its_end(done: Clinic, monkeypatch):
    monkeypatch.setattr(audit, "BATCH", 3)
    for count in (3, 1):
        store = logged(done, count)
    assert (store.audit.count(), store.audit.faults()) == (4, ())
    store.close()
    tamper(done, "UPDATE audit SET kind = 'x' WHERE seq = 4")
    assert len(store.audit.faults()) == 1


def test_a_forged_line_is_no_witness_for_the_records(done: Clinic):
    store = logged(done, 2)
    tamper(done, 'UPDATE audit SET counts = \'{"records": 99, "head": ""}\' WHERE seq = 2')
    assert store.faults() == ()
    assert store.audit.anchor() == store.head()
    assert len(store.audit.faults()) == 1


def pages(store: RecordStore) -> int:
    with store.database.session() as session:
        return int(session.connection().exec_driver_sql("PRAGMA page_count").scalar_one())


def limit(store: RecordStore, pages: int) -> None:
    """Makes SQLite find the disk full beyond so many pages; on the store's own connection, where it counts."""
    with store.database.session() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
