"""The responses and the questionnaires they answer as one FHIR R4 Bundle, written entry by entry."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.record import Json
from kiosk.fhir.bundle import entries, text
from kiosk.office.exporting import Export
from kiosk.office.whole import whole

BUNDLE = "responses.json"


def write(work: Export) -> None:
    """One file, in the order they were sent. Raises StoreError, OSError."""
    met: list[str] = []
    with whole(work.out / BUNDLE) as file:
        for piece in text(entries(_asked(work, met))):
            file.write(piece.encode())
    work.count = len(met)


def _asked(work: Export, met: list[str]) -> Iterator[tuple[str, Json, Json, str]]:
    for record in work.records("Writing responses"):
        met.append(record.id)
        draft = record.draft
        yield record.id, draft.response, draft.definition, draft.questionnaire
