"""What the editors of all items share: a head that stays, tabs, and the page that is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from okrdesk.ui.editors.page import Page, Tab
from okrdesk.ui.editors.percent import PercentButton
from okrdesk.ui.editors.tab_strip import TabStrip
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.widgets.scrolled import scrolled

MARGIN = 16


class ItemEditor(QWidget):
    """One item; a subclass says what its head is and which tabs it has."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__()
        self.tools, self.item = tools, item
        self.bridge, self.look = tools.bridge, tools.look
        self._pages: dict[str, Page] = {}
        self._tabs: dict[str, Tab] = {}
        self._head = QVBoxLayout()
        self._head.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, 0)
        self._head.setSpacing(8)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._area(), 1)

    def offer(self, head: Sequence[QWidget], tabs: Sequence[Tab], first: str) -> None:
        """Puts head and tabs in place and goes to a tab."""
        self._tabs = {tab.id: tab for tab in tabs}
        self.strip = TabStrip(self.look, tabs)
        for widget in (*head, self.strip):
            self._head.addWidget(widget)
        self.strip.show_tab(first)
        self.strip.chosen.connect(self._show_page)
        self.refresh_head()
        self._show_page(self.strip.current)

    def refresh_head(self) -> None:
        """Shows in the head how the item stands now."""

    def refresh(self) -> None:
        """Shows the item as it stands now; a page out of sight follows when it is shown."""
        self.refresh_head()
        self.strip.refresh()
        self.page(self.strip.current).refresh()

    def commit(self) -> None:
        """Writes what is being typed."""
        for page in list(self._pages.values()):
            page.commit()

    def percent(self) -> PercentButton | None:
        """The large percent, where the item has one."""
        return None

    def focus_value(self) -> None:
        """Puts the focus where a person most often works."""

    def page(self, tab: str) -> Page:
        """The page of a tab, made when it is first asked for."""
        if tab not in self._pages:
            page = self._pages[tab] = self._tabs[tab].make(self.tools, self.item)
            # Without a parent it would be shown as a window.
            self._inner.insertWidget(0, page)
            page.setVisible(tab == self.strip.current)
        return self._pages[tab]

    def show_tab(self, tab: str) -> None:
        """Goes to a tab."""
        self.strip.show_tab(tab)

    def _show_page(self, tab: str) -> None:
        shown = self.page(tab)
        for page in self._pages.values():
            page.setVisible(page is shown)
        shown.refresh()
        self.area.verticalScrollBar().setValue(0)

    def _area(self) -> QScrollArea:
        inner = QWidget()
        inner.setLayout(self._inner)
        self._inner.addStretch(1)
        self.area = scrolled(inner)
        return self.area
