"""What can be saved from a damaged file: rows read by SQLite and straight from the pages, each believed only when the
kiosk signed it, and sealed answers whose own row is lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.store import audit, chain
from kiosk.store.age import BEGINNING
from kiosk.store.keys import KeyRing
from kiosk.store.pages import Pages, Value
from kiosk.store.tables import DELETED, RESEALED, AuditRow, MarkRow, RecordRow, ResealedRow

SUFFIXES = ("-wal", "-journal", "-shm", "")
"""The files of one database, in the order in which they are moved: without its log it would open as if nothing were
missing, so the file itself goes last."""
BLOCK = 4096
RECORD = ("id", "kiosk", "seq", "day", "key_epoch", "digest", "prev", "sig", "sealed")
MARK = ("record", "kind", "by", "at", "sig")
AGAIN = ("record", "key_epoch", "digest", "sig", "sealed")
LINE = ("seq", "at", "kind", "by", "counts", "prev", "sig")
WANTED = {
    "record": (RECORD, (str, str, int, str, int, bytes, bytes, bytes, bytes)),
    "mark": (MARK, (str, str, str, str, bytes)),
    "resealed": (AGAIN, (str, int, bytes, bytes, bytes)),
    "audit": (LINE, (int, str, str, str, str, bytes, bytes)),
}

Row = dict[str, Any]


@dataclass(slots=True)
class Salvage:
    """Everything that was signed, from whatever place. ``bodies`` are whole age files without a row of their own,
    ``doubtful`` those that nothing vouches for but age itself; ``top`` is the highest number that was ever given."""

    keys: KeyRing
    records: dict[str, Row] = field(default_factory=dict)
    heads: dict[str, Row] = field(default_factory=dict)
    marks: dict[tuple[str, str], Row] = field(default_factory=dict)
    again: dict[str, Row] = field(default_factory=dict)
    lines: dict[int, Row] = field(default_factory=dict)
    bodies: dict[bytes, bytes] = field(default_factory=dict)
    doubtful: dict[bytes, bytes] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)
    counts: dict[tuple[date, str, str], int] = field(default_factory=dict)
    """The days' numbers as far as SQLite reads them; nothing signs them, so they are not looked for in the pages."""
    missing: int = 0
    """Pages that are not there, each of which may have been a record nobody knows of."""

    def read(self, path: Path, room: Path) -> None:
        """Takes all it can from the file at ``path`` and its log. ``room`` is a folder for a copy, which goes again:
        SQLite would write into what it mends. Raises OSError when the file cannot be read at all."""
        pages = Pages(readable(path), readable(path.with_name(path.name + "-wal")))
        whole = self._by_sqlite(pages, room)
        for cell in pages.cells(BEGINNING):
            values = (cell.rowid, *cell.values[1:]) if cell.values[:1] == (None,) else cell.values
            self._place(values)
        # Nothing signs a line of an index, so it may not lead far away: a record fills a page.
        most = max((int(row["seq"]) for row in self.heads.values()), default=0) + pages.count
        self.numbers = {seq for seq in self.numbers if 0 < seq <= most}
        # Where nothing at all can be read, every page may have been a record.
        self.missing = pages.missing if self.top or whole else pages.count + pages.missing

    @property
    def top(self) -> int:
        sure = [row["seq"] for row in self.heads.values()]
        noted = [audit.entry(AuditRow(**row)).counts.get("records", 0) for row in self.lines.values()]
        return int(max([0, *sure, *(seq for seq in noted if isinstance(seq, int)), *self.numbers]))

    def whole(self) -> Iterator[Row]:
        """The records that have all that belongs to them, the deleted ones too, in order; one of each number."""
        seen: set[int] = set()
        for id, head in sorted(self.heads.items(), key=lambda one: int(one[1]["seq"])):
            row = self._whole(id, head)
            if row is not None and row["seq"] not in seen:
                seen.add(row["seq"])
                yield row

    def resealed(self, id: str) -> bool:
        return (id, RESEALED) in self.marks and id in self.again

    def _whole(self, id: str, head: Row) -> Row | None:
        # Old versions of a page may still hold what staff have deleted since.
        if (id, DELETED) in self.marks or self.resealed(id):
            return {**head, "sealed": b""}
        return self.records.get(id)

    def _by_sqlite(self, pages: Pages, room: Path) -> bool:
        """Takes every row SQLite reads in a copy, from the first on until it fails and then from the last one back;
        whether it read all records."""
        copy, whole = room / "copy.sqlite", False
        shutil.rmtree(room, ignore_errors=True)
        try:
            room.mkdir(mode=0o700)
            copy.write_bytes(pages.file)
            copy.with_name(copy.name + "-wal").write_bytes(pages.log)
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                for setting in ("locking_mode=EXCLUSIVE", "trusted_schema=OFF"):
                    connection.execute(f"PRAGMA {setting}")
                for table in WANTED:
                    read = self._table(connection, table)
                    whole = read if table == "record" else whole
                self._count(connection)
        except (sqlite3.Error, OSError):
            whole = False
        finally:
            shutil.rmtree(room, ignore_errors=True)
        return whole

    def _table(self, connection: sqlite3.Connection, table: str) -> bool:
        columns = ", ".join(f'"{name}"' for name in WANTED[table][0])
        for order in ("ASC", "DESC"):
            # The names are our own.
            question = f"SELECT {columns} FROM {table} NOT INDEXED ORDER BY rowid {order}"  # noqa: S608
            with suppress(sqlite3.Error, OverflowError):
                for values in connection.execute(question):
                    self._take(table, values)
                return order == "ASC"
        return False

    def _count(self, connection: sqlite3.Connection) -> None:
        with suppress(sqlite3.Error, OverflowError):
            for day, kind, what, visits in connection.execute("SELECT day, kind, what, visits FROM counted"):
                with suppress(ValueError, TypeError):
                    self.counts[date.fromisoformat(day), str(kind), str(what)] = int(visits)

    def _place(self, values: tuple[Value, ...]) -> None:
        for table, (_, types) in WANTED.items():
            if len(values) == len(types) and all(isinstance(*one) for one in zip(values, types, strict=True)):
                self._take(table, values)
                return
        match values:
            case (int(seq), str(kiosk), int()) if kiosk == self.keys.kiosk:  # a line of the index of numbers
                self.numbers.add(seq)

    def _take(self, table: str, values: tuple[Value, ...]) -> None:
        names, types = WANTED[table]
        if not all(isinstance(*one) for one in zip(values, types, strict=True)):
            return
        row: Row = dict(zip(names, values, strict=True))
        {"record": self._record, "mark": self._mark, "resealed": self._again, "audit": self._line}[table](row)

    def _record(self, row: Row) -> None:
        if row["id"] in self.records:
            return
        intact = chain.digest(row["sealed"]) == row["digest"]
        signed = self._signed_head(row)
        if signed is not None:
            self.heads[row["id"]] = signed
            if intact:
                self.records[row["id"]] = {**signed, "sealed": row["sealed"]}
        elif row["sealed"].startswith(BEGINNING):
            (self.bodies if intact else self.doubtful)[chain.digest(row["sealed"])] = row["sealed"]

    def _signed_head(self, row: Row) -> Row | None:
        try:
            head = {**{name: row[name] for name in RECORD[:-1]}, "day": date.fromisoformat(row["day"])}
        except ValueError:
            return None
        return head if self.keys.signed(chain.framed(RecordRow(**head)), row["sig"]) else None

    def _mark(self, row: Row) -> None:
        if self.keys.signed(chain.framed_mark(MarkRow(**row)), row["sig"]):
            self.marks[row["record"], row["kind"]] = row

    def _again(self, row: Row) -> None:
        known = self.again.get(row["record"])
        newer = known is None or known["key_epoch"] < row["key_epoch"]
        intact = chain.digest(row["sealed"]) == row["digest"]
        if newer and intact and self.keys.signed(chain.framed_resealed(ResealedRow(**row)), row["sig"]):
            self.again[row["record"]] = row

    def _line(self, row: Row) -> None:
        if self.keys.signed(audit.framed(AuditRow(**row)), row["sig"]):
            self.lines[row["seq"]] = row

    def leftover(self) -> list[bytes]:
        """Sealed answers without a row, which are not those of a record that has one or was deleted."""
        known = {row["digest"] for row in self.heads.values()}
        return [body for digest, body in self.bodies.items() if digest not in known]

    def unproved(self) -> list[bytes]:
        known = {row["digest"] for row in self.heads.values()} | self.bodies.keys()
        return [body for digest, body in self.doubtful.items() if digest not in known]


def readable(path: Path) -> bytes:
    """The file's bytes, with zeros where the disk does not give them back; empty when there is none. Raises OSError
    when it cannot be opened."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        try:
            return file.read()
        except OSError:
            size = path.stat().st_size
            return b"".join(_block(path, at) for at in range(0, size, BLOCK))[:size]
    return b""


def _block(path: Path, at: int) -> bytes:
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(at)
            return (file.read(BLOCK) or b"").ljust(BLOCK, b"\0")
    except OSError:
        return bytes(BLOCK)
