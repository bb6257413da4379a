"""The top of the inspector: where the item stands, its title, owner and status."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.tables import PERSON
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.editors.title import TitleField
from okrdesk.ui.look import ElidedButton, Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.status_button import StatusButton


class Heading(QWidget):
    """Place, title, owner and status.

    ``renamed`` carries a new title, ``owner_chosen`` a person or None, ``parent_chosen`` the item
    that this one stands under; ``status_wanted`` follows a click on the status.
    """

    renamed = Signal(str)
    status_wanted = Signal()
    owner_chosen = Signal(object)
    parent_chosen = Signal(object)

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge, self._parent = bridge, 0
        self._icon = look.icon("target")
        self._place = look.label("", TextRole.SMALL, "2")
        self._supports = look.label("", TextRole.SMALL, "3")
        self._parent_link = ElidedButton("link")
        self._parent_link.clicked.connect(lambda: self.parent_chosen.emit(self._parent))
        self.title = TitleField(look, self.tr("Title"))
        self.title.setReadOnly(bridge.read_only)
        self.title.committed.connect(self.renamed)
        self._owner = ChoiceField(self.tr("Owner"))
        self._owner.setEnabled(not bridge.read_only)
        self._owner.chosen.connect(self.owner_chosen)
        self.status = StatusButton(look.themes)
        self.status.setEnabled(not bridge.read_only)
        self.status.clicked.connect(self.status_wanted)
        self.buttons = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._path_row())
        column.addWidget(self.title)
        column.addLayout(self._owner_row())

    def show_path(self, icon: str, place: str, words: str, parent: tuple[int, str] | None) -> None:
        """Level and cycle at the left; at the right what it supports or belongs to."""
        self._icon.show_icon(icon)
        self._place.setText(place)
        self._supports.setText(words)
        self._parent_link.setVisible(parent is not None)
        if parent is not None:
            self._parent, name = parent
            self._parent_link.show_text(name)

    def show_item(self, title: str, owner: int | None, status: str | None, *, stale: bool) -> None:
        """Shows title, owner and status."""
        self.title.show_text(title)
        self._fill_people(owner)
        self.status.set_status(status, stale=stale)

    def _path_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._supports)
        row.addWidget(self._parent_link)
        return row

    def _owner_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._owner)
        row.addWidget(self.status)
        row.addStretch()
        row.addLayout(self.buttons)
        return row

    def _fill_people(self, owner: int | None) -> None:
        people = [
            person
            for person in self._bridge.snapshot.sorted_rows(PERSON)
            if person.active or person.id == owner
        ]
        names = [(self.tr("No owner"), None), *((person.name, person.id) for person in people)]
        shown = [
            (self._owner.itemText(i), self._owner.itemData(i)) for i in range(self._owner.count())
        ]
        if names != shown:
            self._owner.clear()
            for name, person_id in names:
                self._owner.addItem(name, person_id)
        self._owner.setCurrentIndex(next(i for i, (_, p) in enumerate(names) if p == owner))
        self._owner.setVisible(bool(people))
