"""Every text that patients read, with its place in its file and the place on the screen where it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.content.document import Document, Where
from kiosk.content.load import NAME
from kiosk.content.spelling import texts as by_language

EMERGENCY = "911"
"""Stands for the clinic's emergency number wherever a text has its placeholder: one word either way."""
VALUES = {
    "treatments": {"title": "treatment.title", "lead": "treatment.lead", "card": "treatment.card"},
    "questions": {"title": "question.title"},
    "announcements": {"title": "announcement.title"},
}
LISTS = {"facts": "treatment.fact", "steps": "treatment.step"}
PASSAGES = {"h2": "treatment.section", "h3": "heading", "summary": "treatment.summary", "text": "prose"}
ANNOUNCED = {"text": "announcement.text"}
ITEM = {"text": "form.text", "shortText": "form.short", "help": "form.help", "why": "form.why"}
HEADS = frozenset(
    {
        "treatment.title",
        "question.title",
        "announcement.title",
        "treatment.section",
        "heading",
        "form.short",
        "form.option",
    }
)
"""Places of names and headings, which are no sentences."""


@dataclass(frozen=True, slots=True)
class Text:
    """``place`` is one that the measure knows, or ``prose`` or ``heading`` where the room has no end. ``words`` has
    its line ends as they stand in the file below ``line``; those of front matter count as one line."""

    line: int
    column: int
    place: str
    language: str
    words: str

    @property
    def spoken(self) -> bool:
        """Whether it is made of sentences."""
        return self.place not in HEADS


def page_texts(document: Document) -> list[Text]:
    """The texts of a treatment or a common question."""
    kind, _, name = document.file.rpartition("/")
    named = NAME.fullmatch(name)
    language = named[2] if named else ""
    data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}
    front: list[tuple[str, Where, object]] = [
        (place, (key,), data.get(key)) for key, place in VALUES.get(kind, {}).items()
    ]
    for key, place in LISTS.items():
        held = data.get(key) if kind == "treatments" else None
        entries = held if isinstance(held, list) else []
        front += [(place, (key, n, "text"), one.get("text")) for n, one in enumerate(entries) if isinstance(one, dict)]
    found = [
        Text(*document.place(where), place, language, _filled(value))
        for place, where, value in front
        if isinstance(value, str) and value.strip()
    ]
    passages = PASSAGES if kind != "announcements" else ANNOUNCED
    return found + [Text(p.line, 1, passages.get(p.kind, "prose"), language, p.text) for p in document.passages]


def form_texts(document: Document, default: str) -> list[list[Text]]:
    """The texts of a questionnaire, those of one item together. ``default`` is the language of plain ones."""
    return [list(_item_texts(document, where, item, default)) for where, item in _items(document.data, ())]


def _items(holder: object, at: Where) -> Iterator[tuple[Where, dict[str, Any]]]:
    held = holder.get("item") if isinstance(holder, dict) else None
    for number, item in enumerate(held if isinstance(held, list) else ()):
        if isinstance(item, dict):
            yield (*at, "item", number), item
            yield from _items(item, (*at, "item", number))


def _item_texts(document: Document, at: Where, item: dict[str, Any], default: str) -> Iterator[Text]:
    heading = item.get("type") == "group"
    for key, place in ITEM.items():
        shown = "heading" if heading and key == "text" else place
        yield from _in_languages(document, (*at, key), item.get(key), shown, default)
    options = item.get("answerOption")
    for number, option in enumerate(options if isinstance(options, list) else ()):
        if isinstance(option, dict):
            where = (*at, "answerOption", number, "display")
            yield from _in_languages(document, where, option.get("display"), "form.option", default)


def _in_languages(document: Document, where: Where, value: object, place: str, default: str) -> Iterator[Text]:
    if isinstance(value, str) and value.strip():
        yield Text(*document.place(where), place, default, value)
    elif isinstance(value, dict) and by_language(value):
        for language, words in value.items():
            if isinstance(words, str) and words.strip():
                yield Text(*document.place((*where, language)), place, language, words)


def _filled(words: str) -> str:
    return words.replace("{emergency}", EMERGENCY)
