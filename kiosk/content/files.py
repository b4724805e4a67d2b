"""Reading one file of the content folder: inside the folder, of bearable size, in UTF-8."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.problem import Mistake

KIB = 1024


def read_bytes(folder: Path, path: Path, most: int) -> bytes:
    """The bytes of a plain file. Raises Mistake when it is outside ``folder``, unreadable or over ``most`` bytes."""
    try:
        real = path.resolve(strict=True)
        _check_kind(real, folder.resolve())
        with real.open("rb") as file:
            data = file.read(most + 1)
    except Mistake:
        raise
    except FileNotFoundError:
        raise Mistake("file-missing", "This file is missing.") from None
    except (OSError, RuntimeError, ValueError):  # RuntimeError: links in a circle; ValueError: a NUL in the name
        raise Mistake("file-unreadable", "This file cannot be read.") from None
    if len(data) > most:
        raise Mistake("file-too-large", f"This file is larger than {most // KIB} KiB.")
    return data


def _check_kind(real: Path, folder: Path) -> None:
    if not real.is_relative_to(folder):
        raise Mistake("path-outside", "This file lies outside the content folder.")
    if not real.is_file():
        raise Mistake("file-unreadable", "This is not a plain file.")


def decoded(data: bytes) -> str:
    """The text with plain line ends. Raises Mistake at the first byte that is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise Mistake("not-utf8", "This letter is not UTF-8; save the file as UTF-8.", line, column) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_lines(text: str, longest: int, first_line: int = 1) -> None:
    """Raises Mistake for a line of more than ``longest`` letters: parsers can take minutes for one."""
    for number, line in enumerate(text.split("\n"), start=first_line):
        if len(line) > longest:
            raise Mistake("line-too-long", f"This line is longer than {longest} letters.", number)
