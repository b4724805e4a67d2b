"""YAML without its traps: plain values, exact numbers, and the place of every one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kiosk.content.files import KIB, check_lines
from kiosk.content.problem import ErrorOrWarning, Mistake, Problem, quoted

DEEPEST = 40
LARGEST = 2048 * KIB
LONGEST_LINE = 10_000
MOST_LINES = 50_000
ENDS_KEPT = 2
"""How deep the ends of values are remembered: enough to change an entry of the front matter in place."""
MOST_VALUES = 50_000
"""About twice what a form of 800 questions in two languages holds; the parser takes some seconds for so many."""

Where = tuple[int | str, ...]
Place = tuple[int, int]

CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
SENTENCES = {
    "mapping values are not allowed": "There is a colon too many, or this line is indented wrongly; "
    "put text that holds a colon in quotes.",
    "could not find expected ':'": "A key without its colon stands here, or this line is indented wrongly.",
    "found character '\\t'": "Indent with spaces, never with tabs.",
    "expected <block end>": "This line is indented differently from the lines it belongs to.",
    "found unexpected end of stream": "A quotation mark was opened and never closed.",
    "expected ',' or": "A bracket was opened and never closed, or a comma is missing.",
    "cannot start any token": "A word cannot begin with this character; put the text in quotes.",
    "unacceptable character": "There is an invisible control character in this file.",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of Markdown text as patients read it. ``line`` is its first one in the file, line ends in ``text`` are
    those of the file. ``kind`` is ``h2``, ``h3``, ``summary`` or ``text``."""

    line: int
    kind: str
    text: str


@dataclass
class Document:
    """The values of one file. ``keys`` and ``values`` say where each stands, ``ends`` where the top ones and those in
    them end, ``flow`` which of these stand in brackets; problems gather here while it is read. ``seal`` is the digest
    of what there is to sign, once that is known. ``passages`` are the Markdown below the front matter."""

    file: str
    data: Any = None
    keys: dict[Where, Place] = field(default_factory=dict)
    values: dict[Where, Place] = field(default_factory=dict)
    ends: dict[Where, Place] = field(default_factory=dict)
    flow: set[Where] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    seal: str = ""
    passages: list[Passage] = field(default_factory=list)

    def error(self, where: Where, code: str, sentence: str) -> None:
        self.complain(self.place(where), code, sentence)

    def warn(self, where: Where, code: str, sentence: str) -> None:
        self.complain(self.place(where), code, sentence, "warning")

    def complain(self, place: Place, code: str, sentence: str, level: ErrorOrWarning = "error") -> None:
        self.problems.append(Problem(self.file, *place, level, code, sentence))

    def place(self, where: Where) -> Place:
        """The line and column of the value, or of the nearest thing that holds it."""
        while where not in self.values and where:
            where = where[:-1]
        return self.values.get(where, (1, 1))

    @property
    def sound(self) -> bool:
        return all(problem.level != "error" for problem in self.problems)


def read_yaml(text: str, file: str, first_line: int = 1) -> Document:
    """Reads one YAML document whose first line is ``first_line`` of the file. Raises Mistake."""
    _refuse_bombs(text, first_line)
    if yaml.__with_libyaml__:
        document = Document(file)
        try:
            _Composer(document, first_line).compose(yaml.parse(text, Loader=yaml.CSafeLoader))
        except YAMLError:
            pass  # Python's own parser, some fifteen times slower, knows best where the mistake is and how to name it
        else:
            return document
    return _read_slowly(text, file, first_line)


def _read_slowly(text: str, file: str, first_line: int) -> Document:
    document = Document(file)
    try:
        _Composer(document, first_line).compose(yaml.parse(text, Loader=yaml.SafeLoader))
    except MarkedYAMLError as error:
        ended = "end of stream" in (error.problem or "") or not error.problem_mark
        mark = error.context_mark if ended and error.context_mark else error.problem_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        raise Mistake("yaml-syntax", _sentence(error.problem), line + first_line, column + 1) from None
    except YAMLError as error:
        before = text[: getattr(error, "position", 0)]
        line, column = before.count("\n"), len(before) - before.rfind("\n")
        raise Mistake("yaml-syntax", _sentence(str(error)), line + first_line, column) from None
    return document


def _sentence(problem: str | None) -> str:
    for words, sentence in SENTENCES.items():
        if words in (problem or ""):
            return sentence
    return f"This is not YAML ({quoted(problem)})."


