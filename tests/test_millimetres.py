"""Sizes are true millimetres on every panel, letters large enough for their distance, controls within reach (ACCESS
rows 3, 6 and 48)."""

from __future__ import annotations

import math
import re

import audit
import pytest
from conftest import Opens
from finger import Finger
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from repository import UI
from test_pictures import patient_pages

from kiosk import readiness
from kiosk.settings import BadSettings, parsed, px_per_mm

PANELS = {
    "15.6 in": (1080, 1920, 15.6, (194, 345), 5.56, 111),
    "21.5 in": (1080, 1920, 21.5, (268, 476), 4.03, 81),
    "23.8 in": (1080, 1920, 23.8, (296, 527), 3.64, 73),
    "27 in": (1080, 1920, 27, (336, 598), 3.21, 64),
    "32 in": (1080, 1920, 32, (398, 708), 2.71, 54),
    "15 in": (1024, 768, 15, (305, 229), 3.36, 67),
    "10.1 in": (1280, 800, 10.1, (218, 136), 5.88, 118),
}
"""Panels as they are sold: pixels, diagonal, size in mm, pixels a mm, pixels of 20 mm."""
PRECISE = 0.02
DISTANCE = 600
"""Millimetres from the eyes to the glass."""
ANGLE = math.radians(0.7)
"""Of a capital letter that is still read (EN 301 549, 5.1.4)."""
BOTTOM, HIGHEST = 850, 1220
"""Millimetres from the floor to the glass of the reference panel, and to the highest control (ADA 308)."""


@pytest.mark.parametrize("panel", PANELS)
def test_pixels_a_millimetre_are_those_of_the_panel(panel: str) -> None:
    width, height, inches, millimetres, density, target = PANELS[panel]
    found = px_per_mm(width, height, inches)
    assert found == pytest.approx(density, rel=PRECISE)
    assert (width / found, height / found) == pytest.approx(millimetres, rel=PRECISE)
    assert 20 * found == pytest.approx(target, rel=PRECISE)


@pytest.mark.parametrize("size", [(1080, 1920, 15.6), (1080, 1920, 32), (1280, 800, 10.1)])
def test_what_is_drawn_follows_the_panel(opens: Opens, size: tuple[int, int, float]) -> None:
    finger = opens(size=size[:2])
    density = px_per_mm(*size)
    finger.desk.access.measure(density)
    finger.taps("Touch anywhere to start")
    rect = finger.find("Ask for help").rect()
    assert min(rect.width(), rect.height()) / density >= 20


@pytest.mark.parametrize("inches", ["0", "-21.5", "4.9", "121", "nan", "inf", "true", '"21.5"', "[21.5]"])
def test_a_diagonal_no_panel_has_keeps_the_kiosk_from_starting(tmp_path, inches: str) -> None:
    with pytest.raises(BadSettings, match="from 5 to 120"):
        parsed(tmp_path / "settings.toml", f"inches = {inches}")


def test_the_largest_letters_are_read_from_sixty_centimetres(qapp: QGuiApplication) -> None:
    least = 2 * DISTANCE * math.tan(ANGLE / 2)
    assert least == pytest.approx(7.33, abs=0.01)
    assert audit.CAPITALS[3][0] >= least
    font = QFont("Atkinson Hyperlegible Next")
    theme = (UI / "parts" / "Theme.qml").read_text("utf-8")
    sizes = re.findall(r"property int (\w+): theme\.px\(\[\d+, \d+, \d+, (\d+)\]", theme)
    assert {"label", "body", "lead"} <= {name for name, _ in sizes}
    for name, pixels in sizes:
        font.setPixelSize(int(pixels))
        assert name == "icon" or QFontMetricsF(font).capHeight() / 4.03 >= least, name


def test_readiness_and_audit_mean_the_same_height() -> None:
    """The audit finds a control above this part of the screen; readiness tells where that part is on the wall."""
    assert round(1 - readiness.HIGHEST, 3) == audit.REACH
    assert readiness.LOWERED == 0.5
    assert readiness.REACH == (380, HIGHEST)


def test_on_the_reference_panel_nothing_is_above_what_a_hand_reaches(opens: Opens) -> None:
    finger = opens()
    tall = finger.window.height() / px_per_mm(1080, 1920, 21.5)
    highest = max(top_of(finger, tall) for _page in patient_pages(finger, "en"))
    assert 1100 < highest <= HIGHEST


def top_of(finger: Finger, tall: float) -> float:
    """Millimetres above the floor that the highest control begins at."""
    finger.settle()
    tops = [thing.seen.top() for thing in audit.Scene(finger).controls if thing.touched]
    return BOTTOM + tall * (1 - min(tops) / finger.window.height())
