"""What the kiosk does for its records by itself, and what staff hear of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from clinic import NOON, Clinic, clinic, draft

from kiosk.settings import Settings
from kiosk.store.activation import State
from kiosk.store.audit import Event
from kiosk.store.editions import Shelf
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.space import Room
from kiosk.upkeep import Upkeep


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


def upkeep(here: Clinic, store: RecordStore, settings: Settings | None = None, days: int = 0) -> Upkeep:
    keyring = KeyRing(here.folder / "keys")
    return Upkeep(here.folder, keyring, store, settings or Settings(), lambda: NOON + timedelta(days=days))


def events(store: RecordStore) -> list[str]:
    return [entry.event for entry in store.audit.entries(100)][::-1]


def test_start_and_end_are_noted_and_a_start_without_an_end_is_a_crash(done: Clinic) -> None:
    store = done.store()
    first = upkeep(done, store)
    first.open()
    first.end()
    upkeep(done, store).open()
    assert events(store) == ["started", "stopped", "started"]
    store.close()
    again = done.store()
    upkeep(done, again).open()
    assert events(again)[-2:] == ["crashed", "started"]


def test_without_keys_nothing_is_made_and_nothing_is_told(tmp_path: Path) -> None:
    keyring = KeyRing(tmp_path / "keys")
    chores = Upkeep(tmp_path, keyring, RecordStore(tmp_path, keyring, lambda: NOON), Settings(), lambda: NOON)
    chores.open()
    chores.round()
    chores.end()
    assert chores.notices() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_put_aside_what_is_whole_is_saved_and_staff_hear_of_it(done: Clinic) -> None:
    store = done.store()
    for _ in range(20):
        store.keep(draft())
    store.close()
    path = done.folder / "records.sqlite"
    whole = path.read_bytes()
    path.write_bytes(b"\0" * 100 + whole[100:])
    again = done.store()
    chores = upkeep(done, again)
    chores.open()
    assert again.ready
    assert any("was damaged" in notice for notice in chores.notices())
    assert any("20 records are in use again" in notice for notice in upkeep(done, again).notices())
    assert again.keep(draft()).seq > 20
    assert (done.folder / "records.damaged-1.sqlite").read_bytes()[100:] == whole[100:]


def test_damage_inside_a_file_that_opens_is_found_by_the_round(done: Clinic) -> None:
    store = done.store()
    for _ in range(40):
        store.keep(draft())
    store.close()
    path = done.folder / "records.sqlite"
    content = bytearray(path.read_bytes())
    leaves = [at for at in range(4096, len(content), 4096) if content[at] == 0x0D]  # a table's page of rows
    content[leaves[-1] : leaves[-1] + 4096] = bytes(4096)
    path.write_bytes(bytes(content))
    again = done.store()
    chores = upkeep(done, again)
    chores.open()
    chores.round()
    assert (done.folder / "records.damaged-1.sqlite").exists()
    assert any("are in use again" in notice for notice in chores.notices())
    assert 30 < again.count() <= 40
    assert again.database.quick_check() == ()
    assert again.keep(draft()).seq > 40


def test_a_file_of_a_later_program_closes_the_questionnaire_and_says_why(done: Clinic) -> None:
    store = done.store()
    store.keep(draft())
    with store.database.session() as session:
        session.connection().exec_driver_sql("PRAGMA user_version=99")
    store.close()
    again = done.store()
    chores = upkeep(done, again)
    chores.open()
    assert not again.ready
    assert any(notice.startswith("Opening the records failed:") for notice in chores.notices())


def test_a_round_deletes_what_is_due_and_checks_the_rest(done: Clinic) -> None:
    store = done.store()
    chores = upkeep(done, store)
    chores.open()
    kept = store.keep(draft())
    store.mark_reviewed(kept.id, "Ana")
    store.keep(draft())
    upkeep(done, store, days=29).round()
    assert store.count() == 2
    upkeep(done, store, days=31).round()
    assert store.count() == 1
    assert Event.RETENTION in events(store)


def test_records_are_kept_where_the_settings_say_so(done: Clinic) -> None:
    store = done.store()
    upkeep(done, store).open()
    store.mark_reviewed(store.keep(draft()).id, "Ana")
    upkeep(done, store, Settings(reviewed_days=0, unclaimed_days=0), days=300).round()
    assert store.count() == 1


def test_other_content_is_noted_once(done: Clinic) -> None:
    store = done.store()
    chores = upkeep(done, store)
    chores.open()
    for version in ("one", "one", "two", "two"):
        chores.use(version)
    changed = [entry.counts["content"] for entry in store.audit.entries(10) if entry.event == Event.CONTENT_CHANGED]
    assert changed == ["two", "one"]


def test_every_night_has_its_backup(done: Clinic, tmp_path: Path) -> None:
    store = done.store()
    settings = Settings(backups=tmp_path / "nightly")
    upkeep(done, store, settings).open()
    store.keep(draft())
    for days in (0, 0, 1):
        upkeep(done, store, settings, days).round()
    assert len(list((tmp_path / "nightly").iterdir())) == 2


def test_what_cannot_be_done_is_told_and_stops_nothing_else(done: Clinic, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = done.store()
    chores = upkeep(done, store, Settings(backups=tmp_path / "file" / "nightly"))
    chores.open()
    chores.round()
    assert any(notice.startswith("Tonight's backup failed:") for notice in chores.notices())
    assert store.ready


@pytest.mark.parametrize(
    ("free", "ready", "said"), [(10**9, True, ""), (10**8, True, "nearly full"), (10**6, False, "is closed")]
)
def test_a_disk_that_fills_up_is_told_and_then_closes_the_questionnaire(
    done: Clinic, free: int, ready: bool, said: str
) -> None:
    keyring = KeyRing(done.folder / "keys")
    store = RecordStore(done.folder, keyring, lambda: NOON, lambda _folder: Room(free))
    chores = upkeep(done, store)
    chores.open()
    chores.round()
    assert store.ready is ready
    told = [notice for notice in chores.notices() if "disk" in notice]
    assert [said in notice for notice in told] == ([True] if said else [])
    assert store.keep(draft()).seq == 1
    store.close()


def test_a_record_that_is_missing_is_told_by_its_number(done: Clinic) -> None:
    store = done.store()
    chores = upkeep(done, store)
    chores.open()
    for _ in range(3):
        store.keep(draft())
    with store.database.session() as session:
        session.connection().exec_driver_sql("DELETE FROM record WHERE seq = 2")
    chores.round()
    assert any("Record 2 is missing" in notice for notice in chores.notices())
    assert events(store)[-1] == "damaged"


def test_who_changed_the_content_is_noted_once_also_after_the_list_was_lost(done: Clinic) -> None:
    store = done.store()
    chores = upkeep(done, store)
    chores.open()
    state = State().published("a" * 12, "Ana", NOON).activated("a" * 12, "Bo", NOON)
    chores.hear(state.changes)
    chores.hear(state.changes)
    chores.hear(state.rolled_back("Ana", NOON, {""}).changes)
    chores.hear(State().activated("b" * 12, "Cy", NOON).changes)
    noted = [(one.event, one.by, one.counts["content"]) for one in store.audit.entries(100)[::-1][1:]]
    assert noted == [
        ("content-published", "Ana", "a" * 12),
        ("content-activated", "Bo", "a" * 12),
        ("content-rolled-back", "Ana", "shipped"),
        ("content-activated", "Cy", "b" * 12),
    ]


def test_old_versions_of_the_content_go_and_those_that_records_name_stay(done: Clinic) -> None:
    shelf, store = Shelf(done.folder), done.store()
    for day in range(5):
        shelf.publish({"clinic.toml": b"%d" % day}, "Ana", NOON + timedelta(days=day * 100), activate=True)
    kept = [one.version for one in shelf.editions()]
    store.keep(draft())
    upkeep(done, store, days=1000).round()
    assert [one.version for one in shelf.editions()] == [kept[0], *kept[3:]]
    store.delete(store.heads(1)[0].id, "Ana")
    upkeep(done, store, days=1000).round()
    assert [one.version for one in shelf.editions()] == kept[3:]
