"""A list with columns for dialogs: rows with room, and a quiet head."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
)

from okrdesk.ui.theme import TextRole, ThemeController
from okrdesk.ui.widgets.plan_header import Inset, PlanHeader

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROOM = 12
"""Pixels that a row is higher than its text."""
BESIDE = 16
"""Pixels that a column is wider than its text."""
_AT_TEXT = 4
"""Pixels from the edge of a column to the text of its cells."""


class PlainList(QTreeWidget):
    """``heads``: the texts over the columns; ``wide``: the column that takes what room is left."""

    def __init__(
        self, themes: ThemeController, name: str, heads: tuple[str, ...], wide: int = 0
    ) -> None:
        super().__init__()
        self._themes = themes
        self.setAccessibleName(name)
        self.setHeaderLabels(heads)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_Roomy(self))
        left = Inset(Qt.AlignmentFlag.AlignLeft, _AT_TEXT, _AT_TEXT)
        self._insets = dict.fromkeys(range(len(heads)), left)
        head = PlanHeader(themes, self._insets, self)
        self.setHeader(head)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        themes.changed.connect(self._restyle)
        self._restyle()

    def align_right(self, *columns: int) -> None:
        """Puts the heads of number columns over their numbers."""
        for column in columns:
            self._insets[column] = Inset(Qt.AlignmentFlag.AlignRight, _AT_TEXT, _AT_TEXT)

    def _restyle(self) -> None:
        self.header().setFont(self._themes.theme.font(TextRole.CAPTION_STRONG))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, self._themes.theme.colour("accent-soft"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._themes.theme.colour("text"))
        self.setPalette(palette)


class _Roomy(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + BESIDE, option.fontMetrics.height() + ROOM)
