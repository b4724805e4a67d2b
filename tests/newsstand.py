"""What the stories of content that changes have in common: who edits and publishes it, and what shows of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from conftest import WORDS
from content_folder import write
from finger import Clock, Finger

from kiosk.content.load import gather
from kiosk.store.editions import Shelf

TREATMENT = "treatments/peel.en.md"


def publishes(shelf: Shelf, folder: Path, clock: Clock, *, activate: bool = True) -> str:
    return shelf.publish(gather(folder).files, "Ana", clock.now(), activate=activate)[0].version


def edits(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    write(folder, file, text.replace(old, new).encode())


def passes(finger: Finger) -> None:
    """Two seconds go by, and whatever was begun in them is done."""
    kiosk = finger.kiosk
    for _ in range(2):
        finger.waits(1)
        once(finger, lambda: not (kiosk.reader.busy or kiosk.chores.busy or kiosk.background.busy))


def once(finger: Finger, holds: Callable[[], bool]) -> None:
    """Waits until this was so at a moment; the kiosk's own clock may begin the next thing right after."""
    held = False

    def seen() -> bool:
        nonlocal held
        held = held or holds()
        return held

    finger.until(seen)


def unlocks(finger: Finger) -> None:
    finger.calls_staff(finger.desk.clinic)
    for word in WORDS.split():
        finger.desk.staff.passwords.take(word)
    finger.until(lambda: finger.desk.page == "Visits" and not finger.kiosk.background.busy)


def shows(finger: Finger) -> str:
    return finger.kiosk._furniture.picked.version


def notices(finger: Finger) -> str:
    return "\n".join(row.label for row in finger.desk.staff.notices.rows)


def events(finger: Finger) -> list[tuple[str, str]]:
    lines = finger.kiosk._furniture.records.audit.entries(50)[::-1]
    return [(line.event, line.by) for line in lines if line.event.startswith("content-")]
