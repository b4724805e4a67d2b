"""What a patient does on the questionnaires of the tests, page by page, by the words on the screen."""

from __future__ import annotations

from finger import Finger
from PySide6.QtCore import QCoreApplication

BEGIN = ("Get ready for your visit", "Start the questions")
SEND = "Send to my care team"
NONE = "None of these"

SHORTEST = (
    "Neuromodulators, such as Botox",
    "",  # no area of the face
    "",  # no hopes
    NONE,  # not pregnant
    NONE,  # no allergies
    NONE,  # no conditions
    NONE,  # no medicines
    "",  # halfway
    "No, never",
    NONE,  # nothing happened to the face
    NONE,  # nothing on the skin now
)
"""What is tapped on each page from the treatments on when nothing applies."""


def introduces(finger: Finger, name: str = "Ana Ruiz", born: str = "04271985") -> None:
    """Types a name and a date of birth, each on its page."""
    finger.types(name)
    finger.taps("Next")
    finger.types(born)
    finger.taps("Next")


def fills_the_shortest_way(finger: Finger, question: str = "how long", name: str = "Ana Ruiz") -> None:
    """From the first question of the shipped form to its review, with one question of the patient's own."""
    introduces(finger, name)
    for answer in SHORTEST:
        if answer:
            finger.taps(answer)
        finger.taps("Next")
    finger.types(question)
    finger.taps("Next")
    signs(finger)
    finger.taps("Next")
    assert finger.sees("Check your answers")


def signs(finger: Finger) -> None:
    """One stroke of the finger in the box."""
    box = finger.find("Box to sign in with your finger").rect().translated(-finger.window.position())
    x, y = box.x(), box.y()
    finger.draws((x + 200, y + 200), (x + 350, y + 80), (x + 400, y + 250), (x + 600, y + 120))


def sends(finger: Finger) -> str:
    """Sends and gives the code."""
    finger.taps(SEND)
    finger.until(lambda: finger.desk.page == "Sent")
    code = finger.desk.asking.code
    assert finger.sees(f"Your code is {code}")
    return code


def fills_every_type(finger: Finger, name: str = "Ana") -> None:
    """From the first page of the form with every type to its review; only what is required."""
    finger.taps("Next")
    introduces(finger, name)
    finger.taps("Next", "Next")
    finger.taps(NONE, "Next", "Next", "Next", "Next", "Next")
    signs(finger)
    finger.taps("Next")
    assert finger.sees("Check your answers")


def in_use(page: str, english: str) -> str:
    """A sentence of a page in the language the screen speaks now."""
    return QCoreApplication.translate(page, english)


def goes_to(finger: Finger, key: str) -> Finger:
    """Leafs on to a question, answering only what is required before it."""
    ways = {
        "name": lambda: finger.types("a"),
        "born": lambda: finger.types("01011990"),
        "conditions": lambda: finger.taps(NONE),
    }
    while finger.desk.asking.key != key:
        ways.get(finger.desk.asking.key, lambda: None)()
        finger.taps("Next")
    return finger


def answer(finger: Finger) -> object:
    return finger.desk.asking.node.answer
