"""Takes a clinic's FHIR questionnaire in as YAML, and gives the kiosk's own out as FHIR."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.content.form_checks import check_forbidden
from kiosk.content.instruments import FOLDER
from kiosk.content.problem import Problem as ContentProblem
from kiosk.content.questionnaire import read_source, value_sets
from kiosk.content.spelling import alike
from kiosk.content.to_yaml import to_yaml
from kiosk.content.yaml_writer import Unwritable, write_yaml
from kiosk.domain.form import Form
from kiosk.domain.literal import dumps
from kiosk.fhir.problem import Problem, Severity
from kiosk.fhir.questionnaire import Compiled, compile, write_questionnaire
from kiosk.fhir.reader import LARGEST, Unreadable, read_json
from kiosk.office.checking import number
from kiosk.office.terminal import DONE, TROUBLE, complain, plain, say
from kiosk.store.files import write_durably

Json = dict[str, Any]

REFUSED = 3
"""Exit code: the form cannot be taken in as it is."""


@dataclass(frozen=True)
class Outcome:
    """What came of an import: the YAML, unless it was refused, and everything there is to say."""

    problems: tuple[Problem, ...]
    form: Form | None = None
    text: str = ""


def import_fhir(file: Path, out: Path | None, *, accept_loss: bool, as_json: bool) -> int:
    """Writes a FHIR R4 Questionnaire as YAML to ``out``; without it, says whether it would import. ValueSets and
    CodeSystems that lie beside ``file`` are used. 0 imported, 3 refused and nothing written; 1 when ``out`` holds
    something already. Raises OSError when it cannot be written."""
    if out is not None and out.exists() and (not out.is_file() or out.stat().st_size):
        sentence = f"{out} is there already and was left as it is. Move it, or choose another name."
        _tell(Outcome((_refusal("file-exists", sentence),)), None, as_json=as_json, closing="Nothing was written.")
        return TROUBLE
    outcome = imported(file, accept_loss=accept_loss)
    if outcome.form is not None and out is not None:
        write_durably(out, outcome.text.encode(), 0o644)
    _tell(outcome, out, as_json=as_json, closing=_closing(outcome, out, accept_loss=accept_loss))
    return REFUSED if outcome.form is None else DONE


def imported(file: Path, *, accept_loss: bool = False) -> Outcome:
    """The questionnaire in that file as YAML that was read back and gives the same form."""
    try:
        raw = read_json(_bytes(file))
    except Unreadable as trouble:
        return Outcome((_refusal(trouble.code, trouble.text),))
    sets = value_sets(file.parent)
    compiled = compile(raw, value_sets=sets, accept_loss=accept_loss)
    if compiled.form is None or any(problem.severity is Severity.REFUSE for problem in compiled.problems):
        return Outcome(compiled.problems)
    if not compiled.form.items:
        return Outcome((*compiled.problems, _refusal("items-missing", "Nothing is left that a kiosk could ask.")))
    # What is left after a loss is a form of its own: no item may still lean on what is gone.
    left = compile(compiled.source, value_sets=sets, accept_loss=True) if compiled.losses() else compiled
    try:
        text = write_yaml(to_yaml(left.source), "Imported from FHIR; see README.md of the content folder.")
    except Unwritable as trouble:
        return Outcome((*compiled.problems, _refusal("number-unwritable", str(trouble))))
    found = _read_back(text, left, sets)
    refused = any(problem.severity is Severity.REFUSE for problem in found)
    return Outcome((*compiled.problems, *found), None if refused else left.form, "" if refused else text)


def _bytes(file: Path) -> bytes:
    try:
        if not file.is_file():
            what = "is a folder" if file.is_dir() else "is missing, or is no plain file"
            raise Unreadable("file-unreadable", f"{file.name or file} {what}.")
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except (OSError, ValueError) as trouble:
        if isinstance(trouble, Unreadable):
            raise
        raise Unreadable("file-unreadable", f"{file.name} cannot be read.") from None


def _read_back(text: str, compiled: Compiled, sets: Mapping[str, Json]) -> list[Problem]:
    """Refusals when the YAML is not what was imported; else notes of what the clinic's own rules have against it."""
    reading = read_source(text.encode(), "YAML")
    if isinstance(reading, list):
        return [_refusal("yaml-refused", _located(problem)) for problem in reading]
    again = reading.compiled(sets).form
    slips = [problem for problem in reading.document.problems if problem.level == "error"]
    if slips:
        return [_refusal("yaml-refused", _located(problem)) for problem in slips]
    if again is None or compiled.form is None or not _same(again, compiled.form, reading.json, compiled.source):
        return [_refusal("yaml-differs", "Its YAML would not say the same; please report this form.")]
    reading.document.problems.clear()
    check_forbidden(reading.document, reading.json, reading.ground)
    notes = [
        Problem(problem.code, (), Severity.NOTE, f"{_located(problem)} The kiosk refuses the form while it does.")
        for problem in reading.document.problems
    ]
    if compile(reading.json, value_sets=value_sets()).form is None:
        sentence = "Copy its ValueSet files into the folder questionnaires of the content, beside the YAML."
        notes.append(Problem("value-set-beside", (), Severity.NOTE, sentence))
    return notes


