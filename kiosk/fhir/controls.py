"""How an item wants to be shown: its itemControl, and the display items that explain their question."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kiosk.domain.form import CHOICES, Control, Item, Limits, Type
from kiosk.domain.words import Words
from kiosk.fhir.element import Element
from kiosk.fhir.entry import Entry
from kiosk.fhir.findings import shown

PLAIN = frozenset(
    (
        *("radio-button", "check-box", "drop-down", "lookup", "text-box", "spinner", "lower", "upper", "unit", "help"),
        *("prompt", "flyover", "inline", "security", "legal", "header", "footer", "page", "tab-container", "list"),
        *("group-display", "context-display"),
    )
)
"""Codes that the kiosk's own way of showing already serves."""
TABLES = ("table", "htable", "gtable", "atable", "grid")


def controls(element: Element) -> list[str]:
    """The codes of its itemControl."""
    extension = element.extension("itemControl")
    concept = extension.element("valueCodeableConcept") if extension else None
    return [code for coding in concept.elements("coding") if (code := coding.text("code"))] if concept else []


def read_control(element: Element, type: Type, limits: Limits) -> Control | None:
    """The control that changes the page; what the kiosk does not know is noted and shown in the type's own way."""
    for code in controls(element):
        if code in TABLES:
            element.note("table-as-list", "A table is shown as plain questions, one after the other.")
        elif code in set(Control):
            return _fitting(element, type, limits, Control(code))
        elif code not in PLAIN:
            element.note("control-unknown", f"The control {shown(code)} is unknown; the type's own one is shown.")
    return None


def _fitting(element: Element, type: Type, limits: Limits, control: Control) -> Control | None:
    if control is Control.SLIDER:
        fits = type in (Type.INTEGER, Type.DECIMAL) and limits.least is not None and limits.most is not None
        why = "a slider needs a number with minValue and maxValue"
    elif control is Control.AUTOCOMPLETE:
        fits, why = type in CHOICES, "only a choice has a list to search"
    else:
        fits, why = type in (Type.DATE, Type.DATE_TIME), "only a date is given as year or month"
    if not fits:
        element.note("control-unfit", f"The control {shown(control)} is not used: {why}.")
    return control if fits else None


def read_step(element: Element) -> Decimal | None:
    """A slider's step; None when there is none that leads anywhere."""
    extension = element.extension("sliderStepValue")
    if extension is None:
        return None
    step = extension.number("valueInteger" if "valueInteger" in extension.json else "valueDecimal")
    return step if step is not None and step > 0 else None


def fold(entry: Entry) -> None:
    """Turns the unconditional display items below a question into its help; one with the control unit into its unit.
    Those with a condition stay items of their own (S11)."""
    if not entry.item.asks:
        return
    for child in entry.children:
        item = child.item
        conditional = "enableWhen" in child.element.json or child.element.extension("enableWhenExpression")
        if item.type is not Type.DISPLAY or conditional or item.hidden or child.lost:
            continue
        if "unit" in controls(child.element) and not entry.item.unit and not entry.item.units:
            entry.item = replace(entry.item, unit=item.text)
        else:
            entry.item = replace(entry.item, help=_joined(entry.item, item.text))
        child.folded = True


def _joined(item: Item, more: Words) -> Words:
    if not item.help:
        return more
    languages = dict.fromkeys(language for language, _ in (*item.help.pairs, *more.pairs))
    texts = {tag: [item.help.in_language(tag), more.in_language(tag)] for tag in languages}
    return Words.of({tag: "\n".join(text for text in both if text) for tag, both in texts.items()})
