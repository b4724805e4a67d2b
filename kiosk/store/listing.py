"""The versions in a data folder told one by one: who, when, and what changed."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.editions import Difference, Version
from kiosk.store.activation import State
from kiosk.store.editions import Edition, Shelf


def listing(shelf: Shelf) -> tuple[Version, ...]:
    """The newest first."""
    state, told, before = shelf.state(), [], None
    for edition in shelf.editions():
        told.append(_told(edition, state, before))
        before = edition
    return tuple(reversed(told))


def _told(edition: Edition, state: State, before: Edition | None) -> Version:
    publication = state.publication(edition.version)
    return Version(
        name=edition.version,
        by=publication.by if publication else "",
        at=publication.at if publication else edition.at,
        note=publication.note if publication else "",
        files=len(edition.files),
        against=difference(before.files, edition.files) if before else None,
        active=edition.version == state.active,
        previous=edition.version == state.previous,
        planned=state.plan.at if state.plan and state.plan.version == edition.version else None,
    )


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """What became of the files."""
    return Difference(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(name for name in after.keys() & before.keys() if after[name] != before[name])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )
