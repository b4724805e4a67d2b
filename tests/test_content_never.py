"""What the check says nobody is ever asked is proved: the engine, given every answer there is, never asks it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.rules.never import may_be_raised
from kiosk.content.rules.possible import Possible
from kiosk.content.rules.totals import totals
from kiosk.domain.alarms import alerts as raised_by
from kiosk.domain.checks import faults
from kiosk.domain.form import Alert, Form, Item, Level, Limits, Operator, Option, Rule, Score, Test, Trigger, Type, walk
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Absent, Answer, Coding, Value
from kiosk.domain.view import visible
from kiosk.domain.words import Words

TODAY = date(2026, 3, 1)
WORDS = Words.of({"en": "?"})
CODES = (Coding("a"), Coding("b"), Coding("none"))
VALUES: dict[Type, tuple[Value, ...]] = {
    Type.BOOLEAN: (True, False),
    Type.CHOICE: CODES,
    Type.INTEGER: (0, 1, 2, 3),
    Type.DECIMAL: (Decimal(0), Decimal("0.5"), Decimal(1), Decimal("1.5"), Decimal(2)),
    Type.DATE: (date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 3)),
    Type.STRING: ("x", "y", "z"),
}
ORDERED = (Type.INTEGER, Type.DECIMAL, Type.DATE)
CONSTANTS = VALUES | {Type.INTEGER: (1, 2, Decimal("1.5")), Type.DECIMAL: (Decimal(1), 0), Type.STRING: ("x", "y")}
SIGNS = (Operator.EQUAL, Operator.NOT_EQUAL, Operator.GREATER, Operator.LESS, Operator.GREATER_OR_EQUAL)


@st.composite
def conditions_of(draw: st.DrawFn, asked: list[Item]) -> Test:
    question = draw(st.sampled_from(asked))
    signs = [Operator.EXISTS, *(SIGNS if question.type in ORDERED else SIGNS[:2])]
    sign = draw(st.sampled_from(signs))
    if sign is Operator.EXISTS:
        return Test(question.id, sign, draw(st.booleans()))
    return Test(question.id, sign, draw(st.sampled_from(CONSTANTS[question.type])))


@st.composite
def alerts_of(draw: st.DrawFn, type: Type, asked: list[Item], unsure: bool) -> Alert:
    """An alert on a question of that type."""
    tests = draw(st.lists(conditions_of(asked), max_size=2)) if asked else []
    rule = Rule(tuple(tests), draw(st.booleans())) if tests else None
    values = tuple(draw(st.lists(st.sampled_from(VALUES[type]), max_size=2)))
    when = Trigger(values, unsure and draw(st.booleans()), draw(st.booleans()), rule=rule)
    return Alert(Level.INFO, WORDS, when)


@st.composite
def items_of(draw: st.DrawFn, number: int, asked: list[Item], depth: int) -> Item:
    """One item and those below it; ``asked`` gathers the questions so far."""
    type = draw(st.sampled_from([*VALUES, Type.GROUP] if depth < 2 else list(VALUES)))
    rule = None
    if asked and draw(st.booleans()):
        rule = Rule(tuple(draw(st.lists(conditions_of(asked), min_size=1, max_size=3))), draw(st.booleans()))
    bounds = VALUES[type] if type in ORDERED and draw(st.booleans()) else None
    limits = Limits(least=bounds[1], most=bounds[-2]) if bounds else Limits()
    options = tuple(Option(code, WORDS, exclusive=code.code == "none") for code in CODES) if type is Type.CHOICE else ()
    repeats = draw(st.booleans()) if type in (Type.CHOICE, Type.GROUP, Type.STRING) else False
    fixed = type not in (Type.GROUP,) and draw(st.integers(0, 5)) == 0
    initial = draw(st.sampled_from([(), VALUES[type][:1]])) if fixed else ()
    unsure = draw(st.booleans())
    alerts = (draw(alerts_of(type, asked, unsure)),) if type is not Type.GROUP and draw(st.booleans()) else ()
    item = Item(
        id=f"q{number}", type=type, text=WORDS, rule=rule, limits=limits, options=options, repeats=repeats,
        read_only=fixed, initial=initial, unsure=unsure, alerts=alerts,
    )  # fmt: skip
    if item.asks:
        asked.append(item)
    if depth < 2 and (type is Type.GROUP or draw(st.integers(0, 3)) == 0):
        children = [draw(items_of(number * 10 + n, asked, depth + 1)) for n in (1, 2)[: draw(st.integers(1, 2))]]
        object.__setattr__(item, "children", tuple(children))
    return item


@st.composite
def forms(draw: st.DrawFn) -> Form:
    asked: list[Item] = []
    return Form(
        "https://x.y/q", "1", WORDS, tuple(draw(items_of(n, asked, 0)) for n in range(1, draw(st.integers(3, 5))))
    )


def answers_of(item: Item) -> list[Answer]:
    """Every answer of the small world that may be sent, and none."""
    values = VALUES[item.type]
    several = [*itertools.combinations(values, 2)] if item.repeats else []
    unsure = [Absent.UNSURE] if item.unsure else []
    return [(), *unsure, *(one for one in [*((value,) for value in values), *several] if not faults(item, one))]


def sheets(form: Form) -> Iterator[Sheet]:
    """All sheets of a form whose outer repeating groups have two instances each."""

    def down(sheet: Sheet, dealt: frozenset[Path]) -> Iterator[Sheet]:
        asked = (node.path for node in visible(sheet).questions if not node.item.fixed)
        path = next((path for path in asked if path not in dealt), None)
        if path is None:
            yield sheet
        else:
            for answer in answers_of(form.by_id[path.id]):
                yield from down(sheet.put(path, answer), dealt | {path})

    begun = Sheet(form)
    for item in walk(form.items):
        if item.type is Type.GROUP and item.repeats and form.depth(item.id) == 0:
            begun = begun.add(item.id).add(item.id)
    return down(begun, frozenset())


def some_sheet(form: Form, random: Random) -> Sheet:
    """One of them, by chance."""
    sheet, dealt = next(sheets(form)), set[Path]()
    for path in [*sheet.answers]:
        sheet = sheet.clear(path)
    while True:
        asked = [node.path for node in visible(sheet).questions if not node.item.fixed and node.path not in dealt]
        if not asked:
            return sheet
        path = random.choice(asked)
        sheet, dealt = sheet.put(path, random.choice(answers_of(form.by_id[path.id]))), dealt | {path}


def shown(sheet: Sheet) -> set[str]:
    return {node.item.id for node in visible(sheet).walk()}


def never_asked(form: Form) -> set[str]:
    possible = Possible(form)
    return {item.id for item in walk(form.items) if not possible.asked(item)}


@settings(deadline=None, max_examples=500, suppress_health_check=list(HealthCheck), derandomize=True)
@given(forms())
def test_nobody_is_asked_what_the_check_says_nobody_is_asked(form: Form):
    if never := never_asked(form):
        random = Random(1)  # noqa: S311 (chance that can be had again)
        for _ in range(60):
            assert not never & shown(some_sheet(form, random))
        for sheet in itertools.islice(sheets(form), 200):
            assert not never & shown(sheet)


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck), derandomize=True)
@given(forms())
def test_no_alert_is_raised_that_the_check_says_is_never_raised(form: Form):
    possible = Possible(form)
    never = {
        item.id for item in walk(form.items) for alert in item.alerts if not may_be_raised(possible, item, alert, TODAY)
    }
    if never:
        random = Random(1)  # noqa: S311 (chance that can be had again)
        seen = itertools.chain((some_sheet(form, random) for _ in range(60)), itertools.islice(sheets(form), 100))
        assert not never & {raised.item.id for sheet in seen for raised in raised_by(visible(sheet), TODAY)}


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_no_total_comes_up_that_the_check_does_not_know(data: st.DataObject):
    """Questions with weights, some of them asked only sometimes, and their score."""
    weights = st.sampled_from([None, Decimal(0), Decimal(1), Decimal("2.5"), Decimal(-1)])
    questions = []
    for number in range(data.draw(st.integers(1, 3))):
        rule = Rule((Test("q0", Operator.EXISTS, data.draw(st.booleans())),)) if number else None
        options = tuple(Option(code, WORDS, code.code == "none", data.draw(weights)) for code in CODES)
        repeats = data.draw(st.booleans())
        questions.append(Item(f"q{number}", Type.CHOICE, WORDS, options=options, repeats=repeats, rule=rule))
    score = Score(tuple(question.id for question in questions))
    total = Item("total", Type.DECIMAL, WORDS, hidden=True, score=score)
    form = Form("https://x.y/q", "1", WORDS, (*questions, total))
    known = totals(form, total, score)
    assert known is not None
    for sheet in itertools.islice(sheets(form), 400):
        for node in visible(sheet).scores:
            assert set(node.answer) <= known
