"""One file that holds what the clinic must not lose: the records as they are sealed, the keys, the settings.

It is a plain tar, written beside and renamed: ``manifest.json`` (kiosk, epoch of the keys, number of records, heads of
both chains, size and SHA-256 of every part), ``manifest.sig`` (the kiosk's signature of the manifest's bytes), then the
parts by their names in the data folder. Nothing is opened for it, so it can be read with a staff key only.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from kiosk.store.audit import Event
from kiosk.store.chain import ChainHead
from kiosk.store.errors import KeysError
from kiosk.store.files import make_folder, sync_folder
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.signature import frame
from kiosk.store.space import Room

SENTENCE = (
    "This backup holds the kiosk's own signing key: nobody can read answers with it, but whoever has it could write "
    "records in this kiosk's name. Keep it where you keep the recovery key."
)
VERSION = 1
RECORDS, SETTINGS, EPOCH = "records.sqlite", "settings.toml", "keys.epoch"
KEYS = ("keys/kiosk.key", "keys/claim.key", "keys/recipients.json")
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
ROOM = "records.copying"
NIGHTLY = re.compile(r"kiosk-(\d{6,})-(\d{4}-\d{2}-\d{2})\.backup\.tar")
BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked for a backup, empty for the kiosk itself; ``progress`` hears how many bytes of how many are written."""

    by: str = ""
    progress: Callable[[int, int], None] = lambda _done, _total: None


NOBODY = Asked()


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside; ``name`` is its place in the data folder, ``size`` in bytes, ``sha256`` in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself. ``records`` and ``audit`` are the heads of the two chains, ``made`` its time in
    ISO 8601, ``count`` the records with answers."""

    kiosk: str
    epoch: int
    count: int
    records: ChainHead
    audit: ChainHead
    made: str
    parts: tuple[Part, ...]

    @property
    def manifest(self) -> bytes:
        return json.dumps({"v": VERSION, **asdict(self)}, ensure_ascii=False, indent=1).encode()


def signed(manifest: bytes) -> bytes:
    """What the kiosk signs."""
    return frame("waiting-room-kiosk backup v1", manifest)


def backup(
    folder: Path,
    file: Path,
    store: RecordStore,
    keyring: KeyRing,
    now: datetime,
    asked: Asked = NOBODY,
) -> Backup:
    """Writes the data folder to ``file``, whole or not at all, readable for its owner only, while patients send.
    Show ``SENTENCE`` to whoever ``asked`` for it.

    Raises FileExistsError for what is there already, KeysError, DatabaseError or OSError.
    """
    if file.exists():
        raise FileExistsError(file.name)
    room = folder / ROOM
    shutil.rmtree(room, ignore_errors=True)
    make_folder(room)
    copy = room / RECORDS
    try:
        store.database.copy(copy)
        heads = _heads(room, keyring, now)
        parts = tuple(Part(name, path.stat().st_size, sha256(path)) for name, path in _files(folder, copy, keyring))
        said = Backup(keyring.kiosk, keyring.epoch, *heads, now.isoformat(timespec="seconds"), parts)
        make_folder(file.parent)
        _write(file, said, keyring, dict(_files(folder, copy, keyring)), asked.progress)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    store.audit.note(Event.BACKUP, asked.by, saved=said.count, file=f"{file.parent.name}/{file.name}")
    return said


def _heads(room: Path, keyring: KeyRing, now: datetime) -> tuple[int, ChainHead, ChainHead]:
    """Asked of the copy: patients have sent more since."""
    copied = RecordStore(room, keyring, lambda: now, lambda _: Room(0))
    try:
        return copied.count(), copied.head(), copied.audit.head()
    finally:
        copied.close()


def _files(folder: Path, copy: Path, keyring: KeyRing) -> Iterator[tuple[str, Path]]:
    yield RECORDS, copy
    staff = [f"keys/staff/{one.slug}.age" for one in keyring.staff]
    for name in (*KEYS, *staff, EPOCH, SETTINGS):
        if (folder / name).is_file():
            yield name, folder / name
        elif name in KEYS:
            raise KeysError


class _Told:
    """A file being read, part by part, and somebody who hears of it."""

    def __init__(self, source: IO[bytes], hear: Callable[[int], None]) -> None:
        self._source, self._hear = source, hear

    def read(self, size: int = -1) -> bytes:
        block = self._source.read(size)
        self._hear(len(block))
        return block


def _write(
    file: Path, said: Backup, keyring: KeyRing, parts: dict[str, Path], progress: Callable[[int, int], None]
) -> None:
    done, total = 0, sum(part.size for part in said.parts)

    def hear(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    beside = file.with_name(file.name + ".new")
    beside.unlink(missing_ok=True)
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as out:
            with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
                for name, content in ((MANIFEST, said.manifest), (SIGNATURE, keyring.sign(signed(said.manifest)))):
                    _add(tar, name, len(content), BytesIO(content))
                for part in said.parts:
                    with parts[part.name].open("rb") as source:
                        _add(tar, part.name, part.size, _Told(source, hear))
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def _add(tar: tarfile.TarFile, name: str, size: int, source: BytesIO | _Told) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    tar.addfile(member, source)


def sha256(path: Path) -> str:
    """In hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def due(folder: Path, now: datetime) -> bool:
    """Whether ``folder`` has no nightly backup of this day yet."""
    return all(day != now.date().isoformat() for _, day, _ in _nightly(folder))


def nightly(data: Path, folder: Path, store: RecordStore, keyring: KeyRing, now: datetime, keep: int = 14) -> Path:
    """Makes a backup in ``folder`` and keeps the newest ``keep`` of those made so; other files are left alone. Their
    order is that of their numbers, for a clock may be wrong. Raises as ``backup``."""
    there = _nightly(folder)
    number = there[-1][0] + 1 if there else 1
    file = folder / f"kiosk-{number:06d}-{now.date().isoformat()}.backup.tar"
    backup(data, file, store, keyring, now)
    for _, _, old in _nightly(folder)[: -max(keep, 1)]:
        old.unlink(missing_ok=True)
    return file


def newest(folder: Path) -> date | None:
    """The day of the newest nightly backup in ``folder``. Raises OSError when the folder cannot be read."""
    days = [date.fromisoformat(day) for _, day, _ in _nightly(folder)]
    return days[-1] if days else None


def _nightly(folder: Path) -> list[tuple[int, str, Path]]:
    if not folder.is_dir():
        return []
    found = [(NIGHTLY.fullmatch(path.name), path) for path in folder.iterdir()]
    return sorted((int(match[1]), match[2], path) for match, path in found if match)


def parsed(manifest: bytes) -> Backup:
    """Raises ValueError, KeyError or TypeError for what is no manifest of this version."""
    said: dict[str, Any] = json.loads(manifest)
    if said["v"] != VERSION:
        raise ValueError("a later version")
    parts = tuple(Part(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in said["parts"])
    heads = [ChainHead(int(said[name]["seq"]), str(said[name]["digest"])) for name in ("records", "audit")]
    return Backup(
        str(said["kiosk"]), int(said["epoch"]), int(said["count"]), heads[0], heads[1], str(said["made"]), parts
    )
