"""The few phrases that Python itself must say, and how dates, numbers and answers read in the visitor's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.domain.form import Absent, Answer, Item, Signature, Type, Value


def yes() -> str:
    return QCoreApplication.translate("Phrases", "Yes")


def no() -> str:
    return QCoreApplication.translate("Phrases", "No")


def absent(reason: Absent) -> str:
    """What the patient tapped instead of an answer."""
    if reason is Absent.UNSURE:
        return QCoreApplication.translate("Phrases", "Not sure")
    return QCoreApplication.translate("Phrases", "I’d rather say this in the room")


def absences() -> dict[Absent, str]:
    return {reason: absent(reason) for reason in Absent}


def signed_by_hand() -> str:
    return QCoreApplication.translate("Phrases", "Signed by hand")


def long_date(day: date, locale: QLocale) -> str:
    """A date in words, e.g. ``March 14, 1985`` or ``14 de marzo de 1985``."""
    words = locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    weekday = locale.dayName(day.isoweekday())
    return words.removeprefix(weekday).lstrip(", ")


def value_words(item: Item, value: Value, locale: QLocale, language: str) -> str:
    """One value as a person reads it."""
    if isinstance(value, bool):
        return yes() if value else no()
    if isinstance(value, Signature):
        return value.typed or signed_by_hand()
    if isinstance(value, date):
        return long_date(value, locale)
    if item.type is Type.CHOICE:
        option = item.option(value)
        return option.label.in_language(language) if option else ""
    unit = item.unit.in_language(language)
    if isinstance(value, Decimal):
        text = str(value).replace(".", locale.decimalPoint())
        return f"{text} {unit}".strip()
    return f"{value} {unit}".strip()


def answer_words(item: Item, answer: Answer, locale: QLocale, language: str) -> str:
    """The whole answer as a person reads it; empty when there is none."""
    if isinstance(answer, Absent):
        return absent(answer)
    return ". ".join(value_words(item, value, locale, language) for value in answer)
