"""The waiting-room kiosk: what treatments are, what to ask, what to tell the nurse."""

__version__ = "0.1.0"
