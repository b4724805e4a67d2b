"""One copy at a time, files that are whole or not there, and what too little room means."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from kiosk.store import space
from kiosk.store.errors import AlreadyRunning
from kiosk.store.files import write_durably
from kiosk.store.lock import only_one
from kiosk.store.space import Room, room

HOLD = """
import sys
from pathlib import Path
from kiosk.store.lock import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_copy_is_refused_and_a_crash_lets_go(tmp_path: Path):
    with held(tmp_path) as first:
        with pytest.raises(AlreadyRunning, match="already running"), only_one(tmp_path):
            pass
        first.kill()
        first.wait()
    with only_one(tmp_path):
        second = held(tmp_path, wait=False)
        _, trouble = second.communicate("")
        assert second.returncode != 0
        assert "AlreadyRunning" in trouble
    with held(tmp_path) as third:
        third.communicate("")
        assert third.returncode == 0


def test_the_lock_is_let_go_of_after_an_exception(tmp_path: Path):
    with pytest.raises(KeyError), only_one(tmp_path / "new"):
        raise KeyError
    with only_one(tmp_path / "new"):
        assert (tmp_path / "new" / "lock").exists()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch):
    path = tmp_path / "settings"
    write_durably(path, b"first")
    (tmp_path / "settings.new").write_bytes(b"left over by a power cut")
    write_durably(path, b"second")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("settings", b"second")]

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_durably(path, b"third")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("settings", b"second")]


def test_the_file_is_synced_before_it_gets_its_name_and_the_folder_after(tmp_path: Path, monkeypatch):
    done = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda descriptor: (done.append("fsync"), sync(descriptor)))
    monkeypatch.setattr(Path, "replace", lambda self, other: (done.append("rename"), replace(self, other)))
    write_durably(tmp_path / "settings", b"value")
    assert done == (["fsync", "rename"] if os.name == "nt" else ["fsync", "rename", "fsync"])


@pytest.mark.parametrize(
    ("free", "opened", "warned"),
    [(0, False, True), (49_999_999, False, True), (50_000_000, True, True), (200_000_000, True, False)],
)
def test_too_little_room_warns_first_and_closes_the_questionnaire_then(
    tmp_path: Path, monkeypatch, free: int, opened: bool, warned: bool
):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _: usage(10**12, 10**12 - free, free))
    assert room(tmp_path) == Room(free)
    assert (room(tmp_path).questionnaire_open, room(tmp_path).warn) == (opened, warned)


def held(folder: Path, wait: bool = True) -> subprocess.Popen[str]:
    root = Path(__file__).parents[1]
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if wait:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
    return child
