"""The colours of this kiosk, mixed by an admin who sees at once how well each is read; none is saved that is not."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.colours import LEAST, WARM, Contrast, contrasts, worn
from kiosk.domain.office import Refused
from kiosk.settings import Settings
from kiosk.viewmodels.desktop import Machine
from kiosk.viewmodels.look import Look
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

MAIN = ("paper", "card", "oat", "blush", "rose", "ink", "soft", "wine")
"""The colours that are mixed on the screen; files may name the others, too."""
HUE, STRENGTH, LIGHT = "hue", "strength", "light"
STEPS: Mapping[str, tuple[int, int]] = {HUE: (5, 360), STRENGTH: (5, 100), LIGHT: (2, 100)}
"""By how much one press changes a part of a colour, and its end."""
SHOWN = 4
"""Pairs whose figures show."""


@dataclass(frozen=True)
class PaintRow:
    key: str
    title: str
    paint: str
    chosen: bool


@dataclass(frozen=True)
class MixRow:
    """A part of the chosen colour; ``share`` from 0 to 1."""

    key: str
    title: str
    label: str
    share: float
    less: bool
    more: bool


@dataclass(frozen=True)
class FigureRow:
    """A pair of colours with how well the one is read on the other; ``fine`` when that will do."""

    title: str
    label: str
    fine: bool


@QmlElement
@QmlUncreatable("made by the application")
class Paintbox(QObject):
    """The colours are a draft until ``save``; ``look`` wears the draft for a preview."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = Look(self)
        self._paints = Rows(PaintRow, self)
        self._mix = Rows(MixRow, self)
        self._figures = Rows(FigureRow, self)
        self._clear()

    def _clear(self) -> None:
        self._own: dict[str, str] = {}
        self._chosen = "wine"
        self._busy = False
        self._problem = self._note = ""
        self._parts = {HUE: 0, STRENGTH: 0, LIGHT: 0}
        for rows in (self._paints, self._mix, self._figures):
            rows.show(())

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
        if machine.settings.theme:
            return QCoreApplication.translate("Colours", "This kiosk's own")
        if machine.colours:
            return QCoreApplication.translate("Colours", "The clinic's, from its files")
        return QCoreApplication.translate("Colours", "As shipped")

    @Property(Look, constant=True)
    def look(self) -> Look:
        return self._look

    @Property(Rows, constant=True)
    def paints(self) -> Rows:
        return self._paints

    @Property(Rows, constant=True)
    def mix(self) -> Rows:
        """The parts of the chosen colour."""
        return self._mix

    @Property(Rows, constant=True)
    def figures(self) -> Rows:
        """The weakest pairs of the chosen colour, with their figures."""
        return self._figures

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def note(self) -> str:
        """What was just done."""
        return self._note

    @Property(str, notify=changed)
    def weakest(self) -> str:
        """The weakest pair of all, and whether it will do."""
        pair = contrasts(self._dressed)[0]
        told = (
            QCoreApplication.translate("Colours", "Easy to read: the weakest pair has %1.")
            if self.legible
            else QCoreApplication.translate("Colours", "Too weak: %2 has %1. It must be %3 or more.")
        )
        return told.replace("%1", figure(pair)).replace("%2", _pair(pair)).replace("%3", f"{LEAST:g}:1")

    @Property(bool, notify=changed)
    def legible(self) -> bool:
        """Whether every pair will do."""
        return contrasts(self._dressed)[0].ratio >= LEAST

    @Property(bool, notify=changed)
    def unsaved(self) -> bool:
        machine = self._machine
        return machine is not None and self._own != dict(machine.settings.theme)

    @Property(bool, notify=changed)
    def own(self) -> bool:
        """Whether there is anything to go back from."""
        return bool(self._own)

    @property
    def _dressed(self) -> dict[str, str]:
        machine = self._machine
        return {**WARM, **(machine.colours if machine else {}), **self._own}

    def show(self) -> None:
        """The colours as they are."""
        self._clear()
        if machine := self._machine:
            kept = dict(machine.settings.theme)
            self._own = kept if worn(machine.colours, kept) == {**WARM, **machine.colours, **kept} else {}
            self.choose("wine")

    @Slot(str)
    def choose(self, key: str) -> None:
        """One of the colours, to be mixed."""
        if self._machine:
            self._chosen = key
            self._parts = parts(self._dressed[key])
            self._paint()

    @Slot(str, int)
    def turn(self, part: str, by: int) -> None:
        """One step more or less of a part of the chosen colour."""
        if self._machine and not self._busy:
            step, end = STEPS[part]
            value = self._parts[part] + by * step
            self._parts[part] = value % end if part == HUE else min(max(value, 0), end)
            self._own[self._chosen] = mixed(self._parts)
            self._problem = self._note = ""
            self._paint()

    @Slot()
    def reset(self) -> None:
        """Back to the clinic's colours, or the shipped ones."""
        if not self._busy:
            self._own = {}
            self.choose(self._chosen)

    def _paint(self) -> None:
        dressed = self._dressed
        self._look.wear(dressed)
        names = titles()
        self._paints.show([PaintRow(key, names[key], dressed[key], key == self._chosen) for key in MAIN])
        self._mix.show([self._mix_row(part, title) for part, title in _part_titles().items()])
        own = [pair for pair in contrasts(dressed) if self._chosen in (pair.mark, pair.ground)]
        self._figures.show([FigureRow(_pair(pair), figure(pair), pair.ratio >= LEAST) for pair in own[:SHOWN]])
        self.changed.emit()

    def _mix_row(self, part: str, title: str) -> MixRow:
        value, (_, end) = self._parts[part], STEPS[part]
        label = f"{value}°" if part == HUE else f"{value} %"
        return MixRow(part, title, label, value / end, part == HUE or value > 0, part == HUE or value < end)

    @Slot()
    def save(self) -> None:
        """Writes the colours, when all of them can be read."""
        machine = self._machine
        if machine is None or self._busy or not self.legible:
            return
        own, self._busy = dict(self._own), True
        work = self._session.logged(lambda: machine.change({"theme": own or None}), "settings-changed", keys="theme")
        self._session.run(work, self._written)
        self.changed.emit()

    def _written(self, outcome: Future[Settings]) -> None:
        self._busy = False
        try:
            settings = outcome.result()
        except Refused as refusal:
            self._problem = str(refusal)
        except OSError:
            self._problem = QCoreApplication.translate(
                "Settings", "That could not be written. Check the disk, then try again."
            )
        else:
            if machine := self._machine:
                machine.take(settings)
            self._note = QCoreApplication.translate("Settings", "Saved. In use as soon as you lock the staff's pages.")
        self.changed.emit()


