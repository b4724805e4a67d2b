"""Reads the screen aloud to whoever asks for it: each page as it opens, each control as it is reached or touched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtQml import QmlElement, QmlUncreatable
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.aloud import GAINS, RATES, USUAL_GAIN, USUAL_RATE, Route, Speaker, Utterance, private_left_out
from kiosk.viewmodels import narration
from kiosk.viewmodels.access import Access
from kiosk.viewmodels.narration import Page

if TYPE_CHECKING:
    from kiosk.viewmodels.desk import Desk

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PRIVATE = {"Question": "work", "Review": "work", "Sent": "code"}
"""The part of a page that holds answers, or the code that finds them."""
ACTIONS = (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress)
OWN_KEYS = (
    Qt.Key.Key_P,
    Qt.Key.Key_R,
    Qt.Key.Key_M,
    Qt.Key.Key_Comma,
    Qt.Key.Key_Period,
    Qt.Key.Key_Minus,
    Qt.Key.Key_Equal,
)
"""Keys that mean the voice itself: what holds it must find it speaking."""
MOMENTS = (30, 20, 10, 5)
"""Seconds left at which the curtain says so."""


@QmlElement
@QmlUncreatable("made by the application")
class Voice(QObject):
    """The voice of one visit: on or off, its pace and loudness, and who may hear answers; all forgotten at its end."""

    changed = Signal()

    def __init__(self, access: Access) -> None:
        super().__init__()
        self._access = access
        self._speaker: Speaker | None = None
        self._desk: Desk | None = None
        self._window: QQuickWindow | None = None
        self._there = False
        self._forget()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)

    def _forget(self) -> None:
        self._on = self._paused = self._agreed = self._warned = False
        self._aside = False  # to the speaker although there are headphones
        self._rate, self._gain = USUAL_RATE, USUAL_GAIN
        self._last: tuple[Utterance, ...] = ()
        self._key: tuple[str, ...] = ()
        self._seen = Page(())

    @Property(bool, notify=changed)
    def works(self) -> bool:
        """Whether there is sound, and clips to play."""
        return self._speaker is not None

    @Property(bool, notify=changed)
    def on(self) -> bool:
        return self._on

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        return self._paused

    @Property(int, notify=changed)
    def rate(self) -> int:
        """The pace, per cent."""
        return RATES[self._rate]

    @Property(int, notify=changed)
    def volume(self) -> int:
        """The loudness, a step from 1 to 7."""
        return self._gain + 1

    @Property(bool, notify=changed)
    def headphones(self) -> bool:
        """Whether headphones are there."""
        return self._speaker is not None and self._speaker.headphones

    @Property(bool, notify=changed)
    def alone(self) -> bool:
        """Whether sound goes to headphones, where nobody else hears it."""
        return self._route is Route.HEADPHONES

    @Property(bool, notify=changed)
    def agreed(self) -> bool:
        """Whether the patient lets others hear answers."""
        return self._agreed

    @property
    def speaking(self) -> bool:
        return self._speaker is not None and self._speaker.speaking

    @property
    def _route(self) -> Route:
        return Route.HEADPHONES if self.headphones and not self._aside else Route.SPEAKER

    def furnish(self, speaker: Speaker | None) -> None:
        """Sound is there, or other clips than before."""
        self.rest()
        self._speaker = speaker
        self._there = self.headphones
        if speaker is not None:
            speaker.listen(self._plugged)
        self.changed.emit()

    def attend(self, window: QQuickWindow, desk: Desk) -> None:
        """From now on can read what this window shows."""
        self._window, self._desk = window, desk
        asking, reading, access = desk.asking, desk.reading, self._access
        for moved in (desk.changed, asking.changed, asking.turned, reading.changed, access.changed):
            moved.connect(self.look)
        access.languageChanged.connect(self.look)
        window.focusObjectChanged.connect(self.look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._on and (event.type() in ACTIONS or self._is_key(event)):
            self._act()
        return super().eventFilter(watched, event)

    def _is_key(self, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        return pressed and not event.isAutoRepeat() and event.key() not in OWN_KEYS

    def _act(self) -> None:
        if self._desk is not None and self._desk.cover != "voice":  # its buttons are about what is being said
            self.stop()
        self.look()

    @Slot()
    def look(self) -> None:
        """Something may have changed: reads it as soon as everything has its place."""
        if self._on:
            self._soon.start()

    @Slot()
    def toggle(self) -> None:
        """On, and reads where the patient is; or off."""
        if self._speaker is None or self._desk is None or not self._desk.patient:
            return
        if self._on:
            self._say((Utterance(QCoreApplication.translate("Voice", "Reading aloud is off.")),))
            self._turn(on=False)
        else:
            QAccessible.setActive(True)
            self._key = ()
            self._turn(on=True)
            self._speaker.tune(RATES[self._rate], GAINS[self._gain])
            self.look()
        self.changed.emit()

    def _turn(self, *, on: bool) -> None:
        """While it is on, every touch and key passes here first, so that silence comes before what they do."""
        self._on = on
        if self._window is not None and on:
            self._window.installEventFilter(self)
        elif self._window is not None:
            self._window.removeEventFilter(self)

    @Slot()
    def stop(self) -> None:
        """Silence at once."""
        if self._speaker is not None:
            self._speaker.stop()
        if self._paused:
            self._paused = False
            self.changed.emit()

    @Slot()
    def pause(self) -> None:
        """Holds what is being said; the second time goes on with it."""
        if self._speaker is not None and self._on and (self._paused or self.speaking):
            self._paused = not self._paused
            self._speaker.pause(self._paused)
            self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Once more what was said last; from the voice's own tray the page behind it."""
        if self._on and self._desk is not None and self._desk.cover == "voice":
            self._desk.uncover()
        elif self._on:
            self._say(self._last)

    @Slot()
    def faster(self) -> None:
        self._tune(self._rate + 1, self._gain)

    @Slot()
    def slower(self) -> None:
        self._tune(self._rate - 1, self._gain)

    @Slot()
    def louder(self) -> None:
        self._tune(self._rate, self._gain + 1)

    @Slot()
    def quieter(self) -> None:
        self._tune(self._rate, self._gain - 1)

    def _tune(self, rate: int, gain: int) -> None:
        if self._speaker is None or not self._on:
            return
        self._rate, self._gain = min(max(rate, 0), len(RATES) - 1), min(max(gain, 0), len(GAINS) - 1)
        self._speaker.tune(RATES[self._rate], GAINS[self._gain])
        self.changed.emit()
        if not self.speaking:
            self._tell(QCoreApplication.translate("Voice", "This is how I sound now."))

    @Slot(bool)
    def agree(self, agreed: bool) -> None:
        """Whether others may hear answers, until the visit ends."""
        self._agreed = agreed
        self.changed.emit()

    @Slot(bool)
    def listenAlone(self, alone: bool) -> None:
        """To the headphones, or to the speaker."""
        self.stop()
        self._aside = not alone
        self.changed.emit()
        self._tell(QCoreApplication.translate("Voice", "This is how I sound now."))

    def _plugged(self) -> None:
        """Headphones came or went. Who plugs them in wants to listen; who pulls them out is heard by nobody else."""
        before, self._there = self._there, self.headphones
        self.stop()
        self._aside = False
        if self._there and not before and not self._on:
            self.toggle()
        self.changed.emit()

    def tick(self) -> None:
        """Once a second: the curtain counts down aloud."""
        desk = self._desk
        if self._on and desk is not None and desk.cover == "curtain" and desk.secondsLeft in MOMENTS:
            self._tell(QCoreApplication.translate("CountDown", "%1 seconds left").replace("%1", str(desk.secondsLeft)))

    def reset(self) -> None:
        """The visit is over."""
        self.stop()
        self._soon.stop()
        self._turn(on=False)
        self._forget()
        self.changed.emit()

    def rest(self) -> None:
        """The program ends."""
        if self._speaker is not None:
            self._speaker.close()

    def _look(self) -> None:
        desk, window = self._desk, self._window
        if not self._on or desk is None or window is None or not desk.patient:
            return
        desk.focus.look()  # a new page is read with the focus where it belongs
        key = self._place(desk)
        page = narration.read(window, window.focusObject(), private=PRIVATE.get(desk.page, ""))
        turned, before = key != self._key, self._seen
        self._key, self._seen = key, page
        if self._among_its_own(page, window) and not turned:
            return
        if turned:
            self._say(narration.whole(page))
        elif found := narration.changes(before, page, self._position(desk)):
            self._say(found)

    def _among_its_own(self, page: Page, window: QQuickWindow) -> bool:
        """Whether a finger is at the voice's own buttons, which would else talk over what they are to change."""
        at = page.focus
        pressed = at is not None and at.role is narration.Role.Button
        by_finger = window.focusObject() is None or window.focusObject().property("visualFocus") is not True
        return self._desk is not None and self._desk.cover == "voice" and pressed and by_finger

    def _place(self, desk: Desk) -> tuple[str, ...]:
        """Where the patient is; when that changes, the page is read from its heading on."""
        at = {"Question": desk.asking.key, "Treatment": desk.reading.key}.get(desk.page, "")
        return desk.page, desk.cover, at, self._access.language

    def _position(self, desk: Desk) -> str:
        if desk.page != "Question" or desk.cover or not desk.asking.total or not desk.asking.counts:
            return ""
        words = QCoreApplication.translate("Progress", "Question %1 of %2")
        return words.replace("%1", str(desk.asking.number)).replace("%2", str(desk.asking.total))

    def _tell(self, sentence: str) -> None:
        if self._on:
            self._say((Utterance(sentence),))

    def _say(self, utterances: Sequence[Utterance]) -> None:
        """Says what may be said where the sound goes; the first time that is not all, how to hear the rest."""
        if self._speaker is None or self._desk is None:
            return
        self.stop()
        self._last = tuple(utterances)
        route = self._route
        allowed = private_left_out(self._last, heard_by_one=route is Route.HEADPHONES or self._agreed)
        if len(allowed) < len(self._last) and not self._warned:
            self._warned = True
            allowed = (*allowed, Utterance(_how_to_hear()))
        if allowed:
            self._speaker.say(allowed, self._access.language, route)


def _how_to_hear() -> str:
    return QCoreApplication.translate(
        "Voice",
        "Your answers are read aloud only in headphones. Open “Read aloud” below to let the speaker read them too.",
    )
