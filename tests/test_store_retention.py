"""Records go when their time is over, out of the file's very bytes; a wrong clock neither wipes nor keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from clinic import NOON, Clinic, clinic, draft

from kiosk.domain.record import Kept
from kiosk.store.audit import Event
from kiosk.store.errors import Deleted
from kiosk.store.records import RecordStore
from kiosk.store.retention import sweep
from kiosk.store.space import Room

DECADE = 3650


@dataclass
class Days:
    """A kiosk in use: time passes in days, and the program is started on each of them."""

    clinic: Clinic
    now: datetime = NOON
    store: RecordStore = field(init=False)

    def __post_init__(self) -> None:
        self.store = RecordStore(self.clinic.folder, self.clinic.keys, lambda: self.now)

    def pass_by(self, days: int) -> None:
        for _ in range(days):
            self.jump(1)

    def jump(self, days: float) -> None:
        """The clock is set, or the kiosk was switched off."""
        self.now += timedelta(days=days)
        self.store.audit.note(Event.STARTED)

    def send(self) -> Kept:
        return self.store.keep(draft())

    def sweep(self) -> int:
        return sweep(self.store, self.now)

    @property
    def left(self) -> list[int]:
        return [head.seq for head in self.store.heads(99)]

    @property
    def swept(self) -> list[dict[str, int | str]]:
        """What the retention wrote into the audit log, oldest first, without the head."""
        lines = [line.counts for line in self.store.audit.entries(9999) if line.event == Event.RETENTION]
        return [{key: line[key] for key in line if key not in ("records", "head")} for line in lines[::-1]]


@pytest.fixture
def days(tmp_path: Path) -> Days:
    return Days(clinic(tmp_path / "data"))


def test_a_record_goes_thirty_days_after_its_review_and_one_nobody_claimed_after_a_hundred_and_eighty(days: Days):
    reviewed, unclaimed = days.send(), days.send()
    days.pass_by(10)
    days.store.mark_reviewed(reviewed.id, "Ana")
    days.pass_by(29)
    assert days.sweep() == 0
    days.pass_by(1)
    assert days.sweep() == 1
    assert days.left == [2]
    with pytest.raises(Deleted):
        days.store.opened(reviewed.id, days.clinic.staff)
    days.pass_by(139)
    assert days.sweep() == 0
    days.pass_by(1)
    assert days.sweep() == 1
    assert (days.left, days.sweep()) == ([], 0)

    assert days.swept == [{"reviewed": 1, "unclaimed": 0}, {"reviewed": 0, "unclaimed": 1}]
    assert days.store.health().faults == ()
    days.store.close()
    assert days.clinic.rows("SELECT \"by\" FROM mark WHERE kind = 'deleted'") == [("retention",)] * 2
    assert unclaimed.seq == 2


def test_the_limits_are_the_callers(days: Days):
    days.store.mark_reviewed(days.send().id, "Ana")
    days.send()
    days.now += timedelta(days=5)
    assert sweep(days.store, days.now, reviewed_days=6, unclaimed_days=7) == 0
    assert sweep(days.store, days.now, reviewed_days=5, unclaimed_days=7) == 1
    assert sweep(days.store, days.now, reviewed_days=5, unclaimed_days=5) == 1


def test_what_was_swept_is_in_no_byte_of_the_files(days: Days):
    kept = [days.send() for _ in range(60)]
    sealed = [days.store.sealed(one.id) for one in kept]
    for one in kept[:50]:
        days.store.mark_reviewed(one.id, "Ana")
    assert found(days, sealed) == 60
    days.jump(31)
    assert days.sweep() == 50

    assert found(days, sealed[:50]) == 0
    assert found(days, sealed[50:]) == 10
    days.store.close()
    assert found(days, sealed[:50]) == 0
    assert days.store.faults() == ()
    assert days.store.opened(kept[-1].id, days.clinic.staff).draft == draft()


def test_without_room_to_write_the_file_anew_it_is_overwritten_all_the_same(days: Days):
    days.store = RecordStore(days.clinic.folder, days.clinic.keys, lambda: days.now, lambda _folder: Room(0))
    kept = [days.send() for _ in range(20)]
    sealed = [days.store.sealed(one.id) for one in kept]
    for one in kept[:-1]:
        days.store.mark_reviewed(one.id, "Ana")
    days.jump(31)
    assert days.sweep() == 19
    assert found(days, sealed[:-1]) == 0


@pytest.mark.parametrize("jump", [DECADE, -DECADE])
def test_a_clock_that_jumps_ten_years_wipes_nothing_and_the_log_says_so(days: Days, jump: int):
    days.store.mark_reviewed(days.send().id, "Ana")
    days.send()
    days.pass_by(3)
    days.now += timedelta(days=jump)

    assert days.sweep() == 0
    assert days.left == [2, 1]
    clock = "ahead" if jump > 0 else "behind"
    assert days.swept == [{"reviewed": 0, "unclaimed": 0, "clock": clock, "days": DECADE}]


@pytest.mark.parametrize("jump", [DECADE, -DECADE])
@pytest.mark.parametrize("noted", [True, False])
def test_days_are_counted_right_before_within_and_after_a_wrong_clock(days: Days, jump: int, noted: bool):
    days.store.mark_reviewed(days.send().id, "Ana")
    days.pass_by(9)
    if noted:
        days.jump(jump)
    else:
        days.now += timedelta(days=jump)
        days.send()
    days.pass_by(10)
    assert days.sweep() == 0
    days.jump(-jump)
    days.pass_by(9)
    assert days.sweep() == 0
    days.pass_by(3)
    assert days.sweep() == 1


def test_a_clock_that_begins_in_another_century_at_every_start_does_not_lose_the_nights(days: Days):
    days.store.mark_reviewed(days.send().id, "Ana")
    for _ in range(29):
        today = days.now
        days.now = datetime(2000, 1, 1, tzinfo=UTC)
        days.store.audit.note(Event.STARTED)
        days.now = today
        days.jump(1)
        assert days.sweep() == 0
    days.jump(2)
    assert days.sweep() == 1


def test_the_same_day_over_and_over_is_one_day(days: Days):
    days.store.mark_reviewed(days.send().id, "Ana")
    days.jump(0.5)
    for _ in range(60):
        days.jump(0.003)
        days.send()
    assert days.sweep() == 0
    assert len(days.left) == 61


def test_a_record_reviewed_before_there_was_a_log_stays_its_days_from_then(days: Days):
    days.store.mark_reviewed(days.send().id, "Ana")
    with days.store.database.session() as session:
        session.connection().exec_driver_sql("DELETE FROM audit")
    days.now += timedelta(days=40)
    assert days.sweep() == 0
    days.pass_by(30)
    assert days.sweep() == 0
    days.pass_by(1)
    assert days.sweep() == 1


def test_a_sweep_of_hundreds_lets_a_patient_send_in_between(days: Days):
    kept = [days.send() for _ in range(130)]
    for one in kept[:105]:
        days.store.mark_reviewed(one.id, "Ana")
    days.jump(181)
    assert days.sweep() == 130
    assert days.swept == [{"reviewed": 100, "unclaimed": 0}, {"reviewed": 5, "unclaimed": 25}]
    assert days.left == []
    assert days.store.health().faults == ()


def test_an_empty_store_has_nothing_to_sweep(days: Days):
    assert days.sweep() == 0
    assert days.swept == []


def found(days: Days, sealed: list[bytes]) -> int:
    """Of how many age files any 24 bytes of their sealed part stand in a file of the records."""
    left = [path.read_bytes() for path in days.clinic.folder.glob("records.sqlite*")]
    have = {file[at : at + 24] for file in left for at in range(len(file) - 23)}
    return sum(any(one[a:b] in have for a, b in pairwise(range(700, len(one), 24))) for one in sealed)
