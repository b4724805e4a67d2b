"""Older records sealed anew: whoever left opens none of them, not even from the raw file, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from clinic import CANARY, NOON, WORDS, Clinic, clinic, draft, quick_unwrap, quick_wrap

from kiosk.store import resealing
from kiosk.store.age import BEGINNING, Identity
from kiosk.store.audit import Event
from kiosk.store.errors import Deleted, DiskFull, NotForThisKey, Tampered
from kiosk.store.keys import KeyRing
from kiosk.store.recipients import ADMIN
from kiosk.store.records import RecordStore
from kiosk.store.resealing import Resealing
from kiosk.store.staffing import Staffing

RECORDS = 7


@dataclass
class Left:
    """A clinic whose second member has left after ``RECORDS`` records."""

    clinic: Clinic
    ring: KeyRing
    store: RecordStore
    ben: Identity
    ids: list[str]
    ciphertext: list[bytes]

    @property
    def ana(self) -> Identity:
        return self.clinic.staff

    @property
    def work(self) -> Resealing:
        return Resealing(self.store.database, self.ring, self.store.audit, lambda: NOON)

    @property
    def live(self) -> bytes:
        """Every byte of the database and its log."""
        return b"".join(path.read_bytes() for path in self.clinic.folder.glob("records.sqlite*"))

    def opened_by(self, key: Identity) -> int:
        """How many records this key opens."""
        return sum(opens(self.store, id, key) for id in self.ids)


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Left]:
    monkeypatch.setattr(resealing, "BATCH", 3)
    made = clinic(tmp_path / "data")
    ring = made.keys
    staff = Staffing(ring, made.staff, quick_wrap, quick_unwrap)
    ben = staff.add("Ben", WORDS)
    staff.join(ben, ben.words)
    store = RecordStore(made.folder, ring, lambda: NOON)
    ids = [store.keep(draft(born=f"199{n}-01-01", questions=(CANARY * 700 * n,))).id for n in range(RECORDS)]
    ciphertext = [store.sealed(id) for id in ids]
    staff.remove("Ben")
    yield Left(made, ring, store, ben.identity, ids, ciphertext)
    store.close()


def opens(store: RecordStore, id: str, key: Identity) -> bool:
    try:
        store.opened(id, key)
    except NotForThisKey:
        return False
    return True


def test_whoever_left_opens_none_of_them_and_the_others_all(left: Left):
    assert (left.opened_by(left.ben), left.work.waiting()) == (RECORDS, RECORDS)
    told = []
    outcome = left.work.run(left.ana, "Ana Núñez", lambda *counts: told.append(counts))
    assert (outcome.sealed, outcome.closed, outcome.faults, outcome.cancelled) == (RECORDS, 0, [], False)
    assert told == [(3, RECORDS), (6, RECORDS), (RECORDS, RECORDS)]
    assert left.work.waiting() == 0
    assert left.opened_by(left.ben) == 0
    paper = left.ring.recover(left.clinic.founding.recovery)
    assert left.opened_by(left.ana) == left.opened_by(paper) == RECORDS
    for n, id in enumerate(left.ids):
        assert left.store.opened(id, left.ana).draft.born == f"199{n}-01-01"
    assert left.store.faults() == ()
    assert left.store.audit.faults() == ()
    assert left.store.keep(draft()).seq == RECORDS + 1
    assert left.store.faults() == ()


def test_what_was_sealed_before_is_nowhere_in_the_live_file(left: Left):
    before, known = left.live, pieces(left.ciphertext)
    assert sum(piece in before for piece in known) > 0.9 * len(known) > 50
    left.work.run(left.ana, "Ana")
    for content in (left.live, closed(left)):
        assert not [piece for piece in known if piece in content]
        assert BEGINNING in content
        assert CANARY.encode() not in content
    assert left.store.faults() == ()


def pieces(ciphertext: list[bytes]) -> list[bytes]:
    """64 bytes from everywhere in it; the file's pages cut through a few."""
    return [sealed[place : place + 64] for sealed in ciphertext for place in range(0, len(sealed) - 64, 997)]


def closed(left: Left) -> bytes:
    left.store.close()
    return left.live


def test_ended_half_way_it_goes_on_later(left: Left):
    asked = []

    def enough() -> bool:
        asked.append(1)
        return len(asked) > 1

    outcome = left.work.run(left.ana, "Ana", cancelled=enough)
    assert (outcome.sealed, outcome.cancelled) == (3, True)
    assert (left.opened_by(left.ana), left.opened_by(left.ben)) == (RECORDS, RECORDS - 3)
    assert not [piece for piece in pieces(left.ciphertext[:3]) if piece in left.live]
    assert left.store.faults() == ()
    outcome = left.work.run(left.ana, "Ana")
    assert (outcome.sealed, outcome.cancelled, left.opened_by(left.ben)) == (RECORDS - 3, False, 0)
    assert left.work.run(left.ana, "Ana") == resealing.Outcome()
    notes = [entry for entry in left.store.audit.entries(99) if entry.event == Event.RECORDS_RESEALED]
    assert [(note.by, note.counts["resealed"], note.counts["epoch"]) for note in notes] == [
        ("Ana", 4, 3),
        ("Ana", 3, 3),
    ]


