"""Where printed pages go: files that are whole or not there, printers, and the places to save in."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from printed import KEY, RECOVERY, fullest, heights, reader, visit
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from kiosk import printing
from kiosk.domain.office import Refused
from kiosk.printing import paper as papers
from kiosk.printing import queue
from kiosk.printing.paper import Paper, save
from kiosk.printing.places import Volume, mounted, removable, save_places
from kiosk.printing.queue import NotPrinted, printers
from kiosk.printing.record import print_record, record_pages, record_pdf
from kiosk.printing.recovery import print_recovery

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_file_is_whole_private_and_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "no temporary folder"))
    path = tmp_path / "visit.pdf"
    record_pdf(visit(), path)
    assert "MAPLE 27" in PdfReader(path).pages[0].extract_text()
    assert list(tmp_path.iterdir()) == [path]
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("folder", ["missing", "file"])
def test_a_folder_that_takes_nothing_is_an_error(tmp_path, folder):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match=r"\w"):
        record_pdf(visit(), tmp_path / folder / "visit.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


if os.name == "posix":
    import resource

    @contextmanager
    def a_disk_with_room_for(count):
        """Lets the system refuse every byte of a file after so many."""
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (count, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    @pytest.mark.parametrize("count", [0, 4096])
    def test_a_full_disk_leaves_what_was_there(tmp_path, count):
        path = tmp_path / "visit.pdf"
        path.write_bytes(b"the one before")
        with a_disk_with_room_for(count), pytest.raises(OSError, match="too large") as error:
            record_pdf(visit(), path)
        assert "Canary" not in str(error.value)
        assert path.read_bytes() == b"the one before"
        assert list(tmp_path.iterdir()) == [path]


def test_a_saved_file_replaces_the_one_before(tmp_path):
    save(tmp_path / "a", b"one")
    save(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"


@pytest.fixture
def queued(monkeypatch):
    """What ``lp`` was given."""
    jobs: list[tuple[list[str], bytes]] = []

    def run(command, *, input, **_):
        jobs.append((command, input))
        return subprocess.CompletedProcess(command, 0 if command[2] == "desk" else 1)

    monkeypatch.setattr(queue.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(queue.subprocess, "run", run)
    return jobs


def test_a_visit_goes_to_the_printer_through_a_pipe(queued):
    print_record(visit(), "desk")
    [(command, document)] = queued
    assert command == ["/usr/bin/lp", "-d", "desk", "-t", "Record 1042", "-"]
    assert "MAPLE 27" in PdfReader(BytesIO(document)).pages[0].extract_text()


def test_a_printer_that_refuses_is_an_error_without_answers(queued, monkeypatch):
    with pytest.raises(Refused) as error:
        print_record(visit(), "broken")
    assert "Canary" not in str(error.value)
    assert len(queued) == 1
    monkeypatch.setattr(
        queue.subprocess, "run", lambda *_, **__: (_ for _ in ()).throw(subprocess.TimeoutExpired("lp", 60))
    )
    with pytest.raises(NotPrinted):
        print_record(visit(), "desk")


@pytest.mark.usefixtures("driver")
def test_a_printer_that_has_gone_is_an_error_where_there_is_no_lp():
    with pytest.raises(NotPrinted, match="Choose another"):
        print_record(visit(), "gone")


@pytest.fixture
def driver(monkeypatch, tmp_path):
    """A machine without ``lp`` whose one printer writes ``printed.pdf``; returns the folder."""

    class Driver(QPrinter):
        PrinterMode = QPrinter.PrinterMode

        def __init__(self, _info, mode):
            super().__init__(mode)
            self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.setOutputFileName(str(tmp_path / "printed.pdf"))

    class Info:
        @staticmethod
        def printerInfo(name):  # noqa: N802 - Qt's name
            return SimpleNamespace(isNull=lambda: name != "desk")

    monkeypatch.setattr(queue.shutil, "which", lambda _: None)
    monkeypatch.setattr(queue, "QPrinter", Driver)
    monkeypatch.setattr(queue, "QPrinterInfo", Info)
    return tmp_path


def test_without_lp_a_visit_goes_to_the_printer_by_its_driver(driver):
    print_record(visit(), "desk")
    assert len(PdfReader(driver / "printed.pdf").pages) == 1


@pytest.mark.parametrize("fault", ["begin", "newPage"])
@pytest.mark.usefixtures("driver")
def test_a_driver_that_fails_is_an_error_without_answers(monkeypatch, fault):
    if fault == "begin":
        monkeypatch.setattr(papers.QPainter, "begin", lambda *_: False)
    else:
        monkeypatch.setattr(queue.QPrinter, "newPage", lambda _: False)
    with pytest.raises(NotPrinted) as error:
        print_record(fullest(), "desk")
    assert "Canary" not in str(error.value)


def test_a_printer_of_any_resolution_gets_the_same_page(tmp_path):
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "printed.pdf"))
    device.setResolution(300)
    queue.prepare(device, Paper.LETTER, "Record 1042")
    papers.paint(record_pages(fullest()), device)
    printed, saved = PdfReader(tmp_path / "printed.pdf"), reader(fullest())
    assert len(printed.pages) == len(saved.pages)
    assert heights(printed.pages[1])[::20] == heights(saved.pages[1])[::20]


def test_the_usual_printer_comes_first(monkeypatch):
    class Info:
        defaultPrinterName = staticmethod(lambda: "desk")  # noqa: N815 - Qt's name
        availablePrinterNames = staticmethod(lambda: ["Back", "attic", "desk"])  # noqa: N815 - Qt's name

    monkeypatch.setattr(queue, "QPrinterInfo", Info)
    assert printers() == ("desk", "attic", "Back")


def test_the_recovery_key_stays_out_of_names(queued):
    print_recovery(KEY, "front-room", "desk")
    [(command, document)] = queued
    assert KEY not in " ".join(command)
    assert KEY not in str(PdfReader(BytesIO(document)).metadata)
    assert KEY not in repr(RECOVERY)


def test_sticks_come_by_name_before_the_folder(tmp_path):
    volumes = [
        Volume(Path("/media/z"), "Zoe", 10, removable=True, writable=True),
        Volume(Path("/media/locked"), "Locked", 10, removable=True, writable=False),
        Volume(Path("/srv"), "Disk", 10, removable=False, writable=True),
        Volume(Path("/media/a"), "", 10, removable=True, writable=True),
    ]
    places = save_places(tmp_path, tmp_path / "gone", volumes=volumes)
    assert [(place.name, place.removable) for place in places] == [("a", True), ("Zoe", True), (tmp_path.name, False)]
    assert places[-1].folder == tmp_path
    assert places[-1].free > 0


def test_this_machine_tells_its_volumes():
    assert all(volume.root.is_absolute() and volume.root != Path(volume.root.anchor) for volume in mounted())
    assert save_places(Path.home())[-1].folder == Path.home()


@pytest.mark.parametrize(
    ("root", "plugged"),
    [("/media/ana/STICK", True), ("/run/media/ana/S", True), ("/Volumes/S", True), ("/home", False), ("/mnt", False)],
)
def test_what_is_plugged_in_is_told_by_its_place(monkeypatch, root, plugged):
    monkeypatch.setattr("sys.platform", "linux")
    assert removable(Path(root)) is plugged


def test_everything_others_need_is_had_from_the_package():
    for name in printing.__all__:
        assert getattr(printing, name).__name__ == name
    with pytest.raises(AttributeError, match="nothing"):
        printing.nothing  # noqa: B018


def test_the_package_alone_loads_no_printer():
    code = "import sys, kiosk.printing; sys.exit(any('PySide6' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
