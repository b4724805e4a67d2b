"""What the check asks of whoever can lay texts out: whether one overflows the place it is shown in."""

from __future__ import annotations

from typing import Protocol

PLACES = {
    "treatment.title": "a treatment's title",
    "treatment.lead": "the lead of a treatment",
    "treatment.card": "the text on a treatment's card",
    "treatment.fact": "a quick fact",
    "treatment.step": "a step of how it works",
    "treatment.section": "a row that opens",
    "treatment.summary": "the summary of a row",
    "question.title": "a common question",
    "announcement.title": "an announcement's title",
    "announcement.text": "an announcement",
    "form.text": "a question of the questionnaire",
    "form.short": "a line of the review page",
    "form.help": "the help under a question",
    "form.why": "why we ask",
    "form.option": "an answer to choose",
}
"""Every place with a limited size, and what an admin calls it. Running text below a heading has room without end."""


class Measure(Protocol):
    """Lays a text out as the screen would, at the largest size."""

    def overflow(self, place: str, text: str, language: str) -> bool:
        """Whether ``text`` does not fit into that place (a key of PLACES) in that language."""
        ...
