"""Whether this machine is ready for patients: looks at everything, changes nothing, and stops at no fault."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kiosk import __version__
from kiosk.content.load import Loaded
from kiosk.domain.library import Panel
from kiosk.domain.readiness import AREAS, Finding, Seen
from kiosk.settings import Settings, px_per_mm
from kiosk.store import backup, disk, recipients, space
from kiosk.store.audit import Event
from kiosk.store.errors import KeysError, KeysMissing, StoreError
from kiosk.store.keys import KeyRing, remembering
from kiosk.store.lock import in_use
from kiosk.store.records import RecordStore
from kiosk.store.space import Room

BUILT, LAST = 2026, 2100
"""Years that a clock may show."""
FRESH = 3
"""Days a backup may be old; nights and one day off."""
DENSITY = (2.0, 12.0)
"""Pixels a millimetre of panels that are made: 40 inches of full HD to 13 inches of 4K."""
REACH = (380, 1220)
"""Millimetres above the floor between which everything to touch must lie (ADA 308)."""
HIGHEST, LOWERED, LOWEST = 0.777, 0.5, 0.006
"""Heights of the screen, from below: the highest control, the same on a lowered screen, the edge of the bar."""
PYTHON, SQLITE = (3, 11), (3, 27)
"""SQLite's VACUUM INTO, which backups need, came with 3.27."""
MINUTE = "%Y-%m-%d %H:%M"
CRASHES = "6.12.0"
"""PySide6 that ends the program on Python before 3.12."""


@dataclass(frozen=True)
class Machine:
    """What is looked at. ``records`` are those of the running kiosk; None when another program asks, which then reads a
    copy. ``fault`` is what is wrong with the settings' file. The functions are those of the system, but for tests."""

    data: Path
    content: Path
    settings: Settings
    loaded: Loaded
    now: datetime
    seen: Seen = field(default_factory=Seen)
    fault: str = ""
    records: RecordStore | None = None
    measure: Callable[[Path], Room] = space.room
    filesystem: Callable[[Path], str] = disk.filesystem
    encrypted: Callable[[Path], bool | None] = disk.encrypted
    swaps: Callable[[], bool] = disk.swaps_in_plain


def inspect(machine: Machine) -> tuple[Finding, ...]:
    """Every finding, in the order of ``AREAS``. May take seconds; never raises for what it finds."""
    found = [
        *_storage(machine),
        *_encryption(machine),
        *_settings(machine),
        *_keys(machine),
        *_recorded(machine),
        *_content(machine),
        *_screen(machine),
        *_reach(machine),
        *_fonts(machine),
        *_sound(machine),
        *_versions(),
    ]
    return tuple(sorted(found, key=lambda one: AREAS.index(one.area)))


