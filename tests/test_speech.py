"""Sentences become clips, clips become what is heard: nothing a patient can meet is without its clip."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SHIPPED, Opens
from finger import Finger
from repository import passes
from spoken import Listener
from test_pictures import patient_pages

from kiosk.content.load import load
from kiosk.domain.library import Library
from kiosk.office.unspoken import unspoken
from kiosk.speech.building import build
from kiosk.speech.clips import FOLDER, VOICE, clips_in, missing, sound_file
from kiosk.speech.composing import Composer
from kiosk.speech.inventory import inventory
from kiosk.speech.letters import figures
from kiosk.speech.loudness import RATE, evened, level, peak
from kiosk.speech.makers import CannotSpeak, Espeak, Hibari, Maker, maker
from kiosk.speech.sayings import Saying, clip_name, sentences
from kiosk.speech.sound import sound

LANGUAGES = ("en", "es")
PLAYS = """
import json, sys, time
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from kiosk.domain.aloud import Route, Utterance
from kiosk.speech.playing import Playing
from kiosk.speech.clips import sound_file
app = QGuiApplication([])
class Tone:
    def sound(self, utterances, language): return sound_file(bytes(2 * 24_000))
playing, took = Playing(Tone()), []
assert playing._player.pitchCompensation()
loop, end = QEventLoop(), QTimer(singleShot=True)
playing._player.mediaStatusChanged.connect(lambda _: None if playing.speaking else loop.quit())
end.timeout.connect(loop.quit)
end.start(20_000)
for rate in (50, 100, 200):
    playing.tune(rate, -18)
    begun = time.monotonic()
    playing.say([Utterance("x")], "en", Route.SPEAKER)
    loop.exec()
    took.append(time.monotonic() - begun)
playing.say([Utterance("x")], "en", Route.SPEAKER)
before = time.monotonic()
spoke = playing.speaking
playing.stop()
print(json.dumps([took, spoke, playing.speaking, time.monotonic() - before]))
playing.close()
"""
"""A second of sound at half, whole and double pace, then a stop. Qt says much when it looks for sound devices."""


class Tone:
    """A voice of one pitch, quick to make."""

    voice = "tone"

    def __init__(self) -> None:
        self.said: list[str] = []

    def make(self, text: str) -> tuple[array[int], int]:
        self.said.append(text)
        return array("h", [3_000, -3_000] * 600), RATE


@pytest.fixture(scope="module")
def library() -> Library:
    return load(SHIPPED).library


@pytest.fixture(scope="module")
def built(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a clip for everything."""
    data = tmp_path_factory.mktemp("data")
    for tag in LANGUAGES:
        build(inventory(library, tag), Tone(), data, lambda _done, _of: None)
    return data


def known(library: Library) -> dict[str, frozenset[str]]:
    return {tag: frozenset(saying.text for saying in inventory(library, tag)) for tag in LANGUAGES}


def said_by(library: Library, language: str, text: str) -> list[str]:
    return [part.text for part in Composer(language, known(library)).parts(text)]


def test_a_text_is_cut_into_its_sentences() -> None:
    assert sentences("One thing.  And “two.” Dr. Ruiz says\nthree? ¡Sí! a. m. or p. m. end") == (
        "One thing.",
        "And “two.”",
        "Dr. Ruiz says three?",
        "¡Sí! a. m. or p. m. end",
    )
    assert sentences("1.  What is your name?") == ("1.", "What is your name?")


