"""Every mistake an admin can make in a page or a questionnaire is told with its file, line and code."""

from __future__ import annotations

from pathlib import Path

import pytest
from content_folder import FILES, PNG, QUESTIONNAIRE, write, write_folder

from kiosk.content.forbidden import forbidden
from kiosk.content.load import load

PEEL = "treatments/peel.en.md"
ASK = "questions/bruises.en.md"
FORM = QUESTIONNAIRE

# file, what stood there, what is written instead, a piece of the line that is told (or its number), code
ERRORS = [
    (PEEL, "---\ntitle", "title", 1, "front-matter-missing"),
    (PEEL, "title: Gentle peel\n", "", 2, "key-missing"),
    (PEEL, "title: Gentle peel", "title:", 2, "key-missing"),
    (PEEL, "title: Gentle peel", "title: ' '", "title", "text-empty"),
    (PEEL, "lead:", "leed:", "leed", "key-unknown"),
    (PEEL, "order: 2", "order: second", "order", "wrong-type"),
    (PEEL, "order: 2", "order: 2\norder: 3", "order: 3", "key-twice"),
    (PEEL, "emblem: peel.svg", "emblem: pel.svg", "emblem", "picture-missing"),
    (PEEL, "emblem: peel.svg", "emblem: ../clinic.toml", "emblem", "picture-outside"),
    (PEEL, "emblem: peel.svg", "emblem: /etc/hosts.svg", "emblem", "picture-outside"),
    (PEEL, "emblem: peel.svg", "emblem: 'C:\\peel.svg'", "emblem", "picture-outside"),
    (PEEL, "picture: step-2.svg", "picture: step-9.svg", "step-9", "picture-missing"),
    (PEEL, "  - {picture: step-3.svg, text: Fresh skin shows.}\n", "", "step-1", "wrong-count"),
    (PEEL, "icon: clock", "icon: The Clock", "The Clock", "value-unknown"),
    (PEEL, "text: About 20 minutes", "txt: About 20 minutes", "txt", "key-unknown"),
    (PEEL, '"Mild, no needles"', "Mild, no needles", "Mild", "key-unknown"),
    (PEEL, "pairs: [blade]", "pairs: blade", "pairs", "wrong-type"),
    (PEEL, "pairs: [blade]", "pairs: [blade", "questions", "yaml-syntax"),
    (PEEL, "pairs: [blade]", "pairs: &two [blade]", "pairs", "yaml-anchor"),
    (PEEL, "pairs: [blade]", "pairs: *two", "pairs", "yaml-anchor"),
    (PEEL, "pairs: [blade]", "pairs: !!set [blade]", "pairs", "yaml-tag"),
    (PEEL, "pairs: [blade]", f"pairs: {'[' * 50}", "pairs", "yaml-too-deep"),
    (PEEL, "card: A", "card: Now: a", "card", "yaml-syntax"),
    (PEEL, "card: A", "\tcard: A", "card", "yaml-syntax"),
    (PEEL, "https://book.maplestreet.clinic/peel", "www.maplestreet.clinic", "booking", "booking-address"),
    (PEEL, "on: 2026-02-01", "on: 1 Feb", "reviewed", "wrong-date"),
    (PEEL, "Call {emergency}", "Call {emergancy}", "emergancy", "placeholder-unknown"),
    (PEEL, "lead: A light", "lead: A {light}", "lead", "placeholder-unknown"),
    (ASK, "Some people do, a little.\n\n- It fades in days.\n", "", 9, "body-empty"),
    (FORM, "url: https", "url: ftp", "url", "wrong-url"),
    (FORM, 'version: "1"', "version: 1|2", "version", "wrong-version"),
    (FORM, "linkId: visits", "linkid: visits", "linkid", "key-unknown"),
    (FORM, "linkId: visits", "linkId: areas", 41, "linkId-duplicate"),
    (FORM, "type: integer", "type: number", "number", "value-unknown"),
    (FORM, "repeats: true", "repeats: yes", "repeats", "wrong-type"),
    (FORM, "maxLength: 300", "maxLength: 0", "maxLength", "out-of-range"),
    (FORM, "maxLength: 300", "maxLength: 3e2", "maxLength", "wrong-type"),
    (FORM, "maxValue: 2.50", "maxValue: 0.05", "maxValue", "limits-contradict"),
    (FORM, "maxValue: 2.50", "maxValue: 2020-01-01", "maxValue", "wrong-type"),
    (FORM, "maxValue: 2.50", "maxValue: .inf", "maxValue", "wrong-type"),
    (FORM, "code: birth-date", "code: patient-name", "patient-name", "code-type"),
    (FORM, "imageMap: map.svg", "imageMap: maps.svg", "imageMap", "picture-missing"),
    (FORM, "code: chin", "code: chine", "chine", "area-missing"),
    (FORM, "answer: [brow, chin]", "answer: [brow, cheek]", "cheek", "alert-answer"),
    (FORM, "    unsure: true\n", "", "when: {answer", "alert-unsure"),
    (FORM, "when: {younger: 18}", "when: {}", "when: {}", "alert-never"),
    (FORM, "when: {answer: [brow, chin], unsure: true}", "when: {younger: 18}", 39, "alert-younger"),
    (FORM, "level: INFO", "level: HIGH", "HIGH", "value-unknown"),
    (FORM, "question: areas", "question: area", "question: area,", "enableWhen-unknown-question"),
    (FORM, "question: areas", "question: why-so", "question: why-so", "enableWhen-cycle"),
    (FORM, "question: areas", "question: visits", "question: visits", "answer-wrong"),
    (FORM, "question: areas", "question: about", "question: about", "enableWhen-malformed"),
    (FORM, "answer: brow", "answer: brows", "brows", "answer-wrong"),
    (FORM, "answer: 1.10", "answer: tall", "answer: tall", "answer-wrong"),
    (FORM, "exists, answer: true", "exists, answer: brow", "exists", "answer-wrong"),
    (FORM, 'areas, operator: "="', 'areas, operator: ">"', "areas, operator", "enableWhen-operator-type"),
    (FORM, 'operator: "="', 'operator: "=="', "==", "value-unknown"),
    (FORM, "    enableBehavior: any\n", "", "question: areas", "enableBehavior-missing"),
    (FORM, "enableBehavior: any", "enableBehavior: one", "Behavior: one", "value-unknown"),
    (FORM, "{en: Why?, es: ¿Por qué?}", "{en: Why?, spanish!: ¿Por qué?}", "spanish", "language-unknown"),
    (FORM, "{en: Why?, es: ¿Por qué?}", "{}", "text: {}", "wrong-count"),
    (FORM, "linkId: visits", "linkId: ssn", "ssn", "forbidden-field"),
    (FORM, "How many visits?", "Your credit card?", "credit", "forbidden-field"),
    (FORM, "¿Cuántas visitas?", "¿Su licencia de conducir?", "licencia", "forbidden-field"),
    (FORM, "type: integer", "type: group", "visits, operator: exists", "enableWhen-malformed"),
    (FORM, "type: integer", "type: choice", "linkId: visits", "options-missing"),
    (FORM, "  - linkId: about", "  linkId: about", 8, "yaml-syntax"),
    (FORM, "minutes: 3", "minutes: '3", "minutes", "yaml-syntax"),
    (FORM, "minutes: 3", "? [a]\n: 3", "? [a]", "yaml-key"),
    (FORM, "item:\n", "item:\n---\n", 7, "yaml-documents"),
]

