"""How this visitor sees the screen: language, text size, contrast, lowered; forgotten at the end of the visit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, QTranslator, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.settings import spoken_by
from kiosk.viewmodels.rows import Rows

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

DEFAULT_SIZE, LARGE = 1, 2
SIZES = CONTRASTS = 4
INVITATION = "Touch here to start"


@dataclass(frozen=True)
class LanguageRow:
    """A language the visitor may choose: its tag, its own name, how it invites to begin, whether it is in use."""

    key: str
    title: str
    invitation: str
    chosen: bool


@QmlElement
@QmlUncreatable("made by the application")
class Access(QObject):
    """The visitor's settings. Sizes count from 0: Small, Default, Large, Largest; contrasts: warm, light, dark, low."""

    changed = Signal()
    languageChanged = Signal()

    def __init__(self, languages: tuple[str, ...], translations: Path, px_per_mm: float, still: bool = False) -> None:
        super().__init__()
        self._languages = languages
        self._folder = translations
        self._translators: dict[str, QTranslator] = {}
        self._learn(languages)
        self._px_per_mm = px_per_mm
        self._still = still
        self._language = languages[0]
        self._size = DEFAULT_SIZE
        self._contrast = 0
        self._lowered = False
        self._others = Rows(LanguageRow, self)
        self._install()

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._language

    @Property(str, notify=languageChanged)
    def nextLanguageName(self) -> str:
        return own_name(self._next())

    @Property(int, notify=languageChanged)
    def languageCount(self) -> int:
        return len(self._languages)

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        return self._others

    @Property(int, notify=changed)
    def size(self) -> int:
        return self._size

    @Property(int, notify=changed)
    def contrast(self) -> int:
        return self._contrast

    @Property(bool, notify=changed)
    def lowered(self) -> bool:
        return self._lowered

    @property
    def folded(self) -> bool:
        """Whether the bar has room for some of its tools only."""
        return self._lowered and self._size >= LARGE

    @Property(bool, notify=languageChanged)
    def mirrored(self) -> bool:
        return self.locale.textDirection().name == "RightToLeft"

    @Property(bool, notify=changed)
    def still(self) -> bool:
        return self._still

    @Property(float, notify=changed)
    def pxPerMm(self) -> float:
        return self._px_per_mm

    @property
    def locale(self) -> QLocale:
        """The language's locale in the clinic's country; dates and numbers follow it."""
        return QLocale(f"{self._language}_US")

    def _learn(self, languages: tuple[str, ...]) -> None:
        new = {tag: translator(tag, self._folder, self) for tag in languages if tag not in self._translators}
        self._translators |= new

    def offer(self, languages: tuple[str, ...]) -> None:
        """The languages from now on, the first one spoken."""
        if languages != self._languages:
            self._learn(languages)
            self._languages = languages
            QCoreApplication.removeTranslator(self._translators[self._language])
            self._language = languages[0]
            self._install()
            self.languageChanged.emit()

    def measure(self, px_per_mm: float) -> None:
        """The glass was measured anew."""
        self._px_per_mm = px_per_mm
        self.changed.emit()

    def move(self, *, still: bool) -> None:
        """Whether anything moves by itself from now on."""
        self._still = still
        self.changed.emit()

    @Slot(str)
    def speak(self, tag: str) -> None:
        """Changes the language; unknown tags change nothing."""
        if tag in self._languages and tag != self._language:
            QCoreApplication.removeTranslator(self._translators[self._language])
            self._language = tag
            self._install()
            self.languageChanged.emit()

    @Slot()
    def speakNext(self) -> None:
        self.speak(self._next())

    @Slot(int)
    def resize(self, size: int) -> None:
        self._size = min(max(size, 0), SIZES - 1)
        self.changed.emit()

    @Slot(int)
    def recolour(self, contrast: int) -> None:
        self._contrast = min(max(contrast, 0), CONTRASTS - 1)
        self.changed.emit()

    @Slot()
    def lower(self) -> None:
        self._lowered = not self._lowered
        self.changed.emit()

    @Property(bool, notify=changed)
    def usual(self) -> bool:
        """Whether size, contrast and height are as every visit begins."""
        return (self._size, self._contrast, self._lowered) == (DEFAULT_SIZE, 0, False)

    @property
    def plain(self) -> bool:
        """Whether the language is, too."""
        return self.usual and self._language == self._languages[0]

    def restore(self) -> None:
        """Size, contrast and height as every visit begins."""
        self._size, self._contrast, self._lowered = DEFAULT_SIZE, 0, False
        self.changed.emit()

    def reset(self) -> None:
        """All of it as every visit begins."""
        self.restore()
        self.speak(self._languages[0])

    def close(self) -> None:
        """A translation outlives its owner in Qt."""
        QCoreApplication.removeTranslator(self._translators[self._language])

    def _next(self) -> str:
        return self._languages[(self._languages.index(self._language) + 1) % len(self._languages)]

    def _install(self) -> None:
        QCoreApplication.installTranslator(self._translators[self._language])
        self._others.show(
            [
                LanguageRow(tag, own_name(tag), invitation(self._translators[tag]), tag == self._language)
                for tag in self._languages
            ]
        )


def translator(tag: str, folder: Path, parent: QObject) -> QTranslator:
    """The interface's translation into a language; an empty one, which leaves its words English, where none is."""
    found = QTranslator(parent)
    if file := spoken_by(tag, folder):
        found.load(str(file))
    return found


def own_name(tag: str) -> str:
    """A language's name as its speakers write it, e.g. ``Español``; the tag where nobody knows that language."""
    name = (QLocale(f"{tag}_US").nativeLanguageName() if tag != "en" else "English") or tag
    return name[:1].upper() + name[1:]


def invitation(translated: QTranslator) -> str:
    """ "Touch here to start" in the translator's language."""
    return translated.translate("Access", "Touch here to start") or INVITATION
