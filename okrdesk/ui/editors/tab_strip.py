"""A row of tabs with counts; those without room are in a menu, so that no word is ever cut."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from okrdesk.ui.editors.page import Tab
from okrdesk.ui.editors.tab_bar import CountedTabBar
from okrdesk.ui.look import Look
from okrdesk.ui.translation import number


class TabStrip(QWidget):
    """``chosen`` carries the id of the tab that is shown now."""

    chosen = Signal(str)

    def __init__(self, look: Look, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = tuple(tabs)
        self._bar = CountedTabBar(look.themes)
        for tab in self._tabs:
            self._bar.counts.append("")
            self._bar.addTab(tab.name)
        self._more = look.tool_button("ellipsis", self.tr("More tabs"), self._open_menu)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar, 1)
        row.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar.currentChanged.connect(self._tell)
        look.themes.changed.connect(self._fit)
        self.refresh()

    @property
    def current(self) -> str:
        """The id of the tab that is shown."""
        return self._tabs[self._bar.currentIndex()].id

    @property
    def names(self) -> list[str]:
        """What stands on the strip itself, with its counts."""
        shown = [place for place in range(len(self._tabs)) if self._bar.isTabVisible(place)]
        return [self._bar.accessibleTabName(place) for place in shown]

    def show_tab(self, tab: str) -> None:
        """Goes to a tab; to the first one where there is none of that name."""
        ids = [known.id for known in self._tabs]
        place = ids.index(tab) if tab in ids else 0
        self._bar.setTabVisible(place, True)
        self._bar.setCurrentIndex(place)
        self._fit()

    def refresh(self) -> None:
        """Counts anew."""
        for place, tab in enumerate(self._tabs):
            count = 0 if tab.counted is None else tab.counted()
            self._bar.counts[place] = number(count) if count else ""
            # Tells the bar that the width is another one.
            self._bar.setTabText(place, tab.name)
            name = self.tr("{tab}, {count}").format(tab=tab.name, count=count)
            self._bar.setAccessibleTabName(place, name if count else tab.name)
        self._fit()

    def menu(self) -> QMenu:
        """The tabs that have no room, to be chosen from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, tab in enumerate(self._tabs):
            if not self._bar.isTabVisible(place):
                action = menu.addAction(self._bar.accessibleTabName(place).replace("&", "&&"))
                action.triggered.connect(lambda _=False, chosen=tab.id: self._choose(chosen))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _choose(self, tab: str) -> None:
        self.show_tab(tab)
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _tell(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self._tabs[place].id)

    def _fit(self) -> None:
        """Shows from the left what has room, and always the current one."""
        current = self._bar.currentIndex()
        widths = [self._bar.tabSizeHint(place).width() for place in range(len(self._tabs))]
        room = self.width() - (0 if sum(widths) <= self.width() else self._more.sizeHint().width())
        room -= widths[current]
        full = False
        for place, width in enumerate(widths):
            if place == current:
                continue
            full = full or width > room
            room -= 0 if full else width
            self._bar.setTabVisible(place, not full)
        self._more.setVisible(full)
