"""A status as shape, word and colour."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole, ThemeController
from okrdesk.ui.widgets.paint import Chip, chip_size, paint_chip
from okrdesk.ui.widgets.themed import ThemedWidget


class StatusChip(ThemedWidget):
    """Shows one status of the domain; its word is the accessible name."""

    def __init__(
        self, themes: ThemeController, status: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Show `status`; None shows nothing."""
        super().__init__(themes, parent)
        self._status: str | None = None
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    def set_status(self, status: str | None, *, stale: bool = False) -> None:
        """Show another status; a stale "on track" turns neutral."""
        self._status, self._stale = status, stale
        self._name()
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the size of shape and word."""
        if self._status is None:
            return QSize(0, 0)
        size = chip_size(status_word(self._status), self.theme.font(TextRole.CHIP))
        return size.toSize() + QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        del event
        if self._status is None:
            return
        word, font = status_word(self._status), self.theme.font(TextRole.CHIP)
        size = chip_size(word, font)
        rect = QRectF(0.5, (self.height() - size.height()) / 2, size.width(), size.height())
        painter = QPainter(self)
        chip = Chip(self._status, word, self._stale and self._status == "on_track")
        paint_chip(painter, rect, self.theme, chip, font, mirrored=self._is_mirrored())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._restyle()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName("" if self._status is None else status_word(self._status))
