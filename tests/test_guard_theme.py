"""The look holds what it promises: contrast, the height of letters, the bundled fonts, icons that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import SHIPPED
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication
from repository import RESOURCES, UI, VIEWMODELS, screens

from kiosk.content.load import load
from kiosk.domain.colours import LEAST, PAIRS, WARM, legible, ratio

SANS = "Atkinson Hyperlegible Next"
PX_PER_MM = 4.03
"""The reference panel: 21.5 inches, 1080 x 1920."""
BANDS = ((3.5, 4.2), (4.8, 5.6), (6.4, 7.1), (8.5, 9.0))
"""Millimetres a capital is high at Small, Default, Large, Largest (VVSG 2.0, 7.1-G)."""


def colours(part: str) -> dict[str, str]:
    """The colours of a QML file by their meaning, as ``#RRGGBB``."""
    text = (UI / "parts" / f"{part}.qml").read_text("utf-8")
    return dict(re.findall(r'^ {4}(?:property color )?(\w+): "(#[0-9A-Fa-f]{6})"$', text, re.MULTILINE))


def test_warm_colours_are_read_at_ten_to_one() -> None:
    found = colours("Colours")
    assert LEAST == 10
    assert {pair: low for pair in PAIRS if (low := ratio(*(found[name] for name in pair))) < 10} == {}
    assert legible(found)
    assert found == WARM


def test_every_colour_of_a_look_can_be_a_clinics_own() -> None:
    worn = (UI / "parts" / "ClinicColours.qml").read_text("utf-8")
    assert re.findall(r"^ {4}(\w+): clinic\.look\.(\w+)$", worn, re.MULTILINE) == [(name, name) for name in WARM]


def test_contrast_is_measured_as_wcag_says() -> None:
    assert ratio("#000000", "#FFFFFF") == ratio("#FFFFFF", "#000000") == 21
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert ratio("#FF0000", "#00FF00") == pytest.approx(2.91, abs=0.01)


def test_low_contrast_stays_between_its_bounds() -> None:
    found = colours("LowColours")
    assert found.keys() == colours("Colours").keys()
    ratios = {pair: ratio(*(found[name] for name in pair)) for pair in PAIRS}
    assert {pair: each for pair, each in ratios.items() if not 4.5 <= each <= 8} == {}


def test_high_contrast_has_two_colours_and_nothing_between() -> None:
    theme = (UI / "parts" / "Theme.qml").read_text("utf-8")
    pairs = re.findall(r'PlainColours \{ ground: "(#\w{6})"; mark: "(#\w{6})" \}', theme)
    assert [round(ratio(*pair), 2) for pair in pairs] == [21.0, 21.0]
    text = (UI / "parts" / "PlainColours.qml").read_text("utf-8")
    side = dict(re.findall(r"^ {4}(\w+): plain\.(ground|mark)$", text, re.MULTILINE))
    assert side.keys() == colours("Colours").keys()
    assert [pair for pair in PAIRS if side[pair[0]] == side[pair[1]]] == []


def test_colours_stand_in_the_theme_alone() -> None:
    """The curtain behind a cover, and a QR code that must be black on white, are the exceptions."""
    known = {"Cover.qml", "QrCard.qml", "KeyCard.qml", "Theme.qml", "Colours.qml", "LowColours.qml"}
    assert {path.name for path in screens() if re.search(r'"#[0-9A-Fa-f]{6}', path.read_text("utf-8"))} <= known


