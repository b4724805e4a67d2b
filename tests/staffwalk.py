"""Goes through every page of staff and admins, and of the set-up, and names each as it shows: on the kiosk itself and
in the window of a staff computer.

``furnish`` first makes the machine as full as a real one: two colleagues, several screens of visits, grave alerts,
printers, drives. A name says which way a page is looked at: ``staff Record``, ``set-up words``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from conftest import quick_unwrap, quick_wrap
from finger import NAME, WORDS, Finger
from newsstand import publishes
from office import Paper
from PySide6.QtCore import QCoreApplication

from kiosk.domain.record import Draft
from kiosk.domain.tally import Kind, timed
from kiosk.store.editions import Shelf
from kiosk.store.staffing import Staffing
from kiosk.viewmodels.staff import QUIET

COLLEAGUE = "Dr. María Fernández-Castellanos"
VISITS = 8
GRAVEST = ("STOP-ASK", "CAUTION", "INFO")
PALE = "hard to read"
"""A page that shows colours nobody can read, so as to say so."""
SECONDS = 10
"""Before the desk locks."""


class Drives:
    """In place of the drives of this machine, of which a test's may have none."""

    def __init__(self, vault: object) -> None:
        self.vault = vault

    def last(self) -> object:
        return self.vault.last()

    def places(self) -> tuple[str, ...]:
        return ("Drive BACKUP", "/media/front-desk/a-drive-with-a-long-name")


def furnish(finger: Finger) -> None:
    """Makes this kiosk's machine full; one record must have been sent already."""
    furniture = finger.kiosk._furniture
    draft = finger.record()[0].draft
    for number in range(VISITS):
        name = f"Jordan Perez-{number}" if number % 2 else f"Ana Núñez {number}"
        furniture.records.keep(visited(draft, number % (len(GRAVEST) + 1), name))
    counted(finger)
    identity = furniture.keyring.unlock(NAME, WORDS)
    staffing = Staffing(furniture.keyring, identity, quick_wrap, quick_unwrap)
    joining = staffing.add(COLLEAGUE, furniture.words)
    staffing.join(joining, joining.words)
    publishes(Shelf(finger.kiosk.options.data), finger.kiosk.options.content, finger.clock, activate=False)
    desktop = finger.desk.staff._desktop
    finger.desk.staff.furnish(replace(desktop, paper=Paper(), vault=Drives(desktop.vault)))


def visited(draft: Draft, alerts: int, name: str) -> Draft:
    """The same visit of somebody else, with this many alerts."""
    raised = tuple(
        {
            "level": level,
            "linkId": "conditions",
            "question": "Do you have any of these conditions?",
            "answer": "Myasthenia gravis or Lambert-Eaton syndrome",
            "text": "Do not treat before a physician has looked at this. Ask what was told, by whom, and when.",
            "product": "botulinum toxin",
            "jurisdiction": "US",
            "source": "Prescribing information, section 5.5, revised November 2025",
            "reviewed": "2026-01-15",
        }
        for level in GRAVEST[:alerts]
    )
    score = {"linkId": "mood", "question": "How you have felt", "total": "12", "band": "moderate", "complete": "yes"}
    asks = ({"id": "treatment/dermaplaning", "title": "Dermaplaning"},)
    return replace(draft, name=name, alerts=raised, scores=(score,), asks=asks, questions=("Will it hurt at all?",))


def counted(finger: Finger) -> None:
    """Forty visits of yesterday."""
    kept, day = finger.kiosk._furniture.records.counts, finger.clock.now().date() - timedelta(1)
    for number in range(40):
        place = number % 7
        cells = {(Kind.PAGE, "Home"), (Kind.TIME, timed("page/Home", place % 3)), (Kind.USED, "size")}
        cells |= {(Kind.TREATMENT, "neuromodulators"), (Kind.TIME, timed("treatment/neuromodulators", place % 4))}
        cells |= {(Kind.SENT, "") if place < 4 else (Kind.LEFT, "conditions" if place < 6 else "patient-name")}
        kept.add(day, cells)


