"""Watches one kiosk's visits for the day's numbers: looks on from outside, and hands over what a visit adds when it is
over. Nobody else counts anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.domain.figures import PAGES, READ_PAGES
from kiosk.domain.tally import Cell, Kind, Tally
from kiosk.domain.visit import UNHURRIED
from kiosk.viewmodels.access import DEFAULT_SIZE
from kiosk.viewmodels.desk import ATTRACT, STAFFED, TREATMENT, Desk
from kiosk.viewmodels.stay import Stay

Keep = Callable[[frozenset[Cell]], None]


class Counting(QObject):
    """``keep`` gets the numbers of each visit and may be called off (None) while pages are only looked at."""

    def __init__(self, desk: Desk, stay: Stay) -> None:
        super().__init__(desk)
        self._desk = desk
        self._stay = stay
        self._keep: Keep | None = None
        self._forget()
        desk.changed.connect(self._look)
        desk.reading.changed.connect(self._look)
        desk.access.changed.connect(self._look)
        desk.access.languageChanged.connect(self._look)
        desk.asking.turned.connect(self._look)
        desk.asking.sent.connect(self._note_sent)

    def furnish(self, keep: Keep | None) -> None:
        """Where the numbers go from now on; None: nothing is counted."""
        self._keep = keep

    def _forget(self) -> None:
        self._tally = Tally()
        self._under_way = self._staff = False
        self._thing = self._fruitless = ""
        self._searching = False
        self._since = 0.0

    def _look(self) -> None:
        page = self._desk.page
        if page == ATTRACT:
            self._end()
        elif not self._desk.office:
            self._under_way = True
            self._staff = self._staff or page in STAFFED
            self._look_at_page(page)
            self._look_at_search(page)
            self._look_at_settings()

    def _end(self) -> None:
        """The page that was open last has no time: nobody knows when the visitor went."""
        if self._under_way:
            self._settle_search()
            cells, staff = self._tally.cells, self._staff
            self._forget()
            if self._keep and not staff:
                self._keep(cells)

    def _look_at_page(self, page: str) -> None:
        reading, asking = self._desk.reading, self._desk.asking
        thing = f"page/{page}"
        if page == TREATMENT:
            thing = f"treatment/{reading.key}"
            self._tally = self._tally.met(Kind.TREATMENT, reading.key)
        elif page in PAGES:
            self._tally = self._tally.met(Kind.PAGE, page)
        if page == "Questions" and reading.question:
            self._tally = self._tally.met(Kind.QUESTION, reading.question.id)
        if page == "Question" and asking.item:
            self._tally = self._tally.asked(asking.item.id)
        elif page == "Review":
            self._tally = self._tally.asked("")
        self._turn_to(thing)

    def _turn_to(self, thing: str) -> None:
        if thing == self._thing:
            return
        now = self._stay.monotonic()
        if self._thing.startswith("treatment/") or self._thing.removeprefix("page/") in READ_PAGES:
            self._tally = self._tally.stayed(self._thing, now - self._since)
        self._thing, self._since = thing, now

    def _look_at_search(self, page: str) -> None:
        """A search is over when its words are gone or another page shows; what it found then counts."""
        reading = self._desk.reading
        if page == "Questions" and reading.search.strip():
            self._searching = reading.found == 0
            self._fruitless = reading.suggestion
        else:
            self._settle_search()

    def _settle_search(self) -> None:
        if self._searching:
            self._tally = self._tally.met(Kind.SEARCH, self._fruitless)
        self._searching, self._fruitless = False, ""

    def _look_at_settings(self) -> None:
        access = self._desk.access
        used = {
            "size": access.size != DEFAULT_SIZE,
            "contrast": access.contrast != 0,
            "language": access.language != access.languages.rows[0].key,
            "lowered": access.lowered,
            "time": self._stay.visit.patience == UNHURRIED,
            "help": self._desk.cover == "help",
            "aloud": self._desk.voice.on,
        }
        for what, so in used.items():
            if so:
                self._tally = self._tally.met(Kind.USED, what)

    def _note_sent(self) -> None:
        self._tally = self._tally.handed_in()
