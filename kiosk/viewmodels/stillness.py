"""Whether the system was told that movement on the screen is unwelcome."""

from __future__ import annotations

from PySide6.QtGui import QStyleHints

ANY = "NoPreference"


def asks_for_stillness(hints: QStyleHints) -> bool:
    """Qt tells it from 6.12 on, by a method only: read as a property its enumeration cannot be converted."""
    preferred = getattr(hints.accessibility(), "motionPreference", None)
    return preferred is not None and preferred().name != ANY
