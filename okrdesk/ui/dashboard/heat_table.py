"""The heatmap on the screen: painted cells, each with its number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from okrdesk.domain.overview.heat_map import heat_step
from okrdesk.domain.series.heat import CellState
from okrdesk.ui.dashboard.heat_model import HeatModel
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.spark_line import Spark, paint_spark

ROW, HEAD, CELL, TREND, DOT = 32, 24, 42, 62, 9
"""Heights of a row and of the head, the narrowest cell, the trend, and the colour of a team."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NO = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
Index = QModelIndex | QPersistentModelIndex


class HeatTable(QTableView):
    """Arrow keys go from cell to cell; ``wanted`` carries what Enter or a click opens."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cells = HeatModel(self)
        self.setModel(self._cells)
        self.setItemDelegate(_CellDelegate(look, self._cells, self))
        self.setHorizontalHeader(_Weeks(look, self._cells, self))
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(_NO)
        self.setVerticalScrollBarPolicy(_NO)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._cells.modelReset.connect(self._grow)
        look.themes.changed.connect(self._grow)
        self.clicked.connect(self._open)

    @property
    def cells(self) -> HeatModel:
        """What it shows."""
        return self._cells

    def sizeHint(self) -> QSize:
        theme = self._look.themes.theme
        tall = theme.length(HEAD) + len(self._cells.lines) * theme.length(ROW)
        return QSize(theme.length(400), tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.themes.theme.length(180), self.sizeHint().height())

    def fit(self) -> None:
        """Gives the weeks the room there is; the oldest make way where it is narrow."""
        theme = self._look.themes.theme
        self.horizontalHeader().setFixedHeight(theme.length(HEAD))
        self.verticalHeader().setDefaultSectionSize(theme.length(ROW))
        for row in range(len(self._cells.lines)):
            self.setRowHeight(row, theme.length(ROW))
        trend = theme.length(TREND) if len(self._cells.weeks) > 2 else 0
        name = self._name_width(theme)
        room = self.width() - trend - name
        shown = max(1, min(len(self._cells.weeks), room // theme.length(CELL)))
        first = self._cells.trend - shown
        wide = room // max(1, shown)
        for column in range(1, self._cells.trend):
            self.setColumnHidden(column, column < first)
            self.setColumnWidth(column, wide)
        self.setColumnWidth(0, self.width() - trend - shown * wide)
        self.setColumnHidden(self._cells.trend, not trend)
        self.setColumnWidth(self._cells.trend, trend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the key results of the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _grow(self) -> None:
        """Asks for the room of other rows, or of larger ones."""
        self.fit()
        self.updateGeometry()

    def _open(self, index: QModelIndex) -> None:
        self.wanted.emit(self._cells.lines[index.row()].wish)

    def _name_width(self, theme: Theme) -> int:
        self.setFont(theme.font(TextRole.BODY))
        names = (self.fontMetrics().horizontalAdvance(line.name) for line in self._cells.lines)
        return min(max(names, default=0) + theme.length(DOT + 22), self.width() * 2 // 5)


class _Weeks(QHeaderView):
    def __init__(self, look: Look, cells: HeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._cells = look, cells
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints the week over its column, the one that runs in the accent."""
        theme = self._look.themes.theme
        running = self._cells.current is not None and logicalIndex == self._cells.current + 1
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.setFont(theme.font(TextRole.CAPTION_STRONG))
        painter.setPen(theme.colour("accent" if running else "text-3"))
        head = self._cells.headerData(logicalIndex, Qt.Orientation.Horizontal)
        painter.drawText(rect, _MIDDLE, head or "")
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, cells: HeatModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._cells = look, cells

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._look.themes.theme, QRect(option.rect)
        with antialiased(painter):
            if index.column() == 0:
                self._paint_name(painter, area, theme, index, option)
            elif index.column() == self._cells.trend:
                self._paint_trend(painter, area, theme, index, option)
            else:
                self._paint_cell(painter, QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5), theme, index)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_cell(self, painter: QPainter, box: QRectF, theme: Theme, index: Index) -> None:
        cell = self._cells.cell(index.row(), index.column())
        if cell is None or cell.state is CellState.AHEAD:
            return
        ink = theme.colour("text-2")
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.value is not None:
            ground, written = theme.heat[heat_step(self._cells.measure, cell.value)]
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, 4, 4)
            ink = QColor(written)
        elif cell.state is CellState.DUE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("border-strong"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        else:
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(ink)
        due = cell.value is None
        painter.setFont(theme.font(TextRole.CAPTION if due else TextRole.CHIP))
        painter.drawText(box, _MIDDLE, self._cells.text(index.row(), index.column()))

    def _paint_name(
        self,
        painter: QPainter,
        area: QRect,
        theme: Theme,
        index: Index,
        option: QStyleOptionViewItem,
    ) -> None:
        line, size, start = self._cells.lines[index.row()], theme.length(DOT), 0
        if line.colour:
            dot = QRect(area.left(), area.center().y() - size // 2, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"cat{line.colour}"))
            place = QStyle.visualRect(option.direction, area, dot)
            painter.drawRoundedRect(QRectF(place), 2.5, 2.5)
            start = size + theme.length(9)
        words = QStyle.visualRect(option.direction, area, area.adjusted(start, 0, -4, 0))
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(theme.colour("text"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, QStyle.visualAlignment(option.direction, _LEADING), shown)

    def _paint_trend(
        self,
        painter: QPainter,
        area: QRect,
        theme: Theme,
        index: Index,
        option: QStyleOptionViewItem,
    ) -> None:
        values = tuple(cell.value for cell in self._cells.lines[index.row()].cells)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        box = QRectF(area).adjusted(6, 5, -2, -5)
        paint_spark(painter, box, theme, Spark(values, ink="text-2"), mirrored=mirrored)
