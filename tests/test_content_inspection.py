"""What the deep check finds beyond loading, each mistake with its file, line and code."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
import test_content_mistakes
from content_folder import CLINIC, DRAWING, FILES, PNG, QUESTIONNAIRE, put, write, write_folder
from test_content_mistakes import line_of

from kiosk.content.codes import CODES
from kiosk.content.inspection import Inspected, inspect
from kiosk.content.load import load
from kiosk.content.rules.booking import LEAST, PLACE, dense, squares
from kiosk.content.rules.jurisdiction import PRICE
from kiosk.fitting.places import PLACES
from kiosk.viewmodels.booking import QUIET_ZONE, draw

TODAY = date(2026, 3, 1)
PEEL, PIEL = "treatments/peel.en.md", "treatments/peel.es.md"
ASK = "questions/bruises.en.md"
FORM = QUESTIONNAIRE
CLINIC_FILE = "clinic.toml"

LONG = "We put the mild liquid on your face with a soft brush and then we wait for a short while with you here."
HARD = (
    "Individualized consultation necessitates comprehensive documentation. Contraindications considerably "
    "complicate administration. Precautionary evaluation substantially diminishes complications. Rehabilitation "
    "recommendations necessitate continuous communication. Unanticipated sensitivities invariably require "
    "professional observation. Experienced practitioners meticulously individualize everything."
)
DURO = (
    "La individualización terapéutica necesita documentación comprensiva. Las contraindicaciones complican "
    "considerablemente la administración. La evaluación precautoria disminuye sustancialmente complicaciones. "
    "Las recomendaciones rehabilitadoras necesitan comunicación permanente. Las sensibilidades inesperadas "
    "requieren invariablemente observación profesional. Los profesionales experimentados individualizan todo. "
    "Inmediatamente comunicaremos incompatibilidades medicamentosas extraordinarias."
)
DENSE = "https://book.maplestreet.clinic/" + "visit/" * 20
UK = 'jurisdiction = "UK"\n[panel]'

# file, what stood there, what is written instead, a piece of the line that is told (or its number), level, code
PAGES = [
    (PEEL, "A little warm.", LONG, "mild liquid", "warning", "sentence-long"),
    (PEEL, "A little warm.", f"Warm.\n{LONG}", "mild liquid", "warning", "sentence-long"),
    (PEEL, "- Dull skin", f"- {LONG}", "mild liquid", "warning", "sentence-long"),
    (PEEL, "lead: A light peel. It takes a short while.", f"lead: {LONG}", "lead", "warning", "sentence-long"),
    (PEEL, "text: Fresh skin shows.", f"text: {LONG}", "mild liquid", "warning", "sentence-long"),
    (PIEL, "A little warm.", LONG, "mild liquid", "warning", "sentence-long"),
    (ASK, "Some people do, a little.", LONG, "mild liquid", "warning", "sentence-long"),
    (PEEL, "A little warm.", HARD, "Individualized", "warning", "reading-hard"),
    (PEEL, "A little warm.", HARD.replace(". ", ".\n"), "Rehabilitation", "warning", "reading-hard"),
    (PIEL, "A little warm.", f"{DURO}\n{DURO}", "individualización", "warning", "reading-hard"),
    (ASK, "Some people do, a little.", HARD, "Individualized", "warning", "reading-hard"),
    (FORM, "{en: Why?,", f"{{en: {HARD!r},", "Individualized", "warning", "reading-hard"),
    (FORM, "{en: Why?,", f"{{en: {LONG!r},", "mild liquid", "warning", "sentence-long"),
    (
        FORM,
        "text: {en: Why?",
        f"help: {{en: {LONG!r}, es: Sí.}}\n    text: {{en: Why?",
        "help",
        "warning",
        "sentence-long",
    ),
    (
        FORM,
        "text: {en: Why?",
        f"why: {{en: No., es: {LONG!r}}}\n    text: {{en: Why?",
        "why: {",
        "warning",
        "sentence-long",
    ),
    (PEEL, "pairs: [blade]", "pairs: [blade, blade]", "pairs", "warning", "link-twice"),
    (PEEL, "questions: [bruises]", "questions:\n  - bruises\n  - bruises", 17, "warning", "link-twice"),
    (ASK, "treatments: [peel]", "treatments: [peel, peel]", "treatments", "warning", "link-twice"),
    (PEEL, "pairs: [blade]", "pairs:\n  - blade\n  - peel", "  - peel", "warning", "link-self"),
    (PEEL, "https://book.maplestreet.clinic/peel", DENSE, "booking", "warning", "booking-dense"),
    (CLINIC_FILE, "https://book.maplestreet.clinic/visit", DENSE, "booking", "warning", "booking-dense"),
]

UK_ROWS = [
    (PEEL, "card: A light peel for dull skin.", "card: Botox softens lines.", "card", "error", "jurisdiction-brand"),
    (PEEL, "title: Gentle peel", "title: Dysport", "title", "error", "jurisdiction-brand"),
    (PIEL, "card: A light peel for dull skin.", "card: Con toxina botulínica.", "card", "error", "jurisdiction-brand"),
    (PEEL, "text: About 20 minutes", "text: Bocouture inside", "Bocouture", "error", "jurisdiction-brand"),
    (PEEL, "card: A light peel for dull skin.", "card: A peel for £99.", "card", "error", "jurisdiction-price"),
    (PEEL, "card: A light peel for dull skin.", "card: A peel from 99.", "card", "error", "jurisdiction-price"),
    (PEEL, "title: Gentle peel", "title: Free peel", "title", "error", "jurisdiction-price"),
    (PIEL, "card: A light peel for dull skin.", "card: Gratis los lunes.", "card", "error", "jurisdiction-price"),
]

CLINIC_ROWS = [
    ("[panel]", 'jurisdiction = "GB"\n[panel]', "jurisdiction", "error", "value-unknown"),
    ("[panel]", "jurisdiction = 44\n[panel]", "jurisdiction", "error", "value-unknown"),
    ("[panel]", 'grade = "six"\n[panel]', "grade", "error", "wrong-type"),
    ("[panel]", "grade = 60\n[panel]", "grade", "error", "wrong-type"),
    ("[panel]", "grad = 6\n[panel]", "grad", "error", "key-unknown"),
    ("[panel]", '[words]\nknow = ["peel"]\n[panel]', "know", "error", "key-unknown"),
    ("[panel]", '[words]\nknown = "peel"\n[panel]', "known", "error", "wrong-type"),
    ("inches = 32", "inches = 3200", "inches", "error", "wrong-type"),
    ("emergency = ", "emergncy = ", "emergncy", "error", "key-unknown"),
    ('languages = ["en", "es"]', "languages = []", "languages", "error", "languages-missing"),
    ('"es"]', '"spanish!"]', "languages", "error", "language-unknown"),
    ('after = { en = "After", es = "Después" }', "after = 1", "after", "error", "wrong-type"),
    ('place = "Northfield"', "place = Northfield", "place", "error", "toml-syntax"),
]

KIND = """\
  - linkId: kind
    type: choice
    text: {en: Which kind?, es: ¿Qué tipo?}
    answerOption:
      - {code: dry, display: {en: Dry, es: Seca}, weight: 1}
      - {code: oily, display: {en: Oily, es: Grasa}, weight: 2}
  - linkId: since
    type: date
    text: {en: Since when?, es: ¿Desde cuándo?}
    minValue: 2020-01-01
    enableWhen: [{question: kind, operator: "=", answer: dry}]
  - linkId: count
    type: integer
    text: {en: How many?, es: ¿Cuántas?}
    minValue: 0
    maxValue: 10
  - linkId: truth
    type: boolean
    text: {en: Is it so?, es: ¿Es así?}
  - linkId: words
    type: string
    text: {en: What?, es: ¿Qué?}
    maxLength: 3
  - linkId: clock
    type: time
    text: {en: At what time?, es: ¿A qué hora?}
