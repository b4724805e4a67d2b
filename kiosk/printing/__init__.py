"""A patient's visit and the clinic's recovery key on paper: as PDF files and on printers.

Everything others need can be had from here by name; each room is opened at the first use, because Qt's printers take
time and memory that most visits never need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.printing.paper import Paper, paper_of
    from kiosk.printing.places import Place, save_places
    from kiosk.printing.queue import NotPrinted, printers
    from kiosk.printing.record import print_record, record_bytes, record_pdf
    from kiosk.printing.recovery import print_recovery, recovery_pdf
    from kiosk.printing.sheet import Sheet, file_name

__all__ = [
    "NotPrinted",
    "Paper",
    "Place",
    "Sheet",
    "file_name",
    "paper_of",
    "print_record",
    "print_recovery",
    "printers",
    "record_bytes",
    "record_pdf",
    "recovery_pdf",
    "save_places",
]

ROOMS = {
    "paper": ("Paper", "paper_of"),
    "places": ("Place", "save_places"),
    "queue": ("NotPrinted", "printers"),
    "record": ("print_record", "record_bytes", "record_pdf"),
    "recovery": ("print_recovery", "recovery_pdf"),
    "sheet": ("Sheet", "file_name"),
}


def __getattr__(name: str) -> object:
    for room, names in ROOMS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
