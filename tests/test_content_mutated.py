"""Whatever happens to a content folder, reading and checking it ends, with sentences and without a crash."""

from __future__ import annotations

import random
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from content_folder import FILES, PEEL, PNG, QUESTIONNAIRE, put, write_folder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repository import ROOT
from test_content_bombs import checked

from kiosk.content import load as loading
from kiosk.content.codes import CODES
from kiosk.content.inspection import inspect
from kiosk.content.load import Loaded, load
from kiosk.content.rules import drawings

TODAY = date(2026, 3, 1)
FOLDERS, EACH = 500, 3
"""Mutated folders, and mutations in each."""
SHIPPED = ROOT / "resources" / "content" / "questionnaires" / "pre-consultation.yaml"
NOISE = [
    b"[",
    b"{",
    b"- ",
    b": ",
    b"\n",
    b"  ",
    b"'",
    b'"',
    b"&a ",
    b"*a ",
    b"!",
    b"\xff\xfe",
    b"\0",
    b"|",
    b">",
    b"---",
]
NOISE += [b"item:", b"enableWhen:", b"\xe2\x80\xa8", b"{emergency}", b"<svg>", b"##", b"2026-02-30", b"9" * 30, b"\r"]


def mutate(folder: Path, random: random.Random) -> str:
    """One thing that editors, copying and malice do to a file; says which."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    path = random.choice(files)
    data = path.read_bytes()
    lines = data.split(b"\n")
    at = random.randrange(len(data) + 1)
    line = random.randrange(len(lines))
    kind = random.choice(["bit", "cut", "noise", "noise", "drop", "twice", "swap", "move", "delete", "other", "empty"])
    if kind == "delete":
        path.unlink()
    elif kind == "move":
        path.rename(path.with_name(random.choice(["x.md", "peel.en.md", "a b.svg", "Ü.es.md", "x", "q.yaml", ".x"])))
    elif kind == "bit" and data:
        spot = random.randrange(len(data))
        path.write_bytes(data[:spot] + bytes([data[spot] ^ 1 << random.randrange(8)]) + data[spot + 1 :])
    elif kind == "noise":
        path.write_bytes(data[:at] + random.choice(NOISE) * random.choice([1, 1, 3, 2000]) + data[at:])
    elif kind == "drop":
        path.write_bytes(b"\n".join(lines[:line] + lines[line + random.randint(1, 3) :]))
    elif kind == "twice":
        path.write_bytes(b"\n".join(lines[: line + 1] + lines[line:]))
    elif kind == "swap":
        other = random.randrange(len(lines))
        lines[line], lines[other] = lines[other], lines[line]
        path.write_bytes(b"\n".join(lines))
    else:
        path.write_bytes({"other": random.choice(files).read_bytes(), "empty": b""}.get(kind, data[:at]))
    return f"{kind} {path.name}"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("sound"))


@pytest.mark.parametrize("part", range(10))
def test_mutated_folders_are_read_and_checked(part, sound, tmp_path):
    for number in range(part, FOLDERS, 10):
        by_chance = random.Random(number)  # noqa: S311 (chance that can be had again)
        folder = Path(shutil.copytree(sound, tmp_path / str(number)))
        put(folder, "pictures/dot.png", PNG)
        if number % 10 == 0:
            put(folder, QUESTIONNAIRE, SHIPPED.read_bytes())
        done = [mutate(folder, by_chance) for _ in range(EACH)]
        found = inspect(folder, today=TODAY)
        checked(Loaded(load(folder).library, found.problems))
        assert {problem.code for problem in found.problems} <= set(CODES), done
        assert all(problem.level in CODES[problem.code].levels for problem in found.problems), done


FRONT = st.sampled_from([line for line in PEEL.split("---")[1].splitlines() if line])
VALUES = st.one_of(
    st.sampled_from(["[]", "{}", "null", "true", "-1", "2026-13-01", "[[a]]", "{a: {b: c}}", "''", "|", "🙂", "peel"]),
    st.text(max_size=20),
)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(st.one_of(FRONT, st.tuples(FRONT, VALUES).map(lambda two: two[0].partition(":")[0] + ": " + two[1]))))
def test_any_front_matter_is_read_or_told(sound, lines):
    page = "---\n" + "\n".join(lines) + "\n---\n## A\n\nText here. More text!\n"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(sound, Path(name) / "content"))
        put(folder, "treatments/peel.en.md", page.encode("utf-8", "replace"))
        found = inspect(folder, today=TODAY)
        checked(Loaded(found.library, found.problems))


BOMBS = {
    "spaces in a heading": "## a" + " " * 120_000 + "b",
    "full stops": "## a\n" + ". ." * 40_000 + "x",
    "brackets": "## a\n" + "[" * 120_000,
    "one long word": "## a\n" + "a" * 120_000,
    "quotations": "## a\n" + ">" * 120_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_page_of_one_wicked_line_is_refused_unread(sound, tmp_path, text):
    folder = Path(shutil.copytree(sound, tmp_path / "content"))
    put(folder, "treatments/peel.en.md", (PEEL.split("## ")[0] + text).encode())
    found = [(one.file, one.code) for one in inspect(folder, today=TODAY).problems if one.level == "error"]
    assert found == [("treatments/peel.en.md", "line-too-long")]


@pytest.mark.parametrize("kind", ["treatments", "questions", "questionnaires", "pictures"])
def test_a_folder_of_far_too_many_files_is_refused(monkeypatch, sound, tmp_path, kind):
    folder = Path(shutil.copytree(sound, tmp_path / "content"))
    monkeypatch.setattr(loading, "MOST_FILES", 20)
    monkeypatch.setattr(drawings, "MOST_FILES", 20)
    for number in range(30):
        put(folder, f"{kind}/x-{number}.tmp", b"")
    problems = inspect(folder, today=TODAY).problems
    assert (kind, "error", "folder-too-large") in {(one.file, one.level, one.code) for one in problems}
    assert len(problems) < 40


@pytest.mark.parametrize("file", sorted(FILES))
def test_a_link_in_a_circle_or_out_of_the_folder_is_not_followed(sound, tmp_path, file):
    folder = Path(shutil.copytree(sound, tmp_path / "content"))
    secret = tmp_path / "secret"
    secret.write_text(FILES[file])
    for target in (folder / file, secret):
        (folder / file).unlink()
        try:
            (folder / file).symlink_to(target)
        except OSError:  # Windows lets only some accounts make links; then there is nothing to follow
            return
        codes = {one.code for one in inspect(folder, today=TODAY).problems}
        assert codes & {"file-unreadable", "path-outside", "picture-outside", "file-missing"}
