"""Places in a questionnaire for instruments whose text only a licensed clinic may show.

A group with ``instrument: dlqi`` and no items of its own takes them from ``questionnaires/instruments/dlqi.yaml``, a
file with ``licence`` (who allowed the clinic to use it) and ``item`` (questions, and a score where there is one). While
that file is not there, patients see nothing of the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.content.document import Document, Where, read_yaml
from kiosk.content.files import KIB, decoded, read_bytes
from kiosk.content.problem import Mistake, quoted

FOLDER = "instruments"
LARGEST = 512 * KIB
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def fill(document: Document, folder: Path) -> list[bytes]:
    """Puts the instruments in ``folder`` in their places; the bytes of the files that were used. What is wrong with
    one is told at its place in the questionnaire."""
    used = []
    for place, group in list(_places(document.data, ())):
        name = group["instrument"]
        try:
            data = _file(folder, str(name))
            group["item"] = _items(data, str(name))
            used.append(data)
        except Mistake as mistake:
            tell = document.warn if mistake.code == "instrument-missing" else document.error
            tell((*place, "instrument"), mistake.code, str(mistake))
            group |= {"type": "display", "hidden": True}
    return used


def _places(data: object, where: Where) -> Iterator[tuple[Where, dict[str, Any]]]:
    items = data.get("item") if isinstance(data, dict) else None
    for number, item in enumerate(items if isinstance(items, list) else ()):
        here = (*where, "item", number)
        if isinstance(item, dict):
            if item.get("instrument") and not item.get("item"):
                yield here, item
            yield from _places(item, here)


def _file(folder: Path, name: str) -> bytes:
    if not NAME.fullmatch(name):
        raise Mistake("instrument-name", f"Name an instrument in small letters, like “dlqi”, not {quoted(name)}.")
    path = folder / f"{name}.yaml"
    if not path.exists():
        sentence = (
            f"There is no {FOLDER}/{path.name} yet, so patients are not asked this part. Its text needs a licence."
        )
        raise Mistake("instrument-missing", sentence)
    return read_bytes(folder, path, LARGEST)


def _items(data: bytes, name: str) -> list[object]:
    try:
        found = read_yaml(decoded(data), name).data
    except Mistake as mistake:
        sentence = f"{FOLDER}/{name}.yaml, line {mistake.line}: {mistake}"
        raise Mistake("instrument-broken", sentence) from None
    items = found.get("item") if isinstance(found, dict) else None
    licence = found.get("licence") if isinstance(found, dict) else None
    if not isinstance(items, list) or not items:
        raise Mistake("instrument-broken", f"{FOLDER}/{name}.yaml needs item, a list of questions.")
    if not isinstance(licence, str) or not licence.strip():
        raise Mistake("instrument-licence", f"{FOLDER}/{name}.yaml needs licence: who allowed the clinic to use it.")
    return items
