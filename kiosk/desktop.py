"""What the staff desk and the set-up work with, joined from keys, records, FHIR and paper."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QLocale

from kiosk import printing
from kiosk.domain.figures import Catalogue
from kiosk.domain.form import Item, Type
from kiosk.domain.library import Clinic, Library
from kiosk.domain.office import Refused
from kiosk.domain.record import Json, OpenRecord
from kiosk.domain.tally import Kind
from kiosk.fhir.response import Said, said
from kiosk.options import Options, Unwrap, Wrap
from kiosk.settings import BadSettings, Settings
from kiosk.store import age, backup, founding, settings_file
from kiosk.store.age import Identity
from kiosk.store.audit import AuditLog, Entry, Event
from kiosk.store.files import write_durably
from kiosk.store.glances import glances
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.resealing import Resealing
from kiosk.store.staffing import Joining, Staffing
from kiosk.viewmodels import phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.desktop import Desktop, Kept, Tallies
from kiosk.viewmodels.founding import Foundry

PAGE = 500
"""Lines of the audit log read at once."""
GONE = "This folder is no longer there. Plug it in again, or choose another."


@dataclass(frozen=True)
class Paper:
    """Prints and saves records for staff; ``fingerprint`` are the words that stand for the keys,
    ``chains`` says where the chains of records and audit log end."""

    library: Library
    options: Options
    fingerprint: str = ""
    chains: Callable[[], str] = str

    def printers(self) -> tuple[str, ...]:
        """The usual one first. May take seconds."""
        return printing.printers()

    def places(self) -> tuple[str, ...]:
        """The names of the folders staff may save in: every drive that is plugged in and those of the settings file."""
        return tuple(self._places())

    def print(self, record: OpenRecord, by: str, printer: str) -> None:
        """Raises Refused."""
        printing.print_record(self.sheet(record, by), printer)

    def save(self, record: OpenRecord, by: str, place: str) -> str:
        """Saves a PDF beside what is there already; its name. Raises Refused or OSError."""
        folder = self._places().get(place)
        if folder is None:
            raise Refused(GONE)
        path = free(folder / printing.file_name(record))
        printing.record_pdf(self.sheet(record, by), path)
        return path.name

    def keep(self, text: str, name: str, place: str) -> str:
        """Saves a text beside what is there already; its name. Raises Refused or OSError."""
        folder = self._places().get(place)
        if folder is None:
            raise Refused(GONE)
        path = free(folder / name)
        write_durably(path, text.encode())
        return path.name

    def sheet(self, record: OpenRecord, by: str) -> printing.Sheet:
        """A record as it is printed, every area of its drawing numbered as the patient saw it."""
        drawings = record.draft.areas or {}
        pictures = self.options.content / "pictures"
        return printing.Sheet(
            record=record,
            lines=lines(record.draft.response),
            clinic=self.library.clinic.name,
            printed_at=self.options.now(),
            chains=self.chains(),
            printed_by=by,
            face=next((pictures / name for name in drawings if (pictures / name).is_file()), None),
            areas={
                option.value.code: option.label.in_language(record.draft.language)
                for item in (self.library.form.by_id.values() if self.library.form else ())
                if item.image_map in drawings
                for option in item.options
            },
            fingerprint=self.fingerprint,
            paper=printing.paper_of(QLocale.system()),
        )

    def _places(self) -> dict[str, Path]:
        return named(printing.save_places(*self.options.settings.papers))


def named(places: tuple[printing.Place, ...]) -> dict[str, Path]:
    """The folders by name; of two with one name, each by name and path."""
    times = Counter(place.name for place in places)
    return {
        place.name if times[place.name] == 1 else f"{place.name} ({place.folder})": place.folder for place in places
    }


def free(path: Path) -> Path:
    """The path itself, or where that is taken the first of ``name-2.pdf``, ``name-3.pdf`` and so on that is not."""
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(one for one in chain([path], others) if not one.exists())


def lines(response: Json) -> tuple[Said, ...]:
    """The answers of a response as staff read them."""
    return said(response, {True: phrases.yes(), False: phrases.no()})


def label_of(library: Library, code: str, language: str) -> str:
    """The words of an image map's area."""
    options = (
        option
        for item in (library.form.by_id.values() if library.form else ())
        if item.image_map
        for option in item.options
    )
    return next((option.label.in_language(language) for option in options if option.value.code == code), code)


def desktop(
    keyring: KeyRing, records: RecordStore, library: Library, words: tuple[str, ...], options: Options, access: Access
) -> Desktop:
    """Everything the staff desk needs on the machine that keeps the records."""
    return Desktop(
        locks=keyring,
        archive=records,
        words=words,
        pictures=options.content / "pictures",
        lines=lines,
        label=lambda _picture, code: label_of(library, code, str(access.language)),
        paper=Paper(library, options, keyring.fingerprint if keyring.ready else "", lambda: records.chains().short),
        glances=lambda identity, limit, offset: glances(records.database, identity, limit, offset),
    )


