"""The pictures that were made: which page, language and look each shows, and how it differs from the one in use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.preview.difference import Box
from kiosk.preview.tour import PARTS, Look, Stop

SIZES = ("small", "default", "large", "largest")
CONTRASTS = ("warm", "light", "dark", "low")


class State(StrEnum):
    """How a page stands to the one that patients see now; nothing is said when there is none to compare with."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class View:
    """One picture, a file below the folder of the preview. ``before`` is the one in use where it differs, ``boxes``
    where it does. One that is gone has only that."""

    picture: str
    state: State = State.SAME
    before: str = ""
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One page in one language and look, from its top to its end."""

    stop: Stop
    language: str
    look: Look
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page with all its pictures."""

    name: str
    part: str
    shown: tuple[Shown, ...]

    @property
    def title(self) -> str:
        return self.shown[0].stop.title

    @property
    def state(self) -> State:
        found = {view.state for each in self.shown for view in each.views}
        return next(iter(found)) if len(found) == 1 else State.CHANGED


def pages(shown: list[Shown]) -> list[Page]:
    """The pages in the order of the walk, each with all that shows it."""
    grouped: dict[str, list[Shown]] = {}
    for each in shown:
        grouped.setdefault(each.stop.name, []).append(each)
    found = [Page(name, group[0].stop.part, tuple(group)) for name, group in grouped.items()]
    return sorted(found, key=lambda page: PARTS.index(page.part))
