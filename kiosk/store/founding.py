"""Set-up: makes the first staff key and the recovery key, and finishes only when both have opened a test record."""

from __future__ import annotations

import secrets
import shutil
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from kiosk.store import age, passphrase, recipients
from kiosk.store.age import Identity
from kiosk.store.errors import KeysError, KeysExist, WrongPassphrase
from kiosk.store.files import make_folder, sync_folder, write_durably
from kiosk.store.keys import Unwrap, remembering
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
    folder: Path,
    founding: Founding,
    typed: str,
    wrap: Wrap = age.wrap,
    unwrap: Unwrap = age.unwrap,
    elsewhere: Path | None = None,
) -> Recipients:
    """Writes ``folder`` (the data folder's ``keys``), all of it or nothing, once the words as typed and the recovery
    key have each opened a test record. With ``elsewhere``, a folder or a new file's name, the locked staff key goes
    there and does not stay here. Takes seconds: never on the screen's thread.

    Raises KeysExist, WrongPassphrase, KeysError when the proof fails or the place will not do, OSError when it cannot
    be written.
    """
    if folder.exists():
        raise KeysExist
    # The slow proof below decides; a slip of the finger need not wait for it.
    if not passphrase.same(typed, founding.words):
        raise WrongPassphrase
    recovery = Identity.read(founding.recovery)
    staff = Staff(founding.name, slug(founding.name), founding.identity.recipient, away=elsewhere is not None)
    listed = Recipients(founding.kiosk, 1, (staff,), recovery.recipient)
    wrapped = wrap(founding.identity, founding.words)
    prove(listed, unwrap(wrapped, passphrase.normalise(typed)), recovery)
    if elsewhere is not None:
        hand_out(elsewhere, staff, wrapped, folder)
    _write(folder, listed, wrapped)
    return listed


def prove(listed: Recipients, *keys: Identity) -> None:
    """Seals a test record to the list and opens it with each of the keys. Raises KeysError."""
    sealed = age.seal(PROOF, listed.keys)
    if any(key.open(sealed) != PROOF for key in keys):
        raise KeysError("The test record could not be opened with every key. Begin again.")


def hand_out(elsewhere: Path, staff: Staff, wrapped: bytes, folder: Path) -> Path:
    """Writes a locked key where its owner will keep it, a stick or another machine, and reads it back; the file.

    Raises KeysError for a place on this kiosk, one that is taken, or one that gives back something else; or OSError.
    """
    path = elsewhere / f"{staff.slug}.age" if elsewhere.is_dir() else elsewhere
    if path.resolve().is_relative_to(folder.parent.resolve()):
        raise KeysError("That place is on this kiosk. Choose a stick or another machine's folder for the key.")
    if path.exists():
        raise KeysError(f"{path.name} is there already and was left as it is. Choose another name for the key's file.")
    write_durably(path, wrapped)
    if path.read_bytes() != wrapped:
        raise KeysError(f"{path.name} does not hold what was written. Choose another place for the key's file.")
    return path


def _write(folder: Path, listed: Recipients, wrapped: bytes) -> None:
    signer, staff = Signer.generate(), listed.staff[0]
    beside = folder.with_name(folder.name + ".new")
    if beside.exists():
        shutil.rmtree(beside)
    for made in (folder.parent, beside, beside / "staff"):
        make_folder(made)
    if not staff.away:
        write_durably(beside / "staff" / f"{staff.slug}.age", wrapped)
    write_durably(beside / "kiosk.key", signer.pem)
    write_durably(beside / "claim.key", secrets.token_bytes(32).hex().encode())
    write_durably(beside / "recipients.json", recipients.write(listed, signer))
    beside.rename(folder)
    sync_folder(folder.parent)
    remember(folder, listed.epoch, signer)


def remember(folder: Path, epoch: int, signer: Signer) -> None:
    """Notes the newest list of the keys in ``folder``, which are in use already: a full disk undoes nothing of that,
    and the next change notes it again."""
    with suppress(OSError):
        write_durably(remembering(folder), recipients.write_epoch(epoch, signer))


def slug(name: str) -> str:
    """A file's name for a person's: ``Ana Núñez`` becomes ``ana-nunez``; never empty, never a device of Windows."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())[:60]
    return f"staff-{words}".strip("-") if words in RESERVED or not words else words
