"""Whether an SVG drawing is safe to draw: XML that holds nothing but shapes, and no more than a drawing has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from kiosk.content.problem import Mistake, quoted

DEEPEST = 64
MOST_SHAPES = 20_000
MOST_PATH = 500_000
"""Letters of all paths together."""
LARGEST = 4096
"""Pixels a side."""
UNSAFE = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|href\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)|@import|\son[a-z]+\s*=",
    re.IGNORECASE,
)
FORBIDDEN = frozenset(
    {"script", "image", "foreignobject", "use", "feimage", "iframe", "video", "audio", "animate", "set"}
)
HUGE = re.compile(r"[0-9]{7}|[0-9]e\+?[0-9]", re.IGNORECASE)
"""A number of a million or more: a renderer may take minutes to dash such a line."""
LENGTHS = frozenset(
    (
        *("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "transform"),
        *("viewbox", "width", "height", "stroke-width", "stroke-dasharray", "font-size", "style"),
    )
)
"""Attributes whose numbers a renderer works with."""
SIDE = re.compile(r"[0-9]+")
AREA = re.compile(rb"<g\b[^<>]*?\sid\s*=\s*[\"']([^\"'<>]+)[\"']")


@dataclass
class Drawing:
    """What was seen of a drawing while it was read."""

    name: str
    depth: int = 0
    shapes: int = 0
    path: int = 0
    scales: bool = False

    def begins(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.shapes += 1
        kind = tag.rpartition(":")[2].lower()
        if self.shapes == 1:
            self._root(kind, attributes)
        if kind in FORBIDDEN:
            raise unsafe(self.name)
        self.path += len(attributes.get("d", "")) + len(attributes.get("points", ""))
        if self.depth > DEEPEST or self.shapes > MOST_SHAPES or self.path > MOST_PATH:
            raise Mistake("picture-too-complex", f"{quoted(self.name)} has more shapes than can be drawn in time.")
        if any(key.lower() in LENGTHS and HUGE.search(value) for key, value in attributes.items()):
            raise Mistake("picture-too-large", f"{quoted(self.name)} holds a number of a million or more.")

    def ends(self, _tag: str) -> None:
        self.depth -= 1

    def _root(self, kind: str, attributes: dict[str, str]) -> None:
        if kind != "svg":
            raise Mistake("picture-kind", f"{quoted(self.name)} is no SVG drawing.")
        self.scales = "viewBox" in attributes
        for key in ("width", "height"):
            side = SIDE.match(attributes.get(key, "").strip())
            if side and (len(side[0]) > 6 or int(side[0]) > LARGEST):
                raise Mistake("picture-too-large", f"{quoted(self.name)} has more than {LARGEST} pixels a side.")


def read_svg(name: str, data: bytes) -> Drawing:
    """Reads a drawing once, from its first byte to its last. Raises Mistake at the first thing that is wrong."""
    if b"<svg" not in data:
        raise Mistake("picture-kind", f"{quoted(name)} is no SVG drawing.")
    if UNSAFE.search(data):
        raise unsafe(name)
    drawing = Drawing(name)
    parser = expat.ParserCreate()
    parser.StartElementHandler = drawing.begins
    parser.EndElementHandler = drawing.ends
    try:
        parser.Parse(data, True)
    except Mistake:
        raise
    except (expat.ExpatError, ValueError, LookupError):  # the last two: an encoding that nobody knows
        raise Mistake("picture-kind", f"{quoted(name)} is broken: it is no XML. Save it again.") from None
    return drawing


def areas(data: bytes) -> set[str]:
    """The ids of the drawing's groups."""
    return {id.decode("utf-8", "replace") for id in AREA.findall(data)}


def unsafe(name: str) -> Mistake:
    return Mistake("picture-unsafe", f"{quoted(name)} holds a script, an entity or another file; save it plain.")
