"""Backup and restore at a terminal: one file that holds records, keys and settings, and the way back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.machine import Trouble
from kiosk.office.checking import number
from kiosk.office.opening import usable
from kiosk.office.terminal import DONE, TROUBLE, complain, say
from kiosk.store import restoring
from kiosk.store.backup import SENTENCE, Backup, backup
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore
from kiosk.store.restoring import verified
from kiosk.upkeep import settle


def now() -> datetime:
    return datetime.now().astimezone()


def back_up(data: Path, file: Path) -> int:
    """Writes the data folder to ``file``. Raises Trouble, BadSettings, StoreError or OSError."""
    usable(data)
    if file.exists():
        raise Trouble(f"{file} is there already. Choose another name, or move it.")
    with only_one(data):
        settle(data)
        keyring = KeyRing(data / "keys")
        store = RecordStore(data, keyring, now)
        try:
            said = backup(data, file, store, keyring, now())
        finally:
            store.close()
    say(f"{number(said.count, 'record')} written to {file}, sealed as they are.")
    say(_heads(said))
    say(SENTENCE)
    return DONE


def restore(data: Path, file: Path) -> int:
    """Puts a backup in the place of what ``data`` holds, which is put aside. Raises Trouble, BadSettings, StoreError
    or OSError; then nothing was changed."""
    usable(data)
    with only_one(data):
        restored = restoring.restore(file, data, now)
    said = restored.backup
    say(f"The backup of {said.made} is in use: {number(said.count, 'record')}. {_heads(said)}")
    say(f"What was here before is in {restored.put_aside}. Keep it until everything is as it should be.")
    if restored.missing:
        what = "number was given" if restored.missing == 1 else "numbers were given"
        say(f"{restored.missing} {what} after the backup was made; those records are only in that folder.")
    for fault in restored.faults:
        complain(fault)
    return TROUBLE if restored.faults else DONE


def unpacked(file: Path, room: Path) -> None:
    """The sealed records and the keys of a backup in the empty folder ``room``. Raises StoreError or OSError."""
    verified(file, room)


def _heads(said: Backup) -> str:
    return (
        f"Records up to {said.records.seq}, head {said.records.digest[:16]}; "
        f"log up to {said.audit.seq}, head {said.audit.digest[:16]}."
    )
