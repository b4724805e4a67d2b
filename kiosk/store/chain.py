"""Every record is signed and names the one before: nothing can be changed, moved, left out or added unnoticed."""

from __future__ import annotations

import hashlib

from kiosk.store.errors import Tampered, Unlinked
from kiosk.store.keys import KeyRing
from kiosk.store.signature import frame
from kiosk.store.tables import DELETED, MarkRow, RecordRow

START = bytes(32)
"""``prev`` of the first record."""


def framed(row: RecordRow) -> bytes:
    """The bytes of a record that are signed."""
    return frame(
        "waiting-room-kiosk record v1",
        row.id,
        row.kiosk,
        row.seq,
        row.day.isoformat(),
        row.key_epoch,
        row.digest,
        row.prev,
    )


def link(row: RecordRow | None) -> bytes:
    """What the record after this one holds as ``prev``."""
    return START if row is None else hashlib.sha256(framed(row)).digest()


def digest(sealed: bytes) -> bytes:
    return hashlib.sha256(sealed).digest()


def framed_mark(mark: MarkRow) -> bytes:
    """The bytes of a mark that are signed."""
    return frame("waiting-room-kiosk mark v1", mark.record, mark.kind, mark.by, mark.at)


def check(row: RecordRow, marks: dict[str, MarkRow], keys: KeyRing) -> None:
    """Raises Tampered, with a sentence that names the number, when the record is not as this kiosk wrote it.

    ``marks`` are the record's own, by kind.
    """
    if not keys.signed(framed(row), row.sig):
        raise Tampered(f"Record {row.seq} was changed or forged. Do not rely on it; ask the patient again.")
    for mark in marks.values():
        if not keys.signed(framed_mark(mark), mark.sig):
            raise Tampered(f"Who handled record {row.seq} was changed or forged. Check with your colleagues.")
    if digest(row.sealed) != row.digest and not (row.sealed == b"" and DELETED in marks):
        raise Tampered(f"The answers of record {row.seq} were changed. Do not rely on them; ask the patient again.")


def check_link(row: RecordRow, before: RecordRow | None) -> None:
    """Raises Unlinked when the record does not follow ``before``, the one numbered one less; None: there is none."""
    if before is None and row.seq > 1:
        raise Unlinked(missing(row.seq - 1))
    if row.prev != link(before):
        raise Unlinked(f"Record {row.seq} does not follow record {row.seq - 1}: one of them was exchanged or changed.")


def missing(seq: int) -> str:
    """The sentence about a number without a record."""
    return f"Record {seq} is missing. Tell your technician."
