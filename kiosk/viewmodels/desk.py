"""Which page the screen shows, what lies over it, and when a visit is over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.library import Clinic, Library
from kiosk.domain.visit import CODE_SHOWN, UNHURRIED, Phase
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.admin import PAGES, Admin
from kiosk.viewmodels.asking import Asking
from kiosk.viewmodels.booking import Booking
from kiosk.viewmodels.focus import Focus
from kiosk.viewmodels.founding import Founding
from kiosk.viewmodels.look import Look
from kiosk.viewmodels.pictures import address, dressed_address
from kiosk.viewmodels.reading import Reading
from kiosk.viewmodels.staff import Staff
from kiosk.viewmodels.stay import Stay
from kiosk.viewmodels.switches import Switches
from kiosk.viewmodels.voice import Voice

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

ATTRACT, HOME, EMPTY, SENT, TREATMENT = "Attract", "Home", "Empty", "Sent", "Treatment"
SWITCHES = "switches"
CLEAN = "Clean"
CLEANING = 60
"""Seconds in which the screen is wiped with a cloth and nothing is touched by it."""
TOLD = (0, 5, 10, 20, 30)
"""Seconds left at which the curtain speaks."""
ASKED = ("Question", "Review")
STAFFED = ("Unlock", "Visits", "Record", "Setup", "Office", "Ledger", "Members", CLEAN, *PAGES)
"""Pages of the staff, which have a clock of their own."""


@dataclass(frozen=True)
class Parts:
    """The view models the desk joins."""

    access: Access
    reading: Reading
    booking: Booking
    asking: Asking
    staff: Staff
    founding: Founding
    voice: Voice
    focus: Focus
    switches: Switches


@QmlElement
@QmlUncreatable("made by the application")
class Desk(QObject):
    """Decides which page shows. ``cover`` is what lies over it: curtain, startOver, help, language, size, contrast,
    voice, switches."""

    changed = Signal()
    ticked = Signal()
    previewEnded = Signal()

    def __init__(self, clinic: Clinic, stay: Stay, parts: Parts, drawings: Path, home: str = ATTRACT) -> None:
        """``home`` shows when nobody is there: a staff computer has no patients."""
        super().__init__()
        self._home = home
        self._clinic = clinic
        self._stay = stay
        self._parts = parts
        self._drawings = drawings
        self._demo = ""
        self._look = Look(self)
        self._previewing = False
        self._page = home
        self._trail: list[tuple[str, str]] = []
        self._cover = ""
        self._code_since = self._clean_since = 0.0
        self._library: Library | None = None
        self._waiting = False
        parts.asking.finished.connect(lambda: self._open("Review"))
        parts.asking.sent.connect(self._show_code)
        parts.staff.locked.connect(self._end)
        parts.staff.opened.connect(lambda: self._open("Record"))
        parts.staff.unlocked.connect(lambda: self._open("Visits"))
        parts.staff.went.connect(self._open)
        parts.founding.finished.connect(self._end)
        parts.focus.led.connect(self.activity)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @Property(Access, constant=True)
    def access(self) -> Access:
        return self._parts.access

    @Property(Reading, constant=True)
    def reading(self) -> Reading:
        return self._parts.reading

    @Property(Booking, constant=True)
    def booking(self) -> Booking:
        return self._parts.booking

    @Property(Asking, constant=True)
    def asking(self) -> Asking:
        return self._parts.asking

    @Property(Staff, constant=True)
    def staff(self) -> Staff:
        return self._parts.staff

    @Property(Admin, constant=True)
    def admin(self) -> Admin:
        return self._parts.staff.hub

    @Property(Look, constant=True)
    def look(self) -> Look:
        """The colours and the logo."""
        return self._look

    @Property(Founding, constant=True)
    def founding(self) -> Founding:
        return self._parts.founding

    @Property(Voice, constant=True)
    def voice(self) -> Voice:
        return self._parts.voice

    @Property(Focus, constant=True)
    def focus(self) -> Focus:
        return self._parts.focus

    @Property(Switches, constant=True)
    def switches(self) -> Switches:
        return self._parts.switches

    @property
    def where(self) -> tuple[str, str, str]:
        """The page, the question or the treatment on it, what lies over it: another one begins at its title."""
        asked, read = self._parts.asking.key, self._parts.reading.key
        return self._page, {"Question": asked, TREATMENT: read}.get(self._page, ""), self._cover

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(str, notify=changed)
    def cover(self) -> str:
        return self._cover

    @Property(bool, notify=changed)
    def patient(self) -> bool:
        """Whether this is a patient's page, with the bar below it."""
        return self._page not in STAFFED

    @property
    def staffed(self) -> bool:
        """Whether a page of the staff shows and nothing lies over it."""
        return self._page in STAFFED and not self._cover

    @Property(bool, constant=True)
    def office(self) -> bool:
        """Whether this is a staff computer and no kiosk."""
        return self._home != ATTRACT

    @Property(str, notify=changed)
    def clinic(self) -> str:
        return self._clinic.name

    @Property(str, notify=changed)
    def emergency(self) -> str:
        return self._clinic.emergency

    @Property(str, notify=changed)
    def contact(self) -> str:
        return self._clinic.contact

    @Property(str, notify=changed)
    def demo(self) -> str:
        """The passphrase of a demonstration, empty otherwise."""
        return self._demo

    @Property(bool, notify=changed)
    def previewing(self) -> bool:
        """Whether a draft shows that somebody only wants to look at: nothing of it is kept or counted."""
        return self._previewing

    @Property(bool, notify=changed)
    def holdsAnswers(self) -> bool:
        return self._parts.asking.holds_answers

    @Property(int, notify=changed)
    def quietSeconds(self) -> int:
        """How long the screen may rest while it holds answers (ACCESS row 33: told in advance)."""
        return self._stay.with_answers.quiet

    @Property(int, notify=changed)
    def wipeSeconds(self) -> int:
        """How long the curtain then waits."""
        return self._stay.with_answers.answer

    @Property(bool, notify=changed)
    def deaf(self) -> bool:
        """Whether touches and keys mean nothing, because somebody wipes the glass."""
        return self._page == CLEAN

    @Property(int, constant=True)
    def cleaningSeconds(self) -> int:
        return CLEANING

    @Property(int, notify=ticked)
    def curtainSeconds(self) -> int:
        return self._stay.visit.patience.answer

    @Property(int, notify=ticked)
    def secondsLeft(self) -> int:
        """Seconds until the visit ends, or until the code clears itself."""
        if self._page == SENT:
            return max(0, CODE_SHOWN - int(self._stay.since(self._code_since)))
        if self._page == CLEAN:
            return max(0, CLEANING - int(self._stay.since(self._clean_since)))
        return self._stay.visit.left(self._stay.monotonic())

    @Property(int, notify=ticked)
    def secondsTold(self) -> int:
        """Seconds left as they are said aloud: not each, which nobody could listen to."""
        left = min(self.secondsLeft, self.curtainSeconds)
        return min(second for second in (*TOLD, self.curtainSeconds) if second >= left)

    def furnish(self, library: Library) -> None:
        """The content is there; who touched the screen before it was is let in now."""
        self._library = library
        self._clinic = library.clinic
        self._parts.reading.furnish(library)
        if self._waiting:
            self._waiting = False
            self._open(EMPTY if library.empty else HOME)
        self.changed.emit()

    def demonstrate(self, passphrase: str) -> None:
        """This is a demonstration: its passphrase shows on every page."""
        self._demo = passphrase
        self.changed.emit()

    def preview(self, on: bool) -> None:
        """From now on a draft shows, or no longer."""
        self._previewing = on
        self.changed.emit()

    @Slot()
    def endPreview(self) -> None:
        """Back to what patients see, and to the locked desk of who looked at the draft."""
        if self._previewing and not self._parts.asking.sending:
            self.previewEnded.emit()
            self.staffGesture()

    @Slot(str)
    def begin(self, language: str) -> None:
        """A touch on the attract page, in a language of the visitor's choice (empty: the one shown)."""
        if self._page != ATTRACT:
            return
        self._stay.begin()
        self._parts.access.speak(language)
        if self._library is None:
            self._waiting = True
        else:
            self._open(EMPTY if self._library.empty else HOME)

    @Slot(str)
    def open(self, page: str) -> None:
        self._open(page)

    @Slot(str)
    def openTreatment(self, key: str) -> None:
        before = self._parts.reading.key
        if self._parts.reading.show_treatment(key):
            if self._page == TREATMENT and before != key:
                self._trail.append((TREATMENT, before))
            self._open(TREATMENT)

    @Slot(str)
    def openQuestion(self, key: str) -> None:
        self._parts.reading.show_question(key)
        self._open("Questions")

    @Slot()
    def book(self) -> None:
        """The booking page: of the open treatment, else of the clinic."""
        clinic = self._library.clinic.booking if self._library else ""
        self._parts.booking.show(*(self._parts.reading.booking() if self._page == TREATMENT else (clinic, "")))
        self._stay.read("booking")
        self._open("Booking")

    @Slot()
    def ask(self) -> None:
        """To the questionnaire: its first page, or where it was left."""
        if not self._parts.asking.open:
            self._open("Closed")
        elif self._parts.asking.holds_answers:
            self.resume()
        else:
            self._open("Begin")

    @Slot()
    def resume(self) -> None:
        self._parts.asking.begin()
        self._open("Question")

    @Slot(str)
    def change(self, key: str) -> None:
        """From the review back to one question."""
        self._parts.asking.change(key)
        self._open("Question")

    @Slot()
    def send(self) -> None:
        self._touch()
        if self._parts.asking.problem_page():
            self._open("Question")
        else:
            self._parts.asking.send()

    @Slot()
    def back(self) -> None:
        self._touch()
        if self._parts.asking.sending or (self._page == "Question" and self._parts.asking.back()):
            return
        if self._page == "Review":
            self._open("Question")
            return
        self._page, treatment = self._trail.pop() if self._trail else (HOME, "")
        if self._page == TREATMENT and treatment != self._parts.reading.key:
            self._parts.reading.show_treatment(treatment)
        self._parts.reading.refresh()
        self.changed.emit()

    @Slot()
    def staffGesture(self) -> None:
        """The clinic's name was held for three seconds."""
        self._parts.staff.touch()  # their two minutes begin now
        if not (self.holdsAnswers or self._previewing):
            self._open("Unlock" if self._parts.staff.ready else "Setup")

    @Slot()
    def clean(self) -> None:
        """Locks the staff's pages; for a minute the screen can be wiped with a cloth."""
        if self._parts.staff.open and not self.office:
            language = self._parts.access.language
            self._end()
            self._parts.access.speak(language)  # whoever cleans reads what staff read
            self._clean_since = self._stay.monotonic()
            self._page = CLEAN
            self.changed.emit()
            self.ticked.emit()

    @Slot()
    def startOver(self) -> None:
        """Ends the visit, after one question when there are answers."""
        self._touch()
        if self._parts.asking.sending:
            return
        if self.holdsAnswers:
            self._cover_with("startOver")
        else:
            self._end()

    @Slot()
    def wipe(self) -> None:
        """Forgets everything now."""
        self._end()

    @Slot(str)
    def coverWith(self, cover: str) -> None:
        self._touch()
        self._cover_with("" if cover == self._cover else cover)

    @Slot(str, int, result=str)
    def drawing(self, name: str, contrast: int) -> str:
        """The address of one of the kiosk's own drawings."""
        path = self._drawings / name
        return address(path, contrast) if contrast else dressed_address(path, self._look.colours)

    @Slot()
    def changeLanguage(self) -> None:
        """With two languages the other one at once, with more the list of them."""
        self._touch()
        if self._parts.access.languageCount > 2:
            self._cover_with("" if self._cover == "language" else "language")
        else:
            self._parts.access.speakNext()

    @Slot(str)
    def speak(self, tag: str) -> None:
        """A language from the list."""
        self._parts.access.speak(tag)
        self.uncover()

    @Slot(int)
    def resize(self, size: int) -> None:
        self._touch()
        self._parts.access.resize(size)
        self._put_tools_back()

    def _put_tools_back(self) -> None:
        """The bar has them all again unless it is folded, lowered with large words."""
        if self._cover == "tools" and not self._parts.access.folded:
            self._cover_with("")

    @Slot(int)
    def recolour(self, contrast: int) -> None:
        self._touch()
        self._parts.access.recolour(contrast)

    @Slot()
    def readAloud(self) -> None:
        """One touch is enough to hear the screen; how it sounds is there to be set."""
        if not self._parts.voice.on:
            self._parts.voice.toggle()
        self.coverWith("voice")

    @Slot()
    def lower(self) -> None:
        self._touch()
        self._parts.access.lower()
        self._put_tools_back()

    @Slot()
    def restore(self) -> None:
        """Text size, contrast and height as every visit begins; the answers, the page and the language stay."""
        self._touch()
        self._parts.access.restore()

    @Slot()
    def uncover(self) -> None:
        """Somebody is there: the page shows again and the clock begins anew."""
        self._touch()
        self._cover_with("")

    @Slot()
    def keepSwitches(self) -> None:
        """The two switches are right as they are."""
        self._parts.switches.keep()
        self.uncover()

    @Slot()
    def takeTime(self) -> None:
        """More time for this visitor, until the visit ends."""
        if self._page == SENT:
            self._code_since = self._stay.monotonic()
        self._stay.be_patient(UNHURRIED)
        self.uncover()

    @Slot()
    def activity(self) -> None:
        """Any touch or key. Behind the curtain only an answer counts, so that nothing shows by accident."""
        if self._cover != "curtain":
            self._touch()
        self._parts.staff.touch()

    def rest(self) -> None:
        """The kiosk closes: no second passes any more."""
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """Once a second: looks whether the visitor has gone."""
        if self._parts.voice.speaking and self._cover != "curtain":
            self._touch()  # who listens is there
        if self._page == "Setup":
            self._parts.founding.tick()
        elif self._page in (SENT, CLEAN):
            if self.secondsLeft == 0:
                self._end()
        elif self._page in STAFFED:
            self._parts.staff.tick()
        elif self._page != ATTRACT or self._previewing:
            self._mind_the_time()
        elif self._stay.visit.phase(self._stay.monotonic()) is not Phase.ACTIVE and not self.untouched:
            self._end()
        elif self._stay.visit.phase(self._stay.monotonic()) is Phase.OVER:
            self._parts.voice.reset()  # who turned it on has not begun
        if self._cover == SWITCHES and self._parts.switches.tick():
            self.uncover()
        self._parts.voice.tick()
        self.ticked.emit()

    @property
    def untouched(self) -> bool:
        """Whether the first page is as every visitor should find it."""
        return self._parts.access.plain and not self._cover and not self._parts.switches.known

    def _mind_the_time(self) -> None:
        held = self.holdsAnswers or self._page in ASKED
        self._stay.be_patient(self._stay.with_answers if held else self._stay.at_rest)
        phase = self._stay.visit.phase(self._stay.monotonic())
        if phase is Phase.OVER and not self._parts.asking.sending:
            self._end()
            if self._previewing:
                self.previewEnded.emit()
        elif phase is not Phase.ACTIVE and self._cover != "curtain":
            self._cover_with("curtain")

    def _show_code(self) -> None:
        self._code_since = self._stay.monotonic()
        self._open(SENT)
        self._trail.clear()

    def _touch(self) -> None:
        self._stay.touch()

    def _cover_with(self, cover: str) -> None:
        if cover != SWITCHES:
            self._parts.switches.leave()
        self._cover = cover
        self.changed.emit()

    def _open(self, page: str) -> None:
        self._touch()
        if page != self._page:
            if page == HOME:
                self._trail.clear()
            elif self._page not in (ATTRACT, *ASKED):
                self._trail.append((self._page, self._parts.reading.key))
            self._page = page
        self._cover_with("")

    def _end(self) -> None:
        """The visit is over: nothing of it is left."""
        self._page, self._cover = self._home, ""
        self._trail.clear()
        self._waiting = False
        self._stay.begin()
        self._parts.switches.forget()
        for part in (self._parts.asking, self._parts.reading, self._parts.staff, self._parts.founding):
            part.forget()
        self._parts.booking.show("")
        self._parts.access.reset()
        self._parts.voice.reset()
        self.changed.emit()
