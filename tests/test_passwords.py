"""Staff's five words, completed after three letters and never shown again."""

from __future__ import annotations

import pytest
from office import KNOWN, shown, titles

from kiosk.viewmodels.passwords import Passwords

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def passwords() -> Passwords:
    made = Passwords()
    made.furnish(KNOWN)
    return made


def typed(passwords: Passwords, letters: str) -> list[str]:
    for letter in letters:
        passwords.type(letter)
    return titles(passwords.completions)


def test_words_are_completed_after_three_letters(passwords):
    assert typed(passwords, "Co") == []
    assert typed(passwords, "n") == ["concave", "conceal", "concept", "concern", "concert", "concur"]
    assert typed(passwords, "d") == ["condone"]


def test_a_hyphen_need_not_be_typed(passwords):
    assert typed(passwords, "tsh") == ["t-shirt"]
    passwords.forget()
    assert typed(passwords, "t-sh") == ["t-shirt"]


def test_a_space_takes_the_only_word_it_can_be_or_what_was_typed(passwords):
    typed(passwords, "zeb conceal ")
    assert passwords.phrase == "zebra conceal"


def test_a_word_that_was_taken_never_shows_again(passwords):
    passwords.take("concave")
    typed(passwords, "zeb")
    assert "concave" not in shown(passwords)
    assert [slot.done for slot in passwords.slots.rows] == [True, False, False, False, False]
    for _ in range(4):
        passwords.erase()
    assert (passwords.letters, passwords.phrase, passwords.number) == ("", "", 1)
