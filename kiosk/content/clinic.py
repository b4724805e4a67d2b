"""clinic.toml: who the clinic is. Read before the first frame, so nothing slow is imported here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kiosk.content.files import KIB, check_lines, decoded, read_bytes
from kiosk.content.problem import ErrorOrWarning, Mistake, Problem, did_you_mean, quoted
from kiosk.domain.library import Clinic, Panel, Theme, Unsigned
from kiosk.domain.words import Words

FILE = "clinic.toml"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
FALLBACK = Clinic(name="Clinic", place="", languages=("en",), booking="", emergency="911")
EXAMPLE_HOST = re.compile(r"(.*\.)?(example|example\.(com|net|org))")
LONGEST_LINE = 1000
"""Letters; tomllib takes half a minute for a key of 30,000 dots."""
PLAIN = ("name", "place", "languages", "booking", "emergency", "contact", "unsigned", "jurisdiction", "grade")
TABLES = ("panel", "categories", "words", "theme")
INCHES = (5.0, 120.0)
BOTTOM_MM = (0.0, 3000.0)
GRADES = (1.0, 16.0)
JURISDICTIONS = ("US", "UK", "other")
"""Whose advertising rules the check knows; ``other`` stands for none."""


def glance(folder: Path) -> Clinic:
    """The clinic as far as its file can be understood; never raises."""
    return read_clinic(folder)[0]


def read_clinic(folder: Path) -> tuple[Clinic, list[Problem]]:
    """The clinic with a fallback for each value that cannot be used, and what is wrong with the file."""
    try:
        text = decoded(read_bytes(folder, folder / FILE, 64 * KIB))
        file = _File(text, _parsed(text))
    except Mistake as mistake:
        return FALLBACK, [mistake.problem(FILE)]
    return _clinic(file, folder), file.problems


def booking_mistake(address: str) -> Mistake | None:
    """What is wrong with a booking address, which a patient's phone will open."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return Mistake("booking-address", f"{quoted(address)} is no web address.")
    if parts.scheme != "https" or not host or parts.username is not None or re.search(r"\s|[^\x21-\x7e]", address):
        return Mistake("booking-address", "A booking address starts with https:// and has no spaces or password.")
    if len(address) > 300:
        return Mistake("booking-address", "This booking address is too long for a code that phones can read.")
    return None


def is_example(address: str) -> bool:
    """Whether nobody has put the clinic's own address in yet (RFC 2606 keeps these hosts for examples)."""
    return bool(EXAMPLE_HOST.fullmatch(urlsplit(address).hostname or ""))


@dataclass
class _File:
    text: str
    values: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)

    def complain(self, key: str, code: str, sentence: str, table: str = "", level: ErrorOrWarning = "error") -> None:
        self.problems.append(Problem(FILE, line_of(self.text, key, table), 1, level, code, sentence))


def _parsed(text: str) -> dict[str, Any]:
    check_lines(text, LONGEST_LINE)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise Mistake("toml-syntax", "The brackets in this file are nested too deep.") from None
    except ValueError as error:
        place = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.rstrip().count("\n") + 1, 1)
        what = re.sub(r" \(at .*\)$", "", str(error))
        raise Mistake("toml-syntax", f"This is not TOML: {what[:1].lower()}{what[1:]}.", line, column) from None


def line_of(text: str, key: str, table: str = "") -> int:
    """The line that sets ``key``; tomllib does not tell. The table's own line, else 1, when it cannot be found."""
    here, best = "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        if head := re.match(r"\s*\[\s*([\w-]+)\s*\]", line):
            here = head[1]
            if here in (table, key):
                best = number
        if here == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return number
    return best


def _clinic(file: _File, folder: Path) -> Clinic:
    _unknown(file, file.values, (*PLAIN, *TABLES))
    languages = _languages(file)
    return Clinic(
        name=_text(file, "name") or FALLBACK.name,
        place=_text(file, "place"),
        languages=languages,
        booking=_booking(file),
        emergency=_text(file, "emergency") or FALLBACK.emergency,
        panel=_panel(file),
        categories=_categories(file, languages),
        contact=_text(file, "contact", required=False),
        unsigned=_unsigned(file),
        theme=_theme(file, folder, languages),
        jurisdiction=_jurisdiction(file),
        grade=_measure(file, file.values, "grade", GRADES) or FALLBACK.grade,
        known=_known_words(file),
    )


def _unknown(file: _File, values: Iterable[str], known: Iterable[str], table: str = "") -> None:
    for key in values:
        if key not in known:
            file.complain(key, "key-unknown", f"There is no {quoted(key)} here{did_you_mean(key, known)}", table)


def _text(file: _File, key: str, required: bool = True) -> str:
    value = file.values.get(key, "")
    if not isinstance(value, str):
        file.complain(key, "wrong-type", f"{quoted(key)} must be text in quotes.")
        return ""
    if required and not value.strip():
        file.complain(key, "key-missing", f"{quoted(key)} is missing or empty.")
    return value.strip()


