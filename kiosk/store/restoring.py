"""Puts a backup in the place of what is there: verified whole first, and what was there is put aside, never deleted.

The backup is laid out in ``restoring.new`` and gets the name ``restoring.ready-<n>`` when nothing is left to be
checked; ``finish`` then lets it change places with the data folder's own files, also after a power cut.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tarfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import IO, Self

from kiosk.store import recipients
from kiosk.store.audit import Event
from kiosk.store.backup import EPOCH, KEYS, MANIFEST, RECORDS, SETTINGS, SIGNATURE, Backup, Part, parsed, signed
from kiosk.store.errors import BackupRefused, DatabaseBroken, KeysError, KeysRefused, StoreError
from kiosk.store.files import make_folder, sync_folder, write_durably
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.rescue import draw_seam
from kiosk.store.salvage import SUFFIXES, Salvage
from kiosk.store.signature import Signer
from kiosk.store.space import Room

NEW, READY, ASIDE = "restoring.new", "restoring.ready-", "before-restore-"
STAFF = re.compile(r"keys/staff/[a-z0-9][a-z0-9-]{0,79}\.age")
SMALL = 2**18
"""Bytes of any part but the records; ours have some hundreds."""
MOST = 500
"""Parts."""
BLOCK = 2**20
FOREIGN = "This backup is another kiosk's. Choose one that this kiosk made."
OLDER = "The keys in this backup are older than the ones here: somebody has joined or left since. Choose a newer one."


@dataclass(frozen=True, slots=True)
class Restored:
    """``backup`` is in use, ``put_aside`` the folder with what was there. ``missing`` numbers were given here after the
    backup was made; their records are in ``put_aside`` only. ``faults`` are what was wrong when the backup was made."""

    backup: Backup
    put_aside: Path
    missing: int
    faults: tuple[str, ...]


class _Plain(tarfile.TarInfo):
    """A member of the only kind that a backup has: no link, no device, no header that makes another one longer."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        info = super().frombuf(buf, encoding, errors)
        if info.type not in (tarfile.REGTYPE, tarfile.AREGTYPE):
            raise BackupRefused
        return info


def restore(file: Path, folder: Path, clock: Callable[[], datetime]) -> Restored:
    """Verifies ``file`` and puts it in the place of the data folder's records, keys and settings. The kiosk must not
    run: hold ``lock.only_one``. Wrapped keys stay locked; no passphrase is needed.

    Raises BackupRefused, DatabaseNewer or OSError; then nothing was changed.
    """
    finish(folder)
    make_folder(folder)
    new = folder / NEW
    shutil.rmtree(new, ignore_errors=True)
    try:
        said = _laid_out(file, new)
        _check_keys(said, new, folder)
        faults = _check_records(said, new, clock)
        missing = _go_on(said, new, folder, clock)
        _sync(new)
        number = next(number for number in count(1) if not (folder / f"{ASIDE}{number}").exists())
        new.rename(folder / f"{READY}{number}")
    finally:
        shutil.rmtree(new, ignore_errors=True)
    sync_folder(folder)
    finish(folder)
    return Restored(said, folder / f"{ASIDE}{number}", missing, faults)


def finish(folder: Path) -> None:
    """Ends a change of places that a power cut interrupted; to be called before keys and records are opened. Raises
    OSError."""
    for ready in folder.glob(f"{READY}*"):
        _change_places(folder, ready, folder / f"{ASIDE}{ready.name.removeprefix(READY)}")


def _change_places(folder: Path, ready: Path, aside: Path) -> None:
    make_folder(aside)
    if (ready / RECORDS).exists():
        for suffix in SUFFIXES[:-1]:
            _move(folder / f"{RECORDS}{suffix}", aside)
    for name in ("keys", EPOCH, SETTINGS, RECORDS):
        if (ready / name).exists():
            _move(folder / name, aside)
            (ready / name).rename(folder / name)
            sync_folder(ready)
            sync_folder(folder)
    ready.rmdir()
    sync_folder(folder)


def _move(path: Path, aside: Path) -> None:
    if path.exists():
        path.rename(aside / path.name)
        sync_folder(aside)
        sync_folder(path.parent)


def _laid_out(file: Path, new: Path) -> Backup:
    """Every part in its place in ``new``, as long and with the digest as the signed manifest says."""
    try:
        with tarfile.open(file, "r:", tarinfo=_Plain, errorlevel=2) as tar:
            said, manifest, signature = _manifest(tar)
            wanted = {part.name: part for part in said.parts}
            for _ in said.parts:
                member = tar.next()
                part = wanted.pop(member.name, None) if member else None
                source = tar.extractfile(member) if member else None
                if part is None or member is None or source is None or member.size != part.size:
                    raise BackupRefused
                _put(source, new / part.name, part)
            if tar.next() is not None:
                raise BackupRefused
    except (tarfile.TarError, ValueError, EOFError, OverflowError, RecursionError):
        raise BackupRefused from None
    if not _signer(new).signed(signed(manifest), signature):
        raise BackupRefused
    return said


