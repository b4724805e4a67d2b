"""Stories of people who listen: what the screen says, when it falls silent, and who else can hear it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from conftest import Opens
from finger import Finger
from patient import fills_every_type, fills_the_shortest_way, sends
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from spoken import Listener

from kiosk.domain.aloud import GAINS, RATES, USUAL_GAIN, USUAL_RATE, Route, factor
from kiosk.viewmodels import narration

HOME = "Welcome.\nTake your time."


@pytest.fixture
def ear() -> Listener:
    return Listener()


@pytest.fixture
def hears(opens: Opens, ear: Listener) -> Iterator[Finger]:
    """A visitor at the home page of a kiosk that reads aloud."""
    finger = opens(speaker=ear)
    finger.taps("Touch anywhere to start", "Read aloud", "Done")
    ear.forget()
    return finger


@pytest.fixture
def asked(opens: Opens, ear: Listener, every_type) -> Finger:
    """The same at the first page of the form with every type."""
    finger = opens(speaker=ear, content=every_type)
    finger.taps("Touch anywhere to start", "Read aloud", "Done", "Get ready for your visit", "Start the questions")
    ear.forget()
    return finger


def presses(finger: Finger, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(finger.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    finger.settle()


def test_without_sound_the_bar_has_six_tools(finger: Finger) -> None:
    assert not finger.sees("Read aloud")
    assert finger.sees("Lower the screen")


def test_one_touch_turns_it_on_and_the_page_is_read(opens: Opens, ear: Listener) -> None:
    finger = opens(speaker=ear)
    finger.taps("Touch anywhere to start")
    assert ear.heard == []
    finger.taps("Read aloud")
    assert ear.last.startswith("Read aloud, Speed: 100 percent, Slower, button")
    finger.taps("Done")
    assert ear.last.startswith(HOME)


def test_pages_are_read_from_their_heading_to_their_last_button(hears: Finger, ear: Listener) -> None:
    hears.taps("Our treatments")
    assert ear.last.startswith("Our treatments, Tap one to see how it works and how it feels., Neuromodulators, button")
    assert ear.last.endswith("Back, button")


def test_every_word_of_the_page_is_said(hears: Finger, ear: Listener) -> None:
    """What a person sees, bar and clinic's name aside, is what a person hears."""
    for page in ("Treatments", "Questions", "Begin", "Paper", "Home"):
        hears.desk.open(page)
        hears.settle()
        seen = {name for name in hears.names() if name not in (hears.desk.clinic, "Screen tools")}
        tools = {"Start over", "Language", "Text size", "Contrast", "Read aloud", "Lower the screen", "Ask for help"}
        assert seen - tools <= set(ear.last.split(", ")) | set(ear.heard), page


def test_a_control_that_is_touched_says_its_name_role_state_and_place(asked: Finger, ear: Listener) -> None:
    asked.desk.voice.agree(True)
    asked.desk.asking.change("thinners")
    asked.settle()
    ear.forget()
    asked.taps("Yes")
    first, *_, last = [call for call in ear.log if call[0] == "say"]
    assert [one.text for one in first[1]] == ["Yes", "option", "not selected", "Question 3 of 10"]
    assert [one.text for one in last[1]][:4] == ["Yes", "option", "selected", "Question 3 of 11"]


def test_a_control_that_keys_reach_is_said(hears: Finger, ear: Listener) -> None:
    hears.find("Common questions").object().forceActiveFocus(Qt.FocusReason.TabFocusReason)
    hears.settle()
    assert ear.last == "Common questions, button, Short, plain answers to what people ask"


def test_an_answer_is_still_said_to_be_chosen_when_its_page_opens_again(asked: Finger, ear: Listener) -> None:
    asked.desk.voice.agree(True)
    asked.desk.asking.change("thinners")
    asked.taps("No", "Next", "Back")
    assert "No, option, selected" in ear.last


def test_the_voice_falls_silent_before_it_speaks_again(hears: Finger, ear: Listener) -> None:
    hears.taps("Our treatments", "Neuromodulators", "Who it helps", "Contrast", "Done", "Back")
    calls = [call[0] for call in ear.log]
    assert calls.count("say") > 8
    assert all(before == "stop" for before, call in pairwise(calls) if call == "say")


def test_a_touch_anywhere_silences_it_before_it_does_anything(hears: Finger, ear: Listener) -> None:
    place = hears.find(HOME).rect().center() - hears.window.position()
    ear.speaking = True
    hears._touch(place)
    assert not ear.speaking
    assert ("say",) not in [call[:1] for call in ear.log]


