"""Versions of the content at a terminal: published, activated, taken back, listed, cleared away. The kiosk may run."""

from __future__ import annotations

import getpass
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk.content.inspection import inspect
from kiosk.content.load import gather
from kiosk.content.problem import Problem
from kiosk.domain.editions import Difference, Version
from kiosk.machine import Trouble
from kiosk.office.checking import counted, number, progress_bar
from kiosk.office.opening import usable
from kiosk.office.terminal import DONE, TROUBLE, complain, plain, say
from kiosk.store.activation import SHIPPED, State
from kiosk.store.editions import Shelf
from kiosk.store.errors import AlreadyRunning
from kiosk.store.keys import KeyRing
from kiosk.store.listing import listing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore

WORD = "shipped"
"""How the content that came with the program is called."""
LONGEST_NOTE = 200
NAMED = 8
"""Files of a version that are named one by one."""


def now() -> datetime:
    return datetime.now().astimezone()


def publish(data: Path, content: Path, by: str, note: str, *, activate: bool) -> int:
    """Checks ``content`` and keeps it as a version; 1 with every mistake when it has one. Raises Trouble, BadSettings,
    StoreError or OSError."""
    usable(data)
    today = now().date()
    with progress_bar("Checking") as progress:
        checked = inspect(content, today=today, progress=progress)
    if any(problem.level == "error" for problem in checked.problems):
        return _refused(checked.problems)
    found = gather(content, today)
    if found.loaded.library.version != checked.library.version:
        raise Trouble("The folder was changed while it was checked. Publish it again when nobody edits it.")
    note = " ".join(plain(note).split())[:LONGEST_NOTE]
    shelf, before = Shelf(data), Shelf(data).state()
    made, new = shelf.publish(found.files, person(by), now(), note, activate=activate)
    if new:
        (version,) = (one for one in listing(shelf) if one.name == made.version)
        say(f"{made.version} is kept: {number(len(made.files), 'file')}{_against(version.against)}.")
    else:
        say(f"This very content is a version already: {made.version}. Nothing was copied.")
    if lesser := len(checked.problems):
        say(plain(f"`main.py check {content}` lists {number(lesser, 'warning')}."))
    if activate:
        return _told(before, made.version)
    say(f"Patients see it after: main.py content activate {made.version}")
    return DONE


def _refused(problems: Sequence[Problem]) -> int:
    for problem in problems:
        say(plain(str(problem)))
    say(counted(problems))
    complain("Nothing was published. Mend what is called an error, then publish again.")
    return TROUBLE


def activate(data: Path, version: str, at: str, by: str) -> int:
    """Raises Trouble, BadSettings, StoreError or OSError."""
    usable(data)
    shelf = Shelf(data)
    name = SHIPPED if version == WORD else shelf.find(version).version
    when = moment(at) if at else None
    if when and when <= now():
        raise Trouble(f"{at} is over. Leave --at away to activate it now, or name a later day.")
    before = shelf.activate(name, person(by), now(), when)
    if when:
        say(f"{name or WORD} is what patients see from {_time(when)} on.")
        return DONE
    return _told(before, name)


def rollback(data: Path, by: str) -> int:
    """Raises BadSettings, NothingBefore or OSError."""
    usable(data)
    shelf = Shelf(data)
    before = shelf.rollback(person(by), now())
    return _told(before, shelf.state().active)


def _told(before: State, name: str) -> int:
    again = before.active == name
    say(f"{name or WORD} {'was' if again else 'is'} what patients see{' already' if again else ' from now on'}.")
    if not again:
        say("A running kiosk shows it as soon as nobody is there. `main.py content rollback` goes back.")
    if before.plan:
        say(f"The plan to show {before.plan.version or WORD} from {_time(before.plan.at)} on has ended.")
    return DONE


def list_versions(data: Path, *, as_json: bool) -> int:
    """The newest first."""
    shelf = Shelf(data)
    found, state = listing(shelf), shelf.state()
    if as_json:
        say(json.dumps([_as_json(one) for one in found], indent=2))
        return DONE
    for version in found:
        say(_line(version))
    plan = state.plan if state.plan and state.plan.version == SHIPPED else None
    marks = _marks(state.active == SHIPPED, state.previous == SHIPPED, plan.at if plan else None)
    say(f"{WORD:<12}  {marks or 'came with the program'}")
    if shelf.broken:
        complain("The list of what was active cannot be read. Activate a version; the old list is put aside.")
        return TROUBLE
    return DONE


def _as_json(version: Version) -> dict[str, object]:
    planned = version.planned.isoformat() if version.planned else None
    return {**asdict(version), "at": version.at.isoformat(), "planned": planned}


def _line(version: Version) -> str:
    marks = _marks(version.active, version.previous, version.planned)
    who = f"by {version.by}" if version.by else "seen while it was edited, not published"
    note = f": {version.note}" if version.note else ""
    head = f"{version.name}  {marks + '; ' if marks else ''}{_time(version.at)} {who}{note}"
    return "\n".join([plain(head), *(f"    {plain(line)}" for line in _differences(version.against))])


def _marks(active: bool, previous: bool, planned: datetime | None) -> str:
    coming = f"next, from {_time(planned)}" if planned else ""
    return ", ".join(mark for mark in ("active" * active, "previous" * previous, coming) if mark)


def _differences(against: Difference | None) -> list[str]:
    if against is None:
        return ["the first version"]
    kinds = (("added", against.added), ("changed", against.changed), ("removed", against.removed))
    return [f"{len(names)} {kind}: {_named(names)}" for kind, names in kinds if names] or ["nothing changed"]


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _against(against: Difference | None) -> str:
    if against is None:
        return ""
    kinds = (("added", against.added), ("changed", against.changed), ("removed", against.removed))
    told = ", ".join(f"{len(names)} {kind}" for kind, names in kinds if names)
    return f"; {told} since the version before" if told else ""


def prune(data: Path) -> int:
    """Raises BadSettings, StoreError or OSError."""
    usable(data)
    try:
        with only_one(data):
            keyring = KeyRing(data / "keys")
            store = RecordStore(data, keyring, now)
            try:
                days = store.days() if (data / "records.sqlite").exists() else frozenset()
            finally:
                store.close()
            gone = Shelf(data).prune(days, now())
    except AlreadyRunning:
        say("The kiosk is running. It deletes old versions by itself, once an hour when nobody is there.")
        return DONE
    say(f"{number(len(gone), 'version')} deleted{': ' + ', '.join(gone) if gone else ''}.")
    return DONE


def moment(text: str) -> datetime:
    """A day, or a day and a time, on this machine's clock. Raises Trouble."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        raise Trouble(f"“{plain(text)}” is no date. Write 2026-12-01, or “2026-12-01 08:00”.") from None


def person(by: str) -> str:
    """Who is named, else who is logged in."""
    try:
        return " ".join(plain(by).split())[:40] or getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody is
        return "command line"


def _time(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
