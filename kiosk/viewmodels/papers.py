"""Where the open record, or the audit log, is printed or saved: the choice, the work, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Refused
from kiosk.domain.record import OpenRecord
from kiosk.viewmodels.desktop import PlaceRow
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

Text = Callable[[], str]


def not_done() -> str:
    """The system's own words may hold a path; staff need to know what to do."""
    return QCoreApplication.translate("Staff", "That did not work. Check the printer or the folder, then try again.")


@QmlElement
@QmlUncreatable("made by the application")
class Papers(QObject):
    """A record or a text, and where it may go. ``drop`` forgets it."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._printers = Rows(PlaceRow, self)
        self._places = Rows(PlaceRow, self)
        self._asked = 0
        self._clear()

    def _clear(self) -> None:
        self._record: OpenRecord | None = None
        self._text: Text | None = None
        self._event = ""
        self._file = self._problem = self._note = ""
        self._asking = self._busy = False
        self._asked += 1
        self._printers.show(())
        self._places.show(())

    def drop(self) -> None:
        self._clear()
        self.changed.emit()

    @Property(Rows, constant=True)
    def printers(self) -> Rows:
        return self._printers

    @Property(Rows, constant=True)
    def places(self) -> Rows:
        return self._places

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        return self._asking

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether something is being looked up, printed or saved."""
        return self._busy

    @Property(bool, notify=changed)
    def printable(self) -> bool:
        """Whether it can be printed; the log is only saved."""
        return self._text is None

    @Property(bool, notify=changed)
    def systems(self) -> bool:
        """Whether the system's own print window may be asked."""
        return self.printable and bool(self._session.desktop and self._session.desktop.dialog)

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        """What was just done, for staff to see."""
        return self._note

    def ask_record(self, record: OpenRecord) -> None:
        """Where this record shall go."""
        self._clear()
        self._record = record
        self._look()

    def ask_text(self, text: Text, file: str, event: str = "audit-exported") -> None:
        """Where this text shall be saved; it is made when it is. ``event`` is the line in the audit log, empty for
        none."""
        self._clear()
        self._text, self._file, self._event = text, file, event
        self._look()

    @Slot()
    def close(self) -> None:
        self.drop()

    def _look(self) -> None:
        if self._session.desktop:
            self._asking = True
            paper, printed = self._session.desktop.paper, self._record is not None
            self._work(lambda: (paper.printers() if printed else (), paper.places()), self._show_ways)

    @Slot()
    def choose(self) -> None:
        """Shows the system's own print window; the desk may be locked while it is open."""
        if self._session.desktop and self._session.desktop.dialog and not self._busy:
            name, copies = self._session.desktop.dialog()
            if name and self._record:
                self._print(name, copies)

    @Slot(str)
    def printOn(self, name: str) -> None:
        """Prints the record on the printer of that name."""
        self._print(name, 1)

    def _print(self, name: str, copies: int) -> None:
        if self._session.desktop and self._record and not self._busy:
            paper, record, by = self._session.desktop.paper, self._record, self._session.name
            told = QCoreApplication.translate("Staff", "Sent to the printer %1.").replace("%1", name)

            def work() -> None:
                for _ in range(copies):
                    paper.print(record, by, name)

            logged = self._session.logged(work, "printed", record=record.seq)
            self._work(logged, lambda _: self._say_note(told))

    @Slot(str)
    def saveIn(self, place: str) -> None:
        """Saves the record as a PDF file, or the text, in the folder of that name."""
        if not self._session.desktop or self._busy:
            return
        paper, record, by = self._session.desktop.paper, self._record, self._session.name
        told = QCoreApplication.translate("Staff", "Saved in %1 as %2.").replace("%1", place)
        if record:
            work = self._session.logged(lambda: paper.save(record, by, place), "saved", record=record.seq)
        elif text := self._text:
            file = self._file
            save = lambda: paper.keep(text(), file, place)  # noqa: E731 (one of two ways to the same work)
            work = self._session.logged(save, self._event) if self._event else save
        else:
            return
        self._work(work, lambda name: self._say_note(told.replace("%2", name)))

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._busy, self._problem, self._note = True, "", ""
        asked = self._asked
        self._session.run(work, lambda outcome: self._finished(outcome, done) if asked == self._asked else None)
        self.changed.emit()

    def _finished(self, outcome: Future[Any], done: Callable[[Any], None]) -> None:
        self._busy = False
        try:
            made = outcome.result()
        except Refused as refusal:
            self._problem = str(refusal)
        except OSError:
            self._problem = not_done()
        else:
            done(made)
        self.changed.emit()

    def _say_note(self, told: str) -> None:
        self._note = told
        self.changed.emit()

    def _show_ways(self, ways: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        for rows, names in zip((self._printers, self._places), ways, strict=True):
            rows.show([PlaceRow(name) for name in names])
