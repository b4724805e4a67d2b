"""The days on which something shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which a page shows, both ends included; None is no end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and not self.over(day)

    def over(self, day: date) -> bool:
        """Whether it has ended before that day."""
        return self.last is not None and self.last < day


ALWAYS = Span()
