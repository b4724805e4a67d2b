"""A guide as its reader takes it: the sections, the steps, the lines to type, what is to be written, what is named."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer
from repository import RESOURCES, ROOT
from typer.main import get_command

from kiosk.commands import app

GUIDE = RESOURCES / "content" / "README.md"
README = ROOT / "README.md"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
SCREEN = re.compile(r"(?<![*\w`])\*([^*\n]+)\*(?![*\w])")
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
PROGRAM = ("python", "main.py")
NotUnderstood = typer.BadParameter.__mro__[1]
"""What a line raises that is no line of the program."""
ONCE = "source .venv/bin/activate"
"""The one line that is none of the program's own."""


@dataclass(frozen=True)
class Section:
    """What stands below a heading."""

    title: str
    text: str

    @property
    def prose(self) -> str:
        """Without what is to be typed or written."""
        return FENCE.sub("", self.text)

    @property
    def lines(self) -> list[str]:
        """Each line of what is to be read; tables apart."""
        return [line for line in self.prose.splitlines() if line.strip() and not line.startswith("|")]

    @property
    def typed(self) -> list[str]:
        """Each line to type."""
        return [line for kind, block in FENCE.findall(self.text) if kind == "sh" for line in block.splitlines()]

    @property
    def commands(self) -> list[list[str]]:
        """The words behind ``python main.py`` of each line to type."""
        return [words[2:] for words in map(shlex.split, self.typed) if tuple(words[:2]) == PROGRAM]

    @property
    def strange(self) -> list[str]:
        """Lines to type that do not begin with the program."""
        return [line for line in self.typed if tuple(shlex.split(line)[:2]) != PROGRAM]

    @property
    def codes(self) -> list[str]:
        """What is named as it is written in a file or typed."""
        return CODE.findall(self.prose)

    @property
    def screens(self) -> list[str]:
        """The words that are on the screen."""
        return SCREEN.findall(CODE.sub("", self.prose))

    def block(self, kind: str, number: int = 0) -> str:
        """What is to be written into a file."""
        return [block for found, block in FENCE.findall(self.text) if found == kind][number]

    def table(self, head: str) -> list[list[str]]:
        """The named things in the first column of each row of the table with that head."""
        rows = self.text.partition(f"| {head} |")[2].partition("\n\n")[0].splitlines()[2:]
        return [CODE.findall(row.split("|")[1]) for row in rows]


def sections(path: Path) -> dict[str, Section]:
    """By their headings, in their order."""
    parts = HEADING.split(path.read_text("utf-8"))[1:]
    return {title: Section(title, text) for title, text in zip(parts[::2], parts[1::2], strict=True)}


def understood(words: list[str]) -> None:
    """Reads a command line as the program does, and runs nothing. Raises NotUnderstood, or AssertionError when there is
    no such command."""
    command, context, rest = get_command(app), None, list(words)
    while isinstance(command, typer.core.TyperGroup) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest[0])
        assert found, f"there is no command {rest[0]!r}"
        command, rest = found, rest[1:]
    command.make_context("main.py", rest)


def commands() -> Iterator[tuple[str, list[str]]]:
    """Every command by its full name, with its options as they are typed."""

    def walk(command: object, name: str) -> Iterator[tuple[str, list[str]]]:
        if isinstance(command, typer.core.TyperGroup):
            for one, inner in command.commands.items():
                yield from walk(inner, f"{name} {one}".strip())
        else:
            yield name, [option for one in command.params for option in one.opts if option.startswith("--")]

    yield from walk(get_command(app), "")
