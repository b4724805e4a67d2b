"""Says whether every record and every line of the audit log is there and as it was written. It opens none of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.machine import Trouble
from kiosk.office.checking import number
from kiosk.office.heads import read, told
from kiosk.office.terminal import DONE, TROUBLE, plain, say
from kiosk.store.chain import Heads
from kiosk.store.errors import KeysMissing
from kiosk.store.health import Health
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore

ADVICE = "Change nothing in the folder, and ask your technician."


def verify(data: Path, anchor: Path | None = None) -> int:
    """One sentence for each fault, then how far it is complete; 1 when there is a fault. ``anchor`` is the ``head.txt``
    of an earlier export: what was cut off since then is noticed. No passphrase is needed.

    Raises Trouble, StoreError or OSError.
    """
    if not (data / "keys").is_dir():
        raise KeysMissing
    if not (data / "records.sqlite").is_file():
        raise Trouble(f"There are no records in {data}. Nothing was sent yet, or their file was taken away.")
    with only_one(data):
        keyring = KeyRing(data / "keys")
        keyring.load()
        known = read(anchor.read_bytes(), keyring) if anchor else None
        store = RecordStore(data, keyring, lambda: datetime.now().astimezone())
        try:
            return _told(store, keyring, known)
        finally:
            store.close()


def _told(store: RecordStore, keyring: KeyRing, known: Heads | None) -> int:
    health = store.health(known.records, known.audit) if known else store.health()
    for fault in health.faults:
        say(plain(fault))
    if health.faults:
        say(f"{number(len(health.faults), 'fault')}. {ADVICE}")
        return TROUBLE
    return _complete(health, store.chains(), keyring)


def _complete(health: Health, found: Heads, keyring: KeyRing) -> int:
    records = f"records 1 to {found.records.seq}" if health.records else "there are no records yet"
    say(f"Complete: {records}, head {found.records.digest}")
    for line in told(found, keyring):
        say(line)
    return DONE
