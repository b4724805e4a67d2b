"""The two tables of records and what staff did with them; the same on SQLite and, later, on PostgreSQL."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LAYOUT = 1
"""SQLite's ``user_version`` of these tables."""

REVIEWED, IDENTITY, DELETED = "reviewed", "identity", "deleted"
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
