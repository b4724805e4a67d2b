"""Markdown to the few kinds of text the screen shows; everything else is a problem at its line."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from kiosk.content.document import Document, Passage
from kiosk.content.problem import quoted
from kiosk.domain.library import Block, BlockKind, Section

KINDS = {
    "paragraph": BlockKind.PARAGRAPH,
    "heading": BlockKind.HEADING,
    "bullet_list": BlockKind.BULLETS,
    "ordered_list": BlockKind.STEPS,
    "blockquote": BlockKind.NOTICE,
}
NOT_SHOWN = {
    "html_block": "HTML is not shown",
    "html_inline": "HTML is not shown",
    "fence": "Code is not shown",
    "code_block": "Text indented by four spaces counts as code, which is not shown",
    "code_inline": "Code is shown as plain words",
    "image": "A picture inside a text is not shown",
    "link": "A link is shown as plain words",
    "table": "A table is not shown",
    "hr": "A line across is not shown",
}
TAGS = {"strong": "b", "em": "i"}
COMMONMARK = MarkdownIt("commonmark").enable("table")
OWN_ID = re.compile(r"\{#([a-z0-9-]+)\}$")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Body:
    """The Markdown of one file. Its first line is ``first_line`` of the file; problems go to ``document``."""

    text: str
    first_line: int
    document: Document
    emergency: str

    def blocks(self) -> tuple[Block, ...]:
        """All of the text, without sections."""
        nodes = self._nodes()
        for node in nodes:
            if node.type == "heading" and node.tag != "h3":
                self._warn(node, "heading-level", "Only ### headings are shown here.")
        return tuple(self._blocks(nodes))

    def sections(self) -> tuple[Section, ...]:
        """One section for each ``##`` heading."""
        parts: list[tuple[SyntaxTreeNode, list[SyntaxTreeNode]]] = []
        for node in self._nodes():
            if node.type == "heading" and node.tag == "h2":
                parts.append((node, []))
            elif parts:
                parts[-1][1].append(node)
                if node.type == "heading" and node.tag != "h3":
                    self._warn(node, "heading-level", "Only ## and ### headings are shown.")
            else:
                self._warn(node, "text-before-heading", "Text before the first ## heading is not shown.")
        sections: dict[str, Section] = {}
        for heading, nodes in parts:
            section = self._section(heading, nodes)
            if section.id in sections:
                self._warn(heading, "section-twice", f"Two sections have the id {quoted(section.id)}; the first stays.")
            sections.setdefault(section.id, section)
        return tuple(sections.values())

    def _section(self, heading: SyntaxTreeNode, nodes: list[SyntaxTreeNode]) -> Section:
        title = " ".join(plain for plain, _ in self._lines(heading))
        own = OWN_ID.search(title)
        title = title[: own.start()].rstrip() if own else title
        summary = ""
        if nodes and nodes[0].type == "blockquote":
            summary = " ".join(plain for plain, _ in self._lines(nodes.pop(0), "summary"))
        blocks = tuple(self._blocks(nodes))
        if not blocks:
            self._warn(heading, "section-empty", "Nothing stands below this heading.")
        return Section(own[1] if own else slug(title), title, summary, blocks)

    def _nodes(self) -> list[SyntaxTreeNode]:
        return SyntaxTreeNode(COMMONMARK.parse(self.text)).children

    def _blocks(self, nodes: list[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            if node.type in NOT_SHOWN:
                self._warn_not_shown(node, self._line(node))
                continue
            lines = [(plain, rich) for plain, rich in self._lines(node) if plain]
            if lines:
                yield Block(KINDS[node.type], *(tuple(texts) for texts in zip(*lines, strict=True)))

    def _lines(self, node: SyntaxTreeNode, kind: str = "text") -> Iterator[tuple[str, str]]:
        """Each run of text below ``node``, plain and rich."""
        for child in node.children:
            if child.type == "inline":
                line = self._line(node)
                plain, rich = self._inline(child, line)
                passage = Passage(line, node.tag if node.type == "heading" else kind, plain)
                self.document.passages.append(passage)
                yield plain.replace("\n", " "), rich
            elif child.type in NOT_SHOWN:
                self._warn_not_shown(child, self._line(child))
            else:
                if node.type == "list_item" and child is not node.children[0]:
                    self._warn(child, "nested", "A point of a list is one paragraph; this is shown as a further point.")
                yield from self._lines(child, kind)

    def _inline(self, node: SyntaxTreeNode, line: int) -> tuple[str, str]:
        """The text plain, its lines ended as in the file, and rich on one line."""
        plain, rich = "", ""
        for child in node.children:
            if child.type in ("softbreak", "hardbreak"):
                words, marked = "\n", " "
                line += 1
            elif child.type in TAGS:
                words, marked = self._inline(child, line)
                marked = f"<{TAGS[child.type]}>{marked}</{TAGS[child.type]}>"
            else:
                words, marked = self._leaf(child, line)
            plain, rich = plain + words, rich + marked
        return plain.strip(), rich.strip()

    def _leaf(self, node: SyntaxTreeNode, line: int) -> tuple[str, str]:
        if node.type in NOT_SHOWN:
            self._warn_not_shown(node, line)
            if node.type == "link":
                return self._inline(node, line)
            if node.type != "code_inline":
                return "", ""
        words = filled(node.content, self.emergency, self.document, line)
        return words, html.escape(words, quote=False)

    def _line(self, node: SyntaxTreeNode) -> int:
        return self.first_line + (node.map[0] if node.map else 0)

    def _warn(self, node: SyntaxTreeNode, code: str, sentence: str) -> None:
        self.document.complain((self._line(node), 1), code, sentence, "warning")

    def _warn_not_shown(self, node: SyntaxTreeNode, line: int) -> None:
        self.document.complain((line, 1), "not-shown", f"{NOT_SHOWN[node.type]}.", "warning")


def filled(text: str, emergency: str, document: Document, line: int, column: int = 1) -> str:
    """The text with the clinic's emergency number in its place."""
    for name in PLACEHOLDER.findall(text):
        if name != "emergency":
            sentence = f"{quoted('{' + name + '}')} stands for nothing; only “{{emergency}}” does."
            document.complain((line, column), "placeholder-unknown", sentence)
    return text.replace("{emergency}", emergency)


def slug(title: str) -> str:
    """The title as an id: plain small letters and hyphens."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "section"
