"""What staff must see first: the alerts that the visible answers raise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.form import Alert, Item, Level, Trigger
from kiosk.domain.sheet import Path
from kiosk.domain.values import Absent, Answer, same
from kiosk.domain.view import Node, View, holds


@dataclass(frozen=True, slots=True)
class Raised:
    """An alert that an answer has raised."""

    item: Item
    alert: Alert
    path: Path


def alerts(view: View, today: date) -> tuple[Raised, ...]:
    """The alerts the visible answers raise, loudest first, else in the order of the form."""
    raised = [
        Raised(node.item, alert, node.path)
        for node in view.questions
        for alert in node.item.alerts
        if called_for(alert.when, node, view, today)
    ]
    loudness = list(Level)
    return tuple(sorted(raised, key=lambda one: loudness.index(one.alert.level)))


def called_for(when: Trigger, node: Node, view: View, today: date) -> bool:
    """Whether the answer of this node, and the others the trigger reads, call for the alert."""
    if when.rule is not None and not holds(when.rule, node.path, view.form, view.held):
        return False
    alone = not (when.values or when.unsure or when.exists or when.younger is not None)
    return (alone and when.rule is not None) or triggered(when, node.answer, today)


def triggered(when: Trigger, answer: Answer, today: date) -> bool:
    """Whether this answer by itself calls for the alert."""
    if isinstance(answer, Absent):
        return when.unsure and answer is Absent.UNSURE
    if when.exists and answer:
        return True
    if when.younger is not None and any(isinstance(v, date) and age(v, today) < when.younger for v in answer):
        return True
    return any(same(value, wanted) for value in answer for wanted in when.values)


def age(born: date, today: date) -> int:
    """Whole years lived on that day."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
