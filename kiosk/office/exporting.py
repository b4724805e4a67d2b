"""One export in work: which records, where to, how far it is, and what was met on the way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.record import Head, OpenRecord
from kiosk.office.records import Unlocked
from kiosk.office.terminal import complain
from kiosk.store.errors import RecordError

MANY = 100
"""Records that need no bar."""

Steps = Callable[[Sequence[Head], str], Iterator[Head]]
"""Gives the records one by one and shows how far it is, under these words."""


def steps(heads: Sequence[Head], words: str) -> Iterator[Head]:
    """With a bar when there are many and a person is looking."""
    if len(heads) <= MANY or sys.stderr is None or not sys.stderr.isatty():
        yield from heads
        return
    import typer  # noqa: PLC0415 (the commands have loaded it; the tests of this need not)

    with typer.progressbar(heads, label=f"{words} (Ctrl-C ends it)", file=sys.stderr) as bar:
        yield from bar


@dataclass
class Export:
    """``heads`` are the records to write, oldest first; ``whole``: they are all there are. ``count`` says how many are
    in files that have their names, ``left`` what was there already and is not ours."""

    desk: Unlocked
    out: Path
    heads: Sequence[Head]
    content: Path
    steps: Steps = steps
    whole: bool = True
    count: int = 0
    left: list[Path] = field(default_factory=list)

    def check(self) -> None:
        """Tells what is wrong with the file, the records and the audit log before anything leaves them."""
        for sentence in self.desk.store.health().faults:
            self.tell(sentence)

    def tell(self, sentence: str) -> None:
        """Once, however often it is met."""
        if sentence not in self.desk.faults:
            self.desk.faults.append(sentence)
            complain(sentence)

    def records(self, words: str) -> Iterator[OpenRecord]:
        """Those that open; why another does not is told. Its neighbours in the chain were checked with all others."""
        for head in self.steps(self.heads, words):
            try:
                record = self.desk.store.opened(head.id, self.desk.identity, alone=True)
            except RecordError as fault:
                # The check of all may have said it before.
                if str(fault) not in self.desk.faults:
                    self.tell(f"Record {head.seq}: {fault}")
            else:
                yield record

    def free(self, path: Path) -> bool:
        """Whether the name can be had; what has it already is told."""
        if path.exists():
            self.left.append(path)
            complain(f"{path} is there already and was left as it is. Move it, or choose another folder.")
        return path not in self.left
