"""The settings of this kiosk, changed by an admin; and the size of its glass, found by laying a bank card on it."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from math import hypot
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.office import Refused
from kiosk.settings import INCHES, LONGEST_NAME, Settings, px_per_mm
from kiosk.viewmodels.access import Access, own_name
from kiosk.viewmodels.desktop import Machine
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.setting_rows import SettingRow, TongueRow, setting_rows, stepped

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

CARD_MM = (85.60, 53.98)
"""A bank card's width and height (ISO/IEC 7810, ID-1)."""
COARSE, FINE = 0.02, 0.0025
"""The parts by which one press makes the drawn card larger or smaller."""
WIDEST = 0.75
"""The part of the glass's shorter side that the drawn card may take: the buttons need room, too."""
TARGET_MM = 20


@QmlElement
@QmlUncreatable("made by the application")
class KioskSettings(QObject):
    """Steps: list, name, card. Changes are a draft until ``save``; ``forget`` drops it."""

    changed = Signal()

    def __init__(self, session: Session, access: Access, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._access = access
        self._rows = Rows(SettingRow, self)
        self._tongues = Rows(TongueRow, self)
        self._clear()

    def _clear(self) -> None:
        self._draft = Settings()
        self._step, self._problem, self._note = "list", "", ""
        self._busy = False
        self._inches = 0.0
        self._name = ""
        self._rows.show(())
        self._tongues.show(())

    def forget(self) -> None:
        self._clear()
        self.changed.emit()

    def tick(self) -> None:
        """Nothing here goes by the clock."""

    @property
    def _machine(self) -> Machine | None:
        return self._session.desktop.machine if self._session.desktop and self._session.admin else None

    @property
    def offered(self) -> bool:
        return self._session.desktop is not None and self._session.desktop.machine is not None

    @property
    def state(self) -> str:
        machine = self._machine
        if machine is None:
            return ""
        told = QCoreApplication.translate("Settings", "%1. Screen of %2 inches.")
        spoken = ", ".join(own_name(tag) for tag in machine.settings.spoken(machine.languages))
        return told.replace("%1", spoken).replace("%2", f"{machine.inches:.1f}")

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        return self._tongues

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        """What was just done."""
        return self._note

    @Property(bool, notify=changed)
    def unsaved(self) -> bool:
        machine = self._machine
        return machine is not None and self._step == "list" and self._draft != machine.settings

    @Property(str, notify=changed)
    def name(self) -> str:
        """The kiosk's name as it is typed."""
        return self._name

    @Property(str, notify=changed)
    def glass(self) -> str:
        """The diagonal of the glass in inches, in words."""
        machine = self._machine
        inches = self._inches or (machine.inches if machine else 0)
        return QCoreApplication.translate("Settings", "%1 inches").replace("%1", f"{inches:.1f}")

    @Property(str, notify=changed)
    def target(self) -> str:
        """What the size of the glass means for a finger."""
        told = QCoreApplication.translate("Settings", "A button of %1 mm is then %2 pixels high.")
        return told.replace("%1", str(TARGET_MM)).replace("%2", str(round(TARGET_MM * self._px_per_mm)))

    @Property(float, notify=changed)
    def cardWidth(self) -> float:
        """Pixels of the drawn card."""
        return CARD_MM[0] * self._px_per_mm

    @Property(float, notify=changed)
    def cardHeight(self) -> float:
        return CARD_MM[1] * self._px_per_mm

    @property
    def _px_per_mm(self) -> float:
        machine = self._machine
        return px_per_mm(*machine.size, self._inches) if machine and self._inches else 1.0

    def show(self) -> None:
        """The settings as they are."""
        self._clear()
        if machine := self._machine:
            self._draft = machine.settings
            self._list()

    def _list(self) -> None:
        self._step = "list"
        machine, desktop = self._machine, self._session.desktop
        if machine and desktop:
            self._rows.show(setting_rows(self._draft, desktop.kiosk))
            spoken = self._draft.spoken(machine.languages)
            rest = tuple(tag for tag in machine.languages if tag not in spoken)
            self._tongues.show(
                [
                    TongueRow(tag, own_name(tag), tag in spoken, tag == spoken[0], spoken == (tag,))
                    for tag in (*spoken, *rest)
                ]
            )
        self.changed.emit()

    def _put(self, **changes: object) -> None:
        if self._machine and not self._busy:
            self._draft = replace(self._draft, **changes)
            self._problem = self._note = ""
            self._list()

    @Slot(str, int)
    def turn(self, key: str, by: int) -> None:
        """One step up or down."""
        self._put(**{key: stepped(key, getattr(self._draft, key), by)})

    @Slot(str)
    def switch(self, key: str) -> None:
        self._put(**{key: not getattr(self._draft, key)})

    @Slot(str)
    def offer(self, tag: str) -> None:
        """Offers a language, or no longer; one stays."""
        if machine := self._machine:
            spoken = self._draft.spoken(machine.languages)
            left = tuple(one for one in spoken if one != tag)
            self._speak(left if tag in spoken else (*spoken, tag))

    @Slot(str)
    def putFirst(self, tag: str) -> None:
        """The language that shows when nobody is there."""
        if machine := self._machine:
            self._speak((tag, *(one for one in self._draft.spoken(machine.languages) if one != tag)))

    def _speak(self, languages: tuple[str, ...]) -> None:
        machine = self._machine
        if machine and languages:
            self._put(languages=() if languages == machine.languages else languages)

    @Slot(str)
    def open(self, step: str) -> None:
        """The step for the name or the card."""
        if machine := self._machine:
            self._step, self._problem, self._note = step, "", ""
            self._name, self._inches = self._draft.kiosk, machine.inches
            self.changed.emit()

    @Slot(str)
    def type(self, letters: str) -> None:
        self._write((self._name + letters)[:LONGEST_NAME])

    @Slot()
    def erase(self) -> None:
        self._write(self._name[:-1])

    @Slot()
    def clear(self) -> None:
        self._write("")

    def _write(self, name: str) -> None:
        self._name, self._problem = name, ""
        self.changed.emit()

    @Slot(bool, bool)
    def grow(self, larger: bool, finely: bool) -> None:
        """Makes the drawn card larger or smaller."""
        machine, part = self._machine, FINE if finely else COARSE
        if machine is None:
            return
        inches = self._inches / (1 + part) if larger else self._inches * (1 + part)
        least = hypot(*machine.size) * CARD_MM[0] / (25.4 * WIDEST * min(machine.size))
        self._inches = min(max(inches, INCHES[0], least), INCHES[1])
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        """From a step to the list, which forgets what the step held."""
        self._inches = 0.0
        self._problem = ""
        self._list()

    @Slot()
    def save(self) -> None:
        """Of the name: back to the list with it. Of the card or the list: writes what is new."""
        machine = self._machine
        if machine is None or self._busy:
            return
        if self._step == "name":
            if not self._name.strip():
                self._say(QCoreApplication.translate("Settings", "Please type a name first."))
            else:
                self._put(kiosk=self._name.strip())
        elif self._step == "card":
            self._write_down(machine, {"inches": round(self._inches, 2)})
        else:
            self._write_down(machine, differences(machine.settings, self._draft))

    def _write_down(self, machine: Machine, changes: dict[str, Any]) -> None:
        if changes:
            self._busy, self._problem, self._note = True, "", ""
            work = self._session.logged(lambda: machine.change(changes), "settings-changed", keys=", ".join(changes))
            self._session.run(work, self._written)
            self.changed.emit()

    def _written(self, outcome: Future[Settings]) -> None:
        self._busy = False
        machine, measured = self._machine, self._step == "card"
        try:
            settings = outcome.result()
        except Refused as refusal:
            self._say(str(refusal))
            return
        except OSError:
            self._say(
                QCoreApplication.translate("Settings", "That could not be written. Check the disk, then try again.")
            )
            return
        if machine:
            machine.take(settings)
        self._draft = replace(self._draft, inches=settings.inches) if measured else settings
        self._note = (
            QCoreApplication.translate("Settings", "Saved. Every page has its new size.")
            if measured
            else QCoreApplication.translate("Settings", "Saved. In use as soon as you lock the staff's pages.")
        )
        self._inches = 0.0
        self._list()

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.changed.emit()


def differences(before: Settings, after: Settings) -> dict[str, Any]:
    """What has changed, as the settings file says it; None where the default, or the clinic's word, holds again."""
    keys = (
        "quiet_answers",
        "curtain",
        "quiet_reading",
        "reviewed_days",
        "unclaimed_days",
        "still",
        "double_strike",
        "kiosk",
        "languages",
    )
    changed = {key: getattr(after, key) for key in keys if getattr(after, key) != getattr(before, key)}
    return {key: (list(value) or None) if key == "languages" else value for key, value in changed.items()}
