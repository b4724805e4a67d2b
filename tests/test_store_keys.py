"""Set-up and keys: nothing is written before both keys were proved, and a changed list of recipients is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from clinic import WORDS, Clinic, clinic, quick_unwrap, quick_wrap

from kiosk.domain.claim import WORDS as CLAIM_WORDS
from kiosk.store.age import Identity
from kiosk.store.errors import (
    KeysExist,
    KeysMissing,
    KeysRefused,
    NotForThisKey,
    UnknownStaff,
    WrongPassphrase,
)
from kiosk.store.founding import begin, found
from kiosk.store.keys import KeyRing
from kiosk.store.recipients import Recipients, Staff, write
from kiosk.store.signature import Signer


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


def test_before_set_up_nothing_is_ready(tmp_path: Path):
    keys = KeyRing(tmp_path / "keys")

    assert not keys.ready
    with pytest.raises(KeysMissing):
        keys.recipients()


def test_set_up_then_the_same_key_ring_is_ready(tmp_path: Path):
    keys = KeyRing(tmp_path / "keys", quick_unwrap)
    assert not keys.ready
    founding = begin("Ana Núñez", WORDS)
    found(tmp_path / "keys", founding, founding.words.upper(), quick_wrap, quick_unwrap)

    assert keys.ready
    assert keys.staff_names == ("Ana Núñez",)
    assert (keys.epoch, keys.kiosk) == (1, "kiosk")
    assert keys.recipients() == (founding.identity.recipient, Identity.read(founding.recovery).recipient)
    assert keys.unlock("Ana Núñez", f"  {founding.words.title()} ").recipient == founding.identity.recipient


def test_set_up_makes_five_words_and_new_keys_each_time():
    one, other = begin("Ana", WORDS), begin("Ana", WORDS)

    assert len(one.words.split()) == 5
    assert set(one.words.split()) <= set(WORDS)
    assert one.words != other.words
    assert one.recovery.startswith("AGE-SECRET-KEY-1")
    assert one.recovery != other.recovery
    assert one.identity.secret != one.recovery
    with pytest.raises(ValueError, match="name"):
        begin("  ", WORDS)


def test_a_wrongly_typed_passphrase_writes_nothing(tmp_path: Path):
    founding = begin("Ana", WORDS)
    with pytest.raises(WrongPassphrase):
        found(tmp_path / "keys", founding, founding.words + " zebra", quick_wrap, quick_unwrap)
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_does_not_open_the_test_record_writes_nothing(tmp_path: Path):
    founding = begin("Ana", WORDS)
    other = quick_wrap(Identity.generate(), founding.words)
    with pytest.raises(NotForThisKey):
        found(tmp_path / "keys", founding, founding.words, lambda *_: other, quick_unwrap)
    assert list(tmp_path.iterdir()) == []


def test_a_power_cut_during_set_up_leaves_no_keys_and_set_up_can_be_done_again(tmp_path: Path, monkeypatch):
    founding = begin("Ana", WORDS)

    def cut(*_):
        raise OSError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cut)
        with pytest.raises(OSError, match="power"):
            found(tmp_path / "keys", founding, founding.words, quick_wrap, quick_unwrap)
    assert not KeyRing(tmp_path / "keys").ready

    found(tmp_path / "keys", founding, founding.words, quick_wrap, quick_unwrap)
    assert KeyRing(tmp_path / "keys").ready
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keys", "keys.epoch"]


def test_set_up_is_done_once(done: Clinic):
    before = contents(done.folder)
    again = begin("Eve", WORDS)
    with pytest.raises(KeysExist):
        found(done.folder / "keys", again, again.words, quick_wrap, quick_unwrap)
    assert contents(done.folder) == before


def test_neither_words_nor_recovery_key_are_on_the_disk_or_in_a_representation(done: Clinic):
    for content in (*contents(done.folder).values(), repr(done.founding).encode()):
        assert done.founding.recovery.encode() not in content
        assert done.founding.words.encode() not in content
        assert done.staff.secret.encode() not in content
    assert done.staff.secret not in repr(done.staff) + str(done.staff)


def test_key_files_are_for_their_owner_only(done: Clinic):
    assert sorted(str(path.relative_to(done.folder)) for path in files(done.folder)) == sorted(
        str(Path(name))
        for name in (
            "keys.epoch",
            "keys/claim.key",
            "keys/kiosk.key",
            "keys/recipients.json",
            "keys/staff/ana-nunez.age",
        )
    )
    expected = {0o666} if os.name == "nt" else {0o600}
    assert {path.stat().st_mode & 0o777 for path in files(done.folder)} == expected
    assert os.name == "nt" or done.folder.stat().st_mode & 0o077 == 0


def test_unlocking_with_other_words_or_another_name(done: Clinic):
    with pytest.raises(WrongPassphrase):
        done.keys.unlock("Ana Núñez", "one two three four five")
    with pytest.raises(UnknownStaff):
        done.keys.unlock("Eve", done.founding.words)


def test_a_swapped_staff_key_is_refused(done: Clinic):
    path = done.folder / "keys" / "staff" / "ana-nunez.age"
    path.write_bytes(quick_wrap(Identity.generate(), done.founding.words))
    with pytest.raises(KeysRefused):
        done.keys.unlock("Ana Núñez", done.founding.words)
    path.unlink()
    with pytest.raises(KeysRefused, match=r"ana-nunez\.age is missing"):
        done.keys.unlock("Ana Núñez", done.founding.words)


def test_the_recovery_key_is_read_as_typed_from_paper(done: Clinic):
    paper = done.founding.recovery.lower()
    typed = " ".join(paper[place : place + 4] for place in range(0, len(paper), 4))

    assert done.keys.recover(typed).secret == done.founding.recovery
    for wrong in ("AGE-SECRET-KEY-1", "", Identity.generate().secret):
        with pytest.raises(WrongPassphrase):
            done.keys.recover(wrong)


def test_a_list_of_recipients_that_was_changed_unsigned_or_foreign_is_refused(done: Clinic):
    path = done.folder / "keys" / "recipients.json"
    good = json.loads(path.read_text(encoding="utf-8"))
    thief = Identity.generate().recipient
    foreign = write(Recipients("front desk", 1, (Staff("Eve", "eve", thief),), thief), Signer.generate())
    bad = [
        json.dumps({**good, "recovery": thief}),
        json.dumps({**good, "epoch": 2}),
        json.dumps({**good, "kiosk": "other"}),
        json.dumps({**good, "staff": [*good["staff"], {"name": "Eve", "slug": "eve", "recipient": thief}]}),
        json.dumps({**good, "staff": [{**good["staff"][0], "name": "Eve"}]}),
        json.dumps({key: value for key, value in good.items() if key != "signature"}),
        json.dumps({**good, "signature": "not hex"}),
        json.dumps({**good, "v": 2}),
        json.dumps([good]),
        foreign.decode(),
        "{",
        "",
    ]
    assert done.keys.ready
    for text in bad:
        path.write_text(text, encoding="utf-8")
        assert not done.keys.ready, text
        with pytest.raises(KeysRefused):
            done.keys.load()


def test_a_list_of_recipients_with_a_secret_key_in_it_is_refused_although_signed(done: Clinic):
    path = done.folder / "keys" / "recipients.json"
    signer = Signer.read((done.folder / "keys" / "kiosk.key").read_bytes())
    staff = done.staff.recipient
    for secret in (done.staff.secret, done.staff.secret.lower()):
        path.write_bytes(write(Recipients("front desk", 1, (Staff(secret, "ana", staff),), staff), signer))
        with pytest.raises(KeysRefused, match="secret key") as refused:
            done.keys.load()
        assert secret not in str(refused.value)


@pytest.mark.parametrize("name", ["kiosk.key", "claim.key", "recipients.json"])
def test_a_missing_or_broken_key_file_is_refused(done: Clinic, name: str):
    path = done.folder / "keys" / name
    path.write_bytes(b"\xff nothing")
    with pytest.raises(KeysRefused):
        done.keys.load()
    path.unlink()
    with pytest.raises(KeysRefused, match=f"{name} is missing"):
        done.keys.load()


def test_the_fingerprint_says_whose_keys_they_are(done: Clinic, tmp_path: Path):
    words = done.keys.fingerprint.split()

    assert len(words) == 8
    assert set(words) <= set(CLAIM_WORDS)
    assert done.keys.fingerprint == done.keys.fingerprint
    assert clinic(tmp_path / "other").keys.fingerprint != done.keys.fingerprint


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in files(folder)}
