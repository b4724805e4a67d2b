"""The keys of a questionnaire's YAML: FHIR R4's names where it has them, plain ones for extensions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from kiosk.content.problem import quoted
from kiosk.content.shape import Loose, Shape, Signed, Text, Texts, aliases, one_of
from kiosk.content.spelling import CODING, quantity, texts, valued
from kiosk.content.to_fhir import CANONICAL, VERSION
from kiosk.domain.form import Code, Level, Operator, Type

Scalar = bool | int | Decimal | date | str


def _scalar(value: object) -> object:
    if isinstance(value, Scalar | dict):
        return value
    raise PydanticCustomError("wrong-type", "This must be one value: true, false, a number, a date or a code.")


def _bound(value: object) -> object:
    if isinstance(value, int | Decimal | date | str) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("wrong-type", "This must be a plain number or a date like 2026-03-01.")


def _amount(value: object) -> object:
    if quantity(value) is None:
        raise PydanticCustomError("wrong-type", "Write the number and its unit, like 5 kg.")
    return value


def _unit(value: object) -> object:
    if isinstance(value, list | bool):
        raise PydanticCustomError("wrong-type", "This must be text, or a text for each language.")
    if (
        isinstance(value, dict)
        and not texts(value)
        and (odd := next((key for key in value if key not in CODING), None))
    ):
        sentence = f"A unit has no {quoted(odd)}; write its words, or code, display and system."
        raise PydanticCustomError("key-unknown", "{sentence}", {"sentence": sentence})
    return value


def _canonical(value: str) -> str:
    if not CANONICAL.fullmatch(value):
        raise PydanticCustomError("wrong-url", "This must be an address that begins with https:// and holds no “|”.")
    return value


def _no_bar(value: str) -> str:
    if not VERSION.fullmatch(value):
        raise PydanticCustomError("wrong-version", "A version holds no space and no “|”.")
    return value


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _as_option(value: object) -> object:
    scalar = isinstance(value, Scalar) and not isinstance(value, bool)
    return {"valueString": str(value) or " "} if scalar else value


def _code(value: object) -> object:
    return value if isinstance(value, list) else ONE_CODE.func(value)  # type: ignore[call-arg]


def _json(*types: str) -> WithJsonSchema:
    return WithJsonSchema({"type": list(types) if len(types) > 1 else types[0]})


ONE_CODE = one_of(Code)
BY_LANGUAGE = {"type": "object", "additionalProperties": {"type": ["string", "number"]}, "minProperties": 1}
WORDS = WithJsonSchema({"anyOf": [{"type": ["string", "number"]}, BY_LANGUAGE]})

Word = Annotated[Loose, _json("string", "number")]
Name = Annotated[Text, _json("string", "number")]
Wording = Annotated[Texts, WORDS]
Raw = Annotated[Any, WithJsonSchema({})]
Fhir = Annotated[list[Any], WithJsonSchema({"type": "array", "items": {"type": "object"}})]
Answer = Annotated[Any, PlainValidator(_scalar), _json("boolean", "number", "string", "object")]
Answers = Annotated[
    list[Answer],
    BeforeValidator(_listed),
    WithJsonSchema({"type": ["boolean", "number", "string", "object", "array"]}),
]
Bound = Annotated[Any, PlainValidator(_bound), _json("number", "string")]
Number = Annotated[int | Decimal, _json("number")]
Amount = Annotated[Any, PlainValidator(_amount), _json("number", "string", "object")]
Unit = Annotated[Any, PlainValidator(_unit), _json("number", "string", "object")]
Coded = Annotated[Any, PlainValidator(_scalar), _json("string", "object")]
ItemCode = Annotated[
    Any,
    PlainValidator(_code),
    WithJsonSchema({"anyOf": [{"enum": list(Code)}, {"type": "array", "items": {"type": "object"}}]}),
]


class Element(Shape):
    """A mapping that is an element of FHIR: beside each key ``_key`` may say more about it, as in FHIR's JSON."""

    model_config = ConfigDict(json_schema_extra={"patternProperties": {"^_[a-z]": {}}})

    id: Word | None = Field(None, description="FHIR's id of this element.")
    extension: Fhir | None = Field(None, description="FHIR extensions that no key here says, as FHIR has them.")
    modifier_extension: Fhir | None = Field(None, description="FHIR's modifierExtension; a kiosk refuses it.")
    unread: dict[str, Any] | None = Field(None, description="From an imported form: what FHIR R4 does not name.")

    @model_validator(mode="before")
    @classmethod
    def without_companions(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        known = aliases(cls)
        return {key: value for key, value in data.items() if not (key.startswith("_") and key[1:] in known)}


class OptionShape(Element):
    """One answer to choose."""

    code: Name | None = Field(None, description="The code that is stored. Never change it: old records use it.")
    display: Wording = Field({}, description="What the patient reads, in one or more languages.")
    system: Word = Field("", description="The address of the code system, such as http://loinc.org.")
    version: Word = Field("", description="The version of the code system.")
    user_selected: bool | None = Field(None, description="FHIR's Coding.userSelected.")
    weight: Number | None = Field(None, description="What this answer counts in a score.")
    prefix: Wording = Field({}, description="What stands before the answer, such as a.")
    exclusive: bool = Field(False, description="Choosing this clears the others, such as None of these.")
    initial_selected: bool | None = Field(None, description="Suggested from the start.")
    value_string: Wording = Field({}, description="An answer that is only words and has no code.")
    value_integer: int | None = Field(None, description="An answer that is a whole number.")
    value_date: Word | None = Field(None, description="An answer that is a date.")
    value_time: Word | None = Field(None, description="An answer that is a time, such as 10:30:00.")
    value_coding: Raw = Field(None, description="The answer as FHIR's Coding.")
    value_reference: Raw = Field(None, description="FHIR's Reference; a kiosk cannot ask it.")

    @model_validator(mode="before")
    @classmethod
    def says_something(cls, data: object) -> object:
        if isinstance(data, dict) and not (valued(data) or "code" in data or "display" in data):
            raise PydanticCustomError("key-missing", "“code” is missing here.")
        return data


class ConditionShape(Element):
    """One condition on the answer to another question."""

    question: Name = Field(description="The linkId of the question.")
    operator: Annotated[Operator, one_of(Operator)] | None = Field(
        None, description="exists (with answer true or false), =, !=, >, <, >= or <=. Put signs in quotes."
    )
    answer: Answer = Field(None, description="What the answer is compared with: true, a number, a date, a code.")
    not_: Answer = Field(None, alias="not", description="Instead of operator and answer: answered, and not with this.")
    answer_boolean: Raw = Field(None, description="The answer as FHIR has it.")
    answer_decimal: Raw = Field(None, description="The answer as FHIR has it.")
    answer_integer: Raw = Field(None, description="The answer as FHIR has it.")
    answer_date: Raw = Field(None, description="The answer as FHIR has it.")
    answer_date_time: Raw = Field(None, description="The answer as FHIR has it.")
    answer_time: Raw = Field(None, description="The answer as FHIR has it.")
    answer_string: Raw = Field(None, description="The answer as FHIR has it.")
    answer_coding: Raw = Field(None, description="The answer as FHIR's Coding.")
    answer_quantity: Raw = Field(None, description="The answer as FHIR's Quantity.")
    answer_reference: Raw = Field(None, description="The answer as FHIR's Reference.")


class WhenShape(Shape):
    """When an alert is raised: by this question's own answer, by others, or by both together."""

    answer: Answers = Field([], description="One answer or a list; any of them raises the alert.")
    unsure: bool = Field(False, description="Raised when the patient is not sure.")
    exists: bool = Field(False, description="Raised by any answer at all.")
    younger: int | None = Field(None, ge=1, le=150, description="Raised by a date of birth fewer years ago than this.")
    all_: list[ConditionShape] = Field([], alias="all", description="Conditions on other questions; all must hold.")
    any_: list[ConditionShape] = Field([], alias="any", description="Conditions on other questions; one must hold.")


class AlertShape(Shape):
    """What staff see first when an answer calls for it. Patients never see it."""

    level: Annotated[Level, one_of(Level)] = Field(description="STOP-ASK, CAUTION or INFO.")
    when: WhenShape = Field(description="Which answers raise it.")
    text: Wording = Field(description="What staff read, in one or more languages.")
    product: Word = Field("", description="The product whose label it comes from.")
    jurisdiction: Word = Field("", description="The country whose label it comes from.")
    source: Word = Field("", description="Where it is written.")
    reviewed: Word = Field("", description="Who checked it, and when. Empty: the alert says that nobody did.")


class BandShape(Shape):
    """What a total means; both ends belong to it."""

    from_: Number | None = Field(None, alias="from", description="The lowest total of this band.")
    to: Number | None = Field(None, description="The highest total of this band.")
    label: Wording = Field(description="What such a total means, for staff.")


class ScoreShape(Shape):
    """The sum of the weights of the chosen answers. For staff only."""

    sum: list[Name] = Field(min_length=1, description="The linkIds of the questions that are added up.")
    bands: list[BandShape] = Field([], description="What the totals mean.")


class ItemShape(Element):
    """A question, a group of questions or a piece of information."""

    link_id: Name = Field(description="The name of this item. Never change it: old records use it.")
    type: Annotated[Type, one_of(Type)] = Field(description="What kind of item this is, by FHIR's names.")
    prefix: Word = Field("", description="What stands before the text, such as 1a.")
    text: Wording = Field({}, description="The question itself, in one or more languages.")
    short_text: Wording = Field({}, description="A short name, for the review page and for staff.")
    help: Wording = Field({}, description="One more sentence below the question.")
    why: Wording = Field({}, description="The answer to “Why we ask”.")
    required: bool | None = Field(None, description="The patient must answer before sending.")
    repeats: bool | None = Field(None, description="Several answers, or a group that can be added again.")
    read_only: bool | None = Field(None, description="Nobody changes the answer.")
    hidden: bool | None = Field(None, description="Never shown; its answer is kept and sent.")
    unsure: bool = Field(False, description="Offers the answer “Not sure”.")
    tell_in_the_room: bool = Field(False, description="Offers the answer “I will tell you in the room”.")
    private: bool = Field(False, description="Read aloud through headphones only.")
    signature: bool = Field(False, description="Signed with a finger, or with a typed name.")
    image_map: Name | None = Field(
        None, description="A drawing whose areas are the option codes, such as face-map.svg."
    )
    instrument: Name | None = Field(
        None, description="A group without items: takes those of instruments/NAME.yaml, which a licensed clinic adds."
    )
    code: ItemCode = Field(None, description="What the kiosk must know it is about; or a list of FHIR codes.")
    definition: Word | None = Field(None, description="FHIR's item.definition.")
    item_control: Coded = Field(None, description="How it is shown: slider, autocomplete, year, radio-button ...")
    display_category: Coded = Field(None, description="FHIR's kind of information, such as instructions.")
    choice_orientation: Name | None = Field(None, description="horizontal or vertical.")
    slider_step_value: int | None = Field(None, description="How far apart the stops of a slider are.")
    entry_format: Wording = Field({}, description="An example of how to write the answer.")
    open_label: Wording = Field({}, description="The name of the free answer of an open-choice.")
    answer_option: list[Annotated[OptionShape, BeforeValidator(_as_option)]] = Field(
        [], description="The answers to choose: words, or code and display each."
    )
    answer_value_set: Name | None = Field(None, description="The address of a FHIR ValueSet with the answers.")
    initial: Raw = Field(None, description="The answer it begins with; a suggestion unless hidden or read-only.")
    min_value: Bound | None = Field(None, description="The least number, date or time.")
    max_value: Bound | None = Field(None, description="The greatest number, date or time.")
    min_quantity: Amount | None = Field(None, description="The least amount with its unit, such as 30 kg.")
    max_quantity: Amount | None = Field(None, description="The greatest amount with its unit, such as 300 kg.")
    min_length: int | None = Field(None, ge=0, description="How many letters at least.")
    max_length: int | None = Field(None, ge=1, description="How many letters at most.")
    regex: Name | None = Field(None, description="A regular expression that the whole answer must match.")
    max_decimal_places: int | None = Field(None, ge=0, description="How many digits behind the point at most.")
    min_occurs: int | None = Field(None, ge=0, description="How many answers or repetitions at least.")
    max_occurs: int | None = Field(None, ge=0, description="How many answers or repetitions at most.")
    unit: Unit | None = Field(None, description="The unit behind a number: its words, or code, display and system.")
    unit_option: list[Unit] | None = Field(None, description="The units a quantity may have, as UCUM codes.")
    enable_when: list[ConditionShape] = Field([], description="Asked only when these conditions hold.")
    enable_behavior: Literal["all", "any"] | None = Field(None, description="Whether all conditions must hold, or any.")
    score: ScoreShape | None = Field(None, description="Makes a hidden or read-only number the sum of weights.")
    alert: list[AlertShape] = Field([], description="What staff see first, by the answer.")
    item: list[ItemShape] = Field([], description="The items inside this group, or below this question.")


class FormShape(Element):
    """A questionnaire."""

    url: Annotated[Name, AfterValidator(_canonical)] | None = Field(None, description="The form's own address.")
    version: Annotated[Name, AfterValidator(_no_bar)] | None = Field(
        None, description="Raise it whenever a question changes."
    )
    title: Wording = Field({}, description="The form's name, in one or more languages.")
    minutes: int = Field(5, ge=1, le=120, description="How long it takes to fill in.")
    reviewed: Signed = Field(Signed(), description="The clinician who signed it off, and the day.")
    language: Word | None = Field(
        None, description="The language of texts that name none; else that of the first text by language."
    )
    status: Word | None = Field(None, description="FHIR's status: draft, active, retired. Without it: active.")
    name: Word | None = Field(None, description="A name for computers.")
    description: Wording = Field({}, description="What the form is about.")
    purpose: Word | None = Field(None, description="Why it exists.")
    copyright: Word | None = Field(None, description="Who may use it and how.")
    publisher: Word | None = Field(None, description="Who publishes it.")
    date: Word | None = Field(None, description="When it was last changed.")
    approval_date: Word | None = Field(None, description="When it was approved.")
    last_review_date: Word | None = Field(None, description="When it was last reviewed.")
    effective_period: Raw = Field(None, description="FHIR's effectivePeriod.")
    experimental: bool | None = Field(None, description="Only for trying out.")
    subject_type: Raw = Field(None, description="FHIR's subjectType, such as [Patient].")
    implicit_rules: Word | None = Field(None, description="FHIR's implicitRules; a kiosk refuses it.")
    meta: Raw = Field(None, description="FHIR's meta.")
    text: Raw = Field(None, description="FHIR's narrative.")
    contained: Fhir | None = Field(None, description="FHIR's contained resources, such as a ValueSet.")
    identifier: Raw = Field(None, description="FHIR's identifier.")
    derived_from: Raw = Field(None, description="FHIR's derivedFrom.")
    contact: Raw = Field(None, description="FHIR's contact.")
    use_context: Raw = Field(None, description="FHIR's useContext.")
    jurisdiction: Raw = Field(None, description="FHIR's jurisdiction.")
    code: Raw = Field(None, description="FHIR's codes of the whole form.")
    item: list[ItemShape] = Field(min_length=1, description="The items, in the order they are asked.")


QUESTIONS = frozenset(Type) - {Type.GROUP, Type.DISPLAY}
NUMBERS = frozenset({Type.INTEGER, Type.DECIMAL})
WRITTEN = frozenset({Type.STRING, Type.TEXT, Type.URL, Type.OPEN_CHOICE})
LISTS = frozenset({Type.CHOICE, Type.OPEN_CHOICE})
KEYS = {
    "unsure": QUESTIONS,
    "tell_in_the_room": QUESTIONS,
    "alert": QUESTIONS,
    "image_map": LISTS,
    "instrument": {Type.GROUP, Type.DISPLAY},
    "min_value": NUMBERS | {Type.DATE, Type.DATE_TIME, Type.TIME, Type.QUANTITY},
    "max_value": NUMBERS | {Type.DATE, Type.DATE_TIME, Type.TIME, Type.QUANTITY},
    "min_quantity": {Type.QUANTITY},
    "max_quantity": {Type.QUANTITY},
    "unit": NUMBERS | {Type.QUANTITY},
    "unit_option": NUMBERS | {Type.QUANTITY},
    "max_decimal_places": {Type.DECIMAL, Type.QUANTITY},
    "max_length": WRITTEN | NUMBERS,
    "min_length": WRITTEN,
    "regex": WRITTEN,
    "signature": {Type.STRING},
    "open_label": {Type.OPEN_CHOICE},
    "score": NUMBERS,
}
"""Which types of item each key may stand in, where reading the form does not say so already."""


def misplaced(item: ItemShape) -> list[str]:
    """The keys, as they are written, that say something and have no meaning in an item of this type."""
    return [
        ItemShape.model_fields[key].alias or key
        for key, types in KEYS.items()
        if item.type not in types and getattr(item, key) not in (None, False, [], {})
    ]
