"""The clinic's look from its files: what will do is worn; what will not is told with its line, and is not worn."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Opens
from content_folder import write_folder

from kiosk.content.clinic import glance, read_clinic
from kiosk.content.font import Font, letters_of
from kiosk.content.load import load
from kiosk.content.problem import Mistake
from kiosk.domain.colours import WARM, contrasts, legible, worn
from kiosk.domain.library import Theme
from kiosk.settings import RESOURCES, Settings

FONTS = RESOURCES / "fonts"
BLUE = {"wine": "#08233F", "rose": "#D5E4F2", "blush": "#E4EEF7"}
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">
<rect width="120" height="40" fill="#08233F"/></svg>"""

Themed = Callable[[str], Path]


@pytest.fixture
def themed(tmp_path: Path) -> Themed:
    """A sound content folder with these lines in its table ``[theme]``, a logo and a font beside."""

    def make(lines: str) -> Path:
        folder = write_folder(tmp_path / "content")
        (folder / "pictures" / "logo.svg").write_text(LOGO, encoding="utf-8")
        (folder / "fonts").mkdir()
        shutil.copy(FONTS / "AtkinsonHyperlegibleNext_700Bold.ttf", folder / "fonts" / "Title.ttf")
        with (folder / "clinic.toml").open("a", encoding="utf-8") as file:
            file.write(f"\n[theme]\n{lines}\n")
        return folder

    return make


