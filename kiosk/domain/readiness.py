"""Whether this machine is ready for patients: what was looked at, how it is, and how bad that would be.

A finding is a code with its values; the words for it stand where they are shown. Every code is in ``CODES``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | int | float


class Level(StrEnum):
    """Green needs nothing, amber should be looked at, red must be mended before patients use the kiosk."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


GREEN, AMBER, RED = Level
AREAS = (
    "storage",
    "encryption",
    "settings",
    "keys",
    "recovery",
    "records",
    "backup",
    "content",
    "sign-off",
    "screen",
    "reach",
    "fonts",
    "sound",
    "clock",
    "versions",
)
"""What is looked at, in the order in which it is told."""
CODES: Mapping[str, tuple[str, Level]] = {
    "folder-missing": ("storage", AMBER),
    "folder-refuses": ("storage", RED),
    "disk-full": ("storage", RED),
    "disk-low": ("storage", AMBER),
    "disk-unknown": ("storage", RED),
    "disk-forgets": ("storage", RED),
    "disk-weak": ("storage", AMBER),
    "disk-good": ("storage", GREEN),
    "disk-encrypted": ("encryption", GREEN),
    "disk-plain": ("encryption", AMBER),
    "swap-plain": ("encryption", AMBER),
    "encryption-unseen": ("encryption", AMBER),
    "settings-wrong": ("settings", RED),
    "settings-good": ("settings", GREEN),
    "keys-missing": ("keys", RED),
    "keys-refused": ("keys", RED),
    "keys-unled": ("keys", AMBER),
    "keys-good": ("keys", GREEN),
    "recovery-unproved": ("recovery", AMBER),
    "recovery-proved": ("recovery", GREEN),
    "records-none": ("records", GREEN),
    "records-in-use": ("records", GREEN),
    "records-unreadable": ("records", RED),
    "records-damaged": ("records", RED),
    "records-aside": ("records", AMBER),
    "records-good": ("records", GREEN),
    "backup-none": ("backup", AMBER),
    "backup-unreachable": ("backup", RED),
    "backup-old": ("backup", AMBER),
    "backup-good": ("backup", GREEN),
    "content-missing": ("content", RED),
    "content-empty": ("content", RED),
    "content-errors": ("content", RED),
    "content-warnings": ("content", AMBER),
    "content-good": ("content", GREEN),
    "unsigned": ("sign-off", AMBER),
    "signed": ("sign-off", GREEN),
    "screen-missing": ("screen", AMBER),
    "panel-assumed": ("screen", AMBER),
    "panel-odd": ("screen", AMBER),
    "panel-good": ("screen", GREEN),
    "reach-unknown": ("reach", AMBER),
    "reach-low": ("reach", AMBER),
    "reach-high": ("reach", RED),
    "reach-lowered": ("reach", AMBER),
    "reach-good": ("reach", GREEN),
    "fonts-unseen": ("fonts", AMBER),
    "fonts-missing": ("fonts", RED),
    "fonts-good": ("fonts", GREEN),
    "sound-absent": ("sound", AMBER),
    "sound-missing": ("sound", AMBER),
    "sound-good": ("sound", GREEN),
    "clock-wrong": ("clock", RED),
    "clock-behind": ("clock", RED),
    "clock-zone": ("clock", AMBER),
    "clock-good": ("clock", GREEN),
    "python-old": ("versions", RED),
    "qt-wrong": ("versions", RED),
    "sqlite-old": ("versions", RED),
    "versions-good": ("versions", GREEN),
}
"""Every code with what it is about and how bad it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing is. ``values`` are filled into its sentence in their order."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def area(self) -> str:
        return CODES[self.code][0]

    @property
    def level(self) -> Level:
        return CODES[self.code][1]


@dataclass(frozen=True, slots=True)
class Seen:
    """What only a program with a window sees. ``size`` of the screen in pixels, None without one and ``why`` that is
    so; ``missing`` are the bundled fonts that another one would stand in for, None where that could not be asked.
    ``silence`` says why nothing can be read aloud: empty when it can, None where nothing for it is installed."""

    size: tuple[int, int] | None = None
    why: str = ""
    missing: tuple[str, ...] | None = None
    silence: str | None = None


def worst(findings: Iterable[Finding]) -> Level:
    """The gravest level there is."""
    levels = {finding.level for finding in findings}
    return next((level for level in (RED, AMBER) if level in levels), GREEN)


def count(findings: Iterable[Finding], level: Level) -> int:
    return sum(finding.level is level for finding in findings)
