"""Value sets written out: the codes a question may be answered with, from the form itself or from files beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from kiosk.domain.form import Option
from kiosk.domain.values import Coding
from kiosk.domain.words import Words
from kiosk.fhir.element import Element
from kiosk.fhir.findings import Findings, Place, shown

Json = dict[str, Any]
ValueSet = Mapping[str, Any]

KINDS = ("ValueSet", "CodeSystem")
MOST = 2_000
"""Codes of one list; nobody finds theirs in a longer one."""
DEEPEST = 12
"""Value sets that take in one another, and concepts below concepts."""
WEIGHTS = ("itemWeight", "ordinalValue", "ordinal-value")
"""Properties of a code system's concept that count in scores."""


class Unresolvable(ValueError):
    """A value set that cannot be written out; the text says why, without a full stop."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One code of a value set."""

    coding: Coding
    label: Words
    weight: Decimal | None = None
    prefix: str = ""

    def option(self) -> Option:
        return Option(self.coding, self.label, weight=self.weight, prefix=self.prefix)


def base(url: str) -> str:
    """A canonical without its version."""
    return url.partition("|")[0]


@dataclass
class Terminology:
    """The value sets of one questionnaire: its ``contained`` resources first, then ``others`` by canonical url."""

    contained: list[Element]
    others: Mapping[str, ValueSet]
    language: str = "en"
    _written: dict[str, tuple[Option, ...] | str] = field(default_factory=dict)

    @cached_property
    def _own(self) -> dict[tuple[str, str], Element]:
        """The contained ones by kind and name, the first of a name."""
        found: dict[tuple[str, str], Element] = {}
        for resource in self.contained:
            kind = resource.text("resourceType")
            for name in ("#" + resource.text("id"), base(resource.text("url"))):
                if kind in KINDS and len(name) > 1:
                    found.setdefault((kind, name), resource)
        return found

    def options(self, url: str) -> tuple[Option, ...]:
        """The options of a value set, once each. Raises Unresolvable."""
        if url not in self._written:
            try:
                concepts = {concept.coding: concept for concept in self._concepts(url, ())}
                self._written[url] = tuple(concept.option() for concept in concepts.values())
            except Unresolvable as reason:
                self._written[url] = str(reason)
        written = self._written[url]
        if isinstance(written, str):
            raise Unresolvable(written)
        return written

    def _concepts(self, url: str, above: tuple[str, ...]) -> list[Concept]:
        if url in above or len(above) > DEEPEST:
            raise Unresolvable("it takes in itself")
        found = self._resource(url, "ValueSet")
        if found is None:
            raise Unresolvable("it is neither in the file nor beside it")
        concepts = self._expanded(found) or self._composed(found, (*above, url))
        if not concepts:
            raise Unresolvable("it lists no codes")
        return concepts

    def _resource(self, url: str, kind: str) -> Element | None:
        own = self._own.get((kind, base(url)))
        if own is not None:
            return own
        held = self.others.get(url) or self.others.get(base(url))
        if isinstance(held, Mapping) and held.get("resourceType") == kind:
            # What is wrong with another file is not said of this one; it only lists fewer codes.
            return Element(dict(held), Place(), Findings(lenient=True), self.language)
        return None

    def _expanded(self, found: Element) -> list[Concept]:
        expansion = found.element("expansion")
        return list(_limited(_contains(expansion, 0))) if expansion else []

    def _composed(self, found: Element, above: tuple[str, ...]) -> list[Concept]:
        compose = found.element("compose")
        if compose is None:
            return []
        concepts: list[Concept] = []
        for include in compose.elements("include"):
            concepts += self._included(include, above)
            if len(concepts) > MOST:
                raise Unresolvable(f"it has more than {MOST} codes")
        out = {concept.coding for exclude in compose.elements("exclude") for concept in self._included(exclude, above)}
        return [concept for concept in concepts if concept.coding not in out]

    def _included(self, include: Element, above: tuple[str, ...]) -> list[Concept]:
        if include.elements("filter"):
            raise Unresolvable("it filters a code system, for which a terminology server is needed")
        system, listed, taken = include.text("system"), include.elements("concept"), include.texts("valueSet")
        concepts = None
        if listed:
            concepts = list(_limited(_concept(one, system) for one in listed))
        elif system:
            concepts = self._whole(system)
        for url in taken:
            other = self._concepts(url, above)
            codings = {concept.coding for concept in other}
            concepts = other if concepts is None else [one for one in concepts if one.coding in codings]
        return concepts or []

    def _whole(self, system: str) -> list[Concept]:
        found = self._resource(system, "CodeSystem")
        if found is None:
            raise Unresolvable(f"it takes in all of {shown(system)}, which is neither in the file nor beside it")
        return list(_limited(_below(found, system, 0)))


def _limited(concepts: Iterator[Concept]) -> Iterator[Concept]:
    for number, concept in enumerate(concepts):
        if number >= MOST:
            raise Unresolvable(f"it has more than {MOST} codes")
        if concept.coding.code:
            yield concept


def _contains(element: Element, depth: int) -> Iterator[Concept]:
    if depth > DEEPEST:
        raise Unresolvable("it nests too deep")
    for one in element.elements("contains"):
        if not one.flag("abstract") and not one.flag("inactive"):
            yield _concept(one, one.text("system"))
        yield from _contains(one, depth + 1)


def _below(element: Element, system: str, depth: int) -> Iterator[Concept]:
    if depth > DEEPEST:
        raise Unresolvable("it nests too deep")
    for one in element.elements("concept"):
        if not any(_is(part, "notSelectable", "inactive") for part in one.elements("property")):
            yield _concept(one, system)
        yield from _below(one, system, depth + 1)


def _is(part: Element, *codes: str) -> bool:
    return part.text("code") in codes and part.flag("valueBoolean")


def _concept(one: Element, system: str) -> Concept:
    code, label = one.text("code"), one.words("display")
    pairs = {language: text for language, text in label.pairs if text} or {one.language: code}
    for designation in one.elements("designation"):
        language, told = designation.text("language"), designation.text("value")
        if language and told:
            pairs.setdefault(language, told)
    return Concept(Coding(code, system, next(iter(pairs.values()))), Words.of(pairs), weight(one))


def weight(element: Element) -> Decimal | None:
    """What an option counts in scores: by its extension, or by the property of a code system's concept."""
    extension = element.extension("weight")
    if extension is not None:
        return extension.number("valueDecimal" if "valueDecimal" in extension.json else "valueInteger")
    for part in element.elements("property"):
        if part.text("code") in WEIGHTS:
            return part.number("valueDecimal" if "valueDecimal" in part.json else "valueInteger")
    return None
