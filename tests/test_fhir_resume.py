"""A response comes back to the sheet it was written from: ours, trimmed ones, and whatever strangers send."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from forms import choice, form, group, item, when, words
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.checks import issues
from kiosk.domain.form import Form, Item, Limits, Option, Type
from kiosk.domain.sheet import At, Path, Sheet
from kiosk.domain.values import UCUM, Absent, Answer, Coding, Partial, Quantity, Signature, Value
from kiosk.domain.view import Node, visible
from kiosk.fhir.questionnaire import Compiled
from kiosk.fhir.response import ABSENT, dumps, loads, write_response
from kiosk.fhir.resume import Resumed, resume
from kiosk.fhir.validation import valid, validate

SENT = datetime(2026, 3, 2, 9, 30, 5, tzinfo=UTC)
PHRASES = {Absent.UNSURE: "Not sure", Absent.IN_THE_ROOM: "In the room"}


def write(sheet: Sheet) -> Any:
    """The response to a sheet, as its file holds it."""
    return loads(dumps(write_response(visible(sheet), "en", SENT, PHRASES)))


def again(sheet: Sheet) -> Sheet:
    resumed = resume(sheet.form, write(sheet))
    assert resumed.orphans == ()
    return resumed.sheet


def told(nodes: tuple[Node, ...]) -> Iterator[tuple[str, Answer, Any]]:
    """What a view says: every answered node with what is answered below it; empty instances say nothing."""
    for node in nodes:
        if node.gathers:
            yield from told(node.children)
            continue
        places: dict[At, list[Node]] = {}
        for child in node.children:
            places.setdefault(child.path.at if node.item.repeats and node.item.asks else (), []).append(child)
        below = [tuple(told(tuple(block))) for block in places.values()]
        if node.answered or any(below):
            yield node.item.id, node.answer, below


def answers(*items: Any) -> dict[str, Any]:
    return {"resourceType": "QuestionnaireResponse", "status": "completed", "item": list(items)}


def answer(id: str, *values: Any, **rest: Any) -> dict[str, Any]:
    return {"linkId": id, "answer": list(values), **rest}


OPTIONS = tuple(Option(value, words(str(value))) for value in (Coding("a", "s"), "b", 3, date(2026, 1, 1), time(8, 30)))
UNITS = (Coding("kg", UCUM, "kg"), Coding("g", UCUM, "g"))


def questions(prefix: str) -> tuple[Item, ...]:
    """One question of each type."""
    plain = [
        item(f"{prefix}-{type.value}", type)
        for type in (
            Type.BOOLEAN,
            Type.INTEGER,
            Type.DECIMAL,
            Type.DATE,
            Type.DATE_TIME,
            Type.TIME,
            Type.STRING,
            Type.TEXT,
            Type.URL,
        )
    ]
    return (
        *plain,
        item(f"{prefix}-choice", Type.CHOICE, options=OPTIONS, repeats=True),
        item(f"{prefix}-open", Type.OPEN_CHOICE, options=OPTIONS[:1], unsure=True),
        item(f"{prefix}-quantity", Type.QUANTITY, units=UNITS, repeats=True),
        item(f"{prefix}-signature", Type.STRING, signature=True),
    )


def rich() -> Form:
    """Every type; questions under questions; repeating groups in groups; conditions in all of them."""
    dose = item("dose", Type.DECIMAL, limits=Limits(least=Decimal(0), places=2), required=True)
    course = group("course", item("from", Type.DATE), item("to", Type.DATE, rule=when("from", "exists")), repeats=True)
    allergy = choice("allergy", "nuts", "cats", "none", exclusive="none", repeats=True)
    kind = item("kind", Type.STRING, rule=when("allergy", "=", Coding("nuts")))
    swollen = item("swollen", Type.BOOLEAN, children=(item("where", Type.STRING, rule=when("swollen")),))
    nested = choice("sign", "rash", "cough", repeats=True, children=(item("since", Type.INTEGER),))
    medicine = group(
        "medicine", item("name", Type.STRING, required=True), dose, course, repeats=True, rule=when("top-boolean")
    )
    pets = group("pets", item("pet", Type.STRING, repeats=True), repeats=True, limits=Limits(fewest=2, many=4))
    return form(
        item("hello", Type.DISPLAY),
        *questions("top"),
        group("health", medicine, item("after", Type.BOOLEAN, rule=when("top-integer", ">", 5))),
        Item(**{**_fields(allergy), "children": (kind, swollen, nested, group("trips", *questions("trip")[:2]))}),
        pets,
        item("origin", Type.STRING, hidden=True, initial=("kiosk",)),
    )


def _fields(one: Item) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}


RICH = rich()

WORDS = st.text("ab 1\té\U0001f600", max_size=6)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-10_000, max_value=10_000, places=3)
DAYS = st.dates(min_value=date(1900, 1, 1))
MONTHS = st.builds(Partial, st.integers(1, 9999), st.none() | st.integers(1, 12))
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
QUANTITIES = st.builds(
    lambda value, unit: Quantity(value, unit.display, unit.system, unit.code), DECIMALS, st.sampled_from(UNITS)
)
SIGNATURES = st.builds(Signature, st.just("M0 0 L1 1")) | st.builds(lambda typed: Signature(typed=typed), WORDS)
OF_TYPE: dict[Type, st.SearchStrategy[Any]] = {
    Type.BOOLEAN: st.booleans(),
    Type.INTEGER: st.integers(-10, 10),
    Type.DECIMAL: DECIMALS,
    Type.DATE: DAYS | MONTHS,
    Type.DATE_TIME: DAYS | MONTHS | MOMENTS,
    Type.TIME: st.times(),
    Type.STRING: WORDS,
    Type.TEXT: WORDS | st.just("one\ntwo"),
    Type.URL: st.sampled_from(["https://example.org/a", "urn:oid:1.2.3", "not an address"]),
    Type.QUANTITY: QUANTITIES,
}


def an_answer(one: Item) -> st.SearchStrategy[Answer]:
    if one.signature:
        values: st.SearchStrategy[Any] = SIGNATURES
    elif one.options:
        values = st.sampled_from([option.value for option in one.options])
        values = values | WORDS if one.type is Type.OPEN_CHOICE else values
    else:
        values = OF_TYPE[one.type]
    found: st.SearchStrategy[Answer] = st.lists(values, max_size=3 if one.repeats else 1).map(tuple)
    return found | st.just(Absent.UNSURE) if one.unsure else found


def begun() -> Sheet:
    """A sheet on which every repetition and every condition has something to work on."""
    sheet = Sheet(RICH).put("top-boolean", (True,)).put("top-integer", (7,))
    for number in range(2):
        sheet = sheet.add("medicine").add(Path("course", (number * 2,)))
        sheet = sheet.put(Path("name", (number * 2,)), (f"medicine {number}",))
        sheet = sheet.put(Path("dose", (number * 2,)), (Decimal("1.50"),))
        sheet = sheet.put(Path("from", (number * 2, number * 2 + 1)), (Partial(2020 + number, 5),))
    nuts, cats, rash = Coding("nuts"), Coding("cats"), Coding("rash")
    sheet = sheet.put("allergy", (nuts, cats)).put(Path("kind", (nuts,)), ("walnuts",))
    for number, under in enumerate((nuts, cats)):
        sheet = sheet.put(Path("swollen", (under,)), (True,)).put(Path("where", (under,)), (f"place {number}",))
        sheet = sheet.put(Path("sign", (under,)), (rash,)).put(Path("since", (under, rash)), (number,))
    return sheet


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet after a visit: instances added and removed, answers put and cleared wherever there is a place."""
    sheet = draw(st.sampled_from([Sheet(RICH), begun()]))
    for _ in range(draw(st.integers(0, 3))):
        for node in list(visible(sheet).walk()):
            if node.gathers and draw(st.booleans()):
                sheet = sheet.add(node.path)
                kept = sheet.ordinals(node.path)
                if len(kept) > 2 and draw(st.booleans()):
                    sheet = sheet.remove(node.path, draw(st.sampled_from(kept)))
            elif node.item.asks and not node.item.fixed and draw(st.integers(0, 2)):
                sheet = sheet.put(node.path, draw(an_answer(node.item)))
    return sheet


