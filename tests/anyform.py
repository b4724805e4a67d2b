"""Any form and anything a patient may do with it, for properties that must hold whatever comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

from forms import item, words
from hypothesis import strategies as st

from kiosk.domain.form import Band, Form, Item, Limits, Operator, Option, Rule, Score, Test, Type
from kiosk.domain.sheet import Sheet
from kiosk.domain.values import UCUM, Absent, Coding, Partial, Quantity, Value
from kiosk.domain.view import visible

CODES = tuple(Coding(code, "https://codes.example") for code in "abc")
KG, G = Coding("kg", UCUM, "kg"), Coding("g", UCUM, "g")
VALUES: dict[Type, tuple[Value, ...]] = {
    Type.BOOLEAN: (True, False),
    Type.INTEGER: (0, 3, 70, -4),
    Type.DECIMAL: (Decimal("1.10"), Decimal("-0.5"), Decimal("70")),
    Type.DATE: (date(1985, 3, 14), Partial(1985), Partial(1985, 4)),
    Type.DATE_TIME: (datetime(2026, 3, 1, 9, 30, tzinfo=UTC), date(2026, 3, 1), Partial(2026)),
    Type.TIME: (time(9, 30), time(23, 59, 59)),
    Type.STRING: ("x", "two words"),
    Type.TEXT: ("x", "two\nlines"),
    Type.URL: ("https://clinic.example/a",),
    Type.CHOICE: CODES,
    Type.OPEN_CHOICE: (*CODES, "something else"),
    Type.QUANTITY: (Quantity(Decimal("70.5"), "kg", UCUM, "kg"), Quantity(Decimal(900), "g", UCUM, "g")),
}
ORDERED = (Type.INTEGER, Type.DECIMAL, Type.DATE, Type.DATE_TIME, Type.TIME, Type.QUANTITY)
EQUAL = (Operator.EQUAL, Operator.NOT_EQUAL)


@st.composite
def forms(draw: st.DrawFn, most: int = 9) -> Form:
    """A form of up to ``most`` items in any nesting; conditions name any question that does not wait for them."""
    count = draw(st.integers(1, most))
    ids = [f"i{number}" for number in range(count)]
    parents = [draw(st.sampled_from(["", *ids[:number]])) for number in range(count)]
    plain = [_plain(draw, id) for id in ids]
    items = [
        _conditioned(draw, one, [other for other in plain[:number] if other.asks]) for number, one in enumerate(plain)
    ]
    shuffled = draw(st.permutations(range(count)))

    def under(parent: str) -> tuple[Item, ...]:
        below = [number for number in shuffled if parents[number] == parent]
        return tuple(replace(items[number], children=under(ids[number])) for number in below)

    return Form("https://kiosk.example/Questionnaire/any", "1", words("Any"), under(""))


def _plain(draw: st.DrawFn, id: str) -> Item:
    type = draw(st.sampled_from([Type.GROUP, Type.GROUP, Type.DISPLAY, *VALUES]))
    rest: dict[str, object] = {}
    if type is not Type.DISPLAY:
        rest = {"required": draw(st.booleans()), "repeats": draw(st.booleans()) and draw(st.booleans())}
    if type in (Type.CHOICE, Type.OPEN_CHOICE):
        weights = (Decimal(0), Decimal("1.5"), Decimal(3))
        rest["options"] = tuple(
            Option(code, words(code.code), weight=weight) for code, weight in zip(CODES, weights, strict=True)
        )
    if type is Type.QUANTITY:
        rest["units"] = (KG, G)
    if type in VALUES:
        rest |= {"unsure": draw(st.booleans()), "in_the_room": draw(st.booleans())}
        rest["hidden"] = draw(st.integers(0, 9)) == 0
    if type is Type.INTEGER:
        rest["limits"] = Limits(least=draw(st.sampled_from([None, 1])), most=draw(st.sampled_from([None, 50])))
    if type is Type.GROUP and rest["repeats"]:
        rest["limits"] = Limits(many=draw(st.sampled_from([None, 2])))
    return item(id, type, **rest)


def _conditioned(draw: st.DrawFn, one: Item, before: list[Item]) -> Item:
    """The item with a rule or a score over questions that were made before it, so that nothing waits in a circle."""
    if not before:
        return one
    choices = [other.id for other in before if other.options]
    if one.type is Type.INTEGER and choices and draw(st.integers(0, 2)) == 0:
        bands = (Band(words("low"), None, Decimal(3)), Band(words("high"), Decimal(4)))
        return replace(one, score=Score(tuple(choices), bands), limits=Limits())
    if draw(st.integers(0, 2)):
        return one
    tests = [_test(draw, draw(st.sampled_from(before))) for _ in range(draw(st.integers(1, 2)))]
    return replace(one, rule=Rule(tuple(tests), draw(st.booleans())))


def _test(draw: st.DrawFn, question: Item) -> Test:
    if draw(st.integers(0, 2)) == 0:
        return Test(question.id, Operator.EXISTS, draw(st.booleans()))
    operators = list(Operator)[1:] if question.type in ORDERED else list(EQUAL)
    return Test(question.id, draw(st.sampled_from(operators)), draw(st.sampled_from(VALUES[question.type])))


@st.composite
def sheets(draw: st.DrawFn, made: Form | None = None, steps: int = 12) -> Sheet:
    """A sheet after anything a patient may do: answers, answers taken back, instances added and removed."""
    sheet = Sheet(draw(forms()) if made is None else made)
    for _ in range(draw(st.integers(0, steps))):
        sheet = draw(done(sheet))
    return sheet


@st.composite
def done(draw: st.DrawFn, sheet: Sheet) -> Sheet:
    """The sheet after one more step at something that is visible."""
    nodes = [node for node in visible(sheet).walk() if node.gathers or (node.item.asks and not node.item.fixed)]
    if not nodes:
        return sheet
    node = draw(st.sampled_from(nodes))
    if node.gathers:
        ordinals = sheet.ordinals(node.path)
        if ordinals and draw(st.integers(0, 2)) == 0:
            return sheet.remove(node.path, draw(st.sampled_from(ordinals)))
        return sheet.add(node.path)
    return sheet.put(node.path, draw(answers(node.item)))


@st.composite
def answers(draw: st.DrawFn, asked: Item) -> tuple[Value, ...] | Absent:
    """An answer, a wrong one now and then, or none."""
    offered = [reason for reason, on in ((Absent.UNSURE, asked.unsure), (Absent.IN_THE_ROOM, asked.in_the_room)) if on]
    if offered and draw(st.integers(0, 5)) == 0:
        return draw(st.sampled_from(offered))
    most = 3 if asked.repeats else 1
    return tuple(draw(st.lists(st.sampled_from(VALUES[asked.type]), max_size=most, unique_by=str)))
