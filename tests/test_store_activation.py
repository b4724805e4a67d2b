"""Which version of the content is active, what a rollback leads to, and which versions must stay: plain values."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.activation import SHIPPED, STEPS, Plan, State, parsed

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
A, B, C = "a" * 12, "b" * 12, "c" * 12
ALL = {SHIPPED, A, B, C}


def after(*versions: str) -> State:
    """These became active one day after the other."""
    state = State()
    for day, version in enumerate(versions):
        state = state.activated(version, "Ana", NOON + timedelta(days=day))
    return state


def back(state: State, there: set[str] = ALL) -> State:
    found = state.rolled_back("Bo", NOON + timedelta(days=99), there)
    assert found
    return found


def test_at_first_the_shipped_content_is_active_and_nothing_was_before() -> None:
    assert State().active == SHIPPED
    assert State().previous is None
    assert State().rolled_back("Bo", NOON, ALL) is None


def test_each_rollback_goes_one_step_further_back() -> None:
    state = after(A, B, C)
    assert (state.active, state.previous) == (C, B)
    state = back(state)
    assert (state.active, state.previous) == (B, A)
    state = back(back(state))
    assert state.active == SHIPPED
    assert state.rolled_back("Bo", NOON, ALL) is None


def test_what_was_rolled_back_comes_again_when_it_is_activated() -> None:
    state = back(after(A, B)).activated(B, "Ana", NOON)
    assert (state.active, state.previous) == (B, A)


def test_a_rollback_steps_over_what_is_gone() -> None:
    assert back(after(A, B, C), ALL - {B}).active == A
    assert after(A, B).rolled_back("Bo", NOON, {B}) is None


def test_to_activate_what_is_active_changes_nothing_but_ends_a_plan() -> None:
    state = after(A).planned(B, "Ana", NOON)
    assert state.activated(A, "Bo", NOON) == after(A)


def test_a_plan_comes_true_at_its_time_in_the_name_of_who_made_it() -> None:
    state = after(A).planned(B, "Ana", NOON + timedelta(days=5))
    assert state.due(NOON + timedelta(days=5, seconds=-1)) == state
    late = state.due(NOON + timedelta(days=9))
    assert (late.active, late.plan) == (B, None)
    assert late.since
    assert (late.since.by, late.since.at) == ("Ana", NOON + timedelta(days=5))


@pytest.mark.parametrize("hand", [lambda state: state.activated(C, "Bo", NOON), back])
def test_whatever_is_changed_by_hand_ends_the_plan(hand: object) -> None:
    assert hand(after(A).planned(B, "Ana", NOON)).plan is None


def test_the_first_publication_counts() -> None:
    state = State().published(A, "Ana", NOON, "spring").published(A, "Bo", NOON, "again")
    (change,) = state.changes
    assert (change.by, change.note) == ("Ana", "spring")
    assert state.since is None


def test_the_line_has_an_end() -> None:
    state = after(*(A if number % 2 else B for number in range(3 * STEPS)))
    assert len(state.line) == STEPS


def test_the_active_the_next_and_the_previous_version_stay_without_any_record() -> None:
    state = after(A, B, C).planned("d" * 12, "Ana", NOON)
    assert state.needed((), NOON + timedelta(days=400)) == {B, C, "d" * 12}


def test_a_version_stays_as_long_as_a_record_was_sent_while_it_was_active() -> None:
    state = State()
    for day, version in ((0, A), (100, B), (200, C), (300, "d" * 12)):
        state = state.activated(version, "Ana", NOON + timedelta(days=day))
    later = NOON + timedelta(days=1000)
    day = (NOON + timedelta(days=50)).date()
    assert state.needed((), later) == {C, "d" * 12}
    assert state.needed((day,), later) == {A, C, "d" * 12}


def test_a_visit_over_midnight_and_a_clock_a_day_off_take_no_version_away() -> None:
    state = after(A, *(f"{number:012x}" for number in range(9)))
    end = (NOON + timedelta(days=1)).date()
    assert A in state.needed((end + timedelta(days=2),), NOON + timedelta(days=99))
    assert A not in state.needed((end + timedelta(days=3),), NOON + timedelta(days=99))


def test_what_was_shown_counts_besides_what_was_to_be_shown() -> None:
    """When the active version is damaged, the one before it is shown, for as long as nobody mends it."""
    state = after(A, B).used(A, NOON).used(B, NOON + timedelta(days=1)).used(A, NOON + timedelta(days=2))
    state = state.used(C, NOON + timedelta(days=60)).activated(C, "Ana", NOON + timedelta(days=60))
    state = state.activated(B, "Ana", NOON + timedelta(days=61)).used(B, NOON + timedelta(days=61))
    assert A in state.needed(((NOON + timedelta(days=40)).date(),), NOON + timedelta(days=999))
    assert A not in state.needed((), NOON + timedelta(days=999))


def test_a_new_publication_is_not_taken_away_before_anybody_can_activate_it() -> None:
    state = after(B, C).published(A, "Ana", NOON)
    assert A in state.needed((), NOON + timedelta(days=29))
    assert A not in state.needed((), NOON + timedelta(days=31))


def test_uses_that_no_record_can_name_are_forgotten_but_for_the_last() -> None:
    state = State()
    for number in range(40):
        state = state.used(f"{number:012x}", NOON + timedelta(days=10 * number))
    day = (NOON + timedelta(days=105)).date()
    kept = [one.version for one in state.shortened((day,)).uses]
    assert kept == [f"{number:012x}" for number in (10, 39)]
    assert state.shortened((day,)).needed((day,), NOON) >= {f"{10:012x}"}


def test_a_clock_that_was_set_back_loses_no_version() -> None:
    state = State().used(A, NOON).used(B, NOON - timedelta(days=3650)).used(C, NOON - timedelta(days=3600))
    assert A in state.needed((NOON.date(),), NOON)


VERSIONS = st.sampled_from(sorted(ALL))
MOMENTS = st.integers(-5000, 5000).map(lambda hours: NOON + timedelta(hours=hours))
STEPS_TAKEN = st.lists(st.tuples(st.sampled_from("parduo"), VERSIONS, MOMENTS), max_size=30)


@given(STEPS_TAKEN)
def test_whatever_is_done_reads_back_as_it_was_and_the_needed_stay(steps: list[tuple[str, str, datetime]]) -> None:
    state = State()
    for what, version, at in steps:
        if what == "p":
            state = state.published(version, "Ana", at, "note “é”")
        elif what == "a":
            state = state.activated(version, "Ana", at)
        elif what == "r":
            state = state.rolled_back("Bo", at, ALL) or state
        elif what == "d":
            state = state.planned(version, "Ana", at)
        elif what == "u":
            state = state.used(version, at)
        else:
            state = state.due(at)
    assert parsed(state.text) == state
    assert state.line
    assert [one.number for one in state.changes] == list(range(1, len(state.changes) + 1))
    assert all(one.version != other.version for one, other in pairwise(state.uses))
    assert {state.active, *([state.plan.version] if state.plan else [])} <= state.needed((), NOON)


@pytest.mark.parametrize(
    "wrong",
    [
        {"v": 2},
        {"line": []},
        {"active": A},
        {"plan": {"version": A, "by": "", "at": "2026-01-01T00:00"}},
        {"plan": {"version": A}},
        {"changes": [{"number": 1, "kind": "danced", "version": A, "by": "", "at": NOON.isoformat(), "note": ""}]},
        {"uses": [{"version": A, "since": "yesterday"}]},
        {"uses": 5},
    ],
)
def test_what_is_no_state_is_not_read(wrong: dict[str, object]) -> None:
    told = json.loads(State().text) | wrong
    with pytest.raises((ValueError, KeyError, TypeError)):
        parsed(json.dumps(told).encode())


def test_a_plan_is_kept_in_utc() -> None:
    at = datetime.fromisoformat("2026-04-01T08:00:00-06:00")
    assert State().planned(A, "Ana", at).plan == Plan(A, "Ana", datetime(2026, 4, 1, 14, tzinfo=UTC))
