"""The bundle that is written entry by entry, read by another program's model of FHIR R4."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from clinic import NOON, Clinic, clinic, draft
from fhir.resources.R4B.bundle import Bundle

from kiosk.fhir.bundle import entries, questionnaire, text
from kiosk.office.export import export
from kiosk.office.records import Unlocked
from kiosk.store.audit import Event

CANONICAL = "https://clinic.example/first-visit|2"
FORM = {
    "resourceType": "Questionnaire",
    "url": "https://clinic.example/first-visit",
    "version": "2",
    "status": "active",
    "item": [{"linkId": "weight", "type": "decimal", "text": "How heavy?"}],
}
OTHER = {**FORM, "version": "3"}
IDS = [str(uuid5(UUID(int=0), str(number))) for number in range(4)]


def response(version: str = "2") -> dict:
    item = {"linkId": "weight", "text": "How heavy?", "answer": [{"valueDecimal": Decimal("61.50")}]}
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"https://clinic.example/first-visit|{version}",
        "status": "completed",
        "authored": NOON.isoformat(),
        "item": [item],
    }


ASKED = [
    (IDS[0], response(), FORM, CANONICAL),
    (IDS[1], response("3"), OTHER, CANONICAL.replace("2", "3")),
    (IDS[2], response(), dict(FORM), CANONICAL),
    (IDS[3], response(), {}, CANONICAL),
]


def test_each_questionnaire_stands_once_before_who_answers_it():
    written = json.loads("".join(text(entries(ASKED))))
    kinds = [entry["resource"]["resourceType"].removeprefix("Questionnaire") for entry in written["entry"]]
    assert kinds == ["", "Response", "", "Response", "Response", "Response"]
    known: set[str] = set()
    for entry in written["entry"]:
        resource = entry["resource"]
        if resource["resourceType"] == "Questionnaire":
            known.add(f"{resource['url']}|{resource['version']}")
        else:
            assert resource["questionnaire"] in known


def test_other_programs_read_it_as_a_collection_of_r4():
    written = "".join(text(entries(ASKED)))
    bundle = Bundle.model_validate_json(written)
    urls = [entry.fullUrl for entry in bundle.entry]
    assert bundle.type == "collection"
    assert len(set(urls)) == len(urls)
    assert all(url == UUID(url).urn for url in urls)
    assert [url.removeprefix("urn:uuid:") for url in urls if url.removeprefix("urn:uuid:") in IDS] == IDS
    assert '"valueDecimal": 61.50}' in written


def test_the_same_records_are_the_same_file():
    assert "".join(text(entries(ASKED))) == "".join(text(entries(iter(ASKED))))


def test_without_records_there_are_no_entries():
    assert json.loads("".join(text(entries([])))) == {"resourceType": "Bundle", "type": "collection"}


def test_no_more_than_one_record_is_held():
    given: list[str] = []

    def asked() -> Iterator[tuple]:
        for one in ASKED:
            given.append(one[0])
            yield one

    pieces = text(entries(asked()))
    met = [len(given) for _ in pieces]
    assert met == [0, 1, 1, 2, 2, 3, 4, 4]


@pytest.mark.parametrize("canonical", ["https://clinic.example/q", ""])
def test_an_address_without_a_version_makes_none_up(canonical):
    asked = questionnaire({"status": "active"}, canonical)
    assert "version" not in asked
    assert asked.get("url", "") == canonical


def test_the_order_is_that_of_sending(tmp_path: Path):
    made: Clinic = clinic(tmp_path / "data")
    store = made.store()
    store.audit.note(Event.STARTED)
    ids = [store.keep(draft(response=response(), definition=FORM, questionnaire=CANONICAL)).id for _ in range(3)]
    desk = Unlocked(made.folder, made.keys, store, "Ana Núñez", made.staff)
    assert export(desk, "fhir", tmp_path / "out", "", tmp_path) == 0
    store.close()
    bundle = Bundle.model_validate_json((tmp_path / "out" / "responses.json").read_bytes())
    assert [entry.fullUrl for entry in bundle.entry][1:] == [f"urn:uuid:{id}" for id in ids]
