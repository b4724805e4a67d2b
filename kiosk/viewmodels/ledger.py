"""The audit log as staff read it: newest first, in plain words, checked, and saved as a text."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Happened, Journal, Refused
from kiosk.viewmodels import events
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.chart_rows import NoteRow
from kiosk.viewmodels.papers import Papers
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 8
FILE = "audit-log.txt"


@dataclass(frozen=True)
class EntryRow:
    number: int
    title: str
    label: str
    when: str
    by: str


@QmlElement
@QmlUncreatable("made by the application")
class Ledger(QObject):
    """One page of the log; ``faults`` are what a check found wrong."""

    changed = Signal()

    def __init__(self, session: Session, access: Access, papers: Papers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._access = access
        self._papers = papers
        self._rows = Rows(EntryRow, self)
        self._faults = Rows(NoteRow, self)
        self._clear()

    def _clear(self) -> None:
        self._page = self._count = 0
        self._busy = self._complete = False
        self._problem = ""
        self._rows.show(())
        self._faults.show(())

    def forget(self) -> None:
        self._clear()
        self.changed.emit()

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(Rows, constant=True)
    def faults(self) -> Rows:
        return self._faults

    @Property(Papers, constant=True)
    def papers(self) -> Papers:
        """Where the log is saved."""
        return self._papers

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the log is being read or checked."""
        return self._busy

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether a check found every line as it was written."""
        return self._complete

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(int, notify=changed)
    def count(self) -> int:
        return self._count

    @Property(int, notify=changed)
    def pages(self) -> int:
        return max(1, -(-self._count // PAGE))

    @Property(int, notify=changed)
    def pageNumber(self) -> int:
        return self._page + 1

    @property
    def offered(self) -> bool:
        return self._journal is not None

    @property
    def state(self) -> str:
        return QCoreApplication.translate("Staff", "Who did what, and when")

    def tick(self) -> None:
        """Nothing here goes by the clock."""

    @property
    def _journal(self) -> Journal | None:
        return self._session.desktop.journal if self._session.desktop and self._session.identity is not None else None

    def show(self) -> None:
        """The newest page."""
        self._clear()
        self.turn(0)

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Leafs through the log."""
        journal, page = self._journal, min(max(self._page + pages, 0), self.pages - 1)
        if journal and not self._busy:
            self._busy, self._problem = True, ""
            self._session.run(lambda: (journal.count(), page, journal.entries(PAGE, page * PAGE)), self._turned)
            self.changed.emit()

    def _turned(self, outcome: Future[tuple[int, int, tuple[Happened, ...]]]) -> None:
        self._busy = False
        try:
            self._count, self._page, entries = outcome.result()
            self._rows.show([self._row(entry) for entry in entries])
        except Refused as refusal:
            self._problem = str(refusal)
        self.changed.emit()

    @Slot()
    def verify(self) -> None:
        """Checks every line: signature, order, none missing."""
        journal = self._journal
        if journal and not self._busy:
            self._busy, self._complete, self._problem = True, False, ""
            self._session.run(journal.faults, self._verified)
            self.changed.emit()

    def _verified(self, outcome: Future[tuple[str, ...]]) -> None:
        self._busy = False
        try:
            faults = outcome.result()
            self._faults.show([NoteRow("triangle-alert", fault, True) for fault in faults])
            self._complete = not faults
        except Refused as refusal:
            self._problem = str(refusal)
        self.changed.emit()

    @Slot()
    def askSave(self) -> None:
        """Opens the choice of where the log is saved."""
        if journal := self._journal:
            self._papers.ask_text(journal.text, FILE)

    def _row(self, entry: Happened) -> EntryRow:
        when = (
            self._access.locale.toString(
                entry.at.astimezone(self._session.stay.now().tzinfo), QLocale.FormatType.ShortFormat
            )
            if entry.at
            else QCoreApplication.translate("Staff", "time unreadable")
        )
        return EntryRow(entry.seq, events.sentence(entry.event), events.details(entry.counts), when, entry.by)
