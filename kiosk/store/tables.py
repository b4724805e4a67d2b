"""The tables of records, what staff did with them, the audit log, and the days' numbers; the same on SQLite and, later,
PostgreSQL."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LAYOUT = 3
"""SQLite's ``user_version`` of these tables; ``migrations`` leads there from every earlier one."""

REVIEWED, IDENTITY, DELETED, RESEALED = "reviewed", "identity", "deleted", "resealed"
"""The kinds of marks."""


class Table(DeclarativeBase):
    """Every table of ours."""


class RecordRow(Table):
    """One sent record. ``digest`` is the SHA-256 of ``sealed``: it is what the signature covers, so that the chain
    can still be checked after staff have deleted what was sealed (then ``sealed`` is empty)."""

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("seq", "kiosk"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kiosk: Mapped[str] = mapped_column(String(64))
    seq: Mapped[int] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Date)
    key_epoch: Mapped[int] = mapped_column(Integer)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    prev: Mapped[bytes] = mapped_column(LargeBinary(32))
    sig: Mapped[bytes] = mapped_column(LargeBinary(64))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class MarkRow(Table):
    """What a staff member did with a record, one of each kind. ``at`` is ISO 8601 in UTC; ``sig`` the kiosk's
    signature of the rest."""

    __tablename__ = "mark"

    record: Mapped[str] = mapped_column(String(36), ForeignKey("record.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    by: Mapped[str] = mapped_column(String(200))
    at: Mapped[str] = mapped_column(String(40))
    sig: Mapped[bytes] = mapped_column(LargeBinary(64))


class ResealedRow(Table):
    """A record sealed anew to a later list of recipients. The record's own row keeps its place in the chain and loses
    what was sealed first; ``sig`` is the kiosk's signature of the rest."""

    __tablename__ = "resealed"

    record: Mapped[str] = mapped_column(String(36), ForeignKey("record.id"), primary_key=True)
    key_epoch: Mapped[int] = mapped_column(Integer)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    sig: Mapped[bytes] = mapped_column(LargeBinary(64))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class AuditRow(Table):
    """One line of the audit log, signed and chained like a record. ``at`` is ISO 8601 in UTC, ``kind`` one of a fixed
    list, ``by`` a staff member's name or empty, ``counts`` a JSON object of numbers and names: never an answer."""

    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(32))
    by: Mapped[str] = mapped_column(String(200))
    counts: Mapped[str] = mapped_column(String(2000))
    prev: Mapped[bytes] = mapped_column(LargeBinary(32))
    sig: Mapped[bytes] = mapped_column(LargeBinary(64))


class CountRow(Table):
    """How many visits of a day did one thing: ``kind`` is one of ``domain.tally.Kind``, ``what`` an id of the content.
    Without row numbers: they would tell which row of a day was written first."""

    __tablename__ = "counted"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 (SQLAlchemy's own way to say it)

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    what: Mapped[str] = mapped_column(String(300), primary_key=True)
    visits: Mapped[int] = mapped_column(Integer)
