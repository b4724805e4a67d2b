"""The records at a terminal: unlocked with a passphrase, listed without a name, one of them shown alerts first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from kiosk.domain.form import Level
from kiosk.domain.office import Refused
from kiosk.domain.record import Head, OpenRecord
from kiosk.fhir.response import said
from kiosk.machine import Trouble, ready_for_paper
from kiosk.office.terminal import DONE, TRIES, TROUBLE, ask, complain, interactive, plain, say, secret
from kiosk.store import age
from kiosk.store.errors import KeysMissing, RecordError, UnknownStaff, Unlinked, WrongPassphrase
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore

PAGE = 100


@dataclass
class Unlocked:
    """The records in ``data`` with a staff member's key. ``faults`` are the sentences about records that did not open
    as they should; each was said when it was met."""

    data: Path
    keyring: KeyRing
    store: RecordStore
    name: str
    identity: Any = field(repr=False)
    faults: list[str] = field(default_factory=list)

    @property
    def outcome(self) -> int:
        """The exit code."""
        return TROUBLE if self.faults else DONE

    def heads(self, code: str = "") -> Iterator[Head]:
        """Every record, newest first, or the one with this claim code. Raises Trouble when there is none with it."""
        if code:
            head = self.store.find(code)
            if head is None:
                raise Trouble("No visit has this code. Check it, or leave it out to see all.")
            yield head
            return
        for start in count(0, PAGE):
            page = self.store.heads(PAGE, start)
            yield from page
            if len(page) < PAGE:
                return

    def opened(self, head: Head) -> OpenRecord | None:
        """The record, or None after a sentence about why not. Wrong neighbours are told and keep no answers back."""
        try:
            return self.store.opened(head.id, self.identity)
        except Unlinked as fault:
            self._note(head, fault)
        except RecordError as fault:
            self._note(head, fault)
            return None
        return self.store.opened(head.id, self.identity, alone=True)

    def _note(self, head: Head, fault: Refused) -> None:
        self.faults.append(str(fault))
        complain(f"Record {head.seq}: {fault}")


@contextmanager
def unlocked(data: Path, name: str) -> Iterator[Unlocked]:
    """Asks for the passphrase, and for the name when it is empty and there is a choice.

    The kiosk must not run with the same folder meanwhile. Raises Trouble or StoreError.
    """
    if not (data / "keys").is_dir():
        raise KeysMissing
    with only_one(data):
        keyring = KeyRing(data / "keys", age.unwrap)
        keyring.load()
        chosen = _chosen(keyring.staff_names, name)
        identity = _identity(keyring, chosen)
        store = RecordStore(data, keyring, lambda: datetime.now().astimezone())
        try:
            yield Unlocked(data, keyring, store, chosen, identity)
        finally:
            store.close()


def _chosen(names: Sequence[str], name: str) -> str:
    if not name and len(names) > 1 and not interactive():
        raise Trouble(f"Say who you are with --staff NAME: {', '.join(names)}.")
    typed = name or (names[0] if len(names) == 1 else ask(f"Staff name ({', '.join(names)}): "))
    found = next((one for one in names if one.casefold() == typed.strip().casefold()), None)
    if found is None:
        raise UnknownStaff(f"Nobody of that name has a key here. There are: {', '.join(names)}.")
    return found


def _identity(keyring: KeyRing, name: str) -> Any:  # noqa: ANN401 (the key stays opaque)
    tries = TRIES if interactive() else 1
    for left in reversed(range(tries)):
        try:
            return keyring.unlock(name, secret(f"Passphrase of {name}: "))
        except WrongPassphrase as refusal:
            if not left:
                raise
            complain(str(refusal))
    raise AssertionError


def list_all(desk: Unlocked) -> int:
    """One line a record: when it was sent, its code, whether it was reviewed, its gravest alert. No name of anybody."""
    heads = list(desk.heads())
    if not heads:
        say("There are no records.")
    for head in heads:
        state = "reviewed" if head.reviewed_by else "new"
        record = desk.opened(head)
        if record is None:
            say(f"{head.day:%Y-%m-%d}        {'-':13}  {state:8}  cannot be opened")
        else:
            say(plain(f"{record.draft.confirmed:%Y-%m-%d %H:%M}  {record.code:13}  {state:8}  {gravest(record)}"))
    return desk.outcome


def gravest(record: OpenRecord) -> str:
    """The gravest level and how many alerts have it, e.g. ``2 STOP-ASK``."""
    levels = [alert.get("level", "") for alert in record.draft.alerts]
    # A level from another version of this program is graver than all.
    known = [level.value for level in Level]
    first = min(levels, key=lambda level: known.index(level) if level in known else -1, default="")
    return f"{levels.count(first)} {first}" if levels else "no alerts"


def show(desk: Unlocked, code: str) -> int:
    """One record as text, alerts first."""
    ready_for_paper()
    from kiosk.office.text import text_of  # noqa: PLC0415 (its words are those of the printed page, which is Qt's)
    from kiosk.printing import Sheet  # noqa: PLC0415

    for head in desk.heads(code):
        record = desk.opened(head)
        if record is not None:
            now = datetime.now().astimezone()
            lines = said(record.draft.response)
            say(plain(text_of(Sheet(record, lines, "", now, desk.name, fingerprint=desk.keyring.fingerprint))))
    return desk.outcome
