"""What the staff desk and the set-up ask of keys and records, whatever keeps them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from kiosk.domain.record import Head, OpenRecord


class Refused(Exception):
    """Something staff asked for cannot be done; its text is the sentence they read. ``again``: they may try again."""

    again = False


class Locks(Protocol):
    """The staff's keys."""

    @property
    def ready(self) -> bool: ...

    @property
    def staff_names(self) -> tuple[str, ...]: ...

    def is_admin(self, name: str) -> bool:
        """Whether that staff member may change staff, settings and content."""

    def unlock(self, name: str, words: str) -> Any:  # noqa: ANN401 (the key stays opaque to those who carry it)
        """The key of that staff member. Slow. Raises Refused."""


class Archive(Protocol):
    """The sent records. Every method may read the disk; those that open a record raise Refused."""

    def count(self) -> int: ...

    def heads(self, limit: int, offset: int = 0) -> tuple[Head, ...]: ...

    def find(self, code: str) -> Head | None: ...

    def opened(self, id: str, identity: Any) -> OpenRecord: ...  # noqa: ANN401

    def mark_reviewed(self, id: str, by: str) -> None: ...

    def confirm_identity(self, id: str, by: str) -> None: ...

    def delete(self, id: str, by: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Glance:
    """All that a search by name takes from a record: whose it says it is. ``moment`` is when it was sent."""

    id: str
    seq: int
    code: str
    name: str
    born: str
    moment: datetime


Glances = Callable[[Any, int, int], tuple[Glance | None, ...]]
"""Looks into the records ``limit`` at a time from ``offset`` on, newest first, with a key; None for one that does not
open. Nothing of them is kept."""


class Happened(Protocol):
    """One line of the audit log. ``at`` is in UTC and None where it is illegible; ``event`` is one of a fixed list."""

    @property
    def seq(self) -> int: ...

    @property
    def at(self) -> datetime | None: ...

    @property
    def event(self) -> str: ...

    @property
    def by(self) -> str: ...

    @property
    def counts(self) -> Mapping[str, int | str]: ...


class Journal(Protocol):
    """The audit log. Every method may read the disk; all but ``note`` raise Refused."""

    def note(self, event: str, by: str, **counts: int | str) -> None: ...

    def count(self) -> int: ...

    def entries(self, limit: int, offset: int = 0) -> tuple[Happened, ...]:
        """Newest first."""

    def faults(self) -> tuple[str, ...]:
        """One sentence for each line that is missing or not as it was written."""

    def misses(self) -> tuple[int, datetime | None]:
        """How many wrong passphrases there were since the last one that opened, and when the first was."""

    def text(self) -> str:
        """The whole log, a line each, oldest first, with its head at the end."""


class Circle(Protocol):
    """Those who can read the records, and changes of who they are; made for one staff member's key. All but ``names``
    may take seconds and raise Refused or OSError."""

    def names(self) -> tuple[str, ...]: ...

    def add(self, name: str, role: str) -> Any:  # noqa: ANN401 (what is under way stays opaque to the screen)
        """New words for somebody new, "admin" or "staff", to be shown once; nothing is written. Its ``words`` are a
        string."""

    def appoint(self, name: str, role: str) -> None:
        """Makes a colleague, or oneself, an "admin" or "staff"."""

    def renew(self, name: str) -> Any:  # noqa: ANN401
        """New words for oneself, or a new key for a colleague who lost theirs; nothing is written."""

    def finish(self, joining: Any, typed: str) -> None:  # noqa: ANN401
        """Writes what was begun, once the words as typed have opened a test record."""

    def remove(self, name: str) -> None: ...

    def older(self) -> int:
        """How many records are sealed to an earlier list."""

    def reseal(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[int, int]:
        """Seals older records to the present list; how many were, and how many this key does not open."""


class Line(Protocol):
    """One answer of a record as staff read it."""

    @property
    def link_id(self) -> str: ...

    @property
    def question(self) -> str: ...

    @property
    def answer(self) -> str: ...
