"""Which version of the content is to be shown, since when and by whose word, and what comes next; all of it a value.

``line`` are the versions that were active one after the other, the newest last; ``SHIPPED``, an empty name, is the
content that came with the program, and where every line begins. To activate a version puts it at the end of the line;
to roll back takes the last one off, so a second rollback goes one step further back, and a version that was rolled
back is brought again by activating it. A version that is to be active later is a plan; whatever changes the line by
hand ends the plan.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import Any

SHIPPED = ""
PUBLISHED, ACTIVATED, ROLLED_BACK = "published", "activated", "rolled-back"
KINDS = (PUBLISHED, ACTIVATED, ROLLED_BACK)
STEPS = 50
"""Versions that the line remembers."""
SLACK = timedelta(days=2)
"""A visit may begin with one version and end after the next has come; a clock may be a day off."""
YOUNG = timedelta(days=30)
"""So long a published version stays although nobody has seen it."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something a person did. ``number`` counts from 1, ``at`` is in UTC, ``kind`` is one of ``KINDS``."""

    number: int
    kind: str
    version: str
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A version that is to be active from ``at`` on."""

    version: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Use:
    """From ``since`` on a kiosk showed this version, whatever was to be shown."""

    version: str
    since: datetime


@dataclass(frozen=True, slots=True)
class State:
    """What is the case; every method gives what would be the case then. Times have a zone."""

    line: tuple[str, ...] = (SHIPPED,)
    plan: Plan | None = None
    changes: tuple[Change, ...] = ()
    uses: tuple[Use, ...] = ()

    @property
    def active(self) -> str:
        return self.line[-1]

    @property
    def previous(self) -> str | None:
        """What a rollback leads to; None when there was nothing before."""
        return self.line[-2] if len(self.line) > 1 else None

    @property
    def since(self) -> Change | None:
        """Who made the active version active, and when."""
        moves = [one for one in self.changes if one.kind != PUBLISHED]
        return moves[-1] if moves else None

    def publication(self, version: str) -> Change | None:
        """Who published a version, when, and with which note."""
        found = (one for one in self.changes if one.kind == PUBLISHED and one.version == version)
        return next(found, None)

    def published(self, version: str, by: str, now: datetime, note: str = "") -> State:
        """The first time counts."""
        return self if self.publication(version) else self._changed(PUBLISHED, version, by, now, note)

    def activated(self, version: str, by: str, now: datetime) -> State:
        if version == self.active:
            return replace(self, plan=None)
        line = (*self.line, version)[-STEPS:]
        return replace(self._changed(ACTIVATED, version, by, now), line=line, plan=None)

    def planned(self, version: str, by: str, at: datetime) -> State:
        return replace(self, plan=Plan(version, by, at.astimezone(UTC)))

    def rolled_back(self, by: str, now: datetime, there: Collection[str]) -> State | None:
        """One step back, over what is no longer ``there``; None when nothing is left to go back to."""
        before = self.line[:-1]
        while before and before[-1] not in there:
            before = before[:-1]
        if not before:
            return None
        return replace(self._changed(ROLLED_BACK, before[-1], by, now), line=before, plan=None)

    def due(self, now: datetime) -> State:
        """The plan has come true when it is time."""
        if self.plan is None or now < self.plan.at:
            return self
        return self.activated(self.plan.version, self.plan.by, self.plan.at)

    def used(self, version: str, now: datetime) -> State:
        if self.uses and self.uses[-1].version == version:
            return self
        return replace(self, uses=(*self.uses, Use(version, now.astimezone(UTC))))

    def _changed(self, kind: str, version: str, by: str, now: datetime, note: str = "") -> State:
        number = self.changes[-1].number + 1 if self.changes else 1
        return replace(self, changes=(*self.changes, Change(number, kind, version, by, now.astimezone(UTC), note)))

    def needed(self, days: Collection[date], now: datetime) -> set[str]:
        """The versions that must stay: the active one, the next and the previous; those that were in use on one of
        these ``days`` (of records, in UTC); and those that were published lately."""
        found = {self.active, self.previous or SHIPPED}
        if self.plan:
            found.add(self.plan.version)
        if self.uses:
            found.add(self.uses[-1].version)
        found |= {one.version for one in self.changes if one.kind == PUBLISHED and now - one.at < YOUNG}
        return found | {version for version, *span in self._spans() if any(span[0] <= day <= span[1] for day in days)}

    def shortened(self, days: Collection[date]) -> State:
        """Without the uses that no record can name any more."""
        last = self.uses[-1:]
        kept = (use for use, span in _spans(self.uses) if any(span[0] <= day <= span[1] for day in days))
        return replace(self, uses=(*(use for use in kept if use not in last), *last))

    def _spans(self) -> Iterator[tuple[str, date, date]]:
        moves = [Use(one.version, one.at) for one in self.changes if one.kind != PUBLISHED]
        for uses in (moves, self.uses):
            for use, span in _spans(uses):
                yield use.version, *span

    @property
    def text(self) -> bytes:
        plan = {**asdict(self.plan), "at": self.plan.at.isoformat()} if self.plan else None
        changes = [{**asdict(one), "at": one.at.isoformat()} for one in self.changes]
        uses = [{"version": one.version, "since": one.since.isoformat()} for one in self.uses]
        told = {"v": 1, "active": self.active, "line": self.line, "plan": plan, "changes": changes, "uses": uses}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _spans(uses: Sequence[Use]) -> Iterator[tuple[Use, tuple[date, date]]]:
    """The first and the last day on which each may have been seen."""
    for use, after in zip_longest(uses, uses[1:]):
        # A clock that was set back ends a use before it began.
        last = (max(use.since, after.since) + SLACK).date() if after else date.max
        yield use, ((use.since - SLACK).date(), last)


def parsed(text: bytes) -> State:
    """Raises ValueError, KeyError or TypeError for what is none."""
    told: dict[str, Any] = json.loads(text)
    if told["v"] != 1:
        raise ValueError("a later version")
    line = tuple(str(version) for version in told["line"])
    if not line or line[-1] != told["active"]:
        raise ValueError("no line of versions")
    plan = told["plan"]
    return State(
        line,
        Plan(str(plan["version"]), str(plan["by"]), _moment(plan["at"])) if plan else None,
        tuple(_change(one) for one in told["changes"]),
        tuple(Use(str(one["version"]), _moment(one["since"])) for one in told["uses"]),
    )


def _change(told: dict[str, Any]) -> Change:
    if told["kind"] not in KINDS:
        raise ValueError("an unknown change")
    by, note = str(told["by"]), str(told["note"])
    return Change(int(told["number"]), told["kind"], str(told["version"]), by, _moment(told["at"]), note)


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a time without its zone")
    return found
