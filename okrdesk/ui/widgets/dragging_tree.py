"""A tree whose selected items are dragged to another place: between rows, or onto one."""

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from okrdesk.ui.models.dropping import Drop, Zone, drop_at
from okrdesk.ui.models.tree_model import TreeModel
from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.paint import antialiased

EXPAND_AFTER_MS = 700
_LINE, _RADIUS, _EDGE = 2, 6, 4
_EDGES = 0.28
"""The part of a row's height at each end that stands for the gap beside it."""


class DraggingTree(QTreeView):
    """``dropped`` carries a ``Drop``; where a place is forbidden nothing is shown."""

    dropped = Signal(object)

    def __init__(
        self, model: TreeModel, themes: ThemeController, parent: QWidget | None = None
    ) -> None:
        """Nothing can be dragged until `set_dragging`."""
        super().__init__(parent)
        self._rows, self._theme_of = model, themes
        self._drop: Drop | None = None
        self._mark = QRect()
        self._asked: tuple[int, Zone] | None = None

    def set_dragging(self, *, wanted: bool) -> None:
        """Let items be dragged, or not, as in a plan that is only read."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if wanted else mode.NoDragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(EXPAND_AFTER_MS)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self.hover(event.position().toPoint(), event.mimeData())
        if self._drop is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._forget()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hover(event.position().toPoint(), event.mimeData())
        drop = self._drop
        self._forget()
        # Not a move for Qt, which would remove the rows by itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        if drop is not None:
            self.dropped.emit(drop)

    def hover(self, at: QPoint, data: QMimeData) -> None:
        """Show what a drop there would do; nothing where it is forbidden."""
        index = self.indexAt(at).siblingAtColumn(0)
        row = self.visualRect(index)
        zone = _zone(at.y() - row.top(), row.height())
        asked = (index.internalId() if index.isValid() else 0, zone)
        if asked == self._asked:
            return
        self._asked = asked
        items = self._rows.dragged(data)
        open_ = self.isExpanded(index)
        self._drop = drop_at(self._rows, items, index, zone, open_=open_)
        self._mark = QRect() if self._drop is None else self._place(index, row, zone)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already, so that only the rows that come in are painted.

        Qt itself paints all of it anew as soon as it scrolls by more pixels than there are rows.
        """
        if dx or abs(dy) >= self.viewport().height() or not self._mark.isNull():
            super().scrollContentsBy(dx, dy)
            return
        super().scrollContentsBy(0, 0)
        self.viewport().scroll(0, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark.isNull():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme_of.theme.colour("accent"), _LINE))
        with antialiased(painter):
            if self._mark.height() > _LINE:
                painter.drawRoundedRect(QRectF(self._mark), _RADIUS, _RADIUS)
            else:
                painter.drawLine(self._mark.topLeft(), self._mark.topRight())
        painter.end()

    def _place(self, index: QModelIndex, row: QRect, zone: Zone) -> QRect:
        """Return the row itself for a drop onto it, else the line at one of its edges."""
        width = self.viewport().width()
        if zone is Zone.ON or not self._rows.is_item(index.internalId()):
            return QRect(_EDGE, row.top() + 1, width - 2 * _EDGE, row.height() - 2)
        y = row.top() if zone is Zone.ABOVE else row.bottom()
        left = max(row.left(), _EDGE)
        if self.isRightToLeft():
            return QRect(_EDGE, y, row.right() - _EDGE, 1)
        return QRect(left, y, width - left - _EDGE, 1)

    def _forget(self) -> None:
        self._drop, self._asked, self._mark = None, None, QRect()
        self.viewport().update()


def _zone(y: int, height: int) -> Zone:
    if y < height * _EDGES:
        return Zone.ABOVE
    return Zone.BELOW if y > height * (1 - _EDGES) else Zone.ON
