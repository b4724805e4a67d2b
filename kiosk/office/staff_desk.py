"""The staff desk in a window of its own: on this machine's records, on a folder of sealed ones, or on a backup."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from kiosk import app, desktop
from kiosk.app import Kiosk
from kiosk.content.load import Loaded, load
from kiosk.desktop import Paper, label_of, lines, peopled, tallies
from kiosk.machine import Trouble, ready_for_screen
from kiosk.office.opening import left_by_signal, shown, usable
from kiosk.office.staff_keys import StaffKeys
from kiosk.options import Options, Unwrap, Wrap
from kiosk.printing.places import mounted
from kiosk.settings import RESOURCES
from kiosk.store import age, passphrase
from kiosk.store.errors import KeysMissing
from kiosk.store.folder_archive import MANIFEST, FolderArchive
from kiosk.store.keys import KeyRing
from kiosk.store.lock import only_one
from kiosk.store.records import RecordStore
from kiosk.upkeep import Upkeep, settle
from kiosk.viewmodels.desktop import Desktop

SIZE = (1280, 800)
"""Of the window when it opens."""
Unpack = Callable[[Path, Path], object]
"""Lays a backup's sealed records and keys out in a new folder, once all of it was checked. Raises StoreError, OSError.
"""
SHOWN = 5
"""Faults of a copy that are named one by one."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whose records: those in ``data``, the machine's own folder, or a copy at ``path`` (a folder of sealed records, a
    data folder, or a backup file). ``key`` is a locked key's file besides those on sticks, ``content`` a folder other
    than the active version."""

    data: Path
    path: Path | None = None
    key: Path | None = None
    content: Path | None = None


def sticks() -> tuple[Path, ...]:
    """What is plugged in."""
    return tuple(volume.root for volume in mounted() if volume.removable)


def has_widgets() -> bool:
    """Whether Qt can show the system's windows; a kiosk's cannot, and has none."""
    return isinstance(QCoreApplication.instance(), QApplication)


def print_window() -> tuple[str, int]:
    """The system's print window: the printer's name and the copies, or an empty name when none was chosen.

    Only the choice is taken from it. What is printed goes the kiosk's own way, for Qt would write it, as it is, to a
    temporary file first.
    """
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    dialog.setOptions(QAbstractPrintDialog.PrintDialogOption(0))
    if dialog.exec() != QPrintDialog.DialogCode.Accepted or printer.outputFileName():
        return "", 0
    return printer.printerName(), max(1, printer.copyCount())


class StaffWindow(Kiosk):
    """The same pages as on the kiosk, without the patients' ones."""

    main = "StaffMain.qml"
    home = "Unlock"

    def __init__(
        self, options: Options, source: Source, wrap: Wrap | None = None, unwrap: Unwrap | None = None
    ) -> None:
        self._source = source
        self._loaded: Loaded | None = None
        super().__init__(options, wrap, unwrap)
        self.staff.showKeyboard(False)

    @property
    def furnished(self) -> bool:
        return self._loaded is not None

    def _furnish(self) -> tuple[Loaded, Desktop, ExitStack]:
        loaded, closing = load(self.options.content), ExitStack()
        words = passphrase.words(RESOURCES / "words" / "eff_large_wordlist.txt")
        path = self._source.path
        if path is not None and (path / MANIFEST).is_file():
            return loaded, self._copied(FolderArchive(path), loaded, words), closing
        keyring = KeyRing((path or self.options.data) / "keys", self._unwrap or age.unwrap)
        records = RecordStore(path or self.options.data, keyring, self.options.now)
        closing.callback(records.close)
        made = self._kept(keyring, records, loaded, words)
        if path is None:
            made = self._own(made, keyring, records, closing)
            made = replace(made, tallies=tallies(records, loaded.library))
        return loaded, made, closing

    def _kept(self, keyring: KeyRing, records: RecordStore, loaded: Loaded, words: tuple[str, ...]) -> Desktop:
        """The records in a data folder, as a copy: only read."""
        made = desktop.desktop(keyring, records, loaded.library, words, self.options, self.access)
        return replace(
            made,
            locks=StaffKeys(lambda: keyring.load().recipients, self._places, keyring, self._unwrap or age.unwrap),
            notices=lambda: told(keyring.fingerprint, records.health().faults),
            settled=True,
        )

    def _own(self, made: Desktop, keyring: KeyRing, records: RecordStore, closing: ExitStack) -> Desktop:
        """This machine's own records are looked after here as on the kiosk, which does not run meanwhile."""
        settle(self.options.data)
        upkeep = Upkeep(self.options.data, keyring, records, self.options.settings, self.options.now)
        upkeep.open()
        closing.callback(upkeep.end)
        self.chores.run(upkeep.round, lambda outcome: outcome.result())
        made = peopled(made, keyring, records, self.options, self._wrap, self._unwrap)
        return replace(made, notices=upkeep.notices, settled=False)

    def _copied(self, archive: FolderArchive, loaded: Loaded, words: tuple[str, ...]) -> Desktop:
        return Desktop(
            locks=StaffKeys(lambda: archive.recipients, self._places, None, self._unwrap or age.unwrap),
            archive=archive,
            words=words,
            pictures=self.options.content / "pictures",
            lines=lines,
            label=lambda _picture, code: label_of(loaded.library, code, str(self.access.language)),
            paper=Paper(loaded.library, self.options, archive.fingerprint),
            glances=archive.glances,
            notices=lambda: told(archive.fingerprint, archive.faults()),
            settled=True,
            coded=False,
        )

    def _furnished(self, outcome: Future[tuple[Loaded, Desktop, ExitStack]]) -> None:  # type: ignore[override]
        loaded, made, closing = outcome.result()
        self._closing.callback(closing.close)
        self._loaded = loaded
        app.report(loaded)
        self.desk.furnish(loaded.library)
        self.staff.furnish(replace(made, dialog=print_window) if has_widgets() else made)

    def _places(self) -> tuple[Path, ...]:
        named = (self._source.key,) if self._source.key else ()
        return (*named, *sticks())


