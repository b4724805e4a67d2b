"""One visit is looked for: by the code a patient tells, or by name."""

from __future__ import annotations

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Refused
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.name_search import NameSearch
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

CODE = 16
"""Letters a claim code may be typed with."""


@QmlElement
@QmlUncreatable("made by the application")
class VisitFinder(QObject):
    """The field for a code or a name. ``found`` tells the record's key, ``typed`` that what was said before is old."""

    changed = Signal()
    typed = Signal()
    found = Signal(str)

    def __init__(self, session: Session, access: Access, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search = NameSearch(session, access, self)
        self._search.found.connect(self.found)
        self._finding = self._naming = False
        self._code = self._problem = ""

    @Property(NameSearch, constant=True)
    def byName(self) -> NameSearch:
        return self._search

    @Property(bool, notify=changed)
    def finding(self) -> bool:
        return self._finding

    @Property(bool, notify=changed)
    def naming(self) -> bool:
        """Whether it is a name that is looked for, not a code."""
        return self._naming

    @Property(str, notify=changed)
    def code(self) -> str:
        """As typed so far."""
        return self._code

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    def forget(self) -> None:
        self._finding = self._naming = False
        self._search.forget()
        self._write("")

    @Slot(bool)
    def find(self, finding: bool) -> None:
        """Opens or closes the field, for a code."""
        self._finding, self._naming = finding, False
        self._search.forget()
        self._write("")

    @Slot(bool)
    def findByName(self, naming: bool) -> None:
        """Whether the open field is for a name."""
        self.find(True)
        self._naming = naming
        self.changed.emit()

    @Slot(str)
    def type(self, letters: str) -> None:
        self._write((self._code + letters.upper())[:CODE])

    @Slot()
    def erase(self) -> None:
        self._write(self._code[:-1])

    def _write(self, code: str) -> None:
        self._code, self._problem = code, ""
        self.typed.emit()
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        """Opens the record of the typed code."""
        desktop = self._session.desktop
        if desktop is None or self._session.identity is None:
            return
        if not desktop.coded:
            self._search.look_for_code(self._code)
            return
        try:
            head = desktop.archive.find(self._code)
        except Refused as refusal:
            self._say(str(refusal))
            return
        if head is None:
            self._say(QCoreApplication.translate("Staff", "No visit has this code. Please check it."))
        else:
            self.found.emit(head.id)

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()
