"""What a question's page and the review list: answers to choose, the parts of a date, each answer once more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.form import Absent, Item, Type
from kiosk.domain.sheet import Fault, Node, View
from kiosk.viewmodels import entry, phrases

YES, NO = "true", "false"


@dataclass(frozen=True)
class OptionRow:
    key: str
    title: str
    chosen: bool
    exclusive: bool
    number: int


@dataclass(frozen=True)
class PartRow:
    """A part of a date: its letter, what it is called, what is typed, whether it is being typed, whether it is full."""

    key: str
    title: str
    typed: str
    active: bool
    done: bool
    wide: bool


@dataclass(frozen=True)
class ReviewRow:
    key: str
    number: int
    title: str
    answer: str
    blank: bool


def option_rows(node: Node, language: str) -> list[OptionRow]:
    """The answers of a choice, or yes and no."""
    chosen = () if isinstance(node.answer, Absent) else node.answer
    if node.item.type is Type.BOOLEAN:
        words = ((YES, phrases.yes(), True), (NO, phrases.no(), False))
        return [OptionRow(key, text, value in chosen, False, 0) for key, text, value in words]
    return [
        OptionRow(o.value.code, o.label.in_language(language), o.value in chosen, o.exclusive, n)
        for n, o in enumerate(node.item.options, start=1)
    ]


def other_rows(node: Node) -> list[OptionRow]:
    """The answers that are none, where they are offered."""
    offered = [(Absent.UNSURE, node.item.unsure), (Absent.IN_THE_ROOM, node.item.in_the_room)]
    return [
        OptionRow(reason.value, phrases.absent(reason), node.answer is reason, True, 0)
        for reason, is_offered in offered
        if is_offered
    ]


def part_rows(typed: entry.DateEntry) -> list[PartRow]:
    """The parts of a date in their order."""
    names = {
        "y": QCoreApplication.translate("Asking", "Year"),
        "M": QCoreApplication.translate("Asking", "Month"),
        "d": QCoreApplication.translate("Asking", "Day"),
    }
    active = typed.order[typed.at]
    return [
        PartRow(
            part, names[part], typed.part(part), part == active, part != active and is_done(typed, part), part == "y"
        )
        for part in typed.order
    ]


def is_done(typed: entry.DateEntry, part: str) -> bool:
    text = typed.part(part)
    return bool(text) and (part != "y" or len(text) == entry.PARTS["y"])


def review_rows(view: View | None, locale: QLocale, language: str) -> list[ReviewRow]:
    """Every question with its answer, numbered as its page was."""
    return [
        ReviewRow(
            node.item.id,
            number,
            (node.item.short or node.item.text).in_language(language),
            phrases.answer_words(node.item, node.answer, locale, language),
            not node.answered,
        )
        for number, node in enumerate(view.pages if view else (), start=1)
        if node.item.asks
    ]


def problem_words(fault: Fault, item: Item, locale: QLocale) -> str:
    """What is wrong with the answer and what to do, kindly."""
    if item.type is Type.DATE and fault is Fault.WRONG_TYPE:
        return QCoreApplication.translate("Asking", "This date does not exist. Please check the numbers.")
    if fault is Fault.REQUIRED:
        return QCoreApplication.translate("Asking", "We need this one. Please answer it, or ask for help.")
    if fault is Fault.TOO_SMALL:
        smallest = QCoreApplication.translate("Asking", "Please check: the smallest we can take is %1.")
        return smallest.replace("%1", limit_words(item.limits.least, locale))
    if fault is Fault.TOO_LARGE:
        largest = QCoreApplication.translate("Asking", "Please check: the largest we can take is %1.")
        return largest.replace("%1", limit_words(item.limits.most, locale))
    return QCoreApplication.translate("Asking", "Please check this answer.")


def limit_words(limit: object, locale: QLocale) -> str:
    """A limit as a person reads it."""
    if isinstance(limit, date):
        return phrases.long_date(limit, locale)
    return str(limit).replace(".", locale.decimalPoint())
