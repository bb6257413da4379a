"""OKR Desk: OKR planning on one computer, in one file the user owns."""

__version__ = "0.1.0"
