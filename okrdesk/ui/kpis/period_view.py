"""The values or targets of all KPIs by period, typed into their cells."""

import re
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from okrdesk.app import commands
from okrdesk.domain.errors import UserError
from okrdesk.domain.kpi_overview import KpiLine
from okrdesk.domain.tables import KPI_TARGET, KPI_VALUE
from okrdesk.domain.words import KpiRule, Rhythm
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.amounts import plain_amount
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.kpis.cells import paint_amount
from okrdesk.ui.kpis.list_model import Index
from okrdesk.ui.kpis.period_model import SHOWN, Asked, Cell, PeriodModel
from okrdesk.ui.kpis.series import read_value
from okrdesk.ui.kpis.words import STATE_SHAPES
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said
from okrdesk.ui.widgets.paint import paint_shape

ROW, COLUMN, NAMES, HEAD, PADDING, SHAPE = 34, 88, 190, 34, 8, 9
_TO = re.compile(r"\s*(?:–|\.\.|…)\s*|\s+\S{1,4}\s+")
"""What stands between the two ends of a range: a dash, dots, or a short word."""
_WORDS = {
    Rhythm.WEEKLY: Message("Weeks"),
    Rhythm.MONTHLY: Message("Months"),
    Rhythm.QUARTERLY: Message("Quarters"),
    Rhythm.YEARLY: Message("Years"),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PeriodView(QFrame):
    """``told`` carries what was done and can be undone."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._bridge = bridge
        self._lines: list[KpiLine] = []
        self.model = PeriodModel(bridge, self)
        self.model.typed.connect(self.write)
        self.table = PeriodTable(look, self.model)
        self.error = look.wrapped("", TextRole.SMALL, "risk")
        self.lengths = ChoiceField(self.tr("Length of a period"))
        for rhythm in SHOWN:
            self.lengths.addItem(said(_WORDS[rhythm]), rhythm)
        self.lengths.show_choice(Rhythm.MONTHLY)
        self.lengths.chosen.connect(self._choose)
        self._hint = look.wrapped("", TextRole.SMALL, "2")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.lengths)
        head.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 10, 13, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.error)
        self._say("")

    def show_lines(self, lines: list[KpiLine], asked: Asked) -> None:
        """Shows the values or the targets of some KPIs; the cursor stays."""
        self._lines, self.model.asked = lines, asked
        at = self.table.currentIndex()
        here = (max(at.row(), 0), at.column() if at.isValid() else -1)
        self.model.show_lines(lines)
        row = min(here[0], self.model.rowCount() - 1)
        column = here[1] if here[1] >= 0 else self.model.columnCount() - 1
        self.table.setCurrentIndex(self.model.index(row, column))
        values = self.tr("Type into a cell to enter a value for the end of its period.")
        targets = self.tr("A target holds from its period on, until the next one.")
        self._hint.setText(values if asked is Asked.VALUES else targets)

    def write(self, cell: Cell, text: str) -> None:
        """Writes what was typed into a cell, or says below why that cannot be."""
        try:
            write = self._write_value if cell.value is not None else self._write_target
            write(cell, text)
        except UserError as error:
            self._say(f"{cell.kpi.name}: {said(error.message)}")
            return
        self._say("")
        self.told.emit(self.tr("{kpi} changed").format(kpi=cell.kpi.name))

    def _write_value(self, cell: Cell, text: str) -> None:
        values = () if cell.value is None else cell.value.values
        if len(values) > 1:
            words = Message(
                "This period has %n values. Change them in the list.", count=len(values)
            )
            raise UserError(words)
        run, on = self._bridge.run, min(cell.period.end, self._bridge.today)
        if values and not text:
            run(commands.delete_row, KPI_VALUE, values[0].id)
        elif values:
            run(commands.change_kpi_value, values[0].id, value=read_value(cell.kpi, text))
        elif text:
            run(commands.record_kpi_value, cell.kpi.id, read_value(cell.kpi, text), on=on)

    def _write_target(self, cell: Cell, text: str) -> None:
        own = None if cell.target is None else cell.target.own
        if not text:
            if own is not None:
                self._bridge.run(commands.delete_row, KPI_TARGET, own.id)
            return
        start = cell.period.start if own is None else own.start
        limits = read_limits(cell.kpi.rule, text)
        self._bridge.run(commands.set_kpi_target, cell.kpi.id, start, **limits)

    def _choose(self, rhythm: object) -> None:
        self.model.rhythm = Rhythm(str(rhythm))
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.show_lines(self._lines, self.model.asked)

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))


class PeriodTable(QTableView):
    """Enter, F2 or a digit begins to type."""

    def __init__(self, look: Look, model: PeriodModel) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setAccessibleName(self.tr("KPIs by period"))
        self.setItemDelegate(_Delegate(look, self))
        for header in (
            QuietHeader(look, Qt.Orientation.Horizontal, self),
            QuietHeader(look, Qt.Orientation.Vertical, self),
        ):
            across = header.orientation() == Qt.Orientation.Horizontal
            (self.setHorizontalHeader if across else self.setVerticalHeader)(header)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Del empties."""
        index = self.currentIndex()
        writable = index.isValid() and bool(self.model().flags(index) & Qt.ItemFlag.ItemIsEditable)
        if self.state() is QAbstractItemView.State.EditingState:
            # The editor has had it already, and hands on what it did not eat.
            return
        if event.key() in _ENTER and writable:
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete and writable:
            self.model().setData(index, "")
        else:
            super().keyPressEvent(event)

    def updateGeometries(self) -> None:
        """Leaves the corner to the ground: the style paints a button there."""
        super().updateGeometries()
        for corner in self.findChildren(
            QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            corner.hide()

    def _restyle(self) -> None:
        theme = self._look.themes.theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self.horizontalHeader().setDefaultSectionSize(theme.length(COLUMN))
        self.verticalHeader().setDefaultSectionSize(theme.length(ROW))


class QuietHeader(QHeaderView):
    """Names without the gradient of the style."""

    def __init__(self, look: Look, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        length = self._look.themes.theme.length
        return QSize(length(NAMES), length(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground behind the last name, too."""
        super().paintEvent(event)
        rest, used = self.viewport().rect(), self.length() - self.offset()
        across = self.orientation() == Qt.Orientation.Horizontal
        if across and self.isRightToLeft():
            rest.setRight(rest.right() - used)
        elif across:
            rest.setLeft(rest.left() + used)
        else:
            rest.setTop(rest.top() + used)
        painter = QPainter(self.viewport())
        painter.fillRect(rest, self._look.themes.theme.colour("surface"))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._look.themes.theme
        across = self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("border"))
        painter.setFont(theme.font(TextRole.CAPTION_STRONG if across else TextRole.STRONG))
        painter.setPen(theme.colour("text-3" if across else "text"))
        words = str(self.model().headerData(logicalIndex, self.orientation()))
        inside = rect.adjusted(PADDING, 0, -PADDING, 0)
        end = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(words, end, inside.width())
        side = Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: Any = index.model()
        cell: Cell = model.cell_at(index)
        theme, area = self._look.themes.theme, QRect(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, theme.colour("accent-soft" if here else "surface"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("border"))
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        if cell.status is not None:
            side = theme.length(SHAPE)
            place = QRect(inside.left(), inside.center().y() - side // 2, side, side)
            seen = QStyle.visualRect(QApplication.layoutDirection(), inside, place)
            paint_shape(painter, QRectF(seen), theme, STATE_SHAPES[cell.status])
        painter.setPen(theme.colour("text" if cell.strong else "text-3"))
        painter.setFont(theme.font(TextRole.BODY))
        paint_amount(painter, inside, cell.text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))


def read_limits(rule: KpiRule, text: str) -> dict[str, Decimal]:
    """What is asked of a KPI as a person types it: "55", or "4 to 5". Raises UserError."""
    if rule is KpiRule.QUALITATIVE:
        raise UserError(Message("The target of good, fair or poor is always good."))
    if rule is not KpiRule.RANGE:
        return {"target": plain_amount(text)}
    ends = [end for end in _TO.split(text.strip()) if end]
    if len(ends) != len(("low", "high")):
        raise UserError(Message("A range needs both of its limits."))
    return {"low": plain_amount(ends[0]), "high": plain_amount(ends[1])}
