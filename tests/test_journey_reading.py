"""Stories of visitors who read: treatments, common questions, the search in them, the ways between them."""

from __future__ import annotations

import pytest
from finger import Finger

ASK, ASKED = "Ask about this in my visit", "You will ask about this"


def test_a_visitor_reads_about_a_treatment(finger: Finger) -> None:
    finger.taps("Our treatments", "Neuromodulators")
    assert finger.reads("Often known as Botox")
    finger.taps("Who it helps")
    finger.taps("Back", "Back")
    assert finger.sees("Get ready for your visit")


def test_one_section_is_open_at_a_time(finger: Finger) -> None:
    finger.taps("Our treatments", "Neuromodulators", "Who it helps")
    sections = finger.desk.reading.sections.rows
    other = next(row.title for row in sections if not row.opened)
    assert finger.tells("Who it helps").startswith("open")
    finger.taps(other)
    assert finger.tells(other).startswith("open")
    assert finger.tells("Who it helps").startswith("closed")
    finger.taps(other)
    assert not any(row.opened for row in finger.desk.reading.sections.rows)


def test_a_treatment_that_pairs_opens_at_its_top_and_back_leads_to_the_first(finger: Finger) -> None:
    finger.taps("Our treatments", "Dermaplaning")
    pair = finger.desk.reading.pairs.rows[0].title
    finger.taps(pair)
    assert finger.desk.reading.title == pair
    assert finger.find("How it works").rect().top() > 0
    assert finger.sees("See more")
    finger.taps("Back")
    assert finger.desk.reading.title == "Dermaplaning"
    finger.taps("Back")
    assert finger.sees("Our treatments")


def test_back_leads_through_the_pages_as_they_were_read(finger: Finger) -> None:
    finger.taps("Our treatments", "Neuromodulators")
    question = finger.desk.reading.related.rows[0].title
    finger.taps(question)
    assert finger.tells(question).startswith("open")
    link = finger.desk.reading.questionLinks.rows[0].title
    finger.taps(link)
    opened = finger.desk.reading.title
    finger.taps("Back")
    assert finger.sees("Common questions")
    finger.taps("Back")
    assert finger.desk.reading.title == "Neuromodulators"
    assert opened in [row.title for row in finger.desk.reading.treatments.rows]


def test_what_to_ask_about_is_chosen_and_taken_back(finger: Finger) -> None:
    finger.taps("Our treatments", "Dermaplaning", ASK)
    assert finger.sees(ASKED)
    finger.taps(ASKED)
    assert finger.sees(ASK)
    finger.taps(ASK, "Back", "Dermaplaning")
    assert finger.sees(ASKED)


def test_search_forgives_slips_of_the_finger(finger: Finger) -> None:
    finger.taps("Common questions", "Search")
    finger.types("wrinckles")
    assert finger.sees("What are dynamic wrinkles?")
    finger.taps("Done", "What are dynamic wrinkles?")
    assert finger.sees(ASK)


@pytest.mark.parametrize("typed", ["botox", "HOW LONG", "candidate"])
def test_search_finds_by_the_words_of_title_and_answer(finger: Finger, typed: str) -> None:
    finger.taps("Common questions")
    everything = finger.desk.reading.found
    finger.taps("Search")
    finger.types(typed)
    assert 0 < finger.desk.reading.found <= everything


def test_a_search_without_a_find_says_what_to_do_and_is_cleared(finger: Finger) -> None:
    finger.taps("Common questions")
    everything = finger.desk.reading.found
    finger.taps("Search")
    finger.types("zzzzqq")
    assert finger.reads("Nothing found for this.")
    finger.taps("Delete", "Clear")
    assert finger.desk.reading.found == everything
    finger.types("zzzzqq")
    finger.taps("Done", "Clear")
    assert finger.tells("Search").startswith("Search, for example")
    assert finger.desk.reading.found == everything


def test_one_category_shows_only_its_questions(finger: Finger) -> None:
    finger.taps("Common questions")
    everything = finger.desk.reading.found
    finger.taps("After")
    assert 0 < finger.desk.reading.found < everything
    assert not finger.sees("What are dynamic wrinkles?")
    finger.taps("All")
    assert finger.desk.reading.found == everything


def test_help_shows_over_any_page_and_leads_back(finger: Finger) -> None:
    finger.taps("Common questions", "Ask for help")
    assert finger.sees("We are glad to help")
    finger.taps("Ask for help")
    assert not finger.sees("We are glad to help")
    finger.taps("Ask for help", "Text size")
    assert not finger.sees("We are glad to help")
    finger.taps("Done")
    assert finger.sees("Common questions")
    finger.taps("Contrast")
    finger.draws((540, 200))
    assert not finger.sees("Done")


def test_every_treatment_and_every_question_opens_in_both_languages(finger: Finger) -> None:
    reading = finger.desk.reading
    for _ in range(2):
        for row in reading.treatments.rows:
            finger.desk.openTreatment(row.key)
            assert finger.sees(row.title)
            for section in reading.sections.rows:
                reading.openSection(section.key)
                assert finger.sees(reading.sectionBlocks.rows[0].label)
        for question in reading.questions.rows:
            finger.desk.openQuestion(question.key)
            assert finger.sees(reading.questionBlocks.rows[0].label)
        finger.desk.changeLanguage()
