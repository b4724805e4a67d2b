"""What else staff see: names searched for, the log, who can read, notices, the whole time the desk may stay open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from office import CANARY, WORDS, Office, office, shown

from kiosk.domain.office import Refused
from kiosk.settings import RESOURCES
from kiosk.store.audit import Event
from kiosk.viewmodels import events
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.admin import PAGES
from kiosk.viewmodels.desktop import Desktop
from kiosk.viewmodels.ledger import FILE
from kiosk.viewmodels.name_search import BATCH, SHOWN
from kiosk.viewmodels.staff import LONGEST, QUIET, WARNING

pytestmark = pytest.mark.usefixtures("qapp")
WRONG = ("zebra",) * 5
NAMES = ("Ana Núñez", "Jordan Perez", "María Pérez López", "Ana-Lena Groß")


@pytest.fixture
def desk(clock, tmp_path: Path) -> Office:
    return office(clock, Access(("en",), tmp_path, 4.03), RESOURCES / "content" / "pictures")


@pytest.fixture
def named(desk: Office) -> Office:
    """An unlocked desk with four visits."""
    for number, name in enumerate(NAMES):
        desk.add(f"MAPLE {10 + number}", name=name)
    desk.unlocks()
    return desk


def changed(desk: Office, **how: object) -> Desktop:
    made = replace(desk.staff._desktop, **how)
    desk.furnish(made)
    return made


def search(desk: Office, name: str) -> list[str]:
    desk.staff.finder.findByName(True)
    desk.staff.finder.byName.type(name)
    desk.staff.finder.byName.search()
    while desk.staff.finder.byName.running:
        desk.background.finish()
    desk.background.finish()
    return [row.title for row in desk.staff.finder.byName.matches.rows]


# The search by name


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nunez", ["Ana Núñez"]),
        ("PEREZ", ["Jordan Perez", "María Pérez López"]),
        ("lopez maria", ["María Pérez López"]),
        ("ana", ["Ana Núñez", "Ana-Lena Groß"]),
        ("gross", ["Ana-Lena Groß"]),
        ("jordam", ["Jordan Perez"]),
        ("xavier", []),
    ],
)
def test_a_name_is_found_however_it_is_typed(named: Office, typed: str, found: list[str]):
    assert search(named, typed) == found
    assert named.staff.finder.byName.done


def test_a_match_opens_its_record_and_the_search_is_forgotten(named: Office):
    search(named, "nunez")
    row = named.staff.finder.byName.matches.rows[0]
    assert (row.code, row.born) == ("MAPLE 10", "3/14/85")
    named.staff.show(row.key)
    assert named.staff.chart.patient == "Ana Núñez"
    assert "Núñez" not in shown(named.staff.finder.byName)
    assert not named.staff.finder.finding


def test_how_far_the_search_is_shows_and_it_can_be_cancelled(desk: Office):
    desk.add(*(f"MAPLE {number}" for number in range(2 * BATCH + 7)), name=f"Ana {CANARY}")
    desk.unlocks()
    by_name = desk.staff.finder.byName
    desk.staff.finder.findByName(True)
    by_name.type("ana")
    by_name.search()
    desk.background.finish()
    assert (by_name.looked, by_name.total, by_name.running, by_name.done) == (BATCH, 2 * BATCH + 7, True, False)
    by_name.cancel()
    desk.background.finish()
    assert (by_name.looked, by_name.running, by_name.done) == (BATCH, False, False)
    assert len(by_name.matches.rows) == SHOWN


def test_records_that_do_not_open_are_counted(named: Office):
    named.archive.sealed.add("MAPLE 11")
    assert search(named, "perez") == ["María Pérez López"]
    assert (named.staff.finder.byName.looked, named.staff.finder.byName.closed) == (4, 1)


def test_nothing_of_a_search_is_left_when_it_is_locked(named: Office):
    by_name = named.staff.finder.byName
    search(named, "nunez")
    assert "Núñez" in shown(by_name)
    named.staff.finder.findByName(True)
    by_name.type("perez")
    by_name.search()
    named.locks_up()
    named.background.finish()
    assert not by_name.running
    assert by_name.matches.rows == ()
    assert by_name.text == ""
    by_name.type("perez")
    by_name.search()
    assert named.background.waiting == []


def test_a_search_without_a_name_or_a_disk_says_so(named: Office):
    assert search(named, "  ") == []
    assert "name first" in named.staff.finder.byName.problem
    named.archive.fault = "The records cannot be read."
    assert search(named, "ana") == []
    assert named.staff.finder.byName.problem == "The records cannot be read."
    assert not named.staff.finder.byName.running


def test_in_a_copy_the_code_is_found_inside_the_records(named: Office):
    changed(named, coded=False)
    named.unlocks()
    named.staff.finder.find(True)
    named.staff.finder.type("maple12")
    named.staff.finder.open()
    named.background.finish()
    assert named.staff.chart.code == "MAPLE 12"
    named.staff.leave()
    named.staff.finder.find(True)
    named.staff.finder.type("MAPLE 99")
    named.staff.finder.open()
    named.background.finish()
    assert named.staff.finder.byName.problem == "No visit has this code. Please check it."


# A copy


def test_a_copy_is_read_and_not_changed(named: Office):
    changed(named, settled=True, journal=None, circle=None)
    named.unlocks()
    staff = named.staff
    staff.show("MAPLE 10")
    staff.review()
    staff.confirmIdentity()
    staff.delete()
    assert (staff.chart.reviewedBy, staff.chart.identityBy) == ("", "")
    assert "MAPLE 10" in named.archive.records
    assert (staff.settled, staff.logged, staff.peopled) == (True, False, False)


# What whoever unlocks must know


def test_wrong_passphrases_are_shown_to_whoever_unlocks_next(desk: Office):
    desk.tries(*WRONG)
    desk.clock.wait(3600)
    desk.tries(*WRONG)
    desk.unlocks()
    said = [row.label.replace("\N{NARROW NO-BREAK SPACE}", " ") for row in desk.staff.notices.rows]
    assert said == ["Wrong passphrases since the last visit: 2, the first Tuesday 9:31 AM."]
    assert desk.journal.events == ["unlock-failed", "unlock-failed", "unlocked"]
    assert desk.journal.lines[0].counts == {"misses": 2}
    desk.locks_up()
    assert desk.staff.notices.rows == ()
    desk.unlocks()
    assert desk.staff.notices.rows == ()


def test_an_old_wrong_passphrase_shows_with_its_date(desk: Office):
    desk.tries(*WRONG)
    desk.clock.wait(8 * 86_400)
    desk.unlocks()
    assert "11/24/26" in desk.staff.notices.rows[0].label


def test_notices_of_the_machine_show_after_unlocking(desk: Office):
    desk.notices = ("Fingerprint of the keys: otter lilac", "The disk is nearly full.")
    desk.unlocks()
    assert [row.label for row in desk.staff.notices.rows] == list(desk.notices)


# The whole time


def test_after_fifteen_minutes_it_locks_whatever_is_touched(desk: Office):
    desk.unlocks()
    for _ in range(LONGEST - 1):
        desk.waits(1)
        desk.staff.touch()
    assert desk.heard == ["unlocked"]
    assert (desk.staff.secondsLeft, desk.staff.closing, desk.staff.spent) == (1, True, True)
    desk.waits(1)
    assert desk.heard == ["unlocked", "locked"]
    desk.staff.forget()
    desk.unlocks()
    assert desk.staff.secondsLeft == QUIET


def test_the_last_fifteen_seconds_are_counted_down(desk: Office):
    desk.unlocks()
    desk.waits(QUIET - WARNING - 1)
    assert not desk.staff.closing
    desk.waits(1)
    assert (desk.staff.closing, desk.staff.spent, desk.staff.locksIn) == (True, False, "0:15")
    desk.staff.touch()
    assert not desk.staff.closing


# The log


def test_what_staff_do_is_noted_in_the_log(named: Office):
    named.staff.show("MAPLE 10")
    named.staff.askPaper()
    named.background.finish()
    named.staff.papers.printOn("Front desk")
    named.background.finish()
    named.staff.papers.saveIn("Stick")
    named.background.finish()
    assert named.journal.events == ["unlocked", "record-opened", "printed", "saved"]
    assert {line.by for line in named.journal.lines} == {"J. Park, RN"}
    assert named.journal.lines[0].counts == {"record": 100}


def test_what_could_not_be_printed_is_not_noted(named: Office):
    named.paper.fault = Refused("No paper.")
    named.staff.show("MAPLE 10")
    named.staff.askPaper()
    named.background.finish()
    named.staff.papers.printOn("Front desk")
    named.background.finish()
    assert "printed" not in named.journal.events


@pytest.fixture
def ledger(named: Office) -> Office:
    """The log with twenty lines, open at its newest page."""
    for number in range(19):
        named.journal.note("record-opened", "Ana", record=number)
    named.staff.go("Ledger")
    named.background.finish()
    return named


def test_the_log_is_read_newest_first_and_leafed_through(ledger: Office):
    log = ledger.staff.ledger
    assert (log.count, log.pages, log.pageNumber) == (20, 3, 1)
    row = log.rows.rows[0]
    assert (row.number, row.title, row.label, row.by) == (20, "Answers were opened", "record 18", "Ana")
    for page in (2, 3, 3):
        log.turn(1)
        ledger.background.finish()
        assert log.pageNumber == page
    assert log.rows.rows[-1].title == "Unlocked"
    log.turn(-5)
    ledger.background.finish()
    assert log.pageNumber == 1


def test_a_check_of_the_log_says_complete_or_what_is_wrong(ledger: Office):
    log = ledger.staff.ledger
    log.verify()
    assert log.busy
    ledger.background.finish()
    assert (log.complete, log.faults.rows) == (True, ())
    ledger.journal.wrong = ("Entry 3 of the audit log is missing.",)
    log.verify()
    ledger.background.finish()
    assert not log.complete
    assert [row.label for row in log.faults.rows] == list(ledger.journal.wrong)
    ledger.journal.fault = "The records cannot be read."
    log.verify()
    ledger.background.finish()
    assert log.problem == "The records cannot be read."


def test_the_log_is_saved_as_a_text(ledger: Office):
    papers = ledger.staff.papers
    ledger.staff.ledger.askSave()
    ledger.background.finish()
    assert (papers.printable, [row.title for row in papers.places.rows]) == (False, ["Charts", "Stick"])
    papers.saveIn("Stick")
    ledger.background.finish()
    assert ledger.paper.made == [("20 lines", FILE, "Stick")]
    assert papers.note == "Saved in Stick as audit-log.txt."
    assert ledger.journal.events[-1] == "audit-exported"


def test_a_locked_desk_shows_no_log_and_nobody(named: Office):
    named.locks_up()
    named.heard.clear()
    for page in ("Ledger", "Members", "Office"):
        named.staff.go(page)
    named.staff.ledger.turn(0)
    named.staff.ledger.verify()
    named.staff.members.add()
    named.staff.members.renew("Ana")
    named.staff.members.reseal()
    assert (named.heard, named.background.waiting) == ([], [])


def test_every_event_of_the_log_has_its_words():
    assert [event for event in Event if events.sentence(event.value) == event.value] == []
    assert events.sentence("from-a-newer-version") == "from-a-newer-version"
    assert events.details({"record": 3, "head": "ab", "records": 9}) == "record 3"


# Who can read


@pytest.fixture
def staffed(desk: Office) -> Office:
    desk.unlocks()
    desk.staff.go("Members")
    desk.background.finish()
    return desk


def takes(desk: Office, *words: str) -> None:
    for word in words:
        desk.staff.members.passwords.take(word)


def test_somebody_joins_when_their_words_are_typed_back(staffed: Office):
    members = staffed.staff.members
    assert [(row.title, row.own) for row in members.rows.rows] == [("J. Park, RN", True), ("Ana", False)]
    members.add()
    members.next()
    assert "name first" in members.problem
    for letter in "Bebe":
        members.type(letter)
    members.erase()
    members.erase()
    members.type("n")
    members.next()
    assert [row.title for row in members.shown.rows] == list(WORDS)
    members.next()
    assert (members.step, members.shown.rows) == ("typing", ())
    takes(staffed, *WRONG)
    assert "not the ones shown" in members.problem
    members.back()
    assert members.step == "words"
    members.next()
    takes(staffed, *WORDS)
    assert members.step == "working"
    staffed.background.finish()
    assert staffed.circle.made == [("Ben", " ".join(WORDS))]
    assert (members.step, members.note) == ("list", "Ben can unlock with the new words from now on.")
    assert [row.title for row in members.rows.rows][-1] == "Ben"


def test_a_name_that_is_taken_is_said_to_be(staffed: Office):
    members = staffed.staff.members
    members.add()
    members.type("Ana")
    members.next()
    assert (members.step, members.problem) == ("name", "There is somebody of that name already.")


def test_new_words_for_a_colleague_who_lost_theirs(staffed: Office):
    members = staffed.staff.members
    members.renew("Ana")
    assert (members.step, members.subject, members.own) == ("words", "Ana", False)
    members.next()
    takes(staffed, *WORDS)
    staffed.background.finish()
    assert staffed.circle.made == [("Ana", " ".join(WORDS))]


def test_a_colleague_is_removed_after_one_question_and_never_oneself(staffed: Office):
    members = staffed.staff.members
    members.askRemove("J. Park, RN")
    assert members.step == "list"
    members.askRemove("Ana")
    members.back()
    assert staffed.circle.members == ["J. Park, RN", "Ana"]
    members.askRemove("Ana")
    members.remove()
    staffed.background.finish()
    staffed.background.finish()
    assert staffed.circle.members == ["J. Park, RN"]
    assert members.older == 3


def test_older_records_are_sealed_anew_with_progress(staffed: Office):
    members = staffed.staff.members
    staffed.circle.waiting = 5
    staffed.staff.go("Members")
    staffed.background.finish()
    assert members.older == 5
    members.reseal()
    assert (members.step, members.looked, members.total) == ("resealing", 0, 5)
    staffed.background.finish()
    staffed.background.finish()
    assert members.note == "Sealed anew: 5. Not opened by your key: 0."
    assert members.older == 0


def test_sealing_anew_ends_when_it_is_cancelled_or_the_desk_is_locked(staffed: Office):
    members = staffed.staff.members
    for end in (members.cancel, staffed.locks_up):
        staffed.circle.waiting = 5
        staffed.staff.go("Members")
        staffed.background.finish()
        members.reseal()
        end()
        staffed.background.finish()
        assert staffed.circle.waiting == 5


@pytest.mark.parametrize("fault", [Refused("The disk is full."), OSError(28, "No space left", "/data/keys")])
def test_a_change_that_cannot_be_written_is_said_without_a_path(staffed: Office, fault: Exception):
    members = staffed.staff.members
    staffed.circle.fault = fault
    members.askRemove("Ana")
    members.remove()
    staffed.background.finish()
    assert members.step == "list"
    assert members.problem
    assert "data" not in members.problem
    members.renew("Ana")
    members.next()
    takes(staffed, *WORDS)
    staffed.background.finish()
    assert members.problem


def test_new_words_are_forgotten_when_the_desk_is_locked(staffed: Office):
    members = staffed.staff.members
    members.renew("Ana")
    staffed.locks_up()
    assert members._joining is None
    assert not any(word in shown(members) for word in WORDS)


def test_who_was_seen_when(desk: Office):
    """The day a search shows is the day the record was sent."""
    desk.add("MAPLE 10", sent=desk.clock.now() - timedelta(days=3), name="Ana Ruiz")
    desk.unlocks()
    search(desk, "ruiz")
    assert desk.staff.finder.byName.matches.rows[0].day == "11/21/26"


# The system's print window


def test_the_systems_print_window_chooses_printer_and_copies(named: Office):
    changed(named, dialog=lambda: ("Front desk", 2))
    named.unlocks()
    named.staff.show("MAPLE 10")
    named.staff.askPaper()
    named.background.finish()
    assert named.staff.papers.systems
    named.staff.papers.choose()
    named.background.finish()
    assert named.paper.made == [("MAPLE 10", "J. Park, RN", "Front desk")] * 2


def test_a_print_window_that_was_cancelled_or_outlived_the_desk_prints_nothing(named: Office):
    def window() -> tuple[str, int]:
        named.locks_up()
        return "Front desk", 1

    for dialog in (lambda: ("", 0), window):
        changed(named, dialog=dialog)
        named.unlocks()
        named.staff.show("MAPLE 10")
        named.staff.askPaper()
        named.background.finish()
        named.staff.papers.choose()
        named.background.finish()
        assert named.paper.made == []


# Roles and the admins' hub


def listed(desk: Office) -> list[str]:
    return [row.key for row in desk.staff.hub.rows.rows]


def test_an_admin_reaches_the_hub_and_goes_back_there(named: Office):
    staff = named.staff
    assert staff.admin
    staff.go("Office")
    staff.go("Admin")
    assert named.heard[-1] == "Admin"
    assert listed(named)[-2:] == ["Members", "Ledger"]
    staff.go("Ledger")
    staff.up()
    assert named.heard[-1] == "Admin"
    staff.go("Office")
    staff.go("Members")
    staff.up()
    assert named.heard[-1] == "Office"


def test_whoever_is_no_admin_opens_no_page_of_admins(desk: Office):
    desk.locks.staff = {"J. Park, RN"}
    desk.unlocks()
    assert not desk.staff.admin
    before = len(desk.heard)
    for page in PAGES:
        desk.staff.go(page)
    assert desk.heard[before:] == []


def test_a_copy_of_the_records_has_no_hub(named: Office):
    changed(named, circle=None)
    named.unlocks()
    assert not named.staff.admin
    named.staff.go("Admin")
    assert "Admin" not in named.heard


def test_whoever_is_no_admin_changes_only_their_own_words(desk: Office):
    desk.locks.staff = {"J. Park, RN"}
    desk.unlocks()
    desk.staff.go("Members")
    members = desk.staff.members
    assert not members.leads
    members.add()
    members.renew("Ana")
    members.askRemove("Ana")
    members.appoint("J. Park, RN", True)
    assert (members.step, desk.circle.roles) == ("list", {})
    members.renew("J. Park, RN")
    assert members.step == "words"


def test_roles_are_shown_given_and_changed(named: Office):
    named.locks.staff = {"Ana"}
    named.staff.go("Members")
    members = named.staff.members
    assert [(row.title, row.label) for row in members.rows.rows] == [
        ("J. Park, RN", "You · Admin"),
        ("Ana", "Reads answers"),
    ]
    members.appoint("Ana", True)
    named.background.finish()
    assert (named.circle.roles, members.note) == ({"Ana": "admin"}, "Ana is an admin from now on.")
    members.add()
    assert not members.admin
    members.beAdmin(True)
    members.type("Ben")
    members.next()
    assert named.circle.roles["Ben"] == "admin"


def test_a_refusal_to_change_a_role_is_a_sentence(named: Office):
    named.circle.fault = Refused("J. Park, RN is the last admin. Make somebody else an admin first.")
    named.staff.go("Members")
    named.staff.members.appoint("J. Park, RN", False)
    named.background.finish()
    assert "last admin" in named.staff.members.problem
