"""Opens the kiosk: reads the short line that asks for it, makes its folder ready, refuses a second copy, runs."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import NoReturn

from kiosk.machine import Trouble, ready_for_screen
from kiosk.restart import Place, begin_again
from kiosk.settings import SHIPPED_CONTENT, Settings, default_data, read_settings
from kiosk.store.active import active_folder
from kiosk.store.files import make_folder

SHIPPED = SHIPPED_CONTENT
SIDES = range(320, 16385)
"""Pixels that a side of the window may have."""

log = logging.getLogger("kiosk")


@dataclass(frozen=True, slots=True)
class Opening:
    """How to open: ``size`` in pixels (None: the whole screen), ``data`` None for this user's usual folder, ``content``
    None for the active version; ``watch`` for a folder that is edited meanwhile."""

    data: Path | None = None
    content: Path | None = None
    size: tuple[int, int] | None = None
    windowed: bool = False
    demo: bool = False
    watch: bool = False


def understood(arguments: Sequence[str]) -> Opening | None:
    """What a line asks for that does nothing but open the kiosk; None for every other line, and for mistakes.

    It spares the kiosk's start the 100 ms that reading whole command lines takes to load.
    """
    import argparse  # noqa: PLC0415 (only what this command needs)

    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--windowed", action="store_true")
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--size", type=parsed_size)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--content", type=Path)
    parser.add_argument("--watch", action="store_true")
    try:
        found, rest = parser.parse_known_args(arguments[1:] if arguments[:1] == ["run"] else arguments)
    except argparse.ArgumentError:
        return None
    wrong = (found.demo and found.data) or (found.watch and not found.content)
    return None if rest or wrong else Opening(**vars(found))


def parsed_size(text: str) -> tuple[int, int]:
    """``1080x1920`` as width and height. Raises ValueError."""
    width, _, height = text.lower().partition("x")
    if not all(side.isascii() and side.isdigit() and int(side) in SIDES for side in (width, height)):
        raise ValueError("Write it as WIDTHxHEIGHT in pixels, e.g. 1080x1920.")
    return int(width), int(height)


def open_kiosk(opening: Opening) -> int:
    """Runs the screen until it is left; the exit code. Raises Trouble, BadSettings, AlreadyRunning or OSError."""
    import tempfile  # noqa: PLC0415 (only what this command needs)

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    ready_for_screen()
    if opening.demo:
        with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder:
            return _opened(Path(folder), opening)
    return _opened(opening.data or default_data(), opening)


def _opened(data: Path, opening: Opening) -> int:
    from kiosk.store.lock import only_one  # noqa: PLC0415

    settings = usable(data)
    with only_one(data) as let_in:
        from kiosk.options import Options  # noqa: PLC0415
        from kiosk.running import run as run_app  # noqa: PLC0415

        content = shown(data, opening.content)
        if not content.is_dir():
            log.warning(
                "%s is no folder. Patients are asked to come to the desk; choose another with --content.", content
            )

        def again(place: Place | None) -> NoReturn:
            let_in()
            begin_again(place)

        # The keys of a demonstration are in a folder that ends with it.
        with left_by_signal():
            options = Options(
                data,
                content,
                settings,
                windowed=opening.windowed,
                size=opening.size,
                demo=opening.demo,
                watch=opening.watch,
                follows=opening.content is None,
            )
            return run_app(options, None if opening.demo else again)


def shown(data: Path, asked: Path | None) -> Path:
    """The content folder: the one that was asked for, else the active version, else the one that was shipped."""
    if asked is not None:
        return asked.absolute()
    folder = active_folder(data, datetime.now().astimezone())
    return folder.absolute() if folder else SHIPPED


def usable(data: Path) -> Settings:
    """Makes the data folder and reads its settings. Raises Trouble or BadSettings."""
    try:
        make_folder(data)
        probe = data / ".writable"
        probe.write_bytes(b"")
        probe.unlink()
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
        reason = getattr(problem, "strerror", None) or "it cannot be used"
        raise Trouble(f"The data folder {data} cannot be written: {reason}. Choose another with --data.") from problem
    return read_settings(data)


@contextmanager
def left_by_signal() -> Iterator[None]:
    """Ctrl-C and a service's stop end the kiosk as staff do: records closed, a demonstration's folder gone."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    def leave(_number: int, _frame: FrameType | None) -> None:
        # The loop and not the window, which a patient must not be able to close.
        QCoreApplication.exit(0)

    before = {number: signal.signal(number, leave) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, habit in before.items():
            signal.signal(number, habit)
