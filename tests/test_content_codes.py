"""Every code that the check can tell stands in one table, and the table holds no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from repository import ROOT

from kiosk.commands import main
from kiosk.content.codes import CODES
from kiosk.content.questionnaire import QUIET

PLACES = {
    **dict.fromkeys(("Mistake", "PydanticCustomError", "Wrong", "lose", "refuse", "drop", "note"), 0),
    **dict.fromkeys(("warn", "error", "complain", "slip", "Slip", "mistake", "_warn"), 1),
    **dict.fromkeys(("_tell", "_clinic"), 2),
    "Problem": 4,
}
"""Which argument of these calls is the code."""
ELSEWHERE = {"answers.py", "bundle.py", "reader.py", "response.py", "resume.py", "validation.py", "findings.py"}
"""Modules of kiosk.fhir that read no questionnaire."""
UNTOLD = QUIET | {"not-fhir"}
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+|que-[0-9]|(?:linkId|enableWhen|enableBehavior)-[a-z-]+|implicitRules|nested")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for room, names in (("content", "*.py"), ("fhir", "*.py"), ("office", "unspoken.py")):
        for path in sorted((ROOT / "kiosk" / room).rglob(names)):
            if path.name != "codes.py" and not (room == "fhir" and path.name in ELSEWHERE):
                yield path, ast.parse(path.read_text("utf-8"))


def raised(tree: ast.Module) -> Iterator[str]:
    """What stands where a code does: in a call that tells a problem, a yielded one, or a table of them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = PLACES.get(name)
            if place is not None and len(node.args) > place:
                yield from texts(node.args[place])
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield from (text for part in node.value.elts[1:] for text in texts(part) if CODE.fullmatch(text))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and "SENTENCES" in ast.dump(node)[:200]:
            tuples = [part for part in ast.walk(node) if isinstance(part, ast.Tuple) and len(part.elts) == 2]
            yield from (text for part in tuples for text in texts(part.elts[0]) if CODE.fullmatch(text))


def texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))


def constants() -> set[str]:
    return {
        node.value for _, tree in trees() for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }  # fmt: skip


def test_every_code_that_is_told_is_explained() -> None:
    told = {(path.name, code) for path, tree in trees() for code in raised(tree)}
    assert len(told) > 100
    assert not {(name, code) for name, code in told if code not in CODES and code not in UNTOLD}


def test_no_code_is_explained_that_nothing_tells() -> None:
    assert not set(CODES) - constants()


@pytest.mark.parametrize("name", CODES)
def test_each_code_is_a_name_with_two_sentences(name: str) -> None:
    code = CODES[name]
    assert CODE.fullmatch(name)
    for sentence in (code.means, code.mend):
        assert re.fullmatch(r"[A-Z].*\.", sentence)
        assert len(sentence) <= 120


def test_a_new_code_would_be_seen() -> None:
    tree = ast.parse('document.warn(where, "new-code", "x")\nyield_ = 1\nraise Mistake("other-code", "x")')
    assert set(raised(tree)) == {"new-code", "other-code"}


def test_the_codes_are_listed_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--codes"]) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == len(CODES)
    assert "link-self (warning): A treatment pairs with itself. Take it out of its own list." in said
    assert main(["check", "--codes", "--json"]) == 0
    assert '"code": "link-self"' in capsys.readouterr().out
