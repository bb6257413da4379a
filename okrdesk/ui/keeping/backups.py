"""The backups of the plan (ux.md D12): when, why, what they hold; open one as a copy, restore."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
)
from shiboken6 import Shiboken

from okrdesk.app.backups import Why, why_made
from okrdesk.domain.errors import UserError
from okrdesk.storage.backup import Backup, list_backups
from okrdesk.text import Message
from okrdesk.ui.desk import Desk
from okrdesk.ui.dialogs.box import made_box
from okrdesk.ui.status_bar import clock_time
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import number, said, short_date
from okrdesk.ui.widgets.plain_list import RIGHT, PlainList

SIZE = (720, 460)
_REASONS = {
    Why.DAY: Message("Before the first change of the day"),
    Why.HALF_HOUR: Message("After half an hour of changes"),
    Why.CLOSE: Message("When the plan was closed"),
    Why.ASKED: Message("Asked for"),
    Why.REPLACED: Message("Before another version took its place"),
}
_COUNTS = ("objective", "key_result", "check_in")


class BackupsDialog(QDialog):
    """The newest first; what each holds is read while the list is already there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups"))
        self.resize(*SIZE)
        self._desk = desk
        self._backups: list[Backup] = []
        self._rows: list[QTreeWidgetItem] = []
        self._unread: Iterator[int] = iter(())
        self._reader = QTimer(self)
        self._reader.timeout.connect(self._read_next)
        self._told = desk.look.wrapped("", tone="2")
        self.list = self._made_list()
        self._buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        head = self.tr("Backups of {name}")
        name = "" if desk.bridge is None else desk.bridge.path.name
        column.addWidget(desk.look.label(head.format(name=name), TextRole.STRONG))
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        column.addWidget(self.box)
        self.show_backups()
        self.list.setFocus()

    def done(self, result: int) -> None:
        """Stops reading."""
        self._reader.stop()
        super().done(result)

    def show_backups(self) -> None:
        """Lists what there is now."""
        bridge = self._desk.bridge
        self._backups = [] if bridge is None else list_backups(bridge.workspace.backups.folder)
        self._rows = [_row(backup) for backup in self._backups]
        self.list.clear()
        self.list.addTopLevelItems(self._rows)
        self._told.setText(self._words())
        self._unread = iter(range(len(self._backups)))
        self._reader.start(0)
        if self._rows:
            self.list.setCurrentItem(self._rows[0])
        self._enable()

    def _words(self) -> str:
        if not self._backups:
            return self.tr("No backups yet. The first one is made before the first change.")
        return self.tr(
            "Made by itself each day, every half hour with changes, and when the plan is closed. "
            "They are on this computer only."
        )

    def _made_list(self) -> PlainList:
        heads = (
            self.tr("Made"),
            self.tr("Why"),
            self.tr("Objectives"),
            self.tr("Key results"),
            self.tr("Check-ins"),
            self.tr("Size"),
        )
        rows = PlainList(self._desk.look.themes, self.tr("Backups"), heads, wide=1)
        rows.setRootIsDecorated(False)
        rows.align_right(*range(2, len(heads)))
        rows.itemSelectionChanged.connect(self._enable)
        rows.itemActivated.connect(self.open_copy)
        return rows

    def _buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.box = QDialogButtonBox()
        self.copy = self._button(self.tr("Open as a copy"), roles.ActionRole, self.open_copy)
        self.back = self._button(self.tr("Restore…"), roles.ActionRole, self.ask_restore)
        self.make = self._button(self.tr("Back up now"), roles.ActionRole, self.back_up)
        self.box.addButton(self.tr("Close"), roles.RejectRole)
        self.box.rejected.connect(self.reject)
        self.copy.setDefault(True)

    def _button(
        self, text: str, role: QDialogButtonBox.ButtonRole, run: Callable[[], None]
    ) -> QPushButton:
        button = self.box.addButton(text, role)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _enable(self) -> None:
        # A list that is taken apart tells of its selection once more.
        if not Shiboken.isValid(self.make):
            return
        chosen, bridge = self.chosen, self._desk.bridge
        self.copy.setEnabled(chosen is not None)
        writable = bridge is not None and not bridge.read_only
        self.back.setEnabled(chosen is not None and writable)
        self.make.setEnabled(writable)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        place = self.list.currentIndex().row()
        return self._backups[place] if 0 <= place < len(self._backups) else None

    def _read_next(self) -> None:
        place = next(self._unread, None)
        if place is None:
            self._reader.stop()
            return
        backup, row = self._backups[place], self._rows[place]
        if not backup.is_sound():
            row.setText(1, self.tr("Damaged"))
            return
        for column, name in enumerate(_COUNTS, start=2):
            counts = backup.counts() or {}
            row.setText(column, number(counts.get(name, 0)))

    def back_up(self) -> None:
        """Makes one now."""
        self._desk.action("back_up").trigger()
        self.show_backups()

    def open_copy(self) -> None:
        """Opens the backup as a plan of its own, beside the plan."""
        from okrdesk.app.rescue import copy_of_backup

        chosen, bridge = self.chosen, self._desk.bridge
        if chosen is None or bridge is None:
            return
        try:
            path = copy_of_backup(bridge.path, chosen)
        except UserError as error:
            self._desk.say_problem("", error)
            return
        self.accept()
        self._desk.session.open(path)

    def ask_restore(self) -> None:
        """A restore replaces the plan, so it is asked for once more."""
        if self.chosen is None:
            return
        when = _moment(self.chosen)
        box = made_box(
            self,
            self._desk.look,
            self.tr("Restore a backup"),
            self.tr("Restore the backup of {moment}?").format(moment=when),
            more=self.tr("The plan as it is now becomes a backup itself, so nothing is lost."),
            icon="history",
        )
        yes = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        yes.clicked.connect(self.restore)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def restore(self) -> None:
        """Puts the backup in the plan's place."""
        from okrdesk.storage.backup import restore

        chosen, bridge, session = self.chosen, self._desk.bridge, self._desk.session
        if chosen is None or bridge is None:
            return
        path, folder = bridge.path, bridge.workspace.backups.folder
        session.close()
        self.accept()
        try:
            restore(chosen, path, folder, session.clock.now())
        except UserError as error:
            self._desk.say_problem("", error)
            session.open(path)
            return
        if session.open(path):
            told = self.tr("The plan is as it was on {moment}").format(moment=_moment(chosen))
            self._desk.toast(told)


def _row(backup: Backup) -> QTreeWidgetItem:
    why = why_made(backup)
    size = QLocale().formattedDataSize(
        backup.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
    row = QTreeWidgetItem(
        [_moment(backup), "" if why is None else said(_REASONS[why]), "", "", "", size]
    )
    for column in range(2, 6):
        row.setTextAlignment(column, RIGHT)
    return row


def _moment(backup: Backup) -> str:
    made = backup.made.astimezone()
    return f"{short_date(made.date(), year=True)}, {clock_time(made)}"
