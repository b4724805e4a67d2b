"""A FHIR R4 Questionnaire read into the form the engine runs, with every problem at once."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from kiosk.domain.form import Alert, Form, Item
from kiosk.domain.words import Words
from kiosk.fhir.additions import read_alerts
from kiosk.fhir.conditions import Conditions
from kiosk.fhir.controls import fold
from kiosk.fhir.element import Element
from kiosk.fhir.entry import Entry, kept, walk
from kiosk.fhir.findings import Findings, Place
from kiosk.fhir.items import LENIENT, STRICT, Items
from kiosk.fhir.losses import cuts, living, settle, without
from kiosk.fhir.problem import Problem, Severity
from kiosk.fhir.scores import Scores, check_read
from kiosk.fhir.terminology import Terminology, ValueSet, base
from kiosk.fhir.waiting import check_cycles

Json = dict[str, Any]

MINTED = "https://kiosk.example/Questionnaire/"
"""Where forms without a url of their own get one (S21)."""
STATUSES = ("draft", "active", "retired", "unknown")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A questionnaire after reading. ``form`` is None when it was refused; ``problems`` has all of them in the order
    of the file; ``source`` is what the form was built from, without the items that were dropped."""

    form: Form | None
    problems: tuple[Problem, ...]
    source: Json = field(repr=False)

    def refused(self) -> bool:
        return self.form is None

    def losses(self) -> tuple[Problem, ...]:
        """What is lost when the form is used all the same."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.DROP)


def compile(
    raw: object,
    *,
    value_sets: Mapping[str, ValueSet] | None = None,
    accept_loss: bool = False,
    lenient: bool = False,
    language: str = "en",
    sha256: str = "",
) -> Compiled:
    """The form of a Questionnaire as JSON, with every problem; nothing is raised whatever the JSON holds.

    ``value_sets`` are ValueSets and CodeSystems by canonical url (``shelf`` reads them). Without ``accept_loss`` a
    form that loses anything is refused. A ``lenient`` reader serves to check others' responses: it takes whatever has
    linkIds that are unique and conditions that can be followed, and tells the rest as notes. ``language`` is that of
    a form that does not say.
    """
    findings = Findings(lenient)
    if not isinstance(raw, dict) or raw.get("resourceType") != "Questionnaire":
        findings.refuse(Place(), "not-fhir", "This is no FHIR Questionnaire: its resourceType says something else.")
        return Compiled(None, findings.problems, raw if isinstance(raw, dict) else {})
    root = Element(raw, Place(), findings, _language(raw) or language)
    reading = _Reading(root, value_sets or {}, lenient)
    form = reading.form(sha256, accept_loss)
    return Compiled(form, findings.problems, reading.source if form else raw)


def write_questionnaire(form: Form) -> Json:
    """The FHIR Questionnaire a form was built from, with nothing lost."""
    return dict(form.source)


def _language(raw: Json) -> str:
    held = raw.get("language")
    return held if isinstance(held, str) else ""


class _Reading:
    """The steps from JSON to form."""

    def __init__(self, root: Element, value_sets: Mapping[str, ValueSet], lenient: bool) -> None:
        self.root = root
        self.lenient = lenient
        self.source: Json = root.json
        self.size = LENIENT if lenient else STRICT
        terminology = Terminology(root.elements("contained"), value_sets, root.language)
        self.items = Items(terminology, self.size, lenient)
        self.alerts: dict[str, list[tuple[Element, Alert]]] = {}

    def form(self, sha256: str, accept_loss: bool) -> Form | None:
        """The form, or None when it is refused."""
        findings = self.root.findings
        check_whole(self.root)
        entries = self.items.read(self.root)
        self._join(entries)
        if not any(kept(entries)) and not findings.refused:
            self.root.refuse("items-missing", "Nothing is left to ask; give the questionnaire an item.", "item")
        if findings.refused or (findings.lossy and not accept_loss):
            return None
        self._write_losses(entries)
        items = tuple(self._built(entry) for entry in entries if _stays(entry))
        url, version = self._canonical()
        minutes = _minutes(self.root)
        return Form(url, version, _title(self.root), items, sha256, minutes, self.source)

    def _join(self, entries: list[Entry]) -> None:
        """What items say about each other."""
        by_id = self.items.by_id
        conditions = Conditions(by_id, self.items.left_out, self.lenient, self.size)
        for entry in walk(entries):
            conditions.read(entry)
        Scores.of(self.root, entries, self.lenient).read()
        if not self.lenient:
            check_read(entries)
            for entry in kept(entries):
                fold(entry)
        check_cycles(kept(entries))
        settle(entries, by_id)
        for entry in kept(entries):
            found = read_alerts(entry.element, entry.item, partial(conditions.alert_test, entry))
            self.alerts[entry.id] = list(self._heard(found))

    def _heard(self, found: Iterator[tuple[Element, Alert]]) -> Iterator[tuple[Element, Alert]]:
        """The alerts that can still be raised after what is lost."""
        for extension, alert in found:
            rule = living(alert.when.rule, self.items.by_id) if alert.when.rule else None
            if rule is None or not isinstance(rule, bool):
                yield extension, replace(alert, when=replace(alert.when, rule=rule))
            else:
                sentence = "This alert reads a question that is taken out; it would never or always be raised."
                extension.drop("alert-lost", sentence)

    def _write_losses(self, entries: list[Entry]) -> None:
        cut = cuts(entries, self.items.by_id, self.root.findings)
        if cut and not self.lenient:
            self.source = without(self.root.json, cut)

    def _built(self, entry: Entry) -> Item:
        rule = living(entry.rule, self.items.by_id) if entry.rule else None
        return replace(
            entry.item,
            rule=None if isinstance(rule, bool) else rule,
            score=entry.score,
            alerts=tuple(alert for _, alert in self.alerts.get(entry.id, ())),
            children=tuple(self._built(child) for child in entry.children if _stays(child)),
        )

    def _canonical(self) -> tuple[str, str]:
        """Where the form lives, pinned (S21)."""
        root = self.root
        named = root.text("title") or root.text("name") or root.text("id")
        url = base(root.text("url")) or MINTED + (_slug(named) or "form")
        return url, root.text("version") or digest(self.source)


def _stays(entry: Entry) -> bool:
    return not entry.lost and not entry.folded


def check_whole(root: Element) -> None:
    """What concerns the questionnaire as a whole."""
    for key in ("url", "version", "title", "name", "id"):
        root.text(key)  # one that is no text refuses the form, so it must be known before that is decided
    if "modifierExtension" in root.json:
        sentence = "A modifierExtension may change the meaning of the whole form; remove it."
        root.refuse("modifier-extension", sentence, "modifierExtension")
    if "implicitRules" in root.json:
        root.refuse("implicitRules", "The form follows rules of its own that a kiosk does not know.", "implicitRules")
    if root.extensions("adaptive"):
        root.refuse("adaptive-form", "An adaptive form gets its questions from a server while it is filled in.")
    expected = root.extension("assembleExpectation")
    if root.extensions("subQuestionnaire") or (expected and not expected.text("valueCode").startswith("independent")):
        root.refuse("modular-form", "The form is put together from others; assemble it first.")
    if root.text("status") not in STATUSES:
        root.note("status-unknown", "The status is none of R4's.", "status")


def _minutes(root: Element) -> int:
    extension = root.extension("minutes")
    minutes = extension.whole("valueInteger") if extension else None
    return minutes if minutes is not None and 0 < minutes < 1_000 else 5


def _title(root: Element) -> Words:
    title = root.words("title")
    return title or Words.of({root.language: root.text("name") or root.text("id") or "Questionnaire"})


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")


def digest(source: Json) -> str:
    """Twelve letters that stand for exactly this content: of the SHA-256 of the JSON with sorted keys."""
    text = json.dumps(source, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:12]
