"""Passphrases of five words: made by chance, typed with completion, read forgivingly."""

from __future__ import annotations

import re
import secrets
import unicodedata
from pathlib import Path
from random import Random

WORDS = 5
"""64.6 bits from a list of 7,776: no lock-out is needed at that strength."""
LETTERS = 3
OFFERED = 6


def words(path: Path) -> tuple[str, ...]:
    """The word of each line ``11111<tab>word``. Raises OSError, or ValueError when the list is not whole."""
    found = tuple(line.split()[1] for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    if len(set(found)) != 6**5:
        raise ValueError(f"{path.name} must hold 7,776 different words")
    return found


def generate(words: tuple[str, ...], chance: Random) -> str:
    """Five words with single spaces. ``chance`` must be a ``secrets.SystemRandom`` outside of tests."""
    return " ".join(chance.choice(words) for _ in range(WORDS))


def complete(words: tuple[str, ...], start: str) -> tuple[str, ...]:
    """At most six words that begin with these three or more letters, a whole word first."""
    typed = normalise(start)
    if len(typed) < LETTERS:
        return ()
    return tuple(sorted(word for word in words if word.startswith(typed))[:OFFERED])


def normalise(text: str) -> str:
    """What was meant: small letters, single spaces, nothing between words but them; hyphens inside a word stay."""
    return " ".join(re.findall(r"[a-z]+(?:-[a-z]+)*", unicodedata.normalize("NFKC", text).lower()))


def same(typed: str, words: str) -> bool:
    """Whether somebody typed these words; the time it takes says nothing about where they differ."""
    return secrets.compare_digest(normalise(typed).encode(), normalise(words).encode())
