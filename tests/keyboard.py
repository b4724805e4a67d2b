"""A plugged-in keyboard, a keypad, and two switches, for the tests: what is pressed, and where the focus is then."""

from __future__ import annotations

from finger import KEYS as SPOKEN
from finger import PLANES, Finger
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem

from kiosk.viewmodels import reach
from kiosk.viewmodels.focus import said

Key = Qt.Key
FREE = Qt.KeyboardModifier.NoModifier
MOVE, SELECT = (Key.Key_1, "1"), (Key.Key_2, "2")
TOO_FAR = 120
"""Presses after which a way to something is no way."""
SIGNS = {" ": Key.Key_Space, "\n": Key.Key_Return, ".": Key.Key_Period, ",": Key.Key_Comma, "-": Key.Key_Minus}


class Keyboard:
    """Presses keys in the window of a finger that then looks where the focus is."""

    def __init__(self, finger: Finger) -> None:
        self.finger = finger
        self.presses_made = 0
        finger.window.requestActivate()  # another kiosk of the tests may be open
        finger.settle()

    def presses(
        self, key: Key, text: str = "", *, times: int = 1, repeats: int = 0, held: Qt.KeyboardModifier = FREE
    ) -> None:
        """Presses and lets go, a second apart; held for so many repeats."""
        for _ in range(times):
            self.strikes(key, text, repeats=repeats, held=held)
        self.finger.settle()

    def strikes(self, key: Key, text: str = "", *, repeats: int = 0, held: Qt.KeyboardModifier = FREE) -> None:
        """One press, without waiting for the next picture."""
        self.finger.clock.wait(1)
        self.presses_made += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.finger.window, QKeyEvent(kind, key, held, text))
            for _ in range(repeats):
                QGuiApplication.sendEvent(self.finger.window, QKeyEvent(kind, key, held, text, True))

    def writes(self, text: str) -> None:
        for letter in text:
            self.presses(SIGNS.get(letter) or Key(ord(letter.upper())), letter)

    @property
    def item(self) -> QQuickItem | None:
        return self.finger.desk.focus.item

    @property
    def at(self) -> str:
        """What has the focus, by the words it is called by."""
        return said(self.item) if self.item else ""

    def reaches(self, name: str, key: Key = Key.Key_Down) -> None:
        """Presses an arrow until something of that name has the focus."""
        for _ in range(TOO_FAR):
            if self.at == name:
                return
            self.presses(key)
        raise AssertionError(f"{name!r} is never reached; the focus is at {self.at!r}")

    def takes(self, *names: str) -> None:
        """Goes to each of these and presses Enter."""
        for name in names:
            self.reaches(name)
            self.presses(Key.Key_Return)

    def stops(self) -> tuple[QQuickItem, ...]:
        """Everything the keys can reach now."""
        mirrored = self.finger.desk.access.mirrored
        return reach.stops(self.finger.window.contentItem(), mirrored=mirrored)


class Switches(Keyboard):
    """Two switches and nothing else."""

    def settles(self) -> None:
        """Says which switch is which, and that it is right."""
        self.presses(*MOVE)
        self.presses(*MOVE)
        self.presses(*SELECT)
        self.chooses("They are right")

    def chooses(self, *names: str) -> None:
        """Moves to each of these and selects it, through the group it is in."""
        for name in names:
            self._to(name)
            self.presses(*SELECT)

    def types(self, text: str) -> None:
        """On the keyboard in the scene, or the number pad."""
        for letter in text:
            if letter not in SPOKEN and letter not in self.finger.names():
                self.chooses(next((plane for plane, letters in PLANES.items() if letter in letters), "Letters"))
            self.chooses(SPOKEN.get(letter, letter))

    def _to(self, name: str) -> None:
        focus = self.finger.desk.focus
        for _ in range(TOO_FAR):
            if any(said(item) == name for item in focus._group):
                self.presses(*SELECT)
            elif self.at == name and not focus.row:
                return
            else:
                self.presses(*MOVE)
        raise AssertionError(f"{name!r} is never reached; the focus is at {self.at!r} {focus.row!r}")
