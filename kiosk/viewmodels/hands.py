"""A plugged-in keyboard at the staff's pages: letters go where the page asks for them, and there are shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.viewmodels.desk import Desk
from kiosk.viewmodels.focus import Focus
from kiosk.viewmodels.passwords import Passwords
from kiosk.viewmodels.reach import scroll

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
TABS = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
STEP, LEAF = 0.15, 0.9
"""How far an arrow and a page key move a long page, in heights of what shows of it."""
MOVES = {
    Qt.Key.Key_Up: -STEP,
    Qt.Key.Key_Down: STEP,
    Qt.Key.Key_PageUp: -LEAF,
    Qt.Key.Key_PageDown: LEAF,
}
LEAVES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Field(Protocol):
    """Where letters go."""

    def type(self, letters: str) -> None: ...

    def erase(self) -> None: ...


class Hands:
    """Keys of a real keyboard, as the page that shows understands them."""

    def __init__(self, window: QQuickWindow, desk: Desk, focus: Focus) -> None:
        self._window = window
        self._desk = desk
        self._focus = focus
        self._staff = desk.staff

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here. Held keys repeat only where they move or erase."""
        if not self._desk.staffed:
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & COMMANDS:
            return modifiers == Qt.KeyboardModifier.ControlModifier and self._command(key)
        if key in TABS:
            if not event.isAutoRepeat():
                self._focus.step(forward=TABS[key])
            return True
        if key in MOVES or key in LEAVES:
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
        elif page == "Content" and staff.hub.content.step != "versions":
            staff.hub.content.back()
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
        return self._focus.keyed and self._focus.on_button

    def _let_go(self) -> None:
        """What was typed is meant for the field, so the next Space is, too."""
        if self._chosen_by_key():
            self._focus.to_heading()
        self._focus.touched()

    def _move(self, key: Qt.Key) -> bool:
        leaf = LEAVES.get(key)
        if leaf and self._desk.access.mirrored and key not in MOVES:
            leaf = -leaf
        if leaf and self._desk.page == "Visits" and not self._staff.finder.finding:
            self._staff.turn(leaf)
        elif leaf and self._desk.page == "Ledger":
            self._staff.ledger.turn(leaf)
        elif key in MOVES and not scroll(self._window, MOVES[key]) and not leaf:
            self._focus.step(forward=key == Qt.Key.Key_Down)
        return True
