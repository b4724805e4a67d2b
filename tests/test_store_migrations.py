"""A records' file of every earlier layout opens, keeps its chain and works on; a full disk leaves it as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC
from pathlib import Path

import pytest
from clinic import NOON, Clinic, clinic, draft

from kiosk.domain.tally import Kind
from kiosk.store import chain, database, seal
from kiosk.store.errors import DatabaseNewer, DiskFull
from kiosk.store.seal import Place
from kiosk.store.tables import LAYOUT, MarkRow, RecordRow

FIRST = """
CREATE TABLE record (
    id VARCHAR(36) NOT NULL, kiosk VARCHAR(64) NOT NULL, seq INTEGER NOT NULL, day DATE NOT NULL,
    key_epoch INTEGER NOT NULL, digest BLOB NOT NULL, prev BLOB NOT NULL, sig BLOB NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (id), UNIQUE (seq, kiosk));
CREATE TABLE mark (
    record VARCHAR(36) NOT NULL, kind VARCHAR(16) NOT NULL, "by" VARCHAR(200) NOT NULL, at VARCHAR(40) NOT NULL,
    sig BLOB NOT NULL, PRIMARY KEY (record, kind), FOREIGN KEY(record) REFERENCES record (id));
PRAGMA journal_mode=WAL;
PRAGMA user_version=1;
"""
"""Layout 1 as the first version of the program made it."""


SECOND = """
CREATE TABLE resealed (
    record VARCHAR(36) NOT NULL, key_epoch INTEGER NOT NULL, digest BLOB NOT NULL, sig BLOB NOT NULL,
    sealed BLOB NOT NULL, PRIMARY KEY (record), FOREIGN KEY(record) REFERENCES record (id));
CREATE TABLE audit (
    seq INTEGER NOT NULL, at VARCHAR(40) NOT NULL, kind VARCHAR(32) NOT NULL, "by" VARCHAR(200) NOT NULL,
    counts VARCHAR(2000) NOT NULL, prev BLOB NOT NULL, sig BLOB NOT NULL, PRIMARY KEY (seq));
PRAGMA user_version=2;
"""
"""What made layout 2 of it."""


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


@pytest.fixture(params=[1, 2])
def layout(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture
def old(done: Clinic, layout: int) -> Clinic:
    """Three records of an earlier version, the second of them reviewed, the third deleted."""
    keys = done.keys
    with closing(sqlite3.connect(done.folder / "records.sqlite", isolation_level=None)) as raw:
        raw.executescript(FIRST if layout == 1 else FIRST + SECOND)
        before = None
        for seq in (1, 2, 3):
            sealed = seal.seal(
                seal.body(Place(f"id-{seq}", keys.kiosk, seq, 1), "MAPLE 27", draft()), keys.recipients()
            )
            row = RecordRow(id=f"id-{seq}", kiosk=keys.kiosk, seq=seq, day=NOON.date(), key_epoch=1)
            row.digest, row.prev = chain.digest(sealed), chain.link(before)
            row.sig = keys.sign(chain.framed(row))
            kept = b"" if seq == 3 else sealed
            values = (row.id, row.kiosk, seq, row.day.isoformat(), 1, row.digest, row.prev, row.sig, kept)
            raw.execute("INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?)", values)
            before = row
        for id, kind in (("id-2", "reviewed"), ("id-3", "deleted")):
            mark = MarkRow(record=id, kind=kind, by="Ana", at=NOON.astimezone(UTC).isoformat())
            values = (id, kind, "Ana", mark.at, keys.sign(chain.framed_mark(mark)))
            raw.execute("INSERT INTO mark VALUES (?,?,?,?,?)", values)
    return done


def shape(done: Clinic) -> list[tuple[str, str, str]]:
    """Every table and index as SQLite has it, whatever the spaces."""
    found = done.rows("SELECT name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY name")
    return [(name, table, "".join(sql.split())) for name, table, sql in found]


def test_a_file_of_an_earlier_layout_keeps_its_chain_and_works_on(old: Clinic):
    store = old.store()
    assert store.faults() == ()
    assert [head.reviewed_by for head in store.heads(9)] == ["Ana", ""]
    assert store.opened("id-1", old.staff).draft == draft()
    assert store.keep(draft()).seq == 4
    store.mark_reviewed("id-1", "Eve")
    assert store.health().faults == ()
    store.counts.add(NOON.date(), [(Kind.SENT, "")])
    assert store.counts.sums(NOON.date(), NOON.date()) == {(Kind.SENT, ""): 1}
    store.close()
    assert old.rows("PRAGMA user_version") == [(LAYOUT,)]


def test_a_file_that_was_led_here_is_made_like_a_new_one(old: Clinic, tmp_path: Path):
    new = clinic(tmp_path / "new")
    for one in (old, new):
        store = one.store()
        store.open()
        store.close()
    assert shape(old) == shape(new)


def test_on_a_full_disk_an_old_file_stays_as_it_is(old: Clinic, layout: int, monkeypatch):
    before, tables = old.rows("SELECT * FROM record"), shape(old)
    (pages,) = old.rows("PRAGMA page_count")[0]
    with monkeypatch.context() as patch:
        patch.setattr(database, "PRAGMAS", (*database.PRAGMAS, ("max_page_count", str(pages), pages)))
        with pytest.raises(DiskFull):
            old.store().open()
    assert old.rows("PRAGMA user_version") == [(layout,)]
    assert (old.rows("SELECT * FROM record"), shape(old)) == (before, tables)
    assert old.store().keep(draft()).seq == 4


def test_opening_a_file_of_this_layout_writes_nothing(done: Clinic):
    store = done.store()
    kept = store.keep(draft())
    store.close()
    path, log = done.folder / "records.sqlite", done.folder / "records.sqlite-wal"
    before = path.read_bytes()

    store = done.store()
    store.open()
    assert store.opened(kept.id, done.staff).draft == draft()
    assert store.faults() == ()
    assert path.read_bytes() == before
    assert not log.exists() or log.stat().st_size == 0


def test_a_layout_of_the_future_is_refused_and_left_alone(done: Clinic):
    store = done.store()
    store.keep(draft())
    store.close()
    done.rows(f"PRAGMA user_version={LAYOUT + 1}")
    before = (done.folder / "records.sqlite").read_bytes()
    with pytest.raises(DatabaseNewer):
        done.store().open()
    assert (done.folder / "records.sqlite").read_bytes() == before
