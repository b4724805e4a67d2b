"""Whether this machine can read aloud, and if not, why; said to staff on the readiness report."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.speech.clips import FOLDER, VOICE


@dataclass(frozen=True, slots=True)
class Sound:
    """``reason`` is a sentence for staff in either case."""

    works: bool
    reason: str


def sound(data: Path) -> Sound:
    """Whether there are clips, the part of Qt that plays them, and something that sounds. Needs Qt's application;
    without clips nothing slow is loaded."""
    if not has_clips(data):
        return Sound(False, QCoreApplication.translate("Sound", "No clips were made yet: main.py speech build."))
    if not has_player():
        return Sound(False, QCoreApplication.translate("Sound", "The extra “speech” is not installed."))
    if not _outputs():
        return Sound(False, QCoreApplication.translate("Sound", "This machine has no speaker and no headphones."))
    return Sound(True, QCoreApplication.translate("Sound", "Reading aloud works."))


def silence(data: Path) -> str | None:
    """Why nothing can be read aloud; empty when it can, None where nothing for it is installed."""
    if not has_player():
        return None
    found = sound(data)
    return "" if found.works else found.reason


def has_clips(data: Path) -> bool:
    """Whether clips of any language were made."""
    return any((data / FOLDER).glob(f"*/{VOICE}"))


def has_player() -> bool:
    """Whether the part of Qt that plays them is installed."""
    return importlib.util.find_spec("PySide6.QtMultimedia") is not None


def _outputs() -> int:
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 (only where there are clips)

    return len(QMediaDevices.audioOutputs())
