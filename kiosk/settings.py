"""This machine: where things are kept, and what its own settings file says (``settings.toml`` in the data folder)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
NAME = "waiting-room-kiosk"
FILE = "settings.toml"
LONGEST_NAME = 40
"""Letters of the kiosk's name."""
INCHES = (5, 120)
"""The diagonal of a panel."""
DAYS = (1, 3650)
"""How long records may be kept."""
FOREVER = 1_000_000
"""Days that no kiosk sees pass."""


class BadSettings(Exception):
    """The settings file cannot be used; the text says where and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings file may say: ``kiosk`` names this machine in its records, ``inches`` is this panel's diagonal
    (otherwise the clinic's), ``papers`` folders that staff may save a PDF in, ``still`` switches movement off.
    Records are deleted ``reviewed_days`` after staff marked them as reviewed, and ``unclaimed_days`` after they were
    sent in any case; 0 keeps them. ``backups`` is a folder that gets a backup every night. ``headphones`` and
    ``speaker`` are the sound devices to read aloud with, as the system calls them."""

    kiosk: str = "kiosk"
    inches: float | None = None
    papers: tuple[Path, ...] = field(default_factory=tuple)
    still: bool = False
    reviewed_days: int = 30
    unclaimed_days: int = 180
    backups: Path | None = None
    headphones: str = ""
    speaker: str = ""

    @property
    def kept_days(self) -> tuple[int, int]:
        """Days a reviewed record is kept, and any other one; FOREVER where records are not deleted."""
        return self.reviewed_days or FOREVER, self.unclaimed_days or FOREVER


def read_settings(data: Path) -> Settings:
    """The settings in a data folder; the defaults when there is no file. Raises BadSettings."""
    path = data / FILE
    try:
        # Windows' own editor puts a mark at the beginning.
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except tomllib.TOMLDecodeError as problem:
        raise BadSettings(f"{path}: {problem}. Mend it there, or delete the file to use the defaults.") from problem
    except (OSError, UnicodeDecodeError, RecursionError) as problem:
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
        return tuple(Path(folder).expanduser() for folder in value)
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


A_TIME = f"a whole number of days up to {DAYS[1]}, or 0 to keep records"
KINDS = {
    "kiosk": (_name, f"a name in quotes, 1 to {LONGEST_NAME} letters"),
    "inches": (_inches, f"the panel's diagonal, a number from {INCHES[0]} to {INCHES[1]}"),
    "papers": (_folders, 'a list of folders, like ["/srv/charts"]'),
    "still": (lambda value: isinstance(value, bool), "true or false"),
    "reviewed_days": (_days, A_TIME),
    "unclaimed_days": (_days, A_TIME),
    "backups": (lambda value: isinstance(value, str) and bool(value.strip()), 'a folder, like "/srv/backups"'),
    "headphones": (_device, "the name of a sound device in quotes"),
    "speaker": (_device, "the name of a sound device in quotes"),
}
"""What a value must be, and how that is said."""


def default_data() -> Path:
    """Where this user's machine keeps a program's data."""
    from platformdirs import user_data_path  # noqa: PLC0415 (only when no folder was given)

    return Path(user_data_path(NAME, appauthor=False))


def px_per_mm(width: int, height: int, inches: float) -> float:
    """Pixels a millimetre of a panel of that many pixels and that diagonal (25.4 mm an inch)."""
    return float((width**2 + height**2) ** 0.5 / (inches * 25.4))
