"""Keeps sealed records and gives them back to staff: write-only without a staff key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy.orm import Session

from kiosk.domain import claim
from kiosk.domain.record import Draft, Head, Kept, NotKept, OpenRecord, Reason
from kiosk.store import chain, queries, seal
from kiosk.store.age import Identity
from kiosk.store.database import Database
from kiosk.store.errors import Deleted, DiskFull, KeysError, StoreError, Tampered
from kiosk.store.keys import KeyRing
from kiosk.store.seal import Place
from kiosk.store.tables import DELETED, IDENTITY, REVIEWED, MarkRow, RecordRow


class RecordStore:
    """The records in ``folder/records.sqlite``; the file is opened when first used. Safe to call from any thread."""

    def __init__(self, folder: Path, keyring: KeyRing, clock: Callable[[], datetime]) -> None:
        """``clock`` gives the time with its zone."""
        self.database = Database(folder / "records.sqlite")
        self._keys = keyring
        self._clock = clock

    def open(self) -> None:
        """Opens the file before it is needed. Raises DatabaseError."""
        self.database.open()

    def close(self) -> None:
        self.database.close()

    @property
    def ready(self) -> bool:
        """Whether there are keys to seal to."""
        return self._keys.ready

    def keep(self, draft: Draft) -> Kept:
        """Returns only when the record would survive a power cut. Raises NotKept; then the draft may be sent again."""
        kept = self._kept(draft)
        # Raised out here, so that no other exception, with the draft in its frames, hangs on to this one.
        if isinstance(kept, Reason):
            raise NotKept(kept)
        return kept

    def _kept(self, draft: Draft) -> Kept | Reason:
        try:
            self._keys.load()
            with self.database.session() as session:
                row, code = self._sealed(draft, queries.last(session))
                session.add(row)
                kept = Kept(row.id, row.seq, code)
        except KeysError:
            return Reason.NO_KEYS
        except DiskFull:
            return Reason.DISK_FULL
        except (StoreError, OSError, ValueError, TypeError):
            return Reason.BROKEN
        return kept

    def _sealed(self, draft: Draft, last: RecordRow | None) -> tuple[RecordRow, str]:
        if last is not None and self._keys.epoch < last.key_epoch:
            raise KeysError("The list of recipients is older than the last record. Restore the newest keys folder.")
        place = Place(str(uuid4()), self._keys.kiosk, last.seq + 1 if last else 1, self._keys.epoch)
        code = claim.code(self._keys.claim_secret, place.seq)
        sealed = seal.seal(seal.body(place, code, draft), self._keys.recipients())
        row = RecordRow(
            id=place.id,
            kiosk=place.kiosk,
            seq=place.seq,
            day=self._clock().astimezone(UTC).date(),
            key_epoch=place.key_epoch,
            digest=chain.digest(sealed),
            prev=chain.link(last),
            sealed=sealed,
        )
        row.sig = self._keys.sign(chain.framed(row))
        return row, code

    def count(self) -> int:
        """How many records hold answers. Raises DatabaseError."""
        with self.database.session() as session:
            return queries.count(session)

    def heads(self, limit: int, offset: int = 0) -> tuple[Head, ...]:
        """Newest first, without the deleted ones. Raises DatabaseError."""
        with self.database.session() as session:
            return queries.heads(session, limit, offset)

    def find(self, code: str) -> Head | None:
        """The newest record with this claim code, however it was typed. Raises KeysError, DatabaseError."""
        if claim.tidy(code) is None:
            return None
        place = claim.place(self._keys.claim_secret, code)
        with self.database.session() as session:
            seqs = range(place, queries.newest(session) + 1, claim.SPACE)
            return queries.newest_of(session, seqs)

    def opened(self, id: str, identity: Identity, alone: bool = False) -> OpenRecord:
        """The record with its answers; ``alone`` opens it although its neighbours in the chain are wrong.

        Raises NoSuchRecord, Deleted, NotForThisKey, Tampered (Unlinked: for the neighbours' sake only), KeysError or
        DatabaseError.
        """
        with self.database.session() as session:
            row, marks = queries.row(session, id), queries.marks(session, id)
            chain.check(row, marks, self._keys)
            if DELETED in marks:
                raise Deleted
            if not alone:
                self._check_neighbours(session, row)
            place, sealed = Place(row.id, row.kiosk, row.seq, row.key_epoch), row.sealed
            head = queries.head(session, id)
        code, draft = seal.read(seal.open_sealed(sealed, identity), place)
        return OpenRecord(head, place.kiosk, code, draft)

    def faults(self) -> tuple[str, ...]:
        """One sentence for each record that is missing or not as it was written; empty when all are complete.

        Records cut off at the end cannot be seen here. Raises KeysError, DatabaseError.
        """
        found = []
        with self.database.session() as session:
            expected = 1
            for row, before, marks in queries.walk(session):
                found += [chain.missing(seq) for seq in range(expected, row.seq)]
                try:
                    chain.check(row, marks, self._keys)
                    if row.seq == expected:
                        chain.check_link(row, before)
                except Tampered as fault:
                    found.append(str(fault))
                expected = row.seq + 1
        return tuple(found)

    def mark_reviewed(self, id: str, by: str) -> None:
        """Notes who has read the record; the first one stays. Raises NoSuchRecord, KeysError, DatabaseError."""
        with self.database.session() as session:
            self._mark(session, id, REVIEWED, by)

    def confirm_identity(self, id: str, by: str) -> None:
        """Notes who made sure whose record it is; the first one stays. Raises as ``mark_reviewed``."""
        with self.database.session() as session:
            self._mark(session, id, IDENTITY, by)

    def delete(self, id: str, by: str) -> None:
        """Empties the record for good; its row stays, so that the chain can be checked. Raises as ``mark_reviewed``."""
        with self.database.session() as session:
            self._mark(session, id, DELETED, by)
            queries.row(session, id).sealed = b""
        self.database.forget_freed()

    def _check_neighbours(self, session: Session, row: RecordRow) -> None:
        chain.check_link(row, queries.numbered(session, row.seq - 1))
        after = queries.numbered(session, row.seq + 1)
        # The next one bears witness to this one, but not when it was changed itself.
        if after is not None and self._keys.signed(chain.framed(after), after.sig):
            chain.check_link(after, row)

    def _mark(self, session: Session, id: str, kind: str, by: str) -> None:
        queries.row(session, id)
        if session.get(MarkRow, (id, kind)) is None:
            mark = MarkRow(record=id, kind=kind, by=by, at=self._clock().astimezone(UTC).isoformat(timespec="seconds"))
            mark.sig = self._keys.sign(chain.framed_mark(mark))
            session.add(mark)
