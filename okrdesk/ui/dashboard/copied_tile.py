"""What can be taken from a tile: its picture, and its numbers as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from okrdesk.ui.dashboard.tile_frame import TileFrame
from okrdesk.ui.look import Look

Rows = Sequence[Sequence[str]]


class CopiedTile(TileFrame):
    """``copied`` carries what to say after a copy."""

    copied = Signal(str)

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, title)
        self.rows: Rows = ()
        """All that it shows, as cells."""

    def table(self) -> str:
        """All that it shows as lines of cells with tabs between, for a spreadsheet."""
        return "\n".join("\t".join(cells) for cells in self.rows)

    def copy_table(self) -> None:
        """Puts the numbers on the clipboard."""
        QGuiApplication.clipboard().setText(self.table())
        self.copied.emit(self.tr("Copied as table"))

    def copy_picture(self) -> None:
        """Puts the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture())
        self.copied.emit(self.tr("Copied as picture"))

    def copy_both(self) -> None:
        """Puts both on the clipboard; the program that is pasted into takes what it likes."""
        data = QMimeData()
        data.setText(self.table())
        data.setImageData(self.picture())
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit(self.tr("Copied as picture and table"))

    def add_copies(self, menu: QMenu) -> None:
        """Offers both in a menu."""
        menu.addAction(self.tr("Copy as picture"), self.copy_picture)
        menu.addAction(self.tr("Copy as table"), self.copy_table)
