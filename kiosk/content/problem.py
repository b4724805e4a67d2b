"""One mistake in the content, told so that whoever wrote the file can find and mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ErrorOrWarning = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """``file`` is a posix path inside the content folder; ``line`` and ``column`` count from 1."""

    file: str
    line: int
    column: int
    level: ErrorOrWarning
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.code}: {self.sentence}"


class Mistake(ValueError):
    """Why a file cannot be used. ``line`` and ``column`` count from 1."""

    def __init__(self, code: str, sentence: str, line: int = 1, column: int = 1) -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.line, self.column = code, sentence, line, column

    def problem(self, file: str) -> Problem:
        return Problem(file, self.line, self.column, "error", self.code, self.sentence)


def quoted(written: object) -> str:
    """What was written, short and on one line, for use inside a sentence."""
    text = "".join(letter if letter.isprintable() else " " for letter in str(written)[:50])
    return f"“{text[:40]}…”" if len(text) > 41 else f"“{text}”"


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """The end of a sentence: a question with the nearest known word, or only its full stop."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only for what is wrong; a thousand words take no time)

    by_fold = {word.casefold(): word for word in known}
    near = process.extractOne(written[:60].casefold(), by_fold.keys(), scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {quoted(by_fold[near[0]])}?" if near else "."
