"""What every test shares: an offscreen Qt, warnings that fail, a running kiosk, and a finger."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QML_NO_TOUCH_COMPRESSION"] = "1"  # each move of a finger arrives, however fast the test moves it

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from clinic import quick_unwrap, quick_wrap
from finger import NAME, WORDS, Clock, Finger
from forms import all_types
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.app import Kiosk
from kiosk.domain.aloud import Speaker
from kiosk.fonts import application
from kiosk.options import Options
from kiosk.settings import RESOURCES, Settings
from kiosk.store import founding
from kiosk.store.age import Identity

SHIPPED = RESOURCES / "content"
EVERY_TYPE = Path(__file__).parent / "content" / "questionnaires" / "every-type.yaml"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    QAccessible.setActive(True)
    return application(["kiosk-tests"])


@contextmanager
def without_warnings() -> Iterator[None]:
    """A warning of Qt or QML within is a failure."""
    said: list[str] = []

    def listen(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg:
            said.append(message)

    qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(None)
    assert not said, "\n".join(said)


@pytest.fixture(autouse=True)
def no_warnings() -> Iterator[None]:
    """A warning of Qt or QML fails the test it appears in, tear-down included."""
    with without_warnings():
        yield


def found_in(folder: Path) -> Path:
    """A data folder with keys for one nurse."""
    folder.mkdir()
    made = founding.Founding(NAME, "kiosk", WORDS, Identity.generate().secret, Identity.generate())
    founding.found(folder / "keys", made, WORDS, quick_wrap, quick_unwrap)
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with keys for one nurse."""
    return found_in(tmp_path / "data")


def open_kiosk(
    content: Path,
    folder: Path,
    clock: Clock,
    size: tuple[int, int] = (1080, 1920),
    furnish: bool = True,
    speaker: Speaker | None = None,
    **more: bool,
) -> Finger:
    """A running kiosk under a finger; without ``furnish`` it may still be reading its content. ``more`` are options."""
    kiosk = Kiosk(
        Options(folder, content, Settings(still=True), size=size, monotonic=clock.monotonic, now=clock.now, **more),
        unwrap=quick_unwrap,
        wrap=quick_wrap,
        speaker=speaker,
    )
    kiosk.show()
    finger = Finger(kiosk, clock)
    if furnish:
        finger.until(lambda: kiosk.furnished)
    return finger


def close(running: list[Finger]) -> None:
    """The visit ends first: a translation outlives its kiosk in Qt. What is left of a kiosk goes here and now, for
    Qt's objects must not be collected on the thread of another kiosk's work."""
    while running:
        finger = running.pop()
        finger.desk.wipe()
        finger.settle()
        finger.kiosk.close()
    del finger
    gc.collect()


Opens = Callable[..., Finger]


@pytest.fixture
def opens(qapp: QGuiApplication, data: Path, clock: Clock) -> Iterator[Opens]:
    """Opens a kiosk of its own and hands its window to a finger; closes all of it afterwards."""
    running: list[Finger] = []

    def begin(*, content: Path = SHIPPED, folder: Path = data, **how: object) -> Finger:
        running.append(open_kiosk(content, folder, clock, **how))
        return running[-1]

    yield begin
    if running:
        close(running)


@pytest.fixture(scope="session")
def shared(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opens]:
    """Kiosks that many tests use one after the other, as visitors do; each is opened by the first who needs it."""
    running: dict[Path, Finger] = {}

    def begin(content: Path) -> Finger:
        if content not in running:
            folder = found_in(tmp_path_factory.mktemp("kiosk") / "data")
            running[content] = open_kiosk(content, folder, Clock())
        return running[content]

    yield begin
    with without_warnings():
        close(list(running.values()))


@pytest.fixture(scope="session")
def every_type(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content with a questionnaire that has every type of question."""
    folder = tmp_path_factory.mktemp("every-type") / "content"
    shutil.copytree(SHIPPED, folder)
    shutil.copy(EVERY_TYPE, folder / "questionnaires" / "pre-consultation.yaml")
    return folder


def visit(finger: Finger) -> Iterator[Finger]:
    finger.taps("Touch anywhere to start")
    yield finger
    finger.desk.wipe()
    finger.settle()


@pytest.fixture
def finger(shared: Opens) -> Iterator[Finger]:
    """A visitor of the shipped content on a kiosk with keys, one touch past the attract page."""
    yield from visit(shared(SHIPPED))


@pytest.fixture
def patient(shared: Opens, every_type: Path) -> Iterator[Finger]:
    """A visitor of a kiosk whose questionnaire has every type of question, at its first page."""
    for finger in visit(shared(every_type)):
        finger.taps("Get ready for your visit", "Start the questions")
        yield finger


@pytest.fixture
def asked(finger: Finger) -> Iterator[Finger]:
    """A patient at the first page of a questionnaire with every kind of page that FHIR's item types ask for."""
    asking, kiosk = finger.kiosk.asking, finger.kiosk
    usual = asking._form
    asking.furnish(all_types(), kiosk._furniture.records, kiosk._compose)
    finger.desk.resume()
    finger.settle()
    yield finger
    asking.furnish(usual, kiosk._furniture.records, kiosk._compose)
