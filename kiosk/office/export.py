"""Records written out for other programs and for paper: one FHIR bundle, a PDF each, or the sealed files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.literal import dumps
from kiosk.domain.record import OpenRecord
from kiosk.fhir.bundle import bundle
from kiosk.machine import ready_for_paper
from kiosk.office.checking import number
from kiosk.office.records import Unlocked
from kiosk.office.terminal import complain, say
from kiosk.store import queries
from kiosk.store.files import write_durably

BUNDLE = "responses.json"

Files = Iterator[tuple[str, bytes]]


def export(desk: Unlocked, form: str, out: Path, code: str, content: Path) -> int:
    """Writes the records, or the one with this ``code``, into ``out``, each file whole or not at all; what is there
    already is left alone and told. Raises Trouble, StoreError or OSError."""
    out.mkdir(parents=True, exist_ok=True, mode=0o700)
    count = 0
    for name, data in _files(desk, form, code, content):
        if (out / name).exists():
            desk.faults.append(name)
            complain(f"{out / name} is there already and was left as it is. Move it, or choose another folder.")
        else:
            write_durably(out / name, data)
            count += 1
    say(f"{number(count, 'file')} written to {out}.")
    return desk.outcome


def _files(desk: Unlocked, form: str, code: str, content: Path) -> Files:
    if form == "fhir":
        return _fhir(desk, code)
    return _pdf(desk, code, content) if form == "pdf" else _age(desk, code)


def _records(desk: Unlocked, code: str) -> Iterator[OpenRecord]:
    for head in desk.heads(code):
        record = desk.opened(head)
        if record is not None:
            yield record


def _fhir(desk: Unlocked, code: str) -> Files:
    """The responses in the order they were sent."""
    responses = [record.draft.response for record in _records(desk, code)][::-1]
    yield BUNDLE, dumps(bundle(responses)).encode() + b"\n"


def _pdf(desk: Unlocked, code: str, content: Path) -> Files:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ready_for_paper()
    from kiosk import printing  # noqa: PLC0415 (Qt, which the other formats do without)
    from kiosk.app import application  # noqa: PLC0415
    from kiosk.content.load import load  # noqa: PLC0415
    from kiosk.desktop import Paper  # noqa: PLC0415
    from kiosk.options import Options  # noqa: PLC0415

    fonts = application([])
    paper = Paper(load(content).library, Options(desk.data, content), desk.keyring.fingerprint)
    for record in _records(desk, code):
        yield printing.file_name(record), printing.record_bytes(paper.sheet(record, desk.name))
    del fonts


def _age(desk: Unlocked, code: str) -> Files:
    """What is sealed, as age files; each was opened before, so that it is known to be whole."""
    for record in _records(desk, code):
        with desk.store.database.session() as session:
            sealed = bytes(queries.row(session, record.id).sealed)
        yield f"{record.id}.age", sealed
