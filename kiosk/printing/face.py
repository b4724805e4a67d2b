"""The image map on paper: lines in black, the chosen areas thick and grey, their numbers outside on leader lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from kiosk.printing.ink import Ink, Weight

SVG = "{http://www.w3.org/2000/svg}"
INK = "#4F1430"
"""The colour of the drawing's lines; every other colour in it is a tone."""
GAP = 92.0
"""Between two numbers on one side, in the drawing's units (it is about 750 high)."""
REACH, RADIUS = 74.0, 36.0
"""How far a number stands outside the drawing's box, and the size of its ring."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A chosen area's number: where its ring stands and which point of the area it points at."""

    number: int
    ring: QPointF
    point: QPointF


class Face:
    """A drawing whose ``<g id="regions">`` holds a group for each area, its id the answer's code.

    ``chosen`` gives the number of each chosen code. Raises OSError and ElementTree.ParseError for what is no drawing.
    """

    def __init__(self, path: Path, chosen: Mapping[str, int]) -> None:
        root = ElementTree.parse(path).getroot()  # noqa: S314 (content was checked; expat loads nothing from outside)
        areas = _blackened(root, chosen)
        self._svg = QSvgRenderer(ElementTree.tostring(root))
        self._box = self._svg.viewBoxF()
        self.badges = self._badges(areas, chosen)

    def height(self, width: float) -> float:
        return self._box.height() * width / self._wide

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.save()
        painter.translate(x, y)
        painter.scale(width / self._wide, width / self._wide)
        painter.translate(-self._box.left() + REACH + RADIUS, -self._box.top())
        self._svg.render(painter, self._box)
        for badge in self.badges:
            _draw(painter, badge)
        painter.restore()

    @property
    def _wide(self) -> float:
        return self._box.width() + 2 * (REACH + RADIUS)

    def _badges(self, areas: Mapping[str, list[str]], chosen: Mapping[str, int]) -> list[Badge]:
        """The numbers, shared out to both sides from the top, none nearer to the next than GAP."""
        spots = {code: [self._svg.boundsOnElement(name).center() for name in names] for code, names in areas.items()}
        sides: tuple[list[Badge], list[Badge]] = ([], [])
        for code in sorted(spots, key=lambda code: spots[code][0].y()):
            right = len(sides[1]) < len(sides[0])
            point = (max if right else min)(spots[code], key=lambda spot: spot.x())
            x = self._box.right() + REACH if right else self._box.left() - REACH
            above = sides[right][-1].ring.y() + GAP if sides[right] else self._box.top() + RADIUS + 2
            sides[right].append(Badge(chosen[code], QPointF(x, max(above, point.y())), point))
        return [badge for side in sides for badge in _raised(side, self._box)]


def _raised(side: list[Badge], box: QRectF) -> list[Badge]:
    """The same numbers, moved up where they would stand below the drawing."""
    lowest = box.bottom() - RADIUS - 2
    raised = []
    for badge in reversed(side):
        y = min(badge.ring.y(), lowest)
        raised.append(Badge(badge.number, QPointF(badge.ring.x(), y), badge.point))
        lowest = y - GAP
    return raised[::-1]


def _blackened(root: ElementTree.Element, chosen: Mapping[str, int]) -> dict[str, list[str]]:
    """Makes the drawing black on white with the chosen areas alone; returns the ids of each chosen area's paths."""
    for element in root.iter():
        for name in ("fill", "stroke"):
            if element.get(name, "none").startswith("#"):
                element.set(name, "#000000" if element.get(name, "").upper() == INK else "#FFFFFF")
    groups = {group.get("id", ""): group for group in root.findall(f"{SVG}g")}
    if "badges" in groups:
        root.remove(groups["badges"])
    areas: dict[str, list[str]] = {}
    for group in groups.get("regions", ElementTree.Element("none")):
        code = group.get("id", "")
        paths = list(group.iter(f"{SVG}path")) if code in chosen else []
        for number, path in enumerate(paths):
            path.attrib.update({"fill": "#D9D9D9", "stroke": "#000000", "stroke-width": "8", "id": f"{code}-{number}"})
            path.attrib.pop("stroke-dasharray", None)
            areas.setdefault(code, []).append(f"{code}-{number}")
        if not paths:
            group.clear()
    return areas


def _draw(painter: QPainter, badge: Badge) -> None:
    painter.setPen(QPen(QColor("#000000"), 3))
    painter.drawLine(badge.ring, badge.point)
    painter.setBrush(QBrush(QColor("#000000")))
    painter.drawEllipse(badge.point, 6, 6)
    painter.drawEllipse(badge.ring, RADIUS, RADIUS)
    # As an outline: the list of areas has the numbers to be read, copied and searched.
    font = Ink().font(5, Weight.SEMIBOLD)
    digits = QPainterPath()
    digits.addText(0, 0, font, str(badge.number))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor("#FFFFFF")))
    painter.drawPath(digits.translated(badge.ring - digits.boundingRect().center()))
