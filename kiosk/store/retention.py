"""Empties records whose time is over: some days after staff took them over, later those that nobody claimed.

A wrong clock must not wipe what patients sent, nor keep it for ever. So a record's age is not the difference of two
dates but the time the kiosk has seen pass since: the steps from one record or line of the audit log to the next, in
the order of their numbers. A step of more than 366 days (``LEAP``) is taken for a clock that was set and counts
nothing; so does one backwards. When the step to the present moment is such a one, nothing is emptied and the audit log
says so; that line is the next sweep's newest, so a kiosk that really stood in a cupboard for two years goes on
counting from then on. A machine whose clock begins in the year 2000 at every start does not lose the nights.

``day`` and the marks' ``at`` are used for nothing else. A record reviewed before there was an audit log is counted
from the log's first line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from kiosk.store import queries
from kiosk.store.audit import Event, entry
from kiosk.store.queries import Stay
from kiosk.store.records import RecordStore
from kiosk.store.tables import AuditRow

LEAP = timedelta(days=366)
BACK = timedelta(days=1)
"""A record has only its day, so its step back within a day says nothing."""


def sweep(store: RecordStore, now: datetime, reviewed_days: int = 30, unclaimed_days: int = 180) -> int:
    """Empties what is due, takes it out of the file's bytes, and says how many those were; a line in the audit log.

    ``now`` has a zone. May take seconds: when idle, never on the screen's thread. Raises KeysError, DatabaseError.
    """
    with store.database.session() as session:
        records, lines = queries.stays(session), queries.lines(session)
    history = History()
    for moment in sorted([*map(_sending, records), *_lines(lines)], key=lambda one: (one.newest, one.line)):
        history.pass_to(moment)
    step = history.step(now)
    if step > LEAP or step < -BACK:
        clock = "ahead" if step > LEAP else "behind"
        store.audit.note(Event.RETENTION, reviewed=0, unclaimed=0, clock=clock, days=abs(step).days)
        return 0
    history.advance(now)
    kept = [one for one in records if not one.deleted]
    reviewed = [one.id for one in kept if one.reviewed and history.since_review(one.seq).days >= reviewed_days]
    unclaimed = [one.id for one in kept if not one.reviewed and history.since_sent(one.seq).days >= unclaimed_days]
    if reviewed or unclaimed:
        store.retire(reviewed, unclaimed)
    return len(reviewed) + len(unclaimed)


class Moment(NamedTuple):
    """Something that happened when record ``newest`` was the newest. ``line`` is its number in the audit log, 0 for
    the sending of a record; ``reviewed`` the number of a record that was reviewed then."""

    newest: int
    line: int
    at: datetime
    reviewed: int = 0


@dataclass(slots=True)
class History:
    """How much time the kiosk has seen pass, and how much of it at each record's sending and review."""

    passed: timedelta = timedelta()
    clock: datetime | None = None
    before: datetime | None = None
    """What the clock said before it stepped back, and how much had passed then."""
    passed_before: timedelta = timedelta()
    began: timedelta | None = None
    """At the first line of the audit log."""
    sent: dict[int, timedelta] = field(default_factory=dict)
    reviewed: dict[int, timedelta] = field(default_factory=dict)

    def step(self, at: datetime) -> timedelta:
        return at - self.clock if self.clock else timedelta()

    def advance(self, at: datetime) -> None:
        """The clock says this now."""
        step, nothing = self.step(at), timedelta()
        if step < -BACK:
            self.before, self.passed_before = self.clock, self.passed
            self.clock = at
        elif step > LEAP:
            if self.before and nothing < at - self.before <= LEAP:
                # The clock was behind for a while, and is right again.
                self.passed = max(self.passed, self.passed_before + (at - self.before))
            self.clock = at
        else:
            self.passed += max(step, nothing)
            self.clock = max(self.clock or at, at)

    def pass_to(self, moment: Moment) -> None:
        self.advance(moment.at)
        if not moment.line:
            self.sent[moment.newest] = self.passed
        elif self.began is None:
            self.began = self.passed
        if moment.reviewed:
            self.reviewed.setdefault(moment.reviewed, self.passed)

    def since_sent(self, seq: int) -> timedelta:
        return self.passed - self.sent[seq]

    def since_review(self, seq: int) -> timedelta:
        unnoted = self.passed if self.began is None else self.began
        return self.passed - self.reviewed.get(seq, unnoted)


def _sending(record: Stay) -> Moment:
    return Moment(record.seq, 0, datetime.combine(record.day, time(), UTC))


def _lines(rows: Sequence[AuditRow]) -> Iterator[Moment]:
    for line in map(entry, rows):
        newest, record = line.counts.get("records"), line.counts.get("record")
        if line.at is not None and isinstance(newest, int):
            reviewed = record if line.event == Event.RECORD_REVIEWED and isinstance(record, int) else 0
            yield Moment(newest, line.seq, line.at, reviewed)
