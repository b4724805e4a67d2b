"""The few FHIRPath expressions a kiosk understands: the sum of option weights, and a comparison of such a sum."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kiosk.domain.form import Operator
from kiosk.fhir.element import Element
from kiosk.fhir.entry import Entry, walk

LONGEST = 8_000
"""Characters of an expression that is looked at."""

_SPACES = re.compile(r"('[^'\\]*+(?:\\.[^'\\]*+)*+'|\"[^\"]*+\")|\s++")
_LINK_IDS = r"'[^'\\]+'"
_COND = (
    rf"linkIdin\((?:{_LINK_IDS}\|?)+\)|linkIdin{_LINK_IDS}|linkId\.startsWith\({_LINK_IDS}\)"
    rf"|\(?linkId[=~]{_LINK_IDS}\)?(?:or\(?linkId[=~]{_LINK_IDS}\)?)*"
)
_BELOW = r"item|item\|answer|answer\|item|item\.answer|answer\.item"
_STEP = rf"\.item|\.descendants\(\)|\.repeat\((?:{_BELOW})\)|\.answer|\.where\((?:{_COND})\)"
_WALK = re.compile(rf"(?:%resource|%questionnaireresponse|%context|QuestionnaireResponse)((?:{_STEP})+)")
_STEPS = re.compile(_STEP)
_URL = r"[\"']http[^'\"]*/(?:ordinalValue|itemWeight|iso21090-CO-value)[\"']"
_NUMBER = r"\.value(?:Decimal|\.ofType\(decimal\)|\.as\(decimal\))?"
_TAIL = re.compile(
    r"(?:\.value(?:Coding|\.ofType\(Coding\)|\.as\(Coding\))?)?"
    rf"(?:\.(?:ordinal|weight|score)\(\)|\.extension(?:\.where\(url={_URL}\)|\({_URL}\)){_NUMBER})"
    r"(?:\.sum\(\)|\.aggregate\(\$this\+\$total,0\)|\.aggregate\(\$total\+\$this,0\))?"
)
_COMPARED = re.compile(r"(.+?)(>=|<=|!=|=|>|<)(-?[0-9]{1,12}(?:\.[0-9]{1,12})?)")
_NAME = re.compile(r"%(?:\"([^\"]+)\"|`([^`]+)`|'([^']+)'|([A-Za-z_][A-Za-z0-9_]*))")
_QUOTED = re.compile(r"'([^'\\]+)'")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A sum compared with a number; ``of`` are the questions that count."""

    of: tuple[str, ...]
    operator: Operator
    number: Decimal


def closed_up(expression: str) -> str:
    """Without white space, except in quotes; empty when it is too long."""
    return _SPACES.sub(lambda found: found[1] or "", expression) if len(expression) <= LONGEST else ""


def variables(entry: Entry | None, roots: dict[str, str]) -> dict[str, str]:
    """The expressions that an item can name: its own, those of the items above, those of the questionnaire."""
    found: dict[str, str] = {}
    if entry is not None:
        for held in (entry, *entry.above):
            for name, expression in named(held.element.extensions("variable")):
                found.setdefault(name, expression)
    return {**roots, **found}


def named(extensions: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """Name and expression of each variable extension."""
    for extension in extensions:
        held = extension.element("valueExpression")
        if held is not None and held.text("name"):
            yield held.text("name"), held.text("expression")


def score_of(expression: str, names: dict[str, str], entries: list[Entry]) -> tuple[str, ...]:
    """The linkIds whose option weights the expression adds up, in the order of the form; empty when it is no sum."""
    text = closed_up(expression)
    for _ in range(4):
        found = _NAME.fullmatch(text)
        if not found or found[0] == "%resource":
            break
        text = closed_up(names.get(next(part for part in found.groups() if part), ""))
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    return _sum(text, entries)


def _sum(text: str, entries: list[Entry]) -> tuple[str, ...]:
    """One or more terms, joined by plus signs."""
    counted: set[Entry] = set()
    place = 0
    while True:
        walked = _WALK.match(text, place)
        tail = _TAIL.match(text, walked.end()) if walked else None
        if walked is None or tail is None:
            return ()
        counted |= _reached(walked[1], entries)
        place = tail.end()
        if place == len(text):
            break
        if text[place] != "+":
            return ()
        place += 1
    weighted = (entry for entry in walk(entries) if entry in counted and _weighs(entry))
    return tuple(entry.id for entry in weighted)


def _weighs(entry: Entry) -> bool:
    return any(option.weight is not None for option in entry.item.options)


def _reached(steps: str, entries: list[Entry]) -> set[Entry]:
    """The items a path leads to; answers stand for their item."""
    here: list[Entry] | None = None
    for step in _STEPS.findall(steps):
        if step == ".answer":
            continue
        if step.startswith(".where"):
            fits = _condition(step)
            here = [entry for entry in here or [] if fits(entry.id)]
        elif step == ".item":
            here = list(entries) if here is None else [child for entry in here for child in entry.children]
        else:
            below = entries if here is None else [child for entry in here for child in entry.children]
            here = list(walk(below))
    return set(here or ())


def _condition(step: str) -> Callable[[str], bool]:
    names = _QUOTED.findall(step)
    if "startsWith" in step.partition("'")[0]:
        return lambda link: link.startswith(names[0])
    wanted = set(names)
    return wanted.__contains__


def comparison(expression: str, names: dict[str, str], entries: list[Entry]) -> Comparison | None:
    """A sum compared with a number; None when the expression is something else."""
    found = _COMPARED.fullmatch(closed_up(expression))
    of = score_of(found[1], names, entries) if found else ()
    return Comparison(of, Operator(found[2]), Decimal(found[3])) if found and of else None


def always(expression: str) -> bool:
    return closed_up(expression) in ("true", "(true)")
