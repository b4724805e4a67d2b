"""Whatever was changed, exchanged, forged or taken away since it was kept is noticed, and intact records still open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft, quick_unwrap

from kiosk.store import chain, queries, seal
from kiosk.store.audit import Event
from kiosk.store.errors import NotForThisKey, Tampered, Unlinked
from kiosk.store.health import Health
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.tables import MarkRow, ResealedRow


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


SWAP = """UPDATE record SET sealed = (SELECT sealed FROM record WHERE seq = 3),
          digest = (SELECT digest FROM record WHERE seq = 3) WHERE seq = 2"""
EIGHT = {
    "altered": (
        ("UPDATE record SET sealed = zeroblob(length(sealed)) WHERE seq = 2",),
        ["The answers of record 2 were changed"],
    ),
    "swapped": (
        (
            "CREATE TEMP TABLE two AS SELECT sealed FROM record WHERE seq = 2",
            "UPDATE record SET sealed = (SELECT sealed FROM record WHERE seq = 3) WHERE seq = 2",
            "UPDATE record SET sealed = (SELECT sealed FROM two) WHERE seq = 3",
        ),
        ["The answers of record 2 were changed", "The answers of record 3 were changed"],
    ),
    "deleted": (("DELETE FROM record WHERE seq = 2",), ["Record 2 is missing"]),
    "reordered": (
        (
            "UPDATE record SET seq = 99 WHERE seq = 2",
            "UPDATE record SET seq = 2 WHERE seq = 3",
            "UPDATE record SET seq = 3 WHERE seq = 99",
        ),
        ["Record 2 was changed or forged", "Record 3 was changed or forged", "Record 4 does not follow record 3"],
    ),
    "duplicated under another number": (
        (
            "INSERT INTO record SELECT 'new', kiosk, 6, day, key_epoch, digest, prev, sig, sealed FROM record "
            "WHERE seq = 5",
        ),
        ["Record 6 was changed or forged"],
    ),
    "duplicated": (
        (
            "CREATE TABLE loose AS SELECT * FROM record UNION ALL SELECT * FROM record WHERE seq = 2",
            "DROP TABLE record",
            "ALTER TABLE loose RENAME TO record",
        ),
        ["Record 2 is there twice"],
    ),
    "forged": (
        (
            "INSERT INTO record SELECT 'new', kiosk, 6, day, key_epoch, digest, prev, zeroblob(64), sealed FROM record "
            "WHERE seq = 5",
        ),
        ["Record 6 was changed or forged"],
    ),
    "re-dated": (("UPDATE record SET day = '2020-01-01' WHERE seq = 2",), ["Record 2 was changed or forged"]),
    "of another kiosk": (
        ("DELETE FROM record WHERE seq = 5", "INSERT INTO record SELECT * FROM other.record WHERE seq = 5"),
        ["Record 5 was changed or forged"],
    ),
    "cut off": (("DELETE FROM record WHERE seq > 3",), ["Records 4 to 5 are missing"]),
}


@pytest.mark.parametrize("what", EIGHT)
def test_each_manipulation_is_named_with_its_number(done: Clinic, tmp_path: Path, what: str):
    other = clinic(tmp_path / "other")
    for one in (done, other):
        store = one.store()
        for _ in range(5):
            store.keep(draft())
        store.audit.note(Event.STOPPED)
        assert store.health() == Health(5, 1, ())
        store.close()
    statements, sentences = EIGHT[what]
    with closing(sqlite3.connect(done.folder / "records.sqlite", isolation_level=None)) as raw:
        raw.execute("ATTACH ? AS other", (str(other.folder / "records.sqlite"),))
        for statement in statements:
            raw.execute(statement)

    faults = [fault.split(".")[0].split(":")[0] for fault in done.store().health().faults]
    assert [sentence for sentence in sentences if sentence not in faults] == []


SEALED_ANEW = {
    "answers changed": "UPDATE resealed SET sealed = zeroblob(length(sealed))",
    "taken out": "DELETE FROM resealed",
    "epoch changed": "UPDATE resealed SET key_epoch = 9",
    "mark taken out": "DELETE FROM mark WHERE kind = 'resealed'",
    "put beside the first": "UPDATE record SET sealed = (SELECT sealed FROM resealed) WHERE seq = 1",
    "forged": "UPDATE resealed SET sig = zeroblob(64)",
}


@pytest.mark.parametrize("what", SEALED_ANEW)
def test_a_record_that_was_sealed_anew_opens_and_a_manipulated_one_is_noticed(done: Clinic, what: str):
    store = done.store()
    kept = [store.keep(draft()) for _ in range(2)]
    keys = done.keys
    with store.database.session() as session:
        row = queries.row(session, kept[0].id)
        again = seal.seal(seal.open_sealed(row.sealed, done.staff), [done.staff.recipient])
        new = ResealedRow(record=row.id, key_epoch=2, digest=chain.digest(again), sealed=again)
        new.sig = keys.sign(chain.framed_resealed(new))
        mark = MarkRow(record=row.id, kind="resealed", by="Ana", at="2026-03-15T00:00:00+00:00")
        mark.sig = keys.sign(chain.framed_mark(mark))
        row.sealed = b""
        session.add_all([new, mark])
    assert store.opened(kept[0].id, done.staff).draft == draft()
    assert store.sealed(kept[0].id) == again
    with pytest.raises(NotForThisKey):
        store.opened(kept[0].id, keys.recover(done.founding.recovery))
    assert store.faults() == ()
    store.close()

    done.rows(SEALED_ANEW[what])
    for reading in (lambda: store.opened(kept[0].id, done.staff), lambda: store.sealed(kept[0].id)):
        with pytest.raises(Tampered, match="record 1"):
            reading()
    assert len(store.faults()) == 1
    store.delete(kept[0].id, "Ana")
    store.close()
    assert done.rows("SELECT count(*) FROM resealed") == [(0,)]


MANIPULATIONS = {
    "answers changed": (
        "UPDATE record SET sealed = CAST(substr(sealed, 1, 900) || X'00' || substr(sealed, 902) AS BLOB) WHERE seq = 2",
    ),
    "answers of another": (SWAP,),
    "answers emptied": ("UPDATE record SET sealed = X'' WHERE seq = 2",),
    "answers emptied, with a false mark": (
        "UPDATE record SET sealed = X'' WHERE seq = 2",
        "INSERT INTO mark SELECT id, 'deleted', 'Ana', '2026', X'00' FROM record WHERE seq = 2",
    ),
    "day changed": ("UPDATE record SET day = '2020-01-01' WHERE seq = 2",),
    "kiosk changed": ("UPDATE record SET kiosk = 'other' WHERE seq = 2",),
    "epoch changed": ("UPDATE record SET key_epoch = 9 WHERE seq = 2",),
    "signature of another": ("UPDATE record SET sig = (SELECT sig FROM record WHERE seq = 1) WHERE seq = 2",),
    "two changed places": (
        "UPDATE record SET seq = 99 WHERE seq = 2",
        "UPDATE record SET seq = 2 WHERE seq = 3",
        "UPDATE record SET seq = 3 WHERE seq = 99",
    ),
    "id changed": ("UPDATE record SET id = 'x' WHERE seq = 2",),
    "the one before taken out": ("DELETE FROM record WHERE seq = 1",),
    "false reviewer": ("INSERT INTO mark SELECT id, 'reviewed', 'Eve', '2026-01-01', X'00' FROM record WHERE seq = 2",),
}


@pytest.mark.parametrize("what", MANIPULATIONS)
def test_a_manipulated_record_is_noticed(done: Clinic, what: str):
    store = done.store()
    for _ in range(5):
        store.keep(draft())
    assert store.faults() == ()
    store.close()
    with closing(sqlite3.connect(done.folder / "records.sqlite", isolation_level=None)) as raw:
        for statement in MANIPULATIONS[what]:
            raw.execute(statement)
    (id,) = done.rows("SELECT id FROM record WHERE seq = 2")[0]

    store = done.store()
    with pytest.raises(Tampered, match=r"[Rr]ecord \d") as noticed:
        store.opened(id, done.staff)
    assert str(noticed.value) in store.faults()
    (last,) = (head for head in store.heads(1))
    assert store.opened(last.id, done.staff).draft == draft()


def test_a_record_exchanged_for_an_older_one_of_the_same_number_is_noticed(done: Clinic, tmp_path: Path):
    store = done.store()
    store.keep(draft())
    store.close()
    shutil.copytree(done.folder, tmp_path / "copy")
    other = RecordStore(tmp_path / "copy", done.keys, lambda: NOON)
    stranger = other.keep(draft(name="somebody else"))
    other.close()
    for _ in range(3):
        store.keep(draft())
    store.close()
    done.rows("DELETE FROM record WHERE seq = 2")
    with closing(sqlite3.connect(done.folder / "records.sqlite", isolation_level=None)) as raw:
        raw.execute("ATTACH ? AS other", (str(tmp_path / "copy" / "records.sqlite"),))
        raw.execute("INSERT INTO record SELECT * FROM other.record WHERE seq = 2")

    for id in (stranger.id, store.heads(9)[1].id):
        with pytest.raises(Unlinked, match="Record 3 does not follow record 2"):
            store.opened(id, done.staff)
        assert store.opened(id, done.staff, alone=True).id == id
    assert store.opened(store.heads(9)[0].id, done.staff).seq == 4
    assert len(store.faults()) == 1


def test_a_damaged_neighbour_does_not_lock_an_intact_record_away(done: Clinic):
    store = done.store()
    kept = [store.keep(draft()) for _ in range(3)]
    store.close()
    done.rows("UPDATE record SET day = '2020-01-01', prev = zeroblob(32) WHERE seq = 2")

    assert store.opened(kept[0].id, done.staff).draft == draft()
    with pytest.raises(Unlinked):
        store.opened(kept[2].id, done.staff)
    assert store.opened(kept[2].id, done.staff, alone=True).draft == draft()
    with pytest.raises(Tampered, match="forged"):
        store.opened(kept[1].id, done.staff, alone=True)


def test_what_is_missing_is_named_number_by_number(done: Clinic):
    store = done.store()
    for _ in range(5):
        store.keep(draft())
    store.close()
    done.rows("DELETE FROM record WHERE seq IN (1, 3, 4)")
    assert [fault.split(".")[0] for fault in done.store().faults()] == [
        "Record 1 is missing",
        "Records 3 to 4 are missing",
    ]


def test_a_record_forged_by_somebody_with_the_public_keys_only_is_noticed(done: Clinic, tmp_path: Path):
    forger = clinic(tmp_path / "forger")
    stolen = forger.folder / "keys"
    listed = KeyRing(stolen, quick_unwrap).load()
    forged = KeyRing(stolen, quick_unwrap)
    forged._keys = replace(listed, recipients=done.keys.load().recipients)
    false = RecordStore(done.folder, forged, lambda: NOON)
    kept = false.keep(draft())
    false.close()
    with pytest.raises(Tampered, match="forged"):
        done.store().opened(kept.id, done.staff)


def test_content_sealed_for_another_record_is_noticed_inside_too():
    place = seal.Place("id", "kiosk", 7, 2)
    content = seal.body(place, "MAPLE 27", draft())

    assert seal.read(content, place) == ("MAPLE 27", draft())
    for other in (
        replace(place, id="x"),
        replace(place, kiosk="x"),
        replace(place, seq=8),
        replace(place, key_epoch=3),
    ):
        with pytest.raises(Tampered, match="another record"):
            seal.read(content, other)
    for broken in (b"", b"[]", b"{}", content.replace(b'"v": 1', b'"v": 2'), content.replace(b'"alerts"', b'"x"')):
        with pytest.raises(Tampered, match="layout") as fault:
            seal.read(broken, place)
        assert CANARY not in str(fault.value)
