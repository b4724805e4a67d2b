"""One item of a questionnaire on its way into the form: read, but not yet joined with the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.domain.form import Item, Rule, Score, Type
from kiosk.fhir.element import Element


@dataclass(eq=False)
class Entry:
    """``item`` has neither rule nor score nor children yet. ``lost`` ones are taken out of the form, ``folded`` ones
    have become the help of their question."""

    element: Element
    item: Item
    parent: Entry | None
    children: list[Entry] = field(default_factory=list)
    lost: bool = False
    folded: bool = False
    rule: Rule | None = None
    score: Score | None = None
    tested: list[Element] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def droppable(self) -> bool:
        """Whether a form without it can still be completed (S24)."""
        return self.item.hidden or not self.item.required

    @property
    def above(self) -> Iterator[Entry]:
        """The items it stands in, nearest first."""
        entry = self.parent
        while entry is not None:
            yield entry
            entry = entry.parent

    @property
    def repetitions(self) -> tuple[Entry, ...]:
        """The repeating groups it stands in, outermost first."""
        groups = [entry for entry in self.above if entry.item.repeats and entry.item.type is Type.GROUP]
        return tuple(reversed(groups))

    def walk(self) -> Iterator[Entry]:
        """This one and everything below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def lose(self, code: str, text: str) -> None:
        """Takes it out of the form with everything below it: with consent when it can be missed, else not at all."""
        if self.droppable:
            self.element.drop(code, text)
        else:
            self.element.refuse(code, text)
        for entry in self.walk():
            entry.lost = True


def walk(entries: list[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield from entry.walk()


def kept(entries: list[Entry]) -> Iterator[Entry]:
    """Everything that is neither lost nor folded."""
    return (entry for entry in walk(entries) if not entry.lost and not entry.folded)
