"""The parts of a printed visit: headings, rules, alerts, answers, a signature."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.form import Level
from kiosk.printing.ink import ENDLESS, Ink, Text, Weight
from kiosk.printing.paper import PT

BLACK, GREY, WHITE = QColor("#000000"), QColor("#D9D9D9"), QColor("#FFFFFF")
HAIR, THICK = 0.5 * PT, 1.4 * PT
BLOCK = 90
"""Points that the block with an alert's word is wide."""
PATH = re.compile(r"[MLHVCSQTZmlhvcsqtz0-9eE+\-., \n]*")
"""Path data and nothing else: strokes come from a record, and Qt warns of others."""

OCTAGON = ((7, 1), (17, 1), (23, 7), (23, 17), (17, 23), (7, 23), (1, 17), (1, 7))
TRIANGLE = ((12, 2), (23, 21.5), (1, 21.5))
MARKS: Mapping[str, tuple[float, float, float]] = {
    Level.STOP_ASK: (6.5, 13, 17),
    Level.CAUTION: (8.5, 13.5, 17.2),
    Level.INFO: (11, 17.5, 7),
}
"""Where the line of the "!" or "i" in a sign begins and ends, and its dot; signs are 24 units high."""
FILLS: Mapping[str, QColor] = {Level.STOP_ASK: BLACK, Level.CAUTION: GREY, Level.INFO: WHITE}


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""

    pen: float = HAIR

    def height(self, width: float) -> float:  # noqa: ARG002 - a part is asked for its height at a width
        return self.pen

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        painter.fillRect(QRectF(x, y, width, self.pen), BLACK)


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts below each other."""

    texts: tuple[Text, ...]

    def height(self, width: float) -> float:
        return sum(text.height(width) for text in self.texts)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        for text in self.texts:
            text.paint(painter, x, y, width)
            y += text.height(width)


@dataclass(frozen=True, slots=True)
class Sides:
    """One stack at the left, one at the right edge, their last lines level."""

    left: Stack
    right: Stack

    def height(self, width: float) -> float:
        wide = width - self._right(width)
        return max(self.left.height(wide), self.right.height(self._right(width)))

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        right, end = self._right(width), y + self.height(width)
        left = width - right
        self.left.paint(painter, x, end - self.left.height(left), left)
        self.right.paint(painter, x + left, end - self.right.height(right), right)

    def _right(self, width: float) -> float:
        """What the left leaves, at least half."""
        return max(width / 2, width - max(text.width for text in self.left.texts) - 12 * PT)


@dataclass(frozen=True, slots=True)
class Bullet:
    """A text after a mark that hangs at its left."""

    mark: Text
    text: Text

    def height(self, width: float) -> float:
        return self.text.height(width - self._indent)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        self.mark.paint(painter, x, y, self._indent)
        self.text.paint(painter, x + self._indent, y, width - self._indent)

    @property
    def _indent(self) -> float:
        return max(self.mark.width + 0.4 * self.mark.font.pixelSize(), 1.1 * self.mark.font.pixelSize())


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert in its frame: its sign and word in a block at the left, what it says, and where it comes from."""

    ink: Ink
    level: str
    says: Stack
    origin: Stack

    def height(self, width: float) -> float:
        says, origin = self._columns(width)
        return max(self.says.height(says), self.origin.height(origin)) + self.ink.points(8)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        height, points = self.height(width), self.ink.points
        block, (says, origin) = points(BLOCK), self._columns(width)
        self._frame(painter, QRectF(x, y, width, height))
        self.says.paint(painter, x + block + points(9), y + points(4), says)
        self.origin.paint(painter, x + width - origin - points(8), y + points(5), origin)

    def _frame(self, painter: QPainter, frame: QRectF) -> None:
        block = QRectF(frame.topLeft(), QSizeF(self.ink.points(BLOCK), frame.height()))
        fill = FILLS.get(self.level, BLACK)
        painter.fillRect(block, fill)
        painter.setPen(QPen(BLACK, HAIR if self.level == Level.INFO else THICK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        painter.drawLine(block.topRight(), block.bottomRight())
        front = WHITE if fill is BLACK else BLACK
        side = self.ink.points(15)
        corner = QPointF(block.left() + side / 2, block.center().y() - side / 2)
        draw_sign(painter, self.level, QRectF(corner, QSizeF(side, side)), front)
        word = Text(self.level, self.ink.font(10.5, Weight.BOLD))
        painter.setPen(front)
        word.paint(painter, corner.x() + 1.4 * side, block.center().y() - word.height(ENDLESS) / 2, ENDLESS)
        painter.setPen(BLACK)

    def _columns(self, width: float) -> tuple[float, float]:
        room = width - self.ink.points(BLOCK + 30)
        return room * 0.57, room * 0.43


@dataclass(frozen=True, slots=True)
class Answer:
    """A question at the left and its answer at the right, under a hair line. ``level`` is of the alert it raised."""

    ink: Ink
    question: Text
    answer: Text
    level: str = ""
    strokes: str = field(default="", repr=False)

    def height(self, width: float) -> float:
        question, answer = self._columns(width)
        tall = max(self.question.height(question), self.answer.height(answer), self._signature.height())
        return tall + self.ink.points(4.2)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        question, answer = self._columns(width)
        left, top, side = x + width - answer, y + self.ink.points(2.1), self.ink.points(9.5)
        Rule().paint(painter, x, y, width)
        self.question.paint(painter, x, top, question)
        if self.level:
            sign = QRectF(left - side * 1.45, top + self.ink.points(1.2), side, side)
            draw_sign(painter, self.level, sign, BLACK)
        self.answer.paint(painter, left, top, answer)
        if self.strokes:
            draw_strokes(
                painter, self.strokes, QRectF(QPointF(x + width - 1.6 * self._signature.width(), top), self._signature)
            )

    @property
    def _signature(self) -> QSizeF:
        """In the proportions of the box it was drawn in, 1000 x 400."""
        return QSizeF(self.ink.points(110), self.ink.points(44)) if self.strokes else QSizeF(0, 0)

    def _columns(self, width: float) -> tuple[float, float]:
        return width * 0.43 - self.ink.points(20), width * 0.57


def draw_sign(painter: QPainter, level: str, box: QRectF, colour: QColor) -> None:
    """The octagon, triangle or circle of a level, as outlines that stay apart in any print; an octagon for others."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if level == Level.INFO:
        painter.drawEllipse(QPointF(12, 12), 11, 11)
    else:
        corners = TRIANGLE if level == Level.CAUTION else OCTAGON
        painter.drawPolygon(QPolygonF([QPointF(across, down) for across, down in corners]))
    top, bottom, dot = MARKS.get(level, MARKS[Level.STOP_ASK])
    painter.drawLine(QPointF(12, top), QPointF(12, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawEllipse(QPointF(12, dot), 1.4, 1.4)
    painter.restore()


def draw_strokes(painter: QPainter, strokes: str, box: QRectF) -> None:
    """A signature, from path data in a box of 1000 x 400, above a line to sign on; the line alone for other data."""
    Rule().paint(painter, box.left(), box.bottom(), box.width() * 1.6)
    if not PATH.fullmatch(strokes):
        return
    drawn = f'<path d={quoteattr(strokes)} fill="none" stroke="#000000" stroke-width="8" stroke-linecap="round"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400">{drawn}</svg>'
    QSvgRenderer(svg.encode()).render(painter, box)
