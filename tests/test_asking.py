"""The questionnaire without its screen: what is refused, what is kept, which words say what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from types import SimpleNamespace

import pytest
from finger import Clock
from forms import choice, every_type, form, item, when, words
from PySide6.QtCore import QLocale

from kiosk.domain.checks import Fault
from kiosk.domain.form import Code, Form, Limits, Type
from kiosk.domain.record import Kept, NotKept, Reason
from kiosk.domain.values import Absent, Coding
from kiosk.settings import RESOURCES
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.asking import Asking
from kiosk.viewmodels.problems import problem_words
from kiosk.viewmodels.stay import Stay

PICTURES = RESOURCES / "content" / "pictures"


class Later:
    """In place of the background: work waits until the test says that it is done."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Kept], Callable[[Future[Kept]], None]]] = []

    def run(self, work: Callable[[], Kept], done: Callable[[Future[Kept]], None]) -> None:
        self.waiting.append((work, done))

    def finish(self) -> None:
        for work, done in self.waiting:
            outcome: Future[Kept] = Future()
            try:
                outcome.set_result(work())
            except NotKept as refusal:
                outcome.set_exception(refusal)
            done(outcome)
        self.waiting.clear()


class Keeper:
    """Keeps drafts in a list, or refuses."""

    def __init__(self) -> None:
        self.ready = True
        self.kept: list[object] = []
        self.refusal: Reason | None = None

    def keep(self, draft: object) -> Kept:
        if self.refusal:
            raise NotKept(self.refusal)
        self.kept.append(draft)
        return Kept("id", len(self.kept), "MAPLE 27")


@pytest.fixture
def parts(qapp: object, clock: Clock) -> SimpleNamespace:
    """An empty questionnaire's page with everything around it."""
    access = Access(("en", "es", "de"), RESOURCES / "translations", 4.03)
    stay, background, keeper = Stay(clock.monotonic, clock.now), Later(), Keeper()
    asking = Asking(access, stay, background, PICTURES)
    made = SimpleNamespace(
        asking=asking, access=access, stay=stay, background=background, keeper=keeper, clock=clock, sent=[]
    )
    asking.sent.connect(lambda: made.sent.append(asking.code))
    return made


def begins(parts: SimpleNamespace, questions: Form) -> Asking:
    parts.asking.furnish(questions, parts.keeper, lambda view, _visit, language: (view, language))
    parts.asking.begin()
    return parts.asking


def answers(asking: Asking) -> dict[str, object]:
    return {path.id: answer for path, answer in asking._sheet.answers.items()}


def test_before_it_is_begun_nothing_can_be_answered(parts: SimpleNamespace) -> None:
    asking = parts.asking
    asking.begin()
    for touch in (
        lambda: asking.choose("true"),
        asking.chooseUnsure,
        lambda: asking.type("a"),
        asking.erase,
        asking.clear,
    ):
        touch()
    asking.sign("M0 0 L1 1")
    asking.next()
    asking.send()
    assert not asking.holds_answers
    assert (asking.kind, asking.key, asking.text, asking.typed, asking.total, asking.open) == ("", "", "", "", 0, False)
    assert parts.background.waiting == []


@pytest.mark.parametrize("ready", [True, False])
def test_it_is_open_with_a_form_and_keys(parts: SimpleNamespace, ready: bool) -> None:
    parts.keeper.ready = ready
    assert begins(parts, every_type()).open is ready


def test_an_answer_that_is_not_offered_is_not_taken(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(choice("c", "a", "b")))
    asking.choose("z")
    assert answers(asking) == {}
    asking.choose("a")
    assert answers(asking) == {"c": (Coding("a"),)}


def test_not_sure_empties_what_was_typed(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("born", Type.DATE, unsure=True), item("t", Type.TEXT, unsure=True)))
    for digit in "04271985":
        asking.type(digit)
    asking.chooseUnsure()
    assert answers(asking) == {"born": Absent.UNSURE}
    assert all(part.typed == "" for part in asking.parts.rows)
    asking.next()
    asking.type("abc")
    asking.chooseUnsure()
    assert asking.typed == ""
    asking.type("d")
    assert answers(asking)["t"] == ("d",)
    asking.chooseUnsure()
    asking.chooseUnsure()
    assert "t" not in answers(asking)


