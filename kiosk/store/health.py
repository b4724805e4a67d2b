"""Goes through every record and says which are missing, changed or damaged, while patients go on sending."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.store import chain, queries
from kiosk.store.chain import ChainHead
from kiosk.store.database import Database, trouble
from kiosk.store.errors import DatabaseBroken, Tampered
from kiosk.store.keys import KeyRing
from kiosk.store.queries import Whole
from kiosk.store.tables import RecordRow

BATCH = 100
"""Records that are read at a time; between two batches a Send may come."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of the file, the records and the audit log found; ``faults`` are sentences. ``damaged``: SQLite
    cannot rely on the file any more, and its records should be saved into a new one."""

    records: int
    entries: int
    faults: tuple[str, ...]
    damaged: bool = False


class Inspection:
    """One walk through the records, in the order of their numbers."""

    def __init__(self, database: Database, keys: KeyRing, known: tuple[ChainHead, ...]) -> None:
        """``known`` are heads that were noted somewhere else."""
        self._database = database
        self._keys = keys
        self._known = known
        self._expected = 1
        self._before: RecordRow | None = None
        self.records = 0
        self.faults: list[str] = []

    def run(self) -> None:
        """Fills ``records`` and ``faults``. Raises KeysError, DatabaseError."""
        with trouble():
            for seq, whole in self._walk():
                self.records += 1
                self._visit(seq, whole)
        missing = max((head.seq for head in self._known), default=0)
        if self._expected <= missing:
            self.faults.append(chain.missing(self._expected, missing))

    def _visit(self, seq: int, whole: Whole | None) -> None:
        if seq > self._expected:
            self.faults.append(chain.missing(self._expected, seq - 1))
        if whole is None:
            self.faults.append(f"Record {seq} cannot be read: the file is damaged there. Tell your technician.")
        else:
            self._check(whole, seq)
        self._expected = max(self._expected, seq + 1)
        self._before = whole.row if whole else None

    def _check(self, whole: Whole, seq: int) -> None:
        if seq < self._expected:
            self.faults.append(f"Record {seq} is there twice. Tell your technician.")
            return
        try:
            chain.check(whole.row, whole.marks, self._keys, whole.resealed)
            if seq == 1 or (self._before is not None and self._before.seq == seq - 1):
                chain.check_link(whole.row, self._before)
        except Tampered as fault:
            self.faults.append(str(fault))
        else:
            if any(head.seq == seq and chain.link(whole.row).hex() != head.digest for head in self._known):
                self.faults.append(f"Record {seq} is not the one that was noted before: it was exchanged or changed.")

    def _walk(self) -> Iterator[tuple[int, Whole | None]]:
        with self._database.session() as session:
            places = queries.places(session)
        numbered = sorted((seq, id) for seq, id in places if type(seq) is int)
        if len(numbered) < len(places):
            self.faults.append("A record has lost its number: it was changed. Tell your technician.")
        for start in range(0, len(numbered), BATCH):
            batch = numbered[start : start + BATCH]
            found = self._found([id for _, id in batch])
            yield from ((seq, found.get(id)) for seq, id in batch)

    def _found(self, ids: list[str]) -> dict[str, Whole]:
        """The records with these ids, but for those that cannot be read."""
        try:
            with self._database.session() as session:
                return queries.whole(session, ids)
        except DatabaseBroken:
            if len(ids) == 1:
                return {}
        return {key: whole for id in ids for key, whole in self._found([id]).items()}
