"""The kiosk's own additions to an item: its alerts, the bands of its score, what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from kiosk.domain.checks import KINDS
from kiosk.domain.form import Alert, Band, Code, Item, Level, Rule, Test, Trigger, Type
from kiosk.domain.values import Value
from kiosk.domain.words import Words
from kiosk.fhir.element import Element
from kiosk.fhir.findings import shown
from kiosk.fhir.names import KIOSK_CODES

CODE_TYPES = {
    Code.PATIENT_NAME: (Type.STRING,),
    Code.BIRTH_DATE: (Type.DATE,),
    Code.OWN_QUESTION: (Type.STRING, Type.TEXT),
}

ReadTest = Callable[[Element], Test | None]


def read_code(item: Element, type: Type) -> Code | None:
    """What the item is about, by the kiosk's own codes; other systems' codes are carried along."""
    for coding in item.elements("code"):
        if coding.text("system") != KIOSK_CODES:
            continue
        code = coding.text("code")
        if code not in set(Code):
            coding.refuse("code-unknown", f"{shown(code)} is none of {', '.join(Code)}.", "code")
        elif type not in CODE_TYPES[Code(code)]:
            coding.refuse("code-type", f"{code} must be of type {' or '.join(CODE_TYPES[Code(code)])}.", "code")
        else:
            return Code(code)
    return None


def read_bands(item: Element) -> tuple[Band, ...]:
    """What the totals of a score mean."""
    return tuple(
        Band(_words(extension, "label"), _number(extension, "least"), _number(extension, "most"))
        for extension in item.extensions("scoreBand")
    )


def read_alerts(element: Element, item: Item, read_test: ReadTest) -> Iterator[tuple[Element, Alert]]:
    """The alerts of an item with their extensions. A wrong alert refuses the form: staff rely on it."""
    for extension in element.extensions("alert"):
        level, text = _text(extension, "level", "valueCode"), _words(extension, "text")
        when = _trigger(extension, item, read_test)
        if level not in set(Level) or not text:
            sentence = f"An alert needs a text and a level: {', '.join(Level)}."
            extension.refuse("alert-malformed", sentence)
            continue
        told = {name: _text(extension, name) for name in ("product", "jurisdiction", "source", "reviewed")}
        yield extension, Alert(Level(level), text, when, **told)


def _trigger(extension: Element, item: Item, read_test: ReadTest) -> Trigger:
    younger = extension.part("younger")
    when = Trigger(
        values=tuple(_values(extension, item)),
        unsure=_flag(extension, "unsure"),
        exists=_flag(extension, "exists"),
        younger=younger.whole("valueInteger") if younger else None,
        rule=_rule(extension, read_test),
    )
    if when.unsure and not item.unsure:
        extension.refuse("alert-unsure", "This question does not offer “Not sure”.")
    if when.younger is not None and item.type is not Type.DATE:
        extension.refuse("alert-younger", "Only a date can tell an age.")
    alone = when.values or when.unsure or when.exists or when.younger is not None
    if not alone and not extension.parts("test") and not extension.parts("answer"):
        extension.refuse("alert-never", "No answer raises this alert; name one.")
    return when


def _values(extension: Element, item: Item) -> Iterator[Value]:
    for part in extension.parts("answer"):
        value = part.value()
        if value is not None and item.type is Type.DECIMAL and type(value) is int:
            value = Decimal(value)
        if value is None or item.signature or not item.asks or type(value) not in KINDS[item.type]:
            part.refuse("alert-answer", f"{shown(item.id)} is never answered with that type of value.")
        elif item.type is Type.CHOICE and item.options and item.option(value) is None:
            part.refuse("alert-answer", f"The answer is no option of {shown(item.id)}.")
        else:
            yield value


def _rule(extension: Element, read_test: ReadTest) -> Rule | None:
    parts = extension.parts("test")
    behavior = _text(extension, "behavior", "valueCode")
    if behavior not in ("", "all", "any") or (len(parts) > 1 and not behavior):
        extension.refuse("enableBehavior-missing", "Several tests need a behavior: all or any.")
    tests = tuple(test for part in parts if (test := read_test(part)))
    return Rule(tests, behavior != "any") if tests else None


def _text(extension: Element, name: str, key: str = "valueString") -> str:
    part = extension.part(name)
    return part.text(key) if part else ""


def _words(extension: Element, name: str) -> Words:
    part = extension.part(name)
    return part.words("valueString") if part else Words()


def _flag(extension: Element, name: str) -> bool:
    part = extension.part(name)
    return part is not None and part.flag("valueBoolean")


def _number(extension: Element, name: str) -> Decimal | None:
    part = extension.part(name)
    if part is None:
        return None
    return part.number("valueDecimal" if "valueDecimal" in part.json else "valueInteger")
