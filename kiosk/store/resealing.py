"""Seals older records anew to the present list of recipients, so that whoever left can open none of them any more.

The record's row keeps its place in the chain and loses what was sealed first; what was inside is not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from kiosk.store import chain, queries, seal
from kiosk.store.age import Identity
from kiosk.store.audit import AuditLog, Event
from kiosk.store.database import Database
from kiosk.store.errors import NotForThisKey, Tampered
from kiosk.store.keys import KeyRing
from kiosk.store.seal import Place
from kiosk.store.tables import DELETED, RESEALED, MarkRow, RecordRow, ResealedRow

BATCH = 50
"""Records in one transaction: a patient who sends meanwhile waits about a tenth of a second at most."""

Progress = Callable[[int, int], None]
"""Hears how many records were looked at, and of how many."""


@dataclass(slots=True)
class Outcome:
    """``sealed``: records sealed anew; ``closed``: those that this key does not open; ``faults``: a sentence for each
    that is not as it was written and stays as it is; ``cancelled``: it was ended before all were looked at."""

    sealed: int = 0
    closed: int = 0
    faults: list[str] = field(default_factory=list)
    cancelled: bool = False

    def add(self, batch: Outcome) -> None:
        self.sealed += batch.sealed
        self.closed += batch.closed
        self.faults += batch.faults


class Resealing:
    """The work over one database; ended half-way it goes on where it was when it is begun again."""

    def __init__(self, database: Database, keyring: KeyRing, audit: AuditLog, clock: Callable[[], datetime]) -> None:
        """``clock`` gives the time with its zone."""
        self._database = database
        self._keys = keyring
        self._audit = audit
        self._clock = clock

    def waiting(self) -> int:
        """How many records are sealed to an earlier list. Raises KeysError, DatabaseError."""
        with self._database.session() as session:
            return len(_waiting(session, self._keys.epoch))

    def run(
        self,
        identity: Identity,
        by: str,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Outcome:
        """Seals anew every record of an earlier list that the key opens; what was sealed before leaves the file.

        Raises KeysError or DatabaseError; then the batches before it are done, and in the audit log.
        """
        outcome = Outcome()
        with self._database.session() as session:
            ids = _waiting(session, self._keys.epoch)
        try:
            for start in range(0, len(ids), BATCH):
                outcome.cancelled = cancelled()
                if outcome.cancelled:
                    break
                outcome.add(self._batch(ids[start : start + BATCH], identity, by))
                progress(min(start + BATCH, len(ids)), len(ids))
        finally:
            if outcome.sealed:
                self._audit.note(Event.RECORDS_RESEALED, by, resealed=outcome.sealed, epoch=self._keys.epoch)
        self._database.forget_freed()
        return outcome

    def _batch(self, ids: Sequence[str], identity: Identity, by: str) -> Outcome:
        done = Outcome()
        with self._database.session() as session:
            for id in ids:
                row, marks = queries.row(session, id), queries.marks(session, id)
                try:
                    content = self._content(session, row, marks, identity)
                except NotForThisKey:
                    done.closed += 1
                except Tampered as fault:
                    done.faults.append(f"Record {row.seq}: {fault}")
                else:
                    self._put(session, row, marks.get(RESEALED), seal.seal(content, self._keys.recipients()), by)
                    done.sealed += 1
        return done

    def _content(self, session: Session, row: RecordRow, marks: dict[str, MarkRow], identity: Identity) -> bytes:
        """What is inside, once it is sure that it belongs there: nothing forged is given a new seal."""
        again = queries.resealed(session, row.id)
        chain.check(row, marks, self._keys, again)
        content = seal.open_sealed(again.sealed if again else row.sealed, identity)
        seal.read(content, Place(row.id, row.kiosk, row.seq, row.key_epoch))
        return content

    def _put(self, session: Session, row: RecordRow, mark: MarkRow | None, sealed: bytes, by: str) -> None:
        again = ResealedRow(record=row.id, key_epoch=self._keys.epoch, digest=chain.digest(sealed), sealed=sealed)
        again.sig = self._keys.sign(chain.framed_resealed(again))
        session.merge(again)
        noted = mark or MarkRow(record=row.id, kind=RESEALED)
        noted.by, noted.at = by, self._clock().astimezone(UTC).isoformat(timespec="seconds")
        noted.sig = self._keys.sign(chain.framed_mark(noted))
        session.add(noted)
        row.sealed = b""


def _waiting(session: Session, epoch: int) -> list[str]:
    """The ids of the records of earlier lists, in their order."""
    now: ColumnElement[int] = func.coalesce(ResealedRow.key_epoch, RecordRow.key_epoch)
    deleted = exists().where(MarkRow.record == RecordRow.id, MarkRow.kind == DELETED)
    older = select(RecordRow.id).outerjoin(ResealedRow, ResealedRow.record == RecordRow.id)
    return list(session.scalars(older.where(now < epoch, ~deleted).order_by(RecordRow.seq)))
