"""Content files become the domain's objects, whole and exact; a folder is never half understood in silence."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from content_folder import BRUISES, CLINIC, FILES, FORM, PEEL, QUESTIONNAIRE, write, write_folder

from kiosk.content.clinic import FALLBACK, glance, read_clinic
from kiosk.content.load import load
from kiosk.content.problem import Problem
from kiosk.content.questionnaire import read_questionnaire
from kiosk.domain.form import Code, Level, Operator, Trigger
from kiosk.domain.library import BlockKind, Fact, Standing
from kiosk.domain.values import Coding

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content")


def test_a_sound_folder_has_no_problems_and_nothing_missing(folder):
    loaded = load(folder)
    assert loaded.problems == ()
    library = loaded.library
    assert [treatment.id for treatment in library.treatments_in("es")] == ["blade", "peel"]
    assert [question.id for question in library.questions_in("en")] == ["bruises"]
    assert library.form is not None
    assert not library.empty


def test_the_clinic_is_read(folder):
    clinic, problems = read_clinic(folder)
    assert problems == []
    assert (clinic.name, clinic.place, clinic.languages) == ("Maple Street Skin", "Northfield", ("en", "es"))
    assert (clinic.booking, clinic.emergency, clinic.contact) == ("https://book.maplestreet.clinic/visit", "911", "")
    assert (clinic.panel.inches, clinic.panel.bottom_mm) == (32, 850)
    assert list(clinic.categories) == ["before", "after"]
    assert clinic.categories["after"].in_language("es") == "Después"
    assert glance(folder) == clinic


def test_a_treatment_is_read(folder):
    peel = load(folder).library.treatments_in("en")[1]
    assert (peel.title, peel.order, peel.booking) == ("Gentle peel", 2, "https://book.maplestreet.clinic/peel")
    assert peel.facts == (Fact("clock", "About 20 minutes"), Fact("sun", "Mild, no needles"))
    assert [step.picture.name for step in peel.steps] == ["step-1.svg", "step-2.svg", "step-3.svg"]
    assert peel.emblem.is_absolute()
    assert peel.emblem.is_file()
    assert (peel.pairs, peel.questions) == (("blade",), ("bruises",))
    assert (peel.reviewed.by, peel.reviewed.on, peel.reviewed.state) == ("R. Ortiz", "2026-02-01", Standing.SIGNED)


def test_sections_have_summary_blocks_and_notices(folder):
    does, after = load(folder).library.treatments_in("en")[1].sections
    assert (does.id, does.title, does.summary) == ("what-it-does", "What it does", "Old skin goes, fresh skin shows.")
    kinds = [BlockKind.PARAGRAPH, BlockKind.BULLETS, BlockKind.STEPS, BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert [block.kind for block in does.blocks] == kinds
    assert does.blocks[0].lines == ("It works on the top layer only.",)
    assert does.blocks[0].rich == ("It works on the <b>top layer</b> only.",)
    assert does.blocks[1].lines == ("Dull skin", "Fine lines & marks")
    assert does.blocks[1].rich == ("Dull skin", "<i>Fine</i> lines &amp; marks")
    assert does.blocks[2].lines == ("We clean your skin.", "We put it on.")
    assert (after.id, after.title, after.summary) == ("aftercare", "After your visit", "")


def test_a_later_quote_is_a_notice(folder):
    rest, notice = load(folder).library.treatments_in("en")[1].sections[1].blocks
    assert rest.lines == ("Rest a little.",)
    assert (notice.kind, notice.lines) == (BlockKind.NOTICE, ("Call 911 when you cannot breathe.",))
    assert notice.rich == ("Call 911 when you <b>cannot</b> breathe.",)


def test_a_common_question_is_read(folder):
    (question,) = load(folder).library.questions_in("en")
    assert (question.title, question.category, question.keywords) == ("Will I bruise?", "after", ("blue", "mark"))
    assert question.treatments == ("peel",)
    assert [block.lines for block in question.blocks] == [("Some people do, a little.",), ("It fades in days.",)]


def test_the_form_is_read_exactly(folder):
    form = load(folder).library.form
    assert form.sha256 == hashlib.sha256((folder / QUESTIONNAIRE).read_bytes()).hexdigest()
    assert (form.canonical, form.minutes) == ("https://maplestreet.clinic/Questionnaire/pre-consultation|1", 3)
    height, areas, visits = (form.by_id[id] for id in ("height", "areas", "visits"))
    assert str(height.limits.most) == "2.50"
    assert height.limits.least == Decimal("0.1")
    assert height.limits.places == 2
    assert height.unit.in_language("es") == "m"
    assert form.by_id["born"].limits.least == date(1900, 1, 1)
    assert form.by_id["born"].code is Code.BIRTH_DATE
    assert [option.value for option in areas.options] == [Coding("brow"), Coding("chin"), Coding("none")]
    assert [option.exclusive for option in areas.options] == [False, False, True]
    assert areas.text.in_language("es") == "¿Qué zonas?"
    assert [test.value for test in visits.rule.tests] == [Coding("brow"), Decimal("1.10")]
    assert not visits.rule.every
    assert form.by_id["why-so"].rule.tests[0].operator is Operator.EXISTS


def test_alerts_say_when_they_are_raised(folder):
    form = load(folder).library.form
    (young,), (face,) = form.by_id["born"].alerts, form.by_id["areas"].alerts
    assert (young.level, young.when) == (Level.STOP_ASK, Trigger(younger=18))
    assert face.when == Trigger((Coding("brow"), Coding("chin")), unsure=True)
    assert face.text.in_language("es") == "Wants to talk about the face"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(folder):
    plain = load(folder).library
    for file, text in FILES.items():
        if not file.startswith("pictures"):
            write(folder, file, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.library.treatments == plain.treatments
    assert loaded.library.form.items == plain.form.items


@pytest.mark.parametrize("file", [file for file in FILES if file != "pictures/step-9.svg"])
def test_the_version_changes_with_every_file(folder, file):
    before = load(folder).library.version
    assert len(before) == 12
    assert load(folder).library.version == before
    write(folder, file, FILES[file].encode() + b"\n")
    assert load(folder).library.version != before


@pytest.mark.parametrize("file", ["treatments/peel.en.md", "questions/bruises.es.md", QUESTIONNAIRE])
def test_one_broken_file_costs_only_itself(folder, file):
    write(folder, file, b"---\ntitle: [")
    loaded = load(folder)
    assert {problem.file for problem in loaded.problems if problem.level == "error"} == {file}
    library = loaded.library
    assert len(library.treatments) == (3 if file.startswith("treatments") else 4)
    assert len(library.questions) == (1 if file.startswith("questions") else 2)
    assert (library.form is None) == (file == QUESTIONNAIRE)


@pytest.mark.parametrize("name", ["nowhere", "clinic.toml", "nul\0"])
def test_a_folder_that_is_none_gives_an_empty_library(folder, name):
    loaded = load(folder / name)
    assert loaded.library.empty
    assert [str(problem) for problem in loaded.problems] == [
        ".:1:1: error: folder-missing: There is no content folder here that can be read."
    ]


def test_all_problems_of_a_file_are_told_at_once(folder):
    text = FORM.replace("minutes: 3", "minutes: few").replace("type: integer", "typ: integer")
    write(folder, QUESTIONNAIRE, text.encode())
    found = [(problem.line, problem.code) for problem in load(folder).problems]
    assert found == [(4, "wrong-type"), (41, "key-missing"), (42, "key-unknown")]


def test_an_empty_value_counts_as_none(folder):
    write(folder, "treatments/peel.en.md", PEEL.replace("pairs: [blade]", "pairs:").encode())
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.library.treatments_in("en")[1].pairs == ()


def test_codes_keep_their_letters():
    text = FORM.replace("code: brow", "code: 007").replace("[brow, chin]", "[007, chin]")
    text = text.replace("answer: brow", "answer: 007").replace("    imageMap: map.svg\n", "")
    form, problems = read_questionnaire(text.encode(), "form.yaml", Path("pictures"))
    assert [problem.code for problem in problems] == ["review-unsealed"]
    assert form.by_id["areas"].options[0].value == Coding("007")


def test_a_plain_text_will_do_for_one_language(folder):
    text = FORM.replace("{en: Why?, es: ¿Por qué?}", "Why?")
    form, problems = read_questionnaire(text.encode(), "form.yaml", folder / "pictures", ("en",))
    assert [problem.code for problem in problems] == ["review-unsealed"]
    assert form.by_id["why-so"].text.pairs == (("en", "Why?"),)


def test_the_first_frame_imports_nothing_slow():
    code = "import sys, kiosk.content.clinic; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"pydantic", "yaml", "markdown_it", "PySide6", "sqlalchemy"} & set(run.stdout.split())
    assert "kiosk.content.clinic" in run.stdout


CLINIC_EDITS = [
    ("name = ", "nam = ", 1, "key-unknown"),
    ('name = "Maple Street Skin"', "name = 5", 1, "wrong-type"),
    ('["en", "es"]', "[]", 3, "languages-missing"),
    ('["en", "es"]', '["en", "english!"]', 3, "language-unknown"),
    ("https://book", "http://book", 4, "booking-address"),
    ("https://book.maplestreet.clinic/visit", "https://[", 4, "booking-address"),
    ("https://book.maplestreet.clinic/visit", "https://user:word@book.clinic", 4, "booking-address"),
    ("book.maplestreet.clinic", "booking.example", 4, "booking-example"),
    ('emergency = "911"\n', "", 1, "key-missing"),
    ("inches = 32", "inches = true", 8, "wrong-type"),
    ("inches = 32", "inches = nan", 8, "wrong-type"),
    ("bottom_mm", "botom_mm", 9, "key-unknown"),
    ('{ en = "After", es = "Después" }', '"After"', 12, "wrong-type"),
    ("[panel]", "[panel", 7, "toml-syntax"),
    ('contact = ""', 'contact = "', 6, "toml-syntax"),
    ('contact = ""', f"contact = {'[' * 900}", 1, "toml-syntax"),
    ('contact = ""', f"{'a.' * 600}a = 1", 6, "line-too-long"),
]


@pytest.mark.parametrize(("old", "new", "line", "code"), CLINIC_EDITS)
def test_mistakes_in_the_clinics_file(folder, old, new, line, code):
    assert old in CLINIC
    write(folder, "clinic.toml", CLINIC.replace(old, new, 1).encode())
    clinic, problems = read_clinic(folder)
    assert (line, code) in [(problem.line, problem.code) for problem in problems]
    assert clinic.name
    assert clinic.languages
    assert load(folder).library.form is not None


def test_a_clinic_without_its_file_has_a_neutral_name(tmp_path):
    assert glance(tmp_path) == FALLBACK
    assert [problem.code for problem in read_clinic(tmp_path)[1]] == ["file-missing"]
    (tmp_path / "clinic.toml").mkdir()
    assert glance(tmp_path) == FALLBACK


def test_a_wrong_key_is_met_with_the_right_one(folder):
    write(folder, "questions/bruises.en.md", BRUISES.replace("category", "categorie").encode())
    problem = next(problem for problem in load(folder).problems if problem.code == "key-unknown")
    assert str(problem) == (
        "questions/bruises.en.md:3:1: error: key-unknown: There is no “categorie” here; did you mean “category”?"
    )


def test_a_problem_is_one_line_whatever_was_written(folder):
    write(folder, QUESTIONNAIRE, FORM.replace("linkId: about", '"a\\nb\\ud800\\e": about').encode())
    told = [str(problem) for problem in load(folder).problems]
    assert told
    assert all(line.isprintable() for line in told)


def test_problems_stand_in_the_order_of_the_files():
    one, two = Problem("a", 2, 1, "error", "x", "X."), Problem("a", 10, 1, "error", "x", "X.")
    assert sorted([two, one]) == [one, two]


def test_the_shipped_content_only_waits_for_the_clinic():
    loaded = load(ROOT / "resources" / "content")
    assert {problem.code for problem in loaded.problems} <= {"not-reviewed", "booking-example", "instrument-missing"}
    for language in ("en", "es"):
        assert {treatment.language for treatment in loaded.library.treatments_in(language)} == {language}
        assert len(loaded.library.treatments_in(language)) == 3
    assert loaded.library.form is not None
