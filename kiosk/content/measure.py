"""What the check asks of whoever can lay texts out: whether one overflows the place it is shown in."""

from __future__ import annotations

from typing import Protocol


class Measure(Protocol):
    """Lays a text out as the screen would, at every size."""

    def told(self, place: str, text: str, language: str) -> str:
        """How ``text`` does not fit into its place, as a sentence; empty when it does, and for running text, which has
        room without end. Places are named for what they show, e.g. ``treatment.fact``."""
        ...