def test_a_number_is_typed_with_the_point_of_the_language_and_survives_another(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("h", Type.DECIMAL, limits=Limits(most=Decimal("2.50")))))
    parts.access.speak("de")
    for key in ("1", ",", "7"):
        asking.type(key)
    assert (asking.point, asking.typed) == (",", "1,7")
    parts.access.speak("en")
    assert asking.typed == "1.7"
    asking.type(",")
    asking.type(".")
    asking.type("5")
    assert asking.typed == "1.75"
    assert answers(asking) == {"h": (Decimal("1.75"),)}
    parts.access.speak("de")
    asking.type("0")
    asking.clear()
    asking.type("3")
    asking.next()
    assert asking.problem.endswith("2,50.")


@pytest.mark.parametrize(
    ("fault", "kind", "part"),
    [
        (Fault.REQUIRED, Type.TEXT, "We need this one."),
        (Fault.TOO_SMALL, Type.INTEGER, "smallest we can take is 3."),
        (Fault.TOO_LARGE, Type.INTEGER, "largest we can take is 9."),
        (Fault.WRONG_TYPE, Type.DATE, "This date does not exist."),
        (Fault.WRONG_TYPE, Type.DECIMAL, "Please type a number."),
        (Fault.WRONG_TYPE, Type.TIME, "This time is not complete."),
        (Fault.WRONG_TYPE, Type.DATE_TIME, "This date or time is not complete."),
        (Fault.WRONG_TYPE, Type.TEXT, "Please check this answer."),
        (Fault.TOO_SHORT, Type.TEXT, "We need this many letters: 2."),
        (Fault.TOO_LONG, Type.TEXT, "This many letters fit: 5."),
        (Fault.TOO_MANY_PLACES, Type.DECIMAL, "This many fit: 1."),
        (Fault.NO_MATCH, Type.TEXT, "Please write it like this: 555-0100"),
        (Fault.TOO_FEW_TIMES, Type.TEXT, "at least this many: 2."),
        (Fault.TOO_MANY_TIMES, Type.TEXT, "no more than this many: 4."),
        (Fault.NEW_LINE, Type.TEXT, "Please check this answer."),
    ],
)
def test_what_is_wrong_is_said(qapp: object, fault: Fault, kind: Type, part: str) -> None:
    limits = Limits(least=3, most=9, shortest=2, longest=5, places=1, fewest=2, many=4)
    asked = item("q", kind, limits=limits, format=words("555-0100" if fault is Fault.NO_MATCH else ""))
    assert part in problem_words(fault, asked, QLocale("en_US"))


def test_a_date_limit_reads_as_a_date(qapp: object) -> None:
    asked = item("q", Type.DATE, limits=Limits(least=date(1900, 1, 1)))
    assert "January 1, 1900" in problem_words(Fault.TOO_SMALL, asked, QLocale("en_US"))


def test_each_type_has_its_page(parts: SimpleNamespace) -> None:
    asking = begins(parts, every_type())
    kinds = []
    for place in range(len(asking._pages)):
        asking._turn(place)
        kinds.append(asking.kind)
    assert kinds == [
        *("display", "string", "date", "choice", "choice", "several", "integer", "decimal"),
        *("map", "text", "signature"),
    ]


def test_next_leads_on_and_from_the_last_question_to_the_review(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("a"), item("b", rule=when("a")), item("c")))
    finished = []
    asking.finished.connect(lambda: finished.append(asking.key))
    assert not asking.back()
    asking.choose("true")
    asking.next()
    assert (asking.key, asking.number, asking.total) == ("b", 2, 3)
    assert asking.back()
    asking.choose("false")
    asking.next()
    assert (asking.key, asking.number, asking.total) == ("c", 2, 2)
    asking.next()
    assert finished == ["c"]
    asking.change("a")
    assert asking.returning
    asking.next()
    assert finished == ["c", "a"]
    asking.change("nowhere")
    assert asking.key == "a"


def test_what_is_hidden_stands_in_no_list(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("a"), item("b", Type.TEXT, rule=when("a"))))
    asking.choose("true")
    asking.next()
    asking.type("x")
    asking.back()
    asking.choose("false")
    assert [row.key for row in asking.review.rows] == ["a"]
    asking.choose("true")
    assert [(row.key, row.answer, row.blank) for row in asking.review.rows] == [("a", "Yes", False), ("b", "x", False)]


def test_the_first_fault_is_where_send_leads(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("a"), item("b", required=True)))
    assert asking.problem_page()
    assert (asking.key, asking.problem) == ("b", "We need this one. Please answer it, or ask for help.")
    asking.choose("true")
    assert asking.problem == ""
    assert not asking.problem_page()


