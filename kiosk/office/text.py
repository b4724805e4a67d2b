"""A record as plain text, in the order and the words of the printed page."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.printing import Sheet
from kiosk.printing import sheet as told


def text_of(sheet: Sheet) -> str:
    """Who it is, the alerts, the scores, what to talk about, every answer, where it comes from."""
    return "\n".join(_lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    draft = sheet.record.draft
    yield f"{sheet.record.code}  {draft.name or 'No name given'}"
    yield f"{told.born(sheet)}. {told.identity(sheet)}."
    yield f"Sent {told.moment(draft.confirmed)}. {told.review(sheet)}."
    yield from _alerts(sheet)
    yield from _list("Scores", _scores(sheet))
    yield from _list("Own questions, word for word", [f"“{question}”" for question in draft.questions])
    yield from _list("Wants to discuss in the room", told.discuss(sheet))
    yield from _list("Asked about", [told.titles([page]) for page in draft.asks])
    yield from _list("Read at the kiosk", [told.titles([page]) for page in draft.read])
    yield from _answers(sheet)
    yield from ("", told.provenance(sheet))


def _alerts(sheet: Sheet) -> Iterator[str]:
    alerts, sources = told.alerts(sheet), told.sources(sheet)
    yield from ("", f"ALERTS: {len(alerts)}" if alerts else "No alert was raised by these answers.")
    for alert in alerts:
        yield f"  {alert.get('level', '')}  {alert.get('text') or alert.get('question', '')}"
        yield f"      {told.raised(alert)}"
        yield f"      {told.origin(alert)} {told.standing(alert, sources)}"
    for place, source in enumerate(sources, start=1):
        yield f"  Source {place}: {source}"


def _scores(sheet: Sheet) -> list[str]:
    return [f"{question}{':' if complete else '.'} {words}" for question, words, complete in told.scores(sheet)]


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", title)
        yield from (f"  - {line}" for line in lines)


def _answers(sheet: Sheet) -> Iterator[str]:
    lines, group = told.answers(sheet), ""
    yield from ("", f"Answers: {len(lines)} in all, in the words the patient saw")
    for line in lines:
        if line.group != group:
            yield from ("", f"  {line.group}") if line.group else ("",)
        group, level = line.group, told.loudest(sheet, line)
        yield f"  {line.question}{f'  [{level}]' if level else ''}"
        yield from (f"      {part}" for part in line.answer.splitlines() or [""])
