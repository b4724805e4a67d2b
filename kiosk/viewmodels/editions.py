"""The content as admins look after it: what is in use, what is wrong with it, its versions, and a look at a draft."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.editions import DRAFT, SHIPPED, Publications, Standing
from kiosk.domain.office import Refused
from kiosk.viewmodels import edition_rows, phrases
from kiosk.viewmodels.access import Access, own_name
from kiosk.viewmodels.edition_rows import EditionRow, FileRow, FlawRow
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visit_rows import short, weekday

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 4
VERSIONS, FLAWS, ONE, ACTIVATING, BACK = "versions", "flaws", "one", "activating", "back"


@QmlElement
@QmlUncreatable("made by the application")
class Editions(QObject):
    """Steps: versions, flaws, one (of the versions), activating and back (the question before each)."""

    changed = Signal()
    previewed = Signal(object)

    def __init__(self, session: Session, access: Access, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._access = access
        self._versions = Rows(EditionRow, self)
        self._flaws = Rows(FlawRow, self)
        self._files = Rows(FileRow, self)
        self._standing: Standing | None = None
        self._clear()

    def _clear(self) -> None:
        self._step, self._chosen, self._page = VERSIONS, "", 0
        self._problem = self._note = ""
        self._busy = False
        self._refresh()

    def forget(self) -> None:
        self._standing = None
        self._clear()
        self.changed.emit()

    def show(self) -> None:
        """Its page opens."""
        self._clear()
        self._look()

    def tick(self) -> None:
        """Nothing here goes by the clock."""

    @property
    def _desk(self) -> Publications | None:
        return self._session.desktop.contents if self._session.desktop and self._session.admin else None

    @property
    def offered(self) -> bool:
        return self._desk is not None

    @property
    def state(self) -> str:
        """In one line for the hub."""
        desk = self._desk
        if desk is None:
            return ""
        if desk.mistakes:
            return QCoreApplication.translate("Editions", "Mistakes: %1").replace("%1", str(desk.mistakes))
        if desk.shown == DRAFT:
            return QCoreApplication.translate("Editions", "A folder of its own")
        return edition_rows.named(desk.shown)

    @Property(Rows, constant=True)
    def versions(self) -> Rows:
        return self._versions

    @Property(Rows, constant=True)
    def flaws(self) -> Rows:
        return self._flaws

    @Property(Rows, constant=True)
    def files(self) -> Rows:
        """What is different in the chosen version."""
        return self._files

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        """What was just done."""
        return self._note

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is in use."""
        told = self._standing
        if told is None:
            return ""
        if told.edited:
            return QCoreApplication.translate("Editions", "A folder that is edited")
        if told.folder:
            return QCoreApplication.translate("Editions", "A folder of its own")
        return edition_rows.named(SHIPPED if told.shipped else told.version)

    @Property(str, notify=changed)
    def since(self) -> str:
        """Since when and by whom; empty where nobody chose it."""
        told = self._standing
        if told is None or told.since is None:
            return ""
        said = QCoreApplication.translate("Editions", "Since %1, by %2")
        return said.replace("%1", self._when(told.since)).replace("%2", told.by)

    @Property(str, notify=changed)
    def folder(self) -> str:
        """The folder that this kiosk was started with."""
        return self._standing.folder if self._standing else ""

    @Property(str, notify=changed)
    def holds(self) -> str:
        """How many pages there are, and in which languages."""
        told = self._standing
        if told is None:
            return ""
        said = QCoreApplication.translate("Editions", "Treatments: %1. Common questions: %2. %3.")
        tongues = ", ".join(own_name(tag) for tag in told.languages)
        return said.replace("%1", str(told.treatments)).replace("%2", str(told.questions)).replace("%3", tongues)

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """Whether there is no questionnaire."""
        return self._standing is not None and not self._standing.asked

    @Property(int, notify=changed)
    def signed(self) -> int:
        """How many pages are signed off."""
        return self._standing.signed if self._standing else 0

    @Property(int, notify=changed)
    def all(self) -> int:
        return self._standing.pages if self._standing else 0

    @Property(int, notify=changed)
    def mistakes(self) -> int:
        return sum(flaw.level == "error" for flaw in self._standing.flaws) if self._standing else 0

    @Property(int, notify=changed)
    def warnings(self) -> int:
        return len(self._standing.flaws) - self.mistakes if self._standing else 0

    @Property(bool, notify=changed)
    def reversible(self) -> bool:
        """Whether there is a version to go back to."""
        return self._standing is not None and bool(self._standing.back)

    @Property(int, notify=changed)
    def pages(self) -> int:
        return max(1, -(-len(self._listed()) // PAGE))

    @Property(int, notify=changed)
    def pageNumber(self) -> int:
        return self._page + 1

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """How the chosen version is called."""
        return edition_rows.named(self._chosen) if self._chosen else ""

    @Property(str, notify=changed)
    def chosenLine(self) -> str:
        """Who made it, when, and why."""
        row = self._row
        return ", ".join(part for part in (row.when, row.by, row.note) if part) if row else ""

    @Property(bool, notify=changed)
    def activatable(self) -> bool:
        """Whether the chosen version can be made the active one."""
        return self._row is not None and self._chosen != DRAFT and not self._row.active

    @Property(str, notify=changed)
    def target(self) -> str:
        """What the question is about."""
        if self._step == BACK and self._standing:
            return edition_rows.named(self._standing.back)
        return self.chosen

    @property
    def _row(self) -> EditionRow | None:
        return next((row for row in self._all_versions() if row.key == self._chosen), None)

    def _all_versions(self) -> list[EditionRow]:
        return edition_rows.edition_rows(self._standing, self._when) if self._standing else []

    def _listed(self) -> list[Any]:
        if self._step == FLAWS:
            flaws = self._standing.flaws if self._standing else ()
            return [edition_rows.flaw_row(flaw) for flaw in sorted(flaws, key=lambda flaw: flaw.level != "error")]
        return self._all_versions()

    def _when(self, moment: datetime) -> str:
        now = self._session.stay.now()
        if moment <= now:
            return weekday(moment, now, self._access.locale)
        here = moment.astimezone(now.tzinfo)
        return f"{short(here.date(), self._access.locale)} {phrases.clock(here, self._access.locale)}"

    def _refresh(self) -> None:
        listed = self._listed()
        self._page = min(self._page, max(0, -(-len(listed) // PAGE) - 1))
        shown = listed[self._page * PAGE : (self._page + 1) * PAGE]
        (self._flaws if self._step == FLAWS else self._versions).show(shown)
        self._files.show(edition_rows.file_rows(self._standing, self._chosen) if self._standing else ())

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Leafs through the list."""
        self._page = max(self._page + pages, 0)
        self._refresh()
        self.changed.emit()

    @Slot(str)
    def see(self, step: str) -> None:
        """The versions or the mistakes."""
        self._go(step)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Opens one version."""
        self._chosen = key
        self._go(ONE)

    @Slot()
    def back(self) -> None:
        """One step back; from a list to nowhere."""
        self._go(ONE if self._step == ACTIVATING else VERSIONS)

    def _go(self, step: str) -> None:
        if step in (VERSIONS, FLAWS) and self._step != ONE:
            self._page = 0
        self._step, self._problem, self._note = step, "", ""
        self._refresh()
        self.changed.emit()

    @Slot()
    def askActivate(self) -> None:
        if self.activatable:
            self._go(ACTIVATING)

    @Slot()
    def askBack(self) -> None:
        if self.reversible:
            self._go(BACK)

    @Slot()
    def activate(self) -> None:
        """Lets patients see the chosen version."""
        desk, chosen, by = self._desk, self._chosen, self._session.name
        if desk and self._step == ACTIVATING:
            self._do(lambda: desk.activate(chosen, by))

    @Slot()
    def rollback(self) -> None:
        """Goes back to the version before."""
        desk, by = self._desk, self._session.name
        if desk and self._step == BACK:
            self._do(lambda: desk.rollback(by))

    def _do(self, work: Callable[[], None]) -> None:
        self._go(VERSIONS)
        self._work(work, self._done)

    def _done(self, _: None) -> None:
        if self.folder:
            self._note = QCoreApplication.translate(
                "Editions", "Done. It shows when the kiosk is started without a folder."
            )
        else:
            self._note = QCoreApplication.translate("Editions", "Done. Patients see it as soon as this desk is locked.")
        self._look()

    @Slot()
    def preview(self) -> None:
        """Shows the chosen version as a patient would see it; the desk is locked by that."""
        desk, chosen = self._desk, self._chosen
        if desk and chosen:
            self._work(lambda: desk.draft(chosen), self.previewed.emit)

    def _look(self) -> None:
        if desk := self._desk:
            self._work(desk.standing, self._seen)

    def _seen(self, standing: Standing) -> None:
        self._standing = standing
        self._refresh()

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def finished(outcome: Future[Any]) -> None:
            self._busy = False
            try:
                made = outcome.result()
            except Refused as refusal:
                self._problem = str(refusal)
            except OSError as refusal:
                self._problem = refusal.strerror or str(refusal)
            else:
                done(made)
            self.changed.emit()

        if not self._busy:
            self._busy = True
            self._session.run(work, finished)
            self.changed.emit()
