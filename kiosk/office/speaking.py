"""Makes the clips that the kiosk reads aloud with, one language after the other, and shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.content.load import load
from kiosk.machine import Trouble
from kiosk.office.checking import number
from kiosk.office.terminal import DONE, TROUBLE, complain, interactive, say
from kiosk.speech.building import Built, Progress, build
from kiosk.speech.inventory import inventory
from kiosk.speech.makers import CannotSpeak, Maker, maker
from kiosk.speech.sayings import Saying

WIDTH = 30
MEGABYTE = 1_000_000


def build_clips(content: Path, data: Path) -> int:
    """Every clip of every language; 1 when a language has no voice here. Raises Trouble or OSError."""
    library = load(content).library
    if library.empty:
        raise Trouble(f"There is nothing to say in {content}. Run main.py check to see why.")
    outcomes = [_in_language(tag, inventory(library, tag), data) for tag in library.clinic.languages]
    return DONE if all(outcomes) else TROUBLE


def _in_language(tag: str, sayings: Sequence[Saying], data: Path) -> bool:
    try:
        voice: Maker = maker(tag)
        built = build(sayings, voice, data, bar(tag))
    except CannotSpeak as reason:
        complain(f"{tag}: {reason}")
        return False
    say(told(tag, voice.voice, built))
    return True


def told(tag: str, voice: str, built: Built) -> str:
    """The closing line of a language."""
    counts = f"{number(built.made, 'clip')} made, {built.kept} kept, {built.removed} removed"
    return f"{tag}: {counts}; {built.size / MEGABYTE:.1f} MB in the voice “{voice}”."


def bar(tag: str) -> Progress:
    """A line that grows; nothing where nobody looks."""

    def show(done: int, of: int) -> None:
        if of and interactive():
            full = WIDTH * done // of
            end = "\n" if done == of else "\r"
            sys.stderr.write(f"{tag} [{'#' * full}{' ' * (WIDTH - full)}] {done} of {of}{end}")
            sys.stderr.flush()

    return show
