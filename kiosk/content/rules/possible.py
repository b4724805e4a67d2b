"""Whether an item of a form can ever be asked, said to be never only when that is proved.

What must hold is taken apart into conditions on answers: those of the item itself, of what it stands in, and of every
question that a condition wants an answer of. Where any of several conditions is enough each is tried. Conditions on one
and the same answer are judged together (``answers``); answers in other repetitions are never mixed up: each has a name
of its own. Whatever takes more than MOST_STEPS or goes deeper than DEEPEST counts as possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.content.rules.answers import demands, one_answer, some_answers
from kiosk.domain.form import Form, Item, Operator, Rule, Test

MOST_STEPS = 3_000
DEEPEST = 200
HERE = 0
"""The repetition that is looked at from the item itself; further ones have further numbers."""

Name = tuple[str, str, int]
"""An answer: the question's linkId, whose view of it, and in which repetition (empty and HERE where there is one)."""


@dataclass(frozen=True, slots=True)
class Enabled:
    """That an item (its linkId) is there."""

    id: str
    scope: int


@dataclass(frozen=True, slots=True)
class Holds:
    """That a rule of ``reader`` holds."""

    rule: Rule
    reader: Item
    scope: int


Goal = Enabled | Holds


@dataclass(frozen=True, slots=True)
class _State:
    """Where a search is: what is known of the answers, which items are taken as there, how deep it went. ``alone``
    looks at one rule without what its questions wait for."""

    known: Mapping[Name, tuple[Test, ...]] = field(default_factory=dict)
    seen: frozenset[Enabled] = frozenset()
    depth: int = 0
    alone: bool = False


@dataclass
class Possible:
    """The questions about one form; ``form`` has no circles."""

    form: Form
    steps: int = field(default=0, init=False)
    scopes: int = field(default=HERE, init=False)

    def asked(self, item: Item, *rules: Rule) -> bool:
        """Whether the item may be asked while these rules, read by it, hold too."""
        goals: list[Goal] = [Enabled(item.id, HERE), *(Holds(rule, item, HERE) for rule in rules)]
        return self._begin(goals)

    def holds(self, rule: Rule, reader: Item) -> bool:
        """Whether the rule may hold by itself, whatever the reader stands in and the questions wait for."""
        return self._begin([Holds(rule, reader, HERE)], alone=True)

    def _begin(self, goals: list[Goal], *, alone: bool = False) -> bool:
        self.steps, self.scopes = 0, HERE
        return self._reached(goals, _State(alone=alone))

    def _reached(self, goals: list[Goal], state: _State) -> bool:
        """Whether all goals may be reached."""
        self.steps += 1
        if not goals or self.steps > MOST_STEPS or state.depth > DEEPEST:
            return True
        goal, rest, deeper = goals[0], goals[1:], state.depth + 1
        if isinstance(goal, Enabled):
            if goal in state.seen:
                return self._reached(rest, replace(state, depth=deeper))
            return self._reached([*self._needs(goal), *rest], replace(state, depth=deeper, seen=state.seen | {goal}))
        tests = goal.rule.tests
        ways = [tests] if goal.rule.every else [(test,) for test in tests]
        return any(self._tried(way, goal, rest, replace(state, depth=deeper)) for way in ways)

    def _needs(self, goal: Enabled) -> list[Goal]:
        """What an item's being there needs: its own rule, and what it stands in; below a question, an answer of it."""
        item = self.form.by_id[goal.id]
        needs: list[Goal] = [Holds(item.rule, item, goal.scope)] if item.rule else []
        if parent := self.form.by_id.get(self.form.parents[item.id]):
            needs.append(Enabled(parent.id, goal.scope))
            if parent.asks:
                answered = Rule((Test(parent.id, Operator.EXISTS, True),))
                needs.append(Holds(answered, item, goal.scope))
        return needs

    def _tried(self, way: tuple[Test, ...], goal: Holds, rest: list[Goal], state: _State) -> bool:
        known = dict(state.known)
        needs: list[Goal] = []
        for test in way:
            name = self._name(test.question, goal)
            known[name] = (*known.get(name, ()), test)
            if not self._consistent(name, known[name], goal):
                return False
            if demands(test) and not state.alone:
                needs.append(Enabled(test.question, self._scope(test.question)))
        return self._reached([*needs, *rest], replace(state, known=known))

    def _name(self, question: str, goal: Holds) -> Name:
        reach = self.form.reach(goal.reader.id, question)
        if self.form.depth(question) == 0 and not reach.own:
            return question, "", HERE
        return question, goal.reader.id, goal.scope

    def _scope(self, question: str) -> int:
        """Where there is but one of a question all talk of that; else each talks of one that may be another."""
        if self.form.depth(question) == 0:
            return HERE
        self.scopes += 1
        return self.scopes

    def _consistent(self, name: Name, tests: tuple[Test, ...], goal: Holds) -> bool:
        if any(demands(test) for test in tests) and any(
            test.operator is Operator.EXISTS and test.value is False for test in tests
        ):
            return False
        item = self.form.by_id[name[0]]
        reach = self.form.reach(goal.reader.id, item.id)
        if reach.own or (reach.exact and (not item.repeats or item.limits.many == 1)):
            return one_answer(item, tests)
        return some_answers(item, tests, together=reach.exact)
