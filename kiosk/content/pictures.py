"""The pictures of the content folder: that they are there, and that drawing them is safe."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from kiosk.content.files import KIB, read_bytes
from kiosk.content.problem import Mistake, quoted

LARGEST = 4096
"""Pixels a side."""
UNSAFE = re.compile(rb"<!DOCTYPE|<!ENTITY|<script|<image|<foreignObject|<use\b|href\s*=\s*[\"'](?!#)", re.IGNORECASE)
AREA = re.compile(rb"<g\b[^<>]*?\sid\s*=\s*[\"']([^\"'<>]+)[\"']")
SIDE = re.compile(rb"<svg\b[^<>]*?\s(?:width|height)\s*=\s*[\"']([0-9]+)")
PNG = b"\x89PNG\r\n\x1a\n"


class Pictures:
    """Pictures by the names the content calls them; each file is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read: dict[str, bytes] = {}

    def find(self, name: str) -> Path:
        """The picture's path. Raises Mistake when it is not there, lies elsewhere or should not be drawn."""
        path = self.folder / name
        if name not in self.read:
            self.read[name] = self._checked(name, path)
        return path

    def areas(self, name: str) -> set[str]:
        """The ids of the SVG's groups. Raises Mistake like ``find``."""
        self.find(name)
        return {id.decode("utf-8", "replace") for id in AREA.findall(self.read[name])}

    def _checked(self, name: str, path: Path) -> bytes:
        if ".." in PurePosixPath(name).parts or re.search(r"^/|[\\:\x00-\x1f]", name):
            raise Mistake("picture-outside", f"{quoted(name)} must be the name of a file in the pictures folder.")
        try:
            data = read_bytes(self.folder, path, 2048 * KIB)
        except Mistake as mistake:
            code = {"file-missing": "picture-missing", "path-outside": "picture-outside"}.get(mistake.code)
            raise Mistake(code or mistake.code, f"The picture {quoted(name)}: {mistake.sentence}") from None
        if name.lower().endswith(".svg"):
            _check_svg(name, data)
        elif name.lower().endswith(".png"):
            _check_png(name, data)
        else:
            raise Mistake("picture-kind", f"{quoted(name)} must be an .svg or a .png file.")
        return data


def _check_svg(name: str, data: bytes) -> None:
    if b"<svg" not in data:
        raise Mistake("picture-kind", f"{quoted(name)} is no SVG drawing.")
    if UNSAFE.search(data):
        raise Mistake("picture-unsafe", f"{quoted(name)} holds a script, an entity or another file; save it plain.")
    if any(len(side) > 6 or int(side) > LARGEST for side in SIDE.findall(data)):
        raise Mistake("picture-too-large", f"{quoted(name)} has more than {LARGEST} pixels a side.")


def _check_png(name: str, data: bytes) -> None:
    """A PNG begins with its signature, then a chunk IHDR with width and height as 32-bit numbers."""
    if not data.startswith(PNG) or data[12:16] != b"IHDR":
        raise Mistake("picture-kind", f"{quoted(name)} is no PNG picture.")
    if max(int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) > LARGEST:
        raise Mistake("picture-too-large", f"{quoted(name)} has more than {LARGEST} pixels a side.")
