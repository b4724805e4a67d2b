"""Makes the clips that are missing and removes those that nothing says any more; may be stopped and taken up again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.speech.clips import FOLDER, VOICE, Clips
from kiosk.speech.letters import readings
from kiosk.speech.loudness import evened
from kiosk.speech.makers import Maker
from kiosk.speech.sayings import Saying, clip_name

Progress = Callable[[int, int], None]
"""How many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was done: clips made now, kept from before and removed; ``size`` in bytes of all that are there."""

    made: int
    kept: int
    removed: int
    size: int


def build(sayings: Sequence[Saying], maker: Maker, data: Path, progress: Progress) -> Built:
    """The clips of one language. Raises OSError or CannotSpeak; what was made until then stays."""
    language = sayings[0].language
    folder = data / FOLDER / language
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    clips, spoken = Clips(folder, maker.voice), readings(language)
    there = clips.names()
    wanted = {clip_name(maker.voice, saying): saying for saying in sayings}
    lacking = [saying for name, saying in wanted.items() if name not in there]
    for done, saying in enumerate(lacking):
        progress(done, len(lacking))
        clips.keep(saying, evened(*maker.make(spoken.get(saying.text, saying.text))))
    progress(len(lacking), len(lacking))
    (folder / VOICE).write_text(maker.voice, "utf-8")
    useless = [path for path in folder.iterdir() if path.name not in wanted and path.name != VOICE]
    for path in useless:
        path.unlink()
    size = sum(path.stat().st_size for path in folder.iterdir())
    return Built(len(lacking), len(wanted) - len(lacking), len(useless), size)
