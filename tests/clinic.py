"""A clinic whose set-up was done, for the tests of what lasts: its keys, a patient's draft, a clock that stands."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from kiosk.domain.record import Draft
from kiosk.store.age import BEGINNING, Identity
from kiosk.store.errors import WrongPassphrase
from kiosk.store.founding import Founding, begin, found
from kiosk.store.keys import KeyRing
from kiosk.store.passphrase import words
from kiosk.store.records import RecordStore

WORDS = words(Path(__file__).parents[1] / "resources" / "words" / "eff_large_wordlist.txt")
CANARY = "zyxwhealth"
NOON = datetime(2026, 3, 14, 23, 30, tzinfo=ZoneInfo("America/Denver"))


def quick_wrap(identity: Identity, passphrase: str) -> bytes:
    """In place of scrypt, which takes seconds on purpose; one test runs the real one."""
    return BEGINNING + hashlib.sha256(passphrase.encode()).digest() + identity.secret.encode()[::-1]


def quick_unwrap(wrapped: bytes, passphrase: str) -> Identity:
    content = wrapped.removeprefix(BEGINNING)
    if content[:32] != hashlib.sha256(passphrase.encode()).digest():
        raise WrongPassphrase
    return Identity.read(content[32:][::-1].decode())


def draft(**changes) -> Draft:
    """What a patient sends; the canary stands everywhere an answer can."""
    known = {
        "questionnaire": "https://clinic.example/first-visit|1.0.0",
        "sha256": "ab" * 32,
        "content": "c0ffee",
        "started": NOON,
        "confirmed": NOON + timedelta(minutes=4),
        "language": "es",
        "app": "0.1.0",
        "response": {
            "resourceType": "QuestionnaireResponse",
            "item": [{"linkId": "weight", "answer": [{"valueDecimal": Decimal("61.50")}]}, {"text": CANARY + "Ñ"}],
        },
        "name": f"Ana {CANARY}",
        "born": "1990-02-28",
        "alerts": ({"level": "CAUTION", "answer": CANARY},),
        "areas": {"face-map": ("forehead", CANARY)},
        "questions": (f"¿{CANARY}?",),
        "discuss": ("pregnant",),
        "asks": ({"id": "treatment/dermaplaning", "title": CANARY},),
        "read": ({"id": "question/cost", "title": "Cost"},),
        "scores": ({"linkId": "mood", "question": "Mood", "total": "12", "band": CANARY, "complete": "yes"},),
        "definition": {"resourceType": "Questionnaire", "status": "active", "title": CANARY},
    }
    return Draft(**{**known, **changes})


@dataclass
class Clinic:
    """The data folder after set-up, and what only people hold: the passphrase and the paper."""

    folder: Path
    founding: Founding

    @property
    def keys(self) -> KeyRing:
        return KeyRing(self.folder / "keys", quick_unwrap)

    @property
    def staff(self) -> Identity:
        return self.founding.identity

    def rows(self, statement: str) -> list[tuple]:
        """What any program may do with the file while the kiosk does not run."""
        with closing(sqlite3.connect(self.folder / "records.sqlite", isolation_level=None)) as raw:
            return raw.execute(statement).fetchall()

    def store(self, keys: KeyRing | None = None) -> RecordStore:
        return RecordStore(self.folder, keys or self.keys, lambda: NOON)


def clinic(folder: Path, name: str = "Ana Núñez") -> Clinic:
    founding = begin(name, WORDS, "front desk", Random(7))  # noqa: S311 - a test may know the words
    found(folder / "keys", founding, founding.words, quick_wrap, quick_unwrap)
    return Clinic(folder, founding)
