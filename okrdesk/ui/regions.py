"""Sidebar, main area and inspector side by side, and what becomes of them in a narrow window."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from okrdesk.ui.look import repolished
from okrdesk.ui.slide_over import SlideOver
from okrdesk.ui.theme import ThemeController

SIDEBAR_WIDTH, INSPECTOR_WIDTH = 212, 448
INSPECTOR_FROM = 1180
"""Windows narrower than this show the inspector only when asked."""
SIDEBAR_FROM = 1100
MAIN_NARROWEST = INSPECTOR_FROM - SIDEBAR_WIDTH - INSPECTOR_WIDTH - 2
"""What is left for the page between sidebar and inspector; it has to do with that."""


class Wanted(NamedTuple):
    """What a person asked for, and whether the page has anything to inspect."""

    sidebar: bool = True
    inspector: bool = True
    inspecting: bool = True


class Regions(QWidget):
    """A splitter whose third region slides over the second where there is little room.

    ``narrowed`` tells whether the first is to shrink to a rail.
    """

    narrowed = Signal(bool)

    def __init__(
        self, sidebar: QWidget, main: QWidget, inspector: QWidget, themes: ThemeController
    ) -> None:
        """Widths are those of the design, and grow with the text of ``themes``."""
        super().__init__()
        self._themes, self._percent = themes, themes.text_percent
        self._slide = SlideOver(
            inspector, lambda: self._length(INSPECTOR_WIDTH), lambda: themes.theme.moves
        )
        self._sidebar, self._inspector = sidebar, inspector
        self.wanted = Wanted()
        """What a person asked for, whatever there is room for."""
        self._is_rail = False
        self._is_docked: bool | None = None
        """Whether the inspector is beside the page; None before there is a width."""
        self._widths = [self._length(SIDEBAR_WIDTH), 0, self._length(INSPECTOR_WIDTH)]
        """Of sidebar and inspector in a wide window; the page takes the rest."""
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        main.setMinimumWidth(MAIN_NARROWEST)
        for region, stretch in ((sidebar, 0), (main, 1), (inspector, 0)):
            self._splitter.addWidget(region)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.splitterMoved.connect(self._note_widths)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        themes.changed.connect(self._grow)

    @property
    def sidebar_shown(self) -> bool:
        """Whether the sidebar is to be seen."""
        return not self._sidebar.isHidden()

    @property
    def inspector_shown(self) -> bool:
        """Whether the inspector is to be seen."""
        return self._slide.shown

    @property
    def inspecting(self) -> bool:
        """Whether the page has an inspector beside it."""
        return self.wanted.inspecting

    def show_sidebar(self, *, shown: bool) -> None:
        """Shows or hides the sidebar, whatever the width of the window."""
        self.wanted = self.wanted._replace(sidebar=shown)
        self._sidebar.setVisible(shown)

    def show_inspector(self, *, shown: bool) -> None:
        """Shows or hides the inspector, whatever the width of the window."""
        self.wanted = self.wanted._replace(inspector=shown)
        self._show_inspector(shown=shown and self.inspecting)

    def uncover(self) -> None:
        """Puts the inspector away where it lies over the page."""
        if self._is_over:
            self._show_inspector(shown=False)

    def set_inspecting(self, *, inspecting: bool) -> None:
        """Says whether the page has anything to inspect; without, the inspector makes room."""
        if inspecting != self.inspecting:
            self.wanted = self.wanted._replace(inspecting=inspecting)
            shown = inspecting and self.wanted.inspector and not self._is_over
            self._show_inspector(shown=shown)

    def sizes(self) -> list[int]:
        """The widths of the regions in a wide window."""
        return list(self._widths)

    def set_sizes(self, sizes: list[int]) -> None:
        """Gives the regions the widths of last time."""
        if len(sizes) == len(self._widths) and min(sizes[0], sizes[2]) > 0:
            self._widths = list(sizes)
            self._apply_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives a narrow window to the page: the sidebar shrinks, the inspector slides over it."""
        super().resizeEvent(event)
        self._adapt()

    def _length(self, design: int) -> int:
        return round(design * self._themes.text_percent / 100)

    def _grow(self) -> None:
        """Gives larger text wider regions."""
        before, self._percent = self._percent, self._themes.text_percent
        if before != self._percent:
            self._widths = [round(width * self._percent / before) for width in self._widths]
        if before != self._percent and self._is_docked is not None:
            self._adapt()
            self.narrowed.emit(self._is_rail)
            self._apply_widths()

    def _adapt(self) -> None:
        """Follows the room that there is at the text size in use."""
        width = self.width()
        rail, docked = (width < self._length(SIDEBAR_FROM), width >= self._length(INSPECTOR_FROM))
        first = self._is_docked is None
        turned = rail is not self._is_rail or docked is not self._is_docked
        if turned:
            self._is_rail = rail
            self.narrowed.emit(rail)
        if first or docked is not self._is_docked:
            self._is_docked = docked
            self._dock_inspector(over=not docked)
        if turned:
            self._apply_widths()
        self._place_inspector()

    def _note_widths(self) -> None:
        """Remembers what a person made of the splitter, as far as it is a wide window's."""
        now = self._splitter.sizes()
        if not self._is_rail and self.sidebar_shown:
            self._widths[0] = now[0]
        if len(now) == len(self._widths) and self.inspector_shown:
            self._widths[2] = now[2]

    def _apply_widths(self) -> None:
        left, _, right = self._widths
        self._splitter.refresh()
        if self._is_rail:
            left = self._sidebar.maximumWidth()
        self._splitter.setSizes([left, max(self.width() - left - right - 2, 1), right])

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
        self._inspector.setVisible(self.wanted.inspector and self.inspecting and not over)

    def _show_inspector(self, *, shown: bool) -> None:
        if self._is_over:
            self._slide.set_shown(shown=shown)
        else:
            self._inspector.setVisible(shown)

    def _place_inspector(self) -> None:
        if self._is_over:
            self._slide.place()
