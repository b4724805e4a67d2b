"""The settings file as the program changes it: what a person wrote stays, a mistake or a full disk changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import BadSettings, Settings, read_settings
from kiosk.store import settings_file
from kiosk.store.settings_file import change

WRITTEN = """\
# Front room, measured by Ana
inches = 23.8   # the new glass
still = true

papers = ["/srv/charts"]
"""


def test_comments_and_everything_else_stay(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text(WRITTEN, encoding="utf-8")
    after = change(tmp_path, {"inches": 32.0, "curtain": 30, "languages": ["es"]})
    assert after == read_settings(tmp_path)
    assert (after.inches, after.curtain, after.languages, after.still) == (32.0, 30, ("es",), True)
    text = file.read_text("utf-8")
    assert text.startswith(WRITTEN.replace("23.8", "32.0"))
    assert change(tmp_path, {"languages": None, "curtain": None}).languages == ()
    assert file.read_text("utf-8").rstrip() == WRITTEN.replace("23.8", "32.0").rstrip()


def test_a_file_is_made_when_there_is_none_and_left_when_nothing_changes(tmp_path: Path):
    assert change(tmp_path, {"curtain": 45}) == Settings()
    assert not (tmp_path / "settings.toml").exists()
    change(tmp_path, {"kiosk": "Front “room”"})
    assert read_settings(tmp_path).kiosk == "Front “room”"
    (tmp_path / "settings.toml").write_bytes(b"\xef\xbb\xbf# by Windows\r\nstill = true\r\n")
    assert change(tmp_path, {"curtain": 20}) == Settings(still=True, curtain=20)


@pytest.mark.parametrize("changes", [{"curtain": 19}, {"kiosk": ""}, {"inches": 4}, {"screen": 1}])
def test_a_value_that_will_not_do_changes_nothing(tmp_path: Path, changes: dict[str, object]):
    (tmp_path / "settings.toml").write_text(WRITTEN, encoding="utf-8")
    with pytest.raises(BadSettings):
        change(tmp_path, changes)
    assert (tmp_path / "settings.toml").read_text("utf-8") == WRITTEN


def test_a_broken_file_is_told_and_left(tmp_path: Path):
    (tmp_path / "settings.toml").write_text("still = ", encoding="utf-8")
    with pytest.raises(BadSettings, match="Mend it there"):
        change(tmp_path, {"curtain": 20})
    assert (tmp_path / "settings.toml").read_text("utf-8") == "still = "


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "settings.toml").write_text(WRITTEN, encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_file, "write_durably", full)
    with pytest.raises(OSError, match="No space"):
        change(tmp_path, {"curtain": 20})
    assert (tmp_path / "settings.toml").read_text("utf-8") == WRITTEN


def test_only_the_clinics_languages_are_offered():
    clinics = ("en", "es", "pt")
    assert Settings().spoken(clinics) == clinics
    assert Settings(languages=("es", "fr", "en")).spoken(clinics) == ("es", "en")
    assert Settings(languages=("fr",)).spoken(clinics) == clinics