def line_of(folder: Path, part: str) -> int:
    lines = (folder / "clinic.toml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if line.startswith(part))


def test_a_sound_theme_is_taken_whole(themed: Themed):
    folder = themed(
        'logo = "logo.svg"\ntitle_font = "fonts/Title.ttf"\ncolours = { wine = "#08233f", rose = "#D5E4F2" }'
    )
    loaded = load(folder)
    assert loaded.problems == ()
    theme = loaded.library.clinic.theme
    assert theme == Theme("logo.svg", {"wine": "#08233F", "rose": "#D5E4F2"}, "fonts/Title.ttf")
    assert glance(folder).theme == theme


def test_the_logo_and_the_font_belong_to_the_version(themed: Themed):
    folder = themed('logo = "logo.svg"\ntitle_font = "fonts/Title.ttf"')
    before = load(folder).library.version
    (folder / "pictures" / "logo.svg").write_text(LOGO.replace("120", "121"), encoding="utf-8")
    with_logo = load(folder).library.version
    shutil.copy(FONTS / "AtkinsonHyperlegibleNext_600SemiBold.ttf", folder / "fonts" / "Title.ttf")
    assert len({before, with_logo, load(folder).library.version}) == 3


def test_a_weak_pair_is_told_with_its_figure_and_no_colour_is_worn(themed: Themed):
    folder = themed('[theme.colours]\nrose = "#D5E4F2"\nwine = "#7A3B5C"')
    clinic, problems = read_clinic(folder)
    assert clinic.theme.colours == {}
    assert {(problem.line, problem.code, problem.level) for problem in problems} == {
        (line_of(folder, "wine"), "contrast-low", "error")
    }
    assert any("“inverse” on “wine” is read at 8.0:1; it must be 10:1 or more." in one.sentence for one in problems)


@pytest.mark.parametrize(
    ("lines", "part", "code", "sentence"),
    [
        ('colours = { wine = "#7A3B5C" }', "colours", "contrast-low", "must be 10:1"),
        ('colours = { wnie = "#08233F" }', "colours", "key-unknown", "did you mean “wine”?"),
        ('[theme.colours]\nwine = "navy"', "wine", "wrong-type", "six digits"),
        ("[theme.colours]\nwine = 7", "wine", "wrong-type", "six digits"),
        ('colours = ["#08233F"]', "colours", "wrong-type", "Write colours = {"),
        ('logo = "mark.svg"', "logo", "picture-missing", "“mark.svg”"),
        ('logo = "../clinic.toml"', "logo", "picture-outside", "pictures folder"),
        ('logo = "logo.gif"', "logo", "picture-missing", "logo.gif"),
        ("logo = 7", "logo", "wrong-type", "in quotes"),
        ('lgoo = "logo.svg"', "lgoo", "key-unknown", "did you mean “logo”?"),
        ('title_font = "fonts/Other.ttf"', "title_font", "font-missing", "missing"),
        ('title_font = "../Title.ttf"', "title_font", "font-outside", "content folder"),
        ('title_font = "/etc/Title.ttf"', "title_font", "font-outside", "content folder"),
        ('title_font = "clinic.toml"', "title_font", "font-kind", ".otf"),
        ('title_font = "fonts/Text.ttf"', "title_font", "font-unreadable", "no TrueType"),
        ('title_font = "fonts/Large.ttf"', "title_font", "file-too-large", "1024 KiB"),
        ('title_font = "fonts/Icons.ttf"', "title_font", "font-letters", "lacks letters of “en”"),
    ],
)
def test_what_will_not_do_is_told_at_its_line_and_the_shipped_look_is_worn(
    themed: Themed, lines: str, part: str, code: str, sentence: str
):
    folder = themed(lines)
    (folder / "fonts" / "Text.ttf").write_text("no font", encoding="utf-8")
    (folder / "fonts" / "Large.ttf").write_bytes(b"\0" * (1024 * 1024 + 1))
    shutil.copy(RESOURCES / "icons" / "lucide.ttf", folder / "fonts" / "Icons.ttf")
    clinic, problems = read_clinic(folder)
    assert clinic.theme == Theme()
    assert {(problem.line, problem.code) for problem in problems} == {(line_of(folder, part), code)}
    assert any(sentence in problem.sentence for problem in problems)


def test_an_unsafe_logo_is_not_drawn(themed: Themed):
    folder = themed('logo = "logo.svg"')
    (folder / "pictures" / "logo.svg").write_text(LOGO.replace("<rect", "<script/><rect"), encoding="utf-8")
    clinic, problems = read_clinic(folder)
    assert (clinic.theme.logo, [problem.code for problem in problems]) == ("", ["picture-unsafe"])


def test_the_bundled_fonts_are_read_as_they_are():
    fraunces = Font((FONTS / "Fraunces_400Regular.ttf").read_bytes())
    assert fraunces.family == "Fraunces"
    for language in ("en", "es", "de", "fr", "pt-BR", "xx"):
        assert letters_of(language) <= fraunces.letters


def test_a_broken_font_is_refused_and_never_a_crash():
    whole = (FONTS / "Fraunces_400Regular.ttf").read_bytes()
    chance = random.Random(7)  # noqa: S311
    for _ in range(300):
        broken = bytearray(whole[: chance.choice((len(whole), 400, 4000, chance.randrange(len(whole))))])
        for _ in range(chance.randrange(1, 40)):
            broken[chance.randrange(min(len(broken), 3000))] = chance.randrange(256)
        try:
            Font(bytes(broken))
        except Mistake as refusal:
            assert refusal.code == "font-unreadable"


def test_a_kiosks_own_colours_lie_over_the_clinics_as_long_as_all_is_legible():
    assert legible(BLUE)
    assert worn(BLUE, {})["wine"] == "#08233F"
    assert worn(BLUE, {"paper": "#FFFFFF"}) == {**WARM, **BLUE, "paper": "#FFFFFF"}
    assert worn(BLUE, {"wine": "#777777"}) == {**WARM, **BLUE}
    assert contrasts({"ink": "#777777"})[0].mark == "ink"


def test_the_kiosk_wears_the_clinics_look_and_high_contrast_stays_as_it_is(opens: Opens, themed: Themed):
    folder = themed('logo = "logo.svg"\ntitle_font = "fonts/Title.ttf"\ncolours = { wine = "#08233F" }')
    finger = opens(content=folder)
    look = finger.desk.look
    assert (look.wine, look.paper) == ("#08233F", WARM["paper"])
    assert look.logo == (folder / "pictures" / "logo.svg").as_uri()
    assert look.titleFont == "Atkinson Hyperlegible Next"
    finger.taps("Touch anywhere to start")
    colours = {finger.looks().pixelColor(x, y).name().upper() for x in range(0, 1080, 4) for y in range(40, 120, 4)}
    assert "#08233F" in colours
    finger.desk.recolour(1)
    finger.settle()
    seen = finger.looks()
    assert "#08233F" not in {seen.pixelColor(x, y).name().upper() for x in range(0, 1080, 4) for y in range(0, 1920, 8)}


def test_this_kiosks_own_colours_are_in_force_from_the_start(opens: Opens, data: Path):
    finger = opens()
    kiosk = finger.kiosk
    kiosk.take(Settings(still=True, theme={"wine": "#08233F"}))
    assert kiosk.desk.look.wine == "#08233F"
    finger.desk.begin("")
    kiosk.take(Settings(still=True))
    assert kiosk.desk.look.wine == "#08233F"
    finger.desk.wipe()
    assert kiosk.desk.look.wine == WARM["wine"]


def test_the_kiosks_own_drawings_follow_the_colours(opens: Opens):
    kiosk = opens().kiosk
    assert kiosk.desk.drawing("emblem-book.svg", 0) == (RESOURCES / "drawings" / "emblem-book.svg").as_uri()
    kiosk.take(Settings(still=True, theme={"wine": "#08233F"}))
    drawn = kiosk.desk.drawing("emblem-book.svg", 0)
    assert drawn.startswith("data:image/svg+xml")
    assert ("%2308233F" in drawn, "%234F1430" in drawn) == (True, False)
