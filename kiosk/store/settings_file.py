"""The settings file of this machine, changed by the program: what a person wrote around the values stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.settings import FILE, Settings, parsed, read_settings
from kiosk.store.files import write_durably


def change(data: Path, changes: Mapping[str, Any]) -> Settings:
    """Writes these settings, whole or not at all, and gives all that are in force then; None takes one out of the file.

    Raises BadSettings, which leaves the file as it was, or OSError.
    """
    import tomlkit  # noqa: PLC0415 (not before something is changed)

    path = data / FILE
    before = read_settings(data)
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig") if path.exists() else "")
    for key, value in changes.items():
        if value is None:
            document.pop(key, None)
        else:
            document[key] = value
    text = tomlkit.dumps(document)
    after = parsed(path, text)
    if after != before:
        write_durably(path, text.encode())
    return after
