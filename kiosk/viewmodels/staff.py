"""The staff desk on the kiosk: unlock by name and passphrase, the visits, one record, alerts first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Archive, Locks, Refused
from kiosk.domain.record import Head, Json, OpenRecord
from kiosk.viewmodels import phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.background import Background
from kiosk.viewmodels.chart import Chart
from kiosk.viewmodels.chart_rows import Told, gravest, sent_time
from kiosk.viewmodels.passwords import Passwords
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.stay import Stay

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

QUIET = 120
"""Seconds without a touch after which the desk locks itself (ACCESS row 63)."""
MISSES, PAUSE = 10, 30
"""After so many wrong passphrases a pause of so many seconds: nobody is locked out (SECURITY decision 6)."""
PAGE = 6
CODE = 16
"""Letters a claim code may be typed with."""


@dataclass(frozen=True)
class NameRow:
    title: str
    chosen: bool


@dataclass(frozen=True)
class PlaceRow:
    """A printer, or a folder that files may be saved in, by its name."""

    title: str


@dataclass(frozen=True)
class VisitRow:
    """A record in the list; ``level`` is its gravest alert's. Names show only inside a record."""

    key: str
    code: str
    time: str
    day: str
    level: str
    tag: str
    reviewed: str


class Paper(Protocol):
    """Prints and saves opened records; every method may be slow and is called away from the screen's thread."""

    def printers(self) -> tuple[str, ...]: ...

    def places(self) -> tuple[str, ...]:
        """The folders a file may be saved in, as staff know them."""

    def print(self, record: OpenRecord, by: str, printer: str) -> None:
        """Raises Refused or OSError."""

    def save(self, record: OpenRecord, by: str, place: str) -> str:
        """The new file's name. Raises Refused or OSError."""


@dataclass(frozen=True)
class Desktop:
    """What the staff desk works with; ``lines`` reads a FHIR response, ``paper`` prints or saves a record."""

    locks: Locks
    archive: Archive
    words: tuple[str, ...]
    pictures: Path
    lines: Callable[[Json], tuple[Told, ...]]
    label: Callable[[str, str], str]
    paper: Paper


