"""A person's time at the kiosk: when it is quiet too long, and what becomes of it then. Time is always given."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Patience:
    """How long nobody may touch the screen, and how long the curtain then waits; seconds.

    ACCESS rows 31 and 32: VVSG 2.0 7.2 asks for an alert after 120 to 300 s and 20 to 45 s to answer it.
    """

    quiet: int
    answer: int


WITH_ANSWERS = Patience(quiet=120, answer=45)
READING = Patience(quiet=90, answer=20)
UNHURRIED = Patience(quiet=600, answer=45)
"""For a visitor who asked for more time: long enough to read aloud or fetch glasses, short enough that a deserted
screen still clears itself."""
CODE_SHOWN = 45
"""Seconds the claim code stays before it clears itself."""


class Phase(Enum):
    """Where a visit stands."""

    ACTIVE = auto()
    CURTAIN = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit. ``touched`` is in seconds of a monotonic clock (never of the calendar, which jumps)."""

    started: datetime
    touched: float
    read: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    patience: Patience = field(default=READING)

    def touch(self, now: float) -> Visit:
        return replace(self, touched=now)

    def reading(self, what: str) -> Visit:
        """The visit after a page was opened; ``what`` is e.g. ``treatment/dermaplaning``."""
        return self if what in self.read else replace(self, read=(*self.read, what))

    def toggle_ask(self, what: str) -> Visit:
        """The visit after a tap on "Ask about this in my visit"."""
        left = tuple(ask for ask in self.asks if ask != what)
        return replace(self, asks=left if len(left) < len(self.asks) else (*self.asks, what))

    def waiting(self, patience: Patience) -> Visit:
        """The visit with that much patience; who asked for more time keeps it."""
        return self if self.patience in (patience, UNHURRIED) else replace(self, patience=patience)

    def phase(self, now: float) -> Phase:
        quiet = round(now - self.touched, 3)  # to the millisecond: 120 s in binary fractions may lack a trifle
        if quiet < self.patience.quiet:
            return Phase.ACTIVE
        return Phase.CURTAIN if quiet < self.patience.quiet + self.patience.answer else Phase.OVER

    def left(self, now: float) -> int:
        """Whole seconds until the visit is over, counted up so that the last second still shows 1."""
        end = self.touched + self.patience.quiet + self.patience.answer
        return max(0, -int(-(end - now) // 1))
