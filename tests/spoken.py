"""A speaker that makes no sound: it notes what would be heard, where, and when it fell silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.domain.aloud import Route, Utterance


class Listener:
    """Stands in for the machine's sound. ``heard`` are the utterances since the last ``forget``, ``log`` every call in
    its order."""

    def __init__(self, *, headphones: bool = False) -> None:
        self.headphones = headphones
        self.speaking = False
        self.log: list[tuple[object, ...]] = []
        self.tuned: tuple[int, int] = (0, 0)
        self._plugged: Callable[[], None] = lambda: None

    def say(self, utterances: Sequence[Utterance], language: str, route: Route) -> None:
        self.speaking = True
        self.log.append(("say", tuple(utterances), language, route))

    def stop(self) -> None:
        self.speaking = False
        self.log.append(("stop",))

    def pause(self, still: bool) -> None:
        self.log.append(("pause", still))

    def tune(self, rate: int, gain: int) -> None:
        self.tuned = rate, gain

    def listen(self, plugged: Callable[[], None]) -> None:
        self._plugged = plugged

    def close(self) -> None:
        self.stop()

    def forget(self) -> None:
        self.log.clear()

    def plugs(self, headphones: bool) -> None:
        """Headphones come or go."""
        self.headphones = headphones
        self._plugged()

    @property
    def utterances(self) -> list[Utterance]:
        return [one for call in self.log if call[0] == "say" for one in call[1]]

    @property
    def heard(self) -> list[str]:
        return [one.text for one in self.utterances]

    @property
    def last(self) -> str:
        """The last thing that was said, in one line."""
        calls = [call for call in self.log if call[0] == "say"]
        return ", ".join(one.text for one in calls[-1][1]) if calls else ""

    @property
    def routes(self) -> set[Route]:
        return {call[3] for call in self.log if call[0] == "say"}