def parts(colour: str) -> dict[str, int]:
    """Hue in degrees, strength and lightness in percent, of ``#RRGGBB``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    return {HUE: round(hue * 360) % 360, STRENGTH: round(strength * 100), LIGHT: round(light * 100)}


def mixed(of: Mapping[str, int]) -> str:
    """The colour with these parts."""
    rgb = colorsys.hls_to_rgb(of[HUE] / 360, of[LIGHT] / 100, of[STRENGTH] / 100)
    return "#" + "".join(f"{round(part * 255):02X}" for part in rgb)


def figure(pair: Contrast) -> str:
    """Cut and not rounded: what falls short of ten does not show as ten."""
    return f"{int(pair.ratio * 10) / 10:.1f}:1"


def _pair(pair: Contrast) -> str:
    names = titles()
    told = QCoreApplication.translate("Colours", "%1 on %2")
    return told.replace("%1", names[pair.mark]).replace("%2", names[pair.ground])


def titles() -> dict[str, str]:
    """The colours as an admin calls them."""
    return {
        "paper": QCoreApplication.translate("Colours", "Page"),
        "card": QCoreApplication.translate("Colours", "Card"),
        "oat": QCoreApplication.translate("Colours", "Note"),
        "blush": QCoreApplication.translate("Colours", "Band"),
        "rose": QCoreApplication.translate("Colours", "Chosen"),
        "regionIdle": QCoreApplication.translate("Colours", "Area of the face"),
        "regionOn": QCoreApplication.translate("Colours", "Chosen area"),
        "ink": QCoreApplication.translate("Colours", "Text"),
        "soft": QCoreApplication.translate("Colours", "Soft text"),
        "wine": QCoreApplication.translate("Colours", "Buttons"),
        "inverse": QCoreApplication.translate("Colours", "Text on buttons"),
        "stop": QCoreApplication.translate("Colours", "Stop"),
        "stopGround": QCoreApplication.translate("Colours", "Behind stop"),
        "caution": QCoreApplication.translate("Colours", "Caution"),
        "cautionGround": QCoreApplication.translate("Colours", "Behind caution"),
        "info": QCoreApplication.translate("Colours", "Information"),
        "infoGround": QCoreApplication.translate("Colours", "Behind information"),
        "ok": QCoreApplication.translate("Colours", "All is well"),
        "okGround": QCoreApplication.translate("Colours", "Behind all is well"),
    }


def _part_titles() -> dict[str, str]:
    return {
        HUE: QCoreApplication.translate("Colours", "Tone"),
        STRENGTH: QCoreApplication.translate("Colours", "Strength"),
        LIGHT: QCoreApplication.translate("Colours", "Lightness"),
    }
