"""Stories of people who book with their own phone: what the phone's camera reads on the screen."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from conftest import Opens
from content_folder import write_folder
from finger import Finger
from PIL import Image, ImageFilter
from PySide6.QtGui import QImage

CODE = "Code that opens the booking page"
QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""


def picture(finger: Finger) -> Image.Image:
    """The screen in levels of grey."""
    image = finger.looks().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return Image.fromarray(grey[:, : image.width()].copy())


def scanned(image: Image.Image) -> list[str]:
    """What a phone reads."""
    return [code.text for code in zxingcpp.read_barcodes(np.asarray(image))]


def as_seen(image: Image.Image) -> dict[str, Image.Image]:
    """A picture as phones see it: plain, from afar, out of focus, held at an angle, through bad glass."""
    half = image.resize((image.width // 2, image.height // 2), Image.Resampling.BILINEAR)
    return {
        "plain": image,
        "half": half,
        "blurred": image.filter(ImageFilter.GaussianBlur(2)),
        "turned": image.rotate(15, resample=Image.Resampling.BICUBIC, fillcolor=200),
        "half and blurred": half.filter(ImageFilter.GaussianBlur(1)),
    }


@pytest.mark.parametrize("contrast", range(4))
def test_a_phone_reads_the_clinics_address_in_every_contrast(finger: Finger, contrast: int) -> None:
    finger.desk.recolour(contrast)
    finger.taps("Book on your phone")
    for seen, image in as_seen(picture(finger)).items():
        assert scanned(image) == ["https://booking.example/nurse-jayme"], seen
    assert finger.sees("booking.example/nurse-jayme")


@pytest.mark.parametrize("size", range(4))
@pytest.mark.parametrize("lowered", [False, True])
def test_a_phone_reads_it_at_every_text_size(finger: Finger, size: int, lowered: bool) -> None:
    finger.desk.resize(size)
    if lowered:
        finger.desk.lower()
    finger.desk.book()
    finger.reaches(CODE)
    assert scanned(picture(finger)) == ["https://booking.example/nurse-jayme"]


def test_a_phone_reads_it_on_a_screen_that_lies(opens: Opens) -> None:
    finger = opens(size=(1920, 1080))
    finger.taps("Touch anywhere to start", "Book on your phone")
    finger.reaches(CODE)
    assert scanned(picture(finger)) == ["https://booking.example/nurse-jayme"]


def test_each_treatment_has_its_own_address(opens: Opens, tmp_path) -> None:
    content = write_folder(tmp_path / "content")
    peel = content / "treatments" / "blade.en.md"
    peel.write_text(peel.read_text(encoding="utf-8").replace("booking: https://book.maplestreet.clinic/peel\n", ""))
    finger = opens(content=content)
    finger.taps("Touch anywhere to start")
    for key, address in (
        ("peel", "https://book.maplestreet.clinic/peel"),
        ("blade", "https://book.maplestreet.clinic/visit"),
    ):
        finger.desk.openTreatment(key)
        finger.taps("Book this")
        assert finger.sees("Gentle peel")
        assert scanned(picture(finger)) == [address]
        finger.taps("Back")
        assert finger.sees("Book this")
    finger.desk.open("Home")
    finger.taps("Book on your phone")
    assert scanned(picture(finger)) == ["https://book.maplestreet.clinic/visit"]
    assert not finger.sees("Gentle peel")


@pytest.mark.parametrize("size", range(4))
@pytest.mark.parametrize("contrast", range(4))
def test_the_code_is_large_and_has_white_around_it(finger: Finger, size: int, contrast: int) -> None:
    finger.desk.resize(size)
    finger.desk.recolour(contrast)
    finger.taps("Book on your phone")
    finger.reaches(CODE)
    modules, item = finger.desk.booking.modules, finger.find(CODE).object()
    module = item.width() / modules
    assert module == int(module)
    assert (modules - 2 * QUIET) * module / finger.desk.access.pxPerMm >= 40
    rect = finger.find(CODE).rect().translated(-finger.window.position())
    grey = np.asarray(picture(finger))[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1]
    dark = np.argwhere(grey < 128)
    quiet = int(QUIET * module)
    assert (dark.min(axis=0) == quiet).all()
    assert (dark.max(axis=0) == np.array(grey.shape) - quiet - 1).all()
    assert set(np.unique(grey)) == {0, 255}


def test_where_a_booking_page_was_opened_is_part_of_the_visit_only(finger: Finger) -> None:
    finger.taps("Book on your phone")
    assert finger.desk._stay.visit.read == ("booking",)
    finger.taps("Start over")
    assert finger.desk.booking.picture == ""
    assert finger.desk._stay.visit.read == ()
