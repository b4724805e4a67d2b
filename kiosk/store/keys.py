"""The clinic's keys on this machine: whom records are sealed to, what signs them, and how staff unlock theirs.

``keys/`` holds ``recipients.json``, ``kiosk.key`` (signs), ``claim.key`` (makes the claim codes) and
``staff/<slug>.age``, each staff member's key locked with a passphrase, but for those who keep theirs elsewhere.
The recovery key is on paper only. Beside the folder, so that an older folder put back whole is noticed too,
``keys.epoch`` remembers the newest list of recipients there has been.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.store import age, passphrase, recipients
from kiosk.store.age import Identity
from kiosk.store.errors import KeysError, KeysMissing, KeysRefused, UnknownStaff, WrongPassphrase
from kiosk.store.recipients import Recipients, Staff
from kiosk.store.signature import Signer

Unwrap = Callable[[bytes, str], Identity]
LARGEST = 65_536
"""Bytes of a wrapped key's file; ours have about 350."""
AWAY = "Your key is not on this machine. Read records on the staff computer."
OLDER = "The list of recipients is older than one that was in use here. Restore the newest keys folder."


@dataclass(frozen=True, slots=True)
class Keys:
    """What the folder held when it was read."""

    recipients: Recipients
    signer: Signer
    claim: bytes


class KeyRing:
    """The keys in ``folder`` (the data folder's ``keys``), read when first needed; set-up may come later."""

    def __init__(self, folder: Path, unwrap: Unwrap = age.unwrap) -> None:
        self.folder = folder
        self._unwrap = unwrap
        self._keys: Keys | None = None

    @property
    def ready(self) -> bool:
        """Whether there are good keys to seal to. ``load`` says what is wrong with others."""
        try:
            self.load()
        except (KeysError, OSError):
            return False
        return True

    def load(self) -> Keys:
        """The keys, read once. Raises KeysMissing before set-up, KeysRefused when they are not what set-up wrote."""
        if self._keys is None:
            if not self.folder.is_dir():
                raise KeysMissing
            self._keys = self._read()
        return self._keys

    def reload(self) -> None:
        """Reads the files anew when next needed: somebody joined or left."""
        self._keys = None

    @property
    def kiosk(self) -> str:
        """This kiosk's name in its records."""
        return self.load().recipients.kiosk

    @property
    def epoch(self) -> int:
        return self.load().recipients.epoch

    @property
    def staff(self) -> tuple[Staff, ...]:
        """Everybody who can read records now, in the order they joined."""
        return self.load().recipients.staff

    @property
    def staff_names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.staff)

    @property
    def fingerprint(self) -> str:
        """Eight words that stand for the list of recipients."""
        return self.load().recipients.fingerprint

    @property
    def claim_secret(self) -> bytes:
        return self.load().claim

    def recipients(self) -> tuple[str, ...]:
        """Every public key that records are sealed to: the staff's and the recovery key's."""
        return self.load().recipients.keys

    def sign(self, content: bytes) -> bytes:
        return self.load().signer.sign(content)

    def signed(self, content: bytes, signature: bytes) -> bool:
        return self.load().signer.signed(content, signature)

    def unlock(self, name: str, words: str) -> Identity:
        """The key of that staff member. Takes seconds: never on the screen's thread.

        Raises UnknownStaff, WrongPassphrase, KeysError when the key is not on this machine, or KeysRefused when its
        file was changed or taken away.
        """
        staff = self.member(name)
        if staff.away:
            raise KeysError(AWAY)
        identity = self._unwrap(_bytes(self.folder / "staff" / f"{staff.slug}.age"), passphrase.normalise(words))
        if identity.recipient != staff.recipient:
            raise KeysRefused
        return identity

    def unlock_file(self, path: Path, words: str) -> tuple[str, Identity]:
        """The name and the key of the staff member whose wrapped key is in this file. Slow, as ``unlock``.

        Raises WrongPassphrase, KeysRefused, OSError, or UnknownStaff for the key of nobody who is here now.
        """
        identity = unlock_file(path, words, self._unwrap)
        for one in self.staff:
            if one.recipient == identity.recipient:
                return one.name, identity
        raise UnknownStaff("This key belongs to nobody on the list of this kiosk. Choose another file.")

    def member(self, name: str) -> Staff:
        """Raises UnknownStaff."""
        for one in self.staff:
            if one.name == name:
                return one
        raise UnknownStaff

    def is_admin(self, name: str) -> bool:
        """Whether that name is an admin's; False for nobody's."""
        return any(one.name == name and one.admin for one in self.staff)

    def recover(self, secret: str) -> Identity:
        """The recovery key as typed from paper. Raises WrongPassphrase when it is another."""
        with suppress(WrongPassphrase):
            identity = Identity.read(secret)
            if identity.recipient == self.load().recipients.recovery:
                return identity
        raise WrongPassphrase("That is not this clinic's recovery key. Check each group and try again.")

    def _read(self) -> Keys:
        signer = Signer.read(_bytes(self.folder / "kiosk.key"))
        listed = recipients.read(_bytes(self.folder / "recipients.json"), signer)
        if listed.epoch < _remembered(remembering(self.folder), signer):
            raise KeysRefused(OLDER)
        try:
            claim = bytes.fromhex(_bytes(self.folder / "claim.key").decode())
        except ValueError:
            claim = b""
        if len(claim) < 16:
            raise KeysRefused
        return Keys(listed, signer, claim)


def unlock_file(path: Path, words: str, unwrap: Unwrap = age.unwrap) -> Identity:
    """The key in a wrapped key's file, wherever it is kept; on a staff computer no other key file is needed. Slow.

    Raises WrongPassphrase, KeysRefused when it is no such file, or OSError.
    """
    with path.open("rb") as file:
        wrapped = file.read(LARGEST + 1)
    if len(wrapped) <= LARGEST and wrapped.startswith(age.BEGINNING):
        # A file somebody locked with the same words may hold anything.
        with suppress(UnicodeDecodeError):
            return unwrap(wrapped, passphrase.normalise(words))
    raise KeysRefused(f"{path.name} is not the file of a staff member's key. Choose another.")


def remembering(folder: Path) -> Path:
    """Where the newest epoch of the keys in ``folder`` is remembered."""
    return folder.with_name(folder.name + ".epoch")


def _remembered(path: Path, signer: Signer) -> int:
    try:
        return recipients.read_epoch(path.read_bytes(), signer)
    except FileNotFoundError:
        return 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pass
    raise KeysRefused(f"{path.name} is missing from the keys folder. Restore the folder from a backup.")
