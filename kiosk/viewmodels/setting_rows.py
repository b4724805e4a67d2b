"""The settings as an admin reads them: each with its value in words and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from kiosk.settings import CURTAIN, QUIET_ANSWERS, QUIET_READING, Settings

DAYS = (1, 2, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650, 0)
"""Days that records may be kept; 0, for ever, is the longest."""
LADDERS: Mapping[str, tuple[int, ...]] = {
    "quiet_answers": tuple(range(QUIET_ANSWERS[0], QUIET_ANSWERS[1] + 1, 10)),
    "curtain": tuple(range(CURTAIN[0], CURTAIN[1] + 1, 5)),
    "quiet_reading": tuple(range(QUIET_READING[0], QUIET_READING[1] + 1, 10)),
    "reviewed_days": DAYS,
    "unclaimed_days": DAYS,
}
"""The values a setting is stepped through."""


@dataclass(frozen=True)
class SettingRow:
    """``kind``: steps, switch, or opens (a step of its own). ``label`` is the value in words, ``about`` its effect;
    ``less`` and ``more``: whether there is a smaller or a larger value; ``chosen``: whether a switch is on."""

    key: str
    kind: str
    title: str
    label: str
    about: str
    less: bool = False
    more: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class TongueRow:
    """A language of the clinic's; ``first``: it shows when nobody is there; ``alone``: there is no other."""

    key: str
    title: str
    chosen: bool
    first: bool
    alone: bool


def stepped(key: str, value: int, by: int) -> int:
    """The next value of the ladder, from a value that may stand between two rungs."""
    ladder = LADDERS[key]
    heights = [rung or max(ladder) + 1 for rung in ladder]
    here = value or max(ladder) + 1
    further = [
        rung for rung, height in zip(ladder, heights, strict=True) if (height > here if by > 0 else height < here)
    ]
    return value if not further else further[0] if by > 0 else further[-1]


def setting_rows(settings: Settings, name: str) -> list[SettingRow]:
    """All that are shown one below the other; ``name`` is what the records call this kiosk."""
    return [
        _steps(settings, "quiet_answers", _seconds, *_quiet_answers()),
        _steps(settings, "curtain", _seconds, *_curtain()),
        _steps(settings, "quiet_reading", _seconds, *_quiet_reading()),
        _steps(settings, "reviewed_days", _days, *_reviewed()),
        _steps(settings, "unclaimed_days", _days, *_unclaimed()),
        _still(settings),
        _double_strike(settings),
        _name(settings, name),
    ]


def _steps(settings: Settings, key: str, words: Callable[[int], str], title: str, about: str) -> SettingRow:
    value: Any = getattr(settings, key)
    if value == 0:
        about = QCoreApplication.translate("Settings", "They are kept until staff delete them.")
    less, more = (stepped(key, value, by) != value for by in (-1, 1))
    return SettingRow(key, "steps", title, words(value), about.replace("%1", words(value)), less, more)


def _quiet_answers() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Settings", "Pause with answers"),
        QCoreApplication.translate("Settings", "After %1 without a touch, a curtain hides the patient's answers."),
    )


def _curtain() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Settings", "Curtain"),
        QCoreApplication.translate("Settings", "It counts down %1, then the answers are wiped."),
    )


def _quiet_reading() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Settings", "Pause while reading"),
        QCoreApplication.translate("Settings", "After %1 without a touch, pages without answers go back to the start."),
    )


def _reviewed() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Settings", "Reviewed answers"),
        QCoreApplication.translate("Settings", "They are deleted this long after staff marked them as reviewed."),
    )


def _unclaimed() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Settings", "All answers"),
        QCoreApplication.translate("Settings", "They are deleted this long after they were sent, reviewed or not."),
    )


def _still(settings: Settings) -> SettingRow:
    on, off = QCoreApplication.translate("Settings", "On"), QCoreApplication.translate("Settings", "Off")
    return SettingRow(
        "still",
        "switch",
        QCoreApplication.translate("Settings", "Reduced motion"),
        on if settings.still else off,
        QCoreApplication.translate("Settings", "When on, pages change at once and nothing slides or fades."),
        chosen=settings.still,
    )


def _double_strike(settings: Settings) -> SettingRow:
    on, off = QCoreApplication.translate("Settings", "On"), QCoreApplication.translate("Settings", "Off")
    return SettingRow(
        "double_strike",
        "switch",
        QCoreApplication.translate("Settings", "Keys struck twice"),
        on if settings.double_strike else off,
        QCoreApplication.translate("Settings", "When on, a key pressed twice within half a second counts once."),
        chosen=settings.double_strike,
    )


def _name(settings: Settings, name: str) -> SettingRow:
    about = QCoreApplication.translate("Settings", "For the next set-up. Records of today's keys say “%1”.")
    return SettingRow(
        "kiosk",
        "opens",
        QCoreApplication.translate("Settings", "Kiosk's name"),
        settings.kiosk,
        about.replace("%1", name),
    )


def _seconds(value: int) -> str:
    return QCoreApplication.translate("Settings", "%1 seconds").replace("%1", str(value))


def _days(value: int) -> str:
    if value == 0:
        return QCoreApplication.translate("Settings", "kept")
    if value == 1:
        return QCoreApplication.translate("Settings", "1 day")
    return QCoreApplication.translate("Settings", "%1 days").replace("%1", str(value))
