"""An open plan: sidebar, the page with its tree, inspector, and a banner for lasting states."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.inspector import Inspector
from okrdesk.ui.look import Look, repolished
from okrdesk.ui.pages.plan import PlanPage
from okrdesk.ui.scope import Scope
from okrdesk.ui.sidebar import WIDTH as SIDEBAR_WIDTH
from okrdesk.ui.sidebar import Sidebar
from okrdesk.ui.widgets.banner import Banner

INSPECTOR_WIDTH = 448
INSPECTOR_FROM = 1180
"""Windows narrower than this show the inspector only when asked."""
SIDEBAR_FROM = 1100


class PlanView(QWidget):
    """The three regions, side by side."""

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self.banner = Banner(look.themes, look.icons)
        self.scope = Scope(bridge, self)
        self.page = PlanPage(bridge, look, self.scope)
        self.sidebar = Sidebar(look)
        self.inspector = Inspector(bridge, look)
        self._wanted = {"sidebar": True, "inspector": True}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for region, stretch in ((self.sidebar, 0), (self.page, 1), (self.inspector, 0)):
            self._splitter.addWidget(region)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes([SIDEBAR_WIDTH, 780, INSPECTOR_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._splitter, 1)
        self.page.selected.connect(self.inspector.show_item)
        self.page.value_wanted.connect(self._edit_value)
        self.inspector.chosen.connect(self.page.select)
        self.inspector.key_result_wanted.connect(self.page.draft_key_result)
        self.inspector.status_wanted.connect(self._choose_status)
        self.inspector.finished.connect(self.page.focus_tree)
        self.refresh()
        self.page.tree.setCurrentIndex(self.page.model.index(0, 0))

    def refresh(self) -> None:
        """Brings sidebar and inspector in line with the plan; the tree follows by itself."""
        snapshot, scores = self._bridge.snapshot, self._bridge.scores
        self.sidebar.show_plan(snapshot, scores, self.scope.cycle_id)
        self.inspector.refresh()

    def commit(self) -> None:
        """Writes everything that is being typed."""
        self.page.commit()
        self.inspector.commit()

    @property
    def sidebar_shown(self) -> bool:
        """Whether the sidebar is to be seen."""
        return not self.sidebar.isHidden()

    @property
    def inspector_shown(self) -> bool:
        """Whether the inspector is to be seen."""
        return not self.inspector.isHidden()

    def show_sidebar(self, shown: bool) -> None:
        """Shows or hides the sidebar, whatever the width of the window."""
        self._wanted["sidebar"] = shown
        self.sidebar.setVisible(shown)

    def show_inspector(self, shown: bool) -> None:
        """Shows or hides the inspector, whatever the width of the window."""
        self._wanted["inspector"] = shown
        self.inspector.setVisible(shown)
        self._place_inspector()

    def sizes(self) -> list[int]:
        """The widths of the three regions."""
        return self._splitter.sizes()

    def restore(self, opened: list[int], current: int | None, sizes: list[int]) -> None:
        """Opens branches, selects an item and sets the widths of last time."""
        self.page.tree.open_branches(opened)
        if current is not None and self.page.model.shows(current):
            self.page.select(current)
        if len(sizes) == self._splitter.count():
            self._splitter.setSizes(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives a narrow window to the tree: the sidebar leaves, the inspector slides over it."""
        super().resizeEvent(event)
        old, new = event.oldSize().width(), event.size().width()
        if old < 0 or (old < SIDEBAR_FROM) != (new < SIDEBAR_FROM):
            self.sidebar.setVisible(self._wanted["sidebar"] and new >= SIDEBAR_FROM)
        if old < 0 or (old < INSPECTOR_FROM) != (new < INSPECTOR_FROM):
            self._dock_inspector(over=new < INSPECTOR_FROM)
        self._place_inspector()

    def _dock_inspector(self, *, over: bool) -> None:
        """Beside the tree, or over it and then hidden until it is asked for."""
        if over:
            self.inspector.setParent(self)
        else:
            self._splitter.addWidget(self.inspector)
        self.inspector.setProperty("over", over)
        repolished(self.inspector)
        self.inspector.setVisible(self._wanted["inspector"] and not over)

    def _place_inspector(self) -> None:
        if self.inspector.parentWidget() is self:
            place = self._splitter.geometry()
            place.setLeft(place.right() - INSPECTOR_WIDTH + 1)
            self.inspector.setGeometry(place)
            self.inspector.raise_()

    def _choose_status(self, item: int) -> None:
        from okrdesk.ui.dialogs.own_status import OwnStatusDialog

        OwnStatusDialog(self._bridge, self._look, item, self).open()

    def _edit_value(self, item: int) -> None:
        self.inspector.show_item(item)
        self.show_inspector(shown=True)
        self.inspector.focus_value()
