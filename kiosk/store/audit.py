"""The audit log: who did what and when, never an answer; its lines are signed and chained like the records.

Every line carries ``records`` and ``head``, the number and the link of the newest record when it was written: a tail
of records that was cut off is noticed by the newest line. The log's own tail is known to what leaves the machine:
every export and backup carries ``AuditLog.head()``.

The events, when each is written, and what it counts besides:

started             the program began                                           version
stopped             it was ended as it should be
crashed             the run before this one was not ended as it should be
unlocked            a staff member's passphrase opened their key                 misses (wrong words since the last one)
unlock-failed       a passphrase did not open a key
record-opened       answers were shown                                           record; many at once: opened
record-reviewed     a staff member took a record over                            record
identity-confirmed  a staff member made sure whose record it is                  record
exported            records left the machine                                     exported, format
printed             records were printed                                         record; many at once: printed
saved               a record was saved as a file                                 record
record-deleted      staff emptied records                                        record; many at once: deleted
retention           records were emptied because their time was over             reviewed, unclaimed
                    nothing was, because the clock cannot be right               clock (ahead, behind), days
keys-founded        the set-up was finished                                      epoch
staff-added         a staff member got a key                                     staff, role, epoch
staff-removed       new records are no longer sealed to a staff member           staff, epoch
role-changed        a staff member became an admin, or no longer is one          staff, role, epoch
records-resealed    older records were sealed to the newest list                 resealed, epoch
recovery-used       the key from paper opened records
content-changed     other content is in use                                      content
settings-changed    an admin changed how this kiosk behaves                      keys (their names)
content-published   a version of the content was checked and kept                content, change
content-activated   a version is to be shown                                     content, change
content-rolled-back  the version before is to be shown again                      content, change
disk-low            less than 200 MB are free                                    free (MB)
disk-closed         less than 50 MB are free: no questionnaire is begun          free (MB)
disk-ok             there is room again                                          free (MB)
damaged             the check found faults                                       faults
recovered           a damaged file was put aside and its records taken over      recovered, lost
backup              a backup was made                                            saved, file
restored            a backup took the place of what was there                    restored
audit-exported      this log left the machine                                    entries
counts-exported     the days' numbers of visits left the machine
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from threading import Lock

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.store import chain, queries
from kiosk.store.chain import START, ChainHead
from kiosk.store.database import Database, trouble
from kiosk.store.errors import DatabaseError, KeysError
from kiosk.store.keys import KeyRing
from kiosk.store.signature import frame
from kiosk.store.tables import AuditRow

Counts = dict[str, int | str]
BATCH = 500
WAITING = 1000
"""So many lines are held back in memory when they cannot be written; then the oldest goes."""


class Event(StrEnum):
    """What can stand in the log; the table above says when."""

    STARTED = "started"
    STOPPED = "stopped"
    CRASHED = "crashed"
    UNLOCKED = "unlocked"
    UNLOCK_FAILED = "unlock-failed"
    RECORD_OPENED = "record-opened"
    RECORD_REVIEWED = "record-reviewed"
    IDENTITY_CONFIRMED = "identity-confirmed"
    EXPORTED = "exported"
    PRINTED = "printed"
    SAVED = "saved"
    RECORD_DELETED = "record-deleted"
    RETENTION = "retention"
    KEYS_FOUNDED = "keys-founded"
    STAFF_ADDED = "staff-added"
    STAFF_REMOVED = "staff-removed"
    ROLE_CHANGED = "role-changed"
    RECORDS_RESEALED = "records-resealed"
    RECOVERY_USED = "recovery-used"
    CONTENT_CHANGED = "content-changed"
    SETTINGS_CHANGED = "settings-changed"
    CONTENT_PUBLISHED = "content-published"
    CONTENT_ACTIVATED = "content-activated"
    CONTENT_ROLLED_BACK = "content-rolled-back"
    DISK_LOW = "disk-low"
    DISK_CLOSED = "disk-closed"
    DISK_OK = "disk-ok"
    DAMAGED = "damaged"
    RECOVERED = "recovered"
    BACKUP = "backup"
    RESTORED = "restored"
    AUDIT_EXPORTED = "audit-exported"
    COUNTS_EXPORTED = "counts-exported"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. ``at`` is in UTC and None where it was made illegible, ``event`` one of ``Event`` unless a newer
    version wrote it, ``by`` a staff member's name or empty."""

    seq: int
    at: datetime | None
    event: str
    by: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Note:
    """A line before it has its place in the log. ``at`` is ISO 8601 in UTC."""

    event: Event
    by: str
    at: str
    counts: Counts


