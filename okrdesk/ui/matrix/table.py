"""The matrix as a table: cycle, objective, its key results, its KPIs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidgetItem,
)

from okrdesk.domain.matrix import Matrix
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import KEY_RESULT
from okrdesk.ui.look import Look
from okrdesk.ui.matrix.model import MARKS, STRENGTH_WORDS
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.plain_list import PlainList
from okrdesk.ui.widgets.plan_header import Inset, PlanHeader

ROOM, BESIDE = 16, 8
"""Pixels that a row is higher than its text, and that are free before it."""
_ITEM = Qt.ItemDataRole.UserRole


class MatrixTable(PlainList):
    """``entered`` carries the objective of the row that Enter or a double click opens."""

    entered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look.themes, tr("OKR–KPI matrix"), heads(), wide=2)
        self.setUniformRowHeights(False)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Lines(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._head_as_elsewhere(look)
        look.themes.changed.connect(self._soften)
        self._soften()
        self.itemActivated.connect(lambda item, _column: self.entered.emit(item.data(0, _ITEM)))

    def show_matrix(self, matrix: Matrix, snapshot: Snapshot) -> None:
        """Shows a matrix; the cursor stays on its objective."""
        current = self.currentItem()
        here = None if current is None else current.data(0, _ITEM)
        self.clear()
        ids = [row.id for row in matrix.objectives]
        for objective, cells in zip(ids, table_rows(matrix, snapshot), strict=True):
            item = QTreeWidgetItem(cells)
            item.setData(0, _ITEM, objective)
            item.setToolTip(1, cells[1])
            for column in range(4):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignTop)
            self.addTopLevelItem(item)
            if objective == here:
                self.setCurrentItem(item)
        if self.currentItem() is None and ids:
            self.setCurrentItem(self.topLevelItem(0))  # type: ignore[arg-type]  # there is one

    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws a flat ground below the row that has the cursor, and a line below each."""
        theme, area = self._themes.theme, QRect(options.rect)
        area.setLeft(0)
        area.setRight(self.viewport().width())
        if index.row() == self.currentIndex().row():
            painter.fillRect(area, theme.colour("accent-soft"))
        super().drawRow(painter, options, index)
        painter.fillRect(0, area.bottom(), area.width(), 1, theme.colour("border"))
        if index.row() == self.currentIndex().row() and self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def _head_as_elsewhere(self, look: Look) -> None:
        left = Inset(Qt.AlignmentFlag.AlignLeft, BESIDE, 0)
        head = PlanHeader(look.themes, dict.fromkeys(range(len(heads())), left), self)
        self.setHeader(head)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _soften(self) -> None:
        theme = self._themes.theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)


def heads() -> tuple[str, ...]:
    """What stands over the columns."""
    return (tr("Cycle"), tr("Objective"), tr("Key results"), tr("KPIs"))


def table_rows(matrix: Matrix, snapshot: Snapshot) -> list[list[str]]:
    """A row for each objective; several key results and KPIs are lines of their cell."""
    rows: list[list[str]] = []
    for group in matrix.groups:
        cycle = tr("No cycle") if group.cycle is None else group.cycle.name
        for objective in group.objectives:
            results = snapshot.children(KEY_RESULT, "objective", objective.id)
            kpis = [
                f"{MARKS[link.strength]} {line.kpi.name}"
                for line in matrix.kpis
                if (link := matrix.links.get((objective.id, line.kpi.id)))
            ]
            titles = [result.title for result in results]
            rows.append([cycle, objective.title, "\n".join(titles), "\n".join(kpis)])
    return rows


def grid_rows(matrix: Matrix) -> list[list[str]]:
    """The grid for a file: strengths as words, counts at the edges."""
    lines = matrix.kpis
    rows = [[tr("Cycle"), tr("Objective"), *(line.kpi.name for line in lines), tr("KPIs linked")]]
    for group in matrix.groups:
        cycle = tr("No cycle") if group.cycle is None else group.cycle.name
        for objective in group.objectives:
            links = [matrix.links.get((objective.id, line.kpi.id)) for line in lines]
            words = ["" if link is None else said(STRENGTH_WORDS[link.strength]) for link in links]
            count = str(matrix.of_objective(objective.id))
            rows.append([cycle, objective.title, *words, count])
    counts = [str(matrix.of_kpi(line.kpi.id)) for line in lines]
    return [*rows, ["", tr("Objectives that move this KPI"), *counts, ""]]


class _Lines(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(BESIDE - 3, ROOM // 2, 3 - BESIDE, -ROOM // 2)
        inside.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inside, index)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        model = index.model()
        texts = (model.index(index.row(), c).data() for c in range(model.columnCount()))
        lines = max(str(text).count("\n") + 1 for text in texts)
        return QSize(
            size.width() + 2 * BESIDE + ROOM, option.fontMetrics.lineSpacing() * lines + ROOM
        )
