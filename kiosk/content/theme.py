"""The table ``[theme]`` of clinic.toml: the clinic's logo, colours and title font, each taken only when it will do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from kiosk.content.files import KIB, read_bytes
from kiosk.content.font import Font, letters_of
from kiosk.content.pictures import Pictures
from kiosk.content.problem import Mistake, did_you_mean, quoted
from kiosk.domain.colours import COLOUR, LEAST, WARM, contrasts
from kiosk.domain.library import Theme

KEYS = ("logo", "colours", "title_font")
LARGEST_FONT = 1024 * KIB
SHOWN = 8
"""Letters that a sentence about missing ones names."""

Complain = Callable[[str, str, str], None]
"""Told the key, the code and the sentence of what is wrong."""


def read_theme(values: Mapping[str, Any], folder: Path, languages: tuple[str, ...], complain: Complain) -> Theme:
    """What of the table can be used; the rest is told and stays as shipped."""
    logo, font = _name(values, "logo", complain), _name(values, "title_font", complain)
    return Theme(
        logo=_logo(logo, folder, complain) if logo else "",
        colours=_colours(values.get("colours", {}), complain),
        title_font=_font(font, folder, languages, complain) if font else "",
    )


def _name(values: Mapping[str, Any], key: str, complain: Complain) -> str:
    value = values.get(key, "")
    if isinstance(value, str):
        return value.strip()
    complain(key, "wrong-type", f"{quoted(key)} must be a file's name in quotes.")
    return ""


def _logo(name: str, folder: Path, complain: Complain) -> str:
    try:
        Pictures(folder / "pictures").find(name)
    except Mistake as mistake:
        complain("logo", mistake.code, mistake.sentence)
        return ""
    return name


def _colours(values: object, complain: Complain) -> Mapping[str, str]:
    if not isinstance(values, dict):
        complain("colours", "wrong-type", 'Write colours = { paper = "#FBF6EF", wine = "#4F1430" }.')
        return {}
    found, sound = {}, True
    for name, colour in values.items():
        if name not in WARM:
            complain(name, "key-unknown", f"There is no colour {quoted(name)} here{did_you_mean(name, WARM)}")
        elif not isinstance(colour, str) or not COLOUR.fullmatch(colour):
            complain(name, "wrong-type", f"The colour {quoted(name)} must be like “#4F1430”, with six digits.")
        else:
            found[name] = colour.upper()
            continue
        sound = False
    weak = [pair for pair in contrasts(found) if pair.ratio < LEAST]
    for pair in weak:
        figure = f"{int(pair.ratio * 10) / 10:.1f}"
        sentence = (
            f"{quoted(pair.mark)} on {quoted(pair.ground)} is read at {figure}:1; it must be {LEAST:g}:1 or more."
        )
        complain(pair.mark if pair.mark in found else pair.ground, "contrast-low", sentence)
    return found if sound and not weak else {}


def _font(name: str, folder: Path, languages: tuple[str, ...], complain: Complain) -> str:
    try:
        font = checked_font(folder, name)
    except Mistake as mistake:
        complain("title_font", mistake.code, mistake.sentence)
        return ""
    for tag in languages:
        if missing := sorted(letters_of(tag) - font.letters):
            few = " ".join(missing[:SHOWN])
            complain("title_font", "font-letters", f"The font {quoted(name)} lacks letters of {quoted(tag)}: {few}")
            return ""
    return name


def checked_font(folder: Path, name: str) -> Font:
    """The font of that name in the content folder. Raises Mistake."""
    if ".." in PurePosixPath(name).parts or re.search(r"^/|[\\:\x00-\x1f]", name):
        raise Mistake("font-outside", f"{quoted(name)} must be the name of a file in the content folder.")
    if not name.lower().endswith((".ttf", ".otf")):
        raise Mistake("font-kind", f"{quoted(name)} must be a .ttf or an .otf file.")
    try:
        return Font(read_bytes(folder, folder / name, LARGEST_FONT))
    except Mistake as mistake:
        code = {"file-missing": "font-missing", "path-outside": "font-outside"}.get(mistake.code, mistake.code)
        raise Mistake(code, f"The font {quoted(name)}: {mistake.sentence}") from None
