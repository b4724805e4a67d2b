"""Puts a damaged records' file aside, never deletes it, and goes on with a new one that has every intact record.

The new file is made complete beside, then the two change places; ``finish`` ends that after a power cut. What cannot be
saved: a record of which a page is destroyed and in no log either. Its number then stays empty, and the check says so.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from kiosk.store import chain, queries
from kiosk.store.audit import AuditLog, Counts, Event
from kiosk.store.database import Database, trouble
from kiosk.store.errors import DatabaseBroken
from kiosk.store.files import make_folder, sync_folder, write_durably
from kiosk.store.keys import KeyRing
from kiosk.store.salvage import SUFFIXES, Salvage
from kiosk.store.tables import DELETED, RESEALED, AuditRow, CountRow, MarkRow, RecordRow, ResealedRow

NAME = "records.sqlite"
BUILDING, READY, ROOM = "records.building.sqlite", "records.rescued.sqlite", "records.reading"
COUNT = ("day", "kind", "what", "visits")
SEAM = "recovery"
"""Who empties the number at which a saved file ends."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """``recovered`` records are in use again, the deleted ones counted; ``carved`` are age files in the folder beside
    ``put_aside``; ``lost`` numbers have neither, None when nobody can say how many."""

    put_aside: Path
    recovered: int
    carved: int
    lost: int | None


def damaged(folder: Path) -> bool:
    """Whether it is the records' file itself that cannot be used, and not the disk, a permission, or another program.

    Looks at a copy, so it may take a while. Raises OSError when the file cannot be read.
    """
    if not (folder / NAME).exists():
        return False
    room = folder / ROOM
    shutil.rmtree(room, ignore_errors=True)
    make_folder(room)
    copy = Database(room / NAME)
    try:
        for suffix in ("", "-wal"):
            if (folder / f"{NAME}{suffix}").exists():
                shutil.copyfile(folder / f"{NAME}{suffix}", room / f"{NAME}{suffix}")
        return bool(copy.quick_check())
    except DatabaseBroken:
        return True
    finally:
        copy.close()
        shutil.rmtree(room, ignore_errors=True)


def rescue(folder: Path, keyring: KeyRing, clock: Callable[[], datetime]) -> Rescue:
    """Saves what is intact in ``folder/records.sqlite`` into a new file of that name. The store must be closed.

    Raises KeysError (without the kiosk's key nothing can be told from noise), DatabaseError or OSError; then
    everything is as it was.
    """
    finish(folder)
    keyring.load()
    salvage = Salvage(keyring)
    salvage.read(folder / NAME, folder / ROOM)
    aside = _aside(folder)
    carved = _carve(aside.with_suffix(""), salvage)
    records = list(salvage.whole())
    lost = _lost(salvage, records, carved)
    building = folder / BUILDING
    for suffix in SUFFIXES:
        building.with_name(building.name + suffix).unlink(missing_ok=True)
    database = Database(building)
    try:
        with database.session() as session:
            _fill(session, salvage, records)
            last = _seam(session, salvage, keyring, clock) if _uncertain(salvage, records) else None
            counts: Counts = {"recovered": len(records), "carved": carved, "lost": "unknown" if lost is None else lost}
            after: Counts = {"after": last} if last else {}
            AuditLog(database, keyring, clock).write(session, Event.RECOVERED, "", **counts, **after)
        database.forget_freed()
    finally:
        database.close()
    with trouble():
        building.replace(folder / READY)
        sync_folder(folder)
        finish(folder)
    return Rescue(aside, len(records), carved, lost)


def finish(folder: Path) -> None:
    """Ends a change of places that a power cut interrupted; to be called before the records are opened. Raises
    OSError."""
    if not (folder / READY).exists():
        return
    aside = _aside(folder)
    for suffix in SUFFIXES:
        present = folder / f"{NAME}{suffix}"
        if present.exists():
            present.rename(aside.with_name(aside.name + suffix))
            sync_folder(folder)
    (folder / READY).rename(folder / NAME)
    sync_folder(folder)


def draw_seam(session: Session, keyring: KeyRing, clock: Callable[[], datetime], after: int) -> int:
    """Ends the numbers that were ever given with an empty record, so that none is given twice: a claim code is made
    from the number. ``after`` is the highest one given; what stands between it and the newest record is missing, and
    the check will say so. The number that was used up."""
    last = queries.last(session)
    at = clock().astimezone(UTC)
    row = RecordRow(
        id=str(uuid4()),
        kiosk=keyring.kiosk,
        seq=after + 1,
        day=at.date(),
        key_epoch=keyring.epoch,
        digest=chain.digest(b""),
        prev=chain.link(last),
        sealed=b"",
    )
    row.sig = keyring.sign(chain.framed(row))
    mark = MarkRow(record=row.id, kind=DELETED, by=SEAM, at=at.isoformat(timespec="seconds"))
    mark.sig = keyring.sign(chain.framed_mark(mark))
    for one in (row, mark):
        session.add(one)
        session.flush()
    return after + 1


def _seam(session: Session, salvage: Salvage, keyring: KeyRing, clock: Callable[[], datetime]) -> int:
    # As many numbers are left out as records may have been lost without a trace.
    return draw_seam(session, keyring, clock, salvage.top + salvage.missing + len(salvage.leftover()))


def _uncertain(salvage: Salvage, records: list[dict[str, Any]]) -> bool:
    newest = max((row["seq"] for row in records), default=0)
    return bool(salvage.top > newest or salvage.missing or salvage.leftover())


def _lost(salvage: Salvage, records: list[dict[str, Any]], carved: int) -> int | None:
    if salvage.missing:
        return None
    return max(salvage.top - len(records) - carved, 0)


def _fill(session: Session, salvage: Salvage, records: list[dict[str, Any]]) -> None:
    ids = {row["id"] for row in records}
    marks = [row for (id, kind), row in salvage.marks.items() if id in ids]
    again = [row for id, row in salvage.again.items() if id in ids and salvage.resealed(id)]
    for table, rows in (
        (RecordRow, records),
        (MarkRow, [row for row in marks if row["kind"] != RESEALED or salvage.resealed(row["record"])]),
        (ResealedRow, [row for row in again if (row["record"], DELETED) not in salvage.marks]),
        (AuditRow, list(salvage.lines.values())),
        (CountRow, [dict(zip(COUNT, (*key, visits), strict=True)) for key, visits in salvage.counts.items()]),
    ):
        if rows:
            session.connection().execute(insert(table), rows)


def _carve(folder: Path, salvage: Salvage) -> int:
    """Writes the sealed answers that have no row, to be opened with ``age -d``: those whose digest is right by number,
    the others apart. How many of the first."""
    bodies, unproved = salvage.leftover(), salvage.unproved()
    if bodies or unproved:
        make_folder(folder)
    for number, body in enumerate(bodies, 1):
        write_durably(folder / f"{number}.age", body)
    for number, body in enumerate(unproved, 1):
        write_durably(folder / f"unproved-{number}.age", body)
    return len(bodies)


def _aside(folder: Path) -> Path:
    """The first name that is free; one that has only got a log yet is the one that was being moved to."""
    number = 1
    while _taken(folder, number):
        number += 1
    return folder / f"records.damaged-{number}.sqlite"


def _taken(folder: Path, number: int) -> bool:
    aside = folder / f"records.damaged-{number}.sqlite"
    both = aside.with_name(aside.name + "-wal").exists() and (folder / f"{NAME}-wal").exists()
    return aside.exists() or both
