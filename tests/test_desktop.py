"""What the staff desk and the set-up work with: records on paper and in folders, keys made and proved."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from clinic import NOON, WORDS, Clinic, clinic, draft, quick_unwrap, quick_wrap
from forms import every_type
from pypdf import PdfReader

from kiosk import printing
from kiosk.desktop import Paper, Printers, desktop, foundry, free, label_of
from kiosk.domain.library import Clinic as ClinicWords
from kiosk.domain.library import Library
from kiosk.domain.office import Refused
from kiosk.domain.record import OpenRecord
from kiosk.options import Options
from kiosk.printing import places, queue, recovery
from kiosk.printing.places import Place
from kiosk.settings import RESOURCES, Settings
from kiosk.store.errors import KeysExist

CONTENT = RESOURCES / "content"
LIBRARY = Library(ClinicWords("Maple Street Skin", "", ("en", "es"), "", "911"), form=every_type())
RESPONSE = {"item": [{"linkId": "thinners", "text": "¿Toma?", "answer": [{"valueBoolean": True}]}]}

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def done(tmp_path: Path) -> Clinic:
    return clinic(tmp_path / "data")


@pytest.fixture
def record(done: Clinic) -> OpenRecord:
    store = done.store()
    kept = store.keep(draft(areas={"face-map.svg": ("lips", "frown")}, response=RESPONSE))
    opened = store.opened(kept.id, done.staff)
    store.close()
    return opened


@pytest.fixture
def paper(done: Clinic, tmp_path: Path) -> Paper:
    """Staff may save in the folder ``charts``."""
    (tmp_path / "charts").mkdir()
    settings = Settings(papers=(tmp_path / "charts", tmp_path / "gone"))
    return Paper(LIBRARY, Options(done.folder, CONTENT, settings, now=lambda: NOON), "OTTER LILAC")


def test_a_sheet_numbers_the_areas_as_the_patient_saw_them(paper: Paper, record: OpenRecord):
    sheet = paper.sheet(record, "Ana")
    assert list(sheet.areas)[:2] == ["forehead", "frown"]
    assert (sheet.areas["frown"], len(sheet.areas)) == ("Entrecejo", 11)
    assert sheet.face == CONTENT / "pictures" / "face-map.svg"
    assert (sheet.clinic, sheet.printed_by, sheet.printed_at) == ("Maple Street Skin", "Ana", NOON)
    assert sheet.fingerprint == "OTTER LILAC"
    assert [(line.question, line.answer) for line in sheet.lines] == [("¿Toma?", "Yes")]


def test_a_record_without_areas_has_no_drawing(paper: Paper, record: OpenRecord):
    for areas in (None, {}, {"gone.svg": ("lips",)}):
        sheet = paper.sheet(replace(record, draft=replace(record.draft, areas=areas)), "Ana")
        assert (sheet.face, sheet.areas) == (None, {})


def test_a_saved_record_never_replaces_another_file(paper: Paper, record: OpenRecord, tmp_path: Path):
    assert "charts" in paper.places()
    assert "gone" not in paper.places()
    name = printing.file_name(record)
    assert paper.save(record, "Ana", "charts") == name
    assert paper.save(record, "Ana", "charts") == name.replace(".pdf", "-2.pdf")
    assert record.code in PdfReader(tmp_path / "charts" / name).pages[0].extract_text()
    assert free(tmp_path / "charts" / name).name == name.replace(".pdf", "-3.pdf")


def test_a_stick_that_was_pulled_out_is_told(paper: Paper, record: OpenRecord, tmp_path: Path):
    (tmp_path / "charts").rmdir()
    with pytest.raises(Refused, match="no longer there"):
        paper.save(record, "Ana", "charts")


def test_two_sticks_of_one_name_are_told_apart(paper: Paper, record: OpenRecord, tmp_path: Path, monkeypatch):
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    sticks = tuple(Place("STICK", folder, 1, removable=True) for folder in folders)
    monkeypatch.setattr(places, "save_places", lambda *_: sticks)
    names = paper.places()
    assert names == tuple(f"STICK ({folder})" for folder in folders)
    paper.save(record, "Ana", names[1])
    assert [len(list(folder.iterdir())) for folder in folders] == [0, 1]


def test_a_printer_that_has_gone_is_a_sentence_for_staff(paper: Paper, record: OpenRecord, monkeypatch):
    monkeypatch.setattr(queue.shutil, "which", lambda _: None)
    with pytest.raises(Refused, match="Choose another"):
        paper.print(record, "Ana", "no such printer")


def test_the_staff_desk_gets_keys_records_and_paper(done: Clinic, record: OpenRecord):
    keys, store = done.keys, done.store()
    made = desktop(keys, store, LIBRARY, WORDS, Options(done.folder, CONTENT), SimpleNamespace(language="es"))
    assert made.locks.unlock(keys.staff_names[0], done.founding.words).recipient == done.staff.recipient
    assert made.archive.opened(record.id, done.staff) == record
    assert [line.answer for line in made.lines(RESPONSE)] == ["Yes"]
    assert made.label("face-map.svg", "lips") == "Labios"
    assert made.paper.fingerprint == keys.fingerprint
    assert (made.words, made.pictures) == (WORDS, CONTENT / "pictures")
    store.close()


def test_before_the_set_up_there_is_a_desk_too(tmp_path: Path):
    keys = Clinic(tmp_path, None).keys
    made = desktop(keys, None, Library(LIBRARY.clinic), WORDS, Options(tmp_path, CONTENT), SimpleNamespace(language=""))
    assert made.paper.fingerprint == ""
    assert made.label("face-map.svg", "lips") == "lips"
    assert label_of(LIBRARY, "nowhere", "en") == "nowhere"


def test_the_printers_are_looked_for_while_words_are_written_down():
    printers = Printers(lambda: ("desk",))
    assert printers() == ()
    printers.look().join()
    assert printers() == ("desk",)


def test_the_set_up_makes_proves_and_prints_keys(tmp_path: Path, monkeypatch):
    printed: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        recovery, "print_recovery", lambda *words, paper: printed.append((*words, paper in printing.Paper))
    )
    monkeypatch.setattr(queue, "printers", lambda: ("desk",))
    keys = Clinic(tmp_path, None).keys
    made = foundry(keys, WORDS, "Front", quick_wrap, quick_unwrap)
    founding = made.begin("Ana")
    for thread in threading.enumerate():
        if thread.name == "printers":
            thread.join()
    assert made.printers() == ("desk",)
    made.print_recovery(founding.recovery, "desk")
    made.found(founding, founding.words.upper())
    assert (keys.kiosk, keys.staff_names) == ("Front", ("Ana",))
    assert printed == [(founding.recovery, "Front", "desk", True)]
    with pytest.raises(KeysExist):
        made.found(founding, founding.words)
