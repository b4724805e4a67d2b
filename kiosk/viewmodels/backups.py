"""Backups as an admin makes them: the last one, a new one on a drive or in a folder, and how one is put back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Refused
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.desktop import Kept, PlaceRow, Vault
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visit_rows import weekday

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Backups(QObject):
    """``places`` are where one may be written; ``written`` of ``total`` bytes are."""

    changed = Signal()

    def __init__(self, session: Session, access: Access, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._access = access
        self._places = Rows(PlaceRow, self)
        self._last: Kept | None = None
        self._looked = False
        self._clear()

    def _clear(self) -> None:
        self._busy = self._writing = False
        self._problem = self._note = ""
        self._progress = (0, 0)
        self._places.show(())

    def forget(self) -> None:
        self._clear()
        self._looked = False
        self.changed.emit()

    def tick(self) -> None:
        """Once a second: how far it is."""
        if self._writing:
            self.changed.emit()

    @property
    def _vault(self) -> Vault | None:
        return self._session.desktop.vault if self._session.desktop and self._session.admin else None

    @property
    def offered(self) -> bool:
        return self._session.desktop is not None and self._session.desktop.vault is not None

    @property
    def state(self) -> str:
        if not self._looked and self._vault:
            self._looked = True
            self._session.run(self._vault.last, self._found)
        return self.last

    @Property(Rows, constant=True)
    def places(self) -> Rows:
        return self._places

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def writing(self) -> bool:
        """Whether a backup is being written."""
        return self._writing

    @Property(int, notify=changed)
    def written(self) -> int:
        """Kilobytes written so far."""
        return self._progress[0] // 1000

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._progress[1] // 1000

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        """What was just done."""
        return self._note

    @Property(str, notify=changed)
    def last(self) -> str:
        """When the last backup was made; empty while that is being looked up."""
        if not self._looked:
            return ""
        if self._last is None:
            return QCoreApplication.translate("Backups", "No backup was made yet")
        at = self._last.at
        when = weekday(at, self._session.stay.now(), self._access.locale) if at else "—"
        told = QCoreApplication.translate("Backups", "Last backup: %1, records: %2")
        return told.replace("%1", when).replace("%2", str(self._last.records))

    @Property(str, notify=changed)
    def file(self) -> str:
        """The last backup's file."""
        return self._last.file if self._last else ""

    def show(self) -> None:
        """The last backup, and where the next may go."""
        self._clear()
        if vault := self._vault:
            self._busy, self._looked = True, True
            self._session.run(lambda: (vault.last(), vault.places()), self._shown)
        self.changed.emit()

    def _found(self, outcome: Future[Kept | None]) -> None:
        try:
            self._last = outcome.result()
        except (Refused, OSError):
            self._last = None
        self.changed.emit()

    def _shown(self, outcome: Future[tuple[Kept | None, tuple[str, ...]]]) -> None:
        self._finish(outcome, self._show_all)

    def _show_all(self, found: tuple[Kept | None, tuple[str, ...]]) -> None:
        self._last, places = found
        self._places.show([PlaceRow(name) for name in places])

    @Slot()
    def lookAgain(self) -> None:
        """Something was plugged in."""
        if not self._busy:
            self.show()

    @Slot(str)
    def backUp(self, place: str) -> None:
        """Makes a backup there."""
        vault, by = self._vault, self._session.name
        if vault and not self._busy:
            self._busy = self._writing = True
            self._problem = self._note = ""
            self._progress = (0, 0)

            def work() -> tuple[str, Kept | None]:
                return vault.back_up(place, by, self._advance), vault.last()

            self._session.toil(work, lambda outcome: self._made(outcome, place))
            self.changed.emit()

    def _advance(self, written: int, total: int) -> None:
        """Heard on the worker's thread: the screen looks when it ticks."""
        self._progress = (written, total)

    def _made(self, outcome: Future[tuple[str, Kept | None]], place: str) -> None:
        self._finish(outcome, lambda made: self._tell(made, place))

    def _tell(self, made: tuple[str, Kept | None], place: str) -> None:
        _, self._last = made
        told = QCoreApplication.translate("Backups", "The backup is in %1. It was written whole.")
        self._note = told.replace("%1", place)

    def _finish(self, outcome: Future[Any], done: Callable[[Any], None]) -> None:
        self._busy = self._writing = False
        try:
            done(outcome.result())
        except Refused as refusal:
            self._problem = str(refusal)
        except OSError:
            self._problem = QCoreApplication.translate(
                "Backups", "The backup could not be written. Check the drive and its room, then try again."
            )
        self.changed.emit()
