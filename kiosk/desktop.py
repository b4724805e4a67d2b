"""What the staff desk and the set-up work with, joined from keys, records, FHIR and paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QLocale

from kiosk import printing
from kiosk.domain.library import Library
from kiosk.domain.office import Refused
from kiosk.domain.record import Json, OpenRecord
from kiosk.fhir.response import Said, said
from kiosk.options import Options, Unwrap, Wrap
from kiosk.store import age, founding
from kiosk.store.keys import KeyRing
from kiosk.store.records import RecordStore
from kiosk.viewmodels import phrases
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.founding import Foundry
from kiosk.viewmodels.staff import Desktop


@dataclass(frozen=True)
class Paper:
    """Prints and saves records for staff; ``fingerprint`` are the words that stand for the keys."""

    library: Library
    options: Options
    fingerprint: str = ""

    def printers(self) -> tuple[str, ...]:
        """The usual one first. May take seconds."""
        return printing.printers()

    def places(self) -> tuple[str, ...]:
        """The names of the folders staff may save in: every drive that is plugged in and those of the settings file."""
        return tuple(self._places())

    def print(self, record: OpenRecord, by: str, printer: str) -> None:
        """Raises Refused."""
        printing.print_record(self.sheet(record, by), printer)

    def save(self, record: OpenRecord, by: str, place: str) -> str:
        """Saves a PDF beside what is there already; its name. Raises Refused or OSError."""
        folder = self._places().get(place)
        if folder is None:
            raise Refused("This folder is no longer there. Plug it in again, or choose another.")
        path = free(folder / printing.file_name(record))
        printing.record_pdf(self.sheet(record, by), path)
        return path.name

    def sheet(self, record: OpenRecord, by: str) -> printing.Sheet:
        """A record as it is printed, every area of its drawing numbered as the patient saw it."""
        drawings = record.draft.areas or {}
        pictures = self.options.content / "pictures"
        return printing.Sheet(
            record=record,
            lines=lines(record.draft.response),
            clinic=self.library.clinic.name,
            printed_at=self.options.now(),
            printed_by=by,
            face=next((pictures / name for name in drawings if (pictures / name).is_file()), None),
            areas={
                option.value.code: option.label.in_language(record.draft.language)
                for item in (self.library.form.by_id.values() if self.library.form else ())
                if item.image_map in drawings
                for option in item.options
            },
            fingerprint=self.fingerprint,
            paper=printing.paper_of(QLocale.system()),
        )

    def _places(self) -> dict[str, Path]:
        """The folders by name; of two with one name, each by name and path."""
        places = printing.save_places(*self.options.settings.papers)
        times = Counter(place.name for place in places)
        return {
            place.name if times[place.name] == 1 else f"{place.name} ({place.folder})": place.folder for place in places
        }


def free(path: Path) -> Path:
    """The path itself, or where that is taken the first of ``name-2.pdf``, ``name-3.pdf`` and so on that is not."""
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(one for one in chain([path], others) if not one.exists())


def lines(response: Json) -> tuple[Said, ...]:
    """The answers of a response as staff read them."""
    return said(response, {True: phrases.yes(), False: phrases.no()})


def label_of(library: Library, code: str, language: str) -> str:
    """The words of an image map's area."""
    options = (
        option
        for item in (library.form.by_id.values() if library.form else ())
        if item.image_map
        for option in item.options
    )
    return next((option.label.in_language(language) for option in options if option.value.code == code), code)


def desktop(
    keyring: KeyRing, records: RecordStore, library: Library, words: tuple[str, ...], options: Options, access: Access
) -> Desktop:
    """Everything the staff desk needs."""
    return Desktop(
        locks=keyring,
        archive=records,
        words=words,
        pictures=options.content / "pictures",
        lines=lines,
        label=lambda _picture, code: label_of(library, code, str(access.language)),
        paper=Paper(library, options, keyring.fingerprint if keyring.ready else ""),
    )


class Printers:
    """The printers' names for a page that cannot wait: asked for once, empty until the print service has answered."""

    def __init__(self, ask: Callable[[], tuple[str, ...]]) -> None:
        self._ask = ask
        self._names: tuple[str, ...] = ()

    def look(self) -> Thread:
        """Asks anew, away from the screen's thread."""
        thread = Thread(target=self._look, name="printers")
        thread.start()
        return thread

    def __call__(self) -> tuple[str, ...]:
        return self._names

    def _look(self) -> None:
        self._names = self._ask()


def foundry(
    keyring: KeyRing, words: tuple[str, ...], kiosk: str, wrap: Wrap | None = None, unwrap: Unwrap | None = None
) -> Foundry:
    """How the set-up makes, proves, writes and prints keys."""

    def asked() -> tuple[str, ...]:
        # Looked up here and not before: Qt's printers take time to load, and most kiosks are set up once.
        return printing.printers()

    printers = Printers(asked)

    def begin(name: str) -> founding.Founding:
        # By the time five words are written down and typed back, the print service has answered.
        printers.look()
        return founding.begin(name, words, kiosk)

    def found(keys: Any, typed: str) -> None:  # noqa: ANN401 (the keys stay opaque to the screen)
        founding.found(keyring.folder, keys, typed, wrap or age.wrap, unwrap or age.unwrap)

    def print_recovery(secret: str, printer: str) -> None:
        printing.print_recovery(secret, kiosk, printer, paper=printing.paper_of(QLocale.system()))

    return Foundry(words=words, begin=begin, found=found, printers=printers, print_recovery=print_recovery)
