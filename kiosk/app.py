"""Builds every object of the running kiosk and joins the layers; knows them all, alone."""

from __future__ import annotations

import json
import logging
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.content.clinic import glance
from kiosk.domain.aloud import Speaker
from kiosk.domain.colours import worn
from kiosk.domain.library import Library
from kiosk.domain.readiness import Finding, Seen
from kiosk.domain.record import Draft, Keeper
from kiosk.domain.tally import Cell
from kiosk.domain.view import View
from kiosk.domain.visit import READING, Patience, Visit
from kiosk.fonts import family
from kiosk.furniture import Furniture
from kiosk.machine import Trouble
from kiosk.options import Options, Unwrap, Wrap
from kiosk.restart import AGAIN, HandedOn, Idle, Place, due
from kiosk.settings import RESOURCES, ROOT, Settings, px_per_mm
from kiosk.viewmodels import phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.asking import Asking
from kiosk.viewmodels.background import Background
from kiosk.viewmodels.booking import Booking
from kiosk.viewmodels.counting import Counting
from kiosk.viewmodels.desk import ATTRACT, Desk, Parts
from kiosk.viewmodels.desktop import Desktop
from kiosk.viewmodels.focus import Focus
from kiosk.viewmodels.founding import Founding, Foundry
from kiosk.viewmodels.guard import Guard
from kiosk.viewmodels.pictures import address
from kiosk.viewmodels.reading import Reading
from kiosk.viewmodels.sight import seen
from kiosk.viewmodels.staff import Staff
from kiosk.viewmodels.stay import Stay
from kiosk.viewmodels.switches import Switches
from kiosk.viewmodels.unsigned import unsigned_notices
from kiosk.viewmodels.voice import Voice

if TYPE_CHECKING:
    from kiosk.content.load import Loaded
    from kiosk.contents import Contents, Picked
    from kiosk.speech.playing import Book
    from kiosk.store.keys import KeyRing

log = logging.getLogger("kiosk")

DEMO_NAME = "Demo"
ROUND = 3_600_000
"""Milliseconds between two looks at disk, records and backups."""


