"""The search by name: records are opened one after the other, newest first, and dropped again but for what fits."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import claim
from kiosk.domain.office import Glance, Refused
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.finding import plain
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

BATCH = 200
"""Records opened between two looks at the screen: some hundredths of a second."""
LONGEST = 40
"""Letters of a name."""
SHOWN = 30
"""Matches that are listed; more letters find the others."""
SLIPS = 4
"""Letters from which on a slip of the finger is forgiven."""
ALIKE = 82
"""rapidfuzz score of 100 from which a name counts as found: lets one slip in six letters pass."""

Fits = Callable[[Glance], bool]


@dataclass(frozen=True)
class MatchRow:
    key: str
    title: str
    code: str
    day: str
    born: str


@QmlElement
@QmlUncreatable("made by the application")
class NameSearch(QObject):
    """What is looked for and what was found; ``forget`` leaves nothing of either."""

    changed = Signal()
    found = Signal(str)

    def __init__(self, session: Session, access: Access, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._access = access
        self._matches = Rows(MatchRow, self)
        self._round = 0
        self._clear()

    def _clear(self) -> None:
        self._text = self._problem = ""
        self._stop()
        self._looked = self._total = self._closed = 0
        self._done = self._coded = False
        self._matches.show(())

    def _stop(self) -> None:
        self._round += 1
        self._running = False

    def forget(self) -> None:
        self._clear()
        self.changed.emit()

    @Property(Rows, constant=True)
    def matches(self) -> Rows:
        return self._matches

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self._running

    @Property(bool, notify=changed)
    def done(self) -> bool:
        """Whether every record was looked into."""
        return self._done

    @Property(int, notify=changed)
    def looked(self) -> int:
        """How many records were looked into."""
        return self._looked

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many there are."""
        return self._total

    @Property(int, notify=changed)
    def closed(self) -> int:
        """How many did not open."""
        return self._closed

    @Slot(str)
    def type(self, letters: str) -> None:
        self._clear_but((self._text + letters)[:LONGEST])

    @Slot()
    def erase(self) -> None:
        self._clear_but(self._text[:-1])

    @Slot()
    def clear(self) -> None:
        self._clear_but("")

    def _clear_but(self, text: str) -> None:
        self._clear()
        self._text = text
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Ends the search; what was found stays."""
        self._stop()
        self.changed.emit()

    @Slot()
    def search(self) -> None:
        """Looks for the name as typed in every record."""
        if not plain(self._text).strip():
            self._problem = QCoreApplication.translate("Staff", "Please type a name first.")
            self.changed.emit()
            return
        self._clear_but(self._text)
        self._begin(like(self._text), self._match)

    def look_for_code(self, code: str) -> None:
        """Looks for the record with this claim code, where nothing but its content tells the code."""
        wanted = claim.tidy(code)
        self._clear_but("")
        self._coded = True
        self._begin(lambda glance: glance.code == wanted, self._meet)

    def _begin(self, fits: Fits, meet: Callable[[Glance], None]) -> None:
        if not (self._session.desktop and self._session.identity is not None):
            return
        self._running = True
        self._look(self._round, fits, meet)

    def _look(self, turn: int, fits: Fits, meet: Callable[[Glance], None]) -> None:
        desktop, identity, offset = self._session.desktop, self._session.identity, self._looked
        if desktop is None:
            return

        def work() -> tuple[int, int, int, list[Glance]]:
            total = desktop.archive.count()
            seen = desktop.glances(identity, BATCH, offset)
            return total, len(seen), seen.count(None), [one for one in seen if one is not None and fits(one)]

        # What the search found belongs to this search; whoever stopped it hears nothing more.
        self._session.run(work, partial(self._looked_into, turn, fits, meet))
        self.changed.emit()

    def _looked_into(
        self, turn: int, fits: Fits, meet: Callable[[Glance], None], outcome: Future[tuple[int, int, int, list[Glance]]]
    ) -> None:
        if turn != self._round:
            return
        try:
            self._total, seen, closed, fitting = outcome.result()
        except Refused as refusal:
            self._stop()
            self._problem = str(refusal)
            self.changed.emit()
            return
        self._looked += seen
        self._closed += closed
        for glance in fitting:
            meet(glance)
        if turn == self._round and seen == BATCH and self._looked < self._total:
            self._look(turn, fits, meet)
        elif turn == self._round:
            self._finish()
        self.changed.emit()

    def _finish(self) -> None:
        self._stop()
        self._done = not self._coded
        if self._coded:
            self._problem = QCoreApplication.translate("Staff", "No visit has this code. Please check it.")
        self._session.note("record-opened", opened=self._looked - self._closed)

    def _match(self, glance: Glance) -> None:
        if len(self._matches.rows) < SHOWN:
            born = date.fromisoformat(glance.born) if glance.born else None
            short = self._access.locale.toString
            row = MatchRow(
                glance.id,
                glance.name,
                glance.code,
                short(glance.moment.date(), QLocale.FormatType.ShortFormat),
                short(born, QLocale.FormatType.ShortFormat) if born else "",
            )
            self._matches.show([*self._matches.rows, row])

    def _meet(self, glance: Glance) -> None:
        """The one record with a code, which is opened at once."""
        self._stop()
        self.found.emit(glance.id)


def like(text: str) -> Fits:
    """Whether a name holds each of these words, or something nearly like them; accents and capitals do not matter."""
    query = " ".join(plain(text).split())
    words = query.split()

    def fits(glance: Glance) -> bool:
        name = plain(glance.name)
        return all(word in name for word in words) or (len(query) >= SLIPS and alike(query, name))

    return fits


def alike(query: str, name: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 (not before somebody searches)

    return len(name) >= len(query) - 1 and fuzz.partial_ratio(query, name, score_cutoff=ALIKE) > 0
