"""Writes pictures to the disk and compares them with those of before, beside the walk that takes more of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from errno import EIO
from pathlib import Path
from threading import BoundedSemaphore
from types import TracebackType

from PySide6.QtGui import QImage

from kiosk.preview.album import CONTRASTS, SIZES, Shown, State, View
from kiosk.preview.difference import boxes
from kiosk.preview.tour import Look, Stop

WORKERS = 4
WAITING = 12
"""Pictures that may wait for the disk: 8 MB each."""
LONGEST_NAME = 60
PICTURES, BEFORE = "pictures", "before"
"""The folders of a preview's pictures."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A page that was pictured; its pictures may still be on their way to the disk."""

    stop: Stop
    language: str
    look: Look
    views: tuple[Future[View], ...]

    def shown(self) -> Shown:
        """Waits for the disk. Raises OSError."""
        return Shown(self.stop, self.language, self.look, tuple(view.result() for view in self.views))


class Darkroom:
    """Some threads that write into one folder. ``compared`` when every page is held against the one of before."""

    def __init__(self, folder: Path, *, compared: bool = False) -> None:
        self.folder = folder
        self._compared = compared
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="pictures")
        self._room = BoundedSemaphore(WAITING)
        self._numbers: dict[str, int] = {}

    def __enter__(self) -> Darkroom:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=kind is not None)

    def take(self, stop: Stop, language: str, look: Look, images: Iterable[QImage], before: tuple[Path, ...]) -> Taken:
        """Keeps the pictures of one page; those of ``before`` are the same page from its top to its end."""
        views: list[Future[View]] = []
        for place, image in enumerate(images):
            then = before[place] if place < len(before) else None
            self._room.acquire()
            future = self._pool.submit(self._develop, image, self._name(stop, language, look, place), then)
            future.add_done_callback(lambda _done: self._room.release())
            views.append(future)
        return Taken(stop, language, look, (*views, *self._rest(stop, language, look, before, len(views))))

    def _rest(
        self, stop: Stop, language: str, look: Look, before: tuple[Path, ...], count: int
    ) -> Iterable[Future[View]]:
        """What the page showed further down before; of a page that is gone, all."""
        for place in range(count, len(before)):
            yield self._pool.submit(self._gone, self._name(stop, language, look, place), before[place])

    def _name(self, stop: Stop, language: str, look: Look, place: int) -> str:
        """A file's name that says what it shows, whatever a page is called in the content."""
        number = self._numbers.setdefault(stop.name, len(self._numbers) + 1)
        words = re.sub(r"[^a-z0-9]+", "-", stop.name.lower())[:LONGEST_NAME].strip("-")
        how = (SIZES[look.size], CONTRASTS[look.contrast], *(["lowered"] if look.lowered else []), str(place + 1))
        return "/".join((language, f"{number:03}-{words}-{'-'.join(how)}.png"))

    def _develop(self, image: QImage, name: str, then: Path | None) -> View:
        picture = self._path(PICTURES, name)
        if not image.save(str(picture)):
            raise OSError(EIO, "The picture cannot be written", str(picture))
        if not self._compared:
            return View(f"{PICTURES}/{name}")
        if then is None:
            return View(f"{PICTURES}/{name}", State.NEW)
        found = boxes(image, QImage(str(then)))
        if not found:
            return View(f"{PICTURES}/{name}")
        shutil.copyfile(then, self._path(BEFORE, name))
        return View(f"{PICTURES}/{name}", State.CHANGED, f"{BEFORE}/{name}", found)

    def _gone(self, name: str, then: Path) -> View:
        shutil.copyfile(then, self._path(BEFORE, name))
        return View("", State.GONE, f"{BEFORE}/{name}")

    def _path(self, kind: str, name: str) -> Path:
        path = self.folder / kind / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path
