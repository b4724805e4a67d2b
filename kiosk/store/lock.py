"""Refuses a second running copy: a lock the operating system lets go of when the program ends, however it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
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


if sys.platform == "win32":
    import msvcrt

    def _taken(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
