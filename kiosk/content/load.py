"""The whole content folder to a library: what is sound is kept, what is not is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kiosk.content.clinic import FALLBACK, FILE, LANGUAGE, read_clinic
from kiosk.content.document import LARGEST, Document, Where
from kiosk.content.files import KIB, decoded, read_bytes
from kiosk.content.instruments import FOLDER as INSTRUMENTS
from kiosk.content.page import Page
from kiosk.content.pictures import Pictures
from kiosk.content.problem import Mistake, Problem, did_you_mean, quoted
from kiosk.content.questionnaire import Found as FoundForm
from kiosk.content.questionnaire import read_form
from kiosk.content.theme import LARGEST_FONT
from kiosk.content.translations import Texts
from kiosk.domain.library import Announcement, Clinic, CommonQuestion, Library, Treatment, version_of

MAIN_FORM = "questionnaires/pre-consultation.yaml"
LARGEST_PAGE = 128 * KIB
MOST_FILES = 10_000
"""In one folder: some thousand treatments in several languages; more is no clinic's content."""
NAME = re.compile(rf"([a-z0-9]+(?:-[a-z0-9]+)*)\.({LANGUAGE.pattern})\.md")

Thing = TypeVar("Thing", Treatment, CommonQuestion, Announcement)


@dataclass(frozen=True)
class Loaded:
    """The library and everything that is wrong with its files, in the order of the files. By file: ``seals`` are the
    digests of what there is to sign, ``originals`` those of the texts that translations follow."""

    library: Library
    problems: tuple[Problem, ...]
    seals: Mapping[str, str] = field(default_factory=dict)
    originals: Mapping[str, str] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing had to be left out."""
        return all(problem.level != "error" for problem in self.problems)


@dataclass(frozen=True)
class Read:
    """A content folder as it was read, for whoever looks further: ``folder`` with all links followed, each page's
    document, each questionnaire by its file, and ``bytes`` of every file but the pictures."""

    loaded: Loaded
    folder: Path
    documents: tuple[Document, ...] = ()
    questionnaires: Mapping[str, FoundForm] = field(default_factory=dict)
    bytes: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Pictures = field(default_factory=lambda: Pictures(Path()))


@dataclass(frozen=True)
class Gathered:
    """What was loaded, and the very bytes it was made of by their posix paths inside the folder."""

    loaded: Loaded
    files: Mapping[str, bytes]


def load(folder: Path, today: date | None = None) -> Loaded:
    """Reads the content folder, pages of every day. Never raises for what the folder holds. With ``today`` it also
    tells what is over."""
    return read(folder, today).loaded


def gather(folder: Path, today: date | None = None) -> Gathered:
    """Like ``load``, and keeps what was read: whatever happens to the files meanwhile, it is one version."""
    found = read(folder, today)
    return Gathered(found.loaded, _files(found.bytes, found.pictures))


def read(folder: Path, today: date | None = None, tick: Callable[[], None] = lambda: None) -> Read:
    """Like ``load``, with what the library was made of. ``tick`` is called after each file."""
    try:
        folder = folder.resolve(strict=True)  # so that all paths stay in one version when a link is moved
        next(folder.iterdir(), None)
    except (OSError, RuntimeError, ValueError):
        missing = Problem(".", 1, 1, "error", "folder-missing", "There is no content folder here that can be read.")
        return Read(Loaded(Library(FALLBACK), (missing,)), folder)
    clinic, problems = read_clinic(folder)
    reading = _Reading(folder, clinic, Pictures(folder / "pictures"), problems, today, tick)
    reading.remember_clinic()
    treatments = reading.pages("treatments", Page.treatment)
    questions = reading.pages("questions", Page.question)
    announcements = reading.pages("announcements", Page.announcement) if (folder / "announcements").exists() else []
    ids = {treatment.id for treatment, _ in treatments}
    asked = {question.id for question, _ in questions}
    form = reading.form()
    files = _files(reading.read, reading.pictures)
    library = Library(
        clinic=clinic,
        treatments=tuple(reading.linked_treatment(*found, ids, asked) for found in treatments),
        questions=tuple(reading.linked_question(*found, ids) for found in questions),
        form=form.form,
        announcements=tuple(announcement for announcement, _ in announcements),
        signed=form.reviewed,
        version=version_of(files),
    )
    loaded = Loaded(library, reading.told(), reading.seals, reading.originals)
    return Read(loaded, folder, tuple(reading.documents), reading.forms, reading.read, reading.pictures)


def _files(read: Mapping[str, bytes], pictures: Pictures) -> dict[str, bytes]:
    """Every file that was read."""
    return {**read, **{f"pictures/{name}": data for name, data in pictures.read.items()}}


Found = list[tuple[Thing, Document]]


@dataclass
class _Reading:
    folder: Path
    clinic: Clinic
    pictures: Pictures
    problems: list[Problem]
    today: date | None
    tick: Callable[[], None]
    documents: list[Document] = field(default_factory=list)
    forms: dict[str, FoundForm] = field(default_factory=dict)
    seals: dict[str, str] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    read: dict[str, bytes] = field(default_factory=dict)

    def pages(self, kind: str, make: Callable[[Page], tuple[Thing | None, Document]]) -> Found[Thing]:
        """All sound pages of a folder, and a warning for each language that a page does not exist in."""
        found: Found[Thing] = []
        languages: dict[str, dict[str, str]] = {}
        texts = Texts(self.clinic.languages)
        for file in self._files(kind, ".md"):
            name = NAME.fullmatch(file.rpartition("/")[2])
            if name is None:
                self._tell(Mistake("file-name", "Name this file like “chemical-peel.en.md”."), file)
                continue
            languages.setdefault(name[1], {})[name[2]] = file
            try:
                text = decoded(self._bytes(file, LARGEST_PAGE))
                thing, document = make(Page(name[1], name[2], text, file, self.clinic, self.pictures, self.today))
            except Mistake as mistake:
                self._tell(mistake, file)
                continue
            if name[2] not in self.clinic.languages:
                document.warn((), "language-unused", f"clinic.toml does not name the language {quoted(name[2])}.")
            self.documents.append(document)
            texts.add(name[1], name[2], text, document)
            if thing:
                found.append((thing, document))
                self.seals[file] = document.seal
        for files in languages.values():
            self._warn_untranslated(files)
        self.originals |= texts.compare()
        return found

    def form(self) -> FoundForm:
        """The questionnaire; others that lie beside it are checked only. FHIR's lists of answers lie there too."""
        asked = FoundForm(None, [])
        if (self.folder / "questionnaires" / INSTRUMENTS).is_dir():
            for file in self._files(f"questionnaires/{INSTRUMENTS}", ".yaml"):
                with suppress(Mistake):  # told where the instrument has its place
                    self._bytes(file, LARGEST)
        for file in self._files("questionnaires", ".yaml", ".json"):
            try:
                data = self._bytes(file, LARGEST)
            except Mistake as mistake:
                self._tell(mistake, file)
                continue
            if file.endswith(".json"):
                continue
            found = self.forms[file] = read_form(data, file, self.pictures, self.clinic.languages)
            self.problems += found.problems
            if found.form:
                self.seals[file] = found.seal
            if file == MAIN_FORM:
                asked = found
            else:
                sentence = f"The kiosk asks only {quoted(MAIN_FORM)}."
                self.problems.append(Problem(file, 1, 1, "warning", "questionnaire-unused", sentence))
        return asked

    def linked_treatment(
        self, treatment: Treatment, document: Document, treatments: set[str], questions: set[str]
    ) -> Treatment:
        if treatment.id in treatment.pairs:
            sentence = "A treatment does not pair with itself; this is left out."
            document.warn(_entry(document, "pairs", treatment.id), "link-self", sentence)
        pairs = tuple(id for id in treatment.pairs if id != treatment.id)
        return replace(
            treatment,
            pairs=self._known(pairs, treatments, "pairs", document),
            questions=self._known(treatment.questions, questions, "questions", document),
        )

    def linked_question(self, question: CommonQuestion, document: Document, treatments: set[str]) -> CommonQuestion:
        category = self._known((question.category,), set(self.clinic.categories), "category", document)
        return replace(
            question,
            category="".join(category),
            treatments=self._known(question.treatments, treatments, "treatments", document),
        )

    def told(self) -> tuple[Problem, ...]:
        """All problems, in the order of the files."""
        return tuple(sorted({*self.problems, *(one for document in self.documents for one in document.problems)}))

    def _known(self, ids: tuple[str, ...], known: set[str], key: str, document: Document) -> tuple[str, ...]:
        for id in ids:
            if id not in known:
                sentence = f"There is no sound {quoted(id)}, so it is left out{did_you_mean(id, known)}"
                document.warn(_entry(document, key, id), "link-unknown", sentence)
        return tuple(id for id in ids if id in known)

    def _files(self, kind: str, *endings: str) -> Iterator[str]:
        """The files of a folder by name, as paths from the content folder; hidden files and back-up copies are none."""
        try:
            names = sorted(path.name for path in islice((self.folder / kind).iterdir(), MOST_FILES + 1))
        except OSError:
            self._tell(Mistake("folder-missing", "This folder is missing or cannot be read."), kind)
            return
        if len(names) > MOST_FILES:
            sentence = f"There are more than {MOST_FILES} files in this folder, so none is read; move them elsewhere."
            self._tell(Mistake("folder-too-large", sentence), kind)
            return
        for name in names:
            self.tick()
            if not name.isprintable():
                self._tell(Mistake("file-name", f"The name of the file {quoted(name)} holds odd letters."), kind)
            elif name.endswith(endings):
                yield f"{kind}/{name}"
            elif not name.startswith(".") and not name.endswith("~") and name != INSTRUMENTS:
                sentence = f"Only files that end in {' or '.join(endings)} are read here."
                self.problems.append(Problem(f"{kind}/{name}", 1, 1, "warning", "file-ignored", sentence))

    def remember_clinic(self) -> None:
        """Takes clinic.toml, and what its theme names, into the version; what is wrong with them was told already."""
        theme = self.clinic.theme
        with suppress(Mistake):
            self._bytes(FILE, LARGEST_PAGE)
        with suppress(Mistake):
            if theme.logo:
                self.pictures.find(theme.logo)
        with suppress(Mistake):
            if theme.title_font:
                self._bytes(theme.title_font, LARGEST_FONT)

    def _bytes(self, file: str, most: int) -> bytes:
        self.read[file] = read_bytes(self.folder, self.folder / file, most)
        return self.read[file]

    def _tell(self, mistake: Mistake, file: str) -> None:
        self.problems.append(mistake.problem(file))

    def _warn_untranslated(self, files: dict[str, str]) -> None:
        first = min(files.values())
        for language in self.clinic.languages:
            if language not in files:
                sentence = f"There is no translation of this page in {quoted(language)}."
                self.problems.append(Problem(first, 1, 1, "warning", "translation-missing", sentence))


def _entry(document: Document, key: str, id: str) -> Where:
    """Where a page names that id in the list ``key``."""
    written = document.data[key]
    texts = [str(entry).strip() for entry in written] if isinstance(written, list) else []
    return (key, texts.index(id)) if id in texts else (key,)