def test_a_clip_is_named_by_voice_language_and_text() -> None:
    names = {clip_name(voice, Saying(tag, text)) for voice in ("a", "b") for tag in LANGUAGES for text in ("No", "no")}
    assert len(names) == 8
    assert all(len(name) == 68 and name.endswith(".wav") for name in names)


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "Question 3 of 10", ["Question 3", "of 10"]),
        ("en", "Question 3 of 77", ["Question 3", "of", "77"]),
        ("en", "So far: 3 of 16 questions", ["So far:", "3", "of 16", "questions"]),
        ("en", "45 seconds left", ["45 seconds left"]),
        ("en", "March 14, 1985", ["March", "14", "19", "85"]),
        ("es", "14 de marzo de 1985", ["14", "de", "marzo", "de", "1000", "900", "85"]),
        ("en", "Your code is MAPLE 27", ["Your code is", "MAPLE", "27"]),
        ("es", "Su código es MAPLE 27", ["Su código es", "MAPLE", "27"]),
        ("en", "Español: Toque aquí para empezar", ["Español: Toque aquí para empezar"]),
        ("en", "closed. Crow’s feet, smile and forehead lines", ["closed", "Crow’s feet, smile and forehead lines"]),
        ("en", "q", ["letter q"]),
        ("en", "Contrast · Text size (Contrast)", ["Contrast", "Text size", "Contrast"]),
        ("en", "1.5", ["1", "letter .", "5"]),
        ("en", "Your code is XY 27", ["Your code is", "letter x", "letter y", "27"]),
    ],
)
def test_what_is_put_together_is_said_by_its_parts(
    library: Library, language: str, text: str, parts: list[str]
) -> None:
    found = said_by(library, language, text)
    assert found == parts


@pytest.mark.parametrize(
    ("digits", "english", "spanish"),
    [
        ("7", ["7"], ["7"]),
        ("101", ["100", "1"], ["ciento", "1"]),
        ("340", ["300", "40"], ["300", "40"]),
        ("1985", ["19", "85"], ["1000", "900", "85"]),
        ("2026", ["2", "thousand", "26"], ["2", "mil", "26"]),
        ("007", ["0", "0", "7"], ["0", "0", "7"]),
        ("9785551234", list("9785551234"), list("9785551234")),
    ],
)
def test_numbers_are_said_as_a_language_does(digits: str, english: list[str], spanish: list[str]) -> None:
    assert [list(figures(digits, tag)) for tag in LANGUAGES] == [english, spanish]


def test_every_sentence_of_the_shipped_content_and_interface_has_its_clip(library: Library, built: Path) -> None:
    sayings = [saying for tag in LANGUAGES for saying in inventory(library, tag)]
    assert len(sayings) > 2_000
    assert missing(sayings, built) == ()
    assert unspoken(library, built) == ()


def test_only_what_is_missing_is_made_and_what_nobody_says_goes(library: Library, tmp_path: Path) -> None:
    sayings, voice = inventory(library, "en")[:20], Tone()
    seen: list[tuple[int, int]] = []
    first = build(sayings[:15], voice, tmp_path, lambda done, of: seen.append((done, of)))
    assert (first.made, first.kept, first.removed) == (15, 0, 0)
    assert seen == [(done, 15) for done in range(16)]
    again = build(sayings[5:], voice, tmp_path, lambda _done, _of: None)
    assert (again.made, again.kept, again.removed) == (5, 10, 5)
    assert len(voice.said) == 20
    assert missing(sayings, tmp_path) == sayings[:5]


