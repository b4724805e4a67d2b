"""JSON keeps the literal of a decimal and never shows what it refuses."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.literal import dumps, loads
from kiosk.domain.values import Coding


class TestJson:
    def test_a_decimal_keeps_its_literal_there_and_back(self) -> None:
        written = dumps({"a": [Decimal("1.10"), Decimal("1E+2"), Decimal("0.0")], "b": None, "c": (1, True)})
        assert written == '{"a": [1.10, 1E+2, 0.0], "b": null, "c": [1, true]}'
        assert [str(one) for one in loads(written)["a"]] == ["1.10", "1E+2", "0.0"]

    @pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), float("nan")])
    def test_what_is_no_number_is_refused(self, value: object) -> None:
        with pytest.raises(ValueError):
            dumps({"a": value})

    def test_what_is_no_json_is_refused_without_showing_it(self) -> None:
        with pytest.raises(TypeError) as raised:
            dumps({"a": Coding("secret")})
        assert "secret" not in str(raised.value)

    @given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
    def test_everything_else_is_written_as_ever(self, value: object) -> None:
        assert json.loads(dumps({"a": value})) == {"a": value}
