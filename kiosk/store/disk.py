"""The disk that holds a folder: whether it keeps what is written, what kind it is, whether a thief could read it."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kiosk.store.files import sync_folder

PROC, SYS = Path("/proc"), Path("/sys/dev/block")
FORGETS = frozenset({"tmpfs", "ramfs"})
"""File systems in memory: with the power all of it is gone."""
WEAK = frozenset({"vfat", "exfat", "msdos", "fuseblk", "nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"})
"""Those that keep no owner's rights, or whose locks and fsync are somebody else's."""
DEPTH = 8
"""Devices one upon the other: a volume in a group in a locked partition."""


def keeps(folder: Path) -> str:
    """Empty when a file in ``folder`` can be written and brought to the disk, else the system's word on why not. The
    file never has a name where the system allows it, and is gone in any case."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(folder)
    except OSError as problem:
        return problem.strerror or "no access"
    return ""


def filesystem(folder: Path, proc: Path = PROC) -> str:
    """What kind of file system holds ``folder``, e.g. ``ext4``; empty where the system does not say (only Linux)."""
    return _mount(folder, proc)[1]


def encrypted(folder: Path, proc: Path = PROC, sys: Path = SYS) -> bool | None:
    """Whether the disk below ``folder`` is locked by the system (dm-crypt); None where that cannot be known."""
    number, kind = _mount(folder, proc)
    device = sys / number
    if not number or kind in FORGETS or not device.exists():
        return None
    return _crypt(device, DEPTH)


def swaps_in_plain(proc: Path = PROC, sys: Path = SYS) -> bool:
    """Whether memory may be written to a disk that anybody can read."""
    with suppress(OSError):
        lines = (proc / "swaps").read_text(encoding="utf-8").splitlines()[1:]
        places = [line.split()[0] for line in lines if line.split()]
        return any(not _hidden(Path(place), proc, sys) for place in places if "zram" not in place)
    return False


def _hidden(place: Path, proc: Path, sys: Path) -> bool:
    if place.is_block_device():
        number = place.stat().st_rdev
        return _crypt(sys / f"{os.major(number)}:{os.minor(number)}", DEPTH)
    return encrypted(place.parent, proc, sys) is True


def _mount(folder: Path, proc: Path) -> tuple[str, str]:
    """The device's number (major:minor) and the kind of the file system that is mounted nearest above."""
    best, found = -1, ("", "")
    with suppress(OSError, ValueError):
        where = folder.resolve()
        for line in (proc / "self" / "mountinfo").read_text(encoding="utf-8").splitlines():
            before, _, after = line.partition(" - ")
            fields, point = before.split(), Path(before.split()[4].replace("\\040", " "))
            if where.is_relative_to(point) and len(point.parts) >= best:
                best, found = len(point.parts), (fields[2], after.split()[0])
    return found


def _crypt(device: Path, depth: int) -> bool:
    with suppress(OSError):
        if (device / "dm" / "uuid").read_text(encoding="utf-8").startswith("CRYPT-"):
            return True
    below = device / "slaves"
    return depth > 0 and below.is_dir() and any(_crypt(one, depth - 1) for one in below.iterdir())
