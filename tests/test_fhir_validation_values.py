"""Which values answer which question: the exact formats of FHIR R4, limits, options, units, addresses and files."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from test_fhir_validation import asked, codes, found, group, questionnaire, response, within

from kiosk.domain.form import Type
from kiosk.domain.literal import loads
from kiosk.fhir.answers import NAMES
from kiosk.fhir.attached import RESOURCES
from kiosk.fhir.validation import Finding

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
UCUM = "http://unitsofmeasure.org"

GOOD: dict[str, Any] = {
    "valueBoolean": True,
    "valueDecimal": Decimal("1.50"),
    "valueInteger": 5,
    "valueDate": "2026-03-02",
    "valueDateTime": "2026-03-02T09:30:00Z",
    "valueTime": "09:30:00",
    "valueString": "words",
    "valueUri": "https://clinic.example/",
    "valueCoding": {"system": "s", "code": "c"},
    "valueQuantity": {"value": 5, "unit": "kg", "system": UCUM, "code": "kg"},
    "valueReference": {"reference": "Patient/1"},
    "valueAttachment": {"contentType": "image/png", "url": "https://clinic.example/a.png"},
}


def answers(item: dict[str, Any], *values: dict[str, Any]) -> list[str]:
    """The error codes of these answer elements to one question."""
    return [code for code, id in codes([{"linkId": "q", **item}], [{"linkId": "q", "answer": list(values)}])]


def extended(type: str, *extensions: tuple[str, str, Any], **rest: Any) -> dict[str, Any]:
    return {"type": type, "extension": [{"url": url, name: held} for url, name, held in extensions], **rest}


@pytest.mark.parametrize("type", [type for type in Type if type not in (Type.GROUP, Type.DISPLAY)])
@pytest.mark.parametrize("name", GOOD)
def test_each_type_takes_its_own_value(type: Type, name: str) -> None:
    fitting = name in {
        Type.CHOICE: ("valueCoding",),
        Type.OPEN_CHOICE: ("valueCoding", "valueString"),
    }.get(type, NAMES.get(type, ()))
    assert answers({"type": type.value}, {name: GOOD[name]}) == ([] if fitting else ["invalidAnswerType"])


@pytest.mark.parametrize(
    ("type", "name", "held", "fits"),
    [
        ("boolean", "valueBoolean", "true", False),
        ("boolean", "valueBoolean", 1, False),
        ("integer", "valueInteger", -2147483648, True),
        ("integer", "valueInteger", 2147483648, False),
        ("integer", "valueInteger", "5", False),
        ("integer", "valueInteger", Decimal("5.0"), False),
        ("integer", "valueInteger", True, False),
        ("decimal", "valueDecimal", 5, True),
        ("decimal", "valueDecimal", Decimal("1E+20"), True),
        ("decimal", "valueDecimal", "5.0", False),
        ("decimal", "valueDecimal", False, False),
        ("decimal", "valueDecimal", float("nan"), False),
        ("decimal", "valueDecimal", Decimal("1E+999999"), False),
        ("date", "valueDate", "2026", True),
        ("date", "valueDate", "2026-03", True),
        ("date", "valueDate", "2024-02-29", True),
        ("date", "valueDate", "2026-02-29", False),
        ("date", "valueDate", "2026-13", False),
        ("date", "valueDate", "0000", False),
        ("date", "valueDate", "26-03-02", False),
        ("date", "valueDate", "2026-3-2", False),
        ("date", "valueDate", "20260302", False),
        ("date", "valueDate", "2026-03-02T09:30:00Z", False),
        ("date", "valueDate", "2026-03-02\n", False),
        ("date", "valueDate", "２０２６", False),
        ("date", "valueDate", 2026, False),
        ("dateTime", "valueDateTime", "2026", True),
        ("dateTime", "valueDateTime", "2026-03-02", True),
        ("dateTime", "valueDateTime", "2026-03-02T09:30:00.123-05:00", True),
        ("dateTime", "valueDateTime", "2026-03-02T09:30:00", False),
        ("dateTime", "valueDateTime", "2026-03-02T09:30Z", False),
        ("dateTime", "valueDateTime", "2026-03-02 09:30:00Z", False),
        ("dateTime", "valueDateTime", "2026-03-02T24:00:00Z", False),
        ("time", "valueTime", "23:59:59.999", True),
        ("time", "valueTime", "10:00", False),
        ("time", "valueTime", "24:00:00", False),
        ("time", "valueTime", "10:00:00Z", False),
        ("string", "valueString", "", False),
        ("string", "valueString", 5, False),
        ("string", "valueString", "\ud800", False),
        ("text", "valueString", "one\ntwo", True),
        ("url", "valueUri", 5, False),
        ("url", "valueUrl", "https://clinic.example/", False),
        ("quantity", "valueQuantity", {"value": 1}, True),
        ("quantity", "valueQuantity", {"value": "1"}, False),
        ("quantity", "valueQuantity", {"unit": "kg"}, False),
        ("quantity", "valueQuantity", {"value": 1, "comparator": "<"}, False),
        ("quantity", "valueQuantity", {"value": 1, "unit": 3}, False),
        ("reference", "valueReference", {"display": "Ann Example"}, True),
        ("reference", "valueReference", {}, False),
        ("reference", "valueReference", "Patient/1", False),
        ("attachment", "valueAttachment", [], False),
    ],
)
def test_s16_a_value_has_its_format(type: str, name: str, held: Any, fits: bool) -> None:
    assert answers({"type": type}, {name: held}) == ([] if fits else ["invalidAnswerType"])


def test_an_answer_has_one_value() -> None:
    assert answers({"type": "string"}, {"valueString": "x", "valueBoolean": True}) == ["invalidAnswerType"]


def test_s4_an_element_without_a_value_is_no_answer() -> None:
    assert answers({"type": "string", "required": True}, {}) == ["required"]
    assert answers({"type": "string"}, {"_valueString": {"extension": []}}, {"id": "x"}) == []


def test_s25_only_a_text_has_lines() -> None:
    assert answers({"type": "string"}, {"valueString": "one\ntwo"}) == ["invalidNewLine"]


class TestLimits:
    @pytest.mark.parametrize(
        ("type", "name", "limits", "low", "inside", "high"),
        [
            ("integer", "valueInteger", (2, 4), 1, 3, 5),
            ("decimal", "valueDecimal", (2, Decimal("4.5")), Decimal("1.99"), 4, Decimal("4.51")),
            ("date", "valueDate", ("2020-05", "2022"), "2020-04-30", "2020-05-01", "2023-01"),
            ("dateTime", "valueDateTime", ("2020-01-01T00:00:00Z", "2022-06"), "2019", "2022-06-30", "2022-07"),
            ("time", "valueTime", ("08:00:00", "17:00:00"), "07:59:59", "17:00:00", "17:00:01"),
        ],
    )
    def test_smallest_and_largest(
        self, type: str, name: str, limits: tuple[Any, Any], low: Any, inside: Any, high: Any
    ) -> None:
        least, most = limits
        form = extended(type, (CORE + "minValue", name, least), (CORE + "maxValue", name, most), repeats=True)
        assert answers(form, {name: inside}) == []
        assert answers(form, {name: low}) == ["minValue"]
        assert answers(form, {name: high}) == ["maxValue"]
        assert sorted(answers(form, {name: high}, {name: low}, {name: inside})) == ["maxValue", "minValue"]

    def test_lengths(self) -> None:
        form = extended("string", (CORE + "minLength", "valueInteger", 2), maxLength=3)
        assert [answers(form, {"valueString": text}) for text in ("a", "ab", "abc", "abcd")] == [
            ["minLength"],
            [],
            [],
            ["maxLength"],
        ]
        assert answers({"type": "integer", "maxLength": 3}, {"valueInteger": 1000}) == ["maxLength"]

    def test_a_pattern_covers_the_whole_answer(self) -> None:
        form = extended("string", (CORE + "regex", "valueString", "[0-9]{4}"))
        assert answers(form, {"valueString": "1234"}) == []
        assert answers(form, {"valueString": "12345"}) == ["regex"]

    def test_s17_decimal_places_are_those_written(self) -> None:
        form = extended("decimal", (CORE + "maxDecimalPlaces", "valueInteger", 2))
        assert answers(form, loads('{"valueDecimal": 1.25}')) == []
        assert answers(form, loads('{"valueDecimal": 1.250}')) == ["maxDecimalPlaces"]


def amount(value: Any, code: str = "", unit: str = "") -> dict[str, Any]:
    coded = {"system": UCUM, "code": code} if code else {}
    return {"value": value, **({"unit": unit} if unit else {}), **coded}


class TestUnits:
    def between(self, least: dict[str, Any], most: dict[str, Any]) -> dict[str, Any]:
        bounds = ((SDC + "minQuantity", "valueQuantity", least), (SDC + "maxQuantity", "valueQuantity", most))
        return extended("quantity", *bounds, repeats=True)

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [
            (amount(10, "kg"), []),
            (amount(10_000, "g"), []),
            (amount(4999, "g"), ["minValue"]),
            (amount(150, "[lb_av]"), ["maxValue"]),
            (amount(51, "kg"), ["maxValue"]),
            (amount(10, "m"), ["minValueIncompatUnits", "maxValueIncompatUnits"]),
            (amount(10, unit="kg"), ["minValueIncompatUnits", "maxValueIncompatUnits"]),
        ],
    )
    def test_s18_units_convert_to_those_of_the_limits(self, answer: dict[str, Any], expected: list[str]) -> None:
        assert answers(self.between(amount(5, "kg"), amount(50, "kg")), {"valueQuantity": answer}) == expected

    def test_s18_units_without_a_code_go_by_their_words(self) -> None:
        form = self.between(amount(5, unit="Kg"), amount(50, unit="Kg"))
        assert answers(form, {"valueQuantity": amount(10, unit="Kg")}) == []
        assert answers(form, {"valueQuantity": amount(60, unit="Kg")}) == ["maxValue"]

    def test_a_list_of_units_is_kept_to(self) -> None:
        options = [(CORE + "questionnaire-unitOption", "valueCoding", {"system": UCUM, "code": c}) for c in ("m", "km")]
        assert answers(extended("quantity", *options), {"valueQuantity": amount(3, "km")}) == []
        assert answers(extended("quantity", *options), {"valueQuantity": amount(3, "kg")}) == ["invalidUnit"]

    def test_the_one_unit_of_a_question_may_be_but_its_label(self) -> None:
        unit = (CORE + "questionnaire-unit", "valueCoding", {"system": UCUM, "code": "kg"})
        form = questionnaire({"linkId": "q", **extended("quantity", unit)})
        answered = {"linkId": "q", "answer": [{"valueQuantity": amount(3, "g")}]}
        assert found(form, response(answered)) == (Finding("invalidUnit", "q", "warning"),)


class TestOptions:
    def choice(self, *options: dict[str, Any], type: str = "choice", **rest: Any) -> dict[str, Any]:
        return {"type": type, "answerOption": list(options), **rest}

    CODES = (
        {"valueCoding": {"system": "s", "code": "a", "display": "A"}},
        {"valueCoding": {"system": "s", "code": "b"}},
    )

    @pytest.mark.parametrize(
        ("held", "expected"),
        [
            ({"valueCoding": {"system": "s", "code": "a"}}, []),
            ({"valueCoding": {"system": "s", "code": "b", "display": "Other words"}}, []),
            ({"valueCoding": {"system": "s", "code": "c"}}, ["invalidAnswerOption"]),
            ({"valueCoding": {"system": "t", "code": "a"}}, ["invalidAnswerOption"]),
            ({"valueCoding": {"code": "a"}}, ["invalidAnswerOption"]),
            ({"valueCoding": {"system": "s"}}, ["invalidCoding"]),
            ({"valueCoding": {"display": "A"}}, ["invalidCoding"]),
            ({"valueCoding": {"code": ["a"]}}, ["invalidAnswerType"]),
            ({"valueCoding": {"code": " "}}, ["invalidCoding"]),
            ({"valueCoding": "a"}, ["invalidAnswerType"]),
            ({"valueString": "A"}, ["invalidAnswerOption"]),
            ({"valueInteger": 1}, ["invalidAnswerType"]),
        ],
    )
    def test_s14_s15_a_choice_is_one_of_its_codes(self, held: dict[str, Any], expected: list[str]) -> None:
        assert answers(self.choice(*self.CODES), held) == expected

    def test_s14_an_open_choice_takes_other_words(self) -> None:
        form = self.choice(*self.CODES, type="open-choice")
        assert answers(form, {"valueString": "Something else"}) == []
        assert answers(form, {"valueCoding": {"display": "Something else"}}) == []
        assert answers(form, {"valueCoding": {"system": "s", "code": "c"}}) == ["invalidAnswerOption"]

    @pytest.mark.parametrize("type", ["choice", "string", "open-choice"])
    def test_s14_options_of_words_are_answered_by_words(self, type: str) -> None:
        form = self.choice({"valueString": "Yes"}, {"valueString": "No"}, type=type)
        assert answers(form, {"valueString": "Yes"}) == []
        assert bool(answers(form, {"valueCoding": {"code": "Yes"}}))
        assert answers(form, {"valueString": "Perhaps"}) == ([] if type == "open-choice" else ["invalidAnswerOption"])

    @pytest.mark.parametrize(
        ("name", "held", "other"),
        [
            ("valueInteger", 1, 2),
            ("valueDate", "2026-01-01", "2026-01-02"),
            ("valueTime", "10:00:00", "09:00:00"),
        ],
    )
    def test_options_of_other_kinds(self, name: str, held: Any, other: Any) -> None:
        plain = {"valueInteger": "integer", "valueDate": "date", "valueTime": "time"}[name]
        for type in ("choice", plain):
            assert answers(self.choice({name: held}, type=type), {name: held}) == []
            assert answers(self.choice({name: held}, type=type), {name: other}) == ["invalidAnswerOption"]

    def test_what_stands_alone_stands_alone(self) -> None:
        exclusive = {"extension": [{"url": CORE + "questionnaire-optionExclusive", "valueBoolean": True}]}
        none = {"valueCoding": {"system": "s", "code": "none"}}
        form = self.choice(*self.CODES, {**none, **exclusive}, repeats=True)
        assert answers(form, none) == []
        assert answers(form, none, self.CODES[0]) == ["exclusiveAnswerOption"]

    def test_a_code_outside_the_value_set_is_told_as_one(self) -> None:
        values = {
            "resourceType": "ValueSet",
            "id": "v",
            "status": "active",
            "compose": {"include": [{"system": "s", "concept": [{"code": "a"}]}]},
        }
        form = questionnaire(asked(type="choice", answerValueSet="#v"), contained=[values])
        held = {"linkId": "q", "answer": [{"valueCoding": {"system": "s", "code": "b"}}]}
        assert found(form, response(held)) == (Finding("invalidCoding", "q"),)

    def test_s14_a_list_nobody_has_takes_any_code_but_no_words(self) -> None:
        form = {"type": "choice", "answerValueSet": "https://clinic.example/ValueSet/unknown"}
        assert answers(form, {"valueCoding": {"code": "x"}}) == []
        assert answers(form, {"valueString": "x"}) == ["invalidAnswerType"]


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "fits"),
        [
            ("https://clinic.example/a?b=c#d", True),
            ("mailto:ann@clinic.example", True),
            ("Patient/1", True),
            ("urn:uuid:c757873d-ec9a-4326-a141-556f43239520", True),
            ("urn:uuid:C757873D-EC9A-4326-A141-556F43239520", False),
            ("urn:uuid:c757873d", False),
            ("urn:oid:1.2.840", True),
            ("urn:oid:1.02", False),
            ("https://clinic.example/a b", False),
            ("d:\\papers\\a.txt", False),
        ],
    )
    def test_a_url_is_one(self, url: str, fits: bool) -> None:
        assert answers({"type": "url"}, {"valueUri": url}) == ([] if fits else ["invalidUrlValue"])

    @pytest.mark.parametrize(
        ("address", "expected"),
        [
            ("Patient/1", []),
            ("Patient/1/_history/2", []),
            ("https://ehr.example/fhir/Patient/1", []),
            ("https://ehr.example/some/where", []),
            ("urn:uuid:c757873d-ec9a-4326-a141-556f43239520", []),
            ("#inside", []),
            ("Patient", ["invalidRefValue"]),
            ("Patient/a b", ["invalidRefValue"]),
            ("no address", ["invalidRefValue"]),
            ("", ["invalidRefValue"]),
            ("Chicken/1", ["invalidRefResourceType"]),
            ("https://ehr.example/fhir/Chicken/1", ["invalidRefResourceType"]),
        ],
    )
    def test_a_reference_names_a_resource(self, address: str, expected: list[str]) -> None:
        assert answers({"type": "reference"}, {"valueReference": {"reference": address}}) == expected

    def test_a_reference_keeps_to_the_types_allowed(self) -> None:
        form = extended("reference", (CORE + "questionnaire-referenceResource", "valueCode", "Patient"))
        other = ["invalidRefResourceTypeRestriction"]
        assert answers(form, {"valueReference": {"reference": "Patient/1"}}) == []
        assert answers(form, {"valueReference": {"reference": "Group/1"}}) == other
        assert answers(form, {"valueReference": {"display": "Ann", "type": "Group"}}) == other
        assert answers(form, {"valueReference": {"reference": "#inside"}}) == []

    def test_there_are_146_resource_types_with_instances(self) -> None:
        assert len(RESOURCES) == 146
        assert not RESOURCES & {"Resource", "DomainResource", "Element"}


class TestFiles:
    @pytest.mark.parametrize(
        ("attachment", "expected"),
        [
            ({"data": "YWJj", "size": 3}, []),
            ({"data": "YWI=", "size": 2}, []),
            ({"data": "YWJj"}, []),
            ({"data": "YWJj", "size": 4}, ["attachmentSizeInconsistent"]),
            ({"data": "YWJ", "size": 2}, ["invalidAnswerType"]),
            ({"size": "3"}, ["invalidAnswerType"]),
            ({"data": "A" * 80}, ["maxAttachmentSize"]),
            ({"size": 51}, ["maxAttachmentSize"]),
            ({"url": "https://clinic.example/a.png"}, []),
        ],
    )
    def test_a_file_has_its_size(self, attachment: dict[str, Any], expected: list[str]) -> None:
        form = extended("attachment", (CORE + "maxSize", "valueDecimal", 50))
        assert answers(form, {"valueAttachment": {"contentType": "image/png", **attachment}}) == expected

    def test_data_is_of_some_type(self) -> None:
        assert answers({"type": "attachment"}, {"valueAttachment": {"data": "YWJj"}}) == ["att-1"]

    @pytest.mark.parametrize(
        ("type", "fits"),
        [("image/png", True), ("IMAGE/PNG; q=1", True), ("text/plain", False), ("", False), ("audio/ogg", True)],
    )
    def test_a_file_is_of_a_type_allowed(self, type: str, fits: bool) -> None:
        form = extended(
            "attachment", (CORE + "mimeType", "valueCode", "image/png"), (CORE + "mimeType", "valueCode", "audio/*")
        )
        held = {"url": "https://clinic.example/a", **({"contentType": type} if type else {})}
        assert answers(form, {"valueAttachment": held}) == ([] if fits else ["invalidAttachmentType"])


def test_no_finding_holds_an_answer() -> None:
    form = questionnaire(group("g", asked(type="integer"), asked("d", type="date")))
    findings = found(
        form, response(within("g", *({"linkId": id, "answer": [{"valueString": "secret"}]} for id in "qd")))
    )
    assert findings
    assert "secret" not in repr(findings)