def capital(pixels: int) -> float:
    """How many millimetres a capital of the bundled font is high at that many pixels."""
    font = QFont(SANS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(pixels)
    return QFontMetricsF(font).capHeight() / PX_PER_MM


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("role", ["label", "body"])
def test_small_print_is_large_enough(role: str) -> None:
    theme = (UI / "parts" / "Theme.qml").read_text("utf-8")
    found = re.search(rf"int {role}: theme\.px\(\[([\d, ]+)\]\[theme\.size\]\)", theme)
    assert found
    heights = [capital(int(pixels)) for pixels in found[1].split(",")]
    assert [low <= high <= top for high, (low, top) in zip(heights, BANDS, strict=True)] == [True] * 4, heights


@pytest.mark.usefixtures("qapp")
def test_no_letters_are_smaller_than_the_small_print() -> None:
    sizes = [
        (path.name, place, int(pixels))
        for path in screens()
        for found in re.findall(r"\[(\d+(?:, \d+){3})\]\[[Tt]heme\.size\]", path.read_text("utf-8"))
        for place, pixels in enumerate(found.split(", "))
    ]
    assert len(sizes) >= 40
    assert [size for size in sizes if capital(size[2]) < BANDS[size[1]][0]] == []


def test_the_application_speaks_in_the_bundled_font(qapp: QGuiApplication) -> None:
    assert QFontInfo(qapp.font()).family() == SANS


@pytest.mark.usefixtures("qapp")
def test_the_bundled_fonts_are_what_the_screens_name() -> None:
    bundled = set()
    for path in [*(RESOURCES / "fonts").glob("*.ttf"), *(RESOURCES / "icons").glob("*.ttf")]:
        bundled.update(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))))
    texts = [path.read_text("utf-8") for path in screens()]
    named = {found for text in texts for found in re.findall(r'font\.family: "([^"]+)"', text)}
    theme = (UI / "parts" / "Theme.qml").read_text("utf-8")
    named |= set(re.findall(r'"(\w[\w ]+)"', " ".join(re.findall(r"string (?:sans|serif): .*", theme))))
    assert {SANS, "Fraunces", "lucide"} == named <= bundled
    assert {family: QFontInfo(QFont(family)).family() for family in named} == {family: family for family in named}


def table() -> dict[str, int]:
    """lucide's own code points."""
    return json.loads((RESOURCES / "icons" / "codepoints.json").read_text("utf-8"))


def glyphs() -> dict[str, int]:
    """The code points the screens carry themselves."""
    text = (UI / "parts" / "glyphs.js").read_text("utf-8")
    return {
        name: int(point, 16) for name, point in re.findall(r'^ {4}"([a-z0-9-]+)": (0x[0-9a-f]+),$', text, re.MULTILINE)
    }


def icons_of(path: Path) -> set[str]:
    """The icon names a QML file says: every word in the value of a property that holds an icon, but no operand."""
    values = re.findall(r"\b(?:name|symbol|before|after|icon): ([^;\n]+)", path.read_text("utf-8"))
    return {word for value in values for word in re.findall(r'(?<![=!]= )"([a-z0-9-]+)"', value)}


def test_every_icon_of_the_screens_has_its_glyph() -> None:
    named = {icon for path in screens() for icon in icons_of(path)}
    rows = (VIEWMODELS / "chart.py").read_text("utf-8")
    named |= set(re.findall(r'NoteRow\("([a-z0-9-]+)"', rows))
    hub = (VIEWMODELS / "admin.py").read_text("utf-8")
    named |= set(re.findall(r'\("[A-Z]\w+", "([a-z0-9-]+)", ', hub))
    assert {"check", "arrow-left", "lock", "octagon-alert", "clipboard-list"} <= named
    assert named - glyphs().keys() == set()


@pytest.mark.usefixtures("qapp")
def test_every_glyph_is_the_one_of_the_icon_font() -> None:
    ours, theirs = glyphs(), table()
    assert len(ours) == (UI / "parts" / "glyphs.js").read_text("utf-8").count(": 0x")
    assert {name: point for name, point in ours.items() if theirs.get(name) != point} == {}
    drawn = QFontMetricsF(QFont("lucide"))
    assert [name for name, point in ours.items() if not drawn.inFontUcs4(point)] == []


def test_every_icon_of_the_content_exists() -> None:
    clinic = load(SHIPPED).library
    languages = clinic.clinic.languages
    named = {fact.icon for tag in languages for treatment in clinic.treatments_in(tag) for fact in treatment.facts}
    assert named
    assert named - table().keys() == set()
