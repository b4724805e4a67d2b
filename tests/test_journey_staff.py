"""Stories of staff at the kiosk: the first set-up, unlocking, a code that is found, a record that is dealt with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clinic import CANARY, draft
from conftest import NAME, WORDS
from finger import Finger


@pytest.fixture
def staff(opens: Callable[..., Finger]) -> Finger:
    """A kiosk with one sent record, at the page where staff unlock it."""
    finger = opens()
    alert = {"level": "CAUTION", "linkId": "weight", "question": "Your weight?", "answer": "61.50", "text": "Look."}
    rest = {"product": "any", "jurisdiction": "US", "source": "Label", "reviewed": ""}
    finger.kiosk.staff._desktop.archive.keep(draft(alerts=({**alert, **rest},), areas={"face-map.svg": ("forehead",)}))
    finger.taps("Touch anywhere to start")
    finger.desk.staffGesture()
    return finger


def unlocks(finger: Finger) -> None:
    for word in WORDS.split():
        finger.types(word + " ")
    finger.until(lambda: finger.desk.page == "Visits")


def test_a_nurse_finds_a_record_by_its_code_and_marks_it_read(staff: Finger) -> None:
    unlocks(staff)
    assert not staff.reads(CANARY)
    code = staff.desk.staff.visits.rows[0].code
    staff.taps("Find a visit")
    staff.types(code.lower())
    staff.taps("Open")
    assert staff.sees(f"Ana {CANARY}")
    assert staff.reads("CAUTION: Your weight? 61.50")
    assert staff.sees("Identity not verified")
    staff.taps("Name and birth date checked")
    assert staff.sees(f"Checked by {NAME}")
    staff.taps("Mark as reviewed", "All visits")
    assert not staff.reads(CANARY)
    staff.taps(code)
    assert staff.sees(f"Reviewed, {NAME}")


def test_a_record_is_deleted_only_after_one_question(staff: Finger) -> None:
    unlocks(staff)
    code = staff.desk.staff.visits.rows[0].code
    staff.taps(code, "Delete", "Keep them")
    assert staff.sees(f"Ana {CANARY}")
    staff.taps("Delete", "Delete for good")
    assert staff.reads("No visits yet")


def test_where_a_record_can_be_printed_is_shown_and_left_again(staff: Finger) -> None:
    unlocks(staff)
    staff.taps(staff.desk.staff.visits.rows[0].code, "Print or PDF")
    staff.until(lambda: not staff.desk.staff.papers.busy)
    assert staff.reads("Paper and files are not locked")
    staff.taps("Back to the record")
    assert staff.sees(f"Ana {CANARY}")


def test_locking_leaves_nothing_of_the_record_on_the_screen(staff: Finger) -> None:
    unlocks(staff)
    staff.taps(staff.desk.staff.visits.rows[0].code)
    assert staff.reads(CANARY)
    staff.taps("Lock now")
    assert staff.sees("Touch anywhere to start")
    assert not staff.reads(CANARY)


def test_a_deserted_record_goes_back_to_the_patients_by_itself(staff: Finger) -> None:
    unlocks(staff)
    staff.taps(staff.desk.staff.visits.rows[0].code)
    staff.waits(130)
    assert staff.sees("Touch anywhere to start")
    assert not staff.reads(CANARY)


def test_the_program_ends_only_after_one_question(staff: Finger) -> None:
    ended = []
    staff.kiosk.staff.left.disconnect(staff.kiosk.quit)
    staff.kiosk.staff.left.connect(lambda: ended.append(True))
    unlocks(staff)
    staff.taps("This kiosk", "End program", "Keep it running", "End program")
    assert ended == []
    staff.taps("End it now")
    assert ended == [True]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_the_first_set_up_leads_to_an_open_questionnaire(
    opens: Callable[..., Finger], tmp_path: Path, size: tuple[int, int]
) -> None:
    finger = opens(folder=tmp_path, size=size)
    finger.taps("Touch anywhere to start")
    finger.desk.staffGesture()
    finger.types("ana")
    finger.taps("Next")
    words = [row.title for row in finger.desk.founding.shown.rows]
    assert all(finger.sees(f"{number}, {word}") for number, word in enumerate(words, start=1))
    finger.taps("I wrote them down")
    assert not any(finger.sees(f"{number}, {word}") for number, word in enumerate(words, start=1))
    for word in words:
        finger.types(word.replace("-", "") + " ")
    finger.taps("I have it on paper")
    finger.until(lambda: finger.desk.founding.step == "done")
    finger.taps("Done", "Touch anywhere to start")
    assert finger.desk.asking.open
    finger.desk.staffGesture()
    assert finger.sees("Unlock staff view")
    assert finger.desk.staff.name == "ana"
