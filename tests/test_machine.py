"""What is said on a machine that cannot show a window."""

from __future__ import annotations

import os

import pytest

from kiosk import machine
from kiosk.machine import Trouble, ready_for_paper, ready_for_screen


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Linux with every library and an X server, but nothing that names a screen."""
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine, "loads", lambda _: True)
    monkeypatch.setattr(machine, "answers", lambda: True)
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    "screen",
    [
        {"DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"},
        {"QT_QPA_PLATFORM": "offscreen"},
        {"QT_QPA_PLATFORM": "eglfs"},
        {"QT_QPA_PLATFORM": "vnc:size=1080x1920"},
        {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"},
    ],
    ids=str,
)
def test_a_machine_with_a_screen_is_ready(linux: pytest.MonkeyPatch, screen: dict[str, str]):
    with linux.context() as patch:
        patch.setattr(machine.os, "environ", {**os.environ, **screen})
        ready_for_screen()


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_without_a_screen_it_says_so(linux: pytest.MonkeyPatch, platform: str):
    linux.setenv("QT_QPA_PLATFORM", platform)
    with pytest.raises(Trouble, match="There is no screen here"):
        ready_for_screen()


def test_a_screen_that_does_not_answer_is_named(linux: pytest.MonkeyPatch):
    linux.setenv("DISPLAY", ":7")
    linux.setattr(machine, "answers", lambda: False)
    with pytest.raises(Trouble, match="DISPLAY=:7"):
        ready_for_screen()


@pytest.mark.parametrize(
    ("screen", "packages"),
    [
        ("DISPLAY", ["libegl1", "libxcb-cursor0", "libxkbcommon-x11-0"]),
        ("WAYLAND_DISPLAY", ["libegl1", "libwayland-client0"]),
        ("", ["libegl1"]),
    ],
)
def test_missing_libraries_are_told_with_the_line_that_installs_them(linux, screen: str, packages: list[str]):
    lacking = {"libEGL.so.1", "libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libwayland-client.so.0"}
    linux.setattr(machine, "loads", lambda name: name not in lacking)
    if screen:
        linux.setenv(screen, "here")
    with pytest.raises(Trouble) as told:
        ready_for_screen()
    assert str(told.value).endswith("sudo apt-get install " + " ".join(packages))


def test_paper_needs_libraries_but_no_screen(linux: pytest.MonkeyPatch):
    ready_for_paper()
    linux.setattr(machine, "loads", lambda name: name != "libGL.so.1")
    with pytest.raises(Trouble, match=r"install libgl1$"):
        ready_for_paper()


def test_a_qt_that_cannot_be_loaded_is_told(linux: pytest.MonkeyPatch):
    def lacking(_module: str) -> None:
        raise ImportError("libodd.so.9: cannot open shared object file")

    linux.setattr(machine.importlib, "import_module", lacking)
    linux.setenv("DISPLAY", ":0")
    with pytest.raises(Trouble, match=r"libodd\.so\.9"):
        ready_for_screen()


def test_elsewhere_than_on_linux_nothing_is_asked(linux: pytest.MonkeyPatch):
    linux.setattr(machine, "loads", lambda _: False)
    linux.setattr(machine.sys, "platform", "darwin")
    ready_for_screen()
    ready_for_paper()


def test_a_library_that_is_nowhere_does_not_load():
    assert not machine.loads("no-such-library.so.1")


def test_an_x_server_that_is_not_there_does_not_answer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPLAY", ":4711")
    # Where there is no X11 at all the question cannot be asked, and Qt is believed.
    assert machine.answers() is not machine.loads("libxcb.so.1")
