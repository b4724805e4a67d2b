"""Who can read the records, on the screen: somebody joins, leaves or gets new words; older records are sealed anew."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Event
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Circle, Refused
from kiosk.viewmodels.founding import ShownWordRow
from kiosk.viewmodels.passwords import Passwords
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

ADMIN, STAFF = "admin", "staff"
LONGEST = 40
"""Letters of a name."""


@dataclass(frozen=True)
class MemberRow:
    """``own``: the one who has unlocked the desk; ``last``: the only admin there is; ``label`` is the role in words."""

    title: str
    own: bool
    admin: bool
    last: bool
    label: str


@QmlElement
@QmlUncreatable("made by the application")
class Members(QObject):
    """Steps: list, name, words, typing, working, removing, resealing. ``forget`` drops new words at once."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._circle: Circle | None = None
        self._passwords = Passwords(self)
        self._passwords.completed.connect(self._typed_back)
        self._rows = Rows(MemberRow, self)
        self._shown = Rows(ShownWordRow, self)
        self._cancelled = Event()
        self._clear()

    def _clear(self) -> None:
        self._cancelled.set()
        self._circle = None
        self._joining: Any = None
        self._step, self._subject, self._role = "list", "", STAFF
        self._problem = self._note = ""
        self._older = 0
        self._progress = (0, 0)
        self._passwords.forget()
        self._rows.show(())
        self._shown.show(())

    def forget(self) -> None:
        self._clear()
        self.changed.emit()

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(Rows, constant=True)
    def shown(self) -> Rows:
        """The five new words, only while they are shown."""
        return self._shown

    @Property(Passwords, constant=True)
    def passwords(self) -> Passwords:
        return self._passwords

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step

    @Property(str, notify=changed)
    def subject(self) -> str:
        """Whom the step is about."""
        return self._subject

    @Property(bool, notify=changed)
    def own(self) -> bool:
        """Whether it is about the one who has unlocked the desk."""
        return self._subject == self._session.name

    @Property(bool, notify=changed)
    def leads(self) -> bool:
        """Whether the one who has unlocked the desk may change who is on the staff."""
        return self._session.admin

    @Property(bool, notify=changed)
    def admin(self) -> bool:
        """Whether whoever joins becomes an admin."""
        return self._role == ADMIN

    @property
    def offered(self) -> bool:
        return self._session.desktop is not None and self._session.desktop.circle is not None

    @property
    def state(self) -> str:
        desktop = self._session.desktop
        names = desktop.locks.staff_names if desktop else ()
        admins = sum(1 for name in names if self._leads(name))
        told = QCoreApplication.translate("Staff", "Admins: %1. Other staff: %2.")
        return told.replace("%1", str(admins)).replace("%2", str(len(names) - admins))

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        """What was just done."""
        return self._note

    @Property(int, notify=changed)
    def older(self) -> int:
        """How many records are sealed to an earlier list."""
        return self._older

    @Property(int, notify=changed)
    def looked(self) -> int:
        """How many of them were looked at."""
        return self._progress[0]

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._progress[1]

    @property
    def busy(self) -> bool:
        return self._step in ("working", "resealing")

    def show(self) -> None:
        """Who can read the records now."""
        self._clear()
        desktop, session = self._session.desktop, self._session
        if desktop and desktop.circle and session.identity is not None:
            self._circle = desktop.circle(session.name, session.identity)
            self._passwords.furnish(desktop.words)
            self._list("")

    def _list(self, note: str) -> None:
        self._joining, self._subject = None, ""
        self._passwords.forget()
        self._shown.show(())
        if self._circle:
            names = self._circle.names()
            admins = [name for name in names if self._leads(name)]
            self._rows.show([self._row(name, admins) for name in names])
            self._session.run(self._circle.older, self._counted)
        self._go("list")
        self._note = note
        self.changed.emit()

    def _leads(self, name: str) -> bool:
        return self._session.desktop is not None and self._session.desktop.locks.is_admin(name)

    def _row(self, name: str, admins: list[str]) -> MemberRow:
        own, admin = name == self._session.name, name in admins
        role = (
            QCoreApplication.translate("Staff", "Admin")
            if admin
            else QCoreApplication.translate("Staff", "Reads answers")
        )
        you = QCoreApplication.translate("Staff", "You · %1").replace("%1", role)
        return MemberRow(name, own, admin, admins == [name], you if own else role)

    def _counted(self, outcome: Future[int]) -> None:
        try:
            self._older = outcome.result()
        except Refused as refusal:
            self._problem = str(refusal)
        self.changed.emit()

    @Slot()
    def add(self) -> None:
        """Somebody new: first the name and the role."""
        if self._step == "list" and self.leads:
            self._subject, self._role = "", STAFF
            self._go("name")

    @Slot(bool)
    def beAdmin(self, admin: bool) -> None:
        """Which role whoever joins gets."""
        self._role = ADMIN if admin else STAFF
        self.changed.emit()

    @Slot(str, bool)
    def appoint(self, name: str, admin: bool) -> None:
        """Makes somebody on the list an admin, or no longer one."""
        if self._circle and self._step == "list" and self.leads:
            circle, role = self._circle, ADMIN if admin else STAFF
            told = (
                QCoreApplication.translate("Staff", "%1 is an admin from now on.")
                if admin
                else QCoreApplication.translate("Staff", "%1 is no admin any more.")
            )
            self._work(lambda: circle.appoint(name, role), lambda _: self._list(told.replace("%1", name)))

    @Slot(str)
    def type(self, letters: str) -> None:
        self._name((self._subject + letters)[:LONGEST])

    @Slot()
    def erase(self) -> None:
        self._name(self._subject[:-1])

    @Slot()
    def clear(self) -> None:
        self._name("")

    def _name(self, name: str) -> None:
        if self._step == "name":
            self._subject, self._problem = name, ""
            self.changed.emit()

    @Slot(str)
    def renew(self, name: str) -> None:
        """New words for oneself, or a new key for a colleague who lost theirs."""
        if self._circle and self._step == "list" and (self.leads or name == self._session.name):
            self._subject = name
            circle = self._circle
            self._begin(lambda: circle.renew(name))

    @Slot(str)
    def askRemove(self, name: str) -> None:
        """A colleague: nobody takes the key away that the desk is open with."""
        if self._step == "list" and self.leads and name != self._session.name:
            self._subject = name
            self._go("removing")

    @Slot()
    def remove(self) -> None:
        """The one question was answered."""
        if self._circle and self._step == "removing":
            circle, name = self._circle, self._subject
            told = QCoreApplication.translate("Staff", "%1 cannot read records that are sent from now on.")
            self._work(lambda: circle.remove(name), lambda _: self._list(told.replace("%1", name)))

    @Slot()
    def next(self) -> None:
        """From the name to the words, from the words to typing them back."""
        if self._step == "name" and not self._subject.strip():
            self._say(QCoreApplication.translate("Staff", "Please type a name first."))
        elif self._step == "name" and self._circle:
            circle, name, role = self._circle, self._subject.strip(), self._role
            self._subject = name
            self._begin(lambda: circle.add(name, role))
        elif self._step == "words":
            self._shown.show(())
            self._go("typing")

    @Slot()
    def back(self) -> None:
        """From typing back to the words, from anywhere else to the list; not while something is written."""
        if self._step == "typing":
            self._passwords.forget()
            self._show_words()
        elif self._step != "working":
            self.cancel()
            self._list("")

    @Slot()
    def reseal(self) -> None:
        """Seals older records to the present list."""
        if self._circle and self._step == "list":
            circle, cancelled = self._circle, Event()
            self._cancelled = cancelled
            self._progress = (0, self._older)
            self._go("resealing")
            self._session.run(lambda: circle.reseal(self._advance, cancelled.is_set), self._resealed)

    def _advance(self, looked: int, total: int) -> None:
        """Heard on the worker's thread: the screen looks when it ticks."""
        self._progress = (looked, total)

    def tick(self) -> None:
        """Once a second: how far it is."""
        if self._step == "resealing":
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Ends the sealing; what is done is done."""
        self._cancelled.set()

    def _resealed(self, outcome: Future[tuple[int, int]]) -> None:
        try:
            sealed, closed = outcome.result()
        except (Refused, OSError) as refusal:
            self._list("")
            self._say(self._sentence(refusal))
            return
        told = QCoreApplication.translate("Staff", "Sealed anew: %1. Not opened by your key: %2.")
        self._list(told.replace("%1", str(sealed)).replace("%2", str(closed)))

    def _begin(self, make: Callable[[], Any]) -> None:
        """New words are made and shown."""
        step = self._step
        self._problem = self._note = ""
        try:
            self._joining = make()
        except Refused as refusal:
            self._step = step
            self._say(str(refusal))
            return
        self._show_words()

    def _show_words(self) -> None:
        self._shown.show([ShownWordRow(n, word) for n, word in enumerate(self._joining.words.split(), start=1)])
        self._go("words")

    def _typed_back(self) -> None:
        if self._joining is None or self._circle is None:
            return
        circle, joining, typed, name = self._circle, self._joining, self._passwords.phrase, self._subject
        self._passwords.forget()
        if typed != joining.words:
            self._say(
                QCoreApplication.translate(
                    "Staff", "These words are not the ones shown. Please look at your note again."
                )
            )
            return
        told = QCoreApplication.translate("Staff", "%1 can unlock with the new words from now on.")
        self._work(lambda: circle.finish(joining, typed), lambda _: self._list(told.replace("%1", name)))

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._go("working")
        self._session.run(work, lambda outcome: self._worked(outcome, done))

    def _worked(self, outcome: Future[Any], done: Callable[[Any], None]) -> None:
        try:
            made = outcome.result()
        except (Refused, OSError) as refusal:
            self._list("")
            self._say(self._sentence(refusal))
            return
        done(made)

    @staticmethod
    def _sentence(refusal: Exception) -> str:
        """The system's own words may hold a path."""
        if isinstance(refusal, Refused):
            return str(refusal)
        return QCoreApplication.translate("Staff", "That could not be written. Check the disk, then try again.")

    def _go(self, step: str) -> None:
        self._step, self._problem, self._note = step, "", ""
        self.changed.emit()

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()
