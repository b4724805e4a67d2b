"""What the clinic must not lose fits in one file, comes back from it whole, and nothing else is believed."""

from __future__ import annotations

import io
import os
import shutil
import stat
import tarfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft, quick_unwrap

from kiosk.store import restoring
from kiosk.store.audit import Event
from kiosk.store.backup import (
    MANIFEST,
    RECORDS,
    SENTENCE,
    SIGNATURE,
    Backup,
    Part,
    backup,
    due,
    nightly,
    parsed,
    signed,
)
from kiosk.store.errors import BackupRefused, DatabaseNewer, StoreError
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.store.restoring import finish, restore, verified
from kiosk.store.space import Room

RECORDS_SENT = 6


def opened(done: Clinic) -> RecordStore:
    return RecordStore(done.folder, done.keys, lambda: NOON, lambda _: Room(0))


def saved(done: Clinic, file: Path) -> Backup:
    store = opened(done)
    try:
        return backup(done.folder, file, store, done.keys, NOON)
    finally:
        store.close()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Clinic:
    done = clinic(tmp_path_factory.mktemp("backup") / "data")
    (done.folder / "settings.toml").write_text('kiosk = "front desk"\n', encoding="utf-8")
    store = opened(done)
    kept = [store.keep(draft(name=f"Nr {number}")) for number in range(1, RECORDS_SENT + 1)]
    store.mark_reviewed(kept[0].id, "Ana Núñez")
    store.close()
    saved(done, done.folder.parent / "good.tar")
    return done


@pytest.fixture
def done(template: Clinic, tmp_path: Path) -> Clinic:
    shutil.copytree(template.folder, tmp_path / "data")
    return Clinic(tmp_path / "data", template.founding)


@pytest.fixture
def good(template: Clinic) -> Path:
    return template.folder.parent / "good.tar"


