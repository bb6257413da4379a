"""One initiative: done or not, what, by when, by whom, and for which key result."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout

from okrdesk.app import commands
from okrdesk.domain.entities import Initiative
from okrdesk.domain.tables import INITIATIVE, KEY_RESULT, OBJECTIVE
from okrdesk.ui.editors.dates import DayField
from okrdesk.ui.editors.fields import ChoiceField, LineField
from okrdesk.ui.editors.owner_button import OwnerButton
from okrdesk.ui.editors.row_list import ListRow
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import short_date

INDENT = 26


class InitiativeRow(ListRow):
    """``delete_wanted`` and ``step_wanted`` follow the entries of its menu."""

    delete_wanted = Signal()
    step_wanted = Signal()

    def __init__(self, tools: Tools, initiative: int, item: int) -> None:
        super().__init__(tools, initiative)
        self._item = item
        free = not self.bridge.read_only
        self.done = QCheckBox()
        self.done.setEnabled(free)
        self.done.clicked.connect(self._tick)
        self.text = LineField(self.tr("Initiative"))
        self.text.setProperty("look", "title")
        self.text.setReadOnly(not free)
        self.text.committed.connect(lambda text: self._write(text=text))
        self.due = DayField(self.tr("Due"), may_be_empty=True)
        self.due.setPlaceholderText(self.tr("Due"))
        self.due.setReadOnly(not free)
        self.due.setProperty("look", "cell")
        self.due.setFixedWidth(self.due.fontMetrics().horizontalAdvance("30 Sep 2026 ") + 18)
        self.due.chosen.connect(lambda day: self._write(due=day))
        self.owner = OwnerButton(self.tools, self.tr("Owner"))
        self.owner.chosen.connect(lambda person: self._write(owner=person))
        self.target = self._target_choice()
        self._late = self.look.label("", TextRole.SMALL, "risk")
        self._more = self.look.tool_button("ellipsis", self.tr("More"), self._open)
        self._more.setProperty("look", "small")
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.done)
        self._lay_out()

    def refresh(self) -> None:
        row = self._row()
        self.done.setChecked(row.done is not None)
        self.text.show_text(row.text)
        self.due.show_day(row.due)
        self.owner.show_owner(row.owner)
        if self.target is not None:
            self.target.show_choice(row.key_result)
        late = row.done is None and row.due is not None and row.due < self.bridge.today
        self._late.setText(self.tr("Late") if late else "")
        self._late.setVisible(late)
        self._name(row)

    def commit(self) -> None:
        self.text.commit()
        self.due.commit()

    def menu(self) -> QMenu:
        """What else can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Add a step"), self.step_wanted.emit)
        menu.addAction(self.tr("Delete"), self.delete_wanted.emit)
        return menu

    def _open(self) -> None:
        self.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _row(self) -> Initiative:
        return self.bridge.snapshot.get(INITIATIVE, self.row_id)

    def _write(self, **fields: object) -> None:
        self.bridge.attempt(commands.change_initiative, self.row_id, **fields)
        self.refresh()

    def _tick(self, on: bool) -> None:  # Qt hands it over by its place
        self.bridge.attempt(commands.tick, self.row_id, done=on)
        self.refresh()

    def _name(self, row: Initiative) -> None:
        done = "" if row.done is None else self.tr("done {day}").format(day=short_date(row.done))
        words = ", ".join(filter(None, (row.text, done)))
        self.done.setAccessibleName(words)
        self.done.setToolTip(done)

    def _target_choice(self) -> ChoiceField | None:
        """For which key result it is; only where there is a choice."""
        snapshot = self.bridge.snapshot
        if snapshot.find(OBJECTIVE, self._item) is None or self._row().parent is not None:
            return None
        choice = ChoiceField(self.tr("For"))
        choice.setEnabled(not self.bridge.read_only)
        choice.addItem(self.tr("The whole objective"), None)
        for row in snapshot.children(KEY_RESULT, "objective", self._item):
            choice.addItem(row.title, row.id)
        choice.setMinimumContentsLength(8)
        choice.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        choice.chosen.connect(self._aim)
        return choice

    def _aim(self, key_result: object) -> None:
        item = key_result if isinstance(key_result, int) else self._item
        self.bridge.attempt(commands.aim_initiative, self.row_id, item)
        self.refresh()

    def _depth(self) -> int:
        depth, row = 0, self._row()
        while row.parent is not None:
            depth, row = depth + 1, self.bridge.snapshot.get(INITIATIVE, row.parent)
        return depth

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        for part in (self.done, self.text, self._late):
            head.addWidget(part)
        head.addWidget(self._more)
        below = QHBoxLayout()
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self.owner)
        below.addWidget(self.due)
        if self.target is not None:
            below.addWidget(self.target, 1)
        else:
            below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT * self._depth(), 0, 0, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(below)
        self._more.setVisible(not self.bridge.read_only)
