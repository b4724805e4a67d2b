"""Stories of visits that are counted, of what is never counted, and of the admin who reads the figures."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import NAME, SHIPPED, WORDS, Opens
from finger import Finger
from patient import BEGIN, fills_the_shortest_way, sends

from kiosk.commands import main
from kiosk.domain.figures import Period
from kiosk.domain.tally import Cell, Kind
from kiosk.office.counting import counts
from kiosk.store.lock import only_one

START = "Touch anywhere to start"
BACKWARDS = "ledden"
"""Written so that the word itself stands in no constant of this file."""


def counted(finger: Finger) -> dict[Cell, int]:
    """Every number there is."""
    finger.until(lambda: not finger.kiosk.background.busy)
    return finger.kiosk._furniture.records.counts.sums(date.min, date.max)


def walks_away(finger: Finger) -> None:
    finger.waits(166)
    assert finger.desk.page == "Attract"


def closes_the_records(finger: Finger) -> None:
    """So that another program may read them; what is still under way would open them again."""
    finger.until(lambda: not (finger.kiosk.background.busy or finger.kiosk.chores.busy))
    finger.kiosk._furniture.records.close()


def test_a_visitor_who_reads_is_counted_once_for_each_thing(opens: Opens) -> None:
    finger = opens()
    finger.taps(START, "Our treatments", "Dermaplaning")
    finger.clock.wait(40)
    finger.taps("Back", "Dermaplaning", "Back", "Neuromodulators", "Book this")
    assert counted(finger) == {}
    walks_away(finger)
    found = counted(finger)
    assert set(found.values()) == {1}
    pages = {key for kind, key in found if kind is Kind.PAGE}
    assert pages == {"Home", "Treatments", "Booking"}
    assert {key for kind, key in found if kind is Kind.TREATMENT} == {"dermaplaning", "neuromodulators"}
    times = {key for kind, key in found if kind is Kind.TIME}
    assert "treatment/dermaplaning@2" in times
    assert not any(key.startswith("page/Booking") for key in times), "nobody knows when the visitor went"
    assert {kind for kind, _ in found} == {Kind.PAGE, Kind.TREATMENT, Kind.TIME}


def test_a_questionnaire_is_counted_as_sent_or_as_left_at_its_question(opens: Opens) -> None:
    finger = opens()
    finger.taps(START, *BEGIN)
    fills_the_shortest_way(finger)
    sends(finger)
    finger.taps("Done, clear now")
    assert counted(finger)[Kind.SENT, ""] == 1
    finger.taps(START, *BEGIN)
    finger.types("Ana")
    finger.taps("Next")
    walks_away(finger)
    found = counted(finger)
    assert {cell: number for cell, number in found.items() if cell[0] in (Kind.SENT, Kind.LEFT)} == {
        (Kind.SENT, ""): 1,
        (Kind.LEFT, "birth-date"): 1,
    }


def test_who_goes_home_with_answers_unsent_left_at_the_question_before(opens: Opens) -> None:
    finger = opens()
    finger.taps(START, *BEGIN)
    finger.types("Ana")
    finger.taps("Next", "Back", "Back", "Back")
    assert finger.desk.page == "Home"
    finger.taps("Start over", "Wipe my answers and start over")
    assert (Kind.LEFT, "patient-name") in counted(finger)


def test_settings_and_help_are_counted(opens: Opens) -> None:
    finger = opens()
    finger.taps(START)
    desk = finger.desk
    desk.resize(2)
    desk.recolour(1)
    desk.lower()
    desk.coverWith("help")
    desk.takeTime()
    desk.changeLanguage()
    desk.wipe()
    used = {key for kind, key in counted(finger) if kind is Kind.USED}
    assert used == {"size", "contrast", "lowered", "help", "time", "language"}


def test_a_search_counts_by_what_was_offered_never_by_what_was_typed(opens: Opens, data: Path) -> None:
    finger = opens()
    finger.taps(START, "Common questions", "Search")
    finger.types("wwwwww")
    assert finger.reads("Nothing found for this.")
    finger.taps("Done", "Clear")
    finger.taps("Search")
    finger.types(BACKWARDS[::-1])
    nearest = finger.desk.reading.suggestion
    finger.desk.wipe()
    found = {key for kind, key in counted(finger) if kind is Kind.SEARCH}
    assert found == {"", nearest}
    closes_the_records(finger)
    for path in data.rglob("*"):
        held = path.read_bytes() if path.is_file() else b""
        for typed in ("wwwwww", BACKWARDS[::-1]):
            assert typed.encode() not in held, path
            assert typed.encode("utf-16-le") not in held, path


def test_the_question_that_comes_nearest_is_offered_and_opens(opens: Opens) -> None:
    finger = opens()
    finger.taps(START, "Common questions")
    finger.desk.reading.type("neddel")
    assert finger.sees("This comes nearest")
    key, title = finger.desk.reading.suggestion, finger.desk.reading.suggested.rows[0].title
    finger.taps(title)
    assert finger.tells(title).startswith("open")
    finger.desk.wipe()
    found = counted(finger)
    assert found[Kind.SEARCH, key] == found[Kind.QUESTION, key] == 1


def test_a_word_that_is_found_is_not_counted(opens: Opens) -> None:
    finger = opens()
    finger.taps(START, "Common questions")
    for letter in "bruise":
        finger.desk.reading.type(letter)
    assert finger.desk.reading.found
    finger.desk.wipe()
    assert not [cell for cell in counted(finger) if cell[0] is Kind.SEARCH]


def test_staff_and_looks_at_a_draft_are_not_counted(opens: Opens) -> None:
    finger = opens()
    finger.taps(START)
    finger.desk.staffGesture()
    finger.desk.staff.lock()
    assert finger.desk.page == "Attract"
    finger.kiosk.counting.furnish(None)
    finger.taps(START, "Our treatments")
    finger.desk.wipe()
    assert counted(finger) == {}


def test_without_keys_nothing_is_counted(opens: Opens, tmp_path: Path) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    finger = opens(folder=empty)
    finger.taps(START, "Our treatments")
    finger.desk.wipe()
    finger.until(lambda: not finger.kiosk.background.busy)
    assert not (empty / "records.sqlite").exists()


@pytest.fixture
def read(opens: Opens) -> Finger:
    """A kiosk where twelve visits read about dermaplaning yesterday and three about the peel, and one sent."""
    finger = opens()
    kept, yesterday = finger.kiosk._furniture.records.counts, finger.clock.now().date() - timedelta(1)
    for number in range(12):
        kept.add(yesterday, [(Kind.TREATMENT, "dermaplaning"), (Kind.TIME, "treatment/dermaplaning@2")])
        kept.add(yesterday, [(Kind.LEFT, "birth-date" if number % 2 else "hopes")])
    for _ in range(3):
        kept.add(yesterday, [(Kind.TREATMENT, "chemical-peel")])
    kept.add(yesterday, [(Kind.SENT, "")])
    kept.add(finger.clock.now().date(), [(Kind.TREATMENT, "neuromodulators")] * 1)
    return finger


def unlocks(finger: Finger) -> None:
    finger.desk.staffGesture()
    for word in WORDS.split():
        finger.desk.staff.passwords.take(word)
    finger.until(lambda: finger.desk.page == "Visits")
    finger.desk.staff.go("Admin")
    finger.taps("Counts")
    finger.until(lambda: not finger.desk.admin.counts.busy)


def test_an_admin_reads_bands_of_five_and_no_small_number(read: Finger) -> None:
    unlocks(read)
    said = read.says()
    assert "Dermaplaning: 10–14" in said
    assert "Chemical peel: 0–4" in said
    assert "Neuromodulators: 0–4" in said
    assert "Questionnaire begun: 10 or more" in said
    assert "Questionnaire sent: 0–4" in said
    assert "2. When were you born?: 5–9" in said
    assert "Dermaplaning. 0–10 s: 0–4, 10–30 s: 0–4, 30–90 s: 10–14, 1.5–5 min: 0–4, longer: 0–4" in said
    assert read.sees("November 1, 2026 to November 23, 2026")
    read.taps("90 days")
    read.until(lambda: not read.desk.admin.counts.busy)
    assert read.chosen("90 days")
    read.taps("Back")
    assert read.desk.page == "Admin"


def test_the_figures_are_saved_as_a_table_with_a_line_in_the_log(read: Finger, monkeypatch, tmp_path: Path) -> None:
    from kiosk.desktop import Paper  # noqa: PLC0415

    monkeypatch.setattr(Paper, "_places", lambda _self: {"Stick": tmp_path})
    unlocks(read)
    read.taps("Save as a table")
    read.until(lambda: read.sees("Stick"))
    read.taps("Stick")
    read.until(lambda: read.reads("Saved in Stick as counts.csv"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "counts.csv").read_text("utf-8"), newline="")))
    lasts = {row["key"]: (row["at_least"], row["at_most"]) for row in rows if row["counted"] == "Treatment read"}
    assert lasts == {"dermaplaning": ("10", "14"), "chemical-peel": ("0", "4"), "neuromodulators": ("0", "4")}
    log = read.kiosk._furniture.records.audit.entries(9)
    assert ("counts-exported", NAME) in [(entry.event, entry.by) for entry in log]


def test_the_command_shows_and_writes_the_same(read: Finger, data: Path, tmp_path: Path, capsys) -> None:
    today, file = read.clock.now().date(), tmp_path / "counts.csv"
    closes_the_records(read)
    assert counts(data, SHIPPED, Period.MONTH, None, today) == 0
    said = capsys.readouterr().out
    assert "2026-11-01 to 2026-11-23" in said
    assert " ".join(said.split()).count("Treatment read: Dermaplaning 10–14") == 1
    assert "Not counted: who" in said
    assert counts(data, SHIPPED, Period.YEAR, file, today) == 0
    assert "dermaplaning,10,14" in file.read_text("utf-8")
    assert main(["counts", "--csv", str(file), "--data", str(data)]) == 1
    assert "is there already" in capsys.readouterr().err
    with only_one(data):
        assert main(["counts", "--data", str(data)]) == 1
    assert capsys.readouterr().err.startswith("The kiosk is already running")
    assert main(["counts", "--period", "decade", "--data", str(data)]) == 2


def test_on_the_first_day_of_a_period_there_is_nothing_yet(read: Finger, data: Path, capsys) -> None:
    closes_the_records(read)
    assert counts(data, SHIPPED, Period.MONTH, None, date(2026, 12, 1)) == 0
    assert capsys.readouterr().out.startswith("Nothing yet: this period began today")
