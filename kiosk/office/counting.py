"""The days' numbers of visits at a terminal: what may be shown of a period, as lines or as a spreadsheet's table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from kiosk.content.load import load
from kiosk.desktop import tallies
from kiosk.domain.figures import Figure, Period, Report, days, report, table
from kiosk.machine import Trouble
from kiosk.office.terminal import DONE, plain, say
from kiosk.store.errors import KeysMissing
from kiosk.store.files import write_durably
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore
from kiosk.viewmodels import counted
from kiosk.viewmodels.desktop import Tallies

WIDE = 48
"""Letters of the column of names."""
ABOUT = (
    "Figures are of visits, in bands of five, so that nobody stands out: 10–14 is somewhere between, 0–4 may be none.",
    "Not counted: who, when in the day, in which order, any answer, anything typed, staff, demonstrations, and today.",
)


def counts(data: Path, content: Path, period: Period, file: Path | None, today: date) -> int:
    """Shows the figures of a period, or writes them to ``file``. No passphrase is needed, for nobody is in them.

    The kiosk must not run with the same folder meanwhile. Raises Trouble, StoreError or OSError.
    """
    if not (data / "keys").is_dir():
        raise KeysMissing("There are no keys yet, so nothing was counted. Run the set-up first.")
    if file is not None and file.exists():
        raise Trouble(f"{file} is there already. Choose another name.")
    if not (data / "records.sqlite").is_file():
        raise Trouble("Nothing was counted yet. A visit is counted when it is over, a day when it has passed.")
    library = load(content).library
    first, last = days(period, today)
    with only_one(data):
        store = RecordStore(data, KeyRing(data / "keys"), lambda: datetime.now().astimezone())
        try:
            kept = tallies(store, library)
            shown = report(kept.sums(first, last), kept.catalogue, first, last)
        finally:
            store.close()
    language = "en" if "en" in library.clinic.languages else library.clinic.languages[0]
    if file is None:
        _tell(shown, kept, language)
        return DONE
    text = table(shown, lambda figure: (counted.what(figure.kind), counted.name(figure, kept, language)))
    write_durably(file.absolute(), text.encode())
    say(plain(f"Written: {file}"))
    return DONE


def _tell(shown: Report, kept: Tallies, language: str) -> None:
    if shown.first > shown.last:
        say("Nothing yet: this period began today, and a day is counted when it is over.")
        return
    say(f"{shown.first.isoformat()} to {shown.last.isoformat()}")
    many = [figure for figure in (*shown.time, *shown.left) if figure.least]
    groups: tuple[Iterable[Figure], ...] = (
        (shown.begun, shown.sent),
        (figure for figure in many if figure in shown.left),
        shown.treatments,
        shown.questions,
        (figure for figure in many if figure in shown.time),
        (figure for figure in shown.searches if figure.least or not figure.key),
        shown.pages,
        shown.used,
    )
    for group in groups:
        for figure in group:
            name = counted.name(figure, kept, language)
            line = f"{counted.what(figure.kind)}: {name}" if name else counted.what(figure.kind)
            say(plain(f"  {line[:WIDE]:{WIDE}}  {counted.band(figure):>12}"))
    say()
    for sentence in ABOUT:
        say(sentence)
