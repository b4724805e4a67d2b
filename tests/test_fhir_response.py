"""What is exported is FHIR R4: only what was visible and answered, in the words and the order the patient saw."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from forms import choice, every_type, form, group, item, when, words
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.form import Absent, Answer, Coding, Form, Item, Operator, Option, Rule, Signature, Type, Value
from kiosk.domain.form import Test as Condition
from kiosk.domain.sheet import Sheet, alerts, holds, issues, visible
from kiosk.fhir.bundle import bundle
from kiosk.fhir.response import ABSENT, SAID, STROKES, dumps, loads, said, write_response

SENT = datetime(2026, 3, 2, 9, 30, 5, 123456, tzinfo=timezone(-timedelta(hours=5)))
PHRASES = {
    "en": {Absent.UNSURE: "Not sure", Absent.IN_THE_ROOM: "I’d rather say this in the room"},
    "es": {Absent.UNSURE: "No estoy seguro", Absent.IN_THE_ROOM: "Prefiero decirlo en la consulta"},
}


def write(sheet: Sheet, language: str = "en") -> dict[str, Any]:
    """The response to a sheet, after a second opinion on it."""
    response = write_response(visible(sheet), language, SENT, PHRASES[language])
    QuestionnaireResponse.model_validate_json(dumps(response))
    return response


def answered(asked: Item, *values: Value) -> dict[str, Any]:
    """The one item that these values become."""
    (written,) = write(Sheet(form(asked)).put(asked.id, values))["item"]
    return written


def filled() -> Sheet:
    """The form of every type with an answer to each question."""
    sheet = Sheet(every_type())
    answers: dict[str, Answer] = {
        "name": ("Ann Example",),
        "born": (date(1984, 2, 29),),
        "thinners": (True,),
        "which-thinner": ("Aspirin",),
        "pregnancy": Absent.IN_THE_ROOM,
        "conditions": (Coding("cold-sores"), Coding("diabetes")),
        "cups": (6,),
        "height": (Decimal("1.70"),),
        "areas": (Coding("frown"), Coding("lips")),
        "own-question": ("Does it hurt?\nHow long?",),
        "signature": (Signature(strokes="M0 0 L10 10"),),
    }
    for id, answer in answers.items():
        sheet = sheet.put(id, answer)
    return sheet


def ids(response: dict[str, Any]) -> list[str]:
    """Every linkId in the order of the document."""

    def down(parent: dict[str, Any]) -> list[str]:
        found = []
        for one in parent.get("item", ()):
            found += [one["linkId"], *(id for answer in one.get("answer", ()) for id in down(answer)), *down(one)]
        return found

    return down(response)


class TestHead:
    def test_says_which_form_when_and_in_which_language_and_names_nobody(self) -> None:
        assert write(Sheet(form(item("a"))), "es") == {
            "resourceType": "QuestionnaireResponse",
            "language": "es",
            "questionnaire": "https://kiosk.example/Questionnaire/t|1",
            "status": "completed",
            "authored": "2026-03-02T09:30:05-05:00",
        }

    def test_a_time_without_a_zone_is_refused(self) -> None:
        with pytest.raises(ValueError, match="zone"):
            write_response(visible(Sheet(form())), "en", SENT.replace(tzinfo=None), PHRASES["en"])


class TestValues:
    @pytest.mark.parametrize(
        ("type", "value", "written"),
        [
            (Type.BOOLEAN, True, '"valueBoolean": true'),
            (Type.BOOLEAN, False, '"valueBoolean": false'),
            (Type.INTEGER, 0, '"valueInteger": 0'),
            (Type.DECIMAL, Decimal("1.10"), '"valueDecimal": 1.10'),
            (Type.DECIMAL, Decimal("-5.12340"), '"valueDecimal": -5.12340'),
            (Type.DATE, date(1984, 2, 29), '"valueDate": "1984-02-29"'),
            (Type.STRING, "Zoë", '"valueString": "Zoë"'),
            (Type.TEXT, 'a\n"b"', '"valueString": "a\\n\\"b\\""'),
        ],
    )
    def test_each_type_by_its_own_name(self, type: Type, value: Value, written: str) -> None:
        asked = item("q", type)
        expected = '{"linkId": "q", "text": "q", "answer": [{' + written + "}]}"
        assert dumps(answered(asked, value)) == expected

    def test_a_coding_carries_the_words_that_were_seen(self) -> None:
        options = (Option(Coding("a", "https://s.example"), words("Yes", "Sí")), Option(Coding("b"), words("No")))
        asked = item("q", Type.CHOICE, options=options, repeats=True)
        sheet = Sheet(form(asked)).put("q", tuple(option.value for option in options))
        assert write(sheet, "es")["item"][0]["answer"] == [
            {"valueCoding": {"system": "https://s.example", "code": "a", "display": "Sí"}},
            {"valueCoding": {"code": "b", "display": "No"}},
        ]

    def test_a_code_that_is_no_option_has_no_words(self) -> None:
        assert answered(choice("q", "a"), Coding("z"))["answer"] == [{"valueCoding": {"code": "z"}}]

    def test_a_number_says_the_unit_that_was_shown(self) -> None:
        told = {"extension": [{"url": SAID, "valueString": "180 cm"}], "valueInteger": 180}
        assert answered(item("q", Type.INTEGER, unit=words("cm")), 180)["answer"] == [told]

    def test_a_drawn_signature_is_words_and_lines(self) -> None:
        drawn = answered(item("q", Type.STRING, signature=True), Signature(strokes="M0 0 L9 9"))
        lines = {"extension": [{"url": STROKES, "valueString": "M0 0 L9 9"}], "valueString": "Signed by hand"}
        assert drawn["answer"] == [lines]
        view = visible(Sheet(form(item("q", Type.STRING, signature=True))).put("q", (Signature(strokes="M0 0"),)))
        spoken = write_response(view, "es", SENT, PHRASES["es"], signed="Firmado a mano")
        assert spoken["item"][0]["answer"][0]["valueString"] == "Firmado a mano"

    def test_a_typed_signature_is_the_name(self) -> None:
        typed = answered(item("q", Type.STRING, signature=True), Signature(typed="Ann Example"))
        assert typed["answer"] == [{"valueString": "Ann Example"}]

    @pytest.mark.parametrize("language", ["en", "es"])
    def test_an_answer_that_is_no_value_says_why_in_the_words_that_were_seen(self, language: str) -> None:
        (written,) = write(Sheet(form(item("q", unsure=True))).put("q", Absent.UNSURE), language)["item"]
        assert written == {
            "linkId": "q",
            "text": "q",
            "extension": [
                {"url": ABSENT, "valueCode": "asked-unknown"},
                {"url": SAID, "valueString": PHRASES[language][Absent.UNSURE]},
            ],
        }

    def test_an_item_without_words_has_no_text(self) -> None:
        bare = Item("q", Type.BOOLEAN, words())
        assert answered(bare, True) == {"linkId": "q", "answer": [{"valueBoolean": True}]}


class TestItems:
    def test_only_what_is_enabled_and_answered(self) -> None:
        sheet = Sheet(form(item("a"), item("b", rule=when("a")), item("c"))).put("a", (True,)).put("b", (True,))
        assert ids(write(sheet)) == ["a", "b"]
        assert ids(write(sheet.put("a", (False,)))) == ["a"]

    def test_groups_only_when_they_hold_something(self) -> None:
        sheet = Sheet(form(group("g", group("h", item("a")), item("d", Type.DISPLAY)), group("empty", item("b"))))
        assert ids(write(sheet)) == []
        assert ids(write(sheet.put("a", (True,)))) == ["g", "h", "a"]

    def test_under_a_question_items_belong_to_its_answer(self) -> None:
        parent = choice("q", "a", "b", repeats=True, children=(item("more"),))
        sheet = Sheet(form(parent)).put("q", (Coding("a"), Coding("b")))
        assert "item" not in write(sheet)["item"][0]["answer"][0]
        (written,) = write(sheet.put("more", (True,)))["item"]
        assert "item" not in written
        assert [one["linkId"] for one in written["answer"][0]["item"]] == ["more"]
        assert "item" not in written["answer"][1]

    def test_every_type_in_the_order_of_the_form(self) -> None:
        built = every_type()
        silent = {id for id, one in built.by_id.items() if one.type is Type.DISPLAY}
        assert issues(visible(filled())) == ()
        assert ids(write(filled())) == [id for id in built.by_id if id not in silent]

    def test_the_words_are_those_of_the_language(self) -> None:
        texts = {one["linkId"]: one["text"] for one in write(filled(), "es")["item"]}
        assert texts["health"] == "Su salud"
        assert texts["areas"] == "¿De qué zonas quiere hablar?"


class TestSaid:
    def test_staff_read_what_the_patient_said(self) -> None:
        read = {one.link_id: one for one in said(loads(dumps(write(filled()))))}
        assert {id: one.answer for id, one in read.items()} == {
            "name": "Ann Example",
            "born": "1984-02-29",
            "thinners": "Yes",
            "which-thinner": "Aspirin",
            "pregnancy": "I’d rather say this in the room",
            "conditions": "Cold sores; Diabetes",
            "cups": "6 cups",
            "height": "1.70 m",
            "areas": "Frown lines; Lips",
            "own-question": "Does it hurt?\nHow long?",
            "signature": "Signed by hand",
        }
        assert read["pregnancy"].absent is Absent.IN_THE_ROOM
        assert read["name"].absent is None
        assert (read["name"].group, read["areas"].group) == ("About you", "")
        assert read["cups"].question == "How many cups of water do you drink a day?"
        assert read["signature"].strokes == "M0 0 L10 10"

    def test_the_words_for_yes_and_no_can_be_given(self) -> None:
        told = write(Sheet(form(item("q"))).put("q", (False,)))
        assert [one.answer for one in said(told)] == ["No"]
        assert [one.answer for one in said(told, {True: "Sí", False: "Nunca"})] == ["Nunca"]

    def test_a_group_without_words_keeps_the_heading_above(self) -> None:
        inner = Item("h", Type.GROUP, words(), children=(item("a"),))
        told = write(Sheet(form(group("g", inner))).put("a", (True,)))
        assert [one.group for one in said(told)] == ["g"]

    def test_what_stands_under_an_answer_is_read_too(self) -> None:
        sheet = Sheet(form(group("g", item("q", children=(item("more"),))))).put("q", (True,)).put("more", (False,))
        assert [(one.link_id, one.answer, one.group) for one in said(write(sheet))] == [
            ("q", "Yes", "g"),
            ("more", "No", "g"),
        ]

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            ({"valueQuantity": {"value": Decimal("1.10"), "unit": "mg"}}, "1.10 mg"),
            ({"valueDecimal": 1.5}, "1.5"),
            ({"valueDateTime": "2026-03-02T09:30:00Z"}, "2026-03-02T09:30:00Z"),
            ({"valueCoding": {"code": "a"}}, "a"),
            ({"valueReference": {"reference": "Patient/1"}}, "Patient/1"),
            ({"valueAttachment": {}}, ""),
            ({"valueString": None}, ""),
            ({"valueFuture": ["x"]}, ""),
            ({}, ""),
        ],
    )
    def test_values_of_other_programs_are_shown_as_well_as_can_be(self, answer: dict, words: str) -> None:
        (read,) = said({"item": [{"linkId": "q", "text": "?", "answer": [answer]}]})
        assert (read.link_id, read.question, read.answer) == ("q", "?", words)

    def test_another_reason_for_no_value_is_shown_as_it_is(self) -> None:
        (read,) = said({"item": [{"linkId": "q", "extension": [{"url": ABSENT, "valueCode": "masked"}]}]})
        assert (read.answer, read.absent) == ("masked", None)

    @pytest.mark.parametrize(
        "response",
        [
            {},
            {"item": None},
            {"item": ["x", 1]},
            {"item": [{"linkId": 1, "item": {}}]},
            {"item": [{"linkId": "q", "answer": ["x"]}]},
            {"item": [{"linkId": "q", "extension": [{"url": "https://other.example", "valueString": "x"}]}]},
        ],
    )
    def test_what_is_no_answer_is_passed_over(self, response: dict) -> None:
        assert said(response) == ()

    def test_answers_never_show_in_a_traceback(self) -> None:
        assert "Aspirin" not in repr(said(write(filled())))


class TestBundle:
    def test_holds_the_responses_in_order(self) -> None:
        told = write(filled())
        collection = bundle([told, write(Sheet(every_type()), "es"), told])
        Bundle.model_validate_json(dumps(collection))
        assert (collection["resourceType"], collection["type"]) == ("Bundle", "collection")
        assert [entry["resource"]["language"] for entry in collection["entry"]] == ["en", "es", "en"]

    def test_each_entry_has_its_own_address_and_the_same_one_every_time(self) -> None:
        told = write(filled())
        urls = [entry["fullUrl"] for entry in bundle([told, told])["entry"]]
        assert len(set(urls)) == 2
        assert [str(UUID(url)) for url in urls] == [url.removeprefix("urn:uuid:") for url in urls]
        assert urls == [entry["fullUrl"] for entry in bundle(iter([told, told]))["entry"]]

    def test_an_empty_one_has_no_entries(self) -> None:
        assert bundle([]) == {"resourceType": "Bundle", "type": "collection"}


class TestJson:
    def test_a_decimal_keeps_its_literal_there_and_back(self) -> None:
        written = dumps({"a": [Decimal("1.10"), Decimal("1E+2"), Decimal("0.0")], "b": None, "c": (1, True)})
        assert written == '{"a": [1.10, 1E+2, 0.0], "b": null, "c": [1, true]}'
        assert [str(one) for one in loads(written)["a"]] == ["1.10", "1E+2", "0.0"]

    @pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), float("nan")])
    def test_what_is_no_number_is_refused(self, value: object) -> None:
        with pytest.raises(ValueError):
            dumps({"a": value})

    def test_what_is_no_json_is_refused_without_showing_it(self) -> None:
        with pytest.raises(TypeError) as raised:
            dumps({"a": Coding("secret")})
        assert "secret" not in str(raised.value)

    @given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
    def test_everything_else_is_written_as_ever(self, value: object) -> None:
        assert json.loads(dumps({"a": value})) == {"a": value}


VALUES: dict[Type, st.SearchStrategy[Value]] = {
    Type.BOOLEAN: st.booleans(),
    Type.INTEGER: st.integers(-3, 3),
    Type.DECIMAL: st.decimals(-3, 3, places=1),
    Type.DATE: st.dates(date(1999, 12, 1), date(2000, 2, 1)),
    Type.STRING: st.text("ab \n", max_size=3),
    Type.TEXT: st.text("ab \n", max_size=3),
    Type.CHOICE: st.sampled_from([Coding("a"), Coding("b"), Coding("none"), Coding("other")]),
}
ANY = st.one_of(*VALUES.values(), st.builds(Signature, st.sampled_from(["", "M0 0"]), st.sampled_from(["", "Ann"])))


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Random forms of up to three levels, whose rules read earlier questions."""
    questions: list[str] = []
    number = 0

    def some(depth: int) -> tuple[Item, ...]:
        nonlocal number
        items = []
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            id = f"q{number}"
            type = draw(st.sampled_from(list(Type)))
            rule = draw(st.none() | rules(questions)) if questions else None
            if type not in (Type.GROUP, Type.DISPLAY):
                questions.append(id)
            below = type is not Type.DISPLAY and depth < 3 and draw(st.booleans())
            options = choice("q", "a", "b", "none", exclusive="none").options if type is Type.CHOICE else ()
            items.append(
                item(
                    id,
                    type,
                    required=draw(st.booleans()),
                    repeats=draw(st.booleans()),
                    unsure=draw(st.booleans()),
                    signature=type is Type.STRING and draw(st.booleans()),
                    options=options,
                    rule=rule,
                    children=some(depth + 1) if below else (),
                )
            )
        return tuple(items)

    return form(*some(1))


