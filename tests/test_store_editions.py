"""Versions of the content on the disk: kept whole or not at all, never changed, found again after any interruption."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Thread
from time import monotonic

import powercut
import pytest
from clinic import NOON
from content_folder import write_folder

from kiosk.content.load import gather, load
from kiosk.store import editions
from kiosk.store.activation import SHIPPED
from kiosk.store.active import active_folder
from kiosk.store.editions import Shelf
from kiosk.store.errors import EditionsError, NoSuchEdition, NothingBefore

FIRST = {"clinic.toml": b'name = "First"\n', "treatments/peel.en.md": b"one"}
SECOND = {"clinic.toml": b'name = "First"\n', "treatments/peel.en.md": b"two", "pictures/peel.svg": b"<svg/>"}
THIRD = {"clinic.toml": b'name = "Third"\n' * 99, "questions/a.en.md": b"q"}
LIVES = 40


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "data")


def published(shelf: Shelf, files: dict[str, bytes], *, activate: bool = False) -> str:
    return shelf.publish(files, "Ana", NOON, "note", activate=activate)[0].version


def held(shelf: Shelf, version: str) -> dict[str, bytes]:
    folder = shelf.folder(version)
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != editions.CARD)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_name_of_a_version_is_the_version_that_a_record_names(tmp_path: Path, shelf: Shelf) -> None:
    found = gather(write_folder(tmp_path / "content"))
    version = published(shelf, found.files)
    assert version == found.loaded.library.version
    again = load(shelf.folder(version))
    assert again.library.version == version
    assert again.problems == found.loaded.problems == ()


def test_only_what_the_kiosk_reads_is_copied(tmp_path: Path, shelf: Shelf) -> None:
    folder = write_folder(tmp_path / "content")
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n")
    for name in (".hidden.en.md", "peel.en.md~", "notes.txt"):
        (folder / "treatments" / name).write_text("not content")
    if os.name == "posix":
        (folder / "treatments" / "secret.en.md").symlink_to(tmp_path / "secret.md")
        (folder / "more").symlink_to(tmp_path)
    version = published(shelf, gather(folder).files)
    there = held(shelf, version)
    assert not [name for name in there if "hidden" in name or "~" in name or "notes" in name or "secret" in name]
    assert {path.name for path in shelf.folder(version).iterdir()} == {"clinic.toml", *editions.FOLDERS, editions.CARD}


def test_nobody_can_write_into_a_version(shelf: Shelf) -> None:
    folder = shelf.folder(published(shelf, SECOND))
    if os.name == "posix":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
        assert modes == {0o400, 0o500}


def test_the_same_content_is_one_version_however_often_it_is_published(shelf: Shelf) -> None:
    first, new = shelf.publish(FIRST, "Ana", NOON, "spring")
    again, newer = shelf.publish(FIRST, "Bo", NOON + timedelta(days=1), "summer")
    assert (new, newer) == (True, False)
    assert first == again
    assert [one.by for one in shelf.state().changes] == ["Ana"]


def test_versions_are_listed_in_the_order_they_came(shelf: Shelf) -> None:
    names = [published(shelf, files) for files in (THIRD, FIRST, SECOND)]
    assert [one.version for one in shelf.editions()] == names
    assert [one.number for one in shelf.editions()] == [1, 2, 3]


def test_a_version_is_found_by_the_beginning_of_its_name(shelf: Shelf) -> None:
    version = published(shelf, FIRST)
    published(shelf, SECOND)
    assert shelf.find(version[:6].upper()).version == version
    for name in ("", version[:3], "zzzz", "f" * 12):
        with pytest.raises(NoSuchEdition):
            shelf.find(name)


def test_publishing_alone_shows_nothing_and_activating_does(shelf: Shelf) -> None:
    version = published(shelf, FIRST)
    assert shelf.state().active == SHIPPED
    shelf.activate(version, "Ana", NOON)
    assert shelf.state().active == version
    newer = published(shelf, SECOND, activate=True)
    assert (shelf.state().active, shelf.state().previous) == (newer, version)
    shelf.rollback("Bo", NOON)
    assert shelf.state().active == version


def test_a_plan_comes_true_on_the_disk_when_it_is_time(shelf: Shelf) -> None:
    version = published(shelf, FIRST)
    shelf.activate(version, "Ana", NOON, NOON + timedelta(days=1))
    assert shelf.arrive(NOON).active == SHIPPED
    assert shelf.arrive(NOON + timedelta(days=1)).active == version
    assert shelf.state().active == version


def test_what_is_not_there_or_not_whole_is_not_activated(shelf: Shelf) -> None:
    with pytest.raises(NoSuchEdition):
        shelf.activate("f" * 12, "Ana", NOON)
    version = published(shelf, FIRST)
    damage(shelf, version)
    with pytest.raises(NoSuchEdition):
        shelf.activate(version, "Ana", NOON)
    with pytest.raises(NothingBefore):
        shelf.rollback("Ana", NOON)


def test_a_rollback_steps_over_a_damaged_version(shelf: Shelf) -> None:
    versions = [published(shelf, files, activate=True) for files in (FIRST, SECOND, THIRD)]
    damage(shelf, versions[1])
    shelf.rollback("Ana", NOON)
    assert shelf.state().active == versions[0]


def damage(shelf: Shelf, version: str) -> None:
    path = shelf.folder(version) / "clinic.toml"
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-3] + b"!!\n")


def test_publishing_again_mends_a_damaged_version(shelf: Shelf) -> None:
    version = published(shelf, FIRST)
    damage(shelf, version)
    assert not shelf.sound(version)
    published(shelf, FIRST)
    assert shelf.sound(version)
    assert held(shelf, version) == FIRST
    assert [one.number for one in shelf.editions()] == [1]


def test_a_state_that_cannot_be_read_is_put_aside_by_the_next_change(shelf: Shelf) -> None:
    version = published(shelf, FIRST, activate=True)
    shelf.file.write_bytes(b'{"v": 1')
    assert shelf.broken
    assert shelf.state().active == SHIPPED
    assert shelf.prune((), NOON + timedelta(days=999)) == ()
    shelf.activate(version, "Ana", NOON)
    assert not shelf.broken
    assert shelf.state().active == version
    assert (shelf.root / "active.damaged.json").read_bytes() == b'{"v": 1'


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "pictures/../../x"])
def test_no_name_leads_out_of_the_shelf(shelf: Shelf, name: str) -> None:
    with pytest.raises(EditionsError):
        shelf.publish({name: b""}, "Ana", NOON)
    with pytest.raises(EditionsError):
        shelf.publish({}, "Ana", NOON)
    assert shelf.editions() == ()


def test_versions_go_when_nothing_needs_them(shelf: Shelf) -> None:
    first, second, third = (published(shelf, files, activate=True) for files in (FIRST, SECOND, THIRD))
    later = NOON + timedelta(days=400)
    assert shelf.prune((NOON.date(),), later) == ()
    assert shelf.prune((), later) == (first,)
    assert [one.version for one in shelf.editions()] == [second, third]
    assert sorted(path.name for path in (shelf.root / "versions").iterdir()) == sorted([second, third])
    shelf.rollback("Ana", later)
    assert shelf.state().active == second


def test_what_only_a_kiosk_kept_stays_while_it_is_shown_and_a_record_may_name_it(shelf: Shelf) -> None:
    seen = shelf.keep(FIRST, NOON).version
    assert shelf.state().publication(seen) is None
    later = NOON + timedelta(days=10)
    assert shelf.prune((), later) == ()
    shelf.keep(SECOND, later)
    assert shelf.prune((NOON.date(),), later + timedelta(days=10)) == ()
    assert shelf.prune((), later + timedelta(days=10)) == (seen,)


def test_a_kiosk_without_versions_writes_nothing(shelf: Shelf) -> None:
    shelf.use(SHIPPED, NOON)
    assert shelf.prune((), NOON) == ()
    assert not shelf.root.exists()


def test_the_start_finds_the_same_version_without_reading_the_whole_list(shelf: Shelf, tmp_path: Path) -> None:
    def found(days: int = 0) -> Path | None:
        now = NOON + timedelta(days=days)
        folder, active = active_folder(tmp_path / "data", now), shelf.state().due(now).active
        assert folder == (shelf.folder(active) if active else None)
        return folder

    assert found() is None
    first, second = published(shelf, FIRST), published(shelf, SECOND)
    assert found() is None
    shelf.activate(first, "Ana", NOON)
    shelf.activate(second, "Ana", NOON, NOON + timedelta(days=3))
    assert found() == shelf.folder(first)
    assert found(3) == shelf.folder(second)
    shelf.rollback("Ana", NOON)
    assert found(3) is None
    shelf.activate(second, "Ana", NOON)
    for broken in (b"", b"{", b"[]", b'{"plan": 5}', b'{"plan": null}', b'{"plan": null, "active": ".."}'):
        shelf.file.write_bytes(broken)
        assert active_folder(tmp_path / "data", NOON) is None


class Cut(BaseException):
    """The program ends here."""


class Knife:
    """Ends the program at its n-th step that touches the disk."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int) -> None:
        self.left = at
        for owner, name in (
            (os, "fsync"),
            (os, "rename"),
            (os, "replace"),
            (os, "mkdir"),
            (os, "open"),
            (os, "unlink"),
            (os, "rmdir"),
            (os, "chmod"),
            (Path, "rename"),
            (Path, "replace"),
            (Path, "mkdir"),
            (Path, "chmod"),
            (Path, "write_bytes"),
        ):
            patch.setattr(owner, name, self._watched(getattr(owner, name)))

    def _watched(self, real: Callable[..., object]) -> Callable[..., object]:
        def step(*words: object, **named: object) -> object:
            self.left -= 1
            if self.left < 0:
                raise Cut
            return real(*words, **named)

        return step


