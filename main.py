"""Starts the kiosk: ``python main.py --help`` lists what it can do."""

import sys

from kiosk.office.opening import open_kiosk, understood
from kiosk.office.terminal import show_faults, told
from kiosk.restart import leave_no_dumps


def main(arguments: list[str]) -> int:
    """Runs a command line; the exit code. The screen opens without waiting for what reads the other commands."""
    debug = "--debug" in arguments
    show_faults(debug=debug)
    leave_no_dumps()
    opening = understood([argument for argument in arguments if argument != "--debug"])
    if opening:
        return told(lambda: open_kiosk(opening), debug=debug)
    from kiosk import commands  # noqa: PLC0415

    return commands.main(arguments)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="replace")  # a letter that the terminal lacks is no fault
    sys.exit(main(sys.argv[1:]))
