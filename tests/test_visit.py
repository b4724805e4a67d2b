"""How long the kiosk waits, to the second, and what a visit remembers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.domain.visit import CODE_SHOWN, READING, UNHURRIED, WITH_ANSWERS, Patience, Phase, Visit

BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def visit(patience: Patience = READING) -> Visit:
    return Visit(BEGUN, 1000.0, patience=patience)


@pytest.mark.parametrize(
    ("patience", "quiet", "phase"),
    [
        (WITH_ANSWERS, 0, Phase.ACTIVE),
        (WITH_ANSWERS, 119, Phase.ACTIVE),
        (WITH_ANSWERS, 119.999, Phase.ACTIVE),
        (WITH_ANSWERS, 120, Phase.CURTAIN),
        (WITH_ANSWERS, 164, Phase.CURTAIN),
        (WITH_ANSWERS, 164.999, Phase.CURTAIN),
        (WITH_ANSWERS, 165, Phase.OVER),
        (READING, 89, Phase.ACTIVE),
        (READING, 90, Phase.CURTAIN),
        (READING, 109, Phase.CURTAIN),
        (READING, 110, Phase.OVER),
        (READING, 100_000, Phase.OVER),
        (UNHURRIED, 599, Phase.ACTIVE),
        (UNHURRIED, 600, Phase.CURTAIN),
        (UNHURRIED, 645, Phase.OVER),
    ],
)
def test_the_curtain_falls_and_the_visit_ends_to_the_second(patience: Patience, quiet: float, phase: Phase) -> None:
    assert visit(patience).phase(1000 + quiet) is phase


def test_a_touch_begins_the_quiet_anew() -> None:
    touched = visit(WITH_ANSWERS).touch(1150)
    assert touched.phase(1150 + 119) is Phase.ACTIVE
    assert touched.phase(1150 + 120) is Phase.CURTAIN


def test_the_patience_follows_what_the_visitor_does() -> None:
    assert visit().waiting(WITH_ANSWERS).patience is WITH_ANSWERS
    assert visit(WITH_ANSWERS).waiting(READING).patience is READING
    assert visit().waiting(READING) == visit()


def test_who_asked_for_more_time_keeps_it() -> None:
    unhurried = visit().waiting(UNHURRIED)
    assert unhurried.waiting(WITH_ANSWERS).waiting(READING).patience is UNHURRIED
    assert UNHURRIED.quiet > WITH_ANSWERS.quiet > READING.quiet


@pytest.mark.parametrize(
    ("quiet", "left"),
    [(0, 165), (0.5, 165), (120, 45), (120.1, 45), (163.2, 2), (164, 1), (164.9, 1), (165, 0), (999, 0)],
)
def test_the_seconds_left_are_whole_and_end_with_one(quiet: float, left: int) -> None:
    assert visit(WITH_ANSWERS).left(1000 + quiet) == left


def test_as_long_as_a_second_is_left_the_visit_is_not_over() -> None:
    for tenths in range(2000):
        now = 1000 + tenths / 10
        assert (visit(WITH_ANSWERS).left(now) == 0) == (visit(WITH_ANSWERS).phase(now) is Phase.OVER)


def test_a_page_is_read_once() -> None:
    read = visit().reading("treatment/a").reading("treatment/b").reading("treatment/a")
    assert read.read == ("treatment/a", "treatment/b")


def test_a_second_tap_takes_a_question_for_the_visit_back() -> None:
    asked = visit().toggle_ask("treatment/a").toggle_ask("question/b")
    assert asked.asks == ("treatment/a", "question/b")
    assert asked.toggle_ask("treatment/a").asks == ("question/b",)
    assert asked.toggle_ask("treatment/a").toggle_ask("treatment/a").asks == ("question/b", "treatment/a")


def test_the_waits_keep_to_the_standard_for_voting_machines() -> None:
    assert 120 <= WITH_ANSWERS.quiet <= 300
    assert 20 <= WITH_ANSWERS.answer <= 45
    assert 20 <= READING.answer <= CODE_SHOWN
