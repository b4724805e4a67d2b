"""Sealing, signing and passphrases, each by itself."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from clinic import WORDS

from kiosk.store import age, passphrase
from kiosk.store.age import Identity
from kiosk.store.errors import KeysError, KeysRefused, NotForThisKey, Tampered, WrongPassphrase
from kiosk.store.founding import slug
from kiosk.store.signature import Signer, frame, verified


def test_the_real_scrypt_opens_with_its_words_and_no_others():
    identity = Identity.generate()
    wrapped = age.wrap(identity, "correct words")

    assert wrapped.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert int(wrapped.split(b"\n")[1].split()[-1]) >= 14
    assert age.unwrap(wrapped, "correct words").secret == identity.secret
    with pytest.raises(WrongPassphrase):
        age.unwrap(wrapped, "other words")
    with pytest.raises(KeysRefused):
        age.unwrap(b"no age file", "correct words")


def test_a_scrypt_that_cannot_run_says_so(monkeypatch):
    monkeypatch.setattr(age.scrypt, "__file__", "no-such-file.py")
    with pytest.raises(KeysError, match="memory") as trouble:
        age.wrap(Identity.generate(), "words of a passphrase")
    assert "words of" not in str(trouble.value)


def test_sealing_to_nobody_or_to_what_is_no_recipient_is_refused():
    for recipients in ((), ("age1nothing",)):
        with pytest.raises(KeysRefused):
            age.seal(b"text", recipients)


def test_a_sealed_file_opens_for_its_recipients_only_and_unchanged_only():
    ours, other = Identity.generate(), Identity.generate()
    sealed = age.seal(b"text", [ours.recipient])

    assert ours.open(sealed) == b"text"
    with pytest.raises(NotForThisKey):
        other.open(sealed)
    for broken in (sealed[:-1], sealed[:-1] + b"\0", b"", b"text"):
        with pytest.raises(Tampered):
            ours.open(broken)


def test_framed_lists_never_look_alike():
    assert frame("a", "bc", "d") != frame("a", "b", "cd")
    assert frame("a", "b") != frame("ab")
    assert frame("a", 1) == frame("a", "1")
    signer = Signer.generate()
    signature = signer.sign(b"text")
    assert verified(signer.public, b"text", signature)
    assert not verified(signer.public, b"other", signature)
    assert not verified(Signer.generate().public, b"text", signature)
    assert not verified(b"short", b"text", signature)
    assert Signer.read(signer.pem).public == signer.public


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ana Núñez", "ana-nunez"), ("Dr. O'Neil", "dr-o-neil"), ("王", "staff"), ("CON", "staff-con"), ("../x", "x")],
)
def test_a_name_becomes_a_file_name_on_every_system(name: str, expected: str):
    assert slug(name) == expected


def test_words_are_completed_after_three_letters():
    assert len(WORDS) == 7776
    assert passphrase.complete(WORDS, "ab") == ()
    assert passphrase.complete(WORDS, "ABA") == ("abacus",)
    assert passphrase.complete(WORDS, "zebra") == ("zebra",)
    assert passphrase.complete(WORDS, "qqq") == ()
    many = passphrase.complete(WORDS, "con")
    assert len(many) == 6
    assert all(word.startswith("con") for word in many)


def test_words_are_read_forgivingly_and_chosen_by_the_chance_given():
    assert passphrase.normalise("  Abacus,  yo-yo\nZEBRA. ") == "abacus yo-yo zebra"
    one, other = (passphrase.generate(WORDS, Random(1)) for _ in range(2))  # noqa: S311 - repeatable on purpose
    assert one == other
    assert all(passphrase.normalise(word) == word for word in WORDS)


def test_a_word_list_that_is_not_whole_is_refused(tmp_path: Path):
    path = tmp_path / "words.txt"
    path.write_text("11111\tabacus\n", encoding="utf-8")
    with pytest.raises(ValueError, match="7,776"):
        passphrase.words(path)
