"""The README names every command and every option there is, and none that is not."""

from __future__ import annotations

import re
import shlex

import pytest
from manual import GUIDE, README, commands, sections, understood

from kiosk.office.opening import understood as opens

LINES = sections(README)["On the command line"]
BLOCK = LINES.text.partition("```\n")[2].partition("```")[0]
SHARED = LINES.text.partition("```\n")[2].partition("```\n")[2].strip().partition("\n\n")[0]
"""The sentences right below the block, about the options of many commands."""
MANY = {
    "--data": lambda _name: True,
    "--staff": lambda name: name.startswith(("records ", "keys ")),
    "--recovery": lambda name: name.startswith("keys "),
    "--key-file": lambda name: name.startswith("keys "),
}
WORD = re.compile(r"(?<![\w-])--[a-z-]+")


def written() -> dict[str, str]:
    """What is written behind each command, by its full name."""
    found: dict[str, str] = {}
    for line in BLOCK.splitlines():
        rest = line.removeprefix("python main.py ")
        assert rest != line
        group = next((name for name in ("content", "records", "keys", "speech") if rest.startswith(f"{name} ")), "")
        for part in re.split(r" \| (?![^\[]*\])", rest.removeprefix(f"{group} ")):
            name, _, behind = part.strip("[]").partition(" ") if not part.startswith("[run]") else ("run", "", part[5:])
            found[f"{group} {name}".strip()] = behind
    return found


def test_every_command_is_in_the_block_with_all_its_options() -> None:
    found, known = written(), dict(commands())
    assert set(found) == set(known)
    for name, options in known.items():
        shared = {option for option, holds in MANY.items() if holds(name)}
        assert set(WORD.findall(found[name])) - shared == set(options) - shared, name


def test_the_options_of_many_commands_stand_below_it() -> None:
    assert set(WORD.findall(SHARED)) == {*MANY, "--debug", "--help"}
    without = {name for name, options in commands() if "--data" not in options}
    assert without == {"import-fhir", "export-fhir", "validate-fhir", "content sign", "content translated"}
    keys = {name: options for name, options in commands() if name.startswith(("keys ", "records "))}
    assert {name for name, options in keys.items() if "--staff" not in options} == {
        "records verify",
        "keys list",
        "keys fingerprint",
    }
    assert {name for name, options in keys.items() if "--recovery" in options} == {
        name for name, options in keys.items() if "--key-file" in options
    }


@pytest.mark.parametrize("line", re.findall(r"`(?:python )?main\.py ([^`]+)`", README.read_text("utf-8")))
def test_every_command_line_within_the_text_is_one(line: str) -> None:
    words = shlex.split(line)
    assert opens(words) or understood(words) is None


def test_the_guide_is_where_the_readme_says() -> None:
    (place,) = set(re.findall(r"\]\((resources/[^)]+)\)", README.read_text("utf-8")))
    assert (README.parent / place).samefile(GUIDE)
    assert len(README.read_text("utf-8").splitlines()) <= 205
