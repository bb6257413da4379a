"""All that is due at once as a table; a column pasted from a spreadsheet fills downwards."""

import csv
from io import StringIO

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from okrdesk.domain.check_in_queue import wants_answer
from okrdesk.domain.check_in_round import Round
from okrdesk.domain.tables import KEY_RESULT, KPI, OBJECTIVE
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.check_in.cells import WRITTEN, Column, Read, read_row
from okrdesk.ui.check_in.grid_cells import PADDING, CellDelegate
from okrdesk.ui.check_in.queue_model import value_text
from okrdesk.ui.look import Look
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.plan_header import Inset, PlanHeader

ROOM = 14
"""Pixels that a row is higher than its text."""
WIDTHS = {Column.LAST: 90, Column.VALUE: 130, Column.CONFIDENCE: 110, Column.NOTE: 280}
"""At the normal size of text."""
NUMBERS = (Column.LAST, Column.VALUE, Column.CONFIDENCE)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Grid(QTableWidget):
    """``turned`` follows every change of what is written, and every move of the cursor.

    What cannot be read keeps its text and is marked. Rows with nothing in them stay due.
    """

    turned = Signal()
    left_over = Signal(int)
    """How many pasted lines found no row."""

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._texts: dict[int, dict[Column, str]] = {}
        self._items: list[int] = []
        self.setAccessibleName(self.tr("Check-ins as a table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(look, self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        typed = triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        self.setEditTriggers(triggers.NoEditTriggers if bridge.read_only else typed)
        heads = (tr("Key result"), tr("Last"), tr("New value"), tr("Confidence"), tr("Note"))
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        head = PlanHeader(look.themes, {column: _inset(column) for column in Column}, self)
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(Column.ITEM, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._note)
        self.currentCellChanged.connect(self.turned)
        look.themes.changed.connect(self._restyle)
        self._restyle()

    def show_round(self, queue: Round) -> None:
        """Shows what is still due of a pass; what is being written for it stays."""
        scores = self._bridge.scores
        items = [item for item in queue.present(scores) if wants_answer(scores, item)]
        if items == self._items:
            return
        self._items = items
        self._texts = {item: self._texts.get(item, {}) for item in items}
        self._fill()

    def reads(self) -> list[Read]:
        """What each row says, from the top."""
        return [read_row(self._bridge, item, self._texts[item]) for item in self._items]

    def wrong_here(self) -> str:
        """What is wrong with the cell under the cursor; empty where nothing is."""
        row, column = self.currentRow(), self.currentColumn()
        if row < 0 or column not in WRITTEN:
            return ""
        read = read_row(self._bridge, self._items[row], self._texts[self._items[row]])
        message = read.wrong.get(Column(column))
        return "" if message is None else said(message)

    def focus_first(self) -> None:
        """Puts the cursor on the first value that is due."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.rowCount() and self.currentColumn() not in WRITTEN:
            self.setCurrentCell(max(self.currentRow(), 0), Column.VALUE)

    def paste(self, text: str) -> int:
        """Fills cells from the cursor downwards; returns how many lines found no row."""
        lines = list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
        first_row = max(self.currentRow(), 0)
        first = max(self.currentColumn(), Column.VALUE)
        for row, line in enumerate(lines[: self.rowCount() - first_row], start=first_row):
            for column, cell in enumerate(line[: self.columnCount() - first], start=first):
                self._texts[self._items[row]][Column(column)] = cell.strip()
        self._fill()
        self.turned.emit()
        return max(0, len(lines) - (self.rowCount() - first_row))

    def texts(self) -> dict[int, dict[Column, str]]:
        """What is written, by item."""
        return {item: dict(texts) for item, texts in self._texts.items()}

    def put_back(self, texts: dict[int, dict[Column, str]]) -> None:
        """Shows again what was written before."""
        self._texts = texts
        self._fill()

    def forget(self, items: list[int]) -> None:
        """Empties the rows of these items, which are in the plan now."""
        for item in items:
            self._texts.get(item, {}).clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins to write, Del empties a cell, Ctrl+V fills downwards."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self._bridge.read_only:
            left = self.paste(QGuiApplication.clipboard().text())
            self.left_over.emit(left)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._write()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._empty()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the row below."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            row = min(self.currentRow() + 1, self.rowCount() - 1)
            self.setCurrentCell(row, self.currentColumn())

    def _write(self) -> None:
        """Opens the editor under the cursor; an open one has passed its Enter on."""
        index = self.currentIndex()
        writing = self.state() == QAbstractItemView.State.EditingState
        if index.column() in WRITTEN and not writing and not self._bridge.read_only:
            self.edit(index)

    def _empty(self) -> None:
        index = self.currentIndex()
        if index.column() in WRITTEN:
            self.model().setData(index, "", Qt.ItemDataRole.EditRole)

    def _note(self, cell: QTableWidgetItem) -> None:
        self._texts[self._items[cell.row()]][Column(cell.column())] = cell.text()
        self._mark(cell.row())
        self.turned.emit()

    def _fill(self) -> None:
        row, column = self.currentRow(), self.currentColumn()
        self.blockSignals(True)
        self.setRowCount(len(self._items))
        for place, item in enumerate(self._items):
            self._fill_row(place, item)
        self.blockSignals(False)
        for place in range(len(self._items)):
            self._mark(place)
        if self._items and column >= 0:
            index = self.model().index(min(max(row, 0), len(self._items) - 1), column)
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, select)
        self._fit()

    def _fill_row(self, place: int, item: int) -> None:
        snapshot = self._bridge.snapshot
        row = snapshot.find(KEY_RESULT, item)
        above = tr("KPI") if row is None else snapshot.get(OBJECTIVE, row.objective).title
        title = snapshot.get(KPI, item).name if row is None else row.title
        shown = {Column.ITEM: title, Column.LAST: value_text(self._bridge.scores, item)}
        for column in Column:
            cell = QTableWidgetItem(shown.get(column, self._texts[item].get(column, "")))
            if column not in WRITTEN:
                cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
            if column in NUMBERS:
                cell.setTextAlignment(_RIGHT)
            elif column is Column.ITEM:
                cell.setToolTip(f"{title}\n{above}")
            self.setItem(place, column, cell)

    def _mark(self, place: int) -> None:
        """Shows which cells of a row cannot be read, by icon, colour and words."""
        item = self._items[place]
        wrong = read_row(self._bridge, item, self._texts[item]).wrong
        self.blockSignals(True)
        for column in WRITTEN:
            cell, message = self.item(place, column), wrong.get(column)
            if cell is None:
                continue
            sentence = "" if message is None else said(message)
            role = Qt.ItemDataRole
            icon = self._look.icons.icon("triangle-alert", "risk-text") if sentence else None
            cell.setData(role.DecorationRole, icon)
            colour = self._look.themes.theme.colour("risk-text") if sentence else None
            cell.setData(role.ForegroundRole, colour)
            cell.setToolTip(sentence)
            cell.setData(role.AccessibleDescriptionRole, sentence)
        self.blockSignals(False)
        self.viewport().update()

    def _restyle(self) -> None:
        theme = self._look.themes.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("accent-soft"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme.length(width))
        self._fit()

    def _fit(self) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.fontMetrics().height() + ROOM)


def _inset(column: Column) -> Inset:
    """Captions stand where their cells begin, those of numbers where they end."""
    at_end = column in NUMBERS
    side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
    # Qt's own cells are drawn three pixels further in.
    return Inset(side, PADDING + 3, PADDING + 3)


def standing_words(reads: list[Read]) -> str:
    """How much can be saved: "3 ready · 1 cannot be read"."""
    ready = sum(read.answer is not None for read in reads)
    wrong = sum(bool(read.wrong) for read in reads)
    parts = [said(Message("%n ready", count=ready))] if ready else []
    parts += [said(Message("%n cannot be read yet", count=wrong))] if wrong else []
    return " · ".join(parts)
