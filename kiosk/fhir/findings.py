"""Collects every problem of one questionnaire, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.fhir.problem import Problem, Severity

MOST = 1_000
"""Problems that are told; more help nobody."""

BLOCKING = frozenset(
    {
        "not-fhir",
        "not-r4",
        "linkId-missing",
        "linkId-duplicate",
        "enableWhen-cycle",
        "enableWhen-unknown-question",
        "too-large",
    }
)
"""What even a lenient reader cannot make a form of."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: ``path`` by linkIds, ``pointer`` in the JSON."""

    path: tuple[str, ...] = ()
    pointer: tuple[str | int, ...] = ()

    def at(self, *keys: str | int) -> Place:
        return Place(self.path, (*self.pointer, *keys))

    def inside(self, link_id: str) -> Place:
        return Place((*self.path, link_id), self.pointer)


@dataclass(slots=True)
class Findings:
    """The problems so far. A ``lenient`` reader takes what it can: then only BLOCKING codes stay refusals."""

    lenient: bool = False
    refused: bool = False
    lossy: bool = False
    _problems: dict[Problem, None] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found, the questionnaire's own first, else in the order of the file."""
        return tuple(sorted(self._problems, key=lambda problem: _order(problem.pointer)))

    @property
    def full(self) -> bool:
        """Whether more would not be told; the form was refused by then, or is read leniently."""
        return len(self._problems) >= MOST and (self.refused or self.lenient)

    def refuse(self, place: Place, code: str, text: str) -> None:
        self._add(place, code, Severity.REFUSE, text)

    def drop(self, place: Place, code: str, text: str) -> None:
        self._add(place, code, Severity.DROP, text)

    def note(self, place: Place, code: str, text: str) -> None:
        self._add(place, code, Severity.NOTE, text)

    def _add(self, place: Place, code: str, severity: Severity, text: str) -> None:
        if self.lenient and code not in BLOCKING:
            severity = Severity.NOTE
        self.refused |= severity is Severity.REFUSE
        self.lossy |= severity is Severity.DROP
        problem = Problem(code, place.path, severity, text, place.pointer)
        if len(self._problems) < MOST:
            self._problems.setdefault(problem)


def _order(pointer: tuple[str | int, ...]) -> tuple[tuple[int, int, str], ...]:
    """Sorts by place: list entries by number, an item's own keys before the items below it."""
    return tuple((1, key, "") if isinstance(key, int) else (2 if key == "item" else 0, 0, key) for key in pointer)


def shown(text: object) -> str:
    """A definition's value as a sentence shows it: in quotes, on one line, of bounded length."""
    plain = "".join(letter if letter.isprintable() else " " for letter in str(text))
    return f"“{plain[:80]}…”" if len(plain) > 80 else f"“{plain}”"
