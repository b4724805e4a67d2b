"""What the clinic tells on the home page: one announcement at a time."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.library import Announcement
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.texts import BlockRow, block_rows

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Announcing(QObject):
    """The announcement of the day; empty when there is none."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._title = self._glyph = ""
        self._blocks = Rows(BlockRow, self)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def glyph(self) -> str:
        return self._glyph

    @Property(Rows, constant=True)
    def blocks(self) -> Rows:
        return self._blocks

    def show(self, announcement: Announcement | None, glyph: str) -> None:
        self._title = announcement.title if announcement else ""
        self._glyph = glyph
        self._blocks.show(block_rows(announcement.blocks if announcement else ()))
        self.changed.emit()
