"""The page to look through a preview with: one file that needs nothing but the pictures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path

from kiosk.content.problem import Problem
from kiosk.preview.album import CONTRASTS, SIZES, Page, Shown, State, View
from kiosk.preview.difference import Box
from kiosk.preview.tour import PARTS
from kiosk.viewmodels.access import own_name

STYLE = Path(__file__).with_name("index.css")
OURS = '<meta name="generator" content="waiting-room-kiosk preview">'
"""By this a folder is known as a preview."""
CONTRAST_NAMES = dict(zip(CONTRASTS, ("warm", "black on white", "white on black", "soft"), strict=True))
STATE_WORDS = {State.CHANGED: "Changed", State.NEW: "New", State.GONE: "Gone"}


@dataclass(frozen=True)
class Index:
    """What stands in it. ``remarks`` are the problems by the page they belong to, under an empty name those of none;
    ``size`` is that of every picture in pixels; ``compared`` whether there was something to hold it against."""

    clinic: str
    pages: Sequence[Page]
    remarks: Mapping[str, Sequence[Problem]]
    missed: Sequence[str]
    size: tuple[int, int]
    compared: bool
    made: datetime
    languages: Sequence[str] = field(default=())

    def html(self) -> str:
        """The whole file."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        title = f"Preview: {escape(self.clinic)}"
        yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"{OURS}\n<title>{title}</title>"
        yield f"<style>\n{STYLE.read_text('utf-8')}{''.join(self._rules())}</style>\n</head>\n<body>"
        yield '<a class="skip" href="#pages">To the pages</a>'
        yield f"<header>\n<h1>{title}</h1>"
        yield from self._summary()
        yield "</header>"
        yield from self._switches()
        yield '<main id="pages">'
        for part in PARTS:
            yield from self._part(part, [page for page in self.pages if page.part == part])
        yield f"</main>\n<footer>\n<p>Made on {escape(self.made.strftime('%Y-%m-%d at %H:%M'))}.</p>\n</footer>"
        yield "</body>\n</html>\n"

    def _summary(self) -> Iterator[str]:
        pictures = sum(bool(view.picture) for page in self.pages for each in page.shown for view in each.views)
        names = ", ".join(own_name(tag) for tag in self.languages)
        there = [page for page in self.pages if page.state is not State.GONE]
        yield f"<p>{len(there)} pages as patients will see them, {pictures} pictures. Languages: {escape(names)}.</p>"
        if self.compared:
            yield from self._changes()
        yield from self._loose()
        parts = [part for part in PARTS if any(page.part == part for page in self.pages)]
        links = "".join(f'<li><a href="#part-{PARTS.index(part)}">{escape(part)}</a></li>' for part in parts)
        yield f'<nav aria-label="Parts"><ul>{links}</ul></nav>'

    def _changes(self) -> Iterator[str]:
        """What differs from what patients see now, each with a way there."""
        differing = [(place, page) for place, page in enumerate(self.pages) if page.state is not State.SAME]
        if not differing:
            yield "<p>Every page looks as patients see it now.</p>"
            return
        yield f"<p>{_count(len(differing), 'page')} not as patients see them now:</p>\n<ul>"
        for place, page in differing:
            yield f'<li><a href="#page-{place}">{escape(page.title)}</a>{_tag(page.state)}</li>'
        yield "</ul>"

    def _loose(self) -> Iterator[str]:
        """What belongs to no page that was pictured."""
        names = {page.name for page in self.pages}
        loose = [problem for name, group in self.remarks.items() if name not in names for problem in group]
        if any(problem.level == "error" for group in self.remarks.values() for problem in group):
            yield "<p><strong>Some files have errors.</strong> They are left out, and patients would not see them.</p>"
        if loose:
            yield "<h2>Problems that belong to no page</h2>"
            yield from _remarks(loose)
        if self.missed:
            yield "<h2>Questions that are not pictured</h2>"
            yield "<p>No answers were found under which these show. Look at their rules (enableWhen):"
            yield f"{escape(', '.join(self.missed))}.</p>"

    def _switches(self) -> Iterator[str]:
        groups = [("lang", "Language", [("all", "All"), *((tag, own_name(tag)) for tag in self._all("language"))])]
        groups.append(("size", "Text", [(size, size.capitalize()) for size in self._all("size")]))
        groups.append(
            ("contrast", "Contrast", [(name, CONTRAST_NAMES[name].capitalize()) for name in self._all("contrast")])
        )
        which = [("all", "All"), ("problems", "With problems")]
        groups.append(("which", "Pages", [*which, *([("differing", "Not as now")] if self.compared else [])]))
        yield '<form aria-label="What to show">\n<div>'
        for name, legend, choices in groups:
            if len([choice for choice in choices if choice[0] != "all"]) < 2 and name != "which":
                continue
            yield f"<fieldset><legend>{legend}</legend>"
            for number, (key, words) in enumerate(choices):
                chosen = " checked" if number == 0 else ""
                radio = f'<input type="radio" name="{name}" id="{name}-{escape(key)}"{chosen}>'
                yield f"<label>{radio} {escape(words)}</label>"
            yield "</fieldset>"
        yield "</div>\n</form>"

    def _rules(self) -> Iterator[str]:
        """The switches need no script; a browser that does not know ``:has`` shows everything."""
        for name in ("language", "size", "contrast"):
            short = "lang" if name == "language" else name
            for key in self._all(name):
                yield f'body:has(#{short}-{key}:checked) .shown:not([data-{short}="{key}"]) {{ display: none; }}\n'
        yield "body:has(#which-problems:checked) section.page:not(.flawed) { display: none; }\n"
        yield "body:has(#which-differing:checked) section.page:not(.differing) { display: none; }\n"

    def _all(self, what: str) -> list[str]:
        """The languages, sizes or contrasts that were pictured."""
        found = dict.fromkeys(_facts(each)[what] for page in self.pages for each in page.shown)
        order = {"size": SIZES, "contrast": CONTRASTS}.get(what, tuple(found))
        return sorted(found, key=order.index)

    def _part(self, part: str, pages: Sequence[Page]) -> Iterator[str]:
        if not pages:
            return
        yield f'<h2 id="part-{PARTS.index(part)}">{escape(part)}</h2>'
        for page in pages:
            yield from self._page(page)

    def _page(self, page: Page) -> Iterator[str]:
        remarks = self.remarks.get(page.name, ())
        kinds = ["page", *(["flawed"] if remarks else []), *(["differing"] if page.state is not State.SAME else [])]
        language = page.shown[0].language
        yield f'<section class="{" ".join(kinds)}" id="page-{list(self.pages).index(page)}">'
        yield f'<h3><span lang="{escape(language)}">{escape(page.title)}</span>{_tag(page.state)}</h3>'
        yield f'<p class="name">{escape(page.name)}</p>'
        yield from _remarks(remarks)
        yield '<div class="pair">'
        for each in page.shown:
            yield from self._shown(each)
        yield "</div>\n</section>"

    def _shown(self, each: Shown) -> Iterator[str]:
        facts = _facts(each)
        data = f'data-lang="{escape(each.language)}" data-size="{facts["size"]}" data-contrast="{facts["contrast"]}"'
        many = len(self._all("size")) * len(self._all("contrast")) > 1
        how = f", {facts['size']} text, {CONTRAST_NAMES[facts['contrast']]}" if many else ""
        name = escape(own_name(each.language) + how)
        yield f'<div class="shown" {data}>\n<h4>{name}</h4>\n<div class="views">'
        for place, view in enumerate(each.views):
            yield from self._view(each, view, place)
        yield "</div>\n</div>"

    def _view(self, each: Shown, view: View, place: int) -> Iterator[str]:
        further = f", further down ({place + 1} of {len(each.views)})" if place else ""
        if view.before:
            yield self._figure(view.before, each, f"Before{further}", ())
        if view.picture:
            now = "Now" if view.before else {State.NEW: "New"}.get(view.state, "As the page opens")
            words = f"{now}{further}" if not place or view.state is not State.SAME else further[2:].capitalize()
            yield self._figure(view.picture, each, words, view.boxes)

    def _figure(self, file: str, each: Shown, words: str, boxes: Sequence[Box]) -> str:
        facts, (width, height) = _facts(each), self.size
        alt = f"{each.stop.title}. {own_name(each.language)}, {facts['size']} text, {facts['contrast']}. {words}"
        marks = "".join(f'<span class="box" style="{_place(box)}"></span>' for box in boxes)
        image = f'<img src="{escape(file)}" alt="{escape(alt)}" width="{width}" height="{height}" loading="lazy">'
        wide = ' class="wide"' if width > height else ""
        count = f" {_count(len(boxes), 'place')} marked." if boxes else ""
        return (
            f'<figure{wide}><a class="frame" href="{escape(file)}">{image}{marks}</a>'
            f"<figcaption>{escape(words)}.{count}</figcaption></figure>"
        )


def _facts(each: Shown) -> dict[str, str]:
    look = each.look
    return {"language": each.language, "size": SIZES[look.size], "contrast": CONTRASTS[look.contrast]}


def _place(box: Box) -> str:
    """Where a box lies over its picture, a little larger than what it marks."""
    left, top = max(0.0, box.left - 0.01), max(0.0, box.top - 0.006)
    right, bottom = min(1.0, box.left + box.width + 0.01), min(1.0, box.top + box.height + 0.006)
    parts = {"left": left, "top": top, "width": right - left, "height": bottom - top}
    return ";".join(f"{name}:{part * 100:.2f}%" for name, part in parts.items())


def _tag(state: State) -> str:
    return f'<span class="tag {state.value}">{STATE_WORDS[state]}</span>' if state in STATE_WORDS else ""


def _remarks(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield '<ul class="remarks">'
        for problem in problems:
            word = "Error" if problem.level == "error" else "Please look"
            where = f"<small>({escape(problem.file)}, line {problem.line})</small>"
            yield f'<li class="{problem.level}"><b>{word}:</b> {escape(problem.sentence)} {where}</li>'
        yield "</ul>"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")
