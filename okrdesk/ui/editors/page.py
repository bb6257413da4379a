"""One tab of the inspector: what it holds, and how it is named and counted."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.ui.editors.tools import Tools


class Page(QWidget):
    """The content of one tab for one item; built when it is first shown."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__()
        self.tools, self.item = tools, item
        self.bridge, self.look = tools.bridge, tools.look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def refresh(self) -> None:
        """Shows the item as it stands now."""

    def commit(self) -> None:
        """Writes what is being typed."""

    def focus_first(self) -> None:
        """Puts the focus where work on this page begins."""
        self.focusNextChild()


class Tab(NamedTuple):
    """A tab as it is offered; ``counted`` stands behind its name."""

    id: str
    name: str
    make: Callable[[Tools, int], Page]
    counted: Callable[[], int] | None = None
