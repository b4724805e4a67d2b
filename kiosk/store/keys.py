"""The clinic's keys on this machine: whom records are sealed to, what signs them, and how staff unlock theirs.

``keys/`` holds ``recipients.json``, ``kiosk.key`` (signs), ``claim.key`` (makes the claim codes) and
``staff/<slug>.age``, each staff member's key locked with a passphrase. The recovery key is on paper only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.store import age, passphrase, recipients
from kiosk.store.age import Identity
from kiosk.store.errors import KeysError, KeysMissing, KeysRefused, UnknownStaff, WrongPassphrase
from kiosk.store.recipients import Recipients
from kiosk.store.signature import Signer

Unwrap = Callable[[bytes, str], Identity]


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

    @property
    def kiosk(self) -> str:
        """This kiosk's name in its records."""
        return self.load().recipients.kiosk

    @property
    def epoch(self) -> int:
        return self.load().recipients.epoch

    @property
    def staff_names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.load().recipients.staff)

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

        Raises UnknownStaff, WrongPassphrase, or KeysRefused when the key's file was changed or taken away.
        """
        staff = next((one for one in self.load().recipients.staff if one.name == name), None)
        if staff is None:
            raise UnknownStaff
        identity = self._unwrap(_bytes(self.folder / "staff" / f"{staff.slug}.age"), passphrase.normalise(words))
        if identity.recipient != staff.recipient:
            raise KeysRefused
        return identity

    def recover(self, secret: str) -> Identity:
        """The recovery key as typed from paper. Raises WrongPassphrase when it is another."""
        identity = Identity.read(secret)
        if identity.recipient != self.load().recipients.recovery:
            raise WrongPassphrase("That is not this clinic's recovery key. Check each group and try again.")
        return identity

    def _read(self) -> Keys:
        signer = Signer.read(_bytes(self.folder / "kiosk.key"))
        listed = recipients.read(_bytes(self.folder / "recipients.json"), signer)
        try:
            claim = bytes.fromhex(_bytes(self.folder / "claim.key").decode())
        except ValueError:
            claim = b""
        if len(claim) < 16:
            raise KeysRefused
        return Keys(listed, signer, claim)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pass
    raise KeysRefused(f"{path.name} is missing from the keys folder. Restore the folder from a backup.")
