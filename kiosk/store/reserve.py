"""A file that takes up room while there is some, to be given back when a patient sends on a full disk."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.store.files import write_durably

SIZE = 512 * 1024
"""Bytes: three records of 128 KiB, the size class of a long questionnaire that is kept with its answers."""


class Reserve:
    """The file at ``path``. Nothing of ours is in it, so it need not be backed up."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> bool:
        """Makes sure that it is there; False when there is no room for it."""
        try:
            if not self.path.exists() or self.path.stat().st_size != SIZE:
                # Noise, because a disk that compresses would hold nothing back for zeros.
                write_durably(self.path, os.urandom(SIZE))
        except OSError:
            return False
        return True

    def free(self) -> bool:
        """Gives its room back; False when it was not there."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True
