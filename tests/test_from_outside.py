"""The kiosk as assistive technology in another process finds it: a real screen, a real accessibility bus, and nothing
but names. It needs programs of Debian's that no newcomer must install; without them it says so and is skipped."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from clinic import quick_unwrap
from finger import NAME, WORDS
from repository import ROOT
from test_journey_sending import seen

from kiosk.machine import ALWAYS, X11, loads
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore

PYTHON = "/usr/bin/python3"
"""The system's own, for Debian's binding to the accessibility bus lies beside it."""
PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    PYTHON: "python3",
}
AS_A_WHOLE = 60
"""Seconds after which a visit is not going on any more."""
NOISE = ("qt.accessibility.atspi:", "content: ")
"""What Qt says when somebody asks for a thing that has just gone, and what the kiosk says of its content."""


def missing() -> list[str]:
    """The packages of Debian's that are not on this machine."""
    found = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    found += [package for library, package in {**ALWAYS, **X11}.items() if not loads(library)]
    if (
        "python3" in found
        or subprocess.run([PYTHON, "-c", "import pyatspi"], check=False, capture_output=True).returncode
    ):
        found += ["python3-pyatspi", "gir1.2-atspi-2.0"]
    return found


LACKS = missing() if sys.platform.startswith("linux") else ["a Linux machine"]
pytestmark = pytest.mark.skipif(bool(LACKS), reason=f"not run: to look from outside takes {' '.join(LACKS)}")


@contextmanager
def running(command: Sequence[object], env: dict[str, str], **how: object) -> Iterator[subprocess.Popen[str]]:
    """A program and all that it starts, gone afterwards."""
    with subprocess.Popen(
        [str(word) for word in command], env=env, cwd=ROOT, text=True, start_new_session=True, **how
    ) as program:
        try:
            yield program
        finally:
            for stop in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(program.pid, stop)
                    program.wait(10)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    continue


@pytest.fixture
def desk() -> Iterator[dict[str, str]]:
    """A screen and an accessibility bus of its own: the environment in which programs find both."""
    said = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    screen = ("Xvfb", "-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0", "1080x1920x24")
    bus = ("dbus-daemon", "--session", "--nofork", "--print-address")
    # The sockets lie in a folder with a short name: their paths may have no more than 108 letters.
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        env = {**os.environ, "XDG_RUNTIME_DIR": folder, "XDG_CACHE_HOME": folder, "XDG_CONFIG_HOME": folder}
        with running(screen, env, **said) as shown:
            env |= {"DISPLAY": f":{shown.stdout.readline().strip()}"}
            with running(bus, env, **said) as begun:
                yield env | {"DBUS_SESSION_BUS_ADDRESS": begun.stdout.readline().strip()}


def visited(desk: dict[str, str], tmp_path: Path, kiosk: Sequence[object], story: Sequence[object]) -> str:
    """What the visitor says at the end of a visit to this kiosk, which itself says nothing out of the ordinary."""
    env = desk | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONPATH": str(ROOT)}
    log = tmp_path / "kiosk.log"
    with log.open("w") as told, running([sys.executable, *kiosk], env, stdout=told, stderr=told) as program:
        visitor = [PYTHON, ROOT / "tests" / "outside.py", *story]
        done = subprocess.run(visitor, env=desk, check=False, capture_output=True, text=True, timeout=AS_A_WHOLE)
        program.terminate()
        assert program.wait(10) == 0
    lines = log.read_text().splitlines()
    assert done.returncode == 0, "\n".join([done.stderr, *lines])
    assert not [line for line in lines if not line.startswith(NOISE)]
    return done.stdout.strip()


def test_a_whole_visit_by_names_alone(desk: dict[str, str], data: Path, tmp_path: Path) -> None:
    code = visited(desk, tmp_path, ("main.py", "run", "--data", data, "--size", "1080x1920"), ("visit",)).splitlines()[
        -1
    ]
    assert "Ana" not in (tmp_path / "kiosk.log").read_text()

    keys = KeyRing(data / "keys", quick_unwrap)
    records = RecordStore(data, keys, lambda: datetime.now().astimezone())
    (head,) = records.heads(9)
    opened = records.opened(head.id, keys.unlock(NAME, WORDS))
    records.close()
    assert opened.code == code
    assert [ask["title"] for ask in opened.draft.asks] == ["Dermaplaning"]
    room, none = "I’d rather say this in the room", "None of these"
    assert seen(opened.draft) == {
        "What is your name?": "Ana Ruiz",
        "When were you born?": "1985-04-27",
        "Which treatments are on your mind?": "Neuromodulators, such as Botox",
        "Which areas would you like to talk about?": ["Forehead", "Chin"],
        "What do you hope for?": "rest",
        "Are you pregnant, trying, or breastfeeding?": room,
        "Are you allergic to any of these?": none,
        "Do you have, or have you had, any of these?": none,
        "Do you take any of these, now or lately?": none,
        "Have you had Botox or a similar shot before?": "Yes, more than 4 months ago",
        "About how many times have you had it?": 3,
        "Did you have any side effect from it?": False,
        "Does any of this fit you or your face?": none,
        "Is any of this on your skin right now?": none,
        "What would you like to ask us?": "how long",
        "Sign to say these are your answers": "Ana",
    }


def test_who_presses_over_the_bus_is_there_and_who_leaves_is_forgotten(
    desk: dict[str, str], data: Path, tmp_path: Path
) -> None:
    ahead = tmp_path / "ahead"
    ahead.write_text("0")
    visited(desk, tmp_path, ("tests/ahead.py", data, ahead), ("leaves", ahead))
    assert "secret" not in (tmp_path / "kiosk.log").read_text()
