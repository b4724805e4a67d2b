"""What a patient's answers make visible, what stands against them, and what they raise."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from forms import choice, every_type, form, group, item, when, words

from kiosk.domain.alarms import age, alerts, triggered
from kiosk.domain.checks import Fault, faults, issues
from kiosk.domain.form import Alert, Item, Level, Limits, Operator, Option, Rule, Trigger, Type
from kiosk.domain.form import Test as Condition
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Absent, Answer, Coding, Signature, Value
from kiosk.domain.view import passes, visible

TODAY = date(2026, 3, 2)
A, B, C, NONE = (Coding(code) for code in ("a", "b", "c", "none"))


def enabled(sheet: Sheet) -> list[str]:
    return [node.item.id for node in visible(sheet).walk()]


def shows(operator: str, value: Value, answer: Answer) -> bool:
    return passes(Condition("q", Operator(operator), value), (answer,))


def held(sheet: Sheet) -> dict[str, Answer]:
    """What the sheet holds, visible or not, by linkId."""
    return {path.id: answer for path, answer in sheet.answers.items()}


class TestConditions:
    @pytest.mark.parametrize(
        ("operator", "value", "answer", "holds"),
        [
            ("exists", True, (), False),
            ("exists", False, (), True),
            ("exists", True, (False,), True),
            ("exists", False, (False,), False),
            ("exists", True, (0,), True),
            ("=", True, (), False),
            ("=", True, (True,), True),
            ("=", False, (True,), False),
            ("=", False, (False,), True),
            ("=", A, (A, B), True),
            ("=", A, (B, C), False),
            ("=", "x", ("x",), True),
            ("=", Decimal("1.50"), (Decimal("1.5"),), True),
            ("=", 38, (Decimal("38.0"),), True),
            ("!=", A, (), True),
            ("!=", A, (B,), True),
            ("!=", A, (A, B), False),
            (">", 5, (), False),
            (">", 5, (5,), False),
            (">", 5, (6,), True),
            (">", 5, (1, 6), True),
            ("<", 5, (5,), False),
            ("<", 5, (4,), True),
            ("<", 5, (9, 4), True),
            (">=", 5, (), False),
            (">=", 5, (5,), True),
            (">=", 38, (Decimal("37.9"),), False),
            (">=", 38, (Decimal("38.0"),), True),
            ("<=", 5, (), False),
            ("<=", 5, (5,), True),
            ("<=", 5, (6,), False),
            ("<", date(2000, 1, 1), (date(1999, 12, 31),), True),
            ("<", date(2000, 1, 1), (date(2000, 1, 1),), False),
        ],
    )
    def test_each_operator(self, operator: str, value: Value, answer: Answer, holds: bool) -> None:
        assert shows(operator, value, answer) is holds

    def test_true_is_not_one(self) -> None:
        assert not shows("=", 1, (True,))
        assert not shows("=", True, (1,))
        assert shows("!=", 1, (True,))
        assert not shows(">", 0, (True,))

    def test_codings_are_the_same_by_system_and_code(self) -> None:
        assert not shows("=", Coding("a", "s"), (A,))
        assert shows("!=", Coding("a", "s"), (A,))

    @pytest.mark.parametrize("operator", [">", "<", ">=", "<="])
    @pytest.mark.parametrize(
        ("value", "answer"),
        [
            (5, "6"),
            (5, A),
            (A, B),
            (True, False),
            ("a", "b"),
            (5, date(2000, 1, 1)),
            (date(2000, 1, 1), 5),
            (5, Decimal("NaN")),
            (5, Decimal("Infinity")),
            (5, Signature(typed="6")),
        ],
    )
    def test_what_has_no_order_is_never_more_or_less(self, operator: str, value: Value, answer: Value) -> None:
        assert not shows(operator, value, (answer,))

    @pytest.mark.parametrize("absent", list(Absent))
    def test_an_answer_that_is_no_value_steers_like_none(self, absent: Absent) -> None:
        assert not shows("exists", True, absent)
        assert shows("exists", False, absent)
        assert not shows("=", A, absent)
        assert shows("!=", A, absent)
        assert not shows(">", 1, absent)


class TestVisible:
    def test_any_and_all(self) -> None:
        tests = (Condition("p", Operator.EQUAL, True), Condition("q", Operator.EQUAL, True))
        sheet = Sheet(form(item("p"), item("q"), item("any", rule=Rule(tests, False)), item("all", rule=Rule(tests))))
        assert enabled(sheet) == ["p", "q"]
        assert enabled(sheet.put("q", (True,))) == ["p", "q", "any"]
        assert enabled(sheet.put("q", (True,)).put("p", (True,))) == ["p", "q", "any", "all"]

    def test_a_chain_collapses_at_once_and_comes_back_with_its_answers(self) -> None:
        chain = (item("b", rule=when("a")), item("c", rule=when("b")), item("d", Type.STRING, rule=when("c")))
        sheet = Sheet(form(item("a"), *chain))
        for id in "abc":
            sheet = sheet.put(id, (True,))
        sheet = sheet.put("d", ("kept",))
        assert enabled(sheet.put("a", (False,))) == ["a"]
        back = visible(sheet.put("a", (False,)).put("a", (True,)))
        assert [node.answer for node in back.questions] == [(True,), (True,), (True,), ("kept",)]

    def test_a_hidden_answer_steers_nothing(self) -> None:
        sheet = Sheet(
            form(
                item("gate"),
                item("smoker", rule=when("gate")),
                item("amount", rule=when("smoker")),
                item("reason", rule=when("smoker", "!=")),
            )
        )
        sheet = sheet.put("gate", (True,)).put("smoker", (True,))
        assert enabled(sheet) == ["gate", "smoker", "amount"]
        assert enabled(sheet.put("gate", (False,))) == ["gate", "reason"]
        assert sheet.put("gate", (False,)).answer("smoker") == (True,)

    def test_a_hidden_group_hides_everything_in_it(self) -> None:
        inner = item("own", rule=when("ask", "exists"))
        sheet = Sheet(form(item("ask"), group("g", group("h", inner, item("r")), rule=when("ask"))))
        assert enabled(sheet.put("ask", (False,))) == ["ask"]
        assert enabled(sheet.put("ask", (True,))) == ["ask", "g", "h", "own", "r"]

    def test_what_stands_under_a_question_waits_for_its_value(self) -> None:
        parent = item("q", children=(item("why", Type.STRING, required=True, rule=when("q")),), unsure=True)
        sheet = Sheet(form(parent))
        assert enabled(sheet) == ["q"]
        assert enabled(sheet.put("q", (True,))) == ["q", "why"]
        assert enabled(sheet.put("q", (False,))) == ["q"]
        assert issues(visible(sheet.put("q", (False,)))) == ()

    def test_nothing_hangs_under_an_answer_that_is_no_value(self) -> None:
        sheet = Sheet(form(item("q", children=(item("more"),), unsure=True)))
        assert enabled(sheet.put("q", Absent.UNSURE)) == ["q"]
        assert enabled(sheet.put("q", (False,))) == ["q", "more"]

    def test_pages_are_everything_but_groups_and_questions_ask(self) -> None:
        view = visible(Sheet(form(item("d", Type.DISPLAY), group("g", item("a")))))
        assert [node.item.id for node in view.pages] == ["d", "a"]
        assert [node.item.id for node in view.questions] == ["a"]

    def test_answered_means_any_answer_at_all(self) -> None:
        sheet = Sheet(form(item("a"), item("b"), item("c", unsure=True)))
        view = visible(sheet.put("b", (False,)).put("c", Absent.UNSURE))
        assert [node.answered for node in view.questions] == [False, True, True]


class TestSheet:
    def test_put_leaves_the_old_sheet_alone(self) -> None:
        sheet = Sheet(form(item("a")))
        assert held(sheet.put("a", (True,))) == {"a": (True,)}
        assert held(sheet) == {}

    def test_an_empty_answer_clears(self) -> None:
        sheet = Sheet(form(item("a"))).put("a", (True,))
        assert held(sheet.put("a", ())) == {}
        assert held(sheet.clear("a")) == {}
        assert held(sheet.clear("a").clear("a")) == {}

    @pytest.mark.parametrize("value", ["", "  ", "\n", Signature(), Signature(" ", " ")])
    def test_blanks_are_no_answer(self, value: Value) -> None:
        sheet = Sheet(form(item("a", Type.STRING, required=True))).put("a", ("before",)).put("a", (value,))
        assert held(sheet) == {}
        assert [issue.fault for issue in issues(visible(sheet))] == [Fault.REQUIRED]

    @pytest.mark.parametrize("value", [False, 0, Decimal(0), " x ", Signature("M0 0"), Signature(typed="Ann")])
    def test_what_looks_false_is_an_answer(self, value: Value) -> None:
        assert held(Sheet(form(item("a", Type.STRING))).put("a", (value,))) == {"a": (value,)}

    @pytest.mark.parametrize("id", ["nowhere", "g", "d"])
    def test_only_questions_take_an_answer(self, id: str) -> None:
        sheet = Sheet(form(group("g"), item("d", Type.DISPLAY)))
        with pytest.raises(KeyError):
            sheet.put(id, (True,))
        with pytest.raises(KeyError):
            sheet.toggle(id, True)

    def test_answers_cannot_be_changed_from_outside(self) -> None:
        sheet = Sheet(form(item("a"))).put("a", (True,))
        with pytest.raises(TypeError):
            sheet.answers[Path("a")] = ()  # type: ignore[index]

    def test_answers_never_show_in_a_traceback(self) -> None:
        sheet = Sheet(form(item("a", Type.STRING))).put("a", ("my secret",))
        assert "secret" not in f"{sheet!r} {visible(sheet)!r}"


class TestToggle:
    def test_a_tap_chooses_and_a_second_tap_takes_back(self) -> None:
        sheet = Sheet(form(item("a"))).toggle("a", False)
        assert held(sheet) == {"a": (False,)}
        assert held(sheet.toggle("a", True)) == {"a": (True,)}
        assert held(sheet.toggle("a", False)) == {}

    def test_several_keep_the_order_of_the_form_not_of_the_taps(self) -> None:
        sheet = Sheet(form(choice("q", "a", "b", "c", repeats=True)))
        for one in (C, A, B):
            sheet = sheet.toggle("q", one)
        assert sheet.answer("q") == (A, B, C)
        assert sheet.toggle("q", B).answer("q") == (A, C)

    def test_an_exclusive_answer_stands_alone_and_gives_way(self) -> None:
        sheet = Sheet(form(choice("q", "a", "b", "none", exclusive="none", repeats=True)))
        sheet = sheet.toggle("q", A).toggle("q", B).toggle("q", NONE)
        assert sheet.answer("q") == (NONE,)
        assert sheet.toggle("q", B).answer("q") == (B,)
        assert held(sheet.toggle("q", NONE)) == {}

    @pytest.mark.parametrize("absent", list(Absent))
    def test_an_answer_replaces_not_sure(self, absent: Absent) -> None:
        sheet = Sheet(form(choice("q", "a", "b", repeats=True))).put("q", absent)
        assert sheet.toggle("q", A).answer("q") == (A,)

    def test_a_question_without_options_keeps_the_order_of_the_taps(self) -> None:
        sheet = Sheet(form(item("n", Type.INTEGER, repeats=True))).toggle("n", 3).toggle("n", 1)
        assert sheet.answer("n") == (3, 1)
        assert sheet.toggle("n", 3).answer("n") == (1,)

    def test_true_does_not_take_one_back(self) -> None:
        sheet = Sheet(form(item("n", Type.INTEGER, repeats=True))).toggle("n", 1)
        assert sheet.toggle("n", True).answer("n") == (1, True)


def limited(type: Type, **limits: object) -> Item:
    return item("q", type, limits=Limits(**limits))  # type: ignore[arg-type]


class TestFaults:
    def test_only_a_required_question_needs_an_answer(self) -> None:
        assert faults(item("q", required=True), ()) == (Fault.REQUIRED,)
        assert faults(item("q"), ()) == ()

    def test_not_sure_and_in_the_room_count_where_they_are_offered(self) -> None:
        assert faults(item("q", required=True, unsure=True), Absent.UNSURE) == ()
        assert faults(item("q", required=True, in_the_room=True), Absent.IN_THE_ROOM) == ()
        assert faults(item("q", unsure=True), Absent.IN_THE_ROOM) == (Fault.NOT_AN_OPTION,)
        assert faults(item("q", in_the_room=True), Absent.UNSURE) == (Fault.NOT_AN_OPTION,)

    @pytest.mark.parametrize(
        ("type", "value"),
        [
            (Type.BOOLEAN, True),
            (Type.INTEGER, 0),
            (Type.DECIMAL, Decimal("1.10")),
            (Type.DATE, date(2000, 2, 29)),
            (Type.STRING, "x"),
            (Type.TEXT, "x\ny"),
        ],
    )
    def test_the_right_type(self, type: Type, value: Value) -> None:
        assert faults(item("q", type), (value,)) == ()

    @pytest.mark.parametrize(
        ("type", "value"),
        [
            (Type.BOOLEAN, 1),
            (Type.BOOLEAN, "true"),
            (Type.INTEGER, True),
            (Type.INTEGER, Decimal(1)),
            (Type.INTEGER, "1"),
            (Type.DECIMAL, 1),
            (Type.DECIMAL, Decimal("NaN")),
            (Type.DECIMAL, Decimal("-Infinity")),
            (Type.DATE, "2000-01-01"),
            (Type.DATE, datetime(2000, 1, 1)),  # noqa: DTZ001
            (Type.STRING, A),
            (Type.STRING, Signature(typed="Ann")),
            (Type.TEXT, 1),
        ],
    )
    def test_the_wrong_type(self, type: Type, value: Value) -> None:
        assert faults(item("q", type), (value,)) == (Fault.WRONG_TYPE,)

    def test_a_signature_is_no_string(self) -> None:
        signed = item("q", Type.STRING, signature=True, limits=Limits(longest=5))
        assert faults(signed, (Signature(strokes="M0 0 L900 300"),)) == ()
        assert faults(signed, ("Ann",)) == (Fault.WRONG_TYPE,)
        assert faults(signed, (Signature(typed="Annabel\nLee"),)) == (Fault.TOO_LONG, Fault.NEW_LINE)

    def test_options(self) -> None:
        asked = choice("q", "a", "b", "none", exclusive="none", repeats=True)
        assert faults(asked, (A, B)) == ()
        assert faults(asked, (NONE,)) == ()
        assert faults(asked, (C,)) == (Fault.NOT_AN_OPTION,)
        assert faults(asked, ("a",)) == (Fault.NOT_AN_OPTION,)
        assert faults(asked, (A, NONE)) == (Fault.NOT_ALONE,)
        assert faults(choice("q", "a", "b"), (A, B)) == (Fault.TOO_MANY,)

    @pytest.mark.parametrize(
        ("least", "most", "low", "high"),
        [
            (1, 5, 0, 6),
            (Decimal("0.5"), Decimal("2.5"), Decimal("0.49"), Decimal("2.51")),
            (1, 5, Decimal("0.99"), Decimal("5.01")),
            (date(1900, 1, 1), date(2026, 1, 1), date(1899, 12, 31), date(2026, 1, 2)),
        ],
    )
    def test_least_and_most_are_allowed_and_no_further(
        self, least: Value, most: Value, low: Value, high: Value
    ) -> None:
        kinds = {int: Type.INTEGER, Decimal: Type.DECIMAL, date: Type.DATE}
        asked = limited(kinds[type(low)], least=least, most=most)
        assert faults(asked, (low,)) == (Fault.TOO_SMALL,)
        assert faults(asked, (high,)) == (Fault.TOO_LARGE,)
        if type(least) is type(low):
            assert faults(asked, (least,)) == faults(asked, (most,)) == ()

    def test_a_limit_of_another_kind_limits_nothing(self) -> None:
        assert faults(limited(Type.DATE, least=5, most=5), (TODAY,)) == ()
        assert faults(limited(Type.STRING, least=5, most=5), ("x",)) == ()

    def test_decimal_places_are_those_that_were_written(self) -> None:
        asked = limited(Type.DECIMAL, places=1)
        assert (
            faults(asked, (Decimal("1.5"),)) == faults(asked, (Decimal("1E+2"),)) == faults(asked, (Decimal(1),)) == ()
        )
        assert faults(asked, (Decimal("1.50"),)) == (Fault.TOO_MANY_PLACES,)

    def test_length(self) -> None:
        assert faults(limited(Type.STRING, longest=3), ("abc",)) == ()
        assert faults(limited(Type.TEXT, longest=3), ("abcd",)) == (Fault.TOO_LONG,)
        assert faults(limited(Type.INTEGER, longest=3), (1000,)) == (Fault.TOO_LONG,)
        assert faults(limited(Type.DECIMAL, longest=4), (Decimal("1.234"),)) == (Fault.TOO_LONG,)
        assert faults(limited(Type.BOOLEAN, longest=3), (False,)) == ()

    @pytest.mark.parametrize("text", ["a\nb", "a\rb"])
    def test_a_string_is_one_line(self, text: str) -> None:
        assert faults(item("q", Type.STRING), (text,)) == (Fault.NEW_LINE,)
        assert faults(item("q", Type.TEXT), (text,)) == ()

    def test_every_value_is_looked_at(self) -> None:
        asked = item("q", Type.INTEGER, repeats=True, limits=Limits(least=1, most=5))
        assert faults(asked, (0, 3, 9)) == (Fault.TOO_SMALL, Fault.TOO_LARGE)


class TestIssues:
    def test_only_what_is_visible_counts_in_the_order_of_the_form(self) -> None:
        inner = item("r", Type.STRING, required=True)
        sheet = Sheet(form(item("a", required=True), group("g", inner, rule=when("a")), item("z", required=True)))
        assert [issue.item.id for issue in issues(visible(sheet))] == ["a", "z"]
        assert [issue.item.id for issue in issues(visible(sheet.put("a", (True,))))] == ["r", "z"]

    def test_a_faulty_answer_that_was_hidden_since_does_not_block(self) -> None:
        sheet = Sheet(form(item("a"), item("n", Type.INTEGER, rule=when("a"), limits=Limits(most=5))))
        sheet = sheet.put("a", (True,)).put("n", (9,))
        assert [issue.fault for issue in issues(visible(sheet))] == [Fault.TOO_LARGE]
        assert issues(visible(sheet.put("a", (False,)))) == ()


def alert(level: Level, text: str, **trigger: object) -> Alert:
    return Alert(level, words(text), Trigger(**trigger))  # type: ignore[arg-type]


class TestAlerts:
    def test_loudest_first_else_in_the_order_of_the_form(self) -> None:
        both = (alert(Level.INFO, "1", exists=True), alert(Level.STOP_ASK, "2", exists=True))
        more = (alert(Level.CAUTION, "3", exists=True), alert(Level.STOP_ASK, "4", exists=True))
        sheet = Sheet(form(item("a", alerts=both), item("b", alerts=more)))
        raised = alerts(visible(sheet.put("a", (True,)).put("b", (False,))), TODAY)
        assert [(one.item.id, one.alert.text.in_language("en")) for one in raised] == [
            ("a", "2"),
            ("b", "4"),
            ("b", "3"),
            ("a", "1"),
        ]

    def test_a_hidden_answer_raises_none(self) -> None:
        asked = item("b", rule=when("a"), alerts=(alert(Level.INFO, "x", exists=True),))
        sheet = Sheet(form(item("a"), asked)).put("a", (True,)).put("b", (True,))
        assert len(alerts(visible(sheet), TODAY)) == 1
        assert alerts(visible(sheet.put("a", (False,))), TODAY) == ()

    def test_values(self) -> None:
        assert triggered(Trigger(values=(A, B)), (C, B), TODAY)
        assert not triggered(Trigger(values=(A, B)), (C,), TODAY)
        assert not triggered(Trigger(values=(1,)), (True,), TODAY)
        assert not triggered(Trigger(values=(A,)), (), TODAY)

    def test_unsure_and_only_unsure(self) -> None:
        assert triggered(Trigger(unsure=True), Absent.UNSURE, TODAY)
        assert not triggered(Trigger(unsure=True), Absent.IN_THE_ROOM, TODAY)
        assert not triggered(Trigger(values=(A,), exists=True, younger=99), Absent.UNSURE, TODAY)
        assert not triggered(Trigger(unsure=True), (A,), TODAY)

    def test_exists_is_presence_not_truth(self) -> None:
        assert triggered(Trigger(exists=True), (False,), TODAY)
        assert not triggered(Trigger(exists=True), (), TODAY)

    def test_younger_until_the_birthday(self) -> None:
        assert triggered(Trigger(younger=18), (date(2008, 3, 3),), TODAY)
        assert not triggered(Trigger(younger=18), (date(2008, 3, 2),), TODAY)
        assert not triggered(Trigger(younger=18), ("2008",), TODAY)

    def test_any_of_several_keys(self) -> None:
        asked = Trigger(values=(date(1980, 1, 1),), younger=18)
        assert triggered(asked, (date(1980, 1, 1),), TODAY)
        assert triggered(asked, (date(2020, 1, 1),), TODAY)
        assert not triggered(asked, (date(1990, 1, 1),), TODAY)

    def test_the_form_of_every_type_speaks_up(self) -> None:
        sheet = Sheet(every_type()).put("born", (date(2010, 1, 1),)).put("own-question", ("Does it hurt?",))
        sheet = sheet.put("thinners", Absent.UNSURE).toggle("pregnancy", Coding("trying"))
        assert [one.item.id for one in alerts(visible(sheet), TODAY)] == [
            "born",
            "thinners",
            "pregnancy",
            "own-question",
        ]


@pytest.mark.parametrize(
    ("born", "today", "years"),
    [
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2007, 3, 1), date(2028, 2, 29), 20),
        (date(2007, 2, 28), date(2028, 2, 29), 21),
        (date(2026, 3, 2), date(2026, 3, 2), 0),
        (date(1990, 12, 31), date(2026, 1, 1), 35),
    ],
)
def test_age_in_whole_years(born: date, today: date, years: int) -> None:
    assert age(born, today) == years


def test_an_option_is_exclusive_only_when_it_says_so() -> None:
    assert not Option(A, words("A")).exclusive
