"""The set-up at a terminal: a passphrase shown once and typed back, a recovery key shown once, both of them proved."""

from __future__ import annotations

from pathlib import Path

from kiosk.machine import Trouble
from kiosk.office.opening import usable
from kiosk.office.terminal import TRIES, ask, complain, say, secret
from kiosk.settings import RESOURCES
from kiosk.store import age, founding, passphrase
from kiosk.store.errors import KeysExist
from kiosk.store.founding import Founding
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one

LONGEST_NAME = 40
"""Letters, as on the screen."""


def setup(data: Path, name: str, kiosk: str) -> int:
    """Makes the keys in ``data``; nothing is written before both have opened a test record.

    An empty ``name`` is asked for, an empty ``kiosk`` is the settings file's. Raises Trouble, BadSettings, StoreError
    or OSError.
    """
    settings = usable(data)
    with only_one(data):
        if (data / "keys").exists():
            raise KeysExist
        words = passphrase.words(RESOURCES / "words" / "eff_large_wordlist.txt")
        name = checked("name", name or ask("Staff name: "))
        keys = founding.begin(name, words, checked("kiosk's name", kiosk or settings.kiosk))
        _show_words(keys)
        typed = _typed_back(keys)
        _show_recovery(keys)
        founding.found(data / "keys", keys, typed, age.wrap, age.unwrap)
        say("Both keys have opened a test record. Patients can send their answers now.")
        say(f"Fingerprint of the keys: {KeyRing(data / 'keys', age.unwrap).fingerprint}")
        say("Close this window: the passphrase and the recovery key stand in it.")
    return 0


def checked(what: str, name: str) -> str:
    """A name that can stand in lists. Raises Trouble."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Trouble(f"A {what} is 1 to {LONGEST_NAME} letters on one line. Choose another.")
    return name


def _show_words(keys: Founding) -> None:
    say(f"The passphrase of {keys.name}, shown only now. Write these five words on paper:")
    say(f"\n    {keys.words}\n")


def _typed_back(keys: Founding) -> str:
    """The words as they were typed. Raises Trouble after three wrong tries."""
    for left in reversed(range(TRIES)):
        say("Type the five words from your paper.")
        typed = secret("The five words: ")
        if passphrase.normalise(typed) == keys.words:
            return typed
        if left:
            complain("These words are not the ones shown. Look at your paper and try again.")
    raise Trouble("The words were not typed back, so nothing was kept. Run the set-up again.")


def _show_recovery(keys: Founding) -> None:
    say("The recovery key, shown only now. Write it on paper too, or print it, and lock it away from the kiosk:")
    say(f"\n    {keys.recovery}\n")
    say("Trying both keys on a test record. This takes some seconds.")
