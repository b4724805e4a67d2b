"""Value sets written out: contained, beside the form, and those that come with the kiosk."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.domain.values import Coding
from kiosk.fhir.names import CORE
from kiosk.fhir.questionnaire import compile
from kiosk.fhir.shelf import shelf

BUNDLED = Path(__file__).parent.parent / "resources" / "terminology"
LETTERS = {
    "resourceType": "CodeSystem",
    "id": "letters",
    "url": "urn:letters",
    "concept": [
        {"code": "a", "display": "A", "concept": [{"code": "a1", "display": "A one"}]},
        {"code": "b", "property": [{"code": "itemWeight", "valueDecimal": 2}]},
        {"code": "x", "property": [{"code": "notSelectable", "valueBoolean": True}]},
    ],
}


def value_set(id="v", **more):
    return {"resourceType": "ValueSet", "id": id, "url": f"urn:{id}", "status": "active", **more}


def compiled(reference, *contained, others=None, required=True):
    question = {"linkId": "q", "type": "choice", "required": required, "answerValueSet": reference}
    raw = {"resourceType": "Questionnaire", "contained": list(contained), "status": "active", "item": [question]}
    return compile(raw, value_sets=others)


def options(*args, **more):
    made = compiled(*args, **more)
    assert made.form, made.problems
    return made.form.by_id["q"].options


def codes(*args, **more):
    return [option.value.code for option in options(*args, **more)]


CONCEPTS = value_set(compose={"include": [{"system": "urn:s", "concept": [{"code": "a"}, {"code": "b"}]}]})


@pytest.mark.parametrize("reference", ["#v", "urn:v", "urn:v|3"])
def test_contained_concepts(reference):
    assert options(reference, CONCEPTS)[0].value == Coding("a", "urn:s")
    assert codes(reference, CONCEPTS) == ["a", "b"]


def test_an_expansion_with_its_levels():
    inner = [{"system": "urn:s", "code": "b", "display": "B"}, {"system": "urn:s", "code": "i", "inactive": True}]
    tree = [{"system": "urn:s", "code": "g", "abstract": True, "contains": inner}]
    held = value_set(expansion={"contains": tree})
    assert codes("#v", held) == ["b"]


def test_a_contained_code_system_counts_with_its_weights():
    whole = value_set(compose={"include": [{"system": "urn:letters"}]})
    offered = options("#v", whole, LETTERS)
    assert [option.value.code for option in offered] == ["a", "a1", "b"]
    assert offered[2].weight == Decimal(2)
    assert offered[2].label.in_language("en") == "b"


def test_a_value_set_takes_in_another_and_leaves_some_out():
    outer = value_set(
        "o",
        compose={
            "include": [{"valueSet": ["urn:v"]}, {"system": "urn:t", "concept": [{"code": "z"}]}],
            "exclude": [{"system": "urn:s", "concept": [{"code": "a"}]}],
        },
    )
    assert codes("#o", outer, CONCEPTS) == ["b", "z"]


def test_an_include_with_concepts_and_a_value_set_is_what_both_have():
    include = {"system": "urn:s", "concept": [{"code": "b"}, {"code": "c"}], "valueSet": ["urn:v"]}
    assert codes("#o", value_set("o", compose={"include": [include]}), CONCEPTS) == ["b"]


def test_designations_are_translations():
    concept = {"code": "a", "display": "Yes", "designation": [{"language": "es", "value": "Sí"}]}
    held = value_set(compose={"include": [{"system": "urn:s", "concept": [concept]}]})
    assert options("#v", held)[0].label.in_language("es") == "Sí"


@pytest.mark.parametrize(
    "held",
    [
        value_set(),
        value_set(compose={"include": [{"system": "http://snomed.info/sct", "filter": [{"property": "concept"}]}]}),
        value_set(compose={"include": [{"system": "http://loinc.org"}]}),
        value_set(compose={"include": [{"valueSet": ["urn:v"]}]}),
        value_set(compose={"include": [{"system": "urn:s", "concept": [{"code": f"c{n}"} for n in range(2_001)]}]}),
        value_set(compose={"include": "all", "exclude": [None]}),
        value_set(expansion={"contains": [{"code": 7}]}),
        {"resourceType": "ValueSet", "id": ["v"]},
    ],
)
def test_what_cannot_be_written_out_names_its_url(held):
    problems = compiled("#v", held).problems
    unresolvable = [problem for problem in problems if problem.code == "options-unresolvable"]
    assert len(unresolvable) == 1
    assert "#v" in unresolvable[0].text


def test_files_beside_the_form(tmp_path):
    bundle = {"resourceType": "Bundle", "entry": [{"resource": LETTERS}, {"resource": 7}, 8]}
    whole = value_set(version="2", compose={"include": [{"system": "urn:letters"}]})
    for name, content in (("a", bundle), ("b", whole), ("c", {"resourceType": "Patient"}), ("d", [1])):
        (tmp_path / f"{name}.json").write_text(json.dumps(content))
    (tmp_path / "e.json").write_text('{"resourceType": "ValueSet", ')
    (tmp_path / "f.json").mkdir()
    held = shelf(tmp_path, tmp_path / "nowhere")
    assert sorted(held) == ["urn:letters", "urn:v", "urn:v|2"]
    assert codes("urn:v|2", others=held) == ["a", "a1", "b"]


def test_a_file_that_is_too_large_is_passed_over(tmp_path):
    (tmp_path / "large.json").write_bytes(b'{"resourceType": "ValueSet", "url": "urn:v"}' + b" " * 5_000_000)
    assert shelf(tmp_path) == {}


def test_the_frequency_list_comes_with_its_weights():
    offered = options("http://loinc.org/vs/LL358-3", others=shelf(BUNDLED))
    assert [(option.value.code, int(option.weight)) for option in offered] == [
        ("LA6568-5", 0), ("LA6569-3", 1), ("LA6570-1", 2), ("LA6571-9", 3),
    ]  # fmt: skip
    assert offered[2].value.system == "http://loinc.org"


@pytest.mark.parametrize("file", sorted(BUNDLED.glob("*.json")), ids=lambda file: file.stem)
def test_every_bundled_list_is_short_and_says_whose_it_is(file):
    held = json.loads(file.read_text(encoding="utf-8"))
    assert held["copyright"].strip()
    assert 1 < len(codes(held["url"], others=shelf(BUNDLED))) <= 60
    if "loinc" in file.name:
        assert held["copyright"] in (BUNDLED / "LICENSE-LOINC.txt").read_text(encoding="utf-8")


def test_weights_of_a_value_sets_concepts():
    concept = {"code": "a", "extension": [{"url": CORE + "ordinalValue", "valueDecimal": 4}]}
    held = value_set(compose={"include": [{"system": "urn:s", "concept": [concept]}]})
    assert options("#v", held)[0].weight == Decimal(4)
