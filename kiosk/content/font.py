"""What a TrueType or OpenType font says of itself: its family's name, and the letters it draws."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import chain

from kiosk.content.problem import Mistake

KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name")
FAMILY, PREFERRED = 1, 16
"""Name ids: the family, and the one that a family of many faces prefers."""
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?'-()&%’“”–…")
MORE = {
    "ca": "àçèéíïòóúüÀÉÍÒÓÚ·",
    "da": "æøåÆØÅé",
    "de": "äöüßÄÖÜ",
    "es": "áéíóúüñÁÉÍÓÚÜÑ¿¡",
    "fr": "àâæçèéêëîïôœùûüÿÀÂÇÈÉÊËÎÏÔŒÙÛ«»",
    "it": "àèéìòùÀÈÉÌÒÙ",
    "nl": "áéíóúëïèê",
    "pl": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "pt": "áâãàçéêíóôõúÁÂÃÀÇÉÊÍÓÔÕÚ",
    "sv": "åäöÅÄÖé",
    "vi": "ăâđêôơưĂÂĐÊÔƠƯàảãạầậếềệốộớợứựỳỵ",
}
"""Letters of a language besides PLAIN."""


def letters_of(language: str) -> frozenset[str]:
    """The letters a title in that language may need, as far as it is known here."""
    return PLAIN | frozenset(MORE.get(language.partition("-")[0], ""))


class Font:
    """A font file's bytes. Raises Mistake when they are no font."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._tables = self._read_tables()
            self.family = self._family()
            self.letters = frozenset(self._letters())
        except (struct.error, IndexError, ValueError, OverflowError):
            raise Mistake("font-unreadable", "This is no TrueType or OpenType font.") from None

    def _read_tables(self) -> dict[str, bytes]:
        if self._data[:4] not in KINDS:
            raise ValueError("another kind of file")
        (count,) = struct.unpack_from(">H", self._data, 4)
        tables = {}
        for at in range(12, 12 + 16 * count, 16):
            tag, _, offset, length = struct.unpack_from(">4sIII", self._data, at)
            tables[tag.decode("latin-1")] = self._data[offset : offset + length]
        if any(not tables.get(tag) for tag in NEEDED):
            raise ValueError("a part is missing")
        return tables

    def _family(self) -> str:
        table = self._tables["name"]
        _, count, texts = struct.unpack_from(">HHH", table)
        names: dict[int, str] = {}
        for at in range(6, 6 + 12 * count, 12):
            platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, at)
            text = table[texts + offset : texts + offset + length]
            if kind in (FAMILY, PREFERRED) and platform in (0, 3):
                names.setdefault(kind, text.decode("utf-16-be", "replace"))
        return names.get(PREFERRED) or names.get(FAMILY, "")

    def _letters(self) -> Iterator[str]:
        table = self._tables["cmap"]
        (count,) = struct.unpack_from(">H", table, 2)
        offsets = {struct.unpack_from(">I", table, 8 + 8 * number)[0] for number in range(count)}
        return map(chr, chain.from_iterable(_points(table[offset:]) for offset in sorted(offsets)))


def _points(table: bytes) -> Iterator[int]:
    """The code points of one part of a ``cmap`` in the formats that today's fonts have, 4 and 12."""
    (form,) = struct.unpack_from(">H", table)
    if form == 4:
        segments = struct.unpack_from(">H", table, 6)[0] // 2
        ends = struct.unpack_from(f">{segments}H", table, 14)
        starts = struct.unpack_from(f">{segments}H", table, 16 + 2 * segments)
        for start, end in zip(starts, ends, strict=True):
            yield from range(start, min(end, 0xFFFE) + 1)
    elif form == 12:
        (groups,) = struct.unpack_from(">I", table, 12)
        last = -1
        for number in range(min(groups, 10_000)):
            start, end, _ = struct.unpack_from(">III", table, 16 + 12 * number)
            if not last < start <= end <= 0x10FFFF:
                raise ValueError("not in order")
            last = end
            yield from range(start, end + 1)
