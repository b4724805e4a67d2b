"""Whether a folder that somebody edits has changed: a cheap look at names, sizes and times, no file is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

MOST = 20_000
"""Files that are looked at; a clinic has some hundreds."""
DEEPEST = 8
"""Folders below one another."""

Look = tuple[tuple[str, int, int], ...]


def look(folder: Path) -> Look:
    """Name, size in bytes and time in ns of every file that is not hidden; empty for a folder that cannot be read."""
    found: list[tuple[str, int, int]] = []
    for entry in _files(folder, DEEPEST):
        try:
            told = entry.stat()
        except OSError:  # gone since, or a link to nowhere
            continue
        found.append((entry.path, told.st_size, told.st_mtime_ns))
        if len(found) == MOST:
            break
    return tuple(sorted(found))


def _files(folder: Path | str, deep: int) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            there = [entry for entry in entries if not entry.name.startswith(".") and not entry.name.endswith("~")]
    except OSError:
        return
    for entry in there:
        try:
            inner = entry.is_dir(follow_symlinks=False)
        except OSError:
            continue
        if not inner:
            yield entry
        elif deep:
            yield from _files(entry.path, deep - 1)
