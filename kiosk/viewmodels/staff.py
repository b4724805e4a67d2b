"""The staff desk: unlock by name and passphrase, the visits, one record, alerts first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Archive, Refused
from kiosk.domain.record import Head
from kiosk.viewmodels import phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.admin import PAGES, Admin
from kiosk.viewmodels.background import Background
from kiosk.viewmodels.chart import Chart
from kiosk.viewmodels.chart_rows import NoteRow
from kiosk.viewmodels.desktop import Desktop, NameRow
from kiosk.viewmodels.finder import VisitFinder
from kiosk.viewmodels.ledger import Ledger
from kiosk.viewmodels.members import Members
from kiosk.viewmodels.papers import Papers
from kiosk.viewmodels.passwords import Passwords
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.stay import Stay
from kiosk.viewmodels.visit_rows import VisitRow, closed_row, visit_row, weekday

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

QUIET = 120
"""Seconds without a touch after which the desk locks itself (ACCESS row 63)."""
LONGEST = 15 * 60
"""Seconds after which it locks itself whatever is done: who goes on unlocks again (SECURITY, promises)."""
WARNING = 15
"""Seconds before it locks in which the screen says so."""
MISSES, PAUSE = 10, 30
"""After so many wrong passphrases a pause of so many seconds: nobody is locked out (SECURITY decision 6)."""
PAGE = 6


@QmlElement
@QmlUncreatable("made by the application")
class Staff(QObject):
    """Everything staff see. ``forget`` drops the key and the open record; nothing else holds either."""

    changed = Signal()
    ticked = Signal()
    unlocked = Signal()
    opened = Signal()
    locked = Signal()
    left = Signal()
    went = Signal(str)

    def __init__(self, access: Access, stay: Stay, background: Background, chores: Background | None = None) -> None:
        super().__init__()
        self._access = access
        self._stay = stay
        self._session = Session(stay, background, chores)
        self._passwords = Passwords(self)
        self._chart = Chart(access, self)
        self._papers = Papers(self._session, self)
        self._finder = VisitFinder(self._session, access, self)
        self._ledger = Ledger(self._session, access, self._papers, self)
        self._members = Members(self._session, self)
        self._hub = Admin(self._session, access, self._members, self._ledger, self)
        self._names = Rows(NameRow, self)
        self._visits = Rows(VisitRow, self)
        self._notices = Rows(NoteRow, self)
        self._keyboard = True
        self._misses = 0
        self._pause_until = 0.0
        self._touched = self._since = stay.monotonic()
        self._clear()
        self._passwords.completed.connect(self.unlock)
        self._finder.found.connect(self.show)
        self._finder.typed.connect(self._hush_problem)
        self._members.changed.connect(self.changed)

    @Property(Rows, constant=True)
    def names(self) -> Rows:
        return self._names

    @Property(Rows, constant=True)
    def visits(self) -> Rows:
        return self._visits

    @Property(Rows, constant=True)
    def notices(self) -> Rows:
        """What whoever unlocks must know of this machine."""
        return self._notices

    @Property(Chart, constant=True)
    def chart(self) -> Chart:
        """The open record."""
        return self._chart

    @Property(Passwords, constant=True)
    def passwords(self) -> Passwords:
        return self._passwords

    @Property(Papers, constant=True)
    def papers(self) -> Papers:
        """Where the open record is printed or saved."""
        return self._papers

    @Property(VisitFinder, constant=True)
    def finder(self) -> VisitFinder:
        return self._finder

    @Property(Ledger, constant=True)
    def ledger(self) -> Ledger:
        return self._ledger

    @Property(Members, constant=True)
    def members(self) -> Members:
        return self._members

    @property
    def hub(self) -> Admin:
        """What admins look after."""
        return self._hub

    @Property(bool, notify=changed)
    def admin(self) -> bool:
        """Whether the pages of admins are offered."""
        return self._session.admin and self._hub.offered

    @Property(bool, notify=changed)
    def keyboard(self) -> bool:
        """Whether the keyboard in the scene shows; where there is a real one nobody needs it."""
        return self._keyboard

    @Slot(bool)
    def showKeyboard(self, shown: bool) -> None:
        self._keyboard = shown
        self.changed.emit()

    @property
    def _desktop(self) -> Desktop | None:
        return self._session.desktop

    @property
    def _identity(self) -> Any:  # noqa: ANN401 (the key stays opaque)
        return self._session.identity

    def furnish(self, desktop: Desktop) -> None:
        self._session.desktop = desktop
        self._passwords.furnish(desktop.words)
        self._clear()
        self.changed.emit()

    def _clear(self) -> None:
        self._session.end()
        self._close()
        self._problem = ""
        self._above = "Office"
        self._page = self._count = 0
        self._busy = False
        self._passwords.forget()
        self._visits.show(())
        self._notices.show(())
        for part in (self._finder, self._ledger, self._members, self._hub):
            part.forget()
        if self._desktop and self._desktop.locks.ready:
            names = self._desktop.locks.staff_names
            self._session.name = names[0] if len(names) == 1 else ""
        self._show_names()

    def _close(self) -> None:
        """Drops the open record; work under way for it reports to nobody."""
        self._session.hush()
        self._chart.drop()
        self._papers.drop()
        self._asking_delete = False

    def forget(self) -> None:
        """Locks: the key and what was open are dropped."""
        self._clear()
        self.touch()
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
        return self._session.name

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(bool, notify=changed)
    def settled(self) -> bool:
        """Whether these records can be read, but not changed."""
        return bool(self._desktop and self._desktop.settled)

    @Property(bool, notify=changed)
    def logged(self) -> bool:
        """Whether there is an audit log."""
        return bool(self._desktop and self._desktop.journal)

    @Property(bool, notify=changed)
    def peopled(self) -> bool:
        """Whether those who can read the records can be changed here."""
        return bool(self._desktop and self._desktop.circle)

    @Property(int, notify=ticked)
    def pause(self) -> int:
        """Seconds until the next try may be made."""
        return max(0, -int(self._stay.since(self._pause_until) // 1))

    @Property(int, notify=ticked)
    def secondsLeft(self) -> int:
        """Seconds until the desk locks itself."""
        quiet = QUIET - int(self._stay.since(self._touched))
        return max(0, min(quiet, LONGEST - int(self._stay.since(self._since))) if self.open else quiet)

    @Property(bool, notify=ticked)
    def closing(self) -> bool:
        """Whether it locks in some seconds."""
        return self.open and self.secondsLeft <= WARNING

    @Property(bool, notify=ticked)
    def spent(self) -> bool:
        """Whether it locks because its time is over, whatever is touched."""
        return self._stay.since(self._since) >= LONGEST - WARNING

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
    def askingDelete(self) -> bool:
        return self._asking_delete

    @Slot(str)
    def be(self, name: str) -> None:
        """A tap on a staff member's name."""
        self._session.name, self._problem = name, ""
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
        if not self.name:
            self._say_problem(QCoreApplication.translate("Staff", "Choose your name first."))
            return
        self._busy, self._problem = True, ""
        self._session.run(self._trial(self._desktop), self._tried)
        self.changed.emit()

    def _trial(self, desktop: Desktop) -> Callable[[], tuple[Any, tuple[int, datetime | None]]]:
        """Opens the key and notes in the log whether it did; what was missed before comes with it."""
        journal, name, words = desktop.journal, self.name, self._passwords.phrase

        def tried() -> tuple[Any, tuple[int, datetime | None]]:
            try:
                identity = desktop.locks.unlock(name, words)
            except Refused:
                if journal:
                    journal.note("unlock-failed", name)
                raise
            misses = journal.misses() if journal else (0, None)
            if journal:
                journal.note("unlocked", name, misses=misses[0])
            return identity, misses

        return tried

    def _tried(self, outcome: Future[tuple[Any, tuple[int, datetime | None]]]) -> None:
        self._busy = False
        self._passwords.forget()
        try:
            self._session.identity, misses = outcome.result()
        except Refused as refusal:
            self._misses += 1
            if self._misses % MISSES == 0:
                self._pause_until = self._stay.monotonic() + PAUSE
            self._say_problem(str(refusal))
            return
        self._misses = 0
        self._since = self._stay.monotonic()
        self.touch()
        self._show_misses(*misses)
        self._show_visits()
        self.unlocked.emit()
        if self._desktop:
            self._session.run(self._desktop.notices, self._noticed)

    def _show_misses(self, count: int, first: datetime | None) -> None:
        if count:
            told = QCoreApplication.translate("Staff", "Wrong passphrases since the last visit: %1, the first %2.")
            when = weekday(first, self._stay.now(), self._access.locale) if first else "—"
            told = told.replace("%1", str(count)).replace("%2", when)
            self._notices.show([NoteRow("triangle-alert", told, True)])

    def _noticed(self, outcome: Future[tuple[str, ...]]) -> None:
        rows = [*self._notices.rows, *(NoteRow("info", sentence, False) for sentence in outcome.result())]
        self._notices.show(rows)
        self.changed.emit()

    @Slot()
    def lock(self) -> None:
        self.locked.emit()

    @Slot()
    def leaveKiosk(self) -> None:
        """Ends the program; only staff who have unlocked it may."""
        if self.open:
            self.left.emit()

    @Slot(str)
    def go(self, page: str) -> None:
        """To another page of the unlocked desk: Visits, Office, Ledger, Members, or one of the admins'."""
        if not self.open or (page in PAGES and not self.admin):
            return
        self._close()
        self._problem = ""
        for part in (self._finder, self._members, self._hub):
            part.forget()
        if page in ("Office", "Admin"):
            self._above = page
        if page in PAGES:
            self._hub.show(page)
        elif page == "Ledger":
            self._ledger.show()
        elif page == "Members":
            self._members.show()
        elif page == "Counts":
            self._counts.show()
        elif page == "Visits":
            self._show_visits()
        self.went.emit(page)

    @Slot()
    def up(self) -> None:
        """Back to the page that led here: the kiosk's, or the admins' hub."""
        self.go(self._above if self.admin else "Office")

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Leafs through the list."""
        self._page, self._problem = max(self._page + pages, 0), ""
        self._show_visits()

    @Slot(str)
    def show(self, key: str) -> None:
        """Opens one record."""
        if not (self.open and self._desktop):
            return
        self._close()
        self._finder.byName.cancel()
        if self._open_record(key) and self._chart.record:
            self._finder.forget()
            self._session.note("record-opened", record=self._chart.record.seq)
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
        if self._desktop and not self.settled:
            self._mark(self._desktop.archive.confirm_identity)

    @Slot()
    def review(self) -> None:
        if self._desktop and not self.settled:
            self._mark(self._desktop.archive.mark_reviewed)

    def _mark(self, mark: Callable[[str, str], None]) -> None:
        """Notes something at the open record in this staff member's name."""
        if self._chart.record is None:
            return
        try:
            mark(self._chart.record.id, self.name)
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
        if not (self._chart.record and self._desktop) or self.settled:
            return
        self._asking_delete = False
        try:
            self._desktop.archive.delete(self._chart.record.id, self.name)
        except Refused as refusal:
            self._say_problem(str(refusal))
        else:
            self.leave()

    @Slot()
    def askPaper(self) -> None:
        """Opens the choice of where the record is printed or saved."""
        if self._chart.record:
            self._problem = ""
            self._papers.ask_record(self._chart.record)
            self.changed.emit()

    @Slot()
    def touch(self) -> None:
        self._touched = self._stay.monotonic()

    def tick(self) -> None:
        """Once a second: locks when nobody has touched the screen, or after its whole time."""
        if not self._busy and self.secondsLeft == 0:
            self.locked.emit()
        elif not (self.open or self._busy or self._names.rows):
            self._show_names()
        self._members.tick()
        self._hub.tick()
        self.ticked.emit()

    def _say_problem(self, sentence: str) -> None:
        self._problem = sentence
        self.changed.emit()
        self.ticked.emit()

    def _hush_problem(self) -> None:
        """Something else is looked for now."""
        self._problem = ""
        self.changed.emit()

    def _show_names(self) -> None:
        """Also a key on a stick that was plugged in since."""
        names = self._desktop.locks.staff_names if self._desktop and self._desktop.locks.ready else ()
        self._names.show([NameRow(name, name == self.name) for name in names])

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
            return closed_row(head, str(refusal), self._access.locale)
        return visit_row(record, self._stay.now().date(), self._access.locale)