def test_sent_answers_are_gone_and_the_code_stays_until_the_visit_ends(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("a")))
    asking.choose("true")
    asking.send()
    asking.send()
    assert asking.sending
    assert asking.holds_answers
    parts.background.finish()
    assert parts.sent == ["MAPLE 27"]
    assert len(parts.keeper.kept) == 1
    assert not asking.holds_answers
    assert asking.options.rows == asking.review.rows == ()
    asking.forget()
    assert asking.code == ""


@pytest.mark.parametrize("reason", list(Reason))
def test_a_refusal_keeps_the_answers_and_may_be_tried_again(parts: SimpleNamespace, reason: Reason) -> None:
    asking = begins(parts, form(item("a")))
    asking.choose("true")
    parts.keeper.refusal = reason
    asking.send()
    parts.background.finish()
    assert (asking.failure, asking.sending, parts.sent) == (reason.value, False, [])
    assert answers(asking) == {"a": (True,)}
    parts.keeper.refusal = None
    asking.send()
    assert asking.failure == ""
    parts.background.finish()
    assert parts.sent == ["MAPLE 27"]


@pytest.mark.parametrize("refusal", [None, Reason.BROKEN])
def test_the_outcome_of_a_visit_that_ended_is_told_to_nobody(parts: SimpleNamespace, refusal: Reason | None) -> None:
    asking = begins(parts, form(item("a")))
    asking.choose("true")
    parts.keeper.refusal = refusal
    asking.send()
    asking.forget()
    asking.begin()
    asking.choose("false")
    parts.background.finish()
    assert (parts.sent, asking.code, asking.failure) == ([], "", "")
    assert answers(asking) == {"a": (False,)}


@pytest.mark.parametrize("touch", ["a", "erase", "nothing typed"])
def test_what_can_be_lost_is_what_stands_there(parts: SimpleNamespace, touch: str) -> None:
    asking = begins(parts, form(item("t", Type.TEXT), item("d", Type.DATE)))
    if touch != "nothing typed":
        asking.type("a")
    if touch == "erase":
        asking.erase()
    assert asking.holds_answers is (touch == "a")


def test_a_date_that_was_only_touched_is_nothing_to_lose(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("d", Type.DATE)))
    asking.goTo("y")
    assert not asking.holds_answers
    asking.type("1")
    assert asking.holds_answers


def test_every_touch_counts_as_one(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("t", Type.TEXT, unsure=True), item("d", Type.DATE)))
    for touch in (
        lambda: asking.type("a"),
        asking.erase,
        asking.clear,
        asking.chooseUnsure,
        asking.askWhy,
        asking.next,
    ):
        parts.clock.wait(50)
        touch()
        assert parts.stay.visit.touched == parts.clock.monotonic()


@pytest.mark.parametrize("seed", range(30))
def test_after_any_walk_the_last_choice_stands(parts: SimpleNamespace, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (a test that can be run again)
    asking = begins(
        parts, form(choice("a", "x", "y"), choice("b", "x", "y", rule=when("a", "=", Coding("x"))), item("c"))
    )
    last: dict[str, str] = {}
    for _ in range(60):
        step = chance.choice(["choose", "choose", "next", "back", "change"])
        if step == "choose":
            key = chance.choice([row.key for row in asking.options.rows])
            last[asking.key] = "" if last.get(asking.key) == key else key
            asking.choose(key)
        elif step == "change":
            asking.change(chance.choice("abc"))
        else:
            getattr(asking, step)()
        ticked = [row.key for row in asking.options.rows if row.chosen]
        assert ticked == [key for key in (last.get(asking.key),) if key]
        assert asking.total == (3 if last.get("a") == "x" else 2)


def test_nobody_is_born_tomorrow(parts: SimpleNamespace) -> None:
    asking = begins(parts, form(item("born", Type.DATE, code=Code.BIRTH_DATE), item("next")))
    tomorrow = parts.clock.now().date() + timedelta(days=1)
    for digit in f"{tomorrow:%m%d%Y}":
        asking.type(digit)
    asking.next()
    assert (asking.key, asking.problem) == ("born", "This date does not exist. Please check the numbers.")
    asking.clear()
    for digit in f"{parts.clock.now():%m%d%Y}":
        asking.type(digit)
    asking.next()
    assert asking.key == "next"
