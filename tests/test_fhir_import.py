"""A FHIR Questionnaire becomes a form: every feature that is supported."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from kiosk.domain.form import Control, Operator, Test, Type
from kiosk.domain.values import Coding, Partial, Quantity
from kiosk.fhir.names import CORE, SDC
from kiosk.fhir.problem import Severity
from kiosk.fhir.questionnaire import Compiled, compile, write_questionnaire

KG = {"system": "http://unitsofmeasure.org", "code": "kg", "unit": "kg"}


def questionnaire(*items, **more):
    return {"resourceType": "Questionnaire", "status": "active", "item": list(items), **more}


def item(link_id, type, **more):
    return {"linkId": link_id, "type": type, "text": link_id.title(), **more}


def extended(link_id, type, *extensions, **more):
    return item(link_id, type, extension=[{"url": url, key: value} for url, key, value in extensions], **more)


def imported(*items, **more) -> Compiled:
    compiled = compile(questionnaire(*items, **more))
    assert compiled.form is not None, compiled.problems
    return compiled


def only(*items):
    return next(iter(imported(*items).form.items))


def notes(compiled):
    return {problem.code for problem in compiled.problems if problem.severity is Severity.NOTE}


def coded(code, **more):
    return {"valueCoding": {"system": "urn:s", "code": code, "display": code.title()}, **more}


@pytest.mark.parametrize(
    "type", ["boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url", "quantity"]
)
def test_plain_types_need_nothing_more(type):
    compiled = imported(item("q", type, required=True, prefix="1."))
    question = compiled.form.by_id["q"]
    assert (question.type, question.required, question.prefix) == (Type(type), True, "1.")
    assert compiled.problems == ()


def test_items_nest_under_groups_and_questions():
    form = imported(item("g", "group", repeats=True, item=[item("q", "boolean", item=[item("why", "string")])])).form
    assert [form.by_id[id].children[0].id for id in ("g", "q")] == ["q", "why"]
    assert form.by_id["g"].repeats


def test_options_of_every_type_keep_their_own_values():
    offered = [
        coded("a", extension=[{"url": CORE + "questionnaire-optionExclusive", "valueBoolean": True}]),
        {"valueString": "free"},
        {"valueInteger": 3, "extension": [{"url": CORE + "questionnaire-optionPrefix", "valueString": "c."}]},
        {"valueDate": "2020-05"},
        {"valueTime": "10:30:00"},
    ]
    options = only(item("q", "choice", answerOption=offered)).options
    assert [option.value for option in options] == [
        Coding("a", "urn:s"), "free", 3, Partial(2020, 5), time(10, 30)
    ]  # fmt: skip
    assert [option.label.in_language("en") for option in options] == ["A", "free", "3", "2020-05", "10:30:00"]
    assert options[0].exclusive
    assert options[2].prefix == "c."


@pytest.mark.parametrize("inside", [True, False])
def test_a_weight_stands_on_the_option_or_in_its_coding(inside):
    weight = {"extension": [{"url": CORE + "ordinalValue", "valueDecimal": Decimal("2.0")}]}
    option = {"valueCoding": {"code": "a", **(weight if inside else {})}, **({} if inside else weight)}
    assert str(only(item("q", "choice", answerOption=[option])).options[0].weight) == "2.0"


def test_an_option_that_stands_twice_counts_once():
    compiled = imported(item("q", "choice", answerOption=[coded("a"), coded("a")]))
    assert len(compiled.form.by_id["q"].options) == 1
    assert notes(compiled) == {"option-twice"}


def test_an_option_without_a_code_goes_by_its_words():
    compiled = imported(item("q", "choice", answerOption=[{"valueCoding": {"display": "Sometimes"}}]))
    assert compiled.form.by_id["q"].options[0].value == Coding("Sometimes")
    assert notes(compiled) == {"option-without-code"}


def test_options_make_a_question_of_another_type_a_choice():
    compiled = imported(item("q", "integer", answerOption=[{"valueInteger": 1}, {"valueInteger": 2}]))
    assert compiled.form.by_id["q"].type is Type.CHOICE
    assert notes(compiled) == {"que-5"}


def test_an_open_choice_may_offer_nothing():
    assert notes(imported(item("q", "open-choice"))) == {"options-missing"}


def test_s19_a_selected_option_is_the_suggestion():
    question = only(item("q", "choice", answerOption=[coded("a"), coded("b", initialSelected=True)]))
    assert question.initial == (Coding("b", "urn:s"),)
    assert [option.selected for option in question.options] == [False, True]


def test_s19_an_initial_value_that_is_an_option_marks_it():
    question = only(item("q", "choice", answerOption=[coded("a"), coded("b")], initial=[coded("a")]))
    assert [option.selected for option in question.options] == [True, False]


def test_s19_an_initial_value_that_is_no_option_is_passed_over():
    compiled = imported(item("q", "choice", answerOption=[coded("a")], initial=[coded("z")]))
    assert compiled.form.by_id["q"].initial == ()
    assert notes(compiled) == {"initial-invalid"}


def test_s19_a_scale_suggests_nothing():
    weighted = coded("a", initialSelected=True, extension=[{"url": CORE + "ordinalValue", "valueDecimal": 1}])
    compiled = imported(item("q", "choice", answerOption=[weighted]))
    assert not compiled.form.by_id["q"].options[0].selected
    assert notes(compiled) == {"initial-on-scale"}


def test_an_initial_whole_number_serves_a_decimal():
    assert only(item("q", "decimal", initial=[{"valueInteger": 2}])).initial == (Decimal(2),)


def test_limits_by_type():
    question = only(
        extended(
            "q",
            "decimal",
            (CORE + "minValue", "valueInteger", 1),
            (CORE + "maxValue", "valueDecimal", Decimal("9.5")),
            (CORE + "maxDecimalPlaces", "valueInteger", 2),
            (CORE + "questionnaire-minOccurs", "valueInteger", 1),
            (CORE + "questionnaire-maxOccurs", "valueInteger", 3),
            repeats=True,
        )
    )
    limits = question.limits
    assert (limits.least, limits.most, limits.places) == (Decimal(1), Decimal("9.5"), 2)
    assert (limits.fewest, limits.many) == (1, 3)
    assert isinstance(limits.least, Decimal)


def test_limits_of_a_date():
    question = only(extended("q", "date", (CORE + "minValue", "valueDate", "1900-01-01")))
    assert question.limits.least == date(1900, 1, 1)


def test_s25_a_pattern_must_fit_the_whole_text():
    question = only(
        extended("q", "string", (CORE + "regex", "valueString", "[0-9]{5}"), (CORE + "minLength", "valueInteger", 2))
    )
    assert question.limits.pattern.fullmatch("12345")
    assert not question.limits.pattern.fullmatch("123456")
    assert question.limits.shortest == 2
    assert only(item("q", "string", maxLength=7)).limits.longest == 7


def test_s18_a_plain_limit_of_a_quantity_is_in_its_unit():
    unit = (CORE + "questionnaire-unit", "valueCoding", {"system": KG["system"], "code": "kg", "display": "kg"})
    question = only(extended("q", "quantity", unit, (CORE + "maxValue", "valueInteger", 300)))
    assert question.units == (Coding("kg", KG["system"]),)
    assert question.limits.most == Quantity(Decimal(300), "kg", KG["system"], "kg")


def test_s18_a_quantity_without_a_unit_takes_that_of_its_limit():
    question = only(
        extended("q", "quantity", (SDC + "sdc-questionnaire-minQuantity", "valueQuantity", {"value": 5, **KG}))
    )
    assert question.units == (Coding("kg", KG["system"]),)


def test_s18_the_unit_of_a_number_is_a_label():
    question = only(extended("q", "integer", (CORE + "questionnaire-unit", "valueCoding", {"code": "mm[Hg]"})))
    assert question.unit.in_language("en") == "mm[Hg]"
    assert question.units == ()


def test_conditions_with_every_operator():
    operators = ["exists", "=", "!=", ">", "<", ">=", "<="]
    gate = item("n", "integer")
    conditions = [
        {"question": "n", "operator": sign, **({"answerBoolean": True} if sign == "exists" else {"answerInteger": 4})}
        for sign in operators
    ]
    compiled = imported(gate, item("q", "string", enableWhen=conditions, enableBehavior="any"))
    rule = compiled.form.by_id["q"].rule
    assert not rule.every
    assert [test.operator for test in rule.tests] == [Operator(sign) for sign in operators]
    assert rule.tests[1] == Test("n", Operator.EQUAL, 4)


def test_s1_an_unguarded_unequal_is_noted():
    unequal = {"question": "q", "operator": "!=", "answerBoolean": True}
    exists = {"question": "q", "operator": "exists", "answerBoolean": True}
    assert notes(imported(item("q", "boolean"), item("t", "string", enableWhen=[unequal]))) == {"ne-unguarded"}
    guarded = item("t", "string", enableWhen=[exists, unequal], enableBehavior="all")
    assert notes(imported(item("q", "boolean"), guarded)) == set()


def test_s15_a_condition_without_system_takes_that_of_the_option():
    condition = {"question": "q", "operator": "=", "answerCoding": {"code": "a"}}
    compiled = imported(item("q", "choice", answerOption=[coded("a")]), item("t", "string", enableWhen=[condition]))
    assert compiled.form.by_id["t"].rule.tests[0].value == Coding("a", "urn:s")
    assert notes(compiled) == {"condition-without-system"}
    assert compiled.source["item"][1]["enableWhen"] == [condition]


def test_s16_a_year_may_be_asked_of_a_year():
    year = {"coding": [{"code": "year"}]}
    asked = extended("q", "date", (CORE + "questionnaire-itemControl", "valueCodeableConcept", year))
    condition = {"question": "q", "operator": "<", "answerDate": "1990"}
    form = imported(asked, item("t", "string", enableWhen=[condition])).form
    assert form.by_id["q"].control is Control.YEAR
    assert form.by_id["t"].rule.tests[0].value == Partial(1990)


@pytest.mark.parametrize("base", [CORE + "questionnaire-", SDC + "sdc-questionnaire-", SDC + "questionnaire-"])
def test_addresses_that_moved_are_known_by_their_last_part(base):
    question = only(
        extended(
            "q", "open-choice", (base + "openLabel", "valueString", "Other"), (base + "hidden", "valueBoolean", True)
        )
    )
    assert question.open_label.in_language("en") == "Other"
    assert question.hidden


def test_strange_addresses_are_not():
    question = only(extended("q", "string", ("https://vendor.example/questionnaire-hidden", "valueBoolean", True)))
    assert not question.hidden


def control(code):
    return (CORE + "questionnaire-itemControl", "valueCodeableConcept", {"coding": [{"code": code}]})


def test_a_slider_with_its_bounds():
    bounds = ((CORE + "minValue", "valueInteger", 0), (CORE + "maxValue", "valueInteger", 10))
    step = (CORE + "questionnaire-sliderStepValue", "valueInteger", 2)
    question = only(extended("q", "integer", control("slider"), *bounds, step))
    assert (question.control, question.step) == (Control.SLIDER, Decimal(2))
    compiled = imported(extended("q", "integer", control("slider")))
    assert compiled.form.by_id["q"].control is None
    assert notes(compiled) == {"control-unfit"}


@pytest.mark.parametrize(
    ("code", "noted"), [("drop-down", set()), ("gtable", {"table-as-list"}), ("hologram", {"control-unknown"})]
)
def test_other_controls_are_shown_in_the_types_own_way(code, noted):
    type = "group" if code == "gtable" else "string"
    assert notes(imported(extended("q", type, control(code), item=[item("in", "string")]))) == noted


def test_s11_display_children_become_help_and_unit():
    display = [
        item("h", "display"),
        extended("u", "display", control("unit")),
        item("when", "display", enableWhen=[{"question": "q", "operator": ">", "answerInteger": 3}]),
    ]
    question = only(item("q", "integer", item=display))
    assert question.help.in_language("en") == "H"
    assert question.unit.in_language("en") == "U"
    assert [child.id for child in question.children] == ["when"]


def test_help_is_joined_line_by_line_in_each_language():
    translated = {"extension": [translation("es", "Dos")]}
    question = only(item("q", "string", item=[item("one", "display"), item("two", "display", _text=translated)]))
    assert question.help.in_language("en") == "One\nTwo"
    assert question.help.in_language("es") == "One\nDos"


def translation(language, content):
    parts = [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": content}]
    return {"url": CORE + "translation", "extension": parts}


def test_texts_have_their_translations():
    option = {"valueCoding": {"code": "a", "display": "Ja", "_display": {"extension": [translation("en", "Yes")]}}}
    shadow = {"extension": [translation("en", "Do you smoke?")]}
    compiled = imported(
        item("q", "choice", text="Rauchen Sie?", _text=shadow, answerOption=[option]),
        language="de",
        title="Bogen",
        _title={"extension": [translation("en", "Form")]},
    )
    question = compiled.form.by_id["q"]
    assert question.text.pairs == (("de", "Rauchen Sie?"), ("en", "Do you smoke?"))
    assert question.options[0].label.in_language("en") == "Yes"
    assert compiled.form.title.in_language("en") == "Form"


@pytest.mark.parametrize(
    ("name", "marked", "plain"),
    [
        ("rendering-xhtml", "<p>Are you <b>well</b>?</p><script>run()</script>&amp; fit", "Are you well?\n& fit"),
        ("rendering-markdown", "# Are **you** [well](http://x.example)?", "Are you well?"),
    ],
)
def test_marked_up_text_is_read_only_when_there_is_no_other(name, marked, plain):
    shadow = {"extension": [{"url": CORE + name, "valueString": marked}]}
    assert only({"linkId": "q", "type": "string", "_text": shadow}).text.in_language("en") == plain
    assert only(item("q", "string", _text=shadow)).text.in_language("en") == "Q"


def test_s21_a_form_without_url_and_version_is_pinned_all_the_same():
    one = imported(item("q", "string"), title="Größe & Gewicht").form
    other = imported(item("q", "text"), title="Größe & Gewicht").form
    assert one.url == "https://kiosk.example/Questionnaire/groe-gewicht"
    assert len(one.version) == 12
    assert one.version != other.version
    named = imported(item("q", "string"), url="https://clinic.example/Questionnaire/q|1", version="7").form
    assert named.canonical == "https://clinic.example/Questionnaire/q|7"


def test_what_is_not_read_is_kept():
    raw = questionnaire(
        extended("q", "string", ("https://vendor.example/colour", "valueCode", "red"), definition="urn:d"),
        publisher="A clinic",
        contained=[{"resourceType": "Patient", "id": "p"}],
        approvalDate=Decimal("1.10"),
    )
    form = compile(raw).form
    assert write_questionnaire(form) == raw


def test_s24_hidden_and_read_only_come_through():
    question = only(extended("q", "string", (CORE + "questionnaire-hidden", "valueBoolean", True), readOnly=True))
    assert question.hidden
    assert question.read_only


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (item("q", "display", required=True), "que-6"),
        (item("q", "display", code=[{"code": "x"}]), "que-3"),
        (item("q", "display", readOnly=False), "que-9"),
        (item("q", "group"), "que-1"),
        (item("q", "group", initial=[{"valueString": "x"}], item=[item("in", "string")]), "que-8"),
        (item("q", "boolean", answerOption=[coded("a")]), "que-5"),
        (item("q", "string", answerValueSet="urn:v"), "que-5"),
        (item("q", "choice", answerOption=[coded("a")], answerValueSet="urn:v"), "que-4"),
        (item("q", "integer", initial=[{"valueDate": "soon"}]), "initial-malformed"),
    ],
)
def test_harmless_mistakes_are_noted(entry, code):
    assert notes(imported(entry)) == {code}


def test_the_default_language_is_an_argument():
    form = compile(questionnaire(item("q", "string")), language="es", sha256="ab").form
    assert form.items[0].text.pairs == (("es", "Q"),)
    assert form.sha256 == "ab"
