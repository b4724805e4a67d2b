"""The keyboard in the scene has every letter of each language that the kiosk speaks."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from conftest import SHIPPED, Opens
from finger import PLANES, Finger
from PySide6.QtCore import QCoreApplication
from repository import RESOURCES
from test_pictures import turn_to

from kiosk.content.load import load

LANGUAGES = load(SHIPPED).library.clinic.languages


def keyed(finger: Finger) -> set[str]:
    """Every sign that a key types, on all three planes."""
    signs = set(finger.names())
    for plane in PLANES:
        finger.taps(QCoreApplication.translate("Keyboard", plane))
        signs |= set(finger.names())
    return {sign for sign in signs if len(sign) == 1}


def lettered(language: str) -> set[str]:
    """The letters of everything the interface says in a language, small."""
    tag, part = ("es", "source") if language == "en" else (language, "translation")
    root = ElementTree.parse(RESOURCES / "translations" / f"kiosk_{tag}.ts").getroot()  # noqa: S314 (our own file)
    return {letter for words in root.iter(part) for letter in (words.text or "").lower() if letter.isalpha()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_has_every_letter_of_the_language(opens: Opens, language: str) -> None:
    finger = opens()
    finger.desk.begin(language)
    finger.desk.resume()
    turn_to(finger, "patient-name")
    letters = lettered(language)
    assert len(letters) >= 26
    assert letters <= keyed(finger)
