"""Says what is wrong with the content, one line a mistake, for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path

import typer

from kiosk.content.codes import CODES
from kiosk.content.inspection import inspect
from kiosk.content.problem import Problem
from kiosk.office.drawing import measure
from kiosk.office.terminal import DONE, TROUBLE, plain, say
from kiosk.office.unspoken import unspoken

Progress = Callable[[int, int], None]


def check(content: Path, *, as_json: bool, data: Path, today: date) -> int:
    """Tells every problem of the content folder, and, where the data folder has clips, every sentence that lacks one;
    1 when one of them is an error."""
    with progress_bar("Checking") as progress:
        found = inspect(content, today=today, measure=measure(content), progress=progress)
    problems = (*found.problems, *unspoken(found.library, data))
    if as_json:
        say(json.dumps([asdict(problem) for problem in problems], indent=2))
    else:
        for problem in problems:
            say(plain(str(problem)))
        say(counted(problems))
    return TROUBLE if any(problem.level == "error" for problem in problems) else DONE


def list_codes(*, as_json: bool) -> int:
    """Tells what every code means and how to mend it."""
    if as_json:
        say(json.dumps([{"code": name, **asdict(code)} for name, code in CODES.items()], indent=2))
    else:
        for name, code in CODES.items():
            say(f"{name} ({' or '.join(code.levels)}): {code.means} {code.mend}")
    return DONE


@contextmanager
def progress_bar(label: str) -> Iterator[Progress | None]:
    """A bar on standard error while a person watches it; for a program there is none."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with typer.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(min(done, bar.length) - bar.pos)

        yield progress


def counted(problems: Sequence[Problem]) -> str:
    """The closing line, e.g. ``1 error, 28 warnings.``"""
    errors = sum(problem.level == "error" for problem in problems)
    return f"{number(errors, 'error')}, {number(len(problems) - errors, 'warning')}."


def number(count: int, thing: str) -> str:
    return f"{count} {thing}" + ("" if count == 1 else "s")
