"""Sealed records in a folder, as an export writes them: read and checked on a staff computer, never changed.

The folder has ``<id>.age`` files, ``manifest.jsonl`` with what the kiosk signed of each, ``recipients.json`` and
``head.txt``. Whose kiosk it was is told by the signer's key in it: compare the fingerprint with the kiosk's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, cast
from uuid import UUID

from kiosk.domain.office import Glance
from kiosk.domain.record import Head, OpenRecord
from kiosk.store import chain, recipients, seal
from kiosk.store.age import Identity
from kiosk.store.errors import FolderRefused, NoSuchRecord, StoreError, Tampered
from kiosk.store.glances import glance
from kiosk.store.keys import KeyRing
from kiosk.store.queries import Whole
from kiosk.store.recipients import Recipients
from kiosk.store.seal import Place
from kiosk.store.signature import Signer, frame, verified
from kiosk.store.tables import DELETED, IDENTITY, REVIEWED, MarkRow, RecordRow, ResealedRow

MANIFEST, RECIPIENTS, HEAD = "manifest.jsonl", "recipients.json", "head.txt"
LARGEST = 32 * 1024 * 1024
"""Bytes of a record; ours have some ten thousand."""
FULLEST = 512 * 1024 * 1024
"""Bytes of a manifest: half a million records."""
SIGNED = "\nsignature: "
READ_ONLY = "These records are a copy. They can be read here; change them on the kiosk."


class Witness:
    """The kiosk's public key, which is all that checking its records takes."""

    def __init__(self, public: bytes) -> None:
        self.public = public

    def signed(self, content: bytes, signature: bytes) -> bool:
        return verified(self.public, content, signature)


