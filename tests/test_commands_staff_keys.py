"""The keys at the command line: staff join and leave, new words, the lost passphrase, the key kept on a stick."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic import NOON, Clinic, clinic, draft, quick_unwrap, quick_wrap

from kiosk.office import founding, staffing, terminal
from kiosk.office.staffing import RECOVERY, Permit
from kiosk.store import age
from kiosk.store.age import Identity
from kiosk.store.audit import Entry
from kiosk.store.errors import NotForThisKey
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore

NAME = "Ana Núñez"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "wrap", quick_wrap)
    monkeypatch.setattr(age, "unwrap", quick_unwrap)


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    """A clinic with two records."""
    made = clinic(tmp_path / "data", NAME)
    store = made.store()
    store.keep(draft())
    store.keep(draft())
    store.close()
    return made


class Person(io.StringIO):
    """Types the lines, then what the screen showed behind four spaces, as often as it is asked for it."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *lines: str, slip: str = "") -> None:
        super().__init__()
        self.capsys, self.lines, self.slip = capsys, list(lines), slip
        self.said = self.complained = self.words = ""

    def readline(self, *_: int) -> str:
        self.listens()
        if self.lines:
            return self.lines.pop(0) + "\n"
        self.words = [line.strip() for line in self.said.splitlines() if line.startswith("    ")][-1]
        return f"{self.words}{self.slip}\n"

    def listens(self) -> None:
        heard = self.capsys.readouterr()
        self.said, self.complained = self.said + heard.out, self.complained + heard.err


