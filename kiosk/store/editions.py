"""The versions of the clinic's content in the data folder: each whole, named by what is in it, never changed again.

``content/versions/<version>/`` holds the files of one version and ``.edition.json``, the SHA-256 of each;
``content/active.json`` says which version is to be shown (``kiosk.store.activation``). A version is written beside,
synced and renamed, so it is there whole or not at all; so is ``active.json``. Whoever changes anything holds
``content/lock`` for that moment, not the data folder's own lock: a running kiosk reads without waiting, and notices.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from kiosk.domain.library import version_of
from kiosk.store.activation import SHIPPED, State, parsed
from kiosk.store.active import FILE, FOLDER, VERSIONS
from kiosk.store.errors import EditionsError, NoSuchEdition, NothingBefore
from kiosk.store.files import make_folder, sync_folder, write_durably
from kiosk.store.lock import in_turn

FOLDERS = ("treatments", "questions", "questionnaires", "pictures")
"""Those that every content folder has, be they empty."""
CARD = ".edition.json"
NAME = re.compile(r"[0-9a-f]{12}")
NEW, GONE = ".new-", ".gone-"
SHORTEST = 4
"""Letters by which a version may be called."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One version. ``number`` counts them in the order they came, ``files`` are the SHA-256 of each by its name."""

    version: str
    number: int
    at: datetime
    files: Mapping[str, str]