def _storage(machine: Machine) -> Iterator[Finding]:
    folder = machine.data
    if not folder.is_dir():
        yield Finding("folder-missing", {"folder": str(folder)})
        return
    if why := disk.keeps(folder):
        yield Finding("folder-refuses", {"folder": str(folder), "why": why})
    kind = machine.filesystem(folder)
    if kind in disk.FORGETS:
        yield Finding("disk-forgets", {"kind": kind})
    elif kind in disk.WEAK:
        yield Finding("disk-weak", {"kind": kind})
    try:
        room = machine.measure(folder)
    except OSError:
        yield Finding("disk-unknown")
        return
    free = {"free": room.free // space.MB}
    if not room.questionnaire_open:
        yield Finding("disk-full", free)
    elif room.warn:
        yield Finding("disk-low", free)
    elif not why:
        yield Finding("disk-good", {**free, "kind": kind or "?"})


def _encryption(machine: Machine) -> Iterator[Finding]:
    locked = machine.encrypted(machine.data if machine.data.is_dir() else machine.data.parent)
    yield Finding({True: "disk-encrypted", False: "disk-plain", None: "encryption-unseen"}[locked])
    if machine.swaps():
        yield Finding("swap-plain")


def _settings(machine: Machine) -> Iterator[Finding]:
    if machine.fault:
        yield Finding("settings-wrong", {"why": machine.fault})
    else:
        yield Finding("settings-good", {"kiosk": machine.settings.kiosk})


def _keys(machine: Machine) -> Iterator[Finding]:
    keyring = KeyRing(machine.data / "keys")
    try:
        keys = keyring.load()
    except KeysMissing:
        yield Finding("keys-missing")
        return
    except (KeysError, OSError) as problem:
        yield Finding("keys-refused", {"why": str(problem)})
        return
    admins = sum(one.admin for one in keyring.staff)
    if admins:
        counts = {"staff": len(keyring.staff), "admins": admins}
        yield Finding("keys-good", {**counts, "fingerprint": keyring.fingerprint})
    else:
        yield Finding("keys-unled", {"staff": len(keyring.staff)})
    # Keys are written, and their list is noted beside them, only after the recovery key has opened a test record.
    noted = 0
    with suppress(OSError):
        noted = recipients.read_epoch(remembering(keyring.folder).read_bytes(), keys.signer)
    proved = noted == keyring.epoch
    yield Finding("recovery-proved", {"list": noted}) if proved else Finding("recovery-unproved")


def _recorded(machine: Machine) -> Iterator[Finding]:
    """The records, and what only they know: the last lines of the log."""
    last: datetime | None = None
    saved: datetime | None = None
    for path in sorted(machine.data.glob("records.damaged-*.sqlite")):
        yield Finding("records-aside", {"file": path.name})
    try:
        with _opened(machine) as store:
            if isinstance(store, Finding):
                yield store
            else:
                torn = store.database.quick_check()
                newest, made = store.audit.entries(1), store.audit.newest((Event.BACKUP,))
                last, saved = newest[0].at if newest else None, made.at if made else None
                sizes = {"records": store.count(), "lines": store.audit.count()}
                yield Finding("records-damaged", {"places": len(torn)}) if torn else Finding("records-good", sizes)
    except (StoreError, OSError) as problem:
        yield Finding("records-unreadable", {"why": str(problem)})
    yield from _clock(machine.now, last)
    yield from _backup(machine, saved)


@contextmanager
def _opened(machine: Machine) -> Iterator[RecordStore | Finding]:
    """The running kiosk's own records, or a copy of them: opening the file itself would write to it."""
    file = machine.data / "records.sqlite"
    if machine.records is not None and not machine.records.out_of_order:
        yield machine.records if file.exists() else Finding("records-none")
        return
    if not file.exists():
        yield Finding("records-none")
        return
    if machine.records is None and in_use(machine.data):
        yield Finding("records-in-use")
        return
    with tempfile.TemporaryDirectory(prefix="kiosk-doctor-") as room:
        for suffix in ("", "-wal"):
            if file.with_name(file.name + suffix).exists():
                shutil.copyfile(file.with_name(file.name + suffix), Path(room) / (file.name + suffix))
        copied = RecordStore(Path(room), KeyRing(machine.data / "keys"), lambda: machine.now, lambda _: Room(0))
        with closing(copied):
            # It may have been started meanwhile, and half a copy looks like damage.
            yield Finding("records-in-use") if machine.records is None and in_use(machine.data) else copied


def _clock(now: datetime, last: datetime | None) -> Iterator[Finding]:
    shown = {"now": f"{now:{MINUTE}}"}
    if not BUILT <= now.year <= LAST:
        yield Finding("clock-wrong", shown)
    elif last is not None and now < last - timedelta(hours=1):
        yield Finding("clock-behind", {**shown, "last": f"{last.astimezone(now.tzinfo):{MINUTE}}"})
    elif now.tzname() in (None, "", "UTC"):
        yield Finding("clock-zone", shown)
    else:
        yield Finding("clock-good", {**shown, "zone": str(now.tzname())})


def _backup(machine: Machine, saved: datetime | None) -> Iterator[Finding]:
    folder, days = machine.settings.backups, [saved.astimezone(machine.now.tzinfo).date()] if saved else []
    if folder is not None:
        try:
            next(folder.iterdir(), None)
            newest = backup.newest(folder)
        except OSError:
            yield Finding("backup-unreachable", {"folder": str(folder)})
            return
        days += [newest] if newest else []
    if not days:
        yield Finding("backup-none")
        return
    age = (machine.now.date() - max(days)).days
    yield Finding("backup-good" if age <= FRESH else "backup-old", {"days": max(age, 0), "day": _day(max(days))})


def _day(day: date) -> str:
    return day.isoformat()


def _content(machine: Machine) -> Iterator[Finding]:
    library, problems = machine.loaded.library, machine.loaded.problems
    errors = sum(problem.level == "error" for problem in problems)
    if not machine.content.is_dir():
        yield Finding("content-missing", {"folder": str(machine.content)})
        return
    pages = [page for page in library.pages if not page.shown.over(machine.now.date())]
    if library.empty:
        yield Finding("content-empty", {"folder": str(machine.content), "errors": errors})
    elif errors:
        yield Finding("content-errors", {"errors": errors, "warnings": len(problems) - errors})
    elif problems:
        yield Finding("content-warnings", {"warnings": len(problems), "version": library.version[:12]})
    else:
        yield Finding("content-good", {"pages": len(pages), "version": library.version[:12]})
    signatures = [page.reviewed for page in pages] + ([library.signed] if library.form else [])
    signed = sum(one.holds for one in signatures)
    if signatures:
        counts = {"signed": signed, "pages": len(signatures)}
        yield Finding("signed" if signed == len(signatures) else "unsigned", counts)


def _inches(machine: Machine) -> float:
    return machine.settings.inches or machine.loaded.library.clinic.panel.inches


def _screen(machine: Machine) -> Iterator[Finding]:
    inches = _inches(machine)
    if machine.settings.inches is None and inches == Panel().inches:
        yield Finding("panel-assumed", {"inches": inches})
    if machine.seen.size is None:
        yield Finding("screen-missing", {"why": machine.seen.why})
        return
    width, height = machine.seen.size
    density = round(px_per_mm(width, height, inches), 2)
    sizes = {"width": width, "height": height, "inches": inches, "density": density}
    if not DENSITY[0] <= density <= DENSITY[1]:
        yield Finding("panel-odd", sizes)
    elif machine.settings.inches is not None or inches != Panel().inches:
        yield Finding("panel-good", sizes)


def _reach(machine: Machine) -> Iterator[Finding]:
    """From the glass's lower edge above the floor and its height; a screen nobody sees stands upright, 9 to 16."""
    bottom = machine.loaded.library.clinic.panel.bottom_mm
    if bottom is None:
        yield Finding("reach-unknown")
        return
    width, height = machine.seen.size or (9, 16)
    tall = height / px_per_mm(width, height, _inches(machine))
    low, high, lowered = (round(bottom + tall * part) for part in (LOWEST, HIGHEST, LOWERED))
    if low < REACH[0]:
        yield Finding("reach-low", {"low": low})
    if lowered > REACH[1]:
        yield Finding("reach-high", {"high": lowered})
    elif high > REACH[1]:
        yield Finding("reach-lowered", {"high": high, "lowered": lowered})
    elif low >= REACH[0]:
        yield Finding("reach-good", {"low": low, "high": high})


def _fonts(machine: Machine) -> Iterator[Finding]:
    missing = machine.seen.missing
    if missing is None:
        yield Finding("fonts-unseen", {"why": machine.seen.why})
    elif missing:
        yield Finding("fonts-missing", {"fonts": ", ".join(missing)})
    else:
        yield Finding("fonts-good")


def _sound(machine: Machine) -> Iterator[Finding]:
    why = machine.seen.silence
    if why is None:
        yield Finding("sound-absent")
    else:
        yield Finding("sound-missing", {"why": why}) if why else Finding("sound-good")


def _versions() -> Iterator[Finding]:
    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:
        qt = "?"
    wrong = {
        "python-old": sys.version_info < PYTHON,
        "qt-wrong": qt == "?" or (qt == CRASHES and sys.version_info < (3, 12)),
        "sqlite-old": sqlite3.sqlite_version_info < SQLITE,
    }
    system = f"{platform.system()} {platform.release()}" if os.name == "posix" else platform.platform()
    known = {"program": __version__, "python": platform.python_version(), "qt": qt, "sqlite": sqlite3.sqlite_version}
    for code in [code for code, so in wrong.items() if so] or ["versions-good"]:
        yield Finding(code, {**known, "system": system})
