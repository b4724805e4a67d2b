"""The records at the command line: unlocked, listed, shown, written out whole or not at all."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from clinic import CANARY, NOON, Clinic, clinic, draft, quick_unwrap, quick_wrap
from pypdf import PdfReader

from kiosk.commands import main
from kiosk.office import terminal
from kiosk.store import age
from kiosk.store.age import Identity

NAME = "Ana Núñez"
ALERT = {"level": "STOP-ASK", "linkId": "weight", "question": "How heavy?", "answer": "61.50", "text": "Ask first"}
RESPONSE = {
    "resourceType": "QuestionnaireResponse",
    "status": "completed",
    "item": [
        {"linkId": "weight", "text": "How heavy?", "answer": [{"valueDecimal": Decimal("61.50")}]},
        {"linkId": "pregnant", "text": "Pregnant?", "answer": [{"valueString": "In \x1b[2Jthe room"}]},
    ],
}
HEADS = ["Head of the records", "Head of the audit log", "Fingerprint of the keys"]


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clinic:
    """A clinic with three records, the last one without an alert; the first was reviewed."""
    monkeypatch.setattr(age, "wrap", quick_wrap)
    monkeypatch.setattr(age, "unwrap", quick_unwrap)
    made = clinic(tmp_path / "data", NAME)
    store = made.store()
    first = store.keep(draft(response=RESPONSE, alerts=({"level": "INFO"}, ALERT)))
    store.keep(draft(confirmed=NOON + timedelta(hours=1)))
    store.keep(draft(alerts=(), name="", confirmed=NOON + timedelta(hours=2)))
    store.mark_reviewed(first.id, NAME)
    store.close()
    return made


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """The lines of a program at the other end of standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def types_at_a_terminal(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """A person's lines at a terminal; the prompts they were asked with."""
    left, prompts = list(lines), []

    def answer(prompt: str) -> str:
        prompts.append(prompt)
        if not left:
            raise EOFError
        return left.pop(0)

    monkeypatch.setattr(terminal, "interactive", lambda: True)
    monkeypatch.setattr(terminal.getpass, "getpass", answer)
    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("kiosk.office.records.interactive", lambda: True)
    return prompts


def codes(done: Clinic) -> list[str]:
    """The claim codes, newest first."""
    store = done.store()
    found = [store.opened(head.id, done.staff).code for head in store.heads(9)]
    store.close()
    return found


def test_the_list_names_nobody(done: Clinic, monkeypatch, capsys):
    types(monkeypatch, done.founding.words)
    assert main(["records", "list", "--data", str(done.folder)]) == 0
    third, second, first = capsys.readouterr().out.splitlines()
    newest = codes(done)
    assert third.split() == ["2026-03-15", "01:30", *newest[0].split(), "new", "no", "alerts"]
    assert second.split() == ["2026-03-15", "00:30", *newest[1].split(), "new", "1", "CAUTION"]
    assert first.split() == ["2026-03-14", "23:34", *newest[2].split(), "reviewed", "1", "STOP-ASK"]


def test_nothing_is_made_where_there_are_no_keys(tmp_path: Path, capsys):
    assert main(["records", "list", "--data", str(tmp_path / "data")]) == 1
    assert "There are no keys yet." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_at_a_terminal_there_are_three_tries(done: Clinic, monkeypatch, capsys):
    prompts = types_at_a_terminal(monkeypatch, "no", "no", done.founding.words)
    assert main(["records", "list", "--data", str(done.folder)]) == 0
    assert prompts == [f"Passphrase of {NAME}: "] * 3
    assert capsys.readouterr().err.count("Those words do not open this key") == 2
    types_at_a_terminal(monkeypatch, "no", "no", "no", done.founding.words)
    assert main(["records", "list", "--data", str(done.folder)]) == 1
    assert capsys.readouterr().out == ""
    types_at_a_terminal(monkeypatch)
    assert main(["records", "list", "--data", str(done.folder)]) == 1
    assert "Nothing was given" in capsys.readouterr().err


def asks(done: Clinic, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """A records command with the right passphrase; its exit code."""
    types(monkeypatch, done.founding.words)
    return main(["records", *words, "--data", str(done.folder)])


def test_of_several_staff_one_must_say_who_they_are(done: Clinic, monkeypatch, capsys):
    monkeypatch.setattr("kiosk.store.keys.KeyRing.staff_names", (NAME, "Ben"))
    assert asks(done, monkeypatch, "list") == 1
    assert f"--staff NAME: {NAME}, Ben." in capsys.readouterr().err
    assert asks(done, monkeypatch, "list", "--staff", "Eve") == 1
    assert f"Nobody of that name has a key here. There are: {NAME}, Ben." in capsys.readouterr().err
    assert asks(done, monkeypatch, "list", "--staff", NAME.upper()) == 0
    prompts = types_at_a_terminal(monkeypatch, NAME, done.founding.words)
    assert main(["records", "list", "--data", str(done.folder)]) == 0
    assert prompts == [f"Staff name ({NAME}, Ben): ", f"Passphrase of {NAME}: "]


def test_a_record_is_shown_alerts_first(done: Clinic, monkeypatch, capsys):
    code = codes(done)[2]
    assert asks(done, monkeypatch, "show", *code.lower().split()) == 0
    said = capsys.readouterr().out
    order = [code, f"Ana {CANARY}", "Born February 28, 1990. Identity not verified.", "Reviewed by Ana", "ALERTS: 2"]
    order += [
        "STOP-ASK  Ask first",
        "INFO",
        "Scores",
        f"Mood: 12, {CANARY}",
        f"“¿{CANARY}?”",
        "Wants to discuss",
        "Pregnant?",
        "Answers: 2",
    ]
    order += ["How heavy?  [STOP-ASK]", "61.50", "Pregnant?", "In  [2Jthe room", "Record 1 of front desk"]
    places = [said.index(part) for part in order[:-6]]
    assert places == sorted(places)
    answers = said[said.index("Answers: 2") :]
    places = [answers.index(part) for part in order[-6:]]
    assert places == sorted(places)
    assert "\x1b" not in said


def test_every_instance_of_a_group_is_shown_under_its_number(done: Clinic, monkeypatch, capsys):
    doses = [
        {"linkId": "dose", "text": "Dose", "answer": [{"valueQuantity": {"value": n, "unit": "mg"}}]} for n in (5, 9)
    ]
    items = [{"linkId": "m", "text": "Medicine", "item": [dose]} for dose in doses]
    end = {"linkId": "end", "text": "Else?", "answer": [{"valueBoolean": False}]}
    store = done.store()
    alert = {"level": "CAUTION", "linkId": "dose", "place": "1.0"}
    code = store.keep(draft(response={"item": [*items, end]}, alerts=(alert,), scores=())).code
    store.close()
    assert asks(done, monkeypatch, "show", *code.split()) == 0
    lines = capsys.readouterr().out.splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("Answers: 3"))
    assert lines[start + 1 : start + 12] == [
        *("", "  Medicine 1", "  Dose", "      5 mg"),
        *("", "  Medicine 2", "  Dose  [CAUTION]", "      9 mg"),
        *("", "  Else?", "      No"),
    ]
    assert "Scores" not in lines


def test_a_record_without_alerts_or_name_says_so(done: Clinic, monkeypatch, capsys):
    assert asks(done, monkeypatch, "show", codes(done)[0]) == 0
    said = capsys.readouterr().out
    assert "No name given" in said
    assert "No alert was raised by these answers." in said


@pytest.mark.parametrize("command", [["show"], ["export", "--out", "out", "--code"]], ids=str)
def test_an_unknown_code_is_told(command: list[str], done: Clinic, monkeypatch, capsys):
    monkeypatch.chdir(done.folder)
    assert asks(done, monkeypatch, *command, "nonsense 27") == 1
    assert "No visit has this code." in capsys.readouterr().err


def test_all_answers_become_one_bundle(done: Clinic, monkeypatch, tmp_path: Path, capsys):
    out = tmp_path / "new" / "out"
    assert asks(done, monkeypatch, "export", "--format", "fhir", "--out", str(out)) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"3 records written to {out}."
    assert [line.partition(":")[0] for line in said[1:]] == HEADS
    assert said[3].endswith(done.keys.fingerprint)
    text = (out / "responses.json").read_text("utf-8")
    entries = json.loads(text)["entry"]
    kinds = ["Questionnaire", *["QuestionnaireResponse"] * 3]
    assert [entry["resource"]["resourceType"] for entry in entries] == kinds
    assert (entries[0]["resource"]["url"], entries[0]["resource"]["version"]) == (
        "https://clinic.example/first-visit",
        "1.0.0",
    )
    assert entries[1]["resource"]["item"][0]["linkId"] == "weight"
    assert '"valueDecimal": 61.50}' in text
    assert sorted(path.name for path in out.iterdir()) == ["head.txt", "responses.json"]


def test_one_answer_is_exported_by_its_code(done: Clinic, monkeypatch, tmp_path: Path):
    assert asks(done, monkeypatch, "export", "--code", codes(done)[2], "--out", str(tmp_path)) == 0
    _, entry = json.loads((tmp_path / "responses.json").read_text("utf-8"))["entry"]
    assert entry["resource"]["item"][0]["linkId"] == "weight"


@pytest.mark.usefixtures("qapp")
def test_each_record_becomes_a_pdf(done: Clinic, monkeypatch, tmp_path: Path, capsys):
    out = tmp_path / "out"
    assert asks(done, monkeypatch, "export", "--format", "pdf", "--out", str(out)) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("3 records written")
    newest = codes(done)
    names = [f"{code.replace(' ', '-')}-record-{3 - place}.pdf" for place, code in enumerate(newest)]
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    text = " ".join(PdfReader(out / names[2]).pages[0].extract_text().split())
    assert newest[2] in text
    assert "Ask first" in text
    assert done.keys.fingerprint in text
    assert f"Chains: records to {' '.join(said[1].split()[-2:])[:18]}, audit log to 1 " in text


def test_the_sealed_files_open_without_our_program(done: Clinic, monkeypatch, tmp_path: Path):
    out = tmp_path / "out"
    assert asks(done, monkeypatch, "export", "--format", "age", "--out", str(out)) == 0
    store = done.store()
    ids = [head.id for head in store.heads(9)]
    store.close()
    assert sorted(path.name for path in out.glob("*.age")) == sorted(f"{id}.age" for id in ids)
    key = tmp_path / "key"
    program = shutil.which("age")
    for secret in (done.staff.secret, done.founding.recovery):
        key.write_text(secret, encoding="utf-8")
        for id in ids:
            if program:
                line = [program, "-d", "-i", key, out / f"{id}.age"]
                opened = subprocess.run(line, capture_output=True, check=True).stdout
            else:
                opened = Identity.read(secret).open((out / f"{id}.age").read_bytes())
            assert json.loads(opened)["id"] == id


@pytest.mark.parametrize("form", ["fhir", "age"])
def test_what_is_there_already_is_left_alone_and_told(form: str, done: Clinic, monkeypatch, tmp_path: Path, capsys):
    out = tmp_path / "out"
    assert asks(done, monkeypatch, "export", "--format", form, "--out", str(out)) == 0
    first = sorted(out.glob("*.age" if form == "age" else "*.json"))[0]
    first.write_bytes(b"somebody's own")
    for other in out.iterdir():
        if other != first:
            other.unlink()
    assert asks(done, monkeypatch, "export", "--format", form, "--out", str(out)) == 1
    assert f"{first} is there already and was left as it is." in capsys.readouterr().err
    assert first.read_bytes() == b"somebody's own"
    assert len(list(out.iterdir())) == (1 if form == "fhir" else 6)


def test_nothing_half_stands_under_a_files_name(done: Clinic, monkeypatch, tmp_path: Path, capsys):
    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device", "stick")

    monkeypatch.setattr(Path, "replace", full)
    assert asks(done, monkeypatch, "export", "--out", str(tmp_path / "out")) == 1
    assert "stick: No space left on device. Check" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(done: Clinic, monkeypatch, tmp_path: Path, capsys):
    (tmp_path / "file").write_bytes(b"")
    assert asks(done, monkeypatch, "export", "--out", str(tmp_path / "file" / "out")) == 1
    assert capsys.readouterr().err.startswith(str(tmp_path / "file"))


def test_a_changed_record_is_told_and_keeps_the_others_back_from_nobody(done: Clinic, monkeypatch, tmp_path, capsys):
    newest = codes(done)
    done.rows("UPDATE record SET sealed = x'00' WHERE seq = 2")
    assert asks(done, monkeypatch, "list") == 1
    told = capsys.readouterr()
    assert told.err.startswith("Record 2: The answers of record 2 were changed.")
    assert told.out.splitlines()[1].split() == ["2026-03-15", "-", "new", "cannot", "be", "opened"]
    assert asks(done, monkeypatch, "show", newest[1]) == 1
    assert capsys.readouterr().out == ""
    assert asks(done, monkeypatch, "export", "--out", str(tmp_path / "out")) == 1
    entries = json.loads((tmp_path / "out" / "responses.json").read_text("utf-8"))["entry"]
    assert [entry["resource"]["resourceType"][13:] for entry in entries] == ["", "Response", "Response"]


def test_a_missing_neighbour_is_told_and_the_record_is_shown(done: Clinic, monkeypatch, capsys):
    newest = codes(done)
    done.rows("DELETE FROM record WHERE seq = 2")
    assert asks(done, monkeypatch, "show", newest[0]) == 1
    told = capsys.readouterr()
    assert told.err == "Record 3: Record 2 is missing. Tell your technician.\n"
    assert told.out.startswith(newest[0])


def test_where_nothing_was_sent_the_list_says_so(done: Clinic, monkeypatch, capsys):
    done.rows("DELETE FROM mark")
    done.rows("DELETE FROM record")
    assert asks(done, monkeypatch, "list") == 0
    assert capsys.readouterr().out == "There are no records.\n"
