"""A made-up visit to print, and ways to read what was printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import numpy as np
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPainter

from kiosk.domain.record import Draft, Head, OpenRecord
from kiosk.printing.paper import DOTS, Paper
from kiosk.printing.record import record_bytes
from kiosk.printing.recovery import Recovery
from kiosk.printing.sheet import Sheet

RESOURCES = Path(__file__).parent.parent / "resources"
FACE = RESOURCES / "content" / "pictures" / "face-map.svg"
BOSTON = timezone(timedelta(hours=-5))
SOURCE = "Label of the product, section 4. To be checked against the current label by the clinician."
STROKES = "M60 300 C120 80 180 60 200 200 S160 380 240 260 L700 240"
KEY = "AGE-SECRET-KEY-1QQPQZ9R8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE"
RECOVERY = Recovery(KEY, "front-room", "OTTER LILAC CABIN RUBY")
AREAS = {"forehead": "Forehead", "frown": "Frown lines", "crows": "Crow’s feet", "undereye": "Under-eye"} | {
    code: code.title() for code in ("nose", "smile", "lips", "marionette", "chin", "jaw", "neck")
}


@dataclass(frozen=True)
class Said:
    """An answer as the response tells it."""

    link_id: str
    question: str
    answer: str
    absent: object | None = None
    group: str = ""
    strokes: str = ""
    place: str = ""

    @property
    def asked(self) -> str:
        return self.question


def alert(level, link, number, **other):
    told = {
        "question": f"Question raising {number}?",
        "answer": f"Answer raising {number}",
        "text": f"Look at {number}",
    }
    origin = {"product": "any botulinum toxin", "jurisdiction": "US; EU", "source": SOURCE, "reviewed": ""}
    return {"level": level, "linkId": link, **told, **origin, **other}


LINES = (
    Said("name", "What is your name?", "Jordan Canary", group="About you"),
    Said("hopes", "What do you hope for?", "To look rested, ¿verdad?", group="This visit"),
    Said("pregnancy", "Are you pregnant, trying, or breastfeeding?", "I’m not sure", "unknown", "Your health"),
    Said("medicines", "Which medicines do you take?", "I’ll tell you in the room", "asked-declined", "Your health"),
    Said("signature", "Sign to say these are your answers", "Signed by hand", group="Agreement", strokes=STROKES),
)
DRAFT = Draft(
    questionnaire="https://kiosk.example/Questionnaire/pre-consultation|1",
    sha256="9f2c4e" + "ab" * 29,
    content="c0ffee123456",
    started=datetime(2026, 3, 2, 9, 24, tzinfo=BOSTON),
    confirmed=datetime(2026, 3, 2, 9, 31, tzinfo=BOSTON),
    language="es",
    app="0.1.0",
    response={},
    name="Jordan Canary",
    born="1985-03-14",
    alerts=(
        alert("INFO", "medicines", "the medicines", source="The clinic's consultation step."),
        alert("CAUTION", "hopes", "the hopes"),
        alert("STOP-ASK", "pregnancy", "the pregnancy"),
    ),
    areas={"face-map.svg": ("crows", "frown")},
    questions=("Can I fly the next day?",),
    discuss=("medicines",),
    asks=({"id": "treatment/dermaplaning", "title": "Dermaplaning"},),
    read=({"id": "question/pairs-with", "title": "What pairs well?"}, {"id": "treatment/peel", "title": "Peel"}),
)


def visit(lines=LINES, head=None, **draft):
    head = head or Head("5e0c2f1e-6a51", 1042, date(2026, 3, 2))
    return Sheet(
        record=OpenRecord(head, "front-room", "MAPLE 27", replace(DRAFT, **draft)),
        lines=tuple(lines),
        clinic="Nurse Jayme Aesthetics, Andover",
        printed_at=datetime(2026, 3, 2, 14, 5, tzinfo=BOSTON),
        printed_by="J. Park, RN",
        areas=AREAS,
        face=FACE,
        fingerprint="OTTER LILAC CABIN RUBY",
    )


def fullest(answers=35, alerts=10):
    """As much as a questionnaire of 35 questions can hold of one patient."""
    long = "It began after a treatment in another town and went away by itself after three weeks. " * 3
    ways = ("No", "Yes, twice last year", long.strip())
    more = [
        Said(f"q{n}", f"Have you had number {n} of these lately?", ways[n % 3], group=f"Group {n // 8}")
        for n in range(answers - 5)
    ]
    level = ("STOP-ASK", "CAUTION", "CAUTION", "INFO")
    return visit(
        (*LINES[:4], *more, LINES[4]),
        areas={"face-map.svg": tuple(AREAS)},
        alerts=tuple(alert(level[n % 4], f"q{n}", f"number {n}", source=f"Source text {n % 5}") for n in range(alerts)),
        questions=tuple(
            f"Question of mine {n}, about the wedding, the sun, and what it costs in all?" for n in range(5)
        ),
        read=tuple({"id": f"page-{n}", "title": f"Page that was read {n}"} for n in range(5)),
    )


def reader(sheet):
    return PdfReader(BytesIO(record_bytes(sheet)))


def words(text):
    return " ".join(text.split())


def text_of(sheet):
    return words(" ".join(page.extract_text() for page in reader(sheet).pages))


def picture(pages, number=0, dpi=100):
    """A page as a grey picture: rows of 0 (black) to 255."""
    box = Paper.LETTER.box
    image = QImage(round(box.width() * dpi / DOTS), round(box.height() * dpi / DOTS), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(dpi / DOTS, dpi / DOTS)
    pages[number](painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def heights(page):
    """Where each run of text of a PDF page stands, in points above the lower edge."""
    found: list[int] = []

    def see(text, cm, tm, *_):
        if text.strip():
            found.append(round(tm[4] * cm[1] + tm[5] * cm[3] + cm[5]))

    page.extract_text(visitor_text=see)
    return found