def _manifest(tar: tarfile.TarFile) -> tuple[Backup, bytes, bytes]:
    contents = []
    for name in (MANIFEST, SIGNATURE):
        member = tar.next()
        source = tar.extractfile(member) if member and member.name == name and member.size <= SMALL else None
        if source is None:
            raise BackupRefused
        contents.append(source.read(SMALL))
    try:
        said = parsed(contents[0])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BackupRefused from None
    _check_parts(said)
    return said, contents[0], contents[1]


def _check_parts(said: Backup) -> None:
    names = [part.name for part in said.parts]
    known = all(name in (RECORDS, EPOCH, SETTINGS, *KEYS) or STAFF.fullmatch(name) for name in names)
    small = all(0 <= part.size <= SMALL for part in said.parts if part.name != RECORDS)
    whole = {RECORDS, *KEYS} <= set(names) and len(set(names)) == len(names) <= MOST
    if not (known and small and whole):
        raise BackupRefused


def _put(source: IO[bytes], path: Path, part: Part) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, left = hashlib.sha256(), part.size
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb"
    ) as out:
        while left > 0 and (block := source.read(min(left, BLOCK))):
            digest.update(block)
            out.write(block)
            left -= len(block)
        out.flush()
        os.fsync(out.fileno())
    if left or digest.hexdigest() != part.sha256:
        raise BackupRefused


def _signer(folder: Path) -> Signer:
    try:
        return Signer.read((folder / "keys" / "kiosk.key").read_bytes())
    except KeysRefused:
        raise BackupRefused from None


def _check_keys(said: Backup, new: Path, folder: Path) -> None:
    """Whether they are whole, this kiosk's, and not older than the ones here."""
    try:
        keys = KeyRing(new / "keys").load()
    except KeysError:
        raise BackupRefused from None
    if (keys.recipients.kiosk, keys.recipients.epoch) != (said.kiosk, said.epoch):
        raise BackupRefused
    with suppress(KeysRefused, FileNotFoundError):
        here = Signer.read((folder / "keys" / "kiosk.key").read_bytes())
        if here.public != keys.signer.public:
            raise BackupRefused(FOREIGN)
        if recipients.read((folder / "keys" / "recipients.json").read_bytes(), here).epoch > said.epoch:
            raise BackupRefused(OLDER)
    with suppress(FileNotFoundError):
        if recipients.read_epoch((folder / EPOCH).read_bytes(), keys.signer) > said.epoch:
            raise BackupRefused(OLDER)
    write_durably(new / EPOCH, recipients.write_epoch(said.epoch, keys.signer))


def _check_records(said: Backup, new: Path, clock: Callable[[], datetime]) -> tuple[str, ...]:
    """Whether they are as the manifest says; what was wrong with them then already."""
    store = RecordStore(new, KeyRing(new / "keys"), clock, lambda _: Room(0))
    try:
        if store.database.quick_check() or (store.head(), store.audit.head()) != (said.records, said.audit):
            raise BackupRefused
        return store.faults() + store.audit.faults()
    except DatabaseBroken:
        raise BackupRefused from None
    finally:
        store.close()


def _go_on(said: Backup, new: Path, folder: Path, clock: Callable[[], datetime]) -> int:
    """Lets their chain go on behind every number that was given here; how many of those the backup does not have."""
    keyring = KeyRing(new / "keys")
    store = RecordStore(new, keyring, clock, lambda _: Room(0))
    try:
        top = _top(folder, keyring)
        missing = max(top - said.records.seq, 0)
        with store.database.session() as session:
            if missing:
                draw_seam(session, keyring, clock, top)
            store.audit.write(session, Event.RESTORED, restored=said.count, before=top)
        store.database.forget_freed()
    finally:
        store.close()
    return missing


def _top(folder: Path, keyring: KeyRing) -> int:
    """The highest number that was given here, read from whatever the present file still shows."""
    salvage = Salvage(keyring)
    salvage.read(folder / RECORDS, folder / f"{NEW}.reading")
    return salvage.top + salvage.missing


def _sync(folder: Path) -> None:
    for path in (folder, *(one for one in folder.rglob("*") if one.is_dir())):
        sync_folder(path)


def verified(file: Path, room: Path) -> Backup:
    """What the backup says of itself, once all of it was checked in the new folder ``room``, which then holds its
    parts: the staff desk reads records there. Raises BackupRefused or OSError."""
    try:
        said = _laid_out(file, room)
        _check_keys(said, room, room)
    except StoreError:
        shutil.rmtree(room, ignore_errors=True)
        raise
    return said
