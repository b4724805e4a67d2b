"""The addresses of the extensions and code systems that questionnaires use, each by the key an admin writes."""

from __future__ import annotations

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
KIOSK = "https://kiosk.example/fhir/StructureDefinition/"
"""The kiosk's own additions; any FHIR server may ignore them."""

ITEM_CONTROL_SYSTEM = "http://hl7.org/fhir/questionnaire-item-control"
KIOSK_CODES = "https://kiosk.example/fhir/CodeSystem/item"
"""What an item is about, where the kiosk itself must know it (form.Code)."""

TRANSLATION = CORE + "translation"

ITEM: dict[str, tuple[str, str]] = {
    "minValue": (CORE + "minValue", ""),
    "maxValue": (CORE + "maxValue", ""),
    "minLength": (CORE + "minLength", "valueInteger"),
    "regex": (CORE + "regex", "valueString"),
    "maxDecimalPlaces": (CORE + "maxDecimalPlaces", "valueInteger"),
    "minOccurs": (CORE + "questionnaire-minOccurs", "valueInteger"),
    "maxOccurs": (CORE + "questionnaire-maxOccurs", "valueInteger"),
    "minQuantity": (SDC + "sdc-questionnaire-minQuantity", "valueQuantity"),
    "maxQuantity": (SDC + "sdc-questionnaire-maxQuantity", "valueQuantity"),
    "hidden": (CORE + "questionnaire-hidden", "valueBoolean"),
    "itemControl": (CORE + "questionnaire-itemControl", "valueCodeableConcept"),
    "sliderStepValue": (CORE + "questionnaire-sliderStepValue", "valueInteger"),
    "choiceOrientation": (CORE + "questionnaire-choiceOrientation", "valueCode"),
    "displayCategory": (CORE + "questionnaire-displayCategory", "valueCodeableConcept"),
    "unit": (CORE + "questionnaire-unit", "valueCoding"),
    "unitOption": (CORE + "questionnaire-unitOption", "valueCoding"),
    "openLabel": (SDC + "sdc-questionnaire-openLabel", "valueString"),
    "entryFormat": (CORE + "entryFormat", "valueString"),
    "shortText": (SDC + "sdc-questionnaire-shortText", "valueString"),
    "help": (KIOSK + "help", "valueString"),
    "why": (KIOSK + "why", "valueString"),
    "unsure": (KIOSK + "unsure", "valueBoolean"),
    "tellInTheRoom": (KIOSK + "tellInTheRoom", "valueBoolean"),
    "imageMap": (KIOSK + "imageMap", "valueString"),
    "instrument": (KIOSK + "instrument", "valueString"),
    "signature": (KIOSK + "signature", "valueBoolean"),
    "private": (KIOSK + "private", "valueBoolean"),
}
"""Simple extensions of an item: the key, the address, and where the value stands ("" depends on the item's type)."""

ALERT = KIOSK + "alert"
"""Complex, repeats. Parts: level (code), text (string, translated), product, jurisdiction, source, reviewed (string);
answer (any value[x], repeats), unsure, exists (boolean), younger (integer), behavior (code: all | any),
test (repeats: question (string), operator (code), answer (value[x]))."""

BAND = KIOSK + "scoreBand"
"""Complex, repeats, on a score item. Parts: label (string, translated), least, most (decimal)."""

SCORE = SDC + "sdc-questionnaire-calculatedExpression"
ENABLE_WHEN_EXPRESSION = SDC + "sdc-questionnaire-enableWhenExpression"
VARIABLE = CORE + "variable"

MINUTES = KIOSK + "minutes"
REVIEWED = KIOSK + "reviewed"
"""On the questionnaire: minutes (integer) and reviewed (complex: by (string), on (date))."""

EXCLUSIVE = (
    CORE + "questionnaire-optionExclusive",
    "valueBoolean",
)
PREFIX = CORE + "questionnaire-optionPrefix"
WEIGHTS = (CORE + "ordinalValue", CORE + "itemWeight", SDC + "itemWeight")
"""Weights of an option; the first one is what the kiosk writes."""

UNREAD = ("initialExpression", "candidateExpression", "answerOptionsToggleExpression", "cqf-expression")
"""Expressions a kiosk carries along and does not run."""

_SEGMENTS: dict[str, str] = {
    "calculatedExpression": "calculatedExpression",
    "enableWhenExpression": "enableWhenExpression",
    "answerExpression": "answerExpression",
    "variable": "variable",
    "optionExclusive": "optionExclusive",
    "optionPrefix": "optionPrefix",
    "ordinalValue": "weight",
    "itemWeight": "weight",
    "iso21090-CO-value": "weight",
    "translation": "translation",
    "rendering-markdown": "markdown",
    "rendering-xhtml": "xhtml",
    "questionnaireAdaptive": "adaptive",
    "subQuestionnaire": "subQuestionnaire",
    "assemble-expectation": "assembleExpectation",
    "unitValueSet": "unitValueSet",
    "collapsible": "collapsible",
    **{name: name for name in UNREAD},
    **{key: key for key, (url, _) in ITEM.items() if not url.startswith(KIOSK)},
}
_ADDRESSES: dict[str, str] = {
    **{url: key for key, (url, _) in ITEM.items()},
    ALERT: "alert",
    BAND: "scoreBand",
    MINUTES: "minutes",
    REVIEWED: "reviewed",
}
_PREFIXES = ("sdc-questionnaire-", "questionnaire-", "sdc-", "cqf-")


def key_of(url: str) -> str:
    """The key of an extension by its address; empty when it is none we read. HL7's addresses moved between guides
    while their last part stayed, so theirs are known by it."""
    if url in _ADDRESSES:
        return _ADDRESSES[url]
    if "hl7.org/" not in url:
        return ""
    last = url.rstrip("/").rsplit("/", 1)[-1]
    if last in _SEGMENTS:
        return _SEGMENTS[last]
    prefix = next((prefix for prefix in _PREFIXES if last.startswith(prefix)), "")
    return _SEGMENTS.get(last.removeprefix(prefix), "")
