"""The readiness page: what was found about this machine, the gravest first."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Refused
from kiosk.domain.readiness import AMBER, GREEN, RED, Finding, Level, count, worst
from kiosk.viewmodels import findings
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.papers import Papers
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

FILE = "readiness.txt"
ICONS = {GREEN: "circle-check", AMBER: "triangle-alert", RED: "octagon-alert"}


@dataclass(frozen=True)
class FindingRow:
    """``grade`` is 0 for green, 1 for amber, 2 for red; ``word`` says the same."""

    grade: int
    icon: str
    word: str
    title: str
    label: str
    advice: str


@QmlElement
@QmlUncreatable("made by the application")
class Readiness(QObject):
    """The findings of the last look."""

    changed = Signal()

    def __init__(self, session: Session, access: Access, papers: Papers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._papers = papers
        self._rows = Rows(FindingRow, self)
        self._clear()
        access.languageChanged.connect(self._show)

    def _clear(self) -> None:
        self._found: tuple[Finding, ...] = ()
        self._busy = False
        self._problem = ""
        self._rows.show(())

    def forget(self) -> None:
        self._clear()
        self.changed.emit()

    def tick(self) -> None:
        """Nothing here waits."""

    @property
    def offered(self) -> bool:
        """Whether this machine can look at itself."""
        return bool(self._session.desktop and self._session.desktop.findings)

    @property
    def state(self) -> str:
        return QCoreApplication.translate("Readiness", "Whether this machine is ready for patients")

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(Papers, constant=True)
    def papers(self) -> Papers:
        """Where the report is saved."""
        return self._papers

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(int, notify=changed)
    def grade(self) -> int:
        """The gravest of all: 0 green, 1 amber, 2 red; -1 before anything was found."""
        return list(Level).index(worst(self._found)) if self._found else -1

    @Property(str, notify=changed)
    def summary(self) -> str:
        """All of it in one sentence."""
        return summary(self._found) if self._found else ""

    def show(self) -> None:
        self.again()

    @Slot()
    def again(self) -> None:
        """Looks at everything anew."""
        desktop = self._session.desktop
        if desktop and desktop.findings and self._session.identity is not None and not self._busy:
            self._clear()
            self._busy = True
            self._session.run(desktop.findings, self._came)
            self.changed.emit()

    def _came(self, outcome: Future[tuple[Finding, ...]]) -> None:
        self._busy = False
        try:
            self._found = outcome.result()
        except Refused as refusal:
            self._problem = str(refusal)
        self._show()

    @Slot()
    def askSave(self) -> None:
        """Opens the choice of where the report is saved."""
        if self._found:
            told = text(self._found)
            self._papers.ask_text(lambda: told, FILE, "")

    def _show(self) -> None:
        # Sorting keeps the order of what is equally grave.
        graded = sorted(self._found, key=lambda one: -list(Level).index(one.level))
        self._rows.show([row(finding) for finding in graded])
        self.changed.emit()


def row(finding: Finding) -> FindingRow:
    grade = list(Level).index(finding.level)
    words = (findings.level(finding.level), findings.area(finding), findings.sentence(finding))
    return FindingRow(grade, ICONS[finding.level], *words, findings.advice(finding))


def summary(found: tuple[Finding, ...]) -> str:
    """E.g. ``To mend first: 1. To look at: 4.``"""
    red, amber = count(found, RED), count(found, AMBER)
    if not red and not amber:
        return QCoreApplication.translate("Readiness", "Everything is ready.")
    told = QCoreApplication.translate("Readiness", "To mend first: %1. To look at: %2.")
    return told.replace("%1", str(red)).replace("%2", str(amber))


def text(found: tuple[Finding, ...]) -> str:
    """The report as lines: the level, what it is about, how it is, what to do."""
    lines = [summary(found), ""]
    for finding in found:
        lines.append(f"{findings.level(finding.level)}: {findings.area(finding)}: {findings.sentence(finding)}")
        if told := findings.advice(finding):
            lines.append(f"    {told}")
    return "\n".join([*lines, ""])
