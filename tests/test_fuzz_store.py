"""Whatever a file that should last has turned into: an error with a sentence, or exactly what it was; never a crash."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from clinic import NOON, Clinic, clinic, draft

from kiosk.domain.record import Kept
from kiosk.store import age, recipients, seal
from kiosk.store.age import BEGINNING, Identity
from kiosk.store.backup import parsed
from kiosk.store.errors import StoreError
from kiosk.store.folder_archive import FolderArchive
from kiosk.store.keys import KeyRing
from kiosk.store.pages import Pages
from kiosk.store.records import RecordStore
from kiosk.store.salvage import Salvage
from kiosk.store.seal import Place
from kiosk.store.signature import Signer
from kiosk.store.space import Room

AGES, JSONS, LISTS, FILES = 600, 400, 400, 40
ODD = ("null", "true", "-1", "1e999", '"x"', "[]", "{}", "[[[[", '"\\ud800"', "9" * 5000, "NaN")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Clinic:
    return clinic(tmp_path_factory.mktemp("fuzz") / "data")


@pytest.fixture(scope="module")
def kept(done: Clinic) -> list[Kept]:
    store = RecordStore(done.folder, done.keys, lambda: NOON, lambda _: Room(0))
    records = [store.keep(draft()) for _ in range(12)]
    store.close()
    return records


def mutated(content: bytes, chance: Random) -> bytes:
    """The same with one to four accidents."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        # Half of them in the head, where the structure is.
        at = chance.randrange(max(1, min(len(changed), 300) if chance.random() < 0.5 else len(changed)))
        match chance.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randrange(200)]
            case 2:
                changed[at:at] = chance.randbytes(chance.randrange(40))
            case 3:
                changed[at:at] = changed[at : at + chance.randrange(300)]
            case _:
                changed[at : at + 20] = chance.choice(ODD).encode()
    return bytes(changed)


def fuzzed(content: bytes, times: int, read: Callable[[bytes], object], good: Callable[[object], bool]) -> int:
    """How often an error was raised; anything but an error or what it was is a failure."""
    chance, refused = Random(times), 0  # noqa: S311 (the same every time)
    for _ in range(times):
        try:
            assert good(read(mutated(content, chance)))
        except StoreError as error:
            refused += 1
            assert str(error).endswith(".")
    return refused


def test_sealed_answers_that_were_changed_do_not_open(done: Clinic):
    plain = seal.padded(b'{"v": 1}')
    sealed = age.seal(plain, done.keys.recipients())
    assert fuzzed(sealed, AGES, done.staff.open, lambda opened: opened == plain) > AGES * 0.9


def test_what_is_not_age_at_all_does_not_open(done: Clinic):
    for content in (b"", BEGINNING, BEGINNING * 9, b"\0" * 5000, BEGINNING + b"-> scrypt AAAA 60\n" * 99, b"-" * 10**6):
        with pytest.raises(StoreError):
            done.staff.open(content)


def test_whatever_is_sealed_is_a_record_or_an_error():
    place = Place("id", "kiosk", 1, 1)
    content = seal.body(place, "MAPLE 27", draft()).rstrip()
    assert fuzzed(content, JSONS, lambda body: seal.read(body, place), lambda read: isinstance(read, tuple)) > 100


def test_a_changed_list_of_recipients_is_never_believed(done: Clinic):
    file = (done.folder / "keys" / "recipients.json").read_bytes()
    signer, listed = done.keys.load().signer, done.keys.load().recipients
    assert fuzzed(file, LISTS, lambda changed: recipients.read(changed, signer), lambda read: read == listed) > 200


def test_changed_key_files_are_an_error_or_the_same_key(done: Clinic, tmp_path: Path):
    signer = done.keys.load().signer
    assert fuzzed(signer.pem, LISTS, Signer.read, lambda read: isinstance(read, Signer)) > 200
    wrapped = tmp_path / "key.age"

    def unlock(changed: bytes) -> Identity:
        wrapped.write_bytes(changed)
        return done.keys.unlock_file(wrapped, done.founding.words)[1]

    file = next((done.folder / "keys" / "staff").iterdir()).read_bytes()
    assert fuzzed(file, 100, unlock, lambda key: key.secret == done.staff.secret) > 50


def test_a_changed_manifest_of_a_backup_is_no_other_error():
    head = {"seq": 3, "digest": "ab" * 32}
    said = {"v": 1, "kiosk": "k", "epoch": 1, "count": 3, "records": head, "audit": head, "made": "2026"}
    content = json.dumps({**said, "parts": [{"name": "records.sqlite", "size": 9, "sha256": "cd" * 32}]}).encode()
    chance, refused = Random(8), 0  # noqa: S311 (the same every time)
    for _ in range(JSONS):
        try:
            parsed(mutated(content, chance))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            refused += 1
    assert refused > 100


def test_a_changed_manifest_of_an_export_is_an_error_or_a_list_of_records(
    done: Clinic, kept: list[Kept], tmp_path: Path
):
    rows = done.rows("SELECT id, kiosk, seq, day, key_epoch, hex(digest), hex(prev), hex(sig) FROM record")
    names = ("id", "kiosk", "seq", "day", "key_epoch", "digest", "prev", "sig")
    lines = [json.dumps({**dict(zip(names, row, strict=True)), "sha256": "", "marks": []}) for row in rows]
    shutil.copyfile(done.folder / "keys" / "recipients.json", tmp_path / "recipients.json")

    def archive(changed: bytes) -> tuple[object, ...]:
        (tmp_path / "manifest.jsonl").write_bytes(changed)
        opened = FolderArchive(tmp_path)
        return opened.heads(99), opened.faults()

    content = "\n".join(lines[:3]).encode()
    assert archive(content)[0]
    assert fuzzed(content, JSONS, archive, lambda read: isinstance(read, tuple)) > 50


def test_salvage_believes_nothing_and_stumbles_over_nothing(done: Clinic, kept: list[Kept], tmp_path: Path):
    content, chance = (done.folder / "records.sqlite").read_bytes(), Random(9)  # noqa: S311 (the same every time)
    known = {(one.id, one.seq) for one in kept}
    found = 0
    for turn in range(FILES):
        path = tmp_path / "records.sqlite"
        path.write_bytes(mutated(content, chance) if turn % 4 else chance.randbytes(60_000))
        salvage = Salvage(KeyRing(done.folder / "keys"))
        salvage.read(path, tmp_path / "room")
        saved = {(row["id"], row["seq"]) for row in salvage.whole()}
        assert saved <= known
        found += len(saved)
    assert found > FILES


def test_pages_that_point_in_circles_come_to_an_end():
    leaf = bytearray(4096)
    leaf[0:5] = bytes([0x0D, 0, 0, 0xFF, 0xFF])
    for at in range(8, 4096):
        leaf[at] = at % 251
    assert len(list(Pages(bytes(4096) + bytes(leaf) * 4, b"\x37\x7f" + bytes(leaf) * 3).cells(BEGINNING))) < 10**5
