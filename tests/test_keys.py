"""Stories of people with a keyboard or a keypad: what each key does, on every page, and a whole visit by keys alone."""

from __future__ import annotations

import pytest
from conftest import NAME, Opens
from finger import WORDS, Finger
from keyboard import Key, Keyboard
from patient import BEGIN, SEND, SHORTEST, fills_every_type, sends
from PySide6.QtCore import Qt
from spoken import Listener
from test_journey_types import at
from test_pictures import turn_to

from kiosk.settings import BadSettings, Settings, read_settings
from kiosk.viewmodels.voice import Voice

CONTROL = Qt.KeyboardModifier.ControlModifier
PRESSES = (Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Select)
START = "Touch anywhere to start"


@pytest.fixture
def keys(patient: Finger) -> Keyboard:
    """A keyboard at the questionnaire with every type of question."""
    return Keyboard(patient)


def asks(keys: Keyboard, question: str) -> Keyboard:
    turn_to(keys.finger, question)
    keys.finger.settle()
    return keys


def test_a_visit_from_the_first_page_to_the_last_by_keyboard_alone(finger: Finger) -> None:
    finger.desk.wipe()
    keys = Keyboard(finger)
    keys.presses(Key.Key_Return)
    keys.takes(*BEGIN)
    keys.presses(Key.Key_Down)
    keys.writes("Mia Lark")
    assert finger.desk.asking.typed == "Mia Lark"
    keys.presses(Key.Key_Right)
    keys.presses(Key.Key_Down)
    keys.writes("04271985")
    assert finger.reads("April 27, 1985")
    keys.presses(Key.Key_Right)
    for answer in SHORTEST:
        if answer:
            keys.takes(answer)
        keys.presses(Key.Key_Right)
    keys.presses(Key.Key_Down)
    keys.writes("my price, please.")
    keys.presses(Key.Key_Right)
    keys.takes("Type my name instead")
    keys.reaches("Your name", Key.Key_Up)
    keys.writes("mia")
    keys.presses(Key.Key_Right)
    assert finger.sees("Check your answers")
    assert "my price, please." in finger.says()
    keys.presses(Key.Key_Right)
    assert finger.desk.page == "Review"
    keys.takes(SEND)
    finger.until(lambda: finger.desk.page == "Sent")
    keys.takes("Done, clear now")
    assert finger.sees(START)


def test_left_and_right_turn_the_pages(keys: Keyboard) -> None:
    finger = keys.finger
    keys.presses(Key.Key_Right)
    assert finger.desk.asking.key == "name"
    keys.presses(Key.Key_Left)
    assert finger.desk.asking.key == "welcome"
    keys.presses(Key.Key_Left, times=3)
    assert finger.desk.page == "Home"
    keys.presses(Key.Key_Left)
    assert finger.desk.page == "Home"
    keys.presses(Key.Key_Right)
    assert finger.desk.page == "Home"


def test_right_goes_no_further_than_the_button_would(keys: Keyboard) -> None:
    asks(keys, "name").presses(Key.Key_Right)
    assert keys.finger.desk.asking.key == "name"
    assert keys.finger.desk.asking.problem


