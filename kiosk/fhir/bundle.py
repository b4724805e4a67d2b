"""Several responses in one FHIR R4 Bundle, for a record system to read in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kiosk.domain.literal import dumps

Json = dict[str, Any]


def bundle(responses: Iterable[Json]) -> Json:
    """A collection Bundle in the order given. Each entry's ``fullUrl`` follows from its place and its content, so the
    same export is the same file; write it with ``dumps``."""
    entries = [{"fullUrl": _url(place, resource), "resource": resource} for place, resource in enumerate(responses)]
    collection: Json = {"resourceType": "Bundle", "type": "collection"}
    return {**collection, "entry": entries} if entries else collection


def _url(place: int, resource: Json) -> str:
    return uuid5(NAMESPACE_URL, f"{place} {dumps(resource)}").urn
