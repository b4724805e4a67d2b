"""Sheets of paper: their sizes, a PDF of drawn pages, and a file that is there whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

PT = 10
"""Dots in a point: every length on paper is in dots of 1/720 inch, whatever the printer's own resolution."""
DOTS = 72 * PT

CMAP = re.compile(rb"begincmap\n.*?\nendcmap", re.DOTALL)
RANGE = re.compile(rb"^(<[0-9A-F]{4}> <[0-9A-F]{4}> )(.*)$", re.MULTILINE)
TAB, SPACE = b"<0009>", b"<0020>"

Page = Callable[[QPainter], None]
"""Draws one page; the painter's unit is a dot, its origin the paper's upper left corner."""

LETTER_COUNTRIES = frozenset(
    {
        QLocale.Country.Belize,
        QLocale.Country.Canada,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.CostaRica,
        QLocale.Country.ElSalvador,
        QLocale.Country.Guatemala,
        QLocale.Country.Mexico,
        QLocale.Country.Nicaragua,
        QLocale.Country.Panama,
        QLocale.Country.Philippines,
        QLocale.Country.PuertoRico,
        QLocale.Country.UnitedStates,
        QLocale.Country.Venezuela,
    }
)
"""Where US Letter is the usual paper, after Unicode CLDR's supplemental data (paperSize)."""


class Paper(StrEnum):
    """A size of paper."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def page_size(self) -> QPageSize:
        return QPageSize(QPageSize.PageSizeId.Letter if self is Paper.LETTER else QPageSize.PageSizeId.A4)

    @property
    def box(self) -> QRectF:
        """The whole sheet in dots."""
        size = self.page_size.size(QPageSize.Unit.Point)
        return QRectF(0, 0, size.width() * PT, size.height() * PT)


def paper_of(locale: QLocale) -> Paper:
    """The usual paper of a country."""
    return Paper.LETTER if locale.territory() in LETTER_COUNTRIES else Paper.A4


def pdf(pages: Sequence[Page], paper: Paper, title: str, creator: str) -> bytes:
    """The pages as a PDF file's bytes, made in memory. ``title`` and ``creator`` are what a viewer shows of it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageSize(paper.page_size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator(creator)
    paint(pages, writer)
    return spaced(bytes(buffer.data().data()))


def spaced(file: bytes) -> bytes:
    """The file with its spaces called spaces, so that words can be found and copied.

    Where letters come from FreeType, Qt 6.11 calls the glyph of the space a tab, the first of the characters that
    share it. The tables that say so (PDF 32000-1, 9.10.3) stand in the file uncompressed; no byte moves.
    """
    return CMAP.sub(lambda table: RANGE.sub(lambda row: row[1] + row[2].replace(TAB, SPACE), table[0]), file)


def paint(pages: Sequence[Page], device: QPagedPaintDevice) -> None:
    """Draws the pages on a PDF or a printer whose margins are nought. Raises OSError when it takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the printer takes no pages")
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(device.logicalDpiX() / DOTS, device.logicalDpiY() / DOTS)
        for number, page in enumerate(pages):
            if number and not device.newPage():
                raise OSError("the printer took only some of the pages")
            page(painter)
    finally:
        painter.end()


def save(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path``, whole or not at all: written beside it in the same folder, then renamed.

    Raises OSError; then what was there before still is, and nothing new.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    # On a stick's file system this says no, and the file is as open as the stick is.
    file.setPermissions(QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner)
    rest = content
    # A disk that fills up takes a part first; what is wrong it says at the next.
    while rest and (taken := file.write(rest)) > 0:
        rest = rest[taken:]
    if rest or not file.commit():
        reason = file.errorString()
        file.cancelWriting()
        raise OSError(reason)
