"""A look into many records one after the other for whose they are: only that is read, and the rest dropped at once."""

from __future__ import annotations

import json
import re
from datetime import datetime

from sqlalchemy import and_, exists, func, select

from kiosk.domain.office import Glance
from kiosk.store import seal
from kiosk.store.age import Identity
from kiosk.store.database import Database
from kiosk.store.errors import RecordError
from kiosk.store.tables import DELETED, MarkRow, RecordRow, ResealedRow

TEXT = rb'("(?:[^"\\]|\\.)*")'
WHOSE = re.compile(b'"code": ' + TEXT + b', "name": ' + TEXT + b', "born": ' + TEXT)
"""What stands side by side in a record. Inside of an answer a quotation mark has a backslash before it, and FHIR has no
such neighbours, so it is found without reading all of the JSON."""
SENT = re.compile(b'"confirmed": ' + TEXT)
_SEALED = (
    select(RecordRow.id, RecordRow.seq, func.coalesce(ResealedRow.sealed, RecordRow.sealed))
    .outerjoin(ResealedRow, ResealedRow.record == RecordRow.id)
    .where(~exists().where(and_(MarkRow.record == RecordRow.id, MarkRow.kind == DELETED)))
    .order_by(RecordRow.seq.desc())
)


def glances(database: Database, identity: Identity, limit: int, offset: int) -> tuple[Glance | None, ...]:
    """The records from ``offset`` on, newest first, without the deleted ones; None for one that does not open with this
    key. Nothing is checked: a record is opened properly before anybody relies on it. Raises DatabaseError."""
    with database.session() as session:
        rows = session.connection().execute(_SEALED.limit(limit).offset(offset)).all()
    return tuple(glance(sealed, id, seq, identity) for id, seq, sealed in rows)


def glance(sealed: bytes, id: str, seq: int, identity: Identity) -> Glance | None:
    """Whose record it is; None when it does not open, or belongs elsewhere."""
    try:
        content = seal.open_sealed(sealed, identity)
    except RecordError:
        return None
    whose, sent = WHOSE.search(content), SENT.search(content)
    if whose is None or sent is None or f'"id": "{id}"'.encode() not in content[:200]:
        return None
    try:
        code, name, born = (str(json.loads(part.decode())) for part in whose.groups())
        return Glance(id, seq, code, name, born, datetime.fromisoformat(json.loads(sent[1].decode())))
    except (ValueError, TypeError):
        return None
