"""The way through the pages: their numbers, which repetition they stand in, where a fault can be mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale

from kiosk.domain.checks import Issue
from kiosk.domain.form import Form, Item, Type
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.view import Node, View
from kiosk.viewmodels import phrases


def asked(pages: Sequence[Node]) -> int:
    """How many of these pages are questions: information and lists of instances do not count."""
    return sum(node.item.asks for node in pages)


def place(pages: Sequence[Node], path: Path) -> int | None:
    """Which page that is, counted from 0."""
    return next((at for at, node in enumerate(pages) if node.path == path), None)


def down(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    for child in node.children:
        yield from down(child)


def within(view: View, pages: Sequence[Node], path: Path) -> list[int]:
    """The places of the pages inside a group, an instance of one, or below a question, and its own."""
    inside = {each.path for node in view.walk() if node.path == path for each in down(node)}
    return [at for at, node in enumerate(pages) if node.path in inside]


def mends(issue: Issue, view: View, pages: Sequence[Node]) -> int | None:
    """The page where an issue can be mended: its own, or the first one of its group. None where nobody can."""
    own = place(pages, issue.path)
    return own if own is not None else next(iter(within(view, pages, issue.path)), None)


def repetitions(form: Form, id: str) -> list[Item]:
    """The repeating items around one, from the outside in: what each part of a path's ``at`` counts."""
    around: list[Item] = []
    while id := form.parents[id]:
        if form.by_id[id].repeats:
            around.insert(0, form.by_id[id])
    return around


def standing(path: Path, sheet: Sheet, locale: QLocale, language: str) -> str:
    """Which repetition a page stands in, e.g. ``Medicine 2``, or the answer it belongs to; empty outside of any."""
    if not path.at:
        return ""
    parts = []
    for depth, (item, mark) in enumerate(zip(repetitions(sheet.form, path.id), path.at, strict=False)):
        if item.type is Type.GROUP:
            ordinals = sheet.ordinals(Path(item.id, path.at[:depth]))
            number = next((at for at, ordinal in enumerate(ordinals, start=1) if ordinal == mark), 0)
            parts.append(f"{(item.short or item.text).in_language(language)} {number}".strip())
        else:
            parts.append(phrases.value_words(item, mark, locale, language))
    return " · ".join(part for part in parts if part)


def is_suggested(form: Form, item: Item) -> bool:
    """Whether a suggestion may be shown: never where the answer counts in a score (S19)."""
    return not any(item.id in other.score.of for other in form.by_id.values() if other.score)
