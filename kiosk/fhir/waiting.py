"""Items that wait for each other: cycles over conditions, scores and parents (S26)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.fhir.entry import Entry
from kiosk.fhir.findings import shown

Graph = Mapping[str, set[str]]


def check_cycles(entries: Iterable[Entry]) -> None:
    """Reports every item with a condition or a score that waits, over others or not, for itself."""
    held = {entry.id: entry for entry in entries}
    graph = {id: _awaited(entry) & held.keys() for id, entry in held.items()}
    for ring in _rings(graph):
        names = ", ".join(shown(id) for id in held if id in ring) if len(ring) < 8 else f"{len(ring)} items"
        for id in ring:
            if held[id].rule or held[id].score:
                sentence = f"These wait for each other: {names}; take one condition away."
                held[id].element.refuse("enableWhen-cycle", sentence)


def _awaited(entry: Entry) -> set[str]:
    waits = {test.question for test in entry.rule.tests} if entry.rule else set()
    waits |= set(entry.score.of) if entry.score else set()
    return waits | ({entry.parent.id} if entry.parent else set())


def _rings(graph: Graph) -> Iterator[set[str]]:
    """The groups of items that all wait for each other (Kosaraju's two walks)."""
    finished: list[str] = []
    seen: set[str] = set()
    for id in graph:
        finished += _walked(id, graph, seen)
    turned: dict[str, set[str]] = {id: set() for id in graph}
    for id, targets in graph.items():
        for target in targets:
            turned[target].add(id)
    seen = set()
    for id in reversed(finished):
        ring = set(_walked(id, turned, seen))
        if len(ring) > 1 or id in graph[id]:
            yield ring


def _walked(start: str, graph: Graph, seen: set[str]) -> list[str]:
    """Everything not yet seen that can be reached, each after what it leads to; without recursion, forms may chain."""
    if start in seen:
        return []
    seen.add(start)
    finished, open_ = [], [(start, iter(graph[start]))]
    while open_:
        id, targets = open_[-1]
        target = next((target for target in targets if target not in seen), None)
        if target is None:
            finished.append(id)
            open_.pop()
        else:
            seen.add(target)
            open_.append((target, iter(graph[target])))
    return finished
