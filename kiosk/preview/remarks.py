"""Which page of the preview a problem of the content belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kiosk.content.document import LARGEST
from kiosk.content.files import decoded, read_bytes
from kiosk.content.load import MAIN_FORM, NAME
from kiosk.content.problem import Mistake, Problem
from kiosk.domain.library import Library

ANYWHERE = ""
"""For problems that belong to no page: of the clinic's own file, and of files that were left out."""
LINK_ID = re.compile(r"""^[\s-]*linkId:\s*["']?([^"'#]+?)["']?\s*(?:#.*)?$""")
SECTION = re.compile(r"^##\s")


def by_page(folder: Path, library: Library, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The problems by the name of the page beside which they should be shown."""
    found: dict[str, list[Problem]] = {}
    lines: dict[str, list[str]] = {}
    for problem in problems:
        if problem.file not in lines:
            lines[problem.file] = _lines(folder, problem.file)
        found.setdefault(_page(library, problem, lines[problem.file]), []).append(problem)
    return found


def _lines(folder: Path, file: str) -> list[str]:
    try:
        return decoded(read_bytes(folder, folder / file, LARGEST)).split("\n")
    except Mistake:
        return []


def _page(library: Library, problem: Problem, lines: list[str]) -> str:
    if problem.file == MAIN_FORM:
        return _question(library, lines[: problem.line]) if library.form else ANYWHERE
    kind, _, file = problem.file.partition("/")
    name = NAME.fullmatch(file)
    if name is None or kind not in ("treatments", "questions"):
        return ANYWHERE
    if kind == "questions":
        known = any(question.id == name[1] for question in library.questions)
        return f"question/{name[1]}" if known else ANYWHERE
    return _treatment(library, name[1], name[2], lines[: problem.line])


def _treatment(library: Library, id: str, language: str, before: list[str]) -> str:
    """The page of the section whose heading stands before the problem, else of the treatment."""
    same = [treatment for treatment in library.treatments if treatment.id == id]
    if not same:
        return ANYWHERE
    own = next((treatment for treatment in same if treatment.language == language), same[0])
    number = sum(bool(SECTION.match(line)) for line in before)
    return f"treatment/{id}/{own.sections[number - 1].id}" if 0 < number <= len(own.sections) else f"treatment/{id}"


def _question(library: Library, before: list[str]) -> str:
    """The page of the item whose linkId stands before the problem, else the first page of the questionnaire."""
    ids = [found[1] for line in before if (found := LINK_ID.match(line))]
    known = library.form.by_id if library.form else {}
    return next((f"asked/{id}" for id in reversed(ids) if id in known), "begin")
