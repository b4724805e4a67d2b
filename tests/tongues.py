"""Two languages nobody speaks, for screens that must bear any: one whose words are long and full of accents, and one
that is written from right to left. Interface and content are made from the English ones.

They go under the tags of real languages that the kiosk has no words of, so that dates and directions come from Qt.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from conftest import SHIPPED
from repository import RESOURCES, passes, tool

from kiosk.content.load import Loaded, load
from kiosk.domain.library import Library
from kiosk.domain.words import Words

LONG, LEFTWARD = "de", "he"
MADE = (LONG, LEFTWARD)
LANGUAGES = ("en", "es", *MADE)
KEPT_FIELDS = frozenset(
    {"id", "language", "booking", "category", "pairs", "questions", "treatments", "icon", "url", "reviewed", "keywords"}
)
"""What is no sentence of a page."""
VOWELS = {"a": "áa", "e": "ëe", "i": "ìi", "o": "ôo", "u": "üu", "A": "Áa", "E": "Ëe", "I": "Ìi", "O": "Ôo", "U": "Üu"}
DOUBLED = {**VOWELS, "n": "nn", "l": "ll", "s": "ss"}
"""What letters become: some 40 % more of them."""
KEPT = re.compile(r"(<[^>]+>|&\w+;|%\d|\{\w+\})")
"""What is no word: markup and places to be filled in."""


def lengthened(text: str) -> str:
    """The text with two letters for each vowel and for some others."""
    parts = KEPT.split(text)
    return "".join(
        part if place % 2 else "".join(DOUBLED.get(letter, letter) for letter in part)
        for place, part in enumerate(parts)
    )


def said(tag: str, english: str) -> str:
    """An English sentence in a language nobody speaks."""
    return lengthened(english) if tag == LONG else english


def translations(folder: Path) -> Path:
    """A folder with the interface's translations, the shipped ones and these."""
    shutil.copytree(RESOURCES / "translations", folder)
    root = ElementTree.parse(folder / "kiosk_es.ts").getroot()  # noqa: S314 (our own file)
    for tag in MADE:
        for message in root.iter("message"):
            words = message.find("translation")
            assert words is not None
            words.text = said(tag, message.findtext("source", ""))
        source = folder / f"kiosk_{tag}.ts"
        ElementTree.ElementTree(root).write(source, "utf-8")
        passes(tool("lrelease"), source, "-qm", source.with_suffix(".qm"))
    return folder


def folder(target: Path, form: Path | None = None) -> Path:
    """The shipped content, its clinic in four languages; ``form`` takes the place of the questionnaire."""
    shutil.copytree(SHIPPED, target)
    clinic = target / "clinic.toml"
    tags = ", ".join(f'"{tag}"' for tag in LANGUAGES)
    text = clinic.read_text("utf-8").replace('languages = ["en", "es"]', f"languages = [{tags}]")
    clinic.write_text(text, "utf-8")
    if form is not None:
        shutil.copy(form, target / "questionnaires" / "pre-consultation.yaml")
    return target


def loaded(content: Path, *how: Any, **more: Any) -> Loaded:
    """What ``load`` gives, in these languages too."""
    found = load(content, *how, **more)
    return replace(found, library=spoken(found.library))


def spoken(library: Library) -> Library:
    """The library with every English page and sentence in these languages too."""
    paged = {
        kind: (*pages, *(page_in(tag, page) for tag in MADE for page in pages if page.language == "en"))
        for kind in ("treatments", "questions", "announcements")
        if (pages := getattr(library, kind))
    }
    return replace(library, clinic=worded(library.clinic), form=worded(library.form), **paged)


def page_in(tag: str, page: Any) -> Any:
    """An English page in that language: every text of it, but no id and no address."""
    return replace(turned(page, tag), language=tag)


def turned(value: Any, tag: str) -> Any:
    """The same value with every sentence in it said in that language."""
    if type(value) is str:
        return said(tag, value)
    if isinstance(value, tuple):
        return tuple(turned(each, tag) for each in value)
    if is_dataclass(value):
        changed = {each: turned(getattr(value, each), tag) for each in names(value) if each not in KEPT_FIELDS}
        return replace(value, **changed)
    return value


def worded(value: Any) -> Any:
    """The same with these languages wherever something is said in several."""
    if isinstance(value, Words):
        texts = dict(value.pairs)
        english = texts.get("en", "")
        return Words.of(texts | {tag: said(tag, english) for tag in MADE}) if english else value
    if isinstance(value, tuple):
        return tuple(worded(each) for each in value)
    if isinstance(value, dict):
        return {key: worded(each) for key, each in value.items()}
    if is_dataclass(value):
        return replace(value, **{each: worded(getattr(value, each)) for each in names(value)})
    return value


def names(value: Any) -> list[str]:
    """What a dataclass is made of."""
    return [each.name for each in fields(value) if each.init]
