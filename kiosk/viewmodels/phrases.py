"""The few phrases that Python itself must say, and how dates, numbers and answers read in the visitor's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from kiosk.domain.form import Item
from kiosk.domain.values import Absent, Answer, Coding, Partial, Quantity, Signature, Value


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


def clock(moment: time | datetime, locale: QLocale) -> str:
    """A time of the day, e.g. ``9:30 AM``."""
    return locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def partial_date(day: Partial, locale: QLocale) -> str:
    """A year, or a month with its year, e.g. ``March 1985`` or ``marzo de 1985``."""
    if day.month is None:
        return str(day.year)
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    pattern = re.sub(r"\bd\b,? *", "", long[long.find("MMMM") :]) if "MMMM" in long else "MMMM yyyy"
    return locale.toString(QDate(day.year, day.month, 1), pattern)


def moment_words(value: date | time | Partial, locale: QLocale) -> str:
    """A date, a time or both as a person reads them."""
    if isinstance(value, Partial):
        return partial_date(value, locale)
    if isinstance(value, datetime):
        return listed([long_date(value, locale), clock(value, locale)], locale)
    return long_date(value, locale) if isinstance(value, date) else clock(value, locale)


def listed(parts: Iterable[str], locale: QLocale) -> str:
    """The parts after each other with the sign that the language sets between them, without its word for "and"."""
    sample = locale.createSeparatedList(["1", "2", "3"])
    return sample[1 : sample.index("2")].join(part for part in parts if part)


def number_words(value: int | Decimal, locale: QLocale) -> str:
    return str(value).replace(".", locale.decimalPoint())


def plain_words(value: Value, locale: QLocale) -> str:
    """A value that needs no question to be read."""
    if isinstance(value, bool):
        return yes() if value else no()
    if isinstance(value, date | time | Partial):
        return moment_words(value, locale)
    if isinstance(value, Quantity):
        return f"{number_words(value.value, locale)} {value.unit}".strip()
    return number_words(value, locale) if isinstance(value, int | Decimal) else str(value)


def value_words(item: Item, value: Value, locale: QLocale, language: str) -> str:
    """One value as a person reads it."""
    if isinstance(value, Signature):
        return value.typed or signed_by_hand()
    if option := item.option(value):
        return option.label.in_language(language) or plain_words(value, locale)
    if isinstance(value, Coding):
        return value.display
    words = plain_words(value, locale)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{words} {item.unit.in_language(language)}".strip()
    return words


def answer_words(item: Item, answer: Answer, locale: QLocale, language: str) -> str:
    """The whole answer as a person reads it; empty when there is none."""
    if isinstance(answer, Absent):
        return absent(answer)
    return ". ".join(value_words(item, value, locale, language) for value in answer)
