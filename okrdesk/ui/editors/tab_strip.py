"""A row of tabs with counts; those without room are in a menu, so that no word is ever cut."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from okrdesk.ui.editors.page import Tab
from okrdesk.ui.editors.tab_bar import CountedTabBar, Label
from okrdesk.ui.look import Look
from okrdesk.ui.translation import number


class TabStrip(QWidget):
    """``chosen`` carries the id of the tab that is shown now."""

    chosen = Signal(str)

    def __init__(self, look: Look, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = {tab.id: tab for tab in tabs}
        self.current = next(iter(self._tabs))
        """The id of the tab that is shown."""
        self._bar = CountedTabBar(look.themes)
        self._more = look.tool_button("ellipsis", self.tr("More tabs"), self._open_menu)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar, 1)
        row.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar.chosen.connect(self._follow)
        look.themes.changed.connect(self._fit)
        self.refresh()

    @property
    def names(self) -> list[str]:
        """What stands on the strip itself, with its counts."""
        return [label.sentence for label in self._bar.labels]

    def show_tab(self, tab: str) -> None:
        """Goes to a tab; to the first one where there is none of that name."""
        wanted = tab if tab in self._tabs else next(iter(self._tabs))
        changed, self.current = wanted != self.current, wanted
        self._fit()
        if changed:
            self.chosen.emit(wanted)

    def refresh(self) -> None:
        """Counts anew."""
        self._labels = [self._label(tab) for tab in self._tabs.values()]
        self._fit()

    def menu(self) -> QMenu:
        """The tabs that have no room, to be chosen from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self._labels:
            if label not in self._bar.labels:
                action = menu.addAction(label.sentence.replace("&", "&&"))
                action.triggered.connect(lambda _=False, chosen=label.id: self._choose(chosen))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _label(self, tab: Tab) -> Label:
        count = 0 if tab.counted is None else tab.counted()
        said = self.tr("{tab}, {count}").format(tab=tab.name, count=number(count))
        return Label(tab.id, tab.name, number(count) if count else "", said if count else tab.name)

    def _choose(self, tab: str) -> None:
        self.show_tab(tab)
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _follow(self, tab: str) -> None:
        self.current = tab
        self.chosen.emit(tab)

    def _fit(self) -> None:
        """Shows from the left what has room, and always the current one."""
        widths = {label.id: self._bar.width_of(label) for label in self._labels}
        full = sum(widths.values()) > self.width()
        room = self.width() - widths[self.current]
        room -= self._more.sizeHint().width() if full else 0
        shown = []
        for label in self._labels:
            if label.id == self.current:
                shown.append(label)
            elif widths[label.id] <= room:
                shown.append(label)
                room -= widths[label.id]
            else:
                room = 0
        self._bar.show_labels(shown, self.current)
        self._more.setVisible(full)
