"""Backup and restore on the command line, and the commands about keys that need no passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from clinic import Clinic, clinic, draft

from kiosk.commands import main
from kiosk.store.audit import Event


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    here = clinic(tmp_path / "data")
    store = here.store()
    store.audit.note(Event.STARTED)
    for _ in range(3):
        store.keep(draft())
    store.close()
    return here


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_a_backup_leads_back_and_what_was_there_is_put_aside(done: Clinic, tmp_path: Path, capsys) -> None:
    file = tmp_path / "kiosk.backup"
    assert run("backup", file, "--data", done.folder) == 0
    assert "3 records written" in capsys.readouterr().out
    store = done.store()
    store.keep(draft())
    store.close()
    assert run("restore", file, "--data", done.folder) == 0
    told = capsys.readouterr().out
    assert "1 number was given after the backup was made" in told
    restored = done.store()
    assert restored.count() == 3
    assert restored.keep(draft()).seq > 4
    assert restored.faults() == ("Record 4 is missing. Tell your technician.",)


def test_a_backup_never_takes_the_place_of_a_file(done: Clinic, tmp_path: Path, capsys) -> None:
    file = tmp_path / "there"
    file.write_text("mine")
    assert run("backup", file, "--data", done.folder) == 1
    assert "is there already" in capsys.readouterr().err
    assert file.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"no tar", b"\0" * 20_000])
def test_what_is_no_backup_changes_nothing(done: Clinic, tmp_path: Path, capsys, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    before = {path: path.read_bytes() for path in done.folder.rglob("*") if path.is_file()}
    assert run("restore", file, "--data", done.folder) == 1
    assert capsys.readouterr().err.strip()
    after = {path: path.read_bytes() for path in done.folder.rglob("*") if path.is_file()}
    assert {path: after.get(path) for path in before} == before


def test_another_kiosks_backup_is_refused(done: Clinic, tmp_path: Path, capsys) -> None:
    other = clinic(tmp_path / "other")
    store = other.store()
    store.keep(draft())
    store.close()
    assert run("backup", tmp_path / "b", "--data", other.folder) == 0
    capsys.readouterr()
    assert run("restore", tmp_path / "b", "--data", done.folder) == 1
    assert "another kiosk" in capsys.readouterr().err


def test_who_can_read_is_listed_without_a_passphrase(done: Clinic, capsys) -> None:
    assert run("keys", "list", "--data", done.folder) == 0
    assert "Ana Núñez" in capsys.readouterr().out
    assert run("keys", "fingerprint", "--data", done.folder) == 0
    assert done.store()._keys.fingerprint in capsys.readouterr().out