class AuditLog:
    """The log in ``database``. Safe to call from any thread, but every method may take the disk's time."""

    def __init__(self, database: Database, keyring: KeyRing, clock: Callable[[], datetime]) -> None:
        """``clock`` gives the time with its zone."""
        self._database = database
        self._keys = keyring
        self._clock = clock
        self._waiting: deque[Note] = deque(maxlen=WAITING)
        self._lock = Lock()

    @property
    def waiting(self) -> int:
        """How many lines could not be written yet."""
        return len(self._waiting)

    def note(self, event: Event, by: str = "", **counts: int | str) -> None:
        """Writes a line about something that has happened, durably. Never raises for the disk's or the keys' sake.

        A line that cannot be written (full or damaged disk, no keys yet) waits in memory with its time, and is written
        before the next one; it is lost only if the program ends first. What staff do to a record does not come here:
        ``write`` puts it in the same transaction, so that neither is there without the other.
        """
        with self._lock:
            self._waiting.append(self._noted(event, by, counts))
            try:
                self._keys.load()
                with self._database.session() as session:
                    for note in self._waiting:
                        self._append(session, note)
            except (KeysError, DatabaseError, OSError):
                return
            self._waiting.clear()

    def write(self, session: Session, event: Event, by: str = "", **counts: int | str) -> None:
        """Writes a line as part of the caller's transaction. Raises KeysError or OSError."""
        self._append(session, self._noted(event, by, counts))

    def count(self) -> int:
        """Raises DatabaseError."""
        with self._database.session() as session:
            return session.scalar(select(func.count(AuditRow.seq))) or 0

    def entries(self, limit: int, offset: int = 0) -> tuple[Entry, ...]:
        """Newest first. Raises DatabaseError."""
        with self._database.session() as session:
            rows = session.scalars(select(AuditRow).order_by(AuditRow.seq.desc()).limit(limit).offset(offset))
            return tuple(entry(row) for row in rows)

    def newest(self, events: Sequence[Event]) -> Entry | None:
        """The newest line of one of these kinds. Raises DatabaseError."""
        kinds = [event.value for event in events]
        with self._database.session() as session:
            found = session.scalar(
                select(AuditRow).where(AuditRow.kind.in_(kinds)).order_by(AuditRow.seq.desc()).limit(1)
            )
            return entry(found) if found else None

    def head(self) -> ChainHead:
        """Raises DatabaseError."""
        with self._database.session() as session:
            last = _last(session)
            return ChainHead(last.seq if last else 0, link(last).hex())

    def anchor(self) -> ChainHead | None:
        """The head of the records' chain in the newest line that this kiosk signed. Raises KeysError, DatabaseError."""
        with self._database.session() as session:
            for row in session.scalars(select(AuditRow).order_by(AuditRow.seq.desc()).execution_options(yield_per=10)):
                counts = entry(row).counts
                seq = counts.get("records")
                if isinstance(seq, int) and self._keys.signed(framed(row), row.sig):
                    return ChainHead(seq, str(counts.get("head")))
        return None

    def faults(self, known: ChainHead | None = None) -> tuple[str, ...]:
        """One sentence for each line that is missing or not as it was written; empty when the log is complete.

        A cut-off tail is seen by ``known``, the head that an export or a backup carries. Raises KeysError,
        DatabaseError.
        """
        found: list[str] = []
        before: AuditRow | None = None
        with trouble():
            for row in self._walk():
                found += self._row_faults(row, before)
                if known and row.seq == known.seq and link(row).hex() != known.digest:
                    found.append(f"Entry {row.seq} of the audit log is not the one that was exported. {ADVICE}")
                before = row
        last = before.seq if before else 0
        if known and last < known.seq:
            found.append(_missing(last + 1, known.seq))
        elif before is None and self._records():
            found.append(f"The audit log is empty, although there are records. {ADVICE}")
        return tuple(found)

    def _records(self) -> int:
        with self._database.session() as session:
            return queries.newest(session)

    def _row_faults(self, row: AuditRow, before: AuditRow | None) -> list[str]:
        expected = before.seq + 1 if before else 1
        gap = [_missing(expected, row.seq - 1)] if row.seq > expected else []
        if not self._keys.signed(framed(row), row.sig):
            return [*gap, f"Entry {row.seq} of the audit log was changed or forged. {ADVICE}"]
        if row.seq == expected and row.prev != link(before):
            return [f"Entry {row.seq} of the audit log does not follow entry {row.seq - 1}. {ADVICE}"]
        return gap

    def _walk(self) -> Iterator[AuditRow]:
        """The whole log in order, read so that a Send need not wait for all of it."""
        after, rows = -(2**63), True
        while rows:
            with self._database.session() as session:
                batch = session.scalars(
                    select(AuditRow).where(AuditRow.seq > after).order_by(AuditRow.seq).limit(BATCH)
                ).all()
                session.expunge_all()
            yield from batch
            rows = len(batch) == BATCH
            after = batch[-1].seq if batch else after

    def _noted(self, event: Event, by: str, counts: Counts) -> Note:
        return Note(event, by, self._clock().astimezone(UTC).isoformat(timespec="seconds"), counts)

    def _append(self, session: Session, note: Note) -> None:
        last, newest = _last(session), queries.last(session)
        counts: Counts = {**note.counts, "records": newest.seq if newest else 0, "head": chain.link(newest).hex()}
        row = AuditRow(
            seq=last.seq + 1 if last else 1,
            at=note.at,
            kind=note.event.value,
            by=note.by,
            counts=json.dumps(counts, ensure_ascii=False),
            prev=link(last),
        )
        row.sig = self._keys.sign(framed(row))
        session.add(row)
        session.flush()


ADVICE = "Tell your technician."


def framed(row: AuditRow) -> bytes:
    """The bytes of a line that are signed."""
    return frame("waiting-room-kiosk audit v1", row.seq, row.at, row.kind, row.by, row.counts, row.prev)


def link(row: AuditRow | None) -> bytes:
    """What the line after this one holds as ``prev``."""
    return START if row is None else hashlib.sha256(framed(row)).digest()


def entry(row: AuditRow) -> Entry:
    try:
        counts, at = dict(json.loads(row.counts)), datetime.fromisoformat(row.at)
    except (ValueError, TypeError):
        counts, at = {}, None
    return Entry(row.seq, at, row.kind, row.by, counts)


def _last(session: Session) -> AuditRow | None:
    return session.scalar(select(AuditRow).order_by(AuditRow.seq.desc()).limit(1))


def _missing(first: int, last: int) -> str:
    if first == last:
        return f"Entry {first} of the audit log is missing. {ADVICE}"
    return f"Entries {first} to {last} of the audit log are missing. {ADVICE}"
