"""How the kiosk is asked to run: its folders, its window, its clocks."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.settings import TRANSLATIONS, Settings

Wrap = Callable[[Any, str], bytes]
"""Locks a staff member's key with a passphrase."""
Unwrap = Callable[[bytes, str], Any]
"""Opens it again."""


@dataclass(frozen=True)
class Options:
    """How to run: ``size`` in pixels (None: the whole screen), the folders, and the clocks. ``content`` was asked for,
    and may be edited while the kiosk runs (``watch``); or it is the active version, and the kiosk ``follows`` what is
    activated."""

    data: Path
    content: Path
    settings: Settings = field(default_factory=Settings)
    _: KW_ONLY
    windowed: bool = False
    size: tuple[int, int] | None = None
    demo: bool = False
    watch: bool = False
    follows: bool = False
    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    translations: Path = TRANSLATIONS
