"""When the idle kiosk begins again, and what the old program leaves to the new one."""

from __future__ import annotations

import gc
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn
from unittest.mock import Mock

import pytest
from conftest import SHIPPED, Opens
from patient import BEGIN, introduces
from PySide6.QtGui import QGuiApplication
from repository import ROOT

from kiosk import app, running
from kiosk.app import Furniture, Kiosk
from kiosk.office import opening
from kiosk.options import Options
from kiosk.restart import AGAIN, HANDED_ON, QUIET, YOUNG, HandedOn, Idle, Place, due, environment, inherited
from kiosk.store.lock import only_one

LEFT = Idle(started=1_000, touched=5_000, visited=True, alone=True, working=False)
THEN = 5_000 + QUIET
PATIENCE = 30


def test_an_idle_kiosk_begins_again_after_a_visit() -> None:
    assert due(LEFT, THEN)
    assert not due(LEFT, THEN - 1)


@pytest.mark.parametrize(
    "otherwise",
    [{"visited": False}, {"alone": False}, {"working": True}, {"started": THEN - YOUNG + 1}],
    ids=lambda otherwise: next(iter(otherwise)),
)
def test_it_never_does_so_otherwise(otherwise: dict[str, object]) -> None:
    assert not due(replace(LEFT, **otherwise), THEN)


def test_a_fresh_program_waits_for_a_visit() -> None:
    assert not any(due(Idle(0, 0, visited=False, alone=True, working=False), now) for now in range(100_000))


def test_a_kiosk_is_idle_only_on_its_first_page(opens: Opens) -> None:
    finger = opens()
    kiosk = finger.kiosk
    finger.until(lambda: not kiosk.idle.working)
    finger.waits(YOUNG)
    assert kiosk.idle.alone
    assert not kiosk.idle.visited
    finger.taps("Touch anywhere to start")
    assert kiosk.idle.visited
    assert not kiosk.idle.alone
    finger.taps("Start over")
    assert kiosk.idle.visited
    assert kiosk.idle.alone
    assert finger.clock.monotonic() - kiosk.idle.touched < QUIET


def test_work_in_the_background_is_waited_for(opens: Opens) -> None:
    finger = opens()
    finger.until(lambda: not finger.kiosk.idle.working)
    reported: list[int] = []
    for worker in (finger.kiosk.background, finger.kiosk.chores):
        worker.run(lambda: 1, lambda outcome: reported.append(outcome.result()))
        assert finger.kiosk.idle.working
        finger.until(lambda: not finger.kiosk.idle.working)
    assert reported == [1, 1]


def test_the_loop_ends_once_nobody_is_there_after_a_visit(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    finger = opens()
    finger.until(lambda: not finger.kiosk.idle.working)
    codes: list[int] = []
    monkeypatch.setattr(app, "QGuiApplication", Mock(exit=codes.append))
    finger.kiosk.end_when_idle()
    finger.waits(YOUNG + QUIET)
    finger.taps("Touch anywhere to start", *BEGIN)
    introduces(finger)
    finger.waits(100)
    finger.taps("Start over", "Wipe my answers and start over")
    finger.until(lambda: not finger.kiosk.idle.working)  # the visit is being counted
    finger.waits(QUIET - 1)
    assert codes == []
    finger.waits(1)
    assert codes == [AGAIN]


def test_records_are_closed_and_the_window_is_open_when_it_begins_again(
    qapp: QGuiApplication, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Kiosk] = []

    class Hasty(Kiosk):
        """Is due as soon as it has all it needs."""

        def _furnished(self, outcome: Future[Furniture]) -> None:
            super()._furnished(outcome)
            made.append(self)
            QGuiApplication.exit(AGAIN)

    def begin_again(place: Place | None) -> NoReturn:
        kiosk = made.pop()
        assert place == (kiosk.window.x(), kiosk.window.y(), 540, 960)
        assert kiosk.window.isVisible()
        with closing(sqlite3.connect(data / "records.sqlite", timeout=0)) as others:
            assert others.execute("SELECT kind FROM audit ORDER BY seq DESC").fetchone() == ("stopped",)
        raise SystemExit(AGAIN)

    monkeypatch.setattr(running, "Kiosk", Hasty)
    monkeypatch.setenv(HANDED_ON, environment((7, 9, 540, 960), ())[HANDED_ON])
    with pytest.raises(SystemExit, match=str(AGAIN)):
        running.run(Options(data, SHIPPED, size=(300, 400)), begin_again)
    gc.collect()


def test_only_a_demonstration_never_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ways: list[Callable[[Place | None], NoReturn] | None] = []
    monkeypatch.setattr(running, "run", lambda _options, begin_again: ways.append(begin_again) or 0)
    assert opening.open_kiosk(opening.Opening(demo=True)) == 0
    assert opening.open_kiosk(opening.Opening(tmp_path)) == 0
    assert ways[0] is None
    assert callable(ways[1])


def test_the_lock_is_let_go_of_before_the_fresh_program_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Place | None] = []

    def begin_again(place: Place | None) -> None:
        with only_one(tmp_path):
            taken.append(place)

    monkeypatch.setattr(opening, "begin_again", begin_again)
    monkeypatch.setattr(running, "run", lambda _options, again: again((1, 2, 3, 4)) or 0)
    assert opening.open_kiosk(opening.Opening(tmp_path)) == 0
    assert taken == [(1, 2, 3, 4)]