def kiosk_pages(finger: Finger, language: str) -> Iterator[str]:
    """What staff and admins see on the kiosk."""
    desk = finger.desk
    desk.wipe()
    desk.access.speak(language)
    desk.staffGesture()
    yield from staff_pages(finger, language)
    yield from admin_pages(finger)
    desk.staff.go("Office")
    desk.clean()
    yield "staff Clean"
    yield from preview_pages(finger, language)
    desk.wipe()


def staff_pages(finger: Finger, language: str) -> Iterator[str]:
    """From the unlocking to the log."""
    desk, staff = finger.desk, finger.desk.staff
    assert desk.access.language == language
    yield "staff Unlock, of several"
    staff.be(NAME)
    for word in ("zebra",) * 5:
        staff.passwords.take(word)
    finger.until(lambda: not staff.busy)
    yield "staff Unlock, not these words"
    staff.passwords.type("con")
    yield "staff Unlock, a word half typed"
    unlock(finger)
    finger.until(lambda: len(staff.notices.rows) > 1)
    yield "staff Visits"
    staff.turn(1)
    yield "staff Visits, older"
    yield from found_visits(finger)
    yield from record_pages(finger)
    finger.waits(QUIET - SECONDS)
    assert staff.closing
    yield "staff Visits, closing"
    desk.activity()
    for page in ("Office", "Ledger"):
        staff.go(page)
        yield f"staff {page}"
    staff.ledger.verify()
    finger.until(lambda: not staff.ledger.busy)
    yield "staff Ledger, checked"
    staff.ledger.askSave()
    finger.until(lambda: not staff.ledger.papers.busy)
    yield "staff Ledger, saved"
    yield from member_pages(finger)


def unlock(finger: Finger) -> None:
    staff = finger.desk.staff
    staff.be(NAME)
    staff.passwords.clear()
    for word in WORDS.split():
        staff.passwords.take(word)
    finger.until(lambda: finger.desk.page == "Visits")


def found_visits(finger: Finger) -> Iterator[str]:
    staff = finger.desk.staff
    staff.finder.find(True)
    yield "staff Visits, found by code"
    staff.finder.type("maple 9")
    staff.finder.open()
    yield "staff Visits, no such code"
    staff.finder.findByName(True)
    yield "staff Visits, found by name"
    for name in ("nobody", "perez"):
        staff.finder.byName.clear()
        for letter in name:
            staff.finder.byName.type(letter)
        staff.finder.byName.search()
        finger.until(lambda: staff.finder.byName.done)
        yield f"staff Visits, {name} found"
    staff.finder.find(False)


def record_pages(finger: Finger) -> Iterator[str]:
    staff = finger.desk.staff
    staff.go("Visits")
    staff.show(next(row.key for row in staff.visits.rows if row.level == GRAVEST[0]))
    yield "staff Record"
    for _ in range(8):
        scrolled = scroll(finger)
        if not scrolled:
            break
        yield "staff Record, further"
    staff.askPaper()
    finger.until(lambda: not staff.papers.busy)
    yield "staff Record, printed"
    staff.papers.close()
    staff.askDelete(True)
    yield "staff Record, deleted?"
    staff.askDelete(False)
    if not staff.settled:
        staff.confirmIdentity()
        staff.review()
    yield "staff Record, reviewed"
    staff.leave()


def member_pages(finger: Finger) -> Iterator[str]:
    staff = finger.desk.staff
    members = staff.members
    staff.go("Members")
    finger.until(lambda: not members.busy)
    yield "staff Members"
    members.askRemove(COLLEAGUE)
    yield "staff Members, removed?"
    members.back()
    members.add()
    yield "staff Members, who joins"
    members.type("Bea")
    members.beAdmin(True)
    yield "staff Members, an admin joins"
    members.next()
    yield "staff Members, words"
    members.next()
    yield "staff Members, typed back"
    members._go("resealing")
    yield "staff Members, sealed anew"
    staff.go("Office")


