"""How a colour is taken apart and mixed again."""

from __future__ import annotations

import pytest

from kiosk.domain.colours import PAIRS, WARM, Contrast
from kiosk.viewmodels.paintbox import MAIN, figure, mixed, parts, titles


@pytest.mark.parametrize("name", MAIN)
def test_a_colour_mixed_from_its_parts_is_nearly_itself(name: str):
    again = mixed(parts(WARM[name]))
    assert max(abs(int(again[at : at + 2], 16) - int(WARM[name][at : at + 2], 16)) for at in (1, 3, 5)) <= 3


def test_the_ends_are_black_white_and_pure():
    assert mixed({"hue": 200, "strength": 40, "light": 0}) == "#000000"
    assert mixed({"hue": 200, "strength": 40, "light": 100}) == "#FFFFFF"
    assert mixed({"hue": 0, "strength": 100, "light": 50}) == "#FF0000"
    assert parts("#FF0000") == {"hue": 0, "strength": 100, "light": 50}


def test_what_falls_short_of_ten_never_shows_as_ten():
    assert figure(Contrast("ink", "paper", 9.9999)) == "9.9:1"
    assert figure(Contrast("ink", "paper", 10.0)) == "10.0:1"


@pytest.mark.usefixtures("qapp")
def test_every_colour_of_a_pair_has_a_name():
    assert titles().keys() == WARM.keys() == {name for pair in PAIRS for name in pair}
