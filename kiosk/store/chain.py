"""Every record is signed and names the one before: nothing can be changed, moved, left out or added unnoticed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kiosk.store.errors import Tampered, Unlinked
from kiosk.store.keys import KeyRing
from kiosk.store.signature import frame
from kiosk.store.tables import DELETED, RESEALED, MarkRow, RecordRow, ResealedRow

SHORT = 16
"""Hex digits of a head on paper."""
START = bytes(32)
"""``prev`` of the first record."""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The newest link of a chain: its number (0: there is none yet) and its SHA-256 in hex. Who holds it somewhere
    else can tell later whether the chain still leads there."""

    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Heads:
    """Where both chains end."""

    records: ChainHead
    audit: ChainHead

    @property
    def short(self) -> str:
        """For the foot of a page."""
        records, audit = self.records, self.audit
        return f"records to {records.seq} {records.digest[:SHORT]}, audit log to {audit.seq} {audit.digest[:SHORT]}"


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


def framed_resealed(resealed: ResealedRow) -> bytes:
    """The bytes of a record sealed anew that are signed."""
    return frame("waiting-room-kiosk resealed v1", resealed.record, resealed.key_epoch, resealed.digest)


def check(row: RecordRow, marks: dict[str, MarkRow], keys: KeyRing, resealed: ResealedRow | None = None) -> None:
    """Raises Tampered, with a sentence that names the number, when the record is not as this kiosk wrote it.

    ``marks`` are the record's own, by kind; ``resealed`` what it was sealed anew to.
    """
    if not keys.signed(framed(row), row.sig):
        raise Tampered(f"Record {row.seq} was changed or forged. Do not rely on it; ask the patient again.")
    for mark in marks.values():
        if not keys.signed(framed_mark(mark), mark.sig):
            raise Tampered(f"Who handled record {row.seq} was changed or forged. Check with your colleagues.")
    if not _sealed_as_signed(row, marks, keys, resealed):
        raise Tampered(f"The answers of record {row.seq} were changed. Do not rely on them; ask the patient again.")


def _sealed_as_signed(row: RecordRow, marks: dict[str, MarkRow], keys: KeyRing, resealed: ResealedRow | None) -> bool:
    """Whether what is sealed is what was signed, or staff have emptied it, or sealed it anew."""
    if resealed is not None:
        signed = keys.signed(framed_resealed(resealed), resealed.sig) and RESEALED in marks
        return signed and row.sealed == b"" and digest(resealed.sealed) == resealed.digest
    return digest(row.sealed) == row.digest or (row.sealed == b"" and DELETED in marks)


def check_link(row: RecordRow, before: RecordRow | None) -> None:
    """Raises Unlinked when the record does not follow ``before``, the one numbered one less; None: there is none."""
    if before is None and row.seq > 1:
        raise Unlinked(missing(row.seq - 1))
    if row.prev != link(before):
        raise Unlinked(f"Record {row.seq} does not follow record {row.seq - 1}: one of them was exchanged or changed.")


def missing(first: int, last: int | None = None) -> str:
    """The sentence about one or several numbers without a record."""
    if last is None or last == first:
        return f"Record {first} is missing. Tell your technician."
    return f"Records {first} to {last} are missing. Tell your technician."
