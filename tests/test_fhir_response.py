"""What is exported is FHIR R4: only what was visible and answered, in the words and the order the patient saw."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from forms import choice, every_type, form, group, item, when, words
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.alarms import alerts
from kiosk.domain.checks import issues
from kiosk.domain.form import Form, Item, Operator, Option, Rule, Type
from kiosk.domain.form import Test as Condition
from kiosk.domain.sheet import At, Path, Sheet
from kiosk.domain.values import Absent, Answer, Coding, Partial, Quantity, Signature, Value
from kiosk.domain.view import Node, View, holds, visible
from kiosk.fhir.bundle import bundle, questionnaire
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
        (written,) = write(sheet.put(Path("more", (Coding("a"),)), (True,)))["item"]
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

    def test_each_instance_of_a_group_has_its_number(self) -> None:
        dose = group("doses", item("dose", Type.INTEGER), item("sure"), repeats=True)
        medicines = group("m", item("name", Type.STRING), dose, group("why", item("reason", Type.TEXT)), repeats=True)
        sheet = Sheet(form(group("g", medicines), item("end"))).add("m").add("m").put("end", (True,))
        first, second = sheet.ordinals("m")
        sheet = sheet.add(Path("doses", (second,))).add(Path("doses", (second,)))
        here, there = sheet.ordinals(Path("doses", (second,)))
        for path, value in (
            (Path("name", (first,)), "Aspirin"),
            (Path("name", (second,)), "Insulin"),
            (Path("dose", (second, here)), 1),
            (Path("dose", (second, there)), 2),
            (Path("reason", (second,)), "Sugar"),
        ):
            sheet = sheet.put(path, (value,))
        lines = said(write(sheet))
        assert [(line.group, line.question, line.answer) for line in lines] == [
            ("m 1", "name", "Aspirin"),
            ("m 2", "name", "Insulin"),
            ("m 2 · doses 1", "dose", "1"),
            ("m 2 · doses 2", "dose", "2"),
            ("m 2 · why", "reason", "Sugar"),
            ("", "end", "Yes"),
        ]
        assert [line.asked for line in lines][2:] == [
            "m 2 · doses 1 · dose",
            "m 2 · doses 2 · dose",
            "m 2 · reason",
            "end",
        ]

    def test_what_hangs_under_one_of_several_answers_begins_with_it(self) -> None:
        below = (item("since", Type.DATE), Item("bare", Type.GROUP, words(), children=(item("deep"),)))
        parent = choice("q", "a", "b", repeats=True, children=(*below, group("more", item("pills"))))
        sheet = Sheet(form(parent)).put("q", (Coding("a"), Coding("b")))
        for code, year in (("a", 1999), ("b", 2001)):
            sheet = sheet.put(Path("since", (Coding(code),)), (Partial(year),))
            sheet = sheet.put(Path("deep", (Coding(code),)), (True,)).put(Path("pills", (Coding(code),)), (False,))
        lines = said(write(sheet))
        assert [(line.group, line.question, line.answer) for line in lines] == [
            ("", "q", "A; B"),
            ("", "A: since", "1999"),
            ("", "A: deep", "Yes"),
            ("A · more", "pills", "No"),
            ("", "B: since", "2001"),
            ("", "B: deep", "Yes"),
            ("B · more", "pills", "No"),
        ]
        assert (lines[1].asked, lines[1].named("Since")) == ("A: since", "A: Since")
        assert lines[3].asked == "A · pills"

    def test_a_long_answer_is_cut_where_it_only_names_what_hangs_under_it(self) -> None:
        sheet = Sheet(form(item("q", Type.STRING, repeats=True, children=(item("more"),))))
        long = "word " * 30
        sheet = sheet.put("q", (long, "b")).put(Path("more", (long,)), (True,))
        assert said(write(sheet))[1].question == "word word word word word word word word…: more"
        assert long.strip() in said(write(sheet))[0].answer

    @pytest.mark.parametrize(
        ("type", "value", "words"),
        [
            (Type.QUANTITY, Quantity(Decimal("82.50"), "kg", "http://unitsofmeasure.org", "kg"), "82.50 kg"),
            (Type.TIME, time(9, 30), "09:30"),
            (Type.TIME, time(9, 30, 15), "09:30:15"),
            (Type.DATE_TIME, datetime(2026, 3, 2, 9, 30, tzinfo=SENT.tzinfo), "2026-03-02 09:30"),
            (
                Type.DATE_TIME,
                datetime(2026, 7, 2, 9, 30, tzinfo=timezone(timedelta(hours=-4))),
                "2026-07-02 09:30 (UTC-04:00)",
            ),
            (Type.DATE_TIME, Partial(2026, 3), "2026-03"),
            (Type.DATE, Partial(1999), "1999"),
            (Type.DATE, Partial(1999, 2), "1999-02"),
            (Type.URL, "https://a.example/b?c=1", "https://a.example/b?c=1"),
            (Type.OPEN_CHOICE, "my own words", "my own words"),
            (Type.OPEN_CHOICE, "2026-03-02T09:30:00Z", "2026-03-02T09:30:00Z"),
        ],
    )
    def test_every_type_reads_well(self, type: Type, value: Value, words: str) -> None:
        (line,) = said(loads(dumps(write(Sheet(form(item("q", type))).put("q", (value,))))))
        assert line.answer == words

    @pytest.mark.parametrize(
        ("answer", "words"),
        [
            ({"valueQuantity": {"value": Decimal("1.10"), "unit": "mg"}}, "1.10 mg"),
            ({"valueQuantity": {"value": 5, "code": "kg", "comparator": "<"}}, "< 5 kg"),
            ({"valueQuantity": {"unit": "kg"}}, ""),
            ({"valueDateTime": "2026-03"}, "2026-03"),
            ({"valueDateTime": "2026-13-40T99:00"}, "2026-13-40T99:00"),
            ({"valueTime": "9"}, "9"),
            ({"valueCoding": {"display": "Words", "code": "a"}}, "Words"),
            ({"valueCoding": {"display": 1}}, "1"),
            ({"valueDecimal": 1.5}, "1.5"),
            ({"valueDateTime": "2026-03-02T09:30:00Z"}, "2026-03-02 09:30 (UTC)"),
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
            {"authored": 3, "item": [{"linkId": "q"}, {"linkId": "q"}, {}, {}]},
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

    def test_names_each_questionnaire_once_and_first(self) -> None:
        canonical = every_type().canonical
        form = questionnaire({"resourceType": "Questionnaire", "status": "active"}, canonical)
        collection = bundle([write(filled()), write(filled(), "es")], [form, dict(form)])
        Bundle.model_validate_json(dumps(collection))
        kinds = [entry["resource"]["resourceType"] for entry in collection["entry"]]
        assert kinds == ["Questionnaire", "QuestionnaireResponse", "QuestionnaireResponse"]
        first, second, third = (entry["resource"] for entry in collection["entry"])
        assert f"{first['url']}|{first['version']}" == second["questionnaire"] == third["questionnaire"] == canonical

    def test_a_questionnaire_keeps_the_address_it_says_itself(self) -> None:
        asked = questionnaire({"resourceType": "Questionnaire", "url": "https://a.example/q"}, "https://b.example/q|2")
        assert (asked["url"], asked["version"]) == ("https://a.example/q", "2")

    def test_an_empty_one_has_no_entries(self) -> None:
        assert bundle([]) == {"resourceType": "Bundle", "type": "collection"}


VALUES: dict[Type, st.SearchStrategy[Value]] = {
    Type.BOOLEAN: st.booleans(),
    Type.INTEGER: st.integers(-3, 3),
    Type.DECIMAL: st.decimals(-3, 3, places=1),
    Type.DATE: st.dates(date(1999, 12, 1), date(2000, 2, 1))
    | st.builds(Partial, st.just(1999), st.none() | st.just(2)),
    Type.DATE_TIME: st.datetimes(datetime(1999, 12, 1), datetime(2000, 2, 1), timezones=st.just(SENT.tzinfo)),  # noqa: DTZ001 - the zone stands beside it
    Type.TIME: st.times().map(lambda one: one.replace(microsecond=0)),
    Type.STRING: st.text("ab \n", max_size=3),
    Type.TEXT: st.text("ab \n", max_size=3),
    Type.URL: st.sampled_from(["https://a.example", "urn:oid:1.2"]),
    Type.CHOICE: st.sampled_from([Coding("a"), Coding("b"), Coding("none"), Coding("other")]),
    Type.OPEN_CHOICE: st.sampled_from([Coding("a"), "own words"]),
    Type.QUANTITY: st.builds(Quantity, st.decimals(-3, 3, places=1), st.sampled_from(["kg", ""])),
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
            type = draw(st.sampled_from([*VALUES, Type.GROUP, Type.GROUP, Type.DISPLAY]))
            rule = draw(st.none() | rules(questions)) if questions else None
            if type in VALUES:
                questions.append(id)
            below = type is not Type.DISPLAY and depth < 3 and draw(st.booleans())
            options = choice("q", "a", "b", "none", exclusive="none").options if type is Type.CHOICE else ()
            items.append(
                item(
                    id,
                    type,
                    required=draw(st.booleans()),
                    repeats=type is not Type.DISPLAY and draw(st.booleans()),
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
    """A patient who answers, clears, taps, adds and removes at random, and then has second thoughts."""
    sheet = Sheet(draw(forms()))
    for _ in range(draw(st.integers(0, 14))):
        places = [node for node in visible(sheet).walk() if node.item.asks or node.gathers]
        if not places:
            break
        node = draw(st.sampled_from(places))
        path = node.path
        if node.gathers:
            ordinals = sheet.ordinals(path)
            less = bool(ordinals) and draw(st.booleans())
            sheet = sheet.remove(path, draw(st.sampled_from(ordinals))) if less else sheet.add(path)
            continue
        value = draw(VALUES[node.item.type])
        match draw(st.sampled_from(["put", "put", "toggle", "toggle", "clear", "absent"])):
            case "put":
                sheet = sheet.put(path, (value,))
            case "toggle":
                sheet = sheet.toggle(path, value)
            case "clear":
                sheet = sheet.clear(path)
            case _:
                sheet = sheet.put(path, draw(st.sampled_from(list(Absent))))
    return sheet


def places(node: Node, sheet: Sheet) -> list[At]:
    """Where the children of a visible item hang."""
    if node.item.type is Type.GROUP:
        return [] if node.gathers else [node.path.at]
    if isinstance(node.answer, Absent) or not node.answer:
        return []
    return [(*node.path.at, value) for value in node.answer] if node.item.repeats else [node.path.at]


@settings(max_examples=150, deadline=None)
@given(walks())
def test_whatever_a_patient_does(sheet: Sheet) -> None:
    view = visible(sheet)
    walked = list(view.walk())
    wanted = {Path(one.id) for one in sheet.form.items if enabled(one, Path(one.id), view)}
    for node in walked:
        below = [Path(child.id, at) for child in node.item.children for at in places(node, sheet)]
        wanted |= {path for path in below if enabled(sheet.form.by_id[path.id], path, view)}
    assert {node.path for node in walked if node.gathers or not is_instance(node)} == wanted

    response = write(sheet)
    assert ids(response) == [node.item.id for node in walked if told(node)]
    lines = said(response)
    answered = [node for node in walked if node.answered]
    assert [line.link_id for line in lines] == [node.item.id for node in answered]
    assert len({line.place for line in lines}) == len(lines)
    assert {issue.item.id for issue in issues(view)} <= {node.item.id for node in walked}
    assert alerts(view, SENT.date()) == ()


def enabled(one: Item, path: Path, view: View) -> bool:
    return one.rule is None or holds(one.rule, path, view.form, view.held)


def is_instance(node: Node) -> bool:
    return node.item.type is Type.GROUP and node.item.repeats and not node.gathers


def told(node: Node) -> bool:
    """Whether the response has an item for this node: it was answered, or holds what was."""
    return not node.gathers and (
        node.answered or any(child.answered or holds_answers(child) for child in node.children)
    )


def holds_answers(node: Node) -> bool:
    return any(child.answered or holds_answers(child) for child in node.children)


@settings(max_examples=60, deadline=None)
@given(walks())
def test_a_second_tap_on_an_open_question_undoes_the_first(sheet: Sheet) -> None:
    for one in sheet.form.by_id.values():
        path = Path(one.id)
        if one.asks and path not in sheet.answers:
            for value in (True, 1, Coding("a"), Coding("none")):
                tapped = sheet.toggle(path, value)
                assert tapped.answers[path] == (value,)
                assert tapped.toggle(path, value) == sheet


def test_utc_is_a_zone_too() -> None:
    response = write_response(visible(Sheet(form())), "en", datetime(2026, 3, 2, tzinfo=UTC), PHRASES["en"])
    assert response["authored"] == "2026-03-02T00:00:00+00:00"
