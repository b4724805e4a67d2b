"""The booking page: an address as a QR code and in words."""

from __future__ import annotations

from PySide6.QtCore import Property, QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.viewmodels.pictures import png_address

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004)."""


@QmlElement
@QmlUncreatable("made by the application")
class Booking(QObject):
    """One booking address. ``picture`` has one pixel a module, quiet zone included; ``modules`` counts its side."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._address = ""
        self._title = ""
        self._picture = ""
        self._modules = 0

    def show(self, address: str, title: str = "") -> None:
        """Shows this address; ``title`` names the treatment it is for."""
        if address != self._address:
            self._picture, self._modules = draw(address) if address else ("", 0)
        self._address, self._title = address, title
        self.changed.emit()

    @Property(str, notify=changed)
    def address(self) -> str:
        return self._address.removeprefix("https://").rstrip("/")

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._picture

    @Property(int, notify=changed)
    def modules(self) -> int:
        return self._modules


def draw(text: str) -> tuple[str, int]:
    """The QR code of a text as a data address and the modules a side; at least error correction M."""
    import qrcode  # noqa: PLC0415 (after the first frame: it brings Pillow along)
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    side = len(matrix)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, QColor("black"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return png_address(bytes(buffer.data().data())), side
