"""Stories of staff at their own computer: a real keyboard, the machine's records or a copy of a kiosk's."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clinic import CANARY, draft, quick_unwrap, quick_wrap
from conftest import NAME, SHIPPED, WORDS, close
from finger import Clock, Finger
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.app import Kiosk
from kiosk.machine import Trouble
from kiosk.office.export import export
from kiosk.office.records import Unlocked
from kiosk.office.staff_desk import SIZE, Source, StaffWindow, at_hand
from kiosk.options import Options
from kiosk.settings import Settings
from kiosk.store.audit import Event
from kiosk.store.backup import backup
from kiosk.store.errors import AlreadyRunning, FolderRefused, KeysMissing, StoreError
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore
from kiosk.store.restoring import verified

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENTS = ("Ana Núñez", "Jordan Perez", "María López")


class Hands(Finger):
    """Sits at a computer with a keyboard."""

    def presses(
        self, key: Key, text: str = "", *, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QGuiApplication.sendEvent(self.window, QKeyEvent(kind, key, held, text))
        self.settle()

    def writes(self, text: str) -> None:
        for letter in text:
            self.presses(Key.Key_Space if letter == " " else Key(ord(letter.upper())), letter)

    def unlocks(self) -> None:
        self.writes(WORDS)
        self.presses(Key.Key_Return)
        self.until(lambda: self.desk.page == "Visits" and self.desk.staff.count > 0)

    @property
    def focus(self) -> str:
        item = self.window.activeFocusItem()
        return item.property("says") or ""


@pytest.fixture
def sent(data: Path, clock: Clock) -> Path:
    """A data folder with three records."""
    keyring = KeyRing(data / "keys", quick_unwrap)
    store = RecordStore(data, keyring, clock.now)
    for name in PATIENTS:
        store.keep(draft(name=name, alerts=(), areas={"face-map.svg": ("forehead",)}))
    store.audit.note(Event.STARTED)
    store.close()
    return data


@pytest.fixture
def sits(qapp: QGuiApplication, clock: Clock) -> Iterator[Callable[..., Hands]]:
    running: list[Finger] = []

    def begin(kind: type[Kiosk], folder: Path, *more: object, size: tuple[int, int] = SIZE) -> Hands:
        clocks = {"monotonic": clock.monotonic, "now": clock.now}
        options = Options(folder, SHIPPED, Settings(still=True), windowed=True, size=size, **clocks)
        kiosk = kind(options, *more, quick_wrap, quick_unwrap)
        kiosk.show()
        running.append(Hands(kiosk, clock))
        running[-1].until(lambda: kiosk.furnished)
        return running[-1]

    yield begin
    if running:
        close(running)


@pytest.fixture
def desk(sits: Callable[..., Hands], sent: Path) -> Hands:
    """The staff's window on this machine's records."""
    return sits(StaffWindow, sent, Source(sent))


def test_from_the_passphrase_to_a_record_by_keyboard_alone(desk: Hands) -> None:
    desk.writes("fif")
    assert desk.desk.staff.passwords.letters == "fif"
    assert "fif" not in desk.says().split()
    assert desk.reads("Word 1 of 5")
    desk.presses(Key.Key_Backspace, times=3)
    desk.unlocks()
    code = desk.desk.staff.visits.rows[0].code

    desk.presses(Key.Key_F, held=CONTROL)
    assert desk.sees("Find by code")
    desk.writes(code.lower())
    desk.presses(Key.Key_Return)
    assert desk.sees(PATIENTS[2])
    desk.presses(Key.Key_P, held=CONTROL)
    desk.until(lambda: not desk.desk.staff.papers.busy)
    assert desk.reads("Paper and files are not locked")
    desk.presses(Key.Key_Escape)
    assert desk.sees(PATIENTS[2])
    desk.presses(Key.Key_Escape)
    assert desk.sees("Visits")
    desk.presses(Key.Key_L, held=CONTROL)
    assert desk.sees("Unlock staff view")
    assert not any(desk.reads(name) for name in PATIENTS)
    assert desk.desk.staff._identity is None


def test_three_letters_and_a_number_take_a_word(desk: Hands) -> None:
    for word in WORDS.split():
        desk.writes(word[:3])
        fitting = [row.title for row in desk.desk.staff.passwords.completions.rows]
        if word in fitting:
            desk.writes(str(fitting.index(word) + 1))
        else:
            desk.writes(word[3:] + " ")
    desk.until(lambda: desk.desk.page == "Visits")


def test_arrows_lead_through_the_list_and_enter_opens(desk: Hands) -> None:
    desk.unlocks()
    codes = [row.code for row in desk.desk.staff.visits.rows]
    desk.presses(Key.Key_Down)
    assert desk.focus == codes[0]
    desk.presses(Key.Key_Down, times=2)
    assert desk.focus == codes[2]
    desk.presses(Key.Key_Up)
    assert desk.focus == codes[1]
    desk.presses(Key.Key_Return)
    assert desk.sees(PATIENTS[1])


def test_page_keys_and_arrows_read_on_in_a_long_record(desk: Hands) -> None:
    desk.unlocks()
    desk.desk.staff.show(desk.desk.staff.visits.rows[0].key)
    before = desk.find("Answers").rect().top()
    desk.presses(Key.Key_PageDown)
    after = desk.find("Answers").rect().top()
    assert after < before - 100
    desk.presses(Key.Key_Up)
    assert after < desk.find("Answers").rect().top() < before
    desk.presses(Key.Key_PageUp)
    assert desk.find("Answers").rect().top() == before


def test_a_name_is_searched_for_and_its_visit_opened(desk: Hands) -> None:
    desk.unlocks()
    desk.taps("Find a visit", "By name")
    desk.writes("nunez")
    desk.presses(Key.Key_Return)
    desk.until(lambda: desk.desk.staff.finder.byName.done)
    assert desk.sees("3 of 3 records")
    assert desk.tells("Ana Núñez").startswith(desk.desk.staff.finder.byName.matches.rows[0].code)
    desk.taps("Ana Núñez")
    assert desk.desk.page == "Record"
    assert desk.reads(CANARY)


def test_the_keyboard_in_the_scene_comes_when_it_is_called(desk: Hands) -> None:
    assert not desk.sees("Keyboard")
    desk.taps("Keyboard on the screen")
    for word in WORDS.split():
        desk.types(word + " ")
    desk.until(lambda: desk.desk.page == "Visits")


def test_a_deserted_desk_locks_and_counts_down_to_it(desk: Hands) -> None:
    desk.unlocks()
    desk.waits(110)
    assert desk.reads("Locks in 0:10. Touch to stay.")
    desk.presses(Key.Key_Down)
    desk.waits(11)
    assert not desk.reads("Touch to stay")
    desk.waits(109)
    assert desk.sees("Unlock staff view")


def test_the_window_may_be_of_any_size(desk: Hands) -> None:
    desk.unlocks()
    for size in ((900, 640), (1920, 1080), (800, 1200), (720, 600)):
        desk.window.resize(*size)
        desk.settle()
        for name in ("Find a visit", "This computer", "Lock now"):
            assert desk.window.contentItem().boundingRect().contains(desk.place(name).toPointF())


def test_the_log_is_read_checked_and_left_again(desk: Hands) -> None:
    desk.writes("zebra zebra zebra zebra zebra ")
    desk.until(lambda: not desk.desk.staff.busy)
    desk.unlocks()
    assert desk.reads("Wrong passphrases since the last visit: 1")
    desk.taps("This computer", "Log: who did what, and when")
    desk.until(lambda: not desk.desk.staff.ledger.busy)
    assert desk.reads("Unlocked")
    assert desk.reads("A wrong passphrase was typed")
    desk.taps("Check")
    desk.until(lambda: not desk.desk.staff.ledger.busy)
    assert desk.reads("The log is complete:")
    desk.presses(Key.Key_Escape, times=2)
    assert desk.sees("Visits")


def test_a_colleague_joins_and_older_records_are_sealed_to_both(desk: Hands) -> None:
    desk.unlocks()
    desk.taps("This computer", "Staff: who can read the records", "Add somebody")
    desk.writes("bea")
    desk.presses(Key.Key_Return)
    words = [row.title for row in desk.desk.staff.members.shown.rows]
    assert all(desk.sees(f"{number}, {word}") for number, word in enumerate(words, start=1))
    desk.taps("They are written down")
    desk.writes(" ".join(words) + " ")
    desk.until(lambda: desk.desk.staff.members.older == 3)
    assert desk.sees("bea can unlock with the new words from now on.")
    desk.taps("Seal them to the staff of today")
    desk.until(lambda: desk.desk.staff.members.note != "" and desk.desk.staff.members.older == 0)
    desk.taps("Back", "Lock now", "bea")
    desk.writes(" ".join(words))
    desk.presses(Key.Key_Return)
    desk.until(lambda: desk.desk.page == "Visits")
    desk.taps(desk.desk.staff.visits.rows[0].code)
    assert desk.sees(PATIENTS[2])


def test_the_shortcuts_work_on_a_kiosk_with_a_keyboard_too(sits: Callable[..., Hands], sent: Path) -> None:
    hands = sits(Kiosk, sent, size=(1080, 1920))
    hands.desk.staffGesture()
    hands.unlocks()
    hands.presses(Key.Key_F, held=CONTROL)
    hands.writes("maple 27")
    assert hands.desk.staff.finder.code == "MAPLE 27"
    hands.presses(Key.Key_Escape)
    hands.presses(Key.Key_L, held=CONTROL)
    assert hands.sees("Touch anywhere to start")
    hands.presses(Key.Key_F, held=CONTROL)
    hands.presses(Key.Key_L, held=CONTROL)
    assert hands.sees("Touch anywhere to start")


# A copy


@pytest.fixture
def copy(sent: Path, tmp_path: Path, clock: Clock) -> Path:
    keyring = KeyRing(sent / "keys", quick_unwrap)
    store = RecordStore(sent, keyring, clock.now)
    identity = keyring.unlock(NAME, WORDS)
    assert export(Unlocked(sent, keyring, store, NAME, identity), "age", tmp_path / "copy", "", SHIPPED) == 0
    store.close()
    return tmp_path / "copy"


def test_a_folder_of_sealed_records_is_read_with_a_key_file(
    sits: Callable[..., Hands], sent: Path, copy: Path, tmp_path: Path
) -> None:
    key = shutil.copy(sent / "keys" / "staff" / "nurse-park.age", tmp_path / "nurse-park.age")
    hands = sits(StaffWindow, tmp_path, Source(tmp_path, copy, key))
    assert hands.desk.staff.name == NAME
    hands.unlocks()
    hands.until(lambda: len(hands.desk.staff.notices.rows) > 0)
    assert hands.reads("Fingerprint of the keys")
    code = hands.desk.staff.visits.rows[1].code
    hands.presses(Key.Key_F, held=CONTROL)
    hands.writes(code.lower())
    hands.presses(Key.Key_Return)
    hands.until(lambda: hands.desk.page == "Record")
    assert hands.sees(PATIENTS[1])
    for change in ("Delete", "Mark as reviewed", "Name and birth date checked"):
        assert not hands.sees(change)
    hands.taps("All visits", "This computer")
    assert not hands.reads("Log: who did what")
    assert not hands.reads("Staff: who can read")


def test_without_a_key_the_window_waits_for_the_stick(
    sits: Callable[..., Hands], sent: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    monkeypatch.setattr("kiosk.office.staff_desk.sticks", lambda: (stick,))
    hands = sits(StaffWindow, tmp_path, Source(tmp_path, copy))
    assert hands.sees("No key was found. Plug in the stick with your key file.")
    hands.writes("fif")
    assert hands.desk.staff.passwords.letters == ""
    stick.mkdir()
    shutil.copy(sent / "keys" / "staff" / "nurse-park.age", stick)
    hands.waits(1)
    hands.taps(NAME)
    hands.unlocks()


def test_a_copied_data_folder_is_read_and_not_changed(sits: Callable[..., Hands], sent: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(sent, tmp_path / "other"))
    with at_hand(Source(tmp_path / "mine", folder), verified) as (data, source):
        hands = sits(StaffWindow, data, source)
        hands.unlocks()
        hands.taps(hands.desk.staff.visits.rows[0].code)
        assert hands.sees(PATIENTS[2])
        assert not hands.sees("Delete")


def test_a_backup_is_unpacked_for_as_long_as_the_window_is_open(
    sits: Callable[..., Hands], sent: Path, tmp_path: Path, clock: Clock
) -> None:
    keyring = KeyRing(sent / "keys", quick_unwrap)
    store = RecordStore(sent, keyring, clock.now)
    backup(sent, tmp_path / "kiosk.backup", store, keyring, clock.now())
    store.close()
    key = sent / "keys" / "staff" / "nurse-park.age"
    with at_hand(Source(tmp_path, tmp_path / "kiosk.backup", key), verified) as (data, source):
        hands = sits(StaffWindow, data, source)
        hands.unlocks()
        hands.taps(hands.desk.staff.visits.rows[0].code)
        assert hands.sees(PATIENTS[2])
        assert not hands.sees("Delete")
    assert not data.exists()


def test_a_file_that_is_no_backup_is_refused(sent: Path, tmp_path: Path) -> None:
    (tmp_path / "kiosk.backup").write_bytes(b"x" * 5000)
    with pytest.raises(StoreError), at_hand(Source(sent, tmp_path / "kiosk.backup"), verified):
        pass


def test_what_cannot_be_opened_is_said_before_a_window_opens(sent: Path, tmp_path: Path) -> None:
    with pytest.raises(KeysMissing), at_hand(Source(tmp_path / "new"), verified):
        pass
    with only_one(sent), pytest.raises(AlreadyRunning, match="already running"), at_hand(Source(sent), verified):
        pass
    with pytest.raises(Trouble, match="no records"), at_hand(Source(sent, tmp_path / "nothing"), verified):
        pass
    (tmp_path / "manifest.jsonl").write_text("[]")
    (tmp_path / "recipients.json").write_text("{}")
    with pytest.raises(FolderRefused), at_hand(Source(sent, tmp_path), verified):
        pass
