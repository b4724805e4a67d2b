"""What is sealed when a patient sends, and how the kiosk asks for it to be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything of a record that is known before it is kept. It is held in memory only.

    ``response`` is a FHIR R4 QuestionnaireResponse; ``alerts`` hold level, linkId, place (of the answer in its
    response), question, answer, text, product, jurisdiction, source, reviewed; ``areas`` the chosen codes of each
    image map by its file's name; ``asks`` and ``read`` are ``{"id", "title"}`` of pages, e.g.
    ``treatment/dermaplaning``; ``discuss`` the linkIds to be discussed in the room; ``questions`` the patient's own,
    word for word. Times carry their zone.

    ``scores`` hold linkId, question, total, band, ``answered`` and ``counted`` (how many questions have an answer that
    counts, of how many), and ``complete``: "yes", or empty where there is no total. ``definition`` is the FHIR
    Questionnaire that was asked, empty when the form was built from none. Records from before have neither.
    """

    questionnaire: str
    sha256: str
    content: str
    started: datetime
    confirmed: datetime
    language: str
    app: str
    response: Json
    name: str = ""
    born: str = ""
    alerts: tuple[Mapping[str, str], ...] = ()
    areas: Mapping[str, tuple[str, ...]] | None = None
    questions: tuple[str, ...] = ()
    discuss: tuple[str, ...] = ()
    asks: tuple[Mapping[str, str], ...] = ()
    read: tuple[Mapping[str, str], ...] = ()
    scores: tuple[Mapping[str, str], ...] = ()
    definition: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def scored(self) -> frozenset[str]:
        """The linkIds of the scores: the response holds them as answers, but no patient gave them."""
        return frozenset(id for score in self.scores if (id := score.get("linkId")))


def raised_by(alert: Mapping[str, str], link_id: str, place: str) -> bool:
    """Whether an alert was raised by the answer at that place of the response; an older record's names the question
    only."""
    return alert["place"] == place if "place" in alert else alert.get("linkId") == link_id


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that is on the disk for good. ``code`` is what the patient tells the desk, e.g. ``MAPLE 27``."""

    id: str
    seq: int
    code: str


class Reason(StrEnum):
    """Why a record could not be kept."""

    NO_KEYS = "no-keys"
    DISK_FULL = "disk-full"
    BROKEN = "broken"


class NotKept(Exception):
    """Nothing of the record was kept; the answers are still on the screen. It never carries an answer."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Keeper(Protocol):
    """Seals and keeps records. ``keep`` may take long and is called away from the screen's thread."""

    @property
    def ready(self) -> bool:
        """Whether there are keys to seal to."""

    def keep(self, draft: Draft) -> Kept:
        """Returns only when the record would survive a power cut. Raises NotKept."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a record without a key: no name, no answer. ``day`` is in UTC and for retention only; the
    order is ``seq``'s. ``reviewed_by`` and ``identity_by`` are staff names, empty until somebody has done it."""

    id: str
    seq: int
    day: date
    reviewed_by: str = ""
    reviewed_at: datetime | None = None
    identity_by: str = ""


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A record that staff have opened, as the patient sent it."""

    head: Head
    kiosk: str
    code: str
    draft: Draft

    @property
    def id(self) -> str:
        return self.head.id

    @property
    def seq(self) -> int:
        return self.head.seq
