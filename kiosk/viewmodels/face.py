"""An image map: an SVG whose areas' ids are the answers' codes, split into what lies below them and what above."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from kiosk.domain.values import Absent
from kiosk.domain.view import Node
from kiosk.viewmodels.pictures import drawing_address

SVG = "{http://www.w3.org/2000/svg}"
ElementTree.register_namespace("", SVG.strip("{}"))


@dataclass(frozen=True)
class Area:
    """One area: its outline as path data and the place of its number, in the drawing's own coordinates."""

    code: str
    outline: str
    x: float
    y: float


@dataclass(frozen=True)
class FaceMap:
    """A drawing with areas. ``box`` is the SVG's viewBox: left, top, width, height."""

    box: tuple[float, float, float, float]
    areas: tuple[Area, ...]
    below: str
    above: str


@dataclass(frozen=True)
class AreaRow:
    key: str
    number: int
    title: str
    chosen: bool
    outline: str
    centreX: float
    centreY: float


def area_rows(node: Node, face: FaceMap | None, language: str) -> list[AreaRow]:
    """The options of an image-map question with their places; empty for any other question."""
    if face is None:
        return []
    places = {area.code: area for area in face.areas}
    chosen = () if isinstance(node.answer, Absent) else node.answer
    return [
        AreaRow(o.value.code, n, o.label.in_language(language), o.value in chosen, place.outline, place.x, place.y)
        for n, o in enumerate(node.item.options, start=1)
        if (place := places.get(o.value.code))
    ]


@lru_cache(maxsize=8)
def read_face(path: Path) -> FaceMap:
    """Reads a drawing: every ``<g id>`` below ``<g id="regions">`` is an area, the circle of the same rank below
    ``<g id="badges">`` is its number's place. Raises OSError and ElementTree.ParseError for what is no drawing."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 (content was checked; expat loads nothing from outside)
    left, top, width, height = (float(number) for number in root.get("viewBox", "0 0 100 100").split())
    groups = {group.get("id"): group for group in root.findall(f"{SVG}g")}
    regions, badges, lines = groups.get("regions"), groups.get("badges"), groups.get("drawing")
    circles = badges.findall(f"{SVG}circle") if badges is not None else []
    centres = [(float(circle.get("cx", 0)), float(circle.get("cy", 0))) for circle in circles]
    found = []
    for place, group in enumerate(regions if regions is not None else ()):
        outline = " ".join(path.get("d", "") for path in group.iter(f"{SVG}path"))
        x, y = centres[place] if place < len(centres) else middle(outline)
        found.append(Area(group.get("id", ""), outline, x, y))
    return FaceMap(
        (left, top, width, height),
        tuple(found),
        without(root, [regions, badges, lines]),
        without(root, [child for child in root if child is not lines]),
    )


def without(root: ElementTree.Element, parts: list[ElementTree.Element | None]) -> str:
    """The drawing as SVG text without these parts of it."""
    copy = ElementTree.Element(root.tag, root.attrib)
    copy.extend(child for child in root if child not in parts)
    return ElementTree.tostring(copy, encoding="unicode")


def face_addresses(face: FaceMap, contrast: int) -> tuple[str, str]:
    """What lies below and above the areas, as addresses QML can load."""
    return drawing_address(face.below, contrast), drawing_address(face.above, contrast)


def middle(outline: str) -> tuple[float, float]:
    """The middle of a path's points."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", outline)]
    xs, ys = numbers[0::2], numbers[1::2]
    return ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2) if xs and ys else (0.0, 0.0)
