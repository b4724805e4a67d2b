"""Answers are in no memory once the idle kiosk has begun again, and never in a file, a log or a dump.

Reading a program's memory is something only Linux offers; the rest holds everywhere.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import canaries
import powercut
import pytest
from conftest import found_in
from repository import ROOT

OFFSCREEN = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QT_SCALE_FACTOR": "1",
    "QML_NO_TOUCH_COMPRESSION": "1",
}


@dataclass(frozen=True)
class Lives:
    """What a kiosk that began again has told, and everything it may have written."""

    before: dict[str, Any]
    after: dict[str, Any]
    said: bytes
    folders: tuple[Path, ...]


def lived(folder: Path, data: Path, content: Path) -> Lives:
    folders = (data, folder / "temporary", folder / "cache", folder / "home")
    for each in folders[1:]:
        each.mkdir()
    places = dict(zip(("TMPDIR", "XDG_CACHE_HOME", "HOME"), map(str, folders[1:]), strict=True))
    done = subprocess.run(
        [sys.executable, Path(canaries.__file__), data, content, folder / "report"],
        env={**powercut.env(), **OFFSCREEN, **places},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    before, after = map(json.loads, (folder / "report").read_text("utf-8").splitlines())
    return Lives(before, after, done.stdout, folders)


if sys.platform.startswith("linux"):

    @pytest.fixture(scope="module")
    def lives(tmp_path_factory: pytest.TempPathFactory, every_type: Path) -> Lives:
        folder = tmp_path_factory.mktemp("memory")
        return lived(folder, found_in(folder / "data"), every_type)

    def test_visits_are_in_memory_until_the_idle_kiosk_begins_again(lives: Lives) -> None:
        assert lives.before["found"] > 0
        assert lives.after["found"] == 0

    def test_a_word_that_the_fresh_program_keeps_is_found(lives: Lives) -> None:
        assert lives.after["found of one kept"] > 0

    def test_the_fresh_program_is_where_the_old_one_was(lives: Lives, record_property) -> None:
        before, after = lives.before, lives.after
        record_property("seconds from the last picture to the first", after["first frame"] - before["ended"])
        assert (after["pid"], after["place"]) == (before["pid"], before["place"])
        assert before["page"] == after["page"] == "Attract"
        assert after["locked"]
        assert not after["handed on"]
        assert after["dumps"] == [0, 0]

    def test_what_was_answered_is_in_no_file(lives: Lives) -> None:
        assert canaries.count(lives.said) == 0
        assert canaries.files_with_words(*lives.folders) == []
        assert (lives.folders[0] / "records.sqlite").stat().st_size > 0


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("word", [canaries.SENT, canaries.ABANDONED], ids=["sent", "abandoned"])
def test_the_words_are_seen_in_raw_bytes(word: bytes, coding: str, tmp_path: Path) -> None:
    (tmp_path / "records.sqlite-wal").write_bytes(b"\0" * 77 + canaries.revealed(word).encode(coding) + b"\xff")
    (tmp_path / "else").write_bytes(word)
    assert canaries.files_with_words(tmp_path) == [tmp_path / "records.sqlite-wal"]


def test_the_words_are_seen_in_a_name(tmp_path: Path) -> None:
    path = tmp_path / f"{canaries.revealed(canaries.SENT)}.pdf"
    path.touch()
    assert canaries.files_with_words(tmp_path) == [path]
