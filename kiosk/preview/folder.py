"""The folder a preview is written to: whole or not at all, and never in the place of something else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.machine import Trouble
from kiosk.preview.index import OURS

INDEX = "index.html"
BESIDE, ASIDE = ".half-made", ".replaced"
"""End the names of a preview that is being made, and of the one before it for the moment both are there."""
HEAD = 4096
"""Bytes of the index in which it says what it is."""


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """An empty folder to write a preview into; it takes the place of ``out`` when the block ends well, and goes away
    when it does not. Raises Trouble when ``out`` holds anything but an earlier preview, or OSError."""
    out = out.resolve()
    check(out)
    beside, aside = (out.with_name(f".{out.name}{ending}") for ending in (BESIDE, ASIDE))
    for old in (beside, aside):
        shutil.rmtree(old, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    beside.mkdir()
    try:
        yield beside
        if out.exists():
            out.replace(aside)
        beside.replace(out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(aside, ignore_errors=True)


def check(out: Path) -> None:
    """Raises Trouble when a preview must not be written there, or OSError."""
    if not out.exists():
        return
    if not out.is_dir():
        raise Trouble(f"{out} is a file. Choose a folder with --out.")
    if any(out.iterdir()) and not is_preview(out):
        raise Trouble(f"{out} holds other files. Choose an empty folder, or a new name, with --out.")


def is_preview(folder: Path) -> bool:
    """Whether an earlier preview lies there."""
    try:
        with (folder / INDEX).open(encoding="utf-8", errors="replace") as file:
            return OURS in file.read(HEAD)
    except OSError:
        return False
