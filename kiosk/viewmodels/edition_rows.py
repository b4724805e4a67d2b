"""The content's versions and mistakes as rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kiosk.domain.editions import DRAFT, SHIPPED, Difference, Flaw, Standing, Version


@dataclass(frozen=True)
class EditionRow:
    """A version: ``label`` says what changed, ``tag`` whether it is in use, was, or will be; ``before`` is an icon."""

    key: str
    title: str
    label: str
    when: str
    by: str
    note: str
    before: str
    tag: str
    active: bool


@dataclass(frozen=True)
class FlawRow:
    """Something wrong with a file; ``grave`` things keep it from being published."""

    icon: str
    word: str
    title: str
    label: str
    grave: bool


@dataclass(frozen=True)
class FileRow:
    """What became of a file since the version before."""

    icon: str
    word: str
    title: str


def named(version: str) -> str:
    """How a version is called on the screen."""
    if version == SHIPPED:
        return QCoreApplication.translate("Editions", "As it came with the program")
    if version == DRAFT:
        return QCoreApplication.translate("Editions", "The folder as it is now")
    return QCoreApplication.translate("Editions", "Version %1").replace("%1", version[:6])


def edition_rows(standing: Standing, when: Callable[[datetime], str]) -> list[EditionRow]:
    """The folder that is edited, the versions, the newest first, and what was shipped."""
    draft = [EditionRow(DRAFT, named(DRAFT), standing.folder, "", "", "", "pencil", "", False)] * standing.edited
    kept = [_edition_row(version, when, bool(standing.folder)) for version in standing.versions]
    active = not any(version.active for version in standing.versions)
    tag = _in_use(bool(standing.folder)) if active else _tag("before") if standing.back == SHIPPED else ""
    icon = "circle-check" if active else "book-open"
    return [*draft, *kept, EditionRow(SHIPPED, named(SHIPPED), "", "", "", "", icon, tag, active)]


def _edition_row(version: Version, when: Callable[[datetime], str], elsewhere: bool) -> EditionRow:
    tag, icon = "", "book-open"
    if version.active:
        tag, icon = _in_use(elsewhere), "circle-check"
    elif version.planned:
        tag, icon = _tag("planned").replace("%1", when(version.planned)), "clock"
    elif version.previous:
        tag = _tag("before")
    by = version.by or QCoreApplication.translate("Editions", "Seen while it was edited")
    label = changes(version.against)
    return EditionRow(
        version.name, named(version.name), label, when(version.at), by, version.note, icon, tag, version.active
    )


def _in_use(elsewhere: bool) -> str:
    return _tag("elsewhere") if elsewhere else _tag("in-use")


def _tag(kind: str) -> str:
    return {
        "in-use": QCoreApplication.translate("Editions", "In use"),
        "elsewhere": QCoreApplication.translate("Editions", "Active, not shown here"),
        "planned": QCoreApplication.translate("Editions", "From %1"),
        "before": QCoreApplication.translate("Editions", "The one before"),
    }[kind]


def changes(against: Difference | None) -> str:
    """What is different from the version before, counted."""
    if against is None:
        return QCoreApplication.translate("Editions", "The first version")
    counted = (
        (QCoreApplication.translate("Editions", "changed: %1"), against.changed),
        (QCoreApplication.translate("Editions", "added: %1"), against.added),
        (QCoreApplication.translate("Editions", "removed: %1"), against.removed),
    )
    told = ", ".join(words.replace("%1", str(len(files))) for words, files in counted if files)
    return QCoreApplication.translate("Editions", "Files %1").replace("%1", told) if told else ""


def flaw_row(flaw: Flaw) -> FlawRow:
    grave = flaw.level == "error"
    mistake, warning = (
        QCoreApplication.translate("Editions", "Mistake"),
        QCoreApplication.translate("Editions", "Please look"),
    )
    place = QCoreApplication.translate("Editions", "%1, line %2")
    place = place.replace("%2", str(flaw.line)).replace("%1", flaw.file)
    icon = "octagon-alert" if grave else "triangle-alert"
    return FlawRow(icon, mistake if grave else warning, place, flaw.sentence, grave)


def file_rows(standing: Standing, version: str) -> list[FileRow]:
    """Every file that is different in a version."""
    against = next((one.against for one in standing.versions if one.name == version), None)
    if against is None:
        return []
    kinds = (
        ("pencil", QCoreApplication.translate("Editions", "Changed"), against.changed),
        ("plus", QCoreApplication.translate("Editions", "Added"), against.added),
        ("minus", QCoreApplication.translate("Editions", "Removed"), against.removed),
    )
    return [FileRow(icon, word, name) for icon, word, names in kinds for name in names]
