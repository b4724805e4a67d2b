"""Drawings as addresses QML can load, recoloured for the other contrasts."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

LIGHT, DARK, LOW = 1, 2, 3
INK = "#4F1430"
SOFTER = {INK: "#6B3A52", "#FFFFFF": "#F4EEE6"}
"""What ink and bare ground become in low contrast (``wine`` and ``card`` of LowColours.qml)."""
TONES = {"#4F1430": "wine", "#F8E7E0": "blush", "#F1D3C6": "rose", "#E6B9A6": "rose"}
"""What the tones of the kiosk's own drawings stand for."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@lru_cache(maxsize=64)
def address(path: Path, contrast: int) -> str:
    """A file address, or for another contrast a data address of the drawing in that contrast's colours."""
    if contrast not in (LIGHT, DARK, LOW) or path.suffix != ".svg":
        return path.resolve().as_uri()
    return drawing_address(path.read_text(encoding="utf-8"), contrast)


def dressed_address(path: Path, colours: Mapping[str, str]) -> str:
    """The address of one of the kiosk's own drawings in the colours of a look."""
    if all(colours[name].upper() == tone for tone, name in TONES.items() if name != "rose"):
        return path.resolve().as_uri()
    svg = path.read_text(encoding="utf-8")
    tinted = _COLOUR.sub(lambda found: colours.get(TONES.get(found[0].upper(), ""), found[0]), svg)
    return "data:image/svg+xml;utf8," + quote(tinted)


def drawing_address(svg: str, contrast: int) -> str:
    """An SVG text as a data address; in high contrast its ink becomes the mark and every tone the ground, in low
    contrast ink and bare ground become softer."""
    if contrast in (LIGHT, DARK):
        mark, ground = ("#000000", "#FFFFFF") if contrast == LIGHT else ("#FFFFFF", "#000000")
        svg = _COLOUR.sub(lambda found: mark if found[0].upper() == INK else ground, svg)
    elif contrast == LOW:
        svg = _COLOUR.sub(lambda found: SOFTER.get(found[0].upper(), found[0]), svg)
    return "data:image/svg+xml;utf8," + quote(svg)


def png_address(data: bytes) -> str:
    """A PNG as a data address."""
    return "data:image/png;base64," + b64encode(data).decode("ascii")
