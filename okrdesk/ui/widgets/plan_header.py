"""The head of the tree: painted, because a style sheet would reach the rows as well."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from okrdesk.ui.theme import TextRole, ThemeController

HEIGHT, GAP = 28, 5
"""The line stands below the captions, and a gap between it and the first row."""

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIRRORED = {_LEFT: _RIGHT, _RIGHT: _LEFT}


class Inset(NamedTuple):
    """Where the caption of a section stands, with the room before and after it."""

    align: Qt.AlignmentFlag
    before: int
    after: int


class PlanHeader(QHeaderView):
    """Captions over the columns; each section has its own inset and alignment."""

    def __init__(
        self,
        themes: ThemeController,
        insets: Mapping[int, Inset],
        parent: QWidget | None = None,
    ) -> None:
        """`insets`: for each section where its caption stands."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._themes, self._insets = themes, insets
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        text = self._themes.theme.font(TextRole.CAPTION_STRONG).pixelSize()
        return QSize(super().sizeHint().width(), max(HEIGHT, text * 2 + 6) + GAP)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, mirrored = self._themes.theme, self.isRightToLeft()
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        rect = rect.adjusted(0, 0, 0, -GAP)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("border"))
        inset = self._insets[logicalIndex]
        before, after = (inset.after, inset.before) if mirrored else (inset.before, inset.after)
        side = _MIRRORED.get(inset.align, inset.align) if mirrored else inset.align
        head = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        painter.setFont(theme.font(TextRole.CAPTION_STRONG))
        painter.setPen(theme.colour("text-3"))
        inner = rect.adjusted(before, 0, -after, 0)
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, head)
        painter.restore()
