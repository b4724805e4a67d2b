"""What a preview is compared with."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.store.active import active_folder


def published(data: Path) -> Path | None:
    """The folder of the active version in a data folder; None while nothing has been published there."""
    return active_folder(data, datetime.now().astimezone())
