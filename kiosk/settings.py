"""This machine: where things are kept, and what its own settings file says (``settings.toml`` in the data folder)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.domain.colours import COLOUR, WARM

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
SHIPPED_CONTENT = RESOURCES / "content"
TRANSLATIONS = RESOURCES / "translations"
NAME = "waiting-room-kiosk"
FILE = "settings.toml"
LONGEST_NAME = 40
"""Letters of the kiosk's name."""
INCHES = (5, 120)
"""The diagonal of a panel."""
DAYS = (1, 3650)
"""How long records may be kept."""
QUIET_ANSWERS, QUIET_READING, CURTAIN = (120, 300), (60, 300), (20, 45)
"""Seconds without a touch before the curtain falls, on pages with answers (ACCESS row 31) and on others, and how long
it then waits (row 32)."""
FOREVER = 1_000_000
"""Days that no kiosk sees pass."""


class BadSettings(Exception):
    """The settings file cannot be used; the text says where and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file may say: ``kiosk`` names this machine in its records, ``inches`` is this panel's diagonal
    (otherwise the clinic's), ``papers`` folders that staff may save a PDF in, ``still`` switches movement off,
    ``double_strike`` ignores a key that is pressed twice within half a second.
    Records are deleted ``reviewed_days`` after staff marked them as reviewed, and ``unclaimed_days`` after they were
    sent in any case; 0 keeps them. ``backups`` is a folder that gets a backup every night. ``quiet_answers`` and
    ``quiet_reading`` are the seconds before the curtain falls, ``curtain`` those it waits on pages with answers.
    ``languages`` are those of the clinic's that are offered here, the first one shown; empty for all of them.
    ``theme`` are colours of the default look that are this kiosk's own. ``headphones`` and
    ``speaker`` are the sound devices to read aloud with, as the system calls them."""

    kiosk: str = "kiosk"
    inches: float | None = None
    papers: tuple[Path, ...] = field(default_factory=tuple)
    still: bool = False
    double_strike: bool = False
    reviewed_days: int = 30
    unclaimed_days: int = 180
    backups: Path | None = None
    headphones: str = ""
    speaker: str = ""
    quiet_answers: int = 120
    quiet_reading: int = 90
    curtain: int = 45
    languages: tuple[str, ...] = ()
    theme: Mapping[str, str] = field(default_factory=dict)

    @property
    def kept_days(self) -> tuple[int, int]:
        """Days a reviewed record is kept, and any other one; FOREVER where records are not deleted."""
        return self.reviewed_days or FOREVER, self.unclaimed_days or FOREVER

    def spoken(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the clinic's languages that are offered here; all of them when none of the chosen ones is left."""
        return tuple(tag for tag in self.languages if tag in languages) or languages


def read_settings(data: Path) -> Settings:
    """The settings in a data folder; the defaults when there is no file. Raises BadSettings."""
    path = data / FILE
    try:
        return parsed(path, path.read_text(encoding="utf-8-sig"))  # Windows' own editor puts a mark at the beginning.
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as problem:
        raise BadSettings(f"{path} cannot be read. Mend it, or delete it to use the defaults.") from problem


def parsed(path: Path, text: str) -> Settings:
    """The settings in a text that is, or shall be, the file at ``path``. Raises BadSettings."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise BadSettings(f"{path}: {problem}. Mend it there, or delete the file to use the defaults.") from problem
    except RecursionError as problem:
        raise BadSettings(f"{path} cannot be read. Mend it, or delete it to use the defaults.") from problem
    return Settings(**{key: _checked(path, key, value) for key, value in found.items()})


def _checked(path: Path, key: str, value: object) -> Any:  # noqa: ANN401 (one of four kinds)
    if key not in KINDS:
        raise BadSettings(
            f"{path}: there is no setting {key!r}; there are {', '.join(KINDS)}. Mend or delete its line."
        )
    fits, wanted = KINDS[key]
    if not fits(value):
        raise BadSettings(f"{path}: {key!r} must be {wanted}. Mend that line, or delete it to use the default.")
    if isinstance(value, list):
        return tuple(Path(each).expanduser() if key == "papers" else each for each in value)
    return Path(str(value)).expanduser() if key == "backups" else value


def _name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST_NAME and value.isprintable()


def _device(value: object) -> bool:
    return isinstance(value, str) and value.isprintable()


def _inches(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and INCHES[0] <= value <= INCHES[1]


def _folders(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _days(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and (value == 0 or DAYS[0] <= value <= DAYS[1])


def _seconds(span: tuple[int, int]) -> tuple[Callable[[object], bool], str]:
    def fits(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and span[0] <= value <= span[1]

    return fits, f"a whole number of seconds from {span[0]} to {span[1]}"


def _languages(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _theme(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return all(name in WARM and isinstance(one, str) and COLOUR.fullmatch(one) for name, one in value.items())


A_TIME = f"a whole number of days up to {DAYS[1]}, or 0 to keep records"
KINDS = {
    "kiosk": (_name, f"a name in quotes, 1 to {LONGEST_NAME} letters"),
    "inches": (_inches, f"the panel's diagonal, a number from {INCHES[0]} to {INCHES[1]}"),
    "papers": (_folders, 'a list of folders, like ["/srv/charts"]'),
    "still": (lambda value: isinstance(value, bool), "true or false"),
    "double_strike": (lambda value: isinstance(value, bool), "true or false"),
    "reviewed_days": (_days, A_TIME),
    "unclaimed_days": (_days, A_TIME),
    "backups": (lambda value: isinstance(value, str) and bool(value.strip()), 'a folder, like "/srv/backups"'),
    "headphones": (_device, "the name of a sound device in quotes"),
    "speaker": (_device, "the name of a sound device in quotes"),
    "quiet_answers": _seconds(QUIET_ANSWERS),
    "quiet_reading": _seconds(QUIET_READING),
    "curtain": _seconds(CURTAIN),
    "theme": (_theme, 'a table of colours, like wine = "#4F1430"'),
    "languages": (_languages, 'a list of languages, like ["en", "es"]'),
}
"""What a value must be, and how that is said."""


def default_data() -> Path:
    """Where this user's machine keeps a program's data."""
    from platformdirs import user_data_path  # noqa: PLC0415 (only when no folder was given)

    return Path(user_data_path(NAME, appauthor=False))


def px_per_mm(width: int, height: int, inches: float) -> float:
    """Pixels a millimetre of a panel of that many pixels and that diagonal (25.4 mm an inch)."""
    return float((width**2 + height**2) ** 0.5 / (inches * 25.4))


def spoken_by(tag: str, folder: Path = TRANSLATIONS, ending: str = ".qm") -> Path | None:
    """The file with the kiosk's own words in a language, else in the same language of another country (``es-MX`` takes
    ``es``); None where they are there in English only, the language they are written in."""
    names = (f"kiosk_{one}{ending}" for one in (tag, tag.partition("-")[0]))
    return next((folder / name for name in names if (folder / name).is_file()), None)
