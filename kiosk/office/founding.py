"""The set-up at a terminal: a passphrase shown once and typed back, a recovery key shown once, both of them proved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk.machine import Trouble
from kiosk.office.opening import usable
from kiosk.office.terminal import TRIES, ask, complain, say, secret
from kiosk.settings import RESOURCES
from kiosk.store import age, founding, passphrase
from kiosk.store.audit import Event
from kiosk.store.errors import KeysExist
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore

LONGEST_NAME = 40
"""Letters, as on the screen."""


def setup(data: Path, name: str, kiosk: str, key_file: Path | None = None) -> int:
    """Makes the keys in ``data``; nothing is written before both have opened a test record.

    An empty ``name`` is asked for, an empty ``kiosk`` is the settings file's. With ``key_file``, a folder or a new
    file's name on a stick or another machine, the staff key is kept there and not on the kiosk. Raises Trouble,
    BadSettings, StoreError or OSError.
    """
    settings = usable(data)
    with only_one(data):
        if (data / "keys").exists():
            raise KeysExist
        name = checked("name", name or ask("Staff name: "))
        keys = founding.begin(name, word_list(), checked("kiosk's name", kiosk or settings.kiosk))
        show_words(keys.name, keys.words)
        typed = typed_back(keys.words)
        show_recovery(keys.recovery)
        say("Trying both keys on a test record. This takes some seconds.")
        founding.found(data / "keys", keys, typed, age.wrap, age.unwrap, key_file)
        say("Both keys have opened a test record. Patients can send their answers now.")
        if key_file is not None:
            say(f"The key of {keys.name} is in {key_file}, not on this machine.")
        keyring = KeyRing(data / "keys", age.unwrap)
        say(f"Fingerprint of the keys: {keyring.fingerprint}")
        say("Close this window: the passphrase and the recovery key stand in it.")
        store = RecordStore(data, keyring, lambda: datetime.now().astimezone())
        note(store, Event.KEYS_FOUNDED, name, epoch=keyring.epoch)
        store.close()
    return 0


def word_list() -> tuple[str, ...]:
    """The words that passphrases are made of."""
    return passphrase.words(RESOURCES / "words" / "eff_large_wordlist.txt")


def note(store: RecordStore, event: Event, by: str, **counts: int | str) -> None:
    """A line in the audit log about what was done; when it cannot be written, that is said."""
    store.audit.note(event, by, **counts)
    if store.audit.waiting:
        complain("This could not be noted in the audit log. Free some space on the disk, and note it on paper.")


def checked(what: str, name: str) -> str:
    """A name that can stand in lists. Raises Trouble."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise Trouble(f"A {what} is 1 to {LONGEST_NAME} letters on one line. Choose another.")
    return name


def show_words(name: str, words: str) -> None:
    """The one time they are shown."""
    say(f"The passphrase of {name}, shown only now. Write these five words on paper:")
    say(f"\n    {words}\n")


def typed_back(words: str, again: str = "Run the set-up again.") -> str:
    """The words as they were typed. Raises Trouble after three wrong tries; ``again`` says what to do then."""
    for left in reversed(range(TRIES)):
        say("Type the five words from your paper.")
        typed = secret("The five words: ")
        if passphrase.same(typed, words):
            return typed
        if left:
            complain("These words are not the ones shown. Look at your paper and try again.")
    raise Trouble(f"The words were not typed back, so nothing was kept. {again}")


def show_recovery(recovery: str) -> None:
    """The one time it is shown."""
    say("The recovery key, shown only now. Write it on paper too, or print it, and lock it away from the kiosk:")
    say(f"\n    {recovery}\n")
