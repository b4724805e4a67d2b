"""Whether this machine can show a window, and what to do when it cannot."""

from __future__ import annotations

import ctypes
import importlib
import os
import sys
from collections.abc import Mapping

ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""Libraries Qt loads that a fresh Debian or Ubuntu may lack, with the packages that hold them."""
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


class Trouble(Exception):
    """Something about this machine stands in the way; the text says what and what to do."""


def ready_for_screen() -> None:
    """Raises Trouble when there is no screen or a system library is missing; elsewhere than on Linux all is there."""
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    display, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    on_wayland = platform.startswith("wayland") or (not platform and bool(wayland))
    on_x11 = platform == "xcb" or (not platform and bool(display) and not on_wayland)
    _need({**ALWAYS, **(X11 if on_x11 else {}), **(WAYLAND if on_wayland else {})})
    # Qt itself would end the program with a core dump.
    if not (platform or on_x11 or on_wayland) or (on_x11 and not display):
        raise Trouble("There is no screen here. Start the kiosk from a desktop session, or set DISPLAY to one.")
    if on_x11 and not answers():
        raise Trouble(f"No screen answers at DISPLAY={display}. Start the kiosk from the desktop session itself.")
    _load("PySide6.QtQuick")


def ready_for_paper() -> None:
    """Raises Trouble when Qt cannot draw, which needs its libraries but no screen."""
    if sys.platform.startswith("linux"):
        _need(ALWAYS)
        _load("PySide6.QtGui")


def loads(name: str) -> bool:
    """Whether the system's loader finds this library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def answers() -> bool:
    """Whether the X server that DISPLAY names lets us in; yes where that cannot be asked."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _need(libraries: Mapping[str, str]) -> None:
    missing = [package for name, package in libraries.items() if not loads(name)]
    if missing:
        raise Trouble(f"System libraries are missing. Install them with: sudo apt-get install {' '.join(missing)}")


def _load(module: str) -> None:
    try:
        importlib.import_module(module)
    except ImportError as problem:
        raise Trouble(f"Qt cannot be loaded ({problem}). Install that library, or the program again.") from problem
