"""Which content the kiosk shows: the active version, or a folder that was asked for, be it while somebody edits it.

Patients see the files of one version. A folder that is edited is therefore never shown itself: whenever it is sound,
what was read of it is kept as a version in the data folder, and that is shown.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.content.load import Gathered, Loaded, gather, load
from kiosk.content.problem import Problem
from kiosk.content.watching import Look, look
from kiosk.domain import editions
from kiosk.domain.editions import DRAFT, Standing
from kiosk.domain.office import Refused
from kiosk.domain.record import Draft, Kept
from kiosk.options import Options
from kiosk.settings import SHIPPED_CONTENT
from kiosk.store.activation import SHIPPED, State
from kiosk.store.editions import Shelf
from kiosk.store.errors import NoSuchEdition
from kiosk.store.listing import listing

log = logging.getLogger("kiosk")

SETTLES = 0.25
"""Seconds between two looks at a folder that must be equal before it is read: whoever saves it may not be done."""


@dataclass(frozen=True)
class Picked:
    """Content that can be shown, and the folder that holds its files."""

    folder: Path
    loaded: Loaded

    @property
    def version(self) -> str:
        return self.loaded.library.version


class Unkept:
    """In place of the records while somebody looks at a draft: what is sent is gone at once, and there is no code."""

    ready = True

    def keep(self, draft: Draft) -> Kept:  # noqa: ARG002 (that is the point)
        return Kept("", 0, "")


class Contents:
    """Every method but ``stale`` may take the disk's time: never on the screen's thread."""

    def __init__(self, options: Options, pause: Callable[[float], None] = time.sleep) -> None:
        self.shelf = Shelf(options.data)
        self._folder = options.content
        self._watches, self._follows = options.watch, options.follows
        self._now, self._pause = options.now, pause
        self._seen: Look = ()
        self._stamp: object = None
        self._state = State()
        self._refused: tuple[str, ...] = ()
        self._broken = False
        self._unkept = ""
        self._edited: tuple[Problem, ...] = ()
        self._picked: Picked | None = None

    def stale(self) -> bool:
        """Whether there may be something new; one look at one file."""
        if self._watches:
            return True
        due = self._state.plan is not None and self._now() >= self._state.plan.at
        return self._follows and (due or self._stamped() != self._stamp)

    def _stamped(self) -> object:
        try:
            told = self.shelf.file.stat()
        except OSError:
            return None
        return told.st_mtime_ns, told.st_size, told.st_ino

    def first(self) -> Picked:
        """What is shown when the program begins."""
        if self._follows:
            self._picked = self._active()
        elif self._watches:
            self._picked = self._read() or self._last() or Picked(self._folder, load(self._folder, self._now().date()))
        else:
            self._picked = Picked(self._folder, load(self._folder, self._now().date()))
        return self._picked

    def look(self) -> Picked | None:
        """What is to be shown from now on, when that is something else than before."""
        before = self._picked
        found = self._active() if self._follows else self._settled()
        if found is None or (before and found.folder == before.folder):
            return None
        self._picked = found
        return found

    def _active(self) -> Picked:
        """The active version; when it is not as it was published, the newest before it that is."""
        self._stamp = self._stamped()
        with suppress(OSError):
            self.shelf.arrive(self._now())
            self._stamp = self._stamped()
        state, self._broken = self.shelf.state(), self.shelf.broken
        self._state = state
        refused: list[str] = []
        for version in dict.fromkeys((*reversed(state.line), SHIPPED)):
            picked = self._version(version)
            if version in (SHIPPED, picked.version):
                break
            refused.append(version)
        self._refused = tuple(refused)
        with suppress(OSError):
            self.shelf.use(version, self._now())
        return picked

    def _version(self, version: str) -> Picked:
        folder = self.shelf.folder(version) if version != SHIPPED else SHIPPED_CONTENT
        return Picked(folder, load(folder, self._now().date()))

    def _settled(self) -> Picked | None:
        """The edited folder when it has changed, is no longer being written, and is sound."""
        seen = look(self._folder)
        if seen == self._seen:
            return None
        self._pause(SETTLES)
        return self._read() if look(self._folder) == seen else None

    def _read(self) -> Picked | None:
        """Keeps the edited folder as a version; None when it is not sound."""
        from kiosk.content.inspection import inspect  # noqa: PLC0415 (only where somebody edits)

        self._seen, today = look(self._folder), self._now().date()
        checked = inspect(self._folder, today=today)
        self._edited = checked.problems
        if not self._mistakes():
            found = gather(self._folder, today)
            if found.loaded.library.version == checked.library.version:
                return self._kept(found)
            self._seen = ()  # it was changed meanwhile
            return None
        for mistake in self._mistakes():
            log.error("%s", mistake)
        log.error("Patients go on seeing the version before, where there is one.")
        return None

    def _mistakes(self) -> list[Problem]:
        return [one for one in self._edited if one.level == "error"]

    def _kept(self, found: Gathered) -> Picked | None:
        self._unkept = ""
        try:
            version = self.shelf.keep(found.files, self._now()).version
        except Refused as problem:
            self._unkept = str(problem)
        except OSError as problem:
            self._unkept = problem.strerror or str(problem)
        else:
            return self._version(version)
        return None

    def _last(self) -> Picked | None:
        """What was shown last of a folder that is edited."""
        for use in reversed(self.shelf.state().uses):
            if self.shelf.state().publication(use.version) is None and self.shelf.sound(use.version):
                return self._version(use.version)
        return None

    def notices(self) -> tuple[str, ...]:
        """Sentences for whoever unlocks the staff desk."""
        told = [self._told_damage(), self._told_unread(), self._told_mistakes(), self._told_unkept()]
        return tuple(sentence for sentence in told if sentence)

    def _told_damage(self) -> str:
        if not self._refused:
            return ""
        told = QCoreApplication.translate(
            "Contents", "Version %1 of the content is damaged. Patients see the one before. Publish it again."
        )
        return told.replace("%1", self._refused[0])

    def _told_unread(self) -> str:
        if not self._broken:
            return ""
        return QCoreApplication.translate(
            "Contents", "The list of versions cannot be read. Patients see the shipped content. Activate a version."
        )

    def _told_mistakes(self) -> str:
        wrong = self._mistakes()
        if not wrong:
            return ""
        told = QCoreApplication.translate(
            "Contents", "The edited content has a mistake. Patients see the version before. %1"
        )
        first = f"{wrong[0].file}:{wrong[0].line}: {wrong[0].sentence}"
        more = QCoreApplication.translate("Contents", "More mistakes: %1.").replace("%1", str(len(wrong) - 1))
        return told.replace("%1", first) + (f" {more}" if wrong[1:] else "")

    def _told_unkept(self) -> str:
        if not self._unkept:
            return ""
        told = QCoreApplication.translate("Contents", "The edited content could not be kept: %1.")
        return told.replace("%1", self._unkept)

    @property
    def shown(self) -> str:
        if not self._follows:
            return DRAFT
        if self._picked is None or self._picked.folder == SHIPPED_CONTENT:
            return editions.SHIPPED
        return self._picked.version

    @property
    def mistakes(self) -> int:
        if self._watches or self._picked is None:
            return len(self._mistakes())
        return sum(one.level == "error" for one in self._picked.loaded.problems)

    def standing(self) -> Standing:
        """What patients see and could see. Raises OSError."""
        picked = self._picked or self.first()
        library, state = picked.loaded.library, self.shelf.state()
        active = self._follows and state.active == picked.version
        return Standing(
            version=picked.version,
            by=state.since.by if state.since and active else "",
            since=state.since.at if state.since and active else None,
            shipped=picked.folder == SHIPPED_CONTENT,
            back=named(state.previous) if state.previous is not None else "",
            folder="" if self._follows else str(self._folder),
            edited=self._watches,
            treatments=len({one.id for one in library.treatments}),
            questions=len({one.id for one in library.questions}),
            asked=library.form is not None,
            languages=library.clinic.languages,
            signed=sum(one.reviewed.holds for one in library.pages),
            pages=len(library.pages),
            flaws=self._edited if self._watches else picked.loaded.problems,
            versions=listing(self.shelf),
        )

    def activate(self, version: str, by: str) -> None:
        """Raises NoSuchEdition or OSError."""
        self.shelf.activate(SHIPPED if version == editions.SHIPPED else version, by, self._now())

    def rollback(self, by: str) -> None:
        """Raises NothingBefore or OSError."""
        self.shelf.rollback(by, self._now())

    def draft(self, version: str) -> Picked:
        """Raises NoSuchEdition."""
        if version == DRAFT:
            return Picked(self._folder, load(self._folder, self._now().date()))
        picked = self._version(SHIPPED if version == editions.SHIPPED else version)
        if version not in (editions.SHIPPED, picked.version):
            raise NoSuchEdition
        return picked


def named(version: str) -> str:
    """How staff call it."""
    return version or editions.SHIPPED
