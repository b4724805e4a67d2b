"""What is wrong with an answer and what to do about it, said kindly."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.checks import Fault
from kiosk.domain.form import Item, Type
from kiosk.domain.values import Partial, Value
from kiosk.viewmodels import phrases


def problem_words(fault: Fault, item: Item, locale: QLocale, language: str = "en") -> str:
    """What is wrong with the answer to that item, and what is expected."""
    match fault:
        case Fault.WRONG_TYPE:
            words = _unfinished(item)
        case Fault.REQUIRED:
            words = _missing(item, language)
        case Fault.TOO_SMALL | Fault.TOO_LARGE:
            words = _bound(fault, item, locale)
        case Fault.TOO_FEW_TIMES | Fault.TOO_MANY_TIMES:
            words = _count(fault, item)
        case Fault.TOO_SHORT | Fault.TOO_LONG:
            wanted = fault is Fault.TOO_SHORT and item.format
            words = _written(item, language) if wanted else _length(fault, item)
        case Fault.TOO_MANY_PLACES:
            words = _places(item)
        case Fault.NO_MATCH:
            words = _written(item, language)
        case _:
            words = QCoreApplication.translate("Asking", "Please check this answer.")
    return words


def _unfinished(item: Item) -> str:
    """What was typed is no answer, or none yet."""
    if item.type is Type.DATE:
        return QCoreApplication.translate("Asking", "This date does not exist. Please check the numbers.")
    if item.type is Type.TIME:
        return QCoreApplication.translate("Asking", "This time is not complete. Please check the numbers.")
    if item.type is Type.DATE_TIME:
        return QCoreApplication.translate("Asking", "This date or time is not complete. Please check the numbers.")
    if item.type is Type.QUANTITY and len(item.units) > 1:
        return QCoreApplication.translate("Asking", "Please type a number and tap its unit.")
    if item.type in (Type.INTEGER, Type.DECIMAL, Type.QUANTITY):
        return QCoreApplication.translate("Asking", "Please type a number.")
    return QCoreApplication.translate("Asking", "Please check this answer.")


def _missing(item: Item, language: str) -> str:
    if item.type is Type.GROUP and item.repeats:
        return QCoreApplication.translate("Asking", "Please fill in at least one.")
    name = (item.short or item.text).in_language(language)
    if item.type is Type.GROUP and name:
        one = QCoreApplication.translate("Asking", "Please answer at least one question of this part: %1.")
        return one.replace("%1", name)
    return QCoreApplication.translate("Asking", "We need this one. Please answer it, or ask for help.")


def _bound(fault: Fault, item: Item, locale: QLocale) -> str:
    limit = item.limits.least if fault is Fault.TOO_SMALL else item.limits.most
    if isinstance(limit, date | time | Partial):
        earliest = QCoreApplication.translate("Asking", "Please check: the earliest we can take is %1.")
        latest = QCoreApplication.translate("Asking", "Please check: the latest we can take is %1.")
        say = earliest if fault is Fault.TOO_SMALL else latest
    else:
        smallest = QCoreApplication.translate("Asking", "Please check: the smallest we can take is %1.")
        largest = QCoreApplication.translate("Asking", "Please check: the largest we can take is %1.")
        say = smallest if fault is Fault.TOO_SMALL else largest
    return say.replace("%1", limit_words(limit, locale))


def limit_words(limit: Value | None, locale: QLocale) -> str:
    """A limit as a person reads it."""
    return "" if limit is None else phrases.plain_words(limit, locale)


def _count(fault: Fault, item: Item) -> str:
    fewest = QCoreApplication.translate("Asking", "Please give at least this many: %1.")
    filled = QCoreApplication.translate("Asking", "Please fill in at least this many: %1.")
    most = QCoreApplication.translate("Asking", "Please give no more than this many: %1.")
    few = filled if item.type is Type.GROUP else fewest
    say, count = (few, item.limits.fewest) if fault is Fault.TOO_FEW_TIMES else (most, item.limits.many)
    return say.replace("%1", str(count))


def _length(fault: Fault, item: Item) -> str:
    shortest = QCoreApplication.translate("Asking", "Please write a little more. We need this many letters: %1.")
    longest = QCoreApplication.translate("Asking", "Please write less. This many letters fit: %1.")
    say, count = (shortest, item.limits.shortest) if fault is Fault.TOO_SHORT else (longest, item.limits.longest)
    return say.replace("%1", str(count))


def _places(item: Item) -> str:
    if not item.limits.places:
        return QCoreApplication.translate("Asking", "Please type a whole number.")
    fewer = QCoreApplication.translate("Asking", "Please use fewer digits after the point. This many fit: %1.")
    return fewer.replace("%1", str(item.limits.places))


def _written(item: Item, language: str) -> str:
    example = item.format.in_language(language)
    if not example:
        return QCoreApplication.translate("Asking", "This does not look right yet. Please check it, or ask for help.")
    return QCoreApplication.translate("Asking", "Please write it like this: %1").replace("%1", example)