def admin_pages(finger: Finger) -> Iterator[str]:
    """The hub and what is behind it."""
    staff, admin = finger.desk.staff, finger.desk.admin
    staff.go("Admin")
    finger.until(lambda: all(row.label for row in admin.rows.rows))
    yield "admin Admin"
    for page, part in (("Counts", admin.counts), ("Readiness", admin.readiness), ("Backups", admin.backups)):
        staff.go(page)
        finger.until(lambda part=part: not part.busy)
        yield f"admin {page}"
        while scroll(finger):
            yield f"admin {page}, further"
    admin.backups._writing = True
    admin.backups.changed.emit()
    yield "admin Backups, written"
    staff.go("Counts")
    finger.until(lambda: not admin.counts.busy)
    admin.counts.askSave()
    finger.until(lambda: not admin.counts.papers.busy)
    yield "admin Counts, saved"
    staff.go("Settings")
    yield "admin Settings"
    while scroll(finger):
        yield "admin Settings, further"
    admin.settings.turn("quiet_answers", 1)
    yield "admin Settings, changed"
    for step in ("name", "card"):
        admin.settings.open(step)
        yield f"admin Settings, {step}"
        admin.settings.back()
    staff.go("Colours")
    yield "admin Colours"
    admin.colours.turn("light", 1)
    yield "admin Colours, changed"
    for _ in range(40):
        admin.colours.turn("light", 1)
    yield f"admin Colours, {PALE}"
    yield from content_pages(finger)


def content_pages(finger: Finger) -> Iterator[str]:
    """What is wrong with the content, its versions, and one of them looked at; ends in the preview."""
    staff, content = finger.desk.staff, finger.desk.admin.content
    for step in ("versions", "flaws"):
        staff.go("Content")
        finger.until(lambda: not content.busy)
        content.see(step)
        yield f"admin Content, {step}"
    content.see("versions")
    content.choose(content.versions.rows[-1].key)
    yield "admin Content, one version"
    content.askActivate()
    yield "admin Content, shown?"
    content.back()


def preview_pages(finger: Finger, language: str) -> Iterator[str]:
    """A version of the content looked at as patients would see it, under the band that says so."""
    desk = finger.desk
    desk.wipe()
    desk.access.speak(language)
    desk.staffGesture()
    unlock(finger)
    content = desk.admin.content
    desk.staff.go("Content")
    finger.until(lambda: not content.busy)
    content.choose(content.versions.rows[-1].key)
    content.preview()
    finger.until(lambda: desk.previewing)
    desk.access.speak(language)
    yield "admin preview"
    desk.endPreview()
    assert not desk.previewing


def desk_pages(finger: Finger, language: str) -> Iterator[str]:
    """What staff see in the window of their own computer."""
    desk = finger.desk
    desk.wipe()
    desk.access.speak(language)
    for page in staff_pages(finger, language):
        yield page.replace("staff", "computer", 1)
    desk.wipe()


def setup_pages(finger: Finger, language: str) -> Iterator[str]:
    """A kiosk without keys, up to its last step; the keys are made by whoever goes on."""
    desk, founding = finger.desk, finger.desk.founding
    desk.wipe()
    desk.access.speak(language)
    desk.staffGesture()
    yield "set-up name"
    founding.next()
    yield "set-up no name"
    founding.type(NAME)
    founding.next()
    yield "set-up words"
    words = [row.title for row in founding.shown.rows]
    founding.next()
    yield "set-up typing"
    for word in words:
        founding.passwords.take(word)
    yield "set-up recovery"
    while scroll(finger):
        yield "set-up recovery, further"
    for step in ("proving", "done"):
        founding._go(step)
        yield f"set-up {step}"
    desk.wipe()


def scroll(finger: Finger) -> bool:
    """Touches "See more" when there is more to see."""
    more = QCoreApplication.translate("Scroll", "See more")
    if not finger.sees(more):
        return False
    finger._touch(finger.find(more).rect().center() - finger.window.position())
    return True
