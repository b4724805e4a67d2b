"""What is being typed before it is an answer, and how answers, dates and numbers read in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from forms import choice, item, words
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from kiosk.domain.form import Absent, Coding, Limits, Signature, Type
from kiosk.viewmodels import entry, phrases
from kiosk.viewmodels.entry import DateEntry

DIGITS = st.text("0123456789", max_size=12)
ORDERS = st.sampled_from(["Mdy", "dMy", "yMd"])


def typed(kind: Type, letters: str, point: str = ".", **rest: object) -> str:
    text = ""
    for letter in letters:
        text = entry.typed(item("q", kind, **rest), text, letter, point)
    return text


@pytest.mark.parametrize(
    ("kind", "letters", "text"),
    [
        (Type.INTEGER, "1a2.3-4", "1234"),
        (Type.INTEGER, "1" * 12, "1" * 9),
        (Type.DECIMAL, "1.7.5", "1.75"),
        (Type.DECIMAL, "a.5", ".5"),
        (Type.DECIMAL, "1,5", "15"),
        (Type.STRING, "a\nb", "ab"),
        (Type.TEXT, "a\nb", "a\nb"),
        (Type.STRING, "x" * 120, "x" * 100),
        (Type.TEXT, "x" * 320, "x" * 300),
    ],
)
def test_only_what_belongs_is_taken(kind: Type, letters: str, text: str) -> None:
    assert typed(kind, letters) == text


def test_the_forms_own_limit_counts() -> None:
    assert typed(Type.TEXT, "abcdef", limits=Limits(longest=4)) == "abcd"
    assert entry.longest(item("q", Type.DATE)) == 100


def test_a_comma_is_a_point_where_the_language_writes_one() -> None:
    text = typed(Type.DECIMAL, "1,7,5", point=",")
    height = item("q", Type.DECIMAL)
    assert entry.shown(height, text, ",") == "1,75"
    assert entry.shown(height, text, ".") == "1.75"
    assert entry.value(height, text) == Decimal("1.75")
    assert entry.shown(item("q", Type.TEXT), "a.b", ",") == "a.b"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Type.INTEGER, "007", 7),
        (Type.INTEGER, " ", None),
        (Type.DECIMAL, "1.70", Decimal("1.70")),
        (Type.DECIMAL, ".5", Decimal("0.5")),
        (Type.DECIMAL, ".", None),
        (Type.TEXT, "  a b ", "a b"),
        (Type.TEXT, "\n", None),
    ],
)
def test_what_was_typed_becomes_an_answer_or_none(kind: Type, text: str, value: object) -> None:
    found = entry.value(item("q", kind), text)
    assert (found, str(found)) == (value, str(value))


@given(st.dates(date(1000, 1, 1)), ORDERS)
def test_every_date_can_be_typed_in_every_order(day: date, order: str) -> None:
    parts = {"y": f"{day.year:04}", "M": f"{day.month:02}", "d": f"{day.day:02}"}
    made = DateEntry(order)
    for digit in "".join(parts[letter] for letter in order):
        made = made.type(digit)
    assert made.day == day
    assert made.at == 2


@given(DIGITS, ORDERS)
def test_deleting_leads_back_to_nothing(digits: str, order: str) -> None:
    made = DateEntry(order)
    for digit in digits:
        made = made.type(digit)
    for _ in range(8):
        made = made.erase()
    assert made.empty
    assert made.at == 0


@given(DIGITS, ORDERS, ORDERS)
def test_another_order_keeps_the_numbers_and_the_place(digits: str, order: str, other: str) -> None:
    made = DateEntry(order)
    for digit in digits:
        made = made.type(digit)
    turned = made.reorder(other)
    assert turned.parts == made.parts
    assert turned.order[turned.at] == made.order[made.at]
    assert turned.day == made.day


@pytest.mark.parametrize("typed", ["02302000", "13", "00", "12320000", "02291900", "01010000", "0"])
def test_what_is_no_date_is_none(typed: str) -> None:
    made = DateEntry("Mdy")
    for digit in typed:
        made = made.type(digit)
    assert made.day is None


def test_a_digit_that_can_only_be_the_whole_month_leads_on() -> None:
    made = DateEntry("Mdy").type("4").type("9")
    assert made.parts == {"M": "4", "d": "9"}
    assert made.order[made.at] == "y"
    assert DateEntry("Mdy").type("1").at == 0


def test_a_touched_part_is_typed_anew_and_an_untouched_full_one_takes_no_more() -> None:
    made = DateEntry("Mdy")
    for digit in "04271985":
        made = made.type(digit)
    assert made.type("3") is made
    mended = made.mend("d").type("1").type("5")
    assert mended.day == date(1985, 4, 15)
    assert made.mend("d").erase().part("d") == "2"
    assert made.type("x") is made


@pytest.mark.parametrize(
    ("pattern", "order"),
    [("M/d/yy", "Mdy"), ("d/M/yyyy", "dMy"), ("yyyy-MM-dd", "yMd"), ("dd.MM.yy", "dMy"), ("", "Mdy")],
)
def test_the_order_of_a_date_follows_the_language(pattern: str, order: str) -> None:
    assert entry.order_of(pattern) == order


@pytest.mark.parametrize(
    ("tag", "written"), [("en_US", "March 14, 1985"), ("es_US", "14 de marzo de 1985"), ("de_DE", "14. März 1985")]
)
def test_a_date_reads_without_its_weekday(tag: str, written: str) -> None:
    assert phrases.long_date(date(1985, 3, 14), QLocale(tag)) == written


def test_answers_read_as_people_say_them(qapp: object) -> None:
    english, german = QLocale("en_US"), QLocale("de_DE")
    height = item("h", Type.DECIMAL, unit=words("m", "m"))
    assert phrases.answer_words(height, (Decimal("1.70"),), english, "en") == "1.70 m"
    assert phrases.answer_words(height, (Decimal("1.70"),), german, "en") == "1,70 m"
    assert phrases.answer_words(item("b"), (True,), english, "en") == "Yes"
    assert phrases.answer_words(item("b"), (False,), english, "en") == "No"
    assert phrases.answer_words(item("b"), Absent.UNSURE, english, "en") == "Not sure"
    several = choice("c", "a", "b", repeats=True)
    assert phrases.answer_words(several, (Coding("a"), Coding("b")), english, "en") == "A. B"
    assert phrases.answer_words(several, (Coding("gone"),), english, "en") == ""
    signed = item("s", Type.STRING, signature=True)
    assert phrases.answer_words(signed, (Signature(strokes="M0 0 L1 1"),), english, "en") == "Signed by hand"
    assert phrases.answer_words(signed, (Signature(typed="Ana"),), english, "en") == "Ana"
    assert phrases.answer_words(signed, (), english, "en") == ""
