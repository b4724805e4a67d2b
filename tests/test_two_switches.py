"""Stories of people who press two switches: which is which, and a whole visit with nothing else."""

from __future__ import annotations

import pytest
from conftest import Opens
from finger import Finger
from keyboard import MOVE, SELECT, Key, Keyboard, Switches
from patient import NONE, SEND, SHORTEST
from test_journey_types import AM, KINDS, at

START = "Touch anywhere to start"
TITLE = "Your two switches"


@pytest.fixture
def switches(finger: Finger) -> Switches:
    return Switches(finger)


def begins(switches: Switches) -> None:
    """From the first page, which nobody is at, to the first question."""
    switches.finger.desk.wipe()
    switches.finger.settle()
    switches.settles()
    switches.chooses(START, "Get ready for your visit", "Start the questions")


def ends(switches: Switches) -> None:
    """Sends, and leaves the code."""
    finger = switches.finger
    switches.chooses(SEND)
    finger.until(lambda: finger.desk.page == "Sent")
    assert finger.sees(f"Your code is {finger.desk.asking.code}")
    switches.chooses("Done, clear now")
    assert finger.sees(START)
    assert not finger.desk.switches.known


def test_two_switches_alone_fill_in_the_shipped_questionnaire(switches: Switches) -> None:
    begins(switches)
    switches.types("ana")
    switches.chooses("Next")
    switches.types("04271985")
    switches.chooses("Next")
    for answer in SHORTEST:
        switches.chooses(*([answer] if answer else []), "Next")
    switches.types("how")
    switches.chooses("Next", "Type my name instead")
    switches.types("ana")
    switches.chooses("Next")
    ends(switches)
    assert switches.presses_made < 320  # the README says how many


def test_two_switches_alone_fill_in_every_type_of_question(shared: Opens, every_type: object) -> None:
    switches = Switches(shared(every_type))
    finger = switches.finger
    begins(switches)
    switches.chooses("Next")
    switches.types("ana")
    switches.chooses("Next")
    switches.types("04271985")
    switches.chooses("Next", "Yes", "Next")
    switches.types("x")
    switches.chooses("Next", "Not sure", "Next", NONE, "Next")
    switches.types("8")
    switches.chooses("Next")
    switches.types("1")
    switches.chooses("Decimal point")
    switches.types("7")
    switches.chooses("Next", "Chin", "Neck", "Next")
    switches.types("why")
    switches.chooses("Next", "Type my name instead")
    switches.types("ana")
    switches.chooses("Next")
    answers = finger.says()
    for said in ("ana", "April 27, 1985", "Not sure", "8 cups", "1.7 m", "Chin", "Neck", "why"):
        assert said in answers
    ends(switches)


GIVES = {
    "time": lambda switches: (switches.types("930"), switches.chooses(AM)),
    "dateTime": lambda switches: (switches.types("042720260930"), switches.chooses(AM)),
    "slider": lambda switches: switches.chooses("More", "More"),
    "quantity": lambda switches: (switches.types("61"), switches.chooses("kg")),
    "decimal": lambda switches: (switches.chooses("Plus or minus"), switches.types("5")),
    "integer": lambda switches: switches.types("5"),
    "string": lambda switches: switches.types("5-a"),
    "url": lambda switches: switches.types("a.b/c"),
    "search": lambda switches: searches(switches, found(switches)),
    "gather": lambda switches: switches.chooses("Add one"),
    "date": lambda switches: switches.types(DATES[switches.finger.desk.asking.key]),
}
DATES = {"since": "052020", "year": "2019", "days": "02292020"}


def searches(switches: Switches, title: str) -> None:
    """Types the first letter of an answer and chooses it among those that are left."""
    switches.chooses("Search")
    switches.types(title[0].lower())
    switches.chooses("Done", title)


def found(switches: Switches) -> str:
    """The first answer there is to choose."""
    return switches.finger.desk.asking.options.rows[0].title


@pytest.mark.parametrize("key", [kind for kind in KINDS if kind != "thanks"])
def test_two_switches_answer_every_kind_of_question(asked: Finger, key: str) -> None:
    switches = Switches(asked)
    switches.settles()
    asking = at(asked, key).desk.asking
    give = GIVES.get(asking.kind, lambda switches: switches.chooses(found(switches)))
    give(switches)
    assert asking.key != key or asking.chosen or asking.typed
    assert not asking.problem


