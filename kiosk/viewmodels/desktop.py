"""What the staff desk works with: keys, records, paper, the log, whoever can read; and its lists' rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from kiosk.domain.editions import Publications
from kiosk.domain.figures import Catalogue
from kiosk.domain.office import Archive, Circle, Glances, Journal, Locks
from kiosk.domain.readiness import Finding
from kiosk.domain.record import Json, OpenRecord
from kiosk.domain.tally import Cell
from kiosk.settings import Settings
from kiosk.viewmodels.chart_rows import Told


@dataclass(frozen=True)
class NameRow:
    title: str
    chosen: bool


@dataclass(frozen=True)
class PlaceRow:
    """A printer, or a folder that files may be saved in, by its name."""

    title: str


class Paper(Protocol):
    """Prints and saves opened records; every method may be slow and is called away from the screen's thread."""

    def printers(self) -> tuple[str, ...]: ...

    def places(self) -> tuple[str, ...]:
        """The folders a file may be saved in, as staff know them."""

    def print(self, record: OpenRecord, by: str, printer: str) -> None:
        """Raises Refused or OSError."""

    def save(self, record: OpenRecord, by: str, place: str) -> str:
        """The new file's name. Raises Refused or OSError."""

    def keep(self, text: str, name: str, place: str) -> str:
        """Saves a text beside what is there already; the new file's name. Raises Refused or OSError."""


@dataclass(frozen=True)
class Kept:
    """A backup that was made: when, under which name, and how many records it holds."""

    at: datetime | None
    file: str
    records: int


class Vault(Protocol):
    """Where backups are kept. Every method may be slow and raise Refused or OSError."""

    def places(self) -> tuple[str, ...]:
        """The drives and folders a backup may be written to, as staff know them."""

    def last(self) -> Kept | None: ...

    def back_up(self, place: str, by: str, progress: Callable[[int, int], None]) -> str:
        """Makes one; its file's name."""


class Machine(Protocol):
    """The settings of this kiosk."""

    @property
    def settings(self) -> Settings: ...

    @property
    def languages(self) -> tuple[str, ...]:
        """Those the clinic's content is written in."""

    @property
    def colours(self) -> Mapping[str, str]:
        """Those of the clinic's files, by their meaning."""

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the glass."""

    @property
    def inches(self) -> float:
        """Its diagonal, as far as anybody has said."""

    def change(self, changes: Mapping[str, object]) -> Settings:
        """Writes them; None takes one out. Slow. Raises Refused or OSError."""

    @property
    def take(self) -> Callable[[Settings], None]:
        """Puts settings to use."""


@dataclass(frozen=True)
class Tallies:
    """The days' numbers of visits: ``sums`` over the days from the first to the last one, which may be slow and raise
    Refused; ``name`` gives the words of what a kind and a key stand for in a language, empty where it has none."""

    sums: Callable[[date, date], Mapping[Cell, int]]
    catalogue: Catalogue
    name: Callable[[str, str, str], str]


@dataclass(frozen=True)
class Desktop:
    """What the staff desk works with; ``lines`` reads a FHIR response, ``paper`` prints or saves a record.

    ``settled`` records can be read, not changed. ``coded``: a claim code leads to its record without opening others.
    ``circle`` makes, for a name and a key, those who can read; None where that cannot be changed. ``notices`` are
    sentences about this machine that whoever unlocks must see; it may take seconds. ``dialog`` shows the system's own
    print window, where there may be one, and gives a printer's name and the number of copies. ``machine`` are the
    settings of this kiosk, where there are any to change; ``kiosk`` is its name in the records. ``tallies`` are the
    days' numbers, where any are kept; ``findings`` looks whether this machine is ready, which takes seconds;
    ``contents`` looks after the versions of the content.
    """

    locks: Locks
    archive: Archive
    words: tuple[str, ...]
    pictures: Path
    lines: Callable[[Json], tuple[Told, ...]]
    label: Callable[[str, str], str]
    paper: Paper
    glances: Glances = lambda _identity, _limit, _offset: ()
    journal: Journal | None = None
    circle: Callable[[str, Any], Circle] | None = None
    machine: Machine | None = None
    vault: Vault | None = None
    notices: Callable[[], tuple[str, ...]] = tuple
    dialog: Callable[[], tuple[str, int]] | None = None
    kiosk: str = ""
    tallies: Tallies | None = None
    findings: Callable[[], tuple[Finding, ...]] | None = None
    contents: Publications | None = None
    settled: bool = False
    coded: bool = True