class Shelf:
    """The versions in a data folder. What writes waits for whoever is writing, and may raise OSError."""

    def __init__(self, data: Path) -> None:
        self.root = data / FOLDER
        self.file = self.root / FILE
        self._versions = self.root / VERSIONS

    def folder(self, version: str) -> Path:
        return self._versions / version

    def editions(self) -> tuple[Edition, ...]:
        """All that can be read, the oldest first."""
        return tuple(sorted(self._editions(), key=lambda one: (one.number, one.version)))

    def _editions(self) -> Iterator[Edition]:
        for path in self._versions.iterdir() if self._versions.is_dir() else ():
            if NAME.fullmatch(path.name):
                with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                    card = json.loads((path / CARD).read_bytes())
                    files = {str(name): str(digest) for name, digest in card["files"].items()}
                    yield Edition(path.name, int(card["number"]), datetime.fromisoformat(card["at"]), files)

    def find(self, name: str) -> Edition:
        """By its name or the beginning of it. Raises NoSuchEdition."""
        found = [one for one in self.editions() if one.version.startswith(name.lower())]
        if len(found) != 1 or len(name) < SHORTEST:
            raise NoSuchEdition
        return found[0]

    def sound(self, version: str) -> bool:
        """Whether every byte is as it was published."""
        try:
            return version_of(_contents(self.folder(version))) == version
        except OSError:
            return False

    def state(self) -> State:
        """Which version is to be shown, as far as it can be read; ``broken`` says when it cannot."""
        return self._read()[0]

    @property
    def broken(self) -> bool:
        return self._read()[1]

    def _read(self) -> tuple[State, bool]:
        try:
            return parsed(self.file.read_bytes()), False
        except FileNotFoundError:
            return State(), False
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return State(), True

    def keep(self, files: Mapping[str, bytes], now: datetime) -> Edition:
        """Keeps these files as a version that a kiosk shows from now on, though nobody published it. Raises
        EditionsError for no files."""
        with in_turn(self.root):
            made = self._put(files, now)
            self._change(lambda state: state.used(made.version, now), now)
            return made

    def publish(
        self, files: Mapping[str, bytes], by: str, now: datetime, note: str = "", *, activate: bool = False
    ) -> tuple[Edition, bool]:
        """Keeps these files as a version that somebody published; it, and whether it had not been before. Raises
        EditionsError for no files."""
        with in_turn(self.root):
            made = self._put(files, now)

            def change(state: State) -> State:
                after = state.published(made.version, by, now, note)
                return after.activated(made.version, by, now) if activate else after

            before = self._change(change, now)
            return made, before.publication(made.version) is None

    def _put(self, files: Mapping[str, bytes], now: datetime) -> Edition:
        if not files or any(PurePosixPath(name).is_absolute() or ".." in name.split("/") for name in files):
            raise EditionsError
        version = version_of(files)
        self._tidy()
        there = self.editions()
        known = next((one for one in there if one.version == version), None)
        if known and self.sound(version):
            return known
        number = known.number if known else max((one.number for one in there), default=0) + 1
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
        made = Edition(version, number, now.astimezone(UTC), digests)
        make_folder(self._versions)
        beside = self._versions / f"{NEW}{version}"
        card = {"v": 1, "number": number, "at": made.at.isoformat(), "files": digests}
        _lay_out(beside, {**files, CARD: json.dumps(card, indent=1).encode()})
        if self.folder(version).exists():  # damaged: its place is taken by a whole one
            self._take_away(version)
        beside.rename(self.folder(version))
        sync_folder(self._versions)
        return made

    def activate(self, version: str, by: str, now: datetime, at: datetime | None = None) -> State:
        """Makes a version the active one, from ``at`` on when that is given; what was the case before. Raises
        NoSuchEdition for one that is not there or damaged."""
        if version != SHIPPED and not self.sound(version):
            raise NoSuchEdition
        with in_turn(self.root):
            return self._change(
                lambda state: state.planned(version, by, at) if at else state.activated(version, by, now), now
            )

    def rollback(self, by: str, now: datetime) -> State:
        """Makes active what was before; what was the case before. Raises NothingBefore."""

        def change(state: State) -> State:
            there = {SHIPPED, *(one for one in state.line if one and self.sound(one))}
            after = state.rolled_back(by, now, there)
            if after is None:
                raise NothingBefore
            return after

        with in_turn(self.root):
            return self._change(change, now)

    def arrive(self, now: datetime) -> State:
        """Lets a plan come true when it is time; what is the case then."""
        state = self.state()
        if state.due(now) != state:
            with in_turn(self.root):
                self._change(lambda state: state, now)
        return self.state()

    def use(self, version: str, now: datetime) -> None:
        """A kiosk shows this version from now on; where there are no versions nothing need be known."""
        if self.file.exists() and self.state().used(version, now) != self.state():
            with in_turn(self.root):
                self._change(lambda state: state.used(version, now), now)

    def _change(self, change: Callable[[State], State], now: datetime) -> State:
        """What was the case before. Somebody who holds the lock calls it."""
        kept, broken = self._read()
        before = kept.due(now)
        after = change(before)
        if broken:
            self.file.replace(self.file.with_name("active.damaged.json"))
        if after != kept or broken:
            write_durably(self.file, after.text)
        return before

    def prune(self, days: Collection[date], now: datetime) -> tuple[str, ...]:
        """Deletes the versions that nothing needs any more (``State.needed``); which those were."""
        if not self._versions.is_dir():
            return ()
        with in_turn(self.root):
            self._tidy()
            state, broken = self._read()
            if broken:
                return ()
            needed = state.due(now).needed(days, now)
            gone = tuple(one.version for one in self.editions() if one.version not in needed)
            for version in gone:
                self._take_away(version)
            shorter = state.shortened(days)
            if shorter != state:
                write_durably(self.file, shorter.text)
            return gone

    def _take_away(self, version: str) -> None:
        """Its name goes first, so that half of it is never found."""
        gone = self._versions / f"{GONE}{version}"
        self.folder(version).rename(gone)
        sync_folder(self._versions)
        _remove(gone)

    def _tidy(self) -> None:
        """Removes what a power cut left half made or half gone."""
        for path in self._versions.iterdir() if self._versions.is_dir() else ():
            if path.name.startswith((NEW, GONE)):
                _remove(path)


def _contents(folder: Path) -> dict[str, bytes]:
    """All files but the card and what the system hides there. Raises OSError."""
    files = (path for path in folder.rglob("*") if not path.name.startswith(".") and not path.is_dir())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files into a new folder so that they last, and lets nobody change them."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, 0o400), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        sync_folder(inner)
        inner.chmod(0o500)
    sync_folder(folder)
    folder.chmod(0o500)


def _remove(folder: Path) -> None:
    folder.chmod(0o700)
    for path in folder.rglob("*"):
        path.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)