ACTS: dict[str, Callable[[Shelf], object]] = {
    "publish": lambda shelf: shelf.publish(THIRD, "Bo", NOON, activate=True),
    "mend": lambda shelf: shelf.publish(SECOND, "Bo", NOON, activate=True),
    "activate": lambda shelf: shelf.activate(shelf.editions()[0].version, "Bo", NOON),
    "plan": lambda shelf: shelf.activate(shelf.editions()[0].version, "Bo", NOON, NOON + timedelta(days=1)),
    "rollback": lambda shelf: shelf.rollback("Bo", NOON),
    "prune": lambda shelf: shelf.prune((), NOON + timedelta(days=400)),
    "keep": lambda shelf: shelf.keep(THIRD, NOON),
}


def standing(folder: Path) -> Shelf:
    """Two versions, the second active; a third was never seen."""
    shelf = Shelf(folder)
    published(shelf, {"clinic.toml": b"old"})
    for files in (FIRST, SECOND):
        published(shelf, files, activate=True)
    return shelf


@pytest.mark.parametrize("act", ACTS)
def test_whatever_is_cut_short_leaves_the_old_or_the_new_and_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    cuts = 0
    for at in range(400):
        shelf = standing(tmp_path / f"{at}")
        if act == "mend":
            damage(shelf, shelf.editions()[-1].version)
        before = shelf.state()
        try:
            with monkeypatch.context() as patch:
                Knife(patch, at)
                ACTS[act](shelf)
            break
        except Cut:
            cuts += 1
        check(Shelf(tmp_path / f"{at}"), before.active if act != "mend" else "")
        again = Shelf(tmp_path / f"{at}")
        if again.state() == before or act != "rollback":
            ACTS[act](again)
        check(again)
    else:
        pytest.fail("never done")
    assert cuts > 5
    check(shelf)


