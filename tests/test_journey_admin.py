"""Stories of the admin at the kiosk: who may do what, and everything behind the hub."""

from __future__ import annotations

from conftest import NAME, WORDS, Opens
from finger import Finger

from kiosk.store.staffing import Staffing


def unlocks(finger: Finger, words: str = WORDS) -> None:
    for word in words.split():
        finger.types(word + " ")
    finger.until(lambda: finger.desk.page == "Visits")


def calls_staff(finger: Finger) -> None:
    finger.taps("Touch anywhere to start")
    finger.desk.staffGesture()


def test_the_admin_lets_a_colleague_read_who_then_finds_no_admin_pages(opens: Opens) -> None:
    finger = opens()
    calls_staff(finger)
    unlocks(finger)
    finger.taps("This kiosk", "Admin: content, settings, staff", "Staff", "Add somebody")
    assert finger.sees("Reads answers. Changes nothing else.")
    finger.types("bea")
    finger.taps("Next")
    words = " ".join(row.title for row in finger.desk.staff.members.shown.rows)
    finger.taps("They are written down")
    for word in words.split():
        finger.types(word + " ")
    finger.until(lambda: finger.sees("bea can unlock with the new words from now on."))
    assert finger.reads("Reads answers")
    finger.taps("Back")
    assert finger.tells("Staff") == "Admins: 1. Other staff: 1."
    finger.taps("Lock now")
    calls_staff(finger)
    finger.taps("bea")
    unlocks(finger, words)
    finger.taps("This kiosk")
    assert not finger.sees("Admin: content, settings, staff")
    finger.taps("Staff: who can read the records")
    assert not finger.sees("Add somebody")
    assert finger.sees("New words for bea")
    assert not finger.sees(f"New words for {NAME}")


def test_a_second_admin_is_made_and_the_first_one_steps_back(opens: Opens) -> None:
    finger = opens()
    keyring = finger.kiosk._furniture.keyring
    calls_staff(finger)
    unlocks(finger)
    staffing = Staffing(keyring, finger.desk.staff._session.identity, finger.kiosk._wrap, finger.kiosk._unwrap)
    joining = staffing.add("Bea", finger.kiosk._furniture.words)
    staffing.join(joining, joining.words)
    finger.taps("This kiosk", "Admin: content, settings, staff", "Staff", "Make Bea an admin")
    finger.until(lambda: finger.sees("Bea is an admin from now on."))
    finger.taps(f"Make {NAME} no admin")
    finger.until(lambda: finger.sees(f"{NAME} is no admin any more."))
    assert not finger.sees("Add somebody")
    assert [(one.name, one.role) for one in keyring.staff] == [(NAME, "staff"), ("Bea", "admin")]
    finger.taps("Back")
    assert finger.sees("This kiosk")
