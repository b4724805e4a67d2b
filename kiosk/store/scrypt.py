"""Locks or unlocks one age file with a passphrase, as a program of its own: the sum keeps a whole Python busy for
seconds and takes hundreds of megabytes, which a screen must not feel.

Standard input is the passphrase, a line feed and the file; standard output is the result; exit 3: wrong passphrase.
"""

from __future__ import annotations

import sys

import pyrage  # type: ignore[import-untyped]

WRONG = 3


def main() -> int:
    """Runs ``lock`` or ``unlock``, the first argument."""
    passphrase, _, content = sys.stdin.buffer.read().partition(b"\n")
    try:
        if sys.argv[1] == "lock":
            result = pyrage.passphrase.encrypt(content, passphrase.decode())
        else:
            result = pyrage.passphrase.decrypt(content, passphrase.decode())
    except pyrage.DecryptError:
        return WRONG
    sys.stdout.buffer.write(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
