"""Records that leave the machine: tables, sealed files, the heads that go with them, and what is left when it ends."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.record import Head
from kiosk.machine import Trouble
from kiosk.office import exporting
from kiosk.office.csv_export import FIXED, FORMULA, cell
from kiosk.office.export import FORMATS, export
from kiosk.office.heads import read
from kiosk.office.records import Unlocked
from kiosk.office.terminal import DONE, STOPPED, TROUBLE
from kiosk.office.verifying import verify
from kiosk.office.whole import whole
from kiosk.settings import RESOURCES
from kiosk.store.audit import Event
from kiosk.store.chain import framed, link
from kiosk.store.folder_archive import FolderArchive
from kiosk.store.resealing import Resealing
from kiosk.store.signature import verified
from kiosk.store.tables import RecordRow

NAME = "Ana Núñez"
FORM = {
    "resourceType": "Questionnaire",
    "status": "active",
    "item": [
        {"linkId": "hello", "type": "display", "text": "Hello"},
        {
            "linkId": "meds",
            "type": "group",
            "text": "Medicine",
            "repeats": True,
            "item": [{"linkId": "dose", "type": "quantity", "text": "How much?"}],
        },
        {"linkId": "name", "type": "string", "text": "Your name?"},
        {"linkId": "mood", "type": "integer", "text": "Mood"},
    ],
}


def dose(number: int) -> dict:
    return {"linkId": "dose", "text": "How much?", "answer": [{"valueQuantity": {"value": number, "unit": "mg"}}]}


def answered(name: str, *doses: int, **more) -> dict:
    """A response with these answers."""
    medicines = [{"linkId": "meds", "text": "Medicine", "item": [dose(number)]} for number in doses]
    named = {"linkId": "name", "text": "Your name?", "answer": [{"valueString": name}]}
    return {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [*medicines, named], **more}


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    """A clinic with three records: of a stranger, of somebody with two medicines, of another questionnaire."""
    made = clinic(tmp_path / "data", NAME)
    store = made.store()
    store.audit.note(Event.STARTED)
    store.keep(draft(name="=2+5", response=answered('=HYPERLINK("https://x")'), definition=FORM))
    store.keep(
        draft(
            response=answered("Ben\r\nRuiz, “the” one", 5, 9),
            definition=FORM,
            alerts=({"level": "INFO", "text": "Read"}, {"level": "STOP-ASK", "question": "Ask?"}),
            scores=({"question": "Mood", "answered": "1", "counted": "9", "complete": ""},),
            confirmed=NOON + timedelta(hours=1),
        )
    )
    other = {"linkId": "late", "text": "Later?", "answer": [{"valueBoolean": True}]}
    item = [answered("Cy")["item"][0], other]
    store.keep(draft(response={"item": item}, sha256="cd" * 32, definition={}, alerts=(), scores=()))
    store.close()
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder to write into."""
    return tmp_path / "out"


@pytest.fixture
def desk(done: Clinic) -> Iterator[Unlocked]:
    store = done.store()
    yield Unlocked(done.folder, done.keys, store, NAME, done.staff)
    store.close()


def writes(desk: Unlocked, form: str, out: Path, code: str = "", **how) -> int:
    return export(desk, form, out, code, RESOURCES / "content", **how)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def stops_after(count: int):
    """Ctrl-C when so many records were begun."""

    def steps(heads: Sequence[Head], words: str) -> Iterator[Head]:
        yield from heads[:count]
        raise KeyboardInterrupt

    return steps


def test_a_visit_is_a_row_and_a_question_a_column(desk, out):
    assert writes(desk, "csv", out) == DONE
    assert (out / "responses.csv").read_bytes().startswith(b'\xef\xbb\xbf"seq","code",')
    first, second, third = table(out / "responses.csv")
    assert [*first] == [*FIXED, "dose", "name (answer)", "late", "mood"]
    assert [row["seq"] for row in (first, second, third)] == ["1", "2", "3"]
    assert first["sent"] == "2026-03-14T23:34:00-06:00"
    assert first["questionnaire"] == "https://clinic.example/first-visit|1.0.0"
    assert (first["born"], first["language"], first["scores"]) == ("1990-02-28", "es", f"Mood: 12, {CANARY}")
    assert second["dose"] == "Medicine 1: 5 mg\nMedicine 2: 9 mg"
    assert second["name (answer)"] == "Ben\nRuiz, “the” one"
    assert second["alerts"] == "STOP-ASK: Ask?\nINFO: Read"
    assert second["scores"] == "Mood: no score, 1 of 9 answered"
    assert (third["late"], third["dose"], third["alerts"]) == ("Yes", "", "")


