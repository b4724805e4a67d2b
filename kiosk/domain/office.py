"""What the staff desk and the set-up ask of keys and records, whatever keeps them."""

from __future__ import annotations

from typing import Any, Protocol

from kiosk.domain.record import Head, OpenRecord


class Refused(Exception):
    """Something staff asked for cannot be done; its text is the sentence they read. ``again``: they may try again."""

    again = False


class Locks(Protocol):
    """The staff's keys."""

    @property
    def ready(self) -> bool: ...

    @property
    def staff_names(self) -> tuple[str, ...]: ...

    def unlock(self, name: str, words: str) -> Any:  # noqa: ANN401 (the key stays opaque to those who carry it)
        """The key of that staff member. Slow. Raises Refused."""


class Archive(Protocol):
    """The sent records. Every method may read the disk; those that open a record raise Refused."""

    def count(self) -> int: ...

    def heads(self, limit: int, offset: int = 0) -> tuple[Head, ...]: ...

    def find(self, code: str) -> Head | None: ...

    def opened(self, id: str, identity: Any) -> OpenRecord: ...  # noqa: ANN401

    def mark_reviewed(self, id: str, by: str) -> None: ...

    def confirm_identity(self, id: str, by: str) -> None: ...

    def delete(self, id: str, by: str) -> None: ...


class Line(Protocol):
    """One answer of a record as staff read it."""

    @property
    def link_id(self) -> str: ...

    @property
    def question(self) -> str: ...

    @property
    def answer(self) -> str: ...
