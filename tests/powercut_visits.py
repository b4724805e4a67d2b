"""The program whose power fails: a set-up, visits, and what staff do with them; or files or versions that must last.

``powercut_visits.py records|files|versions FOLDER DESCRIPTOR full|normal``: what it promises goes
to the descriptor, one JSON line each.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from clinic import NOON, Clinic, clinic, draft

from kiosk.store import database
from kiosk.store.audit import Event
from kiosk.store.editions import Shelf
from kiosk.store.files import write_durably
from kiosk.store.records import RecordStore
from kiosk.store.space import Room

Says = Callable[..., None]
VALUES = 40


def records(folder: Path, says: Says) -> None:
    """Seventeen records over two starts, marks, a deletion, and a log that is emptied and written over."""
    done = clinic(folder)
    says(founded=True)
    store = opened(done)
    store.audit.note(Event.KEYS_FOUNDED)
    says(noted=1)
    kept = [keep(store, says) for _ in range(6)]
    store.mark_reviewed(kept[0], "Ana")
    says(marked=[kept[0], "reviewed"])
    store.delete(kept[1], "Ana")
    says(deleted=kept[1])
    # SQLite does this by itself after a thousand pages; here after every few, so that the log is written over.
    with store.database.session() as session:
        session.connection().exec_driver_sql("PRAGMA wal_autocheckpoint=12")
    kept += [keep(store, says) for _ in range(7)]
    store.confirm_identity(kept[7], "Bo")
    says(marked=[kept[7], "identity"])
    store.database.forget_freed()
    keep(store, says)
    store.close()
    again = opened(done)
    for _ in range(3):
        keep(again, says)


def opened(done: Clinic) -> RecordStore:
    """The store on a disk too small for its reserve: half a megabyte of noise would only slow the tests down."""
    return RecordStore(done.folder, done.keys, lambda: NOON, lambda _: Room(0))


def keep(store: RecordStore, says: Says) -> str:
    id = store.keep(draft()).id
    says(kept=id)
    return id


def files(folder: Path, says: Says) -> None:
    """One small file written over and over, as the settings and the lists of keys are."""
    folder.mkdir()
    folder_lasts(folder.parent)
    for number in range(VALUES):
        write_durably(folder / "value", value(number))
        says(value=number)


def versions(folder: Path, says: Says) -> None:
    """Content that is published, activated, rolled back, shown by a kiosk and cleared away."""
    shelf = Shelf(folder)
    for number in range(6):
        files = {"clinic.toml": value(number), "pictures/a.svg": value(number + 1), "questions/b.en.md": b"b"}
        shelf.publish(files, "Ana", NOON, activate=number % 2 == 0)
        says(changed=shelf.state().changes[-1].number)
        shelf.use(shelf.state().active, NOON)
        if number % 2:
            shelf.rollback("Bo", NOON)
            says(changed=shelf.state().changes[-1].number)
            shelf.activate(shelf.editions()[-1].version, "Bo", NOON, NOON + timedelta(days=1))
            shelf.prune((), NOON + timedelta(days=400))


def value(number: int) -> bytes:
    """Longer than a sector, so that it can be torn; of different lengths, so that a mixture shows."""
    return (f"{number:03d}\n" * (300 + 41 * (number % 5))).encode()


def folder_lasts(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def main(what: str, folder: str, descriptor: str, synchronous: str) -> None:
    def says(**what: object) -> None:
        os.write(int(descriptor), json.dumps(what).encode() + b"\n")

    if synchronous == "normal":
        database.PRAGMAS = tuple(
            ("synchronous", "NORMAL", 1) if name == "synchronous" else (name, setting, expected)
            for name, setting, expected in database.PRAGMAS
        )
    {"records": records, "files": files, "versions": versions}[what](Path(folder), says)
    os._exit(0)  # the power fails while it runs: nothing is tidied up


if __name__ == "__main__":
    main(*sys.argv[1:])
