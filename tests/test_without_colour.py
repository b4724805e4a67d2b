"""What is chosen is seen without any colour, and no icon stands alone (ACCESS rows 13 and 14)."""

from __future__ import annotations

import numpy as np
import pytest
from audit import Scene, audit, ratios, unticked, wordless
from conftest import Opens
from finger import Finger
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QImage
from spoken import Listener
from test_journey_types import PM, at
from test_pictures import patient_pages, pixels, staff_pages, turn_to

SHAPE = 3.0
"""Contrast ratio, in grey, by which a shape is told from its ground (WCAG 1.4.11)."""
LARGE = 250
"""Pixels that a tick, a thick edge or bold letters change at the least: 15 square mm of the reference panel."""


def grey(image: QImage) -> np.ndarray:
    """The picture in greys, three times the same channel, as ``ratios`` takes it."""
    light = pixels(image) @ np.array([0.0722, 0.7152, 0.2126])
    return np.repeat(light.round().astype(np.uint8)[:, :, None], 3, axis=2)


def seen(finger: Finger, name: str) -> np.ndarray:
    """A thing in greys, with the room around it."""
    finger.reaches(name)
    rect: QRect = finger.find(name).rect().translated(-finger.window.position()).adjusted(-4, -4, 4, 4)
    return grey(finger.looks().copy(rect))


def differ(before: np.ndarray, after: np.ndarray) -> int:
    """Pixels of another shape; a pill that has grown by its tick is compared from its right end."""
    wide = min(before.shape[1], after.shape[1])
    return int((ratios(before[:, -wide:], after[:, -wide:]) >= SHAPE).sum())


CHOSEN = {
    "one of": ("thinners", "Yes"),
    "many of": ("conditions", "Diabetes"),
    "none of": ("conditions", "None of these"),
    "not sure": ("thinners", "Not sure"),
    "area": ("areas", "Chin"),
    "category": ("Questions", "Before"),
    "tool": ("Home", "Text size"),
}
"""Each kind of answer and setting: its question or page, and one to choose. A level of a setting is "one of"."""


@pytest.mark.parametrize("contrast", range(4))
@pytest.mark.parametrize("kind", CHOSEN)
def test_what_is_chosen_has_another_shape(patient: Finger, contrast: int, kind: str) -> None:
    place, name = CHOSEN[kind]
    patient.desk.recolour(contrast)
    if place[0].isupper():
        patient.desk.open(place)
    else:
        turn_to(patient, place)
    is_seen_to_be_chosen(patient, name)


@pytest.mark.parametrize("contrast", range(4))
@pytest.mark.parametrize(("key", "name"), [("weight", "kg"), ("wake", PM)], ids=["unit", "half of the day"])
def test_what_is_chosen_beside_a_number_has_another_shape(asked: Finger, contrast: int, key: str, name: str) -> None:
    asked.desk.recolour(contrast)
    is_seen_to_be_chosen(at(asked, key), name)


def is_seen_to_be_chosen(finger: Finger, name: str) -> None:
    before, ticked = seen(finger, name), finger.find(name).state().checked
    finger.taps(name)
    after = seen(finger, name)
    if finger.find(name).role() != QAccessible.Role.Button:  # a tool that is open has its page over the others
        assert (ticked, finger.find(name).state().checked) == (False, True)
    assert differ(before, after) >= LARGE


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_no_icon_stands_alone_and_the_tree_has_what_is_chosen(opens: Opens, size: tuple[int, int]) -> None:
    """Also with the tool that reads aloud, which the matrix has not; the matrix has every size and contrast."""
    finger, found = opens(size=size, speaker=Listener()), {}
    for pages in (patient_pages, staff_pages):
        for page in pages(finger, "en"):
            finger.settle()
            if told := audit(Scene(finger, staff=not finger.desk.patient), (wordless, unticked)):
                found[page] = told
    assert found == {}