class FolderArchive:
    """The records in ``folder``; the manifest is read at once, a record when it is opened."""

    def __init__(self, folder: Path) -> None:
        """Raises FolderRefused, KeysRefused or OSError."""
        self.folder = folder
        if not (folder / MANIFEST).is_file():
            raise FolderRefused
        self._witness, self.recipients = _recipients(_bytes(folder / RECIPIENTS, LARGEST))
        lines = _bytes(folder / MANIFEST, FULLEST).splitlines()
        rows = [_line(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
        self._by_id = {one.row.id: one for one in rows}
        self._by_seq = {one.row.seq: one for one in rows}
        newest_first = sorted(rows, key=lambda one: one.row.seq, reverse=True)
        self._kept = [one for one in newest_first if DELETED not in one.marks]

    @property
    def fingerprint(self) -> str:
        """Eight words that stand for the list of recipients."""
        return self.recipients.fingerprint

    def count(self) -> int:
        return len(self._kept)

    def heads(self, limit: int, offset: int = 0) -> tuple[Head, ...]:
        """Newest first, without the deleted ones."""
        return tuple(_head(one) for one in self._kept[offset : offset + limit])

    def find(self, code: str) -> Head | None:  # noqa: ARG002 (a kiosk answers; here the codes are sealed)
        """None: only the kiosk's own secret leads from a code to a record without opening others."""
        return None

    def opened(self, id: str, identity: Identity) -> OpenRecord:
        """Raises NoSuchRecord, Tampered (Unlinked) or NotForThisKey."""
        one = self._by_id.get(id)
        if one is None or DELETED in one.marks:
            raise NoSuchRecord
        sealed = self._sealed(one)
        row = RecordRow(**{**_columns(one.row), "sealed": b"" if one.resealed else sealed})
        again = one.resealed and ResealedRow(**{**_columns(one.resealed), "sealed": sealed})
        chain.check(row, one.marks, self._keys, again)
        self._check_neighbours(row)
        code, draft = seal.read(seal.open_sealed(sealed, identity), Place(row.id, row.kiosk, row.seq, row.key_epoch))
        return OpenRecord(_head(one), row.kiosk, code, draft)

    def glances(self, identity: Identity, limit: int, offset: int) -> tuple[Glance | None, ...]:
        """Whose records these are, newest first; None for one that does not open with this key."""
        return tuple(self._glance(one, identity) for one in self._kept[offset : offset + limit])

    def faults(self) -> tuple[str, ...]:
        """One sentence for each record that is missing or does not follow the one before, and for another end than the
        kiosk has signed. What is sealed in each is checked when it is opened."""
        found: list[str] = []
        expected, before = 1, None
        for seq in sorted(self._by_seq):
            row = self._by_seq[seq].row
            if seq > expected:
                found.append(chain.missing(expected, seq - 1))
            try:
                if seq == expected:
                    chain.check_link(row, before)
            except Tampered as fault:
                found.append(str(fault))
            expected, before = seq + 1, row
        return (*found, *self._end_faults(before))

    def mark_reviewed(self, id: str, by: str) -> NoReturn:  # noqa: ARG002 (an archive's own way to say no)
        raise FolderRefused(READ_ONLY)

    def confirm_identity(self, id: str, by: str) -> NoReturn:  # noqa: ARG002
        raise FolderRefused(READ_ONLY)

    def delete(self, id: str, by: str) -> NoReturn:  # noqa: ARG002
        raise FolderRefused(READ_ONLY)

    @property
    def _keys(self) -> KeyRing:
        # Of the keys nothing is asked here but whether they signed.
        return cast(KeyRing, self._witness)

    def _glance(self, one: Whole, identity: Identity) -> Glance | None:
        try:
            return glance(self._sealed(one), one.row.id, one.row.seq, identity)
        except StoreError:
            return None

    def _sealed(self, one: Whole) -> bytes:
        try:
            return _bytes(self.folder / f"{one.row.id}.age", LARGEST)
        except OSError:
            pass
        raise Tampered(f"The file of record {one.row.seq} is missing or cannot be read. Export it again.")

    def _check_neighbours(self, row: RecordRow) -> None:
        """Those that are in the folder: an export may hold one record alone."""
        before, after = self._by_seq.get(row.seq - 1), self._by_seq.get(row.seq + 1)
        if before is not None or row.seq == 1:
            chain.check_link(row, before.row if before else None)
        if after is not None and self._witness.signed(chain.framed(after.row), after.row.sig):
            chain.check_link(after.row, row)

    def _end_faults(self, last: RecordRow | None) -> Iterator[str]:
        try:
            text, _, signature = _bytes(self.folder / HEAD, LARGEST).decode().replace("\r\n", "\n").rpartition(SIGNED)
            lines = dict(line.split(": ", 1) for line in text.split("\n"))
            seq, digest = lines["record-head"].split()
            framed = frame("waiting-room-kiosk head v1", text)
            good = self._witness.signed(framed, bytes.fromhex(signature))
        except (OSError, ValueError, KeyError, StoreError):
            good = False
        if not good:
            yield f"{HEAD} is missing or was changed, so nobody can tell whether records are missing at the end."
        elif (last.seq if last else 0) < int(seq):
            yield chain.missing(last.seq + 1 if last else 1, int(seq))
        elif last is not None and last.seq == int(seq) and chain.link(last).hex() != digest:
            yield "The records do not end as the kiosk has signed it. Tell your technician."


def _recipients(file: bytes) -> tuple[Witness, Recipients]:
    try:
        witness = Witness(bytes.fromhex(json.loads(file)["signer"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FolderRefused(f"{RECIPIENTS} cannot be read. Export the records again.") from None
    return witness, recipients.read(file, cast(Signer, witness))


def _line(number: int, line: bytes) -> Whole:
    try:
        return _whole(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        pass
    raise FolderRefused(f"Line {number} of {MANIFEST} cannot be read. Export the records again.")


def _whole(held: dict[str, Any]) -> Whole:
    id = str(UUID(held["id"]))
    row = RecordRow(
        id=id,
        kiosk=str(held["kiosk"]),
        seq=int(held["seq"]),
        day=date.fromisoformat(held["day"]),
        key_epoch=int(held["key_epoch"]),
        digest=bytes.fromhex(held["digest"]),
        prev=bytes.fromhex(held["prev"]),
        sig=bytes.fromhex(held["sig"]),
        sealed=b"",
    )
    return Whole(row, _marks(id, held.get("marks", ())), _resealed(id, held.get("resealed")))


def _marks(id: str, held: Iterable[dict[str, Any]]) -> dict[str, MarkRow]:
    marks = [
        MarkRow(record=id, kind=str(one["kind"]), by=str(one["by"]), at=str(one["at"]), sig=bytes.fromhex(one["sig"]))
        for one in held
    ]
    for mark in marks:
        datetime.fromisoformat(mark.at)
    return {mark.kind: mark for mark in marks}


def _resealed(id: str, held: dict[str, Any] | None) -> ResealedRow | None:
    if held is None:
        return None
    return ResealedRow(
        record=id,
        key_epoch=int(held["key_epoch"]),
        digest=bytes.fromhex(held["digest"]),
        sig=bytes.fromhex(held["sig"]),
        sealed=b"",
    )


def _columns(row: RecordRow | ResealedRow) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def _head(one: Whole) -> Head:
    reviewed, identity = one.marks.get(REVIEWED), one.marks.get(IDENTITY)
    return Head(
        one.row.id,
        one.row.seq,
        one.row.day,
        reviewed.by if reviewed else "",
        datetime.fromisoformat(reviewed.at) if reviewed else None,
        identity.by if identity else "",
    )


def _bytes(path: Path, most: int) -> bytes:
    """The file. Raises FolderRefused when it is too large to be ours, or OSError."""
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise FolderRefused(f"{path.name} is too large for a file of the kiosk. Export the records again.")
    return content
