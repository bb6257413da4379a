"""What is done to move an item: written with Enter, ticked with Space; it never counts."""

from functools import partial

from PySide6.QtWidgets import QWidget

from okrdesk.app import commands
from okrdesk.domain.tables import INITIATIVE
from okrdesk.ui.editors.counts import initiatives
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.editors.initiative_row import InitiativeRow
from okrdesk.ui.editors.row_list import ListPage, ListRow
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.translation import tr


class InitiativesPage(ListPage):
    """A line for a new one above those that there are, each with its steps below it."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item, tr("What will you do to move a key result?"))
        self._place.setSpacing(4)
        self.entry = LineField(self.tr("New initiative"))
        self.entry.setPlaceholderText(self.tr("Add an initiative and press Enter"))
        self.entry.committed.connect(self._add)
        if not self.bridge.read_only:
            self.column.insertWidget(0, self.entry)

    def wanted(self) -> list[int]:
        rows = list(initiatives(self.bridge.snapshot, self.item))
        order: list[int] = []
        for row in rows:
            if row.parent is None:
                self._follow(row.id, order)
        return order

    def made(self, row_id: int) -> ListRow:
        row = InitiativeRow(self.tools, row_id, self.item)
        row.delete_wanted.connect(
            partial(self.delete, INITIATIVE, row_id, self.tr("Initiative deleted"))
        )
        row.step_wanted.connect(lambda: self._add_step(row_id))
        return row

    def commit(self) -> None:
        super().commit()
        self.entry.commit()

    def focus_first(self) -> None:
        self.entry.setFocus()

    def _follow(self, initiative: int, order: list[int]) -> None:
        """An initiative and, right behind it, its steps."""
        order.append(initiative)
        for step in self.bridge.snapshot.child_ids(INITIATIVE, "parent", initiative):
            self._follow(step, order)

    def _add(self, text: str) -> None:
        if text.strip():
            self.bridge.attempt(commands.add_initiative, text, item=self.item)
        self.entry.setText("")
        self.refresh()

    def _add_step(self, initiative: int) -> None:
        words = self.tr("New step")
        step = self.bridge.attempt(commands.add_initiative, words, parent=initiative)
        self.refresh()
        row: QWidget | None = None if step is None else self.rows.get(step)
        if isinstance(row, InitiativeRow):
            row.text.setFocus()
            row.text.selectAll()
