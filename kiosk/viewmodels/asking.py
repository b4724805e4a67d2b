"""The questionnaire as the patient meets it: one question a page, the review, Send and the code."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.form import Absent, Answer, Code, Form, Item, Signature, Type, Value
from kiosk.domain.record import Draft, Keeper, Kept, NotKept
from kiosk.domain.sheet import Fault, Node, Sheet, View, faults, issues, visible
from kiosk.domain.visit import Visit
from kiosk.viewmodels import entry, phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.answer_rows import (
    YES,
    OptionRow,
    PartRow,
    ReviewRow,
    option_rows,
    other_rows,
    part_rows,
    problem_words,
    review_rows,
)
from kiosk.viewmodels.background import Background
from kiosk.viewmodels.face import AreaRow, FaceMap, area_rows, face_addresses, read_face
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.stay import Stay

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

Compose = Callable[[View, Visit, str], Draft]
"""What the visible answers, the visit and its language become when they are sent."""


@QmlElement
@QmlUncreatable("made by the application")
class Asking(QObject):
    """The sheet of the moment and the page it is at. Nothing here outlives the visit."""

    changed = Signal()
    sent = Signal()
    finished = Signal()

    def __init__(self, access: Access, stay: Stay, background: Background, pictures: Path) -> None:
        super().__init__()
        self._access = access
        self._stay = stay
        self._background = background
        self._pictures = pictures
        self._form: Form | None = None
        self._keeper: Keeper | None = None
        self._compose: Compose | None = None
        self._options = Rows(OptionRow, self)
        self._others = Rows(OptionRow, self)
        self._areas = Rows(AreaRow, self)
        self._parts = Rows(PartRow, self)
        self._review = Rows(ReviewRow, self)
        self.forget()
        access.languageChanged.connect(self.refresh)
        access.changed.connect(self.refresh)

    @Property(Rows, constant=True)
    def options(self) -> Rows:
        return self._options

    @Property(Rows, constant=True)
    def others(self) -> Rows:
        return self._others

    @Property(Rows, constant=True)
    def areas(self) -> Rows:
        return self._areas

    @Property(Rows, constant=True)
    def parts(self) -> Rows:
        return self._parts

    @Property(Rows, constant=True)
    def review(self) -> Rows:
        return self._review

    def furnish(self, form: Form | None, keeper: Keeper, compose: Compose) -> None:
        """Gives the form of the content in use, and where answers go. A visit under way keeps its form."""
        self._form, self._keeper, self._compose = form, keeper, compose
        self.refresh()

    def forget(self) -> None:
        """Everything typed and chosen is gone."""
        self._sheet: Sheet | None = None
        self._view: View | None = None
        self._pages: tuple[Node, ...] = ()  # of the view, read by every property
        self._at = 0
        self._typed: dict[str, str] = {}
        self._dates: dict[str, entry.DateEntry] = {}
        self._why = False
        self._returning = False
        self._problem: Fault | None = None
        self._sending = False
        self._sent = object()
        self._failure = ""
        self._code = ""
        self.refresh()

    @property
    def holds_answers(self) -> bool:
        typed = any(self._typed.values()) or any(not day.empty for day in self._dates.values())
        return bool(self._sheet and (self._sheet.answers or typed))

    @property
    def has_form(self) -> bool:
        return self._form is not None

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether there is a questionnaire and keys to seal its answers to."""
        return bool(self._form and self._keeper and self._keeper.ready)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._form.title.in_language(self._access.language) if self._form else ""

    @Property(int, notify=changed)
    def minutes(self) -> int:
        return self._form.minutes if self._form else 0

    @Property(bool, notify=changed)
    def sending(self) -> bool:
        return self._sending

    @Property(str, notify=changed)
    def failure(self) -> str:
        return self._failure

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._code

    @Property(bool, notify=changed)
    def why(self) -> bool:
        return self._why

    @Property(int, notify=changed)
    def number(self) -> int:
        return self._at + 1

    @Property(int, notify=changed)
    def total(self) -> int:
        return len(self._pages)

    @property
    def node(self) -> Node | None:
        pages = self._pages
        return pages[min(self._at, len(pages) - 1)] if pages else None

    @property
    def item(self) -> Item | None:
        return self.node.item if self.node else None

    @Property(str, notify=changed)
    def kind(self) -> str:
        """Which page this question needs."""
        item = self.item
        if item is None:
            return ""
        if item.image_map:
            return "map"
        if item.signature:
            return "signature"
        if item.type is Type.CHOICE:
            return "several" if item.repeats else "choice"
        return "choice" if item.type is Type.BOOLEAN else item.type.value

    @Property(str, notify=changed)
    def key(self) -> str:
        return self.item.id if self.item else ""

    @Property(str, notify=changed)
    def text(self) -> str:
        return self.item.text.in_language(self._access.language) if self.item else ""

    @Property(str, notify=changed)
    def help(self) -> str:
        return self.item.help.in_language(self._access.language) if self.item else ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        """The text of "Why we ask", empty when there is none."""
        return self.item.why.in_language(self._access.language) if self.item else ""

    @Property(bool, notify=changed)
    def required(self) -> bool:
        return bool(self.item and self.item.required)

    @Property(str, notify=changed)
    def problem(self) -> str:
        return problem_words(self._problem, self.item, self._access.locale) if self._problem and self.item else ""

    @Property(str, notify=changed)
    def typed(self) -> str:
        return entry.shown(self.item, self._typed.get(self.key, ""), self.point) if self.item else ""

    @Property(int, notify=changed)
    def longest(self) -> int:
        return entry.longest(self.item) if self.item else 0

    @Property(str, notify=changed)
    def point(self) -> str:
        return self._access.locale.decimalPoint()

    @Property(str, notify=changed)
    def unit(self) -> str:
        return self.item.unit.in_language(self._access.language) if self.item else ""

    @Property(str, notify=changed)
    def summary(self) -> str:
        """The answer so far in words."""
        return self._words(self.node) if self.node else ""

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """How many answers are chosen."""
        answer = self._answer()
        return 0 if isinstance(answer, Absent) else len(answer)

    @Property(str, notify=changed)
    def dateWords(self) -> str:
        """The date so far: an example, what is typed, the date in words, or that there is no such date."""
        if self.item is None or self.item.type is not Type.DATE:
            return ""
        typed, example = self._entry(), {"M": "4", "d": "27", "y": "1985"}
        if self.summary and self.chosen:
            return self.summary
        if typed.complete:
            return problem_words(Fault.WRONG_TYPE, self.item, self._access.locale)
        say = (
            QCoreApplication.translate("Asking", "For example: %1")
            if typed.empty
            else QCoreApplication.translate("Asking", "So far: %1")
        )
        parts = [example[part] if typed.empty else typed.part(part) or "…" for part in typed.order]
        return say.replace("%1", " / ".join(parts))

    @property
    def face(self) -> FaceMap | None:
        return read_face(self._pictures / self.item.image_map) if self.item and self.item.image_map else None

    @Property(str, notify=changed)
    def below(self) -> str:
        """What lies below the areas of an image map, as a picture's address."""
        return face_addresses(self.face, self._access.contrast)[0] if self.face else ""

    @Property(str, notify=changed)
    def above(self) -> str:
        return face_addresses(self.face, self._access.contrast)[1] if self.face else ""

    @Property(QRectF, notify=changed)
    def box(self) -> QRectF:
        """The image map's own coordinates."""
        return QRectF(*self.face.box) if self.face else QRectF()

    @Property(str, notify=changed)
    def strokes(self) -> str:
        """The finger's signature as SVG path data."""
        answer = self._answer()
        return (
            answer[0].strokes if answer and not isinstance(answer, Absent) and isinstance(answer[0], Signature) else ""
        )

    @Property(bool, notify=changed)
    def returning(self) -> bool:
        """Whether the next step leads back to the review."""
        return self._returning

    @Slot()
    def begin(self) -> None:
        """Takes up the questionnaire where it was left, else opens it at its first question."""
        self._stay.touch()
        if self._sheet is None and self._form is not None:
            self._sheet = Sheet(self._form)
        self._look()

    @Slot(str)
    def choose(self, key: str) -> None:
        """A tap on an answer: chooses it, or takes it back."""
        if self._sheet is None or self.item is None:
            return
        value: Value | None = key == YES
        if self.item.type is Type.CHOICE:
            value = next((option.value for option in self.item.options if option.value.code == key), None)
        if value is not None:
            self._put(self._sheet.toggle(self.item.id, value))

    @Slot()
    def chooseUnsure(self) -> None:
        self._choose_absent(Absent.UNSURE)

    @Slot()
    def chooseRoom(self) -> None:
        self._choose_absent(Absent.IN_THE_ROOM)

    def _choose_absent(self, reason: Absent) -> None:
        if self._sheet is None or self.item is None:
            return
        again = self._answer() is reason
        self._typed.pop(self.key, None)
        self._dates.pop(self.key, None)
        self._put(self._sheet.put(self.item.id, () if again else reason))

    @Slot(str)
    def type(self, letters: str) -> None:
        """Letters or digits from the keyboard or the number pad."""
        if self.item is None:
            return
        if self.item.type is Type.DATE:
            self._date(self._entry().type(letters))
        else:
            self._text(entry.typed(self.item, self._typed.get(self.key, ""), letters, self.point))

    @Slot()
    def erase(self) -> None:
        if self.item and self.item.type is Type.DATE:
            self._date(self._entry().erase())
        else:
            self._text(self._typed.get(self.key, "")[:-1])

    @Slot()
    def clear(self) -> None:
        """Empties the field."""
        if self.item and self.item.type is Type.DATE:
            self._date(entry.DateEntry(self._order()))
        else:
            self._text("")

    @Slot(str)
    def goTo(self, letter: str) -> None:
        """A tap on a part of the date."""
        self._date(self._entry().mend(letter))

    @Slot(str)
    def sign(self, strokes: str) -> None:
        """The finger has drawn; all strokes so far as SVG path data in a 1000 x 400 box."""
        if self._sheet and self.item:
            self._typed.pop(self.key, None)
            self._put(self._sheet.put(self.item.id, (Signature(strokes=strokes),) if strokes else ()))

    @Slot()
    def askWhy(self) -> None:
        self._why = not self._why
        self._stay.touch()
        self.changed.emit()

    @Slot()
    def next(self) -> None:
        """To the next question when this answer can stand; past the last one the review follows."""
        self._stay.touch()
        self._problem = self._standing_problem()
        if self._problem is None:
            last = self._at + 1 >= self.total
            if self._returning or last:
                self._returning = True
                self.finished.emit()
            else:
                self._turn(self._at + 1)
                return
        self.refresh()

    def back(self) -> bool:
        """To the question before; False when this is the first one."""
        if self._at == 0:
            return False
        self._turn(self._at - 1)
        return True

    @Slot(str)
    def change(self, key: str) -> None:
        """From the review to one question; Next then leads back."""
        pages = self._pages
        self._turn(next((place for place, node in enumerate(pages) if node.item.id == key), self._at))

    def problem_page(self) -> bool:
        """Opens the first question that stands against sending; False when none does."""
        found = issues(self._view) if self._view else ()
        if found:
            self.change(found[0].item.id)
            self._problem = found[0].fault
            self.refresh()
        return bool(found)

    def send(self) -> None:
        """Hands the answers over to be sealed and kept; they stay on the screen until that is done."""
        if self._sending or not (self._view and self._keeper and self._compose):
            return
        self._sending, self._failure, sent = True, "", self._sent
        keeper, draft = self._keeper, self._compose(self._view, self._stay.visit, self._access.language)
        # Of a visit that was ended in the meantime the next visitor hears nothing.
        self._background.run(
            lambda: keeper.keep(draft), lambda outcome: self._kept(outcome) if sent is self._sent else None
        )
        self.changed.emit()

    def _kept(self, outcome: Future[Kept]) -> None:
        self._sending = False
        try:
            code = outcome.result().code
        except NotKept as refusal:
            self._failure = refusal.reason.value
            self.changed.emit()
            return
        self.forget()
        self._code = code
        self.changed.emit()
        self.sent.emit()

    def _put(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._problem = None
        self._look()

    def _look(self) -> None:
        self._stay.touch()
        self._view = visible(self._sheet) if self._sheet else None
        self._pages = self._view.pages if self._view else ()
        self.refresh()

    def _turn(self, at: int) -> None:
        self._at, self._why, self._problem = at, False, None
        self._look()

    def _answer(self) -> Answer:
        return self.node.answer if self.node else ()

    def _words(self, node: Node) -> str:
        return phrases.answer_words(node.item, node.answer, self._access.locale, self._access.language)

    def _text(self, text: str) -> None:
        if self._sheet is None or self.item is None:
            return
        self._typed[self.key] = text
        value = entry.value(self.item, text)
        if self.item.signature and value is not None:
            value = Signature(typed=text.strip())
        self._put(self._sheet.put(self.item.id, () if value is None else (value,)))

    def _order(self) -> str:
        return entry.order_of(self._access.locale.dateFormat(QLocale.FormatType.ShortFormat))

    def _entry(self) -> entry.DateEntry:
        return self._dates.get(self.key, entry.DateEntry(self._order())).reorder(self._order())

    def _date(self, typed: entry.DateEntry) -> None:
        if self._sheet is None or self.item is None:
            return
        self._dates[self.key] = typed
        self._put(self._sheet.put(self.item.id, (typed.day,) if typed.day else ()))

    def _in_the_future(self, answer: Answer) -> bool:
        today = self._stay.now().date()
        return not isinstance(answer, Absent) and any(isinstance(day, date) and day > today for day in answer)

    def _standing_problem(self) -> Fault | None:
        if self.node is None:
            return None
        if not self.node.answered and (self.typed.strip() or not self._entry().empty):
            return Fault.WRONG_TYPE
        if self.node.item.code is Code.BIRTH_DATE and self._in_the_future(self.node.answer):
            return Fault.WRONG_TYPE
        return next(iter(faults(self.node.item, self.node.answer)), None) if self.node.item.asks else None

    @Slot()
    def refresh(self) -> None:
        """Shows what is the case now."""
        if self.node:
            self._options.show(option_rows(self.node, self._access.language))
            self._others.show(other_rows(self.node))
            self._areas.show(area_rows(self.node, self.face, self._access.language))
            self._parts.show(part_rows(self._entry()) if self.node.item.type is Type.DATE else ())
            self._review.show(review_rows(self._view, self._access.locale, self._access.language))
        else:
            for rows in (self._options, self._others, self._areas, self._parts, self._review):
                rows.show(())
        self.changed.emit()
