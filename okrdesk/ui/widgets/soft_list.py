"""A list for dialogs: rows with room, the chosen one softly coloured."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from okrdesk.ui.look import Look
from okrdesk.ui.widgets.paint import antialiased

ROOM, BESIDE, RADIUS = 14, 6, 6
"""Pixels that a row is higher than its text, and what is left free at its ends."""

Index = QModelIndex | QPersistentModelIndex


class _Soft(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            with antialiased(painter):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.themes.theme.colour("accent-soft"))
                painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        super().paint(painter, _inside(option), index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        return super().editorEvent(event, model, _inside(option), index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + ROOM)


def _inside(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """Where the text stands; the ground behind it is painted before."""
    inside = QStyleOptionViewItem(option)
    inside.rect = option.rect.adjusted(BESIDE, 0, -BESIDE, 0)
    inside.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
    return inside


def soft_list(look: Look, name: str) -> QListWidget:
    """An empty list with a name for screen readers."""
    items = QListWidget()
    items.setAccessibleName(name)
    items.setFrameShape(QFrame.Shape.NoFrame)
    items.setItemDelegate(_Soft(look, items))
    items.setUniformItemSizes(True)
    items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return items
