"""The search in a long list of answers."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

from kiosk.domain.form import Control, Item, Option

GOOD_MATCH = 75
"""rapidfuzz score of 100 from which an answer counts as found: lets one slip in a word of five pass."""
FUZZY = 3
"""Letters from which on slips are forgiven; fewer are like everything."""
LONG = 100
"""So many answers are searched, not leafed through, whatever the form says."""
SHOWN = 40
"""Answers on the page at once; more letters find the others."""


def is_searched(item: Item) -> bool:
    return bool(item.options) and (item.control is Control.AUTOCOMPLETE or len(item.options) > LONG)


def plain(text: str) -> str:
    """Small letters without their accents."""
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))


def found(options: Sequence[Option], text: str, language: str) -> list[Option]:
    """The answers with a word that begins like this, else those that are nearly it; all when nothing is typed."""
    query = plain(text.strip())
    if not query:
        return list(options)
    labels = [plain(option.label.in_language(language)) for option in options]
    begin = [place for place, label in enumerate(labels) if f" {label}".find(f" {query}") >= 0]
    return [options[place] for place in begin or _like(query, labels)]


def _like(query: str, labels: list[str]) -> list[int]:
    if len(query) < FUZZY:
        return []
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (not before somebody searches)

    scored = process.extract(query, labels, scorer=fuzz.partial_token_ratio, score_cutoff=GOOD_MATCH, limit=None)
    return [place for label, _, place in scored if len(label) + 1 >= len(query)]  # "as" is no slip of "aspirin"
