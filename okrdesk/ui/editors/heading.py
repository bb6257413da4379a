"""The top of the inspector: where the item stands, its title, owner and status."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.ui.editors.owner_button import OwnerButton
from okrdesk.ui.editors.title import TitleField
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.status_button import StatusButton


class Heading(QWidget):
    """Place, title, owner and status of an item, and what is done most often with it.

    ``renamed`` carries a new title, ``owner_chosen`` a person or None.
    """

    renamed = Signal(str)
    owner_chosen = Signal(object)

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__()
        self._tools, self._item, self._parent = tools, item, 0
        look, read_only = tools.look, tools.bridge.read_only
        self._icon = look.icon("target")
        self._place = look.label("", TextRole.SMALL, "2")
        self._link_icon = look.icon("link", 14, "text-3")
        self._supports = look.label("", TextRole.SMALL, "3")
        self._parent_link = ElidedButton("link-small")
        self._parent_link.clicked.connect(lambda: tools.chosen.emit(self._parent))
        self.title = TitleField(look, self.tr("Title"))
        self.title.setReadOnly(read_only)
        self.title.committed.connect(self.renamed)
        self.owner = OwnerButton(tools.bridge, look)
        self.owner.chosen.connect(self.owner_chosen)
        self.status = StatusButton(look.themes)
        self.status.setEnabled(not read_only)
        self.status.clicked.connect(lambda: tools.status_wanted.emit(item))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._path_row())
        column.addWidget(self.title)
        column.addLayout(self._owner_row())

    def add_check_in(self, ask: Callable[[], object]) -> None:
        """Offers a check-in."""
        button = self._tools.look.button(self.tr("Check in"), ask, "", "circle-check")
        self._buttons.insertWidget(0, button)

    def show_path(self, icon: str, place: str, words: str, parent: tuple[int, str] | None) -> None:
        """Level and cycle at the left; at the right what it supports or belongs to."""
        self._icon.show_icon(icon)
        self._place.setText(place)
        self._supports.setText(words)
        for part in (self._link_icon, self._parent_link):
            part.setVisible(parent is not None)
        if parent is not None:
            self._parent, name = parent
            self._parent_link.show_text(name)

    def show_item(self, title: str, owner: int | None, status: str | None, *, stale: bool) -> None:
        """Shows title, owner and status."""
        self.title.show_text(title)
        self.owner.show_owner(owner)
        self.status.set_status(status, stale=stale)

    def _path_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._link_icon)
        row.addWidget(self._supports)
        row.addWidget(self._parent_link)
        row.setSpacing(5)
        return row

    def _owner_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.owner)
        row.addWidget(self.status)
        row.addStretch()
        row.addLayout(self._buttons)
        if not self._tools.bridge.read_only:
            self._more = self._tools.look.tool_button("ellipsis", self.tr("More"), self._menu)
            self._buttons.addWidget(self._more)
        return row

    def _menu(self) -> None:
        self._tools.menu_wanted.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))