"""


def late(*conditions: str, behavior: str = "all", more: str = "") -> str:
    lines = "".join(f"      - {{question: {condition}}}\n" for condition in conditions)
    return (
        f"{KIND}  - linkId: late\n    type: text\n    text: {{en: And so?, es: ¿Y entonces?}}\n    enableWhen:\n"
        f"{lines}    enableBehavior: {behavior}\n{more}"
    )


def alert(when: str, question: str = "kind", rest: str = "") -> str:
    text = f"    alert:\n      - {{level: INFO, text: Told, when: {when}}}\n"
    marker = f"  - linkId: {question}\n"
    head, tail = KIND.split(marker)
    return head + marker + text + tail + rest


DRY, OILY = "kind, operator: '=', answer: dry", "kind, operator: '=', answer: oily"
BEHIND = KIND.count("\n")
DEEP = """\
  - linkId: deep
    type: group
    text: {en: A, es: B}
    hidden: true
    item: [{linkId: lost, type: text, text: {en: C, es: D}, required: true}]
"""
TOLD = "level: INFO, text: Told"
SCORE = """\
  - linkId: total
    type: integer
    text: Total
    hidden: true
    score: {{sum: [kind], bands: [{}]}}
"""
# what is added to the form, a piece of the line that is told, level, code
FORMS = [
    (late(DRY, OILY), "      - {question: kind", "error", "rule-never"),
    (late("count, operator: '>', answer: 5", "count, operator: '<', answer: 3"), "answer: 5", "error", "rule-never"),
    (late("count, operator: '>', answer: 4", "count, operator: '<', answer: 5"), "answer: 4", "error", "rule-never"),
    (late("count, operator: '=', answer: 11"), "answer: 11", "error", "rule-never"),
    (late("count, operator: '<', answer: 0"), "answer: 0}", "error", "rule-never"),
    (
        late("truth, operator: '=', answer: true", "truth, operator: '=', answer: false"),
        "answer: true}",
        "error",
        "rule-never",
    ),
    (
        late("truth, operator: exists, answer: true", "truth, operator: exists, answer: false"),
        "answer: true}",
        "error",
        "rule-never",
    ),
    (late("kind, not: dry", "kind, not: oily"), "not: dry", "error", "rule-never"),
    (late("words, operator: '=', answer: long words"), "long words", "error", "rule-never"),
    (late("words, operator: '=', answer: a", "words, operator: '=', answer: b"), "answer: a}", "error", "rule-never"),
    (late("since, operator: '<', answer: 2019-05-01"), "2019-05-01", "error", "rule-never"),
    (
        late("since, operator: '>', answer: 2021-05-01", "since, operator: '<', answer: 2021-05-02"),
        "2021-05-01",
        "error",
        "rule-never",
    ),
    (
        late("clock, operator: '>', answer: '12:00:00'", "clock, operator: '<', answer: '11:00:00'"),
        "12:00",
        "error",
        "rule-never",
    ),
    (
        late("areas, operator: '=', answer: none", "areas, operator: '=', answer: brow"),
        "areas, operator: '=', answer: none",
        "error",
        "rule-never",
    ),
    (late("since, operator: exists, answer: true", OILY), "since, operator: exists", "error", "question-unreachable"),
    (
        late("since, operator: '>', answer: 2021-05-01", "kind, operator: exists, answer: false"),
        "2021-05-01",
        "error",
        "question-unreachable",
    ),
    (late("count, operator: '>', answer: 10", DRY, behavior="any"), "answer: 10", "warning", "condition-never"),
    (
        late("since, operator: exists, answer: true", "count, operator: '=', answer: 12", behavior="any"),
        "answer: 12",
        "warning",
        "condition-never",
    ),
    (
        alert("{answer: [dry], all: [{question: kind, operator: '=', answer: oily}]}"),
        TOLD,
        "error",
        "alert-unreachable",
    ),
    (alert("{all: [{question: count, operator: '>', answer: 10}]}"), TOLD, "error", "alert-unreachable"),
    (
        alert("{exists: true, all: [{question: kind, operator: exists, answer: false}]}"),
        TOLD,
        "error",
        "alert-unreachable",
    ),
    (
        alert("{exists: true, all: [{question: kind, operator: '=', answer: oily}]}", "since"),
        TOLD,
        "error",
        "alert-unreachable",
    ),
    (KIND + SCORE.format("{from: 0, to: 2, label: Low}, {from: 3, label: High}"), "score:", "warning", "band-never"),
    (KIND + SCORE.format("{from: 0, to: 2, label: Low}, {from: 2, label: High}"), "score:", "warning", "band-overlap"),
    (KIND + SCORE.format("{from: 2, label: High}"), "score:", "warning", "band-gap"),
    (KIND + DEEP, "linkId: lost", "error", "required-hidden"),
    (
        KIND.replace("    maxLength: 3\n", "    required: true\n    readOnly: true\n"),
        "required: true",
        "warning",
        "required-hidden",
    ),
    (KIND.replace("    maxLength: 3\n", "    regex: '(a+)+('\n"), "regex", "error", "regex-invalid"),
    (KIND.replace("    maxLength: 3\n", "    itemControl: slide\n"), "slide", "warning", "control-unknown"),
    (KIND.replace("    maxLength: 3\n", "    itemControl: slider\n"), "slider", "warning", "control-unfit"),
    (KIND.replace("code: oily", "code: dry"), "weight: 2", "warning", "option-twice"),
    (KIND.replace("    maxLength: 3\n", "    initial: {a: 1}\n"), "initial", "warning", "initial-malformed"),
    (
        KIND.replace("    minValue: 0\n    maxValue: 10\n", "    initial: 99\n    maxValue: 10\n"),
        "initial: 99",
        "warning",
        "initial-invalid",
    ),
]

PICTURES = [
    ("peel.png", b"\xff\xd8\xff\xe0 photo", "picture-kind"),
    ("peel.png", b"GIF89a", "picture-kind"),
    ("peel.png", PNG[:-12], "picture-damaged"),
    ("peel.png", PNG[:40], "picture-damaged"),
    ("peel.png", PNG[:50] + b"\xff" + PNG[51:], "picture-damaged"),
    ("peel.png", PNG[:16] + b"\0\1\0\0" + PNG[20:], "picture-too-large"),
    ("peel.svg", b"<svg><g></svg>", "picture-kind"),
    ("peel.svg", b"<html><svg/></html>", "picture-kind"),
    ("peel.svg", "<?xml version='1.0' encoding='UTF-16'?><svg/>".encode("utf-16"), "picture-kind"),
    ("peel.svg", b"<?xml version='1.0' encoding='klingon'?><svg/>", "picture-kind"),
    ("peel.svg", b"<svg>" + b"<g>" * 100 + b"</g>" * 100 + b"</svg>", "picture-too-complex"),
    ("peel.svg", b"<svg>" + b"<g/>" * 30_000 + b"</svg>", "picture-too-complex"),
    ("peel.svg", b"<svg><path d='M" + b"0 0 " * 200_000 + b"'/></svg>", "picture-too-complex"),
    ("peel.svg", b"<svg><path d='M0 0L90000000 0' stroke-dasharray='1'/></svg>", "picture-too-large"),
    ("peel.svg", b"<svg xmlns:x='a'><x:script>1</x:script></svg>", "picture-unsafe"),
    ("peel.svg", b"<svg><style>@import 'http://x.y'</style></svg>", "picture-unsafe"),
    ("peel.svg", b"<svg><rect fill='url(http://x.y)'/></svg>", "picture-unsafe"),
    ("peel.svg", b"<svg onload='x()'/>", "picture-unsafe"),
    ("peel.svg", b"<svg><use href='#a'/></svg>", "picture-unsafe"),
]

FOLDER = [
    ("pictures/spare.svg", DRAWING.encode(), "pictures/spare.svg", "warning", "picture-unused"),
    ("pictures/spare/a.svg", DRAWING.encode(), "pictures/spare", "warning", "picture-unused"),
    (
        "pictures/peel.svg",
        DRAWING.replace("viewBox", "width='9' title").encode(),
        "pictures/peel.svg",
        "warning",
        "picture-viewbox",
    ),
    (
        "pictures/peel.svg",
        DRAWING.encode() + b"<!--" + b"a" * 600_000 + b"-->",
        "pictures/peel.svg",
        "warning",
        "picture-heavy",
    ),
    ("pictures/spare.jpg", b"\xff\xd8\xff", "pictures/spare.jpg", "warning", "picture-kind"),
    ("treatment/peel.en.md", b"", "treatment", "warning", "folder-unknown"),
    ("Pictures/peel.svg", b"", "Pictures", "warning", "folder-unknown"),
    ("photos/peel.svg", b"", "photos", "warning", "folder-unknown"),
    ("clinic.tml", b"", "clinic.tml", "warning", "file-ignored"),
    ("clinic.yaml", b"", "clinic.yaml", "warning", "file-ignored"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content")


def told(folder: Path) -> list[tuple[str, int, str, str]]:
    return [(one.file, one.line, one.level, one.code) for one in inspect(folder, today=TODAY).problems]


def edited(folder: Path, file: str, old: str, new: str) -> str:
    assert old in FILES[file]
    write(folder, file, FILES[file].replace(old, new, 1).encode())
    return (folder / file).read_text("utf-8")


def test_a_sound_folder_has_no_problem_at_all(folder):
    assert told(folder) == []
    assert inspect(folder, today=TODAY).library == load(folder).library


@pytest.mark.parametrize("row", PAGES)
def test_one_mistake_in_a_file_is_one_problem(folder, row):
    file, old, new, at, level, code = row
    text = edited(folder, file, old, new)
    found = told(folder)
    assert (file, line_of(text, at), level, code) in found
    assert {one[0] for one in found} == {file}


@pytest.mark.parametrize("row", UK_ROWS)
def test_what_the_uk_forbids_is_an_error_there_and_only_there(folder, row):
    file, old, new, at, level, code = row
    text = edited(folder, file, old, new)
    assert told(folder) == []
    write(folder, CLINIC_FILE, CLINIC.replace("[panel]", UK).encode())
    assert told(folder) == [(file, line_of(text, at), level, code)]


@pytest.mark.parametrize(("old", "new", "at", "level", "code"), CLINIC_ROWS)
def test_one_mistake_in_clinic_toml(folder, old, new, at, level, code):
    text = edited(folder, CLINIC_FILE, old, new)
    assert (CLINIC_FILE, line_of(text, at), level, code) in told(folder)


@pytest.mark.parametrize(("added", "at", "level", "code"), FORMS)
def test_one_mistake_in_the_questionnaire(folder, added, at, level, code):
    text = FILES[FORM] + added
    write(folder, FORM, text.encode())
    start = FILES[FORM].count("\n")
    assert [one for one in told(folder) if one[2:] == (level, code)] == [
        (FORM, start + line_of(added, at), level, code)
    ]


@pytest.mark.parametrize(("name", "data", "code"), PICTURES)
def test_a_picture_that_must_not_be_drawn_is_told_where_it_is_shown(folder, name, data, code):
    write(folder, f"pictures/{name}", data)
    text = edited(folder, PEEL, "emblem: peel.svg", f"emblem: {name}")
    assert (PEEL, line_of(text, "emblem"), "error", code) in told(folder)


@pytest.mark.parametrize(("file", "data", "place", "level", "code"), FOLDER)
def test_what_lies_in_the_folder_for_nobody(folder, file, data, place, level, code):
    if sys.platform != "linux" and file.startswith("Pictures"):
        file, place = "Picture/peel.svg", "Picture"  # the same folder where capitals do not count
    write(folder, file, data)
    assert (place, 1, level, code) in told(folder)


def test_there_are_many_seeded_mistakes():
    loading = test_content_mistakes
    rows = [*loading.ERRORS, *loading.WARNINGS, *PAGES, *UK_ROWS, *CLINIC_ROWS, *FORMS, *PICTURES, *FOLDER]
    assert len(rows) >= 150
    assert {row[-1] for row in rows} <= set(CODES)


@pytest.mark.parametrize("count", [30, 60, 80, 90, 100, 110, 130, 200, 300])
def test_the_code_on_the_screen_has_as_many_squares_as_the_check_says(count):
    address = "https://book.maplestreet.clinic/".ljust(count, "a")
    assert draw(address)[1] == squares(address) + 2 * QUIET_ZONE
    assert bool(dense(address)) == (PLACE / squares(address) <= LEAST - 1)


@pytest.mark.parametrize(
    "words",
    [
        "For ages from 18 to 65.",
        "From 3 to 4 months",
        "Desde 20 minutos",
        "Fragrance-free cream",
        "Free of scent",
        "About 20 minutes",
        "Only 2 steps",
        "Since 1989",
    ],
)
def test_what_is_no_price_is_not_taken_for_one(words):
    assert PRICE.search(words) is None


class Narrow:
    """Finds every text too long that has more than some letters."""

    def __init__(self, most: int) -> None:
        self.most, self.asked = most, set()

    def told(self, place: str, text: str, language: str) -> str:
        self.asked.add((place, language))
        return "Too long." if place in PLACES and len(text) > self.most else ""


def test_texts_that_overflow_their_place_are_told(folder):
    measure = Narrow(36)
    problems = inspect(folder, today=TODAY, measure=measure).problems
    assert {(one.file, one.line, one.code) for one in problems} == {
        (f"treatments/{page}.{language}.md", 3, "text-overflow")
        for page in ("peel", "blade")
        for language in ("en", "es")
    }
    assert {language for _, language in measure.asked} == {"en", "es"}
    unasked = {"form.help", "form.why", "form.short", "announcement.title", "announcement.text"}
    assert {place for place, _ in measure.asked} & set(PLACES) == set(PLACES) - unasked - {"clinic.name", "category"}


@pytest.mark.parametrize(
    ("title", "text", "line", "code"),
    [
        ("New: Botox", "Ask at the desk.", 2, "jurisdiction-brand"),
        ("News", "A peel for £99.", 6, "jurisdiction-price"),
        ("News", "Come.\nAsk for Dysport.", 7, "jurisdiction-brand"),
    ],
)
def test_what_the_uk_forbids_is_told_of_announcements_too(folder, title, text, line, code):
    write(folder, CLINIC_FILE, CLINIC.replace("[panel]", UK).encode())
    for language in ("en", "es"):
        page = f"---\ntitle: '{title}'\nreviewed: {{by: R. Ortiz, on: 2026-02-01}}\n---\n\n{text}\n"
        write(folder, f"announcements/news.{language}.md", page.encode())
    assert ("announcements/news.en.md", line, "error", code) in told(folder)
    assert {one[3] for one in told(folder)} == {code}


def test_known_words_make_a_page_easier(folder):
    edited(folder, ASK, "Some people do, a little.", HARD)
    assert [one[3] for one in told(folder)] == ["reading-hard"]
    known = ", ".join(f'"{word}"' for word in {word.strip(".") for word in HARD.split() if len(word) > 9})
    write(folder, CLINIC_FILE, CLINIC.replace("[panel]", f"[words]\nknown = [{known}]\n[panel]").encode())
    assert told(folder) == []
    write(folder, CLINIC_FILE, CLINIC.replace("[panel]", "grade = 16\n[panel]").encode())
    assert [one[3] for one in told(folder)] == ["reading-hard"]


def test_a_question_that_only_the_list_leads_to_is_told(folder):
    text = FILES[ASK].replace("category: after", "category: afters")
    for language in ("en", "es"):
        write(folder, f"questions/bruises.{language}.md", text.encode())
        for page in ("peel", "blade"):
            file = f"treatments/{page}.{language}.md"
            write(folder, file, FILES[file].replace("questions: [bruises]\n", "").encode())
    assert {one[3] for one in told(folder)} == {"link-unknown", "page-lost"}


def test_a_missing_picture_is_told_with_the_name_that_was_meant(folder):
    edited(folder, PEEL, "emblem: peel.svg", "emblem: pel.svg")
    assert any("did you mean “peel.svg”?" in one.sentence for one in inspect(folder, today=TODAY).problems)


def test_progress_is_told_up_to_the_end(folder):
    heard: list[tuple[int, int]] = []
    inspect(folder, today=TODAY, progress=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1] > 0
    assert heard == sorted(heard)


def test_a_folder_that_is_not_there_is_one_problem(tmp_path):
    found: Inspected = inspect(tmp_path / "no", today=TODAY)
    assert [one.code for one in found.problems] == ["folder-missing"]


def test_a_thousand_treatments_in_two_languages_are_checked_as_one_is(folder):
    for number in range(1000):
        for language in ("en", "es"):
            text = FILES[PEEL].replace("pairs: [blade]", f"pairs: [t-{(number + 1) % 1000}]")
            put(folder, f"treatments/t-{number}.{language}.md", text.encode())
    write(folder, "treatments/t-7.en.md", FILES[PEEL].replace("pairs: [blade]", "pairs: [t-1000]").encode())
    found = inspect(folder, today=TODAY)
    assert len(found.library.treatments) == 2004
    assert [(one.file, one.code) for one in found.problems] == [("treatments/t-7.en.md", "link-unknown")]


def test_the_clinic_s_own_logo_and_title_font_lie_there_for_somebody(folder):
    shipped = Path(__file__).parent.parent / "resources" / "fonts" / "Fraunces_400Regular.ttf"
    put(folder, "pictures/logo.svg", DRAWING.encode())
    put(folder, "fonts/title.ttf", shipped.read_bytes())
    assert {one[0] for one in told(folder)} == {"pictures/logo.svg", "fonts"}
    write(folder, CLINIC_FILE, f'{CLINIC}[theme]\nlogo = "logo.svg"\ntitle_font = "fonts/title.ttf"\n'.encode())
    assert told(folder) == []
