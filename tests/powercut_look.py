"""Opens every disk a power cut may leave, with the real store, and tells what was promised and is not there.

``powercut_look.py records|files|versions LOG ROOT FOLDER EACH PART OF``: its share of the states;
a JSON object with the counts and the findings on standard output.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import powercut
from clinic import NOON, draft, quick_unwrap
from powercut_visits import VALUES, value

from kiosk.store import database
from kiosk.store.audit import Event
from kiosk.store.editions import Shelf
from kiosk.store.errors import KeysMissing, StoreError
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.signature import verified
from kiosk.store.space import Room

SEED = 4
SENDS_AGAIN = 16
"""Every so many states a patient sends after the power came back."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a disk holds: ids of records with answers and of emptied ones, marks, and everything that is wrong."""

    keys: bool = False
    kept: frozenset[str] = frozenset()
    emptied: frozenset[str] = frozenset()
    marks: frozenset[tuple[str, str]] = frozenset()
    lines: int = 0
    value: int = -1
    changed: int = 0
    faults: tuple[str, ...] = ()


class Ring(KeyRing):
    """The same signatures come back in thousands of states."""

    _known = staticmethod(cache(verified))

    def signed(self, content: bytes, signature: bytes) -> bool:
        return self._known(self.load().signer.public, content, signature)


def records(folder: Path, sends: bool) -> Found:
    """What the store says of the folder; with ``sends`` one more patient comes."""
    keys = Ring(folder / "keys", quick_unwrap)
    store = RecordStore(folder, keys, lambda: NOON, lambda _: Room(0))
    try:
        keys.load()
        store.open()
        if sends:
            store.audit.note(Event.STARTED)
            store.keep(draft())
        return _found(store)
    except KeysMissing:
        return Found(faults=("records without keys",) if (folder / "records.sqlite").exists() else ())
    except StoreError as fault:
        return Found(faults=(f"{type(fault).__name__}: {fault}",))
    finally:
        store.close()


def _found(store: RecordStore) -> Found:
    faults = store.faults()
    with store.database.session() as session:
        asks = session.connection().exec_driver_sql
        rows = asks("SELECT id, length(sealed) FROM record").fetchall()
        marks = asks("SELECT record, kind FROM mark").fetchall()
        checked = asks("PRAGMA integrity_check").scalar_one()
    return Found(
        keys=True,
        kept=frozenset(id for id, length in rows if length),
        emptied=frozenset(id for id, length in rows if not length),
        lines=store.audit.count(),
        marks=frozenset((record, kind) for record, kind in marks),
        faults=(
            *faults,
            *store.audit.faults(),
            *(() if checked == "ok" else (checked,)),
        ),
    )


def files(folder: Path, _: bool) -> Found:
    """The one value that write_durably left."""
    path = folder / "value"
    if not path.exists():
        return Found()
    content = path.read_bytes()
    whole = [number for number in range(VALUES) if content == value(number)]
    return Found(value=whole[0]) if whole else Found(faults=("a mixture",))


def versions(folder: Path, _: bool) -> Found:
    """Every version must be whole, and what is to be shown must be there."""
    shelf = Shelf(folder)
    state, there = shelf.state(), {one.version for one in shelf.editions()}
    faults = [f"version {version} is not whole" for version in there if not shelf.sound(version)]
    faults += ["the state cannot be read"] * shelf.broken
    faults += [
        f"version {version} is missing"
        for version in (state.active, state.previous)
        if version and version not in there
    ]
    return Found(changed=state.changes[-1].number, faults=tuple(faults)) if state.changes else Found()


def missing(found: Found, said: list[dict[str, Any]]) -> list[str]:
    """What was promised and is not there."""
    gone = [f"set-up: {found.faults}" for one in said if "founded" in one and not found.keys]
    gone += [f"record {one['kept']}" for one in said if "kept" in one and one["kept"] not in found.kept | found.emptied]
    gone += [f"mark {one['marked']}" for one in said if "marked" in one and tuple(one["marked"]) not in found.marks]
    gone += [f"deletion of {id}" for id in deleted(said) & found.kept]
    gone += [f"audit line {one['noted']}" for one in said if "noted" in one and found.lines < one["noted"]]
    gone += [f"value {one['value']}" for one in said if "value" in one and one["value"] > found.value]
    gone += [f"change {one['changed']}" for one in said if "changed" in one and one["changed"] > found.changed]
    return gone


class Look:
    """Opens disks and remembers what it saw; ``findings`` are sentences."""

    def __init__(self, what: str, work: Path, deleted: set[str]) -> None:
        # One engine for the one path: what SQLAlchemy has worked out about a question serves all states.
        database._engine = cache(database._engine)
        self._open = {"records": records, "files": files, "versions": versions}[what]
        self._work = work
        self._deleted = deleted
        self._seen: dict[bytes, Found] = {}
        self.tried, self.lost, self.corrupt = 0, 0, 0
        self.findings: list[str] = []

    def at(self, number: int, content: powercut.Content, said: list[dict[str, Any]]) -> None:
        """One state, and what had been promised before."""
        state = powercut.key(content)
        if state not in self._seen:
            found = self._open(powercut.lay(content, self._work) / "data", len(self._seen) % SENDS_AGAIN == 0)
            self._seen[state] = found
            wrong = [*found.faults, *(f"answers of {id} are gone" for id in found.emptied - self._deleted)]
            self.corrupt += bool(wrong)
            self.findings += [f"after operation {number}: {one}" for one in wrong]
        away = missing(self._seen[state], said)
        self.tried += 1
        self.lost += bool(away)
        self.findings += [f"after operation {number}: {one} is missing" for one in away]

    def told(self) -> dict[str, Any]:
        return {
            "states": len(self._seen),
            "tried": self.tried,
            "lost": self.lost,
            "corrupt": self.corrupt,
            "findings": list(dict.fromkeys(self.findings))[:20],
        }


def deleted(said: list[dict[str, Any]]) -> set[str]:
    """The records whose answers somebody ever took away."""
    return {one["deleted"] for one in said if "deleted" in one}


def main(*words: str) -> None:
    what, log, root, work, each, part, of = words
    entries = powercut.read(Path(log))
    said = [json.loads(line) for entry in entries if entry.kind == "a" for line in entry.data.splitlines()]
    look = Look(what, Path(work), deleted(said))
    for number, content, promised in powercut.states(entries, root, SEED, int(each)):
        if powercut.key(content)[0] % int(of) == int(part):
            look.at(number, content, promised)
    print(json.dumps(look.told()))  # noqa: T201 (its answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
