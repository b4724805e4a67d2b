"""What is said to the person at the terminal and asked of them; with a program at the other end, plain lines."""

from __future__ import annotations

import getpass
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from kiosk.domain.office import Refused
from kiosk.machine import Trouble
from kiosk.settings import BadSettings

DONE, TROUBLE, STOPPED = 0, 1, 130
"""Exit codes; the last is the shells' own for Ctrl-C."""
TRIES = 3
"""At a terminal, for a passphrase. A program has one."""


def say(text: str = "") -> None:
    print(text, flush=True)  # noqa: T201 (this is the terminal's program)


def complain(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201


def interactive() -> bool:
    """Whether a person types, not a program."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(prompt: str) -> str:
    """A line as it was typed. Raises Trouble when there is none."""
    return _given(input, prompt)


def secret(prompt: str) -> str:
    """A line that does not show on the screen. Raises Trouble when there is none."""
    return _given(getpass.getpass, prompt)


def _given(way: Callable[[str], str], prompt: str) -> str:
    try:
        typed = way(prompt) if interactive() else _next_line()
    except EOFError:
        typed = ""
    if not typed.strip():
        raise Trouble(f"Nothing was given for “{prompt.strip(' :')}”. Start again and type it, or send it as a line.")
    return typed.strip()


def _next_line() -> str:
    return sys.stdin.readline() if sys.stdin is not None else ""


def plain(text: str) -> str:
    """The text without what could steer a terminal; its own line breaks stay."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)


def told(work: Callable[[], int], *, debug: bool = False) -> int:
    """What ``work`` returns, or another exit code after one sentence about what stood in its way."""
    try:
        return work()
    except KeyboardInterrupt:
        return STOPPED
    except (Trouble, BadSettings, Refused) as trouble:
        sentence, trace = str(trouble), trouble.__traceback__
    except OSError as trouble:
        what = f"{trouble.filename}: {trouble.strerror}" if trouble.filename else str(trouble.strerror or "No access")
        sentence, trace = f"{what}. Check the folder and the disk, then try again.", trouble.__traceback__
    if debug:
        traceback.print_tb(trace)
    complain(sentence)
    return TROUBLE


def show_faults(*, debug: bool) -> None:
    """From now on a fault of the program is told by its kind and place, never by its text or its values, which could
    hold an answer; ``debug`` shows the whole way there."""

    def tell(kind: type[BaseException], _value: BaseException, trace: TracebackType | None) -> None:
        if debug:
            traceback.print_tb(trace)
        last = traceback.extract_tb(trace)[-1:]
        place = "".join(f" at {Path(frame.filename).name}:{frame.lineno}" for frame in last)
        complain(f"The program has a fault: {kind.__name__}{place}. Add --debug to see more, and report it.")

    sys.excepthook = tell
