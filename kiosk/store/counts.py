"""The day's numbers of visits, in the records' own file: what many patients read and where they left, never who.

A row is a day, what is counted, and how many visits. Rows lie in the order of their keys (SQLite's WITHOUT ROWID), so
that their place does not tell which came first, and the log is emptied after each visit: what was there before it would
tell what this one visit added. Nothing is signed: who has the box can change these numbers, and nothing relies on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kiosk.domain.tally import Cell, Kind
from kiosk.store.database import Database
from kiosk.store.tables import CountRow

KEPT = 400
"""Days; a year and the month it is compared with."""
SURE = 5
"""Days that must have been counted under a clock before it may delete: one that is wrong for an afternoon deletes
nothing."""
KINDS = frozenset(Kind)


class Counts:
    """The numbers in ``database``. Safe to call from any thread; every method may take the disk's time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, day: date, cells: Iterable[Cell]) -> None:
        """Adds one visit. Raises DatabaseError; then nothing of it is counted."""
        with self._database.session() as session:
            for kind, key in sorted(cells):
                _add(session, day, kind, key)
        self._database.forget_freed()

    def sums(self, first: date, last: date) -> dict[Cell, int]:
        """The numbers over these days, both included; without those of a newer program. Raises DatabaseError."""
        question = (
            select(CountRow.kind, CountRow.what, func.sum(CountRow.visits))
            .where(CountRow.day.between(first, last))
            .group_by(CountRow.kind, CountRow.what)
        )
        with self._database.session() as session:
            rows = session.execute(question).all()
        return {(Kind(kind), what): int(visits) for kind, what, visits in rows if kind in KINDS}

    def sweep(self, today: date) -> int:
        """Deletes what is older than ``KEPT`` days, out of the file's bytes too; how many numbers those were. Raises
        DatabaseError."""
        oldest = today - timedelta(KEPT)
        with self._database.session() as session:
            recent = select(func.count(CountRow.day.distinct())).where(CountRow.day.between(oldest, today))
            if (session.scalar(recent) or 0) < SURE:
                return 0
            old = session.scalars(select(CountRow.visits).where(CountRow.day < oldest)).all()
            if not old:
                return 0
            session.execute(delete(CountRow).where(CountRow.day < oldest))
        self._database.forget_freed()
        return len(old)


def _add(session: Session, day: date, kind: Kind, key: str) -> None:
    row = session.get(CountRow, (day, kind.value, key))
    if row is None:
        session.add(CountRow(day=day, kind=kind.value, what=key, visits=1))
    else:
        row.visits += 1
