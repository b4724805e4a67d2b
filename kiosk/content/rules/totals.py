"""Which totals a score can have, and what its bands leave unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kiosk.domain.form import Form, Item, Score

MOST = 5_000
"""Different totals; of more nothing is claimed."""
MOST_OPTIONS = 12
"""Of a question with several answers: every choice of them is added up."""


def totals(form: Form, item: Item, score: Score) -> frozenset[Decimal] | None:
    """Every total there can be, and perhaps some more; None when that is not known."""
    sums = frozenset({Decimal(0)})
    for id in score.of:
        question = form.by_id[id]
        weights = _weights(question)
        if weights is None or not form.reach(item.id, id).exact:
            return None
        if _may_be_missing(form, question):
            weights |= {Decimal(0)}
        sums = frozenset(one + other for one in sums for other in weights)
        if len(sums) > MOST:
            return None
    return sums


def _weights(question: Item) -> set[Decimal] | None:
    """What its answers count; one that is not there does not make a total."""
    single = [option.weight or Decimal(0) for option in question.options if not question.repeats or option.exclusive]
    found = {*single, Decimal(0)} if not question.options or question.type == "open-choice" else set(single)
    if question.repeats:
        several = [option.weight or Decimal(0) for option in question.options if not option.exclusive]
        if len(several) > MOST_OPTIONS:
            return None
        sums: set[Decimal] = set()
        for weight in several:
            sums |= {one + weight for one in sums} | {weight}
        found |= sums
    return found or {Decimal(0)}


def _may_be_missing(form: Form, question: Item) -> bool:
    """Whether the question is not always asked, and then not counted."""
    here: Item | None = question
    while here is not None:
        if here.rule is not None:
            return True
        above = form.by_id.get(form.parents[here.id])
        if above is not None and above.asks:
            return True
        here = above
    return False


def band_faults(score: Score, sums: frozenset[Decimal]) -> Iterator[tuple[int, str, str]]:
    """The number of a band with the code and sentence of what is wrong with it; the last band stands for all."""
    reached = {number for total in sums for number, band in enumerate(score.bands) if score.band(total) is band}
    for number in range(len(score.bands)):
        if number not in reached:
            yield number, "band-never", "No total lies in this band; mend its ends, or the weights of the answers."
    for number, band in enumerate(score.bands):
        for other in score.bands[:number]:
            if _overlap(band.least, band.most, other.least, other.most):
                yield number, "band-overlap", "This band shares totals with one before it, which those will take."
                break
    lost = sorted(total for total in sums if score.band(total) is None)
    if score.bands and lost:
        sentence = f"A total of {lost[0].normalize():f} lies in no band; say what it means."
        yield len(score.bands) - 1, "band-gap", sentence


def _overlap(least: Decimal | None, most: Decimal | None, low: Decimal | None, high: Decimal | None) -> bool:
    begins = max((end for end in (least, low) if end is not None), default=None)
    ends = min((end for end in (most, high) if end is not None), default=None)
    return begins is None or ends is None or begins <= ends
