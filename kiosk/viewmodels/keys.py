"""A keyboard, a keypad or two switches at the patient's pages: what each key does.

Where a field has the focus, everything that can be written goes into it. Anywhere else the keys of the table come
first; what is in no table is written into the page's field, if it has one, which then has the focus.
Once two switches are known, their keys are theirs until the visit ends.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.viewmodels.desk import ATTRACT, EMPTY, HOME, SENT, Desk
from kiosk.viewmodels.desk import SWITCHES as SETTING_UP
from kiosk.viewmodels.focus import Focus
from kiosk.viewmodels.hands import COMMANDS
from kiosk.viewmodels.reach import FIELD, scroll
from kiosk.viewmodels.switches import ONE, TWO
from kiosk.viewmodels.voice import Voice

Key = Qt.Key
LEAF = 0.9
"""How far a page key moves a long page, in heights of what shows of it."""
PRESSES = (Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Select)
STEPS = {Key.Key_Down: True, Key.Key_Tab: True, Key.Key_Up: False, Key.Key_Backtab: False}
LEAVES = {Key.Key_PageUp: -LEAF, Key.Key_PageDown: LEAF}
BLANKS = {Key.Key_Space: " ", Key.Key_Return: "\n", Key.Key_Enter: "\n"}
NUMBERS = ("integer", "decimal", "quantity", "date", "dateTime", "time")
"""The questions that are answered in digits."""
SWITCHES = {Key.Key_1: ONE, Key.Key_2: TWO}
NO_WAY_BACK = (ATTRACT, HOME, EMPTY, SENT)
CURTAIN, HELP = "curtain", "help"


SAYS: dict[Qt.Key, Callable[[Voice], None]] = {
    Key.Key_Comma: lambda voice: voice.slower(),
    Key.Key_Period: lambda voice: voice.faster(),
    Key.Key_Minus: lambda voice: voice.quieter(),
    Key.Key_Equal: lambda voice: voice.louder(),
    Key.Key_M: lambda voice: voice.toggle(),
    Key.Key_P: lambda voice: voice.pause(),
}


class Keys:
    """Keys as the patient's page that shows understands them."""

    def __init__(self, window: QQuickWindow, desk: Desk, focus: Focus) -> None:
        self._window = window
        self._desk = desk
        self._focus = focus
        self._table: dict[Qt.Key, Callable[[], None]] = {
            Key.Key_Left: lambda: self._turn(forward=self._desk.access.mirrored),
            Key.Key_Right: lambda: self._turn(forward=not self._desk.access.mirrored),
            Key.Key_R: self._again,
            Key.Key_L: desk.changeLanguage,
            Key.Key_Escape: self._close,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here; what it did not is for the thing that has the focus."""
        key = Key(event.key())
        if event.isAutoRepeat():
            return False
        if event.modifiers() & COMMANDS:
            return self._call_staff(event)
        self._focus.by_keys()
        if key in SWITCHES and self._desk.switches.known:
            self._switch(SWITCHES[key])
        elif key in STEPS:
            self._focus.step(forward=STEPS[key])
        elif key in LEAVES:
            scroll(self._window, LEAVES[key])
        elif key in PRESSES:
            return self._choose(key)
        elif not self._in_field() or not self._write(key, event.text()):
            return self._by_table(key, event.text())
        return True

    def _call_staff(self, event: QKeyEvent) -> bool:
        """Control and U (unlock) leads to the staff's pages, as the clinic's name does when it is held."""
        calls = event.key() == Key.Key_U and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if calls:
            self._desk.staffGesture()
        return calls

    def _by_table(self, key: Qt.Key, text: str) -> bool:
        if key in SWITCHES:
            self._switch(SWITCHES[key])
        elif key in SAYS:
            SAYS[key](self._desk.voice)
        elif key in self._table:
            self._table[key]()
        else:
            return self._write(key, text)
        return True

    def _turn(self, *, forward: bool) -> None:
        page, covered = self._desk.page, self._desk.cover
        if forward and page == "Question" and not covered:
            self._desk.asking.next()
        elif forward and page == "Begin" and not covered:
            self._desk.resume()
        elif not forward and covered:
            self._close()
        elif not forward and page not in NO_WAY_BACK:
            self._desk.back()

    def _again(self) -> None:
        if self._desk.voice.on:
            self._desk.voice.again()
        else:
            self._desk.coverWith(HELP)

    def _close(self) -> None:
        """The curtain waits for its own answer."""
        if self._desk.cover not in ("", CURTAIN):
            self._desk.uncover()

    def _choose(self, key: Qt.Key) -> bool:
        """On a button the key is the button's. On a title it says the page again; where nobody is, a visit begins."""
        if self._focus.on_button:
            return False
        if self._in_field():
            return self._write(key, BLANKS.get(key, ""))
        if self._desk.page == ATTRACT and not self._desk.cover:
            self._desk.begin("")
        else:
            self._desk.voice.again()
        return True

    def _in_field(self) -> bool:
        return self._focus.item is not None and self._focus.item.objectName() == FIELD

    def _write(self, key: Qt.Key, text: str) -> bool:
        """Into the page's field, which has the focus from then on. False when there is none, or nothing to write."""
        erases, letters = key == Key.Key_Backspace, self._taken(text)
        field = (self._focus.item if self._in_field() else self._focus.field) if erases or letters else None
        if field is None:
            return False
        if self._focus.item is not field:
            self._focus.go(field)
        part = field.property("key")
        if part and field.property("active") is False:
            self._desk.asking.goTo(part)
        pages = self._desk.asking if self._desk.page == "Question" else self._desk.reading
        if erases:
            pages.erase()
        else:
            pages.type(letters)
        following = self._focus.field if part else None
        if following is not None and following.property("active"):
            self._focus.go(following)  # a full part of a date leads to the next
        return True

    def _taken(self, text: str) -> str:
        """What of it the field takes: a number's takes no letters, so that there the table's keys still do theirs."""
        asking = self._desk.asking
        if self._desk.page != "Question" or asking.kind not in NUMBERS:
            return text if text.isprintable() or text == "\n" else ""
        if text and text in ".," and asking.places:
            return asking.point
        return text if text.isdecimal() or (text == "-" and asking.negative) else ""

    def _switch(self, switch: str) -> None:
        switches, cover = self._desk.switches, self._desk.cover
        if switches.known or cover == CURTAIN:
            switches.touch()
            if switches.moves(switch):
                self._focus.move()
            elif not self._focus.select():
                self._choose(Key.Key_Select)
        elif cover == SETTING_UP:
            switches.press(switch)
        else:
            switches.begin()
            self._desk.coverWith(SETTING_UP)
