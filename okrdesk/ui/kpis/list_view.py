"""The list of KPIs as it is seen: headings, rows with state and owner, a soft selection."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from okrdesk.ui.kpis.cells import PADDING, RIGHT, paint_cell, paint_heading
from okrdesk.ui.kpis.list_model import Column, KpiListModel
from okrdesk.ui.look import Look
from okrdesk.ui.widgets.paint import antialiased
from okrdesk.ui.widgets.plan_header import Inset, PlanHeader

ROW, HEADING = 40, 34
WIDTHS = {
    Column.VALUE: 76,
    Column.TARGET: 98,
    Column.TREND: 80,
    Column.STATE: 96,
    Column.LAST: 78,
    Column.RHYTHM: 84,
    Column.OWNER: 62,
    Column.OBJECTIVES: 82,
}
NAME, LEAST = 150, 118
"""What the name gets at least; columns leave from the end of ``LEAVING`` until it has that.

The state, which leaves last, does so only where the name has less than ``LEAST``.
"""
LEAVING = (
    Column.STATE,
    Column.TARGET,
    Column.TREND,
    Column.LAST,
    Column.OBJECTIVES,
    Column.OWNER,
    Column.RHYTHM,
)
_SIDES = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
INSETS: dict[int, Inset] = {
    column: Inset(_SIDES[column in RIGHT], PADDING, PADDING) for column in Column
}
_RADIUS, _BAR, _INSET = 6, 3, 8
Index = QModelIndex | QPersistentModelIndex


class KpiListView(QTreeView):
    """``chosen`` carries the KPI under the cursor or None, ``entered`` follows Enter."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, look: Look, model: KpiListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._kpis = look, model
        self.setModel(model)
        self.setAccessibleName(self.tr("KPIs"))
        self.setItemDelegate(KpiDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = PlanHeader(look.themes, INSETS, self)
        self.setHeader(head)
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._span)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self.entered)
        look.themes.changed.connect(self._restyle)
        self._restyle()

    @property
    def kpi(self) -> int | None:
        """The KPI under the cursor."""
        return self._kpis.kpi_at(self.currentIndex())

    def go_to(self, kpi: int | None) -> None:
        """Puts the cursor on a KPI; on the first one where it is not in the list."""
        index = self._kpis.index_of(kpi)
        if not index.isValid() and self._kpis.rowCount():
            index = self._kpis.index(1, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def go_near(self, row: int) -> None:
        """Puts the cursor on the KPI in a row, or the next one up where there is none."""
        rows = [place for place in range(self._kpis.rowCount()) if self._is_kpi(place)]
        places = [place for place in rows if place >= row] or rows[-1:]
        if places:
            self.go_to(self._kpis.kpi_at(self._kpis.index(places[0], 0)))

    def _is_kpi(self, row: int) -> bool:
        return self._kpis.kpi_at(self._kpis.index(row, 0)) is not None

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.themes.theme
        row = QRectF(0, options.rect.top(), self.viewport().width(), options.rect.height())
        row.adjust(4, 1, -4, -1)
        here = index.row() == self.currentIndex().row()
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            if here:
                painter.setBrush(theme.colour("accent-soft"))
                painter.drawRoundedRect(row, _RADIUS, _RADIUS)
                painter.setBrush(theme.colour("accent"))
                left = row.right() - _BAR if self.isRightToLeft() else row.left()
                bar = QRectF(left, row.top() + _INSET, _BAR, row.height() - 2 * _INSET)
                painter.drawRoundedRect(bar, 1.5, 1.5)
        super().drawRow(painter, options, index)
        if here and self.hasFocus():
            with antialiased(painter):
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the value."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.kpi is not None:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somewhere the cursor always is."""
        super().focusInEvent(event)
        if self.kpi is None:
            self.go_to(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        length = self._look.themes.theme.length
        widths = {column: length(width) for column, width in WIDTHS.items()}
        room, leaving = self.viewport().width(), list(LEAVING)
        for name, staying in ((NAME, 1), (LEAST, 0)):
            while len(leaving) > staying and sum(widths.values()) > room - length(name):
                widths.pop(leaving.pop())
        for column in Column:
            self.setColumnHidden(column, column not in widths and column != Column.NAME)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(Column.NAME, self.viewport().width() - sum(widths.values()))

    def _span(self) -> None:
        for row in self._kpis.headings():
            self.setFirstColumnSpanned(row, QModelIndex(), True)

    def _tell(self, index: QModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit(self._kpis.kpi_at(index))

    def _restyle(self) -> None:
        theme = self._look.themes.theme
        palette = theme.palette()
        # Fusion would paint a gradient below the rounded row.
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self._fit()
        self.scheduleDelayedItemsLayout()


class KpiDelegate(QStyledItemDelegate):
    """Paints the cells of a row, and a level as a heading."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = _model(index).row_at(index).line is None
        return QSize(0, self._look.themes.theme.length(HEADING if heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _model(index).row_at(index)
        theme = self._look.themes.theme
        if row.line is None:
            paint_heading(painter, option.rect, theme, row.words[0])
        else:
            paint_cell(painter, option.rect, theme, row, Column(index.column()))


def _model(index: Index) -> KpiListModel:
    model: QAbstractItemModel = index.model()
    if not isinstance(model, KpiListModel):
        raise TypeError(model)
    return model
