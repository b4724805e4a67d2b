"""Every sentence the screens say is there in every language of the clinic, and the compiled files say the same."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import SHIPPED
from PySide6.QtCore import QTranslator
from repository import RESOURCES, ROOT, passes, screens, tool

from kiosk.content.clinic import glance

LANGUAGES = [tag for tag in glance(SHIPPED).languages if tag != "en"]
"""The sources are written in English."""
LUPDATE = ("-no-obsolete", "-locations", "none", "-extensions", "py,qml")
REFRESH = """
To refresh them, run at the top of the repository, and translate what is unfinished in between:
    pyside6-lupdate {options} kiosk -ts resources/translations/kiosk_{tag}.ts
    pyside6-lrelease resources/translations/kiosk_{tag}.ts -qm resources/translations/kiosk_{tag}.qm"""
Key = tuple[str, str]
"""A context (the QML file or the class that speaks) and an English sentence."""


def refresh(tag: str) -> str:
    return REFRESH.format(options=" ".join(LUPDATE), tag=tag)


def file(tag: str, kind: str) -> Path:
    return RESOURCES / "translations" / f"kiosk_{tag}.{kind}"


def translated(path: Path) -> dict[Key, str]:
    """What a .ts file says; an empty sentence where the translation is not finished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314 (our own file)
        for message in context.iter("message"):
            words = message.find("translation")
            done = words is not None and words.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (words.text or "") if done and words is not None else ""
    return found


def said_in_python(path: Path) -> set[Key]:
    """The sentences of a Python file. They must stand in the call itself: lupdate reads the source, not the program."""
    found: set[Key] = set()
    tree = ast.parse(path.read_text("utf-8"))
    for around in ast.walk(tree):
        for call in ast.walk(around) if isinstance(around, ast.ClassDef) else ():
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "self.tr":
                found.add((around.name, ast.literal_eval(call.args[0])))
    calls = [call for call in ast.walk(tree) if isinstance(call, ast.Call)]
    direct = [call for call in calls if ast.unparse(call.func) == "QCoreApplication.translate"]
    mentions = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    assert len(direct) == sum(ast.unparse(node) == "QCoreApplication.translate" for node in mentions), path.name
    direct += [call for call in calls if ast.unparse(call.func) == "translated.translate"]
    return found | {(ast.literal_eval(call.args[0]), ast.literal_eval(call.args[1])) for call in direct}


def said_in_qml(path: Path) -> set[Key]:
    text = path.read_text("utf-8")
    found = re.findall(r'\bqsTr\(("(?:[^"\\]|\\.)*")', text)
    assert len(found) == text.count("qsTr("), f"{path.name}: qsTr takes the sentence itself"
    return {(path.stem, json.loads(sentence)) for sentence in found}


def said() -> set[Key]:
    """Every sentence of the program."""
    python = [said_in_python(path) for path in (ROOT / "kiosk").rglob("*.py")]
    return set().union(*python, *(said_in_qml(path) for path in screens()))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_sentence_is_translated(tag: str) -> None:
    ours = translated(file(tag, "ts"))
    untranslated = sorted(key for key in said() if not ours.get(key, "").strip())
    assert not untranslated, f"no translation for {untranslated}" + refresh(tag)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_qt_finds_the_same_sentences(tag: str, tmp_path: Path) -> None:
    fresh = tmp_path / file(tag, "ts").name
    shutil.copy(file(tag, "ts"), fresh)
    passes(tool("lupdate"), *LUPDATE, "kiosk", "-ts", fresh)
    assert translated(fresh) == translated(file(tag, "ts")), "the .ts file is not fresh" + refresh(tag)
    assert translated(fresh).keys() == said()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_translations_keep_their_places(tag: str) -> None:
    """What is filled in (%1) must be there as often as in English."""
    sentences = translated(file(tag, "ts")).items()
    assert [key for key, words in sentences if words and places(words) != places(key[1])] == []


def places(sentence: str) -> Counter[str]:
    return Counter(re.findall(r"%\d", sentence))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_compiled_file_says_the_same(tag: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(file(tag, "qm"))), f"{file(tag, 'qm').name} cannot be loaded" + refresh(tag)
    sentences = translated(file(tag, "ts")).items()
    stale = {key[1] for key, words in sentences if compiled.translate(*key) != words}
    assert not stale, f"the .qm file is older than the .ts file: {sorted(stale)}" + refresh(tag)
