"""The record that staff have open, as properties and rows: whose it is, alerts first, the face, every answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Property, QCoreApplication, QObject, QRectF, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.record import OpenRecord
from kiosk.viewmodels import phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.chart_rows import (
    AlertRow,
    AnswerRow,
    CalloutRow,
    NoteRow,
    ScoreRow,
    Told,
    alert_rows,
    answer_rows,
    callouts,
    note_rows,
    read_rows,
    score_rows,
    sent_time,
)
from kiosk.viewmodels.face import AreaRow, FaceMap, face_addresses, read_face
from kiosk.viewmodels.rows import Rows

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Chart(QObject):
    """One opened record; empty when there is none. ``drop`` forgets all of it."""

    changed = Signal()

    def __init__(self, access: Access, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self.record: OpenRecord | None = None
        self._face: FaceMap | None = None
        self._alerts = Rows(AlertRow, self)
        self._scores = Rows(ScoreRow, self)
        self._notes = Rows(NoteRow, self)
        self._read = Rows(NoteRow, self)
        self._answers = Rows(AnswerRow, self)
        self._areas = Rows(AreaRow, self)
        self._callouts = Rows(CalloutRow, self)

    @Property(Rows, constant=True)
    def alerts(self) -> Rows:
        return self._alerts

    @Property(Rows, constant=True)
    def scores(self) -> Rows:
        return self._scores

    @Property(Rows, constant=True)
    def notes(self) -> Rows:
        return self._notes

    @Property(Rows, constant=True)
    def read(self) -> Rows:
        return self._read

    @Property(Rows, constant=True)
    def answers(self) -> Rows:
        return self._answers

    @Property(Rows, constant=True)
    def areas(self) -> Rows:
        return self._areas

    @Property(Rows, constant=True)
    def callouts(self) -> Rows:
        return self._callouts

    @Property(str, notify=changed)
    def code(self) -> str:
        return self.record.code if self.record else ""

    @Property(str, notify=changed)
    def patient(self) -> str:
        if self.record is None:
            return ""
        return self.record.draft.name or QCoreApplication.translate("Staff", "No name given")

    @Property(str, notify=changed)
    def born(self) -> str:
        born = self.record.draft.born if self.record else ""
        return phrases.long_date(date.fromisoformat(born), self._access.locale) if born else ""

    @Property(str, notify=changed)
    def sent(self) -> str:
        """When the record was sent, in words, e.g. ``Sent November 24, 2026, 9:31 AM``."""
        if self.record is None:
            return ""
        day = phrases.long_date(self.record.draft.confirmed.date(), self._access.locale)
        time = sent_time(self.record, self._access.locale)
        return QCoreApplication.translate("Staff", "Sent %1, %2").replace("%1", day).replace("%2", time)

    @Property(str, notify=changed)
    def identityBy(self) -> str:
        return self.record.head.identity_by if self.record else ""

    @Property(str, notify=changed)
    def reviewedBy(self) -> str:
        return self.record.head.reviewed_by if self.record else ""

    @Property(str, notify=changed)
    def provenance(self) -> str:
        """Which words the patient saw: the questionnaire, the content, the record's number."""
        if self.record is None:
            return ""
        draft = self.record.draft
        say = QCoreApplication.translate("Staff", "Record %1. Questionnaire %2. Content %3. Language %4.")
        name = draft.questionnaire.rsplit("/", 1)[-1]
        for place, text in enumerate((str(self.record.seq), name, draft.content, draft.language), start=1):
            say = say.replace(f"%{place}", text)
        return say

    @Property(str, notify=changed)
    def below(self) -> str:
        """What lies below the areas of the drawing, as a picture's address."""
        return face_addresses(self._face, 0)[0] if self._face else ""

    @Property(str, notify=changed)
    def above(self) -> str:
        return face_addresses(self._face, 0)[1] if self._face else ""

    @Property(QRectF, notify=changed)
    def box(self) -> QRectF:
        """The drawing's own coordinates."""
        return QRectF(*self._face.box) if self._face else QRectF()

    @Property(str, notify=changed)
    def areaWords(self) -> str:
        """The chosen areas with their numbers."""
        return ", ".join(f"{row.number}\N{NO-BREAK SPACE}{row.title}" for row in self._areas.rows if row.chosen)

    def show(self, record: OpenRecord, lines: Sequence[Told], pictures: Path, label: Callable[[str, str], str]) -> None:
        """Shows a record: its answers as staff read them, the folder of drawings, the words of a drawing's area."""
        self.record = record
        self._alerts.show(alert_rows(record.draft.alerts))
        self._scores.show(score_rows(record.draft.scores))
        self._notes.show(note_rows(record.draft, lines))
        self._read.show(read_rows(record.draft))
        self._answers.show(answer_rows(record.draft, lines))
        self._show_face(record, pictures, label)
        self.changed.emit()

    def drop(self) -> None:
        self.record, self._face = None, None
        for rows in (self._alerts, self._scores, self._notes, self._read, self._answers, self._areas, self._callouts):
            rows.show(())
        self.changed.emit()

    def _show_face(self, record: OpenRecord, pictures: Path, label: Callable[[str, str], str]) -> None:
        for picture, codes in (record.draft.areas or {}).items():
            if (pictures / picture).is_file():
                face = self._face = read_face(pictures / picture)
                rows = [
                    AreaRow(area.code, n, label(picture, area.code), area.code in codes, area.outline, area.x, area.y)
                    for n, area in enumerate(face.areas, start=1)
                ]
                self._areas.show(rows)
                self._callouts.show(callouts(rows, face))
