"""Qt's drawing for commands that show nothing: without a screen, and where it is missing, without it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.clinic import glance
from kiosk.machine import Trouble, ready_for_paper
from kiosk.office.terminal import complain

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.fitting.measure import Fitting


def drawing() -> QGuiApplication:
    """The application with its letters, drawing into memory: the same pictures on every machine. Raises Trouble."""
    ready_for_paper()
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QT_SCALE_FACTOR="1")
    from kiosk.fonts import application  # noqa: PLC0415 (only after Qt was told that there is no screen)

    return application(["drawing"])


def measure(content: Path) -> Fitting | None:
    """What tells texts that do not fit the clinic's panel; where Qt cannot draw, None after a line that says so."""
    try:
        drawing()
    except Trouble as trouble:
        complain(f"Whether every text fits on the screen was not looked at. {trouble}")
        return None
    from kiosk.fitting.measure import Fitting, page_of  # noqa: PLC0415

    return Fitting(page_of(glance(content).panel.inches))
