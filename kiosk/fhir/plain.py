"""Marked-up text (Markdown, XHTML) as the plain sentence in it."""

from __future__ import annotations

import html
import re

LONGEST = 20_000
"""Characters that are looked at."""

_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|[0-9]{1,3}[.)])[ \t]+", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*_`\n]+)\1")


def from_xhtml(text: str) -> str:
    """The text of XHTML: no tag, no script, entities as letters."""
    broken = _BREAK.sub("\n", _UNSEEN.sub("", text[:LONGEST]))
    return _tidy(html.unescape(_TAG.sub("", broken)))


def from_markdown(text: str) -> str:
    """The text of Markdown: links by their words, no marks of headings, lists and emphasis."""
    plain = _EMPHASIS.sub(r"\2", _LINE_MARK.sub("", _LINK.sub(r"\1", text[:LONGEST])))
    return from_xhtml(plain)


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
