"""What a clip says, how a text is cut into such pieces, and the name of the clip's file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

END = re.compile(r"[.!?…][”\"’)]*\s+")
"""Where a sentence may end."""
SHORTENED = re.compile(r"(?:^|[\s(“¿¡])(?:[^\W\d]|Dr|Sr|Mr|Ms|St|Mrs|Dra|Sra|vs|approx|etc|a\. m|p\. m)\.$")
"""A word with a full stop of its own, such as Dr. or a. m."""


@dataclass(frozen=True, slots=True, order=True)
class Saying:
    """One clip's words: a whole sentence, or a part that is put together with others. ``language`` is a tag."""

    language: str
    text: str


def tidy(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, without what is between them."""
    line, found, begin = tidy(text), [], 0
    for end in END.finditer(line):
        before, after = line[begin : end.end()].strip(), line[end.end() :]
        if not SHORTENED.search(before) and not after[:1].islower():
            found.append(before)
            begin = end.end()
    return tuple(sentence for sentence in (*found, line[begin:]) if sentence)


def clip_name(voice: str, saying: Saying) -> str:
    """The file of a saying in a voice: SHA-256 of voice, language and text."""
    digest = hashlib.sha256("\0".join((voice, saying.language, saying.text)).encode())
    return f"{digest.hexdigest()}.wav"
