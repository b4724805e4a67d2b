"""What stands against reading a questionnaire: refused, dropped with consent, or only worth knowing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem costs: the whole form, an item, or nothing."""

    REFUSE = "refuse"
    DROP = "drop"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. ``path`` has the linkIds from the root to the item and is empty for the questionnaire itself,
    ``text`` is one sentence that says what to do, ``pointer`` leads to the place in the JSON:
    ``("item", 0, "enableWhen", 1, "question")``."""

    code: str
    path: tuple[str, ...]
    severity: Severity
    text: str
    pointer: tuple[str | int, ...] = ()
