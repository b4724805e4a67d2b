"""How a visitor sees the screen: language, size, contrast; and the booking code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.settings import RESOURCES
from kiosk.viewmodels.access import Access, own_name
from kiosk.viewmodels.booking import Booking, draw


@pytest.fixture
def access(qapp: object) -> Iterator[Access]:
    made = Access(("en", "es"), RESOURCES / "translations", 4.03)
    yield made
    made.reset()


def test_settings_keep_within_what_there_is(access: Access) -> None:
    for size, kept in ((-1, 0), (9, 3)):
        access.resize(size)
        access.recolour(size)
        assert (access.size, access.contrast) == (kept, kept)
    access.speak("xx")
    assert access.language == "en"
    access.speakNext()
    assert access.language == "es"
    access.speakNext()
    assert access.language == "en"
    assert not access.mirrored


def test_languages_show_under_their_own_names(access: Access) -> None:
    rows = access.languages.rows
    assert [(row.title, row.chosen) for row in rows] == [("English", True), ("Español", False)]
    assert own_name("de") == "Deutsch"
    assert rows[0].invitation != rows[1].invitation


def test_a_language_that_is_left_speaks_no_longer(access: Access) -> None:
    access.speak("es")
    assert QCoreApplication.translate("HomePage", "Our treatments") != "Our treatments"
    access.reset()
    assert QCoreApplication.translate("HomePage", "Our treatments") == "Our treatments"


def test_a_language_that_is_read_from_the_right_mirrors_the_screen(qapp: object) -> None:
    access = Access(("en", "ar"), RESOURCES / "translations", 4.03)
    access.speak("ar")
    assert access.mirrored
    access.reset()
    assert not access.mirrored


@pytest.mark.parametrize("length", [1, 40, 200, 900])
def test_a_code_has_a_whole_module_for_each_of_its_pixels(length: int) -> None:
    picture, modules = draw("https://a.example/" + "x" * length)
    assert picture.startswith("data:image/png;base64,")
    assert (modules - 8 - 17) % 4 == 0


def test_an_address_is_read_without_its_protocol(qapp: object) -> None:
    booking = Booking()
    booking.show("https://a.example/visit/", "A treatment")
    assert (booking.address, booking.title) == ("a.example/visit", "A treatment")
    booking.show("")
    assert (booking.picture, booking.modules, booking.title) == ("", 0, "")
