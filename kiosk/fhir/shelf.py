"""Value sets from files: those that come with the kiosk, and those an admin put beside a form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.fhir.reader import Unreadable, read_json
from kiosk.fhir.terminology import KINDS

Json = dict[str, Any]

MOST_FILES = 500
LARGEST = 4_000_000
"""Bytes of one file."""
LARGEST_SHELF = 16_000_000
"""Bytes of all files together."""
MOST_ENTRIES = 2_000
"""Resources of one Bundle."""


def shelf(*folders: Path) -> dict[str, Json]:
    """The ValueSets and CodeSystems of the JSON files in these folders by canonical url, with and without version.
    Bundles are looked into; the first file by name wins. What cannot be read is passed over; nothing is raised."""
    found: dict[str, Json] = {}
    for folder in folders:
        for resource in _resources(folder):
            url, version = resource.get("url"), resource.get("version")
            if isinstance(url, str) and url:
                found.setdefault(url, resource)
                if isinstance(version, str) and version:
                    found.setdefault(f"{url}|{version}", resource)
    return found


def _resources(folder: Path) -> Iterator[Json]:
    left = LARGEST_SHELF
    for file in _files(folder):
        try:
            size = file.stat().st_size
            if size > min(LARGEST, left):
                continue
            left -= size
            resource = read_json(file.read_bytes())
        except (OSError, Unreadable):
            continue
        yield from _terminology(resource)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.glob("*.json") if file.is_file())[:MOST_FILES]
    except OSError:
        return []


def _terminology(resource: Json) -> Iterator[Json]:
    if resource.get("resourceType") in KINDS:
        yield resource
    entries = resource.get("entry") if resource.get("resourceType") == "Bundle" else None
    for entry in entries[:MOST_ENTRIES] if isinstance(entries, list) else ():
        held = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(held, dict) and held.get("resourceType") in KINDS:
            yield held
