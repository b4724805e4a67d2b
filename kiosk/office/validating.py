"""Says whether a response fits its questionnaire, one line a finding, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from kiosk.fhir.questionnaire import Compiled, compile
from kiosk.fhir.reader import Unreadable, read_json
from kiosk.fhir.validation import Finding, valid, validate
from kiosk.office.terminal import DONE, TROUBLE, complain, plain, say

Read = TypeVar("Read")

SENTENCES = {
    "required": "There is no answer, and one is required.",
    "repeats": "It is there more than once, and it does not repeat.",
    "minCount": "There are fewer answers than the questionnaire asks for.",
    "maxCount": "There are more answers than the questionnaire allows.",
    "invalidAnswerType": "The answer is not a FHIR value of the question's type.",
    "invalidAnswerOption": "The answer is not one of the options.",
    "exclusiveAnswerOption": "An answer that stands alone is given with others.",
    "invalidCoding": "The code is missing or not in the value set.",
    "minValue": "The answer is smaller than allowed.",
    "maxValue": "The answer is larger than allowed.",
    "minValueIncompatUnits": "The unit cannot be compared with that of the smallest value.",
    "maxValueIncompatUnits": "The unit cannot be compared with that of the largest value.",
    "minLength": "The answer is shorter than allowed.",
    "maxLength": "The answer is longer than allowed.",
    "regex": "The answer does not have the form the questionnaire asks for.",
    "maxDecimalPlaces": "The number has more decimal places than allowed.",
    "invalidNewLine": "The answer has a line break, and its type has none.",
    "invalidUnit": "The unit is not one of those offered.",
    "invalidUrlValue": "The answer is not an address.",
    "invalidLinkId": "The questionnaire has no such item here.",
    "displayAnswer": "A piece of information has an answer.",
    "groupShouldNotHaveAnswers": "A group has an answer.",
    "invalidType": "The questionnaire gives this item a type that cannot be answered.",
    "duplicateAnswer": "The same answer is given twice.",
    "notEnabled": "There is an answer although the question is not asked.",
    "invalidOrder": "It stands in another place than in the questionnaire.",
    "qrs-1": "It has items beside its answers; they belong under an answer.",
    "invalidStructure": "Items and answers must be lists of objects that are not empty.",
    "invalidRefValue": "The reference is not an address.",
    "invalidRefResourceType": "The reference does not name a FHIR R4 resource type.",
    "invalidRefResourceTypeRestriction": "The reference names another resource type than the questionnaire allows.",
    "attachmentSizeInconsistent": "The size named is not that of the data.",
    "maxAttachmentSize": "The attachment is larger than allowed.",
    "invalidAttachmentType": "The attachment is of another type than the questionnaire allows.",
    "att-1": "The attachment has data but does not say of which type.",
    "invalidResource": "This is not a QuestionnaireResponse.",
    "invalidStatus": "The response has no status, or an unknown one.",
    "invalidQuestionnaire": "The questionnaire cannot be used.",
    "questionnaireMissing": "The response does not say which questionnaire it answers.",
    "questionnaireMismatch": "The response answers another questionnaire.",
    "questionnaireVersion": "The response answers another version of the questionnaire.",
    "questionnaireDraft": "The questionnaire is a draft.",
    "questionnaireInactive": "The questionnaire was not in use when the response was written.",
}


def compiled(path: Path) -> Compiled:
    """The questionnaire in a JSON file, read as leniently as checking others' responses needs. Raises Unreadable,
    OSError."""
    return compile(read_json(path.read_bytes()), lenient=True)


def validate_files(
    questionnaire: Path, response: Path, *, as_json: bool, read: Callable[[Path], Compiled] = compiled
) -> int:
    """Tells everything that stands against a response; 1 when it is not valid or a file cannot be read. ``read`` makes
    the questionnaire of its file and raises Unreadable when it cannot. Raises OSError."""
    try:
        form = _read(questionnaire, read)
        answers = _read(response, lambda path: read_json(path.read_bytes()))
    except _Unread as trouble:
        return _failed(trouble, as_json=as_json)
    findings = validate(form, answers)
    _tell(findings, {problem.code: problem.text for problem in form.problems}, as_json=as_json)
    return DONE if valid(findings) else TROUBLE


class _Unread(Exception):
    """A file that is no FHIR JSON, with the reader's code and a sentence that names the file."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def _read(path: Path, read: Callable[[Path], Read]) -> Read:
    try:
        return read(path)
    except Unreadable as trouble:
        raise _Unread(trouble.code, f"{path.name}: {trouble.text}") from None


def _failed(trouble: _Unread, *, as_json: bool) -> int:
    complain(plain(str(trouble)))
    if as_json:
        _tell((Finding(trouble.code),), {}, as_json=True)
    return TROUBLE


def _tell(findings: Sequence[Finding], sentences: dict[str, str], *, as_json: bool) -> None:
    if as_json:
        issues = [{"code": one.code, "linkId": one.link_id, "severity": one.severity} for one in findings]
        say(json.dumps({"valid": valid(tuple(findings)), "issues": issues}, indent=2))
        return
    for one in findings:
        sentence = SENTENCES.get(one.code) or sentences.get(one.code, "The questionnaire cannot be used.")
        kind = "warning: " if one.severity == "warning" else ""
        say(plain(f"{one.link_id or 'response'}: {one.code}: {kind}{sentence}").replace("\n", " "))
    say(_closing(findings))


def _closing(findings: Sequence[Finding]) -> str:
    errors = sum(one.severity == "error" for one in findings)
    return f"{'Not valid' if errors else 'Valid'}; errors: {errors}, warnings: {len(findings) - errors}."
