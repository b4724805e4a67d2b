"""How hard a page is to read: its grade by a formula made for its language, and its longest sentences.

English has the Flesch-Kincaid grade (Kincaid and others, Research Branch Report 8-75, 1975):
``0.39 words/sentence + 11.8 syllables/word - 15.59``. Spanish has the grade of Crawford (Lectura y Vida 5(4), 1984):
``-0.205 sentences/100 words + 0.049 syllables/100 words - 3.407``. Both say a year of school, so that one limit, six
unless clinic.toml says otherwise, serves for both; other languages have no grade here. The formulas are worked out here
from the syllables of this package, so that a check needs no network and no further licence.

A page is judged when it has at least 30 words: a single short text tells nothing. Names of treatments, and words that
clinic.toml lists as known, count neither as words nor as syllables. A questionnaire is judged as one text for each
language, since its items are too short to be judged alone; the sentence names its hardest item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kiosk.content.rules.syllables import syllables
from kiosk.content.rules.texts import Text

FEWEST_WORDS = 30
MOST_WORDS = 20
"""In one sentence."""
WORD = re.compile(r"[^\W_]+(?:[.,'’–-][^\W_]+)*")
ABBREVIATIONS = frozenset(
    [
        "dr",
        "dra",
        "sr",
        "sra",
        "mr",
        "mrs",
        "ms",
        "st",
        "no",
        "núm",
        "approx",
        "aprox",
        "etc",
        "vs",
        "fig",
        "e.g",
        "i.e",
    ]
)
"""What a full stop may follow inside a sentence."""
END = re.compile(r"(?<![.!?…])[.!?…]++[”\"’)»]*+(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``line`` is where it begins in the file."""

    line: int
    column: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ease:
    """What a grade is made of."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: Ease) -> Ease:
        return Ease(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)

    def grade(self, language: str) -> float | None:
        """The year of school; None for a language without a formula, or without a word."""
        if not (self.sentences and self.words):
            return None
        tongue = language.partition("-")[0]
        if tongue == "en":
            return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
        if tongue == "es":
            return -0.205 * 100 * self.sentences / self.words + 0.049 * 100 * self.syllables / self.words - 3.407
        return None


@lru_cache(maxsize=1_000)
def sentences(text: Text) -> tuple[Sentence, ...]:
    """The sentences of a text; its end is the end of one."""
    return tuple(_sentences(text))


def _sentences(text: Text) -> Iterator[Sentence]:
    start = 0
    ends = [found.end() for found in END.finditer(text.words) if not _abbreviated(text.words[: found.start()])]
    for end in [*ends, len(text.words)]:
        part = text.words[start:end]
        if words := tuple(WORD.findall(part)):
            begin = start + len(part) - len(part.lstrip())
            line = text.line + text.words.count("\n", 0, begin)
            yield Sentence(line, text.column if line == text.line else 1, words)
        start = end


def _abbreviated(before: str) -> bool:
    last = before[-12:].split()[-1:]
    return bool(last) and last[0].strip('(“"').lower() in ABBREVIATIONS


def ease(sentence: Sentence, language: str, known: frozenset[str]) -> Ease:
    """Of one sentence, without the words that are ``known`` (in small letters)."""
    counted = [word for word in sentence.words if word.lower() not in known]
    return Ease(1 if counted else 0, len(counted), sum(syllables(word, language) for word in counted))


def known_words(names: Iterable[str]) -> frozenset[str]:
    """Every word of these names, in small letters, and each with an s behind it."""
    words = {word.lower() for name in names for word in WORD.findall(name)}
    return frozenset(words | {f"{word}s" for word in words})


@dataclass(frozen=True, slots=True)
class Hard:
    """A text that is harder than it may be: its grade, and where its hardest sentence begins with its longest words."""

    grade: float
    line: int
    column: int
    longest: tuple[str, ...]


def too_hard(texts: Iterable[Text], language: str, known: frozenset[str], limit: float) -> Hard | None:
    """The texts of one page in one language, judged as a whole; None when they are easy or few."""
    whole = Ease()
    hardest: tuple[float, Sentence] | None = None
    for text in texts:
        if not text.spoken or text.language != language:
            continue
        for sentence in sentences(text):
            one = ease(sentence, language, known)
            whole += one
            grade = one.grade(language)
            if grade is not None and one.words >= 5 and (hardest is None or grade > hardest[0]):
                hardest = grade, sentence
    grade = whole.grade(language)
    if grade is None or hardest is None or whole.words < FEWEST_WORDS or round(grade, 1) <= limit:
        return None
    words = {word for word in hardest[1].words if word.lower() not in known}
    longest = sorted(words, key=lambda word: (-syllables(word, language), word))[:3]
    return Hard(grade, hardest[1].line, hardest[1].column, tuple(longest))


def too_long(texts: Iterable[Text]) -> Iterator[Sentence]:
    """The sentences of more than MOST_WORDS words."""
    for text in texts:
        if text.spoken:
            yield from (one for one in sentences(text) if len(one.words) > MOST_WORDS)
