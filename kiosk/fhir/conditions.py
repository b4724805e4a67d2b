"""enableWhen: each condition checked against the question it reads, and joined to a rule."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kiosk.domain.checks import KINDS, of_unit
from kiosk.domain.form import CHOICES, Control, Item, Operator, Rule, Test, Type
from kiosk.domain.values import Coding, Partial, Quantity, Value, conversion
from kiosk.fhir.element import Element
from kiosk.fhir.entry import Entry
from kiosk.fhir.findings import shown
from kiosk.fhir.items import STRICT, Size

ORDERED = (Operator.GREATER, Operator.LESS, Operator.GREATER_OR_EQUAL, Operator.LESS_OR_EQUAL)
NUMBERS = (Type.INTEGER, Type.DECIMAL)
YEARLY = (Control.YEAR, Control.YEAR_MONTH)


@dataclass(frozen=True, slots=True)
class Written:
    """A condition as it stands in the file, from enableWhen or from an alert."""

    element: Element
    question: str
    operator: str
    kind: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a condition."""

    code: str
    text: str


@dataclass
class Conditions:
    """Reads conditions once every item is known by its linkId. ``left_out`` are items of unknown type: nobody can
    answer them, so conditions on them see no answer."""

    by_id: dict[str, Entry]
    left_out: set[str]
    lenient: bool = False
    size: Size = STRICT
    count: int = 0

    def read(self, entry: Entry) -> None:
        """The rule of an item, from its enableWhen."""
        element = entry.element
        held = element.elements("enableWhen")
        before, self.count = self.count, self.count + len(held)
        if self.count > self.size.conditions:
            if before <= self.size.conditions:
                element.refuse("too-large", f"The form has more than {self.size.conditions} conditions; split it.")
            return
        every = self._behavior(element, len(held))
        tests = []
        for condition in held:
            if test := self.test(written(condition), entry):
                tests.append(test)
                entry.tested.append(condition)
        if tests:
            entry.rule = Rule(tuple(tests), every)
            _warn_of_unguarded(entry, entry.rule)

    def _behavior(self, element: Element, count: int) -> bool:
        behavior = element.text("enableBehavior")
        if behavior not in ("", "all", "any"):
            element.refuse("enableWhen-malformed", "enableBehavior must be all or any.", "enableBehavior")
        elif not behavior and count > 1:
            sentence = "Several conditions need enableBehavior: all or any. (Read here as any, by R4's comment.)"
            element.refuse("enableBehavior-missing", sentence, "enableWhen")
        return behavior == "all" or (not behavior and count < 2)

    def test(self, condition: Written, reader: Entry) -> Test | None:
        """The checked condition; None when it is wrong, which was said then."""
        element = condition.element
        if "modifierExtension" in element.json:
            element.refuse("modifier-extension", "A modifierExtension may turn the condition around; remove it.")
        hasanswer = "hasAnswer" in element.json
        if hasanswer:
            element.refuse("not-r4", "“hasAnswer” belongs to FHIR STU3; convert the form to R4.", "hasAnswer")
        if not condition.question or condition.operator not in set(Operator) or hasanswer:
            sentence = "A condition needs a question, one of R4's seven operators and an answer."
            element.refuse("enableWhen-malformed", sentence)
            return None
        asked = self.by_id.get(condition.question)
        operator = Operator(condition.operator)
        if asked is None and condition.question not in self.left_out:
            sentence = f"There is no question {shown(condition.question)}; name a linkId of this form."
            element.refuse("enableWhen-unknown-question", sentence, "question")
            return None
        wrong = self._wrong(condition, operator, asked, reader) if asked else None
        if wrong:
            element.refuse(wrong.code, wrong.text)
        if condition.value is None or (wrong and not self.lenient):
            return None
        return Test(condition.question, operator, self._value(condition, asked))

    def alert_test(self, reader: Entry, part: Element) -> Test | None:
        """A test of an alert on the item ``reader``."""
        return self.test(written_in_alert(part), reader)

    def _wrong(self, condition: Written, operator: Operator, asked: Entry, reader: Entry) -> Wrong | None:
        if not asked.item.asks:
            sentence = f"{shown(asked.id)} is no question; it never has an answer."
            return Wrong("enableWhen-malformed", sentence)
        there = asked.repetitions
        if reader.repetitions[: len(there)] != there:
            sentence = f"{shown(asked.id)} is inside a repeating group; a condition from outside cannot tell which one."
            return Wrong("enableWhen-crosses-repeat", sentence)
        if condition.value is None:
            return Wrong("enableWhen-malformed", "The answer of this condition is missing or of the wrong type.")
        return misfit(asked.item, operator, condition.value)

    def _value(self, condition: Written, asked: Entry | None) -> Value:
        value = condition.value
        assert value is not None  # noqa: S101 - the caller asked
        if asked is None or not isinstance(value, Coding) or not asked.item.options:
            return value
        if asked.item.option(value) is not None:
            return value
        alike = [option.value for option in asked.item.options if _alike(option.value, value)]
        if len(alike) == 1 and not value.system:
            sentence = f"The code {shown(value.code)} is taken to be of the option's system."
            condition.element.note("condition-without-system", sentence)
            return alike[0]
        if asked.item.type is Type.CHOICE:
            condition.element.note("enableWhen-never", f"{shown(value.code)} is no option of {shown(asked.id)}.")
        return value


