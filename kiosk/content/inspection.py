"""The deep check of a content folder: everything that loading finds, and every further rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.content.clinic import FILE, line_of
from kiosk.content.document import Document
from kiosk.content.load import Read, read
from kiosk.content.measure import Measure
from kiosk.content.problem import ErrorOrWarning, Problem, quoted
from kiosk.content.questionnaire import Found
from kiosk.content.rules import booking, jurisdiction, links, reading
from kiosk.content.rules.drawings import check_folder
from kiosk.content.rules.ground import check_top
from kiosk.content.rules.never import check_form
from kiosk.content.rules.texts import Text, form_texts, page_texts
from kiosk.domain.library import Clinic, Library
from kiosk.settings import spoken_by

READ = ("treatments", "questions", "announcements", "questionnaires")
ENGLISH = "en"
"""What the program itself is written in."""
LOADING = 2
"""Of how many steps a file takes, the last one is that of the further rules."""


@dataclass(frozen=True)
class Inspected:
    """The library, and everything that is wrong with its files, in the order of the files."""

    library: Library
    problems: tuple[Problem, ...]


def inspect(
    folder: Path,
    *,
    today: date,
    measure: Measure | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Inspected:
    """Reads and checks the content folder. Never raises for what the folder holds.

    ``today`` decides about days that never come, ``measure`` about texts that overflow their place; without it none is
    measured. ``progress`` is told the steps done and all of them, now and then.
    """
    steps = _Steps(_count(folder) * LOADING, progress)
    found = read(folder, today, steps.step)
    if not found.documents and not found.bytes:
        return Inspected(found.loaded.library, found.loaded.problems)
    inspection = _Inspection(found, today, measure, steps)
    inspection.run()
    steps.finish()
    return Inspected(found.loaded.library, tuple(sorted({*found.loaded.problems, *inspection.told()})))


@dataclass
class _Steps:
    total: int
    progress: Callable[[int, int], None] | None
    done: int = 0

    def step(self) -> None:
        self.done += 1
        if self.progress and self.done % 20 == 0:
            self.progress(min(self.done, self.total), self.total)

    def finish(self) -> None:
        if self.progress:
            self.progress(self.total, self.total)


@dataclass
class _Inspection:
    found: Read
    today: date
    measure: Measure | None
    steps: _Steps
    problems: list[Problem] = field(default_factory=list)
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def run(self) -> None:
        library, documents = self.library, {document.file: document for document in self.found.documents}
        for document in self.found.documents:
            texts = page_texts(document)
            self._texts(document, texts)
            self._page(document, texts)
            self._booking(document)
            links.check_twice(document)
            self.steps.step()
        links.check_lost(library, documents)
        for examined in self.found.questionnaires.values():
            self._form(examined)
            self.steps.step()
        self._interface()
        if sentence := self._dense(self.clinic.booking):
            self._clinic("booking", "warning", "booking-dense", sentence)
        self.problems += check_folder(self.found.folder, self.found.pictures)
        self.problems += check_top(self.found.folder, self.clinic.theme.title_font)

    def told(self) -> Iterator[Problem]:
        """What was found, with what the documents gathered meanwhile."""
        yield from self.problems
        for document in self.found.documents:
            yield from document.problems
        for examined in self.found.questionnaires.values():
            yield from examined.problems

    @property
    def library(self) -> Library:
        return self.found.loaded.library

    @property
    def clinic(self) -> Clinic:
        return self.library.clinic

    def _page(self, document: Document, texts: list[Text]) -> None:
        language = next((text.language for text in texts), "")
        if hard := reading.too_hard(texts, language, self._known(language), self.clinic.grade):
            document.complain((hard.line, hard.column), "reading-hard", self._hard("This page", hard), "warning")
        if self.clinic.jurisdiction in jurisdiction.STRICT:
            for place, code, sentence in jurisdiction.forbidden_words(texts):
                document.complain(place, code, sentence)

    def _form(self, examined: Found) -> None:
        if examined.reading is None:
            return
        document = examined.reading.document
        items = form_texts(document, examined.reading.ground.language)
        for texts in items:
            self._texts(document, texts)
        everything = [text for texts in items for text in texts]
        for language in dict.fromkeys(text.language for text in everything):
            if hard := reading.too_hard(everything, language, self._known(language), self.clinic.grade):
                sentence = self._hard(f"In {quoted(language)} this questionnaire", hard)
                document.complain((hard.line, hard.column), "reading-hard", sentence, "warning")
        if examined.draft is not None:
            check_form(examined.draft, examined.reading, self.today)

    def _texts(self, document: Document, texts: Iterable[Text]) -> None:
        """What is told of each text alone."""
        for long in reading.too_long(texts):
            sentence = f"This sentence has {len(long.words)} words; make two of it, with {reading.MOST_WORDS} at most."
            document.complain((long.line, long.column), "sentence-long", sentence, "warning")
        if self.measure is None:
            return
        for text in texts:
            if sentence := self.measure.told(text.place, text.words, text.language):
                document.complain((text.line, text.column), "text-overflow", sentence, "warning")

    def _interface(self) -> None:
        """Buttons and tools are the program's words, which the clinic's folder cannot bring."""
        for tag in self.clinic.languages:
            if tag.partition("-")[0] != ENGLISH and spoken_by(tag) is None:
                sentence = (
                    f"The kiosk's own words, such as buttons and tools, are not there in {quoted(tag)}. "
                    "They stand in English around these pages."
                )
                self._clinic("languages", "warning", "interface-untranslated", sentence)

    def _booking(self, document: Document) -> None:
        address = document.data.get("booking") if isinstance(document.data, dict) else None
        if isinstance(address, str) and (sentence := self._dense(address)):
            document.warn(("booking",), "booking-dense", sentence)

    def _dense(self, address: str) -> str:
        return booking.dense(address) if address and len(address) <= booking.LONGEST else ""

    def _hard(self, what: str, hard: reading.Hard) -> str:
        words = ", ".join(quoted(word) for word in hard.longest)
        return (
            f"{what} reads at grade {hard.grade:.1f}; the limit is {self.clinic.grade:g}. "
            f"Its hardest sentence is here: shorten it, or say {words} in plainer words."
        )

    def _known(self, language: str) -> frozenset[str]:
        """The words that count for nothing in that language: names of treatments and what clinic.toml lists."""
        if language not in self.known:
            titles = [one.title for one in self.library.treatments if one.language == language]
            self.known[language] = reading.known_words([*titles, *self.clinic.known])
        return self.known[language]

    def _clinic(self, key: str, level: ErrorOrWarning, code: str, sentence: str, table: str = "") -> None:
        text = self.found.bytes.get(FILE, b"").decode("utf-8", "replace")
        self.problems.append(Problem(FILE, line_of(text, key, table), 1, level, code, sentence))


def _count(folder: Path) -> int:
    """How many files there are to read, as far as it can be seen."""
    count = 0
    for kind in READ:
        try:
            count += sum(1 for _ in (folder / kind).iterdir())
        except OSError:
            continue
    return count
