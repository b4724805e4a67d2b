"""An opened record as rows: alerts, what to talk about, what was read, the answers, the numbers beside the face."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.form import Level
from kiosk.domain.office import Line
from kiosk.domain.record import Draft, OpenRecord, raised_by
from kiosk.domain.values import Absent
from kiosk.viewmodels.face import AreaRow, FaceMap, middle

GRAVEST_FIRST = [level.value for level in Level]
APART = 78.0
"""The least distance between two numbers beside the face, in the drawing's own units."""
ANY = "any"
"""What an alert names as product or country when it holds for all of them."""


class Told(Line, Protocol):
    """One answer at its ``place`` in the response, under the heading ``group``; ``asked`` is the question as it can
    stand alone. ``strokes`` is a drawn signature as SVG path data in a 1000 x 400 box, or empty."""

    @property
    def absent(self) -> Absent | None: ...

    @property
    def group(self) -> str: ...

    @property
    def place(self) -> str: ...

    @property
    def asked(self) -> str: ...

    @property
    def strokes(self) -> str: ...


@dataclass(frozen=True)
class AlertRow:
    level: str
    title: str
    label: str
    source: str


@dataclass(frozen=True)
class ScoreRow:
    """A score and what it means; without a total, ``answer`` says how far it is."""

    title: str
    answer: str
    complete: bool


@dataclass(frozen=True)
class NoteRow:
    icon: str
    label: str
    own: bool


@dataclass(frozen=True)
class AnswerRow:
    """An answer; ``parted`` from the one before when it stands under another heading, which the first one shows."""

    number: int
    title: str
    answer: str
    level: str
    strokes: str
    heading: str
    parted: bool


@dataclass(frozen=True)
class CalloutRow:
    """A chosen area's number beside the drawing, at the left or the right, and the point of the area it leads to."""

    number: int
    atLeft: bool
    labelY: float
    areaX: float
    areaY: float


def alert_rows(alerts: Sequence[Mapping[str, str]]) -> list[AlertRow]:
    """The gravest first; alerts of one level stay in the order of the questions."""
    return [_alert_row(alert) for alert in sorted(alerts, key=lambda alert: rank(alert["level"]))]


def _alert_row(alert: Mapping[str, str]) -> AlertRow:
    checked = QCoreApplication.translate("Staff", "Checked: %1").replace("%1", alert["reviewed"])
    unchecked = QCoreApplication.translate("Staff", "Not yet checked by a clinician")
    parts = (alert["product"], alert["jurisdiction"], alert["source"], checked if alert["reviewed"] else unchecked)
    source = " ".join(part.rstrip(".") + "." for part in parts if part not in ("", ANY))
    apart = " " if alert["question"].endswith("?") else ": "
    title = apart.join(part for part in (alert["question"], alert["answer"]) if part)
    return AlertRow(alert["level"], title, alert["text"], source)


def rank(level: str) -> int:
    """0 for the gravest level; levels of another version of the program come last."""
    return GRAVEST_FIRST.index(level) if level in GRAVEST_FIRST else len(GRAVEST_FIRST)


def gravest(alerts: Sequence[Mapping[str, str]]) -> tuple[str, int]:
    """The gravest level and how many alerts have it; empty and 0 without alerts."""
    levels = sorted((alert["level"] for alert in alerts), key=rank)
    return (levels[0], levels.count(levels[0])) if levels else ("", 0)


def score_rows(scores: Sequence[Mapping[str, str]]) -> list[ScoreRow]:
    """The scores in the order of the form."""
    missing = QCoreApplication.translate("Staff", "No score: %1 of %2 answered")
    rows = []
    for score in scores:
        known = ", ".join(part for part in (score.get("total"), score.get("band")) if part)
        far = missing.replace("%1", score.get("answered", "")).replace("%2", score.get("counted", ""))
        complete = bool(score.get("complete"))
        rows.append(ScoreRow(score.get("question", ""), known if complete else far, complete))
    return rows


def note_rows(draft: Draft, lines: Sequence[Told]) -> list[NoteRow]:
    """What to talk about: left for the room on purpose, asked in the patient's own words, asked by a tap on a page."""
    room = QCoreApplication.translate("Staff", "Will tell you in the room: %1")
    visit = QCoreApplication.translate("Staff", "Wants to talk about: %1")
    return [
        *(NoteRow("lock", room.replace("%1", line.asked), False) for line in lines if in_the_room(draft, line)),
        *(NoteRow("message-circle", f"“{text}”", True) for text in draft.questions),
        *(NoteRow("message-circle-plus", visit.replace("%1", ask["title"]), False) for ask in draft.asks),
    ]


def in_the_room(draft: Draft, line: Told) -> bool:
    """Whether this answer was left for the room, not only one to the same question elsewhere."""
    return line.link_id in draft.discuss and line.absent is Absent.IN_THE_ROOM


def read_rows(draft: Draft) -> list[NoteRow]:
    """The pages the patient opened before sending."""
    return [NoteRow("book-open", page["title"], False) for page in draft.read]


def answer_rows(draft: Draft, lines: Sequence[Told]) -> list[AnswerRow]:
    """Every answer in the order of the form, each with the gravest level it raised; the scores are no answers."""
    rows: list[AnswerRow] = []
    group = ""
    for line in lines:
        if line.link_id not in draft.scored:
            parted = line.group != group
            heading, group = line.group if parted else "", line.group
            level = gravest([alert for alert in draft.alerts if raised_by(alert, line.link_id, line.place)])[0]
            number = len(rows) + 1
            rows.append(AnswerRow(number, line.question, line.answer, level, line.strokes, heading, parted))
    return rows


def callouts(areas: Sequence[AreaRow], face: FaceMap) -> list[CalloutRow]:
    """The chosen areas' numbers, from the top down by turns at the left and the right, never over one another."""
    chosen = sorted((area for area in areas if area.chosen), key=lambda area: area.centreY)
    _, top, _, height = face.box
    rows = []
    for side in (0, 1):
        points = [_point(area, at_left=side == 0) for area in chosen[side::2]]
        places = _spread([y for _, y in points], top + APART / 2, top + height - APART / 2)
        rows += [
            CalloutRow(area.number, side == 0, place, *point)
            for area, place, point in zip(chosen[side::2], places, points, strict=True)
        ]
    return rows


def _point(area: AreaRow, *, at_left: bool) -> tuple[float, float]:
    """The point of an area that a line leads to: of a pair the one on that side."""
    parts = [part for part in area.outline.split("M") if part.strip()]
    if len(parts) < 2:
        return area.centreX, area.centreY
    return (min if at_left else max)((middle(part) for part in parts), key=lambda point: point[0])


def _spread(places: Sequence[float], least: float, most: float) -> list[float]:
    """The rising places moved so that they are ``APART`` and, where they can be, between ``least`` and ``most``."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + APART if found else least))
    limit = most
    for at in reversed(range(len(found))):
        found[at] = min(found[at], limit)
        limit = found[at] - APART
    return found


def sent_time(record: OpenRecord, locale: QLocale) -> str:
    """When it was sent, on the kiosk's clock."""
    return locale.toString(record.draft.confirmed.time(), QLocale.FormatType.ShortFormat)
