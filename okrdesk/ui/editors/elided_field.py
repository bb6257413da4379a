"""A field whose text ends in "…" where it has no room, until it is edited."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame

from okrdesk.ui.editors.fields import LineField

_BESIDE = 2
"""Pixels that Qt leaves free at either end of the text of a line."""


class ElidedField(LineField):
    """One line of text, for what is mostly read."""

    def shown_words(self) -> str:
        """What is seen of the text while the field has no focus."""
        room = self._room().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.shown_words()
        if self.hasFocus() or words == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, self._option(), painter, self)
        painter.setPen(self.palette().text().color())
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._room(), side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _room(self) -> QRect:
        element = QStyle.SubElement.SE_LineEditContents
        inside = self.style().subElementRect(element, self._option(), self)
        return inside.adjusted(_BESIDE, 0, -_BESIDE, 0)

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option
