"""Staff unlock, find and read what was sent; what they opened is gone when the desk locks."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from office import CANARY, STROKES, WORDS, Office, alert, line, office, score, shown, titles

from kiosk.domain.office import Refused
from kiosk.domain.record import OpenRecord
from kiosk.domain.values import Absent
from kiosk.settings import RESOURCES
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.staff import MISSES, PAGE, PAUSE, QUIET

pytestmark = pytest.mark.usefixtures("qapp")
WRONG = ("zebra",) * 5


@pytest.fixture
def desk(clock, tmp_path) -> Office:
    return office(clock, Access(("en",), tmp_path, 4.03), RESOURCES / "content" / "pictures")


@pytest.fixture
def open_desk(desk) -> Office:
    desk.add(*(f"MAPLE {number}" for number in range(10, 24)))
    desk.unlocks()
    return desk


# Unlocking


def test_the_only_name_there_is_is_chosen_already(desk):
    assert desk.staff.name == "J. Park, RN"
    assert [row.chosen for row in desk.staff.names.rows] == [True]


def test_of_several_names_staff_choose_one_before_anything_is_tried(desk):
    desk.locks.names = ("J. Park, RN", "Ana Núñez")
    desk.staff.forget()
    assert desk.staff.name == ""
    desk.tries(*WORDS)
    assert desk.locks.tries == 0
    assert "name first" in desk.staff.problem
    desk.staff.be("J. Park, RN")
    desk.unlocks()
    assert [row.chosen for row in desk.staff.names.rows] == [True, False]


def test_five_words_open_the_list(desk):
    desk.add("MAPLE 10")
    for word in WORDS:
        desk.staff.passwords.take(word)
    assert desk.staff.busy
    assert not desk.staff.open
    desk.background.finish()
    assert desk.staff.open
    assert not desk.staff.busy
    assert desk.heard == ["unlocked"]
    assert [row.code for row in desk.staff.visits.rows] == ["MAPLE 10"]


def test_other_words_are_forgotten_and_said_to_be_wrong(desk):
    desk.tries(*WRONG)
    assert desk.staff.problem == "Those words do not open this key."
    assert not any(slot.done for slot in desk.staff.passwords.slots.rows)
    assert desk.heard == []


def test_after_ten_misses_there_is_a_pause_and_nobody_is_locked_out(desk):
    for _ in range(MISSES - 1):
        desk.tries(*WRONG)
    assert desk.staff.pause == 0
    desk.tries(*WRONG)
    assert desk.staff.pause == PAUSE
    desk.tries(*WORDS)
    assert desk.locks.tries == MISSES
    assert not any(slot.done for slot in desk.staff.passwords.slots.rows)
    desk.clock.wait(PAUSE - 0.5)
    assert desk.staff.pause == 1
    desk.clock.wait(0.5)
    assert desk.staff.pause == 0
    desk.unlocks()


def test_going_back_to_the_patients_does_not_shorten_the_pause(desk):
    for _ in range(MISSES):
        desk.tries(*WRONG)
    desk.locks_up()
    assert desk.staff.pause == PAUSE


def test_a_key_that_opens_after_the_desk_was_left_opens_nothing(desk):
    for word in WORDS:
        desk.staff.passwords.take(word)
    desk.locks_up()
    desk.background.finish()
    assert not desk.staff.open
    assert not desk.staff.busy
    assert desk.heard == ["locked"]


# Locking


def test_the_desk_locks_itself_when_nobody_touches_it(open_desk):
    open_desk.waits(8)
    assert open_desk.staff.locksIn == "1:52"
    open_desk.waits(QUIET - 9)
    assert open_desk.staff.secondsLeft == 1
    assert "locked" not in open_desk.heard
    open_desk.waits(1)
    assert open_desk.heard[-1] == "locked"


def test_a_touch_keeps_it_open(open_desk):
    open_desk.waits(QUIET - 1)
    open_desk.staff.touch()
    open_desk.waits(QUIET - 1)
    assert "locked" not in open_desk.heard


def test_it_does_not_lock_while_a_key_is_being_opened(desk):
    for word in WORDS:
        desk.staff.passwords.take(word)
    desk.waits(QUIET + 5)
    assert desk.heard == []
    desk.background.finish()
    assert desk.staff.secondsLeft == QUIET


def test_nothing_of_a_record_or_a_key_is_left_when_it_is_locked(open_desk):
    staff = open_desk.staff
    key = weakref.ref(staff._identity)
    staff.show("MAPLE 10")
    record = id(staff.chart.record)
    staff.askPaper()
    open_desk.background.finish()
    staff.passwords.type("c")
    assert CANARY in shown(staff) + shown(staff.chart)
    assert key() is not None

    open_desk.archive.records.clear()
    open_desk.locks_up()

    assert not staff.open
    assert CANARY not in shown(staff) + shown(staff.chart)
    assert "MAPLE" not in shown(staff) + shown(staff.chart)
    assert staff.passwords.letters == ""
    assert staff.passwords.phrase == ""
    gc.collect()
    assert key() is None
    assert record not in [id(thing) for thing in gc.get_objects() if isinstance(thing, OpenRecord)]


def test_a_locked_desk_opens_and_changes_no_record(open_desk):
    open_desk.staff.show("MAPLE 10")
    open_desk.background.finish()
    open_desk.locks_up()
    open_desk.heard.clear()
    for act in (open_desk.staff.review, open_desk.staff.confirmIdentity, open_desk.staff.delete):
        act()
    open_desk.staff.show("MAPLE 10")
    open_desk.staff.finder.type("MAPLE 10")
    open_desk.staff.finder.open()
    open_desk.staff.turn(1)
    open_desk.staff.papers.printOn("Front desk")
    open_desk.staff.leaveKiosk()
    assert open_desk.heard == []
    assert open_desk.background.waiting == []
    assert open_desk.staff.visits.rows == ()
    assert open_desk.archive.records["MAPLE 10"].head.reviewed_by == ""


# The list


def test_the_list_shows_six_a_page_and_stays_between_its_ends(open_desk):
    staff = open_desk.staff
    assert (staff.count, staff.pages, staff.pageNumber) == (14, 3, 1)
    assert [row.code for row in staff.visits.rows] == [f"MAPLE {n}" for n in range(10, 10 + PAGE)]
    staff.turn(-1)
    assert staff.pageNumber == 1
    staff.turn(1)
    staff.turn(1)
    staff.turn(1)
    assert staff.pageNumber == 3
    assert [row.code for row in staff.visits.rows] == ["MAPLE 22", "MAPLE 23"]


def test_the_list_shows_no_name_and_no_answer(open_desk):
    assert CANARY not in shown(open_desk.staff) + shown(open_desk.staff.chart)


def test_a_row_says_how_grave_its_record_is_and_who_has_read_it(desk):
    desk.add("MAPLE 10")
    desk.add("MAPLE 11", alerts=(alert("INFO", "a"), alert("CAUTION", "b"), alert("CAUTION", "c")))
    desk.add("MAPLE 12", alerts=())
    desk.archive.mark_reviewed("MAPLE 12", "Ana Núñez")
    desk.unlocks()
    told = [(row.level, row.tag, row.reviewed) for row in desk.staff.visits.rows]
    assert told == [("STOP-ASK", "1 STOP-ASK", ""), ("CAUTION", "2 CAUTION", ""), ("", "No alerts", "Ana Núñez")]


def test_a_row_says_when_it_was_sent(desk):
    for days in (0, 1, 40):
        desk.add(f"MAPLE {10 + days}", sent=desk.clock.now() - timedelta(days=days))
    desk.unlocks()
    assert [row.day for row in desk.staff.visits.rows] == ["Today", "Yesterday", "10/15/26"]
    assert {row.time.replace("\N{NARROW NO-BREAK SPACE}", " ") for row in desk.staff.visits.rows} == {"9:31 AM"}


def test_a_record_that_does_not_open_says_why_and_the_others_show(open_desk):
    open_desk.archive.sealed.add("MAPLE 10")
    open_desk.staff.turn(0)
    assert [row.tag for row in open_desk.staff.visits.rows][:2] == [
        "This record is sealed to other keys.",
        "1 STOP-ASK",
    ]
    open_desk.heard.clear()
    open_desk.staff.show("MAPLE 10")
    assert open_desk.staff.problem == "This record is sealed to other keys."
    assert open_desk.heard == []


def test_a_list_that_cannot_be_read_says_so(desk):
    desk.archive.fault = "The records cannot be read."
    desk.unlocks()
    assert desk.staff.problem == "The records cannot be read."
    assert desk.staff.visits.rows == ()


def test_a_code_opens_its_record(open_desk):
    staff = open_desk.staff
    staff.finder.find(True)
    for letter in "maple 13":
        staff.finder.type(letter)
    assert staff.finder.code == "MAPLE 13"
    staff.finder.open()
    assert open_desk.heard[-1] == "opened"
    assert staff.chart.code == "MAPLE 13"
    assert (staff.finder.finding, staff.finder.code) == (False, "")


def test_an_unknown_code_opens_nothing_until_it_is_mended(open_desk):
    staff = open_desk.staff
    staff.finder.find(True)
    staff.finder.type("MAPLE 133")
    staff.finder.open()
    assert "No visit has this code" in staff.finder.problem
    assert open_desk.heard == ["unlocked"]
    staff.finder.erase()
    assert staff.finder.problem == ""
    staff.finder.open()
    assert staff.chart.code == "MAPLE 13"


def test_a_disk_that_fails_while_a_code_is_looked_up_is_named(open_desk):
    open_desk.archive.fault = "The records cannot be read."
    open_desk.staff.finder.find(True)
    open_desk.staff.finder.open()
    assert open_desk.staff.finder.problem == "The records cannot be read."


# One record


@pytest.fixture
def record(open_desk) -> Office:
    open_desk.staff.show("MAPLE 10")
    return open_desk


def test_the_gravest_alert_comes_first_and_says_where_it_comes_from(record):
    rows = record.staff.chart.alerts.rows
    assert [row.level for row in rows] == ["STOP-ASK", "CAUTION", "INFO"]
    assert rows[0].title == f"About medicine? {CANARY}"
    assert rows[0].source == "US. Label, section 4. Not yet checked by a clinician."


def test_an_alert_names_who_checked_it(desk):
    desk.add("MAPLE 10", alerts=(alert("INFO", "a", product="Botox", reviewed="J. Park, 2026-10-01"),))
    desk.unlocks()
    desk.staff.show("MAPLE 10")
    assert desk.staff.chart.alerts.rows[0].source == "Botox. US. Label, section 4. Checked: J. Park, 2026-10-01."


def test_what_to_talk_about_stands_together(record):
    told = [(row.label, row.own) for row in record.staff.chart.notes.rows]
    assert told == [
        ("Will tell you in the room: About medicine?", False),
        (f"“Does {CANARY} hurt?”", True),
        (f"Wants to talk about: Treatment {CANARY}", False),
    ]
    assert [row.label for row in record.staff.chart.read.rows] == [f"Page {CANARY}"]


def test_every_answer_shows_with_its_gravest_alert_and_the_signature(record):
    rows = record.staff.chart.answers.rows
    assert [(row.number, row.level) for row in rows] == [(1, "CAUTION"), (2, "STOP-ASK"), (3, "")]
    assert [row.strokes for row in rows] == ["", "", STROKES]


def reads(desk: Office, *lines: object, **changes: object) -> Office:
    """A record with these lines, open on the desk."""
    desk.add("MAPLE 10", **changes)
    desk.staff.furnish(replace(desk.staff._desktop, lines=lambda _response: lines))
    desk.unlocks()
    desk.staff.show("MAPLE 10")
    return desk


def test_scores_stand_apart_from_the_answers(desk):
    scores = (score("mood", "12", "Moderate"), score("worry", "", answered="7"), score("sleep", "0"))
    reads(desk, line("a"), line("mood"), line("sleep"), line("b"), scores=scores)
    told = [(row.title, row.answer, row.complete) for row in desk.staff.chart.scores.rows]
    assert told == [
        ("Total of mood", "12, Moderate", True),
        ("Total of worry", "No score: 7 of 9 answered", False),
        ("Total of sleep", "0", True),
    ]
    assert [(row.number, row.title) for row in desk.staff.chart.answers.rows] == [(1, "About a?"), (2, "About b?")]


def test_a_score_of_another_version_shows_what_it_has(desk):
    reads(desk, scores=({"band": "Mild", "complete": "yes"}, {}))
    assert [row.answer for row in desk.staff.chart.scores.rows] == ["Mild", "No score:  of  answered"]


def test_the_first_answer_under_a_heading_shows_it(desk):
    groups = ("", "Medicines 1", "Medicines 1", "Medicines 2", "")
    reads(desk, *(line(f"q{place}", group=group) for place, group in enumerate(groups)))
    assert [(row.heading, row.parted) for row in desk.staff.chart.answers.rows] == [
        ("", False),
        ("Medicines 1", True),
        ("", False),
        ("Medicines 2", True),
        ("", True),
    ]


def test_an_alert_marks_the_answer_it_was_raised_by_and_not_its_twin(desk):
    raised = (alert("CAUTION", "dose", place="1.0"), alert("INFO", "dose", place=""))
    reads(desk, line("dose", place="0.0"), line("dose", place="1.0"), alerts=raised)
    assert [row.level for row in desk.staff.chart.answers.rows] == ["", "CAUTION"]


def test_only_the_answer_that_was_left_for_the_room_is_to_be_talked_about(desk):
    left = line("dose", absent=Absent.IN_THE_ROOM, asked="Medicines 2 · Dose?")
    reads(desk, line("dose"), left, discuss=("dose",), questions=(), asks=())
    assert [row.label for row in desk.staff.chart.notes.rows] == ["Will tell you in the room: Medicines 2 · Dose?"]


def test_an_alert_without_an_answer_names_its_question_alone(desk):
    reads(
        desk,
        alerts=(
            alert("INFO", "a", ""),
            alert("INFO", "b", "", question="Dose"),
            alert("INFO", "c", "9 mg", question="Dose"),
        ),
    )
    assert [row.title for row in desk.staff.chart.alerts.rows] == ["About a?", "Dose", "Dose: 9 mg"]


def test_the_chosen_areas_show_on_the_face_and_in_words(record):
    staff = record.staff
    assert staff.chart.areaWords.replace("\N{NO-BREAK SPACE}", " ") == "2 Frown, 3 Crows"
    assert staff.chart.below.startswith("file:") or staff.chart.below.startswith("data:")
    assert staff.chart.box.width() > 0
    assert [row.number for row in staff.chart.callouts.rows] == [2, 3]
    assert [row.atLeft for row in staff.chart.callouts.rows] == [True, False]


def test_all_areas_of_the_face_keep_their_numbers_apart(desk):
    codes = ("forehead", "frown", "crows", "undereye", "nose", "smile", "lips", "marionette", "chin", "jaw", "neck")
    desk.add("MAPLE 10", areas={"face-map.svg": codes})
    desk.unlocks()
    desk.staff.show("MAPLE 10")
    rows = desk.staff.chart.callouts.rows
    box = desk.staff.chart.box
    assert sorted(row.number for row in rows) == list(range(1, 12))
    for side in (True, False):
        places = [row.labelY for row in rows if row.atLeft is side]
        assert all(after - before >= 70 for before, after in pairwise(places))
        assert box.top() < places[0] < places[-1] < box.bottom()
        assert all((row.areaX <= 0) is side or row.areaX == 0 for row in rows if row.atLeft is side)


def test_a_record_without_a_drawing_has_no_face(desk):
    desk.add("MAPLE 10", areas={"gone.svg": ("frown",)})
    desk.add("MAPLE 11", areas=None)
    desk.unlocks()
    for code in ("MAPLE 10", "MAPLE 11"):
        desk.staff.show(code)
        assert (desk.staff.chart.areaWords, desk.staff.chart.below, desk.staff.chart.callouts.rows) == ("", "", ())


def test_staff_make_sure_whose_record_it_is_and_mark_it_read(record):
    staff = record.staff
    assert (staff.chart.identityBy, staff.chart.reviewedBy) == ("", "")
    assert staff.chart.patient == f"Ana {CANARY}"
    assert staff.chart.born == "March 14, 1985"
    staff.confirmIdentity()
    staff.review()
    assert (staff.chart.identityBy, staff.chart.reviewedBy) == ("J. Park, RN", "J. Park, RN")
    staff.leave()
    assert staff.visits.rows[0].reviewed == "J. Park, RN"
    assert staff.chart.patient == ""


def test_a_mark_that_cannot_be_kept_is_said(record):
    record.archive.fault = "Nothing more can be written."
    record.staff.review()
    assert record.staff.problem == "Nothing more can be written."
    assert record.staff.chart.reviewedBy == ""


def test_the_record_says_which_words_the_patient_saw(record):
    assert record.staff.chart.provenance == "Record 100. Questionnaire first-visit|1. Content c0ffee. Language en."


def test_a_record_is_deleted_after_one_question(record):
    staff = record.staff
    staff.askDelete(True)
    assert staff.askingDelete
    staff.delete()
    assert "MAPLE 10" not in record.archive.records
    assert record.heard[-1] == "unlocked"
    assert (staff.chart.code, staff.askingDelete, staff.count) == ("", False, 13)


def test_a_record_that_cannot_be_deleted_stays_open(record):
    record.archive.fault = "Nothing more can be written."
    record.staff.askDelete(True)
    record.staff.delete()
    assert record.staff.chart.code == "MAPLE 10"
    assert record.staff.problem == "Nothing more can be written."
    assert not record.staff.askingDelete


def test_deleting_the_last_record_of_a_page_shows_the_page_before(desk):
    desk.add(*(f"MAPLE {number}" for number in range(10, 11 + PAGE)))
    desk.unlocks()
    desk.staff.turn(1)
    desk.staff.show(f"MAPLE {10 + PAGE}")
    desk.staff.delete()
    assert (desk.staff.pageNumber, len(desk.staff.visits.rows)) == (1, PAGE)


# Paper


def test_a_record_is_printed_and_saved_where_staff_say(record):
    staff = record.staff
    staff.askPaper()
    assert staff.papers.busy
    record.background.finish()
    assert (titles(staff.papers.printers), titles(staff.papers.places)) == (["Front desk"], ["Charts", "Stick"])
    staff.papers.printOn("Front desk")
    assert staff.papers.busy
    record.background.finish()
    assert staff.papers.note == "Sent to the printer Front desk."
    staff.papers.saveIn("Stick")
    record.background.finish()
    assert staff.papers.note == "Saved in Stick as MAPLE-10.pdf."
    assert record.paper.made == [("MAPLE 10", "J. Park, RN", "Front desk"), ("MAPLE 10", "J. Park, RN", "Stick")]
    staff.papers.close()
    assert (staff.papers.asking, staff.papers.note) == (False, "")


@pytest.mark.parametrize("fault", [Refused("No paper."), OSError(28, "No space left", "/media/stick/x.pdf")])
def test_what_could_not_be_printed_or_saved_is_said_without_a_path(record, fault):
    record.paper.fault = fault
    record.staff.askPaper()
    record.background.finish()
    record.staff.papers.saveIn("Stick")
    record.background.finish()
    assert record.staff.papers.problem
    assert "media" not in record.staff.papers.problem
    assert not record.staff.papers.busy


def test_two_touches_print_once(record):
    record.staff.askPaper()
    record.background.finish()
    record.staff.papers.printOn("Front desk")
    record.staff.papers.printOn("Front desk")
    record.background.finish()
    assert len(record.paper.made) == 1


def test_a_record_that_was_closed_hears_nothing_of_its_printing(record):
    staff = record.staff
    staff.askPaper()
    record.background.finish()
    staff.papers.printOn("Front desk")
    staff.leave()
    staff.show("MAPLE 11")
    record.background.finish()
    assert (staff.papers.note, staff.papers.busy, len(record.paper.made)) == ("", False, 1)
