"""Makes a preview: walks a kiosk of its own through the content and has every picture taken and compared."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage

from kiosk.app import Kiosk
from kiosk.content.load import Loaded
from kiosk.machine import Trouble
from kiosk.options import Options
from kiosk.preview.album import Shown
from kiosk.preview.camera import Camera
from kiosk.preview.darkroom import Darkroom, Taken
from kiosk.preview.tour import Look, Stop, Tour
from kiosk.settings import Settings

PATIENCE_MS = 120_000
"""How long the content may take to be read."""
LOOKS_MS = 10
"""Between two looks whether it has been."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be pictured: ``size`` of the screen in pixels, ``inches`` its diagonal (None: the clinic's own),
    ``languages`` none for all of them, ``against`` the content that patients see now."""

    content: Path
    looks: tuple[Look, ...]
    size: tuple[int, int]
    inches: float | None = None
    languages: tuple[str, ...] = ()
    against: Path | None = None
    progress: Callable[[str], None] = lambda _sentence: None
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()


@dataclass
class Made:
    """What came out: every picture, the content with its problems, and the questions no way was found to."""

    loaded: Loaded
    languages: tuple[str, ...]
    shown: list[Shown]
    missed: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many pictures there are of what was to be pictured."""
        return sum(bool(view.picture) for each in self.shown for view in each.views)

    @property
    def pages(self) -> int:
        return len({each.stop.name for each in self.shown if any(view.picture for view in each.views)})


def make(wish: Wish, folder: Path) -> Made:
    """Takes all pictures into the empty ``folder``; the application is there already. Raises Trouble or OSError."""
    with tempfile.TemporaryDirectory(prefix="kiosk-preview-") as name:
        room, then = Path(name), _Then()
        if wish.against:
            wish.progress("Looking at what patients see now.")
            then = _published(wish, wish.against, room)
            gc.collect()  # of the kiosk before, on this thread: Qt's objects must not go on another one
        with Darkroom(folder, compared=bool(wish.against)) as darkroom, _tour(wish, wish.content, room) as tour:
            languages = wish.languages or tour.library.clinic.languages
            if unknown := [tag for tag in languages if tag not in tour.library.clinic.languages]:
                known = ", ".join(tour.library.clinic.languages)
                raise Trouble(f"The content has no language “{unknown[0]}”. It has {known}.")
            taken = [
                darkroom.take(stop, language, look, images, then.pop(stop.name, language, look))
                for stop, language, look, images in _walk(wish, tour, languages)
            ]
            taken += [
                darkroom.take(stop, language, look, (), files)
                for (_, language, look), (stop, files) in then.left.items()
                if language in languages
            ]
            loaded = tour.kiosk.loaded
            assert loaded is not None  # noqa: S101 (the tour began with it)
            return Made(loaded, languages, [each.shown() for each in taken], tuple(tour.missed))


@dataclass
class _Then:
    """What patients see now: the pictures of each page, language and look, until they were held against the new one."""

    left: dict[tuple[str, str, Look], tuple[Stop, tuple[Path, ...]]] = field(default_factory=dict)

    def pop(self, name: str, language: str, look: Look) -> tuple[Path, ...]:
        found = self.left.pop((name, language, look), None)
        return found[1] if found else ()


def _published(wish: Wish, content: Path, room: Path) -> _Then:
    """The same pictures of other content, in a folder that goes away."""
    with Darkroom(room) as darkroom, _tour(wish, content, room) as tour:
        languages = tuple(tag for tag in tour.library.clinic.languages if tag in (wish.languages or (tag,)))
        taken: list[Taken] = [
            darkroom.take(stop, language, look, images, ())
            for stop, language, look, images in _walk(wish, tour, languages)
        ]
    shown = [each.shown() for each in taken]
    files = ((each, tuple(room / view.picture for view in each.views)) for each in shown)
    return _Then({(each.stop.name, each.language, each.look): (each.stop, views) for each, views in files})


def _walk(wish: Wish, tour: Tour, languages: tuple[str, ...]) -> Iterator[tuple[Stop, str, Look, Iterator[QImage]]]:
    """Every page in every language and look, with its pictures as they are asked for."""
    camera = Camera(tour.kiosk.window)
    for language in languages:
        wish.progress(f"Taking the pictures: {language}.")
        for stop in tour.stops(language):
            for look in wish.looks:
                look.put_on(tour.kiosk.access)
                yield stop, language, look, camera.views()


@contextmanager
def _tour(wish: Wish, content: Path, room: Path) -> Iterator[Tour]:
    """A walk over a kiosk of its own: no keys, a data folder that goes away, a clock that stands. Raises Trouble."""
    data = Path(tempfile.mkdtemp(dir=room))
    moment = wish.now()
    options = Options(
        data,
        content,
        Settings(still=True, inches=wish.inches),
        size=wish.size,
        monotonic=lambda: 0.0,
        now=lambda: moment,
    )
    kiosk = Kiosk(options)
    try:
        kiosk.show()
        _until(lambda: kiosk.furnished)
        if kiosk.loaded is None:
            raise Trouble("The content could not be read in time. Run `python main.py check` on it.")
        yield Tour(kiosk, kiosk.loaded.library)
    finally:
        kiosk.desk.wipe()  # a translation outlives its kiosk in Qt
        kiosk.close()


def _until(holds: Callable[[], bool]) -> None:
    """Lets the kiosk work until something is so, or for as long as PATIENCE_MS."""
    loop, watch = QEventLoop(), QTimer(interval=LOOKS_MS)
    watch.timeout.connect(lambda: loop.quit() if holds() else None)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    watch.start()
    loop.exec()
    watch.stop()
