"""Several responses and their questionnaires in one FHIR R4 Bundle, for a record system to read in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kiosk.domain.literal import dumps

Json = dict[str, Any]

COLLECTION: Json = {"resourceType": "Bundle", "type": "collection"}


def bundle(responses: Iterable[Json], questionnaires: Iterable[Json] = ()) -> Json:
    """A collection Bundle: each questionnaire once, then the responses in the order given. Each entry's ``fullUrl``
    follows from its content, a response's from its place among them too, so the same export is the same file; write
    it with ``dumps``."""
    forms = {_url("", form): form for form in questionnaires}
    told = {_url(str(place), response): response for place, response in enumerate(responses)}
    entries = [{"fullUrl": url, "resource": resource} for url, resource in {**forms, **told}.items()]
    return {**COLLECTION, "entry": entries} if entries else dict(COLLECTION)


def entries(asked: Iterable[tuple[str, Json, Json, str]]) -> Iterator[Json]:
    """The entries of a collection, one at a time: each questionnaire once, before the first response that answers it.

    ``asked`` gives for each record its id (a UUID, which becomes the response's ``fullUrl``), the response, the
    questionnaire's definition, empty when it is not known, and its canonical address.
    """
    met: list[Json] = []
    for id, response, definition, canonical in asked:
        form = questionnaire(definition, canonical) if definition else {}
        if form and form not in met:
            met.append(form)
            yield {"fullUrl": _url("", form), "resource": form}
        yield {"fullUrl": f"urn:uuid:{id}", "resource": response}


def text(entries: Iterable[Json]) -> Iterator[str]:
    """A collection Bundle as JSON, piece by piece, an entry a line; all of them together are never in memory. R4 has no
    empty lists, so without an entry there is none."""
    yield dumps(COLLECTION).removesuffix("}")
    first = True
    for entry in entries:
        yield (', "entry": [\n' if first else ",\n") + dumps(entry)
        first = False
    yield "}\n" if first else "\n]}\n"


def questionnaire(definition: Json, canonical: str) -> Json:
    """The questionnaire as a receiver finds it by the canonical address, ``url|version``, that responses name."""
    url, _, version = canonical.partition("|")
    named = {"url": url, "version": version}
    return {"resourceType": "Questionnaire", **{key: said for key, said in named.items() if said}, **definition}


def _url(place: str, resource: Json) -> str:
    return uuid5(NAMESPACE_URL, f"{place} {dumps(resource)}").urn
