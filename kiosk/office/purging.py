"""Deletes for good the records whose time is over, once a person has said so."""

from __future__ import annotations

from datetime import datetime

from kiosk.office.checking import number
from kiosk.office.records import Unlocked
from kiosk.office.terminal import DONE, ask, say
from kiosk.settings import FOREVER
from kiosk.store.retention import sweep

YES = "yes"


def purge(desk: Unlocked, now: datetime, reviewed_days: int = 30, unclaimed_days: int = 180) -> int:
    """Asks first. ``now`` has a zone; when it cannot be right nothing is deleted.

    Raises Trouble, StoreError or OSError.
    """
    if min(reviewed_days, unclaimed_days) >= FOREVER:
        say("The settings keep every record: nothing is due.")
        return DONE
    say(f"Records reviewed {reviewed_days} days ago or more, and those nobody has reviewed in {unclaimed_days} days,")
    say("are deleted for good. Nobody can bring them back, the recovery key neither.")
    if ask(f"Type {YES} to delete them: ").casefold() != YES:
        say("Nothing was deleted.")
        return DONE
    count = sweep(desk.store, now, reviewed_days, unclaimed_days)
    say(f"{number(count, 'record')} deleted for good.")
    return DONE