def test_any_key_but_its_own_silences_it(hears: Finger, ear: Listener) -> None:
    for key, silent in ((Qt.Key.Key_Escape, True), (Qt.Key.Key_P, False), (Qt.Key.Key_R, False)):
        ear.speaking = True
        presses(hears, key)
        assert ear.speaking is not silent


def test_another_language_is_read_from_the_beginning(hears: Finger, ear: Listener) -> None:
    hears.taps("Language")
    said = [call for call in ear.log if call[0] == "say"][-1]
    assert said[2] == "es"
    assert said[1][0].text.startswith("Bienvenido") or said[1][0].text != HOME
    assert "botón" in ear.last


def test_pause_goes_on_where_it_stopped_and_again_says_the_same(hears: Finger, ear: Listener) -> None:
    hears.taps("Our treatments")
    last = ear.last
    hears.desk.voice.pause()
    hears.desk.voice.pause()
    assert [call for call in ear.log if call[0] == "pause"] == [("pause", True), ("pause", False)]
    ear.forget()
    hears.desk.voice.again()
    assert ear.last == last
    hears.taps("Read aloud", "Say it again")
    assert not hears.sees("Done")
    assert ear.last == last


def test_pace_and_loudness_go_step_by_step_to_their_ends(hears: Finger, ear: Listener) -> None:
    hears.taps("Read aloud")
    assert ear.tuned == (100, -18)
    hears.taps("Faster", "Louder")
    assert ear.tuned == (125, -12)
    assert hears.sees("Speed: 125 percent")
    assert hears.sees("Loudness: 5 of 7")
    for _ in range(9):
        hears.desk.voice.faster()
        hears.desk.voice.quieter()
    assert ear.tuned == (200, -36)


def test_the_tables_are_what_is_asked_for() -> None:
    """ACCESS rows 45 and 46."""
    assert (len(RATES), RATES[0], RATES[USUAL_RATE], RATES[-1]) == (7, 50, 100, 200)
    assert list(RATES) == sorted(set(RATES))
    steps = [after - before for before, after in pairwise(GAINS)]
    assert all(0 < step <= 10 for step in steps)
    assert GAINS[0] < GAINS[USUAL_GAIN] < GAINS[-1] <= 0
    assert [round(factor(gain), 3) for gain in (0, -6, -20)] == [1.0, 0.501, 0.1]


def test_everything_about_it_is_forgotten_with_the_visit(hears: Finger, ear: Listener) -> None:
    voice = hears.desk.voice
    hears.taps("Read aloud", "Faster", "Louder", "Others may hear my answers", "Done", "Start over")
    assert (hears.desk.page, ear.speaking) == ("Attract", False)
    assert (voice.on, voice.rate, voice.volume, voice.agreed, voice.paused) == (False, 100, 4, False, False)
    ear.forget()
    hears.taps("Touch anywhere to start")
    assert ear.heard == []


def test_who_turned_it_on_and_went_away_leaves_it_off(opens: Opens, ear: Listener) -> None:
    finger = opens(speaker=ear)
    finger.desk.activity()
    finger.desk.voice.toggle()
    finger.settle()
    assert ear.last.startswith("A quiet look while you wait.")
    ear.speaking = False
    finger.waits(120)
    assert not finger.desk.voice.on


def test_the_speaker_says_no_answer_unless_the_patient_agrees(asked: Finger, ear: Listener) -> None:
    asked.taps("Next")
    asked.types("an")
    fills = [one for one in ear.utterances if one.private]
    assert fills == []
    assert ear.heard.count(narrated_hint()) <= 1
    asked.taps("Read aloud", "Others may hear my answers", "Done")
    ear.forget()
    asked.types("a")
    assert [(one.text, one.spelled, one.private) for one in ear.utterances] == [("a", True, True)]


def narrated_hint() -> str:
    return "Your answers are read aloud only in headphones. Open “Read aloud” below to let the speaker read them too."


def test_nothing_private_ever_reaches_the_speaker_on_a_whole_visit(opens: Opens, ear: Listener) -> None:
    finger = opens(speaker=ear)
    finger.taps("Touch anywhere to start", "Read aloud", "Done", "Get ready for your visit", "Start the questions")
    fills_the_shortest_way(finger)
    code = sends(finger)
    assert [one for one in ear.utterances if one.private] == []
    assert not [text for text in ear.heard if "Ruiz" in text or code in text or text in ("an", "selected")]
    assert ear.heard.count(narrated_hint()) == 1


