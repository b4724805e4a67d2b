"""The command line: how the kiosk is opened, its keys made, its content checked, and how each of them can fail."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic import CANARY, WORDS, clinic, quick_unwrap, quick_wrap
from content_folder import write, write_folder
from repository import ROOT

from kiosk.commands import main
from kiosk.office import terminal
from kiosk.office.opening import Opening, understood
from kiosk.store import age
from kiosk.store.errors import AlreadyRunning
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one

NAME = "Ana Núñez"
QUIET = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
OFFSCREEN = {**QUIET, "QT_QPA_PLATFORM": "offscreen"}


def start(*words: str | Path, **environment: str) -> subprocess.Popen[str]:
    """The real program."""
    return subprocess.Popen(
        [sys.executable, ROOT / "main.py", *words],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def ended(*words: str | Path, typed: str = "", **environment: str) -> tuple[int, str, str]:
    """How the real program ends: its exit code, what it said, what it complained of."""
    with start(*words, **environment) as program:
        said, complained = program.communicate(typed)
    return program.returncode, said, complained


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "wrap", quick_wrap)
    monkeypatch.setattr(age, "unwrap", quick_unwrap)


@pytest.mark.parametrize("command", [[], ["run"], ["setup"], ["check"], ["records"], ["records", "export"]], ids=str)
def test_every_command_explains_itself(command: list[str], capsys: pytest.CaptureFixture[str]):
    assert main([*command, "--help"]) == 0
    assert "--help" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("--size 5x5", "WIDTHxHEIGHT"),
        ("run --size 1080", "WIDTHxHEIGHT"),
        ("--sise 1080x1920", "No such option: --sise"),
        ("--demo --data here", "a demonstration keeps nothing"),
        ("--data here check", "behind “check”"),
        ("clean", "No such command 'clean'"),
        ("records", "Missing command"),
        ("records show", "Missing argument 'CODE'"),
        ("records export", "Missing option '--out'"),
        ("records export --out here --format doc", "choose one of fhir, pdf, csv, age"),
    ],
)
def test_a_line_that_is_not_understood_ends_with_2(line: str, sentence: str, capsys: pytest.CaptureFixture[str]):
    assert understood(line.split()) is None
    assert main(line.split()) == 2
    assert sentence in capsys.readouterr().err


def test_the_short_line_and_the_long_one_mean_the_same(monkeypatch: pytest.MonkeyPatch):
    line = ["--windowed", "--size=540X960", "--content", "here", "--data", "there"]
    asked: list[Opening] = []
    monkeypatch.setattr("kiosk.commands.open_kiosk", lambda opening: asked.append(opening) or 0)
    assert main(line) == main(["run", *line]) == main([]) == main(["--demo"]) == 0
    short = [understood(words) for words in (line, ["run", *line], [], ["--demo"])]
    assert asked == short
    assert short[0] == Opening(Path("there"), Path("here"), (540, 960), windowed=True)


def test_the_screen_opens_without_loading_what_reads_other_commands():
    code = "import sys, main; print({'typer', 'sqlalchemy', 'pydantic', 'PySide6'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


if sys.platform.startswith("linux"):

    def test_without_a_screen_the_program_says_so():
        code, said, complained = ended("--windowed", **QUIET)
        assert (code, said) == (1, "")
        assert complained.startswith("There is no screen here.")
        assert complained.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["--windowed"], ["setup"]], ids=str)
def test_a_data_folder_that_cannot_be_written_is_told(words: list[str], tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    code, said, complained = ended(*words, "--data", tmp_path / "file" / "data", **OFFSCREEN)
    assert (code, said) == (1, "")
    assert complained.startswith(f"The data folder {tmp_path / 'file' / 'data'} cannot be written")
    assert complained.endswith("Choose another with --data.\n")


def test_debug_shows_the_way_to_the_sentence(tmp_path: Path):
    (tmp_path / "settings.toml").write_text("kiosk = 5", encoding="utf-8")
    code, _, complained = ended("--debug", "--data", tmp_path, **OFFSCREEN)
    assert code == 1
    assert "settings.py" in complained
    assert complained.splitlines()[-1].startswith(f"{tmp_path / 'settings.toml'}: 'kiosk' must be")


def test_a_fault_of_the_program_is_told_without_what_it_held(capsys: pytest.CaptureFixture[str], monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    terminal.show_faults(debug=True)
    with pytest.raises(KeyError) as fault:
        {}[CANARY]
    sys.excepthook(KeyError, fault.value, fault.value.__traceback__)
    told = capsys.readouterr().err
    assert "The program has a fault: KeyError at test_commands.py:" in told
    assert "{}[CANARY]" in told
    assert CANARY not in told


def test_what_the_system_refuses_is_one_sentence(capsys: pytest.CaptureFixture[str]):
    def refused() -> int:
        raise PermissionError(13, "Permission denied", "records.sqlite")

    def stopped() -> int:
        raise KeyboardInterrupt

    assert terminal.told(refused) == 1
    assert capsys.readouterr().err.startswith("records.sqlite: Permission denied. Check")
    assert terminal.told(stopped) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("words", [["setup", "--staff", "Eve"], ["records", "list"]], ids=str)
def test_nothing_is_done_beside_a_running_kiosk(words: list[str], tmp_path: Path, capsys):
    data = clinic(tmp_path / "data").folder
    with only_one(data):
        assert main([*words, "--data", str(data)]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("The kiosk is already running with this data folder.")
    assert told.out == ""


if os.name == "posix":

    @pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
    def test_the_kiosk_starts_without_content_alone_and_is_stopped_by_a_signal(tmp_path: Path, stop: signal.Signals):
        places = ("--data", tmp_path / "data", "--content", tmp_path / "no")
        with start("--size", "540x960", *places, **OFFSCREEN, QT_QUICK_BACKEND="software") as program:
            lines = [program.stderr.readline(), program.stderr.readline()]
            second = ended("--data", tmp_path / "data", **OFFSCREEN)
            program.send_signal(stop)
            rest = program.stderr.read()
        assert lines[0].startswith(f"{tmp_path / 'no'} is no folder. Patients are asked to come to the desk")
        assert "folder-missing" in lines[1]
        assert second == (1, "", f"{AlreadyRunning.sentence}\n")
        assert (program.returncode, rest) == (0, "")
        with only_one(tmp_path / "data"):
            pass


def test_check_tells_each_mistake_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = write_folder(tmp_path)
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 errors, ")
    write(folder, "clinic.toml", b'name = "Clinic"\nplace = \n')
    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("clinic.toml:2:9: error: toml-syntax: ")
    assert said[-1].startswith("1 error, ")


def test_check_speaks_to_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "--json", str(tmp_path / "no")]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": ".",
            "line": 1,
            "column": 1,
            "level": "error",
            "code": "folder-missing",
            "sentence": "There is no content folder here that can be read.",
        }
    ]


class Screen(io.StringIO):
    """A terminal that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_a_person_sees_how_far_a_check_is_and_a_program_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    folder = write_folder(tmp_path)
    assert main(["check", str(folder)]) == 0
    plain = capsys.readouterr()
    assert plain.err == ""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert main(["check", str(folder)]) == 0
    assert "Checking" in screen.getvalue()
    assert "100%" in screen.getvalue()
    assert capsys.readouterr().out == plain.out


