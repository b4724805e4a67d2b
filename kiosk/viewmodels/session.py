"""What the parts of the staff desk share: who has unlocked it, the key, and work that must not hold up the picture."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from kiosk.viewmodels.background import Background
from kiosk.viewmodels.desktop import Desktop
from kiosk.viewmodels.stay import Stay


class Session:
    """The key lives here and nowhere else; ``end`` drops it."""

    def __init__(self, stay: Stay, background: Background, chores: Background | None = None) -> None:
        """``chores`` is for what may take minutes, so that no patient's answers wait behind it."""
        self.stay = stay
        self.background = background
        self.chores = chores or background
        self.desktop: Desktop | None = None
        self.identity: Any = None
        self.name = ""
        self._moment = 0

    @property
    def admin(self) -> bool:
        """Whether an admin has unlocked the desk, as the list of staff says now."""
        return self.identity is not None and self.desktop is not None and self.desktop.locks.is_admin(self.name)

    def end(self) -> None:
        self.identity = None
        self.name = ""
        self.hush()

    def hush(self) -> None:
        """From now on nobody hears of the outcome of work under way."""
        self._moment += 1

    def run(self, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        """Works in the background; nobody hears of the outcome when the desk was locked or the record closed since."""
        self._begin(self.background, work, done)

    def toil(self, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        """The same for what may take minutes."""
        self._begin(self.chores, work, done)

    def _begin(self, worker: Background, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        moment = self._moment
        worker.run(work, lambda outcome: done(outcome) if moment == self._moment else None)

    def logged(self, work: Callable[[], Any], event: str, **counts: int | str) -> Callable[[], Any]:
        """The same work; once it is done there is a line in the audit log, in this staff member's name."""
        journal, by = self.desktop.journal if self.desktop else None, self.name

        def done() -> Any:  # noqa: ANN401 (whatever the work makes)
            made = work()
            if journal:
                journal.note(event, by, **counts)
            return made

        return done

    def note(self, event: str, **counts: int | str) -> None:
        """A line in the audit log; the screen does not wait for the disk."""
        if self.desktop and self.desktop.journal:
            self.background.run(self.logged(lambda: None, event, **counts), lambda outcome: outcome.result())
