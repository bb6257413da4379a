"""The key results of an objective: values, how one of them moved, and its newest note."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.domain.tables import KEY_RESULT
from okrdesk.text import Message
from okrdesk.ui.editors.key_result_row import KeyResultRow
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.spread import Spread
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import clear, frame
from okrdesk.ui.rule import Rule
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr

if TYPE_CHECKING:
    from okrdesk.ui.editors.movement import Movement

MANY = 6
WIDEST_VALUE = 21
"""In digits."""


class KeyResultsPage(Page):
    """A card with a row for each; below it the history of the one that is worked on."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self.rows: list[KeyResultRow] = []
        self._current: int | None = None
        self._movement: Movement | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._advice = self.look.label("", TextRole.SMALL, "3")
        self.column.addWidget(self._card())

    @property
    def current(self) -> int | None:
        """The key result whose history is shown: the one worked on last, else the first."""
        ids = [row.key_result for row in self.rows]
        return self._current if self._current in ids else next(iter(ids), None)

    def refresh(self) -> None:
        ids = self.bridge.snapshot.child_ids(KEY_RESULT, "objective", self.item)
        if [shown.key_result for shown in self.rows] != list(ids):
            self._build_rows(ids)
        for shown in self.rows:
            shown.refresh()
        self._line_up()
        self._advice.setText(advice(len(ids)))
        self._show_current()

    def commit(self) -> None:
        for shown in self.rows:
            shown.value.commit()

    def event(self, event: QEvent) -> bool:
        """Lines the values up again when their fields need more room, such as for large text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._line_up()
        return super().event(event)

    def _build_rows(self, ids: tuple[int, ...]) -> None:
        clear(self._rows)
        self.rows = [KeyResultRow(self.tools, key_result) for key_result in ids]
        for shown in self.rows:
            shown.entered.connect(lambda row=shown: self._enter(row))
            self._rows.addWidget(shown)
            self._rows.addWidget(Rule(self.look.themes))
        for last in self.rows[-1:]:
            QWidget.setTabOrder(last.percent, self._new)

    def _line_up(self) -> None:
        """Gives all values the same width, so that the bars stand below each other."""
        widths = [0, *(row.value.sizeHint().width() for row in self.rows)]
        widest = WIDEST_VALUE * self.fontMetrics().horizontalAdvance("0")
        for row in self.rows:
            row.value.setFixedWidth(min(max(widths), widest))

    def _enter(self, row: KeyResultRow) -> None:
        if row.key_result != self.current:
            self._current = row.key_result
            self._show_current()

    def _show_current(self) -> None:
        current = self.current
        for place, row in enumerate(self.rows):
            row.set_selected(on=row.key_result == current, first=place == 0)
        if self._movement is None and current is not None:
            from okrdesk.ui.editors.movement import Movement

            self._movement = Movement(self.tools)
            self.column.addWidget(self._movement)
        if self._movement is not None:
            self._movement.show_key_result(current)

    def _card(self) -> QWidget:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._rows)
        add = self._new = self.look.button(self.tr("Add key result"), self._add, "link", "plus")
        if self.bridge.read_only:
            add.hide()
        foot = Spread(add, self._advice)
        foot.setContentsMargins(12, 6, 12, 6)
        column.addWidget(foot)
        return card

    def _add(self) -> None:
        self.tools.key_result_wanted.emit(self.item)


def advice(count: int) -> str:
    """One line about how many key results an objective has; it never blocks."""
    if count < MANY:
        return tr("3 to 5 is a good number")
    return said(Message("%n key results. Could some be initiatives?", count=count))
