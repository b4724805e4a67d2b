"""What is being typed before it is an answer, and how answers, dates and numbers read in words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from forms import MEDICINES, choice, item, words
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from kiosk.domain.form import Control, Limits, Option, Type
from kiosk.domain.values import Absent, Coding, Partial, Quantity, Signature
from kiosk.viewmodels import entry, finding, phrases
from kiosk.viewmodels.entry import Moment
from kiosk.viewmodels.sliding import scale_of

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
    made = Moment(order)
    for digit in "".join(parts[letter] for letter in order):
        made = made.type(digit)
    assert made.day == day
    assert made.at == 2


@given(DIGITS, ORDERS)
def test_deleting_leads_back_to_nothing(digits: str, order: str) -> None:
    made = Moment(order)
    for digit in digits:
        made = made.type(digit)
    for _ in range(8):
        made = made.erase()
    assert made.empty
    assert made.at == 0


@given(DIGITS, ORDERS, ORDERS)
def test_another_order_keeps_the_numbers_and_the_place(digits: str, order: str, other: str) -> None:
    made = Moment(order)
    for digit in digits:
        made = made.type(digit)
    turned = made.reorder(other)
    assert turned.parts == made.parts
    assert turned.order[turned.at] == made.order[made.at]
    assert turned.day == made.day


@pytest.mark.parametrize("typed", ["02302000", "13", "00", "12320000", "02291900", "01010000", "0"])
def test_what_is_no_date_is_none(typed: str) -> None:
    made = Moment("Mdy")
    for digit in typed:
        made = made.type(digit)
    assert made.day is None


def test_a_digit_that_can_only_be_the_whole_month_leads_on() -> None:
    made = Moment("Mdy").type("4").type("9")
    assert made.parts == {"M": "4", "d": "9"}
    assert made.order[made.at] == "y"
    assert Moment("Mdy").type("1").at == 0


def test_a_touched_part_is_typed_anew_and_an_untouched_full_one_takes_no_more() -> None:
    made = Moment("Mdy")
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


def typed_moment(order: str, digits: str, half: str = "") -> Moment:
    made = Moment(order)
    for digit in digits:
        made = made.type(digit)
    return made.half(half) if half else made


@given(st.times().map(lambda each: each.replace(second=0, microsecond=0)), st.sampled_from(["hm", "hma"]))
def test_every_time_can_be_typed_on_both_clocks(clock: time, order: str) -> None:
    parts = entry.clock_parts(clock, order)
    made = Moment(order).type(parts["h"][0])
    for digit in parts["h"][1:]:
        made = made.type(digit)
    made = made.mend("m")
    for digit in parts["m"]:
        made = made.type(digit)
    made = made.half(parts["a"]) if parts["a"] else made
    assert made.value(None) == clock
    assert entry.moment_of(clock, order).value(None) == clock


@pytest.mark.parametrize(
    ("order", "digits", "half", "clock"),
    [
        ("hma", "1200", "a", time(0, 0)),
        ("hma", "1200", "p", time(12, 0)),
        ("hma", "905", "p", time(21, 5)),
        ("hma", "0930", "", None),
        ("hma", "1415", "", time(14, 15)),
        ("hma", "0030", "", time(0, 30)),
        ("hm", "2359", "", time(23, 59)),
        ("hm", "2400", "", None),
        ("hm", "1260", "", None),
        ("hm", "95", "", None),
    ],
)
def test_a_time_is_read_as_its_clock_says(order: str, digits: str, half: str, clock: time | None) -> None:
    assert typed_moment(order, digits, half).clock == clock


def test_another_clock_keeps_the_time() -> None:
    afternoon = typed_moment("hma", "230", "p")
    assert afternoon.reorder("hm").clock == time(14, 30)
    assert afternoon.reorder("hm").reorder("hma").clock == time(14, 30)
    assert typed_moment("hm", "0").reorder("hma").part("h") == "0"
    assert afternoon.half("p").clock is None
    assert afternoon.erase().clock is None


def test_a_date_with_a_time_stands_in_its_zone() -> None:
    zone = timezone(timedelta(hours=-5))
    whole = typed_moment("Mdyhma", "01142025905", "p")
    assert whole.value(zone) == datetime(2025, 1, 14, 21, 5, tzinfo=zone)
    assert entry.moment_of(datetime(2025, 1, 14, 21, 5, tzinfo=zone), "Mdyhm").value(zone) == whole.value(zone)
    day = typed_moment("Mdyhma", "01142025")
    assert (day.value(zone), day.complete) == (date(2025, 1, 14), True)
    half = typed_moment("Mdyhma", "011420259")
    assert (half.value(zone), half.complete) == (None, False)


@pytest.mark.parametrize(
    ("order", "digits", "value"),
    [
        ("y", "1985", Partial(1985)),
        ("y", "198", None),
        ("y", "0000", None),
        ("My", "041985", Partial(1985, 4)),
        ("My", "131985", None),
    ],
)
def test_a_date_may_end_at_its_year_or_month(order: str, digits: str, value: Partial | None) -> None:
    made = typed_moment(order, digits)
    assert made.value(None) == value
    if value:
        assert entry.moment_of(value, order).value(None) == value


@pytest.mark.parametrize(
    ("kind", "control", "parts"),
    [
        (Type.DATE, None, "Mdy"),
        (Type.DATE, Control.YEAR, "y"),
        (Type.DATE_TIME, Control.YEAR_MONTH, "My"),
        (Type.DATE_TIME, None, "Mdyhma"),
        (Type.TIME, None, "hma"),
    ],
)
def test_a_question_is_answered_in_its_own_parts(kind: Type, control: Control | None, parts: str) -> None:
    assert entry.parts_of(item("q", kind, control=control), "M/d/yy", "h:mm AP") == parts


def test_the_clock_follows_the_language() -> None:
    assert (entry.clock_of("HH:mm"), entry.clock_of("h 'a las' mm"), entry.clock_of("h:mm Ap")) == ("hm", "hm", "hma")


def test_a_sign_is_turned_where_the_limits_allow_one() -> None:
    below = Limits(least=Decimal(-5))
    assert typed(Type.DECIMAL, "1.5-", limits=below) == "-1.5"
    assert typed(Type.DECIMAL, "-1-", limits=below) == "1"
    assert typed(Type.INTEGER, "-1") == "1"
    assert typed(Type.INTEGER, "-12", limits=Limits(least=-20)) == "-12"
    assert entry.value(item("q", Type.INTEGER), "-12") == -12
    assert entry.negative(item("q", Type.QUANTITY, limits=Limits(most=Quantity(Decimal(-1)))))
    assert not entry.negative(item("q", Type.STRING))
    assert entry.longest(item("q", Type.INTEGER, limits=Limits(most=2_000_000_000))) == 10
    assert typed(Type.URL, "a b\nc") == "abc"


def test_moments_amounts_and_own_words_read_as_people_say_them(qapp: object) -> None:
    english, spanish = QLocale("en_US"), QLocale("es_US")
    assert phrases.plain_words(Partial(1985), english) == "1985"
    assert phrases.plain_words(Partial(1985, 4), english) == "April 1985"
    assert phrases.plain_words(Partial(1985, 4), spanish) == "abril de 1985"
    assert phrases.plain_words(Partial(1985, 4), QLocale("de_DE")) == "April 1985"
    assert phrases.plain_words(time(14, 30), QLocale("de_DE")) == "14:30"
    assert phrases.plain_words(datetime(2025, 1, 14, 14, 30), QLocale("de_DE")) == "14. Januar 2025, 14:30"  # noqa: DTZ001
    assert phrases.plain_words(Quantity(Decimal("1.5"), "kg"), QLocale("de_DE")) == "1,5 kg"
    several = choice("c", "a", repeats=True)
    assert phrases.answer_words(several, (Coding("a"), "nuts", Coding("x", display="X")), english, "en") == "A. nuts. X"


@given(st.integers(-50, 50), st.integers(1, 100), st.integers(1, 7))
def test_every_stop_of_a_slider_is_where_it_was_put(least: int, length: int, step: int) -> None:
    limits = Limits(least=least, most=least + length)
    scale = scale_of(item("q", Type.INTEGER, control=Control.SLIDER, limits=limits, step=Decimal(step)))
    if step > length:
        assert scale is None
        return
    assert scale is not None
    for place in range(scale.steps + 1):
        value = scale.value(place)
        assert least <= value <= least + length
        assert scale.place(value) == place
        assert scale.nearest(scale.ratio(value)) == place


@pytest.mark.parametrize(
    ("text", "first"),
    [("", "Aspirin"), ("met", "Metformin"), ("vitmin d", "Vitamin D"), ("INSULÍN", "Insulin"), ("d", "Vitamin D")],
)
def test_a_search_forgives_accents_and_slips(text: str, first: str) -> None:
    options = [Option(Coding(name), words(name)) for name in MEDICINES]
    assert finding.found(options, text, "en")[0].label.in_language("en") == first


def test_a_search_for_nothing_like_it_finds_nothing() -> None:
    options = [Option(Coding(name), words(name)) for name in ("As", "Tea")]
    assert finding.found(options, "aspirin", "en") == []
    assert finding.found(options, "x", "en") == []
