"""A damaged file of records is put aside and every intact record is in use again, wherever the damage is."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from clinic import NOON, Clinic, clinic, draft

from kiosk.domain.record import Kept
from kiosk.store import chain
from kiosk.store import rescue as rescuing
from kiosk.store.errors import DatabaseBroken, Deleted, KeysError, StoreError
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.rescue import Rescue, damaged, finish, rescue
from kiosk.store.salvage import WANTED
from kiosk.store.space import Room
from kiosk.store.tables import Table

RECORDS = 40
PAGE = 4096
DELETED_SEQ, MARKED_SEQ = 5, 7


@dataclass
class Done:
    """A clinic with records, and what its patients were told."""

    clinic: Clinic
    kept: list[Kept]

    @property
    def folder(self) -> Path:
        return self.clinic.folder

    @property
    def path(self) -> Path:
        return self.folder / "records.sqlite"

    def store(self) -> RecordStore:
        return RecordStore(self.folder, self.clinic.keys, lambda: NOON, lambda _: Room(0))

    def rescue(self) -> Rescue:
        return rescue(self.folder, self.clinic.keys, lambda: NOON)

    def overwrite(self, at: int, data: bytes) -> None:
        content = bytearray(self.path.read_bytes())
        content[at : at + len(data)] = data
        self.path.write_bytes(content)

    def page_of(self, table: str, kind: int, last: bool = True) -> int:
        """The number of a page of this kind (13: rows, 10: an index) that belongs to the table or index."""
        content = self.path.read_bytes()
        root = dict(self.clinic.rows("SELECT name, rootpage FROM sqlite_master"))[table]
        page = content[(root - 1) * PAGE : root * PAGE]
        while page[0] in (2, 5):
            root = int.from_bytes(page[8:12], "big") if last else int.from_bytes(page[slice(*child(page))], "big")
            page = content[(root - 1) * PAGE : root * PAGE]
        assert page[0] == kind
        return root


def noise(size: int) -> bytes:
    return Random(size).randbytes(size)  # noqa: S311 (the same every time)


def child(page: bytes) -> tuple[int, int]:
    at = int.from_bytes(page[12:14], "big")
    return at, at + 4


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Done:
    made = clinic(tmp_path_factory.mktemp("rescue") / "data")
    store = RecordStore(made.folder, made.keys, lambda: NOON, lambda _: Room(0))
    kept = [store.keep(draft(name=f"Nr {number}")) for number in range(1, RECORDS + 1)]
    store.mark_reviewed(kept[MARKED_SEQ - 1].id, "Ana Núñez")
    store.delete(kept[DELETED_SEQ - 1].id, "Ana Núñez")
    store.close()
    return Done(made, kept)


@pytest.fixture
def done(template: Done, tmp_path: Path) -> Done:
    shutil.copytree(template.folder, tmp_path / "data")
    return Done(Clinic(tmp_path / "data", template.clinic.founding), template.kept)


def opens(done: Done, store: RecordStore, seq: int) -> bool:
    """Whether the record is there exactly as it was sent."""
    try:
        record = store.opened(done.kept[seq - 1].id, done.clinic.staff, alone=True)
    except StoreError:
        return False
    assert (record.seq, record.code, record.draft) == (seq, done.kept[seq - 1].code, draft(name=f"Nr {seq}"))
    return True


def opened(done: Done, store: RecordStore) -> set[int]:
    return {seq for seq in range(1, RECORDS + 1) if opens(done, store, seq)}


ALL = set(range(1, RECORDS + 1)) - {DELETED_SEQ}


def header(done: Done) -> None:
    done.overwrite(0, b"\xff" * 100)


def first_page(done: Done) -> None:
    done.overwrite(0, bytes(PAGE))


def root_of_the_records(done: Done) -> None:
    root = done.clinic.rows("SELECT rootpage FROM sqlite_master WHERE name = 'record'")[0][0]
    done.overwrite((root - 1) * PAGE, noise(PAGE))


def head_of_a_leaf(done: Done) -> None:
    done.overwrite((done.page_of("record", 13) - 1) * PAGE, bytes(16))


def an_index(done: Done) -> None:
    done.overwrite((done.page_of("sqlite_autoindex_record_2", 10) - 1) * PAGE, noise(PAGE))


@pytest.mark.parametrize("harm", [header, first_page, root_of_the_records, head_of_a_leaf, an_index])
def test_where_no_row_is_hit_every_record_is_in_use_again(done: Done, harm: Callable[[Done], None]):
    harm(done)
    assert damaged(done.folder)
    content = done.path.read_bytes()
    told = done.rescue()

    store = done.store()
    assert told == Rescue(done.folder / "records.damaged-1.sqlite", RECORDS, 0, 0)
    assert told.put_aside.read_bytes() == content
    assert opened(done, store) == ALL
    assert store.faults() == ()
    assert store.audit.faults() == ()
    assert store.audit.entries(1)[0].counts["recovered"] == RECORDS
    assert store.heads(1, RECORDS - MARKED_SEQ)[0].reviewed_by == "Ana Núñez"
    with pytest.raises(Deleted):
        store.opened(done.kept[DELETED_SEQ - 1].id, done.clinic.staff)
    assert store.keep(draft()).seq == RECORDS + 1
    assert not damaged(done.folder)


def test_a_destroyed_page_costs_the_records_on_it_and_no_number_is_given_twice(done: Done):
    page = done.page_of("record", 13)
    done.overwrite((page - 1) * PAGE, bytes(PAGE))
    told = done.rescue()

    store = done.store()
    assert told.lost in range(1, 6)
    first = RECORDS - told.lost + 1
    assert (told.recovered, told.carved) == (first - 1, 0)
    assert opened(done, store) == ALL - set(range(first, RECORDS + 1))
    assert store.faults() == (chain.missing(first, RECORDS),)
    kept = store.keep(draft())
    assert kept.seq == RECORDS + 2
    assert kept.code not in {one.code for one in done.kept}
    assert store.opened(kept.id, done.clinic.staff).draft == draft()


def test_what_is_only_in_the_log_yet_is_saved_too(done: Done):
    store = done.store()
    done.kept.append(store.keep(draft(name="Nr 41")))
    content, log = done.path.read_bytes(), (done.folder / "records.sqlite-wal").read_bytes()
    store.close()
    done.path.write_bytes(bytes(PAGE) + content[PAGE:])
    (done.folder / "records.sqlite-wal").write_bytes(log)
    told = done.rescue()
    assert (told.recovered, told.lost) == (41, 0)
    assert (done.folder / "records.damaged-1.sqlite-wal").read_bytes() == log
    assert opens(done, done.store(), 41)


def test_a_file_cut_short_gives_what_it_has_and_leaves_room_for_what_it_had(done: Done):
    content = done.path.read_bytes()
    done.path.write_bytes(content[: len(content) // 2])
    told = done.rescue()
    store = done.store()
    assert told.lost is None
    assert told.recovered == len(opened(done, store)) + 1
    assert 10 < told.recovered < RECORDS
    assert store.keep(draft()).seq > RECORDS


def test_nothing_readable_is_a_new_start_beyond_every_number(done: Done):
    done.path.write_bytes(noise(done.path.stat().st_size))
    told = done.rescue()
    assert (told.recovered, told.carved, told.lost) == (0, 0, None)
    assert done.store().keep(draft()).seq > RECORDS


def test_sealed_answers_whose_row_was_changed_are_kept_as_files(done: Done):
    digests = dict(done.clinic.rows("SELECT seq, digest FROM record"))
    content = done.path.read_bytes()
    # The day stands before the digest.
    done.overwrite(content.rindex(b"2026-", 0, content.index(digests[3])), b"3")
    done.overwrite(content.index(digests[4]), bytes(4))
    told = done.rescue()
    assert (told.recovered, told.carved, told.lost) == (RECORDS - 2, 1, 1)
    beside = done.folder / "records.damaged-1"
    assert {path.name for path in beside.iterdir()} == {"1.age", "unproved-1.age"}
    for path, name in ((beside / "1.age", b"Nr 3"), (beside / "unproved-1.age", b"Nr 4")):
        assert name in done.clinic.staff.open(path.read_bytes())


def test_what_staff_deleted_does_not_come_back_from_an_old_page(done: Done, monkeypatch):
    store = done.store()
    monkeypatch.setattr(store.database, "forget_freed", lambda: None)
    store.delete(done.kept[9].id, "Ana Núñez")
    content, log = done.path.read_bytes(), (done.folder / "records.sqlite-wal").read_bytes()
    store.close()
    done.path.write_bytes(b"\xff" * 100 + content[100:])
    (done.folder / "records.sqlite-wal").write_bytes(log)
    done.rescue()
    with pytest.raises(Deleted):
        done.store().opened(done.kept[9].id, done.clinic.staff)


def test_files_put_aside_are_never_overwritten(done: Done):
    for number in (1, 2):
        header(done)
        content = done.path.read_bytes()
        assert done.rescue().put_aside.name == f"records.damaged-{number}.sqlite"
        assert (done.folder / f"records.damaged-{number}.sqlite").read_bytes() == content
        assert opened(done, done.store()) == ALL


@pytest.mark.parametrize("step", range(3))
def test_an_interrupted_rescue_is_finished_at_the_next_start(done: Done, monkeypatch, step: int):
    header(done)
    (done.folder / "records.sqlite-wal").write_bytes(b"a log that goes with it")
    content, steps = done.path.read_bytes(), iter(range(9))

    def cut(folder: Path) -> None:
        if next(steps) == step:
            raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(rescuing, "sync_folder", cut)
        with pytest.raises(DatabaseBroken):
            done.rescue()
    finish(done.folder)
    finish(done.folder)
    assert opened(done, done.store()) == ALL
    assert (done.folder / "records.damaged-1.sqlite").read_bytes() == content
    assert (done.folder / "records.damaged-1.sqlite-wal").read_bytes() == b"a log that goes with it"


def test_without_the_keys_nothing_is_touched(done: Done):
    header(done)
    content = done.path.read_bytes()
    shutil.rmtree(done.folder / "keys")
    with pytest.raises(KeysError):
        rescue(done.folder, KeyRing(done.folder / "keys"), lambda: NOON)
    assert done.path.read_bytes() == content


def test_a_sound_file_and_one_another_program_holds_are_not_damaged(done: Done, tmp_path: Path):
    assert not damaged(tmp_path / "nothing")
    assert not damaged(done.folder)
    with closing(sqlite3.connect(done.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert not damaged(done.folder)


def test_every_table_can_be_saved():
    assert {*WANTED, "counted"} == set(Table.metadata.tables)  # the days' numbers are read by SQLite alone
    for name, (columns, _) in WANTED.items():
        assert columns == tuple(column.name for column in Table.metadata.tables[name].columns)
