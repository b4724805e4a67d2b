"""Words that stand for answers, and where they are looked for; as a program, a kiosk that is visited, is left alone,
begins again, and then looks for them in its own memory.

``canaries.py DATA CONTENT REPORT``: each life adds a JSON line to REPORT. Nothing but the first life
knows the words; every other text has them in a disguise that, put on twice, does not come off.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from finger import Clock, Finger
from patient import BEGIN, fills_every_type, introduces, sends
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QGuiApplication

import main
from kiosk import app, options
from kiosk.restart import HANDED_ON, QUIET
from kiosk.store.errors import AlreadyRunning
from kiosk.store.lock import only_one

STEP = 101
SENT, ABANDONED = bytes.fromhex("d6dcdddbc7dfd0cfd6de"), bytes.fromhex("cfddd6d0dbdcdfdfc7d5")
CHUNK, LONGEST = 1 << 24, 64
"""Bytes that are looked at in one go, and more than a word has."""
BYTES = 256
PUT_ON = bytes((byte + STEP) % BYTES for byte in range(BYTES))


def revealed(disguised: bytes) -> str:
    return bytes((byte - STEP) % BYTES for byte in disguised).decode()


def disguises() -> Iterator[bytes]:
    """Both words as UTF-8 and as UTF-16, where every other byte is zero."""
    for word in (SENT, ABANDONED):
        yield word
        yield bytes([STEP]).join(word[at : at + 1] for at in range(len(word)))


def count(data: bytes) -> int:
    """How often the words stand in it."""
    disguised = data.translate(PUT_ON)
    return sum(disguised.count(word) for word in disguises())


def files_with_words(*folders: Path) -> list[Path]:
    """Files below these folders whose bytes or names hold a word."""
    paths = [path for folder in folders for path in folder.rglob("*")]
    return [path for path in paths if count(bytes(path)) or (path.is_file() and count(path.read_bytes()))]


def count_in_memory() -> int:
    """How often the words stand in what this program has written in memory (Linux)."""
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        return sum(count(part(memory.fileno(), at, end)) for begin, end in written() for at in range(begin, end, CHUNK))


def written() -> list[tuple[int, int]]:
    """From where to where."""
    lines = [line.split() for line in Path("/proc/self/maps").read_text("utf-8").splitlines()]
    spans = [line[0].split("-") for line in lines if line[1].startswith("rw")]
    return [(int(begin, 16), int(end, 16)) for begin, end in spans]


def part(memory: int, begin: int, end: int) -> bytes:
    """A piece, and a little of the next one; empty when it was given back in the meantime."""
    try:
        return os.pread(memory, min(CHUNK + LONGEST, end - begin), begin)
    except OSError:
        return b""


class Life(app.Kiosk):
    """A kiosk that drives itself and reports."""

    def __init__(self, *how: object, clock: Clock, report: Path, begun: float) -> None:
        super().__init__(*how)
        self._clock, self._report = clock, report
        self._told: dict[str, object] = {"pid": os.getpid(), "begun": begun}

    def show(self) -> None:
        super().show()
        QTimer.singleShot(0, self._live)

    def _first_frame(self) -> None:
        self._told.setdefault("first frame", time.monotonic())
        super()._first_frame()

    def _live(self) -> None:
        QAccessible.setActive(True)
        finger = Finger(self, self._clock)
        try:
            finger.until(lambda: self.furnished and not self.chores.busy)
            self.live(finger)
        finally:
            if "done" not in self._told:
                QGuiApplication.exit(1)

    def live(self, finger: Finger) -> None:
        raise NotImplementedError

    def report(self, **more: object) -> None:
        self._told |= more
        with self._report.open("a", encoding="utf-8") as file:
            file.write(json.dumps(self._told) + "\n")


class Before(Life):
    """The visits: answers that are sent, and answers that are left behind."""

    def live(self, finger: Finger) -> None:
        finger.taps("Touch anywhere to start", *BEGIN)
        fills_every_type(finger, revealed(SENT))
        sends(finger)
        finger.taps("Done, clear now", "Touch anywhere to start", *BEGIN, "Next")
        introduces(finger, revealed(ABANDONED))
        finger.waits(165)
        finger.until(lambda: not self.background.busy)
        self.window.setPosition(40, 30)
        self._told |= {"page": self.desk.page, "found": count_in_memory(), "done": True}
        finger.waits(QUIET)

    def rest(self) -> None:
        super().rest()
        self.report(ended=time.monotonic(), place=self.place)


class After(Life):
    """The fresh program: looks around and waits, so that it could begin again once too often."""

    def live(self, finger: Finger) -> None:
        self._told |= {"page": self.desk.page, "found": count_in_memory(), "place": self.place}
        kept = revealed(SENT)  # what is there must be found
        self._told |= {"found of one kept": count_in_memory(), "kept": len(kept)}
        self._told |= {"handed on": HANDED_ON in os.environ, "locked": locked(self.options.data)}
        if sys.platform != "win32":
            self._told["dumps"] = dump_limits()
        finger.waits(10 * QUIET)
        self.report(done=True)
        self.quit()


def dump_limits() -> tuple[int, int]:
    import resource  # noqa: PLC0415 (not on Windows)

    return resource.getrlimit(resource.RLIMIT_CORE)


def locked(data: Path) -> bool:
    try:
        with only_one(data):
            return False
    except AlreadyRunning:
        return True


def live(data: str, content: str, report: str) -> int:
    """One life of the real program, with a clock that only moves when it is told to."""
    begun, clock, told = time.monotonic(), Clock(), Path(report)
    options.Options = partial(options.Options, monotonic=clock.monotonic, now=clock.now)
    app.Kiosk = partial(After if told.exists() else Before, clock=clock, report=told, begun=begun)
    return main.main(["--size", "1080x1920", "--data", data, "--content", content])


if __name__ == "__main__":
    sys.exit(live(*sys.argv[1:]))
