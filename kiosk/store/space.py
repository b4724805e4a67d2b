"""How much room the disk has, and what that means for the questionnaire."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

MB = 1_000_000
WARN_BELOW = 200 * MB
CLOSE_BELOW = 50 * MB


@dataclass(frozen=True, slots=True)
class Room:
    """``free`` bytes. Nobody begins a questionnaire with too little, so that whoever has begun can still send."""

    free: int

    @property
    def questionnaire_open(self) -> bool:
        return self.free >= CLOSE_BELOW

    @property
    def warn(self) -> bool:
        return self.free < WARN_BELOW


def room(folder: Path) -> Room:
    """The room on the disk that holds ``folder``. Raises OSError when there is no such folder."""
    return Room(shutil.disk_usage(folder).free)
