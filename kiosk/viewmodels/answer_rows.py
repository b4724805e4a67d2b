"""What a question's page and the review list: answers to choose, parts of a date, entries, each answer once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.form import Item, Option, Type
from kiosk.domain.sheet import Path, Sheet
from kiosk.domain.values import Absent, Coding, Value, same
from kiosk.domain.view import Node, View
from kiosk.viewmodels import finding, phrases, route
from kiosk.viewmodels.entries import Begun
from kiosk.viewmodels.entry import Moment

YES, NO = "true", "false"
OTHER = "+"
"""The key of "Something else"; with a number behind it that of an option without a code of its own."""


@dataclass(frozen=True)
class OptionRow:
    key: str
    title: str
    chosen: bool
    exclusive: bool
    number: int


@dataclass(frozen=True)
class PartRow:
    """A part of a date: its letter, what it is called, what is typed, whether it is being typed, whether it is full."""

    key: str
    title: str
    typed: str
    active: bool
    done: bool
    wide: bool


@dataclass(frozen=True)
class EntryRow:
    """One entry of a list: an answer, or an instance of a group with what was answered in it."""

    key: str
    title: str
    detail: str
    changeable: bool
    removable: bool


@dataclass(frozen=True)
class ReviewRow:
    """One answer on the review. ``number`` is its question's, 0 for what is none; ``fixed`` when none can change it."""

    key: str
    number: int
    title: str
    answer: str
    blank: bool
    fixed: bool


def values_of(node: Node) -> tuple[Value, ...]:
    """The values of an answer; none when it is one of the two that have none."""
    return () if isinstance(node.answer, Absent) else node.answer


def keyed(item: Item) -> dict[str, Option]:
    """The options by their keys on the page: the code where it is the only one, else the place."""
    found: dict[str, Option] = {}
    for place, option in enumerate(item.options, start=1):
        code = option.value.code if isinstance(option.value, Coding) else ""
        own = code and code not in found and not code.startswith(OTHER)
        found[code if own else f"{OTHER}{place}"] = option
    return found


def own_words(node: Node) -> tuple[str, ...]:
    """What the patient wrote beside the options."""
    return tuple(value for value in values_of(node) if isinstance(value, str) and node.item.option(value) is None)


def option_rows(node: Node, begun: Begun, language: str) -> list[OptionRow]:
    """The answers of a choice with "Something else" where that is offered, or yes and no."""
    chosen = values_of(node)
    if node.item.type is Type.BOOLEAN:
        words = ((YES, phrases.yes(), True), (NO, phrases.no(), False))
        return [OptionRow(key, text, value in chosen, False, 0) for key, text, value in words]
    places = {id(option): (key, place) for place, (key, option) in enumerate(keyed(node.item).items(), start=1)}
    rows = []
    for option in shown(node, begun, language):
        key, place = places[id(option)]
        title = f"{option.prefix} {option.label.in_language(language)}".strip()
        rows.append(OptionRow(key, title, any(same(option.value, v) for v in chosen), option.exclusive, place))
    if node.item.type is Type.OPEN_CHOICE:
        rows.append(other_row(node, language))
    return rows


def shown(node: Node, begun: Begun, language: str) -> list[Option]:
    """The options on the page: all, or of a long list those that are searched for; what is chosen always stays."""
    if not finding.is_searched(node.item):
        return list(node.item.options)
    matching = finding.found(node.item.options, begun.search, language)
    chosen = [o for o in node.item.options if any(same(o.value, value) for value in values_of(node))]
    first = matching[: finding.SHOWN]
    return [*first, *(option for option in chosen if option not in first)]


def other_name(item: Item, language: str) -> str:
    return item.open_label.in_language(language) or QCoreApplication.translate("Asking", "Something else")


def other_row(node: Node, language: str) -> OptionRow:
    name, words = other_name(node.item, language), own_words(node)
    title = f"{name}: {phrases.listed(words, QLocale(language))}" if words else name
    return OptionRow(OTHER, title, bool(words), False, len(node.item.options) + 1)


def absent_rows(node: Node) -> list[OptionRow]:
    """The answers that are none, where they are offered."""
    offered = [(Absent.UNSURE, node.item.unsure), (Absent.IN_THE_ROOM, node.item.in_the_room)]
    return [
        OptionRow(reason.value, phrases.absent(reason), node.answer is reason, True, 0)
        for reason, is_offered in offered
        if is_offered
    ]


