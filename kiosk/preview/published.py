"""Where the content is that patients see now."""

from __future__ import annotations

from pathlib import Path


def published(_data: Path) -> Path | None:
    """The folder of the active version in a data folder; None while nothing has been published there."""
    return None
