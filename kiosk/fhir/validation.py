"""Whether a QuestionnaireResponse fits its Questionnaire: the engine's own rules, and the shape only raw JSON shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kiosk.domain.checks import Fault, Issue, faults, issues
from kiosk.domain.form import Form, Item, Type
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Coding, blank, compare
from kiosk.domain.view import View, visible
from kiosk.fhir.answers import distinct
from kiosk.fhir.attached import attachment_faults, extensions, reference_faults
from kiosk.fhir.names import CORE
from kiosk.fhir.problem import Severity
from kiosk.fhir.questionnaire import Compiled
from kiosk.fhir.response import Status
from kiosk.fhir.resume import Place, Placed, elements, lay, link_id, settle
from kiosk.fhir.value import moment

Json = dict[str, Any]
Weight = Literal["error", "warning"]

FIXED_UNIT = CORE + "questionnaire-unit"
LISTED_UNITS = (CORE + "questionnaire-unitOption", CORE + "questionnaire-unitValueSet")
FINAL = (Status.COMPLETED.value, Status.AMENDED.value)
"""Only these claim that everything was asked and nothing hidden is left (S8, S22)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands against a response. ``code`` is a validation code of the FHIR world, ``link_id`` is empty
    for the response itself. It never holds an answer."""

    code: str
    link_id: str = ""
    severity: Weight = "error"


def validate(compiled: Compiled, response: object) -> tuple[Finding, ...]:
    """Everything that stands against a response, each finding once: the head, the shape in the order of the response,
    the answers in the order of the form. It is valid when none is an error. Never raises."""
    if not isinstance(response, dict) or response.get("resourceType") != "QuestionnaireResponse":
        return (Finding("invalidResource"),)
    if compiled.form is None:
        return tuple(dict.fromkeys(_prevented(compiled)))
    placed = lay(compiled.form, response)
    check = _Check(compiled, response, placed, settle(compiled.form, placed).sheet)
    return tuple(dict.fromkeys((*_head(compiled.source, response), *check.shape(), *check.answers())))


def valid(findings: tuple[Finding, ...]) -> bool:
    return all(finding.severity != "error" for finding in findings)


def _prevented(compiled: Compiled) -> Iterator[Finding]:
    """Why there is no form to check with."""
    refused = [problem for problem in compiled.problems if problem.severity is Severity.REFUSE]
    for problem in refused or compiled.problems:
        yield Finding(problem.code, problem.path[-1] if problem.path else "")
    if not compiled.problems:
        yield Finding("invalidQuestionnaire")


def _head(source: Json, response: Json) -> Iterator[Finding]:
    if response.get("status") not in [status.value for status in Status]:
        yield Finding("invalidStatus")
    yield from _canonical(source, response.get("questionnaire"))
    if source.get("status") == "draft":
        yield Finding("questionnaireDraft", severity="warning")
    if source.get("status") == "retired" or _outside(source.get("effectivePeriod"), response.get("authored")):
        yield Finding("questionnaireInactive", severity="warning")


def _canonical(source: Json, canonical: object) -> Iterator[Finding]:
    """Whether the response names this questionnaire (S21). Half of all responses name a bare url, some a relative
    reference or a contained one: only another address of the same kind is plainly another questionnaire."""
    if not isinstance(canonical, str) or not canonical:
        yield Finding("questionnaireMissing", severity="warning")
        return
    url, _, version = canonical.partition("|")
    mine, pinned = source.get("url"), source.get("version")
    if isinstance(mine, str) and _other(url, mine.partition("|")[0]):
        yield Finding("questionnaireMismatch")
    elif version and isinstance(pinned, str) and version != pinned:
        yield Finding("questionnaireVersion", severity="warning")


def _other(url: str, mine: str) -> bool:
    """Whether both are whole addresses, or both bare names, and not the same."""
    if url == mine or not (url and mine) or "#" in (url[:1], mine[:1]):
        return False
    if ":" in url or ":" in mine:
        return ":" in url and ":" in mine
    return "/" not in url + mine


def _outside(period: object, authored: object) -> bool:
    """Whether the response was written when the questionnaire was not in use."""
    written = moment(authored)
    if not isinstance(period, dict) or written is None:
        return False
    start, end = moment(period.get("start")), moment(period.get("end"))
    early = start is not None and compare(written, start) == -1
    return early or (end is not None and compare(written, end) == 1)


class _Check:
    """One response against one form."""

    def __init__(self, compiled: Compiled, response: Json, placed: Placed, sheet: Sheet) -> None:
        assert compiled.form is not None  # noqa: S101 (validate has looked)
        self.form: Form = compiled.form
        self.response = response
        self.placed = placed
        self.sheet = sheet
        self.view: View = visible(sheet)
        self.final = response.get("status") not in [status.value for status in Status if status.value not in FINAL]
        unknown = [("", *problem.path)[-2:] for problem in compiled.problems if problem.code == "type-unknown"]
        self.untyped = set(unknown)
        self.definitions, self.parents = _definitions(compiled.source)
        self.present = {place.path for place in placed.walk() if place.path}
        self.misread = set(self._misread())

    def shape(self) -> Iterator[Finding]:
        yield from _lists("", self.response, "item")
        yield from self.block(self.form.items, self.placed.places)

    def block(self, wanted: tuple[Item, ...], places: tuple[Place, ...], parent: str = "") -> Iterator[Finding]:
        """Items side by side: known here, in the form's order (S20), and only what repeats is there twice (S10)."""
        order = {item.id: number for number, item in enumerate(wanted)}
        reached = 0
        for place in places:
            number = order.get(place.link_id, reached)
            if number < reached:
                yield Finding("invalidOrder", place.link_id)
            reached = max(reached, number)
            yield from self.place(place, parent)
        counts = Counter(place.link_id for place in places)
        for item in wanted:
            if counts[item.id] > 1 and not (item.repeats and item.type is Type.GROUP):
                yield Finding("repeats", item.id)

    def place(self, place: Place, parent: str) -> Iterator[Finding]:
        item, raw = place.item, place.raw
        answers = raw.get("answer")
        if item is None:
            yield from self.unknown(place.link_id, parent, answered=bool(answers))
            return
        yield from _lists(place.link_id, raw, "item", "answer")
        if item.asks:
            yield from self.question(item, place)
        elif answers:
            yield Finding("groupShouldNotHaveAnswers" if item.type is Type.GROUP else "displayAnswer", place.link_id)
        if item.type is not Type.GROUP:
            yield from self.beside(raw)
        for block in place.blocks:
            yield from self.block(item.children, block, item.id)

    def unknown(self, id: str, parent: str, *, answered: bool) -> Iterator[Finding]:
        """An item the form does not have here. Some are only left out of it: those of a type nobody can answer, and
        information that became the help of its question (S11)."""
        if (parent, id) in self.untyped:
            if answered:
                yield Finding("invalidType", id)
        elif id in self.form.by_id or self.parents.get(id) != parent:
            yield Finding("invalidLinkId", id)
        elif answered and self.definitions[id].get("type") == Type.DISPLAY:
            yield Finding("displayAnswer", id)

    def beside(self, raw: Json) -> Iterator[Finding]:
        """Items beside the answers of a question, or under a piece of information: they belong under an answer."""
        if raw.get("item") and raw.get("answer"):
            yield Finding("qrs-1", link_id(raw))
        for stray in elements(raw, "item"):
            yield Finding("invalidLinkId", link_id(stray))

    def question(self, item: Item, place: Place) -> Iterator[Finding]:
        given = [reading for reading in place.readings if not reading.empty]
        values = [reading.value for reading in given if reading.value is not None and not blank(reading.value)]
        yield from (Finding(reading.code, item.id) for reading in given if reading.code)
        if len(given) > 1 and not item.repeats:
            yield Finding("repeats", item.id)
        elif len(distinct(iter(values))) < len(values):
            # R4 has no such rule and its validators let it pass; it costs nothing unless something hangs under both.
            yield Finding("duplicateAnswer", item.id, "error" if any(place.blocks) else "warning")
        if place.path is None:
            yield from (Finding(fault.value, item.id) for fault in (faults(item, tuple(values)) if values else ()))
        elif given and self.final and place.path not in self.view.held:
            yield Finding("notEnabled", item.id)
        for answer in elements(place.raw, "answer"):
            yield from self.attached(item, answer)

    def attached(self, item: Item, answer: Json) -> Iterator[Finding]:
        definition = self.definitions.get(item.id, {})
        reference, attachment = answer.get("valueReference"), answer.get("valueAttachment")
        if item.type is Type.REFERENCE and isinstance(reference, dict):
            yield from (Finding(code, item.id) for code in reference_faults(definition, reference))
        if item.type is Type.ATTACHMENT and isinstance(attachment, dict):
            yield from (Finding(code, item.id) for code in attachment_faults(definition, attachment))

    def answers(self) -> Iterator[Finding]:
        """What the engine holds against the answers, as it would on the screen."""
        for issue in issues(self.view):
            if issue.fault is Fault.WRONG_UNIT:
                yield from self.unit(issue.item)
            elif issue.fault not in (Fault.REQUIRED, Fault.TOO_FEW_TIMES):
                yield Finding(self.code(issue), issue.item.id)
            elif issue.path not in self.misread:
                asked = self.final and self.within(issue.path)
                yield Finding(issue.fault.value, issue.item.id, "error" if asked else "warning")

    def unit(self, item: Item) -> Iterator[Finding]:
        """Only a list of units binds others. The one unit a kiosk offers may be but the label of the question, or that
        of its limits, which convert (S18)."""
        definition = self.definitions.get(item.id, {})
        if not definition or any(extensions(definition, url) for url in LISTED_UNITS):
            yield Finding(Fault.WRONG_UNIT.value, item.id)
        elif extensions(definition, FIXED_UNIT):
            yield Finding(Fault.WRONG_UNIT.value, item.id, "warning")

    def code(self, issue: Issue) -> str:
        """The engine knows lists of options only; the code says whether they came from a value set."""
        if issue.fault is Fault.NOT_AN_OPTION and "answerValueSet" in self.definitions.get(issue.item.id, {}):
            answer = self.sheet.answer(issue.path)
            if isinstance(answer, tuple) and all(isinstance(v, Coding) for v in answer if not issue.item.option(v)):
                return "invalidCoding"
        return issue.fault.value

    def _misread(self) -> Iterator[Path]:
        """Where there is an answer after all, only none that can be read, and the groups around it: that nothing was
        answered there is not said twice."""
        for place in self.placed.walk():
            if place.path and any(reading.code for reading in place.readings):
                id, at = place.path
                while id:
                    yield from (Path(id, at[:depth]) for depth in range(len(at) + 1))
                    id = self.form.parents[id]

    def within(self, path: Path) -> bool:
        """Whether the group around it is in the response. What stands in a group that was left out is not missed by
        FHIR (S12), though the screen asks for it."""
        parent = self.form.parents[path.id]
        return not parent or self.form.by_id[parent].asks or Path(parent, path.at) in self.present


def _lists(id: str, raw: Json, *names: str) -> Iterator[Finding]:
    """Whether items and answers are lists of objects; FHIR JSON has no empty lists, but they do no harm."""
    for name in names:
        held = raw.get(name, [{}])
        if not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
            yield Finding("invalidStructure", id)
        elif not held:
            yield Finding("invalidStructure", id, "warning")


def _definitions(source: Json) -> tuple[dict[str, Json], dict[str, str]]:
    """The FHIR definition of every item and the linkId of its parent, both by linkId."""
    found: dict[str, Json] = {}
    parents: dict[str, str] = {}
    waiting = [(definition, "") for definition in elements(source, "item")]
    while waiting:
        definition, parent = waiting.pop()
        id = link_id(definition)
        found.setdefault(id, definition)
        parents.setdefault(id, parent)
        waiting += [(below, id) for below in elements(definition, "item")]
    return found, parents
