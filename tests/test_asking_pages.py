"""The pages without their screen: lists and instances, suggestions, what the review says and where a fault leads."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from types import SimpleNamespace

import pytest
from forms import form, group, item, many_options, when, words
from test_asking import answers, begins, parts

from kiosk.domain.form import Band, Control, Item, Limits, Option, Score, Type
from kiosk.domain.sheet import Path
from kiosk.domain.values import Absent, Coding, Partial, Value
from kiosk.viewmodels.asking import Asking

__all__ = ["parts"]


def options(*values: Value, **rest: object) -> tuple[Option, ...]:
    return tuple(Option(value, words(f"say {value}"), **rest) for value in values)


def meets(asking: Asking) -> list[str]:
    """Taps Next until the review; the pages that were met, where nothing is in the way."""
    met, finished = [asking.key], []
    asking.finished.connect(lambda: finished.append(True))
    while not finished:
        asking.next()
        if not finished:
            met.append(asking.key)
    return met


@pytest.mark.parametrize("value", ["tea", 7, date(2020, 2, 29), time(9, 30), Partial(1999)])
def test_an_option_may_be_any_value(parts: SimpleNamespace, value: Value) -> None:
    asking = begins(parts, form(item("c", Type.CHOICE, options=options(value, Coding("x")))))
    first, second = asking.options.rows
    asking.choose(first.key)
    assert answers(asking) == {"c": (value,)}
    asking.choose(second.key)
    assert answers(asking) == {"c": (Coding("x"),)}
    assert [row.chosen for row in asking.options.rows] == [False, True]


def test_two_options_of_one_code_are_two(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("c", Type.CHOICE, options=options(Coding("1", "a"), Coding("1", "b")))))
    keys = [row.key for row in asking.options.rows]
    assert len(set(keys)) == 2
    asking.choose(keys[1])
    assert answers(asking)["c"][0].system == "b"


def test_no_code_is_taken_for_something_else(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("c", Type.OPEN_CHOICE, options=options(Coding("+"), Coding("+1")))))
    keys = [row.key for row in asking.options.rows]
    assert len(set(keys)) == 3
    asking.choose(keys[0])
    assert answers(asking) == {"c": (Coding("+"),)}


def test_a_number_with_options_is_a_choice(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("n", Type.INTEGER, options=options(1, 2))))
    assert asking.kind == "choice"
    asking.choose(asking.options.rows[1].key)
    assert (answers(asking), asking.summary) == ({"n": (2,)}, "say 2")


def test_what_is_written_beside_the_options_may_be_one_of_them(parts: SimpleNamespace) -> None:
    asked = item("c", Type.OPEN_CHOICE, options=options("milk", "tea"), repeats=True)
    asking = begins(parts, form(asked))
    asking.choose(asking.options.rows[1].key)
    asking.choose("+")
    for letter in "milkshake":
        asking.type(letter)
    assert answers(asking) == {"c": ("tea", "milkshake")}


def test_an_open_choice_without_options_is_written(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("c", Type.OPEN_CHOICE)))
    assert asking.kind == "string"
    asking.type("a")
    assert answers(asking) == {"c": ("a",)}


@pytest.mark.parametrize(
    ("count", "control", "kind"), [(60, None, "choice"), (101, None, "search"), (3, "a", "search")]
)
def test_only_long_lists_and_what_the_form_says_are_searched(
    parts: SimpleNamespace, count: int, control: str | None, kind: str
) -> None:
    searched = Control.AUTOCOMPLETE if control else None
    asking = begins(parts, form(item("c", Type.CHOICE, options=many_options(count), control=searched)))
    assert asking.kind == kind
    assert len(asking.options.rows) <= max(60, count if kind == "choice" else 40)
    asking.type("medicine 1")
    assert asking.search == ("medicine 1" if kind == "search" else "")
    asking.erase()
    asking.clear()
    assert asking.search == ""


def test_what_is_chosen_stays_on_the_page_of_any_search(parts: SimpleNamespace) -> None:
    asked = item("c", Type.CHOICE, options=many_options(200), repeats=True)
    asking = begins(parts, form(asked))
    assert asking.cut
    asking.choose("m199")
    asking.type("medicine 7")
    assert not asking.cut
    assert [row.key for row in asking.options.rows if row.chosen] == ["m199"]
    assert asking.options.rows[0].key == "m7"


def test_a_suggestion_is_offered_and_never_chosen_beforehand(parts: SimpleNamespace) -> None:
    chosen = item("c", Type.CHOICE, options=(*options(Coding("x")), *options(Coding("y"), selected=True)))
    asking = begins(parts, form(chosen, item("t", Type.DATE, initial=(date(2020, 1, 2),))))
    assert (asking.suggestion, answers(asking)) == ("say " + str(Coding("y")), {})
    asking.choose("x")
    assert asking.suggestion == ""
    asking.next()
    asking.takeSuggestion()
    assert answers(asking)["t"] == (date(2020, 1, 2),)
    assert [part.typed for part in asking.parts.rows] == ["01", "02", "2020"]
    asking.chooseUnsure()
    assert asking.suggestion == ""


def test_nothing_is_suggested_where_the_answer_counts(parts: SimpleNamespace) -> None:
    scored = item("c", Type.CHOICE, options=options(Coding("x"), selected=True))
    total = item("sum", Type.DECIMAL, score=Score(("c",), (Band(words("low")),)))
    asking = begins(parts, form(scored, total))
    assert asking.suggestion == ""
    asking.takeSuggestion()
    assert answers(asking) == {}
    assert [row.key for row in asking.review.rows] == ["c"]


def test_several_values_are_suggested_for_a_list(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("t", Type.STRING, repeats=True, initial=("a", "b"))))
    asking.takeSuggestion()
    assert (answers(asking), asking.kind) == ({"t": ("a", "b")}, "list")
    asking.remove("0")
    assert answers(asking) == {"t": ("b",)}


def test_a_list_wants_as_many_as_the_form(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("t", Type.INTEGER, repeats=True, limits=Limits(fewest=2, most=9)), item("z")))
    asking.type("8")
    asking.next()
    assert asking.kind == "list"
    asking.next()
    assert asking.problem == "Please give at least this many: 2."
    asking.add()
    asking.type("9")
    asking.type("9")
    asking.next()
    assert asking.problem == "Please check: the largest we can take is 9."
    assert asking.back()
    assert answers(asking) == {"t": (8,)}
    asking.add()
    asking.type("9")
    asking.next()
    asking.next()
    assert (answers(asking), asking.key) == ({"t": (8, 9)}, "z")


def test_an_entry_that_was_begun_and_left_empty_is_no_entry(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("t", Type.STRING, repeats=True, unsure=True), item("z")))
    asking.type("a")
    asking.next()
    asking.add()
    asking.next()
    assert (asking.key, answers(asking)) == ("z", {"t": ("a",)})
    asking.back()
    assert asking.kind == "list"
    asking.chooseUnsure()
    assert (asking.kind, answers(asking)) == ("string", {"t": Absent.UNSURE})
    asking.type("b")
    assert answers(asking) == {"t": ("b",)}


def people(**rest: object) -> Item:
    return group("p", item("n", Type.STRING, required=True), item("m"), text="People", repeats=True, **rest)


def test_a_group_that_must_be_there_begins_with_its_instances(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(people(required=True, limits=Limits(fewest=2)), item("z")))
    assert [node.item.id for node in asking._pages] == ["n", "m", "n", "m", "p", "z"]
    assert (asking.standing, asking.number, asking.total) == ("People 1", 1, 5)
    for _ in range(4):
        asking.type("a")
        asking.next()
    assert (asking.kind, asking.counts, asking.number) == ("gather", False, 4)
    assert [row.removable for row in asking.entries.rows] == [False, False]
    asking.add()
    assert asking.standing == "People 3"
    assert asking.back()
    assert [row.removable for row in asking.entries.rows] == [True, True, True]
    asking.remove("3")
    assert [row.title for row in asking.entries.rows] == ["People 1", "People 2"]
    asking.next()
    assert asking.key == "z"


def test_back_leads_through_the_instances_to_what_was_before_them(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("a"), people()))
    asking.next()
    asking.add()
    asking.type("x")
    asking.next()
    asking.next()
    assert asking.kind == "gather"
    keys = []
    while asking.back():
        keys.append(asking.item.id)
    assert keys == ["m", "n", "a"]


def test_what_a_group_lacks_is_said_where_it_can_be_added(parts: SimpleNamespace) -> None:
    part = group("g", item("a"), item("b"), text="Your health", required=True)
    asking = begins(parts, form(item("z"), part, people(limits=Limits(fewest=2))))
    assert asking.problem_page()
    assert (asking.key, asking.problem) == ("a", "Please answer at least one question of this part: Your health.")
    asking.choose("true")
    assert asking.problem_page()
    assert (asking.item.id, asking.standing) == ("n", "People 1")
    asking._turn(5 if asking._pages[5].gathers else len(asking._pages) - 1)
    asking.remove("1")
    assert asking.problem_page()
    asking.type("x")
    assert asking.problem_page()
    assert (asking.kind, asking.problem) == ("gather", "Please fill in at least this many: 2.")
    asking.remove("1")
    assert not asking.problem_page()


def test_what_nobody_can_answer_stops_nobody(parts: SimpleNamespace) -> None:
    hidden = item("h", Type.STRING, hidden=True, required=True, initial=("x" * 9,), limits=Limits(longest=3))
    shown = item("r", Type.STRING, read_only=True, initial=("A 17",))
    asking = begins(parts, form(item("a"), hidden, shown, item("empty", Type.STRING, read_only=True)))
    assert not asking.problem_page()
    assert [(row.key, row.number, row.fixed) for row in asking.review.rows] == [("a", 1, False), ("r", 0, True)]


def test_keys_tell_nothing_of_an_answer_and_stay(parts: SimpleNamespace) -> None:
    child = item("since", Type.STRING)
    asking = begins(parts, form(item("q", Type.STRING, repeats=True, children=(child,)), item("z")))
    asking.type("zyxw")
    asking.next()
    asking.next()
    key = asking.key
    assert (key.split("#")[0], "zyxw" in key, asking.standing) == ("since", False, "zyxw")
    asking.type("a")
    asking.next()
    asking.change(key)
    assert asking.key == key
    assert asking._sheet.answer(Path("since", ("zyxw",))) == ("a",)


def test_what_the_last_page_reveals_before_it_is_asked_too(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("late", rule=when("b")), item("a"), item("b")))
    assert asking.key == "a"
    asking.next()
    asking.choose("true")
    assert meets(asking) == ["b", "late"]


def test_amounts_without_units_and_with_one(parts: SimpleNamespace) -> None:
    one = item("one", Type.QUANTITY, units=(Coding("cm", "http://unitsofmeasure.org", "cm"),))
    asking = begins(parts, form(item("none", Type.QUANTITY, unit=words("steps")), one))
    assert asking.unit == "steps"
    asking.type("5")
    asking.next()
    assert asking.unit == "cm"
    asking.type("7")
    (none,), (given,) = answers(asking).values()
    assert (none.value, none.unit, none.code) == (Decimal(5), "steps", "")
    assert (given.value, given.unit, given.code) == (Decimal(7), "cm", "cm")


def test_a_slider_needs_both_its_ends(parts: SimpleNamespace) -> None:
    ends = Limits(least=Decimal(0), most=Decimal(1))
    asking = begins(
        parts,
        form(
            item("n", Type.INTEGER, control=Control.SLIDER, limits=Limits(least=0)),
            item("d", Type.DECIMAL, control=Control.SLIDER, limits=ends),
        ),
    )
    assert asking.kind == "integer"
    asking.slide(0.5)
    asking.nudge(1)
    assert answers(asking) == {}
    asking.next()
    asking.slide(0.33)
    assert (asking.kind, asking.steps, answers(asking)) == ("slider", 10, {"d": (Decimal("0.3"),)})
    asking.slide(7.0)
    assert (asking.ratio, asking.leastWords, asking.mostWords) == (1.0, "0.0", "1.0")


def test_a_visit_keeps_its_form(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("a", Type.TEXT), version="1"))
    asking.type("x")
    asking.furnish(form(item("b"), version="2"), parts.keeper, lambda view, _visit, _language: view.form.version)
    asking.next()
    assert (asking.key, answers(asking)) == ("a", {"a": ("x",)})
    asking.send()
    parts.background.finish()
    assert parts.keeper.kept == ["1"]
    asking.begin()
    assert asking.key == "b"
