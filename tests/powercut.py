"""What a disk may hold when the power fails: a recorded program's writes, and every way to lose the unsynced ones.

The rules are those of POSIX, not of a kind file system: what was synced is there; of the rest each sector of 512 bytes
may be there or not, in any order; a name that was made, changed or taken away lasts once its folder was synced, and of
the unsynced changes to a folder only the last ones are missing, as every journal has it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
PATHS = os.pathsep.join((str(HERE.parent), str(HERE)))
"""Where the programs below find the kiosk and the tests' clinic."""
SECTOR = 512
HEAD = struct.Struct("<cqqQQ")

LOG = "data/records.sqlite-wal"
TEARS = 60
Write = tuple[int, bytes | None]
"""Where, and what; to cut a file short is ``(size, None)``."""
Says = Callable[..., None]
Content = dict[str, bytes]
"""A disk's files by their path below the recorded folder; folders are named by what is in them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the program did; ``data`` of a rename is the new name."""

    kind: str
    fd: int
    at: int
    name: str
    data: bytes


@dataclass(eq=False, slots=True)
class File:
    """``kept`` is what is surely on the disk; ``waiting`` what was written since."""

    kept: bytes = b""
    waiting: list[Write] = field(default_factory=list)

    def sync(self) -> None:
        self.kept = applied(self.kept, self.waiting)
        self.waiting = []


@dataclass(eq=False, slots=True)
class Folder:
    """Names to files and folders: as the program sees them, as they surely are, and the changes in between."""

    seen: dict[str, File | Folder] = field(default_factory=dict)
    kept: dict[str, File | Folder] = field(default_factory=dict)
    waiting: list[list[Step]] = field(default_factory=list)

    def change(self, *steps: Step) -> None:
        for folder, name, node in steps:
            put(folder.seen, name, node)
        self.waiting.append(list(steps))

    def sync(self) -> None:
        for steps in self.waiting:
            for folder, name, node in steps:
                put(folder.kept, name, node)
        self.waiting = []


Step = tuple[Folder, str, "File | Folder | None"]


