"""Work that must not hold up the picture: runs on one thread, its outcome comes back to the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class Background(QObject):
    """One worker. ``run(work, done)`` calls ``done(future)`` later, on the thread that built this object."""

    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kiosk")
        self._under_way = 0
        self._finished.connect(self._report, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is under way that has not been reported."""
        return self._under_way > 0

    def run(self, work: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        future = self._pool.submit(work)
        self._under_way += 1
        future.add_done_callback(lambda done_future: self._finished.emit(lambda: done(done_future)))

    def _report(self, call: Callable[[], None]) -> None:
        self._under_way -= 1
        call()

    def close(self) -> None:
        """Waits for the work under way; what was handed in last is still done."""
        self._pool.shutdown(wait=True)
