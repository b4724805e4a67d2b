"""The admin's guide holds: each of its steps is done as it is written there, on a copy of the shipped content."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from conftest import SHIPPED, WORDS, Opens
from finger import Clock, Finger
from manual import GUIDE, ONCE, README, NotUnderstood, commands, sections, understood
from newsstand import passes
from repository import RESOURCES, ROOT
from test_commands_fhir_forms import FORM
from test_journey_counts import START

from kiosk import contents
from kiosk.commands import main
from kiosk.content import clinic, page_shape
from kiosk.content.codes import CODES
from kiosk.content.form_shape import FormShape
from kiosk.content.load import load
from kiosk.content.page_shape import AnnouncementShape, PageShape, QuestionShape, TreatmentShape
from kiosk.content.shape import aliases
from kiosk.content.theme import KEYS as THEME
from kiosk.domain.aloud import GAINS, USUAL_GAIN
from kiosk.domain.form import Type
from kiosk.domain.library import Unsigned
from kiosk.office.opening import Opening
from kiosk.settings import KINDS, TRANSLATIONS, read_settings, spoken_by
from kiosk.store.editions import Shelf

SECTIONS = sections(GUIDE)
HOW = list(SECTIONS)[: list(SECTIONS).index("All that `clinic.toml` may say")]
"""What is done step by step."""
COPY = "my-content"
TREATMENT, TWIN = "treatments/dermaplaning.en.md", "treatments/dermaplaning.es.md"
FORM_FILE = "questionnaires/pre-consultation.yaml"
HUB = "Admin: content, settings, staff"


class Manager:
    """Whoever follows the guide: beside the copy, with a command window."""

    def __init__(self, place: Path, says: pytest.CaptureFixture[str]) -> None:
        self.place, self.content, self.says = place, place / COPY, says
        self.opened: list[Opening] = []
        self.asked: list[list[str]] = []

    def types(self, section: str, *, only: str = "", exits: int = 0) -> str:
        """Types the section's lines, or those that hold these words; all that was said."""
        lines = [words for words in SECTIONS[section].commands if only in " ".join(words)]
        assert lines
        self.says.readouterr()
        for words in lines:
            assert main(words) == exits, self.says.readouterr()
            self.asked.append(words)
        return self.says.readouterr().out

    def problems(self, code: str = "") -> list[str]:
        """What the check says, of that code; there is never an error."""
        self.says.readouterr()
        assert main(["check", COPY]) == 0
        said = self.says.readouterr().out
        assert "0 errors, " in said
        return [line for line in said.splitlines() if f": {code}" in line]

    def changes(self, file: str, old: str, new: str) -> None:
        path = self.content / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    def writes(self, file: str, text: str) -> None:
        path = self.content / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    def copies(self, old: str, new: str) -> None:
        shutil.copy(self.content / old, self.content / new)


