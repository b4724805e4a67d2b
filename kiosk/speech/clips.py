"""The clips in the data folder: ``speech/<language>/<hash>.wav``, and beside them the name of the voice."""

from __future__ import annotations

import os
import wave
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from kiosk.speech.loudness import RATE
from kiosk.speech.sayings import Saying, clip_name

FOLDER = "speech"
VOICE = "voice.txt"


@dataclass(frozen=True)
class Clips:
    """The clips of one language in one voice."""

    folder: Path
    voice: str

    def path(self, saying: Saying) -> Path:
        return self.folder / clip_name(self.voice, saying)

    def names(self) -> frozenset[str]:
        """The files that are there."""
        return frozenset(path.name for path in self.folder.glob("*.wav"))

    def keep(self, saying: Saying, samples: array[int]) -> None:
        """Whole or not at all. Raises OSError."""
        path = self.path(saying)
        beside = path.with_suffix(".new")
        beside.write_bytes(sound_file(samples.tobytes()))
        os.replace(beside, path)  # noqa: PTH105 (over what is there)

    def samples(self, saying: Saying) -> bytes:
        """The bare samples of a clip; none when it was taken away."""
        try:
            with wave.open(str(self.path(saying))) as file:
                samples: bytes = file.readframes(file.getnframes())
                return samples
        except (OSError, wave.Error, EOFError):
            return b""


def clips_in(data: Path, language: str) -> Clips | None:
    """The clips of a language in a data folder; None when none were made."""
    folder = data / FOLDER / language
    try:
        return Clips(folder, (folder / VOICE).read_text("utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return None


def missing(sayings: Iterable[Saying], data: Path) -> tuple[Saying, ...]:
    """The sayings that have no clip in a data folder."""
    found: dict[str, tuple[Clips | None, frozenset[str]]] = {}
    absent = []
    for saying in sayings:
        if saying.language not in found:
            clips = clips_in(data, saying.language)
            found[saying.language] = clips, clips.names() if clips else frozenset()
        clips, names = found[saying.language]
        if clips is None or clip_name(clips.voice, saying) not in names:
            absent.append(saying)
    return tuple(absent)


def sound_file(samples: bytes) -> bytes:
    """16-bit samples of one channel as a WAV file."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples)
    return file.getvalue()
