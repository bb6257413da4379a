"""A list of small editors that keeps its rows while the plan changes around them."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.domain.tables import Table
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools


class ListRow(QWidget):
    """One row of a list, for one row of the plan."""

    def __init__(self, tools: Tools, row_id: int) -> None:
        super().__init__()
        self.tools, self.row_id = tools, row_id
        self.bridge, self.look = tools.bridge, tools.look

    def refresh(self) -> None:
        """Shows the row as it stands now."""

    def commit(self) -> None:
        """Writes what is being typed."""


class ListPage(Page):
    """A page with a row for each of some rows of the plan."""

    MOST = 40
    """How many are shown at first."""

    def __init__(self, tools: Tools, item: int, empty: str) -> None:
        super().__init__(tools, item)
        self.rows: dict[int, ListRow] = {}
        self._limit = self.MOST
        self._order: list[int] = []
        self._empty = self.look.wrapped(empty, tone="3")
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self._more = self.look.button(self.tr("Show more"), self._show_more, "link")
        self.column.addWidget(self._empty)
        self.column.addLayout(self._place)
        self.column.addWidget(self._more)

    def wanted(self) -> list[int]:
        """The ids of the rows, in order."""
        raise NotImplementedError

    def made(self, row_id: int) -> ListRow:
        """A new row for one of them."""
        raise NotImplementedError

    def refresh(self) -> None:
        everything = self.wanted()
        wanted = everything[: self._limit]
        if wanted != self._order:
            self._arrange(wanted)
        for row in self.rows.values():
            row.refresh()
        self._empty.setVisible(not wanted)
        self._more.setVisible(len(wanted) < len(everything))

    def commit(self) -> None:
        for row in list(self.rows.values()):
            row.commit()

    def delete(self, table: Table[Any], row_id: int, told: str) -> None:
        """Deletes a row of the plan; the focus goes to the next one, else to the one before."""
        place = self._order.index(row_id) if row_id in self._order else -1
        self.bridge.attempt(commands.delete_row, table, row_id)
        if self.bridge.snapshot.find(table, row_id) is not None:
            return
        self.refresh()
        if self._order and place >= 0:
            self.rows[self._order[min(place, len(self._order) - 1)]].setFocus()
        self.tools.told.emit(told)

    def _arrange(self, wanted: list[int]) -> None:
        for row_id in [known for known in self.rows if known not in wanted]:
            row = self.rows.pop(row_id)
            self._place.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, row_id in enumerate(wanted):
            if row_id not in self.rows:
                self.rows[row_id] = self.made(row_id)
            if self._place.indexOf(self.rows[row_id]) != place:
                self._place.insertWidget(place, self.rows[row_id])
        self._order = wanted

    def _show_more(self) -> None:
        self._limit += self.MOST
        self.refresh()
