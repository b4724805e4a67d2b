"""Strict JSON from strangers: bounded in size, depth and numbers, and refused with a sentence."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from kiosk.domain.literal import dumps

Json = dict[str, Any]

LARGEST = 16_000_000
"""Bytes. The largest questionnaire known to us has three million."""
DEEPEST = 100
LONGEST_NUMBER = 40
"""Characters; FHIR asks for 18 digits."""
LARGEST_EXPONENT = 100

# A string is swallowed whole, closed or not, so that no byte is looked at twice.
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?+', re.DOTALL)
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
_SQUARE = bytes.maketrans(b"{}", b"[]")
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class Unreadable(ValueError):
    """Bytes that are no FHIR JSON. ``code`` is too-large, encoding, json-syntax, json-duplicate-key, json-number,
    json-too-deep or not-fhir; ``text`` is one sentence that shows nothing of the content."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


def read_json(data: bytes) -> Json:
    """The JSON object in these bytes, decimals as Decimal. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable("too-large", f"The file is larger than {LARGEST // 1_000_000} MB.")
    text = _decoded(data)
    _check_depth(data)
    try:
        value = json.loads(
            text, parse_float=_decimal, parse_int=_whole, parse_constant=_constant, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        sentence = f"This is no JSON: line {error.lineno}, column {error.colno} cannot be read."
        raise Unreadable("json-syntax", sentence) from None
    if not isinstance(value, dict):
        raise Unreadable("not-fhir", "A FHIR resource is a JSON object; this file holds something else.")
    _check_letters(data, value)
    return value


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("encoding", "The file is not in UTF-8; save it in that encoding.") from None


def _check_depth(data: bytes) -> None:
    """Takes out closed pairs of brackets, level by level, before json recurses into them. What cannot be closed is as
    deep as json would get before it notices."""
    brackets = _STRING.sub(b"", data).translate(_SQUARE, _NO_BRACKETS)
    for _ in range(DEEPEST):
        brackets = brackets.replace(b"[]", b"")
        if b"[]" not in brackets:
            break
    if b"[]" in brackets or brackets.startswith(b"[" * DEEPEST):
        raise Unreadable("json-too-deep", f"The file nests deeper than {DEEPEST} levels.")


def _check_letters(data: bytes, value: Json) -> None:
    """Half of a surrogate pair is no letter and could not be written again."""
    if _SURROGATE.search(data):
        try:
            dumps(value).encode()
        except UnicodeEncodeError:
            raise Unreadable("encoding", "A text holds half of a letter: an unpaired surrogate escape.") from None


def _object(pairs: list[tuple[str, Any]]) -> Json:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise Unreadable("json-duplicate-key", "An object has the same key twice; nobody can say which one counts.")
    return made


def _decimal(literal: str) -> Decimal:
    try:
        number = Decimal(literal)
    except InvalidOperation:
        raise Unreadable("json-number", "A number is too long or too large.") from None
    if len(literal) > LONGEST_NUMBER or abs(number.adjusted()) > LARGEST_EXPONENT:
        raise Unreadable("json-number", "A number is too long or too large.")
    return number


def _whole(literal: str) -> int:
    if len(literal) > LONGEST_NUMBER:
        raise Unreadable("json-number", "A number is too long or too large.")
    return int(literal)


def _constant(_name: str) -> NoReturn:
    raise Unreadable("json-number", "NaN and Infinity are no numbers in JSON.")