def test_a_build_that_was_stopped_is_taken_up_again(library: Library, tmp_path: Path) -> None:
    sayings, voice = inventory(library, "en")[:8], Tone()

    def stop(done: int, _of: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(sayings, voice, tmp_path, stop)
    assert clips_in(tmp_path, "en") is None
    (tmp_path / FOLDER / "en" / "half.new").write_bytes(b"RIFF")
    built = build(sayings, voice, tmp_path, lambda _done, _of: None)
    assert (built.made, built.kept, built.removed) == (3, 5, 1)


def test_another_voice_makes_every_clip_anew(library: Library, tmp_path: Path) -> None:
    sayings, other = inventory(library, "en")[:3], Tone()
    build(sayings, Tone(), tmp_path, lambda _done, _of: None)
    other.voice = "deep"
    assert build(sayings, other, tmp_path, lambda _done, _of: None).removed == 3
    assert (tmp_path / FOLDER / "en" / VOICE).read_text() == "deep"


def test_a_sentence_that_was_changed_is_named(library: Library, built: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(built, data)
    clips = clips_in(data, "en")
    assert clips is not None
    clips.path(Saying("en", "Treatments" if "Treatments" in known(library)["en"] else "Contrast")).unlink()
    (problem,) = unspoken(library, data)
    assert (problem.code, problem.level) == ("clip-missing", "warning")
    assert "main.py speech build" in problem.sentence
    assert unspoken(library, tmp_path / "none") == ()


def test_every_clip_is_equally_loud() -> None:
    """ACCESS row 47."""
    for strength, burst in ((60, 1), (3_000, 1), (30_000, 1), (2_000, 12)):
        wave_ = array("h", [strength, -strength] * 4_000)
        wave_[100:140] = array("h", [min(32_000, strength * burst)] * 40)
        even = evened(array("h", [0] * 9_000) + wave_ + array("h", [0] * 9_000), 22_050)
        assert -26 <= level(even) <= -16
        assert peak(even) < -1
        assert 0.3 < len(even) / RATE < 0.6


def a_few(library: Library, language: str) -> list[str]:
    """Sentences from all over what can be heard."""
    return [saying.text for saying in inventory(library, language) if len(saying.text.split()) >= 6][::16]


def spoken(voice: Maker, texts: list[str]) -> float:
    """Words a minute; each clip holds what is asked of it."""
    seconds = 0.0
    for text in texts:
        even = evened(*voice.make(text))
        assert len(even) / RATE > 0.3
        assert -26 <= level(even) <= -16
        assert peak(even) < -1
        seconds += len(even) / RATE
    return sum(len(text.split()) for text in texts) / seconds * 60


@pytest.mark.skipif(importlib.util.find_spec("hibari") is None, reason="the extra “speech” is not installed")
def test_english_is_spoken_at_its_pace(library: Library) -> None:
    """ACCESS row 46: 120 to 125 words a minute over all texts; a few may be a little off."""
    assert 110 <= spoken(Hibari(), a_few(library, "en")) <= 135


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_spanish_is_spoken_at_its_pace(library: Library) -> None:
    assert 110 <= spoken(Espeak("es"), a_few(library, "es")) <= 135


def test_a_language_without_a_voice_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(CannotSpeak, match="apt-get install espeak-ng"):
        maker("es")


def test_a_folder_without_clips_has_no_sound_and_says_why(tmp_path: Path) -> None:
    assert sound(tmp_path).works is False
    assert "speech build" in sound(tmp_path).reason


def test_the_kiosk_without_clips_loads_nothing_that_plays(opens: Opens) -> None:
    finger = opens()
    assert not finger.desk.voice.works
    assert "kiosk.speech.playing" not in sys.modules


@pytest.mark.skipif(importlib.util.find_spec("PySide6.QtMultimedia") is None, reason="the extra is not installed")
def test_it_plays_at_half_and_double_pace_and_stops_at_once() -> None:
    """ACCESS rows 43 and 46; without a sound card Qt's player still keeps time."""
    said = passes(sys.executable, "-c", PLAYS)
    (half, whole, double), spoke, speaking, stopping = json.loads(said.splitlines()[-1])
    assert 1.8 < half < 3.5
    assert 0.9 < whole < 2
    assert 0.4 < double < 1.3
    assert (spoke, speaking) == (True, False)
    assert stopping < 0.2


def test_a_sound_file_is_one_that_others_open(tmp_path: Path) -> None:
    path = tmp_path / "clip.wav"
    path.write_bytes(sound_file(bytes(960)))
    with wave.open(str(path)) as file:
        assert file.getparams()[:4] == (1, 2, RATE, 480)


def utterances(opens: Opens, language: str) -> Iterator[tuple[str, str]]:
    """Everything that is said on every page of the tour: the page, and each utterance."""
    ear = Listener(headphones=True)
    finger: Finger = opens(speaker=ear)
    finger.desk.voice.toggle()
    for name in patient_pages(finger, language):
        finger.settle()
        for one in ear.utterances:
            if not one.spelled:
                yield name, one.text
        ear.forget()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_on_the_tour_is_said_in_words(
    opens: Opens, library: Library, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.domain.claim.code", lambda _secret, _seq: "MAPLE 27")
    composer = Composer(language, known(library))
    heard = list(utterances(opens, language))
    assert len({name for name, _ in heard}) >= 20
    assert {(name, text) for name, text in heard if not composer.says(text)} == set()
