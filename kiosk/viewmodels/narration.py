"""The page as it is read aloud: its things from the accessibility tree, and how each of them is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from kiosk.domain.aloud import Utterance

Role = QAccessible.Role
Text = QAccessible.Text
TEXTS = (Role.StaticText, Role.Heading, Role.AlertMessage)
CHOICES = (Role.CheckBox, Role.RadioButton)
LONGEST = 30
"""Letters that are spelled; of a longer text only is said that it is there."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the page. ``tells`` stands beside its name; ``value`` is what was typed; ``place`` counts those of
    the same name and role before it; ``private`` when it shows or takes an answer; ``key`` on a keyboard or pad."""

    name: str
    role: Role
    tells: str = ""
    value: str = ""
    checked: bool = False
    enabled: bool = True
    private: bool = False
    key: bool = False
    place: int = 0

    @property
    def itself(self) -> tuple[str, Role, int]:
        """The same as long as it is the same thing; numbers that count down change nothing."""
        return re.sub(r"\d+", "#", self.name), self.role, self.place

    @property
    def state(self) -> tuple[str, str, bool]:
        return self.tells, self.value, self.checked


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that can be read now, in reading order; ``focus`` is what the keys are at."""

    things: tuple[Thing, ...]
    focus: Thing | None = None


def role_word(role: Role) -> str:
    """What a control is called; empty for what is only read."""
    return {
        Role.Button: QCoreApplication.translate("Voice", "button"),
        Role.CheckBox: QCoreApplication.translate("Voice", "check box"),
        Role.RadioButton: QCoreApplication.translate("Voice", "option"),
        Role.EditableText: QCoreApplication.translate("Voice", "text field"),
        Role.Slider: QCoreApplication.translate("Voice", "scale"),
    }.get(role, "")


def said(thing: Thing, position: str = "") -> tuple[Utterance, ...]:
    """Name, role, state and position, each in a breath of its own: "Yes", "check box", "not selected", "question 3"."""
    words = [thing.name, role_word(thing.role), _state(thing), thing.tells]
    if thing.role in CHOICES:
        words.append(position)
    found = [Utterance(word, thing.private) for word in words if word]
    return (*found, *_value(thing))


def _state(thing: Thing) -> str:
    if not thing.enabled and role_word(thing.role):
        return QCoreApplication.translate("Voice", "not available")
    if thing.role not in CHOICES:
        return ""
    if thing.checked:
        return QCoreApplication.translate("Voice", "selected")
    return QCoreApplication.translate("Voice", "not selected")


def _value(thing: Thing) -> tuple[Utterance, ...]:
    if thing.role is not Role.EditableText:
        return ()
    if not thing.value:
        return (Utterance(QCoreApplication.translate("Voice", "empty"), thing.private),)
    if len(thing.value) > LONGEST:
        return (Utterance(QCoreApplication.translate("Voice", "with the text you typed"), thing.private),)
    return (Utterance(thing.value, thing.private, spelled=True),)


def whole(page: Page) -> tuple[Utterance, ...]:
    """The page, its heading first; of a keyboard only that it is there."""
    shown = [thing for thing in page.things if not thing.key]
    heading = next((thing for thing in shown if thing.role is Role.Heading), None)
    ordered = sorted(shown, key=lambda thing: thing is not heading)
    return tuple(part for thing in ordered for part in said(thing))


def changes(before: Page, after: Page, position: str = "") -> tuple[Utterance, ...]:
    """What is to be said when the page stayed and something on it did not: where the keys are now, what was chosen or
    typed, what is there to read that was not there before."""
    old = {thing.itself: thing for thing in before.things}
    focus = after.focus
    moved = focus is not None and (before.focus is None or focus.itself != before.focus.itself)
    told = [*said(focus, position)] if focus and (moved or _differs(before.focus, focus)) else []
    for thing in after.things:
        known = old.get(thing.itself)
        if focus and thing.itself == focus.itself:
            continue
        if known is None and thing.role in TEXTS:
            told += said(thing)
        elif known is not None and thing.role is Role.EditableText and known.value != thing.value:
            told += _typed(known, thing)
        elif known is not None and thing.role in CHOICES and thing.checked > known.checked:
            told += said(thing, position)
    return tuple(told)


def _differs(before: Thing | None, after: Thing) -> bool:
    return before is None or before.state != after.state or before.name != after.name


def _typed(before: Thing, after: Thing) -> tuple[Utterance, ...]:
    """One letter more is that letter; anything else is what stands there now."""
    if len(after.value) == len(before.value) + 1 and after.value.startswith(before.value):
        return (Utterance(after.value[-1], after.private, spelled=True),)
    return _value(after)


def read(window: QObject, focus: QObject | None, *, private: str) -> Page:
    """What the window shows. What lies over a page hides it; the bar and the demonstration's banner are no part of it.
    ``private`` names the part of the page in which everything tells of an answer; empty where none does."""
    everything = list(_walk(QAccessible.queryAccessibleInterface(window), frozenset()))
    over = [pair for pair in everything if Role.Dialog in pair[1]]
    counts: dict[tuple[str, Role], int] = {}
    things, at = [], None
    for found, around in over or [pair for pair in everything if Role.ToolBar not in pair[1]]:
        name = found.text(Text.Name)
        twice = bool(things) and found.role() is Role.StaticText and things[-1].name == name
        if name and found.role() is not Role.Dialog and not twice:
            thing = _thing(found, private="" if over else private, key=Role.Grouping in around, counts=counts)
            things.append(thing)
            at = thing if focus is not None and found.object() is focus else at
    if at is None and focus is not None:
        at = _alone(focus, private="" if over else private)
    return Page(tuple(things), at)


def _alone(focus: QObject, *, private: str) -> Thing | None:
    """Something outside the page's own things, such as a tool of the bar."""
    found = QAccessible.queryAccessibleInterface(focus)
    if found is None or not found.isValid() or not role_word(found.role()) or not found.text(Text.Name):
        return None
    return _thing(found, private=private, key=False, counts={})


def _walk(
    inside: QAccessibleInterface, around: frozenset[Role]
) -> Iterator[tuple[QAccessibleInterface, frozenset[Role]]]:
    for place in range(inside.childCount()):
        child = inside.child(place)
        if child is None or not child.isValid() or child.state().invisible or _unread(child.object()):
            continue
        yield child, around | {child.role()}
        yield from _walk(child, around | {child.role()})


def _unread(thing: QObject | None) -> bool:
    return thing is not None and thing.objectName() == "unread"


def _thing(found: QAccessibleInterface, *, private: str, key: bool, counts: dict[tuple[str, Role], int]) -> Thing:
    name, role = found.text(Text.Name), found.role()
    tells, typed = found.text(Text.Description), role is Role.EditableText
    place = counts.get((name, role), 0)
    counts[name, role] = place + 1
    return Thing(
        name,
        role,
        tells="" if typed else tells,
        value=tells if typed else "",
        checked=bool(found.state().checked),
        enabled=not found.state().disabled,
        private=bool(private) and _within(found.object(), private),
        key=key and role is Role.Button,
        place=place,
    )


def _within(thing: QObject | None, part: str) -> bool:
    """Whether it stands in that part of its page; what explains a question or says what is wrong with an answer does
    not count."""
    while isinstance(thing, QQuickItem):
        if thing.objectName() in (part, "explains"):
            return thing.objectName() == part
        thing = thing.parentItem()
    return False
