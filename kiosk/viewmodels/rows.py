"""The one list model: shows any frozen dataclass, a role for each of its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from math import hypot
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Rows come from the view models")
class Rows(QAbstractListModel):
    """Rows of one dataclass. ``show`` keeps the delegates of rows that only changed their fields."""

    def __init__(self, kind: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(kind)]
        self._rows: tuple[Any, ...] = ()

    def roleNames(self) -> dict[int, QByteArray]:
        return {Qt.ItemDataRole.UserRole + place: QByteArray(name.encode()) for place, name in enumerate(self._names)}

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own signature)
        place = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= place < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[place])

    @Slot(float, float, float, result=str)
    def nearest(self, x: float, y: float, within: float) -> str:
        """The key of the row whose centre is nearest to a place and not farther than ``within``; empty when none is."""
        places = [(hypot(row.centreX - x, row.centreY - y), row.key) for row in self._rows]
        distance, key = min(places, default=(within, ""))
        return key if distance <= within else ""

    def show(self, rows: Sequence[Any]) -> None:
        """Shows these rows from now on."""
        old, new = self._rows, tuple(rows)
        if len(old) != len(new):
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        self._rows = new
        for place, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(place), self.index(place))

    @property
    def rows(self) -> tuple[Any, ...]:
        return self._rows
