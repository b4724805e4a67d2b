"""Where a staff member's locked key is: on this machine, on a stick that is plugged in, or in a file that was named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.store import age, keys
from kiosk.store.errors import UnknownStaff, WrongPassphrase
from kiosk.store.keys import KeyRing, Unwrap
from kiosk.store.recipients import Recipients

LARGEST = 65_536
"""Bytes of a locked key's file; records, which are age files too, may be as small, but are not named like staff."""

Places = Callable[[], tuple[Path, ...]]
"""The folders and files where keys may be just now."""


def key_files(places: tuple[Path, ...]) -> dict[str, Path]:
    """Every key file there by its name without ``.age``: in a place itself, in its folder ``staff`` or ``keys/staff``;
    the first of a name counts."""
    found: dict[str, Path] = {}
    for place in places:
        folders = [place] if place.is_file() else [place, place / "staff", place / "keys" / "staff"]
        for path in (
            path for folder in folders for path in ([folder] if folder.is_file() else sorted(folder.glob("*.age")))
        ):
            found.setdefault(path.stem, path)
    return found


@dataclass(frozen=True)
class StaffKeys:
    """The locks of records that ``recipients`` can read, with keys from ``places``; those on the machine itself, in
    ``keyring``, come first."""

    recipients: Callable[[], Recipients]
    places: Places
    keyring: KeyRing | None = None
    unwrap: Unwrap = age.unwrap

    @property
    def ready(self) -> bool:
        return True

    @property
    def staff_names(self) -> tuple[str, ...]:
        """Those whose key is here now; in front of a copy also whoever has a file under another name."""
        files = self._files()
        here = tuple(one.name for one in self.recipients().staff if one.slug in files or self._at_home(one.name))
        slugs = {one.slug for one in self.recipients().staff}
        named = tuple(stem for stem, path in files.items() if stem not in slugs and path in self.places())
        return (*here, *named)

    def is_admin(self, name: str) -> bool:
        return any(one.name == name and one.admin for one in self.recipients().staff)

    def unlock(self, name: str, words: str) -> Any:  # noqa: ANN401 (the key stays opaque)
        """Slow. Raises WrongPassphrase, KeysRefused, or UnknownStaff when the stick is gone."""
        if self.keyring is not None and self._at_home(name):
            return self.keyring.unlock(name, words)
        files = self._files()
        one = next((one for one in self.recipients().staff if one.name == name), None)
        path = files.get(one.slug if one else name)
        if path is None:
            raise UnknownStaff("The key file is no longer there. Plug the stick in again.")
        try:
            identity = keys.unlock_file(path, words, self.unwrap)
        except OSError:
            raise UnknownStaff("The key file cannot be read. Plug the stick in again.") from None
        if one is not None and identity.recipient != one.recipient and self.keyring is not None:
            raise WrongPassphrase("This key file is not the one on the list. Use the newest one.")
        return identity

    def _files(self) -> dict[str, Path]:
        return key_files(self.places())

    def _at_home(self, name: str) -> bool:
        if self.keyring is None:
            return False
        return any(one.name == name and not one.away for one in self.keyring.staff)
