"""Builds every object of the running kiosk and joins the layers; knows them all, alone."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.content.clinic import glance
from kiosk.domain.record import Draft
from kiosk.domain.sheet import View
from kiosk.domain.visit import Visit
from kiosk.machine import Trouble
from kiosk.options import Options, Unwrap, Wrap
from kiosk.settings import RESOURCES, ROOT, px_per_mm
from kiosk.viewmodels import phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.asking import Asking
from kiosk.viewmodels.background import Background
from kiosk.viewmodels.booking import Booking
from kiosk.viewmodels.desk import Desk, Parts
from kiosk.viewmodels.founding import Founding, Foundry
from kiosk.viewmodels.guard import Guard
from kiosk.viewmodels.reading import Reading
from kiosk.viewmodels.staff import Desktop, Staff
from kiosk.viewmodels.stay import Stay

if TYPE_CHECKING:
    from kiosk.content.load import Loaded
    from kiosk.store.keys import KeyRing
    from kiosk.store.records import RecordStore

log = logging.getLogger("kiosk")

DEMO_NAME = "Demo"


@dataclass(frozen=True)
class Furniture:
    """What is not needed for the first frame and is read after it, away from the screen's thread."""

    loaded: Loaded
    keyring: KeyRing
    records: RecordStore
    words: tuple[str, ...]
    glyphs: dict[str, int]


def application(arguments: list[str]) -> QGuiApplication:
    """The Qt application with the bundled fonts. Raises Trouble when a font is missing."""
    app = QGuiApplication.instance() or QGuiApplication(arguments)
    app.setApplicationName("Waiting-room kiosk")
    for path in [*sorted((RESOURCES / "fonts").glob("*.ttf")), RESOURCES / "icons" / "lucide.ttf"]:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise Trouble(f"The font {path.name} cannot be loaded. Install the program again.")
    font = QFont("Atkinson Hyperlegible Next")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    return app


