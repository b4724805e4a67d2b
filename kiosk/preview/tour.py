"""Walks a running kiosk through every page a patient can meet, by the same calls as a touch, and names each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from kiosk.domain.form import Type
from kiosk.domain.library import Library, Treatment
from kiosk.domain.record import Draft, Kept
from kiosk.domain.view import View
from kiosk.domain.visit import Visit
from kiosk.preview import reaching
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.answer_rows import OTHER

ENTRANCE, TREATMENTS, QUESTIONS, ASKED, COVERS, RARE = (
    "Welcome",
    "Treatments",
    "Common questions",
    "Questionnaire",
    "Help and settings",
    "When something is missing",
)
PARTS = (ENTRANCE, TREATMENTS, QUESTIONS, ASKED, COVERS, RARE)
"""The parts of the walk, in its order."""
COVERS_OVER_HOME = {
    "help": "Ask for help",
    "size": "Text size",
    "contrast": "Contrast",
    "language": "Language",
    "curtain": "Nobody touches the screen",
}
COVERS_OVER_ANSWERS = {"startOver": "Start over", "curtain": "Nobody touches the screen, with answers"}
EXAMPLE_CODE = "MAPLE 27"


@dataclass(frozen=True, slots=True)
class Look:
    """How a visitor may set the screen: size and contrast count from 0 as in ``Access``."""

    size: int = 1
    contrast: int = 0
    lowered: bool = False

    def put_on(self, access: Access) -> None:
        if access.size != self.size:
            access.resize(self.size)
        if access.contrast != self.contrast:
            access.recolour(self.contrast)
        if access.lowered != self.lowered:
            access.lower()


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of the walk. ``name`` is the same whatever the language and the look, e.g. ``treatment/peel/aftercare``;
    ``title`` says in the language of the walk what the page is, ``part`` where in the walk it stands."""

    name: str
    part: str
    title: str


@dataclass
class Nobody:
    """Takes the answers of a walk and keeps nothing. Closed, it is a kiosk without keys."""

    ready: bool = True

    def keep(self, _draft: Draft) -> Kept:
        return Kept("", 0, EXAMPLE_CODE)


