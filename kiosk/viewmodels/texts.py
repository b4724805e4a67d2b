"""Texts of the content as the screen shows them, line by line, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.domain.library import Block, Source


@dataclass(frozen=True)
class BlockRow:
    """One line of a text; ``mark`` stands before it (a bullet or a number)."""

    kind: str
    mark: str
    label: str
    rich: str


def block_rows(blocks: Iterable[Block]) -> list[BlockRow]:
    """A text as rows: one a paragraph, heading, notice or point of a list."""
    rows = []
    for block in blocks:
        for number, (plain, rich) in enumerate(zip(block.lines, block.rich, strict=True), start=1):
            mark = {"bullets": "•", "steps": f"{number}."}.get(block.kind.value, "")
            rows.append(BlockRow(block.kind.value, mark, plain, rich))
    return rows


def source_line(sources: tuple[Source, ...]) -> str:
    """The sources in one line; empty when there are none."""
    if not sources:
        return ""
    one = QCoreApplication.translate("Reading", "Source: %1")
    several = QCoreApplication.translate("Reading", "Sources: %1")
    named = "; ".join(f"{source.text} ({source.url})" if source.url else source.text for source in sources)
    return (one if len(sources) == 1 else several).replace("%1", named)
