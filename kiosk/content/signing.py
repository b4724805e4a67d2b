"""Writes into a content file who signed it off, or which original it follows, and changes nothing else of its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kiosk.content.document import Document, Place, Where, read_yaml
from kiosk.content.files import decoded
from kiosk.content.front import front
from kiosk.content.problem import Mistake, quoted
from kiosk.content.seal import DIGEST, without

BOM = "\ufeff"
ITEM = ("item",)
BARE = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{DIGEST.pattern}")
"""What needs no quotes."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Edit(NamedTuple):
    """What stands between two places becomes ``text``."""

    begin: Place
    end: Place
    text: str


def signed(data: bytes, file: str, by: str, on: str, seal: str) -> bytes:
    """The file with this signature. Raises Mistake when there is no safe place for it."""
    return _entered(data, file, "reviewed", {"by": by, "on": on, "seal": seal})


def translated(data: bytes, file: str, original: str) -> bytes:
    """The file with the digest of the original that it follows. Raises Mistake like ``signed``."""
    return _entered(data, file, "original", original)


def _entered(data: bytes, file: str, key: str, value: str | Mapping[str, str]) -> bytes:
    text = data.decode("utf-8")
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    plain = decoded(data)
    document = _read(plain, file)
    made = _applied(text, list(_edits(document, plain, key, value)))
    if not _only(key, value, (plain, document), decoded(made.encode()), file):
        sentence = f"There is no safe place for {quoted(key)} here; write an empty line “{key}:” yourself, then again."
        raise Mistake("entry-place", sentence)
    return (mark + made).encode()


def _read(text: str, file: str) -> Document:
    return front(text, file).document if file.endswith(".md") else read_yaml(text, file)


def _only(key: str, value: str | Mapping[str, str], before: tuple[str, Document], text: str, file: str) -> bool:
    """Whether this entry says what it should now, and all else is as before."""
    try:
        after = _read(text, file)
    except Mistake:
        return False
    if not isinstance(after.data, dict):
        return False
    held = after.data.get(key)
    said = {name: str(one) for name, one in held.items()} if isinstance(held, dict) else str(held)
    return said == value and without(text, after, (key,)) == without(*before, (key,))


def _edits(document: Document, plain: str, key: str, value: str | Mapping[str, str]) -> Iterator[Edit]:
    held = document.data.get(key) if isinstance(document.data, dict) else None
    if (key,) not in document.keys:
        yield _line_for(document, plain, _anchor(document), f"{key}: {_written(value)}")
    elif isinstance(value, str) or not isinstance(held, dict) or not held:
        yield from _put(document, (key,), held, value)
    else:
        for name, one in value.items():
            if name in held:
                yield from _put(document, (key, name), held[name], one)
        missing = [f"{name}: {_written(one)}" for name, one in value.items() if name not in held]
        if missing:
            yield _further(document, plain, (key, list(held)[-1]), missing)


def _put(document: Document, where: Where, held: object, value: str | Mapping[str, str]) -> Iterator[Edit]:
    """Puts a value in the place of another, or behind a key that has none."""
    if held is None:
        yield Edit(document.keys[where], document.ends[where], f"{where[-1]}: {_written(value)}")
    elif str(held) != value:
        yield Edit(document.values[where], document.ends[where], _written(value))


def _further(document: Document, plain: str, last: Where, entries: list[str]) -> Edit:
    """More entries behind the last one of a mapping, in its own style."""
    if last[:-1] in document.flow:
        return Edit(document.ends[last], document.ends[last], "".join(f", {entry}" for entry in entries))
    return _line_for(document, plain, last, *entries)


def _line_for(document: Document, plain: str, anchor: Where, *entries: str) -> Edit:
    """Lines of their own below an entry, indented like it."""
    line, column = document.ends[anchor]
    at = (line, 1) if column == 1 else (line + 1, 1)
    indent = " " * (document.keys[anchor][1] - 1)
    lines = [indent + entry for entry in entries]
    cut = at[0] > plain.count("\n") + 1  # the last line of the file has no end
    return Edit(at, at, "\n".join(["", *lines] if cut else [*lines, ""]))


def _anchor(document: Document) -> Where:
    """The entry below which a new one goes: the last, of a questionnaire the one before its questions."""
    tops = sorted((place, where) for where, place in document.keys.items() if len(where) == 1)
    questions = document.keys.get(ITEM)
    before = [where for place, where in tops if questions is None or place < questions]
    if not before or () in document.flow:
        raise Mistake("entry-place", "Write each key on a line of its own, then again.")
    return before[-1]


def _written(value: str | Mapping[str, str]) -> str:
    if not isinstance(value, str):
        return "{" + ", ".join(f"{name}: {_written(one)}" for name, one in value.items()) + "}"
    return value if BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _applied(text: str, edits: list[Edit]) -> str:
    """The text with these edits; new lines end as the first line does."""
    starts = [found.start() for found in LINE.finditer(text)]
    ending = re.search(r"\r\n|\r|\n", text)
    for begin, end, put in sorted(edits, reverse=True):
        first, last = (_offset(text, starts, place) for place in (begin, end))
        text = text[:first] + put.replace("\n", ending[0] if ending else "\n") + text[last:]
    return text


def _offset(text: str, starts: list[int], place: Place) -> int:
    line, column = place
    return starts[line - 1] + column - 1 if line <= len(starts) else len(text)
