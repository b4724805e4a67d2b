"""One visit on one or two pages, black on white: who it is, alerts first, then everything the patient said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.printing import sheet as told
from kiosk.printing.face import Face
from kiosk.printing.flow import Entry, Flow, Placed
from kiosk.printing.ink import KEEP, Ink, Text, Weight, one_line
from kiosk.printing.paper import PT, Page, pdf, save
from kiosk.printing.parts import HAIR, THICK, Alert, Answer, Bullet, Rule, Sides, Stack
from kiosk.printing.queue import send
from kiosk.printing.sheet import Reply, Sheet

EDGE, MARGIN, FOOT = 38 * PT, 30 * PT, 18 * PT
"""Left and right of the print, above and below it, and the room of a page's foot within it, in dots."""
SCALES = ((1, 1.0), (1, 0.94), (1, 0.88), (2, 1.0), (2, 0.94), (2, 0.88), (2, 0.82), (2, 0.78))
"""Pages wanted and the size of print, in the order they are tried; at the last one body text has 7.8 points."""
SIDE = 150
"""Points that the drawing of the areas is wide."""


def record_pdf(sheet: Sheet, path: Path) -> None:
    """Writes the visit as a PDF to ``path``, whole or not at all. Raises OSError."""
    save(path, record_bytes(sheet))


def print_record(sheet: Sheet, printer: str) -> None:
    """Prints the visit. Takes seconds when the printer is far. Raises NotPrinted."""
    send(record_pages(sheet), sheet.paper, f"Record {sheet.record.seq}", printer)


def record_bytes(sheet: Sheet) -> bytes:
    """The visit as a PDF file's bytes, for a place that is no folder."""
    title = f"{sheet.record.code}, record {sheet.record.seq}"
    return pdf(record_pages(sheet), sheet.paper, title, f"Waiting-room kiosk {sheet.record.draft.app}")


def record_pages(sheet: Sheet) -> list[Page]:
    """The visit's pages: two at most where print that can still be read allows it, else as many as it takes."""
    for count, scale in SCALES:
        ink = Ink(scale)
        flow = Flow(_room(sheet), ink.points(18))
        flow.set([*_entries(sheet, ink)])
        if len(flow.pages) <= count:
            break
    return [_Leaf(sheet, placed, number, len(flow.pages)).paint for number, placed in enumerate(flow.pages, 1)]


class _Leaf:
    """One page with its head and foot."""

    def __init__(self, sheet: Sheet, placed: Sequence[Placed], number: int, count: int) -> None:
        self._sheet, self._placed, self._number, self._count = sheet, placed, number, count

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#000000"), HAIR))
        box, ink, record = self._sheet.paper.box, Ink(), self._sheet.record
        width = box.width() - 2 * EDGE
        if self._number > 1:
            who = f"{record.code} · {record.draft.name} · {told.born(self._sheet)} · {told.identity(self._sheet)}"
            one_line(who, ink.font(8.5, Weight.SEMIBOLD), width).paint(painter, EDGE, MARGIN - 16 * PT, width)
        for placed in self._placed:
            placed.paint(painter)
        foot = box.height() - MARGIN
        Rule().paint(painter, EDGE, foot - 14 * PT, width)
        said = f"{self._sheet.clinic}. Private health information: keep it with the patient’s file."
        one_line(said, ink.font(8), width - 60 * PT).paint(painter, EDGE, foot - 10 * PT, width)
        page = Text(f"Page {self._number} of {self._count}", ink.font(8, Weight.SEMIBOLD), right=True)
        page.paint(painter, EDGE, foot - 10 * PT, width)


def _room(sheet: Sheet) -> QRectF:
    return sheet.paper.box.adjusted(EDGE, MARGIN, -EDGE, -MARGIN - FOOT)


def _entries(sheet: Sheet, ink: Ink) -> Iterator[Entry]:
    yield from _head(sheet, ink)
    yield from _alerts(sheet, ink)
    yield from _scores(sheet, ink)
    yield from _areas(sheet, ink)
    yield from _wishes(sheet, ink)
    yield from _answers(sheet, ink)
    yield Entry(Rule(), ink.points(12), keep=True)
    yield Entry(Text(told.provenance(sheet), ink.font(7.8)), ink.points(4))


def _head(sheet: Sheet, ink: Ink) -> Iterator[Entry]:
    draft = sheet.record.draft
    code = Stack((Text(sheet.clinic, ink.font(9.5)), Text(sheet.record.code, ink.font(30, Weight.BOLD))))
    who = (
        Text(" ".join(draft.name.split()) or "No name given", ink.font(14, Weight.BOLD), right=True),
        Text(told.born(sheet), ink.font(10.5), right=True),
        Text(told.identity(sheet), ink.font(10.5, Weight.BOLD), right=True),
        Text(f"Sent {told.moment(draft.confirmed)}. {told.review(sheet)}.", ink.font(8.5), right=True),
    )
    yield Entry(Sides(code, Stack(who)), keep=True)
    yield Entry(Rule(THICK), ink.points(5), keep=True)


