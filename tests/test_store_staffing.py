"""Who can read the records from now on: joining, leaving, new words, lost words, keys that are kept elsewhere."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from clinic import NOON, WORDS, Clinic, clinic, draft, quick_unwrap, quick_wrap

from kiosk.domain.record import NotKept, Reason
from kiosk.store import age, keys, staffing
from kiosk.store.age import Identity
from kiosk.store.errors import KeysError, KeysRefused, NotForThisKey, UnknownStaff, WrongPassphrase
from kiosk.store.founding import begin, found
from kiosk.store.keys import KeyRing, unlock_file
from kiosk.store.recipients import ADMIN, STAFF
from kiosk.store.records import RecordStore
from kiosk.store.staffing import Joining, Staffing, tidy

ANA = "Ana Núñez"


@dataclass
class Practice:
    """A clinic whose keys are about to change, and its one key ring."""

    clinic: Clinic
    ring: KeyRing

    @property
    def folder(self) -> Path:
        return self.ring.folder

    @property
    def ana(self) -> Identity:
        return self.clinic.staff

    @property
    def paper(self) -> Identity:
        return Identity.read(self.clinic.founding.recovery)

    def by(self, identity: Identity) -> Staffing:
        return Staffing(self.ring, identity, quick_wrap, quick_unwrap)

    def joins(self, name: str, elsewhere: Path | None = None, role: str = STAFF) -> Joining:
        staff = self.by(self.ana)
        joining = staff.add(name, WORDS, Random(name), role)  # noqa: S311 - a test may know the words
        staff.join(joining, joining.words.upper(), elsewhere)
        return joining

    def after_restart(self) -> KeyRing:
        return KeyRing(self.folder, quick_unwrap)

    def store(self) -> RecordStore:
        return RecordStore(self.clinic.folder, self.ring, lambda: NOON)

    @property
    def key_files(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "staff").iterdir())


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    made = clinic(tmp_path / "data", ANA)
    return Practice(made, made.keys)


def test_a_second_member_reads_what_is_sent_from_now_on(practice: Practice):
    before = practice.store()
    old = before.keep(draft())
    before.close()
    ben = practice.joins("Ben")
    store = practice.store()
    new = store.keep(draft())

    assert practice.ring.staff_names == (ANA, "Ben")
    assert practice.ring.epoch == practice.after_restart().epoch == 2
    key = practice.after_restart().unlock("Ben", ben.words)
    for reader in (key, practice.ana, practice.paper):
        assert store.opened(new.id, reader).draft == draft()
    with pytest.raises(NotForThisKey):
        store.opened(old.id, key)
    assert store.faults() == ()
    store.close()


def test_nothing_joins_before_its_words_were_typed_back_and_proved(practice: Practice):
    staff = practice.by(practice.ana)
    joining = staff.add("Ben", WORDS)
    before = contents(practice.clinic.folder)
    with pytest.raises(WrongPassphrase):
        staff.join(joining, joining.words + " zebra")
    other = quick_wrap(Identity.generate(), joining.words)
    with pytest.raises(NotForThisKey):
        Staffing(practice.ring, practice.ana, lambda *_: other, quick_unwrap).join(joining, joining.words)
    assert contents(practice.clinic.folder) == before
    assert joining.words not in repr(joining)
    assert len(joining.words.split()) == 5


def test_only_who_is_on_the_list_or_holds_the_paper_changes_it(practice: Practice):
    before = contents(practice.clinic.folder)
    stranger = practice.by(Identity.generate())
    joining = practice.by(practice.ana).add("Eve", WORDS)
    for change in (
        lambda: stranger.add("Eve", WORDS),
        lambda: stranger.replace(ANA, WORDS),
        lambda: stranger.join(joining, joining.words),
        lambda: stranger.remove(ANA),
        lambda: stranger.renew(WORDS),
        lambda: stranger.rewrap(joining, joining.words),
        lambda: stranger.replace_recovery(Identity.generate().secret),
    ):
        with pytest.raises(KeysError, match="Only present staff or the recovery key"):
            change()
    assert contents(practice.clinic.folder) == before
    ben = practice.joins("Ben")
    key = practice.ring.unlock("Ben", ben.words)
    practice.by(practice.paper).remove("Ben")
    with pytest.raises(KeysError, match="Only present staff"):
        practice.by(key).add("Ben", WORDS)


def test_names_and_files_are_one_persons_only(practice: Practice):
    staff = practice.by(practice.ana)
    for taken in (ANA, "ana núñez", " ANA NÚÑEZ ", "Ana Nu\u0301n\u0303ez"):  # the last one is composed otherwise
        with pytest.raises(KeysError, match="somebody of that name"):
            staff.add(taken, WORDS)
    with pytest.raises(ValueError, match="name"):
        staff.add("  ", WORDS)
    twice = [staff.add("Ben", WORDS), staff.add("BEN", WORDS)]
    staff.join(twice[0], twice[0].words)
    with pytest.raises(KeysError, match="somebody of that name"):
        staff.join(twice[1], twice[1].words)
    practice.joins("Ana Nunez")
    practice.joins("Bén")
    practice.joins("王")
    practice.joins("李")
    assert practice.key_files == [
        "ana-nunez-2.age",
        "ana-nunez.age",
        "ben-2.age",
        "ben.age",
        "staff-2.age",
        "staff.age",
    ]
    slugs = [one.slug for one in practice.ring.staff]
    assert len(set(slugs)) == len(slugs) == 6


def test_who_leaves_reads_nothing_that_is_sent_later_and_leaves_no_key_here(practice: Practice):
    ben = practice.joins("Ben")
    key = practice.ring.unlock("Ben", ben.words)
    words = practice.ring.fingerprint
    practice.by(practice.ana).remove("Ben")
    store = practice.store()
    kept = store.keep(draft())
    with pytest.raises(NotForThisKey):
        store.opened(kept.id, key)
    store.close()
    assert practice.after_restart().epoch == 3
    assert practice.ring.fingerprint != words
    assert practice.key_files == ["ana-nunez.age"]
    for names in (practice.ring, practice.after_restart()):
        with pytest.raises(UnknownStaff):
            names.unlock("Ben", ben.words)
    with pytest.raises(UnknownStaff):
        practice.by(practice.ana).remove("Ben")


def test_the_last_member_stays(practice: Practice):
    before = contents(practice.clinic.folder)
    for identity in (practice.ana, practice.paper):
        with pytest.raises(KeysError, match="the last member"):
            practice.by(identity).remove(ANA)
    assert contents(practice.clinic.folder) == before
    practice.joins("Ben", role=ADMIN)
    practice.by(practice.ana).remove(ANA)
    assert practice.ring.staff_names == ("Ben",)


def test_new_words_lock_the_same_key_and_the_old_ones_open_nothing(practice: Practice):
    staff = practice.by(practice.ana)
    fresh = staff.renew(WORDS)
    before = contents(practice.clinic.folder)
    with pytest.raises(WrongPassphrase):
        staff.rewrap(fresh, "one two three four five")
    assert contents(practice.clinic.folder) == before
    staff.rewrap(fresh, fresh.words)
    ring = practice.after_restart()
    assert ring.unlock(ANA, fresh.words).secret == practice.ana.secret
    with pytest.raises(WrongPassphrase):
        ring.unlock(ANA, practice.clinic.founding.words)
    assert ring.epoch == 1
    assert practice.key_files == ["ana-nunez.age"]
    with pytest.raises(KeysError, match="recovery key has no words"):
        practice.by(practice.paper).renew(WORDS)


def test_a_lost_passphrase_is_replaced_with_the_key_from_paper(practice: Practice):
    store = practice.store()
    old = store.keep(draft())
    staff = practice.by(practice.ring.recover(practice.clinic.founding.recovery))
    again = staff.replace(ANA, WORDS)
    staff.join(again, again.words)
    key = practice.after_restart().unlock(ANA, again.words)
    assert store.opened(store.keep(draft()).id, key).draft == draft()
    assert store.opened(old.id, practice.paper).draft == draft()
    with pytest.raises(NotForThisKey):
        store.opened(old.id, key)
    store.close()
    assert practice.ring.staff_names == (ANA,)
    assert practice.key_files == ["ana-nunez-2.age"]
    with pytest.raises(UnknownStaff):
        staff.replace("Eve", WORDS)


def test_a_new_recovery_key_opens_a_test_record_and_takes_the_place_of_the_old_one(practice: Practice):
    fresh = Identity.generate()
    staff = practice.by(practice.ana)
    for useless in (practice.ana.secret, practice.clinic.founding.recovery):
        with pytest.raises(KeysError, match="in use already"):
            staff.replace_recovery(useless)
    with pytest.raises(WrongPassphrase):
        staff.replace_recovery("AGE-SECRET-KEY-1")
    assert staff.replace_recovery(fresh.secret).epoch == 2
    ring = practice.after_restart()
    assert ring.recover(fresh.secret).secret == fresh.secret
    with pytest.raises(WrongPassphrase):
        ring.recover(practice.clinic.founding.recovery)
    store = practice.store()
    assert store.opened(store.keep(draft()).id, fresh).draft == draft()
    store.close()
    assert fresh.secret.encode() not in b"".join(contents(practice.clinic.folder).values())


def test_unsigned_older_foreign_secret_bearing_lists_are_refused(practice: Practice, tmp_path: Path):
    """Four of four, and no record was sealed since the newest list."""
    listing = practice.folder / "recipients.json"
    older = listing.read_bytes()
    practice.joins("Ben")
    newest = listing.read_bytes()
    foreign = (clinic(tmp_path / "other", ANA).folder / "keys" / "recipients.json").read_bytes()
    unsigned = newest.replace(b"Ben", b"Eve")
    secret = newest.replace(b'"Ben"', f'"{practice.ana.secret}"'.encode())
    for content, sentence in (
        (unsigned, "were changed"),
        (older, "older than one that was in use here"),
        (foreign, "were changed"),
        (secret, "secret key"),
    ):
        listing.write_bytes(content)
        ring = practice.after_restart()
        assert not ring.ready
        with pytest.raises(KeysRefused, match=sentence):
            ring.recipients()
        with pytest.raises(NotKept) as refused:
            RecordStore(practice.clinic.folder, ring, lambda: NOON).keep(draft())
        assert refused.value.reason is Reason.NO_KEYS
    listing.write_bytes(newest)
    assert practice.after_restart().ready


def test_an_older_folder_put_back_whole_is_refused(practice: Practice, tmp_path: Path):
    shutil.copytree(practice.folder, tmp_path / "copy")
    practice.joins("Ben")
    shutil.rmtree(practice.folder)
    shutil.copytree(tmp_path / "copy", practice.folder)
    with pytest.raises(KeysRefused, match="Restore the newest keys folder"):
        practice.after_restart().load()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3", b'{"epoch": 9, "signature": "00"}', b"\xff"])
def test_what_this_kiosk_did_not_sign_says_nothing_about_the_newest_list(practice: Practice, content: bytes):
    keys.remembering(practice.folder).write_bytes(content)
    assert practice.after_restart().ready
    keys.remembering(practice.folder).unlink()
    assert practice.after_restart().ready
    practice.joins("Ben")
    assert keys.remembering(practice.folder).exists()


class PowerCut(BaseException):
    """Nothing catches it, as nothing catches the real one."""


STEPS = 4
"""A new member: the key file, the list, the newest epoch, each written durably, and the files nobody needs."""


@pytest.mark.parametrize("step", range(STEPS))
@pytest.mark.parametrize("half", [False, True], ids=["before", "half"])
@pytest.mark.parametrize("change", ["add", "replace", "remove", "renew", "recovery"])
def test_a_power_cut_leaves_the_old_list_or_the_new_one_with_its_keys(
    practice: Practice, change: str, half: bool, step: int, monkeypatch
):
    ben = practice.joins("Ben")
    staff = practice.by(practice.ana)
    joining, act = begun(staff, change)
    left = [step]

    def cut(path: Path, target: Path) -> None:
        if left[0] == 0:
            if not half:
                path.unlink()
            raise PowerCut
        left[0] -= 1
        replace(path, target)

    replace = Path.replace
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with suppress(PowerCut):
            act()
    ring = practice.after_restart()
    words = {ANA: [practice.clinic.founding.words], "Ben": [ben.words], "Cem": []}
    words[joining.name].append(joining.words)
    assert ring.epoch in (2, 3)
    for name in ring.staff_names:
        assert any(opens(ring, name, tried) for tried in words[name])
    tidy(ring)
    assert practice.key_files == sorted(f"{one.slug}.age" for one in ring.staff)
    if ring.epoch == 2 and change != "renew":
        begun(Staffing(ring, practice.ana, quick_wrap, quick_unwrap), change)[1]()
        assert practice.after_restart().epoch == 3


def begun(staff: Staffing, change: str):
    """Whose words there are, and what is left to do."""
    if change == "renew":
        joining = staff.renew(WORDS)
        return joining, lambda: staff.rewrap(joining, joining.words)
    if change == "remove":
        return Joining("Ben", "", Identity.generate()), lambda: staff.remove("Ben")
    if change == "recovery":
        fresh = Identity.generate()
        return Joining("Ben", "", fresh), lambda: staff.replace_recovery(fresh.secret)
    joining = staff.add("Cem", WORDS) if change == "add" else staff.replace("Ben", WORDS)
    return joining, lambda: staff.join(joining, joining.words)


def opens(ring: KeyRing, name: str, words: str) -> bool:
    try:
        ring.unlock(name, words)
    except WrongPassphrase:
        return False
    return True


def test_a_full_disk_leaves_the_old_list(practice: Practice, monkeypatch):
    staff = practice.by(practice.ana)
    joining = staff.add("Ben", WORDS)
    before = contents(practice.clinic.folder)

    def full(*_) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(staffing, "write_durably", full)
        with pytest.raises(OSError, match="No space"):
            staff.join(joining, joining.words)
    assert contents(practice.clinic.folder) == before
    assert practice.ring.staff_names == (ANA,)
    staff.join(joining, joining.words)
    assert practice.ring.staff_names == (ANA, "Ben")


def test_a_key_may_be_kept_elsewhere(practice: Practice, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    ben = practice.joins("Ben", stick)
    assert practice.key_files == ["ana-nunez.age"]
    assert [path.name for path in stick.iterdir()] == ["ben.age"]
    ring = practice.after_restart()
    assert [(one.name, one.away) for one in ring.staff] == [(ANA, False), ("Ben", True)]
    with pytest.raises(KeysError, match="not on this machine"):
        ring.unlock("Ben", ben.words)
    name, key = ring.unlock_file(stick / "ben.age", ben.words)
    assert (name, key.secret) == ("Ben", ben.identity.secret)
    assert unlock_file(stick / "ben.age", ben.words, quick_unwrap).secret == key.secret
    store = practice.store()
    assert store.opened(store.keep(draft()).id, key).draft == draft()
    store.close()

    fresh = practice.by(key).renew(WORDS)
    with pytest.raises(KeysError, match="Name its file"):
        practice.by(key).rewrap(fresh, fresh.words)
    practice.by(key).rewrap(fresh, fresh.words, stick / "ben.age")
    assert ring.unlock_file(stick / "ben.age", fresh.words)[1].secret == key.secret
    assert practice.key_files == ["ana-nunez.age"]
    practice.by(practice.ana).remove("Ben")
    with pytest.raises(UnknownStaff, match="nobody on the list"):
        practice.ring.unlock_file(stick / "ben.age", fresh.words)


def test_where_a_key_is_kept_is_signed(practice: Practice, tmp_path: Path):
    listing = practice.folder / "recipients.json"
    practice.joins("Ben", role=ADMIN)
    here = listing.read_text("utf-8")
    assert '"v": 1' in here
    listing.write_text(here.replace('"ben",', '"ben", "away": true,'), encoding="utf-8")
    with pytest.raises(KeysRefused):
        practice.after_restart().load()
    listing.write_text(here, encoding="utf-8")
    practice.joins("Cem", tmp_path / "cem.age", ADMIN)
    away = listing.read_text("utf-8")
    assert '"v": 2' in away
    for changed in (away.replace("true", "false"), away.replace('"v": 2', '"v": 1')):
        listing.write_text(changed, encoding="utf-8")
        with pytest.raises(KeysRefused):
            practice.after_restart().load()


def test_a_place_for_a_key_that_will_not_do_is_refused(practice: Practice, tmp_path: Path, monkeypatch):
    staff = practice.by(practice.ana)
    joining = staff.add("Ben", WORDS)
    taken = tmp_path / "taken"
    taken.write_bytes(b"somebody's own")
    before = contents(tmp_path)
    for place, sentence in (
        (practice.clinic.folder, "on this kiosk"),
        (practice.folder / "staff" / "x", "on this kiosk"),
        (tmp_path / "taken" / ".." / "data", "on this kiosk"),
        (taken, "there already"),
    ):
        with pytest.raises(KeysError, match=sentence):
            staff.join(joining, joining.words, place)
    with pytest.raises(OSError, match="no-such-stick"):
        staff.join(joining, joining.words, tmp_path / "no-such-stick" / "ben.age")
    assert contents(tmp_path) == before
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.store.founding.write_durably", lambda path, _: path.write_bytes(b"worn out"))
        with pytest.raises(KeysError, match="does not hold what was written"):
            staff.join(joining, joining.words, tmp_path / "bad-stick")
    assert practice.after_restart().epoch == 1


def test_at_set_up_too_the_key_may_be_kept_elsewhere(tmp_path: Path):
    founding = begin(ANA, WORDS)
    stick = tmp_path / "key.age"
    found(tmp_path / "data" / "keys", founding, founding.words, quick_wrap, quick_unwrap, stick)
    ring = KeyRing(tmp_path / "data" / "keys", quick_unwrap)
    assert list((ring.folder / "staff").iterdir()) == []
    assert ring.unlock_file(stick, founding.words)[1].secret == founding.identity.secret
    with pytest.raises(KeysError, match="not on this machine"):
        ring.unlock(ANA, founding.words)


@pytest.mark.parametrize("content", [b"", b"\xff" * 100, b"age-encryption.org/v1\n" + b"x" * 70_000])
def test_a_file_that_is_no_key_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "key.age"
    path.write_bytes(content)
    with pytest.raises(KeysRefused, match=r"key\.age is not the file"):
        unlock_file(path, "one two three four five", quick_unwrap)
    with pytest.raises(OSError, match="nothing"):
        unlock_file(tmp_path / "nothing", "", quick_unwrap)


def test_with_the_real_scrypt(practice: Practice, tmp_path: Path):
    """Takes seconds. A file that the same words lock but that holds no key is refused, too."""
    staff = Staffing(practice.ring, practice.ana, age.wrap, age.unwrap)
    joining = staff.add("Ben", WORDS)
    staff.join(joining, joining.words.title())
    path = practice.folder / "staff" / "ben.age"
    assert KeyRing(practice.folder).unlock("Ben", joining.words).secret == joining.identity.secret
    with pytest.raises(WrongPassphrase):
        unlock_file(path, "one two three four five")
    other = tmp_path / "other.age"
    other.write_bytes(age._scrypt("lock", "one two three four five", b"\xff\xfe"))
    with pytest.raises(KeysRefused, match=r"other\.age is not the file"):
        unlock_file(other, "one two three four five")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# Roles


def roles(practice: Practice) -> dict[str, str]:
    return {one.name: one.role for one in practice.after_restart().staff}


def test_the_founder_is_an_admin_and_whoever_joins_is_not_unless_it_is_said(practice: Practice):
    practice.joins("Ben")
    practice.joins("Cleo", role=ADMIN)
    assert roles(practice) == {ANA: ADMIN, "Ben": STAFF, "Cleo": ADMIN}
    assert [practice.ring.is_admin(name) for name in (ANA, "Ben", "Nobody")] == [True, False, False]
    with pytest.raises(ValueError, match="no role"):
        practice.by(practice.ana).add("Dee", WORDS, role="owner")


def test_everybody_on_a_list_from_before_roles_is_an_admin_and_its_signature_holds(practice: Practice):
    practice.joins("Ben", role=ADMIN)
    listing = (practice.folder / "recipients.json").read_text("utf-8")
    assert '"v": 1' in listing
    assert "role" not in listing
    assert roles(practice) == {ANA: ADMIN, "Ben": ADMIN}


def test_only_admins_and_the_recovery_key_change_the_list(practice: Practice):
    ben = practice.joins("Ben")
    practice.joins("Cleo")
    before = contents(practice.clinic.folder)
    staff = practice.by(ben.identity)
    changes = (
        lambda: staff.add("Dee", WORDS),
        lambda: staff.replace(ANA, WORDS),
        lambda: staff.remove("Cleo"),
        lambda: staff.appoint("Ben", ADMIN),
        lambda: staff.replace_recovery(Identity.generate().secret),
    )
    for change in changes:
        with pytest.raises(KeysError, match="Only an admin"):
            change()
    assert contents(practice.clinic.folder) == before
    fresh = staff.renew(WORDS)
    staff.rewrap(fresh, fresh.words)
    assert practice.ring.unlock("Ben", fresh.words).recipient == ben.identity.recipient
    practice.by(practice.paper).appoint("Ben", ADMIN)
    assert roles(practice)["Ben"] == ADMIN
    practice.by(ben.identity).remove("Cleo")
    assert practice.ring.staff_names == (ANA, "Ben")


def test_the_last_admin_is_neither_removed_nor_made_staff(practice: Practice):
    practice.joins("Ben")
    before = contents(practice.clinic.folder)
    for identity in (practice.ana, practice.paper):
        staff = practice.by(identity)
        for change in (lambda staff=staff: staff.remove(ANA), lambda staff=staff: staff.appoint(ANA, STAFF)):
            with pytest.raises(KeysError, match="is the last admin"):
                change()
    assert contents(practice.clinic.folder) == before
    practice.by(practice.ana).appoint("Ben", ADMIN)
    practice.by(practice.ana).appoint(ANA, STAFF)
    assert roles(practice) == {ANA: STAFF, "Ben": ADMIN}


def test_a_new_key_for_lost_words_keeps_the_role(practice: Practice):
    practice.joins("Ben")
    for name in (ANA, "Ben"):
        joining = practice.by(practice.paper).replace(name, WORDS)
        practice.by(practice.paper).join(joining, joining.words)
    assert roles(practice) == {ANA: ADMIN, "Ben": STAFF}


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('"role": "staff"', '"role": "admin"'),
        (',\n      "role": "staff"', ""),
        ('"role": "staff"', '"role": "owner"'),
        ('"role": "staff"', '"role": ["admin"]'),
    ],
)
@pytest.mark.parametrize("layout", ['"v": 3', '"v": 2', '"v": 1'])
def test_a_raised_role_is_noticed(practice: Practice, written: str, instead: str, layout: str):
    practice.joins("Ben")
    listing = practice.folder / "recipients.json"
    signed = listing.read_text("utf-8")
    assert '"v": 3' in signed
    assert written in signed
    listing.write_text(signed.replace(written, instead).replace('"v": 3', layout), encoding="utf-8")
    with pytest.raises(KeysRefused):
        practice.after_restart().load()
