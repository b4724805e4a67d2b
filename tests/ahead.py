"""The kiosk as main.py opens it, on a clock that is as many seconds ahead as a file says: ``ahead.py DATA FILE``."""

import sys
import time
from pathlib import Path

from kiosk.office.opening import SHIPPED, left_by_signal
from kiosk.options import Options
from kiosk.running import run

if __name__ == "__main__":
    data, ahead = map(Path, sys.argv[1:])
    clock = lambda: time.monotonic() + int(ahead.read_text("ascii"))  # noqa: E731
    with left_by_signal():
        sys.exit(run(Options(data, SHIPPED, size=(1080, 1920), monotonic=clock)))
