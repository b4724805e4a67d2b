"""Sentences that exist in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in each language it was written in; the first one is the original.

    ``pairs`` is ``((language, text), ...)`` with BCP 47 language tags such as ``en`` and ``es``.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Words:
        return cls(tuple(texts.items()))

    def in_language(self, language: str) -> str:
        """The sentence in that language, else the first that was written at all, else an empty string."""
        written = {tag: text for tag, text in self.pairs if text}
        return written.get(language) or next(iter(written.values()), "")

    def __bool__(self) -> bool:
        return any(text for _, text in self.pairs)
