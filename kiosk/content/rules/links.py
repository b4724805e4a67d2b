"""Links inside the content: none twice, and no question that only the whole list leads to."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.document import Document
from kiosk.content.problem import quoted
from kiosk.domain.library import Library

LISTS = {"treatments": ("pairs", "questions"), "questions": ("treatments",)}


def check_twice(document: Document) -> None:
    """Warns of an id that stands twice in one list."""
    data = document.data if isinstance(document.data, dict) else {}
    for key in LISTS.get(document.file.partition("/")[0], ()):
        written = data.get(key)
        seen: set[str] = set()
        for number, id in enumerate(written if isinstance(written, list) else ()):
            if str(id).strip() in seen:
                document.warn((key, number), "link-twice", f"{quoted(id)} stands here twice.")
            seen.add(str(id).strip())


def check_lost(library: Library, documents: Mapping[str, Document]) -> None:
    """Warns of common questions that stand below no category and that no treatment leads to."""
    named = {id for treatment in library.treatments for id in treatment.questions}
    for question in library.questions:
        document = documents.get(f"questions/{question.id}.{question.language}.md")
        if document and not question.category and question.id not in named:
            sentence = "Only the whole list leads here: mend the category, or name this page in a treatment."
            document.warn(("category",), "page-lost", sentence)
