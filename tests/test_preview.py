"""The preview: a picture of every page, an index to look through, differences marked, a folder that stays whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from errno import ENOSPC
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import SHIPPED
from content_folder import QUESTIONNAIRE, write, write_folder
from PySide6.QtGui import QImage

from kiosk import machine
from kiosk.commands import main
from kiosk.content.load import load
from kiosk.preview import reaching
from kiosk.preview.darkroom import Darkroom

pytestmark = pytest.mark.usefixtures("qapp")
QUICK = "540x960"
"""A quarter of the pixels."""
COVERS = ("help", "size", "contrast", "curtain", "startOver-answers", "curtain-answers")
SMALL = {
    "attract",
    "home",
    "treatments",
    "booking",
    *(f"treatment/{id}{section}" for id in ("peel", "blade") for section in ("", "/what-it-does", "/aftercare")),
    *(f"booking/{id}" for id in ("peel", "blade")),
    "questions",
    "question/bruises",
    "begin",
    "paper",
    *(f"asked/{id}" for id in ("born", "height", "areas", "visits", "why-so")),
    "review",
    "sent",
    *(f"cover/{cover}" for cover in COVERS),
    "home-closed",
    "closed",
    "empty",
}
"""Every page of the small folder."""


@dataclass
class Looked(HTMLParser):
    """What stands in an index: its pages with their tags, its pictures, what asks for anything from elsewhere."""

    pages: list[str] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    languages: dict[str, set[str]] = field(default_factory=dict)
    pictures: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    remarks: dict[str, list[str]] = field(default_factory=dict)
    boxes: dict[str, int] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    words: str = ""
    page: str = ""
    _next: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, found: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in found}
        kinds = named.get("class", "").split()
        if tag in ("script", "link", "iframe", "object", "embed") or any(name.startswith("on") for name in named):
            self.outside.append(tag)
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(tag)
        if tag == "section":
            self.page = ""
        if tag == "p" and kinds == ["name"]:
            self._next = "name"
        if "tag" in kinds:
            self._next = "tag"
        if tag == "li" and kinds and kinds[0] in ("error", "warning"):
            self.remarks.setdefault(self.page, []).append(kinds[0])
        if "box" in kinds:
            self.boxes[self.page] = self.boxes.get(self.page, 0) + 1
        if tag == "div" and "shown" in kinds:
            self.languages.setdefault(self.page, set()).add(named["data-lang"])
        if tag == "img":
            self.pictures.setdefault(self.page, []).append(named)

    def handle_data(self, data: str) -> None:
        if self._next == "name":
            self.page = data
            self.pages.append(data)
            if "" in self.tags:
                self.tags[data] = self.tags.pop("")
        if self._next == "tag":
            self.tags[""] = data
        self._next = ""
        self.words += data


def looked(out: Path) -> Looked:
    parser = Looked()
    parser.feed((out / "index.html").read_text("utf-8").partition("<main")[2])
    return parser


Previews = Callable[..., Path]


def preview(content: Path, out: Path, *how: str | Path, code: int = 0) -> Path:
    size = () if "--size" in how else ("--size", QUICK)
    data = out.with_name(f"{out.name}-data")
    assert main(["preview", str(content), "--out", str(out), "--data", str(data), *size, *map(str, how)]) == code
    return out


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("small") / "content")


@pytest.fixture(scope="module")
def pictured(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the small folder."""
    return preview(small, tmp_path_factory.mktemp("pictured") / "out")


def test_every_page_is_there_in_every_language_with_its_pictures(pictured: Path) -> None:
    found = looked(pictured)
    assert set(found.pages) == SMALL
    assert len(found.pages) == len(SMALL)
    assert all(languages == {"en", "es"} for languages in found.languages.values())
    named = {picture["src"] for group in found.pictures.values() for picture in group}
    there = {path.relative_to(pictured).as_posix() for path in pictured.rglob("*.png")}
    assert named == there
    assert {QImage(str(pictured / name)).size().toTuple() for name in named} == {(540, 960)}