def rules(questions: list[str]) -> st.SearchStrategy[Rule]:
    tests = st.builds(Condition, st.sampled_from(list(questions)), st.sampled_from(list(Operator)), ANY)
    return st.builds(Rule, st.lists(tests, min_size=1, max_size=2).map(tuple), st.booleans())


@st.composite
def walks(draw: st.DrawFn) -> Sheet:
    """A patient who puts, clears and taps at random, mostly with values of the right type."""
    sheet = Sheet(draw(forms()))
    questions = [one for one in sheet.form.by_id.values() if one.asks]
    for _ in range(draw(st.integers(0, 12)) if questions else 0):
        asked = draw(st.sampled_from(questions))
        value = draw(st.one_of(VALUES[asked.type], VALUES[asked.type], ANY))
        match draw(st.sampled_from(["put", "put", "toggle", "toggle", "clear", "absent"])):
            case "put":
                sheet = sheet.put(asked.id, (value,))
            case "toggle":
                sheet = sheet.toggle(asked.id, value)
            case "clear":
                sheet = sheet.clear(asked.id)
            case _:
                sheet = sheet.put(asked.id, draw(st.sampled_from(list(Absent))))
    return sheet


def parents(built: Form) -> dict[str, Item]:
    return {child.id: parent for parent in built.by_id.values() for child in parent.children}


