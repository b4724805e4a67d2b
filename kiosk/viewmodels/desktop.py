"""What the staff desk works with: keys, records, paper, the log, whoever can read; and its lists' rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from kiosk.domain.office import Archive, Circle, Glances, Journal, Locks
from kiosk.domain.record import Json, OpenRecord
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
class Desktop:
    """What the staff desk works with; ``lines`` reads a FHIR response, ``paper`` prints or saves a record.

    ``settled`` records can be read, not changed. ``coded``: a claim code leads to its record without opening others.
    ``circle`` makes, for a name and a key, those who can read; None where that cannot be changed. ``notices`` are
    sentences about this machine that whoever unlocks must see; it may take seconds. ``dialog`` shows the system's own
    print window, where there may be one, and gives a printer's name and the number of copies. ``machine`` are the
    settings of this kiosk, where there are any to change; ``kiosk`` is its name in the records.
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
    settled: bool = False
    coded: bool = True