@pytest.fixture
def manager(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Manager:
    """In a folder with a copy of the content, as the guide begins; the data folder is the usual one."""
    found = Manager(tmp_path, capsys)
    shutil.copytree(SHIPPED, found.content)
    monkeypatch.chdir(tmp_path)
    for place in ("kiosk.commands", "kiosk.editorial"):
        monkeypatch.setattr(f"{place}.default_data", lambda: data)
    monkeypatch.setattr("kiosk.commands.open_kiosk", lambda opening: found.opened.append(opening) or 0)
    return found


Looks = Callable[..., Finger]


@pytest.fixture
def looks(opens: Opens, manager: Manager) -> Looks:
    """The kiosk with the copy, past its first page."""

    def begin(**how: object) -> Finger:
        finger = opens(content=manager.content, **how)
        finger.taps(START)
        return finger

    return begin


def named(section: str) -> set[str]:
    """All words of a section that are code, apart."""
    return {word for code in SECTIONS[section].codes for word in re.findall(r"[\w.-]+", code)}


# The guide itself


@pytest.mark.parametrize("title", HOW)
def test_each_thing_to_do_takes_under_ten_lines(title: str) -> None:
    assert 0 < len(SECTIONS[title].lines) < 10


@pytest.mark.parametrize("title", SECTIONS)
def test_every_line_to_type_is_one_that_the_program_understands(title: str) -> None:
    for words in SECTIONS[title].commands:
        understood(words)
    assert SECTIONS[title].strange in ([], [ONCE])


@pytest.mark.parametrize("line", ["chek my-content", "check --jsn", "content sign", "content wash x"])
def test_a_line_that_the_program_does_not_understand_is_seen(line: str) -> None:
    with pytest.raises((NotUnderstood, AssertionError)):
        understood(line.split())


def test_every_command_that_is_named_beside_is_one() -> None:
    known = {name for name, _ in commands()}
    options = {option for _, some in commands() for option in some}
    for section in SECTIONS.values():
        for code in section.codes:
            if code.startswith(("content ", "check ", "python ")):
                assert code.removeprefix("python main.py ") in known, code
            if code.startswith("--"):
                assert code == "---" or code.split()[0] in options, code


def test_every_file_that_is_named_is_there_or_made_by_the_reader() -> None:
    made = {"microneedling", "parking", "holiday", "dermaplaning.fr", "face-q", "pages/", "fonts/", "announcements"}
    for section in SECTIONS.values():
        for code in section.codes:
            path = code.removeprefix("my-content/").rstrip("/")
            named = re.fullmatch(r"[\w./-]+\.(?:md|toml|yaml|html|svg|json|py)|[\w-]+/", code)
            if named and not any(name in code for name in made):
                assert any((folder / path).exists() for folder in (SHIPPED, RESOURCES, ROOT)), code


def test_every_word_that_is_on_the_screen_is_a_text_of_the_program_or_of_the_content() -> None:
    texts = (TRANSLATIONS / "kiosk_es.ts").read_text("utf-8")
    titles = {page.title for page in load(SHIPPED).library.pages} | {"Français"}
    for section in SECTIONS.values():
        for words in section.screens:
            pattern = re.sub(r"\d", "%1", words, count=1)
            assert words in titles or f"<source>{pattern}</source>" in texts, words


def test_every_code_of_the_check_that_is_named_is_in_its_table() -> None:
    rows = SECTIONS["What the check says"].table("code")
    assert {code for row in rows for code in row} <= set(CODES)
    coded = {
        code for section in SECTIONS.values() for code in section.codes
        if re.fullmatch(r"[a-z]+-[a-z]+", code) and code not in ("face-q", "open-choice", "my-content")
    }  # fmt: skip
    assert len(coded) > 20
    assert coded <= set(CODES)


def test_the_line_that_is_shown_is_one_that_the_check_says(manager: Manager) -> None:
    manager.copies("treatments/dermaplaning.en.md", "treatments/peel.en.md")
    manager.changes("treatments/peel.en.md", "title:", "titel:")
    assert main(["check", COPY]) == 1
    assert SECTIONS["What the check says"].block("text").strip() in manager.says.readouterr().out.splitlines()


# What is where


def test_the_tables_hold_every_key_of_every_file() -> None:
    rows = [set(row) for row in SECTIONS["All that `clinic.toml` may say"].table("key")]
    tables = {row[0]: row[1:] for row in SECTIONS["All that `clinic.toml` may say"].table("key") if row[0][0] == "["}
    assert set().union(*(row for row in rows if not any(key[0] == "[" for key in row))) == set(clinic.PLAIN)
    assert {name.strip("[]"): set(keys) for name, keys in tables.items()} == {
        "panel": {"inches", "bottom_mm"},
        "words": {"known"},
        "categories": set(),
        "theme": set(THEME),
    }
    settings = SECTIONS["All that this machine's `settings.toml` may say"]
    assert {key for row in settings.table("key") for key in row} == set(KINDS)
    page = SECTIONS["How a page is written"]
    told = {head: {key for row in page.table(head) for key in row} for head in (
        "key of every page",
        "key of treatments and common questions",
        "key of treatments",
        "key of common questions",
    )}  # fmt: skip
    every, both, treatments, questions = told.values()
    assert every == aliases(PageShape)
    assert both | every == aliases(page_shape.MedicalShape)
    assert treatments | both | every == aliases(TreatmentShape)
    assert questions | both | every == aliases(QuestionShape)
    assert aliases(AnnouncementShape) - every == {"icon"}
    assert [row[0] for row in SECTIONS["Sign a page off"].table("`unsigned =`")] == ['"warn"', '"show"', '"hide"']
    assert len(Unsigned) == 3


def test_the_keys_of_the_questionnaire_are_those_of_the_schema() -> None:
    section = SECTIONS["How the questionnaire is built"]
    schema = json.loads((RESOURCES / "questionnaire.schema.json").read_text("utf-8"))
    keys = {key for shape in schema["$defs"].values() for key in shape.get("properties", {})} | aliases(FormShape)
    for code in section.codes:
        if re.match(r"\{?\w+: ", code):
            assert set(keys_of(yaml.safe_load(code))) <= keys, code
    words = {code.rstrip(":") for code in section.codes if re.fullmatch(r"[a-z]+[A-Z]\w*:?", code)}
    assert words - {"yearMonth"} <= keys
    assert {"integer", "decimal", "date", "boolean", "text", "choice", "quantity"} <= set(Type)
    for block in re.findall(r"^```yaml\n(.*?)^```$", section.text, re.MULTILINE | re.DOTALL):
        assert yaml.safe_load(block)


def keys_of(value: object) -> Iterator[str]:
    """Every key within."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from keys_of(inner)


def test_the_examples_of_the_questionnaire_are_sound(manager: Manager) -> None:
    section = SECTIONS["How the questionnaire is built"]
    example, alert = (yaml.safe_load(section.block("yaml", number)) for number in (0, 1))
    told = {"text": "What for?", "type": "choice", "answerOption": [{"code": "chemical-peel", "display": "Peel"}]}
    form = {"title": "Before", "item": [{"linkId": "treatments", **told}, {**example[0], **alert}]}
    manager.writes(FORM_FILE, yaml.safe_dump(form, allow_unicode=True, sort_keys=False))
    assert manager.problems("key-unknown") == []


# The steps, done


def test_before_you_begin(manager: Manager) -> None:
    assert "\n0 errors, " in manager.types("Before you begin")
    assert ".venv" in README.read_text("utf-8").partition("```sh")[2].partition("```")[0]
    for row in SECTIONS["Before you begin"].table("to change"):
        assert not row


def test_change_a_sentence(manager: Manager, looks: Looks) -> None:
    manager.changes(TREATMENT, "The skin becomes softer and smoother.", "Your skin feels as soft as silk.")
    assert "\n0 errors, " in manager.types("Change a sentence")
    assert manager.opened == [Opening(content=Path(COPY), size=(540, 960), windowed=True, demo=True, watch=True)]
    assert len(manager.problems("translation-stale")) == 1
    finger = looks()
    finger.taps(*SECTIONS["Change a sentence"].screens, "Who it helps")
    assert finger.reads("Your skin feels as soft as silk.")


def test_add_a_treatment(manager: Manager, looks: Looks) -> None:
    for tag in ("en", "es"):
        file = f"treatments/microneedling.{tag}.md"
        manager.copies(f"treatments/dermaplaning.{tag}.md", file)
        manager.changes(file, "title: Dermaplaning", "title: Microneedling")
        manager.changes(file, "order: 2", "order: 9")
        manager.changes(f"treatments/chemical-peel.{tag}.md", "pairs: [", "pairs: [microneedling, ")
    assert len(manager.problems("translation-stale")) == 2
    manager.types("Add a treatment")
    assert main(["content", "translated", f"{COPY}/treatments/chemical-peel.es.md"]) == 0
    assert not manager.problems("translation-stale")
    finger = looks()
    finger.taps(*SECTIONS["Add a treatment"].screens)
    assert [row.title for row in finger.desk.reading.treatments.rows][-1] == "Microneedling"
    finger.taps("Microneedling")
    assert finger.sees("Microneedling")


def test_add_a_common_question(manager: Manager, looks: Looks) -> None:
    text = SECTIONS["Add a common question"].block("markdown")
    manager.writes("questions/parking.en.md", text)
    manager.writes("questions/parking.es.md", text.replace("Where can I park?", "¿Dónde puedo estacionar?"))
    assert manager.problems("translation-unproved")
    manager.types("Add a common question")
    assert not manager.problems("translation-unproved")
    assert [line for line in manager.problems() if "parking" in line and "not-reviewed" not in line] == []
    finger = looks()
    finger.taps(*SECTIONS["Add a common question"].screens, "Where can I park?")
    assert finger.sees("You can park behind the house. It is free while you are here.")


def test_add_a_question_to_the_questionnaire(manager: Manager, looks: Looks) -> None:
    section = SECTIONS["Add a question to the questionnaire"]
    manager.changes(FORM_FILE, "\nitem:\n", "\nitem:\n" + section.block("yaml"))
    manager.changes(FORM_FILE, 'version: "1"', 'version: "2"')
    manager.types("Add a question to the questionnaire")
    finger = looks()
    finger.taps(*section.screens)
    assert finger.sees("Do you need an interpreter?")
    assert finger.sees("Not sure")


def test_add_a_language(manager: Manager, looks: Looks) -> None:
    section = SECTIONS["Add a language"]
    (line,) = (code for code in section.codes if code.startswith("languages"))
    manager.changes("clinic.toml", 'languages = ["en", "es"]', line)
    missing = len(manager.problems("translation-missing"))
    assert missing > 150
    text = (manager.content / "clinic.toml").read_text("utf-8")
    manager.writes("clinic.toml", re.sub(r'en = (".*?"), es', r"en = \1, fr = \1, es", text))
    assert not [each for each in manager.problems("translation-missing") if each.startswith("clinic.toml")]
    for page in [*manager.content.glob("treatments/*.en.md"), *manager.content.glob("questions/*.en.md")]:
        page.with_name(page.name.replace(".en.", ".fr.")).write_bytes(page.read_bytes())
    manager.changes("treatments/dermaplaning.fr.md", "title: Dermaplaning", "title: Le dermaplaning")
    form = (manager.content / FORM_FILE).read_text("utf-8")
    form = re.sub(r'en: ("(?:[^"\\]|\\.)*"|[^,"\n]+), es:', r"en: \1, fr: \1, es:", form)
    form = re.sub(r"^( +)en: (.*)$", r"\1en: \2\n\1fr: \2", form, flags=re.MULTILINE)
    manager.writes(FORM_FILE, form)
    assert manager.problems("translation-missing") == []
    unproved = len(manager.problems("translation-unproved"))
    manager.types("Add a language")
    assert len(manager.problems("translation-unproved")) == unproved - 1
    (told,) = manager.problems("interface-untranslated")
    assert re.match(r"clinic\.toml:\d+:1: warning: ", told)
    finger = looks()
    finger.taps("Language", section.screens[0], "Our treatments")
    assert finger.sees("Le dermaplaning")


def test_tell_something_on_the_home_page(manager: Manager, looks: Looks, clock: Clock) -> None:
    text = SECTIONS["Tell something on the home page"].block("markdown")
    title = text.partition("title: ")[2].partition("\n")[0]
    manager.writes("announcements/holiday.en.md", text)
    manager.writes("announcements/holiday.es.md", text.replace(title, "Cerrado en Año Nuevo"))
    manager.types("Tell something on the home page")
    front = yaml.safe_load(text.split("---")[1])
    assert front["icon"] in json.loads((RESOURCES / "icons" / "codepoints.json").read_text("utf-8"))
    clock.begun = at_noon(front["from"])
    finger = looks()
    assert finger.sees(title)
    clock.begun = at_noon(date(2027, 1, 2))
    finger.desk.wipe()
    finger.settle()
    finger.taps(START)
    assert not finger.sees(title)


def at_noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12).astimezone()


def test_show_a_page_only_for_some_time(manager: Manager) -> None:
    days = SECTIONS["Show a page only for some time"].block("yaml")
    for file in (TREATMENT, TWIN):
        manager.changes(file, "---\ntitle:", f"---\n{days}title:")
    assert not manager.problems("schedule-differs")
    library = load(manager.content, date(2030, 1, 1))
    assert [problem.file for problem in library.problems if problem.code == "schedule-over"] == [TREATMENT, TWIN]
    shown = {
        day: "dermaplaning" in {page.id for page in library.library.on(day).treatments}
        for day in (date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 31), date(2027, 2, 1))
    }
    assert list(shown.values()) == [False, True, True, False]


def test_sign_a_page_off(manager: Manager) -> None:
    unsigned = len(manager.problems("not-reviewed"))
    manager.types("Sign a page off")
    assert len(manager.problems("not-reviewed")) == unsigned - 2
    assert "Jane Doe, RN" in (manager.content / TREATMENT).read_text("utf-8")
    manager.changes(TREATMENT, "The skin becomes softer", "Your skin becomes softer")
    (stale,) = manager.problems("review-stale")
    assert stale.startswith(f"{TREATMENT}:")


@pytest.mark.parametrize("policy", [row[0] for row in SECTIONS["Sign a page off"].table("`unsigned =`")])
def test_what_becomes_of_pages_without_a_signature(policy: str, manager: Manager, opens: Opens) -> None:
    manager.types("Sign a page off", only="dermaplaning")
    manager.changes("clinic.toml", 'unsigned = "warn"', f"unsigned = {policy}")
    finger = opens(content=manager.content)
    library = finger.kiosk.loaded.library.on(date(2026, 11, 24))
    hidden = policy == '"hide"'
    assert {page.id for page in library.treatments} == (
        {"dermaplaning"} if hidden else {"dermaplaning", "chemical-peel", "neuromodulators"}
    )
    assert (library.form is None) == hidden
    told = finger.kiosk._unsigned(finger.kiosk.loaded.library)
    assert bool(told) == (policy != '"show"')
    assert ("hidden" in "".join(told)) == hidden


def test_keep_a_translation_fresh(manager: Manager) -> None:
    manager.changes(TREATMENT, "The skin becomes softer", "Your skin becomes softer")
    (stale,) = manager.problems("translation-stale")
    assert stale.startswith(f"{TWIN}:")
    manager.types("Keep a translation fresh")
    assert not manager.problems("translation-stale")


def test_see_every_page_before_patients_do(manager: Manager, qapp: object) -> None:
    for kind, kept in (("questions", "good-candidate"), ("treatments", "dermaplaning")):
        for page in (manager.content / kind).glob("*.md"):
            if not page.name.startswith(kept):
                page.unlink()
    form = manager.content / FORM_FILE
    form.write_text(form.read_text("utf-8").partition("      - linkId: birth-date")[0], "utf-8")
    said = manager.types("See every page before patients do", only="--sizes")
    assert "Open pages/index.html to look." in said.replace("\\", "/")
    assert "index.html" in " ".join(SECTIONS["See every page before patients do"].codes)
    index = (manager.place / "pages" / "index.html").read_text("utf-8")
    assert "No clinician has signed this file off yet." in index
    assert list((manager.place / "pages").rglob("*.png"))


def test_what_is_saved_shows_in_a_window_that_watches(
    manager: Manager, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "SETTLES", 0)
    finger = opens(content=manager.content, watch=True)
    manager.changes(TREATMENT, "title: Dermaplaning", "title: Smooth skin")
    passes(finger)
    finger.taps(START, "Our treatments")
    assert finger.sees("Smooth skin")


def test_publish_and_go_back(manager: Manager, opens: Opens, data: Path) -> None:
    section, lines = SECTIONS["Publish, and go back"], Shelf(data)
    finger = opens(follows=True)
    manager.changes("clinic.toml", "Nurse Jayme Aesthetics", "Elm Street Skin")
    (version,) = published(manager.types("Publish, and go back", only="publish"))
    passes(finger)
    assert lines.state().active == version
    assert finger.sees("Elm Street Skin")
    assert "New opening hours" in manager.types("Publish, and go back", only="list")
    unlocks(finger)
    _, page, *buttons = section.screens
    finger.taps("This kiosk", HUB, page)
    finger.until(lambda: not finger.desk.admin.content.busy)
    assert finger.sees(buttons[0])
    finger.taps("As it came with the program")
    assert finger.sees(buttons[1])
    finger.taps("Lock now")
    manager.types("Publish, and go back", only="rollback")
    passes(finger)
    assert finger.sees("Nurse Jayme Aesthetics")


def published(said: str) -> list[str]:
    """The names of the versions that were kept."""
    return re.findall(r"^([0-9a-f]{12}) is kept", said, re.MULTILINE)


def test_what_has_an_error_is_not_published(manager: Manager, data: Path) -> None:
    manager.changes(TREATMENT, "title:", "titel:")
    manager.types("Publish, and go back", only="publish", exits=1)
    assert not Shelf(data).editions()


def test_publish_for_a_later_day(manager: Manager, data: Path) -> None:
    section = SECTIONS["Publish for a later day"]
    (version,) = published(manager.types("Publish for a later day", only="publish"))
    assert len(version) == len("3f2a9c01b7de")
    (line,) = (words for words in section.commands if "activate" in words)
    later = (datetime.now().astimezone() + timedelta(days=30)).date().isoformat()
    words = [{"3f2a9c01b7de": version, "2027-01-04": later}.get(word, word) for word in line]
    assert main(words) == 0
    assert Shelf(data).state().active == ""
    assert f"{version}  next, from {later}" in manager.types("Publish, and go back", only="list")
    assert main(["content", "activate", "shipped"]) == 0
    assert Shelf(data).state().plan is None


def test_what_the_check_says(manager: Manager) -> None:
    said = manager.types("What the check says", only="--codes")
    assert said.count("\n") == len(CODES)
    problems = json.loads(manager.types("What the check says", only="--json"))
    assert {problem["level"] for problem in problems} == {"warning"}


def test_change_name_logo_colours_and_letters(manager: Manager, opens: Opens) -> None:
    section = SECTIONS["Change name, logo, colours and letters"]
    manager.copies("pictures/emblem-dermaplaning.svg", "pictures/logo.svg")
    (manager.content / "fonts").mkdir()
    shutil.copy(next((RESOURCES / "fonts").glob("Fraunces_*.ttf")), manager.content / "fonts" / "Name.ttf")
    manager.changes("clinic.toml", "Nurse Jayme Aesthetics", "Elm Street Skin")
    text = (manager.content / "clinic.toml").read_text("utf-8") + "\n" + section.block("toml")
    manager.writes("clinic.toml", text)
    assert tomllib.loads(text)["theme"]["logo"] == "logo.svg"
    assert not [line for line in manager.problems() if "logo" in line or "theme" in line]
    finger = opens(content=manager.content)
    assert finger.sees("Elm Street Skin")
    assert finger.desk.look.logo
    assert (finger.desk.look.wine, finger.desk.look.rose) == ("#08233F", "#D5E4F2")
    manager.writes("clinic.toml", text.replace("#08233F", "#9AA4B0"))
    assert main(["check", COPY]) == 1
    said = manager.says.readouterr().out
    assert ": contrast-low: " in said
    assert "10:1" in section.text


def test_set_the_loudness_once(manager: Manager, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = SECTIONS["Set the loudness, once"]
    built: list[tuple[Path, Path]] = []
    monkeypatch.setattr("kiosk.office.speaking.build_clips", lambda *what: built.append(what) or 0)
    assert manager.types("Set the loudness, once") == ""
    assert built == [(Path(COPY), data)]
    usual = GAINS[USUAL_GAIN]
    least, most = (65 + gain - usual for gain in (GAINS[0], GAINS[-1]))
    assert f"Loudness: {USUAL_GAIN + 1} of {len(GAINS)}" in section.screens
    assert f"{least} to {most} dB in steps of {GAINS[1] - GAINS[0]}" in section.text


def test_the_line_of_a_setting_is_read(data: Path) -> None:
    (data / "settings.toml").write_text('theme = {wine = "#08233F"}\nheadphones = "USB Audio"\n', "utf-8")
    assert read_settings(data).headphones == "USB Audio"


def test_with_uk_rules_a_brand_on_a_card_is_refused(manager: Manager) -> None:
    manager.changes("clinic.toml", 'jurisdiction = "US"', 'jurisdiction = "UK"')
    assert main(["check", COPY]) == 1
    assert ": jurisdiction-brand: " in manager.says.readouterr().out


def test_a_known_word_makes_no_page_harder(manager: Manager) -> None:
    manager.changes("clinic.toml", "grade = 6", "grade = 1")
    hard = [line for line in manager.problems("reading-hard") if line.startswith("questions/dynamic-wrinkles.en")]
    assert hard
    manager.changes("clinic.toml", "known = []", 'known = ["dynamic", "dehydration", "collagen"]')
    easier = [line for line in manager.problems("reading-hard") if line.startswith("questions/dynamic-wrinkles.en")]
    assert easier != hard


def test_see_what_patients_read(manager: Manager, opens: Opens, data: Path) -> None:
    section = SECTIONS["See what patients read"]
    finger = opens(content=manager.content)
    finger.taps(START, "Our treatments", "Dermaplaning")
    finger.waits(166)
    finger.until(lambda: not finger.kiosk.background.busy)
    unlocks(finger)
    finger.taps(*section.screens)
    finger.until(lambda: not finger.desk.admin.counts.busy)
    assert finger.sees("Treatments read")
    finger.kiosk._furniture.records.close()
    assert manager.types("See what patients read")
    assert (manager.place / "visits.csv").read_text("utf-8").count("\n") > 20


def unlocks(finger: Finger) -> None:
    finger.taps(START)
    finger.desk.staffGesture()
    for word in WORDS.split():
        finger.types(word + " ")
    finger.until(lambda: finger.desk.page == "Visits")


def test_see_whether_the_kiosk_is_ready(manager: Manager, opens: Opens) -> None:
    section = SECTIONS["See whether the kiosk is ready"]
    finger = opens(content=manager.content)
    unlocks(finger)
    finger.taps("This kiosk", HUB, section.screens[0])
    finger.until(lambda: not finger.desk.admin.readiness.busy)
    assert finger.sees("Check again")
    for words in section.commands:
        assert main(words) in (0, 1)
    said = manager.says.readouterr().out
    for area in ("keys", "backup", "content", "screen", "clock"):
        assert area in said.lower()


def test_forms_come_in_and_go_out(manager: Manager) -> None:
    (manager.place / "form.json").write_text(json.dumps(FORM), "utf-8")
    manager.types("How the questionnaire is built")
    assert (manager.place / "form.yaml").is_file()
    assert json.loads((manager.place / "questionnaire.json").read_text("utf-8"))["resourceType"] == "Questionnaire"
    (path,) = (code for code in SECTIONS["How the questionnaire is built"].codes if code.startswith("$schema="))
    assert (ROOT / COPY / "questionnaires" / path.removeprefix("$schema=")).resolve().is_file()


def test_a_language_of_another_country_has_the_words_of_the_nearest_one(manager: Manager, opens: Opens) -> None:
    manager.changes("clinic.toml", 'languages = ["en", "es"]', 'languages = ["es-MX", "en", "xx"]')
    assert [line.count("“xx”") for line in manager.problems("interface-untranslated")] == [1]
    assert spoken_by("es-MX") == spoken_by("es") == TRANSLATIONS / "kiosk_es.qm"
    finger = opens(content=manager.content)
    finger.taps("Toque la pantalla para empezar")
    assert finger.reads("bienvenida")
    assert [row.title for row in finger.desk.access.languages.rows] == ["Español de México", "English", "Xx"]
