"""The sheet with the recovery key that set-up prints: to be typed, to be scanned, and to be locked away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import qrcode  # type: ignore[import-untyped]
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]

from kiosk.printing.flow import Entry, Flow
from kiosk.printing.ink import Ink, Text, Weight
from kiosk.printing.paper import PT, Page, Paper, pdf, save
from kiosk.printing.parts import HAIR, THICK, Bullet, Rule
from kiosk.printing.queue import send

PREFIX = "AGE-SECRET-KEY-1"
GROUP, ROW = 4, 5
"""Letters in a group and groups in a row."""
QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004)."""
EDGE = 60 * PT
STEPS = (
    "Whoever holds this sheet can read every record of this kiosk. Lock it away, apart from the kiosk.",
    "You need it when every staff passphrase is lost. Type it where the program asks for the recovery key; spaces and "
    "small letters do not matter.",
    "Print no copy that you do not lock away. The kiosk keeps none and cannot print this sheet again.",
)


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery key (``AGE-SECRET-KEY-1...``) and what it opens: the kiosk's name and the words of its keys'
    fingerprint, empty while there are no keys yet."""

    secret: str = field(repr=False)
    kiosk: str
    fingerprint: str = ""
    paper: Paper = Paper.LETTER


def print_recovery(secret: str, kiosk: str, printer: str, fingerprint: str = "", paper: Paper = Paper.LETTER) -> None:
    """Prints the sheet. Takes seconds when the printer is far. Raises NotPrinted."""
    send(recovery_pages(Recovery(secret, kiosk, fingerprint, paper)), paper, "Kiosk set-up", printer)


def recovery_pdf(secret: str, kiosk: str, path: Path, fingerprint: str = "", paper: Paper = Paper.LETTER) -> None:
    """Writes the sheet as a PDF to ``path``, whole or not at all. Raises OSError."""
    pages = recovery_pages(Recovery(secret, kiosk, fingerprint, paper))
    save(path, pdf(pages, paper, "Recovery key", "Waiting-room kiosk"))


def recovery_pages(recovery: Recovery) -> list[Page]:
    """The one page of the sheet."""
    flow = Flow(recovery.paper.box.adjusted(EDGE, EDGE, -EDGE, -EDGE), 24 * PT)
    flow.set([*_entries(recovery, Ink())])

    def page(painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#000000"), HAIR))
        for placed in flow.pages[0]:
            placed.paint(painter)

    return [page]


def groups(secret: str) -> list[str]:
    """The key in rows of groups: its beginning, which is always the same, then five groups of four letters a row."""
    rest = secret.removeprefix(PREFIX)
    fours = [rest[start : start + GROUP] for start in range(0, len(rest), GROUP)]
    rows = ["   ".join(fours[start : start + ROW]) for start in range(0, len(fours), ROW)]
    return [PREFIX, *rows] if rest != secret else rows


class Code:
    """A QR code, black on the paper's white."""

    def __init__(self, text: str) -> None:
        code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
        code.add_data(text)
        code.make(fit=True)
        self._matrix: Sequence[Sequence[bool | None]] = code.get_matrix()

    def height(self, width: float) -> float:
        return width

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        # Whole dots, so that no hair of white parts two modules.
        side = int(width) // len(self._matrix)
        for down, row in enumerate(self._matrix):
            for across, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(x + across * side, y + down * side, side, side), QColor("#000000"))


def _entries(recovery: Recovery, ink: Ink) -> Iterator[Entry]:
    yield Entry(Text("Recovery key", ink.font(30, Weight.BOLD)))
    yield Entry(Text(f"of the kiosk “{recovery.kiosk}”", ink.font(11)), 2 * PT)
    yield Entry(Rule(THICK), 10 * PT)
    for place, row in enumerate(groups(recovery.secret)):
        yield Entry(Text(row, ink.font(21, Weight.SEMIBOLD)), (20 if place == 0 else 5) * PT)
    yield Entry(Code(recovery.secret), 18 * PT, side=200 * PT)
    yield Entry(Text("The same key for a scanner", ink.font(12, Weight.BOLD)))
    if recovery.fingerprint:
        yield Entry(Text("Fingerprint of this kiosk’s keys", ink.font(12, Weight.BOLD)), 14 * PT)
        yield Entry(Text(recovery.fingerprint, ink.font(12)), 3 * PT)
        yield Entry(Text("The same words stand on every printed visit.", ink.font(10)), 6 * PT)
    yield Entry(Rule(), 22 * PT, below=True)
    for place, step in enumerate(STEPS, start=1):
        yield Entry(Bullet(Text(f"{place}.", ink.font(11, Weight.BOLD)), Text(step, ink.font(11))), 9 * PT)
