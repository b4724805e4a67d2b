"""The front matter of a page, and the text below it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.content.document import LONGEST_LINE, Document, read_yaml
from kiosk.content.files import check_lines
from kiosk.content.problem import Mistake

FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class Front(NamedTuple):
    """``line`` is that of the file on which ``below`` begins."""

    document: Document
    below: str
    line: int


def front(text: str, file: str) -> Front:
    """The front matter between two lines ``---``, and the text below it. Raises Mistake."""
    check_lines(text, LONGEST_LINE)
    parts = FRONT.match(text)
    if parts is None:
        sentence = "The file must begin with front matter between two lines of three hyphens."
        raise Mistake("front-matter-missing", sentence)
    document = read_yaml(parts[1], file, first_line=2)
    return Front(document, text[parts.end() :], text.count("\n", 0, parts.end()) + 1)
