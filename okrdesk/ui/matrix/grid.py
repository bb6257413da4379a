"""The matrix as a grid whose first column stays while the others pass."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from okrdesk.domain.words import KpiStrength
from okrdesk.ui.look import Look
from okrdesk.ui.matrix.cells import MatrixDelegate, row_height
from okrdesk.ui.matrix.header import MatrixHeader
from okrdesk.ui.matrix.model import MatrixModel

FIRST, NARROW_FIRST, WIDE, KPI, COUNT = 340, 230, 900, 92, 70
"""Widths: of the first column, of the grid from which it has the larger one, of the others."""
LOWEST = 230
"""Height for the head and two rows: where there is less, the page scrolls."""
_KEYS = {Qt.Key.Key_D: KpiStrength.DIRECT, Qt.Key.Key_I: KpiStrength.INFLUENCES}
_NO_LINK = {Qt.Key.Key_Delete}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
Index = QModelIndex | QPersistentModelIndex


class MatrixGrid(QTableView):
    """``chosen`` follows the cursor, ``entered`` Enter; ``strength_wanted`` carries D, I or Del."""

    chosen = Signal()
    entered = Signal()
    strength_wanted = Signal(object)

    def __init__(self, look: Look, model: MatrixModel) -> None:
        super().__init__()
        self._look, self._cells = look, model
        self.frozen = QTableView(self)
        self.frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("OKR–KPI matrix"))
        self.frozen.setAccessibleName(self.tr("Objectives"))
        self._delegates = [self._prepared(view) for view in (self, self.frozen)]
        self.frozen.setSelectionModel(self.selectionModel())
        self.frozen.setVerticalScrollBarPolicy(_OFF)
        self.frozen.setHorizontalScrollBarPolicy(_OFF)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.selectionModel().currentChanged.connect(self._follow)
        self.doubleClicked.connect(self.entered)
        self.frozen.doubleClicked.connect(self.entered)
        self.frozen.clicked.connect(self.setFocus)
        model.modelReset.connect(self._fit)
        look.themes.changed.connect(self._fit)

    def go_to(self, objective: int | None, kpi: int | None) -> None:
        """Puts the cursor on the cell of both."""
        index = self._cells.index_of(objective, kpi)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """D, I and Del set the link, Enter opens the objective; letters search nothing here."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key = Qt.Key(event.key())
        if plain and key in _KEYS:
            self.strength_wanted.emit(_KEYS[key])
        elif plain and key in _NO_LINK:
            self.strength_wanted.emit(None)
        elif key in _ENTER:
            self.entered.emit()
        elif event.text().isalnum() and plain:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Brings a cell out from under the frozen column, too."""
        super().scrollTo(index, hint)
        if index.column() < 1:
            return
        cell, bar, width = self.visualRect(index), self.horizontalScrollBar(), self.columnWidth(0)
        if self.isRightToLeft():
            hidden = cell.right() - (self.viewport().width() - width)
        else:
            hidden = width - cell.left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somewhere the cursor always is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(None, None)
        self._show_focus(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(focused=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_frozen()

    def _prepared(self, view: QTableView) -> MatrixDelegate:
        delegate = MatrixDelegate(self._look, view)
        view.setModel(self._cells)
        view.setItemDelegate(delegate)
        view.setHorizontalHeader(MatrixHeader(self._look, self._cells, view))
        view.verticalHeader().hide()
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return delegate

    def _follow(self, index: QModelIndex) -> None:
        for delegate in self._delegates:
            delegate.current = (index.row(), index.column())
        self._repaint()
        self.chosen.emit()

    def _show_focus(self, *, focused: bool) -> None:
        for delegate in self._delegates:
            delegate.focused = focused
        self._repaint()

    def _repaint(self) -> None:
        for view in (self, self.frozen):
            view.viewport().update()

    def _fit(self) -> None:
        self.setMinimumHeight(self._look.themes.theme.length(LOWEST))
        theme, room = self._look.themes.theme, self.viewport().width()
        first = theme.length(FIRST if room >= theme.length(WIDE) else NARROW_FIRST)
        count, kpis = theme.length(COUNT), len(self._cells.matrix.kpis)
        each = max(theme.length(KPI), (room - first - count) // max(kpis, 1))
        widths = [first, *([min(each, theme.length(KPI) * 2)] * kpis), count]
        for view in (self, self.frozen):
            for column, width in enumerate(widths):
                view.setColumnWidth(column, width)
                view.setColumnHidden(column, view is self.frozen and column > 0)
            for row in range(self._cells.rowCount()):
                view.setRowHeight(row, row_height(theme, self._cells.row_at(row).kind))
        self._place_frozen()

    def _place_frozen(self) -> None:
        inside, width = self.viewport().geometry(), self.columnWidth(0)
        left = inside.right() - width + 1 if self.isRightToLeft() else inside.left()
        head = self.horizontalHeader().height()
        place = QRect(left, inside.top() - head, width, inside.height() + head)
        self.frozen.setGeometry(place)
        self.frozen.raise_()
