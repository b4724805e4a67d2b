"""Joins expressions to the form: sums become scores, comparisons of sums become conditions, the rest is lost or
inert."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from kiosk.domain.form import Rule, Score, Test, Type
from kiosk.fhir.additions import read_bands
from kiosk.fhir.element import Element
from kiosk.fhir.entry import Entry, kept, walk
from kiosk.fhir.expressions import always, comparison, named, score_of, variables
from kiosk.fhir.findings import shown
from kiosk.fhir.names import UNREAD

SCORED = (Type.INTEGER, Type.DECIMAL)


@dataclass
class Scores:
    """``roots`` are the variables of the questionnaire itself."""

    entries: list[Entry]
    roots: dict[str, str]
    lenient: bool = False

    @classmethod
    def of(cls, root: Element, entries: list[Entry], lenient: bool) -> Scores:
        return cls(entries, dict(named(root.extensions("variable"))), lenient)

    def read(self) -> None:
        """Every calculated item first, for conditions compare them."""
        for entry in kept(self.entries):
            self._calculated(entry)
            self._others(entry)
        for entry in kept(self.entries):
            if entry.element.extensions("enableWhenExpression"):
                self._enabled(entry)

    def _calculated(self, entry: Entry) -> None:
        expression = _expression(entry.element, "calculatedExpression")
        if expression is None or not entry.item.asks:
            return
        of = score_of(expression, variables(entry, self.roots), self.entries)
        if of and entry.item.type in SCORED:
            entry.score = Score(of, read_bands(entry.element))
        elif entry.item.required and not entry.item.hidden and not self.lenient:
            sentence = f"{shown(entry.id)} is required but calculated in a way a kiosk cannot run."
            entry.lose("expression-unsupported", sentence)
        else:
            sentence = "Only sums of option weights are calculated; this expression is carried along, not run."
            entry.element.note("expression-inert", sentence)

    def _others(self, entry: Entry) -> None:
        element = entry.element
        if element.extensions("answerExpression") and not entry.item.options and not self.lenient:
            entry.lose("expression-unsupported", f"The answers of {shown(entry.id)} are worked out elsewhere.")
        for key in UNREAD:
            if element.extensions(key):
                element.note("expression-inert", f"{shown(key)} is carried along, not run.")

    def _enabled(self, entry: Entry) -> None:
        expression = _expression(entry.element, "enableWhenExpression") or ""
        if always(expression):
            return
        found = comparison(expression, variables(entry, self.roots), self.entries)
        holder = self._holder(found.of) if found else None
        if found and holder and "enableWhen" not in entry.element.json:
            number = int(found.number) if holder.item.type is Type.INTEGER and _whole(found.number) else found.number
            entry.rule = Rule((Test(holder.id, found.operator, number),))
        elif self.lenient:
            # Whether it is asked cannot be told, so nothing in it can be asked for.
            for below in entry.walk():
                below.item = replace(below.item, required=False)
        else:
            sentence = f"{shown(entry.id)} is shown by an expression a kiosk cannot run."
            entry.lose("expression-unsupported", sentence)

    def _holder(self, of: tuple[str, ...]) -> Entry | None:
        """The item that holds that sum."""
        return next((entry for entry in kept(self.entries) if entry.score and set(entry.score.of) == set(of)), None)


def check_read(entries: list[Entry]) -> None:
    """A calculated item that is not run must not decide what is asked."""
    read = {test.question for entry in walk(entries) if entry.rule for test in entry.rule.tests}
    for entry in kept(entries):
        calculated = entry.element.extensions("calculatedExpression") and entry.item.asks
        if calculated and entry.score is None and entry.id in read:
            sentence = f"Conditions read {shown(entry.id)}, which is calculated in a way a kiosk cannot run."
            if entry.item.hidden:
                entry.lose("expression-unsupported", sentence)
            else:
                entry.element.refuse("expression-unsupported", sentence)


def _expression(element: Element, key: str) -> str | None:
    extension = element.extension(key)
    held = extension.element("valueExpression") if extension else None
    if extension is None:
        return None
    return held.text("expression") if held else extension.text("valueString")


def _whole(number: Decimal) -> bool:
    return number == int(number)
