"""Runs the kiosk until it is left, and what becomes of a fault of the program meanwhile."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from kiosk.app import Kiosk
from kiosk.fonts import application
from kiosk.options import Options
from kiosk.restart import AGAIN, Place, inherited

log = logging.getLogger("kiosk")


def run(options: Options, begin_again: Callable[[Place | None], NoReturn] | None = None) -> int:
    """Runs the kiosk until it is left; the exit code. ``begin_again`` is called when it is idle after a visit."""
    app = application(sys.argv[:1])
    kiosk = Kiosk(options)
    before = sys.excepthook
    sys.excepthook = lambda kind, _value, trace: stumble(kiosk, kind, trace)
    kiosk.follow(inherited(os.environ))
    kiosk.show()
    if begin_again:
        kiosk.end_when_idle()
    try:
        code = app.exec()
        if code == AGAIN and begin_again:
            kiosk.rest()
            begin_again(kiosk.place)
        return code
    finally:
        sys.excepthook = before
        kiosk.close()


def stumble(kiosk: Kiosk, kind: type[BaseException], trace: TracebackType | None) -> None:
    """A fault of the program: logged by kind and place, never by its text, which could hold an answer."""
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(traceback.extract_tb(trace)))
    log.error("%s at %s; the visit was ended", kind.__name__, places)
    kiosk.stumble()
