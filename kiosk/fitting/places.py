"""Where texts of the content stand: how wide, in which letters, and how many lines leave room for the rest.

The numbers are those of the QML files, in pixels of the reference panel (``Theme.px``); a test holds both together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

REFERENCE = 1080
"""The width of the reference panel."""
MARGIN = 64
"""Theme.margin"""
NORMAL, MEDIUM, DEMI_BOLD, BOLD = 400, 500, 600, 700
SANS, SERIF = "Atkinson Hyperlegible Next", "Fraunces"


@dataclass(frozen=True, slots=True)
class Spot:
    """One way a place looks: ``less`` is what stands beside the text on a page of full width, in which the text has the
    part ``share`` of the rest. ``lines`` is 0 where it may grow."""

    pixels: int
    weight: int = NORMAL
    less: int = 0
    share: float = 1.0
    lines: int = 0
    family: str = SANS

    def width(self, page: float) -> float:
        """Room for a line on a page that is so wide."""
        return (page - 2 * MARGIN - self.less) * self.share


@dataclass(frozen=True, slots=True)
class Place:
    """A place by the name an admin knows it by, at the default and at the largest text."""

    name: str
    spots: tuple[Spot, ...]


PLACES: Mapping[str, Place] = {
    "clinic.name": Place("the clinic's name", (Spot(52, DEMI_BOLD, less=4, lines=1),)),
    "category": Place("a category", (Spot(29, DEMI_BOLD, less=72 + 48), Spot(52, DEMI_BOLD, less=72 + 48))),
    "treatment.title": Place(
        "a treatment's title",
        (
            Spot(84, family=SERIF, lines=3),
            Spot(45, DEMI_BOLD, less=296 + 96),
            Spot(96, BOLD, lines=3),
            Spot(58, DEMI_BOLD, less=48 + 96),
            Spot(52, DEMI_BOLD, less=72 + 48),
        ),
    ),
    "treatment.lead": Place("the lead of a treatment", (Spot(36), Spot(55, lines=6))),
    "treatment.card": Place("the text on a treatment's card", (Spot(32, less=296 + 96), Spot(53, less=48 + 96))),
    "treatment.fact": Place(
        "a quick fact", (Spot(31, DEMI_BOLD, less=4 * 28, share=1 / 4), Spot(52, DEMI_BOLD, less=2 * 28, share=1 / 2))
    ),
    "treatment.step": Place(
        "a step of how it works", (Spot(31, MEDIUM, less=2 * 24 + 3 * 28, share=1 / 3), Spot(53, MEDIUM, less=301 + 36))
    ),
    "treatment.section": Place(
        "a row that opens", (Spot(32, DEMI_BOLD, less=132, share=1 / 2), Spot(53, DEMI_BOLD, less=132))
    ),
    "treatment.summary": Place("the summary of a row", (Spot(29, less=132, share=1 / 2), Spot(52, less=132))),
    "question.title": Place(
        "a common question",
        (Spot(32, DEMI_BOLD, less=132), Spot(53, DEMI_BOLD, less=132), Spot(52, DEMI_BOLD, less=72 + 48)),
    ),
    "form.text": Place("a question of the questionnaire", (Spot(64, family=SERIF), Spot(76, BOLD, lines=5))),
    "form.help": Place("the help under a question", (Spot(32), Spot(53, lines=5))),
    "form.why": Place("why we ask", (Spot(32, less=84), Spot(53, less=84))),
    "form.option": Place(
        "an answer to choose", (Spot(32, BOLD, less=24 + 2 * 134, share=1 / 2), Spot(55, BOLD, less=148))
    ),
    "form.short": Place("a line of the review page", (Spot(29, less=36 + 220 + 48), Spot(52, less=72))),
}
"""Every place where room is short, by its key. Running text below a heading has room without end."""
