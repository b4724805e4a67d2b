"""Who can read the records from now on: somebody joins, leaves, or gets new words; each change is a new signed list.

A power cut at any moment leaves the old list or the new one, with every key file that it names: a new key file is
written before the list, an old one is deleted after it.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from kiosk.store import age, passphrase, recipients
from kiosk.store.age import Identity
from kiosk.store.errors import KeysError, WrongPassphrase
from kiosk.store.files import sync_folder, write_durably
from kiosk.store.founding import Wrap, hand_out, prove, remember, slug
from kiosk.store.keys import KeyRing, Unwrap
from kiosk.store.recipients import ADMIN, ROLES, STAFF, Recipients, Staff


@dataclass(frozen=True, slots=True)
class Joining:
    """New words for somebody, in memory only, to be shown once and typed back. ``again``: they are on the list already
    and get a new key in place of the one they cannot unlock."""

    name: str
    words: str = field(repr=False)
    identity: Identity = field(repr=False)
    again: bool = False
    role: str = STAFF


class Staffing:
    """Changes of the list, allowed ``by`` an admin's key or the recovery key; new words for oneself, allowed to all
    staff. Whatever wraps or unwraps takes seconds: never on the screen's thread. Every method raises KeysError when
    ``by`` may not."""

    def __init__(self, keyring: KeyRing, by: Identity, wrap: Wrap = age.wrap, unwrap: Unwrap = age.unwrap) -> None:
        self._keys = keyring
        self._by = by
        self._wrap = wrap
        self._unwrap = unwrap

    def add(self, name: str, words: tuple[str, ...], chance: Random | None = None, role: str = STAFF) -> Joining:
        """A new member's key and words; nothing is written. Raises KeysError when the name is taken, ValueError
        without a name or with another role than those of ROLES."""
        name = name.strip()
        if not name:
            raise ValueError("a name is needed")
        _check_role(role)
        _check_free(self._listed(), name)
        return Joining(name, _generated(words, chance), Identity.generate(), role=role)

    def replace(self, name: str, words: tuple[str, ...], chance: Random | None = None) -> Joining:
        """A new key and new words for a member who lost theirs; nothing is written. Raises UnknownStaff."""
        self._listed()
        known = self._keys.member(name)
        return Joining(known.name, _generated(words, chance), Identity.generate(), again=True, role=known.role)

    def join(self, joining: Joining, typed: str, elsewhere: Path | None = None) -> Recipients:
        """Writes the key and then the list with it, once the words as typed have opened a test record.

        With ``elsewhere``, a folder or a new file's name, the locked key goes there and does not stay on the kiosk.
        Raises WrongPassphrase, UnknownStaff, KeysError for a name that is taken or a place that will not do, OSError.
        """
        listed = self._listed()
        others = tuple(one for one in listed.staff if not (joining.again and one.name == joining.name))
        _check_free(replace(listed, staff=others), joining.name)
        place, away = _free_slug(listed, joining.name), elsewhere is not None
        new = Staff(joining.name, place, joining.identity.recipient, away, joining.role)
        changed = replace(listed, epoch=listed.epoch + 1, staff=(*others, new))
        wrapped = self._proved(changed, joining, typed)
        if elsewhere is None:
            self._put(new, wrapped)
        else:
            hand_out(elsewhere, new, wrapped, self._keys.folder)
        self._publish(changed)
        return changed

    def remove(self, name: str) -> Recipients:
        """The list without that member; their key file goes. What was sealed before stays readable with their key
        until it is sealed anew. Raises UnknownStaff, OSError, or KeysError for the last member or the last admin."""
        listed, leaving = self._listed(), self._keys.member(name)
        staff = tuple(one for one in listed.staff if one != leaving)
        if not staff:
            raise KeysError(f"{name} is the last member of staff. Add another first.")
        _check_led(staff, name)
        changed = replace(listed, epoch=listed.epoch + 1, staff=staff)
        self._publish(changed)
        return changed

    def appoint(self, name: str, role: str) -> Recipients:
        """The list with that role for a member. Raises UnknownStaff, OSError, ValueError for another role than those of
        ROLES, or KeysError when no admin would be left."""
        _check_role(role)
        listed, member = self._listed(), self._keys.member(name)
        staff = tuple(replace(one, role=role) if one == member else one for one in listed.staff)
        _check_led(staff, name)
        changed = replace(listed, epoch=listed.epoch + 1, staff=staff)
        self._publish(changed)
        return changed

    def renew(self, words: tuple[str, ...], chance: Random | None = None) -> Joining:
        """New words for one's own key; nothing is written. Raises KeysError for the recovery key, which has none."""
        own = self._own()
        return Joining(own.name, _generated(words, chance), self._by, role=own.role)

    def rewrap(self, joining: Joining, typed: str, file: Path | None = None) -> None:
        """Locks one's own key with the new words, once they as typed have opened a test record; the list stays.
        ``file`` is where the key is kept when it is not on the kiosk. Raises WrongPassphrase, KeysError, OSError."""
        listed, own = self._present(), self._own()
        wrapped = self._proved(listed, joining, typed)
        if not own.away:
            self._put(own, wrapped)
        elif file is not None:
            write_durably(file, wrapped)
        else:
            raise KeysError("Your key is not on this machine. Name its file, and it is locked with the new words.")

    def replace_recovery(self, secret: str) -> Recipients:
        """Exchanges the recovery key, once the new one (an age secret key, shown to be written down) has opened a test
        record. What was sealed before needs the old one until it is sealed anew. Raises WrongPassphrase, OSError."""
        recovery, listed = Identity.read(secret), self._listed()
        if recovery.recipient in listed.keys:
            raise KeysError("This key is in use already. Make a new one.")
        changed = replace(listed, epoch=listed.epoch + 1, recovery=recovery.recipient)
        prove(changed, recovery)
        self._publish(changed)
        return changed

    def _listed(self) -> Recipients:
        """The list, for those who may change it."""
        listed = self._present()
        if any(one.recipient == self._by.recipient and not one.admin for one in listed.staff):
            raise KeysError("Only an admin can change who reads the records. Ask one, or use the recovery key.")
        return listed

    def _present(self) -> Recipients:
        """The list, for everybody on it."""
        listed = self._keys.load().recipients
        if self._by.recipient not in listed.keys:
            raise KeysError("Only present staff or the recovery key can change who reads the records. Unlock again.")
        return listed

    def _own(self) -> Staff:
        for one in self._present().staff:
            if one.recipient == self._by.recipient:
                return one
        raise KeysError("The recovery key has no words. Name the member of staff who needs a new key.")

    def _proved(self, listed: Recipients, joining: Joining, typed: str) -> bytes:
        """The locked key. The slow proof decides; a slip of the finger need not wait for it."""
        if not passphrase.same(typed, joining.words):
            raise WrongPassphrase
        wrapped = self._wrap(joining.identity, joining.words)
        prove(listed, self._unwrap(wrapped, passphrase.normalise(typed)))
        return wrapped

    def _put(self, staff: Staff, wrapped: bytes) -> None:
        folder = self._keys.folder / "staff"
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
            sync_folder(self._keys.folder)
        write_durably(folder / f"{staff.slug}.age", wrapped)

    def _publish(self, changed: Recipients) -> None:
        signer = self._keys.load().signer
        try:
            write_durably(self._keys.folder / "recipients.json", recipients.write(changed, signer))
        finally:
            self._keys.reload()
        remember(self._keys.folder, changed.epoch, signer)
        tidy(self._keys)


