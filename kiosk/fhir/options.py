"""The answers a question offers: answerOption, or a value set written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kiosk.domain.form import CHOICES, Option, Type
from kiosk.domain.values import Coding, Value
from kiosk.domain.words import Words
from kiosk.fhir.element import Element
from kiosk.fhir.findings import shown
from kiosk.fhir.terminology import MOST, Terminology, Unresolvable, weight

KINDS = ("Coding", "String", "Integer", "Date", "Time")
OF_TYPE = {Type.STRING: "String", Type.TEXT: "String", Type.INTEGER: "Integer", Type.DATE: "Date", Type.TIME: "Time"}
"""What options may be on a question that is no choice: forms of other FHIR versions write them there."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The options of an item. When they cannot be told, ``code`` and ``reason`` (without a full stop) say why."""

    options: tuple[Option, ...] = ()
    code: str = ""
    reason: str = ""


def read_options(item: Element, type: Type, terminology: Terminology) -> Offer:
    """What the item offers. On items that offer nothing the options are passed over with a note (que-5)."""
    written = "answerOption" in item.json
    url = item.text("answerValueSet")
    if type not in CHOICES and type not in OF_TYPE:
        if written or url:
            item.note("que-5", f"An item of type {type} offers no options; they are passed over.")
        return Offer()
    if written and url:
        item.note("que-4", "answerOption and answerValueSet stand side by side; the first one counts.")
    if written:
        return _listed(item, type)
    if url and type in CHOICES:
        return _resolved(url, terminology)
    if url:
        item.note("que-5", f"An item of type {type} has no value set; it is passed over.", "answerValueSet")
    if type in CHOICES and item.extension("answerExpression") is None:
        return Offer(code="options-missing", reason="it has neither answerOption nor answerValueSet")
    return Offer()


def _resolved(url: str, terminology: Terminology) -> Offer:
    try:
        return Offer(terminology.options(url))
    except Unresolvable as reason:
        hint = "put its ValueSet as a JSON file beside the form"
        return Offer(
            code="options-unresolvable", reason=f"its value set {shown(url)} is out of reach: {reason}; {hint}"
        )


def _listed(item: Element, type: Type) -> Offer:
    held = item.elements("answerOption")
    if len(held) > MOST:
        return Offer(code="options-unresolvable", reason=f"it has more than {MOST} options")
    options: dict[tuple[str, Value], Option] = {}
    for element in held:
        if "modifierExtension" in element.json:
            element.refuse("modifier-extension", "A modifierExtension may turn this option around; remove it.")
        kind = element.kind("value")
        option = _option(element, kind)
        if kind == "Reference":
            return Offer(code="type-unsupported", reason="its options are references, which need a server")
        if option is None or (type in OF_TYPE and kind != OF_TYPE[type]):
            element.refuse("element-malformed", f"An option must be one of {', '.join(f'value{k}' for k in KINDS)}.")
        elif (kind, option.value) in options:
            element.note("option-twice", "This option stands here twice; the first one counts.")
        else:
            options[kind, option.value] = option
    if not options:
        return Offer(code="options-missing", reason="its answerOption list is empty")
    return Offer(tuple(options.values()))


def _option(element: Element, kind: str) -> Option | None:
    value = element.value() if kind in KINDS else None
    if value is None:
        return None
    coding = element.element("valueCoding")
    prefix = element.extension("optionPrefix") or (coding and coding.extension("optionPrefix"))
    return Option(
        value=value,
        label=_label(element, kind, value, coding),
        exclusive=element.extension_flag("optionExclusive"),
        weight=_weight(element, coding),
        prefix=prefix.text("valueString") if prefix else "",
        selected=element.flag("initialSelected"),
    )


def _label(element: Element, kind: str, value: Value, coding: Element | None) -> Words:
    if isinstance(value, Coding):
        label = coding.words("display") if coding else Words()
        if coding and not coding.text("code"):
            coding.note("option-without-code", f"The option {shown(value.code)} has no code; it goes by its words.")
        return label or Words.of({element.language: value.code})
    if kind == "String":
        return element.words("valueString")
    return Words.of({element.language: str(value)})


def _weight(element: Element, coding: Element | None) -> Decimal | None:
    own = weight(element)
    return weight(coding) if own is None and coding else own


def read_initial(item: Element, type: Type, options: tuple[Option, ...]) -> tuple[Value, ...]:
    """The values of ``initial`` that can be one, else those of the options marked initialSelected (S19, que-11)."""
    held = item.elements("initial")
    if held and type in (Type.GROUP, Type.DISPLAY):
        item.note("que-8", f"An item of type {type} has no initial value; it is passed over.", "initial")
        return ()
    values = tuple(dict.fromkeys(_initials(held, type)))
    return values or tuple(option.value for option in options if option.selected)


def _initials(held: list[Element], type: Type) -> Iterator[Value]:
    for element in held:
        value = element.value()
        if type is Type.DECIMAL and isinstance(value, int) and not isinstance(value, bool):
            value = Decimal(value)
        if value is None:
            element.note("initial-malformed", "This initial value cannot be read; it is passed over.")
        else:
            yield value


def marked(options: tuple[Option, ...], initial: tuple[Value, ...]) -> tuple[Option, ...]:
    """The options with those of the initial values as suggestion."""
    if not initial and not any(option.selected for option in options):
        return options
    wanted = set(initial)
    chosen = ((option, option.value in wanted) for option in options)
    return tuple(option if option.selected == is_ else replace(option, selected=is_) for option, is_ in chosen)
