"""The programs that make speech of text, none of which needs a network: hibari for English, espeak-ng for the rest."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import subprocess
from array import array
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

PACE = 0.59
"""hibari's speed at which it says 120 to 125 words a minute (measured over the shipped texts, silence cut off)."""
WORDS = 122
"""espeak-ng's words a minute."""
SEED = 1
"""The same text always makes the same clip."""
VOICES = {"en": "en-us", "es": "es-419", "pt": "pt-br", "zh": "cmn"}
"""espeak-ng's voice for a language, where it is not called like the language."""
PROGRAM = "espeak-ng"
HEADER = 44
"""Bytes before the samples of what espeak-ng writes."""
WAIT = 60
"""Seconds a sentence may take."""


class CannotSpeak(Exception):
    """A language has no voice here; the text says what to install."""


class Maker(Protocol):
    """One voice."""

    @property
    def voice(self) -> str:
        """Its name, part of the name of each clip."""

    def make(self, text: str) -> tuple[array[int], int]:
        """16-bit samples of one channel, and how many there are a second. Raises CannotSpeak."""


@dataclass
class Hibari:
    """The voice inside the ``hibari-tts`` package, English."""

    voice: str = f"hibari heart {PACE}"

    @cached_property
    def _engine(self) -> Any:  # noqa: ANN401 (it has no types)
        return importlib.import_module("hibari").Hibari()  # takes a while, and may not be installed

    def make(self, text: str) -> tuple[array[int], int]:
        heard = self._engine(text, speed=PACE, seed=SEED)
        return array("h", (heard * 32_000).astype("<i2").tobytes()), self._engine.sample_rate


@dataclass
class Espeak:
    """A voice of the espeak-ng program."""

    language: str
    program: str = PROGRAM
    voice: str = field(init=False)

    def __post_init__(self) -> None:
        self.voice = f"espeak-ng {VOICES.get(self.language, self.language)} {WORDS}"

    def make(self, text: str) -> tuple[array[int], int]:
        name = VOICES.get(self.language, self.language)
        line = [self.program, "-v", name, "-s", str(WORDS), "-b", "1", "--stdin", "--stdout"]
        try:
            done = subprocess.run(line, input=text.encode(), capture_output=True, timeout=WAIT, check=False)  # noqa: S603 (its own arguments)
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise CannotSpeak(f"{PROGRAM} does not answer. Install it again, then start once more.") from problem
        if done.returncode or len(done.stdout) <= HEADER:
            raise CannotSpeak(f"{PROGRAM} has no voice for the language “{self.language}”. Install its voices.")
        body = done.stdout[HEADER:]
        return array("h", body[: len(body) // 2 * 2]), int.from_bytes(done.stdout[24:28], "little")


def maker(language: str) -> Maker:
    """The best voice on this machine. Raises CannotSpeak."""
    if language == "en" and importlib.util.find_spec("hibari"):
        return Hibari()
    program = shutil.which(PROGRAM)
    if program:
        return Espeak(language, program)
    raise CannotSpeak(
        f"There is no voice for the language “{language}” on this machine. "
        "On Debian or Ubuntu: sudo apt-get install espeak-ng"
    )