def test_a_batch_that_cannot_be_written_is_undone_whole(left: Left, monkeypatch):
    sign, signed = left.ring.sign, []

    def full(content: bytes) -> bytes:
        signed.append(content)
        if len(signed) == 9:  # two signatures a record: the second batch
            raise DiskFull
        return sign(content)

    with monkeypatch.context() as patch:
        patch.setattr(left.ring, "sign", full)
        with pytest.raises(DiskFull):
            left.work.run(left.ana, "Ana")
    assert (left.opened_by(left.ana), left.opened_by(left.ben)) == (RECORDS, RECORDS - 3)
    assert left.store.faults() == ()
    (note,) = left.store.audit.entries(1)
    assert (note.event, note.counts["resealed"]) == (Event.RECORDS_RESEALED, 3)
    assert left.work.run(left.ana, "Ana").sealed == RECORDS - 3


def test_sealed_anew_more_than_once(left: Left):
    left.work.run(left.ana, "Ana")
    first = [left.store.sealed(id) for id in left.ids]
    staff = Staffing(left.ring, left.ana, quick_wrap, quick_unwrap)
    cem = staff.add("Cem", WORDS)
    staff.join(cem, cem.words)
    assert left.opened_by(cem.identity) == 0
    assert left.work.run(left.ana, "Ana").sealed == RECORDS
    assert left.opened_by(cem.identity) == left.opened_by(left.ana) == RECORDS
    assert not [piece for piece in pieces(first) if piece in left.live]
    assert left.store.faults() == ()


def test_a_key_that_opens_only_some_leaves_the_others(left: Left):
    staff = Staffing(left.ring, left.ana, quick_wrap, quick_unwrap)
    cem = staff.add("Cem", WORDS, role=ADMIN)
    staff.join(cem, cem.words)
    left.store.keep(draft())
    staff.remove("Ana Núñez")
    outcome = left.work.run(cem.identity, "Cem")
    assert (outcome.sealed, outcome.closed) == (1, RECORDS)
    paper = left.ring.recover(left.clinic.founding.recovery)
    assert left.work.run(paper, "recovery key").sealed == RECORDS
    assert left.opened_by(cem.identity) == RECORDS
    assert left.opened_by(left.ana) == 0
    assert left.store.faults() == ()


def test_deleted_records_stay_deleted_and_deleting_takes_what_was_sealed_anew(left: Left):
    left.store.delete(left.ids[0], "Ana")
    outcome = left.work.run(left.ana, "Ana")
    assert (outcome.sealed, outcome.closed, outcome.faults) == (RECORDS - 1, 0, [])
    anew = left.store.sealed(left.ids[1])
    left.store.delete(left.ids[1], "Ana")
    for id in left.ids[:2]:
        with pytest.raises(Deleted):
            left.store.opened(id, left.ana)
    assert not [piece for piece in pieces([anew]) if piece in left.live]
    assert left.store.faults() == ()


FORGED = (
    "UPDATE record SET sealed = (SELECT sealed FROM record WHERE seq = 1) WHERE seq = 2",
    "UPDATE record SET sealed = x'00' WHERE seq = 2",
    "UPDATE record SET sealed = x'' WHERE seq = 2",
    "UPDATE record SET day = '2020-01-01' WHERE seq = 2",
)


@pytest.mark.parametrize("statement", FORGED)
def test_nothing_forged_is_given_a_new_seal(left: Left, statement: str):
    with left.store.database.session() as session:
        session.connection().exec_driver_sql(statement)
    outcome = left.work.run(left.ana, "Ana")
    assert outcome.sealed == RECORDS - 1
    assert [fault[:9] for fault in outcome.faults] == ["Record 2:"]
    with pytest.raises(Tampered):
        left.store.opened(left.ids[1], left.ana, alone=True)


LATER = (
    "UPDATE resealed SET sealed = x'00' WHERE record = '{id}'",
    "UPDATE resealed SET digest = zeroblob(32) WHERE record = '{id}'",
    "UPDATE resealed SET key_epoch = 9 WHERE record = '{id}'",
    "DELETE FROM resealed WHERE record = '{id}'",
    "DELETE FROM mark WHERE record = '{id}'",
    "UPDATE mark SET kind = 'deleted' WHERE record = '{id}'",
    "UPDATE mark SET by = 'Eve' WHERE record = '{id}'",
    "UPDATE resealed SET (sealed, digest, sig) = (SELECT sealed, digest, sig FROM resealed WHERE record = '{other}') "
    "WHERE record = '{id}'",
)


@pytest.mark.parametrize("statement", LATER)
def test_what_was_sealed_anew_is_signed_too(left: Left, statement: str):
    left.work.run(left.ana, "Ana")
    with left.store.database.session() as session:
        session.connection().exec_driver_sql(statement.format(id=left.ids[1], other=left.ids[2]))
    with pytest.raises(Tampered):
        left.store.opened(left.ids[1], left.ana)
    assert len(left.store.faults()) == 1
    assert opens(left.store, left.ids[3], left.ana)