def test_the_columns_are_explained_beside_the_table(desk, out):
    writes(desk, "csv", out)
    assert [tuple(row.values()) for row in table(out / "questions.csv")] == [
        ("dose", "dose", "How much?"),
        ("name (answer)", "name", "Your name?"),
        ("late", "late", "Later?"),
        ("mood", "mood", "Mood"),
    ]


def test_what_strangers_typed_is_no_formula(desk, out):
    writes(desk, "csv", out)
    first = table(out / "responses.csv")[0]
    assert first["name"] == "'=2+5"
    assert first["name (answer)"] == '\'=HYPERLINK("https://x")'


@pytest.mark.parametrize("typed", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "\ufeff=1", "＝1", "\x00=1"])
def test_a_formula_gets_an_apostrophe(typed):
    assert cell(typed).startswith("'")
    assert cell(typed).endswith("1")


@pytest.mark.parametrize("typed", ["", "Ana", "1 = 1", "5", "'=1", "a\nb", "نرگس\u200cها"])
def test_other_words_stay_as_they_were(typed):
    assert cell(typed) == typed


@given(st.text())
def test_no_cell_begins_as_a_formula_or_steers_anything(typed):
    shown = cell(typed)
    assert not shown[:1] or shown[0] not in FORMULA | {"\t", "\r"}
    assert all(letter.isprintable() or letter == "\n" or ord(letter) > 159 for letter in shown)


def test_the_manifest_is_enough_to_check_the_sealed_files(desk, done, out):
    second = desk.store.heads(9)[1].id
    desk.store.mark_reviewed(desk.store.heads(9)[0].id, NAME)
    desk.store.delete(second, NAME)
    assert writes(desk, "age", out) == DONE
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    head = dict(line.split(": ", 1) for line in (out / "head.txt").read_text("utf-8").splitlines())
    signer, before = bytes.fromhex(head["signer"]), None
    for line in lines:
        keys = {key: bytes.fromhex(line[key]) for key in ("digest", "prev", "sig")}
        row = RecordRow(**{key: line[key] for key in ("id", "kiosk", "seq", "key_epoch")}, **keys)
        row.day = NOON.date() + timedelta(days=1)
        assert row.day.isoformat() == line["day"]
        assert verified(signer, framed(row), row.sig)
        assert row.prev == link(before)
        before = row
        if line["sha256"]:
            sealed = (out / f"{line['id']}.age").read_bytes()
            assert hashlib.sha256(sealed).hexdigest() == line["sha256"] == line["digest"]
    assert [[mark["kind"] for mark in line["marks"]] for line in lines] == [[], ["deleted"], ["reviewed"]]
    assert [bool(line["sha256"]) for line in lines] == [True, False, True]
    assert head["record-head"] == f"3 {link(before).hex()}"
    assert (head["records"], head["kiosk"], head["fingerprint"]) == ("2", "front desk", done.keys.fingerprint)
    assert (out / "recipients.json").read_bytes() == (done.folder / "keys" / "recipients.json").read_bytes()
    assert all(CANARY.encode() not in path.read_bytes() for path in out.iterdir())


def test_a_staff_computer_reads_the_folder_without_the_kiosk(desk, done, out):
    newest, deleted, oldest = (head.id for head in desk.store.heads(9))
    desk.store.delete(deleted, NAME)
    desk.store.mark_reviewed(oldest, NAME)
    assert writes(desk, "age", out) == DONE
    archive = FolderArchive(out)
    assert archive.faults() == ()
    assert archive.fingerprint == done.keys.fingerprint
    assert archive.heads(9) == desk.store.heads(9)
    assert [archive.opened(id, done.staff) for id in (newest, oldest)] == [
        desk.store.opened(id, done.staff) for id in (newest, oldest)
    ]


