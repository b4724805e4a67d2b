"""A patient's answers are kept sealed, staff find and open them, and whatever was changed since is noticed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import uuid
from contextlib import closing
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import claim
from kiosk.domain.literal import dumps, loads
from kiosk.domain.record import Keeper
from kiosk.store import seal
from kiosk.store.age import Identity
from kiosk.store.errors import Deleted, NoSuchRecord, NotForThisKey
from kiosk.store.records import RecordStore


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


def test_what_was_sent_is_what_staff_read(done: Clinic):
    store = done.store()
    keeper: Keeper = store
    assert keeper.ready
    kept = keeper.keep(draft())
    opened = store.opened(kept.id, done.staff)

    assert opened.draft == draft()
    assert str(opened.draft.response["item"][0]["answer"][0]["valueDecimal"]) == "61.50"
    assert (opened.id, opened.seq, opened.code, opened.kiosk) == (kept.id, 1, kept.code, "front desk")
    assert uuid.UUID(kept.id).version == 4
    assert claim.tidy(kept.code) == kept.code


def test_a_draft_of_nothing_but_what_is_needed_comes_back(done: Clinic):
    store = done.store()
    bare = draft(
        name="",
        born="",
        alerts=(),
        areas=None,
        questions=(),
        discuss=(),
        asks=(),
        read=(),
        response={},
        confirmed=NOON,
        scores=(),
        definition={},
    )
    assert store.opened(store.keep(bare).id, done.staff).draft == bare


def test_the_recovery_key_from_paper_opens_every_record(done: Clinic):
    store = done.store()
    kept = store.keep(draft())
    assert store.opened(kept.id, done.keys.recover(done.founding.recovery)).draft == draft()
    with pytest.raises(NotForThisKey):
        store.opened(kept.id, Identity.generate())


def test_a_clinic_reads_its_records_without_our_program(done: Clinic, tmp_path: Path):
    store = done.store()
    kept = store.keep(draft())
    store.close()
    with closing(sqlite3.connect(done.folder / "records.sqlite")) as raw:
        (sealed,) = raw.execute("SELECT sealed FROM record").fetchone()
    for number, secret in enumerate((done.staff.secret, done.founding.recovery)):
        key, file = tmp_path / f"key{number}", tmp_path / f"record{number}.age"
        key.write_text(secret, encoding="utf-8")
        file.write_bytes(sealed)
        age = shutil.which("age")
        if age:
            plain = subprocess.run([age, "-d", "-i", key, file], capture_output=True, check=True).stdout
        else:
            plain = Identity.read(secret).open(sealed)
        read = json.loads(plain)
        assert (read["v"], read["id"], read["kiosk"], read["seq"], read["key_epoch"]) == (
            1,
            kept.id,
            "front desk",
            1,
            1,
        )
        assert (read["code"], read["tz"], read["lang"]) == (kept.code, "America/Denver", "es")
        assert read["response"]["item"][1]["text"] == CANARY + "Ñ"
        assert len(plain) == 4096


def test_the_layout_of_a_record_is_the_one_that_is_documented():
    keys = list(json.loads(seal.body(seal.Place("id", "kiosk", 7, 2), "MAPLE 27", draft())))

    assert " ".join(keys) == (
        "v id kiosk seq key_epoch questionnaire sha256 content started confirmed tz lang app response "
        "code name born alerts areas questions discuss asks read scores definition"
    )


def test_a_record_from_before_there_were_scores_and_definitions_opens():
    place = seal.Place("id", "kiosk", 7, 2)
    held = loads(seal.body(place, "MAPLE 27", draft()))
    del held["scores"], held["definition"]
    assert seal.read(dumps(held).encode(), place) == ("MAPLE 27", draft(scores=(), definition={}))


@given(st.integers(0, 70_000))
def test_the_length_of_a_record_says_only_its_size_class(length: int):
    content = b"x" * length
    padded = seal.padded(content)

    assert padded.rstrip(b" ") == content
    assert len(padded) in {4096 * 2**n for n in range(6)}
    assert len(padded) == 4096 or len(padded) < 2 * length


def test_records_of_different_patients_are_equally_long_inside():
    place = seal.Place("id", "kiosk", 7, 2)
    names = ("Al", "Maximiliana Wolfeschlegelsteinhausen")
    assert {len(seal.body(place, "MAPLE 27", draft(name=name))) for name in names} == {4096}


def test_no_answer_stands_in_any_file(done: Clinic):
    store = done.store()
    kept = store.keep(draft())
    store.mark_reviewed(kept.id, "Ana")
    assert canaries(done) == []
    store.close()
    assert canaries(done) == []
    (done.folder / "planted").write_bytes(CANARY.encode("utf-16-le"))
    assert canaries(done) == ["planted"]


def test_the_day_is_the_one_in_utc_and_numbers_go_up_whatever_the_clock_says(done: Clinic):
    times = [NOON, NOON - timedelta(days=3650), NOON + timedelta(days=3650)]
    store = RecordStore(done.folder, done.keys, lambda: times.pop(0))
    kept = [store.keep(draft()) for _ in range(3)]

    assert [one.seq for one in kept] == [1, 2, 3]
    assert [head.seq for head in store.heads(10)] == [3, 2, 1]
    assert store.heads(10)[2].day == date(2026, 3, 15)
    assert store.faults() == ()


def test_numbers_go_on_after_a_restart(done: Clinic):
    for seq in (1, 2, 3):
        store = done.store()
        assert store.keep(draft()).seq == seq
        store.close()
    assert done.store().faults() == ()


def test_staff_find_a_record_by_its_code_however_it_was_typed(done: Clinic):
    store = done.store()
    kept = [store.keep(draft()) for _ in range(3)]

    for one in kept:
        head = store.find(f" {one.code.lower().replace(' ', '-')} ")
        assert head is not None
        assert (head.id, head.seq) == (one.id, one.seq)
    free = claim.code(done.keys.claim_secret, 4)
    assert [store.find(text) for text in (free, "nonsense", "")] == [None, None, None]


def test_of_two_records_with_the_same_code_the_newest_is_found(done: Clinic, monkeypatch):
    monkeypatch.setattr(claim, "SPACE", 3)
    store = done.store()
    kept = [store.keep(draft()) for _ in range(5)]
    assert kept[0].code == kept[3].code

    found = store.find(kept[0].code)
    assert found is not None
    assert found.id == kept[3].id
    store.delete(kept[3].id, "Ana")
    found = store.find(kept[0].code)
    assert found is not None
    assert found.id == kept[0].id


def test_the_list_is_newest_first_in_pages(done: Clinic):
    store = done.store()
    assert (store.count(), store.heads(5)) == (0, ())
    kept = [store.keep(draft()) for _ in range(5)]

    assert store.count() == 5
    assert [head.id for head in store.heads(2)] == [kept[4].id, kept[3].id]
    assert [head.seq for head in store.heads(3, 2)] == [3, 2, 1]
    assert store.heads(5, 5) == ()


def test_who_reviewed_first_and_who_confirmed_the_identity_stays(done: Clinic):
    store = done.store()
    kept = store.keep(draft())
    assert store.heads(1)[0].reviewed_by == store.heads(1)[0].identity_by == ""
    store.mark_reviewed(kept.id, "Ana")
    store.mark_reviewed(kept.id, "Eve")
    store.confirm_identity(kept.id, "Eve")
    head = store.opened(kept.id, done.staff).head

    assert head == store.heads(1)[0] == store.find(kept.code)
    assert (head.reviewed_by, head.identity_by) == ("Ana", "Eve")
    assert head.reviewed_at == NOON.astimezone(UTC)


def test_deleting_takes_the_answers_out_of_every_file_and_leaves_the_chain(done: Clinic):
    store = done.store()
    kept = [store.keep(draft()) for _ in range(3)]
    with store.database.session() as session:
        pieces = [
            bytes(sealed[place : place + 64])
            for (sealed,) in session.connection().exec_driver_sql("SELECT sealed FROM record WHERE seq = 2")
            for place in range(600, len(sealed) - 64, 64)
        ]
    store.delete(kept[1].id, "Ana")
    store.delete(kept[1].id, "Eve")

    left = b"".join(path.read_bytes() for path in done.folder.glob("records*"))
    assert len(pieces) > 50
    assert sum(piece in left for piece in pieces) == 0
    assert (store.count(), [head.seq for head in store.heads(9)]) == (2, [3, 1])
    assert store.find(kept[1].code) is None
    assert store.faults() == ()
    for attempt in (lambda: store.opened(kept[1].id, done.staff), lambda: store.sealed(kept[1].id)):
        with pytest.raises(Deleted):
            attempt()
    assert store.opened(kept[2].id, done.staff).draft == draft()
    assert store.keep(draft()).seq == 4
    store.close()
    assert done.rows("SELECT kind, by FROM mark") == [("deleted", "Ana")]


def test_an_unknown_record_is_said_to_be_unknown(done: Clinic):
    store = done.store()
    for attempt in (
        lambda: store.opened("no", done.staff),
        lambda: store.sealed("no"),
        lambda: store.mark_reviewed("no", "Ana"),
        lambda: store.confirm_identity("no", "Ana"),
        lambda: store.delete("no", "Ana"),
    ):
        with pytest.raises(NoSuchRecord):
            attempt()


def canaries(done: Clinic) -> list[str]:
    """The files of the data folder in which the canary stands, in any of three encodings."""
    forms = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in done.folder.rglob("*") if path.is_file()]
    assert any(path.name.startswith("records.sqlite") for path in files)
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]
