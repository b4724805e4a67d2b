"""age v1 (age-encryption.org/v1): keys, sealing to them, keys locked with a passphrase. Nothing else talks to it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from kiosk.store import scrypt
from kiosk.store.errors import KeysError, KeysRefused, NotForThisKey, Tampered, WrongPassphrase

SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - the prefix of every secret key, no key
BEGINNING = b"age-encryption.org/v1\n"


class Identity:
    """A secret key. It shows itself only when asked for ``secret``."""

    def __init__(self, key: pyrage.x25519.Identity) -> None:
        self._key = key

    @classmethod
    def generate(cls) -> Identity:
        return cls(pyrage.x25519.Identity.generate())

    @classmethod
    def read(cls, text: str) -> Identity:
        """From its text; spaces, line breaks and small letters of a typed key do not matter. Raises WrongPassphrase."""
        try:
            return cls(pyrage.x25519.Identity.from_str("".join(text.split()).upper()))
        except pyrage.IdentityError:
            pass
        raise WrongPassphrase

    @property
    def secret(self) -> str:
        return str(self._key)

    @property
    def recipient(self) -> str:
        """The public half, ``age1...``."""
        return str(self._key.to_public())

    def open(self, sealed: bytes) -> bytes:
        """What is inside. Raises NotForThisKey, or Tampered when the file was changed."""
        try:
            return bytes(pyrage.decrypt(sealed, [self._key]))
        except pyrage.DecryptError as error:
            foreign = "No matching keys" in str(error)
        raise NotForThisKey if foreign else Tampered


def seal(plain: bytes, recipients: Iterable[str]) -> bytes:
    """One age file that each recipient's key opens. Raises KeysRefused for what is no recipient, or none at all."""
    try:
        return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(one) for one in recipients]))
    except (pyrage.RecipientError, pyrage.EncryptError):
        pass
    raise KeysRefused


def wrap(identity: Identity, passphrase: str) -> bytes:
    """The key as an age file that the passphrase opens; takes seconds, so never on the screen's thread."""
    return _scrypt("lock", passphrase, identity.secret.encode())


def unwrap(wrapped: bytes, passphrase: str) -> Identity:
    """The key inside; takes seconds, so never on the screen's thread. Raises WrongPassphrase or KeysRefused."""
    if not wrapped.startswith(BEGINNING):
        raise KeysRefused
    return Identity.read(_scrypt("unlock", passphrase, wrapped).decode())


def _scrypt(what: str, passphrase: str, content: bytes) -> bytes:
    done = subprocess.run(  # noqa: S603 - our own file, and no argument comes from outside
        [sys.executable, "-P", str(Path(scrypt.__file__)), what],
        input=passphrase.encode() + b"\n" + content,
        capture_output=True,
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if done.returncode == scrypt.WRONG:
        raise WrongPassphrase
    if done.returncode != 0:
        raise KeysError("The key could not be worked out; memory may be short. Restart the kiosk and try again.")
    return done.stdout
