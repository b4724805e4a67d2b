"""The one connection to ``records.sqlite``, with the settings that let a sent record survive a power cut."""

from __future__ import annotations

import errno
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from kiosk.store.errors import DatabaseBroken, DatabaseError, DiskFull
from kiosk.store.files import make_folder, sync_folder
from kiosk.store.migrations import lay_out

PRAGMAS = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("journal_size_limit", "4194304", 4_194_304),
    ("secure_delete", "ON", 1),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
)
"""Name, setting, and what SQLite says when it is set. The order matters: without shared memory first, then the log.
The last two are for macOS, where an ordinary fsync leaves the bytes in the disk's own memory."""


class Database:
    """One file, one connection, one user at a time; opened when first used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._engine: Engine | None = None

    def open(self) -> None:
        """Opens or makes the file. Raises DatabaseError."""
        with self._lock, trouble():
            self._opened()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction that is on the disk when the block ends, or undone whole. Raises DatabaseError."""
        with self._lock, trouble(), Session(self._opened()) as session, session.begin():
            yield session

    def forget_freed(self) -> None:
        """Moves the log into the file and empties it, so that what was deleted is in neither. Raises DatabaseError."""
        self._told("PRAGMA wal_checkpoint(TRUNCATE)")

    def compact(self) -> None:
        """Writes the file anew without what was deleted, then empties the log. It needs as much memory and room again
        as the file has, and nobody else gets at the records meanwhile. Raises DatabaseError."""
        self._told("VACUUM")
        self.forget_freed()

    def copy(self, file: Path) -> None:
        """Writes all of it to a new file, as it is now and without what was deleted. Raises DatabaseError."""
        name = str(file).replace("'", "''")
        self._told(f"VACUUM INTO '{name}'")

    @property
    def size(self) -> int:
        """Bytes of the file. Raises DatabaseError."""
        with trouble():
            return self.path.stat().st_size

    def quick_check(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file's own structure, its indices (a damaged one hides that a record was
        reviewed), and rows that belong to a record that is not there; empty when it is sound. Raises DatabaseError."""
        said = [str(one) for (one,) in self._told("PRAGMA integrity_check")]
        try:
            loose = self._told("PRAGMA foreign_key_check")
        except DatabaseBroken:  # a table was made anew without its keys; its rows may all be there
            return (*(() if said == ["ok"] else said), "a table is not laid out as it should be")
        strays = [f"row {row} of {table} belongs to nothing" for table, row, *_ in loose]
        return (*(() if said == ["ok"] else said), *strays)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Closed while the block runs, and everybody else waits: the file may be exchanged for another."""
        with self._lock:
            self.close()
            yield

    def close(self) -> None:
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _told(self, statement: str) -> list[Any]:
        """A statement that is no part of a transaction, and what SQLite answers."""
        with self._lock, trouble(), closing(self._opened().raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(statement)
            return list(cursor.fetchall())

    def _opened(self) -> Engine:
        if self._engine is None:
            make_folder(self.path.parent)
            with ExitStack() as unless_done:
                engine = _engine(self.path)
                unless_done.callback(engine.dispose)
                with engine.begin() as connection:
                    lay_out(connection)
                sync_folder(self.path.parent)
                unless_done.pop_all()
            self._engine = engine
        return self._engine


def _engine(path: Path) -> Engine:
    # No parameters in exceptions: what is sealed has no place in a log either.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set)
    event.listen(engine, "begin", _begin)
    return engine


def _set(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """Sets each pragma and reads it back. Raises DatabaseBroken when SQLite did not take one."""
    with ExitStack() as unless_done:
        unless_done.callback(connection.close)
        # We begin every transaction ourselves; Python's own habit would begin it late and without the lock.
        connection.isolation_level = None
        for name, setting, expected in PRAGMAS:
            connection.execute(f"PRAGMA {name}={setting}")
            if connection.execute(f"PRAGMA {name}").fetchone() != (expected,):
                raise DatabaseBroken(f"SQLite does not take the setting {name}={setting}. Ask your technician.")
        unless_done.pop_all()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def trouble() -> Iterator[None]:
    """Turns what SQLAlchemy, SQLite and the file system raise into DiskFull or DatabaseBroken; the last three come from
    a damaged value: a day that is none, a number that is text or too large."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, ValueError, TypeError, OverflowError) as error:
        raise _named(error) from None


def _named(error: Exception) -> DatabaseError:
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", "")
    if name == "SQLITE_FULL" or (isinstance(cause, OSError) and cause.errno == errno.ENOSPC):
        return DiskFull()
    return DatabaseBroken(f"{DatabaseBroken.sentence} ({name or type(cause).__name__})")
