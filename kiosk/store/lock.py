"""Locks that the operating system lets go of when a program ends, however it ends: one refuses a second running copy,
the other lets programs write one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import IO

from kiosk.store.errors import AlreadyRunning
from kiosk.store.files import make_folder


@contextmanager
def only_one(folder: Path) -> Iterator[Callable[[], None]]:
    """Holds ``folder/lock`` while inside, or until what it gives is called. Raises AlreadyRunning when another copy
    holds it."""
    make_folder(folder)
    with (folder / "lock").open("a+b") as file:
        if not _taken(file):
            raise AlreadyRunning
        yield file.close


def in_use(folder: Path) -> bool:
    """Whether a program holds ``folder`` now; nothing is made for that question."""
    try:
        with (folder / "lock").open("r+b") as file:
            return not _taken(file)
    except OSError:
        return False


@contextmanager
def in_turn(folder: Path) -> Iterator[None]:
    """Holds ``folder/lock`` while inside; waits while another holds it, in this program or elsewhere."""
    make_folder(folder)
    with (folder / "lock").open("a+b") as file:
        _wait_for(file)
        yield


if sys.platform == "win32":
    import msvcrt

    def _wait_for(file: IO[bytes]) -> None:
        while not _taken(file):
            sleep(0.05)

    def _taken(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _wait_for(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _taken(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
