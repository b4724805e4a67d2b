"""What a patient does on the page of a question: every touch that gives, changes or takes back an answer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.form import Type
from kiosk.domain.sheet import Sheet
from kiosk.domain.values import Absent, Signature, Value
from kiosk.domain.view import visible
from kiosk.viewmodels import answer_rows, entries, entry, route
from kiosk.viewmodels.answer_page import AnswerPage
from kiosk.viewmodels.answer_rows import OTHER, YES
from kiosk.viewmodels.entries import Begun

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Answering(AnswerPage):
    """The open page with its touches. Each of them puts the answer they make into the sheet."""

    @Slot(str)
    def choose(self, key: str) -> None:
        """A tap on an answer: chooses it, or takes it back."""
        if self._sheet is None or self.node is None or self.item is None:
            return
        if key == OTHER and self.item.type is Type.OPEN_CHOICE:
            self._choose_other()
            return
        option = answer_rows.keyed(self.item).get(key)
        value: Value | None = option.value if option else None
        if self.item.type is Type.BOOLEAN:
            value = key == YES
        if value is not None:
            self._put(self._sheet.toggle(self.node.path, value))

    def _choose_other(self) -> None:
        """Opens the field of "Something else", or takes back what was written there; its text waits in the field."""
        if self._sheet is None or self.node is None:
            return
        kept = tuple(value for value in self._values() if self.node.item.option(value) is not None)
        if answer_rows.own_words(self.node):
            self._put(self._sheet.put(self.node.path, kept))
        else:
            self._write(replace(self.begun, open=True, kept=kept))

    @Slot()
    def showList(self) -> None:
        """From the field of "Something else" back to the answers."""
        self._keep(replace(self.begun, open=False, kept=()))
        self.refresh()

    @Slot()
    def chooseUnsure(self) -> None:
        self._choose_absent(Absent.UNSURE)

    @Slot()
    def chooseRoom(self) -> None:
        self._choose_absent(Absent.IN_THE_ROOM)

    def _choose_absent(self, reason: Absent) -> None:
        if self._sheet is None or self.node is None:
            return
        again = self._answer() is reason
        self._begun.pop(self.node.path, None)
        self._put(self._sheet.put(self.node.path, () if again else reason))

    @Slot(str)
    def chooseUnit(self, key: str) -> None:
        self._write(replace(self.begun, unit=int(key)))

    @Slot(str)
    def chooseHalf(self, half: str) -> None:
        """A tap on one of the halves of the day."""
        self._write(replace(self.begun, moment=self._moment().half(half)))

    @Slot(str)
    def type(self, letters: str) -> None:
        """Letters or digits from the keyboard or the number pad."""
        begun = self.begun
        if self.item is None or not (self.types or self.kind == "search"):
            return
        if self.kind == "search":
            self._seek((begun.search + letters)[:40])
        elif self._is_moment():
            self._write(replace(begun, moment=self._moment().type(letters)))
        else:
            self._write(replace(begun, text=entry.typed(self.item, begun.text, letters, self.point)))

    @Slot()
    def erase(self) -> None:
        if self.kind == "search":
            self._seek(self.begun.search[:-1])
        elif self._is_moment():
            self._write(replace(self.begun, moment=self._moment().erase()))
        else:
            self._write(replace(self.begun, text=self.begun.text[:-1]))

    @Slot()
    def clear(self) -> None:
        """Empties the field."""
        if self.kind == "search":
            self._seek("")
        elif self._is_moment():
            self._write(replace(self.begun, moment=entry.Moment(self._order())))
        else:
            self._write(replace(self.begun, text=""))

    def _seek(self, search: str) -> None:
        self._keep(replace(self.begun, search=search))
        self._stay.touch()
        self.refresh()

    @Slot(str)
    def goTo(self, letter: str) -> None:
        """A tap on a part of the date."""
        self._write(replace(self.begun, moment=self._moment().mend(letter)))

    @Slot(str)
    def sign(self, strokes: str) -> None:
        """The finger has drawn; all strokes so far as SVG path data in a 1000 x 400 box."""
        if self._sheet and self.node:
            self._begun.pop(self.node.path, None)
            self._put(self._sheet.put(self.node.path, (Signature(strokes=strokes),) if strokes else ()))

    @Slot(float)
    def slide(self, ratio: float) -> None:
        """The finger is on the slider's track, at that part of its length."""
        if self.scale:
            self._stop(self.scale.nearest(ratio))

    @Slot(int)
    def nudge(self, by: int) -> None:
        """So many steps on; the first one leads to the beginning."""
        if self.scale:
            values = self._values()
            self._stop(self.scale.place(values[0]) + by if values else 0)

    def _stop(self, place: int) -> None:
        if self._sheet and self.node and self.scale:
            self._put(self._sheet.put(self.node.path, (self.scale.value(place),)))

    @Slot()
    def takeBack(self) -> None:
        """The question has no answer any more."""
        if self._sheet and self.node:
            self._put(self._sheet.clear(self.node.path))

    @Slot()
    def takeSuggestion(self) -> None:
        """The patient agrees to what is suggested; only now it is an answer."""
        values = self._suggested()
        if self._sheet and self.node and values:
            self._keep(entries.begun_with(self.node.item, values[0], self._order()))
            self._put(self._sheet.put(self.node.path, values))

    @Slot()
    def askWhy(self) -> None:
        self._why = not self._why
        self._stay.touch()
        self.changed.emit()

    def _keep(self, begun: Begun) -> None:
        if self.node:
            self._begun[self.node.path] = begun

    def _write(self, begun: Begun) -> None:
        """What stands in the fields from now on, and the answer it makes."""
        if self._sheet is None or self.node is None:
            return
        item = self.node.item
        if entries.is_list(item) and not begun.open:
            begun = replace(begun, open=True, kept=self._values())
        self._keep(begun)
        value = entries.made(item, begun, self._stay.now().tzinfo)
        self._put(self._sheet.put(self.node.path, entries.together(item, begun, value)))

    def _put(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._problem = None
        self._look()

    def _look(self) -> None:
        """Works out anew what is visible; the page stays the same as long as it is there."""
        self._stay.touch()
        here = self.node.path if self.node else None
        self._view = visible(self._sheet) if self._sheet else None
        self._pages = self._view.pages if self._view else ()
        found = route.place(self._pages, here) if here else None
        self._at = self._at if found is None else found
        if self.node:
            self._met.add(self.node.path)
        self.refresh()
