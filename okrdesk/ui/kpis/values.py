"""The measurements of one KPI, newest first, to be put right in their place."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidgetItem

from okrdesk.app import commands
from okrdesk.domain.entities import Kpi, KpiValue
from okrdesk.domain.errors import UserError
from okrdesk.domain.tables import KPI, KPI_VALUE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.dates import read_day
from okrdesk.ui.kpis.series import read_value
from okrdesk.ui.kpis.words import value_words
from okrdesk.ui.look import Look
from okrdesk.ui.translation import said, short_date, tr
from okrdesk.ui.widgets.plain_list import RIGHT, PlainList

DAY, VALUE, NOTE = range(3)
_ROW = Qt.ItemDataRole.UserRole
_SHOWN = 6
"""Rows that are seen without scrolling."""


class KpiValues(PlainList):
    """``told`` carries what was done and can be undone, ``refused`` why something was not."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, bridge: Bridge, look: Look) -> None:
        heads = (tr("Day"), tr("Value"), tr("Note"))
        super().__init__(look.themes, tr("Values"), heads, wide=NOTE)
        self._bridge, self._kpi = bridge, 0
        self._shown: tuple[object, ...] = ()
        triggers = QAbstractItemView.EditTrigger
        writable = triggers.EditKeyPressed | triggers.DoubleClicked
        self.setEditTriggers(triggers.NoEditTriggers if bridge.read_only else writable)
        self.setRootIsDecorated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.align_right(VALUE)
        self.itemChanged.connect(self._write)

    def show_kpi(self, kpi: int) -> None:
        """Shows the measurements of a KPI."""
        snapshot = self._bridge.snapshot
        rows = tuple(reversed(snapshot.children(KPI_VALUE, "kpi", kpi)))
        row = snapshot.get(KPI, kpi)
        if (rows, row) == self._shown:
            return
        self._kpi, self._shown = kpi, (rows, row)
        self._fill(row, rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts a value right, Del takes it away."""
        item = self.currentItem()
        if item is None or self._bridge.read_only:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._edit(item)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete(item)
        else:
            super().keyPressEvent(event)

    def _edit(self, item: QTreeWidgetItem) -> None:
        """Opens the editor of its value, unless one is open: Qt would warn."""
        if self.state() != QAbstractItemView.State.EditingState:
            self.editItem(item, VALUE)

    def delete(self, item: QTreeWidgetItem) -> None:
        """Takes a measurement away; the cursor goes to the next one."""
        place, words = self.indexOfTopLevelItem(item), item.text(DAY)
        self._bridge.attempt(commands.delete_row, KPI_VALUE, item.data(0, _ROW))
        self.show_kpi(self._kpi)
        following = self.topLevelItem(min(place, self.topLevelItemCount() - 1))
        if following is not None:
            self.setCurrentItem(following)
        self.told.emit(self.tr("Value of {day} deleted").format(day=words))

    def _fill(self, kpi: Kpi, rows: tuple[KpiValue, ...]) -> None:
        current = self.currentItem()
        here = None if current is None else current.data(0, _ROW)
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = self._item(kpi, row)
            self.addTopLevelItem(item)
            if row.id == here:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self._fit()

    def _item(self, kpi: Kpi, row: KpiValue) -> QTreeWidgetItem:
        day = short_date(row.date, year=True)
        item = QTreeWidgetItem([day, value_words(kpi, row.value, short=False), row.note])
        item.setData(0, _ROW, row.id)
        item.setTextAlignment(VALUE, RIGHT)
        item.setToolTip(NOTE, row.note)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _fit(self) -> None:
        line = self.fontMetrics().height() + 12
        lines = min(max(self.topLevelItemCount(), 1), _SHOWN)
        self.setFixedHeight(line * (lines + 1) + 6)

    def _write(self, item: QTreeWidgetItem, column: int) -> None:
        """Writes what was typed over a cell; shows the plan's again where it cannot be."""
        kpi = self._bridge.snapshot.get(KPI, self._kpi)
        text = item.text(column).strip()
        try:
            fields = {DAY: "date", VALUE: "value", NOTE: "note"}
            value = _read(kpi, column, text)
            self._bridge.run(
                commands.change_kpi_value, item.data(0, _ROW), **{fields[column]: value}
            )
        except UserError as error:
            self.refused.emit(said(error.message))
        self._shown = ()
        self.show_kpi(self._kpi)


def _read(kpi: Kpi, column: int, text: str) -> object:
    if column == DAY:
        day: date = read_day(text)
        return day
    if column == NOTE:
        return text
    return read_value(kpi, text)
