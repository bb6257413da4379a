"""A list for dialogs: rows with room, the chosen one softly coloured."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from okrdesk.ui.look import Look
from okrdesk.ui.widgets.paint import antialiased

ROOM, BESIDE, GAP, RADIUS = 14, 6, 3, 6
"""Pixels that a row is higher than its text, and what is free at its ends and beside a box."""

BOX, TEXT = QStyle.SubElement.SE_ItemViewItemCheckIndicator, QStyle.SubElement.SE_ItemViewItemText

Index = QModelIndex | QPersistentModelIndex


class _Soft(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the box of what can be ticked, and the text."""
        inside, state = _inside(option), index.data(Qt.ItemDataRole.CheckStateRole)
        text = inside.rect.adjusted(GAP, 0, -GAP, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_ground(painter, option)
        if state is not None:
            style = option.widget.style()
            self.initStyleOption(inside, index)
            box = style.subElementRect(BOX, inside, option.widget)
            self._paint_box(painter, box, ticked=Qt.CheckState(state) is Qt.CheckState.Checked)
            text = style.subElementRect(TEXT, inside, option.widget).adjusted(GAP, 0, -GAP, 0)
        shown = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.setPen(self._look.themes.theme.colour("text"))
        painter.setFont(option.font)
        start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(text, start | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self._look.themes.theme
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        with antialiased(painter):
            painter.setPen(QPen(theme.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent-soft"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_box(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        theme = self._look.themes.theme
        with antialiased(painter):
            painter.setPen(theme.colour("accent" if ticked else "border-strong"))
            painter.setBrush(theme.colour("accent" if ticked else "surface"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            self._look.icons.icon("check", "on-accent").paint(painter, rect.adjusted(1, 1, -1, -1))

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
