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
from xml.sax.saxutils import escape

from conftest import SHIPPED
from repository import RESOURCES, passes, tool

from kiosk.content.load import Loaded, load
from kiosk.domain.library import Library
from kiosk.domain.words import Words

LONG, LEFTWARD = "de", "he"
LANGUAGES = ("en", "es", LONG, LEFTWARD)
VOWELS = {"a": "áa", "e": "ëe", "i": "ìi", "o": "ôo", "u": "üu", "A": "Áa", "E": "Ëe", "I": "Ìi", "O": "Ôo", "U": "Üu"}
"""What the vowels become: some 40 % more letters."""
KEPT = re.compile(r"(<[^>]+>|&\w+;|%\d|\{\w+\})")
"""What is no word: markup and places to be filled in."""


def lengthened(text: str) -> str:
    """The text with two letters for each vowel."""
    parts = KEPT.split(text)
    return "".join(
        part if place % 2 else "".join(VOWELS.get(letter, letter) for letter in part) for place, part in enumerate(parts)
    )


def said(tag: str, english: str) -> str:
    """An English sentence in a language nobody speaks."""
    return lengthened(english) if tag == LONG else english


def translations(folder: Path) -> Path:
    """A folder with the interface's translations, the shipped ones and these."""
    shutil.copytree(RESOURCES / "translations", folder)
    root = ElementTree.parse(folder / "kiosk_es.ts").getroot()  # noqa: S314 (our own file)
    for tag in (LONG, LEFTWARD):
        contexts = []
        for context in root.iter("context"):
            messages = [
                f"<message><source>{escape(english)}</source><translation>{escape(said(tag, english))}</translation></message>"
                for message in context.iter("message")
                if (english := message.findtext("source", ""))
            ]
            contexts.append(f"<context><name>{context.findtext('name')}</name>{''.join(messages)}</context>")
        source = folder / f"kiosk_{tag}.ts"
        source.write_text(f'<!DOCTYPE TS><TS version="2.1" language="{tag}">{"".join(contexts)}</TS>', "utf-8")
        passes(tool("lrelease"), source, "-qm", source.with_suffix(".qm"))
    return folder


def folder(target: Path, form: Path | None = None) -> Path:
    """The shipped content, its clinic in four languages; ``form`` takes the place of the questionnaire."""
    shutil.copytree(SHIPPED, target)
    clinic = target / "clinic.toml"
    text = clinic.read_text("utf-8").replace('languages = ["en", "es"]', f"languages = {list(LANGUAGES)}".replace("'", '"'))
    clinic.write_text(text, "utf-8")
    if form is not None:
        shutil.copy(form, target / "questionnaires" / "pre-consultation.yaml")
    return target


def loaded(content: Path, *how: Any, **more: Any) -> Loaded:
    """What ``load`` gives, in these languages too."""
    found = load(content, *how, **more)
    return replace(found, library=spoken(found.library))


def spoken(library: Library) -> Library:
    changed = {}
    for each in fields(library):
        held = getattr(library, each.name)
        pages = isinstance(held, tuple) and bool(held) and hasattr(held[0], "language")
        changed[each.name] = (*held, *(page_in(tag, page) for tag in (LONG, LEFTWARD) for page in held if page.language == "en")) if pages else worded(held)
    return replace(library, **changed)


def page_in(tag: str, page: Any) -> Any:
    """An English page in that language: every text of it, but no id and no address."""
    kept = {"id", "language", "booking", "category", "pairs", "questions", "treatments", "icon", "url", "kind", "reviewed"}

    def turned(value: Any) -> Any:
        if isinstance(value, str) and type(value) is str:
            return said(tag, value)
        if isinstance(value, tuple):
            return tuple(turned(each) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: turned(getattr(value, f.name)) for f in fields(value) if f.name not in kept and f.init})
        return value

    return replace(turned(page), language=tag)


def worded(value: Any) -> Any:
    """The same with these languages wherever something is said in several."""
    if isinstance(value, Words):
        english = dict(value.pairs).get("en", "")
        return Words.of({**dict(value.pairs), LONG: said(LONG, english), LEFTWARD: said(LEFTWARD, english)}) if english else value
    if isinstance(value, tuple):
        return tuple(worded(each) for each in value)
    if isinstance(value, dict):
        return {key: worded(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: worded(getattr(value, f.name)) for f in fields(value) if f.init})
    return value