def _unsigned(file: _File) -> Unsigned:
    written = _text(file, "unsigned", required=False)
    if written in (*Unsigned, ""):
        return Unsigned(written or FALLBACK.unsigned)
    nearest = did_you_mean(written, Unsigned)
    file.complain("unsigned", "value-unknown", f"{quoted(written)} is none of: {', '.join(Unsigned)}{nearest}")
    return FALLBACK.unsigned


def _languages(file: _File) -> tuple[str, ...]:
    value = file.values.get("languages")
    if not isinstance(value, list) or not value:
        file.complain("languages", "languages-missing", 'Name at least one language, like languages = ["en", "es"].')
        return FALLBACK.languages
    wrong = [tag for tag in value if not isinstance(tag, str) or not LANGUAGE.fullmatch(tag)]
    for tag in wrong:
        file.complain("languages", "language-unknown", f"{quoted(tag)} is no language tag like “en” or “es”.")
    return tuple(dict.fromkeys(tag for tag in value if tag not in wrong)) or FALLBACK.languages


def _booking(file: _File) -> str:
    address = _text(file, "booking")
    if not address:
        return ""
    if mistake := booking_mistake(address):
        file.complain("booking", mistake.code, mistake.sentence)
        return ""
    if is_example(address):
        sentence = "This booking address is an example; put in the clinic's own."
        file.complain("booking", "booking-example", sentence, level="warning")
    return address


def _table(file: _File, key: str) -> Mapping[str, Any]:
    value = file.values.get(key, {})
    if not isinstance(value, dict):
        file.complain(key, "wrong-type", f"{quoted(key)} must be a table: a line [{key}] with its keys below.")
        return {}
    return value


def _panel(file: _File) -> Panel:
    values = _table(file, "panel")
    _unknown(file, values, ("inches", "bottom_mm"), "panel")
    inches = _measure(file, values, "inches", INCHES)
    return Panel(inches or Panel().inches, _measure(file, values, "bottom_mm", BOTTOM_MM))


def _theme(file: _File, folder: Path, languages: tuple[str, ...]) -> Theme:
    values = _table(file, "theme")
    if not values:
        return Theme()
    from kiosk.content.theme import KEYS, read_theme  # noqa: PLC0415 (most clinics have none before the first frame)

    _unknown(file, values, KEYS, "theme")

    def complain(key: str, code: str, sentence: str) -> None:
        alone = re.search(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*=", file.text, re.MULTILINE)
        file.complain(key if alone else "colours", code, sentence, "theme")

    return read_theme(values, folder, languages, complain)


def _measure(file: _File, values: Mapping[str, Any], key: str, span: tuple[float, float]) -> float | None:
    value = values.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not span[0] <= value <= span[1]:
        sentence = f"{quoted(key)} must be a number from {span[0]:g} to {span[1]:g}."
        file.complain(key, "wrong-type", sentence, "" if values is file.values else "panel")
        return None
    return float(value)


def _jurisdiction(file: _File) -> str:
    value = file.values.get("jurisdiction", FALLBACK.jurisdiction)
    if value in JURISDICTIONS:
        return str(value)
    near = "; did you mean “UK”?" if str(value).upper() in ("GB", "ENGLAND", "WALES", "SCOTLAND") else "."
    if near == ".":
        near = did_you_mean(str(value), JURISDICTIONS)
    sentence = f"{quoted(value)} is none of: {', '.join(JURISDICTIONS)}{near}"
    file.complain("jurisdiction", "value-unknown", sentence)
    return FALLBACK.jurisdiction


def _known_words(file: _File) -> tuple[str, ...]:
    values = _table(file, "words")
    _unknown(file, values, ("known",), "words")
    known = values.get("known", [])
    if isinstance(known, list) and all(isinstance(word, str) for word in known):
        return tuple(known)
    file.complain("known", "wrong-type", 'Write the words as a list, like known = ["collagen", "muscle"].', "words")
    return ()


def _categories(file: _File, languages: tuple[str, ...]) -> dict[str, Words]:
    found = {}
    for id, texts in _table(file, "categories").items():
        fine = isinstance(texts, dict) and all(isinstance(text, str) and text.strip() for text in texts.values())
        if not fine or not texts:
            sentence = f'Write {quoted(id)} with its languages, like {{ en = "Before", es = "Antes" }}.'
            file.complain(id, "wrong-type", sentence, "categories")
            continue
        if missing := [tag for tag in languages if tag not in texts]:
            sentence = f"The words of {quoted(id)} are missing in: {', '.join(missing)}."
            file.complain(id, "translation-missing", sentence, "categories", "warning")
        found[id] = Words.of(texts)
    return found