EARLY = """\
  - linkId: early
    type: text
    text: {en: "Why so many?", es: "¿Por qué tantas?"}
    enableWhen: [{question: visits, not: 2}]
  - linkId: areas
"""

WARNINGS = [
    (PEEL, "pairs: [blade]", "pairs: [blad]", "pairs", "link-unknown"),
    (PEEL, "pairs: [blade]", "pairs: [peel]", "pairs", "link-self"),
    (PEEL, "questions: [bruises]", "questions: [bruises, pain]", "questions", "link-unknown"),
    (PEEL, "by: R. Ortiz", 'by: ""', "reviewed", "not-reviewed"),
    (PEEL, "reviewed: {by: R. Ortiz, on: 2026-02-01}\n", "", 2, "not-reviewed"),
    (PEEL, "book.maplestreet.clinic/peel", "booking.example/peel", "booking", "booking-example"),
    (PEEL, "About 20 minutes", "About 20 minutes in all today", "minutes", "fact-long"),
    (PEEL, "## What it does", "Hello.\n\n## What it does", "Hello", "text-before-heading"),
    (PEEL, "### How it feels", "#### How it feels", "feels", "heading-level"),
    (PEEL, "## After your visit {#aftercare}", "## What it does", 33, "section-twice"),
    (PEEL, "A little warm.", "A <b>little</b> warm.", "little", "not-shown"),
    (PEEL, "A little warm.", "A\nlittle [warm](http://x.y).", "little", "not-shown"),
    (PEEL, "A little warm.", "![warm](warm.png)", "warm.png", "not-shown"),
    (PEEL, "A little warm.", "A `little` warm.", "little", "not-shown"),
    (PEEL, "A little warm.", "\n|a|b|\n|-|-|\n|c|d|", "|a|b|", "not-shown"),
    (PEEL, "A little warm.", "```\nwarm\n```", 31, "not-shown"),
    (PEEL, "A little warm.", "<div>warm</div>", "<div>", "not-shown"),
    (PEEL, "A little warm.", "\n***", "***", "not-shown"),
    (PEEL, "- Dull skin", "- Dull skin\n  - on the cheeks", "on the cheeks", "nested"),
    (ASK, "Some people", "## Yes\n\nSome people", "Yes", "heading-level"),
    (ASK, "category: after", "category: afters", "category", "link-unknown"),
    (ASK, "treatments: [peel]", "treatments: [peels]", "treatments", "link-unknown"),
    (FORM, ", es: ¿Por qué?", "", "en: Why?", "translation-missing"),
    (FORM, "{en: Why?, es: ¿Por qué?}", "Why?", "Why?", "translation-missing"),
    (FORM, "by: R. Ortiz", 'by: ""', "reviewed", "not-reviewed"),
    (FORM, "maxLength: 300", "maxDecimalPlaces: 3", "Places: 3", "key-misplaced"),
    (FORM, "  - linkId: areas\n", EARLY, "question: visits, not", "question-later"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content")


def edit(folder: Path, file: str, old: str, new: str) -> str:
    assert old in FILES[file]
    text = FILES[file].replace(old, new, 1)
    write(folder, file, text.encode())
    return text


def line_of(text: str, at: str | int) -> int:
    if isinstance(at, int):
        return at
    return next(number for number, line in enumerate(text.splitlines(), start=1) if at in line)


@pytest.mark.parametrize(("file", "old", "new", "at", "code"), ERRORS)
def test_an_error_is_told_and_its_file_left_out(folder, file, old, new, at, code):
    text = edit(folder, file, old, new)
    loaded = load(folder)
    errors = [(problem.file, problem.line, problem.code) for problem in loaded.problems if problem.level == "error"]
    assert (file, line_of(text, at), code) in errors
    assert {error[0] for error in errors} == {file}
    kept = (len(loaded.library.treatments), len(loaded.library.questions), loaded.library.form is not None)
    assert kept == {PEEL: (3, 2, True), ASK: (4, 1, True), FORM: (4, 2, False)}[file]


@pytest.mark.parametrize(("file", "old", "new", "at", "code"), WARNINGS)
def test_a_warning_costs_nothing(folder, file, old, new, at, code):
    text = edit(folder, file, old, new)
    loaded = load(folder)
    told = [(problem.file, problem.line, problem.level, problem.code) for problem in loaded.problems]
    assert told == [(file, line_of(text, at), "warning", code)]
    assert len(loaded.library.treatments) == 4
    assert len(loaded.library.questions) == 2
    assert loaded.library.form is not None


def test_what_the_screen_does_not_show_is_left_out_of_the_text(folder):
    edit(folder, PEEL, "A little warm.", "A [little](http://x.y) `warm` <b>now</b>![x](y.png).\n\n<p>Gone</p>")
    block = load(folder).library.treatments_in("en")[1].sections[0].blocks[-1]
    assert block.lines == ("A little warm now.",)
    assert block.rich == block.lines


def test_html_signs_are_escaped(folder):
    edit(folder, PEEL, "A little warm.", "Skin < 5 mm & *1 > 0*")
    block = load(folder).library.treatments_in("en")[1].sections[0].blocks[-1]
    assert block.lines == ("Skin < 5 mm & 1 > 0",)
    assert block.rich == ("Skin &lt; 5 mm &amp; <i>1 &gt; 0</i>",)


def test_broken_links_are_dropped(folder):
    edit(folder, PEEL, "pairs: [blade]", "pairs: [nothing, blade, peel]")
    assert load(folder).library.treatments_in("en")[1].pairs == ("blade",)


def test_a_missing_translation_is_told(folder):
    (folder / "treatments/peel.es.md").unlink()
    (folder / "questions/bruises.en.md").unlink()
    told = [(problem.file, problem.code) for problem in load(folder).problems]
    missing = "translation-missing"
    assert told == [("questions/bruises.es.md", missing), ("treatments/peel.en.md", missing)]


@pytest.mark.parametrize(
    ("file", "data", "line", "code"),
    [
        ("treatments/peel.en.md", b"---\ntitle: caf\xe9\n---\n", 2, "not-utf8"),
        ("treatments/Peel English.md", b"", 1, "file-name"),
        ("treatments/peel.en.txt", b"", 1, "file-ignored"),
        ("treatments/peel.fr.md", FILES["treatments/peel.en.md"].encode(), 2, "language-unused"),
        ("treatments/peel.en.md", b"a" * 200_000, 1, "file-too-large"),
        ("questionnaires/other.yaml", FILES[FORM].encode(), 1, "questionnaire-unused"),
        ("clinic.toml", b'name = "\xff"', 1, "not-utf8"),
    ],
)
def test_files_that_should_not_be_there(folder, file, data, line, code):
    write(folder, file, data)
    assert (file, line, code) in [(problem.file, problem.line, problem.code) for problem in load(folder).problems]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("peel.svg", b"GIF89a", "picture-kind"),
        ("peel.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "picture-unsafe"),
        ("peel.svg", b"<svg><script>1</script></svg>", "picture-unsafe"),
        ("peel.svg", b'<svg><a href="http://x.y"/></svg>', "picture-unsafe"),
        ("peel.svg", b'<svg width="90000" height="9"/>', "picture-too-large"),
        ("peel.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x20\0\0\0\0\1", "picture-too-large"),
        ("peel.png", b"<svg/>", "picture-kind"),
        ("peel.bmp", b"BM", "picture-kind"),
        ("peel.svg", b"a" * 3_000_000, "file-too-large"),
    ],
)
def test_pictures_that_must_not_be_drawn(folder, name, data, code):
    write(folder, f"pictures/{name}", data)
    edit(folder, PEEL, "emblem: peel.svg", f"emblem: {name}")
    loaded = load(folder)
    assert (PEEL, 6, code) in [(problem.file, problem.line, problem.code) for problem in loaded.problems]
    assert "peel" not in {treatment.id for treatment in loaded.library.treatments if treatment.language == "en"}


def test_a_png_of_bearable_size_is_a_picture(folder):
    write(folder, "pictures/peel.png", PNG)
    edit(folder, PEEL, "emblem: peel.svg", "emblem: peel.png")
    assert load(folder).problems == ()


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    secret = tmp_path / "secret.svg"
    secret.write_text(FILES["pictures/peel.svg"])
    (folder / "pictures/peel.svg").unlink()
    try:
        (folder / "pictures/peel.svg").symlink_to(secret)
    except OSError:  # Windows lets only some accounts make links; then there is nothing to follow
        assert not (folder / "pictures/peel.svg").exists()
        return
    assert {problem.code for problem in load(folder).problems} >= {"picture-outside"}


@pytest.mark.parametrize(
    "words",
    [
        "What is your SSN?",
        "Social Security number",
        "socialSecurityNumber",
        "Número de Seguro Social",
        "Driver’s license",
        "driving licence",
        "Licencia de conducir",
        "licencia de manejo",
        "credit-card",
        "cardNumber",
        "Número de tarjeta",
        "Tarjeta de crédito",
        "insurance-number",
        "Your insurance policy number",
        "insuranceId",
        "Member ID",
        "Número de póliza",
        "Número de su seguro",
    ],
)
def test_numbers_that_thieves_want_are_refused(words):
    assert forbidden(words)


@pytest.mark.parametrize(
    "words",
    [
        "Which number of visits?",
        "Heart disease or cardiac surgery",
        "Are you sure?",
        "¿Está seguro?",
        "Do you have a pacemaker?",
        "Describe social events you plan",
        "allergy-detail",
        "Conduce hoy?",
    ],
)
def test_ordinary_questions_are_not(words):
    assert forbidden(words) is None