def test_the_fresh_program_hears_of_the_old_one_once() -> None:
    told = {HANDED_ON: environment((4, 3, 200, 100), (8, 9))[HANDED_ON]}
    assert inherited(told) == HandedOn((4, 3, 200, 100), (8, 9))
    assert told == {}
    assert inherited(told) == HandedOn()


@pytest.mark.parametrize("rubbish", ["", "[]", "{", "null", '{"held": ["x"]}', '{"held": 5}', '{"place": [1]}'])
def test_rubbish_is_nothing(rubbish: str) -> None:
    told = {HANDED_ON: rubbish}
    assert inherited(told) == HandedOn()
    assert told == {}


def python(code: str) -> list[str]:
    return [sys.executable, "-c", f"import os, socket, sys\nfrom kiosk import restart\n{code}"]


SUCCESSOR = """
print("on the screen", file=sys.stderr, flush=True)
restart.inherited(os.environ).let_go()
print("to nobody", flush=True)
sys.stdin.readline()
print("still here", file=sys.stderr, flush=True)
"""


def test_a_successor_outlives_the_program_it_follows() -> None:
    code = f"restart.follow({python(SUCCESSOR)!r}, None)"
    with started(code) as old:
        assert old.wait(PATIENCE) == 0
        _, told = old.communicate("go on\n")
    assert told.split("\n") == ["on the screen", "still here", ""]


def test_a_program_ends_when_its_successor_cannot_start() -> None:
    with started(f"restart.follow({python('sys.exit(3)')!r}, None)") as old:
        assert old.wait(PATIENCE) == 0


@contextmanager
def started(code: str) -> Iterator[subprocess.Popen[str]]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(python(code), cwd=ROOT, text=True, **pipes) as program:
        yield program


if os.name == "posix":
    OLD = """
others = socket.socketpair()
screen = socket.socket(socket.AF_UNIX)
screen.connect({path!r})
os.set_inheritable(others[0].fileno(), True)
restart.become({new!r}, None)
"""
    NEW = """
handed_on = restart.inherited(os.environ)
open_ones = [one for one in restart.descriptors() if one not in handed_on.held]
os.write(handed_on.held[0], b"drawn")
handed_on.let_go()
sys.stdin.readline()
for one in open_ones:
    try:
        socket.socket(fileno=one)
    except OSError:
        continue
    print("a socket that was not meant to last")
"""

    @pytest.mark.parametrize("name", [".X11-unix/X0", "wayland-1"])
    def test_the_screen_is_held_until_the_first_picture(name: str) -> None:
        with TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as screen:
            path = Path(folder) / name  # short enough for a socket's name
            path.parent.mkdir(exist_ok=True)
            screen.bind(str(path))
            screen.listen()
            screen.settimeout(PATIENCE)
            with started(OLD.format(path=str(path), new=python(NEW))) as program:
                connection, _ = screen.accept()
                connection.settimeout(PATIENCE)
                with connection:
                    assert connection.recv(5) == b"drawn"
                    assert connection.recv(5) == b""
                    assert program.poll() is None
                said, told = program.communicate("go on\n")
        assert (program.returncode, said, told) == (0, "", "")
