"""Which page a node needs: the way to answer that fits its type."""

from __future__ import annotations

from kiosk.domain.form import Type
from kiosk.domain.values import Absent
from kiosk.domain.view import Node
from kiosk.viewmodels.entries import Begun, is_list
from kiosk.viewmodels.finding import is_searched
from kiosk.viewmodels.sliding import scale_of

TYPED = ("string", "text", "url", "integer", "decimal", "quantity", "date", "dateTime", "time", "signature", "free")
"""The pages where something is typed."""
PLAIN = {Type.BOOLEAN: "choice", Type.OPEN_CHOICE: "string"}
"""What is not called as its type is: an open choice that has no answers to choose is written."""


def kind_of(node: Node, begun: Begun) -> str:
    """The page by the name the screens know: a type's own name, or what stands in for it."""
    item = node.item
    if node.gathers:
        return "gather"
    if item.image_map or item.signature:
        return "map" if item.image_map else "signature"
    if item.options:
        return _choice(node, begun)
    if is_list(item) and not begun.open and node.answered and not isinstance(node.answer, Absent):
        return "list"
    return "slider" if scale_of(item) else PLAIN.get(item.type, item.type.value)


def _choice(node: Node, begun: Begun) -> str:
    if node.item.type is Type.OPEN_CHOICE and begun.open:
        return "free"
    if is_searched(node.item):
        return "search"
    return "several" if node.item.repeats else "choice"
