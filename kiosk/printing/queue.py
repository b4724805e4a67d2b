"""The printers of this machine, and pages sent to one of them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.domain.office import Refused
from kiosk.printing.paper import Page, Paper, paint, pdf

REFUSED = "The printer did not take the document. Check that it is on, then print again."
PATIENCE = 60
"""Seconds that a print queue may take to accept a document."""


class NotPrinted(Refused):
    """The printer did not take it. It never carries what was to be printed."""


def printers() -> tuple[str, ...]:
    """The names of this machine's printers, the usual one first. Asks the print service, which may take seconds."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold())))


def send(pages: Sequence[Page], paper: Paper, title: str, printer: str) -> None:
    """Prints the pages. ``title`` stands in the queue where anybody can read it. Raises NotPrinted.

    Where there is ``lp`` (Linux, macOS) it gets the document through a pipe: Qt would put it in a temporary file.
    """
    lp = shutil.which("lp")
    if lp:
        _pipe([lp, "-d", printer, "-t", title, "-"], pdf(pages, paper, title, ""))
    else:
        _paint(pages, paper, title, printer)


def _pipe(command: list[str], document: bytes) -> None:
    try:
        # No shell, and the printer's name is one argument.
        done = subprocess.run(command, input=document, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        done = None
    if done is None or done.returncode:
        raise NotPrinted(REFUSED)


def _paint(pages: Sequence[Page], paper: Paper, title: str, printer: str) -> None:
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise NotPrinted("This printer is no longer there. Choose another.")
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    prepare(device, paper, title)
    try:
        paint(pages, device)
    except OSError:
        device.abort()
        raise NotPrinted(REFUSED) from None


def prepare(device: QPrinter, paper: Paper, title: str) -> None:
    """Takes a printer's own margins away: pages bring theirs."""
    device.setDocName(title)
    device.setPageSize(paper.page_size)
    device.setFullPage(True)
    device.setPageMargins(QMarginsF(0, 0, 0, 0))