def test_a_record_sealed_anew_leaves_as_it_is_now(desk, done, out, monkeypatch):
    monkeypatch.setattr(type(desk.keyring), "epoch", 2)
    store = desk.store
    id = store.heads(9)[0].id
    assert Resealing(store.database, desk.keyring, store.audit, lambda: NOON).run(done.staff, NAME).sealed == 3
    assert writes(desk, "age", out) == DONE
    line = json.loads((out / "manifest.jsonl").read_text("utf-8").splitlines()[2])
    sealed = (out / f"{id}.age").read_bytes()
    assert hashlib.sha256(sealed).hexdigest() == line["sha256"] == line["resealed"]["digest"] != line["digest"]
    assert json.loads(done.staff.open(sealed))["id"] == id


def test_a_changed_record_has_no_file_and_is_told_once(desk, done, out, capsys):
    desk.store.close()
    done.rows("UPDATE record SET sealed = x'00' WHERE seq = 2")
    assert writes(desk, "age", out) == TROUBLE
    assert capsys.readouterr().err.count("The answers of record 2 were changed.") == 1
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert [bool(line["sha256"]) for line in lines] == [True, False, True]
    assert len(list(out.glob("*.age"))) == 2


@pytest.mark.parametrize("form", ["fhir", "csv", "age"])
def test_an_export_is_noted_and_anchors_its_own_line(form, desk, out, capsys):
    assert writes(desk, form, out) == DONE
    assert f"3 records written to {out}." in capsys.readouterr().out
    newest = desk.store.audit.entries(1)[0]
    assert (newest.event, newest.by) == ("exported", NAME)
    assert (newest.counts["exported"], newest.counts["format"]) == (3, form)
    found = read((out / "head.txt").read_bytes(), desk.keyring)
    assert found == desk.store.chains()
    assert found.audit.seq == newest.seq


def test_one_visit_alone_can_be_written(desk, out):
    code = desk.store.opened(desk.store.heads(9)[1].id, desk.identity).code
    for form in ("csv", "age"):
        assert writes(desk, form, out / form, code) == DONE
    assert [row["seq"] for row in table(out / "csv" / "responses.csv")] == ["2"]
    assert len((out / "age" / "manifest.jsonl").read_text("utf-8").splitlines()) == 1


@pytest.mark.parametrize(("form", "count"), [("fhir", 0), ("csv", 0), ("age", 2), ("pdf", 2)])
@pytest.mark.usefixtures("qapp")
def test_ended_half_way_only_whole_files_stay(form, count, desk, out, capsys):
    assert writes(desk, form, out, steps=stops_after(2)) == STOPPED
    assert capsys.readouterr().out == f"Stopped. {count} of 3 records written to {out}.\n"
    assert len(list(out.iterdir())) == count
    noted = [entry.counts["exported"] for entry in desk.store.audit.entries(9) if entry.event == "exported"]
    assert noted == ([count] if count else [])


def test_an_export_ended_half_way_can_be_gone_on_with(desk, out, capsys):
    assert writes(desk, "age", out, steps=stops_after(2)) == STOPPED
    assert writes(desk, "age", out) == DONE
    assert "3 records written" in capsys.readouterr().out
    assert len(list(out.glob("*.age"))) == 3


def test_a_full_disk_ends_it_with_a_count(desk, out, monkeypatch, capsys):
    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device", "stick")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        writes(desk, "csv", out)
    assert capsys.readouterr().out == f"Stopped. 0 of 3 records written to {out}.\n"
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("form", ["fhir", "csv", "age"])
def test_a_folder_with_an_export_takes_no_other(form, desk, out, capsys):
    assert writes(desk, form, out) == DONE
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert writes(desk, form, out) == TROUBLE
    told = capsys.readouterr().err
    assert all(f"{out / name} is there already" in told for name in FORMATS[form].names)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_what_was_left_by_a_power_cut_is_written_over(tmp_path):
    (tmp_path / ".a.part").write_bytes(b"half of it")
    with whole(tmp_path / "a") as file:
        file.write(b"all")
        assert not (tmp_path / "a").exists()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"all")]
    assert os.name == "nt" or (tmp_path / "a").stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_is_told(desk, out, monkeypatch, capsys):
    monkeypatch.setattr(type(desk.store.audit), "waiting", 1)
    assert writes(desk, "fhir", out) == DONE
    assert "this export is not in it" in capsys.readouterr().err