def names(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def repacked(good: Path, file: Path, changes: dict[str, bytes], done: Clinic, re_signed: bool = True) -> Path:
    """The good backup with other parts; with ``re_signed`` as the kiosk itself would have made it."""
    with tarfile.open(good) as tar:
        parts = {member.name: tar.extractfile(member).read() for member in tar}
    parts |= changes
    if re_signed:
        said = parsed(parts[MANIFEST])
        held = [(name, data) for name, data in parts.items() if name not in (MANIFEST, SIGNATURE)]
        listed = tuple(Part(name, len(data), restoring.hashlib.sha256(data).hexdigest()) for name, data in held)
        parts[MANIFEST] = replace(said, parts=listed).manifest
        parts[SIGNATURE] = done.keys.sign(signed(parts[MANIFEST]))
    with tarfile.open(file, "w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return file


def test_a_backup_says_what_it_holds_and_nothing_in_it_can_be_read(done: Clinic, tmp_path: Path):
    file = tmp_path / "elsewhere" / "kiosk.tar"
    said = saved(done, file)
    store = opened(done)
    assert (said.kiosk, said.epoch, said.count, said.records) == ("front desk", 1, RECORDS_SENT, store.head())
    with tarfile.open(file) as tar:
        held = {member.name: tar.extractfile(member).read() for member in tar}
    assert held.keys() >= {RECORDS, "keys/kiosk.key", "keys/staff/ana-nunez.age", "settings.toml", "keys.epoch"}
    assert parsed(held[MANIFEST]) == said
    assert CANARY.encode() not in file.read_bytes()
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600
    assert store.audit.entries(1)[0].event == Event.BACKUP
    assert "signing key" in SENTENCE
    assert not (done.folder / "records.copying").exists()
    with pytest.raises(FileExistsError):
        saved(done, file)


def test_an_empty_machine_gets_everything_back(done: Clinic, good: Path, tmp_path: Path):
    again = Clinic(tmp_path / "new" / "data", done.founding)
    told = restore(good, again.folder, lambda: NOON)
    store = opened(again)
    assert (told.missing, told.faults) == (0, ())
    assert [head.seq for head in store.heads(9)] == [6, 5, 4, 3, 2, 1]
    record = store.opened(store.heads(9)[0].id, again.keys.unlock("Ana Núñez", done.founding.words))
    assert record.draft == draft(name="Nr 6")
    assert (again.folder / "settings.toml").read_text(encoding="utf-8") == 'kiosk = "front desk"\n'
    assert store.audit.entries(1)[0].event == Event.RESTORED
    assert (store.faults(), store.audit.faults()) == ((), ())
    assert store.keep(draft()).seq == RECORDS_SENT + 1
    assert store.faults() == ()


def test_what_was_sent_since_is_put_aside_and_no_number_is_given_twice(done: Clinic, good: Path):
    store = opened(done)
    later = [store.keep(draft(name=f"later {number}")) for number in range(3)]
    store.close()
    before = names(done.folder)
    told = restore(good, done.folder, lambda: NOON)

    store = opened(done)
    assert told.missing == 3
    assert store.faults() == ("Records 7 to 9 are missing. Tell your technician.",)
    kept = store.keep(draft())
    assert kept.seq == 11
    assert kept.code not in {one.code for one in later}
    aside = names(told.put_aside)
    assert aside.keys() >= {RECORDS, "settings.toml", str(Path("keys", "kiosk.key"))}
    assert aside == {name: before[name] for name in aside}
    old = RecordStore(told.put_aside, done.keys, lambda: NOON, lambda _: Room(0))
    assert old.opened(later[2].id, done.staff).draft == draft(name="later 2")


def test_a_damaged_file_of_records_can_be_replaced_and_its_numbers_count(done: Clinic, good: Path):
    store = opened(done)
    store.keep(draft())
    store.close()
    path = done.folder / RECORDS
    path.write_bytes(b"\xff" * 100 + path.read_bytes()[100:])
    assert restore(good, done.folder, lambda: NOON).missing == 1
    assert opened(done).keep(draft()).seq == 9


def test_restoring_twice_puts_aside_twice(done: Clinic, good: Path):
    asides = [restore(good, done.folder, lambda: NOON).put_aside for _ in range(2)]
    assert [aside.name for aside in asides] == ["before-restore-1", "before-restore-2"]
    assert all((aside / RECORDS).exists() for aside in asides)
    assert opened(done).count() == RECORDS_SENT


def test_another_kiosks_backup_and_older_keys_are_refused(done: Clinic, good: Path, tmp_path: Path):
    other = clinic(tmp_path / "other")
    opened(other).keep(draft())
    with pytest.raises(BackupRefused, match="another kiosk"):
        restore(good, other.folder, lambda: NOON)

    newer = restoring.recipients.write_epoch(2, done.keys.load().signer)
    (done.folder / "keys.epoch").write_bytes(newer)
    with pytest.raises(BackupRefused, match="older"):
        restore(good, done.folder, lambda: NOON)
    shutil.rmtree(done.folder / "keys")
    with pytest.raises(BackupRefused, match="older"):
        restore(good, done.folder, lambda: NOON)


def test_a_newer_list_of_recipients_is_never_replaced_by_an_older(done: Clinic, good: Path):
    signer, listed = done.keys.load().signer, done.keys.load().recipients
    path = done.folder / "keys" / "recipients.json"
    path.write_bytes(restoring.recipients.write(replace(listed, epoch=2), signer))
    before = names(done.folder)
    with pytest.raises(BackupRefused, match="older"):
        restore(good, done.folder, lambda: NOON)
    assert names(done.folder) == before


HOSTILE = {
    "../outside": b"x",
    "/outside": b"x",
    "keys/../../outside": b"x",
    "keys/staff/../../../outside.age": b"x",
    "keys/staff/UP.age": b"x",
    "extra": b"x",
    "settings.toml": b"x" * (restoring.SMALL + 1),
    "keys/claim.key": b"no key",
    "keys/recipients.json": b"{}",
    RECORDS: b"no database",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_backup_that_the_kiosk_itself_would_not_make_is_refused_whole(
    done: Clinic, good: Path, tmp_path: Path, name: str
):
    before = names(tmp_path)
    file = repacked(good, tmp_path / "hostile.tar", {name: HOSTILE[name]}, done)
    with pytest.raises(BackupRefused):
        restore(file, done.folder, lambda: NOON)
    file.unlink()
    assert names(tmp_path) == before


@pytest.mark.parametrize("name", ["keys/claim.key", RECORDS, MANIFEST, SIGNATURE, "settings.toml"])
def test_a_part_that_was_changed_is_noticed(done: Clinic, good: Path, tmp_path: Path, name: str):
    file = repacked(good, tmp_path / "changed.tar", {name: b"changed"}, done, re_signed=False)
    with pytest.raises(BackupRefused):
        restore(file, done.folder, lambda: NOON)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.XHDTYPE])
def test_links_devices_and_long_headers_are_refused(done: Clinic, tmp_path: Path, kind: bytes):
    member = tarfile.TarInfo(MANIFEST)
    member.type, member.linkname, member.size = kind, "/etc/passwd", 8**11 - 1
    file = tmp_path / "link.tar"
    file.write_bytes(member.tobuf(tarfile.USTAR_FORMAT) * 3)
    with pytest.raises(BackupRefused):
        restore(file, done.folder, lambda: NOON)


def test_a_newer_programs_backup_is_said_to_be_newer(done: Clinic, tmp_path: Path):
    store = opened(done)
    with store.database.session() as session:
        session.connection().exec_driver_sql("PRAGMA user_version=99")
    store.close()
    content = (done.folder / RECORDS).read_bytes()
    good = tmp_path / "newer.tar"
    shutil.rmtree(done.folder)
    fresh = clinic(done.folder)
    saved(fresh, good)
    file = repacked(good, tmp_path / "newest.tar", {RECORDS: content}, fresh)
    with pytest.raises(DatabaseNewer):
        restore(file, fresh.folder, lambda: NOON)


def test_no_damaged_backup_is_ever_half_restored(done: Clinic, good: Path, tmp_path: Path):
    content, chance, refused = good.read_bytes(), Random(6), 0  # noqa: S311 (the same every time)
    before = names(done.folder)
    file = tmp_path / "damaged.tar"
    for turn in range(300):
        changed = bytearray(content)
        at = chance.randrange(4096 if turn % 2 else len(content))
        match turn % 4:
            case 0 | 1:
                changed[at] ^= 1 << chance.randrange(8)
            case 2:
                del changed[at:]
            case _:
                changed[at : at + 512] = chance.randbytes(512)
        file.write_bytes(changed)
        try:
            restore(file, done.folder, lambda: NOON)
        except StoreError as error:
            assert str(error).endswith(".")
            refused += 1
            assert names(done.folder) == before
        else:
            # What fills a block up, or a date in a head, says nothing.
            shutil.rmtree(done.folder)
            restore(good, done.folder, lambda: NOON)
            before = names(done.folder)
    assert refused > 200


@pytest.mark.parametrize("step", range(12))
def test_an_interrupted_restore_is_finished_at_the_next_start(done: Clinic, good: Path, monkeypatch, step: int):
    before, steps = names(done.folder), iter(range(99))

    def cut(_: Path) -> None:
        if next(steps) == step:
            raise OSError("the power fails")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="power"):
        patch.setattr(restoring, "sync_folder", cut)
        restore(good, done.folder, lambda: NOON)
    finish(done.folder)
    finish(done.folder)
    store = opened(done)
    assert store.faults() == ()
    assert store.count() == RECORDS_SENT
    aside = done.folder / "before-restore-1"
    if aside.exists():
        assert names(aside)[RECORDS] == before[RECORDS]
        assert store.audit.entries(1)[0].event == Event.RESTORED