def test_everything_that_was_begun_comes_back() -> None:
    seen = visible(begun())
    assert {node.item.id for node in seen.walk() if node.answered} >= {"name", "from", "where", "since", "kind"}
    assert list(told(visible(again(begun())).nodes)) == list(told(seen.nodes))


@settings(max_examples=120, deadline=None)
@given(sheets())
def test_what_was_written_comes_back_as_it_was_seen(sheet: Sheet) -> None:
    assert list(told(visible(again(sheet)).nodes)) == list(told(visible(sheet).nodes))


@settings(max_examples=120, deadline=None)
@given(sheets())
def test_a_response_is_valid_exactly_when_nothing_stands_against_the_sheet(sheet: Sheet) -> None:
    response = write(sheet)
    findings = validate(Compiled(RICH, (), {}), response)
    if not issues(visible(sheet)):
        assert valid(findings), findings
    if not findings:
        assert issues(visible(resume(RICH, response).sheet)) == ()


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_writing_again_what_came_back_changes_nothing(sheet: Sheet) -> None:
    assert write(again(sheet)) == write(sheet)


def flat(*items: Item, **rest: Any) -> Sheet:
    return Sheet(form(*items, **rest))


def test_items_are_matched_by_their_linkid_and_not_by_their_place() -> None:
    asked = form(item("one"), item("two"), group("more", item("three")))
    response = answers(
        {"linkId": "more", "item": [answer("three", {"valueBoolean": True})]}, answer("two", {"valueBoolean": False})
    )
    sheet = resume(asked, response).sheet
    assert (sheet.answer("one"), sheet.answer("two"), sheet.answer("three")) == ((), (False,), (True,))


