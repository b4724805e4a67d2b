"""What a clinician signed stays signed until its text changes, and a translation true until its original does."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from content_folder import BRUISES, FILES, PEEL, QUESTIONNAIRE, put, write_folder
from hypothesis import given, settings
from hypothesis import strategies as st
from repository import ROOT

from kiosk.commands import main
from kiosk.content.document import Document, read_yaml
from kiosk.content.files import decoded
from kiosk.content.front import front
from kiosk.content.load import load
from kiosk.content.problem import Mistake
from kiosk.content.seal import seal, without, words
from kiosk.content.signing import signed, translated
from kiosk.domain.library import Reviewed, Standing
from kiosk.machine import Trouble
from kiosk.office.signing import fits, sign

TODAY = date(2026, 11, 24)
FILE = "treatments/peel.en.md"
SEAL = "0123456789abcdef"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content")


def codes(folder: Path, file: str) -> list[str]:
    return [problem.code for problem in load(folder).problems if problem.file == file]


def reviewed(folder: Path) -> Reviewed:
    return next(page.reviewed for page in load(folder).library.treatments if (page.id, page.language) == ("peel", "en"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    put(folder, file, text.replace(old, new, 1).encode())


def test_a_signed_file_stays_signed_while_nothing_changes(folder):
    assert reviewed(folder) == Reviewed("R. Ortiz", "2026-02-01", reviewed(folder).seal, Standing.SIGNED)
    assert load(folder).problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FILE, "Rest a little.", "Rest a lot."),
        (FILE, "order: 2", "order: 3"),
        (FILE, "title: Gentle peel", "title: Gentle peel  # new"),
        (QUESTIONNAIRE, "minutes: 3", "minutes: 4"),
        ("questions/bruises.es.md", "in days", "in weeks"),
    ],
)
def test_a_changed_text_falls_out_of_sign_off(folder, file, old, new):
    change(folder, file, old, new)
    (told,) = [problem for problem in load(folder).problems if problem.file == file]
    text = (folder / file).read_text(encoding="utf-8")
    assert (told.code, told.level) == ("review-stale", "warning")
    assert "reviewed" in text.splitlines()[told.line - 1]
    assert "“R. Ortiz” signed it on 2026-02-01" in told.sentence


@pytest.mark.parametrize("picture", ["peel", "step-2", "map"])
def test_a_changed_picture_is_a_change_of_what_shows_it(folder, picture):
    path = folder / "pictures" / f"{picture}.svg"
    path.write_bytes(path.read_bytes() + b" ")
    stale = {problem.file for problem in load(folder).problems if problem.code == "review-stale"}
    pages = {file for file in FILES if file.startswith("treatments")}
    assert stale == ({QUESTIONNAIRE} if picture == "map" else pages)


def test_a_changed_instrument_or_list_of_answers_is_a_change_of_the_questionnaire(folder):
    group = "  - linkId: life\n    type: group\n    text: {en: Life, es: Vida}\n    instrument: skin-life\n"
    choice = "  - linkId: often\n    type: choice\n    text: {en: How?, es: ¿Cómo?}\n    answerValueSet: https://x.y/ValueSet/z\n"
    put(folder, QUESTIONNAIRE, (FILES[QUESTIONNAIRE] + group + choice).encode())
    item = "licence: X\nitem:\n  - {linkId: one, type: text, text: {en: One?, es: ¿Uno?}}\n"
    put(folder, "questionnaires/instruments/skin-life.yaml", item.encode())
    concept = '{"code": "a", "display": "A"}'
    codes = f'{{"system": "https://x.y", "concept": [{concept}]}}'
    values = f'{{"resourceType": "ValueSet", "url": "https://x.y/ValueSet/z", "compose": {{"include": [{codes}]}}}}'
    put(folder, "questionnaires/z.json", values.encode())
    before = load(folder).seals[QUESTIONNAIRE]
    put(folder, "questionnaires/instruments/skin-life.yaml", item.replace("\n", "\r\n").encode())
    assert load(folder).seals[QUESTIONNAIRE] == before
    put(folder, "questionnaires/instruments/skin-life.yaml", item.replace("One", "Two").encode())
    changed = load(folder).seals[QUESTIONNAIRE]
    assert changed != before
    put(folder, "questionnaires/z.json", values.replace('"A"', '"B"').encode())
    assert load(folder).seals[QUESTIONNAIRE] not in (before, changed)


def test_a_name_without_a_seal_is_no_signature_and_the_sentence_says_so(folder):
    put(folder, FILE, PEEL.encode())
    (told,) = [problem for problem in load(folder).problems if problem.file == FILE]
    assert told.code == "review-unsealed"
    assert "no seal shows that the text is still the same" in told.sentence
    assert reviewed(folder).state is Standing.CHANGED
    change(folder, FILE, "R. Ortiz", '""')
    assert codes(folder, FILE) == ["not-reviewed"]
    assert reviewed(folder).state is Standing.NONE


@pytest.mark.parametrize("written", ["abc", "0123456789ABCDEF", "[1]"])
def test_a_seal_that_no_program_wrote_is_an_error(folder, written):
    put(folder, FILE, PEEL.replace("on: 2026-02-01", f"on: 2026-02-01, seal: {written}").encode())
    assert codes(folder, FILE)[0] in ("wrong-digest", "wrong-type")


# What the front matter holds before, and what it holds after it was signed by A. B on 2026-03-01.
NEW = '{by: "A. B", on: 2026-03-01, seal: 0123456789abcdef}'
STYLES = [
    ("", f"reviewed: {NEW}\n"),
    ("reviewed:\n", f"reviewed: {NEW}\n"),
    ("reviewed: ~  # nobody yet\n", f"reviewed: {NEW}  # nobody yet\n"),
    ('reviewed: {by: "", on: ""}  # ask her\n', f"reviewed: {NEW}  # ask her\n"),
    ("reviewed: {}\n", f"reviewed: {NEW}\n"),
    ("reviewed: {by, on}\n", f"reviewed: {NEW}\n"),
    ("reviewed: { on: 2026-01-01 , by: C }\n", 'reviewed: { on: 2026-03-01 , by: "A. B", seal: 0123456789abcdef }\n'),
    (
        "reviewed: {by: C,  # the nurse\n    on: 2026-01-01}\n",
        'reviewed: {by: "A. B",  # the nurse\n    on: 2026-03-01, seal: 0123456789abcdef}\n',
    ),
    (
        "reviewed:  # who\n  by: C  # the nurse\n  on:\n# more\n",
        'reviewed:  # who\n  by: "A. B"  # the nurse\n  on: 2026-03-01\n  seal: 0123456789abcdef\n# more\n',
    ),
    (
        "reviewed:\n    seal: fedcba9876543210\n    on: '2026-03-01'\n    by: A. B\n",
        "reviewed:\n    seal: 0123456789abcdef\n    on: '2026-03-01'\n    by: A. B\n",
    ),
    ('"reviewed": {by: C, on: 2026-01-01}\n', '"reviewed": {by: "A. B", on: 2026-03-01, seal: 0123456789abcdef}\n'),
]


@pytest.mark.parametrize(("before", "after"), STYLES)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_signing_changes_only_its_own_entry(before, after, ends, mark):
    page = "---\n# first\ntitle: Gentle  # so\n{}---\n\nText: reviewed: {{by: x}}\n"
    form = 'url: "https://x.y"  # é\nminutes: 3\n{}item:\n  - linkId: a\n    reviewed: ""\n'
    for text, file in [(page, "a.md"), (form, "a.yaml")]:
        old, new = ((mark + text.format(part)).replace("\n", ends).encode() for part in (before, after))
        assert signed(old, file, "A. B", "2026-03-01", SEAL) == new
        assert signed(new, file, "A. B", "2026-03-01", SEAL) == new


def test_a_file_may_end_without_a_line_end():
    assert signed(b"title: a\nminutes: 3", "a.yaml", "B", "2026-03-01", SEAL) == (
        b'title: a\nminutes: 3\nreviewed: {by: "B", on: 2026-03-01, seal: 0123456789abcdef}'
    )


@pytest.mark.parametrize("text", ["{title: a, minutes: 3}\n", "? title\n: a\n"])
def test_where_there_is_no_safe_place_nothing_is_written(text):
    with pytest.raises(Mistake):
        signed(text.encode(), "a.yaml", "B", "2026-03-01", SEAL)


def test_the_original_of_a_translation_is_written_like_a_signature():
    page = b"---\r\ntitle: a\r\n---\r\nText\r\n"
    once = translated(page, "a.md", SEAL)
    assert once == b"---\r\ntitle: a\r\noriginal: 0123456789abcdef\r\n---\r\nText\r\n"
    assert translated(once, "a.md", SEAL) == once
    other = translated(once, "a.md", SEAL[::-1])
    assert other == once.replace(SEAL.encode(), SEAL[::-1].encode())


KEY = st.sampled_from(["title", "lead", "card", "emblem", "note"])
PLAIN = st.text("abc: ,#'\"\\{}[]é¿-~ ", max_size=12)
STYLE = st.sampled_from([style for style, _ in STYLES])


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """A page with anything in its front matter that YAML may hold, and a signature in any style."""
    lines = [f"{key}: {_yaml(draw, draw(PLAIN))}\n" for key in draw(st.lists(KEY, unique=True, min_size=1))]
    lines.insert(draw(st.integers(0, len(lines))), draw(STYLE))
    body = draw(st.text("ab#-\n \u2028é", max_size=30))
    text = f"---\n{''.join(lines)}---\n{body}"
    mark, ends = draw(st.sampled_from(["", "\ufeff"])), draw(st.sampled_from(["\n", "\r\n"]))
    return (mark + text.replace("\n", ends)).encode()


def _yaml(draw: st.DrawFn, text: str) -> str:
    styles = [f"'{text.replace(chr(39), chr(39) * 2)}'", f"|\n  x{text.rstrip()}", f"[a, {{b: 'c'}}]  # {text}"]
    return draw(st.sampled_from(styles))


def parts(data: bytes) -> tuple[str, Document]:
    text = decoded(data)
    return text, front(text, "a.md").document


def seal_of(data: bytes) -> str:
    return seal(*parts(data), {})


@given(pages(), st.text(min_size=1, max_size=20).filter(str.isprintable))
def test_a_signature_holds_for_what_was_signed_and_signing_twice_is_stable(data, name):
    digest = seal_of(data)
    once = signed(data, "a.md", name, "2026-03-01", digest)
    assert parts(once)[1].data["reviewed"].keys() == {"by", "on", "seal"}
    assert str(parts(once)[1].data["reviewed"]["by"]) == name
    assert seal_of(once) == digest
    assert signed(once, "a.md", name, "2026-03-01", digest) == once
    follows = translated(once, "a.md", SEAL)
    assert seal_of(follows) == digest
    assert words(*parts(follows)) == words(*parts(data))


@settings(max_examples=200)
@given(pages(), st.data())
def test_any_letter_more_is_another_text(data, draw):
    once = signed(data, "a.md", "B", "2026-03-01", seal_of(data))
    text, document = parts(once)
    bare = without(text, document, ("reviewed", "original"))
    at = draw.draw(st.integers(0, len(text)))
    changed = text[:at] + "x" + text[at:]
    try:
        after, read = changed, front(changed, "a.md").document
    except Mistake:
        return
    begin, end = document.keys[("reviewed",)], document.ends[("reviewed",)]
    inside = begin <= (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) <= end
    assert inside or without(after, read, ("reviewed", "original")) != bare


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith((".md", ".yaml"))])
def test_windows_line_ends_and_a_byte_order_mark_leave_it_signed(folder, file):
    data = (folder / file).read_bytes()
    put(folder, file, b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    assert load(folder).problems == ()


def test_a_translation_is_stale_when_its_original_has_changed(folder):
    change(folder, "questions/bruises.en.md", "a little", "a lot")
    (told,) = [problem for problem in load(folder).problems if problem.file == "questions/bruises.es.md"]
    text = (folder / "questions/bruises.es.md").read_text(encoding="utf-8").splitlines()
    assert (told.code, told.level) == ("translation-stale", "warning")
    assert text[told.line - 1].startswith("original:")


@pytest.mark.parametrize("line", ["order: 7\n", "until: 2030-01-01\n", ""])
def test_what_no_translation_follows_leaves_it_true(folder, line):
    change(folder, "questions/bruises.en.md", "order: 1\n", line)
    assert "translation-stale" not in codes(folder, "questions/bruises.es.md")


def test_a_translation_that_names_no_original_is_told(folder):
    put(folder, "questions/bruises.es.md", BRUISES.encode())
    assert "translation-unproved" in codes(folder, "questions/bruises.es.md")
    (folder / "questions/bruises.en.md").unlink()
    assert "translation-unproved" not in codes(folder, "questions/bruises.es.md")


def test_days_that_differ_between_languages_are_told(folder):
    change(folder, "questions/bruises.en.md", "order: 1\n", "order: 1\nfrom: 2026-12-01\n")
    assert codes(folder, "questions/bruises.es.md") == ["schedule-differs"]


def test_the_clinics_policy_is_read(folder):
    assert load(folder).library.clinic.unsigned == "warn"
    change(folder, "clinic.toml", 'contact = ""', 'contact = ""\nunsigned = "hide"')
    assert load(folder).library.clinic.unsigned == "hide"
    change(folder, "clinic.toml", '"hide"', '"hidden"')
    (told,) = load(folder).problems
    assert (told.line, told.code) == (7, "value-unknown")
    assert "did you mean “hide”?" in told.sentence


def test_files_are_signed_from_the_command_line(folder, capsys):
    change(folder, FILE, "Rest a little.", "Rest a lot.")
    change(folder, QUESTIONNAIRE, "minutes: 3", "minutes: 4")
    (folder / FILE).chmod(0o640)
    line = ["content", "sign", str(folder / FILE), str(folder / QUESTIONNAIRE), "--by", "Jane  Doe, RN"]
    assert main([*line, "--on", "2026-01-31"]) == 0
    assert "peel.en.md: signed off by Jane Doe, RN on 2026-01-31." in capsys.readouterr().out
    assert [problem.file for problem in load(folder).problems] == ["treatments/peel.es.md"]
    assert (reviewed(folder).by, reviewed(folder).on) == ("Jane Doe, RN", "2026-01-31")
    assert (folder / FILE).stat().st_mode & 0o777 == 0o640
    assert main(["content", "translated", str(folder / "treatments/peel.es.md")]) == 0
    assert load(folder).problems == ()


def test_a_file_with_errors_is_not_signed_and_neither_are_the_others(folder, capsys):
    change(folder, FILE, "emblem: peel.svg", "emblem: pel.svg")
    change(folder, "questions/bruises.en.md", "a little", "a lot")
    before = (folder / "questions/bruises.en.md").read_bytes()
    assert sign([folder / "questions/bruises.en.md", folder / FILE], "B", "", TODAY) == 1
    assert "picture-missing" in capsys.readouterr().err
    assert (folder / "questions/bruises.en.md").read_bytes() == before


@pytest.mark.parametrize("file", ["clinic.toml", "pictures/map.svg"])
def test_only_what_patients_read_is_signed(folder, capsys, file):
    assert sign([folder / file], "B", "", TODAY) == 1
    assert "Only pages and questionnaires are signed off." in capsys.readouterr().err


def test_an_original_is_no_translation(folder, capsys):
    assert fits([folder / FILE]) == 1
    assert "This is no translation" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("by", "on", "said"),
    [(" ", "", "who signs"), ("B\x07", "", "who signs"), ("B", "soon", "no day"), ("B", "2027-01-01", "still to come")],
)
def test_who_signs_and_when_must_make_sense(folder, by, on, said):
    with pytest.raises(Trouble, match=said):
        sign([folder / FILE], by, on, TODAY)


def test_a_file_outside_of_any_content_folder_is_refused(tmp_path):
    (tmp_path / "a.en.md").write_text(PEEL, encoding="utf-8")
    with pytest.raises(Trouble, match=r"there is no clinic.toml above it"):
        sign([tmp_path / "a.en.md"], "B", "", TODAY)


def test_the_shipped_content_can_be_signed(tmp_path):
    shutil.copytree(ROOT / "resources" / "content", tmp_path / "content")
    files = [*(tmp_path / "content").glob("*/*.md"), tmp_path / "content" / QUESTIONNAIRE]
    assert sign(files, "B", "", TODAY) == 0
    assert {problem.code for problem in load(tmp_path / "content").problems} <= {
        "booking-example",
        "instrument-missing",
    }


def test_an_entry_ends_where_its_last_value_ends():
    document = read_yaml("a: 1\nb:\n  c: x y  # d\n\n# e\nf: {g: [1, 2]}\nh:\ni: |\n  j\n", "a.yaml")
    ends = {".".join(map(str, where)): end for where, end in document.ends.items() if len(where) == 1}
    assert ends == {"a": (1, 5), "b": (3, 9), "f": (6, 15), "h": (7, 3), "i": (10, 1)}
    assert document.flow == {("f",), ("f", "g")}
