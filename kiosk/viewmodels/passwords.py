"""A passphrase of words as it is typed: the words done, the letters of the one under way, how it may go on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.viewmodels.rows import Rows

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

WORDS = 5
"""Five words of the EFF large list: 64.6 bits."""
LETTERS = 3
"""From so many letters on words are completed."""
SHOWN = 6


@dataclass(frozen=True)
class WordRow:
    number: int
    done: bool


@dataclass(frozen=True)
class CompletionRow:
    title: str


@QmlElement
@QmlUncreatable("made by the application")
class Passwords(QObject):
    """The words of a passphrase; ``completed`` when the last one is there."""

    changed = Signal()
    completed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._done: list[str] = []
        self._letters = ""
        self._masked = False
        self._slots = Rows(WordRow, self)
        self._completions = Rows(CompletionRow, self)
        self._show()

    @Property(Rows, constant=True)
    def slots(self) -> Rows:
        return self._slots

    @Property(Rows, constant=True)
    def completions(self) -> Rows:
        return self._completions

    def furnish(self, words: tuple[str, ...]) -> None:
        self._known = words

    def forget(self) -> None:
        self._done, self._letters, self._masked = [], "", False
        self._show()

    @property
    def phrase(self) -> str:
        return " ".join(self._done)

    @Property(str, notify=changed)
    def letters(self) -> str:
        return self._letters

    @Property(str, notify=changed)
    def seen(self) -> str:
        """The letters as they may be seen: on a real keyboard nobody looks at the screen to find them."""
        return "\N{BULLET}" * len(self._letters) if self._masked else self._letters

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which word is being typed, from 1."""
        return min(len(self._done) + 1, WORDS)

    @Slot(str)
    def type(self, letter: str) -> None:
        """A letter; a space takes the word as it stands, or the only one it fits, a digit the one at that place."""
        self._masked = False
        if letter.isdecimal():
            self.take("".join(self._fitting()[:SHOWN][int(letter) - 1 : int(letter)]) if letter != "0" else "")
        elif letter == " ":
            fitting = self._fitting()
            self.take(fitting[0] if len(fitting) == 1 else self._letters)
        elif len(self._done) < WORDS:
            self._letters = (self._letters + letter.lower())[:20]
            self._show()

    def strike(self, letter: str) -> None:
        """A letter from a real keyboard."""
        self.type(letter)
        self._masked = True
        self.changed.emit()

    @Slot(str)
    def take(self, word: str) -> None:
        """The word under way is this one."""
        if not word or len(self._done) >= WORDS:
            return
        self._done.append(word)
        self._letters = ""
        self._show()
        if len(self._done) == WORDS:
            self.completed.emit()

    @Slot()
    def erase(self) -> None:
        """The last letter, or the whole last word: what was hidden cannot be mended by the letter."""
        if self._letters:
            self._letters = self._letters[:-1]
        elif self._done:
            self._done.pop()
        self._show()

    @Slot()
    def clear(self) -> None:
        self.forget()

    def _show(self) -> None:
        self._slots.show([WordRow(n + 1, n < len(self._done)) for n in range(WORDS)])
        self._completions.show([CompletionRow(word) for word in self._fitting()[:SHOWN]])
        self.changed.emit()

    def _fitting(self) -> list[str]:
        """The words that begin as typed; a hyphen need not be typed."""
        start = self._letters.replace("-", "")
        return (
            [word for word in self._known if word.replace("-", "").startswith(start)] if len(start) >= LETTERS else []
        )