def told(fingerprint: str, faults: tuple[str, ...]) -> tuple[str, ...]:
    """Whose a copy is, and what is wrong with it."""
    more = (f"{len(faults) - SHOWN} more faults.",) if len(faults) > SHOWN else ()
    return (f"Fingerprint of the keys: {fingerprint}", *faults[:SHOWN], *more)


def open_staff_desk(source: Source, unpack: Unpack) -> int:
    """Runs the window until it is closed; the exit code. ``unpack`` opens a backup.

    Raises Trouble, BadSettings, StoreError or OSError.
    """
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    ready_for_screen()
    with at_hand(source, unpack) as (data, found):
        widgets = QApplication(sys.argv[:1])  # the system's print window needs one
        qt = app.application(sys.argv[:1])
        options = Options(data, shown(source.data, source.content), usable(source.data), windowed=True, size=SIZE)
        window = StaffWindow(options, found)
        window.show()
        before = sys.excepthook
        sys.excepthook = lambda kind, _value, trace: app.stumble(window, kind, trace)
        try:
            with left_by_signal():
                return qt.exec()
        finally:
            sys.excepthook = before
            window.close()
            del widgets


@contextmanager
def at_hand(source: Source, unpack: Unpack) -> Iterator[tuple[Path, Source]]:
    """The data folder and the source as it can be opened; what is not there is said before a window opens."""
    path = source.path
    if path is None:
        if not (source.data / "keys").is_dir():
            raise KeysMissing
        KeyRing(source.data / "keys").load()
        with only_one(source.data):
            yield source.data, source
    elif path.is_file():
        # Sealed records and the kiosk's own keys; nothing in it can be read without a staff key.
        with TemporaryDirectory(prefix="kiosk-backup-") as folder:
            room = Path(folder) / "backup"
            unpack(path, room)
            yield room, replace(source, path=room)
    elif (path / MANIFEST).is_file():
        FolderArchive(path)
        yield source.data, source
    elif (path / "records.sqlite").is_file() and (path / "keys").is_dir():
        with only_one(path):
            yield path, source
    else:
        raise Trouble(f"There are no records in {path}. Name the folder of an export, a data folder, or a backup.")
