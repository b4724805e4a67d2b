"""A plugged-in keyboard at the staff's pages: letters go where the page asks for them, and there are shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.viewmodels.desk import Desk
from kiosk.viewmodels.passwords import Passwords

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEP, LEAF = 0.15, 0.9
"""How far an arrow and a page key move a long page, in heights of what shows of it."""
MANY = 100
"""More things than a page has to step over."""
MOVES = {
    Qt.Key.Key_Up: -STEP,
    Qt.Key.Key_Down: STEP,
    Qt.Key.Key_PageUp: -LEAF,
    Qt.Key.Key_PageDown: LEAF,
}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Field(Protocol):
    """Where letters go."""

    def type(self, letters: str) -> None: ...

    def erase(self) -> None: ...


class Hands:
    """Keys of a real keyboard, as the page that shows understands them."""

    def __init__(self, window: QQuickWindow, desk: Desk) -> None:
        self._window = window
        self._desk = desk
        self._staff = desk.staff

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here. Held keys repeat only where they move or erase."""
        if not self._desk.staffed:
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & COMMANDS:
            return modifiers == Qt.KeyboardModifier.ControlModifier and self._command(key)
        if key in MOVES:
            return self._move(key)
        if key == Qt.Key.Key_Backspace:
            return self._erase()
        return not event.isAutoRepeat() and self._once(key, event.text())

    def _once(self, key: Qt.Key, text: str) -> bool:
        if key == Qt.Key.Key_Escape:
            return self._leave()
        if key in (*ENTERS, Qt.Key.Key_Space) and self._chosen_by_key():
            return False
        return self._enter() if key in ENTERS else self._type(text)

    def _command(self, key: Qt.Key) -> bool:
        commands: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_F: self._find,
            Qt.Key.Key_P: self._staff.askPaper,
            Qt.Key.Key_L: self._staff.lock,
        }
        if key in commands and self._staff.open:
            commands[key]()
            return True
        return False

    def _find(self) -> None:
        if self._desk.page != "Visits":
            self._staff.go("Visits")
        self._staff.finder.find(True)

    def _leave(self) -> bool:
        """One step back; from the locked page of a kiosk to the patients."""
        page, staff = self._desk.page, self._staff
        if page == "Unlock":
            staff.lock()
        elif page == "Setup":
            self._desk.founding.back()
        elif page == "Record":
            self._leave_record()
        elif page == "Members" and staff.members.step != "list":
            staff.members.back()
        elif staff.papers.asking:
            staff.papers.close()
        elif page == "Visits":
            staff.finder.find(False)
        elif page == "Settings" and self._desk.admin.settings.step != "list":
            self._desk.admin.settings.back()
        elif page in ("Office", "Admin"):
            staff.go("Visits" if page == "Office" else "Office")
        else:
            staff.up()
        return True

    def _leave_record(self) -> None:
        if self._staff.papers.asking:
            self._staff.papers.close()
        elif self._staff.askingDelete:
            self._staff.askDelete(False)
        else:
            self._staff.leave()

    def _field(self) -> Field | None:
        """What is typed into now."""
        staff, founding = self._staff, self._desk.founding
        fields: dict[tuple[str, str], Field] = {
            ("Unlock", ""): staff.passwords,
            ("Visits", "code"): staff.finder,
            ("Visits", "name"): staff.finder.byName,
            ("Setup", "name"): founding,
            ("Setup", "typing"): founding.passwords,
            ("Members", "name"): staff.members,
            ("Settings", "name"): self._desk.admin.settings,
            ("Members", "typing"): staff.members.passwords,
        }
        return fields.get((self._desk.page, self._part()))

    def _part(self) -> str:
        page, staff = self._desk.page, self._staff
        if page == "Visits":
            return ("name" if staff.finder.naming else "code") if staff.finder.finding else "list"
        if page == "Unlock":
            return "" if staff.name and not staff.busy and not staff.pause else "waiting"
        steps = {"Setup": self._desk.founding.step, "Members": staff.members.step}
        return {**steps, "Settings": self._desk.admin.settings.step}.get(page, "")

    def _type(self, letters: str) -> bool:
        field = self._field()
        if field is None or not letters or not letters.isprintable():
            return False
        self._let_go()
        if isinstance(field, Passwords):
            field.strike(letters)
        else:
            field.type(letters)
        return True

    def _erase(self) -> bool:
        field = self._field()
        if field is not None:
            field.erase()
        return field is not None

    def _enter(self) -> bool:
        """What the page's first button does."""
        field, staff = self._field(), self._staff
        if isinstance(field, Passwords):
            field.strike(" ")
        elif field is staff.finder:
            staff.finder.open()
        elif field is staff.finder.byName:
            staff.finder.byName.search()
        elif field is staff.members or field is self._desk.founding:
            field.next()
        elif field is self._desk.admin.settings:
            field.save()
        return field is not None

    def _chosen_by_key(self) -> bool:
        """Whether Tab or an arrow has led to a button, which Space and Enter then press."""
        focus = self._window.activeFocusItem()
        return focus is not None and focus.property("visualFocus") is True

    def _let_go(self) -> None:
        """What was typed is meant for the field, so the next Space is, too."""
        heading = self._window.findChild(QQuickItem, "heading")
        if self._chosen_by_key() and heading is not None:
            heading.forceActiveFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, key: Qt.Key) -> bool:
        leaf = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(key)
        if leaf and self._desk.page == "Visits" and not self._staff.finder.finding:
            self._staff.turn(leaf)
        elif leaf and self._desk.page == "Ledger":
            self._staff.ledger.turn(leaf)
        elif not self._scroll(MOVES[key]) and not leaf:
            self._step(forward=key == Qt.Key.Key_Down)
        return True

    def _step(self, *, forward: bool) -> None:
        """To the next thing that can be pressed, as Tab does."""
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        following = self._window.activeFocusItem()
        for _ in range(MANY):
            following = following.nextItemInFocusChain(forward) if following is not None else None
            if following is not None and following.property("visualFocus") is not None:
                following.forceActiveFocus(reason)
                return

    def _scroll(self, share: float) -> bool:
        long = [each for each in self._window.findChildren(QQuickItem) if is_long(each)]
        for part in long:
            last = part.property("contentHeight") - part.height()
            part.setProperty("contentY", min(max(part.property("contentY") + share * part.height(), 0), last))
        return bool(long)


def is_long(thing: QObject) -> bool:
    """Whether it shows a part of something longer."""
    return (
        isinstance(thing, QQuickItem)
        and thing.inherits("QQuickFlickable")
        and thing.isVisible()
        and thing.property("contentHeight") > thing.height() + 1
    )
