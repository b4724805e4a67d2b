"""What admins look after on the kiosk itself: its hub, and the pages behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, SignalInstance
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.viewmodels.access import Access
from kiosk.viewmodels.backups import Backups
from kiosk.viewmodels.counts import Counts
from kiosk.viewmodels.editions import Editions
from kiosk.viewmodels.kiosk_settings import KioskSettings
from kiosk.viewmodels.ledger import Ledger
from kiosk.viewmodels.members import Members
from kiosk.viewmodels.paintbox import Paintbox
from kiosk.viewmodels.readiness import Readiness
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PAGES = ("Admin", "Content", "Counts", "Readiness", "Settings", "Colours", "Backups")
"""Pages that only admins open."""


class Part(Protocol):
    """What a page of the hub shows. All but ``show`` must be quick."""

    changed: SignalInstance

    @property
    def offered(self) -> bool:
        """Whether there is such a thing on this machine."""

    @property
    def state(self) -> str:
        """How it is with it, in one line for the hub; empty while that is being found out."""

    def show(self) -> None:
        """Its page opens."""

    def forget(self) -> None:
        """Its page is left, or the desk was locked."""

    def tick(self) -> None:
        """A second has passed."""


@dataclass(frozen=True)
class PlaceRow:
    """A page of the hub: ``key`` is its name, ``before`` its icon, ``label`` how it is with it."""

    key: str
    before: str
    title: str
    label: str


@QmlElement
@QmlUncreatable("made by the application")
class Admin(QObject):
    """The hub. A part made here and named in ``_places`` has its row, its page and its ticks."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        access: Access,
        members: Members,
        ledger: Ledger,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = KioskSettings(session, access, self)
        self._colours = Paintbox(session, self)
        self._backups = Backups(session, access, self)
        self._session = session
        self._rows = Rows(PlaceRow, self)
        self._showing = False
        self._kept = (members, ledger)
        self._counts = Counts(session, access, ledger.papers, self)
        self._readiness = Readiness(session, access, ledger.papers, self)
        self._content = Editions(session, access, self)
        for _, _, _, part in self._places():
            part.changed.connect(self._look)

    def _places(self) -> tuple[tuple[str, str, str, Part], ...]:
        """Each page's name, its icon and title in the hub, and what it shows, in the hub's order."""
        members, ledger = self._kept
        return (
            ("Content", "book-open", QCoreApplication.translate("Admin", "Content"), self._content),
            ("Counts", "chart-no-axes-column", QCoreApplication.translate("Admin", "Counts"), self._counts),
            ("Readiness", "clipboard-check", QCoreApplication.translate("Admin", "Readiness"), self._readiness),
            ("Settings", "settings", QCoreApplication.translate("Admin", "Settings"), self._settings),
            ("Colours", "palette", QCoreApplication.translate("Admin", "Colours"), self._colours),
            ("Backups", "archive", QCoreApplication.translate("Admin", "Backups"), self._backups),
            ("Members", "key-round", QCoreApplication.translate("Admin", "Staff"), members),
            ("Ledger", "clipboard-list", QCoreApplication.translate("Admin", "Log"), ledger),
        )

    @Property(Editions, constant=True)
    def content(self) -> Editions:
        """The versions of what patients read and are asked."""
        return self._content

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(KioskSettings, constant=True)
    def settings(self) -> KioskSettings:
        return self._settings

    @Property(Paintbox, constant=True)
    def colours(self) -> Paintbox:
        return self._colours

    @Property(Backups, constant=True)
    def backups(self) -> Backups:
        return self._backups

    @Property(Counts, constant=True)
    def counts(self) -> Counts:
        return self._counts

    @Property(Readiness, constant=True)
    def readiness(self) -> Readiness:
        return self._readiness

    @property
    def offered(self) -> bool:
        """Whether this machine is one that admins look after, and no copy of its records."""
        return self._session.desktop is not None and self._session.desktop.circle is not None

    def show(self, page: str) -> None:
        """The hub, or the page of that name."""
        self._showing = page == "Admin"
        self._look()
        for key, _, _, part in self._places():
            if key == page:
                part.show()

    def forget(self) -> None:
        self._showing = False
        for key, _, _, part in self._places():
            if key in PAGES:
                part.forget()

    def tick(self) -> None:
        for key, _, _, part in self._places():
            if key in PAGES:
                part.tick()

    def _look(self) -> None:
        if self._showing:
            self._rows.show(
                [PlaceRow(key, icon, title, part.state) for key, icon, title, part in self._places() if part.offered]
            )
            self.changed.emit()
