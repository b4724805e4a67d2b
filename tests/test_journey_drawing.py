"""Stories of patients who touch the drawing of a face, and who sign."""

from __future__ import annotations

import pytest
from finger import Finger
from patient import answer, goes_to, signs

from kiosk.domain.values import Signature

FACE = "Drawing of a face. The list beside it has the same areas."
BOX = "Box to sign in with your finger"


def spot(finger: Finger, name: str) -> tuple[int, int]:
    """Where an area's number stands on the drawing, in the window."""
    rect, box = finger.find(FACE).rect(), finger.desk.asking.box
    row = next(row for row in finger.desk.asking.areas.rows if row.title == name)
    zoom = min(rect.width() / box.width(), rect.height() / box.height())
    left = rect.x() + (rect.width() - box.width() * zoom) / 2
    top = rect.y() + (rect.height() - box.height() * zoom) / 2
    return round(left + (row.centreX - box.x()) * zoom), round(top + (row.centreY - box.y()) * zoom)


def test_the_drawing_and_the_list_choose_the_same(patient: Finger) -> None:
    finger = goes_to(patient, "areas")
    names = [row.title for row in finger.desk.asking.areas.rows]
    for name in names:
        finger.draws(spot(finger, name))
        assert finger.chosen(name), name
    by_drawing = answer(finger)
    for name in names:
        finger.draws(spot(finger, name))
    assert answer(finger) == ()
    finger.taps(*reversed(names))
    assert answer(finger) == by_drawing
    assert finger.sees("Areas chosen: 11")


def test_a_touch_far_from_every_number_chooses_nothing(patient: Finger) -> None:
    finger = goes_to(patient, "areas")
    rect = finger.find(FACE).rect()
    finger.draws((rect.x() + 5, rect.y() + 5))
    assert answer(finger) == ()


def test_a_signature_is_drawn_cleared_and_drawn_again(patient: Finger) -> None:
    finger = goes_to(patient, "signature")
    signs(finger)
    (first,) = answer(finger)
    assert isinstance(first, Signature)
    assert (first.strokes.count("M"), first.typed) == (1, "")
    assert finger.sees("Your signature, drawn")
    box = finger.find("Your signature, drawn").rect()
    finger.draws((box.x() + 100, box.y() + 300), (box.x() + 300, box.y() + 310))
    assert answer(finger)[0].strokes.count("M") == 2
    finger.taps("Clear")
    assert answer(finger) == ()
    assert finger.sees(BOX)


def test_a_quick_second_stroke_counts(patient: Finger) -> None:
    finger = goes_to(patient, "signature")
    box = finger.find(BOX).rect()
    for x in (100, 110):
        finger.clock.wait(-0.9)
        finger.draws((box.x() + x, box.y() + 100), (box.x() + x, box.y() + 200))
    assert answer(finger)[0].strokes.count("M") == 2


def test_a_signature_stays_in_its_box(patient: Finger) -> None:
    finger = goes_to(patient, "signature")
    box = finger.find(BOX).rect()
    finger.draws(*((box.x() + x, box.y() + y) for x, y in ((100, 100), (700, -300), (1600, 200), (-200, 900))))
    places = [float(part.strip("ML")) for part in answer(finger)[0].strokes.split()]
    assert all(0 <= x <= 1000 for x in places[0::2])
    assert all(0 <= y <= 400 for y in places[1::2])


@pytest.mark.parametrize("size", range(4))
def test_signing_at_any_text_size_moves_the_pen_and_not_the_page(patient: Finger, size: int) -> None:
    finger = goes_to(patient, "signature")
    finger.desk.access.resize(size)
    finger.reaches(BOX)
    box = finger.find(BOX).rect()
    finger.draws(*((box.x() + 200, box.y() + box.height() // 2 + step) for step in range(0, -150, -15)))
    assert finger.find("Your signature, drawn").rect() == box
    assert answer(finger)[0].strokes.count("L") == 9


def test_a_touch_alone_is_no_signature(patient: Finger) -> None:
    finger = goes_to(patient, "signature")
    finger.taps(BOX, "Next")
    assert finger.sees("We need this one. Please answer it, or ask for help.")


def test_a_name_may_be_typed_instead(patient: Finger) -> None:
    finger = goes_to(patient, "signature")
    signs(finger)
    finger.taps("Type my name instead")
    assert answer(finger) == ()
    finger.types("Ana")
    assert answer(finger) == (Signature(typed="Ana"),)
    finger.taps("Next", "Back")
    assert finger.tells("Your name") == "Ana"
    finger.taps("Delete", "Delete", "Delete")
    finger.types("Eva")
    finger.taps("Sign with your finger")
    assert answer(finger) == ()
    assert finger.sees(BOX)
