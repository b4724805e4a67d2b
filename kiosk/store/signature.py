"""The kiosk's signature (Ed25519) and the one way in which bytes are put together before they are signed."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.store.errors import KeysRefused


def frame(domain: str, *parts: str | int | bytes) -> bytes:
    """The parts one after the other, each behind its length in 8 bytes, so that no two lists look alike; ``domain``
    comes first, so that a signature for one purpose is none for another."""
    whole = [part if isinstance(part, bytes) else str(part).encode() for part in (domain, *parts)]
    return b"".join(len(part).to_bytes(8, "big") + part for part in whole)


class Signer:
    """The kiosk's own key: it says which machine wrote something, not that anybody may read it."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def generate(cls) -> Signer:
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def read(cls, pem: bytes) -> Signer:
        """From a PKCS #8 PEM file. Raises KeysRefused."""
        try:
            key = serialization.load_pem_private_key(pem, password=None)
        except (ValueError, TypeError):
            key = None
        if not isinstance(key, Ed25519PrivateKey):
            raise KeysRefused
        return cls(key)

    @property
    def pem(self) -> bytes:
        return self._key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    @property
    def public(self) -> bytes:
        """The 32 bytes that others verify with."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, content: bytes) -> bytes:
        return self._key.sign(content)

    def signed(self, content: bytes, signature: bytes) -> bool:
        """Whether this key signed this."""
        return verified(self.public, content, signature)


def verified(public: bytes, content: bytes, signature: bytes) -> bool:
    """Whether the key with these 32 public bytes signed this."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