@settings(max_examples=150, deadline=None)
@given(walks())
def test_whatever_a_patient_does(sheet: Sheet) -> None:
    view = visible(sheet)
    seen = {node.item.id: node for node in view.walk()}
    above = parents(sheet.form)
    for id, one in sheet.form.by_id.items():
        read = {other: seen[other].answer for other in seen}
        own = one.rule is None or holds(one.rule, read)
        parent = above.get(id)
        open_above = parent is None or (parent.id in seen and (not parent.asks or has_value(seen[parent.id].answer)))
        assert (id in seen) == (own and open_above)

    response = write(sheet)
    exported = ids(response)
    told = {id for id, node in seen.items() if node.item.asks and node.answered}
    around = {up for id in told for up in ancestors(id, above)}
    assert set(exported) == told | around
    assert exported == [id for id in sheet.form.by_id if id in told | around]
    assert [one.link_id for one in said(response)] == [id for id in exported if id in told]
    assert {issue.item.id for issue in issues(view)} <= set(seen)
    assert alerts(view, SENT.date()) == ()


def has_value(answer: Answer) -> bool:
    return bool(answer) and not isinstance(answer, Absent)


def ancestors(id: str, above: dict[str, Item]) -> list[str]:
    parent = above.get(id)
    return [parent.id, *ancestors(parent.id, above)] if parent else []


@settings(max_examples=60, deadline=None)
@given(walks())
def test_a_second_tap_on_an_open_question_undoes_the_first(sheet: Sheet) -> None:
    for one in sheet.form.by_id.values():
        if one.asks and one.id not in sheet.answers:
            for value in (True, 1, Coding("a"), Coding("none")):
                tapped = sheet.toggle(one.id, value)
                assert tapped.answers[one.id] == (value,)
                assert tapped.toggle(one.id, value) == sheet


def test_utc_is_a_zone_too() -> None:
    response = write_response(visible(Sheet(form())), "en", datetime(2026, 3, 2, tzinfo=UTC), PHRASES["en"])
    assert response["authored"] == "2026-03-02T00:00:00+00:00"
