"""The top of the content folder: only what the kiosk reads, so that nothing is written for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from kiosk.content.clinic import FILE
from kiosk.content.problem import Problem, did_you_mean, quoted

FOLDERS = ("treatments", "questions", "questionnaires", "pictures", "announcements")
JUDGED = "understandability.toml"
"""How well each page is understood, kept by whoever writes them; the kiosk does not read it."""
ASIDE = (".md", ".txt")
"""Notes that an admin keeps beside the content."""
MOST = 1_000


def check_top(folder: Path, font: str) -> Iterator[Problem]:
    """Warns of folders and files that nothing reads. ``font`` is that of titles, by its path in the folder."""
    try:
        paths = sorted(islice(folder.iterdir(), MOST))
    except OSError:
        return  # told by whoever read it
    for path in paths:
        name = path.name
        used = name in (FILE, JUDGED, *PurePosixPath(font).parts[:1]) or name.lower().endswith(ASIDE)
        if used or name.startswith(".") or name.endswith("~"):
            continue
        told = name if name.isprintable() else "."
        if path.is_dir():
            if name not in FOLDERS:
                sentence = f"The kiosk reads no folder {quoted(name)}{did_you_mean(name, FOLDERS)}"
                yield Problem(told, 1, 1, "warning", "folder-unknown", sentence)
        else:
            sentence = f"Nothing reads the file {quoted(name)} here{did_you_mean(name, (FILE, *FOLDERS))}"
            yield Problem(told, 1, 1, "warning", "file-ignored", sentence)
