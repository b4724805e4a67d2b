"""Says whether this machine is ready for patients: looks at everything and changes nothing, also without a screen and
while the kiosk runs."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kiosk.content.load import load
from kiosk.domain.readiness import RED, Finding, Level, Seen, worst
from kiosk.machine import Trouble, ready_for_paper, ready_for_screen
from kiosk.office.terminal import DONE, TROUBLE, plain, say
from kiosk.readiness import Machine, inspect
from kiosk.settings import BadSettings, Settings, read_settings

MARKS = {Level.GREEN: "  ok", Level.AMBER: "  ! ", Level.RED: "  X "}


def doctor(data: Path, content: Path, *, as_json: bool, now: datetime) -> int:
    """Tells every finding; 1 when one of them is red. Raises Trouble when Qt itself cannot be loaded."""
    fault, settings = "", Settings()
    try:
        settings = read_settings(data)
    except BadSettings as problem:
        fault = str(problem)
    found = inspect(Machine(data, content.absolute(), settings, load(content), now, look(data), fault))
    if as_json:
        say(json.dumps([told(finding) for finding in found], indent=2, ensure_ascii=False))
    else:
        _tell(found)
    return TROUBLE if worst(found) is RED else DONE


def look(data: Path) -> Seen:
    """The screen and the letters, as far as they can be seen from here."""
    try:
        ready_for_paper()
    except Trouble as trouble:
        return Seen(why=str(trouble))
    why = ""
    try:
        ready_for_screen()
    except Trouble as trouble:
        why = str(trouble)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.fonts import application  # noqa: PLC0415 (only where Qt can be loaded)
    from kiosk.speech.sound import silence  # noqa: PLC0415
    from kiosk.viewmodels.sight import seen  # noqa: PLC0415

    try:
        qt = application(["kiosk-doctor"])
    except Trouble:
        return Seen(why=why, missing=("Atkinson Hyperlegible Next",))
    found = replace(seen(None, why), silence=silence(data))
    del qt
    return found


def told(finding: Finding) -> dict[str, object]:
    """A finding for programs."""
    from kiosk.viewmodels import findings  # noqa: PLC0415

    return {
        "about": finding.area,
        "code": finding.code,
        "level": finding.level.value,
        "sentence": findings.sentence(finding),
        "advice": findings.advice(finding),
        "values": dict(finding.values),
    }


def _tell(found: tuple[Finding, ...]) -> None:
    from kiosk.viewmodels import findings  # noqa: PLC0415
    from kiosk.viewmodels.readiness import summary  # noqa: PLC0415

    for finding in found:
        say(plain(f"{MARKS[finding.level]}  {findings.area(finding)}: {findings.sentence(finding)}"))
        if advice := findings.advice(finding):
            say(plain(f"      {advice}"))
    say()
    say(summary(found))
