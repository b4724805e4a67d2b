"""The colours of the default look by their meaning, and how well one is read on another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

LEAST = 10.0
"""The contrast ratio that every pair of the default look has at least."""
WARM: Mapping[str, str] = {
    "paper": "#FBF6EF",
    "card": "#FFFFFF",
    "oat": "#F5EBE0",
    "blush": "#F8E7E0",
    "rose": "#F3D9CE",
    "regionIdle": "#FFFAF6",
    "regionOn": "#F8D5BF",
    "ink": "#26121B",
    "soft": "#43283A",
    "wine": "#4F1430",
    "inverse": "#FFFFFF",
    "stop": "#6B0A0E",
    "stopGround": "#FDECEA",
    "caution": "#452900",
    "cautionGround": "#FFF2D2",
    "info": "#0E3350",
    "infoGround": "#E8F1F8",
    "ok": "#0B3A2B",
    "okGround": "#E6F1E9",
}
"""The shipped colours; ``Colours.qml`` holds the same for the first frame."""
SURFACES = ("paper", "card", "oat", "blush", "rose")
ALERTS = ("stop", "caution", "info", "ok")
PAIRS: tuple[tuple[str, str], ...] = (
    *((mark, ground) for mark in ("ink", "wine") for ground in (*SURFACES, "regionOn", "regionIdle")),
    *(("soft", ground) for ground in SURFACES if ground != "rose"),
    *(("inverse", ground) for ground in ("wine", *ALERTS)),
    *((mark, f"{alert}Ground") for alert in ALERTS for mark in (alert, "ink")),
)
"""Which colour is read on which."""
COLOUR = re.compile("#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Contrast:
    """How well ``mark`` is read on ``ground``, from 1 to 21."""

    mark: str
    ground: str
    ratio: float


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrasts(colours: Mapping[str, str]) -> tuple[Contrast, ...]:
    """Every pair of the look that these colours make together with the shipped ones, the weakest first."""
    look = {**WARM, **colours}
    found = (Contrast(mark, ground, ratio(look[mark], look[ground])) for mark, ground in PAIRS)
    return tuple(sorted(found, key=lambda pair: pair.ratio))


def legible(colours: Mapping[str, str]) -> bool:
    """Whether every pair is read at LEAST to one."""
    return contrasts(colours)[0].ratio >= LEAST


def worn(clinic: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """All colours of a kiosk: its own over the clinic's over the shipped ones; its own only if all of it is legible."""
    both = {**clinic, **own}
    return {**WARM, **(both if legible(both) else clinic)}
