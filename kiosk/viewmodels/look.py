"""The default look as the screen wears it: colours by their meaning, the clinic's logo, the font of its titles."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.colours import WARM

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Look(QObject):
    """The names are those of ``Colours.qml``. ``logo`` is an address, ``titleFont`` a family; empty for the shipped."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = dict(WARM)
        self._logo = self._font = ""

    @property
    def colours(self) -> Mapping[str, str]:
        return self._colours

    def wear(self, colours: Mapping[str, str]) -> None:
        """These colours from now on."""
        self._colours = {**WARM, **colours}
        self.changed.emit()

    def carry(self, logo: str, font: str) -> None:
        """The logo's address and the titles' font, empty for the shipped ones."""
        self._logo, self._font = logo, font
        self.changed.emit()

    @Property(bool, notify=changed)
    def shippedPage(self) -> bool:
        """Whether pages have the ground that the ornament was drawn for."""
        return all(self._colours[name] == WARM[name] for name in ("paper", "blush"))

    @Property(bool, notify=changed)
    def shippedWine(self) -> bool:
        """Whether buttons and covers have."""
        return self._colours["wine"] == WARM["wine"]

    @Property(str, notify=changed)
    def logo(self) -> str:
        return self._logo

    @Property(str, notify=changed)
    def titleFont(self) -> str:
        return self._font

    @Property(str, notify=changed)
    def paper(self) -> str:
        return self._colours["paper"]

    @Property(str, notify=changed)
    def card(self) -> str:
        return self._colours["card"]

    @Property(str, notify=changed)
    def oat(self) -> str:
        return self._colours["oat"]

    @Property(str, notify=changed)
    def blush(self) -> str:
        return self._colours["blush"]

    @Property(str, notify=changed)
    def rose(self) -> str:
        return self._colours["rose"]

    @Property(str, notify=changed)
    def regionIdle(self) -> str:
        return self._colours["regionIdle"]

    @Property(str, notify=changed)
    def regionOn(self) -> str:
        return self._colours["regionOn"]

    @Property(str, notify=changed)
    def ink(self) -> str:
        return self._colours["ink"]

    @Property(str, notify=changed)
    def soft(self) -> str:
        return self._colours["soft"]

    @Property(str, notify=changed)
    def wine(self) -> str:
        return self._colours["wine"]

    @Property(str, notify=changed)
    def inverse(self) -> str:
        return self._colours["inverse"]

    @Property(str, notify=changed)
    def stop(self) -> str:
        return self._colours["stop"]

    @Property(str, notify=changed)
    def stopGround(self) -> str:
        return self._colours["stopGround"]

    @Property(str, notify=changed)
    def caution(self) -> str:
        return self._colours["caution"]

    @Property(str, notify=changed)
    def cautionGround(self) -> str:
        return self._colours["cautionGround"]

    @Property(str, notify=changed)
    def info(self) -> str:
        return self._colours["info"]

    @Property(str, notify=changed)
    def infoGround(self) -> str:
        return self._colours["infoGround"]

    @Property(str, notify=changed)
    def ok(self) -> str:
        return self._colours["ok"]

    @Property(str, notify=changed)
    def okGround(self) -> str:
        return self._colours["okGround"]
