"""The rows of the staff's list: when a record was sent, its code, how grave it is, who has read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.record import Head, OpenRecord
from kiosk.viewmodels import phrases
from kiosk.viewmodels.chart_rows import gravest, sent_time


@dataclass(frozen=True)
class VisitRow:
    """A record in the list; ``level`` is its gravest alert's. Names show only inside a record."""

    key: str
    code: str
    time: str
    day: str
    level: str
    tag: str
    reviewed: str


def visit_row(record: OpenRecord, today: date, locale: QLocale) -> VisitRow:
    level, alerts = gravest(record.draft.alerts)
    tag = f"{alerts} {level}" if level else QCoreApplication.translate("Staff", "No alerts")
    day = day_words(record.draft.confirmed.date(), today, locale)
    return VisitRow(record.id, record.code, sent_time(record, locale), day, level, tag, record.head.reviewed_by)


def closed_row(head: Head, why: str, locale: QLocale) -> VisitRow:
    """A record that does not open, and why."""
    return VisitRow(head.id, "—", "", short(head.day, locale), "", why, head.reviewed_by)


def day_words(day: date, today: date, locale: QLocale) -> str:
    """On which day it was sent, short."""
    if day == today:
        return QCoreApplication.translate("Staff", "Today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Staff", "Yesterday")
    return short(day, locale)


def weekday(moment: datetime, now: datetime, locale: QLocale) -> str:
    """A moment of the last days, e.g. ``Monday 2:02 PM``; from a week on its date."""
    here = moment.astimezone(now.tzinfo)
    late = now.date() - here.date() < timedelta(days=7)
    day = locale.dayName(here.isoweekday()) if late else short(here.date(), locale)
    return f"{day} {phrases.clock(here, locale)}"


def short(day: date, locale: QLocale) -> str:
    return locale.toString(day, QLocale.FormatType.ShortFormat)
