"""Each requirement of ``requirements.toml`` names tests that exist, run and are not put aside."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest
from repository import ROOT

HERE = Path(__file__).parent
TABLE = HERE / "requirements.toml"
ROWS: dict[str, dict] = tomllib.loads(TABLE.read_text("utf-8"))
KEYS = {"what", "figure", "source", "tests", "proved"}
ASIDE = re.compile(r"\bskip(?:if)?\b|\bxfail\b")
WHERE_IT_CAN = {
    "test_english_is_spoken_at_its_pace",
    "test_spanish_is_spoken_at_its_pace",
    "test_it_plays_at_half_and_double_pace_and_stops_at_once",
}
"""Need a voice or a player that the extra brings along, or a program of its own; their rows have other tests too."""


@lru_cache
def functions(file: str) -> dict[str, str]:
    """The tests of a file by name, in classes too, each with its decorators as they are written."""
    tree = ast.parse((HERE / file).read_text("utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    return {node.name: " ".join(ast.unparse(each) for each in node.decorator_list) for node in found}


def missing(rows: dict[str, dict]) -> list[str]:
    """What is named and is no test, is put aside, or is named twice in one row."""
    found = []
    for number, row in rows.items():
        for name in row["tests"]:
            file, _, test = name.partition("::")
            known = functions(file) if (HERE / file).is_file() else {}
            if test not in known:
                found.append(f"{number}: there is no {name}")
            elif ASIDE.search(known[test]) and test not in WHERE_IT_CAN:
                found.append(f"{number}: {name} is put aside")
            if row["tests"].count(name) > 1:
                found.append(f"{number}: {name} stands twice")
    return found


def test_there_are_sixty_seven_without_a_gap() -> None:
    assert [int(number) for number in ROWS] == list(range(1, 68))


@pytest.mark.parametrize("number", ROWS)
def test_each_row_is_whole(number: str) -> None:
    row = ROWS[number]
    assert row.keys() <= KEYS
    assert row.keys() >= KEYS - {"proved"}
    assert row["what"].endswith(".")
    assert row["figure"] and row["source"]
    assert set(row["tests"]) - {test for test in row["tests"] if test.partition("::")[2] in WHERE_IT_CAN}


def test_every_test_exists_and_runs() -> None:
    assert missing(ROWS) == []


@pytest.mark.parametrize(
    ("tests", "told"),
    [
        (["test_bar.py::test_nothing_of_the_kind"], "1: there is no test_bar.py::test_nothing_of_the_kind"),
        (["test_none.py::test_x"], "1: there is no test_none.py::test_x"),
        (["test_keys.py::test_page_keys_read_on"] * 2, "1: test_keys.py::test_page_keys_read_on stands twice"),
    ],
)
def test_a_row_that_proves_nothing_is_seen(tests: list[str], told: str) -> None:
    assert told in missing({"1": {"tests": tests}})


def test_tests_that_are_put_aside_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    put_aside = {"test_x": "pytest.mark.skipif(True, reason='later')", "test_y": "pytest.mark.xfail"}
    monkeypatch.setitem(globals(), "functions", lambda _file: put_aside)
    rows = {"1": {"tests": ["test_bar.py::test_x", "test_bar.py::test_y"]}}
    assert len(missing(rows)) == 2


def test_the_readme_leads_there() -> None:
    assert f"](tests/{TABLE.name})" in (ROOT / "README.md").read_text("utf-8")
