"""Sidebar, main area and inspector side by side, and what becomes of them in a narrow window."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from okrdesk.ui.look import repolished

SIDEBAR_WIDTH, INSPECTOR_WIDTH = 212, 448
INSPECTOR_FROM = 1180
"""Windows narrower than this show the inspector only when asked."""
SIDEBAR_FROM = 1100


class Wanted(NamedTuple):
    """What a person asked for, and whether the page has anything to inspect."""

    sidebar: bool = True
    inspector: bool = True
    inspecting: bool = True


class Regions(QWidget):
    """A splitter whose third region slides over the second where there is little room."""

    def __init__(self, sidebar: QWidget, main: QWidget, inspector: QWidget) -> None:
        super().__init__()
        self._sidebar, self._inspector = sidebar, inspector
        self._wanted = Wanted()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for region, stretch in ((sidebar, 0), (main, 1), (inspector, 0)):
            self._splitter.addWidget(region)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes([SIDEBAR_WIDTH, 780, INSPECTOR_WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    @property
    def sidebar_shown(self) -> bool:
        """Whether the sidebar is to be seen."""
        return not self._sidebar.isHidden()

    @property
    def inspector_shown(self) -> bool:
        """Whether the inspector is to be seen."""
        return not self._inspector.isHidden()

    @property
    def inspecting(self) -> bool:
        """Whether the page has an inspector beside it."""
        return self._wanted.inspecting

    def show_sidebar(self, *, shown: bool) -> None:
        """Shows or hides the sidebar, whatever the width of the window."""
        self._wanted = self._wanted._replace(sidebar=shown)
        self._sidebar.setVisible(shown)

    def show_inspector(self, *, shown: bool) -> None:
        """Shows or hides the inspector, whatever the width of the window."""
        self._wanted = self._wanted._replace(inspector=shown)
        self._inspector.setVisible(shown and self.inspecting)
        self._place_inspector()

    def set_inspecting(self, *, inspecting: bool) -> None:
        """Says whether the page has anything to inspect; without, the inspector makes room."""
        if inspecting != self.inspecting:
            self._wanted = self._wanted._replace(inspecting=inspecting)
            shown = inspecting and self._wanted.inspector and not self._is_over
            self._inspector.setVisible(shown)

    def sizes(self) -> list[int]:
        """The widths of the regions."""
        return self._splitter.sizes()

    def set_sizes(self, sizes: list[int]) -> None:
        """Gives the regions the widths of last time."""
        if len(sizes) == self._splitter.count():
            self._splitter.setSizes(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives a narrow window to the page: the sidebar leaves, the inspector slides over it."""
        super().resizeEvent(event)
        old, new = event.oldSize().width(), event.size().width()
        if old < 0 or (old < SIDEBAR_FROM) != (new < SIDEBAR_FROM):
            self._sidebar.setVisible(self._wanted.sidebar and new >= SIDEBAR_FROM)
        if old < 0 or (old < INSPECTOR_FROM) != (new < INSPECTOR_FROM):
            self._dock_inspector(over=new < INSPECTOR_FROM)
        self._place_inspector()

    @property
    def _is_over(self) -> bool:
        return self._inspector.parentWidget() is self

    def _dock_inspector(self, *, over: bool) -> None:
        """Beside the page, or over it and then hidden until it is asked for."""
        if over:
            self._inspector.setParent(self)
        else:
            self._splitter.addWidget(self._inspector)
        self._inspector.setProperty("over", over)
        repolished(self._inspector)
        self._inspector.setVisible(self._wanted.inspector and self.inspecting and not over)

    def _place_inspector(self) -> None:
        if self._is_over:
            place = self._splitter.geometry()
            place.setLeft(place.right() - INSPECTOR_WIDTH + 1)
            self._inspector.setGeometry(place)
            self._inspector.raise_()
