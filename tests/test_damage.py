"""Sixteen hundred damaged files: every record is given exactly as it was sent, or with an error; never a wrong answer,
a crash or a hang."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import powercut
import pytest
from clinic import NOON, Clinic, clinic, draft
from powercut_look import Ring

from kiosk.domain.record import Kept
from kiosk.store import database, queries
from kiosk.store.age import Identity
from kiosk.store.errors import DatabaseError, StoreError
from kiosk.store.records import RecordStore
from kiosk.store.space import Room

TIMES, RECORDS, PAGE = 400, 60, 4096
KINDS = ("flip", "zero", "noise", "cut")
PATIENCE = 300
"""Seconds for four hundred files; a hang takes longer."""
TREES = (2, 5, 10)
"""The pages that lead to rows; whoever follows a wrong one may end anywhere."""


@dataclass
class Known(Identity):
    """The staff's key; what it has opened once it need not open again."""

    key: Identity

    def __post_init__(self) -> None:
        self.open = cache(self.key.open)


@dataclass
class Damage:
    """One sound file, and the same with one damage after the other."""

    done: Clinic
    kept: list[Kept]
    chance: Random
    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path = self.done.folder / "records.sqlite"
        self.sound = self.path.read_bytes()
        self.keys = Ring(self.done.folder / "keys")
        self.identity = Known(self.done.staff)
        self.expected = {one.id: (one.seq, one.code, draft(name=f"Nr {one.seq}")) for one in self.kept}
        self.rows, self.heads = self._with(lambda store: (raw(store), store.heads(RECORDS)))

    def _with(self, ask: Any) -> Any:
        store = RecordStore(self.done.folder, self.keys, lambda: NOON, lambda _: Room(0))
        try:
            return ask(store)
        finally:
            store.close()

    def harm(self, kind: str) -> tuple[bytes, int]:
        """The damaged bytes, and where."""
        content = bytearray(self.sound)
        at = self.chance.randrange(len(content))
        if kind == "flip":
            content[at] ^= 1 << self.chance.randrange(8)
        elif kind == "cut":
            del content[at:]
        else:
            start = at // PAGE * PAGE if kind == "zero" else at
            size = PAGE if kind == "zero" else self.chance.randrange(1, PAGE)
            new = bytes(size) if kind == "zero" else self.chance.randbytes(size)
            content[start : start + size] = new[: len(content) - start]
            at = start
        return bytes(content), at

    def once(self, kind: str) -> None:
        content, at = self.harm(kind)
        for suffix in ("-wal", "-journal"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        self.path.write_bytes(content)
        self.turn = f"{kind} at {at}"
        self._with(lambda store: self.look(store, self.tree(at) or kind == "cut"))

    def tree(self, at: int) -> bool:
        page = at // PAGE * PAGE
        return page == 0 or any(self.sound[one : one + 1] and self.sound[one] in TREES for one in (page, page + PAGE))

    def look(self, store: RecordStore, all: bool) -> None:
        try:
            store.open()
            faults = store.faults() + store.database.quick_check()
        except StoreError:
            faults = ("broken",)
        rows = raw(store)
        touched = {row[0] for row in self.rows if row not in rows}
        self.seen["touched"] += bool(touched)
        self.seen["noticed"] += bool(faults)
        if touched and not faults:
            self.wrong.append(f"{self.turn}: nobody noticed")
        asked = set(self.expected) if all else touched | set(self.chance.sample(sorted(self.expected), 2))
        for id in asked & self.expected.keys():
            self.ask(store, id, id in touched)
        with suppress(StoreError):
            if store.heads(RECORDS) != self.heads and not faults:
                self.wrong.append(f"{self.turn}: the list is another, and nobody noticed")

    def ask(self, store: RecordStore, id: str, touched: bool) -> None:
        try:
            record = store.opened(id, self.identity, alone=True)
        except StoreError:
            self.seen["refused"] += touched
            return
        if (record.id, (record.seq, record.code, record.draft)) != (id, self.expected[id]):
            self.wrong.append(f"{self.turn}: a wrong answer for record {self.expected[id][0]}")
        with suppress(StoreError):
            head = store.find(record.code)
            if head is not None and head.seq != record.seq:
                self.wrong.append(f"{self.turn}: the code of record {record.seq} leads to {head.seq}")
        self.seen["given although touched"] += touched


def raw(store: RecordStore) -> list[tuple[Any, ...]]:
    """The records' rows as SQLite gives them, as far as it gives any."""
    rows: list[tuple[Any, ...]] = []
    with suppress(DatabaseError), store.database.session() as session:
        for row in session.connection().exec_driver_sql("SELECT * FROM record NOT INDEXED"):
            rows.append(tuple(row))
    return rows


def main(kind: str, folder: str) -> None:
    done = clinic(Path(folder))
    store = RecordStore(done.folder, done.keys, lambda: NOON, lambda _: Room(0))
    kept = [store.keep(draft(name=f"Nr {number}")) for number in range(1, RECORDS + 1)]
    for one in kept[::7]:
        store.mark_reviewed(one.id, "Ana Núñez")
    store.confirm_identity(kept[8].id, "Bo")
    store.close()
    # What SQLAlchemy has worked out about a question serves all files.
    database._engine, queries._heads = cache(database._engine), cache(queries._heads)
    damage = Damage(done, kept, Random(f"{kind} 4"))  # noqa: S311 (the same every time)
    for _ in range(TIMES):
        damage.once(kind)
    print(json.dumps({**damage.seen, "wrong": damage.wrong[:20]}))  # noqa: T201 (its answer)


@pytest.mark.parametrize("kinds", [KINDS[:2], KINDS[2:]], ids=" ".join)
def test_a_damaged_file_gives_what_was_sent_or_an_error(
    tmp_path: Path, record_testsuite_property, kinds: tuple[str, ...]
) -> None:
    command = [sys.executable, "-X", "faulthandler", __file__]
    with ExitStack() as running:
        programs = {
            kind: running.enter_context(
                subprocess.Popen([*command, kind, tmp_path / kind], stdout=subprocess.PIPE, env=powercut.env())
            )
            for kind in kinds
        }
        for program in programs.values():
            running.callback(program.kill)
        answers = {kind: program.communicate(timeout=PATIENCE)[0] for kind, program in programs.items()}
    for kind, answer in answers.items():
        told = json.loads(answer or "null")
        record_testsuite_property(kind, answer.decode())
        assert told, "the program that opens the files has ended as it should not"
        assert told["wrong"] == []
        assert told["touched"] > TIMES / 2
        assert told["noticed"] >= told["touched"]


if __name__ == "__main__":
    main(*sys.argv[1:])
