"""Plays clips one after the other as one sound, at any pace with the pitch kept; what is said touches no disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaDevices, QMediaPlayer

from kiosk.domain.aloud import Route, Utterance, factor
from kiosk.domain.library import Library
from kiosk.speech.clips import Clips, clips_in, sound_file
from kiosk.speech.composing import Composer
from kiosk.speech.inventory import inventory
from kiosk.speech.loudness import RATE
from kiosk.speech.sayings import clip_name

BETWEEN = 0.22
"""Seconds of silence between two utterances; the clips of one bring their own."""


class Book:
    """The clips of every language, and which of them say a text. May be built away from the screen's thread."""

    def __init__(self, library: Library, data: Path) -> None:
        self._clips: dict[str, Clips] = {}
        known: dict[str, frozenset[str]] = {}
        for tag in library.clinic.languages:
            if clips := clips_in(data, tag):
                names = clips.names()
                self._clips[tag] = clips
                known[tag] = frozenset(
                    saying.text for saying in inventory(library, tag) if clip_name(clips.voice, saying) in names
                )
        self._composers = {tag: Composer(tag, known) for tag in known}

    def sound(self, utterances: Sequence[Utterance], language: str) -> bytes:
        """All of it as one WAV file; empty when nothing of it has a clip."""
        composer = self._composers.get(language)
        if composer is None:
            return b""
        pause = bytes(2 * int(BETWEEN * RATE))
        said = [self._one(composer, utterance) for utterance in utterances]
        samples = pause.join(each for each in said if each)
        return sound_file(samples) if samples else b""

    def _one(self, composer: Composer, utterance: Utterance) -> bytes:
        parts = composer.spelled(utterance.text) if utterance.spelled else composer.parts(utterance.text)
        return b"".join(self._clips[part.language].samples(part) for part in parts)


class Playing(QObject):
    """This machine's sound. ``headphones`` and ``speaker`` are names of devices as the system calls them, or parts of
    such a name; without ``headphones`` none are known here, without ``speaker`` it is the system's own choice."""

    def __init__(self, book: Book, headphones: str = "", speaker: str = "") -> None:
        super().__init__()
        self._book = book
        self._names = {Route.HEADPHONES: headphones, Route.SPEAKER: speaker}
        self._plugged: Callable[[], None] = lambda: None
        self._devices = QMediaDevices(self)
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.setPitchCompensation(True)
        self._player.mediaStatusChanged.connect(self._heard)
        self._buffer: QBuffer | None = None
        self._sounding = False
        self._devices.audioOutputsChanged.connect(self._changed)

    @property
    def headphones(self) -> bool:
        return self._device(Route.HEADPHONES) is not None

    @property
    def speaking(self) -> bool:
        return self._sounding  # Qt itself says so only once it has read the sound

    def say(self, utterances: Sequence[Utterance], language: str, route: Route) -> None:
        self.stop()
        device = self._device(route)
        sound = self._book.sound(utterances, language)
        if not sound or (device is None and route is Route.HEADPHONES):
            return
        self._output.setDevice(device or QMediaDevices.defaultAudioOutput())
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(sound))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._buffer, QUrl("said.wav"))
        self._sounding = True
        self._player.play()

    def stop(self) -> None:
        """Also forgets what was said."""
        self._sounding = False
        self._player.stop()
        if self._buffer is not None:
            self._player.setSource(QUrl())
            self._buffer.close()
            self._buffer.setData(QByteArray())
            self._buffer.deleteLater()
            self._buffer = None

    def pause(self, still: bool) -> None:
        self._sounding = not still
        if still:
            self._player.pause()
        else:
            self._player.play()

    def tune(self, rate: int, gain: int) -> None:
        self._player.setPlaybackRate(rate / 100)
        self._output.setVolume(factor(gain))

    def listen(self, plugged: Callable[[], None]) -> None:
        self._plugged = plugged

    def close(self) -> None:
        self.stop()
        self._plugged = lambda: None

    def _heard(self, status: QMediaPlayer.MediaStatus) -> None:
        if status in (QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia):
            self._sounding = False

    def _changed(self) -> None:
        self._plugged()

    def _device(self, route: Route) -> QAudioDevice | None:
        name = self._names[route].casefold()
        named = (each for each in QMediaDevices.audioOutputs() if name and name in each.description().casefold())
        return next(named, None)
