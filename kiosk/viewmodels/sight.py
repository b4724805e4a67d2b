"""What only a program with Qt sees of the machine: its screen, and whether the bundled letters are the ones in use."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

from kiosk.domain.readiness import Seen

FAMILIES = ("Atkinson Hyperlegible Next", "Fraunces", "lucide")
BLIND = ("offscreen", "minimal", "vnc")
"""Qt's platforms that have a screen of their own making."""


def seen(size: tuple[int, int] | None = None, why: str = "") -> Seen:
    """``size`` is that of the kiosk's own window; without it the screen is asked. Only on the screen's thread."""
    missing = tuple(family for family in FAMILIES if QFontInfo(QFont(family)).family() != family)
    if size is None and not why:
        if QGuiApplication.platformName() in BLIND:
            return Seen(None, "Qt shows nothing here.", missing)
        whole = QGuiApplication.primaryScreen().size()
        size = (whole.width(), whole.height())
    return Seen(size, why, missing)
