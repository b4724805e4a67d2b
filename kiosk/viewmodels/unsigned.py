"""What whoever unlocks must know of pages that no clinician has signed off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from kiosk.domain.library import Library, Unsigned

NAMED = 3
"""Pages that are named one by one."""


def unsigned_notices(library: Library, day: date) -> tuple[str, ...]:
    """One sentence, or none: where the clinic just shows such pages, or where there are none."""
    form = [QCoreApplication.translate("Staff", "the questionnaire")]
    names = [] if library.form is None or library.signed.holds else form
    names += [f"{page.title} ({page.language})" for page in library.unsigned(day)]
    if not names or library.clinic.unsigned is Unsigned.SHOW:
        return ()
    told = _hidden(len(names)) if library.clinic.unsigned is Unsigned.HIDE else _shown(len(names))
    return (told.replace("%1", str(len(names))).replace("%2", _listed(names)),)


def _shown(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Staff", "One page is not signed off by a clinician: %2.")
    return QCoreApplication.translate("Staff", "%1 pages are not signed off by a clinician: %2.")


def _hidden(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Staff", "One page is hidden until a clinician signs it off: %2.")
    return QCoreApplication.translate("Staff", "%1 pages are hidden until a clinician signs them off: %2.")


def _listed(names: list[str]) -> str:
    if len(names) <= NAMED + 1:
        return ", ".join(names)
    more = QCoreApplication.translate("Staff", "%1 and %2 more")
    return more.replace("%1", ", ".join(names[:NAMED])).replace("%2", str(len(names) - NAMED))
