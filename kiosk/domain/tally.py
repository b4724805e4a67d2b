"""What one visit adds to the day's numbers: pages, steps of time, where a questionnaire ended; nothing of a person.

A visit adds one at most to each number, however often a page is opened, so that a number is one of visits and a small
one can be told apart. It is written in one go when the visit is over: neither an order nor a time of day is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a number counts visits by; the key beside it says which one."""

    PAGE = "page"
    """A page without a text of its own was opened; its name."""
    TREATMENT = "treatment"
    """A treatment was opened; its id."""
    QUESTION = "question"
    """A common question was opened; its id."""
    TIME = "time"
    """How long a page or a treatment was open at the longest; ``timed`` makes the key."""
    SENT = "sent"
    """The questionnaire was sent; no key."""
    LEFT = "left"
    """It was begun and not sent; the linkId it was left at, empty for the review."""
    SEARCH = "search"
    """A search found nothing; the id of the common question that was suggested instead, empty when none was."""
    USED = "used"
    """A setting or a help was used: size, contrast, language, lowered, aloud, time, help."""


Cell = tuple[Kind, str]
"""One number."""

STEPS = (10, 30, 90, 300)
"""Seconds at which the steps of time begin: under 10 s, 10 to 30 s, 30 to 90 s, 1.5 to 5 min, longer."""


def timed(thing: str, step: int) -> str:
    """The key of a step of time; ``thing`` is e.g. ``page/Home`` or ``treatment/dermaplaning``."""
    return f"{thing}@{step}"


def step_of(seconds: float) -> int:
    """Which step of time so many seconds are, from 0."""
    return bisect_right(STEPS, seconds)


@dataclass(frozen=True, slots=True)
class Tally:
    """One visit so far. ``stays`` are the longest seconds on each thing, ``at`` the question of a questionnaire that
    was begun (None before that); only ``cells`` leaves the memory."""

    seen: frozenset[Cell] = frozenset()
    stays: Mapping[str, float] = field(default_factory=dict)
    at: str | None = None
    sent: bool = False

    def met(self, kind: Kind, key: str = "") -> Tally:
        """After something was opened, searched or used."""
        return replace(self, seen=self.seen | {(kind, key)})

    def stayed(self, thing: str, seconds: float) -> Tally:
        """After a page was left for another; of several stays the longest counts."""
        return replace(self, stays={**self.stays, thing: max(seconds, self.stays.get(thing, 0.0))})

    def asked(self, question: str) -> Tally:
        """At this question of the questionnaire now; empty for the review."""
        return replace(self, at=question)

    def handed_in(self) -> Tally:
        return replace(self, sent=True)

    @property
    def cells(self) -> frozenset[Cell]:
        """The numbers that go up by one."""
        steps = {(Kind.TIME, timed(thing, step_of(seconds))) for thing, seconds in self.stays.items()}
        if self.sent:
            return self.seen | steps | {(Kind.SENT, "")}
        return self.seen | steps | ({(Kind.LEFT, self.at)} if self.at is not None else set())