def _same(one: Form, other: Form, json: Json, source: Json) -> bool:
    return replace(one, sha256=other.sha256) == other and alike(json, source)


def _located(problem: ContentProblem) -> str:
    return f"Line {problem.line} of the YAML: {problem.sentence}"


def _refusal(code: str, sentence: str) -> Problem:
    return Problem(code, (), Severity.REFUSE, sentence)


def _closing(outcome: Outcome, out: Path | None, *, accept_loss: bool) -> str:
    if outcome.form is None:
        lossy = any(problem.severity is Severity.DROP for problem in outcome.problems)
        refused = any(problem.severity is Severity.REFUSE for problem in outcome.problems)
        if lossy and not refused and not accept_loss:
            return "Nothing was written. It imports without what is named above: add --accept-loss if that will do."
        return "Refused; nothing was written."
    items = number(len(outcome.form.by_id), "item")
    if out is None:
        return f"It imports: {items}. Nothing was written yet; add --out NAME.yaml."
    return f"Imported: {items}, written to {out}."


def _tell(outcome: Outcome, out: Path | None, *, as_json: bool, closing: str) -> None:
    if as_json:
        told = [
            {"code": one.code, "severity": str(one.severity), "path": list(one.path), "text": one.text}
            for one in outcome.problems
        ]
        done = outcome.form is not None
        items = len(outcome.form.by_id) if outcome.form else 0
        report = {"imported": done, "problems": told, "items": items, "out": str(out) if done and out else None}
        say(json.dumps(report, indent=2))
        return
    for one in outcome.problems:
        path = f"{'/'.join(one.path)}: " if one.path else ""
        say(_line(f"{one.severity}: {one.code}: {path}{one.text}"))
    say(plain(closing))


def _line(text: str) -> str:
    return plain(text).replace("\n", " ")


def export_fhir(questionnaire: Path, out: Path) -> int:
    """Writes a questionnaire's YAML as FHIR R4 JSON to ``out``, whole or not at all; 1 with every error when it has
    one. Raises OSError."""
    if out.exists() and (not out.is_file() or out.samefile(questionnaire)):
        complain(plain(f"{out} cannot be written over; choose another file."))
        return TROUBLE
    reading = read_source(questionnaire.read_bytes(), questionnaire.name, slots=questionnaire.parent / FOLDER)
    if isinstance(reading, list):
        return _failed(reading)
    compiled = reading.compiled(value_sets(questionnaire.parent))
    if compiled.form is None or not reading.document.sound:
        return _failed(reading.document.problems)
    write_durably(out, (pretty(write_questionnaire(compiled.form)) + "\n").encode(), 0o644)
    say(plain(f"Written to {out}: {number(len(compiled.form.by_id), 'item')}."))
    return DONE


def _failed(problems: list[ContentProblem]) -> int:
    for problem in sorted(problems):
        if problem.level == "error":
            complain(_line(str(problem)))
    complain("Nothing was written.")
    return TROUBLE


def pretty(value: object, indent: int = 0) -> str:
    """The value as JSON on indented lines, decimals with their literal."""
    if not value or not isinstance(value, dict | list):
        return dumps(value)
    pad = "\n" + "  " * (indent + 1)
    if isinstance(value, dict):
        parts = [f"{dumps(key)}: {pretty(held, indent + 1)}" for key, held in value.items()]
    else:
        parts = [pretty(held, indent + 1) for held in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + pad + f",{pad}".join(parts) + "\n" + "  " * indent + closing