def many() -> list[Head]:
    return [Head(str(seq), seq, NOON.date()) for seq in range(1, exporting.MANY + 2)]


@pytest.mark.parametrize(("looking", "few", "bar"), [(True, False, True), (True, True, False), (False, False, False)])
def test_a_bar_is_for_many_records_and_a_person(looking, few, bar, monkeypatch, capsys):
    monkeypatch.setattr(exporting.sys.stderr, "isatty", lambda: looking, raising=False)
    records = many()[: exporting.MANY if few else None]
    assert list(exporting.steps(records, "Writing")) == records
    assert ("Ctrl-C ends it" in capsys.readouterr().err) is bar


def test_a_head_of_another_kiosk_or_a_changed_one_is_refused(desk, tmp_path):
    writes(desk, "fhir", tmp_path)
    content = (tmp_path / "head.txt").read_bytes()
    assert read(content.replace(b"\n", b"\r\n"), desk.keyring) == desk.store.chains()
    other = clinic(tmp_path / "other").keys
    for changed, keys in (
        (content, other),
        (content.replace(b"records: 3", b"records: 2"), desk.keyring),
        (b"", desk.keyring),
        (b"\xff\nsignature: zz", desk.keyring),
    ):
        with pytest.raises(Trouble, match=r"head\.txt"):
            read(changed, keys)


def test_records_that_are_whole_are_said_to_be(desk, done, capsys):
    desk.store.mark_reviewed(desk.store.heads(9)[0].id, NAME)
    found = desk.store.chains()
    desk.store.close()
    assert verify(done.folder) == DONE
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"Complete: records 1 to 3, head {found.records.digest}"
    assert said[2] == f"Head of the audit log: 2 {found.audit.digest}"
    assert said[3].endswith(done.keys.fingerprint)


def test_every_fault_is_a_sentence(desk, done, capsys):
    desk.store.mark_reviewed(desk.store.heads(9)[0].id, NAME)
    desk.store.close()
    done.rows("UPDATE record SET sealed = x'00' WHERE seq = 1")
    done.rows("DELETE FROM record WHERE seq = 2")
    done.rows("UPDATE audit SET by = 'Eve' WHERE seq = 1")
    assert verify(done.folder) == TROUBLE
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("The answers of record 1 were changed.")
    assert said[1].startswith("Record 2 is missing.")
    assert "Entry 1 of the audit log was changed" in said[2]
    assert said[4].startswith("4 faults.")


def test_a_tail_cut_off_since_an_export_is_noticed_by_its_head(desk, done, out, capsys):
    writes(desk, "fhir", out)
    desk.store.close()
    done.rows("DELETE FROM record WHERE seq = 3")
    done.rows("DELETE FROM audit")
    capsys.readouterr()
    assert verify(done.folder, out / "head.txt") == TROUBLE
    said = capsys.readouterr().out
    assert said.count("Record 3 is missing.") == 1
    assert "Entries 1 to 2 of the audit log are missing." in said


def test_without_a_file_of_records_nothing_is_complete_and_none_is_made(tmp_path):
    made = clinic(tmp_path / "data")
    with pytest.raises(Trouble, match="There are no records in"):
        verify(made.folder)
    assert not (made.folder / "records.sqlite").exists()


def test_an_empty_file_of_records_is_complete(tmp_path, capsys):
    made = clinic(tmp_path / "data")
    store = made.store()
    store.open()
    store.close()
    assert verify(made.folder) == DONE
    assert "there are no records yet" in capsys.readouterr().out


def test_a_table_of_a_desk_that_opens_nothing_has_no_rows(desk, tmp_path, capsys):
    stranger = replace(desk, identity=clinic(tmp_path / "other").staff.generate(), faults=[])
    assert writes(stranger, "csv", tmp_path / "out") == TROUBLE
    assert table(tmp_path / "out" / "responses.csv") == []
    assert capsys.readouterr().err.count("Record 1: This record is sealed to other keys.") == 1
