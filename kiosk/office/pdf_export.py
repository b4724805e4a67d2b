"""A PDF of each visit, with the heads of both chains at its foot."""

from __future__ import annotations

import os
from dataclasses import replace

from kiosk.machine import ready_for_paper
from kiosk.office.exporting import Export
from kiosk.office.whole import put


def write(work: Export) -> None:
    """One file a record. Raises Trouble, StoreError, OSError."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ready_for_paper()
    from kiosk import printing  # noqa: PLC0415 (Qt, which the other formats do without)
    from kiosk.content.load import load  # noqa: PLC0415
    from kiosk.desktop import Paper  # noqa: PLC0415
    from kiosk.fonts import application  # noqa: PLC0415
    from kiosk.options import Options  # noqa: PLC0415

    fonts = application([])
    desk, chains = work.desk, work.desk.store.chains().short
    paper = Paper(load(work.content).library, Options(desk.data, work.content), desk.keyring.fingerprint)
    for record in work.records("Writing pages"):
        path = work.out / printing.file_name(record)
        if work.free(path):
            put(path, printing.record_bytes(replace(paper.sheet(record, desk.name), chains=chains)))
            work.count += 1
    del fonts
