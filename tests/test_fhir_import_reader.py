"""Strict JSON: what is refused before anybody looks at it."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter

import pytest

from kiosk.fhir.reader import LARGEST, Unreadable, read_json


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_json(data)
    assert caught.value.text.endswith(".")
    return caught.value.code


def test_decimals_keep_their_literal():
    assert str(read_json(b'{"value": -5.12340}')["value"]) == "-5.12340"
    assert read_json(b'{"value": 3}') == {"value": 3}
    assert isinstance(read_json(b'{"value": 1e2}')["value"], Decimal)


def test_a_byte_order_mark_is_no_mistake():
    assert read_json('\ufeff{"title": "Größe"}'.encode()) == {"title": "Größe"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"a": NaN}', "json-number"),
        (b'{"a": -Infinity}', "json-number"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "json-number"),
        (b'{"a": 1e999999999}', "json-number"),
        (b'{"a": 1e99999999999999999999}', "json-number"),
        (b'{"a": 0.' + b"1" * 100 + b"}", "json-number"),
        (b'{"a": 1, "a": 2}', "json-duplicate-key"),
        (b'{"b": [{"a": 1, "a": 1}]}', "json-duplicate-key"),
        (b'{"a": 1', "json-syntax"),
        (b"", "json-syntax"),
        (b'{"a": "' + bytes(1) + b'"}', "json-syntax"),
        (b"[1, 2]", "not-fhir"),
        (b'"text"', "not-fhir"),
        (b'{"a": "\xff"}', "encoding"),
        (b'{"a": "\\ud800"}', "encoding"),
        (b" " * (LARGEST + 1), "too-large"),
    ],
)
def test_what_is_refused(data, code):
    assert refused(data) == code


def test_a_pair_of_surrogates_is_a_letter():
    assert read_json(b'{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


@pytest.mark.parametrize("one", [b"[", b'{"a":', b'[{"a":'])
def test_depth_is_refused_before_anything_recurses(one):
    assert refused(one * 10_000) == "json-too-deep"
    assert refused(b'{"a":' + one * 5_000_000) in ("json-too-deep", "too-large")


def test_a_hundred_levels_are_read():
    assert read_json(b'{"a":' + b'[{"a":' * 49 + b"[1]" + b"}]" * 49 + b"}")
    assert refused(b'{"a":' + b'[{"a":' * 49 + b"[[1]]" + b"}]" * 49 + b"}") == "json-too-deep"


def test_brackets_in_texts_are_no_depth():
    assert read_json(b'{"a": "' + b"[{" * 500 + b'"}')["a"].startswith("[{")
    assert read_json(b'{"a": "\\"' + b"[" * 500 + b'"}')["a"].startswith('"[')


@pytest.mark.parametrize(
    "data",
    [b'"' + b'\\"' * 2_000_000, b"[]," * 1_000_000, b'{"a": [' + b'{"b":1},' * 400_000 + b"1]}", b'"\\' * 1_500_000],
    ids=["an open text", "brackets", "objects", "backslashes"],
)
def test_four_megabytes_take_less_than_four_seconds(data):
    begun = perf_counter()
    try:
        read_json(data)
    except Unreadable as refusal:
        assert refusal.code in ("json-syntax", "not-fhir")
    assert perf_counter() - begun < 4
