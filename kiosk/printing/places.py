"""Where staff can save a file without a file dialog: sticks that are plugged in, and folders of the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

MOUNTS = ("/media", "/run/media", "/mnt", "/Volumes")
"""Below these Linux and macOS mount what is plugged in."""
REMOVABLE = 2
"""DRIVE_REMOVABLE of Windows' GetDriveTypeW."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted file system: ``name`` is its label, ``free`` in bytes."""

    root: Path
    name: str
    free: int
    removable: bool
    writable: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to save in, with the name to show for it; ``free`` in bytes."""

    name: str
    folder: Path
    free: int
    removable: bool


def save_places(*folders: Path, volumes: Iterable[Volume] | None = None) -> tuple[Place, ...]:
    """What is plugged in and can be written to, by name, then those of ``folders`` that are there, as given.

    ``volumes`` are the mounted ones when None.
    """
    sticks = [
        Place(volume.name or volume.root.name or str(volume.root), volume.root, volume.free, removable=True)
        for volume in (mounted() if volumes is None else volumes)
        if volume.removable and volume.writable
    ]
    here = [
        Place(folder.name or str(folder), folder, QStorageInfo(str(folder)).bytesAvailable(), removable=False)
        for folder in folders
        if folder.is_dir()
    ]
    return (*sorted(sticks, key=lambda place: (place.name.casefold(), str(place.folder))), *here)


def mounted() -> tuple[Volume, ...]:
    """Every file system that is mounted and ready."""
    return tuple(
        Volume(
            root=Path(volume.rootPath()),
            name=volume.name(),
            free=volume.bytesAvailable(),
            removable=removable(Path(volume.rootPath())),
            writable=not volume.isReadOnly() and os.access(volume.rootPath(), os.W_OK),
        )
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and not volume.isRoot()
    )


def removable(root: Path) -> bool:
    """Whether what is mounted at ``root`` was plugged in: Qt does not say, so by the place or by asking Windows."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - what it is asked for exists on Windows only

        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{root.drive}\\") == REMOVABLE)
    return any(root.is_relative_to(mount) and root != Path(mount) for mount in MOUNTS)
