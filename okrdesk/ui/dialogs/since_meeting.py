"""What changed since the last meeting, item by item, with who and when."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from PySide6.QtWidgets import QTreeWidgetItem as Row

from okrdesk.app.past_days import past_days
from okrdesk.app.since_meeting import (
    Changed,
    Mark,
    as_text,
    changes_between,
    end_of_day,
    meetings,
    usual_start,
)
from okrdesk.domain.errors import UserError
from okrdesk.domain.tree import row_of
from okrdesk.text import Message
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.clipboard import clipboard
from okrdesk.ui.editors.dates import read_day
from okrdesk.ui.editors.fields import ChoiceField
from okrdesk.ui.editors.notes_page import local_moment
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date
from okrdesk.ui.widgets.plain_list import PlainList

SIZE, NARROWEST = (820, 560), (560, 320)
_ITEM = Qt.ItemDataRole.UserRole


class SinceMeetingDialog(QDialog):
    """Enter on a line goes to its item. ``chosen`` carries the item, ``noted`` what was done."""

    chosen = Signal(object)
    noted = Signal(str)

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Since the last meeting"))
        self.setMinimumSize(*NARROWEST)
        self.resize(*SIZE)
        self._bridge, self._look = bridge, look
        self._found: list[Changed] = []
        self.since = self._field(self.tr("From"))
        self.until = self._field(self.tr("To"))
        self.counted = look.wrapped("", tone="2")
        name = self.tr("What changed")
        self.list = PlainList(look.themes, name, (name, self.tr("Who"), self.tr("When")), wide=0)
        self.list.itemActivated.connect(self._go)
        self._copy = look.button(self.tr("&Copy as text"), self.copy, "")
        self._build()
        self._fill()
        self.since.setFocus()

    def refresh(self) -> None:
        """Reads the journal between the two places, and lists what differs."""
        workspace = self._bridge.workspace
        try:
            since = self._mark(self.since) or usual_start(workspace)
            found = changes_between(workspace, since, self._mark(self.until))
        except UserError as error:
            self._say(said(error.message), [])
            return
        nothing = self.tr("Nothing has changed between the two.")
        counted = Message("%n item(s) (has|have) changed.", {}, len(found))
        self._say(said(counted) if found else nothing, found)

    def copy(self) -> None:
        """Puts all of it on the clipboard as plain text."""
        clipboard().setText(as_text(self._found, said, local_moment))
        self.noted.emit(said(Message("%n item(s) copied as text", {}, len(self._found))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field lists; it does not close."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not (enter and (self.since.hasFocus() or self.until.hasFocus())):
            super().keyPressEvent(event)

    def _field(self, name: str) -> ChoiceField:
        field = ChoiceField(name)
        field.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        line = QLineEdit()
        line.setAccessibleName(name)
        line.editingFinished.connect(self.refresh)
        field.setLineEdit(line)
        field.chosen.connect(self.refresh)
        return field

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for column, (name, field) in enumerate(
            ((self.tr("&From"), self.since), (self.tr("&To"), self.until))
        ):
            label = self._look.label(name, TextRole.SMALL, "2")
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(20, 18, 20, 16)
        column_of_all.setSpacing(10)
        column_of_all.addLayout(grid)
        help_words = self.tr("Choose a meeting, or type a day.")
        column_of_all.addWidget(self._look.wrapped(help_words, TextRole.SMALL, "3"))
        column_of_all.addWidget(self.counted)
        column_of_all.addWidget(self.list, 1)
        column_of_all.addWidget(self._buttons())
        head = self.list.header()
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        box.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        return box

    def _fill(self) -> None:
        """Offers the meetings and the days that are often wanted."""
        workspace = self._bridge.workspace
        held, start = meetings(workspace.snapshot), usual_start(workspace)
        days = past_days(workspace.snapshot, workspace.today)
        marks = [
            *held,
            *(
                Mark(said(each.words), each.day, workspace.journal.until(each.day))
                for each in days
                if each.day not in {mark.day for mark in held}
            ),
        ]
        self.until.addItem(self.tr("Now"), None)
        for mark in marks:
            text = f"{mark.name} · {short_date(mark.day, year=True)}"
            self.since.addItem(text, mark)
            self.until.addItem(text, mark)
        first = next((n for n, mark in enumerate(marks) if mark.day == start.day), 0)
        self.since.setCurrentIndex(first)
        self.refresh()

    def _mark(self, field: ChoiceField) -> Mark | None:
        """The place that a field says; None for now. Raises UserError for what is no day."""
        place = field.findText(field.currentText())
        if place >= 0:
            data = field.itemData(place)
            return None if data is None else Mark(*data)
        return end_of_day(self._bridge.workspace, read_day(field.currentText().strip()))

    def _say(self, sentence: str, found: list[Changed]) -> None:
        if found == self._found and sentence == self.counted.text():
            return
        self._found = found
        self.counted.setText(sentence)
        self._copy.setEnabled(bool(found))
        self.list.clear()
        self.list.addTopLevelItems([_item(one) for one in found])
        self.list.expandAll()
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _go(self, row: Row) -> None:
        item = (row.parent() or row).data(0, _ITEM)
        if row_of(self._bridge.snapshot, item) is not None:
            self.accept()
            self.chosen.emit(item)


def _item(one: Changed) -> Row:
    top = Row([one.title or said(Message("Without a name"))])
    top.setData(0, _ITEM, one.id)
    font = top.font(0)
    font.setBold(True)
    top.setFont(0, font)
    for line in one.lines:
        words = said(line.words)
        text = f"{words} “{line.note}”" if line.note else words
        below = Row([text, line.who, local_moment(line.at)])
        below.setToolTip(0, text)
        top.addChild(below)
    return top
