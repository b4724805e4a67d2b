"""The sentences that the patients' pages say themselves, in each language, and how those with gaps are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QLocale

from kiosk.domain.aloud import RATES
from kiosk.domain.visit import CODE_SHOWN, READING, WITH_ANSWERS
from kiosk.settings import ROOT, TRANSLATIONS, spoken_by
from kiosk.speech.sayings import sentences, tidy

SCREENS = ROOT / "kiosk" / "ui"
PYTHON = ("Access", "Asking", "Phrases", "Reading", "Voice")
"""The contexts of what Python says to patients."""
GAP = re.compile(r"%\d")
PLACEHOLDERS = ("%1", "%2")
QUESTIONS, AREAS = 40, 15
"""Up to here "Question 3" and "of 10" are clips of their own, so that a number is not heard as cut out; above it is."""
NUMBERED: Mapping[str, tuple[int, ...]] = {
    "Question %1 of %2": tuple(range(1, QUESTIONS + 1)),
    "%1 seconds left": tuple(range(1, WITH_ANSWERS.answer + 1)),
    "This page closes by itself in %1 seconds.": tuple(range(1, CODE_SHOWN + 1)),
    "Areas chosen: %1": tuple(range(1, AREAS + 1)),
    "Speed: %1 percent": RATES,
    "Loudness: %1 of 7": tuple(range(1, len(RATES) + 1)),
    "If nobody taps for %1 seconds, we hide your answers and ask.": (READING.quiet, WITH_ANSWERS.quiet),
    "%2 seconds later we wipe them.": (WITH_ANSWERS.answer,),
}
"""Sentences whose gaps hold few numbers: each has a clip, or one for each half."""


@lru_cache
def catalogue(tag: str, folder: Path = TRANSLATIONS) -> tuple[tuple[str, str], ...]:
    """What patients may read on the screen: each text in English and in that language; what is not translated is
    shown in English. The same English may be said in two ways."""
    own = spoken_by(tag, folder, ".ts")
    files = [own] if own else sorted(folder.glob("kiosk_*.ts"))[:1]
    found = []
    for context in (each for file in files for each in _contexts(file) if each.findtext("name", "") in patients()):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            found.append((source, (message.findtext("translation", "") if own else "") or source))
    return tuple(found)


def _contexts(file: Path) -> Iterator[ElementTree.Element]:
    return ElementTree.parse(file).getroot().iter("context")  # noqa: S314 (the program's own file)


@lru_cache
def patients() -> frozenset[str]:
    """The contexts of the patients' pages: every QML file outside the staff's folder, and some Python."""
    screens = (path for path in SCREENS.rglob("*.qml") if path.parent.name != "staff")
    return frozenset((*PYTHON, *(path.stem for path in screens))) - {"DemoBanner", "StaffMain"}


def fixed(tag: str) -> set[str]:
    """The sentences without a gap."""
    every = (sentence for _, text in catalogue(tag) for sentence in sentences(text))
    return {sentence for sentence in every if not GAP.search(sentence)}


def templates(tag: str) -> tuple[str, ...]:
    """The sentences with gaps, those with the most words first."""
    every = {sentence for _, text in catalogue(tag) for sentence in sentences(text) if GAP.search(sentence)}
    return tuple(sorted(every, key=lambda sentence: (-len(GAP.sub("", sentence)), sentence)))


def fragments(template: str) -> tuple[str, ...]:
    """What stands before, between and after the gaps."""
    return tuple(tidy(part) for part in GAP.split(template))


def filled(tag: str) -> set[str]:
    """The numbered sentences with their numbers; of one with two gaps its halves."""
    found = set()
    for source, text in catalogue(tag):
        for english, sentence in zip(sentences(source), sentences(text), strict=False):
            for number in NUMBERED.get(english, ()):
                found |= set(_halves(sentence, str(number)))
    return found


def _halves(sentence: str, number: str) -> Iterator[str]:
    parts = fragments(sentence)
    if len(parts) == 2:
        yield GAP.sub(number, sentence)
        return
    yield from (tidy(f"{part} {number}") for part in parts[:-1])
    if parts[-1]:
        yield parts[-1]


def own_name(tag: str) -> str:
    """A language's name as its speakers write it; the tag where nobody knows that language."""
    name = (QLocale(f"{tag}_US").nativeLanguageName() if tag != "en" else "English") or tag
    return name[:1].upper() + name[1:]


def calendar(tag: str) -> set[str]:
    """The words dates are made of beside numbers: months, and "de"."""
    locale = QLocale(f"{tag}_US")
    between = re.findall(r"'([^']+)'", locale.dateFormat(QLocale.FormatType.LongFormat))
    halves = (locale.amText(), locale.pmText())
    return {
        word for word in (*(locale.monthName(month) for month in range(1, 13)), *map(tidy, between), *halves) if word
    }
