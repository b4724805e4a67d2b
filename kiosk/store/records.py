"""Keeps sealed records and gives them back to staff: write-only without a staff key.

What staff do to a record and its line in the audit log are one transaction. Opening, printing and exporting are noted
by those who know what for: ``RecordStore.audit.note``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from kiosk.domain import claim
from kiosk.domain.record import Draft, Head, Kept, NotKept, OpenRecord, Reason
from kiosk.store import chain, queries, seal, space
from kiosk.store.age import Identity
from kiosk.store.audit import AuditLog, Event
from kiosk.store.chain import ChainHead, Heads
from kiosk.store.counts import Counts
from kiosk.store.database import Database
from kiosk.store.errors import DatabaseBroken, Deleted, DiskFull, KeysError, StoreError
from kiosk.store.health import BATCH, Health, Inspection
from kiosk.store.keys import KeyRing
from kiosk.store.reserve import Reserve
from kiosk.store.seal import Place
from kiosk.store.space import Room
from kiosk.store.tables import DELETED, IDENTITY, REVIEWED, MarkRow, RecordRow

RETENTION = "retention"
"""Who deletes records whose time is over."""
SMALL = 64 * space.MB
"""Bytes of a file that is written anew after a sweep: SQLite builds the new one in memory."""


class RecordStore:
    """The records in ``folder/records.sqlite``; the file is opened when first used. Safe to call from any thread."""

    def __init__(
        self,
        folder: Path,
        keyring: KeyRing,
        clock: Callable[[], datetime],
        measure: Callable[[Path], Room] = space.room,
    ) -> None:
        """``clock`` gives the time with its zone, ``measure`` the room on the disk of a folder."""
        self.database = Database(folder / "records.sqlite")
        self.audit = AuditLog(self.database, keyring, clock)
        self.counts = Counts(self.database)
        self._reserve = Reserve(folder / "records.reserve")
        self._folder = folder
        self.out_of_order = False
        """Whether the file cannot be used; whoever opens it at the start finds out."""
        self._keys = keyring
        self._clock = clock
        self._measure = measure
        self._noted: Event | None = None

    def open(self) -> None:
        """Opens the file before it is needed, and holds the reserve back. Raises DatabaseError."""
        self.database.open()
        self._hold_back()

    def close(self) -> None:
        self.database.close()

    @property
    def ready(self) -> bool:
        """Whether a questionnaire may be begun: there are keys to seal to, and room. ``keep`` does not ask it: whoever
        has begun can still send."""
        return self._keys.ready and not self.out_of_order and self._spacious()

    def room(self) -> Room:
        """The room on the disk. Raises OSError."""
        return self._measure(self._folder)

    def tend(self) -> Room:
        """What is due at the start and whenever the kiosk is idle: the reserve is made again when there is room, and a
        crossed threshold is noted. Not on the screen's thread. Raises OSError, DatabaseError."""
        room = self.room()
        self._hold_back()
        event = _threshold(room)
        if self._noted is None:
            last = self.audit.newest((Event.DISK_LOW, Event.DISK_CLOSED, Event.DISK_OK))
            self._noted = Event(last.event) if last else Event.DISK_OK
        if event != self._noted:
            self.audit.note(event, free=room.free // space.MB)
            self._noted = event
        return room

    def _hold_back(self) -> None:
        if self._spacious():
            self._reserve.make()

    def _spacious(self) -> bool:
        return self._known_room().questionnaire_open

    def _known_room(self) -> Room:
        """A disk that cannot be asked has none."""
        try:
            return self.room()
        except OSError:
            return Room(0)

    def keep(self, draft: Draft) -> Kept:
        """Returns only when the record would survive a power cut. Raises NotKept; then the draft may be sent again."""
        kept = self._kept(draft)
        # Raised out here, so that no other exception, with the draft in its frames, hangs on to this one.
        if isinstance(kept, Reason):
            raise NotKept(kept)
        return kept

    def _kept(self, draft: Draft) -> Kept | Reason:
        kept = self._tried(draft)
        if kept is Reason.DISK_FULL and self._reserve.free():
            kept = self._tried(draft)
        return kept

    def _tried(self, draft: Draft) -> Kept | Reason:
        try:
            self._keys.load()
            with self.database.session() as session:
                row, code = self._sealed(draft, queries.last(session))
                session.connection().execute(insert(RecordRow), row)
        except KeysError:
            return Reason.NO_KEYS
        except DiskFull:
            return Reason.DISK_FULL
        except (StoreError, OSError, ValueError, TypeError):
            return Reason.BROKEN
        return Kept(row["id"], row["seq"], code)

    def _sealed(self, draft: Draft, last: RecordRow | None) -> tuple[dict[str, Any], str]:
        if last is not None and self._keys.epoch < last.key_epoch:
            raise KeysError("The list of recipients is older than the last record. Restore the newest keys folder.")
        place = Place(str(uuid4()), self._keys.kiosk, last.seq + 1 if last else 1, self._keys.epoch)
        code = claim.code(self._keys.claim_secret, place.seq)
        sealed = seal.seal(seal.body(place, code, draft), self._keys.recipients())
        row = {
            "id": place.id,
            "kiosk": place.kiosk,
            "seq": place.seq,
            "day": self._clock().astimezone(UTC).date(),
            "key_epoch": place.key_epoch,
            "digest": chain.digest(sealed),
            "prev": chain.link(last),
        }
        return {**row, "sig": self._keys.sign(chain.framed(RecordRow(**row))), "sealed": sealed}, code

    def count(self) -> int:
        """How many records hold answers. Raises DatabaseError."""
        with self.database.session() as session:
            return queries.count(session)

    def days(self) -> frozenset[date]:
        """The days, in UTC, on which the records came that still have answers. Raises DatabaseError."""
        with self.database.session() as session:
            return queries.days(session)

    def heads(self, limit: int, offset: int = 0) -> tuple[Head, ...]:
        """Newest first, without the deleted ones. Raises DatabaseError."""
        with self.database.session() as session:
            return queries.heads(session, limit, offset)

    def find(self, code: str) -> Head | None:
        """The newest record with this claim code, however it was typed. Raises KeysError, DatabaseError."""
        if claim.tidy(code) is None:
            return None
        place = claim.place(self._keys.claim_secret, code)
        with self.database.session() as session:
            seqs = range(place, queries.newest(session) + 1, claim.SPACE)
            return queries.newest_of(session, seqs)

    def opened(self, id: str, identity: Identity, alone: bool = False) -> OpenRecord:
        """The record with its answers; ``alone`` opens it although its neighbours in the chain are wrong.

        Raises NoSuchRecord, Deleted, NotForThisKey, Tampered (Unlinked: for the neighbours' sake only), KeysError or
        DatabaseError.
        """
        with self.database.session() as session:
            row, sealed = self._intact(session, id)
            if not alone:
                self._check_neighbours(session, row)
            place = Place(row.id, row.kiosk, row.seq, row.key_epoch)
            head = queries.head(session, id)
        code, draft = seal.read(seal.open_sealed(sealed, identity), place)
        return OpenRecord(head, place.kiosk, code, draft)

    def sealed(self, id: str) -> bytes:
        """The record's age file, whichever keys it is sealed to now. Raises NoSuchRecord, Deleted, Tampered, KeysError
        or DatabaseError."""
        with self.database.session() as session:
            return self._intact(session, id)[1]

    def head(self) -> ChainHead:
        """The head of the records' chain, to be noted on whatever leaves the machine. Raises DatabaseError."""
        with self.database.session() as session:
            last = queries.last(session)
            return ChainHead(last.seq if last else 0, chain.link(last).hex())

    def chains(self) -> Heads:
        """The heads of both chains. Raises DatabaseError."""
        return Heads(self.head(), self.audit.head())

    def faults(self, known: ChainHead | None = None) -> tuple[str, ...]:
        """One sentence for each record that is missing or not as it was written; empty when all are complete.

        A tail that was cut off is seen by the newest line of the audit log, and by ``known``, the head that an export
        or a backup carries. Raises KeysError, DatabaseError.
        """
        return tuple(self._inspected(known).faults)

    def health(self, known: ChainHead | None = None, known_line: ChainHead | None = None) -> Health:
        """The file, every record and the audit log, checked in the background while patients send. What is damaged is
        told, not raised. ``known`` and ``known_line`` are the heads of records and log that an export or a backup
        carries. Raises KeysError, DiskFull or DatabaseNewer."""
        try:
            torn = self.database.quick_check()
            seen = self._inspected(known)
            entries, lines = self.audit.count(), self.audit.faults(known_line)
        except DatabaseBroken as broken:
            return Health(0, 0, (str(broken),), damaged=True)
        structure = [f"The records' file is damaged in {len(torn)} places. Tell your technician."] if torn else []
        return Health(seen.records, entries, (*structure, *seen.faults, *lines), damaged=bool(torn))

    def _inspected(self, known: ChainHead | None) -> Inspection:
        # The log first: what is sent meanwhile is newer than its newest line.
        anchors = (self.audit.anchor(), known)
        inspection = Inspection(self.database, self._keys, tuple(head for head in anchors if head))
        inspection.run()
        return inspection

    def mark_reviewed(self, id: str, by: str) -> None:
        """Notes who has read the record; the first one stays. Raises NoSuchRecord, KeysError, DatabaseError."""
        with self.database.session() as session:
            row = queries.row(session, id)
            if self._mark(session, row, REVIEWED, by):
                self.audit.write(session, Event.RECORD_REVIEWED, by, record=row.seq)

    def confirm_identity(self, id: str, by: str) -> None:
        """Notes who made sure whose record it is; the first one stays. Raises as ``mark_reviewed``."""
        with self.database.session() as session:
            row = queries.row(session, id)
            if self._mark(session, row, IDENTITY, by):
                self.audit.write(session, Event.IDENTITY_CONFIRMED, by, record=row.seq)

    def delete(self, id: str, by: str) -> None:
        """Empties the record for good; its row stays, so that the chain can be checked. Raises as ``mark_reviewed``."""
        with self.database.session() as session:
            row = queries.row(session, id)
            if self._empty(session, row, by):
                self.audit.write(session, Event.RECORD_DELETED, by, record=row.seq)
        self.database.forget_freed()

    def retire(self, reviewed: Sequence[str], unclaimed: Sequence[str]) -> None:
        """Empties records whose time is over and takes them out of the file's bytes; a line in the audit log for each
        hundred, so that a Send need not wait long. Raises as ``mark_reviewed``; then some of them are done."""
        ids = (*reviewed, *unclaimed)
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            taken = max(0, min(len(reviewed) - start, len(batch)))
            with self.database.session() as session:
                for id in batch:
                    self._empty(session, queries.row(session, id), RETENTION)
                self.audit.write(session, Event.RETENTION, reviewed=taken, unclaimed=len(batch) - taken)
        # SQLite overwrites what is deleted (``secure_delete``); a file written anew is shorter besides and has no gaps,
        # which is worth the memory and the wait while it is small.
        size = self.database.size
        if size <= SMALL and self._known_room().free > space.CLOSE_BELOW + 2 * size:
            self.database.compact()
        else:
            self.database.forget_freed()

    def _intact(self, session: Session, id: str) -> tuple[RecordRow, bytes]:
        """The record and its age file, when both are as they were written. Raises as ``sealed``."""
        row, marks, again = queries.row(session, id), queries.marks(session, id), queries.resealed(session, id)
        chain.check(row, marks, self._keys, again)
        if DELETED in marks:
            raise Deleted
        return row, again.sealed if again else row.sealed

    def _empty(self, session: Session, row: RecordRow, by: str) -> bool:
        again = queries.resealed(session, row.id)
        if again is not None:
            session.delete(again)
        row.sealed = b""
        return self._mark(session, row, DELETED, by)

    def _check_neighbours(self, session: Session, row: RecordRow) -> None:
        chain.check_link(row, queries.numbered(session, row.seq - 1))
        after = queries.numbered(session, row.seq + 1)
        # The next one bears witness to this one, but not when it was changed itself.
        if after is not None and self._keys.signed(chain.framed(after), after.sig):
            chain.check_link(after, row)

    def _mark(self, session: Session, row: RecordRow, kind: str, by: str) -> bool:
        """Whether it was not marked so before."""
        if session.get(MarkRow, (row.id, kind)) is not None:
            return False
        at = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        mark = MarkRow(record=row.id, kind=kind, by=by, at=at)
        mark.sig = self._keys.sign(chain.framed_mark(mark))
        session.add(mark)
        return True


def _threshold(room: Room) -> Event:
    if not room.questionnaire_open:
        return Event.DISK_CLOSED
    return Event.DISK_LOW if room.warn else Event.DISK_OK
