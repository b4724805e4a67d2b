"""What is said aloud, how fast and how loud, and who may hear it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

RATES = (50, 67, 80, 100, 125, 150, 200)
"""Per cent of the pace the clips were made at, 120 to 125 words a minute (ACCESS row 46)."""
USUAL_RATE = 3
GAINS = (-36, -30, -24, -18, -12, -6, 0)
"""Decibels below the loudest; steps of 10 or less (ACCESS row 45)."""
USUAL_GAIN = 3
"""What is set to 65 dB SPL at the patient's ear when the kiosk is put up; 47 and 83 dB are then the ends."""


class Route(StrEnum):
    """Where sound comes out."""

    HEADPHONES = "headphones"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said in one breath. ``private``: it tells an answer, so not everybody may hear it.
    ``spelled``: what was typed, said letter by letter."""

    text: str
    private: bool = False
    spelled: bool = False


class Speaker(Protocol):
    """What turns utterances into sound."""

    @property
    def headphones(self) -> bool:
        """Whether headphones are there."""

    @property
    def speaking(self) -> bool:
        """Whether something sounds at this moment."""

    def say(self, utterances: Sequence[Utterance], language: str, route: Route) -> None:
        """Begins to say these, one after the other."""

    def stop(self) -> None:
        """Silence, before this returns."""

    def pause(self, still: bool) -> None:
        """Holds what is being said, or goes on with it."""

    def tune(self, rate: int, gain: int) -> None:
        """The pace in per cent, the pitch kept, and the loudness in decibels; also of what is being said."""

    def listen(self, plugged: Callable[[], None]) -> None:
        """``plugged`` is called whenever headphones come or go."""

    def close(self) -> None:
        """Silence for good."""


def factor(gain: int) -> float:
    """Decibels as a factor of the amplitude, 0 to 1."""
    return float(10 ** (gain / 20))


def private_left_out(utterances: Sequence[Utterance], *, heard_by_one: bool) -> tuple[Utterance, ...]:
    """What may be said where others listen."""
    return tuple(one for one in utterances if heard_by_one or not one.private)
