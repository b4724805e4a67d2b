"""A made-up office for the tests of what staff see: keys, records and paper in memory, work that is done when told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject

from kiosk.domain.office import Glance, Refused
from kiosk.domain.record import Draft, Head, OpenRecord
from kiosk.domain.values import Absent
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.desktop import Desktop
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.staff import Staff
from kiosk.viewmodels.stay import Stay

CANARY = "zyxwhealth"
KNOWN = ("abacus", "concave", "conceal", "concept", "concern", "concert", "concur", "condone", "t-shirt", "zebra")
WORDS = ("abacus", "concave", "t-shirt", "zebra", "abacus")
STROKES = "M100 100 L400 300"


class Later:
    """In place of the background: work waits until the test says that it is done."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Future[Any]], None]]] = []

    def run(self, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        self.waiting.append((work, done))

    def finish(self) -> None:
        """Does everything that was handed in."""
        waiting, self.waiting = self.waiting, []
        for work, done in waiting:
            outcome: Future[Any] = Future()
            try:
                outcome.set_result(work())
            except (Refused, OSError) as refusal:
                outcome.set_exception(refusal)
            done(outcome)


class Key:
    """What opens records; a class of its own so that a test can see it gone."""


@dataclass
class Locks:
    names: tuple[str, ...] = ("J. Park, RN",)
    ready: bool = True
    tries: int = 0
    staff: set[str] = field(default_factory=set)
    """Those who are no admins."""

    def is_admin(self, name: str) -> bool:
        return name not in self.staff

    @property
    def staff_names(self) -> tuple[str, ...]:
        return self.names

    def unlock(self, name: str, words: str) -> Key:
        self.tries += 1
        if name not in self.names or words != " ".join(WORDS):
            raise Refused("Those words do not open this key.")
        return Key()


@dataclass
class Archive:
    """Newest first, as they were put in. Records in ``sealed`` do not open; ``fault`` is what the disk says."""

    records: dict[str, OpenRecord] = field(default_factory=dict)
    sealed: set[str] = field(default_factory=set)
    fault: str = ""

    def count(self) -> int:
        self._read()
        return len(self.records)

    def heads(self, limit: int, offset: int = 0) -> tuple[Head, ...]:
        return tuple(record.head for record in self.records.values())[offset : offset + limit]

    def find(self, code: str) -> Head | None:
        self._read()
        return next((record.head for record in self.records.values() if record.code == code), None)

    def opened(self, id: str, identity: Any) -> OpenRecord:
        assert isinstance(identity, Key)
        if id in self.sealed:
            raise Refused("This record is sealed to other keys.")
        return self.records[id]

    def glances(self, identity: Any, limit: int, offset: int) -> tuple[Glance | None, ...]:
        assert isinstance(identity, Key)
        self._read()
        return tuple(self._glance(id) for id in list(self.records)[offset : offset + limit])

    def _glance(self, id: str) -> Glance | None:
        one = self.records[id]
        made = one.draft
        return None if id in self.sealed else Glance(id, one.seq, one.code, made.name, made.born, made.confirmed)

    def mark_reviewed(self, id: str, by: str) -> None:
        self._mark(id, reviewed_by=by)

    def confirm_identity(self, id: str, by: str) -> None:
        self._mark(id, identity_by=by)

    def delete(self, id: str, by: str) -> None:
        assert by
        self._read()
        del self.records[id]

    def _mark(self, id: str, **by: str) -> None:
        self._read()
        record = self.records[id]
        self.records[id] = replace(record, head=replace(record.head, **by))

    def _read(self) -> None:
        if self.fault:
            raise Refused(self.fault)


@dataclass
class Paper:
    """Notes what was printed and saved; ``fault`` is raised instead when there is one."""

    made: list[tuple[str, str, str]] = field(default_factory=list)
    fault: Exception | None = None

    def printers(self) -> tuple[str, ...]:
        return ("Front desk",)

    def places(self) -> tuple[str, ...]:
        return ("Charts", "Stick")

    def print(self, record: OpenRecord, by: str, printer: str) -> None:
        self.save(record, by, printer)

    def save(self, record: OpenRecord, by: str, place: str) -> str:
        if self.fault:
            raise self.fault
        self.made.append((record.code, by, place))
        return "MAPLE-10.pdf"

    def keep(self, text: str, name: str, place: str) -> str:
        if self.fault:
            raise self.fault
        self.made.append((text, name, place))
        return name


@dataclass
class Entry:
    """A line of the audit log."""

    seq: int
    at: datetime | None
    event: str
    by: str
    counts: dict[str, int | str]


@dataclass
class Journal:
    """The audit log, newest first; ``wrong`` is what a check finds, ``fault`` what the disk says."""

    clock: Any
    lines: list[Entry] = field(default_factory=list)
    wrong: tuple[str, ...] = ()
    fault: str = ""

    def note(self, event: str, by: str, **counts: int | str) -> None:
        self.lines.insert(0, Entry(len(self.lines) + 1, self.clock.now(), event, by, counts))

    def count(self) -> int:
        return len(self.lines)

    def entries(self, limit: int, offset: int = 0) -> tuple[Entry, ...]:
        self._read()
        return tuple(self.lines[offset : offset + limit])

    def faults(self) -> tuple[str, ...]:
        self._read()
        return self.wrong

    def misses(self) -> tuple[int, datetime | None]:
        events = [line.event for line in self.lines]
        since = self.lines[: events.index("unlocked")] if "unlocked" in events else self.lines
        failed = [line for line in since if line.event == "unlock-failed"]
        return len(failed), failed[-1].at if failed else None

    def text(self) -> str:
        return f"{len(self.lines)} lines"

    def _read(self) -> None:
        if self.fault:
            raise Refused(self.fault)

    @property
    def events(self) -> list[str]:
        """What happened, the oldest first."""
        return [line.event for line in reversed(self.lines)]


@dataclass
class Circle:
    """Those who can read; ``fault`` is raised by whatever writes."""

    members: list[str] = field(default_factory=lambda: ["J. Park, RN", "Ana"])
    waiting: int = 0
    fault: Exception | None = None
    made: list[tuple[str, str]] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        return tuple(self.members)

    def appoint(self, name: str, role: str) -> None:
        self._write()
        self.roles[name] = role

    def add(self, name: str, role: str) -> SimpleNamespace:
        if name in self.members:
            raise Refused("There is somebody of that name already.")
        self.roles[name] = role
        return SimpleNamespace(name=name, words=" ".join(WORDS))

    def renew(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(name=name, words=" ".join(WORDS))

    def finish(self, joining: Any, typed: str) -> None:
        self._write()
        self.made.append((joining.name, typed))
        self.members = [*(name for name in self.members if name != joining.name), joining.name]

    def remove(self, name: str) -> None:
        self._write()
        self.members.remove(name)
        self.waiting = 3

    def older(self) -> int:
        return self.waiting

    def reseal(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[int, int]:
        self._write()
        done = 0
        while done < self.waiting and not cancelled():
            done += 1
            progress(done, self.waiting)
        self.waiting -= done
        return done, 0

    def _write(self) -> None:
        if self.fault:
            raise self.fault


def alert(level: str, link: str, answer: str = CANARY, **rest: str) -> dict[str, str]:
    known = {"product": "any", "jurisdiction": "US", "source": "Label, section 4.", "reviewed": ""}
    return {
        "level": level,
        "linkId": link,
        "question": f"About {link}?",
        "answer": answer,
        "text": "Ask.",
        **known,
        **rest,
    }


def score(link: str, total: str, band: str = "", *, answered: str = "9") -> dict[str, str]:
    """A score of nine questions."""
    known = {"linkId": link, "question": f"Total of {link}", "counted": "9", "answered": answered}
    return {**known, "total": total, "band": band, "complete": "yes" if total else ""}


def draft(sent: datetime, **changes: Any) -> Draft:
    """A patient's answers; the canary stands everywhere an answer or a name can."""
    known: dict[str, Any] = {
        "questionnaire": "https://clinic.example/Questionnaire/first-visit|1",
        "sha256": "ab" * 32,
        "content": "c0ffee",
        "started": sent - timedelta(minutes=5),
        "confirmed": sent,
        "language": "en",
        "app": "0.1.0",
        "response": {"answers": ["sores", "medicine", "name"]},
        "name": f"Ana {CANARY}",
        "born": "1985-03-14",
        "alerts": (alert("CAUTION", "sores"), alert("STOP-ASK", "medicine"), alert("INFO", "medicine")),
        "areas": {"face-map.svg": ("frown", "crows")},
        "questions": (f"Does {CANARY} hurt?",),
        "discuss": ("medicine",),
        "asks": ({"id": "treatment/x", "title": f"Treatment {CANARY}"},),
        "read": ({"id": "question/y", "title": f"Page {CANARY}"},),
        "scores": (score("mood", "12", f"Moderate {CANARY}"),),
    }
    return Draft(**{**known, **changes})


def lines(response: dict[str, Any]) -> tuple[SimpleNamespace, ...]:
    return tuple(line(id) for id in response["answers"])


def line(id: str, **rest: Any) -> SimpleNamespace:
    absent = Absent.IN_THE_ROOM if id == "medicine" else None
    asked = f"About {id}?"
    known = {"answer": CANARY, "strokes": STROKES if id == "name" else "", "absent": absent, "group": "", "place": id}
    return SimpleNamespace(**{"link_id": id, "question": asked, "asked": asked, **known, **rest})


def shown(thing: QObject) -> str:
    """Every text that the screen could show of a view model."""
    kept = thing.metaObject()
    names = [kept.property(place).name() for place in range(kept.propertyOffset(), kept.propertyCount())]
    values = [getattr(thing, name) for name in names]
    return " ".join(repr(value.rows) if isinstance(value, Rows) else str(value) for value in values)


def titles(rows: Rows) -> list[str]:
    return [row.title for row in rows.rows]


@dataclass
class Office:
    """The staff desk with everything behind it; ``heard`` are the signals it sent."""

    staff: Staff
    locks: Locks
    archive: Archive
    paper: Paper
    journal: Journal
    circle: Circle
    background: Later
    stay: Stay
    clock: Any
    heard: list[str] = field(default_factory=list)
    notices: tuple[str, ...] = ()

    def furnish(self, desktop: Desktop) -> None:
        self.staff.furnish(desktop)

    def add(self, *codes: str, sent: datetime | None = None, **changes: Any) -> None:
        """Records with these codes, the first the newest."""
        for code in codes:
            seq = 100 - len(self.archive.records)
            made = draft(sent or self.clock.now() - timedelta(minutes=9), **changes)
            self.archive.records[code] = OpenRecord(Head(code, seq, made.confirmed.date()), "kiosk", code, made)

    def tries(self, *words: str) -> None:
        for word in words:
            self.staff.passwords.take(word)
        self.background.finish()

    def unlocks(self) -> None:
        self.tries(*WORDS)
        self.background.finish()
        assert self.staff.open, self.staff.problem

    def locks_up(self) -> None:
        """What the desk does when the staff's desk says that it is locked."""
        self.staff.lock()
        self.staff.forget()

    def waits(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.wait(1)
            self.staff.tick()


def office(clock: Any, access: Access, pictures: Any) -> Office:
    background, stay = Later(), Stay(clock.monotonic, clock.now)
    staff = Staff(access, stay, background)
    made = Office(staff, Locks(), Archive(), Paper(), Journal(clock), Circle(), background, stay, clock)
    for name in ("unlocked", "opened", "locked", "left"):
        getattr(staff, name).connect(lambda name=name: made.heard.append(name))
    staff.went.connect(made.heard.append)
    desktop = Desktop(made.locks, made.archive, KNOWN, pictures, lines, lambda _picture, code: code.title(), made.paper)
    made.furnish(
        replace(
            desktop,
            glances=made.archive.glances,
            journal=made.journal,
            circle=lambda _name, _identity: made.circle,
            notices=lambda: made.notices,
        )
    )
    return made
