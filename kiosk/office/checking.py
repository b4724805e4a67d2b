"""Says what is wrong with the content, one line a mistake, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk.content.load import load
from kiosk.content.problem import Problem
from kiosk.office.terminal import DONE, TROUBLE, plain, say
from kiosk.office.unspoken import unspoken


def check(content: Path, *, as_json: bool, data: Path) -> int:
    """Tells every problem of the content folder, and, where the data folder has clips, every sentence that lacks one;
    1 when one of them is an error."""
    loaded = load(content, datetime.now().astimezone().date())
    problems = (*loaded.problems, *unspoken(loaded.library, data))
    if as_json:
        say(json.dumps([asdict(problem) for problem in problems], indent=2))
    else:
        for problem in problems:
            say(plain(str(problem)))
        say(counted(problems))
    return TROUBLE if any(problem.level == "error" for problem in problems) else DONE


def counted(problems: Sequence[Problem]) -> str:
    """The closing line, e.g. ``1 error, 28 warnings.``"""
    errors = sum(problem.level == "error" for problem in problems)
    return f"{number(errors, 'error')}, {number(len(problems) - errors, 'warning')}."


def number(count: int, thing: str) -> str:
    return f"{count} {thing}" + ("" if count == 1 else "s")
