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

ADMIN, STAFF = "admin", "staff"
ROLES = (ADMIN, STAFF)
"""Admins change the list, the settings and the content; staff read answers."""
FINGERPRINT = 8
"""Words of the fingerprint, 7 bits each."""


@dataclass(frozen=True, slots=True)
class Staff:
    """One of the staff: ``slug`` names the file of the wrapped key, ``recipient`` is its public half; ``away``: the
    file is not on the kiosk, but where that person keeps it; ``role``: one of ROLES."""

    name: str
    slug: str
    recipient: str
    away: bool = False
    role: str = ADMIN

    @property
    def admin(self) -> bool:
        return self.role == ADMIN


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
    def layout(self) -> int:
        """3 when somebody is no admin, 2 when somebody's key is away; 1, the first one, else, so that lists from before
        keep their signature. Everybody on those is an admin."""
        if not all(one.admin for one in self.staff):
            return 3
        return 2 if any(one.away for one in self.staff) else 1

    @property
    def framed(self) -> bytes:
        """What is signed."""
        each = [part for one in self.staff for part in self._parts(one)]
        domain = f"waiting-room-kiosk recipients v{self.layout}"
        return frame(domain, self.kiosk, self.epoch, self.recovery, *each)

    def _parts(self, one: Staff) -> tuple[str, ...]:
        known = (one.name, one.slug, one.recipient, "away" if one.away else "here", one.role)
        return known[: self.layout + 2]

    @property
    def fingerprint(self) -> str:
        """The list in eight words, to be compared by eye."""
        number = int.from_bytes(hashlib.sha256(self.framed).digest(), "big")
        return " ".join(WORDS[number >> 7 * place & 127] for place in range(FINGERPRINT))


def write(recipients: Recipients, signer: Signer) -> bytes:
    """The file's bytes: JSON that a person can read, with the signature beside."""
    file = {
        "v": recipients.layout,
        "kiosk": recipients.kiosk,
        "epoch": recipients.epoch,
        "staff": [_written(one) for one in recipients.staff],
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
    except (ValueError, KeyError, TypeError, AttributeError):
        recipients, signature = None, b""
    if recipients is None or not signer.signed(recipients.framed, signature):
        raise KeysRefused
    return recipients


def write_epoch(epoch: int, signer: Signer) -> bytes:
    """The bytes of the small file that remembers the newest list there has been."""
    file = {"epoch": epoch, "signature": signer.sign(_framed_epoch(epoch)).hex()}
    return json.dumps(file).encode() + b"\n"


def read_epoch(file: bytes, signer: Signer) -> int:
    """The epoch it remembers; 0 when this kiosk did not sign it, for then it says nothing."""
    try:
        held = json.loads(file)
        epoch, signature = int(held["epoch"]), bytes.fromhex(held["signature"])
    except (ValueError, KeyError, TypeError):
        return 0
    return epoch if signer.signed(_framed_epoch(epoch), signature) else 0


def _framed_epoch(epoch: int) -> bytes:
    return frame("waiting-room-kiosk epoch v1", epoch)


def _written(one: Staff) -> dict[str, str | bool]:
    known: dict[str, str | bool] = {"name": one.name, "slug": one.slug, "recipient": one.recipient}
    away: dict[str, str | bool] = {"away": True} if one.away else {}
    role: dict[str, str | bool] = {} if one.admin else {"role": one.role}
    return {**known, **away, **role}


def _parse(file: dict[str, Any]) -> tuple[Recipients, bytes]:
    staff = tuple(_member(one) for one in file["staff"])
    recipients = Recipients(str(file["kiosk"]), int(file["epoch"]), staff, str(file["recovery"]))
    if file["v"] != recipients.layout:
        raise ValueError("another layout")
    return recipients, bytes.fromhex(file["signature"])


def _member(one: dict[str, Any]) -> Staff:
    role = one.get("role", ADMIN)
    if role not in ROLES:
        raise ValueError("another role")
    return Staff(str(one["name"]), str(one["slug"]), str(one["recipient"]), one.get("away") is True, role)
