"""Two switches in place of hands: which of them moves and which chooses; forgotten at the end of the visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

ONE, TWO = "1", "2"
"""The keys a box of two switches types."""
PATIENCE = 30
"""Seconds without a press after which the page that asks closes by itself."""


@QmlElement
@QmlUncreatable("made by the application")
class Switches(QObject):
    """Asks for the switch that moves, then for the one that chooses, then lets both be tried.

    ``step`` is "move", "select", "try", or empty when nothing is asked.
    """

    changed = Signal()

    def __init__(self, monotonic: Callable[[], float]) -> None:
        super().__init__()
        self._monotonic = monotonic
        self._mover = ""
        self._step = ""
        self._again = False
        self._pressed = 0.0

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step

    @Property(bool, notify=changed)
    def again(self) -> bool:
        """Whether the same switch was pressed when the other one was asked for."""
        return self._again

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Until the page closes by itself."""
        return max(0, PATIENCE - int(self._monotonic() - self._pressed))

    @property
    def known(self) -> bool:
        """Whether it is settled which switch is which, be it on trial."""
        return self._mover != "" and self._step in ("", "try")

    def moves(self, switch: str) -> bool:
        """Whether this one moves; before anything is settled the first one does."""
        return switch == (self._mover or ONE)

    def begin(self) -> None:
        """Asks which is which."""
        self._mover, self._step, self._again = "", "move", False
        self.touch()

    def press(self, switch: str) -> None:
        """A switch was pressed while the page asks."""
        if self._step == "move":
            self._mover, self._step = switch, "select"
        elif self._step == "select":
            self._again = switch == self._mover
            self._step = "select" if self._again else "try"
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._pressed = self._monotonic()
        self.changed.emit()

    def tick(self) -> bool:
        """Once a second; whether nobody has pressed a switch for too long."""
        self.changed.emit()
        return self.secondsLeft == 0

    @Slot()
    def swap(self) -> None:
        """The other one moves."""
        self._mover = TWO if self._mover == ONE else ONE
        self.touch()

    @Slot()
    def keep(self) -> None:
        """They are right as they are."""
        self._step = ""
        self.changed.emit()

    def leave(self) -> None:
        """The page is gone: what was not kept is forgotten."""
        if self._step:
            self.forget()

    @Slot()
    def forget(self) -> None:
        self._mover, self._step, self._again = "", "", False
        self.changed.emit()
