"""Nothing that lies in the content folder can stop the kiosk: neither noise nor malice."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from content_folder import FILES, FORM, QUESTIONNAIRE, write, write_folder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content import document
from kiosk.content.document import read_yaml
from kiosk.content.load import Loaded, load
from kiosk.content.problem import Mistake
from kiosk.content.questionnaire import read_questionnaire

BOMBS = {
    "brackets": ("[" * 2_000_000, "yaml-too-deep"),
    "braces": ("{" * 2_000_000, "yaml-too-deep"),
    "lines of brackets": ("[\n" * 1_000_000, "yaml-too-deep"),
    "dashes": ("- " * 1_000_000, "line-too-long"),
    "tag": ("!" * 2_000_000, "line-too-long"),
    "lines": ("a\n" * 60_000, "yaml-too-large"),
    "bytes": ("a\n" * 2_000_000, "file-too-large"),
}


@pytest.mark.parametrize(("text", "code"), BOMBS.values(), ids=BOMBS)
def test_bombs_are_refused_before_they_reach_the_parser(monkeypatch, text, code):
    monkeypatch.setattr(document, "yaml", None)
    with pytest.raises(Mistake) as caught:
        read_yaml(text, "form.yaml")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n".join(f"{' ' * depth}a:" for depth in range(60)), "yaml-too-deep"),
        ("- " * 60, "yaml-too-deep"),
        ("a: &a [x]\nb: *a\n", "yaml-anchor"),
        ("a: !!python/object:os.system x", "yaml-tag"),
        ("a: \x00", "yaml-syntax"),
        ("%YAML 9.9\n---\na", "yaml-syntax"),
    ],
)
def test_what_the_parser_meets_is_refused_at_once(text, code):
    with pytest.raises(Mistake) as caught:
        read_yaml(text, "form.yaml")
    assert caught.value.code == code


def test_many_values_are_refused(monkeypatch):
    monkeypatch.setattr(document, "MOST_VALUES", 100)
    with pytest.raises(Mistake, match="more than 100 values"):
        read_yaml("- a\n" * 200, "form.yaml")


@pytest.mark.parametrize("number", ["9" * 5000, "1e999999999", "0x" + "f" * 5000, "1" + "0" * 30 + ".5", ".nan"])
def test_no_number_is_slow_or_boundless(number):
    form, problems = read_questionnaire(FORM.replace("2.50", number).encode(), "form.yaml", Path("pictures"))
    assert form is None
    assert "wrong-type" in {problem.code for problem in problems}


def checked(loaded: Loaded) -> None:
    """What holds for whatever was loaded."""
    for problem in loaded.problems:
        assert str(problem).isprintable()
        assert problem.line >= 1
        assert problem.column >= 1
    broken = {problem.file for problem in loaded.problems if problem.level == "error"}
    kept = {f"treatments/{one.id}.{one.language}.md" for one in loaded.library.treatments}
    kept |= {f"questions/{one.id}.{one.language}.md" for one in loaded.library.questions}
    kept |= {QUESTIONNAIRE} if loaded.library.form else set()
    assert not kept & broken
    assert loaded.library.clinic.languages


NOISE = st.sampled_from(
    [b"[", b"{", b"- ", b": ", b"\n", b"  ", b"'", b'"', b"&", b"*", b"!", b"\xff", b"\0", b"|", b">"]
)


@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(
    file=st.sampled_from(sorted(FILES)),
    at=st.floats(0, 1),
    cut=st.integers(0, 40),
    noise=st.one_of(
        st.binary(max_size=20), st.lists(NOISE, max_size=6).map(b"".join), st.text(max_size=9).map(str.encode)
    ),
)
def test_random_edits_never_stop_the_loader(file, at, cut, noise):
    data = FILES[file].encode()
    start = round(at * len(data))
    with tempfile.TemporaryDirectory() as name:
        folder = write_folder(Path(name))
        write(folder, file, data[:start] + noise + data[start + cut :])
        checked(load(folder))


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="a1:-[]{},'\"#&*!|>%@` \n\té\u2028\ud7ff", max_size=60))
def test_random_yaml_is_read_or_refused(text):
    try:
        found = read_yaml(text, "form.yaml")
    except Mistake as mistake:
        assert mistake.line <= text.count("\n") + 2
    else:
        assert found.sound
