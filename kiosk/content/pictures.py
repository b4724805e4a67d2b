"""The pictures of the content folder: that they are there, and that drawing them is safe."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import islice
from pathlib import Path, PurePosixPath

from kiosk.content.files import KIB, read_bytes
from kiosk.content.png import check_png
from kiosk.content.problem import Mistake, did_you_mean, quoted
from kiosk.content.svg import areas, read_svg

LARGEST = 2048 * KIB
MOST_NAMES = 1000
"""Of a folder are looked through for a name that may have been meant."""


class Pictures:
    """Pictures by the names the content calls them; each file is read once. ``asked`` are all names, ``read`` the
    bytes of the sound ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read: dict[str, bytes] = {}
        self.asked: set[str] = set()

    def find(self, name: str) -> Path:
        """The picture's path. Raises Mistake when it is not there, lies elsewhere or should not be drawn."""
        path = self.folder / name
        self.asked.add(name)
        if name not in self.read:
            self.read[name] = self._checked(name, path)
        return path

    def areas(self, name: str) -> set[str]:
        """The ids of the SVG's groups. Raises Mistake like ``find``."""
        self.find(name)
        return areas(self.read[name])

    def _checked(self, name: str, path: Path) -> bytes:
        if ".." in PurePosixPath(name).parts or re.search(r"^/|[\\:\x00-\x1f]", name):
            raise Mistake("picture-outside", f"{quoted(name)} must be the name of a file in the pictures folder.")
        try:
            data = read_bytes(self.folder, path, LARGEST)
        except Mistake as mistake:
            code = {"file-missing": "picture-missing", "path-outside": "picture-outside"}.get(mistake.code)
            near = did_you_mean(name, self._names()) if code == "picture-missing" else "."
            sentence = mistake.sentence if near == "." else mistake.sentence.rstrip(".") + near
            raise Mistake(code or mistake.code, f"The picture {quoted(name)}: {sentence}") from None
        check_picture(name, data)
        return data

    def _names(self) -> list[str]:
        """What lies in the folder, as far as it can be seen."""
        with suppress(OSError):
            return [path.name for path in islice(self.folder.iterdir(), MOST_NAMES)]
        return []


def check_picture(name: str, data: bytes) -> None:
    """Raises Mistake when the bytes are not what the name says, or should not be drawn."""
    if name.lower().endswith(".svg"):
        read_svg(name, data)
    elif name.lower().endswith(".png"):
        check_png(name, data)
    else:
        raise Mistake("picture-kind", f"{quoted(name)} must be an .svg or a .png file.")
