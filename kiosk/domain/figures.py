"""The numbers of many visits as they may be shown: in bands of five, so that no small number can be worked out.

1. A number is shown as the band it lies in: fewer than 5 (none at all included), 5 to 9, 10 to 14 and so on. The
   difference of two numbers, of a week and its month for example, is then uncertain by four either way.
2. Only days that are over are counted: nobody watches a patient leave and looks what has changed.
3. A row is there because the content in use has it, or because its number is 5 or more; never because of a smaller one.
4. No sum is shown, but for the questionnaires that were begun, which are those sent and those left at each question.
   It is shown as "at least", and never higher than the shown numbers could add up to without one of them: each of them
   may then still be any of its five.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.domain.tally import STEPS, Cell, Kind, timed

BAND = 5
"""Visits; a smaller number is not told from none."""
BEGUN = "begun"
"""The one figure that is a sum."""
PAGES = ("Home", "Treatments", "Questions", "Booking", "Begin", "Paper", "Closed")
"""Pages that are counted by their own name."""
READ_PAGES = ("Home", "Treatments", "Questions", "Booking")
"""Those of them that are timed."""
USES = ("size", "contrast", "language", "lowered", "aloud", "time", "help")
FORMULA = tuple("=+-@")
"""A cell that begins so is worked out by a spreadsheet instead of shown."""


class Period(StrEnum):
    """How far back one looks."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "90days"
    YEAR = "year"


def days(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of a period, this week's and this month's from their beginning; the last is
    yesterday. On the first day of a week the first lies behind the last: there is nothing yet."""
    first = {
        Period.WEEK: today - timedelta(today.weekday()),
        Period.MONTH: today.replace(day=1),
        Period.QUARTER: today - timedelta(90),
        Period.YEAR: today - timedelta(365),
    }[period]
    return first, today - timedelta(1)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the content in use has, in its order: ids of treatments and common questions, linkIds that are asked."""

    treatments: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as it is shown: from ``least`` to four more; ``open`` means that it may be any higher."""

    kind: str
    key: str
    least: int
    open: bool = False

    @property
    def most(self) -> int | None:
        return None if self.open else self.least + BAND - 1


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that may be shown of some days. ``time`` has the steps of each page and treatment one after the
    other; ``left`` goes the way of the questionnaire, the review last."""

    first: date
    last: date
    treatments: tuple[Figure, ...]
    questions: tuple[Figure, ...]
    pages: tuple[Figure, ...]
    time: tuple[Figure, ...]
    begun: Figure
    sent: Figure
    left: tuple[Figure, ...]
    searches: tuple[Figure, ...]
    used: tuple[Figure, ...]

    def __iter__(self) -> Iterator[Figure]:
        yield from (*self.treatments, *self.questions, *self.pages, *self.time)
        yield from (self.begun, self.sent, *self.left, *self.searches, *self.used)

    @property
    def empty(self) -> bool:
        """Whether every number is smaller than 5."""
        return not any(figure.least for figure in self)


def banded(number: int) -> int:
    """The beginning of the band a number lies in."""
    return number - number % BAND


def at_least(total: int, parts: Iterable[int]) -> int:
    """How high a sum may be shown beside its parts (rule 4)."""
    shown = [banded(part) for part in parts]
    return banded(min(total, sum(shown) + (BAND - 1) * max(len(shown) - 1, 0)))


def report(sums: Mapping[Cell, int], catalogue: Catalogue, first: date, last: date) -> Report:
    """What may be shown of the sums over these days."""

    def figures(kind: Kind, keys: tuple[str, ...]) -> tuple[Figure, ...]:
        others = sorted(key for (of, key), number in sums.items() if of is kind and number >= BAND and key not in keys)
        return tuple(Figure(kind, key, banded(sums.get((kind, key), 0))) for key in (*keys, *others))

    things = (*(f"page/{page}" for page in READ_PAGES), *(f"treatment/{id}" for id in catalogue.treatments))
    steps = tuple(timed(thing, step) for thing in things for step in range(len(STEPS) + 1))
    sent, left = figures(Kind.SENT, ("",))[0], figures(Kind.LEFT, (*catalogue.asked, ""))
    begun = sum(number for (kind, _), number in sums.items() if kind in (Kind.SENT, Kind.LEFT))
    return Report(
        first,
        last,
        most_first(figures(Kind.TREATMENT, catalogue.treatments)),
        most_first(figures(Kind.QUESTION, catalogue.questions)),
        figures(Kind.PAGE, PAGES),
        tuple(Figure(Kind.TIME, key, banded(sums.get((Kind.TIME, key), 0))) for key in steps),
        Figure(BEGUN, "", at_least(begun, (figure.least for figure in (sent, *left))), open=True),
        sent,
        left,
        most_first(figures(Kind.SEARCH, ("", *catalogue.questions))),
        most_first(figures(Kind.USED, USES)),
    )


def most_first(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """By what is shown: a finer order would tell more than the bands."""
    return tuple(sorted(figures, key=lambda figure: -figure.least))


def table(shown: Report, words: Callable[[Figure], tuple[str, str]]) -> str:
    """The figures for a spreadsheet; ``words`` gives what is counted and its name. ``at_most`` is empty where it may
    be any higher."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["first_day", "last_day", "counted", "name", "key", "at_least", "at_most"])
    for figure in shown:
        most = "" if figure.most is None else figure.most
        texts = [plain(text) for text in (*words(figure), figure.key)]
        rows.writerow([shown.first.isoformat(), shown.last.isoformat(), *texts, figure.least, most])
    return out.getvalue()


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula or for two lines."""
    line = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    return f"'{line}" if line.startswith(FORMULA) else line
