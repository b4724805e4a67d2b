"""What an answer must keep to, and the units it is given in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kiosk.domain.form import Limits, Pattern, Type
from kiosk.domain.values import Coding, Quantity, Value, compare, conversion, number
from kiosk.domain.words import Words
from kiosk.fhir.element import Element
from kiosk.fhir.findings import shown
from kiosk.fhir.terminology import Terminology, Unresolvable

LONGEST_REGEX = 1_000
"""Characters."""
REGEX_MEMORY = 8_000_000
"""Bytes a compiled pattern may take; a larger one is refused by the library."""
NUMERIC = (Type.INTEGER, Type.DECIMAL, Type.QUANTITY)
KINDS: dict[Type, tuple[str, ...]] = {
    Type.INTEGER: ("Integer", "Decimal"),
    Type.DECIMAL: ("Decimal", "Integer"),
    Type.QUANTITY: ("Quantity", "Integer", "Decimal"),
    Type.DATE: ("Date",),
    Type.DATE_TIME: ("DateTime", "Date"),
    Type.TIME: ("Time",),
}


@dataclass(frozen=True, slots=True)
class Units:
    """``label`` stands beside a plain number; ``offered`` is what a quantity may be given in."""

    label: Words
    offered: tuple[Coding, ...] = ()


def read_units(item: Element, type: Type, terminology: Terminology) -> Units:
    """The unit of a number or the units of a quantity (S18)."""
    named = [*item.extensions("unitOption"), *item.extensions("unit")]
    codings = [coding for extension in named if (coding := extension.element("valueCoding"))]
    first = item.extension("unit") or item.extension("unitOption")
    shown_first = first.element("valueCoding") if first else None
    label = shown_first.words("display") if shown_first else Words()
    if shown_first and not label and shown_first.text("code"):
        label = Words.of({item.language: shown_first.text("code")})
    if type is not Type.QUANTITY:
        return Units(label if type in NUMERIC else Words())
    units = [_unit(coding) for coding in codings] + _listed(item, terminology)
    offered = tuple(dict.fromkeys(unit for unit in units if unit)) or _of_bounds(item)
    return Units(Words(), offered)


def _unit(element: Element) -> Coding | None:
    code, display = element.text("code"), element.text("display")
    return Coding(code, element.text("system"), display or code) if code or display else None


def _listed(item: Element, terminology: Terminology) -> list[Coding]:
    extension = item.extension("unitValueSet")
    if extension is None:
        return []
    try:
        options = terminology.options(extension.text("valueCanonical"))
    except Unresolvable as reason:
        extension.note("unit-unresolvable", f"The list of units is out of reach: {reason}.")
        return []
    return [option.value for option in options if isinstance(option.value, Coding)]


def _of_bounds(item: Element) -> tuple[Coding, ...]:
    """A quantity without a unit of its own is given in that of its limits or its initial value."""
    held = [extension.json.get("valueQuantity") for key in ("minQuantity", "maxQuantity", "minValue", "maxValue")
            for extension in item.extensions(key)]  # fmt: skip
    held += [initial.json.get("valueQuantity") for initial in item.elements("initial")]
    for one in held:
        parts = {key: one.get(key) for key in ("code", "system", "unit")} if isinstance(one, dict) else {}
        texts = {key: part for key, part in parts.items() if isinstance(part, str)}
        if texts.get("code") or texts.get("unit"):
            code = texts.get("code", "")
            return (Coding(code, texts.get("system", ""), texts.get("unit", "") or code),)
    return ()


def read_limits(item: Element, type: Type, units: Units, repeats: bool) -> Limits:
    """The limits of an item; those that cannot be kept are losses."""
    limits = Limits(
        least=_bound(item, type, units, "minValue", "minQuantity"),
        most=_bound(item, type, units, "maxValue", "maxQuantity"),
        shortest=_count(item, "minLength"),
        longest=_length(item),
        places=_count(item, "maxDecimalPlaces"),
        pattern=_pattern(item),
        fewest=_count(item, "minOccurs"),
        many=_count(item, "maxOccurs"),
    )
    _check(item, limits, repeats)
    return limits


def _length(item: Element) -> int | None:
    longest = item.whole("maxLength")
    if longest is not None and longest < 1:
        item.refuse("limits-contradict", "maxLength must be 1 or more.", "maxLength")
        return None
    return longest


def _count(item: Element, key: str) -> int | None:
    extension = item.extension(key)
    if extension is None:
        return None
    count = extension.whole("valueInteger")
    if count is None or count < 0:
        extension.drop("limits-unsupported", f"{key} must be a whole number; this one cannot be kept.")
        return None
    return count


def _bound(item: Element, type: Type, units: Units, *keys: str) -> Value | None:
    extension = next((found for key in keys if (found := item.extension(key))), None)
    if extension is None or type not in KINDS:
        return None
    value = extension.value() if extension.kind("value") in KINDS[type] else None
    if type is Type.QUANTITY and value is not None and not isinstance(value, Quantity):
        value = _in_unit(value, units)
    if value is None:
        extension.drop("limits-unsupported", f"This limit of an item of type {type} cannot be kept.")
        return None
    if isinstance(value, Quantity) and not all(_converts(value, unit) for unit in units.offered):
        extension.refuse(
            "limits-contradict", f"The limit in {shown(value.unit or value.code)} is in no unit of the item."
        )
    return Decimal(value) if type is Type.DECIMAL and isinstance(value, int) else value


def _in_unit(value: Value, units: Units) -> Quantity | None:
    """A plain number on a quantity means "in the item's unit"; with several units nobody knows which."""
    if len(units.offered) != 1 or not number(value) or not isinstance(value, int | Decimal):
        return None
    unit = units.offered[0]
    return Quantity(Decimal(value), unit.display, unit.system, unit.code)


def _converts(value: Quantity, unit: Coding) -> bool:
    return conversion(value, Quantity(Decimal(1), unit.display, unit.system, unit.code)) is not None


def _check(item: Element, limits: Limits, repeats: bool) -> None:
    pairs = (
        (limits.least, limits.most, "minValue", "maxValue"),
        (limits.shortest, limits.longest, "minLength", "maxLength"),
        (limits.fewest, limits.many, "minOccurs", "maxOccurs"),
    )
    for low, high, lower, upper in pairs:
        if low is not None and high is not None and compare(low, high) == 1:
            item.refuse("limits-contradict", f"{lower} is larger than {upper}; no answer fits.")
    if not repeats and limits.fewest is not None and limits.fewest > 1:
        item.refuse("limits-contradict", "minOccurs asks for several answers, but the item does not repeat.")


def _pattern(item: Element) -> Pattern | None:
    extension = item.extension("regex")
    if extension is None:
        return None
    pattern = compiled(extension.text("valueString"))
    if pattern is None:
        extension.drop("regex-invalid", "This regular expression cannot be run in bounded time; answers go unchecked.")
    return pattern


def compiled(expression: str) -> Pattern | None:
    """The expression, ready to match in linear time; None when it is empty, too long or not regular."""
    import re2  # type: ignore[import-untyped]  # noqa: PLC0415 - few forms need it

    if not expression or len(expression) > LONGEST_REGEX:
        return None
    options = re2.Options()
    options.log_errors = False
    options.max_mem = REGEX_MEMORY
    try:
        pattern: Pattern = re2.compile(expression, options)
    except (re2.error, UnicodeError):
        return None
    return pattern
