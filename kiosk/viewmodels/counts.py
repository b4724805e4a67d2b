"""The page of counts: what many patients read and where they left the questionnaire, for the people who write it."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.figures import Figure, Period, Report, days, report, table
from kiosk.domain.office import Refused
from kiosk.domain.tally import STEPS
from kiosk.viewmodels import counted, phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.desktop import Tallies
from kiosk.viewmodels.papers import Papers
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

FILE = "counts.csv"
SAVED = "counts-exported"
MOST = 12
"""Rows of one chart; the file has all of them."""


@dataclass(frozen=True)
class BarRow:
    """One number: its name, its band in words, and how long its bar is, from 0 to 1; ``strong`` stands out."""

    title: str
    label: str
    share: float
    strong: bool


@dataclass(frozen=True)
class TimeRow:
    """The five steps of one page, each as its band and the height of its bar; ``spoken`` is all of it in words."""

    title: str
    spoken: str
    labelOne: str
    labelTwo: str
    labelThree: str
    labelFour: str
    labelFive: str
    shareOne: float
    shareTwo: float
    shareThree: float
    shareFour: float
    shareFive: float


@dataclass(frozen=True)
class PeriodRow:
    key: str
    title: str
    chosen: bool


@QmlElement
@QmlUncreatable("made by the application")
class Counts(QObject):
    """The figures of one period; only what may be shown of them ever comes here."""

    changed = Signal()

    def __init__(self, session: Session, access: Access, papers: Papers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._access = access
        self._papers = papers
        self._periods = Rows(PeriodRow, self)
        self._read = Rows(BarRow, self)
        self._questions = Rows(BarRow, self)
        self._way = Rows(BarRow, self)
        self._time = Rows(TimeRow, self)
        self._searches = Rows(BarRow, self)
        self._used = Rows(BarRow, self)
        self._pages = Rows(BarRow, self)
        self._steps = Rows(PeriodRow, self)
        self._period = Period.MONTH
        self._clear()

    def _clear(self) -> None:
        self._report: Report | None = None
        self._busy = False
        self._problem = ""
        for rows in (self._read, self._questions, self._way, self._time, self._searches, self._used, self._pages):
            rows.show(())

    def forget(self) -> None:
        self._clear()
        self._period = Period.MONTH
        self.changed.emit()

    @Property(Rows, constant=True)
    def periods(self) -> Rows:
        return self._periods

    @Property(Rows, constant=True)
    def treatments(self) -> Rows:
        return self._read

    @Property(Rows, constant=True)
    def questions(self) -> Rows:
        return self._questions

    @Property(Rows, constant=True)
    def way(self) -> Rows:
        """The questionnaire: begun, sent, and left at each question."""
        return self._way

    @Property(Rows, constant=True)
    def time(self) -> Rows:
        return self._time

    @Property(bool, notify=changed)
    def timed(self) -> bool:
        """Whether any time of any page can be shown."""
        return bool(self._time.rows)

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        """The heads of the five columns of time."""
        return self._steps

    @Property(Rows, constant=True)
    def searches(self) -> Rows:
        return self._searches

    @Property(Rows, constant=True)
    def used(self) -> Rows:
        return self._used

    @Property(Rows, constant=True)
    def pages(self) -> Rows:
        return self._pages

    @Property(Papers, constant=True)
    def papers(self) -> Papers:
        """Where the figures are saved."""
        return self._papers

    @property
    def offered(self) -> bool:
        """Whether numbers are kept here."""
        return bool(self._session.desktop and self._session.desktop.tallies)

    @property
    def state(self) -> str:
        return QCoreApplication.translate("Counts", "What patients read, and where they stop")

    def tick(self) -> None:
        """Nothing here waits."""

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether no number of the period is 5 or more."""
        return self._report is None or self._report.empty

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def span(self) -> str:
        """The days in words."""
        if self._report is None or self._report.first > self._report.last:
            return ""
        locale = self._access.locale
        first, last = phrases.long_date(self._report.first, locale), phrases.long_date(self._report.last, locale)
        told = QCoreApplication.translate("Counts", "%1 to %2") if first != last else "%1"
        return told.replace("%1", first).replace("%2", last)

    @property
    def _tallies(self) -> Tallies | None:
        session = self._session
        return session.desktop.tallies if session.desktop and session.identity is not None else None

    def show(self) -> None:
        self.choose(self._period)

    @Slot(str)
    def choose(self, period: str) -> None:
        """The figures of another period."""
        tallies = self._tallies
        if tallies is None or self._busy:
            return
        self._clear()
        self._period, self._busy = Period(period), True
        first, last = days(self._period, self._session.stay.now().date())
        self._session.run(lambda: report(tallies.sums(first, last), tallies.catalogue, first, last), self._came)
        self._show_periods()
        self.changed.emit()

    def _came(self, outcome: Future[Report]) -> None:
        self._busy = False
        try:
            self._report = outcome.result()
        except Refused as refusal:
            self._problem = str(refusal)
        self._show()
        self.changed.emit()

    @Slot()
    def askSave(self) -> None:
        """Opens the choice of where the figures are saved."""
        shown, tallies, language = self._report, self._tallies, str(self._access.language)
        if shown and tallies:
            text = table(shown, lambda figure: (counted.what(figure.kind), counted.name(figure, tallies, language)))
            self._papers.ask_text(lambda: text, FILE, SAVED)

    def _show_periods(self) -> None:
        titles = {
            Period.WEEK: QCoreApplication.translate("Counts", "This week"),
            Period.MONTH: QCoreApplication.translate("Counts", "This month"),
            Period.QUARTER: QCoreApplication.translate("Counts", "90 days"),
            Period.YEAR: QCoreApplication.translate("Counts", "A year"),
        }
        self._periods.show([PeriodRow(one.value, titles[one], one is self._period) for one in Period])
        self._steps.show([PeriodRow(str(place), title, False) for place, title in enumerate(counted.steps())])

    def _show(self) -> None:
        shown, tallies = self._report, self._tallies
        if shown is None or tallies is None:
            return
        self._read.show(self._bars(shown.treatments, tallies))
        self._questions.show(self._bars(shown.questions, tallies))
        self._pages.show(self._bars(shown.pages, tallies))
        self._searches.show(self._bars([one for one in shown.searches if one.least or not one.key], tallies))
        self._used.show(self._bars(shown.used, tallies))
        top = max(shown.begun.least, 1)
        ends = [
            BarRow(counted.what(one.kind), counted.band(one), one.least / top, True)
            for one in (shown.begun, shown.sent)
        ]
        self._way.show([*ends, *self._leavings(shown.left, tallies, top)])
        self._time.show(list(self._times(shown.time, tallies))[:MOST])

    def _bars(self, figures: Iterable[Figure], tallies: Tallies, top: int = 0) -> list[BarRow]:
        figures, language = list(figures), str(self._access.language)
        most = top or max((one.least for one in figures), default=0) or 1
        return [
            BarRow(counted.name(one, tallies, language), counted.band(one), one.least / most, False) for one in figures
        ][: None if top else MOST]

    def _leavings(self, figures: tuple[Figure, ...], tallies: Tallies, top: int) -> list[BarRow]:
        """The questions that many left at, with their numbers on the way; the others have one row together."""
        numbered = enumerate(self._bars(figures, tallies, top), 1)
        many = [replace(row, title=f"{number}. {row.title}") for number, row in numbered if row.share]
        told = QCoreApplication.translate("Counts", "Left at any other question")
        few = next((figure for figure in figures if not figure.least), None)
        return [*many, BarRow(told, counted.band(few), 0.0, False)] if few else many

    def _times(self, figures: tuple[Figure, ...], tallies: Tallies) -> Iterable[TimeRow]:
        wide = len(STEPS) + 1
        for start in range(0, len(figures), wide):
            five = figures[start : start + wide]
            thing = five[0].key.rpartition("@")[0]
            most = max(one.least for one in five)
            if not most:
                continue
            title = counted.thing_name(thing, tallies, str(self._access.language))
            bands = [counted.band(one) for one in five]
            spoken = ", ".join(f"{step}: {band}" for step, band in zip(counted.steps(), bands, strict=True))
            yield TimeRow(title, f"{title}. {spoken}", *bands, *(one.least / most for one in five))
