"""Killed at any moment, three hundred times: nothing that was acknowledged is lost, and the next start goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic

import powercut
from clinic import NOON, Clinic, clinic, draft

from kiosk.store import audit
from kiosk.store.records import RecordStore
from kiosk.store.space import Room

KILLS = 300
LONGEST = 0.16
"""Seconds of a life at most: an opening and some ten records."""


def opened(done: Clinic) -> RecordStore:
    return RecordStore(done.folder, done.keys, lambda: NOON, lambda _: Room(0))


def send(folder: str) -> None:
    """One life of the kiosk: records until it is killed; each acknowledged on standard output."""
    store = opened(Clinic(Path(folder), founding=None))
    while True:
        os.write(1, f"{store.keep(draft()).id}\n".encode())


def lives(folder: str) -> None:
    """Begins a life for every line on standard input: a copy of this program, which has all its libraries already, so
    that several can live and die in a second. Says its number, and that it has died."""
    with TemporaryDirectory() as elsewhere:
        once = opened(clinic(Path(elsewhere) / "data"))  # whatever is worked out at the first record
        once.keep(draft())
        once.close()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            send(folder)
        os.write(1, f"begun {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


class Kiosk:
    """Begins and kills lives of the program, and listens to what they acknowledge."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.acknowledged: list[str] = []
        self.mother = self._program("lives") if hasattr(os, "fork") else None

    def _program(self, what: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, __file__, what, self.folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=powercut.env(),
        )

    def live(self, seconds: float) -> None:
        """One life of this length."""
        if self.mother is None:
            self._alone(seconds)
            return
        print(file=self.mother.stdin)
        heard = iter(self.mother.stdout.readline, "dead\n")
        ids: list[str] = []
        child = 0
        for line in heard:
            if line.startswith("begun "):
                child = int(line.split()[1])
                killer = Thread(target=self._kill, args=(child, seconds))
                killer.start()
            else:
                ids.append(line)
        killer.join()
        self._note(ids)

    def _alone(self, seconds: float) -> None:
        program = self._program("send")
        with program:
            ids = [program.stdout.readline()]
            until = monotonic() + seconds
            while monotonic() < until:
                ids.append(program.stdout.readline())
            program.kill()
            ids += program.stdout.readlines()
        self._note(ids)

    @staticmethod
    def _kill(child: int, seconds: float) -> None:
        Event().wait(seconds)
        os.kill(child, 9)

    def _note(self, ids: list[str]) -> None:
        self.acknowledged += [line.strip() for line in ids if line.endswith("\n")]

    def close(self) -> None:
        if self.mother is not None:
            self.mother.communicate()


def test_three_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, record_testsuite_property) -> None:
    done = clinic(tmp_path / "data")
    kiosk, chance = Kiosk(done.folder), Random(300)  # noqa: S311 (the same every time)
    for _ in range(KILLS):
        kiosk.live(chance.uniform(0, LONGEST))
    kiosk.close()

    store = opened(done)
    with store.database.session() as session:
        held = {id for (id,) in session.connection().exec_driver_sql("SELECT id FROM record")}
    record_testsuite_property("kills", f"{len(kiosk.acknowledged)} acknowledged, {len(held)} held")
    assert len(kiosk.acknowledged) > KILLS
    assert set(kiosk.acknowledged) - held == set()
    # At most one a life was kept without anybody hearing of it.
    assert len(held) - len(kiosk.acknowledged) <= KILLS
    with store.database.session() as session:
        numbers = [seq for (seq,) in session.connection().exec_driver_sql("SELECT seq FROM record ORDER BY seq")]
    assert numbers == list(range(1, len(held) + 1))
    store.audit.note(audit.Event.STARTED)
    assert store.faults() == ()
    assert store.database.quick_check() == ()
    store.close()


if __name__ == "__main__":
    {"send": send, "lives": lives}[sys.argv[1]](sys.argv[2])