@QmlElement
@QmlUncreatable("made by the application")
class Staff(QObject):
    """Everything staff see. The key and the open record live here and nowhere else; ``forget`` drops both."""

    changed = Signal()
    ticked = Signal()
    unlocked = Signal()
    opened = Signal()
    locked = Signal()
    left = Signal()

    def __init__(self, access: Access, stay: Stay, background: Background) -> None:
        super().__init__()
        self._access = access
        self._stay = stay
        self._background = background
        self._desktop: Desktop | None = None
        self._passwords = Passwords(self)
        self._chart = Chart(access, self)
        self._names = Rows(NameRow, self)
        self._visits = Rows(VisitRow, self)
        self._printers = Rows(PlaceRow, self)
        self._places = Rows(PlaceRow, self)
        self._misses = 0
        self._pause_until = 0.0
        self._touched = stay.monotonic()
        self._moment = 0
        self._clear()
        self._passwords.completed.connect(self.unlock)

    @Property(Rows, constant=True)
    def names(self) -> Rows:
        return self._names

    @Property(Rows, constant=True)
    def visits(self) -> Rows:
        return self._visits

    @Property(Rows, constant=True)
    def printers(self) -> Rows:
        return self._printers

    @Property(Rows, constant=True)
    def places(self) -> Rows:
        return self._places

    @Property(Chart, constant=True)
    def chart(self) -> Chart:
        """The open record."""
        return self._chart

    @Property(Passwords, constant=True)
    def passwords(self) -> Passwords:
        return self._passwords

    def furnish(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._passwords.furnish(desktop.words)
        self._clear()

    def _clear(self) -> None:
        self._identity: Any = None
        self._close()
        self._name = self._problem = self._search = ""
        self._page = self._count = 0
        self._busy = self._finding = False
        self._passwords.forget()
        self._visits.show(())
        if self._desktop and self._desktop.locks.ready:
            names = self._desktop.locks.staff_names
            self._name = names[0] if len(names) == 1 else ""
        self._show_names()

    def _close(self) -> None:
        """Drops the open record; work under way for it reports to nobody."""
        self._moment += 1
        self._chart.drop()
        self._note = ""
        self._asking_delete = self._asking_paper = self._papering = False
        self._printers.show(())
        self._places.show(())

    def forget(self) -> None:
        """Locks: the key and what was open are dropped."""
        self._clear()
        self.changed.emit()

    @property
    def ready(self) -> bool:
        return bool(self._desktop and self._desktop.locks.ready)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        return self._identity is not None

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        """What was just done, for staff to see."""
        return self._note

    @Property(int, notify=ticked)
    def pause(self) -> int:
        """Seconds until the next try may be made."""
        return max(0, -int(-(self._pause_until - self._stay.monotonic()) // 1))

    @Property(int, notify=ticked)
    def secondsLeft(self) -> int:
        """Seconds until the desk locks itself."""
        return max(0, QUIET - int(self._stay.monotonic() - self._touched))

    @Property(str, notify=ticked)
    def locksIn(self) -> str:
        """The same as minutes and seconds, e.g. ``1:52``."""
        minutes, seconds = divmod(self.secondsLeft, 60)
        return f"{minutes}:{seconds:02}"

    @Property(str, notify=changed)
    def today(self) -> str:
        return phrases.long_date(self._stay.now().date(), self._access.locale)

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many records there are."""
        return self._count

    @Property(int, notify=changed)
    def pages(self) -> int:
        return max(1, -(-self._count // PAGE))

    @Property(int, notify=changed)
    def pageNumber(self) -> int:
        return self._page + 1

    @Property(bool, notify=changed)
    def finding(self) -> bool:
        return self._finding

    @Property(str, notify=changed)
    def search(self) -> str:
        return self._search

    @Property(bool, notify=changed)
    def askingDelete(self) -> bool:
        return self._asking_delete

    @Property(bool, notify=changed)
    def askingPaper(self) -> bool:
        return self._asking_paper

    @Property(bool, notify=changed)
    def papering(self) -> bool:
        """Whether something is being looked up, printed or saved."""
        return self._papering

    @Slot(str)
    def be(self, name: str) -> None:
        """A tap on a staff member's name."""
        self._name, self._problem = name, ""
        self._passwords.forget()
        self._show_names()
        self.changed.emit()

    @Slot()
    def unlock(self) -> None:
        """Tries the words typed so far."""
        if self._busy or not self._desktop:
            return
        if self.pause:
            self._passwords.forget()
            return
        if not self._name:
            self._say_problem(QCoreApplication.translate("Staff", "Choose your name first."))
            return
        locks, name, words = self._desktop.locks, self._name, self._passwords.phrase
        self._busy, self._problem = True, ""
        self._run(lambda: locks.unlock(name, words), self._tried)
        self.changed.emit()

    def _tried(self, outcome: Future[Any]) -> None:
        self._busy = False
        self._passwords.forget()
        try:
            self._identity = outcome.result()
        except Refused as refusal:
            self._misses += 1
            if self._misses % MISSES == 0:
                self._pause_until = self._stay.monotonic() + PAUSE
            self._say_problem(str(refusal))
            return
        self._misses = 0
        self.touch()
        self._show_visits()
        self.unlocked.emit()

    @Slot()
    def lock(self) -> None:
        self.locked.emit()

    @Slot()
    def leaveKiosk(self) -> None:
        """Ends the program; only staff who have unlocked it may."""
        if self.open:
            self.left.emit()

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Leafs through the list."""
        self._page, self._problem = max(self._page + pages, 0), ""
        self._show_visits()

    @Slot(bool)
    def find(self, finding: bool) -> None:
        """Opens or closes the field for a code."""
        self._finding, self._search, self._problem = finding, "", ""
        self.changed.emit()

    @Slot(str)
    def type(self, letters: str) -> None:
        self._search = (self._search + letters.upper())[:CODE]
        self._say_problem("")

    @Slot()
    def erase(self) -> None:
        self._search = self._search[:-1]
        self._say_problem("")

    @Slot()
    def openFound(self) -> None:
        """Opens the record of the typed code."""
        if not (self.open and self._desktop):
            return
        try:
            head = self._desktop.archive.find(self._search)
        except Refused as refusal:
            self._say_problem(str(refusal))
            return
        if head is None:
            self._say_problem(QCoreApplication.translate("Staff", "No visit has this code. Please check it."))
        else:
            self._finding, self._search = False, ""
            self.show(head.id)

    @Slot(str)
    def show(self, key: str) -> None:
        """Opens one record."""
        if not (self.open and self._desktop):
            return
        self._close()
        if self._open_record(key):
            self.opened.emit()

    def _open_record(self, key: str) -> bool:
        if self._desktop is None:
            return False
        try:
            record = self._desktop.archive.opened(key, self._identity)
        except Refused as refusal:
            self._say_problem(str(refusal))
            return False
        self._problem = ""
        self._chart.show(
            record, self._desktop.lines(record.draft.response), self._desktop.pictures, self._desktop.label
        )
        self.changed.emit()
        return True

    @Slot()
    def leave(self) -> None:
        """Back to the list: the record is closed."""
        self._close()
        self._problem = ""
        self._show_visits()
        self.unlocked.emit()

    @Slot()
    def confirmIdentity(self) -> None:
        """Staff have asked for name and date of birth and they fit."""
        if self._desktop:
            self._mark(self._desktop.archive.confirm_identity)

    @Slot()
    def review(self) -> None:
        if self._desktop:
            self._mark(self._desktop.archive.mark_reviewed)

    def _mark(self, mark: Callable[[str, str], None]) -> None:
        """Notes something at the open record in this staff member's name."""
        if self._chart.record is None:
            return
        try:
            mark(self._chart.record.id, self._name)
        except Refused as refusal:
            self._say_problem(str(refusal))
        else:
            self._open_record(self._chart.record.id)

    @Slot(bool)
    def askDelete(self, asking: bool) -> None:
        self._asking_delete = asking
        self.changed.emit()

    @Slot()
    def delete(self) -> None:
        """Deletes the open record for good."""
        if not (self._chart.record and self._desktop):
            return
        self._asking_delete = False
        try:
            self._desktop.archive.delete(self._chart.record.id, self._name)
        except Refused as refusal:
            self._say_problem(str(refusal))
        else:
            self.leave()

    @Slot(bool)
    def askPaper(self, asking: bool) -> None:
        """Opens or closes the choice of where the record is printed or saved."""
        if not (self._desktop and self._chart.record):
            return
        self._asking_paper, self._problem, self._note = asking, "", ""
        if asking:
            paper = self._desktop.paper
            self._on_paper(lambda: (paper.printers(), paper.places()), self._show_ways)
        self.changed.emit()

    @Slot(str)
    def printOn(self, name: str) -> None:
        """Prints the open record on the printer of that name."""
        if self._desktop and self._chart.record and not self._papering:
            paper, record, by = self._desktop.paper, self._chart.record, self._name
            told = QCoreApplication.translate("Staff", "Sent to the printer %1.").replace("%1", name)
            self._on_paper(lambda: paper.print(record, by, name), lambda _: self._say_note(told))

    @Slot(str)
    def saveIn(self, place: str) -> None:
        """Saves the open record as a PDF file in the folder of that name."""
        if self._desktop and self._chart.record and not self._papering:
            paper, record, by = self._desktop.paper, self._chart.record, self._name
            told = QCoreApplication.translate("Staff", "Saved in %1 as %2.").replace("%1", place)
            self._on_paper(lambda: paper.save(record, by, place), lambda file: self._say_note(told.replace("%2", file)))

    def _on_paper(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._papering, self._problem, self._note = True, "", ""
        self._run(work, lambda outcome: self._papered(outcome, done))
        self.changed.emit()

    def _papered(self, outcome: Future[Any], done: Callable[[Any], None]) -> None:
        self._papering = False
        try:
            made = outcome.result()
        except Refused as refusal:
            self._say_problem(str(refusal))
        except OSError:
            # The system's own words may hold a path; staff need to know what to do.
            self._say_problem(
                QCoreApplication.translate(
                    "Staff", "That did not work. Check the printer or the folder, then try again."
                )
            )
        else:
            done(made)

    def _show_ways(self, ways: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        for rows, names in zip((self._printers, self._places), ways, strict=True):
            rows.show([PlaceRow(name) for name in names])
        self.changed.emit()

    def _run(self, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        """Works in the background; nobody hears of the outcome when the desk was locked or the record closed since."""
        moment = self._moment
        self._background.run(work, lambda outcome: done(outcome) if moment == self._moment else None)

    @Slot()
    def touch(self) -> None:
        self._touched = self._stay.monotonic()

    def tick(self) -> None:
        """Once a second: locks when nobody has touched the screen."""
        if not self._busy and self.secondsLeft == 0:
            self.locked.emit()
        self.ticked.emit()

    def _say_problem(self, sentence: str) -> None:
        self._problem = sentence
        self.changed.emit()
        self.ticked.emit()

    def _say_note(self, sentence: str) -> None:
        self._note = sentence
        self.changed.emit()

    def _show_names(self) -> None:
        names = self._desktop.locks.staff_names if self._desktop and self._desktop.locks.ready else ()
        self._names.show([NameRow(name, name == self._name) for name in names])

    def _day(self, record: OpenRecord) -> str:
        """On which day it was sent, short."""
        day, today = record.draft.confirmed.date(), self._stay.now().date()
        if day == today:
            return QCoreApplication.translate("Staff", "Today")
        if day == today - timedelta(days=1):
            return QCoreApplication.translate("Staff", "Yesterday")
        return self._short(day)

    def _short(self, day: date) -> str:
        return self._access.locale.toString(day, QLocale.FormatType.ShortFormat)

    def _show_visits(self) -> None:
        if self._desktop and self.open:
            archive = self._desktop.archive
            try:
                self._count = archive.count()
                self._page = min(self._page, self.pages - 1)
                self._visits.show([self._visit_row(archive, head) for head in archive.heads(PAGE, self._page * PAGE)])
            except Refused as refusal:
                self._problem = str(refusal)
        self.changed.emit()

    def _visit_row(self, archive: Archive, head: Head) -> VisitRow:
        try:
            record = archive.opened(head.id, self._identity)
        except Refused as refusal:
            return VisitRow(head.id, "—", "", self._short(head.day), "", str(refusal), head.reviewed_by)
        level, alerts = gravest(record.draft.alerts)
        tag = f"{alerts} {level}" if level else QCoreApplication.translate("Staff", "No alerts")
        return VisitRow(
            head.id,
            record.code,
            sent_time(record, self._access.locale),
            self._day(record),
            level,
            tag,
            head.reviewed_by,
        )
