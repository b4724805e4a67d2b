"""Set-up: makes the first staff key and the recovery key, and finishes only when both have opened a test record."""

from __future__ import annotations

import secrets
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from kiosk.store import age, passphrase, recipients
from kiosk.store.age import Identity
from kiosk.store.errors import KeysError, KeysExist, WrongPassphrase
from kiosk.store.files import sync_folder, write_durably
from kiosk.store.keys import Unwrap
from kiosk.store.recipients import Recipients, Staff
from kiosk.store.signature import Signer

Wrap = Callable[[Identity, str], bytes]
PROOF = b"This is a test record. Whoever reads it can read the others."
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names Windows gives to devices, whatever comes after the dot."""


@dataclass(frozen=True, slots=True)
class Founding:
    """A set-up under way, in memory only. ``words`` and ``recovery`` are shown once, to be written down; ``recovery``
    is an age secret key (``AGE-SECRET-KEY-1...``)."""

    name: str
    kiosk: str
    words: str = field(repr=False)
    recovery: str = field(repr=False)
    identity: Identity = field(repr=False)


def begin(name: str, words: tuple[str, ...], kiosk: str = "kiosk", chance: Random | None = None) -> Founding:
    """New keys for the staff member ``name``; nothing is written. Raises ValueError without a name."""
    if not name.strip() or not kiosk.strip():
        raise ValueError("a name is needed")
    chosen = passphrase.generate(words, chance or secrets.SystemRandom())
    return Founding(name.strip(), kiosk.strip(), chosen, Identity.generate().secret, Identity.generate())


def found(
    folder: Path, founding: Founding, typed: str, wrap: Wrap = age.wrap, unwrap: Unwrap = age.unwrap
) -> Recipients:
    """Writes ``folder`` (the data folder's ``keys``), all of it or nothing, once the words as typed and the recovery
    key have each opened a test record. Takes seconds: never on the screen's thread.

    Raises KeysExist, WrongPassphrase, KeysError when the proof fails, OSError when it cannot be written.
    """
    if folder.exists():
        raise KeysExist
    meant = passphrase.normalise(typed)
    # The slow proof below decides; a slip of the finger need not wait for it.
    if not secrets.compare_digest(meant.encode(), founding.words.encode()):
        raise WrongPassphrase
    recovery = Identity.read(founding.recovery)
    listed = Recipients(founding.kiosk, 1, (_staff(founding),), recovery.recipient)
    wrapped = wrap(founding.identity, founding.words)
    _prove(listed, unwrap(wrapped, meant), recovery)
    _write(folder, listed, wrapped)
    return listed


def _prove(listed: Recipients, staff: Identity, recovery: Identity) -> None:
    sealed = age.seal(PROOF, listed.keys)
    if staff.open(sealed) != PROOF or recovery.open(sealed) != PROOF:
        raise KeysError("The test record could not be opened with both keys. Begin the set-up again.")


def _write(folder: Path, listed: Recipients, wrapped: bytes) -> None:
    signer = Signer.generate()
    beside = folder.with_name(folder.name + ".new")
    if beside.exists():
        shutil.rmtree(beside)
    for made in (folder.parent, beside, beside / "staff"):
        made.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(beside / "staff" / f"{listed.staff[0].slug}.age", wrapped)
    write_durably(beside / "kiosk.key", signer.pem)
    write_durably(beside / "claim.key", secrets.token_bytes(32).hex().encode())
    write_durably(beside / "recipients.json", recipients.write(listed, signer))
    beside.rename(folder)
    sync_folder(folder.parent)


def _staff(founding: Founding) -> Staff:
    return Staff(founding.name, slug(founding.name), founding.identity.recipient)


def slug(name: str) -> str:
    """A file's name for a person's: ``Ana Núñez`` becomes ``ana-nunez``; never empty, never a device of Windows."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())[:60]
    return f"staff-{words}".strip("-") if words in RESERVED or not words else words
