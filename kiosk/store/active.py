"""Which version of the content is active, asked before the first frame: so nothing slow is imported here."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

FOLDER, FILE, VERSIONS = "content", "active.json", "versions"


def active_folder(data: Path, now: datetime) -> Path | None:
    """The folder of the active version; None for the shipped content, or when the list or the folder is not there.
    Whether it is whole is found out after the first frame (``kiosk.store.activation`` has the list's rules)."""
    try:
        told = json.loads((data / FOLDER / FILE).read_bytes())
        plan = told["plan"]
        due = plan is not None and datetime.fromisoformat(plan["at"]) <= now
        version = str(plan["version"] if due else told["active"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    folder = data / FOLDER / VERSIONS / version
    return folder if version.isalnum() and folder.is_dir() else None
