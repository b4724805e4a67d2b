"""Whether translations still fit the texts they were made from."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.content.document import Document
from kiosk.content.problem import quoted
from kiosk.content.seal import words

MEND = "When it fits, let main.py content translated say so."


@dataclass
class Texts:
    """The pages of one folder as their files have them; of ``languages`` the first is that of the originals."""

    languages: tuple[str, ...]
    found: dict[str, dict[str, tuple[str, Document]]] = field(default_factory=dict)

    def add(self, id: str, language: str, text: str, document: Document) -> None:
        self.found.setdefault(id, {})[language] = (text, document)

    def compare(self) -> dict[str, str]:
        """Warns of each translation whose original is another than it was, or that does not say which one it follows;
        and of days that differ. The digests of the originals, by the translations' files."""
        originals = {}
        for texts in self.found.values():
            if (original := texts.pop(self.languages[0], None)) is None:
                continue
            digest = words(*original)
            for _, translation in texts.values():
                originals[translation.file] = digest
                _compare(translation, original[1], digest)
        return originals


def _compare(translation: Document, original: Document, digest: str) -> None:
    front = translation.data if isinstance(translation.data, dict) else {}
    known, name = front.get("original"), quoted(original.file.rpartition("/")[2])
    if known is None:
        sentence = f"Nothing tells whether this translation fits {name}. {MEND}"
        translation.warn((), "translation-unproved", sentence)
    elif str(known) != digest:
        sentence = f"{name} has changed since this was translated from it. {MEND}"
        translation.warn(("original",), "translation-stale", sentence)
    days = original.data if isinstance(original.data, dict) else {}
    for key in ("from", "until"):
        if front.get(key) != days.get(key):
            sentence = f"{quoted(key)} is another day in {name}; both must be right for this to show."
            translation.warn((key,), "schedule-differs", sentence)