def tidy(keyring: KeyRing) -> None:
    """Deletes key files that the list does not name: of somebody who left, or of a change that a power cut ended.
    Raises KeysError, OSError."""
    folder = keyring.folder / "staff"
    named = {f"{one.slug}.age" for one in keyring.staff if not one.away}
    strays = [path for path in folder.glob("*") if path.name not in named and path.is_file()]
    for path in strays:
        path.unlink(missing_ok=True)
    if strays:
        sync_folder(folder)


def _generated(words: tuple[str, ...], chance: Random | None) -> str:
    return passphrase.generate(words, chance or secrets.SystemRandom())


def _check_free(listed: Recipients, name: str) -> None:
    if any(_plain(one.name) == _plain(name) for one in listed.staff):
        raise KeysError("There is somebody of that name already. Add a letter or a surname to tell them apart.")


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise ValueError(f"there is no role {role!r}")


def _check_led(staff: tuple[Staff, ...], name: str) -> None:
    if not any(one.role == ADMIN for one in staff):
        raise KeysError(f"{name} is the last admin. Make somebody else an admin first.")


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _free_slug(listed: Recipients, name: str) -> str:
    """A file's name that nobody on the list has, not even the one who is replaced: their file stays until the new list
    is in place."""
    taken = {one.slug for one in listed.staff}
    first, number, free = slug(name), 2, slug(name)
    while free in taken:
        free, number = f"{first}-{number}", number + 1
    return free
