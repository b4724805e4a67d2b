"""Plain data as YAML for people: short things on one line, and every value read back as what it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kiosk.content.document import plain

WIDTH = 118
CHUNK = 2_000
"""Letters of a text on one line; the reader takes no lines of more than 10,000."""
FLOW_DEPTH = 3
BARE = re.compile(r"[^\W\d_](?:[\w ./()%+;’–-]*[\w./()%+;’–])?")
ADDRESS = re.compile(r"https?://[\w./-]*[\w/]")
KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,100}")
SWITCHES = ("yes", "no", "on", "off", "y", "n")
"""What older YAML readers take for true and false."""
SPACED = "item"
"""The lists whose entries stand apart by an empty line."""


class Unwritable(ValueError):
    """A value that the YAML of questionnaires has no way to say."""


def write_yaml(data: dict[str, object], comment: str = "") -> str:
    """The mapping as a YAML document. ``kiosk.content.document.read_yaml`` reads the same values from it, decimals with
    their literal. Raises Unwritable for a number of more than 18 digits or with an exponent."""
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    return head + "".join(f"{line}\n" for line in _block(data, 0))


def _block(data: dict[str, object], indent: int) -> Iterator[str]:
    pad = " " * indent
    for key, value in data.items():
        name = _key(key)
        if _nested(value, indent + len(name) + 2):
            yield f"{pad}{name}:"
            if isinstance(value, dict):
                yield from _block(value, indent + 2)
            else:
                yield from _sequence(value, indent + 2, apart=key == SPACED)  # type: ignore[arg-type]
        else:
            first, *rest = _inline(value, indent + 2)
            yield f"{pad}{name}: {first}"
            yield from rest


def _sequence(values: list[object], indent: int, *, apart: bool = False) -> Iterator[str]:
    pad = " " * indent
    for number, value in enumerate(values):
        if apart and number:
            yield ""
        if _nested(value, indent + 2):
            inner = _block(value, indent + 2) if isinstance(value, dict) else _sequence(value, indent + 2)  # type: ignore[arg-type]
            yield f"{pad}- {next(inner)[indent + 2 :]}"
            yield from inner
        else:
            first, *rest = _inline(value, indent + 2)
            yield f"{pad}- {first}"
            yield from rest


def _nested(value: object, column: int) -> bool:
    """Whether a mapping or list must stand on lines of its own."""
    if not isinstance(value, dict | list) or not value:
        return False
    flow = None if isinstance(value, dict) and "linkId" in value else _flow(value, FLOW_DEPTH)
    return flow is None or column + len(flow) > WIDTH


def _inline(value: object, indent: int) -> list[str]:
    if isinstance(value, dict | list):
        return [_flow(value, FLOW_DEPTH) or ""]
    if isinstance(value, str):
        return _literal(value, indent) or _folded(value, indent)
    return [_scalar(value)]


def _flow(value: object, depth: int) -> str | None:
    """The value on one line; None when it does not belong there."""
    if isinstance(value, str):
        return None if "\n" in value or len(value) > WIDTH else _text(value)
    if not isinstance(value, dict | list):
        return _scalar(value)
    return _flow_of(value, depth) if value else str(value)


def _flow_of(value: dict[str, object] | list[object], depth: int) -> str | None:
    if depth == 0 or (isinstance(value, list) and any(isinstance(one, dict | list) for one in value)):
        return None
    parts = [_flow(one, depth - 1) for one in (value.values() if isinstance(value, dict) else value)]
    told = [part for part in parts if part is not None]
    if len(told) < len(parts):
        return None
    if isinstance(value, list):
        return f"[{', '.join(told)}]"
    return "{" + ", ".join(f"{_key(key)}: {part}" for key, part in zip(value, told, strict=True)) + "}"


def _key(key: str) -> str:
    return key if KEY.fullmatch(key) else _quoted(key)


def _scalar(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    written = value.isoformat() if isinstance(value, date) else str(value)
    if not isinstance(value, int | Decimal | date) or plain(written) != value or str(plain(written)) != written:
        raise Unwritable("A number here has too many digits for YAML.")
    return written


def _text(value: str) -> str:
    """A text on one line, bare where nobody could take it for something else."""
    bare = BARE.fullmatch(value) and plain(value) == value and value.casefold() not in SWITCHES
    return value if bare or ADDRESS.fullmatch(value) else _quoted(value)


def _even(value: str) -> bool:
    """Whether brackets come in pairs: the reader counts them before it knows what is text."""
    return all(value.count(opening) == value.count(closing) for opening, closing in ("[]", "{}"))


def _quoted(value: str) -> str:
    uneven = not _even(value)
    return '"' + "".join(_letter(letter, uneven=uneven) for letter in value) + '"'


def _letter(letter: str, *, uneven: bool) -> str:
    if letter in '"\\':
        return "\\" + letter
    if letter == "\n":
        return "\\n"
    if letter.isprintable() and not (uneven and letter in "[]{}"):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _literal(value: str, indent: int) -> list[str] | None:
    """Several lines as they are, below ``|``; None for what could not be read back letter by letter."""
    body = value.removesuffix("\n")
    lines = body.split("\n")
    sound = all(line.isprintable() and not line.endswith(" ") and len(line) <= CHUNK for line in lines)
    if len(lines) < 2 or not sound or not lines[0] or lines[0][0] == " " or not lines[-1] or not _even(value):
        return None
    pad = " " * indent
    return ["|" if value.endswith("\n") else "|-", *(pad + line if line else "" for line in lines)]


def _folded(value: str, indent: int) -> list[str]:
    """A text on one line, or a very long one in quotes over several."""
    if len(value) <= CHUNK:
        return [_text(value)]
    pieces = [value[start : start + CHUNK] for start in range(0, len(value), CHUNK)]
    uneven = not _even(value)
    written = ["".join(_letter(letter, uneven=uneven) for letter in piece) for piece in pieces]
    pad = " " * indent
    # A line that begins with a space needs a backslash before it, or the space is lost.
    opened = [f"{pad}\\{piece}" if piece.startswith(" ") else pad + piece for piece in written[1:]]
    lines = ['"' + written[0], *opened]
    return [f"{line}\\" for line in lines[:-1]] + [lines[-1] + '"']
