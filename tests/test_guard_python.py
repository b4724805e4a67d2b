"""The Python is formatted, linted and typed, each module keeps to its layer, the first frame loads nothing slow."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from repository import ROOT, passes, run

SLOW = (
    "sqlalchemy",
    "pydantic",
    "yaml",
    "markdown_it",
    "rapidfuzz",
    "cryptography",
    "pyrage",
    "qrcode",
    "PIL",
    "typer",
    "hibari",
    "onnxruntime",
    "numpy",
    "PySide6.QtMultimedia",
)
"""What the first frame does not need; SQLAlchemy alone takes as long as a Qt window."""
LATE = ("kiosk.store", "kiosk.fhir", "kiosk.printing", "kiosk.speech", "kiosk.desktop", "kiosk.content.load")
CALLS = 20_000
"""PySide6 6.12.0 on Python 3.10 and 3.11 drops a reference of None at every call and aborts after some thousands."""


def python(code: str) -> tuple[str, ...]:
    return sys.executable, "-X", "faulthandler", "-c", code


def test_ruff_finds_nothing() -> None:
    passes(sys.executable, "-m", "ruff", "check", "--no-cache", ".")


def test_everything_is_formatted() -> None:
    passes(sys.executable, "-m", "ruff", "format", "--check", "--no-cache", ".")


def test_the_types_are_right() -> None:
    passes(sys.executable, "-m", "mypy", "--config-file", ROOT / "pyproject.toml")


def test_every_module_keeps_to_its_layer(tmp_path: Path) -> None:
    settings = f"config_filename='pyproject.toml', cache_dir={str(tmp_path)!r}, verbose=False"
    passes(*python(f"import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports({settings}))"))


@pytest.mark.parametrize("modules", [SLOW, LATE], ids=["libraries", "rooms"])
def test_the_first_frame_loads_nothing_slow(modules: tuple[str, ...]) -> None:
    said = passes(*python(f"import sys, kiosk.app; print(*[name for name in {modules!r} if name in sys.modules])"))
    assert not said.split()


def test_qt_survives_many_calls() -> None:
    code = f"from PySide6.QtCore import QObject\nfor _ in range({CALLS}): QObject().setObjectName('x')\nprint('alive')"
    done = run(*python(code))
    assert done.stdout.split() == ["alive"], done.stderr
