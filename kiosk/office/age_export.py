"""The sealed records as they are, with what a staff computer needs to check them without the kiosk. Nothing is opened.

``manifest.jsonl`` has one JSON object a record in the order of their numbers, the deleted ones too, without which the
chain could not be followed: id, kiosk, seq, day, key_epoch, digest, prev and sig as in the kiosk's own table (bytes in
hex); sha256, of the file ``<id>.age``, empty when there is none; marks, a list of kind, by, at, sig; and for a record
that was sealed anew ``resealed``: key_epoch, digest, sig.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from kiosk.domain.record import Head
from kiosk.office.exporting import Export
from kiosk.office.whole import put, whole
from kiosk.store import chain, queries
from kiosk.store.errors import Tampered
from kiosk.store.files import sync_folder
from kiosk.store.queries import Whole

MANIFEST, RECIPIENTS = "manifest.jsonl", "recipients.json"


def write(work: Export) -> None:
    """The files, then the manifest; a folder without one was not finished. Raises StoreError, OSError."""
    with whole(work.out / MANIFEST) as manifest:
        for one in _all(work):
            line = json.dumps(_line(one, _kept(work, one)), ensure_ascii=False)
            manifest.write(f"{line}\n".encode())
        sync_folder(work.out)
    put(work.out / RECIPIENTS, (work.desk.keyring.folder / RECIPIENTS).read_bytes())


def _all(work: Export) -> Iterator[Whole]:
    """The records that were asked for, each with all that belongs to it; of all of them the deleted ones too."""
    database = work.desk.store.database
    with database.session() as session:
        stays = queries.stays(session) if work.whole else []
    heads = [Head(stay.id, stay.seq, stay.day) for stay in stays] or work.heads
    for head in work.steps(heads, "Writing sealed records"):
        with database.session() as session:
            found = queries.whole(session, [head.id])
        yield found[head.id]


def _kept(work: Export, one: Whole) -> bytes:
    """What is sealed, once it stands in its file; empty when it was deleted, or is not as the kiosk wrote it."""
    try:
        chain.check(one.row, one.marks, work.desk.keyring, one.resealed)
    except Tampered as fault:
        work.tell(str(fault))
        return b""
    sealed = one.resealed.sealed if one.resealed else one.row.sealed
    path = work.out / f"{one.row.id}.age"
    if not sealed:
        return b""
    # A file of an export that was ended half-way is as good as a new one.
    there = path.is_file() and path.read_bytes() == sealed
    if not there and work.free(path):
        put(path, sealed)
        there = True
    work.count += there
    return sealed


def _line(one: Whole, sealed: bytes) -> dict[str, Any]:
    row, again = one.row, one.resealed
    line: dict[str, Any] = {
        "id": row.id,
        "kiosk": row.kiosk,
        "seq": row.seq,
        "day": row.day.isoformat(),
        "key_epoch": row.key_epoch,
        "digest": row.digest.hex(),
        "prev": row.prev.hex(),
        "sig": row.sig.hex(),
        "sha256": hashlib.sha256(sealed).hexdigest() if sealed else "",
        "marks": [
            {"kind": mark.kind, "by": mark.by, "at": mark.at, "sig": mark.sig.hex()} for mark in one.marks.values()
        ],
    }
    if again is not None:
        line["resealed"] = {"key_epoch": again.key_epoch, "digest": again.digest.hex(), "sig": again.sig.hex()}
    return line
