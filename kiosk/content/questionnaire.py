"""A questionnaire's YAML to a form, by way of FHIR and checked as a whole: a form with a mistake is none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content import instruments
from kiosk.content.document import Document, Where, read_yaml
from kiosk.content.files import decoded, read_bytes
from kiosk.content.form_checks import Checks, check_forbidden, check_keys
from kiosk.content.form_shape import FormShape
from kiosk.content.ground import Ground
from kiosk.content.pictures import Pictures
from kiosk.content.problem import Mistake, Problem, did_you_mean
from kiosk.content.seal import seal
from kiosk.content.shape import reviewed, shaped
from kiosk.content.spelling import Json
from kiosk.content.to_fhir import to_fhir
from kiosk.domain.form import Form
from kiosk.domain.library import Reviewed
from kiosk.fhir.problem import Problem as FhirProblem
from kiosk.fhir.problem import Severity
from kiosk.fhir.questionnaire import Compiled, compile
from kiosk.fhir.shelf import LARGEST, shelf

BUNDLED = Path(__file__).parents[2] / "resources" / "terminology"
"""The value sets that come with the kiosk."""
QUIET = frozenset({"expression-inert", "table-as-list", "condition-without-system"})
"""Notes about what is fine as it is."""
FINER: dict[str, Where] = {
    "limits-contradict": ("maxValue",),
    "enableWhen-cycle": ("enableWhen",),
    "control-unknown": ("itemControl",),
    "control-unfit": ("itemControl",),
    "initial-invalid": ("initial",),
    "alert-never": ("when",),
    "alert-unsure": ("when", "unsure"),
    "alert-younger": ("when", "younger"),
}
"""Where in an item or an alert the admin should look."""


def value_sets(*folders: Path) -> dict[str, Json]:
    """The value sets in these folders, and those that come with the kiosk, by canonical url."""
    return shelf(*folders, BUNDLED)


def read_questionnaire(
    text: bytes, file: str, pictures: Path, languages: tuple[str, ...] = ()
) -> tuple[Form | None, list[Problem]]:
    """The form in a questionnaire's file, or None when anything in it is an error.

    ``pictures`` is the folder of the image maps. A text that lacks one of ``languages`` is warned of.
    """
    found = read_form(text, file, Pictures(pictures), languages)
    return found.form, found.problems


@dataclass(frozen=True)
class Found:
    """What a questionnaire's file holds: ``form`` is None when anything in it is an error. ``seal`` is the digest of
    what there is to sign, empty when nothing can be. For whoever looks further: ``reading`` when its keys are right,
    and the ``draft`` of the form as soon as one can be made, whatever is wrong with it."""

    form: Form | None
    problems: list[Problem]
    reviewed: Reviewed = field(default_factory=Reviewed)
    seal: str = ""
    reading: Reading | None = None
    draft: Form | None = None


def read_form(text: bytes, file: str, pictures: Pictures, languages: tuple[str, ...]) -> Found:
    """Like ``read_questionnaire``, with pictures that others read too. Value sets are looked for beside the form, in
    the folder ``questionnaires`` next to the pictures."""
    folder = pictures.folder.parent / "questionnaires"
    reading = read_source(text, file, languages[0] if languages else "en", folder / instruments.FOLDER)
    if isinstance(reading, list):
        return Found(None, reading)
    document = reading.document
    coded = b"ValueSet" in text
    compiled = reading.compiled(value_sets(folder) if coded else {})
    check_keys(document, reading.shape)
    check_forbidden(document, reading.json, reading.ground)
    # What is wrong by FHIR must not hide what the clinic's own checks find.
    form = compiled.form or compile(reading.json, lenient=True).form
    if form is not None:
        Checks(document, reading.ground, reading.json, form, pictures, languages).run()
    shown = reading.instruments | _drawn(form, pictures) | (_beside(folder) if coded else {})
    document.seal = seal(decoded(text), document, shown)
    signed = reviewed(document, reading.shape.reviewed, document.seal)
    sound = compiled.form if document.sound else None
    return Found(sound, document.problems, signed, document.seal, reading, form)


def _drawn(form: Form | None, pictures: Pictures) -> dict[str, bytes]:
    """The drawings that the form shows."""
    names = {item.image_map for item in form.by_id.values() if item.image_map} if form else set()
    return {f"pictures/{name}": pictures.read[name] for name in names if name in pictures.read}


def _beside(folder: Path) -> dict[str, bytes]:
    """The lists of answers beside the form, as far as they can be read."""
    found = {}
    for path in folder.glob("*.json"):
        with suppress(Mistake):
            found[path.name] = read_bytes(folder, path, LARGEST)
    return found


@dataclass(frozen=True)
class Reading:
    """A questionnaire's YAML whose keys are right, as FHIR's JSON."""

    document: Document
    shape: FormShape
    json: Json
    ground: Ground
    sha256: str
    instruments: dict[str, bytes]

    def compiled(self, sets: Mapping[str, Json]) -> Compiled:
        """What FHIR makes of it; the problems are told to the document too."""
        found = compile(self.json, value_sets=sets, language=self.ground.language, sha256=self.sha256)
        for problem in found.problems:
            _tell(self.document, problem, self.ground)
        return found


def read_source(text: bytes, file: str, language: str = "en", slots: Path | None = None) -> Reading | list[Problem]:
    """The YAML as FHIR's JSON, or what is wrong with its keys. ``language`` is that of texts that name none, when the
    form does not say; ``slots`` the folder of instruments. Its problems are gathered in its document."""
    try:
        document = read_yaml(decoded(text), file)
    except Mistake as mistake:
        return [mistake.problem(file)]
    used = instruments.fill(document, slots) if slots else []
    shape = shaped(document, FormShape)
    if shape is None:
        return document.problems
    written = to_fhir(document.data, language)
    for slip in written.ground.slips:
        document.error(slip.where, slip.code, slip.sentence)
    sha256 = hashlib.sha256(b"".join((text, *used))).hexdigest()
    filled = {f"instruments/{number}": decoded(data).encode() for number, data in enumerate(used)}
    return Reading(document, shape, written.json, written.ground, sha256, filled)


def _tell(document: Document, problem: FhirProblem, ground: Ground) -> None:
    where: Where = (*ground.where(problem.pointer), *FINER.get(problem.code, ()))
    sentence = problem.text
    if problem.code == "enableWhen-unknown-question":
        asked = _value_at(document.data, where)
        nearest = did_you_mean(str(asked), ground.asked) if isinstance(asked, str) else "."
        sentence = sentence if nearest == "." else f"{sentence.rstrip('.')}{nearest}"
    if problem.severity is not Severity.NOTE:
        document.error(where, problem.code, sentence)
    elif problem.code not in QUIET:
        document.warn(where, problem.code, sentence)


def _value_at(data: object, where: Where) -> object:
    for part in where:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
