"""Rows under one title."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.sidebar.row import SidebarRow
from okrdesk.ui.theme import TextRole

TITLE_INDENT, ABOVE_TITLE, BELOW_TITLE = 9, 15, 7


class Section(QWidget):
    """Hidden while it has no rows; in the rail the title gives way to a gap."""

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__()
        self.rows: list[SidebarRow] = []
        self._title = look.label(title, TextRole.CAPTION_STRONG, "3")
        self._title.setIndent(TITLE_INDENT)
        self._has_title = bool(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        if title:
            self._column.addSpacing(BELOW_TITLE)
        self.set_rail(rail=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[SidebarRow]) -> None:
        """Puts other rows into the place of those it had."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
        self.setVisible(bool(rows))

    def set_rail(self, *, rail: bool) -> None:
        """Shows the marks alone."""
        self._title.setVisible(self._has_title and not rail)
        self._column.setContentsMargins(0, ABOVE_TITLE if self._has_title else 0, 0, 0)
        for row in self.rows:
            row.set_rail(rail=rail)
