"""A form is checked once, when it is built; words fall back to a language that exists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from forms import AREAS, choice, every_type, form, group, item, when, words

from kiosk.domain.form import Level, Type, walk
from kiosk.domain.values import Coding
from kiosk.domain.words import Words


def test_a_link_id_is_used_once() -> None:
    with pytest.raises(ValueError, match="'a' is used twice"):
        form(item("a"), group("g", item("a")))


@pytest.mark.parametrize(
    ("items", "problem"),
    [
        ((item("a", rule=when("a")),), "wait for each other"),
        ((item("a", rule=when("b")), item("b", rule=when("a"))), "wait for each other"),
        ((group("g", item("a"), rule=when("a")),), "wait for each other"),
        ((item("b", rule=when("nowhere")),), "is no question"),
        ((group("g", item("a")), item("b", rule=when("g"))), "is no question"),
        ((item("d", Type.DISPLAY), item("b", rule=when("d"))), "is no question"),
    ],
    ids=["itself", "each other", "inside itself", "unknown", "a group", "a display"],
)
def test_a_rule_names_a_question_that_does_not_wait_for_it(items: tuple, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        form(*items)


def test_a_rule_may_name_a_later_question() -> None:
    built = form(item("b", rule=when("a")), item("a"))
    assert [one.id for one in built.order] == ["a", "b"]


def test_a_rule_may_name_a_question_in_an_earlier_group_or_the_parent_question() -> None:
    built = form(group("g", item("a")), item("b", rule=when("a"), children=(item("c", rule=when("b")),)))
    assert list(built.by_id) == ["g", "a", "b", "c"]


def test_walk_goes_parents_first_in_the_order_of_the_form() -> None:
    items = (group("g", item("a"), group("h", item("b"))), item("c"))
    assert [one.id for one in walk(items)] == ["g", "a", "h", "b", "c"]


def test_the_canonical_is_pinned_to_the_version() -> None:
    assert form(item("a"), url="https://x.example/Q", version="2.1").canonical == "https://x.example/Q|2.1"


def test_groups_and_displays_ask_nothing() -> None:
    assert {kind for kind in Type if not item("a", kind).asks} == {Type.GROUP, Type.DISPLAY}


def test_an_option_is_found_by_system_and_code_never_by_its_words() -> None:
    asked = choice("q", "a", "none", exclusive="none")
    found = asked.option(Coding("a"))
    assert found is not None
    assert found.label == words("A")
    assert asked.option(Coding("a", "https://other.example")) is None
    assert asked.option("A") is None


def test_only_an_exclusive_option_excludes() -> None:
    asked = choice("q", "a", "none", exclusive="none")
    assert [asked.excludes(Coding(code)) for code in ("a", "none", "unknown")] == [False, True, False]


def test_levels_are_listed_loudest_first() -> None:
    assert [level.value for level in Level] == ["STOP-ASK", "CAUTION", "INFO"]


def test_the_form_of_ordinary_types_speaks_both_languages() -> None:
    built = every_type()
    items = list(built.by_id.values())
    asked = {Type.BOOLEAN, Type.INTEGER, Type.DECIMAL, Type.DATE, Type.STRING, Type.TEXT, Type.CHOICE}
    assert {one.type for one in items} == asked | {Type.GROUP, Type.DISPLAY}
    assert len(AREAS) == 11
    assert all({tag for tag, _ in one.text.pairs} == {"en", "es"} for one in items)
    assert built.by_id["height"].limits.most == Decimal("2.5")
    assert built.by_id["born"].limits.least == date(1900, 1, 1)


class TestWords:
    def test_speak_the_language_asked_for(self) -> None:
        assert Words.of({"en": "Yes", "es": "Sí"}).in_language("es") == "Sí"

    def test_fall_back_to_the_original(self) -> None:
        assert Words.of({"en": "Yes", "es": "Sí"}).in_language("fr") == "Yes"

    def test_an_empty_translation_is_none(self) -> None:
        assert Words.of({"en": "Yes", "es": ""}).in_language("es") == "Yes"

    def test_an_empty_original_is_passed_over(self) -> None:
        assert Words.of({"en": "", "es": "Sí"}).in_language("fr") == "Sí"

    def test_no_words_are_an_empty_string(self) -> None:
        assert Words().in_language("en") == ""

    def test_are_true_when_anything_is_said(self) -> None:
        assert not Words()
        assert not Words.of({"en": ""})
        assert Words.of({"en": "", "es": "Sí"})
