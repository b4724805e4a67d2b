"""What the writing of one questionnaire as FHIR gathers: where everything came from, and what could not be said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.content.document import Where
from kiosk.content.spelling import Asked

Pointer = tuple[str | int, ...]


class Slip(NamedTuple):
    """Something an admin wrote that means nothing there."""

    where: Where
    code: str
    sentence: str


@dataclass
class Ground:
    """``language`` is that of plain texts, ``asked`` every question by its linkId. ``places`` says for elements of the
    JSON where in the YAML they come from."""

    language: str
    asked: dict[str, Asked] = field(default_factory=dict)
    places: dict[Pointer, Where] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)

    def slip(self, where: Where, code: str, sentence: str) -> None:
        self.slips.append(Slip(where, code, sentence))

    def where(self, pointer: Pointer) -> Where:
        """The YAML's place of that element, or of the nearest thing around it."""
        for length in range(len(pointer), -1, -1):
            if (found := self.places.get(pointer[:length])) is not None:
                return (*found, *pointer[length:])
        return pointer