def put(names: dict[str, File | Folder], name: str, node: File | Folder | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def applied(content: bytes, writes: list[Write]) -> bytes:
    held = bytearray(content)
    for at, data in writes:
        end = at if data is None else at + len(data)
        if len(held) < end:
            held.extend(bytes(end - len(held)))
        if data is None:
            del held[at:]
        else:
            held[at:end] = data
    return bytes(held)


class Disk:
    """The disk while the program runs; ``said`` is what it has promised so far."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.top = Folder()
        self.open: dict[int, File | Folder] = {}
        self.said: list[dict[str, Any]] = []

    def take(self, entry: Entry) -> None:
        """One step further."""
        fd = entry.fd
        if entry.kind == "a":
            self.said += [json.loads(line) for line in entry.data.splitlines()]
        elif entry.kind == "o":
            self.open[fd] = self._node(entry.name)
        elif entry.kind == "x":
            self.open.pop(fd, None)
        elif entry.kind == "s":
            self.open[fd].sync()
        elif entry.kind in "wt":
            file = self.open[fd]
            assert isinstance(file, File)
            file.waiting.append((entry.at, entry.data if entry.kind == "w" else None))
        else:
            self._rename(entry)

    def _rename(self, entry: Entry) -> None:
        folder, name = self._place(entry.name)
        if entry.kind == "r":
            target, new = self._place(entry.data.decode())
            target.change((folder, name, None), (target, new, folder.seen[name]))
        else:
            made = {"c": File, "m": Folder}.get(entry.kind)
            folder.change((folder, name, made() if made else None))

    def _place(self, path: str) -> tuple[Folder, str]:
        *above, name = path.removeprefix(self.root).strip("/").split("/")
        folder = self.top
        for part in above:
            below = folder.seen[part]
            assert isinstance(below, Folder)
            folder = below
        return folder, name

    def _node(self, path: str) -> File | Folder:
        if path.rstrip("/") == self.root:
            return self.top
        folder, name = self._place(path)
        return folder.seen[name]

    @property
    def waiting(self) -> bool:
        """Whether anything is not synced."""
        return any(node.waiting for node in self._nodes(self.top))

    def _nodes(self, folder: Folder) -> Iterator[File | Folder]:
        yield folder
        for node in list(folder.seen.values()):
            if isinstance(node, Folder):
                yield from self._nodes(node)
            else:
                yield node

    def after(self, choice: Choice) -> Content:
        """What is found when the power comes back."""
        names = self._names(self.top, choice, {})
        return dict(self._found(self.top, names, choice, ""))

    def _names(
        self, folder: Folder, choice: Choice, names: dict[Folder, dict[str, File | Folder]]
    ) -> dict[Folder, Any]:
        """The names in each folder, unsynced ones as chosen; ``names`` is added to."""
        names.setdefault(folder, dict(folder.kept))
        for steps in folder.waiting[: choice.changes(len(folder.waiting))]:
            for other, name, node in steps:
                put(names.setdefault(other, dict(other.kept)), name, node)
        for node in list(folder.seen.values()):
            if isinstance(node, Folder):
                self._names(node, choice, names)
        return names

    def _found(
        self, folder: Folder, names: dict[Folder, Any], choice: Choice, path: str
    ) -> Iterator[tuple[str, bytes]]:
        for name, node in sorted(names.get(folder, folder.kept).items()):
            if isinstance(node, Folder):
                yield f"{path}{name}/", b""
                yield from self._found(node, names, choice, f"{path}{name}/")
            else:
                yield path + name, applied(node.kept, choice.writes(node.waiting))


class Choice:
    """One way to lose what was not synced; this one loses all of it."""

    def changes(self, waiting: int) -> int:
        """How many of the changes to a folder lasted."""
        return 0

    def writes(self, waiting: list[Write]) -> list[Write]:
        """Which writes to a file lasted, and what of them."""
        return []


class All(Choice):
    """Nothing is lost: the program was killed, but the power stayed."""

    def changes(self, waiting: int) -> int:
        return waiting

    def writes(self, waiting: list[Write]) -> list[Write]:
        return waiting


class Chance(Choice):
    """By chance: everything up to a write that is torn, or writes and sectors here and there, later ones first."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.how = chance.choice((self._torn, self._some, self._sectors, self._last))

    def changes(self, waiting: int) -> int:
        return self.chance.randint(0, waiting)

    def writes(self, waiting: list[Write]) -> list[Write]:
        return self.how(waiting) if waiting else waiting

    def _torn(self, waiting: list[Write]) -> list[Write]:
        whole = self.chance.randrange(len(waiting))
        at, data = waiting[whole]
        if data is None:
            return waiting[:whole]
        end = (at // SECTOR + self.chance.randint(0, len(data) // SECTOR)) * SECTOR - at
        return [*waiting[:whole], (at, data[: max(end, 0)])]

    def _some(self, waiting: list[Write]) -> list[Write]:
        return [one for one in waiting if self.chance.random() < 0.5]

    def _sectors(self, waiting: list[Write]) -> list[Write]:
        lasted: list[Write] = []
        for at, data in waiting:
            lasted += (
                [(at, data)] if data is None else [part for part in sectors(at, data) if self.chance.random() < 0.6]
            )
        return lasted

    def _last(self, waiting: list[Write]) -> list[Write]:
        return waiting[self.chance.randrange(len(waiting)) :]


def sectors(at: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """The write in pieces that each lie in one sector."""
    start = 0
    while start < len(data):
        end = start + SECTOR - (at + start) % SECTOR
        yield at + start, data[start:end]
        start = end


def states(log: list[Entry], root: str, seed: int, each: int) -> Iterator[tuple[int, Content, list[dict[str, Any]]]]:
    """After every operation: nothing lost, all lost, and ``each`` chances; the operation's number, the disk, and what
    had been promised."""
    disk = Disk(root)
    for number, entry in enumerate(log):
        disk.take(entry)
        turns = each if disk.waiting else 0
        chances = [Chance(Random(f"{seed} {number} {turn}")) for turn in range(turns)]  # noqa: S311 (seeded)
        for choice in (Choice(), All(), *chances):
            yield number, disk.after(choice), disk.said


def copied(what: Callable[[Path, Says], None], folder: Path) -> Iterator[tuple[int, Content, list[dict[str, Any]]]]:
    """Where nothing can be recorded: the program runs here, its files are copied after every promise, and a log that
    grew in between is torn. What was promised is taken to be synced, which only the recorder can prove."""
    said: list[dict[str, Any]] = []
    copies: list[Content] = []

    def says(**promise: Any) -> None:
        said.append(promise)
        copies.append(
            {
                path.relative_to(folder.parent).as_posix(): path.read_bytes()
                for path in folder.rglob("*")
                if path.is_file()
            }
        )

    what(folder, says)
    for number, (before, after) in enumerate(pairwise(copies)):
        yield number, after, said[: number + 2]
        changed = {name for name in before | after if before.get(name) != after.get(name)}
        # A log that begins anew has its head synced first, which a copy cannot show: only what was added is torn.
        if changed == {LOG} <= before.keys() & after.keys() and after[LOG].startswith(before[LOG]):
            for turn in range(TEARS):
                chance = Chance(Random(f"{number} {turn}"))  # noqa: S311 (seeded)
                writes = chance.writes(grown(before[LOG], after[LOG]))
                yield number, {**before, LOG: applied(before[LOG], writes)}, said[: number + 1]


def grown(before: bytes, after: bytes) -> list[Write]:
    """The sectors that differ, as writes."""
    return [(at, part) for at, part in sectors(0, after) if before[at : at + SECTOR] != part]


def key(content: Content) -> bytes:
    """The same for the same disk."""
    digest = hashlib.blake2b(digest_size=16)
    for name, data in sorted(content.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.digest()


def lay(content: Content, folder: Path) -> Path:
    """Puts the disk's files into a folder that is empty afterwards but for them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in content.items():
        path = folder / name
        if name.endswith("/"):
            path.mkdir(exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return folder


def read(file: Path) -> list[Entry]:
    """The recorder's log."""
    log, raw, at = [], file.read_bytes(), 0
    while at < len(raw):
        kind, fd, offset, name, size = HEAD.unpack_from(raw, at)
        middle = at + HEAD.size + name
        log.append(Entry(kind.decode(), fd, offset, raw[at + HEAD.size : middle].decode(), raw[middle : middle + size]))
        at = middle + size
    return log


def compiler() -> str | None:
    """The C compiler of this machine, where the recorder can work: on Linux."""
    found = [name for name in ("cc", "gcc", "clang") if shutil.which(name)]
    return found[0] if found and sys.platform == "linux" else None


def env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": PATHS}


def recorded(folder: Path, what: str, synchronous: str = "full") -> tuple[list[Entry], str]:
    """Runs ``powercut_visits.py`` under the recorder: its log and the folder it wrote to."""
    library, log, root = folder / "recorder.so", folder / "log", folder / "disk"
    source = HERE / "powercut" / "recorder.c"
    build = [compiler() or "cc", "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl", "-lpthread"]
    subprocess.run(build, check=True, capture_output=True)
    root.mkdir()
    hears, says = os.pipe()
    extra = {"LD_PRELOAD": str(library), "POWERCUT_ROOT": str(root), "POWERCUT_LOG": str(log)}
    heard: list[bytes] = []
    listener = threading.Thread(target=lambda: heard.extend(iter(lambda: os.read(hears, 65536), b"")))
    listener.start()
    command = [sys.executable, HERE / "powercut_visits.py", what, root / "data", str(says), synchronous]
    subprocess.run(command, check=True, pass_fds=[says], env={**env(), **extra, "POWERCUT_SAID": str(says)})
    os.close(says)
    listener.join()
    os.close(hears)
    entries = read(log)
    promised = b"".join(entry.data for entry in entries if entry.kind == "a")
    assert promised == b"".join(heard), "the recorder missed what the program said"
    return entries, str(root)
