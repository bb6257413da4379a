"""What was done to an item: who, when, which field, from what to what; and the way back."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from okrdesk.app import commands
from okrdesk.app.history import Entry
from okrdesk.ui.editors.field_names import field_name, value_words
from okrdesk.ui.editors.notes_page import local_moment
from okrdesk.ui.editors.page import Page
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import clear
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

MOST = 40


class HistoryPage(Page):
    """The journal's lines about an item, newest first; read when the page is shown."""

    def __init__(self, tools: Tools, item: int) -> None:
        super().__init__(tools, item)
        self._read_to = -1
        self._limit = MOST
        self._entries: list[Entry] = []
        self.rows: list[HistoryRow] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(10)
        self._more = self.look.button(self.tr("Show more"), self._show_more, "link")
        self.column.addLayout(self._place)
        self.column.addWidget(self._more)

    def refresh(self) -> None:
        workspace = self.bridge.workspace
        if workspace.last_txn != self._read_to:
            self._read_to = workspace.last_txn
            steps = self.bridge.history(self.item)
            self._entries = [entry for step in reversed(steps) for entry in step]
            self._show()

    def _show_more(self) -> None:
        self._limit += MOST
        self._show()

    def _show(self) -> None:
        clear(self._place)
        shown = self._entries[: self._limit]
        self.rows = [HistoryRow(self.tools, entry) for entry in shown]
        for row in self.rows:
            self._place.addWidget(row)
        self._more.setVisible(len(shown) < len(self._entries))


class HistoryRow(QWidget):
    """One line, and the button that puts the old value back."""

    def __init__(self, tools: Tools, entry: Entry) -> None:
        super().__init__()
        self._tools, self._entry, look = tools, entry, tools.look
        moment = local_moment(entry.when)
        who = " · ".join(filter(None, (entry.author, moment)))
        change = self._change_words()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(look.label(who, TextRole.SMALL, "3"))
        head.addStretch(1)
        head.addWidget(look.label(said(entry.label), TextRole.SMALL, "3"))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(look.wrapped(change), 1)
        if self._can_restore():
            self.restore = look.button(self.tr("Restore"), self._restore, "link-small")
            self.restore.setToolTip(self.tr("Restore this value"))
            below.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addLayout(below)
        if entry.note and entry.field not in {"note", "reason"}:
            column.addWidget(look.wrapped(entry.note, tone="2"))
        self.setAccessibleName(f"{who}, {change}")

    def _change_words(self) -> str:
        entry = self._entry
        name = field_name(entry.field)
        old, new = (value_words(entry.field, value) for value in (entry.old, entry.new))
        if entry.old is None:
            return self.tr("{field}: {new}").format(field=name, new=new)
        return self.tr("{field}: {old} → {new}").format(field=name, old=old, new=new)

    def _can_restore(self) -> bool:
        source, bridge = self._entry.source, self._tools.bridge
        if source is None or bridge.read_only:
            return False
        return commands.can_restore(bridge.snapshot, source.table, source.row, source.field)

    def _restore(self) -> None:
        source, bridge = self._entry.source, self._tools.bridge
        before = bridge.workspace.last_txn
        if source is not None:
            bridge.attempt(commands.restore_value, *source)
        if bridge.workspace.last_txn != before:
            self._tools.told.emit(self.tr("Value restored"))
