"""The program's own sentences are easy, kind and say what to do; a form asks nothing twice; every shipped page was
looked at for how well it is understood (ACCESS rows 53, 57 and 58)."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest
from conftest import SHIPPED
from repository import ROOT, screens
from test_guard_translations import LANGUAGES, file, said_in_python, said_in_qml, translated

from kiosk.content.inspection import inspect
from kiosk.content.load import load, read
from kiosk.content.rules import reading
from kiosk.content.rules.texts import Text, form_texts, page_texts
from kiosk.domain.form import walk

GRADE, WORDS = 6.0, 15
STAFF = {"StaffMain", "DemoBanner"}
"""Screens outside the staff's folder that no patient reads."""
VIEWMODELS = (
    *("access", "answering", "answer_page", "answer_rows", "asking", "booking", "counting", "desk", "entry", "finder"),
    *("focus", "guard", "kinds", "narration", "phrases", "problems", "reading", "route", "stay", "switches", "voice"),
)
"""Those that speak to patients."""
BLAMING = {
    "en": r"\b(?:wrong|invalid|error|failed|failure|illegal|incorrect|mistake|forgot|must|not allowed|forbidden)\b|\w!",
    "es": r"\b(?:incorrect|inválid|error|falló|ilegal|equivoc|olvidó|debe|prohibid|no permitid)\w*|\w!|¡",
}
ENOUGH = 0.7
CHECKLIST = tomllib.loads((SHIPPED / "understandability.toml").read_text("utf-8"))
READ = read(SHIPPED)
SEALS = READ.loaded.seals
ASKS = {
    "en": r"\b[Pp]lease\b",
    "es": r"\b(?:[Rr]ev[ií]s|[Ee]scr[ií]b|[Tt]oque|[Cc]onteste|[Rr]esponda|[Pp]or favor|[Uu]se|[Dd]é|[Cc]omplete)",
}
"""How an error begins to say what to do."""


def patients() -> set[tuple[str, str]]:
    """Every sentence that patients can read or hear, with its context."""
    pages = [path for path in screens() if "staff" not in path.parts and path.stem not in STAFF]
    python = [said_in_python(ROOT / "kiosk" / "viewmodels" / f"{name}.py") for name in VIEWMODELS]
    return set().union(*(said_in_qml(path) for path in pages), *python)


def sentences(language: str) -> dict[tuple[str, str], str]:
    if language == "en":
        return {key: key[1] for key in patients()}
    words = translated(file(language, "ts"))
    return {key: words[key] for key in patients()}


def parts(text: str, language: str) -> tuple[reading.Sentence, ...]:
    return reading.sentences(Text(1, 1, "prose", language, text))


def test_there_is_much_to_read() -> None:
    assert len(patients()) > 250


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_no_sentence_of_the_screens_is_long(language: str) -> None:
    told = sentences(language)
    long = {text for text in told.values() for one in parts(text, language) if len(one.words) > WORDS}
    assert long == set()


def test_the_shipped_pages_have_short_sentences() -> None:
    """Everything that patients read of the shipped content, questionnaire and all."""
    texts = [
        *(text for document in READ.documents for text in page_texts(document)),
        *(
            text
            for found in READ.questionnaires.values()
            if found.reading
            for part in form_texts(found.reading.document, found.reading.ground.language)
            for text in part
        ),
    ]
    assert len(texts) > 300
    told = {text.words for text in texts if text.spoken for one in reading.sentences(text) if len(one.words) > WORDS}
    assert told == set()


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_screens_read_at_the_sixth_grade(language: str) -> None:
    """Each text of ten words or more alone, and all of them together."""
    whole, hard = reading.Ease(), {}
    for text in sentences(language).values():
        one = sum((reading.ease(part, language, frozenset()) for part in parts(text, language)), reading.Ease())
        whole += one
        if one.words >= 10 and (grade := one.grade(language) or 0) > GRADE:
            hard[text] = round(grade, 1)
    assert hard == {}
    assert (whole.grade(language) or 0) <= GRADE


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_screens_blame_nobody(language: str) -> None:
    assert [text for text in sentences(language).values() if re.search(BLAMING[language], text, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_what_is_wrong_with_an_answer_says_what_to_do(language: str) -> None:
    keys = said_in_python(ROOT / "kiosk" / "viewmodels" / "problems.py")
    told = [sentences(language)[key] for key in keys]
    assert len(told) > 20
    assert [text for text in told if not re.search(ASKS[language], text)] == []


def judged() -> dict[str, dict]:
    """What the checklist says of each page."""
    return CHECKLIST["pages"]


def score(page: dict) -> float:
    """The part of the items that apply which a page has."""
    apply = [item for item in CHECKLIST["items"] if item not in page["na"]]
    return sum(item not in page["no"] for item in apply) / len(apply)


def test_the_checklist_says_who_filled_it_in_and_when() -> None:
    assert "makers of the program" in CHECKLIST["by"]
    assert isinstance(CHECKLIST["on"], date)
    assert len(CHECKLIST["items"]) == 17
    assert all(words.endswith(".") for words in CHECKLIST["items"].values())
    for name, page in judged().items():
        assert {*page["no"], *page["na"]} <= CHECKLIST["items"].keys(), name
        assert not {*page["no"]} & {*page["na"]}, name
        assert bool(page["no"]) == bool(page.get("why")), f"{name} says what is amiss"


def test_every_shipped_page_was_judged_as_it_is_now() -> None:
    pages = {name: seal for name, seal in SEALS.items() if name.endswith(".md")}
    assert len(pages) >= 20
    assert {name: page["text"] for name, page in judged().items()} == pages, "look at the changed page again"


@pytest.mark.parametrize("name", sorted(CHECKLIST["pages"]))
def test_every_page_is_understood_well_enough(name: str) -> None:
    assert score(judged()[name]) >= ENOUGH


def test_a_changed_page_has_another_seal(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SHIPPED, tmp_path / "content"))
    page = content / "questions" / "pairs-with.en.md"
    page.write_text(page.read_text("utf-8").replace("You decide", "You then decide"), "utf-8")
    seals = load(content).seals
    assert [name for name, seal in seals.items() if seal != SEALS[name]] == ["questions/pairs-with.en.md"]


def test_the_kiosk_does_not_read_the_checklist(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SHIPPED, tmp_path / "content"))
    before = load(content).library.version
    (content / "understandability.toml").write_text("by =", "utf-8")
    assert load(content).library.version == before
    told = [one.file for one in inspect(content, today=date(2026, 3, 1)).problems]
    assert "understandability.toml" not in told


def test_no_question_is_asked_twice() -> None:
    """By its link, by what it is about, and by its words in each language."""
    form = load(SHIPPED).library.form
    assert form is not None
    items = [item for item in walk(form.items) if item.asks and not item.fixed]
    assert len(items) > 15
    for told in ("id", "code"):
        values = [str(value) for item in items if (value := getattr(item, told))]
        assert len(values) == len(set(values)), told
    for language in ("en", "es"):
        for texts in ("text", "short"):
            words = [getattr(item, texts).in_language(language).casefold() for item in items]
            assert len(words) == len(set(words)), (language, texts)
