"""What is drawn on printed pages: the face, the signature, the recovery key, and how parts fill a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
import pytest
import zxingcpp
from printed import AREAS, FACE, KEY, RECOVERY, STROKES, picture, text_of, visit, words
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QRectF

from kiosk.printing.face import RADIUS, Face
from kiosk.printing.flow import Entry, Flow
from kiosk.printing.ink import Ink, Text
from kiosk.printing.paper import Paper, paper_of
from kiosk.printing.parts import Answer
from kiosk.printing.record import record_pages
from kiosk.printing.recovery import groups, recovery_pages, recovery_pdf

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_chosen_areas_are_marked_and_numbered():
    face = Face(FACE, {"frown": 2, "crows": 3})
    assert sorted(badge.number for badge in face.badges) == [2, 3]
    plain, marked = picture(record_pages(visit(areas={"f": ("gone",)}))), picture(record_pages(visit()))
    assert np.count_nonzero(marked == 0xD9) > np.count_nonzero(plain == 0xD9) + 200


def test_the_numbers_of_all_areas_stand_apart_within_the_drawing():
    badges = Face(FACE, {code: number for number, code in enumerate(AREAS, start=1)}).badges
    assert len(badges) == len(AREAS)
    for badge in badges:
        assert 20 + RADIUS <= badge.ring.y() <= 776 - RADIUS
        others = [other for other in badges if other is not badge]
        assert all((badge.ring - other.ring).manhattanLength() > 2 * RADIUS for other in others)


@pytest.mark.parametrize("content", [None, "no drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_drawing_that_is_gone_or_broken_keeps_nothing_from_printing(tmp_path, content):
    face = tmp_path / "face.svg"
    if content is not None:
        face.write_text(content, encoding="utf-8")
    assert "2 Frown lines" in text_of(replace(visit(), face=face))


@pytest.mark.parametrize(("strokes", "drawn"), [(STROKES, True), ("", False), ("M0 0 L nan 9", False)])
def test_a_signature_is_drawn_from_its_strokes_alone(strokes, drawn):
    ink = Ink()
    part = Answer(ink, Text("Sign", ink.font(10)), Text("Signed", ink.font(10)), strokes=strokes)
    rows = picture([lambda painter: part.paint(painter, 0, 0, 5000)])
    box = rows[4:55, 440:600]  # inside the box of the strokes, above the line to sign on
    assert bool(np.count_nonzero(box < 128) > 50) is drawn


def test_the_recovery_key_can_be_typed_and_scanned_from_its_sheet(tmp_path):
    recovery_pdf(KEY, "front-room", tmp_path / "key.pdf", RECOVERY.fingerprint)
    text = PdfReader(tmp_path / "key.pdf").pages[0].extract_text()
    start = text.index("AGE-SECRET-KEY-1")
    assert re.sub(r"\s", "", text[start:]).startswith(KEY)
    assert "front-room" in text
    assert "OTTER LILAC CABIN RUBY" in words(text)
    [code] = zxingcpp.read_barcodes(picture(recovery_pages(RECOVERY)))
    assert code.text == KEY


def test_the_recovery_key_stands_in_groups_of_four():
    rows = groups(KEY)
    assert rows[0] == "AGE-SECRET-KEY-1"
    assert all(len(group) <= 4 for row in rows[1:] for group in row.split())
    assert "".join("".join(rows).split()) == KEY


@pytest.mark.parametrize(("tag", "paper"), [("en_US", Paper.LETTER), ("es_MX", Paper.LETTER), ("en_GB", Paper.A4)])
def test_each_country_has_its_paper(tag, paper):
    assert paper_of(QLocale(tag)) is paper


@dataclass(frozen=True)
class Block:
    """A part of a known height."""

    tall: float

    def height(self, width):
        return self.tall

    def paint(self, painter, x, y, width):
        raise NotImplementedError


def placed(*entries):
    flow = Flow(QRectF(0, 0, 100, 100), gutter=10)
    flow.set(entries)
    return [[(part.x, part.y, part.width) for part in page] for page in flow.pages]


def test_a_heading_goes_to_the_next_page_with_what_follows():
    pages = placed(Entry(Block(50)), Entry(Block(20), gap=5, keep=True), Entry(Block(40), gap=5))
    assert pages == [[(0, 0, 100)], [(0, 0, 100), (0, 25, 100)]]


def test_what_follows_a_side_part_stands_beside_it_until_told_otherwise():
    pages = placed(
        Entry(Block(50), side=30), Entry(Block(20), gap=5), Entry(Block(40), gap=5), Entry(Block(9), below=True)
    )
    assert pages == [[(0, 0, 30), (40, 0, 60), (40, 25, 60), (0, 65, 100)]]


def test_below_a_tall_side_part_a_page_goes_on_at_its_end():
    assert placed(Entry(Block(50), side=30), Entry(Block(20)), Entry(Block(9), below=True))[0][-1] == (0, 50, 100)
