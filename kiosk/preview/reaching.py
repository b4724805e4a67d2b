"""Answers under which a page of the questionnaire shows, made up so that it can be looked at; nobody gave them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from kiosk.domain.form import Form, Item, Operator, Test, Type, walk
from kiosk.domain.sheet import At, Path, Sheet
from kiosk.domain.values import Absent, Partial, Quantity, Signature, Value
from kiosk.domain.view import Node, View, passes, visible

MOST_TRIES = 2_000
"""Answers that are tried for one page before it counts as out of reach."""
ROUNDS = 8
"""How often answers may call for more questions before the example is full enough."""
SAMPLES: dict[Type, Value] = {
    Type.BOOLEAN: True,
    Type.INTEGER: 1,
    Type.DECIMAL: Decimal(1),
    Type.DATE: date(1985, 4, 27),
    Type.DATE_TIME: datetime(1985, 4, 27, 9, 30, tzinfo=UTC),
    Type.TIME: time(9, 30),
    Type.URL: "https://clinic.example",
}
"""An answer to a question of that type; any other is answered with words."""


def has_page(form: Form, item: Item) -> bool:
    """Whether a patient can ever meet this item as a page of its own."""
    own = item.type is Type.GROUP and item.repeats and not item.read_only
    above, hidden = item.id, False
    while above:
        hidden, above = hidden or form.by_id[above].hidden, form.parents[above]
    return not hidden and (own or (item.type is not Type.GROUP and not item.fixed))


def pages(form: Form) -> Iterator[tuple[Item, Sheet, Path] | tuple[Item, None, None]]:
    """Every item that has a page, with answers under which it shows and where; without, when none were found."""
    sheet = Sheet(form)
    for item in walk(form.items):
        if not has_page(form, item):
            continue
        node = page_of(visible(sheet), item.id)
        if node is None:
            found = reached(form, item.id)
            if found is None:
                yield item, None, None
                continue
            sheet, node = found
        yield item, sheet, node.path


def page_of(view: View, id: str) -> Node | None:
    return next((node for node in view.pages if node.item.id == id), None)


def reached(form: Form, id: str) -> tuple[Sheet, Node] | None:
    """Answers that bring a page up; None when no way to it was found."""
    for sheet in _Search(form).shown(Sheet(form), id):
        node = page_of(visible(sheet), id)
        if node is not None:
            return sheet, node
    return None


def example(form: Form) -> Sheet:
    """A sheet as somebody might send it: the first of the answers wherever there are some to choose from, and left for
    the room what must be answered otherwise."""
    sheet = Sheet(form)
    for _ in range(ROUNDS):
        before = sheet
        for node in visible(sheet).questions:
            if node.answered or node.item.fixed:
                continue
            if node.item.options or node.item.type is Type.BOOLEAN:
                sheet = sheet.put(node.path, (sample(node.item),))
            elif node.item.required:
                sheet = sheet.put(node.path, Absent.IN_THE_ROOM)
        if sheet == before:
            break
    return sheet


def sample(item: Item) -> Value:
    """A plausible answer to a question."""
    if item.options:
        return next((option.value for option in item.options if not option.exclusive), item.options[0].value)
    if item.signature:
        return Signature(typed="A")
    if item.type is Type.QUANTITY:
        unit = item.units[0] if item.units else None
        return Quantity(
            Decimal(1), unit.display if unit else "", unit.system if unit else "", unit.code if unit else ""
        )
    return item.limits.least if item.limits.least is not None else SAMPLES.get(item.type, "a")


@dataclass
class _Search:
    """Looks for answers that enable an item; gives up after so many ``tries``, for the ways grow with every rule."""

    form: Form
    tries: int = MOST_TRIES

    def shown(self, sheet: Sheet, id: str) -> Iterator[Sheet]:
        """Sheets under which an item should be enabled, likeliest first."""
        item, parent = self.form.by_id[id], self.form.parents[id]
        for around in self.shown(sheet, parent) if parent else (sheet,):
            inside = _opened(around, parent) if parent else around
            if item.rule is None:
                yield inside
            elif item.rule.every:
                yield from self._all_hold(inside, item.rule.tests)
            else:
                for test in item.rule.tests:
                    yield from self._holds(inside, test)

    def _all_hold(self, sheet: Sheet, tests: tuple[Test, ...]) -> Iterator[Sheet]:
        if not tests:
            yield sheet
            return
        for one in self._holds(sheet, tests[0]):
            yield from self._all_hold(one, tests[1:])

    def _holds(self, sheet: Sheet, test: Test) -> Iterator[Sheet]:
        if test.operator is Operator.EXISTS and test.value is False:
            yield sheet.clear(Path(test.question, _standing(sheet, test.question)))
            return
        item = self.form.by_id[test.question]
        for asked in self.shown(sheet, test.question):
            path = Path(item.id, _standing(asked, item.id))
            now = asked.answer(path)
            held = () if isinstance(now, Absent) else now
            if item.fixed or (held and passes(test, [held])):
                yield asked
            for value in () if item.fixed else _candidates(item, test.value):
                self.tries -= 1
                if self.tries < 0:
                    return
                if passes(test, [(value,)]):
                    if item.repeats and held and not item.excludes(value):
                        yield asked.put(path, (*held, value))
                    yield asked.put(path, (value,))


def _opened(sheet: Sheet, id: str) -> Sheet:
    """With something inside a group that repeats, and an answer to a question that others hang under."""
    item, path = sheet.form.by_id[id], Path(id, _standing(sheet, id))
    if item.type is Type.GROUP:
        return sheet.add(path) if item.repeats and not sheet.ordinals(path) else sheet
    return sheet if item.fixed or sheet.answer(path) not in ((), *Absent) else sheet.put(path, (sample(item),))


def _standing(sheet: Sheet, id: str) -> At:
    """The first place an item has inside the repetitions around it."""
    parent = sheet.form.parents[id]
    if not parent:
        return ()
    item, at = sheet.form.by_id[parent], _standing(sheet, parent)
    if not item.repeats:
        return at
    path = Path(parent, at)
    answer = sheet.ordinals(path) if item.type is Type.GROUP else sheet.answer(path)
    return at if isinstance(answer, Absent) or not answer else (*at, answer[0])


def _candidates(item: Item, wanted: Value) -> Iterator[Value]:
    """Answers worth trying: what is asked for and its neighbours, then what the question offers."""
    yield wanted
    yield from (option.value for option in item.options if not option.exclusive)
    yield from (option.value for option in item.options if option.exclusive)
    yield from _neighbours(wanted)
    yield from (limit for limit in (item.limits.least, item.limits.most) if limit is not None)
    yield sample(item)
    if item.type is Type.BOOLEAN:
        yield from (True, False)


def _neighbours(value: Value) -> tuple[Value, ...]:
    """The next smaller and the next larger answer; none where there is no order."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value - 1, value + 1
    if isinstance(value, date):  # and a moment, which is one
        return value - timedelta(days=1), value + timedelta(days=1)
    if isinstance(value, time):
        return value.replace(hour=0), value.replace(hour=23)
    if isinstance(value, Partial):
        return replace(value, year=value.year - 1), replace(value, year=value.year + 1)
    if isinstance(value, Quantity):
        return replace(value, value=value.value - 1), replace(value, value=value.value + 1)
    return ()
