"""Whether others' responses fit: the shape of the response, what is asked of whom, and what the head says."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.fhir.problem import Problem, Severity
from kiosk.fhir.questionnaire import Compiled, compile
from kiosk.fhir.validation import Finding, valid, validate

URL = "https://clinic.example/Questionnaire/q"


def questionnaire(*items: Any, **rest: Any) -> dict[str, Any]:
    return {"resourceType": "Questionnaire", "url": URL, "status": "active", "item": list(items), **rest}


def response(*items: Any, **rest: Any) -> dict[str, Any]:
    head = {"resourceType": "QuestionnaireResponse", "questionnaire": URL, "status": "completed"}
    return {**head, **({"item": list(items)} if items else {}), **rest}


def asked(id: str = "q", type: str = "string", **rest: Any) -> dict[str, Any]:
    return {"linkId": id, "type": type, **rest}


def group(id: str, *items: Any, **rest: Any) -> dict[str, Any]:
    return {"linkId": id, "type": "group", "item": list(items), **rest}


def within(id: str, *items: Any) -> dict[str, Any]:
    return {"linkId": id, "item": list(items)}


def said(id: str, *values: Any) -> dict[str, Any]:
    """An item answered with these texts or truths, or with whole answer elements."""
    names = {bool: "valueBoolean", str: "valueString", int: "valueInteger"}
    return {"linkId": id, "answer": [one if isinstance(one, dict) else {names[type(one)]: one} for one in values]}


def found(form: dict[str, Any], answers: Any) -> tuple[Finding, ...]:
    return validate(compile(form, lenient=True), answers)


def codes(items: list[Any], answers: list[Any], **rest: Any) -> list[tuple[str, str]]:
    """The errors, each with its linkId."""
    findings = found(questionnaire(*items), response(*answers, **rest))
    return [(one.code, one.link_id) for one in findings if one.severity == "error"]


def when(question: str, value: bool = True) -> dict[str, Any]:
    return {"enableWhen": [{"question": question, "operator": "=", "answerBoolean": value}]}


class TestPlaces:
    FORM = (group("g", asked("a"), asked("b")), asked("q", item=[asked("under")]))

    @pytest.mark.parametrize(
        ("items", "expected"),
        [
            ([said("gone", "x")], [("invalidLinkId", "gone")]),
            ([said("a", "x")], [("invalidLinkId", "a")]),
            ([within("g", said("q", "x"))], [("invalidLinkId", "q")]),
            ([within("g", {"answer": []})], [("invalidLinkId", "")]),
            ([within("g", said("a", "x")), said("q", "x")], []),
            ([{**said("q", "x"), **within("q", said("under", "y"))}], [("qrs-1", "q"), ("invalidLinkId", "under")]),
            ([within("q", said("under", "y"))], [("invalidLinkId", "under")]),
            ([said("q", {"valueString": "x", "item": [said("under", "y")]})], []),
            ([said("q", {"item": [said("under", "y")]})], []),
            ([said("q", {"item": [said("under", True)]})], [("invalidAnswerType", "under")]),
            ([said("q", {"item": [said("under", "y", "z")]})], [("repeats", "under")]),
            ([said("q", {"valueString": "x", "item": [said("a", "y")]})], [("invalidLinkId", "a")]),
        ],
    )
    def test_s11_every_item_has_its_place(self, items: list[Any], expected: list[Any]) -> None:
        assert codes(list(self.FORM), items) == expected

    def test_s20_siblings_follow_the_order_of_the_form(self) -> None:
        assert codes(list(self.FORM), [said("q", "x"), within("g", said("b", "x"), said("a", "x"))]) == [
            ("invalidOrder", "g"),
            ("invalidOrder", "a"),
        ]

    def test_s10_only_a_repeating_group_is_there_twice(self) -> None:
        form = [group("g", asked("a"), repeats=True), group("once", asked("b")), asked("q", repeats=True)]
        twice = [within("g", said("a", "x"))] * 2 + [within("once", said("b", "x"))] * 2 + [said("q", "x")] * 2
        assert codes(form, twice) == [("repeats", "once"), ("repeats", "q")]

    def test_groups_and_information_have_no_answers(self) -> None:
        form = [group("g", asked("a")), asked("d", "display")]
        assert codes(form, [{**said("g", "x")}, said("d", "x")]) == [
            ("groupShouldNotHaveAnswers", "g"),
            ("displayAnswer", "d"),
        ]

    def test_s13_information_may_be_listed(self) -> None:
        form = [asked("d", "display"), asked("q", item=[asked("help", "display", text="So that we know.")])]
        assert codes(form, [{"linkId": "d"}, said("q", {"valueString": "x", "item": [{"linkId": "help"}]})]) == []
        assert codes(form, [said("q", {"valueString": "x", "item": [said("help", "y")]})]) == [
            ("displayAnswer", "help")
        ]
        assert codes(form, [{"linkId": "help"}]) == [("invalidLinkId", "help")]

    @pytest.mark.parametrize("type", ["question", "tooth", None])
    def test_what_has_no_type_has_no_answers(self, type: str | None) -> None:
        form = [{"linkId": "q", "type": type}, group("g", {"linkId": "deep", "type": type})]
        assert codes(form, [said("q", "x"), within("g", said("deep", "x"))]) == [
            ("invalidType", "q"),
            ("invalidType", "deep"),
        ]
        assert codes(form, [{"linkId": "q"}]) == []
        assert codes(form, [{"linkId": "deep"}]) == [("invalidLinkId", "deep")]

    @pytest.mark.parametrize(
        "item", [{"linkId": "q", "answer": {}}, {"linkId": "q", "answer": [3]}, {"linkId": "q", "item": "x"}]
    )
    def test_lists_are_lists_of_objects(self, item: Any) -> None:
        assert ("invalidStructure", "q") in codes([asked()], [item])

    def test_an_empty_list_does_no_harm(self) -> None:
        findings = found(questionnaire(asked()), response({"linkId": "q", "answer": []}))
        assert findings == (Finding("invalidStructure", "q", "warning"),)


class TestRequired:
    def test_a_required_question_needs_an_answer(self) -> None:
        form = [asked(required=True)]
        missing = [("required", "q")]
        assert codes(form, []) == codes(form, [{"linkId": "q"}]) == codes(form, [said("q", {})]) == missing
        assert codes(form, [said("q", "  ")]) == missing
        assert codes(form, [said("q", "x")]) == []

    def test_what_is_there_but_wrong_is_not_missing_too(self) -> None:
        form = [group("g", asked(type="boolean", required=True), required=True)]
        assert codes(form, [within("g", said("q", "x"))]) == [("invalidAnswerType", "q")]

    def test_s12_a_required_group_says_something(self) -> None:
        form = [group("g", asked("a"), asked("b"), required=True)]
        assert codes(form, []) == codes(form, [within("g")]) == [("required", "g")]
        assert codes(form, [within("g", said("b", "x"))]) == []

    def test_s12_nothing_is_missed_in_a_group_that_was_left_out(self) -> None:
        form = [group("g", asked(required=True))]
        assert found(questionnaire(*form), response()) == (Finding("required", "q", "warning"),)
        assert codes(form, [within("g")]) == [("required", "q")]

    def test_s12_each_instance_has_what_it_needs(self) -> None:
        form = [group("g", asked(required=True), repeats=True)]
        assert codes(form, [within("g", said("q", "x")), within("g")]) == [("required", "q")]

    def test_s7_nothing_disabled_is_missed(self) -> None:
        form = [asked("gate", "boolean"), asked(required=True, **when("gate"))]
        assert codes(form, [said("gate", False)]) == []
        assert codes(form, [said("gate", True)]) == [("required", "q")]

    @pytest.mark.parametrize("status", ["in-progress", "stopped", "entered-in-error"])
    def test_s22_who_is_not_done_misses_nothing_yet(self, status: str) -> None:
        findings = found(questionnaire(asked(required=True)), response(status=status))
        assert findings == (Finding("required", "q", "warning"),)

    def test_s24_nobody_misses_what_nobody_is_asked(self) -> None:
        hidden = {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": True}
        assert codes([asked(required=True, extension=[hidden])], []) == []


class TestEnabled:
    FORM = (asked("gate", "boolean"), group("g", asked(), **when("gate")))

    @pytest.mark.parametrize(("status", "late"), [("completed", True), ("amended", True), ("in-progress", False)])
    def test_s8_no_answer_stays_where_nothing_is_asked(self, status: str, late: bool) -> None:
        items = [said("gate", False), within("g", said("q", "x"))]
        assert codes(list(self.FORM), items, status=status) == ([("notEnabled", "q")] if late else [])

    def test_s8_an_item_without_an_answer_may_stay(self) -> None:
        assert codes(list(self.FORM), [said("gate", False), within("g", {"linkId": "q"})]) == []

    def test_s9_every_instance_looks_at_its_own(self) -> None:
        form = [group("g", asked("gate", "boolean"), asked(**when("gate")), repeats=True)]
        items = [within("g", said("gate", gate), said("q", "x")) for gate in (True, False, True)]
        assert codes(form, items) == [("notEnabled", "q")]


class TestCounts:
    def occurs(self, **counts: int) -> list[dict[str, Any]]:
        core = "http://hl7.org/fhir/StructureDefinition/questionnaire-"
        return [{"url": core + key, "valueInteger": count} for key, count in counts.items()]

    def test_a_question_that_does_not_repeat_has_one_answer(self) -> None:
        assert codes([asked()], [said("q", "x", "y")]) == [("repeats", "q")]
        assert codes([asked()], [said("q", "x", "x")]) == [("repeats", "q")]
        assert codes([asked()], [said("q", "x", {})]) == []

    def test_answers_are_neither_too_few_nor_too_many(self) -> None:
        form = [asked(repeats=True, extension=self.occurs(minOccurs=2, maxOccurs=3))]
        assert codes(form, [said("q", "a")]) == [("minCount", "q")]
        assert codes(form, [said("q", *"ab")]) == codes(form, [said("q", *"abc")]) == codes(form, []) == []
        assert codes(form, [said("q", *"abcd")]) == [("maxCount", "q")]

    def test_instances_are_neither_too_few_nor_too_many(self) -> None:
        form = [group("g", asked(), repeats=True, extension=self.occurs(minOccurs=2, maxOccurs=3))]
        some = [within("g", said("q", "x")) for _ in range(4)]
        assert codes(form, some[:1]) == [("minCount", "g")]
        assert codes(form, some[:2]) == codes(form, some[:3]) == codes(form, []) == []
        assert codes(form, some) == [("maxCount", "g")]

    def test_nested_groups_do_not_begin_with_millions(self) -> None:
        form: dict[str, Any] = asked()
        for depth in range(6):
            form = group(f"g{depth}", form, repeats=True, extension=self.occurs(minOccurs=10_000))
        assert codes([form], []) == []

    def test_a_repeating_group_that_is_required_is_there(self) -> None:
        form = [group("g", asked(), repeats=True, required=True)]
        assert codes(form, []) == codes(form, [within("g")]) == [("required", "g")]
        assert codes(form, [within("g", said("q", "x"))]) == []

    def test_s10_the_same_answer_twice_is_told(self) -> None:
        form = questionnaire(asked(repeats=True, item=[asked("under")]))
        assert found(form, response(said("q", "x", "y", "x"))) == (Finding("duplicateAnswer", "q", "warning"),)
        below = {"valueString": "x", "item": [said("under", "y")]}
        assert Finding("duplicateAnswer", "q", "error") in found(form, response(said("q", "x", below)))


class TestHead:
    def one(self, **rest: Any) -> list[tuple[str, str]]:
        return [(one.code, one.severity) for one in found(questionnaire(asked(), version="2"), response(**rest))]

    @pytest.mark.parametrize("other", [None, [], "x", {}, {"resourceType": "Questionnaire"}])
    def test_something_else_is_no_response(self, other: Any) -> None:
        assert found(questionnaire(asked()), other) == (Finding("invalidResource"),)

    @pytest.mark.parametrize("status", [None, "", "done", [], 3])
    def test_a_response_has_a_status(self, status: Any) -> None:
        assert self.one(status=status) == [("invalidStatus", "error")]

    @pytest.mark.parametrize("canonical", [URL, URL + "|2", "Questionnaire/q", "#q", "q"])
    def test_s21_a_questionnaire_is_named_in_many_ways(self, canonical: str) -> None:
        assert self.one(questionnaire=canonical) == []

    def test_s21_bare_names_are_compared_too(self) -> None:
        assert found(questionnaire(asked(), url="one"), response(questionnaire="one")) == ()
        assert found(questionnaire(asked(), url="one"), response(questionnaire="two")) == (
            Finding("questionnaireMismatch"),
        )

    def test_s21_another_questionnaire_is_another(self) -> None:
        assert self.one(questionnaire="https://clinic.example/Questionnaire/p") == [("questionnaireMismatch", "error")]
        assert self.one(questionnaire=URL + "|1") == [("questionnaireVersion", "warning")]
        assert self.one(questionnaire=None) == [("questionnaireMissing", "warning")]

    @pytest.mark.parametrize(
        ("of_form", "code"),
        [
            ({"status": "draft"}, "questionnaireDraft"),
            ({"status": "retired"}, "questionnaireInactive"),
            ({"effectivePeriod": {"start": "2027"}}, "questionnaireInactive"),
            ({"effectivePeriod": {"end": "2025-12-31"}}, "questionnaireInactive"),
        ],
    )
    def test_a_questionnaire_out_of_use_is_a_warning(self, of_form: dict[str, Any], code: str) -> None:
        answers = response(authored="2026-03-02T09:30:00Z")
        assert found(questionnaire(asked(), **of_form), answers) == (Finding(code, "", "warning"),)

    def test_a_questionnaire_in_use_is_no_matter(self) -> None:
        form = questionnaire(asked(), effectivePeriod={"start": "2026", "end": "2026-03-02"})
        assert found(form, response(authored="2026-03-02T09:30:00Z")) == ()


def test_without_a_form_nothing_is_valid() -> None:
    problems = (
        Problem("linkId-duplicate", ("g", "q"), Severity.REFUSE, "Twice."),
        Problem("note", (), Severity.NOTE, "Only a note."),
    )
    findings = validate(Compiled(None, problems, {}), response())
    assert findings == (Finding("linkId-duplicate", "q"),)
    assert not valid(findings)
    assert not valid(validate(Compiled(None, (), {}), response()))


def test_a_form_nobody_can_build_is_told_by_its_code() -> None:
    assert [one.code for one in found(questionnaire(asked(), asked()), response())] == ["linkId-duplicate"]