def peopled(
    made: Desktop,
    keyring: KeyRing,
    records: RecordStore,
    options: Options,
    wrap: Wrap | None = None,
    unwrap: Unwrap | None = None,
) -> Desktop:
    """The same desk with its audit log, on which those who can read the records can be changed."""

    def circle(name: str, identity: Identity) -> Circle:
        return Circle(keyring, records, made.words, name, identity, wrap or age.wrap, unwrap or age.unwrap, options.now)

    return replace(made, journal=Log(records.audit), circle=circle)


def tallies(records: RecordStore, library: Library) -> Tallies:
    """The days' numbers with the names the content has for them."""
    language = library.clinic.languages[0]
    asked = library.form.by_id if library.form else {}
    catalogue = Catalogue(
        tuple(one.id for one in library.treatments_in(language)),
        tuple(one.id for one in library.questions_in(language)),
        tuple(id for id, item in asked.items() if has_page(item)),
    )

    def name(kind: str, key: str, language: str) -> str:
        if kind == Kind.LEFT:
            return asked[key].text.in_language(language) if key in asked else ""
        treatments, questions = library.treatments_in(language), library.questions_in(language)
        shelf = treatments if kind == Kind.TREATMENT else questions
        return next((one.title for one in shelf if one.id == key), "")

    return Tallies(records.counts.sums, catalogue, name)


def has_page(item: Item) -> bool:
    """Whether a patient may be at it: a question, a piece of information, a list of instances."""
    return not item.fixed and (item.type is not Type.GROUP or item.repeats)


class Log:
    """The audit log under its events' names."""

    def __init__(self, audit: AuditLog) -> None:
        self._audit = audit

    def note(self, event: str, by: str, **counts: int | str) -> None:
        self._audit.note(Event(event), by, **counts)

    def count(self) -> int:
        """Raises DatabaseError."""
        return self._audit.count()

    def entries(self, limit: int, offset: int = 0) -> tuple[Entry, ...]:
        """Newest first. Raises DatabaseError."""
        return self._audit.entries(limit, offset)

    def faults(self) -> tuple[str, ...]:
        """Raises KeysError, DatabaseError."""
        return self._audit.faults()

    def misses(self) -> tuple[int, datetime | None]:
        """How many wrong passphrases there were since the last one that opened, and when the first was. Raises
        DatabaseError."""
        found, first = 0, None
        for entry in self._all():
            if entry.event == Event.UNLOCKED:
                break
            if entry.event == Event.UNLOCK_FAILED:
                found, first = found + 1, entry.at
        return found, first

    def text(self) -> str:
        """The whole log, a line each, oldest first, what a check found, and its head. Raises KeysError,
        DatabaseError."""
        head, faults = self._audit.head(), self._audit.faults()
        lines = [_line(entry) for entry in self._all()][::-1]
        end = [*(faults or ("complete",)), f"head {head.seq} {head.digest}"]
        return "\n".join(["number\ttime (UTC)\tevent\tby\tcounts", *lines, "", *end, ""])

    def _all(self) -> Iterator[Entry]:
        for offset in count(0, PAGE):
            page = self._audit.entries(PAGE, offset)
            yield from page
            if len(page) < PAGE:
                return


def _line(entry: Entry) -> str:
    at = entry.at.isoformat() if entry.at else "unreadable"
    by = "".join(letter if letter.isprintable() else " " for letter in entry.by)
    return "\t".join((str(entry.seq), at, entry.event, by, json.dumps(entry.counts, ensure_ascii=False)))


