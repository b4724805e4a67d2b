"""What is inside a sealed record: JSON of one layout, padded so that its length says nothing, and read back."""

from __future__ import annotations

import gzip
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from kiosk.domain.literal import dumps, loads
from kiosk.domain.record import Draft, Json
from kiosk.store import age
from kiosk.store.age import Identity
from kiosk.store.errors import Tampered

VERSION = 1
BLOCK = 4096
LARGEST_DEFINITION = 32 * 1024 * 1024
"""Bytes of a questionnaire unpacked; more is no questionnaire of ours."""

_PACKED: list[tuple[Mapping[str, Any], str]] = []
"""The form in use and its text: visit after visit sends the same one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record belongs. age has no associated data, so this is repeated inside and compared on opening."""

    id: str
    kiosk: str
    seq: int
    key_epoch: int


def body(place: Place, code: str, draft: Draft) -> bytes:
    """The record as UTF-8 JSON with trailing spaces, 4 KiB x 2^n bytes long.

    Raises ValueError or TypeError when the draft holds what JSON cannot.
    """
    layout = {
        "v": VERSION,
        "id": place.id,
        "kiosk": place.kiosk,
        "seq": place.seq,
        "key_epoch": place.key_epoch,
        "questionnaire": draft.questionnaire,
        "sha256": draft.sha256,
        "content": draft.content,
        "started": draft.started.isoformat(),
        "confirmed": draft.confirmed.isoformat(),
        "tz": zone(draft.confirmed),
        "lang": draft.language,
        "app": draft.app,
        "response": draft.response,
        "code": code,
        "name": draft.name,
        "born": draft.born,
        "alerts": draft.alerts,
        "areas": draft.areas,
        "questions": draft.questions,
        "discuss": draft.discuss,
        "asks": draft.asks,
        "read": draft.read,
        "scores": draft.scores,
        "definition": packed(draft),
    }
    return padded(dumps(layout).encode())


def packed(draft: Draft) -> str:
    """The questionnaire that was asked (S21), gzipped and in base64: as it stands it is ten times as long as all
    answers. Empty when the draft has none."""
    if not draft.definition:
        return ""
    for definition, text in _PACKED:
        if definition is draft.definition:
            return text
    text = b64encode(gzip.compress(dumps(draft.definition).encode(), mtime=0)).decode()
    _PACKED[:] = [(draft.definition, text)]
    return text


def unpacked(definition: object) -> Json:
    """What ``packed`` made a text of. Raises ValueError."""
    if not isinstance(definition, str) or not definition:
        return {}
    with gzip.GzipFile(fileobj=BytesIO(b64decode(definition, validate=True))) as file:
        found = loads(file.read(LARGEST_DEFINITION))
    return found if isinstance(found, dict) else {}


def padded(content: bytes) -> bytes:
    """With trailing spaces up to the next of 4, 8, 16, 32 ... KiB."""
    length = BLOCK
    while length < len(content):
        length *= 2
    return content.ljust(length)


def zone(moment: datetime) -> str:
    """The time zone's IANA name where it has one, else its offset such as ``UTC+02:00``."""
    return str(getattr(moment.tzinfo, "key", None) or moment.tzname() or "")


def seal(content: bytes, recipients: Iterable[str]) -> bytes:
    """One age file that each recipient's key opens. Raises KeysRefused when there is nobody to seal to."""
    return age.seal(content, recipients)


def open_sealed(sealed: bytes, identity: Identity) -> bytes:
    """What is inside. Raises NotForThisKey or Tampered."""
    return identity.open(sealed)


def read(content: bytes, place: Place) -> tuple[str, Draft]:
    """The claim code and the draft. Raises Tampered when the record belongs elsewhere or is of another layout."""
    try:
        held = loads(content)
        inside = Place(held["id"], held["kiosk"], held["seq"], held["key_epoch"])
        opened = (str(held["code"]), _draft(held)) if held["v"] == VERSION else None
    except (ValueError, KeyError, TypeError, AttributeError, OSError, EOFError, zlib.error):
        opened, inside = None, place
    if opened is None:
        raise Tampered("What is sealed in this record is not in the layout this program writes.")
    if inside != place:
        raise Tampered("This record's content was sealed for another record. Do not rely on it; ask the patient again.")
    return opened


def _draft(held: Mapping[str, Any]) -> Draft:
    areas = held["areas"]
    return Draft(
        questionnaire=held["questionnaire"],
        sha256=held["sha256"],
        content=held["content"],
        started=datetime.fromisoformat(held["started"]),
        confirmed=datetime.fromisoformat(held["confirmed"]),
        language=held["lang"],
        app=held["app"],
        response=held["response"],
        name=held["name"],
        born=held["born"],
        alerts=tuple(held["alerts"]),
        areas=None if areas is None else {key: tuple(codes) for key, codes in areas.items()},
        questions=tuple(held["questions"]),
        discuss=tuple(held["discuss"]),
        asks=tuple(held["asks"]),
        read=tuple(held["read"]),
        scores=tuple(held.get("scores", ())),
        definition=unpacked(held.get("definition")),
    )
