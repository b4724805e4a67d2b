"""Days, announcements and sources in the front matter: what is read, and every mistake with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from content_folder import BRUISES, write, write_folder

from kiosk.content.load import load
from kiosk.domain.library import Library, Source, Unsigned
from kiosk.domain.span import Span

TODAY = date(2026, 11, 24)
FILE = "questions/bruises.en.md"
TWIN = "questions/bruises.es.md"
NEWS = "announcements/closed.en.md"
TELLS = "---\ntitle: Closed\nicon: sun\nfrom: 2026-11-20\nreviewed: {by: R. Ortiz, on: 2026-02-01}\n---\nWe rest.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content")


def dated(folder: Path, lines: str) -> None:
    """Puts these lines into the front matter of the question in both languages."""
    for file in (FILE, TWIN):
        text = (folder / file).read_text(encoding="utf-8")
        write(folder, file, text.replace("order: 1\n", f"order: 1\n{lines}\n").encode())


def told(folder: Path, file: str = FILE) -> list[tuple[int, str, str]]:
    problems = load(folder, TODAY).problems
    return [(one.line, one.level, one.code) for one in problems if one.file == file]


@pytest.mark.parametrize(
    ("lines", "span"),
    [
        ("from: 2026-12-01\nuntil: 2027-01-31", Span(date(2026, 12, 1), date(2027, 1, 31))),
        ("from: '2026-12-01'", Span(date(2026, 12, 1))),
        ("until: 2027-01-31", Span(None, date(2027, 1, 31))),
        ("from:", Span()),
    ],
)
def test_days_are_read(folder, lines, span):
    dated(folder, lines)
    assert load(folder, TODAY).problems == ()
    assert load(folder).library.questions[0].shown == span


@pytest.mark.parametrize(
    ("lines", "line", "level", "code"),
    [
        ("from: 2026-12-02\nuntil: 2026-12-01", 6, "error", "schedule-backwards"),
        ("from: 2026-02-30", 5, "error", "date-never"),
        ("until: '2027-13-01'", 5, "error", "date-never"),
        ("until: next week", 5, "error", "wrong-date"),
        ("until: 2027", 5, "error", "wrong-date"),
        ("until: 2026-11-23", 5, "warning", "schedule-over"),
        ("sources: A book", 5, "error", "wrong-type"),
        ("sources: ['']", 5, "error", "text-empty"),
        ("sources: [{txt: A book}]", 5, "error", "key-unknown"),
        ("sources: [{text: A book, url: www.a.b}]", 5, "error", "source-address"),
        ("sources: ['A {book}']", 5, "error", "placeholder-unknown"),
    ],
)
def test_mistakes_in_days_and_sources_are_told_at_their_line(folder, lines, line, level, code):
    dated(folder, lines)
    assert (line, level, code) in told(folder)
    assert len(load(folder).library.questions) == (2 if level == "warning" else 0)


def test_a_last_day_is_no_day_too_late(folder):
    dated(folder, "until: 2026-11-24")
    assert told(folder) == []
    assert load(folder, date(2026, 11, 25)).problems
    assert not load(folder).problems


def test_a_day_of_signing_that_never_was_is_an_error(folder):
    write(folder, FILE, BRUISES.replace("on: 2026-02-01", "on: 2026-02-30").encode())
    assert told(folder)[0] == (7, "error", "date-never")


def test_sources_are_read(folder):
    dated(folder, "sources: [A book, {text: A page, url: https://a.b/c}]")
    assert load(folder).library.questions[0].sources == (Source("A book"), Source("A page", "https://a.b/c"))


def test_an_announcement_is_read_and_its_folder_is_optional(folder):
    assert load(folder).library.announcements == ()
    write(folder, NEWS, TELLS.encode())
    loaded = load(folder, TODAY)
    assert [(one.file, one.code) for one in loaded.problems] == [(NEWS, "translation-missing")]
    (news,) = loaded.library.announcements
    assert (news.id, news.language, news.title, news.icon) == ("closed", "en", "Closed", "sun")
    assert news.blocks[0].lines == ("We rest.",)
    assert news.reviewed.holds
    assert news.shown == Span(date(2026, 11, 20))


@pytest.mark.parametrize(
    ("old", "new", "line", "level", "code"),
    [
        ("title: Closed", f"title: Closed{'  and more' * 6}", 2, "warning", "announcement-long"),
        ("We rest.", "We rest. " * 30, 7, "warning", "announcement-long"),
        ("We rest.", "One.\n\nTwo.\n\nThree.", 7, "warning", "announcement-long"),
        ("We rest.", "- One\n- Two", 7, "warning", "announcement-long"),
        ("We rest.", "", 7, "error", "body-empty"),
        ("icon: sun", "icon: The Sun", 3, "error", "value-unknown"),
        ("icon: sun", "lead: Sun", 3, "error", "key-unknown"),
        ("from: 2026-11-20", "until: 2026-11-20", 4, "warning", "schedule-over"),
    ],
)
def test_mistakes_in_announcements_are_told(folder, old, new, line, level, code):
    write(folder, NEWS, TELLS.replace(old, new).encode())
    assert (line, level, code) in told(folder, NEWS)


def on(folder: Path, day: date = TODAY) -> Library:
    return load(folder).library.on(day)


def test_outside_its_days_a_page_and_the_links_to_it_are_gone(folder):
    dated(folder, "from: 2026-11-25\nuntil: 2026-11-26")
    for day, shows in ((24, False), (25, True), (26, True), (27, False)):
        library = on(folder, date(2026, 11, day))
        assert bool(library.questions_in("en")) is shows
        assert library.treatments_in("es")[1].questions == (("bruises",) if shows else ())
        assert library.version == load(folder).library.version


def test_a_translation_rests_with_its_original_and_alone_gives_way_to_it(folder):
    text = BRUISES.replace("order: 1", "order: 1\nfrom: 2027-01-01")
    write(folder, FILE, text.encode())
    assert on(folder).questions_in("es") == ()
    write(folder, FILE, BRUISES.encode())
    write(folder, TWIN, text.encode())
    assert [question.language for question in on(folder).questions_in("es")] == ["en"]


def test_of_announcements_the_newest_shows_then_the_one_before(folder):
    write(folder, NEWS, TELLS.replace("from:", "until: 2026-11-25\nfrom:").encode())
    write(folder, "announcements/b-older.en.md", TELLS.replace("11-20", "11-19").encode())
    write(folder, "announcements/a-undated.en.md", TELLS.replace("from: 2026-11-20\n", "").encode())
    ids = [on(folder, date(2026, 11, day)).announcement_in("es").id for day in (18, 19, 20, 25, 26)]
    assert ids == ["a-undated", "b-older", "closed", "closed", "b-older"]


@pytest.mark.parametrize(("policy", "shown"), [("show", 2), ("warn", 2), ("hide", 1)])
def test_unsigned_pages_are_hidden_only_where_the_clinic_says_so(folder, policy, shown):
    clinic = (folder / "clinic.toml").read_text(encoding="utf-8")
    write(folder, "clinic.toml", clinic.replace('contact = ""', f'contact = ""\nunsigned = "{policy}"').encode())
    write(folder, FILE, BRUISES.replace("R. Ortiz", "''").encode())
    library = on(folder)
    assert library.clinic.unsigned == Unsigned(policy)
    assert len(library.questions) == shown
    assert library.form is not None
    assert [page.language for page in library.unsigned(TODAY)] == (["en"] if policy != "hide" else [])
    assert [page.language for page in load(folder).library.unsigned(TODAY)] == ["en"]


def test_what_is_over_needs_no_signature_any_more(folder):
    write(folder, FILE, BRUISES.replace("R. Ortiz", "''").replace("order: 1", "until: 2026-11-23").encode())
    assert load(folder).library.unsigned(TODAY) == ()
