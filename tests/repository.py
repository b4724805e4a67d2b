"""Where the repository is, which files belong to it, and how the tools that look at it are run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
UI = ROOT / "kiosk" / "ui"
VIEWMODELS = ROOT / "kiosk" / "viewmodels"
RESOURCES = ROOT / "resources"
BROUGHT = {"__pycache__", "build"}
"""Folders that running and installing leave behind."""


def run(*words: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs a command; its words are read as UTF-8 on every system."""
    line = [str(word) for word in words]
    return subprocess.run(line, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False)


def passes(*words: str | Path, folder: Path = ROOT) -> str:
    """Runs a command that must succeed; what it said."""
    done = run(*words, folder=folder)
    assert done.returncode == 0, f"{words[0]} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def tool(name: str) -> Path:
    """One of Qt's tools by its name without ``pyside6-``: beside this Python, else inside the PySide6 package."""
    beside = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if beside:
        return Path(beside)
    package = Path(PySide6.__file__).parent
    places = [folder / (name + ending) for folder in (package, package / "Qt" / "libexec") for ending in ("", ".exe")]
    found = next((place for place in places if place.is_file()), None)
    assert found, f"pyside6-{name} is neither beside {sys.executable} nor in {package}"
    return found


def type_dump() -> list[str]:
    """The command of ``pyside6-metaobjectdump``, which is a Python program."""
    return [sys.executable, str(Path(PySide6.__file__).parent / "scripts" / "metaobjectdump.py")]


@lru_cache
def files() -> tuple[Path, ...]:
    """The repository's files: what git knows, or without git everything but what Python itself brings along."""
    listed = run("git", "ls-files", "-z") if shutil.which("git") and (ROOT / ".git").exists() else None
    if listed is not None and listed.returncode == 0:
        return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())
    return tuple(path for path in walk(ROOT) if path.suffix != ".pyc")


def walk(folder: Path) -> list[Path]:
    """Every file below a folder, without virtual environments, dot files and what running leaves behind."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in BROUGHT or path.suffix == ".egg-info":
            continue
        if path.is_dir():
            found += [] if (path / "pyvenv.cfg").exists() else walk(path)
        else:
            found.append(path)
    return found


def texts() -> dict[Path, str]:
    """The files that are text, by their path from the top."""
    found = {}
    for path in files():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found[path.relative_to(ROOT)] = data.decode("utf-8")
    return found


def screens() -> list[Path]:
    """Every QML file."""
    return sorted(UI.rglob("*.qml"))