def test_the_shipped_content_has_no_error(capsys: pytest.CaptureFixture[str]):
    assert main(["check"]) == 0
    assert "error:" not in capsys.readouterr().out


class Reader(io.StringIO):
    """A person who reads the passphrase from the screen and types ``answer(words)`` back."""

    def __init__(self, capsys: pytest.CaptureFixture[str], answer: Callable[[str], str]) -> None:
        super().__init__()
        self.capsys, self.answer, self.said, self.words = capsys, answer, "", ""

    def readline(self, *_: int) -> str:
        self.said += self.capsys.readouterr().out
        self.words = next(line.strip() for line in self.said.splitlines() if line.startswith("    "))
        return self.answer(self.words) + "\n"


@pytest.mark.usefixtures("quick")
def test_set_up_shows_both_keys_once_and_proves_them(tmp_path: Path, monkeypatch, capsys):
    reader = Reader(capsys, lambda words: words.title())
    monkeypatch.setattr(sys, "stdin", reader)
    assert main(["setup", "--staff", NAME, "--data", str(tmp_path), "--kiosk", "Front"]) == 0
    said = reader.said + capsys.readouterr().out
    recovery = next(word for word in said.split() if word.startswith(age.SECRET))
    keys = KeyRing(tmp_path / "keys", quick_unwrap)
    assert (said.count(reader.words), said.count(recovery)) == (1, 1)
    assert set(reader.words.split()) <= set(WORDS)
    assert keys.unlock(NAME, reader.words).recipient in keys.recipients()
    assert keys.recover(recovery).recipient in keys.recipients()
    assert (keys.kiosk, keys.staff_names) == ("Front", (NAME,))
    assert said.index(reader.words) < said.index(recovery) < said.index("have opened a test record")
    assert keys.fingerprint in said
    assert main(["setup", "--staff", "Eve", "--data", str(tmp_path)]) == 1
    assert "set-up was already done" in capsys.readouterr().err


@pytest.mark.usefixtures("quick")
def test_words_typed_wrongly_three_times_write_nothing(tmp_path: Path, monkeypatch, capsys):
    reader = Reader(capsys, lambda words: f"{words} zebra")
    monkeypatch.setattr(sys, "stdin", reader)
    assert main(["setup", "--staff", NAME, "--data", str(tmp_path)]) == 1
    complaints = capsys.readouterr()
    assert reader.said.count("Type the five words") == 3
    assert age.SECRET not in reader.said + complaints.out
    assert complaints.err.endswith("The words were not typed back, so nothing was kept. Run the set-up again.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


@pytest.mark.usefixtures("quick")
def test_the_second_try_counts_and_the_name_is_asked_for(tmp_path: Path, monkeypatch, capsys):
    tries = ["wrong", "right"]
    reader = Reader(capsys, lambda words: words if tries.pop(0) == "right" else "no")
    monkeypatch.setattr(sys, "stdin", reader)
    monkeypatch.setattr("kiosk.office.founding.ask", lambda _: NAME)
    (tmp_path / "settings.toml").write_text('kiosk = "Room 2"', encoding="utf-8")
    assert main(["setup", "--data", str(tmp_path)]) == 0
    assert KeyRing(tmp_path / "keys", quick_unwrap).kiosk == "Room 2"


@pytest.mark.parametrize(("name", "sentence"), [("", "Nothing was given for “Staff name”"), ("a\tb", "on one line")])
def test_set_up_without_a_name_makes_nothing(name: str, sentence: str, tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["setup", "--staff", name, "--data", str(tmp_path)]) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "keys").exists()


def test_the_real_program_sets_up_and_unlocks(tmp_path: Path):
    """With the real scrypt, which takes seconds."""
    with start("setup", "--staff", NAME, "--data", tmp_path / "data") as program:
        said = iter(program.stdout.readline, "")
        words = next(line.strip() for line in said if line.startswith("    "))
        program.stdin.write(f"{words}\n")
        program.stdin.close()
        rest = program.stdout.read()
    assert program.returncode == 0
    assert "Both keys have opened a test record." in rest
    assert ended("records", "list", "--data", tmp_path / "data", typed=f"{words}\n")[:2] == (
        0,
        "There are no records.\n",
    )