def check(shelf: Shelf, old: str = "") -> None:
    """Every version that is there is whole, and what is to be shown is there."""
    there = {one.version for one in shelf.editions()}
    whole = {version for version in there if shelf.sound(version)}
    state = shelf.state()
    assert not shelf.broken
    if old:
        assert there == whole
        assert state.active in whole
        assert state.plan is None or state.plan.version in whole
    for version in whole:
        card = next(one for one in shelf.editions() if one.version == version)
        assert set(card.files) == set(held(shelf, version))


def turns(folder: str) -> None:
    """One life after the other on this folder: publishes, activates, goes back, clears; says every step."""
    shelf, number = Shelf(Path(folder)), 0
    while True:
        number += 1
        files = {"clinic.toml": f"{number % 7}".encode() * 4000, "pictures/a.svg": b"<svg/>" * 500}
        made, _ = shelf.publish(files, "Ana", NOON, activate=True)
        os.write(1, f"{made.version}\n".encode())
        if number % 3 == 0:
            shelf.rollback("Bo", NOON)
            os.write(1, b"back\n")
        if number % 5 == 0:
            shelf.prune((), NOON + timedelta(days=400))
            os.write(1, b"cleared\n")


def test_forty_kills_leave_the_old_or_the_new_version(tmp_path: Path, record_testsuite_property) -> None:
    chance, promised = Random(40), 0  # noqa: S311 (the same every time)
    folder = tmp_path / "data"
    for _ in range(LIVES):
        with subprocess.Popen(
            [sys.executable, __file__, folder], stdout=subprocess.PIPE, text=True, env=powercut.env()
        ) as program:
            said = [program.stdout.readline()]
            until = monotonic() + chance.uniform(0, 0.15)
            while monotonic() < until:
                said.append(program.stdout.readline())
            program.kill()
            said += program.stdout.readlines()
        promised += len(said)
        shelf = Shelf(folder)
        check(shelf, "any")
        last = [line.strip() for line in said if len(line) == 13]
        # What was promised last is active, or what came right after it.
        assert {one.version for one in shelf.state().changes[-4:]} & set(last[-2:])
    record_testsuite_property("content kills", f"{LIVES} lives, {promised} steps promised")


def test_two_at_once_write_one_after_the_other(shelf: Shelf) -> None:
    def work(number: int) -> None:
        for turn in range(5):
            published(shelf, {"clinic.toml": f"{number} {turn}".encode()}, activate=True)

    workers = [Thread(target=work, args=(number,)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(shelf.editions()) == 20
    assert [one.number for one in shelf.state().changes] == list(range(1, 41))
    check(shelf, "any")


@pytest.fixture(autouse=True)
def writable_again(tmp_path: Path) -> Iterator[None]:
    """What nobody may write into must still be cleared away after the test."""
    yield
    for path in tmp_path.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)


if __name__ == "__main__":
    turns(sys.argv[1])