def test_headphones_hear_the_answers_and_the_code(asked: Finger, ear: Listener) -> None:
    ear.plugs(True)
    fills_every_type(asked)
    assert ("Ana", True) in [(one.text, one.private) for one in ear.utterances]
    sends(asked)
    assert any(one.private and one.text.startswith("Your code is") for one in ear.utterances)
    assert {call[3] for call in ear.log if call[0] == "say" and any(one.private for one in call[1])} == {
        Route.HEADPHONES
    }


def test_the_speaker_says_what_happens_next_but_not_the_code(asked: Finger, ear: Listener) -> None:
    fills_every_type(asked)
    code = sends(asked)
    assert "You do not need to watch this screen." in ear.heard
    assert not [text for text in ear.heard if code in text]


def test_nothing_that_was_said_is_kept_after_the_visit(asked: Finger, ear: Listener) -> None:
    ear.plugs(True)
    asked.taps("Next")
    asked.types("jolkqwav")
    voice = asked.desk.voice
    assert "jolkqwav" in repr((voice._last, voice._seen))
    asked.taps("Start over", "Wipe my answers and start over")
    assert "jolk" not in repr(vars(voice))
    assert not ear.speaking


def test_plugging_headphones_in_turns_it_on_and_pulling_them_out_keeps_answers_from_the_speaker(
    opens: Opens, ear: Listener, every_type
) -> None:
    finger = opens(speaker=ear, content=every_type)
    finger.taps("Touch anywhere to start", "Get ready for your visit", "Start the questions", "Next")
    ear.plugs(True)
    finger.settle()
    assert finger.desk.voice.on
    assert ear.last.startswith("What is your name?")
    finger.types("a")
    assert ("a", True) in [(one.text, one.private) for one in ear.utterances]
    ear.plugs(False)
    assert not ear.speaking
    ear.forget()
    finger.types("n")
    assert [one for one in ear.utterances if one.private] == []


def test_with_headphones_the_speaker_can_be_chosen_and_keeps_answers_to_itself(asked: Finger, ear: Listener) -> None:
    ear.plugs(True)
    asked.taps("Next", "Read aloud", "From the speaker", "Done")
    ear.forget()
    asked.types("a")
    assert [one for one in ear.utterances if one.private] == []
    assert ear.routes <= {Route.SPEAKER}


def test_what_is_typed_is_said_letter_by_letter_and_a_long_text_only_named(asked: Finger, ear: Listener) -> None:
    asked.desk.voice.agree(True)
    asked.taps("Next")
    asked.types("ana")
    typed = [one.text for one in ear.utterances if one.spelled]
    assert typed == ["a", "n", "a"]
    asked.taps("Delete")
    assert [one.text for one in ear.utterances if one.spelled][-1] == "an"
    asked.types("x" * 40)
    field = narration.Thing("Name", narration.Role.EditableText, value="x" * 40)
    assert [one.text for one in narration.said(field)] == ["Name", "text field", "with the text you typed"]


def test_what_is_wrong_with_an_answer_is_said_to_everybody(asked: Finger, ear: Listener) -> None:
    asked.taps("Next", "Next")
    assert not asked.sees("When were you born?")
    assert "Please" in ear.last
    assert not [one for one in ear.utterances if one.private]


def test_listening_keeps_the_visit_awake_but_not_the_curtain(asked: Finger, ear: Listener) -> None:
    asked.taps("Next")
    ear.speaking = True
    asked.waits(200)
    assert not asked.sees("Yes, keep going")
    ear.speaking = False
    asked.waits(120)
    assert asked.sees("Yes, keep going")
    assert ear.last.startswith("Are you\nstill there?, 45 seconds left, If no one taps")
    ear.speaking = True
    asked.waits(45)
    assert asked.desk.page == "Attract"


def test_the_curtain_counts_down_aloud(asked: Finger, ear: Listener) -> None:
    asked.taps("Next")
    ear.speaking = False
    asked.waits(121)
    ear.forget()
    asked.waits(40)
    assert [text for text in ear.heard if "left" in text] == [f"{left} seconds left" for left in (30, 20, 10, 5)]


def test_a_screen_readers_press_is_answered_too(hears: Finger, ear: Listener) -> None:
    hears.find("Our treatments").actionInterface().doAction("Press")
    hears.settle()
    assert ear.last.startswith("Our treatments, ")


def test_answers_are_ticked_for_assistive_software_that_comes_late(asked: Finger) -> None:
    asked.desk.asking.change("thinners")
    asked.taps("Yes")
    QAccessible.setActive(False)
    QAccessible.setActive(True)
    assert asked.find("Yes").state().checked
    assert asked.find("Yes").state().checkable
    asked.taps("Next", "Back")
    assert asked.find("Yes").state().checked
