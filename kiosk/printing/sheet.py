"""What is printed of one visit, and the sentences that say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from kiosk.domain.form import Level
from kiosk.domain.office import Line
from kiosk.domain.record import OpenRecord, raised_by
from kiosk.domain.values import Absent
from kiosk.printing.paper import Paper

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LOUDNESS: Mapping[str, int] = {level.value: place for place, level in enumerate(Level)}
SHORT = 100
"""Characters of an answer that an alert repeats; the whole of it stands under the answers."""
PIECE, BREAKS = 900, 24
"""Characters and line breaks of an answer that surely fit on one page."""


class Reply(Line, Protocol):
    """A question and what the patient said to it at its ``place`` in the response, under the heading ``group``.
    ``asked`` is the question as it can stand alone, ``absent`` says whether the answer is one of those that are no
    values, ``strokes`` are a signature's path data in a box of 1000 x 400."""

    @property
    def absent(self) -> object | None: ...

    @property
    def group(self) -> str: ...

    @property
    def place(self) -> str: ...

    @property
    def asked(self) -> str: ...

    @property
    def strokes(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visit to be printed. ``lines`` are all answers in order; ``printed_at`` carries its zone.

    ``face`` is the drawing of the areas and ``areas`` the words of every area's code in the order of the form, which
    gives them the numbers patients saw; ``fingerprint`` are the words that stand for the keys it was sealed to,
    ``chains`` says where the chains of the records and of the audit log ended when it was printed.
    """

    record: OpenRecord = field(repr=False)
    lines: tuple[Reply, ...] = field(repr=False)
    clinic: str
    printed_at: datetime
    printed_by: str
    face: Path | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    paper: Paper = Paper.LETTER
    chains: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A chosen area with the number it has in the form."""

    code: str
    number: int
    words: str


def day(moment: date) -> str:
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def moment(when: datetime) -> str:
    """``March 2, 2026 at 9:31 AM (UTC-05:00)``."""
    offset = when.strftime("%z")
    zone = f" (UTC{offset[:3]}:{offset[3:5]})" if offset else ""
    return f"{day(when)} at {(when.hour + 11) % 12 + 1}:{when.minute:02} {'AM' if when.hour < 12 else 'PM'}{zone}"


def born(sheet: Sheet) -> str:
    """The date of birth in words, or as it was sent when it is no ISO date."""
    sent = sheet.record.draft.born
    try:
        return f"Born {day(date.fromisoformat(sent))}"
    except ValueError:
        return f"Born {sent}" if sent else "Date of birth not given"


def identity(sheet: Sheet) -> str:
    by = sheet.record.head.identity_by
    return f"Identity confirmed by {by}" if by else "Identity not verified"


def review(sheet: Sheet) -> str:
    head = sheet.record.head
    if not head.reviewed_by:
        return "Not reviewed yet"
    return f"Reviewed by {head.reviewed_by}" + (f", {moment(head.reviewed_at)}" if head.reviewed_at else "")


def alerts(sheet: Sheet) -> list[Mapping[str, str]]:
    """Loudest first, else as sent; a level from another version of this program is loudest of all."""
    return sorted(sheet.record.draft.alerts, key=lambda alert: LOUDNESS.get(alert.get("level", ""), -1))


def loudest(sheet: Sheet, reply: Reply) -> str:
    """The level of the loudest alert that the answer raised, empty without one."""
    raised = (alert for alert in alerts(sheet) if raised_by(alert, reply.link_id, reply.place))
    return next((alert.get("level", "") for alert in raised), "")


def answers(sheet: Sheet) -> list[Reply]:
    """What the patient said. Scores, which the response holds too, are told apart from it."""
    return [line for line in sheet.lines if line.link_id not in sheet.record.draft.scored]


def scores(sheet: Sheet) -> list[tuple[str, str, bool]]:
    """Each score, its total with what that means or how far it is, and whether it is complete."""
    return [
        (score.get("question", ""), score_words(score), bool(score.get("complete")))
        for score in sheet.record.draft.scores
    ]


def score_words(score: Mapping[str, str]) -> str:
    if not score.get("complete"):
        return f"No score: {score.get('answered', '')} of {score.get('counted', '')} answered"
    return ", ".join(part for part in (score.get("total"), score.get("band")) if part)


def raised(alert: Mapping[str, str]) -> str:
    """The question and the answer that raised an alert, a long answer cut between words."""
    answer = " ".join(alert.get("answer", "").split())
    shown = answer if len(answer) <= SHORT else f"{answer[:SHORT].rpartition(' ')[0] or answer[:SHORT]} … (all below)"
    return f"{alert.get('question', '')} {shown}".strip()


def sources(sheet: Sheet) -> list[str]:
    """Where the alerts come from, each source once; its place in the list, from one, is its number."""
    return list(dict.fromkeys(source for alert in alerts(sheet) if (source := alert.get("source", "").strip())))


def origin(alert: Mapping[str, str]) -> str:
    """What an alert is about and where it holds."""
    said = [("Product", alert.get("product", "").strip()), ("Jurisdiction", alert.get("jurisdiction", "").strip())]
    return " ".join(f"{name}: {words.rstrip('.')}." for name, words in said if words)


def standing(alert: Mapping[str, str], sources: Sequence[str]) -> str:
    """The number of an alert's source, and whether a clinician stands behind it."""
    source, reviewed = alert.get("source", "").strip(), alert.get("reviewed", "").strip()
    cited = f"Source {sources.index(source) + 1}." if source in sources else "No source given."
    return f"{cited} Reviewed: {reviewed}" if reviewed else f"{cited} Not yet reviewed by a clinician"


def chosen(sheet: Sheet) -> list[Area]:
    """The chosen areas in the order of the form; one that the form no longer has comes last, by its code."""
    codes = [code for codes in (sheet.record.draft.areas or {}).values() for code in codes]
    places = {code: place for place, code in enumerate(dict.fromkeys([*sheet.areas, *codes]), start=1)}
    areas = [Area(code, places[code], sheet.areas.get(code, code)) for code in dict.fromkeys(codes)]
    return sorted(areas, key=lambda area: area.number)


def discuss(sheet: Sheet) -> list[str]:
    """The questions the patient would rather answer in the room."""
    found: list[str] = []
    for link in sheet.record.draft.discuss:
        lines = [line for line in sheet.lines if line.link_id == link]
        left = [line for line in lines if line.absent == Absent.IN_THE_ROOM]
        found += [line.asked or link for line in left or lines] or [link]
    return found


def titles(pages: Sequence[Mapping[str, str]]) -> str:
    return " · ".join(page.get("title") or page.get("id", "") for page in pages)


def pieces(text: str) -> list[str]:
    """A long text in parts that each fit on a page, in their order, cut between lines or words where it can be."""
    rest, found = "\n".join(text.splitlines()), []
    while len(rest) > PIECE or rest.count("\n") > BREAKS:
        end = _end(rest)
        found.append(rest[:end].removesuffix("\n"))
        rest = rest[end:]
    return [*found, rest]


def _end(text: str) -> int:
    """Where the first part of a long text ends."""
    breaks = [place for place, letter in enumerate(text[:PIECE], start=1) if letter == "\n"]
    if len(breaks) >= BREAKS:
        return breaks[BREAKS - 1]
    return text.rfind(" ", 0, PIECE) + 1 or PIECE


def provenance(sheet: Sheet) -> str:
    """Where this paper comes from, so that it can be compared with the record and the content it was made of."""
    record, draft = sheet.record, sheet.record.draft
    return " ".join(
        [
            f"Record {record.seq} of {record.kiosk} ({record.id}).",
            f"Sent {moment(draft.confirmed)}, begun {moment(draft.started)}, in the language “{draft.language}”.",
            f"Questionnaire {draft.questionnaire}, SHA-256 {draft.sha256[:16]}. Content {draft.content}.",
            f"App {draft.app}.",
            *([f"Keys: {sheet.fingerprint}."] if sheet.fingerprint else []),
            *([f"Chains: {sheet.chains}."] if sheet.chains else []),
            f"Printed {moment(sheet.printed_at)} by {sheet.printed_by}.",
        ]
    )


def file_name(record: OpenRecord) -> str:
    """What to call the file: the claim code and the record's number, nothing of the patient."""
    return f"{record.code.replace(' ', '-')}-record-{record.seq}.pdf"
