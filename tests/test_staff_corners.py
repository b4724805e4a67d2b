"""On every page of staff the way back and "Lock now" stand where the hand knows them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from clinic import draft
from conftest import Opens
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from staffwalk import furnish, kiosk_pages

WAYS = {"All visits", "Back", "Cancel", "Do not save", "This kiosk"}
LOCK = "Lock now"


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_the_way_back_and_the_lock_have_the_same_corners_on_every_page(opens: Opens, size: tuple[int, int]) -> None:
    finger = opens(size=size)
    finger.kiosk._furniture.records.keep(draft())
    furnish(finger)
    places: dict[str, dict[tuple[float, ...], list[str]]] = {name: defaultdict(list) for name in ("way", LOCK)}
    locked = 0
    for page in kiosk_pages(finger, "en"):
        finger.settle()
        buttons = {
            thing.text(QAccessible.Text.Name): QRectF(thing.rect())
            for thing in finger.things()
            if thing.role() == QAccessible.Role.Button
        }
        for name in WAYS & buttons.keys():
            places["way"][corner(buttons[name], left=True)].append(f"{page}: {name}")
        if LOCK in buttons:
            places[LOCK][corner(buttons[LOCK], left=False)].append(page)
            locked += 1
        elif finger.desk.staff.open:
            pytest.fail(f"{page} cannot be locked from where it is")
    assert locked > 30
    assert [len(each) for each in places.values()] == [1, 1], places


def corner(rect: QRectF, *, left: bool) -> tuple[float, ...]:
    """The lower corner on that side."""
    return (rect.left() if left else rect.right(), rect.bottom())
