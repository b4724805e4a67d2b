"""The days' numbers in words: what is counted, what it is called, and the band a number lies in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.figures import BEGUN, Figure
from kiosk.domain.tally import Kind
from kiosk.viewmodels.desktop import Tallies


def what(kind: str) -> str:
    """What a number counts visits by."""
    words = {
        Kind.PAGE: QCoreApplication.translate("Counts", "Page opened"),
        Kind.TREATMENT: QCoreApplication.translate("Counts", "Treatment read"),
        Kind.QUESTION: QCoreApplication.translate("Counts", "Question read"),
        Kind.TIME: QCoreApplication.translate("Counts", "Time on the page"),
        Kind.SENT: QCoreApplication.translate("Counts", "Questionnaire sent"),
        Kind.LEFT: QCoreApplication.translate("Counts", "Questionnaire left at"),
        Kind.SEARCH: QCoreApplication.translate("Counts", "Search that found nothing"),
        Kind.USED: QCoreApplication.translate("Counts", "Used"),
        BEGUN: QCoreApplication.translate("Counts", "Questionnaire begun"),
    }
    return words.get(kind, kind)


def name(figure: Figure, tallies: Tallies, language: str) -> str:
    """Which page, treatment, question or setting a number is of; its id where the content in use has no words."""
    if figure.kind == Kind.TIME:
        thing, _, step = figure.key.rpartition("@")
        return f"{thing_name(thing, tallies, language)}, {steps()[int(step)]}"
    if figure.kind == Kind.LEFT and not figure.key:
        return QCoreApplication.translate("Counts", "Check your answers")
    if figure.kind == Kind.SEARCH and not figure.key:
        return QCoreApplication.translate("Counts", "No suggestion")
    if figure.kind in (Kind.PAGE, Kind.USED):
        return {**_pages(), **_uses()}.get(figure.key, figure.key)
    return tallies.name(figure.kind, figure.key, language) or figure.key


def thing_name(thing: str, tallies: Tallies, language: str) -> str:
    """A page or treatment that is timed."""
    kind, _, key = thing.partition("/")
    return _pages().get(key, key) if kind == Kind.PAGE else tallies.name(kind, key, language) or key


def steps() -> tuple[str, ...]:
    """The steps of time."""
    return (
        QCoreApplication.translate("Counts", "0–10 s"),
        QCoreApplication.translate("Counts", "10–30 s"),
        QCoreApplication.translate("Counts", "30–90 s"),
        QCoreApplication.translate("Counts", "1.5–5 min"),
        QCoreApplication.translate("Counts", "longer"),
    )


def band(figure: Figure) -> str:
    """The number as it stands beside its bar."""
    if figure.open:
        return QCoreApplication.translate("Counts", "%1 or more").replace("%1", str(figure.least))
    return f"{figure.least}–{figure.most}"


def _pages() -> dict[str, str]:
    return {
        "Home": QCoreApplication.translate("Counts", "First page"),
        "Treatments": QCoreApplication.translate("Counts", "List of treatments"),
        "Questions": QCoreApplication.translate("Counts", "Common questions"),
        "Booking": QCoreApplication.translate("Counts", "Booking code"),
        "Begin": QCoreApplication.translate("Counts", "Before the questionnaire"),
        "Paper": QCoreApplication.translate("Counts", "On paper instead"),
        "Closed": QCoreApplication.translate("Counts", "Questionnaire closed"),
    }


def _uses() -> dict[str, str]:
    return {
        "size": QCoreApplication.translate("Counts", "Text size"),
        "contrast": QCoreApplication.translate("Counts", "Contrast"),
        "language": QCoreApplication.translate("Counts", "Another language"),
        "lowered": QCoreApplication.translate("Counts", "Lowered screen"),
        "aloud": QCoreApplication.translate("Counts", "Read aloud"),
        "time": QCoreApplication.translate("Counts", "More time"),
        "help": QCoreApplication.translate("Counts", "Ask for help"),
    }
