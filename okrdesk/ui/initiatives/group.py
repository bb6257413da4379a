"""One group of the checklist: its heading, what is open, and what is done folded away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.domain.initiative_list import Group, Grouping
from okrdesk.domain.snapshot import Snapshot
from okrdesk.domain.tables import CYCLE, OBJECTIVE, PERSON
from okrdesk.text import Message
from okrdesk.ui.icons import LEVEL_ICONS
from okrdesk.ui.initiatives.row import ChecklistRow
from okrdesk.ui.look import ElidedButton, Look, frame
from okrdesk.ui.models.row_reader import symbol_of
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, tr


class GroupBox(QWidget):
    """``opened`` carries whether the done ones are to be seen; ``chosen`` its objective.

    ``add_wanted`` asks to write another one here.
    """

    opened = Signal(bool)
    chosen = Signal(object)
    add_wanted = Signal()

    def __init__(self, look: Look, grouping: Grouping, key: int | None) -> None:
        super().__init__()
        self._look, self._grouping, self.key = look, grouping, key
        self._icon = look.icon("user" if grouping is Grouping.OWNER else "target")
        self.title = ElidedButton("text")
        self.title.setEnabled(grouping is Grouping.OBJECTIVE)
        self.title.clicked.connect(lambda _=False: self.chosen.emit(key))
        self._count = look.label("", TextRole.SMALL, "3")
        self.add = look.tool_button("plus", tr("Add an initiative here"), self.add_wanted.emit)
        self.fold = look.button("", self._toggle, "link")
        self._open = False
        card = frame("card")
        self._rows = QVBoxLayout(card)
        self._rows.setContentsMargins(12, 8, 12, 8)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.fold)
        look.themes.changed.connect(self._restyle)
        self._restyle()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._heading())
        column.addWidget(card)

    def show_group(self, snapshot: Snapshot, group: Group, *, opened: bool, free: bool) -> None:
        """Names the group and counts; ``free``: whether something can be added."""
        self._open = opened
        self._name(snapshot, group)
        self.add.setVisible(free and self._grouping is Grouping.OBJECTIVE)
        done = Message("%n done", count=group.counts[0])
        self.fold.setText(said(done))
        self.fold.setIcon(
            self._look.icons.icon("chevron-down" if opened else "chevron-right", "accent")
        )
        state = tr("open") if opened else tr("folded away")
        self.fold.setAccessibleName(tr("{done}, {state}").format(done=said(done), state=state))
        self.fold.setVisible(group.counts[0] > 0)

    def show_rows(self, before: list[ChecklistRow], behind: list[ChecklistRow]) -> None:
        """Puts the rows of what is open before the fold, and of what is done behind it."""
        wanted: list[QWidget] = [*before, self.fold, *behind]
        for place, row in enumerate(wanted):
            if self._rows.indexOf(row) != place:
                self._rows.insertWidget(place, row)

    def _name(self, snapshot: Snapshot, group: Group) -> None:
        done, every = group.counts
        words = Message("%n of {all} done", {"all": every}, count=done)
        self._count.setText(said(words))
        if self._grouping is Grouping.OWNER:
            person = snapshot.find(PERSON, group.key)
            self.title.show_text(tr("No owner") if person is None else person.name)
        elif group.key is not None:
            row = snapshot.get(OBJECTIVE, group.key)
            self._icon.show_icon(LEVEL_ICONS[symbol_of(row, snapshot.find(CYCLE, row.cycle))])
            self.title.show_text(row.title)

    def _restyle(self) -> None:
        self.title.setFont(self._look.themes.theme.font(TextRole.STRONG))

    def _toggle(self) -> None:
        self.opened.emit(not self._open)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        row.addStrut(self._look.themes.theme.length(26))
        for part in (self._icon, self.title, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.add)
        return row