def test_the_first_press_asks_which_switch_is_which(switches: Switches) -> None:
    finger = switches.finger
    switches.presses(*MOVE)
    assert switches.at == TITLE
    assert finger.sees("Press the switch that will move the ring.")
    switches.presses(*SELECT)
    assert finger.sees("Now press the switch that will choose.")
    switches.presses(*SELECT)
    assert finger.sees("That switch moves. Now press the other one.")
    switches.presses(*MOVE)
    assert finger.sees("Try them. One moves the ring. The other chooses what is in it.")
    switches.presses(*SELECT)  # this one moves now
    assert switches.at == "They are right"
    switches.presses(*SELECT)
    assert switches.at == "Swap them"
    switches.presses(*MOVE)  # swapped: from here on the first one moves
    switches.chooses("They are right")
    assert finger.desk.cover == ""
    assert finger.desk.switches.known


def test_the_page_that_asks_closes_by_itself(switches: Switches) -> None:
    finger = switches.finger
    switches.presses(*MOVE)
    finger.waits(29)
    assert finger.sees("This closes by itself in 1 seconds.")
    finger.waits(1)
    assert not finger.sees(TITLE)
    assert not finger.desk.switches.known
    switches.presses(*MOVE)
    switches.presses(*MOVE)
    switches.presses(*SELECT)
    finger.waits(30)
    assert not finger.sees(TITLE)
    assert not finger.desk.switches.known


def test_who_has_no_switches_goes_on_without(switches: Switches) -> None:
    switches.presses(*SELECT)
    switches.finger.taps("Go on without switches")
    assert switches.finger.sees("Our treatments")
    switches.presses(*SELECT)
    assert switches.finger.sees(TITLE)


def test_switches_answer_the_curtain(switches: Switches) -> None:
    finger = switches.finger
    begins(switches)
    finger.waits(120)
    switches.chooses("Yes, keep going")
    assert finger.sees("What is your name?") or finger.desk.page == "Question"
    assert not finger.desk.cover


def test_a_row_of_keys_is_entered_and_left(switches: Switches) -> None:
    finger, focus = switches.finger, switches.finger.desk.focus
    begins(switches)
    while focus.row != "Row: q to p":
        switches.presses(*MOVE)
    one = (focus.width, focus.height)
    switches.presses(*SELECT)
    assert (switches.at, focus.row) == ("q", "")
    assert focus.width < one[0] / 8
    switches.presses(*MOVE)
    assert switches.at == "w"
    switches.presses(*SELECT)
    assert finger.desk.asking.typed == "w"
    assert focus.row == "Row: q to p"
    switches.presses(*MOVE)
    switches.presses(*SELECT)
    for _ in range(8):
        switches.presses(*MOVE)
    assert (switches.at, focus.row) == ("l", "")
    switches.presses(*MOVE)
    assert focus.row == "Row: a to l"
    switches.presses(*MOVE)
    assert focus.row == "Row: Capital to Delete"


def test_the_tools_are_one_step(switches: Switches) -> None:
    finger, focus = switches.finger, switches.finger.desk.focus
    begins(switches)
    switches.chooses("Text size", "Small", "Done")
    assert finger.desk.access.size == 0
    assert switches.at == "Text size"
    switches.chooses("Lower the screen")
    assert finger.desk.access.lowered
    assert focus.row.startswith("Row: Start over to")


def test_known_switches_type_no_digits(switches: Switches) -> None:
    begins(switches)
    while switches.item.objectName() != "field":
        switches.presses(*MOVE)
    switches.presses(*SELECT)
    switches.presses(*MOVE)
    assert switches.finger.desk.asking.typed == ""


def test_a_digit_in_a_field_is_a_digit_while_no_switch_is_known(finger: Finger) -> None:
    finger.taps("Get ready for your visit", "Start the questions")
    keys = Keyboard(finger)
    keys.presses(Key.Key_Down)
    keys.writes("12")
    assert finger.desk.asking.typed == "12"
    assert finger.desk.cover == ""
