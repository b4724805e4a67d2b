"""The digest by which it shows whether a text has changed since somebody signed it, or since it was translated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from kiosk.content.document import Document, Place

DIGITS = 16
"""Hex digits of a digest: nobody forges a text, and by chance no two ever share so many."""
DIGEST = re.compile(rf"[0-9a-f]{{{DIGITS}}}")
SIGNING = ("reviewed", "original")
"""What is said about a text and is none of it."""
WORDLESS = (*SIGNING, "from", "until", "order")
"""What no translation has to follow, too."""


def seal(text: str, document: Document, shown: Mapping[str, bytes]) -> str:
    """The digest of what is signed: the text without its signature, and the files it shows by their names."""
    return digest(without(text, document, SIGNING), shown)


def words(text: str, document: Document) -> str:
    """The digest of what a translation follows."""
    return digest(without(text, document, WORDLESS), {})


def digest(text: str, files: Mapping[str, bytes]) -> str:
    """SHA-256 over the text and the files, each with its length before it."""
    made = hashlib.sha256()
    for name, data in [("", text.encode()), *sorted(files.items())]:
        made.update(f"{name}\n{len(data)}\n".encode() + data)
    return made.hexdigest()[:DIGITS]


def without(text: str, document: Document, keys: Iterable[str]) -> str:
    """The text, whose lines end in LF, without these entries; of lines that held nothing else, nothing is left."""
    found = [(document.keys[(key,)], document.ends[(key,)]) for key in keys if (key,) in document.keys]
    lines = text.split("\n")
    for begin, end in sorted(found, reverse=True):
        rest = before(lines, begin) + after(lines, end)
        lines[begin[0] - 1 : end[0]] = [rest] if rest.strip() else []
    return "\n".join(lines)


def before(lines: list[str], place: Place) -> str:
    """What stands in front of a place in its line."""
    return lines[place[0] - 1][: place[1] - 1]


def after(lines: list[str], place: Place) -> str:
    return lines[place[0] - 1][place[1] - 1 :]
