"""Two versions of the plan (ux.md D11): both with their times, and what differs between them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHeaderView, QVBoxLayout
from PySide6.QtWidgets import QTreeWidgetItem as Row

from okrdesk.app.field_words import FIELD_WORDS
from okrdesk.app.versions import Differences, Version, differences, newer_version, version
from okrdesk.domain.errors import UserError
from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.session import Session
from okrdesk.ui.status_bar import clock_time
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said, short_date
from okrdesk.ui.widgets.plain_list import PlainList

SIZE = (760, 480)
COLUMN = 250
MOST = 500
"""Items that are listed."""


class ChangedOnDiskDialog(QDialog):
    """Esc leaves both as they are: the banner stays."""

    newer_chosen = Signal()
    mine_chosen = Signal()

    def __init__(self, desk: Desk, sentence: str, mine: datetime) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Changed on the disk"))
        self.resize(*SIZE)
        self._look = desk.look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(12)
        self._column.addWidget(desk.look.wrapped(sentence, TextRole.STRONG))
        self._buttons = QDialogButtonBox()
        self._compare(desk.session, mine)
        self._column.addWidget(self._buttons)

    def _compare(self, session: Session, mine: datetime) -> None:
        """Reads the newer version; one that came half cannot be used (yet)."""
        if session.bridge is None:
            return
        roles = QDialogButtonBox.ButtonRole
        own = version(session.bridge.snapshot, mine)
        try:
            snapshot, newer = newer_version(session.bridge.path, session.clock)
        except UserError as error:
            self._column.addWidget(self._look.wrapped(said(error.message)), 1)
        else:
            found = differences(session.bridge.snapshot, snapshot)
            self._column.addLayout(self._both(own, newer))
            self._column.addWidget(self._look.label(_counted(found), tone="2"))
            self._column.addWidget(self._list(found), 1)
            use = self._buttons.addButton(self.tr("Use newer"), roles.AcceptRole)
            use.clicked.connect(lambda: self._choose(self.newer_chosen.emit))
            use.setDefault(True)
        keep = self._buttons.addButton(self.tr("Keep mine"), roles.ActionRole)
        keep.clicked.connect(lambda: self._choose(self.mine_chosen.emit))
        self._buttons.addButton(self.tr("Decide later"), roles.RejectRole)
        self._buttons.rejected.connect(self.reject)

    def _both(self, mine: Version, newer: Version) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        names = (self.tr("Your version"), self.tr("Newer version"))
        for row, (name, one) in enumerate(zip(names, (mine, newer), strict=True)):
            changed = one.changed.astimezone()
            when = self.tr("{day}, {time}").format(
                day=short_date(changed.date()), time=clock_time(changed)
            )
            grid.addWidget(self._look.label(name, TextRole.STRONG), row, 0)
            grid.addWidget(self._look.label(when), row, 1)
            grid.addWidget(self._look.label(_holds(one), tone="2"), row, 2)
        return grid

    def _list(self, found: list[Differences]) -> PlainList:
        name = self.tr("What differs")
        heads = (name, self.tr("Your version"), self.tr("Newer version"))
        rows = PlainList(self._look.themes, name, heads, wide=2)
        rows.addTopLevelItems([_item(one) for one in found[:MOST]])
        for column in (0, 1):
            rows.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            rows.setColumnWidth(column, COLUMN)
        return rows

    def _choose(self, tell: Callable[[], None]) -> None:
        self.accept()
        tell()


def _item(one: Differences) -> Row:
    title = one.item or said(Message("Without a name"))
    rows = [[said(FIELD_WORDS[line.field]), line.old or "—", line.new or "—"] for line in one.lines]
    if len(rows) == 1:
        return Row([title, *rows[0][1:]])
    top = Row([title])
    top.addChildren([Row(row) for row in rows])
    return top


def _counted(found: list[Differences]) -> str:
    return said(Message("%n item(s) (differs|differ).", {}, len(found)))


def _holds(one: Version) -> str:
    parts = (
        Message("%n objective(s)", {}, one.objectives),
        Message("%n key result(s)", {}, one.key_results),
        Message("%n check-in(s)", {}, one.check_ins),
    )
    return " · ".join(said(part) for part in parts)
