"""Makes every clip equally loud, without silence at its ends, at one sampling rate."""

from __future__ import annotations

import math
from array import array

RATE = 24_000
"""Samples a second of every clip."""
LOUD, PEAK = -20.0, -1.5
"""Decibels of full scale: the mean of a clip and its highest sample (ACCESS row 47: -26 to -16, below -1)."""
QUIET = 0.012
"""Samples below this part of the highest one are silence."""
EDGE = 0.05
"""Seconds of silence that stay at each end."""
SHORTEST = 0.35
"""Seconds; shorter clips get silence behind them."""
FULL = 32_767


def evened(samples: array[int], rate: int) -> array[int]:
    """16-bit samples at any rate as they are kept."""
    trimmed = _trimmed(samples if rate == RATE else _resampled(samples, rate))
    raised = _raised(trimmed)
    raised.extend([0] * max(0, int(SHORTEST * RATE) - len(raised)))
    return raised


def level(samples: array[int]) -> float:
    """The mean loudness, decibels of full scale."""
    power = sum(each * each for each in samples) / max(1, len(samples))
    return 10 * math.log10(max(power, 1e-9) / FULL**2)


def peak(samples: array[int]) -> float:
    """The highest sample, decibels of full scale."""
    return 20 * math.log10(max(_highest(samples), 1) / FULL)


def _highest(samples: array[int]) -> int:
    return max(max(samples, default=0), -min(samples, default=0))


def _resampled(samples: array[int], rate: int) -> array[int]:
    """On straight lines between the samples, which is enough for a voice."""
    step, last = rate / RATE, len(samples) - 2
    found = array("h")
    for place in range(int(len(samples) / step)):
        whole, part = divmod(place * step, 1)
        at = min(int(whole), last)
        found.append(int(samples[at] + (samples[at + 1] - samples[at]) * part))
    return found


def _trimmed(samples: array[int]) -> array[int]:
    floor, edge = _highest(samples) * QUIET, int(EDGE * RATE)
    first = next((place for place, each in enumerate(samples) if abs(each) > floor), 0)
    behind = next((place for place, each in enumerate(reversed(samples)) if abs(each) > floor), 0)
    return samples[max(0, first - edge) : len(samples) - max(0, behind - edge)]


def _raised(samples: array[int]) -> array[int]:
    """As loud as it can be up to ``LOUD``: single peaks that stand in the way of that are bent, not cut."""
    factor = 10 ** ((LOUD - level(samples)) / 20)
    top = FULL * 10 ** (PEAK / 20)
    if _highest(samples) * factor <= top:
        return array("h", (round(each * factor) for each in samples))
    knee = top * 0.7
    return array("h", (_bent(each * factor, knee, top) for each in samples))


def _bent(sample: float, knee: float, top: float) -> int:
    size = abs(sample)
    if size <= knee:
        return round(sample)
    room = top - knee
    return round(math.copysign(knee + room * math.tanh((size - knee) / room), sample))