def test_what_has_no_place_is_named() -> None:
    asked = form(group("more", item("inside")), item("q", Type.STRING, children=(item("under"),)))
    response = answers(
        answer("inside", {"valueBoolean": True}),
        answer("gone", {"valueBoolean": True}),
        answer("q", {"item": [answer("under", {"valueBoolean": True})]}),
    )
    assert resume(asked, response) == Resumed(Sheet(asked), ("inside", "gone", "under"))


def test_instances_keep_their_order_and_fill_those_that_must_be_there_first() -> None:
    pet = group("pets", item("pet", Type.STRING), repeats=True, limits=Limits(fewest=2))
    response = answers(*({"linkId": "pets", "item": [answer("pet", {"valueString": name})]} for name in "abc"))
    sheet = resume(form(pet), response).sheet
    assert sheet.ordinals("pets") == (-2, -1, 0)
    assert [sheet.answer(Path("pet", (one,))) for one in sheet.ordinals("pets")] == [("a",), ("b",), ("c",)]
    assert sheet.add("pets").ordinals("pets") == (-2, -1, 0, 1)


def test_more_instances_than_allowed_are_not_lost() -> None:
    pet = group("pets", item("pet", Type.STRING), repeats=True, limits=Limits(many=1))
    response = answers(*({"linkId": "pets", "item": [answer("pet", {"valueString": name})]} for name in "ab"))
    assert resume(form(pet), response).sheet.ordinals("pets") == (0, 1)


def test_what_hangs_under_an_answer_hangs_under_its_value() -> None:
    asked = form(choice("sign", "rash", "cough", repeats=True, children=(item("since", Type.INTEGER),)))
    response = answers(
        answer(
            "sign",
            {"valueCoding": {"code": "cough"}, "item": [answer("since", {"valueInteger": 3})]},
            {"valueCoding": {"code": "rash"}, "item": [answer("since", {"valueInteger": 1})]},
        )
    )
    sheet = resume(asked, response).sheet
    assert sheet.answer(Path("since", (Coding("rash"),))) == (1,)
    assert sheet.answer(Path("since", (Coding("cough"),))) == (3,)


def test_a_repeating_question_in_several_items_is_one_answer() -> None:
    asked = form(item("pet", Type.STRING, repeats=True))
    response = answers(answer("pet", {"valueString": "cat"}), answer("pet", {"valueString": "dog"}))
    assert resume(asked, response).sheet.answer("pet") == ("cat", "dog")


