"""What keeps the records safe while nobody looks: recovery, checks, retention, backups, and what staff hear of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from kiosk.domain.office import Refused
from kiosk.domain.tally import Cell
from kiosk.settings import Settings
from kiosk.store import backup, rescue, restoring, retention
from kiosk.store.activation import ACTIVATED, PUBLISHED, ROLLED_BACK, Change
from kiosk.store.audit import Event
from kiosk.store.editions import Shelf
from kiosk.store.errors import DatabaseBroken, KeysError, StoreError
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore

SHOWN = 5
"""Faults that are named one by one."""
CHORES = {
    "open": "Opening the records",
    "content": "Noting the content",
    "disk": "Looking after the disk",
    "check": "The check of all records",
    "retention": "Deleting old records",
    "backup": "Tonight's backup",
    "counts": "Counting visits",
    "versions": "Deleting old versions of the content",
}
CHANGES = {
    PUBLISHED: Event.CONTENT_PUBLISHED,
    ACTIVATED: Event.CONTENT_ACTIVATED,
    ROLLED_BACK: Event.CONTENT_ROLLED_BACK,
}
"""What people did to the content, as the log has it."""


class Upkeep:
    """The chores of one running kiosk. Every method but ``notices`` may take seconds: never on the screen's thread."""

    def __init__(
        self, data: Path, keyring: KeyRing, records: RecordStore, settings: Settings, now: Callable[[], datetime]
    ) -> None:
        self._data = data
        self._keyring = keyring
        self._records = records
        self._settings = settings
        self._now = now
        self._faults: tuple[str, ...] = ()
        self._failed: dict[str, str] = {}

    def follow(self, settings: Settings) -> None:
        """These settings hold from the next round on."""
        self._settings = settings

    def open(self) -> None:
        """Opens the records; a damaged file is put aside, what is whole in it is saved, and a fresh one is in use.
        Without keys nothing is opened. A file that cannot be used closes the questionnaire, and staff are told why."""
        if self._keyring.ready:
            self._try("open", self._open)
            self._records.out_of_order = "open" in self._failed

    def _open(self) -> None:
        try:
            self._records.open()
        except DatabaseBroken:
            if not rescue.damaged(self._data):
                raise
            self._save()
        newest = self._records.audit.newest((Event.STARTED, Event.STOPPED))
        if newest is not None and newest.event == Event.STARTED:
            self._records.audit.note(Event.CRASHED)
        self._records.audit.note(Event.STARTED)

    def _save(self) -> None:
        with self._records.database.aside():
            rescue.rescue(self._data, self._keyring, self._now)
        self._records.open()

    def round(self) -> None:
        """Everything that is due: the disk, the whole chain, what is to be deleted, tonight's backup. What cannot be
        done is told to staff and tried again in the next round."""
        if not self._keyring.ready:
            return
        self._try("disk", self._records.tend)
        self._try("check", self._check)
        self._try("retention", self._sweep)
        self._try("counts", lambda: self._records.counts.sweep(self._now().date()))
        self._try("backup", self._back_up)
        self._try("versions", self._clear)

    def count(self, cells: frozenset[Cell]) -> None:
        """Adds a visit to the numbers of this day; without keys there are no records and no numbers either."""
        if cells and self._keyring.ready and not self._records.out_of_order:
            self._try("counts", lambda: self._records.counts.add(self._now().date(), cells))

    def _try(self, chore: str, work: Callable[[], object]) -> None:
        self._failed.pop(chore, None)
        try:
            work()
        except Refused as problem:
            self._failed[chore] = f"{CHORES[chore]} failed: {problem}"
        except OSError as problem:
            self._failed[chore] = f"{CHORES[chore]} failed: {problem.strerror or 'no access'}. Check the disk."

    def _check(self) -> None:
        health = self._records.health()
        if health.damaged and rescue.damaged(self._data):
            self._save()
            health = self._records.health()
        if health.faults and health.faults != self._faults:
            self._records.audit.note(Event.DAMAGED, faults=len(health.faults))
        self._faults = health.faults

    def _sweep(self) -> None:
        retention.sweep(self._records, self._now(), *self._settings.kept_days)

    def _back_up(self) -> None:
        folder = self._settings.backups
        if folder is not None and backup.due(folder, self._now()):
            backup.nightly(self._data, folder, self._records, self._keyring, self._now())

    def _clear(self) -> None:
        Shelf(self._data).prune(self._records.days(), self._now())

    def hear(self, changes: Sequence[Change]) -> None:
        """Notes who changed the content: the command line cannot write into the log of a running kiosk."""
        if self._keyring.ready and not self._records.out_of_order and changes:
            self._try("content", lambda: self._hear(changes))

    def _hear(self, changes: Sequence[Change]) -> None:
        last = self._records.audit.newest(tuple(CHANGES.values()))
        heard = last.counts.get("change", 0) if last else 0
        if not isinstance(heard, int) or heard > changes[-1].number:  # a list that was lost has begun anew
            heard = 0
        for change in changes:
            if change.number > heard:
                name = change.version or "shipped"
                self._records.audit.note(CHANGES[change.kind], change.by, content=name, change=change.number)

    def use(self, content: str) -> None:
        """Notes when another version of the content is in use than before."""
        if self._keyring.ready and not self._records.out_of_order:
            self._try("content", lambda: self._use(content))

    def _use(self, content: str) -> None:
        last = self._records.audit.newest((Event.CONTENT_CHANGED,))
        if last is None or last.counts.get("content") != content:
            self._records.audit.note(Event.CONTENT_CHANGED, content=content)

    def end(self) -> None:
        """Notes that the program ended as it should."""
        if self._keyring.ready:
            self._records.audit.note(Event.STOPPED)

    def notices(self) -> tuple[str, ...]:
        """Sentences for whoever unlocks the staff desk: whom records are sealed to, and what is wrong."""
        told = [self._fingerprint(), *self._damage(), *self._faults[:SHOWN], *self._failed.values(), self._space()]
        if len(self._faults) > SHOWN:
            told.append(f"{len(self._faults) - SHOWN} more faults: main.py records verify lists them.")
        return tuple(sentence for sentence in told if sentence)

    def _fingerprint(self) -> str:
        try:
            return f"Fingerprint of the keys: {self._keyring.fingerprint}"
        except (KeysError, OSError):
            return ""

    def _damage(self) -> Iterator[str]:
        """Told as long as a damaged file lies there: whoever saw it takes it away."""
        for path in sorted(self._data.glob("records.damaged-*.sqlite")):
            yield f"The records' file was damaged and is kept as {path.name}. Show it to your technician, then move it."
        try:
            entry = self._records.audit.newest((Event.RECOVERED,)) if self._keyring.ready else None
        except StoreError:
            entry = None
        if entry is not None and any(self._data.glob("records.damaged-*.sqlite")):
            recovered, carved, lost = (entry.counts.get(name, "unknown") for name in ("recovered", "carved", "lost"))
            yield f"Of it {recovered} records are in use again, {carved} are age files beside it, {lost} are lost."

    def _space(self) -> str:
        try:
            room = self._records.room()
        except OSError:
            return "The disk cannot be asked how much room it has. Tell your technician."
        free = room.free // 1_000_000
        if not room.questionnaire_open:
            return f"The disk is full ({free} MB free): the questionnaire is closed. Make room now."
        return f"The disk is nearly full: {free} MB free. Make room soon." if room.warn else ""


def settle(data: Path) -> None:
    """Ends what a power cut interrupted; before keys or records are opened. Raises OSError."""
    restoring.finish(data)
    rescue.finish(data)
