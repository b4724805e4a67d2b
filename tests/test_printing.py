"""A visit on paper, read back from the PDF as a person or a search would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed import DRAFT, LINES, SOURCE, Said, alert, fullest, heights, reader, text_of, visit, words

from kiosk.domain.record import Head
from kiosk.printing import sheet as told
from kiosk.printing.paper import Paper
from kiosk.printing.sheet import file_name, pieces

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_reader_meets_the_alerts_first_and_the_answers_last():
    text = text_of(visit())
    order = [
        *("MAPLE 27", "Jordan Canary", "Born March 14, 1985", "Identity not verified", "Not reviewed yet"),
        *("STOP-ASK", "Look at the pregnancy", "Product: any botulinum toxin. Jurisdiction: US; EU."),
        *("Source 1. Not yet reviewed by a clinician", "CAUTION", "Look at the hopes", "INFO", "Look at the medicines"),
        *(f"Source 1: {SOURCE}", "Source 2: The clinic's consultation step."),
        *("Areas chosen", "2 Frown lines 3 Crow’s feet", "“Can I fly the next day?”"),
        *("Wants to discuss in the room", "Which medicines do you take?", "Asked about Dermaplaning"),
        *("Read at the kiosk What pairs well? · Peel", "Answers", "To look rested, ¿verdad?", "I’m not sure"),
        *("Signed by hand", "Record 1042 of front-room (5e0c2f1e-6a51).", "March 2, 2026 at 9:31 AM (UTC-05:00)"),
        *("pre-consultation|1", "9f2c4eababababab", "c0ffee123456", "App 0.1.0", "Keys: OTTER LILAC CABIN RUBY."),
        *("Printed March 2, 2026 at 2:05 PM (UTC-05:00) by J. Park, RN.", "Page 1 of 1"),
    ]
    place = 0
    for said in order:
        assert said in text[place:], said
        place = text.index(said, place) + len(said)


def test_the_words_are_parted_by_spaces_so_that_they_can_be_searched():
    raw = reader(visit()).pages[0].extract_text()
    assert "MAPLE 27" in raw
    assert "\t" not in raw


def test_every_question_and_answer_is_there():
    sheet = fullest()
    text = text_of(sheet)
    for line in sheet.lines:
        assert line.question in text
        assert words(line.answer) in text
        assert line.group in text
    for one in sheet.record.draft.alerts:
        assert all(one[key] in text for key in ("text", "source", "product", "jurisdiction"))
    assert all(asked in text for asked in sheet.record.draft.questions)


@pytest.mark.parametrize("paper", Paper)
def test_the_fullest_plausible_visit_takes_two_numbered_pages(paper):
    pages = reader(replace(fullest(), paper=paper)).pages
    assert [words(page.extract_text())[-11:] for page in pages] == ["Page 1 of 2", "Page 2 of 2"]
    assert "MAPLE 27 · Jordan Canary · Born March 14, 1985 · Identity not verified" in words(pages[1].extract_text())
    wide, high = (612, 792) if paper is Paper.LETTER else (595, 842)
    assert (round(pages[0].mediabox.width), round(pages[0].mediabox.height)) == (wide, high)


def test_a_long_visit_is_read_in_order_from_page_to_page():
    sheet = fullest(answers=40, alerts=6)
    pages = [words(page.extract_text()) for page in reader(sheet).pages]
    assert len(pages) == 2
    for number, text in enumerate(pages, start=1):
        assert text.endswith(f"Page {number} of 2")
    assert pages[1].startswith("MAPLE 27 · Jordan Canary · ")
    whole, place = " ".join(pages), 0
    raised = [one["text"] for one in told.alerts(sheet)]
    for part in (*raised, "Areas chosen", "Own questions", "Answers", *(line.question for line in sheet.lines)):
        assert part in whole[place:], part
        place = whole.index(part, place) + len(part)
    assert place > len(pages[0])


def test_where_the_chains_ended_is_on_paper():
    text = text_of(replace(visit(), chains="records to 1042 1f2e3d4c5b6a7988, audit log to 7 99aabbccddeeff00"))
    assert "Keys: OTTER LILAC CABIN RUBY. Chains: records to 1042 1f2e3d4c5b6a7988, audit log to 7 99aa" in text
    assert "Chains" not in text_of(visit())


def test_more_than_two_pages_hold_loses_nothing():
    sheet = fullest(answers=70, alerts=20)
    text = text_of(sheet)
    assert len(reader(sheet).pages) > 2
    assert all(line.question in text for line in sheet.lines)
    assert all(one["text"] in text for one in sheet.record.draft.alerts)


def test_an_answer_longer_than_a_page_is_all_on_paper():
    long = "\n".join(f"line {number} of it" for number in range(80)) + " tale" * 900
    sheet = visit([Said("long", "What happened?", long)], questions=(long,))
    pages = reader(sheet).pages
    text = words(" ".join(page.extract_text() for page in pages))
    assert all(text.count(f"line {number} of it") == 2 for number in range(80))
    assert text.count("tale") == 2 * 900
    assert all(min(heights(page)) > 20 for page in pages)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
# Scripts beyond these Qt draws or says that the machine has no font for them.
@given(st.text(st.characters(max_codepoint=0x24F) | st.sampled_from("\u2028\u202e\u200b–“’…"), max_size=200))
def test_whatever_was_typed_prints(typed):
    assert reader(visit([Said("typed", typed, typed)], name=typed, questions=(typed,), born=typed)).pages


SCORES = (
    {"linkId": "mood", "question": "Mood total", "total": "12", "band": "Moderate", "complete": "yes"},
    {"linkId": "worry", "question": "Worry total", "answered": "7", "counted": "9", "complete": ""},
)


def test_scores_stand_between_the_alerts_and_the_answers_and_once():
    text = text_of(visit((*LINES, Said("mood", "Mood total", "12")), scores=SCORES))
    places = [text.index(part) for part in ("Source 2", "Mood total", "Worry total", "Areas chosen", "Answers")]
    assert places == sorted(places)
    assert "Mood total 12, Moderate" in text
    assert "Worry total No score: 7 of 9 answered" in text
    assert text.count("Mood total") == 1
    assert f"{len(LINES)} in all" in text
    assert "Scores" not in text_of(visit())


def test_instances_of_a_group_are_told_apart():
    lines = [
        Said("dose", "How much?", "1 mg", group="Medicines 1", place="0.0"),
        Said("dose", "How much?", "2 mg", "asked-declined", "Medicines 2", place="1.0"),
        Said("end", "Anything else?", "No", place="2"),
    ]
    sheet = visit(lines, alerts=(alert("CAUTION", "dose", "x", place="1.0"),), discuss=("dose", "gone"))
    text = text_of(sheet)
    order = ["Medicines 1", "1 mg", "Medicines 2", "2 mg", "Anything else?"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert [told.loudest(sheet, line) for line in lines] == ["", "CAUTION", ""]
    assert told.discuss(sheet) == ["How much?", "gone"]


def test_staff_work_is_named():
    head = Head("5e0c", 1, date(2026, 3, 2), "Ana Ruiz", datetime(2026, 3, 2, 12, 0, tzinfo=UTC), "J. Park")
    text = text_of(visit(head=head))
    assert "Identity confirmed by J. Park" in text
    assert "Reviewed by Ana Ruiz, March 2, 2026 at 12:00 PM (UTC+00:00)" in text
    assert "not verified" not in text


def test_a_reviewed_alert_says_by_whom():
    text = text_of(visit(alerts=(alert("CAUTION", "hopes", "x", reviewed="2026-02-01, Dr. Ames"),)))
    assert "Reviewed: 2026-02-01, Dr. Ames" in text
    assert "Not yet reviewed by a clinician" not in text


def test_a_visit_without_alerts_areas_or_answers_says_so():
    text = text_of(visit((), alerts=(), areas=None, questions=(), discuss=(), asks=(), read=(), name="", born=""))
    assert "No alert was raised by these answers." in text
    assert "Areas chosen None" in text
    assert "No name given" in text
    assert "Own questions" not in text


def test_what_another_version_wrote_is_still_told():
    odd = {"level": "URGENT", "linkId": "gone"}
    sheet = visit(alerts=(*DRAFT.alerts, odd), areas={"body.svg": ("wrist", "frown")}, discuss=("gone",), born="1985")
    text = text_of(sheet)
    assert text.index("URGENT") < text.index("STOP-ASK")
    assert "2 Frown lines 12 wrist" in text
    assert "No source given." in text
    assert "Born 1985" in text


def test_long_answers_are_cut_in_alerts_only():
    long = "word " * 60 + "end"
    text = told.raised(alert("INFO", "q", "x", answer=long))
    assert text.endswith("word … (all below)")
    assert len(text) < 150
    assert "".join(pieces(long * 20)) == long * 20
    assert all(len(piece.splitlines()) <= told.BREAKS + 1 for piece in pieces("\u2028\x0b\n" * 400))
    assert pieces("x" * 2000) == ["x" * 900, "x" * 900, "x" * 200]


def test_nothing_of_the_patient_is_in_the_names_and_titles():
    sheet = visit()
    assert file_name(sheet.record) == "MAPLE-27-record-1042.pdf"
    assert "Canary" not in str(reader(sheet).metadata)
    assert "Canary" not in repr(sheet)
    assert "rested" not in repr(sheet)
