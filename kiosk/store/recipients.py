"""Who can read the records: the list of public keys, signed by the kiosk, and how it is written down."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from kiosk.domain.claim import WORDS
from kiosk.store.age import SECRET
from kiosk.store.errors import KeysRefused
from kiosk.store.signature import Signer, frame

FINGERPRINT = 8
"""Words of the fingerprint, 7 bits each."""


@dataclass(frozen=True, slots=True)
class Staff:
    """One of the staff: ``slug`` names the file of the wrapped key, ``recipient`` is its public half."""

    name: str
    slug: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Whom records of this kiosk are sealed to. ``epoch`` counts the lists and never goes back."""

    kiosk: str
    epoch: int
    staff: tuple[Staff, ...]
    recovery: str

    @property
    def keys(self) -> tuple[str, ...]:
        return (*(one.recipient for one in self.staff), self.recovery)

    @property
    def framed(self) -> bytes:
        """What is signed."""
        each = [part for one in self.staff for part in (one.name, one.slug, one.recipient)]
        return frame("waiting-room-kiosk recipients v1", self.kiosk, self.epoch, self.recovery, *each)

    @property
    def fingerprint(self) -> str:
        """The list in eight words, to be compared by eye."""
        number = int.from_bytes(hashlib.sha256(self.framed).digest(), "big")
        return " ".join(WORDS[number >> 7 * place & 127] for place in range(FINGERPRINT))


def write(recipients: Recipients, signer: Signer) -> bytes:
    """The file's bytes: JSON that a person can read, with the signature beside."""
    staff = [{"name": one.name, "slug": one.slug, "recipient": one.recipient} for one in recipients.staff]
    file = {
        "v": 1,
        "kiosk": recipients.kiosk,
        "epoch": recipients.epoch,
        "staff": staff,
        "recovery": recipients.recovery,
        "signer": signer.public.hex(),
        "signature": signer.sign(recipients.framed).hex(),
    }
    return json.dumps(file, ensure_ascii=False, indent=2).encode() + b"\n"


def read(file: bytes, signer: Signer) -> Recipients:
    """The list, once it is sure that this kiosk signed it. Raises KeysRefused, also for a secret key in the file."""
    if SECRET.encode().lower() in file.lower():
        raise KeysRefused("There is a secret key in the list of recipients. Take it off this machine and set up again.")
    try:
        recipients, signature = _parse(json.loads(file))
    except (ValueError, KeyError, TypeError):
        recipients, signature = None, b""
    if recipients is None or not signer.signed(recipients.framed, signature):
        raise KeysRefused
    return recipients


def _parse(file: dict[str, Any]) -> tuple[Recipients, bytes]:
    if file["v"] != 1:
        raise ValueError("a later layout")
    staff = tuple(Staff(str(one["name"]), str(one["slug"]), str(one["recipient"])) for one in file["staff"])
    recipients = Recipients(str(file["kiosk"]), int(file["epoch"]), staff, str(file["recovery"]))
    return recipients, bytes.fromhex(file["signature"])
