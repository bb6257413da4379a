"""An open plan: sidebar, the page with its tree, inspector, and a banner for lasting states."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.domain.saved_views import MINE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.inspector import Inspector
from okrdesk.ui.look import Look
from okrdesk.ui.narrowing import Narrowing
from okrdesk.ui.narrowing_strip import NarrowingStrip
from okrdesk.ui.page import Entry, Page
from okrdesk.ui.page_stack import PageStack
from okrdesk.ui.pages.plan import PlanPage
from okrdesk.ui.regions import Regions
from okrdesk.ui.scope import Scope
from okrdesk.ui.sidebar import Sidebar
from okrdesk.ui.widgets.banner import Banner


class PlanView(QWidget):
    """The three regions, side by side.

    ``leaving`` comes before a jump to another item or filter, ``page_wanted`` carries the id of a
    page that was chosen in the sidebar, ``me_wanted`` asks who is at the keyboard.
    ``chosen_on_page`` follows what is chosen on another page than the tree.
    """

    leaving = Signal()
    page_wanted = Signal(str)
    me_wanted = Signal()
    chosen_on_page = Signal()

    def __init__(
        self,
        bridge: Bridge,
        look: Look,
        entries: Sequence[Entry],
        make: Callable[[str], Page],
        me: Callable[[], int | None],
        *,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        """``left_out``: pages that do not stand in the sidebar."""
        super().__init__()
        self._bridge = bridge
        self.banner = Banner(look.themes, look.icons)
        self.scope = Scope(bridge, self)
        self.narrowing = Narrowing(bridge, me, self)
        self.page = PlanPage(bridge, look, self.scope, self.narrowing)
        self.pages = PageStack(make)
        self.entries = {entry.id: entry for entry in entries}
        self.strip = NarrowingStrip(look, self.narrowing)
        listed = [entry for entry in entries if entry.id not in left_out]
        self.sidebar = Sidebar(look, listed, self.narrowing)
        self.inspector = Inspector(bridge, look)
        self.main = self._main()
        self.regions = Regions(self.sidebar, self.main, self.inspector, look.themes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.regions)
        self.regions.narrowed.connect(lambda rail: self.sidebar.set_rail(rail=rail))
        self.sidebar.page_wanted.connect(self.page_wanted)
        self.sidebar.narrowed.connect(self.narrow)
        self.narrowing.changed.connect(self._show_narrowing)
        self.page.selected.connect(self.inspector.show_item)
        self.page.value_wanted.connect(self._edit_value)
        self.inspector.tools.chosen.connect(self.go_to)
        self.inspector.tools.key_result_wanted.connect(lambda _objective: self.regions.uncover())
        self.inspector.tools.key_result_wanted.connect(self.page.draft_key_result)
        self.inspector.tools.menu_wanted.connect(self.page.menu_wanted)
        self.inspector.tools.finished.connect(self.page.focus_tree)
        self.refresh()
        self.page.tree.setCurrentIndex(self.page.model.index(0, 0))

    def show_page(self, page_id: str) -> Page:
        """Shows a page, with the inspector where it belongs to it."""
        page = self.pages.show_page(page_id)
        self.regions.set_inspecting(inspecting=self.entries[page_id].inspector)
        self.sidebar.show_page(page_id)
        return page

    def focus_page(self) -> None:
        """Puts the focus where work goes on."""
        if self.pages.page is not None:
            self.pages.page.focus()

    def go_to(self, item: int) -> None:
        """Jumps to an item of the tree, from whatever page."""
        self.leaving.emit()
        self.show_page(next(iter(self.entries)))
        self.page.select(item)

    def narrow(self, choice: str) -> None:
        """Narrows the pages to a saved view or a team, or to all again where it was chosen."""
        if choice == MINE.id and self.narrowing.me() is None:
            self.me_wanted.emit()
            return
        self.leaving.emit()
        self.narrowing.toggle(choice)

    def refresh(self) -> None:
        """Brings sidebar and inspector in line with the plan; the tree follows by itself."""
        self.narrowing.follow()
        self.sidebar.show_plan(self._bridge, self.scope.cycle_id, self.narrowing.me())
        self.strip.show_choice()
        self.pages.refresh()
        self.inspector.refresh()

    def commit(self) -> None:
        """Writes everything that is being typed."""
        self.pages.commit()
        self.inspector.commit()

    def show_sidebar(self, shown: bool) -> None:
        """Shows or hides the sidebar, whatever the width of the window."""
        self.regions.show_sidebar(shown=shown)

    def show_inspector(self, shown: bool) -> None:
        """Shows or hides the inspector, whatever the width of the window."""
        self.regions.show_inspector(shown=shown)

    @property
    def sidebar_shown(self) -> bool:
        """Whether the sidebar is to be seen."""
        return self.regions.sidebar_shown

    @property
    def inspector_shown(self) -> bool:
        """Whether the inspector is to be seen."""
        return self.regions.inspector_shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows everything again where nothing on the page has another use for it."""
        if event.key() == Qt.Key.Key_Escape and self.narrowing.choice:
            self.leaving.emit()
            self.narrowing.choose("")
        else:
            super().keyPressEvent(event)

    def restore(self, opened: list[int], current: int | None, sizes: list[int]) -> None:
        """Opens branches, selects an item and sets the widths of last time."""
        self.page.tree.open_branches(opened)
        if current is not None and self.page.model.shows(current):
            self.page.select(current)
        self.regions.set_sizes(sizes)

    def _main(self) -> QWidget:
        """The page that is seen, below a banner for lasting states."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.strip)
        column.addWidget(self.pages, 1)
        return box

    def _show_narrowing(self) -> None:
        self.sidebar.show_choice()
        self.strip.show_choice()

    def _edit_value(self, item: int) -> None:
        self.inspector.show_item(item)
        self.show_inspector(shown=True)
        self.inspector.focus_value()
