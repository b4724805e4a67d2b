"""Signs content files off for a clinician, and says of translations that they fit their originals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content.clinic import FILE
from kiosk.content.load import Loaded, load
from kiosk.content.problem import Mistake
from kiosk.content.signing import signed, translated
from kiosk.machine import Trouble
from kiosk.office.terminal import DONE, TROUBLE, complain, plain, say
from kiosk.store.files import write_durably

DEEPEST = 3
"""How far above a file the content folder is looked for."""
LONGEST_NAME = 80

NOTHING = "Only pages and questionnaires are signed off."
NO_ORIGINAL = "This is no translation of a page that is there in the clinic's first language."


@dataclass(frozen=True)
class Work:
    """``write`` makes the new bytes of a file from the old ones, its name in the folder and its digest; it raises
    Mistake. ``nothing`` is said of files that have no digest."""

    write: Callable[[bytes, str, str], bytes]
    digests: Callable[[Loaded], Mapping[str, str]]
    nothing: str
    done: str


def sign(files: Sequence[Path], by: str, on: str, today: date) -> int:
    """Writes into each file that ``by`` has signed it off; 1 and nothing written when one of them has errors. ``on`` is
    the day, empty for ``today``. Raises Trouble or OSError."""
    name, day = " ".join(by.split()), _day(on, today)
    if not name or not name.isprintable() or len(name) > LONGEST_NAME:
        raise Trouble('Say who signs: --by "Jane Doe, RN".')

    def write(data: bytes, file: str, seal: str) -> bytes:
        return signed(data, file, name, day, seal)

    return _write(files, Work(write, lambda loaded: loaded.seals, NOTHING, f"signed off by {name} on {day}"))


def fits(files: Sequence[Path]) -> int:
    """Writes into each translation that it fits its original as that is now; 1 and nothing written when one of them has
    errors or is no translation. Raises Trouble or OSError."""
    return _write(files, Work(translated, lambda loaded: loaded.originals, NO_ORIGINAL, "fits its original"))


def _day(on: str, today: date) -> str:
    try:
        day = date.fromisoformat(on) if on else today
    except ValueError:
        raise Trouble(f"“{plain(on)}” is no day; write it like {today}.") from None
    if day > today:
        raise Trouble(f"{day} is still to come; a text is signed off on the day it was read.")
    return day.isoformat()


def _write(files: Sequence[Path], work: Work) -> int:
    loaded: dict[Path, Loaded] = {}
    made: dict[Path, bytes] = {}
    refused = False
    for path in files:
        real, folder = _placed(path)
        file = real.relative_to(folder).as_posix()
        if folder not in loaded:
            loaded[folder] = load(folder)
        faults = [str(one) for one in loaded[folder].problems if one.file == file and one.level == "error"]
        digest = work.digests(loaded[folder]).get(file, "")
        if not faults and not digest:
            faults = [f"{file}: {work.nothing}"]
        if not faults:
            try:
                made[real] = work.write(real.read_bytes(), file, digest)
            except Mistake as mistake:
                faults = [str(mistake.problem(file))]
        for fault in faults:
            complain(plain(fault).replace("\n", " "))
        refused = refused or bool(faults)
    if refused:
        complain("Nothing was written.")
        return TROUBLE
    for real, data in made.items():
        _replace(real, data)
        say(plain(f"{real.name}: {work.done}."))
    return DONE


def _placed(path: Path) -> tuple[Path, Path]:
    """The file itself, and the content folder it belongs to. Raises Trouble or OSError."""
    real = path.resolve(strict=True)
    for folder in list(real.parents)[:DEEPEST]:
        if (folder / FILE).is_file() and real.is_file():
            return real, folder
    raise Trouble(f"{plain(str(path))} is no file of a content folder: there is no {FILE} above it.")


def _replace(path: Path, data: bytes) -> None:
    if data == path.read_bytes():
        return
    mode = path.stat().st_mode & 0o777
    write_durably(path, data, mode)
    path.chmod(mode)
