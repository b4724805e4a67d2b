"""The sentences of the content that have no clip, as the check tells them."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.problem import Problem, quoted
from kiosk.domain.library import Library
from kiosk.speech.clips import FOLDER, clips_in, missing
from kiosk.speech.inventory import inventory


def unspoken(library: Library, data: Path) -> tuple[Problem, ...]:
    """A warning for every sentence without a clip, where a language's clips were made; none where nothing was."""
    tags = [tag for tag in library.clinic.languages if clips_in(data, tag)]
    lacking = missing((saying for tag in tags for saying in inventory(library, tag)), data)
    return tuple(
        Problem(
            f"{FOLDER}/{saying.language}",
            1,
            1,
            "warning",
            "clip-missing",
            f"Nothing reads {quoted(saying.text)} aloud. Run main.py speech build.",
        )
        for saying in lacking
    )