def written(element: Element) -> Written:
    """A condition of enableWhen."""
    kind = element.kind("answer")
    return Written(element, element.text("question"), element.text("operator"), kind, element.value("answer"))


def written_in_alert(element: Element) -> Written:
    """A test of an alert: the parts question, operator and answer."""
    question, operator, answer = (element.part(name) for name in ("question", "operator", "answer"))
    return Written(
        element,
        question.text("valueString") if question else "",
        operator.text("valueCode") if operator else "",
        answer.kind("value") if answer else "",
        answer.value() if answer else None,
    )


def misfit(asked: Item, operator: Operator, value: Value) -> Wrong | None:
    """Why this can never be asked of that item."""
    if operator is Operator.EXISTS:
        fits = isinstance(value, bool)
        return None if fits else Wrong("enableWhen-malformed", "exists is compared with true or false.")
    if asked.signature or asked.type in (Type.REFERENCE, Type.ATTACHMENT):
        return Wrong("enableWhen-operator-type", f"Of {shown(asked.id)} only exists can be asked.")
    if operator in ORDERED and isinstance(value, Coding | str | bool):
        return Wrong("enableWhen-operator-type", f"{shown(operator)} needs a number, a date or a time.")
    reason = _mismatch(asked, value)
    return Wrong("enableWhen-malformed", reason) if reason else None


def _mismatch(asked: Item, value: Value) -> str:
    if not _answers(asked, value):
        return f"{shown(asked.id)} is never answered with that type of value."
    if isinstance(value, Partial) and asked.control not in YEARLY:
        return "A condition needs a whole date with day and month."
    if isinstance(value, Quantity) and asked.units and not any(_convertible(value, unit) for unit in asked.units):
        return f"{shown(asked.id)} is not answered in that unit."
    return ""


def _answers(asked: Item, value: Value) -> bool:
    if asked.type in NUMBERS:
        return isinstance(value, int | Decimal) and not isinstance(value, bool)
    if asked.type in CHOICES and asked.options:
        free = asked.type is Type.OPEN_CHOICE and isinstance(value, str)
        return free or any(type(option.value) is type(value) for option in asked.options)
    return type(value) in KINDS[asked.type]


def _convertible(value: Quantity, unit: Coding) -> bool:
    one = Quantity(Decimal(1), unit.display, unit.system, unit.code)
    return of_unit(value, unit) or conversion(value, one) is not None


def _alike(one: Value, other: Coding) -> bool:
    return isinstance(one, Coding) and one.code == other.code


def _warn_of_unguarded(entry: Entry, rule: Rule) -> None:
    guarded = {test.question for test in rule.tests if test.operator is Operator.EXISTS and test.value is True}
    for test, element in zip(rule.tests, entry.tested, strict=True):
        if test.operator is Operator.NOT_EQUAL and not (rule.every and test.question in guarded):
            sentence = (
                f"“!=” also holds while {shown(test.question)} is unanswered; add a condition with exists if not meant."
            )
            element.note("ne-unguarded", sentence)
