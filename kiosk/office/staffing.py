"""Who can read the records, at a terminal: staff join, leave and get new words; what was sent before is sealed anew.

A lost passphrase: ``renew NAME`` with the recovery key from paper gives that person a new key, and ``reseal`` with the
recovery key lets it open the records from before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.machine import Trouble
from kiosk.office.founding import checked, note, show_recovery, show_words, typed_back, word_list
from kiosk.office.records import Unlocked, unlocked
from kiosk.office.terminal import DONE, TRIES, complain, interactive, say, secret
from kiosk.store import age
from kiosk.store.age import Identity
from kiosk.store.audit import Event
from kiosk.store.errors import KeysMissing, WrongPassphrase
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.recipients import ADMIN, STAFF
from kiosk.store.records import RecordStore
from kiosk.store.resealing import Outcome, Resealing
from kiosk.store.staffing import Joining, Staffing, tidy

RECOVERY = "recovery key"
"""Who did it, in the audit log, when it was whoever holds the paper."""
AGAIN = "Run the command again."
LATER = "Records sent before are not changed by this. Seal them anew with: main.py keys reseal"


@dataclass(frozen=True, slots=True)
class Permit:
    """Who allows a change of the keys in ``data``: the member ``staff`` (asked for when empty and there is a choice),
    whoever has the recovery key, or the owner of a key file that is not on the kiosk."""

    data: Path
    staff: str = ""
    recovery: bool = False
    key_file: Path | None = None


@contextmanager
def permitted(permit: Permit) -> Iterator[Unlocked]:
    """Asks for the passphrase or the recovery key. The kiosk must not run with the same folder meanwhile.

    Raises Trouble, StoreError or OSError.
    """
    if permit.recovery or permit.key_file is not None:
        with _from_paper_or_file(permit) as desk:
            tidy(desk.keyring)
            yield desk
    else:
        with unlocked(permit.data, permit.staff) as desk:
            tidy(desk.keyring)
            yield desk


@contextmanager
def _from_paper_or_file(permit: Permit) -> Iterator[Unlocked]:
    keyring = _keyring(permit.data)
    with only_one(permit.data):
        keyring.load()
        name, identity = _tried(lambda: _given(keyring, permit.key_file))
        store = RecordStore(permit.data, keyring, _now)
        try:
            if permit.key_file is None:
                note(store, Event.RECOVERY_USED, name)
            yield Unlocked(permit.data, keyring, store, name, identity)
        finally:
            store.close()


def _given(keyring: KeyRing, key_file: Path | None) -> tuple[str, Identity]:
    if key_file is None:
        return RECOVERY, keyring.recover(secret("Recovery key: "))
    return keyring.unlock_file(key_file, secret("Passphrase: "))


def _tried(ask: Callable[[], tuple[str, Identity]]) -> tuple[str, Identity]:
    """What was given, at a terminal with some tries."""
    for _ in range(TRIES - 1 if interactive() else 0):
        try:
            return ask()
        except WrongPassphrase as refusal:
            complain(str(refusal))
    return ask()


def _keyring(data: Path) -> KeyRing:
    if not (data / "keys").is_dir():
        raise KeysMissing
    return KeyRing(data / "keys", age.unwrap)


def list_staff(data: Path) -> int:
    """Who can read records, one a line, in which role, and where their key is; the number of the list and its
    fingerprint."""
    keyring = _keyring(data)
    for one in keyring.staff:
        say(f"{one.name}  ({one.role}, {'key kept elsewhere' if one.away else 'key on this machine'})")
    say(f"List number {keyring.epoch}. A recovery key on paper opens all records too.")
    return fingerprint(data)


def fingerprint(data: Path) -> int:
    """The words to compare with those on other screens and on exports."""
    say(f"Fingerprint of the keys: {_keyring(data).fingerprint}")
    return DONE


def add(permit: Permit, name: str, kept_in: Path | None = None, role: str = STAFF) -> int:
    """One more member of staff, an admin if ``role`` says so. With ``kept_in``, a folder or a new file's name on a
    stick or another machine, their key is kept there and not on the kiosk. Raises Trouble, StoreError or OSError."""
    name = checked("name", name)
    with permitted(permit) as desk:
        joining = _staffing(desk).add(name, word_list(), role=role)
        _join(desk, joining, kept_in)
    return DONE


def remove(permit: Permit, name: str) -> int:
    """One member less. Raises StoreError or OSError."""
    with permitted(permit) as desk:
        name = _known(desk, name)
        epoch = _staffing(desk).remove(name).epoch
        note(desk.store, Event.STAFF_REMOVED, desk.name, staff=name, epoch=epoch)
        say(f"{name} cannot read records that are sent from now on.")
        _changed(desk)
    return DONE


def appoint(permit: Permit, name: str, role: str) -> int:
    """Another role for a member. Raises StoreError or OSError."""
    with permitted(permit) as desk:
        name = _known(desk, name)
        epoch = _staffing(desk).appoint(name, role).epoch
        note(desk.store, Event.ROLE_CHANGED, desk.name, staff=name, role=role, epoch=epoch)
        say(f"{name} is {'an admin' if role == ADMIN else 'a member of staff and no admin'} from now on.")
        say(f"Fingerprint of the keys: {desk.keyring.fingerprint}")
    return DONE


def renew(permit: Permit, name: str = "", kept_in: Path | None = None) -> int:
    """New words. With one's own passphrase they lock the same key; with the recovery key, or a colleague's passphrase,
    ``name``, who has lost theirs, gets a new key. Raises Trouble, StoreError or OSError."""
    with permitted(permit) as desk:
        if permit.recovery and not name:
            raise Trouble("Say who needs a new key: main.py keys renew NAME.")
        name = _known(desk, name)
        if name and name != desk.name:
            _join(desk, _staffing(desk).replace(name, word_list()), kept_in)
            return DONE
        joining = _staffing(desk).renew(word_list())
        show_words(joining.name, joining.words)
        _staffing(desk).rewrap(joining, typed_back(joining.words, AGAIN), permit.key_file)
        say("The new words open your key. Destroy the paper with the old ones.")
    return DONE


def renew_recovery(permit: Permit) -> int:
    """A new recovery key in place of the old one. Raises StoreError or OSError."""
    with permitted(permit) as desk:
        recovery = Identity.generate().secret
        show_recovery(recovery)
        epoch = _staffing(desk).replace_recovery(recovery).epoch
        note(desk.store, Event.STAFF_ADDED, desk.name, staff=RECOVERY, epoch=epoch)
        say("The new recovery key has opened a test record. Keep the old one until older records are sealed anew.")
        _changed(desk)
    return DONE


def reseal(permit: Permit) -> int:
    """Seals the records of earlier lists to the present one; can be stopped and begun again. Raises StoreError."""
    with permitted(permit) as desk:
        work = Resealing(desk.store.database, desk.keyring, desk.store.audit, _now)
        outcome = work.run(desk.identity, desk.name, lambda done, total: say(f"{done} of {total} records"))
        _tell(outcome)
        desk.faults += outcome.faults
        return desk.outcome


def _tell(outcome: Outcome) -> None:
    for fault in outcome.faults:
        complain(fault)
    say(f"{outcome.sealed} sealed anew to the present list.")
    if outcome.closed:
        say(f"{outcome.closed} left as they were: this key does not open them. Try with the recovery key.")
    if outcome.sealed:
        say("Backups and exports from before hold the records as they were sealed then. Destroy what you do not need.")


def _join(desk: Unlocked, joining: Joining, kept_in: Path | None) -> None:
    show_words(joining.name, joining.words)
    typed = typed_back(joining.words, AGAIN)
    say("Trying the new key on a test record. This takes some seconds.")
    epoch = _staffing(desk).join(joining, typed, kept_in).epoch
    note(desk.store, Event.STAFF_ADDED, desk.name, staff=joining.name, role=joining.role, epoch=epoch)
    say(f"{joining.name} can read the records that are sent from now on.")
    if kept_in is not None:
        say(f"The key is in {kept_in}, not on this machine.")
    _changed(desk)
    say("Close this window: the passphrase stands in it.")


def _changed(desk: Unlocked) -> None:
    say(LATER)
    say(f"Fingerprint of the keys: {desk.keyring.fingerprint}")


def _known(desk: Unlocked, name: str) -> str:
    """The name as it stands in the list, however it was typed; as it was typed when it does not."""
    typed = name.strip().casefold()
    return next((one for one in desk.keyring.staff_names if one.casefold() == typed), name)


def _now() -> datetime:
    return datetime.now().astimezone()


def _staffing(desk: Unlocked) -> Staffing:
    return Staffing(desk.keyring, desk.identity, age.wrap, age.unwrap)