def _alerts(sheet: Sheet, ink: Ink) -> Iterator[Entry]:
    alerts = told.alerts(sheet)
    if not alerts:
        yield Entry(Text("No alert was raised by these answers.", ink.font(11, Weight.BOLD)), ink.points(8))
    sources = told.sources(sheet)
    fine = ink.font(7.8)
    for place, alert in enumerate(alerts):
        says = (
            Text(alert.get("text", "") or alert.get("question", ""), ink.font(11, Weight.BOLD)),
            Text(told.raised(alert), ink.font(9.5)),
        )
        standing = Text(told.standing(alert, sources), ink.font(7.8, Weight.SEMIBOLD))
        origin = (Text(told.origin(alert), fine), standing)
        part = Alert(ink, alert.get("level", ""), Stack(says), Stack(origin))
        yield Entry(part, ink.points(4.5 if place else 8))
    for place, source in enumerate(sources, start=1):
        yield Entry(Text(f"Source {place}: {source}", fine), ink.points(5 if place == 1 else 0))


def _scores(sheet: Sheet, ink: Ink) -> Iterator[Entry]:
    """What was worked out from the answers."""
    scores = told.scores(sheet)
    if scores:
        yield Entry(Text("Scores", ink.font(12, Weight.BOLD)), ink.points(9), keep=True)
    for place, (question, words, complete) in enumerate(scores):
        font = ink.font(10.5, Weight.BOLD if complete else Weight.REGULAR)
        yield Entry(Answer(ink, Text(question, ink.font(10.5)), Text(words, font)), 0.0 if place else ink.points(2))


def _areas(sheet: Sheet, ink: Ink) -> Iterator[Entry]:
    areas = told.chosen(sheet)
    face = _face(sheet)
    if face is not None:
        yield Entry(face, ink.points(11), side=ink.points(SIDE))
    words = "    ".join(f"{area.number}{KEEP}{area.words.replace(' ', KEEP)}" for area in areas) or "None"
    yield Entry(Text("Areas chosen", ink.font(12, Weight.BOLD)), ink.points(11), keep=True)
    yield Entry(Text(words, ink.font(10.5, Weight.BOLD if areas else Weight.REGULAR)), ink.points(1.5))


def _face(sheet: Sheet) -> Face | None:
    """The drawing, or none: a visit must print even when its drawing has gone."""
    areas = {area.code: area.number for area in told.chosen(sheet)}
    if sheet.face is None or not areas:
        return None
    try:
        return Face(sheet.face, areas)
    except (OSError, ParseError):
        return None


def _wishes(sheet: Sheet, ink: Ink) -> Iterator[Entry]:
    draft = sheet.record.draft
    plain, bold = ink.font(10), ink.font(10.5, Weight.BOLD)
    own = [piece for question in draft.questions for piece in told.pieces(f"“{question}”")]
    lists = [
        ("Own questions, word for word", [Text(piece, bold) for piece in own]),
        ("Wants to discuss in the room", [Text(question, plain) for question in told.discuss(sheet)]),
    ]
    for title, texts in lists:
        if texts:
            yield Entry(Text(title, ink.font(12, Weight.BOLD)), ink.points(9), keep=True)
            yield from (Entry(Bullet(Text("–", plain), text), ink.points(1.5)) for text in texts)
    gap = ink.points(9)
    for title, pages in (("Asked about", draft.asks), ("Read at the kiosk", draft.read)):
        if pages:
            yield Entry(Bullet(Text(title, ink.font(10, Weight.BOLD)), Text(told.titles(pages), plain)), gap)
            gap = ink.points(2)


def _answers(sheet: Sheet, ink: Ink) -> Iterator[Entry]:
    lines = told.answers(sheet)
    count = f"{len(lines)} in all, in the words the patient saw"
    title = Stack((Text("Answers", ink.font(12, Weight.BOLD)),))
    yield Entry(Sides(title, Stack((Text(count, ink.font(9), right=True),))), ink.points(13), keep=True, below=True)
    group = ""
    for line in lines:
        parted, group = line.group != group, line.group
        if group and parted:
            yield Entry(Text(group, ink.font(9.5, Weight.SEMIBOLD)), ink.points(6), keep=True)
        yield from _answer(sheet, line, ink, (ink.points(1.5) if group else ink.points(6)) if parted else 0.0)


def _answer(sheet: Sheet, line: Reply, ink: Ink, gap: float) -> Iterator[Entry]:
    """A question and its answer, in parts that each fit on a page."""
    font = ink.font(10, Weight.REGULAR if line.absent else Weight.SEMIBOLD)
    level, rest = told.loudest(sheet, line), told.pieces(line.answer)
    for place, piece in enumerate(rest):
        question = Text(f"{line.question} (continued)" if place else line.question, ink.font(10))
        strokes = line.strokes if place == len(rest) - 1 else ""
        yield Entry(Answer(ink, question, Text(piece, font), "" if place else level, strokes), gap)
