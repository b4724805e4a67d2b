"""Versions of the content on the command line: what is refused, what is said, and that the running kiosk hears."""

from __future__ import annotations

import getpass
import json
import subprocess
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
from clinic import clinic, draft
from content_folder import CLINIC, put, write_folder
from test_commands import OFFSCREEN, start

from kiosk.commands import main
from kiosk.content.inspection import Inspected, inspect
from kiosk.content.load import load
from kiosk.office import editions, opening
from kiosk.office.opening import SHIPPED, Opening, shown, understood
from kiosk.store.editions import Shelf
from kiosk.store.lock import only_one

PATIENCE = 60


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "my content")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


Says = pytest.CaptureFixture[str]


class Line:
    """The command line of one data folder."""

    def __init__(self, data: Path, says: Says) -> None:
        self.data, self.says = data, says
        self.complaint = ""

    def checks(self, folder: Path, exits: int = 0) -> list[str]:
        """What the check says of a folder, line by line."""
        assert main(["check", str(folder), "--data", str(self.data)]) == exits
        return self.says.readouterr().out.splitlines()

    def __call__(self, *words: str | Path, exits: int = 0, data: bool = True) -> str:
        """What it says; with ``data`` of this folder."""
        assert main(["content", *map(str, words), *(["--data", str(self.data)] if data else [])]) == exits
        said, self.complaint = self.says.readouterr()
        return said


@pytest.fixture
def line(data: Path, capsys: Says) -> Line:
    return Line(data, capsys)


def changed(folder: Path, name: str) -> None:
    put(folder, "clinic.toml", CLINIC.replace("Maple Street Skin", name).encode())


def test_a_folder_is_published_and_activated_and_taken_back(line: Line, content: Path, data: Path) -> None:
    said = line("publish", content, "--by", "Ana", "--note", "new  \x1b[2J hours")
    version = said.split()[0]
    assert f"{version} is kept: 13 files." in said
    assert f"main.py content activate {version}" in said
    assert shown(data, None) == SHIPPED
    assert f"{version} is what patients see from now on." in line("activate", version[:5], "--by", "Bo")
    assert shown(data, None) == Shelf(data).folder(version)
    assert "shipped is what patients see from now on." in line("rollback")
    assert [(one.kind, one.by) for one in Shelf(data).state().changes] == [
        ("published", "Ana"),
        ("activated", "Bo"),
        ("rolled-back", getpass.getuser()),
    ]
    assert Shelf(data).state().changes[0].note == "new [2J hours"


def test_a_folder_with_a_mistake_is_refused_whole_with_everything_that_is_wrong(
    line: Line, content: Path, data: Path
) -> None:
    put(content, "treatments/peel.en.md", b"---\ntitel: Peel\n---\n")
    put(content, "clinic.toml", CLINIC.replace('emergency = "911"', "emergency = 911").encode())
    said = line("publish", content, "--activate", exits=1)
    assert "clinic.toml:5:1: error: wrong-type:" in said
    assert "treatments/peel.en.md:2:1: error: key-unknown:" in said
    assert line.complaint == "Nothing was published. Mend what is called an error, then publish again.\n"
    assert not (data / "content").exists()


def test_what_only_the_deep_check_finds_keeps_a_folder_from_being_published_too(line: Line, content: Path) -> None:
    uk = CLINIC.replace('emergency = "911"', 'emergency = "999"\njurisdiction = "UK"')
    put(content, "clinic.toml", uk.encode())
    put(content, "treatments/peel.en.md", (content / "treatments/peel.en.md").read_bytes().replace(b"Gentle", b"Botox"))
    assert "error: " in line("publish", content, exits=1)
    assert not any(problem.level == "error" for problem in load(content).problems)