class Kiosk:
    """The running kiosk: view models, window, and what arrives after the first frame."""

    def __init__(self, options: Options, wrap: Wrap | None = None, unwrap: Unwrap | None = None) -> None:
        """``wrap`` and ``unwrap`` lock and open a staff key with a passphrase; age's own when they are not given."""
        self.options = options
        self._wrap, self._unwrap = wrap, unwrap
        self._closing = ExitStack()
        self._furniture: Furniture | None = None
        self._drawn = False
        clinic = glance(options.content)
        size = options.size or screen_size()
        inches = options.settings.inches or clinic.panel.inches
        self.stay = Stay(options.monotonic, options.now)
        self.background = Background()
        self.access = Access(
            clinic.languages, RESOURCES / "translations", px_per_mm(*size, inches), options.settings.still
        )
        self.reading = Reading(self.access, self.stay, self._glyph)
        self.asking = Asking(self.access, self.stay, self.background, options.content / "pictures")
        self.staff = Staff(self.access, self.stay, self.background)
        self.founding = Founding(self.stay, self.background)
        parts = Parts(self.access, self.reading, Booking(), self.asking, self.staff, self.founding)
        self.desk = Desk(clinic, self.stay, parts, RESOURCES / "drawings")
        self.founding.founded.connect(self._founded)
        self.staff.left.connect(self.quit)
        self.engine, self.window = self._open_window(size)
        self.guard = Guard(self.window, self.desk, options.monotonic, closable=options.windowed)
        self.access.languageChanged.connect(self.engine.retranslate)

    def _open_window(self, size: tuple[int, int]) -> tuple[QQmlApplicationEngine, QQuickWindow]:
        engine = QQmlApplicationEngine()
        engine.setInitialProperties({"desk": self.desk, "width": size[0], "height": size[1]})
        engine.load(QUrl.fromLocalFile(str(ROOT / "kiosk" / "ui" / "Main.qml")))
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

    def _first_frame(self) -> None:
        if self._drawn:
            return
        self._drawn = True
        self.background.run(self._furnish, self._furnished)

    def _furnish(self) -> Furniture:
        """Everything slow: content, keys, records. Runs away from the screen's thread."""
        from kiosk.content.load import load  # noqa: PLC0415 (after the first frame)
        from kiosk.store import age, passphrase  # noqa: PLC0415
        from kiosk.store.keys import KeyRing  # noqa: PLC0415
        from kiosk.store.records import RecordStore  # noqa: PLC0415

        keyring = KeyRing(self.options.data / "keys", self._unwrap or age.unwrap)
        records = RecordStore(self.options.data, keyring, self.options.now)
        return Furniture(
            load(self.options.content),
            keyring,
            records,
            passphrase.words(RESOURCES / "words" / "eff_large_wordlist.txt"),
            json.loads((RESOURCES / "icons" / "codepoints.json").read_text(encoding="utf-8")),
        )

    def _furnished(self, outcome: Future[Furniture]) -> None:
        furniture = self._furniture = outcome.result()
        report(furniture.loaded)
        self._closing.callback(furniture.records.close)
        library = furniture.loaded.library
        self.asking.furnish(library.form, furniture.records, self._compose)
        self.staff.furnish(self._desktop(furniture))
        self.founding.furnish(self._foundry(furniture))
        self.desk.furnish(library)
        if self.options.demo:
            self._begin_demo(furniture)

    @property
    def furnished(self) -> bool:
        """Whether content, keys and records are there."""
        return self._furniture is not None

    def _glyph(self, icon: str) -> str:
        points = self._furniture.glyphs if self._furniture else {}
        return chr(points[icon]) if icon in points else ""

    def _compose(self, view: View, visit: Visit, language: str) -> Draft:
        from kiosk.fhir.draft import Tongue, draft  # noqa: PLC0415 (after the first frame)

        tongue = Tongue(
            language, phrases.absences(), {True: phrases.yes(), False: phrases.no()}, phrases.signed_by_hand()
        )
        titles = {page: self.reading.named(page)["title"] for page in (*visit.asks, *visit.read)}
        content = self._furniture.loaded.library.version if self._furniture else ""
        return draft(view, visit, tongue, confirmed=self.options.now(), content=content, app=__version__, titles=titles)

    def _desktop(self, furniture: Furniture) -> Desktop:
        from kiosk.desktop import desktop  # noqa: PLC0415 (after the first frame)

        return desktop(
            furniture.keyring, furniture.records, furniture.loaded.library, furniture.words, self.options, self.access
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
        self.desk.wipe()

    def quit(self) -> None:
        self.guard.closable = True
        QGuiApplication.quit()

    def close(self) -> None:
        """Ends in the order Qt needs: work, window and engine before the objects they show."""
        self.background.close()
        self._closing.close()
        self.guard.closable = True
        self.window.close()
        self.engine.deleteLater()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def report(loaded: Loaded) -> None:
    """Says every mistake of the content with its place, and how many lesser things `check` would list."""
    mistakes = [problem for problem in loaded.problems if problem.level == "error"]
    for problem in mistakes:
        log.error("%s", problem)
    if lesser := len(loaded.problems) - len(mistakes):
        log.warning("content: %d warnings; `python main.py check` lists them", lesser)


def screen_size() -> tuple[int, int]:
    size = QGuiApplication.primaryScreen().size()
    return size.width(), size.height()


def run(options: Options) -> int:
    """Runs the kiosk until it is left; the exit code."""
    app = application(sys.argv[:1])
    kiosk = Kiosk(options)
    before = sys.excepthook
    sys.excepthook = lambda kind, _value, trace: stumble(kiosk, kind, trace)
    kiosk.show()
    try:
        return app.exec()
    finally:
        sys.excepthook = before
        kiosk.close()


def stumble(kiosk: Kiosk, kind: type[BaseException], trace: TracebackType | None) -> None:
    """A fault of the program: logged by kind and place, never by its text, which could hold an answer."""
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(traceback.extract_tb(trace)))
    log.error("%s at %s; the visit was ended", kind.__name__, places)
    kiosk.stumble()
