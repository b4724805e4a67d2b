"""Claim codes: all of a long row differ, staff find the record by them, and a slip of the tongue is forgiven."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.claim import NUMBERS, SPACE, WORDS, code, place, tidy

SECRETS = st.binary(min_size=16, max_size=32)


def test_every_code_of_the_space_is_given_once_and_found_again():
    secret = b"a secret of the clinic"
    codes = [code(secret, seq) for seq in range(1, SPACE + 1)]

    assert SPACE == 11_520
    assert len(set(codes)) == SPACE
    assert [place(secret, one) for one in codes] == [seq % SPACE for seq in range(1, SPACE + 1)]


@given(SECRETS, st.integers(1, 10**9), st.integers(1, SPACE - 1))
def test_any_secret_and_number(secret: bytes, seq: int, further: int):
    assert place(secret, code(secret, seq)) == seq % SPACE
    assert code(secret, seq) != code(secret, seq + further)
    assert code(secret, seq) == code(secret, seq + SPACE)


def test_the_next_code_cannot_be_told_from_the_last():
    secret = b"a secret of the clinic"
    words = [code(secret, seq).split()[0] for seq in range(1, 1001)]
    numbers = [int(code(secret, seq).split()[1]) for seq in range(1, 1001)]

    assert len(set(words)) == len(WORDS)
    assert len(set(numbers)) > NUMBERS * 0.95
    assert sum(one == other for one, other in pairwise(words)) < 30
    assert [code(secret, 1), code(secret, 2)] != [code(b"another secret here", 1), code(b"another secret here", 2)]


@pytest.mark.parametrize(
    "said", ["MAPLE 27", "maple27", " Maple  27 ", "maple-27", "Maple.27", "ＭＡＰＬＥ ２７", "maple\n27"]
)
def test_what_was_meant_is_read(said: str):
    assert tidy(said) == "MAPLE 27"


@pytest.mark.parametrize(
    "said", ["", "MAPLE", "27", "MAPLE 9", "MAPLE 100", "MAPLE 07", "MABLE 27", "MAPLE 27 X", "27 MAPLE"]
)
def test_what_is_no_code_is_none(said: str):
    assert tidy(said) is None
    with pytest.raises(ValueError, match="not a claim code"):
        place(b"secret", said)


@given(st.text())
def test_no_text_breaks_the_reader(text: str):
    read = tidy(text)
    assert read is None or tidy(read) == read


def test_the_words_are_short_and_unlike_each_other():
    assert len(WORDS) == 128
    assert all(word.isascii() and word.isalpha() and word.isupper() and 4 <= len(word) <= 10 for word in WORDS)
    assert len({word[:3] for word in WORDS}) == 128
    assert min(slips(one, other) for place, one in enumerate(WORDS) for other in WORDS[place + 1 :]) >= 3


def slips(one: str, other: str) -> int:
    """How many letters must be changed, added or left out to make one word the other."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != wanted)))
        before = now
    return before[-1]