class Kiosk:
    """The running kiosk: view models, window, and what arrives after the first frame."""

    main = "Main.qml"
    home = ATTRACT

    def __init__(
        self,
        options: Options,
        wrap: Wrap | None = None,
        unwrap: Unwrap | None = None,
        speaker: Speaker | None = None,
    ) -> None:
        """``wrap`` and ``unwrap`` lock and open a staff key with a passphrase, age's own when they are not given;
        ``speaker`` is what reads aloud, this machine's sound when it is not given."""
        self.options = options
        self._wrap, self._unwrap, self._speaker = wrap, unwrap, speaker
        self._closing = ExitStack()
        self._furniture: Furniture | None = None
        self._day: date | None = None
        self._next: tuple[Picked, Book | None] | None = None
        self._drawn = self._visited = self._resting = False
        self._begun = options.monotonic()
        self._handed_on = HandedOn()
        clinic = glance(options.content)
        self._first_language = clinic.languages[0]
        size = options.size or screen_size()
        inches = options.settings.inches or clinic.panel.inches
        self.stay = Stay(options.monotonic, options.now)
        self.background = Background()
        self.chores = Background()  # a worker of its own: no patient waits for a check of ten thousand records
        self.reader = Background()  # and one more: a mended sentence does not wait for that check either
        spoken, still = options.settings.spoken(clinic.languages), options.settings.still
        self.access = Access(spoken, options.translations, px_per_mm(*size, inches), still)
        self._clinic, self._size, self._changed = clinic, size, False
        self.reading = Reading(self.access, self.stay, self._glyph)
        self.asking = Asking(self.access, self.stay, self.background, options.content / "pictures")
        self.staff = Staff(self.access, self.stay, self.background, self.chores)
        self.founding = Founding(self.stay, self.background)
        self.voice = Voice(self.access)
        focus, switches = Focus(), Switches(options.monotonic)
        parts = Parts(
            self.access, self.reading, Booking(), self.asking, self.staff, self.founding, self.voice, focus, switches
        )
        self.desk = Desk(clinic, self.stay, parts, RESOURCES / "drawings", self.home)
        self._wait_as(options.settings)
        self._dress()
        self.counting = Counting(self.desk, self.stay)
        self._rounds = QTimer(interval=ROUND)
        self._rounds.timeout.connect(self._look_after)
        self.desk.changed.connect(self._note_visit)
        self.desk.changed.connect(self._turn_the_day)
        self.desk.ticked.connect(self._turn_the_day)
        self.founding.founded.connect(self._founded)
        self.desk.ticked.connect(self._keep_up)
        self.desk.previewEnded.connect(self.end_preview)
        self.staff.hub.content.previewed.connect(self.preview)
        self.staff.left.connect(self.quit)
        self.desk.changed.connect(self._follow)
        self.engine, self.window = self._open_window(size)
        strikes = options.settings.double_strike
        self.guard = Guard(self.window, self.desk, options.monotonic, closable=options.windowed, double_strike=strikes)
        self.voice.attend(self.window, self.desk)
        self.access.languageChanged.connect(self.engine.retranslate)

    def _open_window(self, size: tuple[int, int]) -> tuple[QQmlApplicationEngine, QQuickWindow]:
        engine = QQmlApplicationEngine()
        engine.setInitialProperties({"desk": self.desk, "width": size[0], "height": size[1]})
        engine.load(QUrl.fromLocalFile(str(ROOT / "kiosk" / "ui" / self.main)))
        if not engine.rootObjects():
            raise Trouble("The screens cannot be loaded. Install the program again.")
        window = engine.rootObjects()[0]
        window.frameSwapped.connect(self._first_frame)
        return engine, window

    def show(self) -> None:
        """Shows the window: the whole screen, unless it was asked for otherwise."""
        if self.options.windowed or self.options.size:
            self.window.show()
        else:
            self.window.showFullScreen()
        if QGuiApplication.platformName() == "xcb":
            self.window.requestActivate()  # without a window manager nobody else gives it the keys

    def _first_frame(self) -> None:
        if self._drawn:
            return
        self._drawn = True
        self._handed_on.let_go()
        self.background.run(self._furnish, self._furnished)

    def _furnish(self) -> Furniture:
        """Everything slow: content, keys, records. Runs away from the screen's thread."""
        from kiosk.contents import Contents  # noqa: PLC0415 (after the first frame)
        from kiosk.store import age, passphrase  # noqa: PLC0415
        from kiosk.store.keys import KeyRing  # noqa: PLC0415
        from kiosk.store.records import RecordStore  # noqa: PLC0415
        from kiosk.upkeep import Upkeep, settle  # noqa: PLC0415

        settle(self.options.data)
        keyring = KeyRing(self.options.data / "keys", self._unwrap or age.unwrap)
        records = RecordStore(self.options.data, keyring, self.options.now)
        upkeep = Upkeep(self.options.data, keyring, records, self.options.settings, self.options.now)
        upkeep.open()
        contents = Contents(self.options)
        picked = contents.first()
        upkeep.hear(contents.shelf.state().changes)
        upkeep.use(picked.version)
        return Furniture(
            upkeep,
            contents,
            picked,
            keyring,
            records,
            passphrase.words(RESOURCES / "words" / "eff_large_wordlist.txt"),
            json.loads((RESOURCES / "icons" / "codepoints.json").read_text(encoding="utf-8")),
            self._book(picked.loaded.library),
        )

    def _book(self, library: Library) -> Book | None:
        """What reads aloud needs to know; nothing where it cannot."""
        from kiosk.speech.sound import has_clips, has_player  # noqa: PLC0415

        if self._speaker or not (has_clips(self.options.data) and has_player()):
            return None
        from kiosk.speech.playing import Book  # noqa: PLC0415

        return Book(library, self.options.data)

    def _furnished(self, outcome: Future[Furniture]) -> None:
        furniture = self._furniture = outcome.result()
        report(furniture.picked.loaded)
        self._closing.callback(furniture.records.close)
        self._closing.callback(furniture.upkeep.end)
        self.founding.furnish(self._foundry(furniture))
        self.use(furniture.picked.folder, furniture.picked.loaded)
        self.voice.furnish(self._speaker or self._sound(furniture.book))
        if self.options.demo:
            self._begin_demo(furniture)
        else:
            self.counting.furnish(self._count)
        self._look_after()
        self._rounds.start()

    def use(self, folder: Path, loaded: Loaded) -> None:
        """Shows this content from now on. Nobody may be there but who waits for the first one."""
        if self._furniture:
            from kiosk.contents import Picked  # noqa: PLC0415 (after the first frame)

            self._furniture = replace(self._furniture, picked=Picked(folder, loaded))
            self._refill(self._furniture)
            self.staff.furnish(self._desktop(self._furniture))

    def _fill(self, folder: Path, library: Library, keeper: Keeper) -> None:
        """What patients see and are asked, of the pages of the day, and where their answers go."""
        self._day, self._clinic = self.options.now().date(), library.clinic
        self.options = replace(self.options, content=folder)
        self._first_language, settings = self._clinic.languages[0], self.options.settings
        self.access.measure(px_per_mm(*self._size, settings.inches or self._clinic.panel.inches))
        self.access.offer(settings.spoken(self._clinic.languages))
        self._dress()
        shown = library.on(self._day)
        self.asking.furnish(shown.form, keeper, self._compose, folder / "pictures")
        self.desk.furnish(shown)

    def _turn_the_day(self) -> None:
        """On a new day pages appear and disappear, never during a visit."""
        alone = self.desk.page == self.home and not self.desk.previewing
        if self._furniture and alone and self.options.now().date() != self._day:
            self._refill(self._furniture)

    def _refill(self, furniture: Furniture) -> None:
        """With what is in use."""
        self._fill(furniture.picked.folder, furniture.picked.loaded.library, furniture.records)

    @property
    def vacant(self) -> bool:
        """Whether nobody is there and nothing is under way that another content would disturb."""
        alone = self.desk.page == self.home and self.desk.untouched and not self.desk.previewing
        return alone and not (self.voice.speaking or self.background.busy)

    def _keep_up(self) -> None:
        """Once a second: shows other content when there is some and nobody is there; looks for it otherwise."""
        if self._furniture is None or self._resting:
            return
        if self._next is not None and self.vacant:
            self._put_up(self._furniture, *self._next)
        elif not self.reader.busy and self._furniture.contents.stale():
            contents = self._furniture.contents
            self.reader.run(lambda: self._look(contents), self._looked)

    def _look(self, contents: Contents) -> tuple[Picked, Book | None] | None:
        """Other content, and what reads it aloud. Runs away from the screen's thread."""
        picked = contents.look()
        return (picked, self._book(picked.loaded.library)) if picked else None

    def _looked(self, outcome: Future[tuple[Picked, Book | None] | None]) -> None:
        self._next = outcome.result() or self._next
        furniture = self._furniture
        if furniture is None or self._resting:
            return
        if self._next is not None and self.vacant:
            self._put_up(furniture, *self._next)
        elif self.options.follows:
            self.chores.run(lambda: furniture.upkeep.hear(furniture.contents.shelf.state().changes), _done)

    def _put_up(self, furniture: Furniture, picked: Picked, book: Book | None) -> None:
        self._next = None
        self.use(picked.folder, picked.loaded)
        self.voice.furnish(self._speaker or self._sound(book))
        report(picked.loaded)

        def note() -> None:
            furniture.upkeep.hear(furniture.contents.shelf.state().changes)
            furniture.upkeep.use(picked.version)

        self.chores.run(note, _done)

    def preview(self, draft: Picked) -> None:
        """Shows a draft as a patient would see it, until its button is touched or nobody is there any more."""
        from kiosk.contents import Unkept  # noqa: PLC0415 (after the first frame)

        self.desk.wipe()
        self.counting.furnish(None)
        self._fill(draft.folder, draft.loaded.library, Unkept())
        self.desk.preview(True)

    def end_preview(self) -> None:
        """Back to what patients see."""
        if self._furniture:
            self.desk.wipe()
            self.desk.preview(False)
            self._refill(self._furniture)
            self.counting.furnish(None if self.options.demo else self._count)

    def _sound(self, book: Book | None) -> Speaker | None:
        from kiosk.speech.sound import sound  # noqa: PLC0415 (after the first frame)

        if book is None or not sound(self.options.data).works:
            return None
        from kiosk.speech.playing import Playing  # noqa: PLC0415 (it needs a part of Qt that may not be there)

        settings = self.options.settings
        return Playing(book, settings.headphones, settings.speaker)

    def _look_after(self) -> None:
        """The hourly round, when nobody is at the screen."""
        if self._furniture and self.desk.page == self.home:
            self.chores.run(self._furniture.upkeep.round, self._looked_after)

    def _looked_after(self, outcome: Future[None]) -> None:
        outcome.result()
        self.asking.refresh()

    def _count(self, cells: frozenset[Cell]) -> None:
        """A visit is over; the screen does not wait for the disk."""
        if self._furniture:
            upkeep = self._furniture.upkeep
            self.background.run(lambda: upkeep.count(cells), lambda outcome: outcome.result())

    @property
    def furnished(self) -> bool:
        """Whether content, keys and records are there."""
        return self._furniture is not None

    @property
    def loaded(self) -> Loaded | None:
        """The content in use with what is wrong with it; None before it is there."""
        return self._furniture.picked.loaded if self._furniture else None

    def _glyph(self, icon: str) -> str:
        points = self._furniture.glyphs if self._furniture else {}
        return chr(points[icon]) if icon in points else ""

    def _compose(self, view: View, visit: Visit, language: str) -> Draft:
        from kiosk.fhir.draft import Tongue, draft  # noqa: PLC0415 (after the first frame)

        truth = {True: phrases.yes(), False: phrases.no()}
        tongue = Tongue(language, phrases.absences(), truth, phrases.signed_by_hand(), self._first_language)
        titles = {page: self.reading.named(page)["title"] for page in (*visit.asks, *visit.read)}
        content = self._furniture.picked.version if self._furniture else ""
        return draft(view, visit, tongue, confirmed=self.options.now(), content=content, app=__version__, titles=titles)

    def _desktop(self, furniture: Furniture) -> Desktop:
        from kiosk.desktop import Machine, Vault, desktop, peopled, tallies  # noqa: PLC0415 (after the first frame)
        from kiosk.speech.sound import silence  # noqa: PLC0415

        keyring, records, words = furniture.keyring, furniture.records, furniture.words
        made = desktop(keyring, records, furniture.picked.loaded.library, words, self.options, self.access)
        made = peopled(made, keyring, records, self.options, self._wrap, self._unwrap)
        library = furniture.picked.loaded.library
        counted = None if self.options.demo else tallies(records, library)
        size = (self.window.width(), self.window.height())
        sees = replace(seen(size), silence=silence(self.options.data))
        return replace(
            made,
            machine=Machine(self.options.data, lambda: self.options.settings, self._clinic, self._size, self.take),
            vault=Vault(self.options.data, lambda: self.options.settings, keyring, records, self.options.now),
            kiosk=self._called(keyring),
            notices=lambda: (*furniture.contents.notices(), *furniture.upkeep.notices(), *self._unsigned(library)),
            contents=furniture.contents,
            tallies=counted,
            findings=lambda: self._examine(furniture, sees),
        )

    def _called(self, keyring: KeyRing) -> str:
        return keyring.kiosk if keyring.ready else ""

    def take(self, settings: Settings) -> None:
        """Other settings: the size of the glass holds at once, the rest as soon as nobody is there."""
        if settings.inches != self.options.settings.inches:
            self.access.measure(px_per_mm(*self._size, settings.inches or self._clinic.panel.inches))
        self.options = replace(self.options, settings=settings)
        self.guard.double_strike = settings.double_strike
        self._changed = True
        self._follow()

    def _follow(self) -> None:
        if not self._changed or self.desk.page != self.home:
            return
        self._changed = False
        settings = self.options.settings
        self._wait_as(settings)
        self._dress()
        self.access.move(still=settings.still)
        self.access.offer(settings.spoken(self._clinic.languages))
        if self._furniture:
            self._furniture.upkeep.follow(settings)

    def _dress(self) -> None:
        """The clinic's colours, logo and title font, with this kiosk's own colours over them."""
        theme, folder = self._clinic.theme, self.options.content
        self.desk.look.wear(worn(theme.colours, self.options.settings.theme))
        logo = address(folder / "pictures" / theme.logo, 0) if theme.logo else ""
        self.desk.look.carry(logo, family(folder / theme.title_font) if theme.title_font else "")

    def _wait_as(self, settings: Settings) -> None:
        with_answers = Patience(settings.quiet_answers, settings.curtain)
        self.stay.allow(with_answers, Patience(settings.quiet_reading, READING.answer))

    def _unsigned(self, library: Library) -> tuple[str, ...]:
        return unsigned_notices(library, self.options.now().date())

    def _examine(self, furniture: Furniture, sees: Seen) -> tuple[Finding, ...]:
        from kiosk.content.load import load  # noqa: PLC0415 (after the first frame)
        from kiosk.readiness import Machine, inspect  # noqa: PLC0415

        options, loaded = self.options, load(self.options.content)
        return inspect(
            Machine(
                options.data, options.content, options.settings, loaded, options.now(), sees, records=furniture.records
            )
        )

    def _foundry(self, furniture: Furniture) -> Foundry:
        from kiosk.desktop import foundry  # noqa: PLC0415 (after the first frame)

        return foundry(furniture.keyring, furniture.words, self.options.settings.kiosk, self._wrap, self._unwrap)

    def _founded(self) -> None:
        """Keys are there: the questionnaire opens and staff can unlock."""
        if self._furniture:
            self.staff.furnish(self._desktop(self._furniture))
            self.asking.refresh()
            self.desk.changed.emit()

    def _begin_demo(self, furniture: Furniture) -> None:
        """Keys for a demonstration, their passphrase shown on the screen."""
        foundry = self._foundry(furniture)
        keys = foundry.begin(DEMO_NAME)
        self.background.run(lambda: foundry.found(keys, keys.words), lambda done: self._demo_ready(done, keys.words))

    def _demo_ready(self, done: Future[None], words: str) -> None:
        done.result()
        self._founded()
        self.desk.demonstrate(words)

    def stumble(self) -> None:
        """After a fault of the program: the visit ends, the first page shows."""
        self.end_preview() if self.desk.previewing else self.desk.wipe()

    def quit(self) -> None:
        self.guard.closable = True
        QGuiApplication.quit()

    def _note_visit(self) -> None:
        self._visited = self._visited or self.desk.page != self.home

    @property
    def idle(self) -> Idle:
        """What a fresh start would disturb, and whether there is anything to forget."""
        alone = self.desk.page == self.home and not self.desk.cover and not self.desk.previewing
        working = self.background.busy or self.chores.busy
        return Idle(self._begun, self.stay.visit.touched, self._visited, alone, working)

    @property
    def place(self) -> Place | None:
        """Where the window is; None when it fills the screen."""
        at = self.window.geometry()
        return (at.x(), at.y(), at.width(), at.height()) if self.options.windowed or self.options.size else None

    def follow(self, handed_on: HandedOn) -> None:
        """Takes the place of the program before this one, which keeps its picture on the screen until then."""
        if handed_on.place:
            self.window.setGeometry(QRect(*handed_on.place))
        self._handed_on = handed_on

    def end_when_idle(self) -> None:
        """Once a second: after a visit, when nobody is there, the event loop ends with ``AGAIN``."""
        self.desk.ticked.connect(self._end_if_due)

    def _end_if_due(self) -> None:
        if due(self.idle, self.options.monotonic()):
            QGuiApplication.exit(AGAIN)

    def rest(self) -> None:
        """Ends all work and closes the records; the last picture stays."""
        self.desk.rest()
        self.voice.rest()
        self._rounds.stop()
        self._resting = True
        self.reader.close()
        self.background.close()
        self.chores.close()
        self._closing.close()

    def close(self) -> None:
        """Ends in the order Qt needs: work, window and engine before the objects they show."""
        self.rest()
        self.guard.closable = True
        self.window.close()
        self.access.close()
        self.engine.deleteLater()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _done(outcome: Future[None]) -> None:
    outcome.result()


def report(loaded: Loaded) -> None:
    """Says every mistake of the content with its place, and how many lesser things `check` would list."""
    mistakes = [problem for problem in loaded.problems if problem.level == "error"]
    for problem in mistakes:
        log.error("%s", problem)
    if lesser := len(loaded.problems) - len(mistakes):
        log.warning("content: %d warnings; `main.py check` lists them", lesser)


def screen_size() -> tuple[int, int]:
    size = QGuiApplication.primaryScreen().size()
    return size.width(), size.height()
