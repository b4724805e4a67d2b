"""The Qt application with the fonts that every screen uses, and the clinic's own for its titles."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.machine import Trouble
from kiosk.settings import RESOURCES

log = logging.getLogger("kiosk")


def application(arguments: list[str]) -> QGuiApplication:
    """The Qt application with the bundled fonts. Raises Trouble when a font is missing."""
    app = QGuiApplication.instance() or QGuiApplication(arguments)
    app.setApplicationName("Waiting-room kiosk")
    for path in [*sorted((RESOURCES / "fonts").glob("*.ttf")), RESOURCES / "icons" / "lucide.ttf"]:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise Trouble(f"The font {path.name} cannot be loaded. Install the program again.")
    font = QFont("Atkinson Hyperlegible Next")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    return app


def family(font: Path) -> str:
    """The name of the family in a font file, empty when Qt cannot load it."""
    names = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))
    if not names:
        log.error("%s cannot be loaded. Titles keep the shipped font; choose another in clinic.toml.", font.name)
    return names[0] if names else ""
