"""The questions asked of the tables, each one small; what leaves is the domain's where it leaves the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session, aliased

from kiosk.domain.record import Head
from kiosk.store.errors import NoSuchRecord
from kiosk.store.tables import DELETED, IDENTITY, REVIEWED, AuditRow, MarkRow, RecordRow, ResealedRow

HeadRow = tuple[str, int, date, str | None, str | None, str | None]

_LAST = (
    select(
        RecordRow.id,
        RecordRow.kiosk,
        RecordRow.seq,
        RecordRow.day,
        RecordRow.key_epoch,
        RecordRow.digest,
        RecordRow.prev,
    )
    .order_by(RecordRow.seq.desc())
    .limit(1)
)


class Whole(NamedTuple):
    """A record with all that belongs to it."""

    row: RecordRow
    marks: dict[str, MarkRow]
    resealed: ResealedRow | None


class Stay(NamedTuple):
    """What decides how long a record stays."""

    seq: int
    id: str
    day: date
    reviewed: bool
    deleted: bool


def row(session: Session, id: str) -> RecordRow:
    """Raises NoSuchRecord."""
    found = session.get(RecordRow, id)
    if found is None:
        raise NoSuchRecord
    return found


def last(session: Session) -> RecordRow | None:
    """The newest record without what is sealed; a copy, because every Send asks for it."""
    found = session.connection().execute(_LAST).first()
    return RecordRow(**found._mapping) if found else None


def newest(session: Session) -> int:
    """The highest number, 0 when there is no record."""
    return session.scalar(select(func.max(RecordRow.seq))) or 0


def numbered(session: Session, seq: int) -> RecordRow | None:
    """The record with this number."""
    return session.scalar(select(RecordRow).where(RecordRow.seq == seq))


def marks(session: Session, id: str) -> dict[str, MarkRow]:
    """The record's marks by their kind."""
    return {mark.kind: mark for mark in session.scalars(select(MarkRow).where(MarkRow.record == id))}


def resealed(session: Session, id: str) -> ResealedRow | None:
    """What the record was sealed anew to."""
    return session.get(ResealedRow, id)


def places(session: Session) -> list[tuple[int, str]]:
    """Number and id of every record, read from the records themselves: an index may be damaged."""
    return [
        (seq, id)
        for seq, id in session.execute(select(RecordRow.seq, RecordRow.id).suffix_with("NOT INDEXED", dialect="sqlite"))
    ]


def whole(session: Session, ids: Sequence[str]) -> dict[str, Whole]:
    """Those of the records that can be found, apart from the session."""
    marked: dict[str, dict[str, MarkRow]] = {}
    for mark in session.scalars(select(MarkRow).where(MarkRow.record.in_(ids))):
        marked.setdefault(mark.record, {})[mark.kind] = mark
    again = {one.record: one for one in session.scalars(select(ResealedRow).where(ResealedRow.record.in_(ids)))}
    rows = session.scalars(select(RecordRow).where(RecordRow.id.in_(ids))).all()
    session.expunge_all()
    return {row.id: Whole(row, marked.get(row.id, {}), again.get(row.id)) for row in rows}


def stays(session: Session) -> list[Stay]:
    """Every record, the deleted ones too, in order."""
    marked = {(mark.record, mark.kind) for mark in session.execute(select(MarkRow.record, MarkRow.kind))}
    rows = session.execute(select(RecordRow.seq, RecordRow.id, RecordRow.day).order_by(RecordRow.seq))
    return [Stay(seq, id, day, (id, REVIEWED) in marked, (id, DELETED) in marked) for seq, id, day in rows]


def lines(session: Session) -> Sequence[AuditRow]:
    """The audit log in order, apart from the session."""
    rows = session.scalars(select(AuditRow).order_by(AuditRow.seq)).all()
    session.expunge_all()
    return rows


def count(session: Session) -> int:
    """How many records are not deleted."""
    return session.scalar(select(func.count(RecordRow.id)).where(_kept())) or 0


def days(session: Session) -> frozenset[date]:
    """On which the records came that are not deleted."""
    return frozenset(session.scalars(select(RecordRow.day).where(_kept()).distinct()))


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
