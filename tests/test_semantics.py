"""The semantics that questionnaire engines get wrong, one class for each decision S1 to S26."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from fhir_json import (
    NOW,
    PHRASES,
    asks,
    choice,
    codes,
    coding,
    compiled,
    enabled,
    exported,
    extension,
    form,
    group,
    questionnaire,
    when,
)

from kiosk.domain.checks import Fault, issues
from kiosk.domain.literal import dumps
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import UCUM, Coding, Partial, Quantity
from kiosk.domain.view import visible
from kiosk.fhir.names import CORE, SDC
from kiosk.fhir.questionnaire import compile
from kiosk.fhir.response import Status, write_response
from kiosk.fhir.resume import resume
from kiosk.fhir.validation import validate

A, B = (Coding(code, "https://codes.example") for code in "ab")
ORDINAL = CORE + "ordinalValue"


def faults(sheet: Sheet) -> list[tuple[str, Fault]]:
    return [(issue.item.id, issue.fault) for issue in issues(visible(sheet))]


def verdict(made: object, response: dict) -> set[str]:
    """The codes of the errors of a response."""
    return {finding.code for finding in validate(made, response) if finding.severity == "error"}  # type: ignore[arg-type]


def response(*items: dict, status: str = "completed") -> dict:
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "https://clinic.example/Questionnaire/q|1",
        "status": status,
        "item": list(items),
    }


def answered(id: str, **values: object) -> dict:
    return {"linkId": id, "answer": [{key: value} for key, value in values.items()]}


class TestS01NotEqual:
    ITEMS = (choice("q", "a", "b", repeats=True), asks("t", **when("q", "!=", answerCoding=coding("a"))))

    def test_no_answer_is_equal(self) -> None:
        sheet = Sheet(form(*self.ITEMS))
        assert enabled(sheet) == ["q", "t"]
        assert enabled(sheet.put("q", (B,))) == ["q", "t"]
        assert enabled(sheet.put("q", (A, B))) == ["q"]

    def test_an_import_warns_of_an_unguarded_one(self) -> None:
        assert "ne-unguarded" in codes(*self.ITEMS)
        guarded = asks(
            "t",
            enableBehavior="all",
            enableWhen=[
                {"question": "q", "operator": "exists", "answerBoolean": True},
                {"question": "q", "operator": "!=", "answerCoding": coding("a")},
            ],
        )
        assert "ne-unguarded" not in codes(self.ITEMS[0], guarded)


class TestS02Ordered:
    def test_at_least_one_answer(self) -> None:
        sheet = Sheet(form(asks("n", "integer", repeats=True), asks("t", **when("n", ">", answerInteger=5))))
        assert enabled(sheet) == ["n"]
        assert enabled(sheet.put("n", (1, 6))) == ["n", "t"]

    def test_whole_and_decimal_numbers_compare(self) -> None:
        sheet = Sheet(form(asks("n", "decimal"), asks("t", **when("n", ">=", answerInteger=38))))
        assert enabled(sheet.put("n", (Decimal("37.9"),))) == ["n"]
        assert enabled(sheet.put("n", (Decimal("38.0"),))) == ["n", "t"]

    @pytest.mark.parametrize(
        ("question", "answer"),
        [
            (choice("q", "a"), {"answerCoding": coding("a")}),
            (asks("q", "string"), {"answerString": "a"}),
            (asks("q"), {"answerBoolean": True}),
        ],
    )
    def test_never_on_codings_texts_and_truth(self, question: dict, answer: dict) -> None:
        assert "enableWhen-operator-type" in codes(question, asks("t", **when("q", ">", **answer)))


class TestS03SeveralConditions:
    CONDITIONS = tuple({"question": id, "operator": "=", "answerBoolean": True} for id in "pq")

    def test_any_or_all_must_be_said(self) -> None:
        made = compiled(asks("p"), asks("q"), asks("t", enableWhen=list(self.CONDITIONS)))
        assert made.form is None
        assert "enableBehavior-missing" in {problem.code for problem in made.problems}

    @pytest.mark.parametrize(("behavior", "after_one"), [("any", ["p", "q", "t"]), ("all", ["p", "q"])])
    def test_any_and_all(self, behavior: str, after_one: list[str]) -> None:
        sheet = Sheet(form(asks("p"), asks("q"), asks("t", enableWhen=list(self.CONDITIONS), enableBehavior=behavior)))
        assert enabled(sheet.put("q", (True,))) == after_one
        assert enabled(sheet.put("q", (True,)).put("p", (True,))) == ["p", "q", "t"]


class TestS04Exists:
    def test_presence_not_truth(self) -> None:
        yes = asks("yes", **when("q", "exists", answerBoolean=True))
        no = asks("no", **when("q", "exists", answerBoolean=False))
        sheet = Sheet(form(asks("q"), yes, no))
        assert enabled(sheet) == ["q", "no"]
        assert enabled(sheet.put("q", (False,))) == ["q", "yes"]

    def test_an_answer_without_a_value_is_none(self) -> None:
        made = compiled(asks("q", required=True))
        assert verdict(made, response({"linkId": "q", "answer": [{}]})) == {"required"}

    def test_both_truths_can_be_taken_back(self) -> None:
        sheet = Sheet(form(asks("q")))
        for value in (True, False):
            assert sheet.toggle("q", value).toggle("q", value).answer("q") == ()


class TestS05DisabledQuestions:
    def test_a_condition_sees_no_answer_of_theirs(self) -> None:
        gate, smoker = asks("gate"), asks("smoker", **when("gate"))
        sheet = Sheet(form(gate, smoker, asks("amount", **when("smoker")), asks("reason", **when("smoker", "!="))))
        sheet = sheet.put("gate", (True,)).put("smoker", (True,))
        assert enabled(sheet) == ["gate", "smoker", "amount"]
        assert enabled(sheet.put("gate", (False,))) == ["gate", "reason"]


class TestS06Descendants:
    def test_are_disabled_whatever_their_own_condition_says(self) -> None:
        inner = asks("in", **when("q", "exists", answerBoolean=True))
        sheet = Sheet(form(asks("q"), group("g", group("h", inner), **when("q"))))
        assert enabled(sheet.put("q", (False,))) == ["q"]
        assert enabled(sheet.put("q", (True,))) == ["q", "g", "h", "in"]


class TestS07RequiredInDisabledParts:
    def test_is_not_asked_for(self) -> None:
        made = form(asks("q"), group("g", asks("r", required=True), **when("q")))
        assert faults(Sheet(made).put("q", (False,))) == []
        assert faults(Sheet(made).put("q", (True,))) == [("r", Fault.REQUIRED)]


class TestS08AnswersOfDisabledItems:
    ITEMS = (asks("q"), asks("t", "string", **when("q")))

    def test_are_kept_for_the_patient_and_in_no_export(self) -> None:
        sheet = Sheet(form(*self.ITEMS)).put("q", (True,)).put("t", ("kept",)).put("q", (False,))
        assert sheet.answer("t") == ("kept",)
        assert [item["linkId"] for item in exported(sheet)["item"]] == ["q"]
        assert visible(sheet.put("q", (True,))).questions[1].answer == ("kept",)

    def test_make_a_finished_response_invalid_and_one_in_progress_not(self) -> None:
        told = (answered("q", valueBoolean=False), answered("t", valueString="x"))
        assert verdict(compiled(*self.ITEMS), response(*told)) == {"notEnabled"}
        assert verdict(compiled(*self.ITEMS), response(*told, status="in-progress")) == set()

    def test_a_trimmed_response_is_resumed_by_link_id(self) -> None:
        made = form(asks("p"), *self.ITEMS)
        found = resume(made, response(answered("t", valueString="x"), answered("q", valueBoolean=True)))
        assert found.sheet.answer("t") == ("x",)
        assert found.orphans == ()
        assert resume(made, response(answered("gone", valueString="x"))).orphans == ("gone",)


class TestS09NearestOccurrence:
    def test_each_instance_reads_its_own(self) -> None:
        made = form(group("g", asks("q"), asks("t", **when("q")), repeats=True))
        sheet = Sheet(made).add("g").add("g")
        first, second = sheet.ordinals("g")
        sheet = sheet.put(Path("q", (first,)), (True,)).put(Path("q", (second,)), (False,))
        told = [node.path for node in visible(sheet).walk() if node.item.id == "t"]
        assert told == [Path("t", (first,))]

    def test_an_instance_reads_what_stands_outside(self) -> None:
        sheet = Sheet(form(asks("q"), group("g", asks("t", **when("q")), repeats=True))).add("g")
        assert enabled(sheet) == ["q", "g", "g"]
        assert enabled(sheet.put("q", (True,))) == ["q", "g", "g", "t"]

    def test_a_condition_from_outside_is_refused(self) -> None:
        inside = group("g", asks("q"), repeats=True)
        assert "enableWhen-crosses-repeat" in codes(inside, asks("t", **when("q")))

    def test_what_hangs_under_one_answer_reads_that_answer(self) -> None:
        asked = choice("q", "a", "b", repeats=True) | {
            "item": [asks("why", "string", **when("q", answerCoding=coding("a")))]
        }
        sheet = Sheet(form(asked)).put("q", (A, B))
        assert [node.path for node in visible(sheet).walk() if node.item.id == "why"] == [Path("why", (A,))]


class TestS10Repeats:
    def test_a_question_is_one_item_with_many_answers(self) -> None:
        sheet = Sheet(form(asks("n", "integer", repeats=True))).put("n", (1, 2))
        assert exported(sheet)["item"] == [
            {"linkId": "n", "text": "n", "answer": [{"valueInteger": 1}, {"valueInteger": 2}]}
        ]

    def test_a_group_is_one_item_for_each_instance(self) -> None:
        sheet = Sheet(form(group("g", asks("n", "integer"), repeats=True))).add("g").add("g")
        for number, ordinal in enumerate(sheet.ordinals("g")):
            sheet = sheet.put(Path("n", (ordinal,)), (number,))
        told = exported(sheet)["item"]
        assert [item["linkId"] for item in told] == ["g", "g"]
        assert [item["item"][0]["answer"] for item in told] == [[{"valueInteger": 0}], [{"valueInteger": 1}]]

    def test_ordinals_are_never_used_again(self) -> None:
        sheet = Sheet(form(group("g", asks("n", "integer"), repeats=True))).add("g").add("g")
        first, second = sheet.ordinals("g")
        sheet = sheet.put(Path("n", (second,)), (2,)).remove("g", second).add("g")
        assert sheet.ordinals("g")[0] == first
        assert second not in sheet.ordinals("g")
        assert not sheet.answers

    def test_repeated_answers_are_distinct(self) -> None:
        sheet = Sheet(form(asks("n", "integer", repeats=True))).put("n", (1, 1, 2))
        assert sheet.answer("n") == (1, 2)
        twice = {"linkId": "n", "answer": [{"valueInteger": 1}, {"valueInteger": 1}]}
        found = validate(compiled(asks("n", "integer", repeats=True)), response(twice))
        assert [(finding.code, finding.severity) for finding in found] == [("duplicateAnswer", "warning")]

    def test_as_many_instances_as_are_allowed(self) -> None:
        few = extension(CORE + "questionnaire-minOccurs", valueInteger=2)["extension"]
        many = extension(CORE + "questionnaire-maxOccurs", valueInteger=3)["extension"]
        made = form(group("g", asks("n", "integer"), repeats=True, required=True, extension=few + many))
        sheet = Sheet(made)
        assert len(sheet.ordinals("g")) == 2
        assert len(sheet.add("g").add("g").add("g").ordinals("g")) == 3
        first, second = sheet.ordinals("g")
        assert faults(sheet) == [("g", Fault.REQUIRED)]
        sheet = sheet.put(Path("n", (first,)), (1,))
        assert faults(sheet) == [("g", Fault.TOO_FEW_TIMES)]
        assert faults(sheet.put(Path("n", (second,)), (2,))) == []


class TestS11Nesting:
    def test_under_a_question_items_belong_to_each_answer(self) -> None:
        asked = choice("q", "a", "b", repeats=True) | {"item": [asks("why", "string")]}
        sheet = (
            Sheet(form(asked)).put("q", (A, B)).put(Path("why", (A,)), ("first",)).put(Path("why", (B,)), ("second",))
        )
        told = exported(sheet)["item"][0]
        assert "item" not in told
        assert [answer["item"][0]["answer"][0]["valueString"] for answer in told["answer"]] == ["first", "second"]

    def test_nothing_hangs_under_a_question_without_a_value(self) -> None:
        sheet = Sheet(form(asks("q", "boolean", asks("why", "string", required=True, **when("q")))))
        assert enabled(sheet) == ["q"]
        assert faults(sheet) == []
        assert faults(sheet.put("q", (True,))) == [("why", Fault.REQUIRED)]
        assert faults(sheet.put("q", (False,))) == []

    def test_item_and_answer_side_by_side_are_invalid(self) -> None:
        made = compiled(asks("q", "boolean", asks("why", "string")))
        wrong = answered("q", valueBoolean=True) | {"item": [answered("why", valueString="x")]}
        assert verdict(made, response(wrong))

    def test_display_below_a_question_is_its_help(self) -> None:
        made = form(asks("q", "boolean", asks("h", "display", text="Two words of help")))
        assert "Two words of help" in made.by_id["q"].help.in_language("en")


class TestS12RequiredGroup:
    MADE = (group("g", asks("a"), asks("b"), required=True),)

    def test_needs_one_answer_inside(self) -> None:
        sheet = Sheet(form(*self.MADE))
        assert faults(sheet) == [("g", Fault.REQUIRED)]
        assert faults(sheet.put("b", (False,))) == []

    def test_a_group_that_is_there_satisfies_its_own(self) -> None:
        made = compiled(group("g", asks("a", required=True), asks("b", required=True)))
        assert verdict(made, response({"linkId": "g", "item": [answered("a", valueBoolean=True)]})) == {"required"}


class TestS13Display:
    def test_is_never_answered_and_not_exported(self) -> None:
        made = form(asks("d", "display"), asks("q"))
        sheet = Sheet(made).put("q", (True,))
        assert [item["linkId"] for item in exported(sheet)["item"]] == ["q"]
        with pytest.raises(KeyError):
            sheet.put("d", (True,))
        assert verdict(compiled(asks("d", "display")), response(answered("d", valueBoolean=True))) == {"displayAnswer"}

    def test_may_wait_for_an_answer_and_may_stand_in_a_response(self) -> None:
        told = asks("d", "display", **when("q"))
        assert enabled(Sheet(form(asks("q"), told)).put("q", (True,))) == ["q", "d"]
        assert verdict(compiled(asks("q"), asks("d", "display")), response({"linkId": "d"})) == set()


class TestS14Choices:
    def test_the_answer_has_the_options_type(self) -> None:
        asked = asks("q", "choice", answerOption=[{"valueString": "Yes"}, {"valueString": "No"}])
        sheet = Sheet(form(asked, asks("t", **when("q", answerString="Yes")))).put("q", ("Yes",))
        assert enabled(sheet) == ["q", "t"]
        assert exported(sheet)["item"][0]["answer"] == [{"valueString": "Yes"}]

    def test_free_text_is_for_an_open_choice_only(self) -> None:
        options = [{"valueCoding": coding("a")}]
        told = response(answered("q", valueString="other"))
        assert verdict(compiled(asks("q", "open-choice", answerOption=options)), told) == set()
        assert verdict(compiled(asks("q", "choice", answerOption=options)), told)

    def test_a_coding_of_words_only_is_read_as_free_text(self) -> None:
        made = form(asks("q", "open-choice", answerOption=[{"valueCoding": coding("a")}]))
        sheet = resume(made, response(answered("q", valueCoding={"display": "Shellfish"}))).sheet
        assert sheet.answer("q") == ("Shellfish",)
        assert exported(sheet)["item"][0]["answer"] == [{"valueString": "Shellfish"}]

    def test_no_words_pass_where_no_options_are(self) -> None:
        made = compile(questionnaire(asks("q", "choice")), lenient=True)
        assert verdict(made, response(answered("q", valueString="x"))) == {"invalidAnswerType"}
        assert verdict(made, response(answered("q", valueCoding=coding("x")))) == set()


class TestS15CodingEquality:
    def test_system_and_code_never_the_words(self) -> None:
        asked = asks("q", "choice", answerOption=[{"valueCoding": coding("a")}, {"valueCoding": {"code": "a"}}])
        told = asks("t", **when("q", answerCoding=coding("a", display="Other words")))
        sheet = Sheet(form(asked, told))
        assert enabled(sheet.put("q", (A,))) == ["q", "t"]
        assert enabled(sheet.put("q", (Coding("a"),))) == ["q"]

    def test_a_condition_without_a_system_takes_the_options(self) -> None:
        items = (choice("q", "a", "b"), asks("t", **when("q", answerCoding={"code": "a"})))
        assert enabled(Sheet(form(*items)).put("q", (A,))) == ["q", "t"]
        assert compiled(*items).problems


class TestS16Dates:
    @pytest.mark.parametrize(
        ("kind", "key", "value", "valid"),
        [
            ("date", "valueDate", "2022", True),
            ("date", "valueDate", "2022-06", True),
            ("date", "valueDate", "2022-06-31", False),
            ("date", "valueDate", "22-06-01", False),
            ("dateTime", "valueDateTime", "2022-06-01", True),
            ("dateTime", "valueDateTime", "2022-06-01T10:00:00Z", True),
            ("dateTime", "valueDateTime", "2022-06-01T10:00:00", False),
            ("dateTime", "valueDateTime", "2022-06-01T10:00Z", False),
            ("time", "valueTime", "10:00:00", True),
            ("time", "valueTime", "10:00", False),
        ],
    )
    def test_the_literals_fhir_has(self, kind: str, key: str, value: str, valid: bool) -> None:
        found = verdict(compiled(asks("q", kind)), response(answered("q", **{key: value})))
        assert found == (set() if valid else {"invalidAnswerType"})

    @pytest.mark.parametrize(
        ("value", "fault"), [("2022-06-30", None), ("2022-07", "maxValue"), ("2021", None), ("1998", "minValue")]
    )
    def test_limits_compare_what_both_have(self, value: str, fault: str | None) -> None:
        least = {"url": CORE + "minValue", "valueDateTime": "2020"}
        most = {"url": CORE + "maxValue", "valueDateTime": "2022-06"}
        made = compiled(asks("q", "dateTime", extension=[least, most]))
        assert verdict(made, response(answered("q", valueDateTime=value))) == ({fault} if fault else set())

    def test_a_condition_needs_a_whole_date(self) -> None:
        assert compiled(asks("q", "date"), asks("t", **when("q", ">", answerDate="2022"))).form is None
        assert compiled(asks("q", "date"), asks("t", **when("q", ">", answerDate="2022-01-01"))).form is not None

    def test_are_written_as_they_were_given(self) -> None:
        made = form(asks("d", "date"), asks("m", "dateTime"), asks("t", "time"))
        zone = timezone(timedelta(hours=-5))
        sheet = Sheet(made).put("d", (Partial(1985, 4),)).put("t", (time(9, 30),))
        sheet = sheet.put("m", (datetime(2026, 3, 1, 9, 30, tzinfo=zone),))
        told = [item["answer"][0] for item in exported(sheet)["item"]]
        assert told == [
            {"valueDate": "1985-04"},
            {"valueDateTime": "2026-03-01T09:30:00-05:00"},
            {"valueTime": "09:30:00"},
        ]


class TestS17Decimals:
    def test_keep_their_literal(self) -> None:
        sheet = Sheet(form(asks("n", "decimal"))).put("n", (Decimal("1.10"),))
        assert '"valueDecimal": 1.10' in dumps(exported(sheet))

    def test_whole_numbers_stay_whole(self) -> None:
        sheet = Sheet(form(asks("n", "integer"))).put("n", (70,))
        assert '"valueInteger": 70}' in dumps(exported(sheet))
        assert verdict(compiled(asks("n", "integer")), response(answered("n", valueInteger=Decimal("7.0")))) == {
            "invalidAnswerType"
        }


KG = {"system": UCUM, "code": "kg", "display": "kg"}


class TestS18Quantities:
    def weight(self, **most: object) -> dict:
        option = {"url": CORE + "questionnaire-unitOption", "valueCoding": KG}
        limits = [{"url": SDC + "sdc-questionnaire-maxQuantity", "valueQuantity": most}] if most else []
        return asks("w", "quantity", extension=[option, *limits])

    def test_say_value_unit_system_and_code(self) -> None:
        sheet = Sheet(form(self.weight())).put("w", (Quantity(Decimal("70.50"), "kg", UCUM, "kg"),))
        assert exported(sheet)["item"][0]["answer"] == [
            {"valueQuantity": {"value": Decimal("70.50"), "unit": "kg", "system": UCUM, "code": "kg"}}
        ]

    def test_limits_in_another_unit_convert(self) -> None:
        sheet = Sheet(form(self.weight(value=100000, system=UCUM, code="g", unit="g")))
        assert faults(sheet.put("w", (Quantity(Decimal(99), "kg", UCUM, "kg"),))) == []
        assert faults(sheet.put("w", (Quantity(Decimal(101), "kg", UCUM, "kg"),))) == [("w", Fault.TOO_LARGE)]

    def test_another_unit_than_offered_is_invalid(self) -> None:
        sheet = Sheet(form(self.weight())).put("w", (Quantity(Decimal(70), "g", UCUM, "g"),))
        assert faults(sheet) == [("w", Fault.WRONG_UNIT)]

    def test_limits_that_cannot_convert_are_refused(self) -> None:
        assert compiled(self.weight(value=2, system=UCUM, code="m", unit="m")).form is None

    def test_a_unit_on_a_number_is_a_label(self) -> None:
        labelled = asks("n", "integer", **extension(CORE + "questionnaire-unit", valueCoding=KG))
        sheet = Sheet(form(labelled)).put("n", (70,))
        assert exported(sheet)["item"][0]["answer"][0]["valueInteger"] == 70


class TestS19Initial:
    def test_is_a_suggestion_never_an_answer(self) -> None:
        sheet = Sheet(form(asks("n", "integer", initial=[{"valueInteger": 3}])))
        assert sheet.form.by_id["n"].initial == (3,)
        assert not visible(sheet).questions[0].answered

    def test_is_the_answer_of_what_nobody_can_change(self) -> None:
        hidden = extension(CORE + "questionnaire-hidden", valueBoolean=True)
        sheet = Sheet(form(asks("q"), asks("n", "string", initial=[{"valueString": "x"}], **hidden, **when("q"))))
        assert "item" not in exported(sheet)
        assert [item["linkId"] for item in exported(sheet.put("q", (True,)))["item"]] == ["q", "n"]

    def test_of_an_option_is_its_mark(self) -> None:
        options = [{"valueCoding": coding("a")}, {"valueCoding": coding("b"), "initialSelected": True}]
        assert form(asks("q", "choice", answerOption=options)).by_id["q"].options[1].selected


class TestS20Order:
    def test_the_export_follows_the_form_not_the_taps(self) -> None:
        sheet = Sheet(form(asks("a"), group("g", asks("b"), asks("c")), asks("d")))
        for id in "dcba":
            sheet = sheet.put(id, (True,))
        told = exported(sheet)["item"]
        assert [item["linkId"] for item in told] == ["a", "g", "d"]
        assert [item["linkId"] for item in told[1]["item"]] == ["b", "c"]

    def test_a_response_out_of_order_is_invalid(self) -> None:
        told = response(answered("b", valueBoolean=True), answered("a", valueBoolean=True))
        assert verdict(compiled(asks("a"), asks("b")), told)


class TestS21Canonical:
    def test_is_always_pinned(self) -> None:
        sheet = Sheet(form(asks("q"))).put("q", (True,))
        assert exported(sheet)["questionnaire"] == "https://clinic.example/Questionnaire/q|1"

    def test_is_made_when_it_is_missing(self) -> None:
        bare = {key: value for key, value in questionnaire(asks("q")).items() if key not in ("url", "version")}
        one, same = compile(bare | {"title": "My form"}).form, compile(bare | {"title": "My form"}).form
        other = compile(bare | {"title": "My form", "status": "draft"}).form
        assert one is not None
        assert same is not None
        assert other is not None
        assert one.url.startswith("https://")
        assert one.canonical == same.canonical
        assert one.version != other.version

    def test_the_exact_definition_is_at_hand(self) -> None:
        asked = questionnaire(asks("q"))
        made = compile(asked).form
        assert made is not None
        assert dict(made.source) == asked


class TestS22Status:
    def test_missing_answers_count_when_it_is_completed(self) -> None:
        made = compiled(asks("q", required=True))
        assert verdict(made, response()) == {"required"}
        assert verdict(made, response(status="in-progress")) == set()

    @pytest.mark.parametrize("status", list(Status))
    def test_is_written(self, status: Status) -> None:
        assert exported(Sheet(form(asks("q"))), status=status)["status"] == status.value


class TestS23Anonymous:
    def test_names_nobody_and_says_when_and_in_which_language(self) -> None:
        told = exported(Sheet(form(asks("q"))).put("q", (True,)))
        assert not {"subject", "source", "author", "encounter"} & set(told)
        assert told["authored"] == "2026-03-02T09:30:00+00:00"
        assert told["language"] == "en"

    def test_needs_a_zone(self) -> None:
        view = visible(Sheet(form(asks("q"))))
        with pytest.raises(ValueError, match="zone"):
            write_response(view, "en", NOW.replace(tzinfo=None), PHRASES)


class TestS24Hidden:
    HIDDEN = extension(CORE + "questionnaire-hidden", valueBoolean=True)

    def test_is_captured_and_exported_but_no_page(self) -> None:
        sheet = Sheet(form(asks("q"), asks("h", "string", initial=[{"valueString": "v1"}], **self.HIDDEN)))
        assert [node.item.id for node in visible(sheet).pages] == ["q"]
        assert exported(sheet)["item"][0]["answer"] == [{"valueString": "v1"}]

    def test_never_blocks(self) -> None:
        assert faults(Sheet(form(asks("h", "string", required=True, **self.HIDDEN)))) == []

    def test_not_hidden_is_the_same_as_nothing(self) -> None:
        shown = extension(CORE + "questionnaire-hidden", valueBoolean=False)
        assert faults(Sheet(form(asks("h", "string", required=True, **shown)))) == [("h", Fault.REQUIRED)]


class TestS25Texts:
    def test_a_string_is_one_line_a_text_may_have_more(self) -> None:
        sheet = Sheet(form(asks("s", "string"), asks("t", "text")))
        assert faults(sheet.put("s", ("a\nb",)).put("t", ("a\nb",))) == [("s", Fault.NEW_LINE)]

    @pytest.mark.parametrize(
        ("kind", "value"), [("integer", 1000), ("decimal", Decimal("1.234")), ("url", "https://x.example")]
    )
    def test_the_longest_counts_for_numbers_and_addresses(self, kind: str, value: object) -> None:
        sheet = Sheet(form(asks("q", kind, maxLength=3)))
        assert faults(sheet.put("q", (value,))) == [("q", Fault.TOO_LONG)]  # type: ignore[arg-type]

    def test_a_pattern_holds_for_the_whole_text_and_cannot_hang(self) -> None:
        sheet = Sheet(form(asks("q", "string", **extension(CORE + "regex", valueString="(a+)+b"))))
        assert faults(sheet.put("q", ("aab",))) == []
        assert faults(sheet.put("q", ("a" * 100_000,))) == [("q", Fault.NO_MATCH)]
        assert faults(sheet.put("q", ("aabx",))) == [("q", Fault.NO_MATCH)]

    def test_a_pattern_that_is_none_is_named(self) -> None:
        assert "regex-invalid" in codes(asks("q", "string", **extension(CORE + "regex", valueString="(")))


class TestS26Cycles:
    @pytest.mark.parametrize(
        "items",
        [
            (asks("a", **when("b")), asks("b", **when("a"))),
            (asks("a", **when("a", "exists")),),
            (group("g", asks("in"), **when("in")),),
            (group("g", asks("in"), **when("x")), asks("x", **when("in"))),
        ],
        ids=["two", "itself", "own descendant", "through a group"],
    )
    def test_are_refused(self, items: tuple) -> None:
        assert "enableWhen-cycle" in codes(*items)
        assert compiled(*items).form is None

    def test_a_later_question_may_decide(self) -> None:
        sheet = Sheet(form(asks("t", **when("q")), asks("q")))
        assert enabled(sheet) == ["q"]
        assert enabled(sheet.put("q", (True,))) == ["t", "q"]


def test_a_score_waits_for_every_answer_it_counts() -> None:
    options = [
        {"valueCoding": coding(code), "extension": [{"url": ORDINAL, "valueDecimal": weight}]}
        for code, weight in (("a", 0), ("b", 2))
    ]
    sum_of = (
        "%resource.item.where(linkId in ('q1'|'q2')).answer.valueCoding.extension.where(url='%s').valueDecimal.sum()"
    )
    total = asks(
        "total",
        "integer",
        readOnly=True,
        **extension(
            SDC + "sdc-questionnaire-calculatedExpression",
            valueExpression={"language": "text/fhirpath", "expression": sum_of.replace("%s", ORDINAL)},
        ),
    )
    sheet = Sheet(form(*(asks(id, "choice", answerOption=options) for id in ("q1", "q2")), total)).put("q1", (B,))
    assert visible(sheet).scores[0].answer == ()
    sheet = sheet.put("q2", (B,))
    assert visible(sheet).scores[0].answer == (4,)
    assert json.loads(dumps(exported(sheet)))["item"][2]["answer"] == [{"valueInteger": 4}]
    assert [node.item.id for node in visible(sheet).pages] == ["q1", "q2"]


def test_a_date_is_not_a_moment() -> None:
    sheet = Sheet(form(asks("d", "date"))).put("d", (datetime(2026, 3, 1, tzinfo=NOW.tzinfo),))
    assert faults(sheet) == [("d", Fault.WRONG_TYPE)]
    assert faults(sheet.put("d", (date(2026, 3, 1),))) == []
