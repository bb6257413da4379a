"""The top of the inspector: where the item stands, its title, owner and status."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.ui.editors.owner_button import OwnerButton
from okrdesk.ui.editors.spread import Spread
from okrdesk.ui.editors.title import TitleField
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import ElidedButton
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.chip_button import ChipButton


class Heading(QWidget):
    """Place, title, owner and status of an item, and what is done most often with it.

    ``renamed`` carries a new title, ``owner_chosen`` a person, a new name or None.
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
        self.owner = OwnerButton(tools, self.tr("Owner"))
        self.owner.chosen.connect(self.owner_chosen)
        self.status = ChipButton(look.themes)
        self.status.setEnabled(not read_only)
        self.status.clicked.connect(lambda: tools.status_wanted.emit(item))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._path_row())
        column.addWidget(self.title)
        column.addWidget(self._owner_row())

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

    def _path_row(self) -> Spread:
        return Spread(
            _in_a_row(self._icon, self._place),
            _in_a_row(self._link_icon, self._supports, self._parent_link),
        )

    def _owner_row(self) -> Spread:
        if not self._tools.bridge.read_only:
            self._more = self._tools.look.tool_button("ellipsis", self.tr("More"), self._menu)
            self._buttons.addWidget(self._more)
        right = QWidget()
        right.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        return Spread(_in_a_row(self.owner, self.status), right)

    def _menu(self) -> None:
        self._tools.menu_wanted.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _in_a_row(*parts: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for part in parts:
        row.addWidget(part)
    return box
