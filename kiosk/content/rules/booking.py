"""Booking addresses that a phone can scan: the code's squares must be 3 mm or more on the reference panel."""

from __future__ import annotations

from functools import lru_cache

PLACE = 470
"""Pixels: the least width of the code without its quiet zone, on the reference panel of 1080 pixels in 270 mm."""
LONGEST = 300
"""Letters an address may have at all."""
LEAST = 12
"""Pixels a square, which are 3 mm there."""


@lru_cache(maxsize=10_000)
def squares(address: str) -> int:
    """How many squares a side the code of this address has, at error correction M and without the quiet zone: 17 and
    four for each version (ISO/IEC 18004)."""
    import qrcode  # type: ignore[import-untyped]  # noqa: PLC0415 (brings Pillow along)
    from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]  # noqa: PLC0415

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(address)
    return 17 + 4 * int(code.best_fit(start=1))


def dense(address: str) -> str:
    """The sentence about a code that is too fine to scan; empty when it is not."""
    count = squares(address)
    pixels = -(-PLACE // count)
    if pixels >= LEAST:
        return ""
    return (
        f"This address of {len(address)} letters makes a code of {count} squares a side, {pixels / 4:.1f} mm each, "
        "which old phones cannot scan; use a shorter one, of about 100 letters at most."
    )
