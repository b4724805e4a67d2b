"""The page of the questionnaire that is open: its words, the answers it offers and what stands in its fields."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as File

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.checks import Fault
from kiosk.domain.form import Item
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Answer, Signature, Value
from kiosk.domain.view import Node, View
from kiosk.viewmodels import answer_rows, entries, entry, finding, phrases, route
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.answer_rows import EntryRow, OptionRow, PartRow
from kiosk.viewmodels.entries import Begun
from kiosk.viewmodels.face import AreaRow, FaceMap, area_rows, face_addresses, read_face
from kiosk.viewmodels.kinds import TYPED, kind_of
from kiosk.viewmodels.problems import problem_words
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.sliding import Scale, scale_of
from kiosk.viewmodels.stay import Stay

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class AnswerPage(QObject):
    """The sheet of the moment and the page it is at. Nothing here outlives the visit."""

    changed = Signal()

    def __init__(self, access: Access, stay: Stay, pictures: File) -> None:
        super().__init__()
        self._access = access
        self._stay = stay
        self._pictures = pictures
        self._options = Rows(OptionRow, self)
        self._others = Rows(OptionRow, self)
        self._areas = Rows(AreaRow, self)
        self._parts = Rows(PartRow, self)
        self._halves = Rows(OptionRow, self)
        self._units = Rows(OptionRow, self)
        self._entries = Rows(EntryRow, self)
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._sheet: Sheet | None = None
        self._view: View | None = None
        self._pages: tuple[Node, ...] = ()  # of the view, read by every property
        self._at = 0
        self._met: set[Path] = set()  # pages that were shown
        self._begun: dict[Path, Begun] = {}
        self._names: dict[Path, str] = {}
        self._why = False
        self._problem: tuple[Item, Fault] | None = None

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
    def halves(self) -> Rows:
        """The halves of the day, before noon and after."""
        return self._halves

    @Property(Rows, constant=True)
    def units(self) -> Rows:
        return self._units

    @Property(Rows, constant=True)
    def entries(self) -> Rows:
        """The answers of a list so far, or the instances of a group."""
        return self._entries

    @property
    def holds_answers(self) -> bool:
        return bool(self._sheet and (self._sheet.answers or not all(one.empty for one in self._begun.values())))

    @property
    def node(self) -> Node | None:
        pages = self._pages
        return pages[min(self._at, len(pages) - 1)] if pages else None

    @property
    def item(self) -> Item | None:
        return self.node.item if self.node else None

    @property
    def begun(self) -> Begun:
        """What stands in this page's fields."""
        return self._begun.get(self.node.path, Begun()) if self.node else Begun()

    @Property(str, notify=changed)
    def kind(self) -> str:
        """Which page this question needs."""
        return kind_of(self.node, self.begun) if self.node else ""

    @Property(bool, notify=changed)
    def types(self) -> bool:
        """Whether something is typed on this page."""
        return self.kind in TYPED

    @Property(str, notify=changed)
    def key(self) -> str:
        """This page's name, the same as long as the visit lasts."""
        return self._name_of(self.node.path) if self.node else ""

    def _name_of(self, path: Path) -> str:
        """A linkId, with a number of its own for each repetition, which tells nothing about an answer in it."""
        if path.at and path not in self._names:
            self._names[path] = f"{path.id}#{len(self._names) + 1}"
        return self._names.get(path, path.id)

    @Property(str, notify=changed)
    def text(self) -> str:
        if self.item is None:
            return ""
        return f"{self.item.prefix} {self.item.text.in_language(self._access.language)}".strip()

    @Property(str, notify=changed)
    def help(self) -> str:
        return self.item.help.in_language(self._access.language) if self.item else ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        """The text of "Why we ask", empty when there is none."""
        return self.item.why.in_language(self._access.language) if self.item else ""

    @Property(bool, notify=changed)
    def ways(self) -> bool:
        """Whether there is more on a typed page than its field: a reason, a suggestion, answers to choose."""
        absent = bool(self.item and (self.item.unsure or self.item.in_the_room))
        return absent or bool(self.reason or self.suggestion or self.listed) or self.kind == "free"

    @Property(bool, notify=changed)
    def why(self) -> bool:
        return self._why

    @Property(str, notify=changed)
    def standing(self) -> str:
        """Which repetition this page stands in, e.g. ``Medicine 2``."""
        if self.node is None or self._sheet is None:
            return ""
        return route.standing(self.node.path, self._sheet, self._access.locale, self._access.language)

    @Property(bool, notify=changed)
    def several(self) -> bool:
        """Whether more than one answer may be chosen."""
        return bool(self.item and self.item.repeats)

    @Property(bool, notify=changed)
    def required(self) -> bool:
        return bool(self.item and self.item.required)

    @Property(str, notify=changed)
    def problem(self) -> str:
        if self._problem is None:
            return ""
        item, fault = self._problem
        return problem_words(fault, item, self._access.locale, self._access.language)

    @Property(str, notify=changed)
    def typed(self) -> str:
        return entry.shown(self.item, self.begun.text, self.point) if self.item else ""

    @Property(str, notify=changed)
    def label(self) -> str:
        """What the field is called: the question, or "Something else"."""
        if self.item and self.kind == "free":
            return answer_rows.other_name(self.item, self._access.language)
        return self.text

    @Property(str, notify=changed)
    def pattern(self) -> str:
        """How the form wants it written, e.g. ``555-0100``."""
        return self.item.format.in_language(self._access.language) if self.item else ""

    @Property(int, notify=changed)
    def longest(self) -> int:
        return entry.longest(self.item) if self.item else 0

    @Property(str, notify=changed)
    def point(self) -> str:
        return self._access.locale.decimalPoint()

    @Property(bool, notify=changed)
    def places(self) -> bool:
        """Whether the number may have decimal places."""
        return self.kind in ("decimal", "quantity") and bool(self.item and self.item.limits.places != 0)

    @Property(bool, notify=changed)
    def negative(self) -> bool:
        """Whether the number may be below nought."""
        return bool(self.item and entry.negative(self.item))

    @Property(str, notify=changed)
    def unit(self) -> str:
        """The one unit the number stands in; empty when one is to be chosen."""
        if self.item is None or len(self.item.units) > 1:
            return ""
        own = self.item.units[0].display or self.item.units[0].code if self.item.units else ""
        return own or self.item.unit.in_language(self._access.language)

    @Property(str, notify=changed)
    def summary(self) -> str:
        """The answer so far in words."""
        return self._words(self.node) if self.node else ""

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """How many answers are chosen."""
        return len(self._values())

    @Property(str, notify=changed)
    def listed(self) -> str:
        """The entries beside the one that is being typed, in words."""
        if self.item is None or not self.begun.open:
            return ""
        return phrases.answer_words(self.item, self.begun.kept, self._access.locale, self._access.language)

    @Property(str, notify=changed)
    def dateWords(self) -> str:
        """The date so far: an example, what is typed, the date in words, or that there is no such date."""
        if self.item is None or self.item.type not in entry.MOMENTS:
            return ""
        typed, example = self._moment(), {"M": "4", "d": "27", "y": "1985", "h": "9", "m": "30"}
        if self._made() is not None:
            return phrases.value_words(self.item, self._made() or "", self._access.locale, self._access.language)
        if typed.complete:
            return problem_words(Fault.WRONG_TYPE, self.item, self._access.locale)
        say = (
            QCoreApplication.translate("Asking", "For example: %1")
            if typed.empty
            else QCoreApplication.translate("Asking", "So far: %1")
        )
        shown = {letter: example[letter] if typed.empty else typed.part(letter) or "…" for letter in example}
        day = " / ".join(shown[letter] for letter in typed.order if letter in entry.DAY)
        clock = ":".join(shown[letter] for letter in typed.order if letter in "hm")
        return say.replace("%1", phrases.listed((day, clock), self._access.locale))

    @Property(str, notify=changed)
    def suggestion(self) -> str:
        """What the form suggests as an answer, in words; empty when it does not, or something is answered (S19)."""
        suggested = self._suggested()
        if self.item is None or self.node is None or self.node.answered or not self.begun.blank:
            return ""
        return phrases.answer_words(self.item, suggested, self._access.locale, self._access.language)

    @Property(str, notify=changed)
    def search(self) -> str:
        return self.begun.search

    @Property(int, notify=changed)
    def found(self) -> int:
        """How many answers match the search."""
        language = self._access.language
        return len(finding.found(self.item.options, self.begun.search, language)) if self.item else 0

    @Property(bool, notify=changed)
    def cut(self) -> bool:
        """Whether more answers match the search than are on the page."""
        return self.found > finding.SHOWN

    @property
    def scale(self) -> Scale | None:
        return scale_of(self.item) if self.item else None

    @Property(float, notify=changed)
    def ratio(self) -> float:
        """Where the slider stands, from 0.0 to 1.0; -1.0 before it was touched."""
        values = self._values()
        return self.scale.ratio(values[0]) if self.scale and values else -1.0

    @Property(int, notify=changed)
    def steps(self) -> int:
        """How many steps lead from the slider's one end to the other."""
        return self.scale.steps if self.scale else 0

    @Property(str, notify=changed)
    def leastWords(self) -> str:
        return self._stop_words(0)

    @Property(str, notify=changed)
    def mostWords(self) -> str:
        return self._stop_words(self.steps)

    def _stop_words(self, place: int) -> str:
        return phrases.plain_words(self.scale.value(place), self._access.locale) if self.scale else ""

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
        return next((value.strokes for value in self._values() if isinstance(value, Signature)), "")

    def _suggested(self) -> tuple[Value, ...]:
        if self.item is None or self._sheet is None or not route.is_suggested(self._sheet.form, self.item):
            return ()
        values = self.item.initial or tuple(option.value for option in self.item.options if option.selected)
        return values if self.item.repeats else values[:1]

    def _answer(self) -> Answer:
        return self.node.answer if self.node else ()

    def _values(self) -> tuple[Value, ...]:
        return answer_rows.values_of(self.node) if self.node else ()

    def _made(self) -> Value | None:
        """The answer that stands in the fields."""
        return (
            entries.made(self.item, replace(self.begun, moment=self._moment()), self._stay.now().tzinfo)
            if self.item
            else None
        )

    def _words(self, node: Node) -> str:
        return phrases.answer_words(node.item, node.answer, self._access.locale, self._access.language)

    def _is_moment(self) -> bool:
        return bool(self.item and self.item.type in entry.MOMENTS and not self.item.options)

    def _order(self) -> str:
        short, locale = QLocale.FormatType.ShortFormat, self._access.locale
        return (
            entry.parts_of(self.item, locale.dateFormat(short), locale.timeFormat(short))
            if self._is_moment() and self.item
            else "d"
        )

    def _moment(self) -> entry.Moment:
        moment = self.begun.moment
        return moment.reorder(self._order()) if moment else entry.Moment(self._order())

    @Slot()
    def refresh(self) -> None:
        """Shows what is the case now."""
        node, begun, access = self.node, self.begun, self._access
        language, locale = access.language, access.locale
        moment = self._moment() if node and self._is_moment() else None
        self._options.show(answer_rows.option_rows(node, begun, language) if node else ())
        self._others.show(answer_rows.absent_rows(node) if node else ())
        self._areas.show(area_rows(node, self.face, language) if node else ())
        self._parts.show(answer_rows.part_rows(moment) if moment else ())
        self._halves.show(answer_rows.half_rows(moment, locale) if moment else ())
        self._units.show(answer_rows.unit_rows(node.item, begun) if node else ())
        self._entries.show(answer_rows.entry_rows(node, locale, language) if node else ())
        self.changed.emit()
