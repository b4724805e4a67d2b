"""Replaces the idle program by a fresh copy of itself: what earlier visitors answered is then in no memory any more.

Python and QML give memory back without wiping it, so only a process that ends forgets for good. On Linux and macOS
the new program takes over the very process, whoever watches over it sees no difference; on Windows a successor starts
and this one ends when the successor's first frame is drawn.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

QUIET = 30
"""Seconds without a touch on the first page: the next in line has had the time to step up."""
YOUNG = 60
"""Seconds after a start in which there is no other, so that a fault can never make it a loop."""
AGAIN = 75
"""What the event loop ends with when a fresh copy is to follow."""
HANDED_ON = "KIOSK_HANDED_ON"
"""The environment variable by which the new program hears of the old one."""
DESCRIPTORS = Path("/dev/fd")
OUTPUT, ERRORS = 1, 2
"""The last two of the three descriptors that every program has."""

Place = tuple[int, int, int, int]
"""A window's left, top, width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Idle:
    """What the kiosk is doing. ``started`` and ``touched`` are seconds of one monotonic clock; ``visited`` whether
    anybody was there since it started, ``alone`` whether its first page shows, ``working`` whether anything is being
    kept, checked or written."""

    started: float
    touched: float
    visited: bool
    alone: bool
    working: bool


def due(idle: Idle, now: float) -> bool:
    """Whether it is time for a fresh start. Pages read, words searched and what staff opened are forgotten like
    answers, so every visit counts; the new program has had none, so each leads to one start at most."""
    waits = now - idle.touched < QUIET or now - idle.started < YOUNG
    return idle.visited and idle.alone and not idle.working and not waits


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What a program leaves to the one that follows: where its window was, and descriptors to let go of when the new
    window has been drawn."""

    place: Place | None = None
    held: tuple[int, ...] = ()

    def let_go(self) -> None:
        """The old window may vanish now."""
        for descriptor in self.held:
            with suppress(OSError):
                release(descriptor)


def release(descriptor: int) -> None:
    """Closes it; output that everybody may write to leads nowhere instead. Raises OSError."""
    if descriptor > ERRORS:
        os.close(descriptor)
    else:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)


def inherited(environment: MutableMapping[str, str]) -> HandedOn:
    """What the program before this one left; nothing when there was none. It is told only once."""
    try:
        told = json.loads(environment.pop(HANDED_ON, "{}"))
        place, held = told.get("place"), told.get("held", ())
        return HandedOn((place[0], place[1], place[2], place[3]) if place else None, tuple(map(int, held)))
    except (ValueError, TypeError, LookupError, AttributeError):
        return HandedOn()


def begin_again(place: Place | None = None) -> NoReturn:
    """Runs the same command line in a fresh program. Records must be closed and the lock let go of. Raises OSError."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    command = (sys.executable, *sys.orig_argv[1:])
    if os.name == "posix":
        become(command, place)
    follow(command, place)


def become(command: Sequence[str], place: Place | None) -> NoReturn:
    """This process runs the command from now on. The window stays on an X or Wayland screen meanwhile: such a screen
    shows it as long as its connection is open, and the new program closes that after its own first frame."""
    screens = tuple(one for one in descriptors() if leads_to_screen(one))
    for descriptor in descriptors():
        with suppress(OSError):
            os.set_inheritable(descriptor, descriptor in screens)
    os.execve(command[0], list(command), environment(place, screens))  # noqa: S606 (our own command line)


def follow(command: Sequence[str], place: Place | None) -> NoReturn:
    """Another process runs the command; this one ends when the other lets go of its output, or ends."""
    import subprocess  # noqa: PLC0415 (when the program ends)

    with subprocess.Popen(command, env=environment(place, (OUTPUT,)), stdout=subprocess.PIPE) as successor:  # noqa: S603
        if successor.stdout is not None:
            successor.stdout.read()
        os._exit(0)  # waits for nothing: the successor lives on


def environment(place: Place | None, held: Sequence[int]) -> dict[str, str]:
    return {**os.environ, HANDED_ON: json.dumps({"place": place, "held": held})}


def descriptors() -> Iterator[int]:
    """The open ones beyond input, output and errors."""
    yield from sorted(number for path in DESCRIPTORS.iterdir() if (number := int(path.name)) > ERRORS)


def leads_to_screen(descriptor: int) -> bool:
    """Whether this is a connection to an X server or a Wayland compositor on this machine."""
    import socket  # noqa: PLC0415 (when the program ends)

    with suppress(OSError), socket.socket(fileno=os.dup(descriptor)) as connection:
        if connection.family == socket.AF_UNIX:
            peer = os.fsdecode(connection.getpeername())
            return "/.X11-unix/X" in peer or Path(peer).name.startswith("wayland-")
    return False


def leave_no_dumps() -> None:
    """From now on a crash writes no memory to the disk. Windows writes none of its own accord; on Linux a collector
    that the system pipes dumps to still gets them, and is asked by the same limit to keep none."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
