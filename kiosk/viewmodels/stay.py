"""The visit that is going on, shared by the view models, and the two clocks it is timed by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.visit import READING, WITH_ANSWERS, Patience, Visit


class Stay:
    """Holds the one ``Visit`` of the moment. ``monotonic`` gives seconds, ``now`` the wall clock with its zone."""

    def __init__(self, monotonic: Callable[[], float], now: Callable[[], datetime]) -> None:
        self.monotonic = monotonic
        self.now = now
        self.with_answers, self.at_rest = WITH_ANSWERS, READING
        self.visit = self._new()

    def _new(self) -> Visit:
        return Visit(started=self.now(), touched=self.monotonic(), patience=self.at_rest)

    def allow(self, with_answers: Patience, at_rest: Patience) -> None:
        """How long visitors are waited for from now on: on pages with answers, and on all others."""
        self.with_answers, self.at_rest = with_answers, at_rest

    def begin(self) -> None:
        """Forgets the visit and begins the next."""
        self.visit = self._new()

    def since(self, moment: float) -> float:
        """Seconds since that moment of the monotonic clock, to the millisecond: binary fractions may lack a trifle."""
        return round(self.monotonic() - moment, 3)

    def touch(self) -> None:
        self.visit = self.visit.touch(self.monotonic())

    def read(self, what: str) -> None:
        self.visit = self.visit.reading(what)

    def ask(self, what: str) -> None:
        self.visit = self.visit.toggle_ask(what)

    def be_patient(self, patience: Patience = READING) -> None:
        self.visit = self.visit.waiting(patience)
