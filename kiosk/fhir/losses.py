"""What follows when items are taken out: conditions on them see no answer, and the source is written without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.domain.form import Operator, Rule, Test
from kiosk.fhir.entry import Entry, kept, walk
from kiosk.fhir.findings import Findings, shown
from kiosk.fhir.problem import Severity

Json = dict[str, Any]
Pointer = tuple[str | int, ...]


def gone(test: Test, by_id: Mapping[str, Entry]) -> bool:
    """Whether nobody can ever answer what the test reads."""
    asked = by_id.get(test.question)
    return asked is None or asked.lost or not asked.item.asks


def unanswered(test: Test) -> bool:
    """Whether the test holds without any answer (S1, S4)."""
    return test.operator is Operator.NOT_EQUAL or (test.operator is Operator.EXISTS and test.value is False)


def living(rule: Rule, by_id: Mapping[str, Entry]) -> Rule | bool:
    """The rule without the tests that read nothing; True or False when that alone decides it."""
    tests = tuple(test for test in rule.tests if not gone(test, by_id))
    fixed = [unanswered(test) for test in rule.tests if gone(test, by_id)]
    if rule.every:
        return False if not all(fixed) else Rule(tests, True) if tests else True
    return True if any(fixed) else Rule(tests, False) if tests else False


def settle(entries: list[Entry], by_id: Mapping[str, Entry]) -> None:
    """Takes out whatever can never be enabled, or would add up only part of its score, over as many steps as it
    takes."""
    readers: dict[str, list[Entry]] = {}
    for entry in walk(entries):
        for id in _read(entry):
            readers.setdefault(id, []).append(entry)
    left = list(kept(entries))
    while left:
        entry = left.pop()
        if entry.lost or not _broken(entry, by_id):
            continue
        for below in entry.walk():
            left += readers.get(below.id, [])


def _read(entry: Entry) -> set[str]:
    ids = {test.question for test in entry.rule.tests} if entry.rule else set()
    return ids | set(entry.score.of if entry.score else ())


def _broken(entry: Entry, by_id: Mapping[str, Entry]) -> bool:
    """Loses an entry that cannot work any more."""
    if entry.rule and living(entry.rule, by_id) is False:
        entry.lose("enableWhen-never", f"{shown(entry.id)} is only asked after a question that cannot be asked.")
    elif entry.score and any(by_id[id].lost for id in entry.score.of):
        entry.lose("expression-unsupported", f"{shown(entry.id)} adds up questions that cannot be asked.")
    return entry.lost


def cuts(entries: list[Entry], by_id: Mapping[str, Entry], findings: Findings) -> set[Pointer]:
    """Where the source has to lose something so that it says what the form does."""
    found = {problem.pointer for problem in findings.problems if problem.severity is Severity.DROP}
    for entry in kept(entries):
        if entry.rule is None or not entry.tested:
            continue
        if living(entry.rule, by_id) is True:
            found.add((*entry.element.place.pointer, "enableWhen"))
        dead = [gone(test, by_id) for test in entry.rule.tests]
        found |= {element.place.pointer for element, is_dead in zip(entry.tested, dead, strict=True) if is_dead}
    return found


def without(json: Any, cut: Iterable[Pointer], here: Pointer = ()) -> Any:  # noqa: ANN401 - any JSON
    """The JSON without what the pointers lead to; lists that become empty go too."""
    cut = cut if isinstance(cut, set) else set(cut)
    if isinstance(json, dict):
        made = {}
        for key, held in json.items():
            if (*here, key) in cut:
                continue
            smaller = without(held, cut, (*here, key))
            if smaller != [] or held == []:
                made[key] = smaller
        return made
    if isinstance(json, list):
        return [without(held, cut, (*here, number)) for number, held in enumerate(json) if (*here, number) not in cut]
    return json