def test_the_literal_of_a_decimal_is_kept() -> None:
    response = loads(b'{"item": [{"linkId": "q", "answer": [{"valueDecimal": -5.12340}]}]}')
    (value,) = resume(form(item("q", Type.DECIMAL)), response).sheet.answer("q")
    assert str(value) == "-5.12340"


@pytest.mark.parametrize("reason", list(Absent))
def test_not_sure_comes_back_where_it_is_offered(reason: Absent) -> None:
    offered = flat(item("q", unsure=True, in_the_room=True)).put("q", reason)
    assert again(offered).answer("q") is reason
    assert resume(form(item("q")), write(offered)).sheet.answer("q") == ()


def test_a_value_counts_more_than_a_reason_why_there_is_none() -> None:
    extension = {"url": ABSENT, "valueCode": "asked-unknown"}
    response = answers(answer("q", {"valueBoolean": True}, extension=[extension]))
    assert resume(form(item("q", unsure=True)), response).sheet.answer("q") == (True,)


@pytest.mark.parametrize("signature", [Signature(strokes="M0 0 L10 10"), Signature(typed="Ann Example")])
def test_a_signature_comes_back_drawn_or_typed(signature: Signature) -> None:
    assert again(flat(item("sign", Type.STRING, signature=True)).put("sign", (signature,))).answer("sign") == (
        signature,
    )


@pytest.mark.parametrize(
    ("held", "value"),
    [
        ({"display": "Something else"}, "Something else"),
        ({"code": "a", "system": "s", "display": "other words"}, Coding("a", "s")),
        ({"display": "Only words"}, Coding("Only words")),
    ],
)
def test_an_open_choice_is_answered_by_code_or_by_words(held: dict[str, str], value: Value) -> None:
    options = (Option(Coding("a", "s"), words("A")), Option(Coding("Only words"), words("Only words")))
    asked = form(item("q", Type.OPEN_CHOICE, options=options))
    assert resume(asked, answers(answer("q", {"valueCoding": held}))).sheet.answer("q") == (value,)


def test_the_same_answer_twice_is_one() -> None:
    asked = form(item("q", Type.QUANTITY, repeats=True, units=UNITS, children=(item("why", Type.STRING),)))
    kilo, grams = (
        {
            "valueQuantity": {"value": number, "system": UCUM, "code": unit},
            "item": [answer("why", {"valueString": unit})],
        }
        for number, unit in ((1, "kg"), (1000, "g"))
    )
    sheet = resume(asked, answers(answer("q", kilo, grams))).sheet
    first = Quantity(Decimal(1), "", UCUM, "kg")
    assert sheet.answer("q") == (first,)
    assert sheet.answer(Path("why", (first,))) == ("kg", "g")


@pytest.mark.parametrize(
    "response",
    [
        None,
        [],
        "text",
        {},
        {"item": None},
        {"item": {}},
        {"item": [None, 1, [], {}]},
        {"item": [{"linkId": 5}, {"linkId": ["q"]}, {"linkId": None, "answer": [{}]}]},
        {"item": [{"linkId": "q", "answer": {"valueBoolean": True}}]},
        {"item": [{"linkId": "q", "answer": [None, [], 1, {"valueBoolean": {}}, {"valueBoolean": [True]}]}]},
        {"item": [{"linkId": "q", "extension": [{"url": ABSENT, "valueCode": {}}, None, 3]}]},
        {"item": [{"linkId": "g", "item": [{"linkId": "g", "item": [{"linkId": "g"}]}]}]},
    ],
)
def test_nothing_a_stranger_sends_raises(response: object) -> None:
    asked = form(item("q", unsure=True, children=(item("under"),)), group("g", item("deep"), repeats=True))
    assert resume(asked, response).sheet.answers == {}


def test_an_answer_never_shows_in_a_trace() -> None:
    resumed = resume(form(item("q", Type.STRING)), answers(answer("q", {"valueString": "secret"})))
    assert resumed.sheet.answer("q") == ("secret",)
    assert "secret" not in repr(resumed)
