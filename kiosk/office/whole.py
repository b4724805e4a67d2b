"""Files that an export writes: whole under their names, or not there at all, whatever ends the writing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

BESIDE = ".part"
"""Ends the name of a file that is not whole yet."""


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, for its owner's eyes only; it gets its name when the block ends well. When it does not, be
    it by Ctrl-C, nothing of it stays. The folder is for the caller to sync. Raises OSError."""
    beside = path.with_name(f".{path.name}{BESIDE}")
    beside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def put(path: Path, content: bytes) -> None:
    """The same in one step."""
    with whole(path) as file:
        file.write(content)
