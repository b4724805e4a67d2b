"""The folder of pictures as a whole: nothing in it that nobody shows, and nothing that could not be shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kiosk.content.files import KIB, read_bytes
from kiosk.content.load import MOST_FILES
from kiosk.content.pictures import LARGEST, Pictures, check_picture
from kiosk.content.problem import Mistake, Problem, quoted
from kiosk.content.svg import read_svg

FOLDER = "pictures"
HEAVY = 512 * KIB
"""Bytes; a larger picture is drawn late."""
WIDEST = 2160
"""Pixels a side: twice the width of the reference panel, so that more can never be seen."""


def check_folder(folder: Path, shown: Pictures) -> Iterator[Problem]:
    """What is wrong with the files in ``folder``/pictures. Those that a page names were checked when it was read."""
    try:
        paths = list(islice((folder / FOLDER).iterdir(), MOST_FILES + 1))
    except OSError:
        return  # told where a page wanted a picture
    if len(paths) > MOST_FILES:
        sentence = f"There are more than {MOST_FILES} files in this folder; move them elsewhere."
        yield Problem(FOLDER, 1, 1, "error", "folder-too-large", sentence)
        return
    for path in sorted(paths):
        if path.name.startswith(".") or path.name.endswith("~"):
            continue
        if not path.name.isprintable():
            sentence = f"The name of the file {quoted(path.name)} holds odd letters."
            yield Problem(FOLDER, 1, 1, "error", "file-name", sentence)
        elif path.is_dir():
            if not any(name.startswith(f"{path.name}/") for name in shown.asked):
                sentence = "No page shows a picture of this folder; take it out."
                yield Problem(f"{FOLDER}/{path.name}", 1, 1, "warning", "picture-unused", sentence)
        else:
            yield from _one(folder, path.name, shown)


def _one(folder: Path, name: str, shown: Pictures) -> Iterator[Problem]:
    file = f"{FOLDER}/{name}"
    if name not in shown.asked:
        sentence = "No page shows this picture; name it in one, or take it out."
        yield Problem(file, 1, 1, "warning", "picture-unused", sentence)
    elif name not in shown.read:
        return  # told where a page shows it
    try:
        data = shown.read[name] if name in shown.read else read_bytes(folder / FOLDER, folder / FOLDER / name, LARGEST)
        check_picture(name, data)
    except Mistake as mistake:
        yield Problem(file, 1, 1, "warning", mistake.code, mistake.sentence)
        return
    if len(data) > HEAVY:
        sentence = f"This picture has {len(data) // KIB} KiB; save it with {HEAVY // KIB} or fewer."
        yield Problem(file, 1, 1, "warning", "picture-heavy", sentence)
    if name.lower().endswith(".svg"):
        if not read_svg(name, data).scales:
            sentence = 'This drawing has no viewBox, so it cannot grow; add one like viewBox="0 0 200 200".'
            yield Problem(file, 1, 1, "warning", "picture-viewbox", sentence)
    elif max(int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) > WIDEST:
        sentence = f"This picture is larger than the screen shows; save it with {WIDEST} pixels a side or fewer."
        yield Problem(file, 1, 1, "warning", "picture-heavy", sentence)
