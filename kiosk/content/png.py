"""Whether a PNG picture is whole and of bearable size, by its chunks alone: nothing is unpacked."""

from __future__ import annotations

import zlib

from kiosk.content.problem import Mistake, quoted

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST = 4096
"""Pixels a side."""
OTHERS = {
    b"\xff\xd8\xff": "a JPEG photo",
    b"GIF8": "a GIF",
    b"RIFF": "a WebP picture",
    b"<": "a drawing",
    b"BM": "a bitmap",
}
"""What some files begin with."""


def check_png(name: str, data: bytes) -> None:
    """A PNG is its signature and chunks of length, kind, data and checksum, from IHDR (width and height as 32-bit
    numbers) to IEND. Raises Mistake."""
    if not data.startswith(SIGNATURE) or data[12:16] != b"IHDR":
        what = next((f"; it is {other}" for begin, other in OTHERS.items() if data.startswith(begin)), "")
        raise Mistake("picture-kind", f"{quoted(name)} is no PNG picture{what}. Save it as PNG.")
    sides = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if max(sides) > LARGEST:
        raise Mistake("picture-too-large", f"{quoted(name)} has more than {LARGEST} pixels a side.")
    if min(sides) == 0 or not _whole(data):
        raise Mistake("picture-damaged", f"{quoted(name)} is damaged or cut off. Save it again.")


def _whole(data: bytes) -> bool:
    """Whether every chunk is there and its checksum right, with some pixels among them."""
    at, pixels = len(SIGNATURE), False
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        end = at + 8 + length
        if end + 4 > len(data) or zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4]):
            return False
        if kind == b"IEND":
            return pixels
        pixels = pixels or kind == b"IDAT"
        at = end + 4
    return False
