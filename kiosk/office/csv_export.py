"""All visits as one table for a spreadsheet, one row a visit, and what the columns ask.

The records are opened twice, once for the columns and once for the rows, so that they are never all in memory.
"""

from __future__ import annotations

import codecs
import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kiosk.domain.form import Level
from kiosk.domain.record import Json, OpenRecord
from kiosk.fhir.response import Said, said
from kiosk.office.exporting import Export
from kiosk.office.whole import whole

TABLE, LEGEND = "responses.csv", "questions.csv"
FIXED = ("seq", "code", "sent", "name", "born", "language", "questionnaire", "alerts", "scores")
"""The columns before the answers."""
FORMULA = frozenset("=+-@＝＋－＠")
"""A cell that begins with one of these is worked out by a spreadsheet instead of shown."""
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of Unicode that some spreadsheets pass over at the beginning of a cell."""
SPACES = {code: " " for code in (*range(32), *range(127, 160)) if code != ord("\n")}
"""In place of control characters."""
NOT_ASKED = frozenset({"group", "display"})

Row = Iterable[object]


def write(work: Export) -> None:
    """The table and the legend. Raises StoreError, OSError."""
    columns = Columns()
    for record in work.records("Reading the questions"):
        columns.add(record)
    titles = {id: _title(id) for id in columns.order}
    rows = ([*_fixed(record), *_answers(record, columns.order)] for record in work.records("Writing rows"))
    work.count = _table(work.out / TABLE, [*FIXED, *titles.values()], rows)
    asked = ([title, id, columns.questions.get(id, "")] for id, title in titles.items())
    _table(work.out / LEGEND, ["column", "linkId", "question"], asked)


class Columns:
    """The questions of all records in the order of their forms. ``questions`` has the words of each."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self.questions: dict[str, str] = {}
        self._met: set[str] = set()

    def add(self, record: OpenRecord) -> None:
        draft = record.draft
        if draft.sha256 not in self._met:
            self._met.add(draft.sha256)
            self._merge(list(_asked(draft.definition)))
        self._merge([(line.link_id, line.question.removeprefix(f"{line.under}: ")) for line in said(draft.response)])

    def _merge(self, asked: list[tuple[str, str]]) -> None:
        """A question that is new stands behind the one it follows here."""
        if all(id in self.questions for id, _ in asked):
            return
        place = 0
        for id, question in asked:
            if id not in self.questions:
                self.questions[id] = question
                self.order.insert(place, id)
            place = self.order.index(id) + 1


def _asked(holder: Json) -> Iterator[tuple[str, str]]:
    """The questions of a FHIR Questionnaire; what has another shape, from another version, is passed over."""
    items = holder.get("item")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            if item.get("type") not in NOT_ASKED and isinstance(item.get("linkId"), str):
                yield item["linkId"], str(item.get("text", ""))
            yield from _asked(item)


def _title(id: str) -> str:
    return f"{id} (answer)" if id in FIXED else id


def _fixed(record: OpenRecord) -> list[object]:
    draft = record.draft
    known = [level.value for level in Level]
    # A level from another version of this program is graver than all.
    alerts = sorted(draft.alerts, key=lambda one: known.index(level) if (level := one.get("level")) in known else -1)
    told = [f"{one.get('level', '')}: {one.get('text') or one.get('question', '')}" for one in alerts]
    sent = draft.confirmed.isoformat(timespec="seconds")
    who = (record.code, sent, draft.name, draft.born, draft.language, draft.questionnaire)
    return [record.seq, *who, "\n".join(told), "\n".join(_score(score) for score in draft.scores)]


def _score(score: Mapping[str, Any]) -> str:
    if score.get("complete"):
        words = ", ".join(part for part in (score.get("total"), score.get("band")) if part)
    else:
        words = f"no score, {score.get('answered', '')} of {score.get('counted', '')} answered"
    return f"{score.get('question', '')}: {words}"


def _answers(record: OpenRecord, order: Iterable[str]) -> list[str]:
    lines: dict[str, list[Said]] = {}
    for line in said(record.draft.response):
        lines.setdefault(line.link_id, []).append(line)
    return ["\n".join(_told(line, several=len(lines[id]) > 1) for line in lines.get(id, ())) for id in order]


def _told(line: Said, *, several: bool) -> str:
    """An answer, of several to one question with what tells it from the others."""
    apart = " · ".join(part for part in (line.within, line.under) if part)
    return f"{apart}: {line.answer}" if several and apart else line.answer


def _table(path: Path, titles: Row, rows: Iterable[Row]) -> int:
    """A CSV file as Excel writes and reads it: UTF-8 with its mark, every cell in quotes; how many rows it has."""
    count = 0
    with whole(path) as file:
        out = csv.writer(codecs.getwriter("utf-8-sig")(file, "replace"), quoting=csv.QUOTE_ALL)
        out.writerow([cell(title) for title in titles])
        for row in rows:
            out.writerow([cell(value) for value in row])
            count += 1
    return count


def cell(value: object) -> str:
    """As it stands in the table. An apostrophe keeps what strangers have typed from being taken for a formula; line
    breaks stay, other control characters are spaces."""
    text = str(value).replace("\r\n", "\n")
    shown = text.translate(SPACES)
    first = next((one for one in text if unicodedata.category(one) not in UNSEEN), "")
    return f"'{shown}" if first in FORMULA or text.startswith(("\t", "\r", "\n")) else shown
