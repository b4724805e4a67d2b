"""Records whose time is over, deleted when a person says so."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from clinic import NOON, clinic, draft

from kiosk.machine import Trouble
from kiosk.office.purging import purge
from kiosk.office.records import Unlocked
from kiosk.store.audit import Event

NAME = "Ana Núñez"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Unlocked]:
    """Two records, the first of which was reviewed."""
    made = clinic(tmp_path / "data", NAME)
    store = made.store()
    store.audit.note(Event.STARTED)
    store.mark_reviewed(store.keep(draft()).id, NAME)
    store.keep(draft())
    yield Unlocked(made.folder, made.keys, store, NAME, made.staff)
    store.close()


def says(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))


@pytest.mark.parametrize(("days", "left", "told"), [(29, 2, "0 records"), (31, 1, "1 record"), (181, 0, "2 records")])
def test_what_is_due_is_deleted_and_counted(days, left, told, desk, monkeypatch, capsys):
    says(monkeypatch, "Yes\n")
    assert purge(desk, NOON + timedelta(days=days)) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == f"{told} deleted for good."
    assert "reviewed 30 days ago" in said[0]
    assert desk.store.count() == left


def test_nothing_is_deleted_without_a_yes(desk, monkeypatch, capsys):
    says(monkeypatch, "no\n")
    assert purge(desk, NOON + timedelta(days=200)) == 0
    assert capsys.readouterr().out.endswith("Nothing was deleted.\n")
    says(monkeypatch, "")
    with pytest.raises(Trouble):
        purge(desk, NOON + timedelta(days=200))
    assert desk.store.count() == 2


def test_the_days_can_be_others(desk, monkeypatch):
    says(monkeypatch, "yes\n")
    purge(desk, NOON + timedelta(days=8), reviewed_days=7, unclaimed_days=30)
    assert [head.seq for head in desk.store.heads(9)] == [2]
