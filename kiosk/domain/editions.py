"""The versions of the clinic's content as those who look after it see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

SHIPPED, DRAFT = "shipped", "draft"
"""How staff call the content that came with the program, and a folder as it is being edited."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Files of one version against those of another, by their names."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Version:
    """One version. ``by`` is empty when nobody published it: a kiosk keeps what it showed of a folder that is edited.
    ``planned`` is when it is to be active. ``against`` the one before, None for the first. Times are in UTC."""

    name: str
    by: str
    at: datetime
    note: str
    files: int
    against: Difference | None
    active: bool = False
    previous: bool = False
    planned: datetime | None = None


class Flaw(Protocol):
    """Something wrong with a file of the content; ``level`` is error or warning."""

    @property
    def file(self) -> str: ...

    @property
    def line(self) -> int: ...

    @property
    def level(self) -> str: ...

    @property
    def sentence(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """What patients see now and what could be seen. ``version`` is its name; ``by`` and ``since`` who made it active
    and when, empty and None where nobody did. ``folder`` was asked for when the program was started, and is ``edited``
    meanwhile; then what is activated does not show. ``back`` is what a rollback leads to, empty for nowhere. ``signed``
    of ``pages`` are signed off."""

    version: str
    by: str
    since: datetime | None
    shipped: bool
    back: str
    folder: str
    edited: bool
    treatments: int
    questions: int
    asked: bool
    languages: tuple[str, ...]
    signed: int
    pages: int
    flaws: tuple[Flaw, ...]
    versions: tuple[Version, ...]


class Publications(Protocol):
    """Looks after the versions. Every method may take the disk's time and raise Refused or OSError."""

    @property
    def shown(self) -> str:
        """What patients see: a version's name, ``SHIPPED``, or ``DRAFT`` for a folder that was asked for. At once."""

    @property
    def mistakes(self) -> int:
        """How many mistakes there are in what is edited, else in what is shown. At once."""

    def standing(self) -> Standing: ...

    def activate(self, version: str, by: str) -> None: ...

    def rollback(self, by: str) -> None: ...

    def draft(self, version: str) -> Any:  # noqa: ANN401 (opaque to the screen)
        """What a preview shows: a version, ``SHIPPED``, or ``DRAFT``."""
