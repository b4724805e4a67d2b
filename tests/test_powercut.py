"""After any power cut: whatever was promised is there, nothing is half there, and the harness would see if it were not.

On Linux with a C compiler every write and sync of the real program is recorded. Everywhere the data folder is copied
after every promise, and a log that grew in between is torn.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import powercut
import powercut_visits
import pytest
from powercut_look import Look, deleted

CORES = 2
STATES = 4000
"""SECURITY.md's number."""
MEMORY = Path("/dev/shm")  # noqa: S108 (Linux's folder in memory; what the disks are laid in need not last)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Path]:
    """A folder for the disks' files."""
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


def looked(room: Path, what: str, each: int, synchronous: str = "full") -> dict[str, Any]:
    """Records a run, opens every disk it may leave, and adds up what was found."""
    _, root = powercut.recorded(room, what, synchronous)
    command = [sys.executable, powercut.HERE / "powercut_look.py", what, room / "log", root]
    parts = [
        subprocess.Popen(
            [*command, room / f"work-{part}", str(each), str(part), str(CORES)],
            stdout=subprocess.PIPE,
            env=powercut.env(),
        )
        for part in range(CORES)
    ]
    told = [json.loads(part.communicate()[0] or "null") for part in parts]
    assert all(told), "a program that looks at the disks has failed"
    total = {name: sum(one[name] for one in told) for name in ("states", "tried", "lost", "corrupt")}
    return {**total, "findings": [finding for one in told for finding in one["findings"]]}


def test_a_machine_that_can_record_does() -> None:
    """Where nothing is recorded, what the tests below prove is less than it seems: our own builds must record."""
    if sys.platform == "linux" and os.environ.get("CI"):
        assert powercut.compiler(), "Install a C compiler (Debian: gcc): without it no write can be recorded."


def test_a_log_that_is_torn_loses_nothing_that_was_promised(tmp_path: Path) -> None:
    states = list(powercut.copied(powercut_visits.records, tmp_path / "data"))
    seen = Look("records", tmp_path / "work", deleted(states[-1][2]))
    for number, content, said in states:
        seen.at(number, content, said)
    told = seen.told()
    assert told["findings"] == []
    assert told["states"] > 300


if powercut.compiler():

    def test_no_power_cut_loses_a_record_that_was_acknowledged(room: Path, record_testsuite_property) -> None:
        told = looked(room, "records", 30)
        record_testsuite_property("power cuts", json.dumps(told))
        assert told["findings"] == []
        assert (told["lost"], told["corrupt"]) == (0, 0)
        assert told["states"] >= STATES

    def test_the_harness_sees_what_a_weaker_setting_loses(room: Path) -> None:
        told = looked(room, "records", 1, "normal")
        assert told["lost"] > 100
        assert any("record" in one for one in told["findings"])

    def test_no_power_cut_loses_a_file_that_was_written_durably(room: Path) -> None:
        told = looked(room, "files", 30)
        assert told["findings"] == []
        assert told["states"] > 250

    def test_no_power_cut_leaves_half_a_version_of_the_content(room: Path, record_testsuite_property) -> None:
        told = looked(room, "versions", 10)
        record_testsuite_property("power cuts and content", json.dumps(told))
        assert told["findings"] == []
        assert told["states"] > 250