@dataclass
class Tour:
    """The walk over one kiosk, which no visitor uses afterwards: its questionnaire is open without keys, and nothing is
    sent. At each stop the look may be changed and the page seen again. ``missed`` are the questions (linkIds) that no
    answers were found for under which they show."""

    kiosk: Kiosk
    library: Library
    missed: list[str] = field(default_factory=list)

    def stops(self, language: str) -> Iterator[Stop]:
        """Every page once, in that language."""
        keeper = Nobody()
        self.kiosk.asking.furnish(self.library.form, keeper, compose)
        self.kiosk.desk.wipe()
        self.kiosk.desk.access.speak(language)
        yield Stop("attract", ENTRANCE, "When nobody is there")
        self.kiosk.desk.begin(language)
        if self.library.empty:
            yield Stop("empty", RARE, self._heading)
            return
        yield Stop("home", ENTRANCE, self._heading)
        for part in (self._treatments, self._questions, self._asked, self._covers):
            self._go_home()
            yield from part(language)
        self._go_home()
        yield from self._rare(keeper)

    @property
    def _heading(self) -> str:
        """The title of the page as it stands there, when the page before it is gone."""
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        heading = self.kiosk.window.findChild(QQuickItem, "heading")
        return " ".join(str(heading.property("text")).split()) if heading else ""

    def _go_home(self) -> None:
        self.kiosk.asking.forget()
        self.kiosk.desk.open("Home")

    def _treatments(self, language: str) -> Iterator[Stop]:
        desk = self.kiosk.desk
        desk.open("Treatments")
        yield Stop("treatments", TREATMENTS, self._heading)
        for treatment in self.library.treatments_in(language):
            desk.openTreatment(treatment.id)
            yield Stop(f"treatment/{treatment.id}", TREATMENTS, treatment.title)
            yield from self._sections(treatment)
            if treatment.booking and treatment.booking != self.library.clinic.booking:
                desk.book()
                yield Stop(f"booking/{treatment.id}", TREATMENTS, f"{self._heading}: {treatment.title}")
                desk.back()
        desk.open("Home")
        desk.book()
        yield Stop("booking", TREATMENTS, self._heading)

    def _sections(self, treatment: Treatment) -> Iterator[Stop]:
        for section in treatment.sections:
            self.kiosk.desk.reading.openSection(section.id)
            yield Stop(f"treatment/{treatment.id}/{section.id}", TREATMENTS, f"{treatment.title}: {section.title}")

    def _questions(self, language: str) -> Iterator[Stop]:
        self.kiosk.desk.open("Questions")
        yield Stop("questions", QUESTIONS, self._heading)
        for question in self.library.questions_in(language):
            self.kiosk.desk.openQuestion(question.id)
            yield Stop(f"question/{question.id}", QUESTIONS, question.title)

    def _asked(self, language: str) -> Iterator[Stop]:
        """The way from the first page to the code; every question, with "Why we ask" and its free answer open."""
        desk, asking, form = self.kiosk.desk, self.kiosk.asking, self.library.form
        if form is None:
            return
        desk.ask()
        yield Stop("begin", ASKED, self._heading)
        desk.open("Paper")
        yield Stop("paper", ASKED, self._heading)
        for item, sheet, path in reaching.pages(form):
            if sheet is None:
                if item.id not in self.missed:
                    self.missed.append(item.id)
                continue
            asking.rehearse(sheet, path)
            desk.open("Question")
            name, title = f"asked/{item.id}", (item.text or item.short).in_language(language)
            yield Stop(name, ASKED, title)
            if asking.reason:
                asking.askWhy()
                yield Stop(f"{name}/why", ASKED, f"{title} {QCoreApplication.translate('WhyWeAsk', 'Why we ask')}")
                asking.askWhy()
            if item.options and item.type is Type.OPEN_CHOICE:
                asking.choose(OTHER)
                yield Stop(f"{name}/other", ASKED, f"{title} {asking.label}")
        asking.rehearse(reaching.example(form))
        desk.open("Review")
        yield Stop("review", ASKED, self._heading)
        self._send()
        yield Stop("sent", ASKED, self._heading)

    def _send(self) -> None:
        """As a touch on Send, but for the keeper, who keeps nothing; the code comes back from another thread."""
        waiting = QEventLoop()
        self.kiosk.asking.sent.connect(waiting.quit)
        self.kiosk.asking.send()
        waiting.exec()
        self.kiosk.asking.sent.disconnect(waiting.quit)

    def _covers(self, _language: str) -> Iterator[Stop]:
        desk = self.kiosk.desk
        desk.tick()  # how long the curtain waits is known from the first second on
        for cover, title in COVERS_OVER_HOME.items():
            if cover != "language" or desk.access.languageCount > 2:
                desk.coverWith(cover)
                yield Stop(f"cover/{cover}", COVERS, title)
                desk.uncover()
        if self.library.form:
            self.kiosk.asking.rehearse(reaching.example(self.library.form))
            desk.tick()
            for cover, title in COVERS_OVER_ANSWERS.items():
                desk.coverWith(cover)
                yield Stop(f"cover/{cover}-answers", COVERS, title)
                desk.uncover()

    def _rare(self, keeper: Nobody) -> Iterator[Stop]:
        desk, asking = self.kiosk.desk, self.kiosk.asking
        keeper.ready = False
        asking.refresh()
        yield Stop("home-closed", RARE, "Without keys")
        desk.ask()
        yield Stop("closed", RARE, self._heading)
        language = desk.access.language
        desk.wipe()
        desk.furnish(replace(self.library, treatments=(), questions=(), form=None))
        desk.begin(language)
        yield Stop("empty", RARE, self._heading)
        desk.wipe()
        desk.furnish(self.library)


def compose(_view: View, visit: Visit, language: str) -> Draft:
    """What a walk hands over: a record without a single answer."""
    return Draft("", "", "", visit.started, visit.started, language, "", {})