def part_rows(typed: Moment) -> list[PartRow]:
    """The parts of a date and a time that are typed, in their order."""
    names = {
        "y": QCoreApplication.translate("Asking", "Year"),
        "M": QCoreApplication.translate("Asking", "Month"),
        "d": QCoreApplication.translate("Asking", "Day"),
        "h": QCoreApplication.translate("Asking", "Hour"),
        "m": QCoreApplication.translate("Asking", "Minute"),
    }
    active = typed.order[typed.at]
    return [
        PartRow(part, names[part], typed.part(part), part == active, part != active and typed.done(part), part == "y")
        for part in typed.order
        if part in names
    ]


def half_rows(typed: Moment, locale: QLocale) -> list[OptionRow]:
    """The two halves of the day, where the language's clock counts to twelve."""
    words = {"a": locale.amText(), "p": locale.pmText()} if "a" in typed.order else {}
    return [OptionRow(half, text, typed.part("a") == half, False, 0) for half, text in words.items()]


def unit_rows(item: Item, begun: Begun) -> list[OptionRow]:
    """The units of a quantity, when there are several to choose from."""
    units = item.units if len(item.units) > 1 else ()
    return [
        OptionRow(str(place), unit.display or unit.code, begun.unit == place, False, 0)
        for place, unit in enumerate(units)
    ]


def entry_rows(node: Node, locale: QLocale, language: str) -> list[EntryRow]:
    """The answers typed so far, or the instances of a repeating group with what was answered in each."""
    if not node.gathers:
        words = [phrases.value_words(node.item, value, locale, language) for value in values_of(node)]
        return [EntryRow(str(place), text, "", False, True) for place, text in enumerate(words)]
    fewest = max(node.item.limits.fewest or 0, 1) if node.item.required else 0
    return [
        EntryRow(
            str(place),
            instance_name(child, place, language),
            instance_words(child, locale, language),
            True,
            len(node.children) > fewest,
        )
        for place, child in enumerate(node.children, start=1)
    ]


def instance_name(node: Node, place: int, language: str) -> str:
    return f"{(node.item.short or node.item.text).in_language(language)} {place}".strip()


def instance_words(node: Node, locale: QLocale, language: str) -> str:
    """One line of what was answered in an instance."""
    words = (
        phrases.answer_words(each.item, each.answer, locale, language)
        for each in route.down(node)
        if each.item.asks and each.answered and not each.item.hidden and not each.item.score
    )
    return phrases.listed(words, locale)


def reviewed(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """What the review lists, in the order of the pages: questions, what was filled in for the patient, and each list
    of instances behind them."""
    for node in nodes:
        if node.item.hidden:
            continue
        if node.item.asks and not node.item.score and (node.answered or not node.item.fixed):
            yield node
        yield from reviewed(node.children)
        if node.gathers and not node.item.read_only:
            yield node


def review_rows(
    view: View | None, sheet: Sheet | None, key_of: Callable[[Path], str], locale: QLocale, language: str
) -> list[ReviewRow]:
    """Every question with its answer, numbered as its page was; ``key_of`` names a page."""
    if view is None or sheet is None:
        return []
    pages = [node for node in view.pages if node.item.asks]
    numbers = {node.path: number for number, node in enumerate(pages, start=1)}
    rows = []
    for node in reviewed(view.nodes):
        words = node.item.text or node.item.short if node.gathers else node.item.short or node.item.text
        name = words.in_language(language)
        title = phrases.listed((route.standing(node.path, sheet, locale, language), name), locale)
        answer, blank = review_words(node, locale, language)
        fixed = node.item.asks and node.path not in numbers
        rows.append(ReviewRow(key_of(node.path), numbers.get(node.path, 0), title, answer, blank, fixed))
    return rows


def review_words(node: Node, locale: QLocale, language: str) -> tuple[str, bool]:
    """An answer as the review says it, and whether there is none."""
    if node.gathers:
        count = QCoreApplication.translate("Asking", "Added: %1").replace("%1", str(len(node.children)))
        return count, not node.children
    return phrases.answer_words(node.item, node.answer, locale, language), not node.answered
