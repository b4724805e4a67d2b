"""The heads of both chains, which every export carries, so that a tail cut off later is noticed.

``head.txt`` has one ``name: value`` a line: kiosk, format, records (how many were exported), record-head and
audit-head (number and SHA-256 in hex of the newest link), fingerprint (the list of recipients in words), key-epoch,
signer (the kiosk's public key, Ed25519, in hex), written, by, and last the signature of all lines before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.machine import Trouble
from kiosk.store.chain import ChainHead, Heads
from kiosk.store.keys import KeyRing
from kiosk.store.signature import frame

HEAD = "head.txt"
SIGNED = "\nsignature: "


def told(found: Heads, keyring: KeyRing) -> Iterator[str]:
    """The lines that end an export or a check at the terminal."""
    yield f"Head of the records: {found.records.seq} {found.records.digest}"
    yield f"Head of the audit log: {found.audit.seq} {found.audit.digest}"
    yield f"Fingerprint of the keys: {keyring.fingerprint}"


def write(found: Heads, keyring: KeyRing, form: str, count: int, when: datetime, by: str) -> bytes:
    """The bytes of ``head.txt`` beside ``count`` exported records. ``when`` carries its zone. Raises KeysError."""
    lines = {
        "kiosk": keyring.kiosk,
        "format": form,
        "records": count,
        "record-head": f"{found.records.seq} {found.records.digest}",
        "audit-head": f"{found.audit.seq} {found.audit.digest}",
        "fingerprint": keyring.fingerprint,
        "key-epoch": keyring.epoch,
        "signer": keyring.load().signer.public.hex(),
        "written": when.isoformat(timespec="seconds"),
        "by": by,
    }
    text = "\n".join(f"{name}: {value}" for name, value in lines.items())
    return f"{text}{SIGNED}{keyring.sign(_framed(text)).hex()}\n".encode()


def read(content: bytes, keyring: KeyRing) -> Heads:
    """The heads in a ``head.txt`` of this kiosk. Raises Trouble for another's, or one that was changed."""
    try:
        text, _, signature = content.decode().replace("\r\n", "\n").rpartition(SIGNED)
        lines = dict(line.split(": ", 1) for line in text.split("\n"))
        found = Heads(_head(lines["record-head"]), _head(lines["audit-head"]))
        signed = keyring.signed(_framed(text), bytes.fromhex(signature))
    except (ValueError, KeyError):
        signed = False
    if not signed:
        raise Trouble("This is no head.txt that this kiosk has written, or it was changed. Choose another.")
    return found


def _head(words: str) -> ChainHead:
    seq, digest = words.split()
    return ChainHead(int(seq), digest)


def _framed(text: str) -> bytes:
    return frame("waiting-room-kiosk head v1", text)
