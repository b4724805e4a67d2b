"""A visitor's finger and eyes: finds things by the name a person reads or hears, touches them where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QPointF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.domain.record import OpenRecord
from kiosk.store.age import Identity

WORDS = "fifty apple river stone cloud"
NAME = "Nurse Park"
TOUCHSCREEN = None
PATIENCE_MS, PATIENCE_FRAMES = 20_000, 20
STEPS = 8
"""Moves of a dragging finger."""
KEYS = {" ": "Space", "\n": "New line"}
PLANES = {"Numbers and signs": "0123456789-/:;()$&@\"?!'+=#%", "Accents": "áéíóúüñç¿¡àèìòùâêîôûãõäëïö"}


class Clock:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1_000.0
        self.begun = datetime(2026, 11, 24, 9, 31, tzinfo=timezone(timedelta(hours=-5)))

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.begun + timedelta(seconds=self.seconds - 1_000)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


class Finger:
    """Touches the window of a running kiosk through real touch events."""

    def __init__(self, kiosk: Kiosk, clock: Clock) -> None:
        self.kiosk = kiosk
        self.desk = kiosk.desk
        self.window = kiosk.window
        self.clock = clock
        global TOUCHSCREEN  # noqa: PLW0603 (Qt keeps a test's touchscreen as long as the process)
        TOUCHSCREEN = TOUCHSCREEN or QTest.createTouchDevice()
        self.settle()

    def settle(self) -> None:
        """Lets everything that is due happen; things find their places when a picture is made."""
        QGuiApplication.processEvents()
        self.window.grabWindow()
        QGuiApplication.processEvents()

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits for a condition of work in the background; fails when it never holds."""
        loop, watch, end = QEventLoop(), QTimer(), QTimer()
        watch.timeout.connect(lambda: loop.quit() if holds() else None)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        watch.start(5)
        end.start(PATIENCE_MS)
        if not holds():
            loop.exec()
        watch.stop()
        end.stop()
        assert holds(), f"never happened; on the screen: {self.names()}"
        self.settle()

    def things(self, *, hidden: bool = False) -> Iterator[QAccessibleInterface]:
        """Everything that can be seen, as the accessibility tree knows it; with ``hidden`` what cannot, too."""

        def walk(thing: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
            for place in range(thing.childCount()):
                child = thing.child(place)
                if child and child.isValid() and (hidden or not child.state().invisible):
                    yield child
                    yield from walk(child)

        yield from walk(QAccessible.queryAccessibleInterface(self.window))

    def names(self) -> list[str]:
        return [name for thing in self.things() if (name := thing.text(QAccessible.Text.Name))]

    def says(self, *, hidden: bool = False) -> str:
        """Every word of the tree: names, descriptions and values."""
        kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
        return "\n".join(text for thing in self.things(hidden=hidden) for kind in kinds if (text := thing.text(kind)))

    def sees(self, name: str) -> bool:
        """Whether something of that name is on the page; on a busy machine a page takes two pictures to be there."""
        for _ in range(2):
            self.settle()
            if name in self.names():
                return True
        return False

    def reads(self, part: str) -> bool:
        """Whether these words stand anywhere on the page."""
        self.settle()
        return any(part in each for each in self.names())

    def find(self, name: str, role: QAccessible.Role | None = None) -> QAccessibleInterface:
        """The control of that name; of several the one that can be pressed."""
        self.settle()
        found = [
            t for t in self.things() if t.text(QAccessible.Text.Name) == name and (role is None or t.role() == role)
        ]
        pressable = [t for t in found if t.actionInterface() and "Press" in t.actionInterface().actionNames()]
        assert found, f"no {name!r}; on the screen: {self.names()}"
        return (pressable or found)[-1]

    def tells(self, name: str) -> str:
        """What stands beside a name for those who listen: a value, or whether it is open."""
        return self.find(name).text(QAccessible.Text.Description)

    def chosen(self, *names: str) -> bool:
        """Whether all of these answers are ticked."""
        return all(self.find(name).state().checked for name in names)

    def place(self, name: str) -> QPoint:
        """Where to touch it: its middle, in the window."""
        self.reaches(name)
        return self.find(name).rect().center() - self.window.position()

    def reaches(self, name: str) -> None:
        """Touches "See more", in the end "Back to the top", until the thing is in its part of the page."""
        for _ in range(40):
            if within(self.find(name).object()):
                return
            more, top = (QCoreApplication.translate("Scroll", words) for words in ("See more", "Back to the top"))
            more = more if self.sees(more) else top
            self._touch(self.find(more).rect().center() - self.window.position())

    def taps(self, *names: str) -> None:
        for name in names:
            self._touch(self.place(name))

    def double_taps(self, name: str) -> None:
        """Two quick touches on one place: the tremor of an unsteady hand."""
        place = self.place(name)
        self._touch(place)
        self.clock.wait(-0.9)
        self._touch(place)

    def taps_together(self, one: str, other: str) -> None:
        """Two fingers at once."""
        places = self.place(one), self.place(other)
        self.clock.wait(1)
        for act in ("press", "release"):
            touch = QTest.touchEvent(self.window, TOUCHSCREEN)
            for number, place in enumerate(places):
                getattr(touch, act)(number, place, self.window)
            del touch  # sent as it goes
        self.settle()

    def drags(self, name: str, *, by: tuple[int, int]) -> None:
        """Puts the finger on something and moves it this far before it lets go."""
        place = self.place(name)
        steps = range(STEPS + 1)
        self.draws(*((place.x() + by[0] * step // STEPS, place.y() + by[1] * step // STEPS) for step in steps))

    def types(self, text: str) -> None:
        """Types on the keyboard in the scene, or on the number pad."""
        for letter in text:
            self._turns_keys_to(letter)
            if letter.isupper():
                self.taps("Capital")
            point = letter == "." and self.sees("Decimal point")
            self.taps("Decimal point" if point else KEYS.get(letter, letter))

    def _turns_keys_to(self, letter: str) -> None:
        if letter in KEYS or letter == "." or self.sees(letter.lower()):
            return
        plane = next((name for name, letters in PLANES.items() if letter.lower() in letters), "Letters")
        self.taps(plane if self.sees(plane) else "Plain letters")

    def holds(self, name: str, seconds: float) -> None:
        """Keeps the finger on something; Qt measures this time by itself."""
        place = self.place(name)
        self.clock.wait(1)
        QTest.touchEvent(self.window, TOUCHSCREEN).press(0, place, self.window)
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()
        QTest.touchEvent(self.window, TOUCHSCREEN).release(0, place, self.window)
        self.settle()

    def calls_staff(self, name: str) -> None:
        """Holds the clinic's name; Qt is told to be quicker about it, one journey waits the whole three seconds."""
        brand = self.find(name).object().parentItem()
        (handler,) = (child for child in brand.children() if child.inherits("QQuickTapHandler"))
        assert handler.setProperty("longPressThreshold", 0.05)
        self.holds(name, 0.15)

    def draws(self, *places: tuple[int, int]) -> None:
        """One stroke through these places of the window."""
        self.clock.wait(1)
        first, *rest = (QPoint(*place) for place in places)
        QTest.touchEvent(self.window, TOUCHSCREEN).press(0, first, self.window)
        for place in rest:
            QTest.touchEvent(self.window, TOUCHSCREEN).move(0, place, self.window)
            self.window.grabWindow()
        QTest.touchEvent(self.window, TOUCHSCREEN).release(0, QPoint(*places[-1]), self.window)
        self.settle()

    def waits(self, seconds: int) -> None:
        """Time goes by; the kiosk looks at its clock each second."""
        for _ in range(seconds):
            self.clock.wait(1)
            self.desk.tick()
        self.settle()

    def looks(self) -> QImage:
        """The picture on the screen, with every drawing in its place: Qt reads some of them on a thread of its own."""
        self.settle()
        self.until(lambda: all(image.property("progress") == 1 for image in self._images()))
        return self.window.grabWindow()

    def at_rest(self) -> QImage:
        """The picture once it stays the same: on a busy machine things find their places in the frame after next."""
        before = self.looks()
        for _ in range(PATIENCE_FRAMES):
            after = self.looks()
            if after == before:
                break
            before = after
        return before

    def _images(self) -> Iterator[QQuickItem]:
        """The pictures that are on the screen now."""
        items = self.window.findChildren(QQuickItem)
        return (item for item in items if item.inherits("QQuickImage") and shown(item))

    def record(self) -> tuple[OpenRecord, bytes]:
        """The newest record as the nurse's key opens it, and the bytes inside its seal."""
        furniture = self.kiosk._furniture
        identity = furniture.keyring.unlock(NAME, WORDS)
        opened = furniture.records.opened(furniture.records.heads(1)[0].id, identity)
        return opened, self._sealed(opened.id, identity)

    def _sealed(self, id: str, identity: Identity) -> bytes:
        with self.kiosk._furniture.records.database.session() as session:
            statement = "SELECT sealed FROM record WHERE id = ?"
            (sealed,) = session.connection().exec_driver_sql(statement, (id,)).one()
        return identity.open(sealed)

    def _touch(self, place: QPoint) -> None:
        self.clock.wait(1)
        QTest.touchEvent(self.window, TOUCHSCREEN).press(0, place, self.window)
        QTest.touchEvent(self.window, TOUCHSCREEN).release(0, place, self.window)
        self.settle()


def shown(image: QQuickItem) -> bool:
    """Whether a picture is on the screen and has something to show."""
    return image.isVisible() and bool(image.property("source").toString())


def within(item: QQuickItem) -> bool:
    """Whether the middle of a thing lies in the part of the page that scrolls it."""
    above = item.parentItem()
    while above is not None and not above.inherits("QQuickFlickable"):
        above = above.parentItem()
    if above is None:
        return True
    middle = item.mapToItem(above, QPointF(item.width() / 2, item.height() / 2)).y()
    return 0 <= middle <= above.height()
