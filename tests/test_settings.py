"""The settings file of a machine: what it may say, and the sentence about each mistake in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import BadSettings, Settings, default_data, px_per_mm, read_settings

FULL = """\
kiosk = "Front room"
inches = 21.5
papers = ["~/charts", "scans"]
still = true
"""


def test_without_a_file_there_are_defaults(tmp_path: Path):
    assert read_settings(tmp_path) == Settings("kiosk", None, (), False)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "as Windows' editor saves it"])
def test_everything_the_file_may_say(tmp_path: Path, mark: str):
    (tmp_path / "settings.toml").write_text(mark + FULL, encoding="utf-8")
    papers = (Path.home() / "charts", Path("scans"))
    assert read_settings(tmp_path) == Settings("Front room", 21.5, papers, True)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"still = true\nkiosk = \n", "line 2"),
        (b"still = true\nstill = false\n", "Cannot overwrite a value"),
        (b'screen = "big"', "no setting 'screen'; there are kiosk, inches, papers, still"),
        (b"kiosk = 7", "'kiosk' must be a name"),
        (b'kiosk = "  "', "'kiosk' must be a name"),
        (b'kiosk = "a\\nb"', "'kiosk' must be a name"),
        (b'kiosk = "' + b"k" * 41 + b'"', "1 to 40 letters"),
        (b"inches = true", "'inches' must be"),
        (b"inches = 4.9", "from 5 to 120"),
        (b"inches = nan", "from 5 to 120"),
        (b'inches = "32"', "'inches' must be"),
        (b'papers = "/charts"', "'papers' must be a list"),
        (b"papers = [1]", "'papers' must be a list"),
        (b'papers = [""]', "'papers' must be a list"),
        (b"still = 1", "'still' must be true or false"),
        (b"quiet_answers = 119", "seconds from 120 to 300"),
        (b"quiet_reading = 301", "seconds from 60 to 300"),
        (b"curtain = 46", "seconds from 20 to 45"),
        (b"curtain = 20.5", "'curtain' must be a whole number"),
        (b"languages = 'en'", "'languages' must be a list"),
        (b"languages = [1]", "'languages' must be a list"),
        (b"still = \xff", "cannot be read"),
        (b"papers = " + b"[" * 5000, "cannot be read"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_what_to_do(tmp_path: Path, text: bytes, sentence: str):
    path = tmp_path / "settings.toml"
    path.write_bytes(text)
    with pytest.raises(BadSettings) as told:
        read_settings(tmp_path)
    assert str(told.value).startswith(str(path))
    assert sentence in str(told.value)
    assert "delete" in str(told.value)
    assert str(told.value).endswith(".")


def test_a_folder_of_that_name_is_no_settings_file(tmp_path: Path):
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(BadSettings, match="cannot be read"):
        read_settings(tmp_path)


def test_the_usual_folder_bears_the_programs_name():
    assert default_data().name == "waiting-room-kiosk"
    assert default_data().is_absolute()


def test_pixels_a_millimetre_follow_from_the_diagonal():
    assert px_per_mm(300, 400, 500 / 254) == pytest.approx(10)
