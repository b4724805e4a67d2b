"""The repository stays small and tidy: few names at the top, short files, no trace of one person's machine."""

from __future__ import annotations

import re
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from repository import RESOURCES, ROOT, files, screens, texts

TOP = {"kiosk", "resources", "tests", "main.py", "pyproject.toml", "README.md", "LICENSE"}
MACHINE = re.compile(r"(?<![\w.}])/(?:home|Users|root|work|tmp)/\w|\b[A-Za-z]:\\{1,2}Users\b")
"""Where a person's or a build machine's files lie."""
INDEX = re.compile(r"https?://[^\s\"']*(?:pypi|pythonhosted)|--(?:extra-)?index-url|--find-links")
"""A package index: which one is used is the machine's business."""
PUT_OFF = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")
LONGEST = {".py": 550, ".qml": 150}


def test_the_top_level_is_short() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in files()}
    assert {name for name in names if not name.startswith(".")} <= TOP


@pytest.mark.parametrize("trace", [MACHINE, INDEX, PUT_OFF], ids=["machine", "index", "put off"])
def test_no_file_shows_where_it_was_made_or_what_is_missing(trace: re.Pattern[str]) -> None:
    me = Path(__file__).relative_to(ROOT)
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts().items()
        if path != me
        for number, line in enumerate(text.splitlines(), start=1)
        if trace.search(line)
    ]
    assert not found


@pytest.mark.parametrize("text", ["see /home/ana/x", r"C:\Users\ana", "--index-url x", "# TO" + "DO later"])
def test_such_traces_are_seen(text: str) -> None:
    assert any(trace.search(text) for trace in (MACHINE, INDEX, PUT_OFF))


def test_files_are_short() -> None:
    program = [*screens(), *(ROOT / "kiosk").rglob("*.py")]
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in program}
    assert not {name: count for name, count in lines.items() if count > LONGEST[Path(name).suffix]}


@pytest.mark.parametrize(
    ("folder", "what", "licence"),
    [
        ("fonts", "AtkinsonHyperlegibleNext_*.ttf", "LICENSE-AtkinsonHyperlegibleNext.txt"),
        ("fonts", "Fraunces_*.ttf", "LICENSE-Fraunces.txt"),
        ("icons", "lucide.ttf", "LICENSE-lucide.txt"),
        ("words", "eff_large_wordlist.txt", "LICENSE-EFF.txt"),
    ],
)
def test_what_others_made_has_its_licence_beside_it(folder: str, what: str, licence: str) -> None:
    assert list((RESOURCES / folder).glob(what))
    text = (RESOURCES / folder / licence).read_text("utf-8")
    assert re.search("SIL Open Font License|ISC License|Creative Commons", text, re.IGNORECASE)


def test_the_lock_pins_what_is_asked_for_with_an_extra() -> None:
    """``coverage==7`` does not answer a requirement of ``coverage[toml]``: pip would take the newest one, which has no
    hash in the lock, on the day there is a newer one."""
    pinned = {line.split("==")[0] for line in (ROOT / ".lock" / "test.txt").read_text().splitlines() if "==" in line}
    asked = [Requirement(text) for found in distributions() for text in found.requires or ()]
    extras = {
        f"{canonicalize_name(one.name)}[{extra}]"
        for one in asked
        if not one.marker or one.marker.evaluate({"extra": ""})
        for extra in one.extras
    }
    assert "coverage[toml]" in extras <= pinned


def test_nothing_of_others_lies_there_without_a_licence() -> None:
    folders = ("fonts", "icons", "words")
    stems = {
        licence.stem.removeprefix("LICENSE-").lower() for f in folders for licence in (RESOURCES / f).glob("LICENSE-*")
    }
    fonts = {font.stem.split("_")[0].lower() for f in folders for font in (RESOURCES / f).glob("*.ttf")}
    assert fonts <= stems
