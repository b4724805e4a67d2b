"""The set-up on the screen: a staff name, the passphrase shown once and typed back, the recovery key shown once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Refused
from kiosk.viewmodels.background import Background
from kiosk.viewmodels.booking import draw
from kiosk.viewmodels.passwords import Passwords
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.stay import Stay

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

QUIET = 600
"""Seconds without a touch after which a set-up is dropped: time to write five words and a key on paper."""
DESERTED = 120
"""Seconds after which it is dropped while there are no keys yet to write down."""


class Keys(Protocol):
    """New keys in memory, shown once."""

    @property
    def words(self) -> str: ...

    @property
    def recovery(self) -> str: ...


@dataclass(frozen=True)
class Foundry:
    """How keys are made (``begin``, from a staff name), proved and written (``found``), and printed.

    ``found`` and ``print_recovery`` are slow; both raise Refused or OSError.
    """

    words: tuple[str, ...]
    begin: Callable[[str], Any]
    found: Callable[[Any, str], None]
    printers: Callable[[], tuple[str, ...]]
    print_recovery: Callable[[str, str], None]


@dataclass(frozen=True)
class ShownWordRow:
    number: int
    title: str


@QmlElement
@QmlUncreatable("made by the application")
class Founding(QObject):
    """Steps: name, words, typing, recovery, proving, done."""

    changed = Signal()
    founded = Signal()
    finished = Signal()

    def __init__(self, stay: Stay, background: Background) -> None:
        super().__init__()
        self._stay = stay
        self._background = background
        self._foundry: Foundry | None = None
        self._passwords = Passwords(self)
        self._passwords.completed.connect(self._typed_back)
        self._shown = Rows(ShownWordRow, self)
        self._touched = stay.monotonic()
        self._clear()

    @Property(Rows, constant=True)
    def shown(self) -> Rows:
        return self._shown

    @Property(Passwords, constant=True)
    def passwords(self) -> Passwords:
        return self._passwords

    def furnish(self, foundry: Foundry) -> None:
        self._foundry = foundry
        self._passwords.furnish(foundry.words)

    def _clear(self) -> None:
        self._keys: Keys | None = None
        self._step = "name"
        self._name = self._problem = self._picture = self._note = ""
        self._modules = 0
        self._passwords.forget()
        self._shown.show(())

    def forget(self) -> None:
        self._clear()
        self.changed.emit()

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._note

    @Property(str, notify=changed)
    def recovery(self) -> str:
        """The recovery key in groups of eight, only while it is shown."""
        key = self._keys.recovery if self._keys and self._step == "recovery" else ""
        return " ".join(key[at : at + 8] for at in range(0, len(key), 8))

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The recovery key as a QR code, one pixel a module."""
        return self._picture

    @Property(int, notify=changed)
    def modules(self) -> int:
        """The modules of the QR code's side, its quiet zone included."""
        return self._modules

    @Property(str, notify=changed)
    def printer(self) -> str:
        """The printer the key can be printed on, empty when there is none."""
        names = self._foundry.printers() if self._foundry and self._step == "recovery" else ()
        return names[0] if names else ""

    @Slot(str)
    def type(self, letters: str) -> None:
        self._name = (self._name + letters)[:40]
        self._say("")

    @Slot()
    def erase(self) -> None:
        self._name = self._name[:-1]
        self._say("")

    @Slot()
    def clear(self) -> None:
        self._name = ""
        self._say("")

    @Slot()
    def next(self) -> None:
        """To the next step, when this one is done."""
        self._touched = self._stay.monotonic()
        if self._step == "name" and not self._name.strip():
            self._say(self.tr("Please type a name first."))
        elif self._step == "name" and self._foundry:
            self._keys = self._foundry.begin(self._name.strip())
            self._shown.show([ShownWordRow(n, word) for n, word in enumerate(self._keys.words.split(), start=1)])
            self._go("words")
        elif self._step == "words":
            self._shown.show(())
            self._go("typing")
        elif self._step == "recovery":
            self._prove()
        elif self._step == "done":
            self.finished.emit()

    @Slot()
    def back(self) -> None:
        """From typing back to the words; from anywhere else out of the set-up."""
        if self._step == "typing" and self._keys:
            self._passwords.forget()
            self._shown.show([ShownWordRow(n, word) for n, word in enumerate(self._keys.words.split(), start=1)])
            self._go("words")
        elif self._step != "proving":
            self.finished.emit()

    @Slot()
    def print(self) -> None:
        """Prints the recovery key."""
        printer = self.printer
        if self._foundry and self._keys and printer:
            foundry, recovery = self._foundry, self._keys.recovery
            self._note = ""
            self._background.run(
                lambda: foundry.print_recovery(recovery, printer), lambda outcome: self._printed(outcome, printer)
            )
            self._say("")

    def _printed(self, outcome: Future[None], printer: str) -> None:
        if self._step != "recovery":
            return
        try:
            outcome.result()
        except (Refused, OSError):
            self._say(self.tr("The printer did not take it. Write the key by hand, or try again."))
            return
        self._note = printer
        self._say("")

    def _typed_back(self) -> None:
        if self._keys is None:
            return
        if self._passwords.phrase != self._keys.words:
            self._passwords.forget()
            self._say(self.tr("These words are not the ones shown. Please look at your note again."))
            return
        self._picture, self._modules = draw(self._keys.recovery)
        self._go("recovery")

    def _prove(self) -> None:
        if not (self._foundry and self._keys):
            return
        foundry, keys, words = self._foundry, self._keys, self._passwords.phrase
        self._picture, self._modules = "", 0
        self._go("proving")
        self._background.run(lambda: foundry.found(keys, words), self._proved)

    def _proved(self, outcome: Future[None]) -> None:
        try:
            outcome.result()
        except (Refused, OSError) as refusal:
            self._clear()
            self._say(str(refusal))
            return
        self._keys = None
        self._passwords.forget()
        self._go("done")
        self.founded.emit()

    def tick(self) -> None:
        """Once a second: drops a set-up that was left alone."""
        quiet = self._stay.monotonic() - max(self._touched, self._stay.visit.touched)
        if self._step != "proving" and quiet > (QUIET if self._keys else DESERTED):
            self.finished.emit()

    def _go(self, step: str) -> None:
        self._step, self._problem, self._note = step, "", ""
        self.changed.emit()

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()