def test_a_folder_that_changes_while_it_is_checked_is_not_published(
    line: Line, content: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(folder: Path, **how: object) -> Inspected:
        found = inspect(folder, **how)
        changed(folder, "Elm")
        return found

    monkeypatch.setattr(editions, "inspect", slow)
    line("publish", content, exits=1)
    assert line.complaint.startswith("The folder was changed while it was checked.")
    assert not (data / "content").exists()


def test_a_folder_that_is_none_is_refused(line: Line, tmp_path: Path, data: Path) -> None:
    assert "folder-missing" in line("publish", tmp_path / "nothing", exits=1)
    assert not (data / "content").exists()


def test_the_same_content_again_copies_nothing_and_can_still_be_activated(line: Line, content: Path) -> None:
    version = line("publish", content).split()[0]
    assert f"This very content is a version already: {version}. Nothing was copied." in line("publish", content)
    assert f"{version} is what patients see from now on." in line("publish", content, "--activate")
    assert f"{version} was what patients see already." in line("publish", content, "--activate")


def test_the_list_says_who_when_what_changed_and_what_is_active(line: Line, content: Path, data: Path) -> None:
    first = line("publish", content, "--by", "Ana", "--activate").split()[0]
    changed(content, "Elm Street Skin")
    (content / "questions" / "bruises.es.md").unlink()
    put(content, "pictures/map.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g id='brow'/><g id='chin'/></svg>")
    second = line("publish", content, "--by", "Bo", "--note", "Elm", "--activate").split()[0]
    told = line("list").splitlines()
    assert told[0].startswith(f"{second}  active; ")
    assert told[0].endswith("by Bo: Elm")
    assert told[1:3] == ["    2 changed: clinic.toml, pictures/map.svg", "    1 removed: questions/bruises.es.md"]
    assert told[3].startswith(f"{first}  previous; ")
    assert told[4] == "    the first version"
    assert told[5] == "shipped       came with the program"
    at = (datetime.now().astimezone() + timedelta(days=30)).date().isoformat()
    assert f"{first} is what patients see from {at} 00:00 on." in line("activate", first, "--at", at)
    assert f"next, from {at} 00:00; " in line("list")
    newest, oldest = json.loads(line("list", "--json"))
    assert (newest["name"], newest["active"], newest["against"]["removed"]) == (
        second,
        True,
        ["questions/bruises.es.md"],
    )
    assert (oldest["previous"], oldest["planned"] is not None, oldest["against"]) == (True, True, None)
    assert f"The plan to show {first} from {at} 00:00 on has ended." in line("rollback")
    Shelf(data).file.write_text("{")
    assert "shipped" in line("list", exits=1)
    assert "The list of what was active cannot be read." in line.complaint


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["activate", "ffff"], "There is no whole version of that name."),
        (["rollback"], "There is nothing to go back to."),
        (["activate", "shipped", "--at", "2020-01-01"], "2020-01-01 is over."),
        (["activate", "shipped", "--at", "tomorrow"], "“tomorrow” is no date."),
        (["activate", "shipped", "--at", "0001-01-01"], "“0001-01-01” is no date."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(line: Line, words: list[str], sentence: str) -> None:
    assert line(*words, exits=1) == ""
    assert line.complaint.startswith(sentence)
    assert line.complaint.count("\n") == 1


def test_everything_but_clearing_works_while_the_kiosk_holds_the_folder(line: Line, content: Path, data: Path) -> None:
    with only_one(data):
        version = line("publish", content, "--activate").split()[0]
        assert "active" in line("list")
        line("rollback")
        line("activate", version)
        assert "The kiosk is running. It deletes old versions by itself" in line("prune")


def test_old_versions_go_unless_a_record_was_sent_then(
    line: Line, content: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = 0
    monkeypatch.setattr(editions, "now", lambda: datetime.now().astimezone() + timedelta(days=days))
    versions = []
    for name in ("Elm", "Oak", "Fir", "Ash"):
        changed(content, name)
        versions.append(line("publish", content, "--activate").split()[0])
        days += 100
    done = clinic(data)
    store = done.store()
    store._clock = lambda: datetime.now().astimezone() + timedelta(days=150)
    store.keep(draft())
    store.close()
    assert line("prune") == f"1 version deleted: {versions[0]}.\n"
    assert line("prune") == "0 versions deleted.\n"


def test_a_kiosk_is_opened_with_a_folder_to_watch() -> None:
    assert understood(["--content", "a", "--watch"]) == Opening(content=Path("a"), watch=True)
    assert understood(["--watch"]) is None
    assert main(["run", "--watch"]) == 2
    assert main(["--watch"]) == 2
    assert main(["--content", "a", "--watch", "check"]) == 2


def test_what_a_kiosk_is_opened_with_reaches_it(
    data: Path, content: Path, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    monkeypatch.setattr("kiosk.running.run", lambda options, _again: opened.append(options) or 0)
    version = line("publish", content, "--activate").split()[0]
    for how in (Opening(data), Opening(data, content), Opening(data, content, watch=True), Opening(demo=True)):
        assert opening.open_kiosk(how) == 0
    assert [(one.content, one.follows, one.watch) for one in opened] == [
        (Shelf(data).folder(version), True, False),
        (content, False, False),
        (content, False, True),
        (SHIPPED, True, False),
    ]


def test_the_real_kiosk_takes_what_is_published_while_it_runs(data: Path, content: Path, line: Line) -> None:
    first = line("publish", content, "--activate").split()[0]
    with start("--windowed", "--size", "540x960", "--data", data, **OFFSCREEN) as program:
        wait_until_shown(first, data, program)
        changed(content, "Elm")
        second = line("publish", content, "--activate").split()[0]
        wait_until_shown(second, data, program)
        program.terminate()
        _, complained = program.communicate()
    assert program.returncode == 0, complained


def test_an_admin_mends_a_typo_has_the_page_signed_and_publishes_it(line: Line, content: Path, data: Path) -> None:
    peel = content / "treatments" / "peel.en.md"
    sound = peel.read_text("utf-8").replace("It works on the", "Gently, it works on the")
    put(content, "treatments/peel.en.md", sound.replace("pairs: [blade]", "piars: [blade]").encode())
    where = 1 + sound.splitlines().index("pairs: [blade]")
    told = f"treatments/peel.en.md:{where}:1: error: key-unknown: There is no “piars” here; did you mean “pairs”?"
    assert line.checks(content, exits=1)[0] == told
    assert told in line("publish", content, exits=1)
    line("sign", peel, "--by", "Jane Doe, RN", exits=1, data=False)
    assert line.complaint.splitlines() == [told, "Nothing was written."]
    put(content, "treatments/peel.en.md", sound.encode())
    stale = [each.split(": ")[2] for each in line.checks(content)[:-1]]
    assert stale == ["review-stale", "translation-stale"]
    assert line("sign", peel, "--by", "Jane Doe, RN", data=False).startswith(
        "peel.en.md: signed off by Jane Doe, RN on "
    )
    line("translated", peel.with_name("peel.es.md"), data=False)
    assert line.checks(content) == ["0 errors, 0 warnings."]
    version = line("publish", content, "--activate", "--note", "Gently").split()[0]
    assert shown(data, None) == Shelf(data).folder(version)
    assert "Gently, it works" in (Shelf(data).folder(version) / "treatments" / "peel.en.md").read_text("utf-8")
    assert f"{version}  active; " in line("list")


def wait_until_shown(version: str, data: Path, program: subprocess.Popen[str]) -> None:
    end = monotonic() + PATIENCE
    while [use.version for use in Shelf(data).state().uses[-1:]] != [version]:
        assert monotonic() < end
        with suppress(subprocess.TimeoutExpired):
            assert program.wait(0.05) is None, "it has ended"