def _refuse_bombs(text: str, first_line: int) -> None:
    """Counts letters, brackets and lines, which costs nothing; the parser can take minutes for a wicked line."""
    if len(text) > LARGEST:
        raise Mistake("file-too-large", f"This file is larger than {LARGEST // KIB} KiB.")
    depth = 0
    for found in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            raise _too_deep(text.count("\n", 0, found.start()) + first_line)
    if text.count("\n") > MOST_LINES:
        raise Mistake("yaml-too-large", f"There are more than {MOST_LINES} lines.", MOST_LINES)
    check_lines(text, LONGEST_LINE, first_line)
    if odd := re.search("[\u0085\u2028\u2029]", text):
        sentence = "There is an invisible line end here that no editor shows; type this line again."
        raise Mistake("yaml-line-end", sentence, text.count("\n", 0, odd.start()) + first_line)


def _too_deep(line: int, column: int = 1) -> Mistake:
    return Mistake("yaml-too-deep", f"Lists and keys are nested more than {DEEPEST} deep.", line, column)


class _Composer:
    """Builds the values from the parser's events, so that a file is refused at the first thing it may not hold."""

    def __init__(self, document: Document, first_line: int) -> None:
        self.document = document
        self.first_line = first_line
        self.left = MOST_VALUES
        self.end: Place = (first_line, 1)  # of the last thing that was written out

    def compose(self, events: Iterator[Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.mistake(event, "yaml-documents", "A second document begins here; keep to one.")
            elif isinstance(event, NodeEvent):
                self.document.data = self.value(event, events, ())

    def value(self, event: Event, events: Iterator[Event], where: Where) -> object:
        self.left -= 1
        if self.left < 0:
            raise self.mistake(event, "yaml-too-large", f"There are more than {MOST_VALUES} values.")
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self.mistake(event, "yaml-anchor", "Anchors (&) and aliases (*) are not allowed; write it out.")
        if getattr(event, "tag", None) is not None:
            raise self.mistake(event, "yaml-tag", "Tags (!) are not allowed; put the text in quotes.")
        if len(where) > DEEPEST:
            raise _too_deep(*self.place(event))
        self.document.values[where] = self.place(event)
        held: object
        if isinstance(event, ScalarEvent):
            self.end = self.ending(event)
            held = event.value if event.style else plain(event.value)
        elif isinstance(event, SequenceStartEvent):
            held = self.sequence(events, where)
        else:
            held = self.mapping(events, where)
        if len(where) <= ENDS_KEPT:
            self.document.ends[where] = self.end
            if getattr(event, "flow_style", False):
                self.document.flow.add(where)
        return held

    def sequence(self, events: Iterator[Event], where: Where) -> list[object]:
        built: list[object] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            built.append(self.value(event, events, (*where, len(built))))
        self.close(event)
        return built

    def mapping(self, events: Iterator[Event], where: Where) -> dict[str, object]:
        built: dict[str, object] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            if not isinstance(event, ScalarEvent) or event.anchor is not None or event.tag is not None:
                raise self.mistake(event, "yaml-key", "A key must be a plain word.")
            key = event.value
            if key in built:
                raise self.mistake(event, "key-twice", f"The key {quoted(key)} stands here twice.")
            self.document.keys[*where, key] = self.place(event)
            built[key] = self.value(next(events), events, (*where, key))
            if built[key] is None:  # the parser puts an empty value on the next line
                self.document.values[*where, key] = self.place(event)
        self.close(event)
        return built

    def close(self, event: Event) -> None:
        """A list or mapping in brackets ends with its bracket; another one with what it last held."""
        if event.start_mark and event.end_mark and event.start_mark.index < event.end_mark.index:
            self.end = self.ending(event)

    def ending(self, event: Event) -> Place:
        mark = event.end_mark
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def place(self, event: Event) -> Place:
        mark = event.start_mark
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def mistake(self, event: Event, code: str, sentence: str) -> Mistake:
        return Mistake(code, sentence, *self.place(event))


def plain(written: str) -> object:
    """The value of an unquoted scalar: true, false, nothing, a short plain number, a date, else text.

    Numbers have at most 18 digits on each side of the point, so that no arithmetic with them is slow; codes such as
    ``007`` stay text, and so does everything else that YAML would read as a number (``0x1F``, ``1e9``, ``.inf``).
    """
    if written.lower() in CONSTANTS:
        return CONSTANTS[written.lower()]
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,17})", written):
        return int(written)
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}", written):
        return Decimal(written)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            return written
    return written
