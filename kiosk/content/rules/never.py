"""What a questionnaire says and never does: items nobody is asked, alerts nobody gets, answers nobody can give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, islice

from kiosk.content.document import Where
from kiosk.content.form_checks import walk_json
from kiosk.content.ground import Pointer
from kiosk.content.problem import quoted
from kiosk.content.questionnaire import Reading
from kiosk.content.rules.possible import Possible
from kiosk.content.rules.totals import band_faults, totals
from kiosk.domain.form import Alert, Form, Item, Operator, Rule, Test, walk

MOST_PAIRS = 200
"""Of conditions are looked through for one that contradicts itself."""


def check_form(form: Form, reading: Reading, today: date) -> None:
    """Tells the document of ``reading`` all that is proved."""
    pointers = {str(json.get("linkId")): pointer for pointer, json in walk_json(reading.json, ())}
    checking = _Checking(form, reading, today, pointers, Possible(form))
    for item in walk(form.items):
        checking.item(item)


@dataclass
class _Checking:
    form: Form
    reading: Reading
    today: date
    pointers: dict[str, Pointer]
    possible: Possible
    unasked: set[str] = field(default_factory=set)

    def item(self, item: Item) -> None:
        """Everything about one item; of what stands in an item nobody is asked, nothing more."""
        if self.form.parents[item.id] in self.unasked:
            self.unasked.add(item.id)
            return
        if not self._asked(item):
            self.unasked.add(item.id)
            return
        if item.rule is not None and not item.rule.every and len(item.rule.tests) > 1:
            for number, test in enumerate(item.rule.tests):
                if not self.possible.asked(item, Rule((test,))):
                    sentence = "This condition can never hold; the others decide alone. Mend it or take it out."
                    self._tell(item, ("enableWhen", number), "condition-never", sentence, warning=True)
        for number, alert in enumerate(item.alerts):
            if not may_be_raised(self.possible, item, alert, self.today):
                sentence = "No answers can ever raise this alert; mend its conditions, so that staff get it."
                self._tell(item, ("alert", number, "when"), "alert-unreachable", sentence)
        self._hidden(item)
        if item.score is not None and (sums := totals(self.form, item, item.score)) is not None:
            for number, code, sentence in band_faults(item.score, sums):
                self._tell(item, ("score", "bands", number), code, sentence, warning=True)

    def _asked(self, item: Item) -> bool:
        if item.rule is not None and not self.possible.holds(item.rule, item):
            sentence = f"Nobody is ever asked this: {self._reason(item, item.rule)}"
            self._tell(item, ("enableWhen",), "rule-never", sentence)
            return False
        if not self.possible.asked(item):
            sentence = (
                "Nobody is ever asked this: its conditions contradict those of what it stands in, or of the questions "
                "it waits for."
            )
            self._tell(item, ("enableWhen",), "question-unreachable", sentence)
            return False
        return True

    def _reason(self, item: Item, rule: Rule) -> str:
        """Names the first condition that cannot hold, or the first two that cannot together."""
        for number, test in enumerate(rule.tests, start=1):
            if not self.possible.holds(Rule((test,)), item):
                return f"condition {number} can never hold, whatever is answered to {quoted(test.question)}."
        for (number, one), (second, other) in islice(combinations(enumerate(rule.tests, start=1), 2), MOST_PAIRS):
            if rule.every and not self.possible.holds(Rule((one, other)), item):
                return f"conditions {number} and {second} contradict each other."
        return "its conditions contradict each other."

    def _hidden(self, item: Item) -> None:
        """Tells of an answer that is required and that nobody can give."""
        if not (item.asks and item.required) or item.score is not None:
            return
        if item.fixed and not item.initial:
            sentence = (
                "This answer is required, but nobody can give it: show the question, or give it an initial answer."
            )
            self._tell(item, ("required",), "required-hidden", sentence, warning=True)
        elif not item.fixed and self._inside_hidden(item):
            sentence = "This answer is required, but its group is hidden: nobody could ever send. Show the group."
            self._tell(item, ("required",), "required-hidden", sentence)

    def _inside_hidden(self, item: Item) -> bool:
        above = self.form.parents[item.id]
        while above:
            if self.form.by_id[above].hidden:
                return True
            above = self.form.parents[above]
        return False

    def _tell(self, item: Item, at: Where, code: str, sentence: str, *, warning: bool = False) -> None:
        where = (*self.reading.ground.where(self.pointers.get(item.id, ())), *at)
        if at[0] == "enableWhen" and len(at) > 1:
            where = self.reading.ground.where((*self.pointers.get(item.id, ()), *at))
        (self.reading.document.warn if warning else self.reading.document.error)(where, code, sentence)


def replace_year(day: date, year: int) -> date:
    """The same day of another year; the 28th for a leap day."""
    year = max(1, year)
    return day.replace(year=year) if (day.month, day.day) != (2, 29) else day.replace(year=year, day=28)


def may_be_raised(possible: Possible, item: Item, alert: Alert, today: date) -> bool:
    """Whether answers may raise that alert of the item; no only when it is proved."""
    return any(possible.asked(item, *rules) for rules in _ways(item, alert, today))


def _ways(item: Item, alert: Alert, today: date) -> Iterator[tuple[Rule, ...]]:
    """What may raise the alert, each way as rules that must hold together."""
    when = alert.when
    rules = (when.rule,) if when.rule is not None else ()
    own = [Test(item.id, Operator.EQUAL, value) for value in when.values]
    if when.exists:
        own.append(Test(item.id, Operator.EXISTS, True))
    if when.unsure and item.unsure:
        own.append(Test(item.id, Operator.EXISTS, False))
    if when.younger is not None:
        born = replace_year(today, today.year - when.younger)
        own.append(Test(item.id, Operator.GREATER, born))
    alone = not (when.values or when.unsure or when.exists or when.younger is not None)
    if alone and rules:
        yield rules
    yield from ((*rules, Rule((test,))) for test in own)