@pytest.fixture
def asked_of_the_voice(keys: Keyboard, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the keys ask of a voice that is on."""
    asked: list[str] = []
    for name in ("toggle", "pause", "again", "faster", "slower", "louder", "quieter"):
        monkeypatch.setattr(Voice, name, lambda _voice, name=name: asked.append(name))
    monkeypatch.setattr(keys.finger.desk.voice, "_on", True)
    return asked


def test_the_keys_of_speech_reach_the_voice(keys: Keyboard, asked_of_the_voice: list[str]) -> None:
    for key, text in ((",", ","), (".", "."), ("-", "-"), ("=", "="), ("M", "m"), ("P", "p"), ("R", "r")):
        keys.presses(Key(ord(key)), text)
    assert asked_of_the_voice == ["slower", "faster", "quieter", "louder", "toggle", "pause", "again"]
    assert keys.finger.desk.cover == ""


def test_a_title_says_the_page_again(keys: Keyboard, asked_of_the_voice: list[str]) -> None:
    keys.presses(Key.Key_Select)
    assert asked_of_the_voice == ["again"]


def test_without_speech_its_keys_do_nothing_and_r_brings_help(keys: Keyboard) -> None:
    desk = keys.finger.desk
    before = keys.finger.names()
    for letter in ",.-mp":
        keys.writes(letter)
    keys.presses(Key.Key_Equal, "=")
    assert keys.finger.names() == before
    keys.writes("r")
    assert desk.cover == "help"
    keys.writes("r")
    assert desk.cover == ""


def test_l_changes_the_language_and_keeps_the_focus(keys: Keyboard) -> None:
    asks(keys, "thinners").reaches("No")
    before = keys.item
    keys.writes("l")
    assert keys.finger.desk.access.language == "es"
    assert keys.item is before
    keys.writes("l")
    assert keys.finger.desk.access.language == "en"


def test_in_a_field_every_letter_is_a_letter(keys: Keyboard) -> None:
    asks(keys, "name").presses(Key.Key_Down)
    assert keys.item.objectName() == "field"
    keys.writes("lmpr, 12-.=")
    assert keys.finger.desk.asking.typed == "lmpr, 12-.="
    assert (keys.finger.desk.access.language, keys.finger.desk.cover) == ("en", "")
    keys.presses(Key.Key_Backspace, times=10)
    assert keys.finger.desk.asking.typed == "l"


def test_a_letter_of_no_table_goes_to_the_field_from_anywhere(keys: Keyboard) -> None:
    asks(keys, "name")
    keys.writes("a")
    assert (keys.finger.desk.asking.typed, keys.item.objectName()) == ("a", "field")
    keys.writes("m")
    assert keys.finger.desk.asking.typed == "am"
    keys.presses(Key.Key_Up)
    keys.presses(Key.Key_Backspace)
    assert keys.finger.desk.asking.typed == "a"


def test_a_digit_of_no_table_goes_to_the_number_and_letters_do_what_they_do(keys: Keyboard) -> None:
    asks(keys, "cups").writes("8")
    assert keys.finger.desk.asking.typed == "8"
    keys.writes("12x")
    assert keys.finger.desk.asking.typed == "812"
    keys.writes("l")
    assert keys.finger.desk.access.language == "es"


@pytest.mark.parametrize("sign", ".,")
def test_either_sign_is_the_point_of_a_number(keys: Keyboard, sign: str) -> None:
    asks(keys, "height").presses(Key.Key_Down)
    keys.writes(f"1{sign}70")
    assert keys.finger.desk.asking.typed == "1.70"


def test_a_full_part_of_a_date_leads_to_the_next_and_each_can_be_gone_to(keys: Keyboard) -> None:
    asks(keys, "born").presses(Key.Key_Down)
    assert keys.at == "Month"
    keys.writes("04")
    assert keys.at == "Day"
    keys.writes("27")
    assert keys.at == "Year"
    keys.writes("1985")
    assert keys.finger.reads("April 27, 1985")
    keys.reaches("Day", Key.Key_Up)
    keys.writes("28")
    assert keys.finger.reads("April 28, 1985")


def test_a_new_line_is_typed_where_the_form_asks_for_a_text(keys: Keyboard) -> None:
    asks(keys, "own-question").presses(Key.Key_Down)
    keys.writes("a\nb")
    assert keys.finger.desk.asking.typed == "a\nb"
    asks(keys, "name").presses(Key.Key_Down)
    keys.writes("a\nb")
    assert keys.finger.desk.asking.typed == "ab"


def test_questions_are_searched_from_the_keyboard(finger: Finger) -> None:
    finger.desk.open("Questions")
    keys = Keyboard(finger)
    keys.presses(Key.Key_Down)
    keys.writes("needle")
    assert finger.desk.reading.search == "needle"
    keys.presses(Key.Key_Return)
    assert finger.sees("q")
    keys.presses(Key.Key_Backspace, times=6)
    assert finger.desk.reading.search == ""


def test_escape_closes_what_lies_over_the_page_but_not_the_curtain(keys: Keyboard) -> None:
    finger = keys.finger
    asks(keys, "thinners").finger.taps("Text size")
    keys.presses(Key.Key_Escape)
    assert finger.desk.cover == ""
    finger.waits(120)
    for key in (Key.Key_Escape, Key.Key_Left, Key.Key_Right, Key.Key_Down, Key.Key_A):
        keys.presses(key)
    assert finger.desk.cover == "curtain"
    assert finger.desk.secondsLeft < 45


def test_page_keys_read_on(finger: Finger) -> None:
    finger.desk.openTreatment("dermaplaning")
    keys = Keyboard(finger)
    before = finger.find("How it works").rect().y()
    keys.presses(Key.Key_PageDown)
    assert finger.find("How it works").rect().y() < before
    keys.presses(Key.Key_PageUp)
    assert finger.find("How it works").rect().y() == before


def test_tables_are_left_alone_with_control_alt_and_meta(keys: Keyboard) -> None:
    for held in (CONTROL, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier):
        keys.presses(Key.Key_L, "l", held=held)
        keys.presses(Key.Key_R, "r", held=held)
    assert (keys.finger.desk.access.language, keys.finger.desk.cover) == ("en", "")


CONTROLS = (
    ("name", "q"),
    ("thinners", "Yes"),
    ("thinners", "Why we ask"),
    ("thinners", "Not sure"),
    ("conditions", "Diabetes"),
    ("areas", "Chin"),
    ("cups", "8"),
    ("born", "Year"),
    ("thinners", "Contrast"),
    ("thinners", "Next"),
)
"""A control of each kind."""


@pytest.mark.parametrize(("question", "name"), CONTROLS)
def test_enter_space_and_select_press_each_kind_of_control_once_however_long_they_are_held(
    keys: Keyboard, question: str, name: str
) -> None:
    asks(keys, question).reaches(name)
    pressed: list[str] = []
    keys.item.clicked.connect(lambda: pressed.append(name))
    for times, key in enumerate(PRESSES, start=1):
        if name in ("Next", "Contrast") and times > 1:
            break
        keys.presses(key, " ", repeats=6)
        assert len(pressed) == times


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Tab, Key.Key_Right, Key.Key_L, Key.Key_1])
def test_a_held_key_does_its_thing_once(keys: Keyboard, key: Key) -> None:
    asks(keys, "thinners").presses(key, repeats=8)
    desk = keys.finger.desk
    done = {
        Key.Key_Down: keys.at == "Yes",
        Key.Key_Tab: keys.at == "Yes",
        Key.Key_Right: desk.asking.key == "pregnancy",
        Key.Key_L: desk.access.language == "es",
        Key.Key_1: desk.switches.step == "move",
    }
    assert done[key]


def test_a_held_letter_is_one_letter(keys: Keyboard) -> None:
    asks(keys, "name").presses(Key.Key_A, "a", repeats=9)
    assert keys.finger.desk.asking.typed == "a"


def strikes_twice(keys: Keyboard, key: Key, text: str, apart: float) -> None:
    keys.strikes(key, text)
    keys.finger.clock.wait(apart - 1)  # the keyboard lets a second go by before each press
    keys.strikes(key, text)
    keys.finger.settle()


def test_a_key_struck_twice_by_a_tremor_counts_once_where_the_kiosk_is_set_so(keys: Keyboard) -> None:
    guard = keys.finger.kiosk.guard
    asks(keys, "name").presses(Key.Key_Down)
    strikes_twice(keys, Key.Key_A, "a", 0.1)
    assert keys.finger.desk.asking.typed == "aa"
    guard.double_strike = True
    strikes_twice(keys, Key.Key_B, "b", 0.1)
    assert keys.finger.desk.asking.typed == "aab"
    strikes_twice(keys, Key.Key_C, "c", 0.5)
    assert keys.finger.desk.asking.typed == "aabcc"
    keys.strikes(Key.Key_D, "d")
    keys.finger.clock.wait(-0.9)
    keys.strikes(Key.Key_E, "e")
    guard.double_strike = False
    assert keys.finger.desk.asking.typed == "aabccde"


def test_the_setting_is_read_and_holds_at_once_when_it_is_changed(opens: Opens, data: object) -> None:
    kiosk = opens().kiosk
    assert kiosk.guard.double_strike is False
    kiosk.take(Settings(double_strike=True))
    assert kiosk.guard.double_strike is True
    assert Settings().double_strike is False
    (data / "settings.toml").write_text("double_strike = true\n", encoding="utf-8")
    assert read_settings(data).double_strike is True
    (data / "settings.toml").write_text("double_strike = 1\n", encoding="utf-8")
    with pytest.raises(BadSettings, match="true or false"):
        read_settings(data)


def test_the_slider_is_moved_by_its_buttons(asked: Finger) -> None:
    keys = Keyboard(at(asked, "pain"))
    keys.takes("More", "More", "Less", "More")
    assert asked.desk.asking.ratio > 0
    keys.takes("Take my answer back")
    assert asked.desk.asking.ratio == -1
    assert keys.item is not None


def test_a_long_list_is_searched_by_keyboard(asked: Finger) -> None:
    keys = Keyboard(at(asked, "found"))
    whole, first = asked.desk.asking.found, asked.desk.asking.options.rows[0].title
    keys.presses(Key.Key_Down)
    keys.writes(first[0].lower())
    assert 0 < asked.desk.asking.found < whole
    keys.presses(Key.Key_Down)
    keys.reaches(first)
    keys.presses(Key.Key_Return)
    assert asked.chosen(keys.at)


def test_staff_unlock_read_and_lock_by_keyboard_alone_on_the_kiosk(opens: Opens) -> None:
    finger = opens()
    finger.desk.begin("")
    finger.desk.resume()
    keys = Keyboard(finger)
    keys.presses(Key.Key_U, held=CONTROL)
    assert finger.desk.page == "Unlock"
    for letter in WORDS:
        keys.writes(letter)
    keys.presses(Key.Key_Return)
    finger.until(lambda: finger.desk.page == "Visits")
    assert NAME in finger.desk.staff.name
    keys.reaches("This kiosk", Key.Key_Tab)
    keys.presses(Key.Key_Select)
    assert finger.desk.page == "Office"
    assert keys.at == "This kiosk"
    keys.presses(Key.Key_Escape)
    keys.presses(Key.Key_L, held=CONTROL)
    assert finger.sees(START)


def test_with_answers_on_the_screen_no_key_leads_to_the_staff(keys: Keyboard) -> None:
    asks(keys, "name")
    keys.writes("a")
    keys.presses(Key.Key_U, held=CONTROL)
    assert keys.finger.desk.page == "Question"


def test_sending_by_enter_shows_the_code_and_more_time_is_a_key_away(keys: Keyboard) -> None:
    finger = keys.finger
    fills_every_type(finger)
    sends(finger)
    finger.waits(40)
    keys.takes("Give me more time")
    assert finger.desk.secondsLeft == 45


def test_one_key_starts_the_voice_and_it_says_what_the_keys_reach(opens: Opens) -> None:
    ear = Listener()
    finger = opens(speaker=ear)
    finger.desk.begin("")
    keys = Keyboard(finger)
    keys.writes("m")
    assert ear.last.startswith("Welcome.")
    assert "Book on your phone, button" in ear.last
    keys.presses(Key.Key_Down)
    assert ear.last.startswith("Get ready for your visit, button")
    keys.presses(Key.Key_Return)
    assert "Start the questions" in ear.last  # the whole page, from its title on
    whole = ear.last
    keys.presses(Key.Key_Select)
    assert ear.last == whole
    keys.writes(".")
    assert finger.desk.voice.rate > 100
    keys.writes("m")
    assert not finger.desk.voice.on
