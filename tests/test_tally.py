"""What one visit adds to the day's numbers, and what may be shown of many: no small number can be worked out."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.figures import BAND, Catalogue, Figure, Period, at_least, banded, days, plain, report, table
from kiosk.domain.tally import STEPS, Cell, Kind, Tally, step_of, timed

TODAY = date(2026, 11, 25)
SHOWN = Catalogue(("botox", "peel"), ("cost", "pain"), ("name", "born", "hopes"))
KEYS = {
    Kind.PAGE: ("Home", "Booking"),
    Kind.TREATMENT: ("botox", "peel", "gone"),
    Kind.QUESTION: ("cost", "pain"),
    Kind.TIME: ("page/Home@0", "treatment/botox@2"),
    Kind.SENT: ("",),
    Kind.LEFT: ("name", "born", "hopes", "", "removed"),
    Kind.SEARCH: ("", "cost"),
    Kind.USED: ("size", "help"),
}
CELLS = [(kind, key) for kind, keys in KEYS.items() for key in keys]
numbers = some.one_of(some.integers(0, 30), some.integers(0, 3000))
sums = some.dictionaries(some.sampled_from(CELLS), numbers)


def test_a_page_that_is_opened_again_and_again_is_one_visit() -> None:
    tally = Tally()
    for _ in range(9):
        tally = tally.met(Kind.TREATMENT, "peel").stayed("treatment/peel", 12)
    assert tally.cells == {(Kind.TREATMENT, "peel"), (Kind.TIME, "treatment/peel@1")}


def test_of_several_stays_the_longest_counts() -> None:
    tally = Tally().stayed("page/Home", 100).stayed("page/Home", 3)
    assert tally.cells == {(Kind.TIME, timed("page/Home", 3))}


@pytest.mark.parametrize(
    ("seconds", "step"), [(0, 0), (9.9, 0), (10, 1), (30, 2), (89, 2), (90, 3), (300, 4), (9e9, 4)]
)
def test_time_is_coarse(seconds: float, step: int) -> None:
    assert step_of(seconds) == step
    assert step <= len(STEPS)


def test_a_questionnaire_is_sent_or_was_left_at_the_last_page_that_was_open() -> None:
    begun = Tally().asked("name").asked("born")
    assert begun.cells == {(Kind.LEFT, "born")}
    assert begun.asked("").cells == {(Kind.LEFT, "")}
    assert begun.asked("").handed_in().cells == {(Kind.SENT, "")}
    assert begun.handed_in().asked("name").cells == {(Kind.SENT, "")}
    assert Tally().cells == frozenset()


@given(sums)
def test_every_number_shown_is_the_beginning_of_its_band(found: dict[Cell, int]) -> None:
    shown = report(found, SHOWN, TODAY, TODAY)
    for figure in shown:
        assert figure.least % BAND == 0
        if not figure.open:
            number = found.get((Kind(figure.kind), figure.key), 0)
            assert figure.least <= number <= figure.most


@given(sums, some.data())
def test_two_days_that_differ_in_small_numbers_only_look_the_same(
    found: dict[Cell, int], data: some.DataObject
) -> None:
    """Also by which rows there are and how they are ordered. The sum has a test of its own."""
    other = dict(found)
    for cell in CELLS:
        if found.get(cell, 0) < BAND:
            other[cell] = data.draw(some.integers(0, BAND - 1))
    one, two = (report(each, SHOWN, TODAY, TODAY) for each in (found, other))
    assert [figure for figure in one if not figure.open] == [figure for figure in two if not figure.open]


@given(some.lists(numbers, min_size=1, max_size=8))
def test_the_sum_leaves_each_of_its_parts_all_its_five_values(parts: list[int]) -> None:
    """Who knows the rule, the other parts' bands and the sum as shown works out which rests are possible."""
    bands = [banded(part) for part in parts]
    others = (BAND - 1) * (len(parts) - 1)
    shown = at_least(sum(parts), parts)
    assert shown <= sum(parts)
    # All rests together; whatever they are, the kiosk would show ``at_least`` of them.
    together = [rest for rest in range(others + BAND) if looks(bands, rest) == shown]
    for rest in range(BAND):
        assert any(rest <= all_of_them <= rest + others for all_of_them in together)