@dataclass(frozen=True)
class Circle:
    """Changes of who can read the records of this kiosk, in the name of one who can."""

    keyring: KeyRing
    records: RecordStore
    words: tuple[str, ...]
    name: str
    identity: Identity = field(repr=False)
    wrap: Wrap = age.wrap
    unwrap: Unwrap = age.unwrap
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()

    def names(self) -> tuple[str, ...]:
        return self.keyring.staff_names

    def add(self, name: str, role: str) -> Joining:
        """Raises KeysError."""
        return self._staffing.add(name, self.words, role=role)

    def appoint(self, name: str, role: str) -> None:
        """Raises KeysError or OSError."""
        epoch = self._staffing.appoint(name, role).epoch
        self.records.audit.note(Event.ROLE_CHANGED, self.name, staff=name, role=role, epoch=epoch)

    def renew(self, name: str) -> Joining:
        """Raises KeysError."""
        own = name == self.name
        return self._staffing.renew(self.words) if own else self._staffing.replace(name, self.words)

    def finish(self, joining: Joining, typed: str) -> None:
        """Slow. Raises KeysError or OSError."""
        if joining.identity is self.identity:
            self._staffing.rewrap(joining, typed)
            return
        epoch = self._staffing.join(joining, typed).epoch
        self.records.audit.note(Event.STAFF_ADDED, self.name, staff=joining.name, role=joining.role, epoch=epoch)

    def remove(self, name: str) -> None:
        """Raises KeysError or OSError."""
        epoch = self._staffing.remove(name).epoch
        self.records.audit.note(Event.STAFF_REMOVED, self.name, staff=name, epoch=epoch)

    def older(self) -> int:
        """Raises KeysError or DatabaseError."""
        return self._resealing.waiting()

    def reseal(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[int, int]:
        """Slow. Raises KeysError or DatabaseError."""
        outcome = self._resealing.run(self.identity, self.name, progress, cancelled)
        return outcome.sealed, outcome.closed

    @property
    def _staffing(self) -> Staffing:
        return Staffing(self.keyring, self.identity, self.wrap, self.unwrap)

    @property
    def _resealing(self) -> Resealing:
        return Resealing(self.records.database, self.keyring, self.records.audit, self.now)


@dataclass(frozen=True)
class Machine:
    """This kiosk's own settings. ``size`` of its glass in pixels; ``take`` puts settings to use."""

    data: Path
    now_in_force: Callable[[], Settings]
    clinic: Clinic
    size: tuple[int, int]
    take: Callable[[Settings], None]

    @property
    def settings(self) -> Settings:
        return self.now_in_force()

    @property
    def languages(self) -> tuple[str, ...]:
        """Those the clinic's content is written in."""
        return self.clinic.languages

    @property
    def colours(self) -> Mapping[str, str]:
        """Those of the clinic's files."""
        return self.clinic.theme.colours

    @property
    def inches(self) -> float:
        """The diagonal of the glass, as far as anybody has said."""
        return self.settings.inches or self.clinic.panel.inches

    def change(self, changes: Mapping[str, object]) -> Settings:
        """Writes the file. Raises Refused or OSError."""
        try:
            return settings_file.change(self.data, changes)
        except BadSettings as problem:
            raise Refused(str(problem)) from None


@dataclass(frozen=True)
class Vault:
    """Backups of this kiosk, on what is plugged in or in the folder of the settings."""

    data: Path
    now_in_force: Callable[[], Settings]
    keyring: KeyRing
    records: RecordStore
    now: Callable[[], datetime]

    def places(self) -> tuple[str, ...]:
        """The names of the drives that are plugged in, and of the settings' folder when it is there."""
        return tuple(self._places())

    def last(self) -> Kept | None:
        """Raises DatabaseError."""
        entry = self.records.audit.newest((Event.BACKUP,))
        if entry is None:
            return None
        saved = entry.counts.get("saved")
        return Kept(entry.at, str(entry.counts.get("file", "")), saved if isinstance(saved, int) else 0)

    def back_up(self, place: str, by: str, progress: Callable[[int, int], None]) -> str:
        """Raises Refused or OSError."""
        folder = self._places().get(place)
        if folder is None:
            raise Refused(GONE)
        now = self.now()
        path = free(folder / f"kiosk-backup-{now.date().isoformat()}.tar")
        backup.backup(self.data, path, self.records, self.keyring, now, backup.Asked(by, progress))
        return path.name

    def _places(self) -> dict[str, Path]:
        folder = self.now_in_force().backups
        return named(printing.save_places(*((folder,) if folder else ())))


class Printers:
    """The printers' names for a page that cannot wait: asked for once, empty until the print service has answered."""

    def __init__(self, ask: Callable[[], tuple[str, ...]]) -> None:
        self._ask = ask
        self._names: tuple[str, ...] = ()

    def look(self) -> Thread:
        """Asks anew, away from the screen's thread."""
        thread = Thread(target=self._look, name="printers")
        thread.start()
        return thread

    def __call__(self) -> tuple[str, ...]:
        return self._names

    def _look(self) -> None:
        self._names = self._ask()


def foundry(
    keyring: KeyRing, words: tuple[str, ...], kiosk: str, wrap: Wrap | None = None, unwrap: Unwrap | None = None
) -> Foundry:
    """How the set-up makes, proves, writes and prints keys."""

    def asked() -> tuple[str, ...]:
        # Looked up here and not before: Qt's printers take time to load, and most kiosks are set up once.
        return printing.printers()

    printers = Printers(asked)

    def begin(name: str) -> founding.Founding:
        # By the time five words are written down and typed back, the print service has answered.
        printers.look()
        return founding.begin(name, words, kiosk)

    def found(keys: Any, typed: str) -> None:  # noqa: ANN401 (the keys stay opaque to the screen)
        founding.found(keyring.folder, keys, typed, wrap or age.wrap, unwrap or age.unwrap)

    def print_recovery(secret: str, printer: str) -> None:
        printing.print_recovery(secret, kiosk, printer, paper=printing.paper_of(QLocale.system()))

    return Foundry(words=words, begin=begin, found=found, printers=printers, print_recovery=print_recovery)
