"""What a running kiosk has besides its screens, named here so that nobody waits for it to be loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.contents import Contents, Picked
    from kiosk.speech.playing import Book
    from kiosk.store.keys import KeyRing
    from kiosk.store.records import RecordStore
    from kiosk.upkeep import Upkeep


@dataclass(frozen=True)
class Furniture:
    """What is not needed for the first frame and is read after it, away from the screen's thread."""

    upkeep: Upkeep
    contents: Contents
    picked: Picked
    keyring: KeyRing
    records: RecordStore
    words: tuple[str, ...]
    glyphs: dict[str, int]
    book: Book | None
