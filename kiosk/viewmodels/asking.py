"""The questionnaire as the patient meets it: one question a page, the review, Send and the code."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path as File

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.checks import Fault, issues, node_faults, value_faults
from kiosk.domain.form import Code, Form
from kiosk.domain.record import Draft, Keeper, Kept, NotKept
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Absent, Answer
from kiosk.domain.view import View
from kiosk.domain.visit import Visit
from kiosk.viewmodels import entries, route
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.answer_rows import ReviewRow, review_rows
from kiosk.viewmodels.answering import Answering
from kiosk.viewmodels.background import Background
from kiosk.viewmodels.entries import Begun
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.stay import Stay

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

Compose = Callable[[View, Visit, str], Draft]
"""What the visible answers, the visit and its language become when they are sent."""


@QmlElement
@QmlUncreatable("made by the application")
class Asking(Answering):
    """The way from the first page to the code. A visit keeps the form it began with."""

    turned = Signal()
    sent = Signal()
    finished = Signal()

    def __init__(self, access: Access, stay: Stay, background: Background, pictures: File) -> None:
        super().__init__(access, stay, pictures)
        self._background = background
        self._form: Form | None = None
        self._keeper: Keeper | None = None
        self._compose: Compose | None = None
        self._review = Rows(ReviewRow, self)
        self.forget()
        access.languageChanged.connect(self.refresh)
        access.changed.connect(self.refresh)

    @Property(Rows, constant=True)
    def review(self) -> Rows:
        return self._review

    def furnish(self, form: Form | None, keeper: Keeper, compose: Compose, pictures: File | None = None) -> None:
        """Gives the form of the content in use, and where answers go. A visit under way keeps its form."""
        self._form, self._keeper, self._compose = form, keeper, compose
        self._pictures = pictures or self._pictures
        self.refresh()

    def forget(self) -> None:
        """Everything typed and chosen is gone."""
        self._begin_anew()
        self._errand: Path | None = None  # the instance that was opened from its list
        self._returning = False
        self._sending = False
        self._sent = object()
        self._failure = ""
        self._code = ""
        self.refresh()

    @property
    def has_form(self) -> bool:
        return self._form is not None

    @Property(bool, notify=turned)
    def open(self) -> bool:
        """Whether there is a questionnaire, keys to seal its answers to and room for them; who has begun may go on."""
        return bool(self._form and self._keeper and (self.holds_answers or self._keeper.ready))

    @Property(str, notify=turned)
    def name(self) -> str:
        return self._form.title.in_language(self._access.language) if self._form else ""

    @Property(int, notify=turned)
    def minutes(self) -> int:
        return self._form.minutes if self._form else 0

    @Property(bool, notify=turned)
    def sending(self) -> bool:
        return self._sending

    @Property(str, notify=turned)
    def failure(self) -> str:
        return self._failure

    @Property(str, notify=turned)
    def code(self) -> str:
        return self._code

    @Property(bool, notify=turned)
    def counts(self) -> bool:
        """Whether this page is a question; information and lists of instances are not."""
        return bool(self.item and self.item.asks)

    @Property(int, notify=turned)
    def number(self) -> int:
        """How many questions there are up to this page, itself included."""
        return route.asked(self._pages[: self._at + 1])

    @Property(int, notify=turned)
    def total(self) -> int:
        return route.asked(self._pages)

    @Property(bool, notify=turned)
    def returning(self) -> bool:
        """Whether the next step leads back to the review."""
        return self._returning and self._following() is None and not self.adding

    @Property(bool, notify=turned)
    def adding(self) -> bool:
        """Whether the next step puts what was typed on the list."""
        return self._lists() and self.begun.open and not self.begun.blank

    @Property(bool, notify=turned)
    def expandable(self) -> bool:
        """Whether one more entry fits on the list."""
        if self.node is None:
            return False
        many, count = self.node.item.limits.many, len(self.node.children) if self.node.gathers else self.chosen
        return many is None or count < many

    @Slot()
    def begin(self) -> None:
        """Takes up the questionnaire where it was left, else opens it at its first question."""
        self._stay.touch()
        if self._sheet is None and self._form is not None:
            self._sheet = Sheet(self._form)
        self._look()

    @Slot()
    def next(self) -> None:
        """To the next page when this answer can stand; past the last one the review follows."""
        self._stay.touch()
        fault = self._standing_fault()
        self._problem = (self.node.item, fault) if fault and self.node else None
        if self._problem is None and self.adding:
            self.showList()
        elif self._problem is None:
            self._go_on()
        else:
            self.refresh()

    def _go_on(self) -> None:
        at = self._following()
        if self.begun.open:
            self.showList()
        if at is None and not self._returning:
            self._returning = True
            at = self._following()
        if at is None:
            self.finished.emit()
            self.refresh()
        else:
            self._turn(at)

    def _following(self) -> int | None:
        """The page after this one. From an instance that was opened from its list the way leads back to that list, and
        from the review over what has never been shown back to the review; None for the review itself."""
        inside = self._inside()
        if self._at in inside:
            return next((at for at in inside if at > self._at), self._gathering())
        if self._returning:
            return next((at for at, node in enumerate(self._pages) if node.path not in self._met), None)
        return self._at + 1 if self._at + 1 < len(self._pages) else None

    def back(self) -> bool:
        """To the page before; False when this is the first one."""
        if self.begun.open and (not self._lists() or self.begun.kept):
            self._close()
            return True
        before = self._gathering() if self._at in self._inside()[:1] else self._at - 1
        if before is None or before < 0:
            return False
        self._turn(before)
        return True

    def _close(self) -> None:
        """Leaves a field without what cannot stand there."""
        value = self._made()
        if self._sheet and self.node and value is not None and next(value_faults(self.node.item, value), None):
            self._sheet = self._sheet.put(self.node.path, self.begun.kept)
        self._keep(Begun())
        self._look()

    def _inside(self) -> list[int]:
        """The pages of the instance that was opened from its list."""
        return route.within(self._view, self._pages, self._errand) if self._errand and self._view else []

    def _gathering(self) -> int | None:
        """The page of that list."""
        return route.place(self._pages, Path(self._errand.id, self._errand.at[:-1])) if self._errand else None

    @Slot(str)
    def change(self, key: str) -> None:
        """From the review to one page; Next then leads back."""
        self._errand = None
        places = (place for place, node in enumerate(self._pages) if self._name_of(node.path) == key)
        self._turn(next(places, self._at))

    @Slot()
    def add(self) -> None:
        """One more entry: an empty field, or a new instance at its first page."""
        if self._sheet is None or self.node is None or not self.expandable:
            return
        if self.node.gathers:
            path = self.node.path
            self._put(self._sheet.add(path))
            self._open(Path(path.id, (*path.at, self._sheet.ordinals(path)[-1])))
        elif self._lists():
            self._keep(Begun(open=True, kept=self._values()))
            self._look()

    @Slot(str)
    def edit(self, key: str) -> None:
        """To the first page of one instance."""
        if self.node and self.node.gathers:
            self._open(self.node.children[int(key) - 1].path)

    @Slot(str)
    def remove(self, key: str) -> None:
        """Without one entry: an answer of a list, or an instance with all that was answered in it."""
        if self._sheet is None or self.node is None:
            return
        path, place = self.node.path, int(key)
        if self.node.gathers:
            gone = self.node.children[place - 1].path.at
            self._begun = {at: begun for at, begun in self._begun.items() if at.at[: len(gone)] != gone}
            self._put(self._sheet.remove(path, int(str(gone[-1]))))
        else:
            values = self._values()
            self._put(self._sheet.put(path, (*values[:place], *values[place + 1 :])))

    def _open(self, instance: Path) -> None:
        inside = route.within(self._view, self._pages, instance) if self._view else []
        if inside:
            self._errand = instance
            self._turn(inside[0])

    def rehearse(self, sheet: Sheet, path: Path | None = None) -> None:
        """Opens a page as it is with these answers, which nobody gave: for pictures of what patients will see."""
        self._begin_anew()
        self._errand, self._returning = None, False
        self._sheet = sheet
        self._look()
        at = route.place(self._pages, path) if path else None
        self._turn(at or 0)

    def problem_page(self) -> bool:
        """Opens the first page that stands against sending; False when none does. What no page can mend does not."""
        for issue in issues(self._view) if self._view else ():
            at = route.mends(issue, self._view, self._pages) if self._view else None
            if at is not None:
                self._errand = None
                self._turn(at)
                self._problem = (issue.item, issue.fault)
                self.refresh()
                return True
        return False

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
        self.refresh()

    def _kept(self, outcome: Future[Kept]) -> None:
        self._sending = False
        try:
            code = outcome.result().code
        except NotKept as refusal:
            self._failure = refusal.reason.value
            self.refresh()
            return
        self.forget()
        self._code = code
        self.refresh()
        self.sent.emit()

    def _turn(self, at: int) -> None:
        self._at, self._why, self._problem = at, False, None
        self._look()
        if self._at not in self._inside():
            self._errand = None

    def _lists(self) -> bool:
        return bool(self.item and entries.is_list(self.item))

    def _in_the_future(self, answer: Answer) -> bool:
        today = self._stay.now().date()
        return not isinstance(answer, Absent) and any(type(day) is date and day > today for day in answer)

    def _standing_fault(self) -> Fault | None:
        """What stands against leaving this page."""
        if self.node is None:
            return None
        made = self._made() if self.types else None
        if self.types and made is None and not self.begun.blank:
            return Fault.WRONG_TYPE
        if self.adding and made is not None:
            return next(value_faults(self.node.item, made), None)
        if self.node.item.code is Code.BIRTH_DATE and self._in_the_future(self.node.answer):
            return Fault.WRONG_TYPE
        return next(iter(node_faults(self.node)), None)

    def refresh(self) -> None:
        """Shows what is the case now."""
        super().refresh()
        self._review.show(
            review_rows(self._view, self._sheet, self._name_of, self._access.locale, self._access.language)
        )
        self.turned.emit()
