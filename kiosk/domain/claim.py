"""The claim code a patient tells the desk, such as MAPLE 27: made from a record's number, and read back to it.

Nothing about a code is stored beside a record: whoever has the secret can work out which number a code stands for,
and nobody else can tell which number comes next.
"""

from __future__ import annotations

import hmac
import re
import unicodedata

_WORDS = (
    "AGATE ALPINE AMBER ANCHOR ASPEN AURORA AZALEA BADGER BAKERY BAMBOO BASALT BEACON BISON BLOSSOM BREEZE BRIDGE "
    "BUTTERFLY CABIN CACTUS CANYON CASCADE CEDAR CLOVER COBALT COMET COTTAGE CRICKET CRYSTAL DAISY DOLPHIN DRAGONFLY "
    "EMERALD FALCON FERN FLAMINGO FOREST GALAXY GARDEN GECKO GIRAFFE GLACIER GONDOLA GRANITE GROVE HARBOR HEDGE "
    "HILLTOP HORIZON ICEBERG IGLOO INDIGO ISLAND IVORY JAGUAR JASMINE JUNIPER KANGAROO KAYAK KOALA LAGOON LANTERN "
    "LAVENDER LIBRARY LIGHTHOUSE LILAC LOTUS MAGNOLIA MAPLE MARIGOLD MEADOW METEOR MIMOSA MONSOON MOSAIC MOUNTAIN "
    "MUSEUM NEPTUNE NOMAD OASIS OCEAN OCTOPUS OLIVE ORBIT ORCHARD OTTER PALACE PANDA PARROT PATIO PEBBLE PELICAN "
    "PENGUIN PLANET PUFFIN PUMA QUARRY RABBIT RAINBOW RANCH RAVEN RUBY SAFARI SATURN SAVANNA SIERRA SPRUCE STADIUM "
    "STORM SUMMIT SUNSET TERRACE THUNDER TOPAZ TORTOISE TOWER TROPIC TUNDRA TURTLE UMBRELLA VALLEY VILLAGE VIOLET "
    "VOLCANO WATERFALL WILLOW WINTER ZEBRA ZINNIA"
)
WORDS = tuple(_WORDS.split())
"""128 words of nature and places, none of them of health or the body. The first three letters tell them apart, and two
slips of a finger never make one out of another (a test measures both)."""

NUMBERS = 90
"""The numbers 10 to 99."""
SPACE = len(WORDS) * NUMBERS
"""11,520: as many records in a row have different codes."""
ROUNDS = 8
READ = re.compile(r"([A-Z]+)[\s._-]*([1-9][0-9])")


def code(secret: bytes, seq: int) -> str:
    """The code of record number ``seq``."""
    word, number = divmod(seq % SPACE, NUMBERS)
    for turn in range(0, ROUNDS, 2):
        word = (word + _shift(secret, turn, number)) % len(WORDS)
        number = (number + _shift(secret, turn + 1, word)) % NUMBERS
    return f"{WORDS[word]} {number + 10}"


def place(secret: bytes, code: str) -> int:
    """What ``seq % SPACE`` is for the record with this code. Raises ValueError when it is no code."""
    read = tidy(code)
    if read is None:
        raise ValueError("this is not a claim code")
    name, digits = read.split()
    word, number = WORDS.index(name), int(digits) - 10
    for turn in reversed(range(0, ROUNDS, 2)):
        number = (number - _shift(secret, turn + 1, word)) % NUMBERS
        word = (word - _shift(secret, turn, number)) % len(WORDS)
    return word * NUMBERS + number


def tidy(text: str) -> str | None:
    """The code somebody meant: ``maple27``, ``Maple-27 `` and ``MAPLE  27`` are all ``MAPLE 27``; None if none is."""
    match = READ.fullmatch(unicodedata.normalize("NFKC", text).strip().upper())
    return f"{match[1]} {match[2]}" if match and match[1] in WORDS else None


def _shift(secret: bytes, turn: int, half: int) -> int:
    """How far the other half moves: 64 bits, so that neither 128 nor 90 favours a value noticeably."""
    return int.from_bytes(hmac.digest(secret, f"claim {turn} {half}".encode(), "sha256")[:8], "big")