def test_every_night_one_backup_and_the_newest_stay(done: Clinic, tmp_path: Path):
    folder, store = tmp_path / "nightly", opened(done)
    assert due(folder, NOON)
    # The clock jumps ten years ahead and back again; the order is that of the numbers.
    for days in (0, 3650, 1, 2):
        now = NOON + timedelta(days=days)
        assert due(folder, now)
        made = nightly(done.folder, folder, store, done.keys, now, keep=2)
        assert not due(folder, now)
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    store.close()
    assert made.name == "kiosk-000004-2026-03-16.backup.tar"
    assert sorted(path.name for path in folder.iterdir()) == [
        "kiosk-000003-2026-03-15.backup.tar",
        "kiosk-000004-2026-03-16.backup.tar",
        "notes.txt",
    ]


def test_staff_read_a_backup_where_it_lies(done: Clinic, good: Path, tmp_path: Path):
    room = tmp_path / "reading"
    said = verified(good, room)
    store = RecordStore(room, KeyRing(room / "keys", quick_unwrap), lambda: NOON, lambda _: Room(0))
    assert said.count == store.count() == RECORDS_SENT
    with pytest.raises(BackupRefused):
        verified(repacked(good, tmp_path / "x.tar", {"extra": b""}, done), tmp_path / "no")
    assert not (tmp_path / "no").exists()


def test_a_copy_that_fails_leaves_no_half_file(done: Clinic, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises((OSError, StoreError)):
        saved(done, tmp_path / "out" / "kiosk.tar")
    assert not list((tmp_path / "out").glob("*"))
