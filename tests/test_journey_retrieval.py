"""Stories from the patient's Send to the staff's lock: the clinic's name held, five words, a code, alerts first."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Opens
from finger import NAME, WORDS, Finger
from forms import form, item, words
from patient import BEGIN, introduces, signs
from PySide6.QtGui import QAccessible

from kiosk.domain.form import Band, Form, Item, Option, Score, Type
from kiosk.domain.values import Coding

CLINIC = "Nurse Jayme Aesthetics"
START = "Touch anywhere to start"


def sends_a_visit(finger: Finger) -> str:
    """A patient younger than 18 who takes blood thinners and has a question; the code."""
    finger.taps("Next")
    introduces(finger, "Ana Ruiz", "04272010")
    finger.taps("Yes", "Next")
    finger.types("warfarin")
    finger.taps("Next", "I’d rather say this in the room", "Next", "Cold sores", "Next", "Next", "Next")
    finger.taps("Forehead", "Next")
    finger.types("does it hurt")
    finger.taps("Next")
    signs(finger)
    finger.taps("Next", "Send to my care team")
    finger.until(lambda: finger.desk.page == "Sent")
    code = finger.desk.asking.code
    finger.taps("Done, clear now")
    return code


def types_five_words(finger: Finger, words: str = WORDS) -> None:
    """Three letters of each word, then its completion."""
    for word in words.split():
        finger.types(word[:3])
        if finger.sees(word):
            finger.taps(word)
        else:
            finger.types(word[3:] + " ")


def unlocks(finger: Finger) -> None:
    finger.taps(START)
    finger.calls_staff(CLINIC)
    assert finger.sees("Unlock staff view")
    types_five_words(finger)
    finger.until(lambda: finger.desk.page == "Visits")


def test_from_the_code_to_the_alerts_and_back_to_the_patients(patient: Finger) -> None:
    finger = patient
    code = sends_a_visit(finger)
    unlocks(finger)
    assert not finger.reads("Ana Ruiz")
    finger.taps("Find a visit")
    finger.types(code.lower())
    finger.taps("Open")

    assert finger.sees(code)
    assert finger.sees("Ana Ruiz")
    alerts = [t.text(QAccessible.Text.Name) for t in finger.things() if t.role() == QAccessible.Role.AlertMessage]
    assert [alert.split(":")[0] for alert in alerts] == ["STOP-ASK", "CAUTION", "INFO", "INFO"]
    assert "Younger than 18" in alerts[0]
    assert "Takes blood thinners" in alerts[1]
    assert finger.reads("Will tell you in the room: Are you pregnant?")
    assert finger.reads("does it hurt")
    assert finger.reads("warfarin")
    assert finger.reads("Forehead")
    first = min(t.rect().top() for t in finger.things() if t.role() == QAccessible.Role.AlertMessage)
    assert first < finger.find("4. Which one?: warfarin").rect().top()

    assert finger.sees("Identity not verified")
    finger.taps("Name and birth date checked")
    assert finger.sees(f"Checked by {NAME}")
    finger.taps("Mark as reviewed")
    assert finger.sees(f"Reviewed, {NAME}")
    head = finger.record()[0].head
    assert (head.identity_by, head.reviewed_by) == (NAME, NAME)

    finger.taps("Lock now")
    assert finger.sees(START)
    for answer in (code, "Ana Ruiz", "warfarin", "does it hurt", "blood thinners"):
        assert answer not in finger.says(hidden=True)
    assert finger.desk.staff._identity is None


def test_a_deserted_staff_view_locks_itself_and_counts_down(patient: Finger) -> None:
    finger = patient
    code = sends_a_visit(finger)
    unlocks(finger)
    finger.taps(code)
    finger.waits(110)
    assert finger.reads("Locks in 0:10")
    finger.draws((540, 900))
    finger.waits(119)
    assert finger.sees("Ana Ruiz")
    finger.waits(1)
    assert finger.sees(START)
    assert "Ana Ruiz" not in finger.says(hidden=True)


def test_wrong_words_are_said_to_be_wrong_and_can_be_typed_again(patient: Finger) -> None:
    finger = patient
    finger.desk.wipe()
    finger.taps(START)
    finger.calls_staff(CLINIC)
    types_five_words(finger, "river apple fifty stone cloud")
    finger.until(lambda: not finger.desk.staff.busy)
    assert finger.sees(finger.desk.staff.problem)
    assert finger.desk.page == "Unlock"
    assert not any(word in finger.says() for word in WORDS.split())
    types_five_words(finger)
    finger.until(lambda: finger.desk.page == "Visits")
    finger.taps("Lock now")


def test_the_name_is_held_for_three_whole_seconds(finger: Finger) -> None:
    finger.desk.wipe()
    finger.holds(CLINIC, 1.0)
    assert finger.desk.page == "Attract"
    finger.holds(CLINIC, 3.2)
    assert finger.sees("Unlock staff view")
    finger.taps("Back to the patient screen")
    assert finger.sees(START)


def test_staff_cannot_be_called_over_the_answers_of_a_patient(patient: Finger) -> None:
    patient.taps("Next")
    patient.types("a")
    patient.taps("Back", "Back")
    patient.calls_staff(CLINIC)
    assert patient.sees("Start the questions")
    assert patient.desk.holdsAnswers


def test_a_deserted_unlock_page_goes_back_to_the_patients(finger: Finger) -> None:
    finger.calls_staff(CLINIC)
    finger.types("fif")
    finger.waits(120)
    assert finger.sees(START)
    assert not finger.sees("fifty")


def test_without_keys_the_questions_are_kindly_closed_until_they_are_set_up(opens: Opens, tmp_path: Path) -> None:
    finger = opens(folder=tmp_path / "new")
    finger.taps(START)
    assert finger.tells("Get ready for your visit") == "The questions are not open yet. The front desk is glad to help."
    finger.taps("Get ready for your visit")
    assert finger.sees("Not open yet")
    assert finger.reads("The front desk can give you the questions on paper.")

    finger.calls_staff(CLINIC)
    finger.types("Nurse Park")
    finger.taps("Next")
    shown = [name.partition(", ")[2] for name in finger.names() if name[:3] in ("1, ", "2, ", "3, ", "4, ", "5, ")]
    assert len(shown) == 5
    finger.taps("I wrote them down")
    types_five_words(finger, " ".join(shown))
    assert finger.reads("Whoever has it can read every answer.")
    assert finger.desk.founding.recovery.startswith("AGE-SECR ET-KEY-1")
    finger.taps("I have it on paper")
    finger.until(lambda: finger.sees("Done"))
    finger.taps("Done", START, *BEGIN)
    assert finger.sees("What is your name?")

    finger.taps("Back", "Back")
    finger.calls_staff(CLINIC)
    types_five_words(finger, " ".join(shown))
    finger.until(lambda: finger.desk.page == "Visits")


@pytest.mark.parametrize("typed", ["zebra99", "maple", "99"])
def test_a_code_nobody_has_is_said_to_be_unknown(finger: Finger, typed: str) -> None:
    finger.desk.wipe()
    unlocks(finger)
    finger.taps("Find a visit")
    finger.types(typed)
    finger.taps("Open")
    assert finger.sees("No visit has this code. Please check it.")


def weighed(id: str, asked: str) -> Item:
    options = tuple(
        Option(Coding(str(weight)), words(label), weight=Decimal(weight))
        for weight, label in enumerate(("Not at all", "Several days", "Every day"))
    )
    return Item(id, Type.CHOICE, words(asked), options=options)


def mood() -> Form:
    """Two questions and what they add up to."""
    bands = (Band(words("Mild"), most=Decimal(2)), Band(words("Moderate"), Decimal(3)))
    questions = (weighed("down", "Feeling down?"), weighed("worried", "Feeling worried?"))
    total = item("total", Type.INTEGER, "Mood total", score=Score(("down", "worried"), bands))
    return form(*questions, total)


def test_a_score_is_for_staff_only(opens: Opens) -> None:
    finger = opens()
    kiosk = finger.kiosk
    kiosk.asking.furnish(mood(), kiosk._furniture.records, kiosk._compose)
    finger.taps(START, *BEGIN)
    finger.taps("Several days", "Next", "Every day", "Next")
    assert finger.sees("Check your answers")
    assert finger.reads("Every day")
    assert not finger.reads("Mood total")
    finger.taps("Send to my care team")
    finger.until(lambda: finger.desk.page == "Sent")
    code = finger.desk.asking.code
    assert not finger.reads("Mood total")
    finger.taps("Done, clear now")
    unlocks(finger)
    finger.taps("Find a visit")
    finger.types(code.lower())
    finger.taps("Open")
    assert finger.sees("Mood total: 3, Moderate")
    assert finger.sees("2 in all")
    assert finger.sees("2. Feeling worried?: Every day")
