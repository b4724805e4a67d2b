"""The questions asked of the tables, each one small; what leaves is the domain's where it leaves the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session, aliased

from kiosk.domain.record import Head
from kiosk.store.errors import NoSuchRecord
from kiosk.store.tables import DELETED, IDENTITY, REVIEWED, MarkRow, RecordRow

HeadRow = tuple[str, int, date, str | None, str | None, str | None]


def row(session: Session, id: str) -> RecordRow:
    """Raises NoSuchRecord."""
    found = session.get(RecordRow, id)
    if found is None:
        raise NoSuchRecord
    return found


def last(session: Session) -> RecordRow | None:
    return session.scalar(select(RecordRow).order_by(RecordRow.seq.desc()).limit(1))


def newest(session: Session) -> int:
    """The highest number, 0 when there is no record."""
    return session.scalar(select(func.max(RecordRow.seq))) or 0


def numbered(session: Session, seq: int) -> RecordRow | None:
    """The record with this number."""
    return session.scalar(select(RecordRow).where(RecordRow.seq == seq))


def marks(session: Session, id: str) -> dict[str, MarkRow]:
    """The record's marks by their kind."""
    return {mark.kind: mark for mark in session.scalars(select(MarkRow).where(MarkRow.record == id))}


def walk(session: Session) -> Iterator[tuple[RecordRow, RecordRow | None, dict[str, MarkRow]]]:
    """Every record in order, with the one numbered one less and its marks; a hundred at a time in memory."""
    marked: dict[str, dict[str, MarkRow]] = {}
    for mark in session.scalars(select(MarkRow)):
        marked.setdefault(mark.record, {})[mark.kind] = mark
    previous: RecordRow | None = None
    for row in session.scalars(select(RecordRow).order_by(RecordRow.seq).execution_options(yield_per=100)):
        follows = previous is not None and previous.seq == row.seq - 1
        yield row, previous if follows else None, marked.get(row.id, {})
        previous = row


def count(session: Session) -> int:
    """How many records are not deleted."""
    return session.scalar(select(func.count(RecordRow.id)).where(_kept())) or 0


def heads(session: Session, limit: int, offset: int) -> tuple[Head, ...]:
    """Newest first."""
    rows = session.execute(_heads().limit(limit).offset(offset))
    return tuple(_head(*row) for row in rows)


def newest_of(session: Session, seqs: Sequence[int]) -> Head | None:
    """The newest of the records with these numbers."""
    found = session.execute(_heads().where(RecordRow.seq.in_(seqs)).limit(1)).first()
    return _head(*found) if found else None


def head(session: Session, id: str) -> Head:
    """Raises NoSuchRecord, also for a deleted record."""
    found = session.execute(_heads().where(RecordRow.id == id)).first()
    if found is None:
        raise NoSuchRecord
    return _head(*found)


def _heads() -> Select[*HeadRow]:
    reviewed, identity = aliased(MarkRow), aliased(MarkRow)
    return (
        select(RecordRow.id, RecordRow.seq, RecordRow.day, reviewed.by, reviewed.at, identity.by)
        .outerjoin(reviewed, and_(reviewed.record == RecordRow.id, reviewed.kind == REVIEWED))
        .outerjoin(identity, and_(identity.record == RecordRow.id, identity.kind == IDENTITY))
        .where(_kept())
        .order_by(RecordRow.seq.desc())
    )


def _kept() -> ColumnElement[bool]:
    return ~exists().where(MarkRow.record == RecordRow.id, MarkRow.kind == DELETED)


def _head(id: str, seq: int, day: date, reviewed_by: str | None, at: str | None, identity_by: str | None) -> Head:
    reviewed_at = datetime.fromisoformat(at) if at else None
    return Head(id, seq, day, reviewed_by or "", reviewed_at, identity_by or "")
