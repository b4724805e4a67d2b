"""Whether a question has an answer of which several conditions hold, said only when it can be proved that it has none.

The conditions are tried by the engine's own rule (``passes``) on a few candidates that stand for all answers: every
option where there are options; else each number or day that is named, its neighbours and what lies between. Of what
cannot be listed so (times of a day with a zone, quantities in several units, codes without a list) nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

from kiosk.domain.checks import value_faults
from kiosk.domain.form import CHOICES, Item, Operator, Test, Type
from kiosk.domain.values import Quantity, Signature, Value, compare, number
from kiosk.domain.view import passes

STRINGS = (Type.STRING, Type.TEXT, Type.URL)
FRESH = "\N{MIDDLE DOT}"
"""Stands for all words that no condition names."""


def demands(test: Test) -> bool:
    """Whether the test holds only while there is an answer."""
    if test.operator is Operator.EXISTS:
        return test.value is True
    return test.operator is not Operator.NOT_EQUAL


def one_answer(item: Item, tests: Sequence[Test]) -> bool:
    """Whether a single value may pass all tests. None is needed when no test demands one."""
    if not any(map(demands, tests)):
        return True
    values = candidates(item, tests)
    return values is None or any(all(passes(test, [(value,)]) for test in tests) for value in values)


def some_answers(item: Item, tests: Sequence[Test], *, together: bool) -> bool:
    """Whether several values may pass all tests, each of them one; ``together`` when they are one question's answer, of
    which an exclusive option stands alone."""
    wanted = [test for test in tests if demands(test)]
    rest = [test for test in tests if not demands(test)]
    if not wanted:
        return True
    if together and item.fixed and item.score is None:
        return all(passes(test, [item.initial]) for test in tests)
    if not all(one_answer(item, [test, *rest]) for test in wanted):
        return False
    values = candidates(item, tests) if together else None
    if values is None or item.type not in CHOICES:
        return True
    kept = [value for value in values if all(passes(test, [(value,)]) for test in rest)]
    alone = [(value,) for value in kept if item.excludes(value)]
    others = tuple(value for value in kept if not item.excludes(value))
    return any(all(passes(test, [answer]) for test in wanted) for answer in [*alone, others])


def candidates(item: Item, tests: Sequence[Test]) -> list[Value] | None:
    """Values that stand for every answer the question can have; None when no such list is known."""
    named = [test.value for test in tests if test.operator is not Operator.EXISTS]
    if item.score is not None:
        return _numbers(named, whole=False) if all(map(number, named)) else None
    if item.fixed:
        return list(item.initial)
    if item.type in CHOICES:
        return _chosen(item, named)
    if item.signature or item.type is Type.BOOLEAN:
        return [Signature(typed=FRESH)] if item.signature else [True, False]
    if item.type in STRINGS:
        return [*(value for value in named if isinstance(value, str) and not _faulty(item, value)), _fresh(named)]
    return _ordered(item, named)


def _chosen(item: Item, named: list[Value]) -> list[Value] | None:
    if not item.options:
        return None
    options: list[Value] = [option.value for option in item.options]
    if item.type is Type.CHOICE:
        return options
    return [*options, *(value for value in named if isinstance(value, str) and value.strip()), _fresh(named)]


def _fresh(named: list[Value]) -> str:
    """Longer than each of them, so that it is none of them."""
    return FRESH * (1 + max((len(value) for value in named if isinstance(value, str)), default=0))


def _faulty(item: Item, value: Value) -> bool:
    return isinstance(value, str) and (not value.strip() or any(value_faults(item, value)))


def _within(item: Item, value: Value) -> bool:
    least, most = item.limits.least, item.limits.most
    return (least is None or compare(value, least) != -1) and (most is None or compare(value, most) != 1)


def _ordered(item: Item, named: list[Value]) -> list[Value] | None:
    """Candidates of a number, a day, a time or a quantity in one unit, within the limits."""
    bounds = [bound for bound in (item.limits.least, item.limits.most) if bound is not None]
    values = _between(item, [*named, *bounds])
    return None if values is None else [value for value in values if _within(item, value)]


def _between(item: Item, named: list[Value]) -> list[Value] | None:
    if item.type in (Type.INTEGER, Type.DECIMAL):
        return _numbers(named, whole=item.type is Type.INTEGER) if all(map(number, named)) else None
    if item.type is Type.DATE and all(isinstance(value, date) and not isinstance(value, datetime) for value in named):
        return list(_days(value for value in named if isinstance(value, date)))
    if item.type is Type.TIME and all(isinstance(value, time) for value in named):
        return list(_times(value for value in named if isinstance(value, time)))
    if item.type is Type.QUANTITY:
        return _quantities([value for value in named if isinstance(value, Quantity)], len(named))
    return None


def _numbers(named: Iterable[Value], *, whole: bool) -> list[Value]:
    """The named numbers, those beside and between them; only whole ones when answers are whole."""
    points = sorted({Decimal(value) for value in named if isinstance(value, int | Decimal)}) or [Decimal(0)]
    if whole:
        near: set[Value] = {
            int(point.to_integral_value(rounding)) + step
            for point in points
            for rounding in ROUNDINGS
            for step in STEPS
        }
        return list(near)
    between = [(one + other) / 2 for one, other in pairwise(points)]
    return [points[0] - 1, *points, *between, points[-1] + 1]


ROUNDINGS = ("ROUND_FLOOR", "ROUND_CEILING")
STEPS = (-1, 0, 1)


def _days(named: Iterable[date]) -> Iterator[date]:
    for day in [*named] or [date(2000, 1, 1)]:
        for step in STEPS:
            if date.min.toordinal() <= day.toordinal() + step <= date.max.toordinal():
                yield day + timedelta(days=step)


def _times(named: Iterable[time]) -> Iterator[time]:
    for moment in [*named] or [time(12)]:
        for step in STEPS:
            at = datetime(2000, 1, 1, tzinfo=moment.tzinfo).replace(
                hour=moment.hour, minute=moment.minute, second=moment.second, microsecond=moment.microsecond
            ) + timedelta(microseconds=step)
            if at.day == 1 and at.month == 1:
                yield at.timetz()


def _quantities(named: list[Quantity], count: int) -> list[Value] | None:
    units = {(one.unit, one.system, one.code) for one in named}
    if len(named) != count or len(units) > 1:
        return None
    if not units:
        return None
    unit, system, code = units.pop()
    return [
        Quantity(Decimal(str(value)), unit, system, code) for value in _numbers((q.value for q in named), whole=False)
    ]
