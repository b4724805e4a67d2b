"""Reads rows straight from the pages of a SQLite file, for files that SQLite itself gives up on.

The format is https://www.sqlite.org/fileformat2.html: leaves of tables and of indices, what overflows from them, and
the frames of a write-ahead log. Nothing here is trusted: whoever asks checks each row's signature.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

PAGE = 4096
"""Bytes, where the file does not say; SQLite's own choice."""
HEADER = 100
WAL_HEADER, FRAME = 32, 24
TABLE_LEAF, INDEX_LEAF = 0x0D, 0x0A
LONGEST = 64 * 2**20
"""Bytes of a row that are believed."""
BEFORE = 400
"""Bytes of a row that stand before what is sealed, at most."""

Value = int | float | str | bytes | None
Read = Callable[[int], bytes]


class NoRow(Exception):
    """These bytes are no row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A row as it stands in a page; ``rowid`` is None in an index."""

    rowid: int | None
    values: tuple[Value, ...]


@dataclass(slots=True)
class Pages:
    """The pages of a file and its log; numbers begin at 1. ``newest`` prefers the log, ``oldest`` the file."""

    file: bytes
    log: bytes = b""
    size: int = field(init=False)
    _frames: list[tuple[int, int]] = field(init=False)
    _newest: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.size = _page_size(self.file, self.log)
        step = FRAME + self.size
        starts = range(WAL_HEADER, len(self.log) - step + 1, step)
        self._frames = [(int.from_bytes(self.log[start : start + 4], "big"), start) for start in starts]
        salt = self.log[16:24]
        # Behind the frames of now there may be some from before the log began anew; those are of an older page.
        self._newest = {number: start for number, start in self._frames if self.log[start + 8 : start + 16] == salt}

    @property
    def count(self) -> int:
        """Pages of the file that are there, a last one that was cut included."""
        return -(-len(self.file) // self.size)

    @property
    def missing(self) -> int:
        """How many pages the file's head promises that are not there; 0 when the head makes no sense."""
        promised = int.from_bytes(self.file[28:32], "big")
        return promised - self.count if self.count < promised <= 100 * (self.count + 100) else 0

    def oldest(self, number: int) -> bytes:
        """Raises NoRow when there is no such page."""
        page = self.file[(number - 1) * self.size : number * self.size] if number > 0 else b""
        if not page:
            raise NoRow
        return page.ljust(self.size, b"\0")

    def newest(self, number: int) -> bytes:
        """Raises NoRow when there is no such page."""
        start = self._newest.get(number)
        return self.oldest(number) if start is None else self._framed(start)

    def cells(self, mark: bytes) -> Iterator[Cell]:
        """Every row of every version of every page. Where a page's own list is damaged, rows are looked for around
        ``mark``, what their last column begins with."""
        for image, first in self._images():
            found = set()
            for start in _starts(image, first):
                found.add(start)
                yield from self._both(image, start)
            at = image.find(mark)
            while at >= 0:
                yield from self._around(image, at, found)
                at = image.find(mark, at + 1)

    def _images(self) -> Iterator[tuple[bytes, bool]]:
        for number in range(1, self.count + 1):
            yield self.oldest(number), number == 1
        for number, start in self._frames:
            yield self._framed(start), number == 1

    def _framed(self, start: int) -> bytes:
        return self.log[start + FRAME : start + FRAME + self.size]

    def _both(self, image: bytes, start: int) -> Iterator[Cell]:
        index = image[0] == INDEX_LEAF
        seen = set()
        for read in (self.newest, self.oldest) if self._newest else (self.oldest,):
            try:
                cell = _cell(image, start, read, index)
            except NoRow:
                continue
            if cell not in seen:
                seen.add(cell)
                yield cell

    def _around(self, image: bytes, at: int, found: set[int]) -> Iterator[Cell]:
        near = range(at - 1, max(at - BEFORE, -1), -1)
        if not any(_leads_to(image, start, at) for start in found.intersection(near)):
            for start in near:
                if _leads_to(image, start, at):
                    yield from self._both(bytes((TABLE_LEAF,)) + image[1:], start)


def _page_size(file: bytes, log: bytes) -> int:
    said = (int.from_bytes(file[16:18], "big"), int.from_bytes(log[8:12], "big"))
    for size in (65536 if one == 1 else one for one in said):
        if 512 <= size <= 65536 and size & (size - 1) == 0:
            return size
    return PAGE


def _starts(image: bytes, first: bool) -> list[int]:
    """Where the rows of a leaf begin; nothing for other pages."""
    head = HEADER if first else 0
    if len(image) < head + 8 or image[head] not in (TABLE_LEAF, INDEX_LEAF) or first:
        return []  # the first page holds the tables' own descriptions
    count = min(int.from_bytes(image[head + 3 : head + 5], "big"), (len(image) - head - 8) // 2)
    return list(struct.unpack_from(f">{count}H", image, head + 8))


def _cell(image: bytes, start: int, read: Read, index: bool) -> Cell:
    length, at = _varint(image, start)
    rowid = None
    if not index:
        rowid, at = _varint(image, at)
    return Cell(rowid, _values(_payload(image, at, length, read, index)))


def _payload(image: bytes, at: int, length: int, read: Read, index: bool) -> bytes:
    here = _local(len(image), length, index)
    if length > LONGEST or at + here > len(image):
        raise NoRow
    parts, left = [image[at : at + here]], length - here
    following = int.from_bytes(image[at + here : at + here + 4], "big") if left else 0
    while left > 0:
        page = read(following)
        following = int.from_bytes(page[:4], "big")
        parts.append(page[4 : 4 + left])
        left -= len(page) - 4
    return b"".join(parts)


def _local(page: int, length: int, index: bool) -> int:
    """How much of a row of this length stands in its own page."""
    most = (page - 12) * 64 // 255 - 23 if index else page - 35
    if length <= most:
        return length
    least = (page - 12) * 32 // 255 - 23
    here = least + (length - least) % (page - 4)
    return here if here <= most else least


def _leads_to(image: bytes, start: int, at: int) -> bool:
    """Whether a row that begins at ``start`` has its last column at ``at``."""
    try:
        length, place = _varint(image, start)
        _, place = _varint(image, place)
        types, size = _types(image[place : place + HEADER])
    except NoRow:
        return False
    before = size + sum(_size(one) for one in types[:-1])
    return bool(types) and place + before == at and length == before + _size(types[-1])


def _values(payload: bytes) -> tuple[Value, ...]:
    types, at = _types(payload)
    values = []
    for one in types:
        size = _size(one)
        if at + size > len(payload):
            raise NoRow
        values.append(_value(one, payload[at : at + size]))
        at += size
    return tuple(values)


def _types(payload: bytes) -> tuple[list[int], int]:
    size, at = _varint(payload, 0)
    if size > min(len(payload), HEADER):
        raise NoRow
    types = []
    while at < size:
        one, at = _varint(payload, at)
        types.append(one)
    return types, size


def _size(type: int) -> int:
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[type] if type < 12 else (type - 12) // 2


def _value(type: int, raw: bytes) -> Value:
    if type >= 12:
        return _text(raw) if type % 2 else raw
    if type == 7:
        return float(struct.unpack(">d", raw)[0])
    fixed = {0: None, 8: 0, 9: 1}
    return fixed[type] if type in fixed else int.from_bytes(raw, "big", signed=True)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise NoRow from None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number and where it ends."""
    value = 0
    for byte in data[at : at + 8]:
        at += 1
        value = value << 7 | byte & 127
        if byte < 128:
            return value, at
    raise NoRow
