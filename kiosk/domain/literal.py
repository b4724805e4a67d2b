"""JSON that keeps the literal of a decimal: 1.10 stays 1.10, which FHIR asks for and floats cannot do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any


def dumps(value: object) -> str:
    """The value as JSON on one line. Raises ValueError for a number JSON cannot write, TypeError for what is no JSON;
    neither text shows the value."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(key)}: {dumps(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(dumps(held) for held in value) + "]"
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError("a decimal without a place on the number line has no JSON")
        return str(value)
    return _text(value)


def loads(text: str | bytes) -> Any:  # noqa: ANN401 - JSON is of any shape until somebody looks
    """What ``dumps`` wrote, decimals as Decimal. Raises ValueError for what is no JSON."""
    return json.loads(text, parse_float=Decimal)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