def test_the_index_needs_nothing_from_elsewhere_and_can_be_heard(pictured: Path) -> None:
    found, text = looked(pictured), (pictured / "index.html").read_text("utf-8")
    assert found.outside == []
    assert "http" not in text.replace("https://book.maplestreet.clinic", "")
    assert "url(" not in text
    assert all(picture["alt"] for group in found.pictures.values() for picture in group)
    assert text.count("<h1") == 1
    assert {*found.headings} == {"h2", "h3", "h4"}
    assert '<html lang="en">' in text


def test_all_of_the_shipped_questionnaire_is_pictured(tmp_path: Path) -> None:
    found = looked(preview(SHIPPED, tmp_path / "out", "--languages", "es"))
    form = load(SHIPPED).library.form
    asked = {f"asked/{item.id}" for item in form.by_id.values() if reaching.has_page(form, item)}
    assert len(asked) > 20
    assert asked <= set(found.pages)
    assert {language for group in found.languages.values() for language in group} == {"es"}
    assert "warning" in found.remarks["treatment/neuromodulators"]


def test_an_edited_sentence_is_marked_where_it_stands_and_only_there(
    small: Path, pictured: Path, tmp_path: Path
) -> None:
    edited = tmp_path / "edited"
    shutil.copytree(small, edited)
    page = edited / "treatments" / "peel.en.md"
    page.write_text(page.read_text("utf-8").replace("Rest a little.", "Rest a lot."), "utf-8")
    found = looked(preview(edited, tmp_path / "out", "--against", small))
    assert set(found.pages) == SMALL
    assert found.tags == {"treatment/peel/aftercare": "Changed"}
    assert set(found.boxes) == {"treatment/peel/aftercare"}
    before = list((tmp_path / "out" / "before").rglob("*.png"))
    assert [name.parent.name for name in before] == ["en"] * len(before)
    assert "1 page not as patients see them now" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_pages_that_come_and_go_are_marked(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(small, other)
    for language in ("en", "es"):
        (other / "questions" / f"bruises.{language}.md").rename(other / "questions" / f"marks.{language}.md")
    found = looked(preview(other, tmp_path / "out", "--against", small, "--languages", "en"))
    assert found.tags["question/marks"] == "New"
    assert found.tags["question/bruises"] == "Gone"
    assert "treatments" not in found.tags


def test_the_same_content_has_no_difference(small: Path, tmp_path: Path) -> None:
    found = looked(preview(small, tmp_path / "out", "--against", small, "--languages", "es", "--contrasts", "dark"))
    assert found.tags == {}
    assert not (tmp_path / "out" / "before").exists()


def test_sizes_and_contrasts_multiply(small: Path, tmp_path: Path) -> None:
    out = preview(small, tmp_path / "out", "--sizes", "all", "--contrasts", "warm,dark", "--languages", "en")
    first = {path.name for path in out.rglob("*-1.png")}
    assert len(first) == len(SMALL) * 4 * 2
    largest = [name for group in looked(out).pictures["treatment/peel"] if "-largest-warm-" in (name := group["src"])]
    assert len(largest) > 1, "a page that is longer than the screen is pictured to its end"
    text = (out / "index.html").read_text("utf-8")
    assert all(f'id="{switch}"' in text for switch in ("size-largest", "contrast-dark"))
    assert "contrast-light" not in text


def test_a_screen_on_its_side_and_a_lowered_one(small: Path, tmp_path: Path) -> None:
    out = preview(small, tmp_path / "out", "--landscape", "--lowered", "--languages", "en")
    sizes = {QImage(str(path)).size().toTuple() for path in out.rglob("*.png")}
    assert sizes == {(960, 540)}
    assert all("-lowered-" in path.name for path in out.rglob("*.png"))


def test_what_has_an_error_is_left_out_and_said(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(small, broken)
    write(broken, "treatments/blade.en.md", b"---\ntitle: [\n---\n")
    write(broken, "treatments/blade.es.md", b"---\ntitle: [\n---\n")
    found = looked(preview(broken, tmp_path / "out", "--languages", "en", code=1))
    assert "treatment/blade" not in found.pages
    assert "treatment/peel" in found.pages
    said = capsys.readouterr()
    assert "treatments/blade.en.md:3:" in said.err
    assert "left out of the pictures" in said.err
    text = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "treatments/blade.en.md, line 3" in text
    assert "Some files have errors." in text


def test_problems_stand_beside_their_page(small: Path, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty"
    shutil.copytree(small, faulty)
    peel = (small / "treatments" / "peel.en.md").read_text("utf-8")
    write(faulty, "treatments/peel.en.md", peel.replace("Rest a little.", "Rest [here](x.md) a little.").encode())
    form = (small / QUESTIONNAIRE).read_text("utf-8").replace("maxLength: 300", "maxLengt: 300")
    write(faulty, QUESTIONNAIRE, form.encode())
    problems = load(faulty).problems
    code = 1 if any(problem.level == "error" for problem in problems) else 0
    found = looked(preview(faulty, tmp_path / "out", "--languages", "en", code=code))
    assert found.remarks.keys() >= {"treatment/peel/aftercare"}


def test_names_that_would_be_markup_or_paths_do_no_harm(small: Path, tmp_path: Path) -> None:
    wicked = tmp_path / "wicked"
    shutil.copytree(small, wicked)
    peel = (small / "treatments" / "peel.en.md").read_text("utf-8")
    peel = peel.replace("title: Gentle peel", "title: '<script>alert(1)</script> \"peel\"'")
    write(wicked, "treatments/peel.en.md", peel.encode())
    clinic = (small / "clinic.toml").read_text("utf-8").replace("Maple Street Skin", "<img src=x onerror=y>")
    write(wicked, "clinic.toml", clinic.encode())
    form = (small / QUESTIONNAIRE).read_text("utf-8").replace("height", "../../../height")
    write(wicked, QUESTIONNAIRE, form.encode())
    out = preview(wicked, tmp_path / "room" / "out", "--languages", "en")
    found, text = looked(out), (out / "index.html").read_text("utf-8")
    assert found.outside == []
    assert "<script" not in text
    assert "<img src=x" not in text
    assert "asked/../../../height" in found.pages
    assert {path.name for path in (tmp_path / "room").iterdir()} == {"out"}
    assert all(path.is_relative_to(out) for path in (tmp_path / "room").rglob("*.png"))


def test_a_folder_with_other_files_is_left_alone(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "out"
    write(out, "holiday.png", b"mine")
    preview(small, out, code=1)
    assert "holds other files" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == ["holiday.png"]
    preview(small, out / "holiday.png", code=1)
    assert (out / "holiday.png").read_bytes() == b"mine"


def fails(*_how: object) -> None:
    raise OSError(ENOSPC, "No space left", "picture.png")


def test_an_earlier_preview_is_replaced_and_a_failing_one_leaves_it(
    small: Path, pictured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    shutil.copytree(pictured, out)
    before = (out / "index.html").read_bytes()
    monkeypatch.setattr(Darkroom, "_develop", fails)
    preview(small, out, "--languages", "en", code=1)
    assert "No space left" in capsys.readouterr().err
    assert (out / "index.html").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"out"}
    monkeypatch.undo()
    write(out, "pictures/old.png", b"")
    preview(small, out, "--languages", "en")
    assert not (out / "pictures" / "old.png").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"out"}


@pytest.mark.parametrize(
    ("how", "code", "words"),
    [
        (["--sizes", "huge"], 2, "choose among small, default, large, largest"),
        (["--contrasts", ""], 2, "choose among warm, light, dark, low"),
        (["--languages", "fr"], 1, "no language “fr”"),
        (["--against", "nowhere"], 1, "nowhere is no folder"),
        (["--size", "big"], 2, "WIDTHxHEIGHT"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: list[str], code: int, words: str
) -> None:
    preview(small, tmp_path / "out", *how, code=code)
    said = " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert words in said
    assert not (tmp_path / "out").exists()


def test_a_missing_library_is_named(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "loads", lambda name: name != "libGL.so.1")
    preview(small, tmp_path / "out", code=1)
    assert "sudo apt-get install libgl1" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