@pytest.fixture
def does(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs a command with a person at the keyboard; how it ended, and that person."""

    def command(work: Callable[[], int], *lines: str, slip: str = "") -> tuple[int, Person]:
        person = Person(capsys, *lines, slip=slip)
        monkeypatch.setattr(sys, "stdin", person)
        code = terminal.told(work)
        person.listens()
        return code, person

    return command


def ring(done: Clinic) -> KeyRing:
    return KeyRing(done.folder / "keys", quick_unwrap)


def opened_by(done: Clinic, key: Identity) -> int:
    """How many records this key opens."""
    store = RecordStore(done.folder, ring(done), lambda: NOON)
    count = 0
    for head in store.heads(99):
        try:
            store.opened(head.id, key)
            count += 1
        except NotForThisKey:
            continue
    store.close()
    return count


def noted(done: Clinic) -> list[tuple[str, str, object, object]]:
    """The lines of the audit log, oldest first: event, by whom, about whom, list."""
    store = RecordStore(done.folder, ring(done), lambda: NOON)
    entries = store.audit.entries(99)
    store.close()
    return [line(entry) for entry in reversed(entries)]


def line(entry: Entry) -> tuple[str, str, object, object]:
    return entry.event, entry.by, entry.counts.get("staff", entry.counts.get("resealed")), entry.counts.get("epoch")


def test_a_colleague_joins_and_leaves(done: Clinic, does):
    me = Permit(done.folder)
    code, person = does(lambda: staffing.add(me, " Ben "), done.founding.words)
    assert (code, person.complained) == (0, "")
    assert person.said.count(person.words) == 1
    assert "Ben can read the records that are sent from now on." in person.said
    assert "main.py keys reseal" in person.said
    assert ring(done).fingerprint in person.said
    ben = ring(done).unlock("Ben", person.words)
    assert opened_by(done, ben) == 0

    code, person = does(lambda: staffing.reseal(Permit(done.folder, NAME)), done.founding.words)
    assert (code, opened_by(done, ben)) == (0, 2)
    assert "2 of 2 records\n2 sealed anew" in person.said

    code, person = does(lambda: staffing.remove(Permit(done.folder, NAME), "BEN "), done.founding.words)
    assert (code, ring(done).staff_names) == (0, (NAME,))
    assert "Ben cannot read records that are sent from now on." in person.said
    assert does(lambda: staffing.reseal(me), done.founding.words)[0] == 0
    assert opened_by(done, ben) == 0
    assert opened_by(done, done.staff) == 2
    assert [row for row in noted(done) if row[0] in ("staff-added", "staff-removed", "records-resealed")] == [
        ("staff-added", NAME, "Ben", 2),
        ("records-resealed", NAME, 2, 2),
        ("staff-removed", NAME, "Ben", 3),
        ("records-resealed", NAME, 2, 3),
    ]


def test_words_that_are_not_typed_back_change_nothing(done: Clinic, does):
    code, person = does(lambda: staffing.add(Permit(done.folder), "Ben"), done.founding.words, slip=" zebra")
    assert code == 1
    assert person.complained.count("not the ones shown") == 2
    assert person.complained.endswith("so nothing was kept. Run the command again.\n")
    assert (ring(done).staff_names, ring(done).epoch) == ((NAME,), 1)


def test_new_words_for_oneself(done: Clinic, does):
    code, person = does(lambda: staffing.renew(Permit(done.folder), NAME.lower()), done.founding.words)
    assert (code, ring(done).epoch) == (0, 1)
    assert ring(done).unlock(NAME, person.words).secret == done.staff.secret
    assert does(lambda: staffing.renew(Permit(done.folder)), done.founding.words)[0] == 1


def test_a_lost_passphrase_and_the_key_from_paper(done: Clinic, does):
    paper = Permit(done.folder, recovery=True)
    code, person = does(lambda: staffing.renew(paper, NAME), done.founding.recovery.lower())
    assert code == 0
    key = ring(done).unlock(NAME, person.words)
    assert opened_by(done, key) == 0
    assert does(lambda: staffing.reseal(paper), done.founding.recovery)[0] == 0
    assert opened_by(done, key) == 2
    assert ring(done).staff_names == (NAME,)
    events = [row[:3] for row in noted(done)]
    assert [row for row in events if row[1] == RECOVERY] == [
        ("recovery-used", RECOVERY, None),
        ("staff-added", RECOVERY, NAME),
        ("recovery-used", RECOVERY, None),
        ("records-resealed", RECOVERY, 2),
    ]
    code, person = does(lambda: staffing.renew(paper), done.founding.recovery)
    assert (code, person.complained) == (1, "Say who needs a new key: main.py keys renew NAME.\n")
    code, person = does(lambda: staffing.renew(paper, NAME), Identity.generate().secret)
    assert (code, person.complained[:44]) == (1, "That is not this clinic's recovery key. Chec")


def test_at_a_terminal_the_recovery_key_may_be_typed_again(done: Clinic, monkeypatch, capsys):
    lines = ["AGE-SECRET-KEY-1", done.founding.recovery]
    monkeypatch.setattr(staffing, "interactive", lambda: True)
    monkeypatch.setattr(staffing, "secret", lambda _prompt: lines.pop(0))
    assert terminal.told(lambda: staffing.reseal(Permit(done.folder, recovery=True))) == 0
    told = capsys.readouterr()
    assert told.err.startswith("That is not this clinic's recovery key.")
    assert told.out == "0 sealed anew to the present list.\n"


def test_a_new_recovery_key(done: Clinic, does):
    code, person = does(lambda: staffing.renew_recovery(Permit(done.folder)), done.founding.words)
    fresh = next(word for word in person.said.split() if word.startswith(age.SECRET))
    assert (code, person.said.count(fresh)) == (0, 1)
    assert ring(done).recover(fresh).secret == fresh
    assert opened_by(done, Identity.read(fresh)) == 0
    assert does(lambda: staffing.reseal(Permit(done.folder)), done.founding.words)[0] == 0
    assert opened_by(done, Identity.read(fresh)) == 2
    assert opened_by(done, Identity.read(done.founding.recovery)) == 0


def test_a_colleagues_key_on_a_stick(done: Clinic, does, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    code, person = does(lambda: staffing.add(Permit(done.folder), "Ben", stick), done.founding.words)
    assert code == 0
    assert f"The key is in {stick}, not on this machine." in person.said
    words = person.words
    code, person = does(lambda: staffing.list_staff(done.folder))
    assert person.said.splitlines()[:2] == [f"{NAME}  (admin, key on this machine)", "Ben  (staff, key kept elsewhere)"]
    code, person = does(lambda: staffing.reseal(Permit(done.folder, "Ben")), words)
    assert (code, person.complained) == (
        1,
        "Your key is not on this machine. Read records on the staff computer.\n",
    )
    own = Permit(done.folder, key_file=stick / "ben.age")
    code, person = does(lambda: staffing.renew(own), words)
    assert code == 0
    fresh = person.words
    assert does(lambda: staffing.reseal(own), words)[0] == 1
    code, person = does(lambda: staffing.reseal(own), fresh)
    assert (code, "2 left as they were: this key does not open them." in person.said) == (0, True)


def test_set_up_with_the_key_on_a_stick(does, tmp_path: Path):
    place, data = tmp_path / "ana.age", tmp_path / "data"
    code, person = does(lambda: founding.setup(data, NAME, "Front", place))
    assert code == 0
    assert f"The key of {NAME} is in {place}, not on this machine." in person.said
    keys = KeyRing(data / "keys", quick_unwrap)
    assert keys.unlock_file(place, person.words)[0] == NAME
    assert [one.away for one in keys.staff] == [True]
    store = RecordStore(data, keys, lambda: NOON)
    assert [line(entry) for entry in store.audit.entries(9)] == [("keys-founded", NAME, None, 1)]
    store.close()


def test_the_list_and_its_fingerprint_need_no_passphrase(done: Clinic, does):
    code, person = does(lambda: staffing.fingerprint(done.folder))
    assert (code, person.said) == (0, f"Fingerprint of the keys: {done.keys.fingerprint}\n")
    code, person = does(lambda: staffing.list_staff(done.folder))
    assert (code, person.said.splitlines()[0]) == (0, f"{NAME}  (admin, key on this machine)")
    assert person.said.endswith(f"Fingerprint of the keys: {done.keys.fingerprint}\n")


def test_an_admin_more_and_one_less(done: Clinic, does):
    code, person = does(lambda: staffing.add(Permit(done.folder), "Ben", role="admin"), done.founding.words)
    assert code == 0
    code, said = does(lambda: staffing.appoint(Permit(done.folder, "Ben"), NAME.lower(), "staff"), person.words)
    assert (code, said.said.splitlines()[0]) == (0, f"{NAME} is a member of staff and no admin from now on.")
    assert [(one.name, one.role) for one in ring(done).staff] == [(NAME, "staff"), ("Ben", "admin")]
    assert [line[0] for line in noted(done)].count("role-changed") == 1
    code, said = does(lambda: staffing.appoint(Permit(done.folder, NAME), NAME, "admin"), done.founding.words)
    assert (code, said.complained) == (
        1,
        "Only an admin can change who reads the records. Ask one, or use the recovery key.\n",
    )
    code, said = does(
        lambda: staffing.appoint(Permit(done.folder, recovery=True), NAME, "admin"), done.founding.recovery
    )
    assert (code, said.said.splitlines()[0]) == (0, f"{NAME} is an admin from now on.")


COMMANDS = {
    "role": lambda permit: staffing.appoint(permit, NAME, "admin"),
    "add": lambda permit: staffing.add(permit, "Ben"),
    "remove": lambda permit: staffing.remove(permit, NAME),
    "renew": staffing.renew,
    "recovery": staffing.renew_recovery,
    "reseal": staffing.reseal,
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_what_stands_in_the_way_is_one_sentence(command, done: Clinic, does, tmp_path: Path, monkeypatch):
    words = done.founding.words
    none = Permit(tmp_path / "none", recovery=True)
    lost = Permit(done.folder, key_file=tmp_path / "no-stick" / "key.age")
    wrong = Permit(done.folder, key_file=done.folder / "keys" / "kiosk.key")
    said = [does(lambda permit=permit: command(permit), words) for permit in (none, lost, wrong)]
    said.append(does(lambda: command(Permit(done.folder)), "one two three four five"))
    with only_one(done.folder):
        said.append(does(lambda: command(Permit(done.folder, recovery=True)), done.founding.recovery))
    starts = ("There are no keys yet.", str(tmp_path / "no-stick"), "kiosk.key is not the file", "Those words do not")
    for (code, person), start in zip(said, (*starts, "The kiosk is already running"), strict=True):
        assert code == 1
        assert person.complained.startswith(start)
        assert person.complained.count("\n") == 1
    assert ring(done).epoch == 1
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("command", [COMMANDS["add"], COMMANDS["renew"], COMMANDS["recovery"]])
def test_a_disk_that_is_full_is_one_sentence_and_changes_nothing(command, done: Clinic, does, monkeypatch):
    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device", "keys")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        code, person = does(lambda: command(Permit(done.folder)), done.founding.words)
    assert code == 1
    assert person.complained == "keys: No space left on device. Check the folder and the disk, then try again.\n"
    assert ring(done).unlock(NAME, done.founding.words).secret == done.staff.secret
    assert ring(done).epoch == 1


def test_a_name_that_cannot_stand_in_a_list_is_refused(done: Clinic, does):
    for name, sentence in (("x" * 41, "1 to 40 letters"), (" ", "1 to 40"), ("a\tb", "on one line"), (NAME, "of that")):
        code, person = does(lambda name=name: staffing.add(Permit(done.folder), name), done.founding.words)
        assert (code, sentence in person.complained) == (1, True)
    code, person = does(lambda: staffing.remove(Permit(done.folder), "Eve"), done.founding.words)
    assert (code, person.complained[:33]) == (1, "Nobody of that name has a key her")
    code, person = does(lambda: staffing.remove(Permit(done.folder), NAME), done.founding.words)
    assert (code, "the last member" in person.complained) == (1, True)


def test_records_that_are_not_as_written_are_told_and_left(done: Clinic, does):
    does(lambda: staffing.add(Permit(done.folder), "Ben"), done.founding.words)
    done.rows("UPDATE record SET sealed = x'00' WHERE seq = 1")
    code, person = does(lambda: staffing.reseal(Permit(done.folder, NAME)), done.founding.words)
    assert code == 1
    assert person.complained.startswith("Record 1: The answers of record 1 were changed.")
    assert "1 sealed anew" in person.said


def test_what_cannot_be_noted_is_said(done: Clinic, does):
    (done.folder / "records.sqlite").write_bytes(b"not a database " * 1000)
    code, person = does(lambda: staffing.add(Permit(done.folder), "Ben"), done.founding.words)
    assert code == 0
    assert person.complained.startswith("This could not be noted in the audit log.")
    assert ring(done).staff_names == (NAME, "Ben")