def looks(bands: list[int], rest: int) -> int:
    """The sum as it is shown where the parts' rests are so much together; what it is worked out from is known."""
    return banded(min(sum(bands) + rest, sum(bands) + (BAND - 1) * (len(bands) - 1)))


@given(sums)
def test_begun_is_never_more_than_what_was_begun(found: dict[Cell, int]) -> None:
    shown = report(found, SHOWN, TODAY, TODAY)
    whole = sum(number for (kind, _), number in found.items() if kind in (Kind.SENT, Kind.LEFT))
    assert shown.begun.least <= whole
    assert shown.begun.least >= sum(figure.least for figure in (shown.sent, *shown.left))


@given(some.lists(some.integers(0, 12), min_size=4, max_size=4))
def test_the_rest_between_two_periods_is_never_known_to_be_one_small_number(each: list[int]) -> None:
    """A week lies in its month and so on: the difference of two bands leaves five values at least."""
    running, whole = [], 0
    for more in each:
        whole += more
        running.append(banded(whole))
    for place, longer in enumerate(running):
        for shorter in running[:place]:
            possible = range(max(0, longer - shorter - BAND + 1), longer - shorter + BAND)
            assert len(possible) >= BAND


def test_a_time_in_parts_is_never_more_than_its_page() -> None:
    """Parts that are fewer than their whole cannot pin one of them: the whole's band ends above their sum."""
    for whole in range(60):
        for one in range(whole + 1):
            room = banded(whole) + BAND - 1 - banded(one) - banded(whole - one)
            assert room >= BAND - 1


def test_a_row_that_the_content_does_not_have_shows_from_five_on() -> None:
    few, many = ({(Kind.TREATMENT, "gone"): number} for number in (4, 5))
    assert "gone" not in [figure.key for figure in report(few, SHOWN, TODAY, TODAY).treatments]
    assert report(many, SHOWN, TODAY, TODAY).treatments[0] == Figure(Kind.TREATMENT, "gone", 5)


def test_the_day_that_is_going_on_is_in_no_period() -> None:
    for period in Period:
        first, last = days(period, TODAY)
        assert last == TODAY - timedelta(1)
        assert first <= last
    assert days(Period.WEEK, TODAY)[0] == date(2026, 11, 23)
    assert days(Period.MONTH, TODAY)[0] == date(2026, 11, 1)
    monday = days(Period.WEEK, date(2026, 11, 23))
    assert monday[0] > monday[1]


def test_the_questionnaire_goes_its_way_and_the_rest_by_what_is_shown() -> None:
    found = {(Kind.LEFT, "hopes"): 40, (Kind.TREATMENT, "peel"): 12, (Kind.SENT, ""): 7}
    shown = report(found, SHOWN, TODAY, TODAY)
    assert [(figure.key, figure.least) for figure in shown.left] == [("name", 0), ("born", 0), ("hopes", 40), ("", 0)]
    assert [figure.key for figure in shown.treatments] == ["peel", "botox"]
    assert not shown.empty
    assert report({}, SHOWN, TODAY, TODAY).empty


def test_a_spreadsheet_gets_the_same_and_no_formula() -> None:
    shown = report({(Kind.SENT, ""): 7, (Kind.TREATMENT, "peel"): 4}, SHOWN, TODAY, TODAY)
    text = table(shown, lambda figure: (figure.kind, f"=1+1 {figure.key}"))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(list(shown))
    sent = next(row for row in rows if row["counted"] == "sent")
    assert (sent["at_least"], sent["at_most"]) == ("5", "9")
    peel = next(row for row in rows if row["key"] == "peel" and row["counted"] == "treatment")
    assert (peel["name"], peel["at_least"], peel["at_most"]) == ("'=1+1 peel", "0", "4")
    assert plain("a\nb") == "a b"
