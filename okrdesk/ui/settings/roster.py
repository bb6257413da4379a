"""D3: a list of people or teams, and beside it the one that is chosen, changed at once."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from okrdesk.app.ownership import needed_by
from okrdesk.domain.tables import Table
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.desk import Desk
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.settings.entries import why_locked
from okrdesk.ui.settings.form import Part, group_column
from okrdesk.ui.settings.sides import Sides
from okrdesk.ui.settings.swatches import Swatches
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import said

_ID = Qt.ItemDataRole.UserRole
BESIDE_FROM, LIST_WIDTH, ROW, SHOWN, SIDE = 480, 160, 28, 7, 18


class Words(NamedTuple):
    """What a roster calls its things."""

    title: str
    add: str
    new_name: str
    remove: str
    active_help: str


class Roster(Part):
    """The list at the left; name, colour and activity at the right, and what a subclass adds."""

    table: Table[Any]

    def __init__(self, desk: Desk, words: Words) -> None:
        super().__init__()
        self._desk, self._look, self._words = desk, desk.look, words
        self._shown: list[Any] = []
        self.list = QListWidget()
        self.list.setAccessibleName(words.title)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(QSize(SIDE, SIDE))
        self.list.currentItemChanged.connect(lambda _new, _old: self._show_current())
        self.name = LineField(self.tr("Name"))
        self.name.committed.connect(lambda text: self._change(name=text))
        self.colour = Swatches(desk.look)
        self.colour.chosen.connect(lambda colour: self._change(colour=colour))
        self.active = QCheckBox(self.tr("Active"))
        self.active.setToolTip(words.active_help)
        self.active.clicked.connect(lambda on: self._change(active=on))
        self.add_button = desk.look.button(words.add, self.add, "link", icon="plus")
        self.remove_button = desk.look.button(words.remove, self.remove)
        self._form = QFormLayout()
        self._side = QWidget()
        self._build(group_column(self, desk.look, words.title))
        desk.look.themes.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    @property
    def current(self) -> int | None:
        """The id of the one that is chosen."""
        place = self.list.currentRow()
        return None if place < 0 else int(self.list.item(place).data(_ID))

    def filter(self, words: str) -> bool:
        """Shows the list when its heading or a name holds the words."""
        names = [self._words.title, *(row.name for row in self._shown)]
        found = any(words in name.casefold() for name in names)
        self.setVisible(found)
        return found

    def refresh(self) -> None:
        """Shows who is there now, and keeps the one that is chosen."""
        bridge = self._desk.bridge
        rows = [] if bridge is None else bridge.snapshot.sorted_rows(self.table)
        locked = why_locked(bridge)
        for widget in (self.add_button, self._side):
            widget.setEnabled(locked is None)
        self._locked.setText("" if locked is None else said(locked))
        self._locked.setVisible(locked is not None)
        if rows != self._shown:
            self._shown = rows
            self._fill(rows)
        self._show_current()

    def add(self) -> None:
        """Makes a new one and puts the caret into its name."""
        made = self._attempt(self._create, self._words.new_name)
        if made is not None:
            self.refresh()
            self._choose(made)
            self.name.setFocus()
            self.name.selectAll()

    def remove(self) -> None:
        """Removes the one that is chosen; asks first who takes over what it owns."""
        bridge, row_id = self._desk.bridge, self.current
        if bridge is None or row_id is None:
            return
        name = bridge.snapshot.get(self.table, row_id).name
        count = needed_by(bridge.snapshot, self.table, row_id)
        if not count:
            self._remove(row_id, name, None)
            return
        from okrdesk.ui.settings.handing_over import HandingOver, Heir

        heirs = [Heir(row.id, row.name) for row in self._shown if row.id != row_id and row.active]
        dialog = HandingOver(self._look, name, count, heirs, self._desk.widget)
        dialog.moved.connect(lambda heir: self._remove(row_id, name, heir))
        dialog.open()

    @property
    @abstractmethod
    def _create(self) -> Callable[..., int]:
        """The command that makes a new one from a name."""

    @property
    @abstractmethod
    def _delete(self) -> Callable[..., None]:
        """The command that removes one."""

    @abstractmethod
    def _change(self, **fields: object) -> None:
        """Changes fields of the one that is chosen."""

    @abstractmethod
    def _show_row(self, bridge: Bridge, row: Any) -> None:
        """Shows the fields of a subclass."""

    @abstractmethod
    def _picture(self, row: Any) -> QPixmap:
        """What stands before a name in the list."""

    def _blank(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        pixmap = QPixmap(round(SIDE * scale), round(SIDE * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _attempt(self, command: Callable[..., Any], *args: object, **fields: object) -> Any:
        bridge = self._desk.bridge
        result = None if bridge is None else bridge.attempt(command, *args, **fields)
        self._show_current()
        return result

    def _remove(self, row_id: int, name: str, heir: int | None) -> None:
        bridge = self._desk.bridge
        if bridge is not None:
            bridge.attempt(self._delete, row_id, move_to=heir)
            if bridge.snapshot.find(self.table, row_id) is None:
                self._desk.toast(self.tr("{name} removed").format(name=name), undo=True)

    def _fill(self, rows: Sequence[Any]) -> None:
        kept, place = self.current, max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            name = row.name if row.active else self.tr("{name} (not active)").format(name=row.name)
            item = QListWidgetItem(self._picture(row), name)
            item.setData(_ID, row.id)
            item.setSizeHint(QSize(0, self._look.themes.theme.length(ROW)))
            self.list.addItem(item)
        self.list.setCurrentRow(min(place, len(rows) - 1))
        self.list.blockSignals(False)
        if kept is not None:
            self._choose(kept)

    def _choose(self, row_id: int) -> None:
        for place, row in enumerate(self._shown):
            if row.id == row_id:
                self.list.setCurrentRow(place)

    def _show_current(self) -> None:
        bridge, row_id = self._desk.bridge, self.current
        row = None if bridge is None else bridge.snapshot.find(self.table, row_id)
        self._side.setVisible(row is not None)
        if bridge is None or row is None:
            return
        self.name.show_text(row.name)
        self.colour.show_colour(row.colour)
        self.active.setChecked(row.active)
        self._show_row(bridge, row)

    def _build(self, column: QVBoxLayout) -> None:
        self._locked = self._look.wrapped("", TextRole.SMALL, "2")
        column.addWidget(self._locked)
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        card = Sides(self._look.themes, left, self._side, BESIDE_FROM)
        card.setProperty("look", "card")
        card.row.setContentsMargins(8, 8, 16, 8)
        card.row.setStretch(1, 2)
        card.row.setAlignment(self._side, Qt.AlignmentFlag(0))
        right = QVBoxLayout(self._side)
        right.setContentsMargins(0, 6, 0, 6)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_line(self.name)
        self._add_line(self.colour)
        right.addLayout(self._form)
        right.addWidget(self.active)
        right.addStretch()
        right.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)

    def _add_line(self, field: QWidget) -> None:
        self._form.addRow(self._look.label(field.accessibleName()), field)

    def _restyle(self) -> None:
        """Item views have no style sheet, so the selection is in the palette."""
        theme = self._look.themes.theme
        palette = QPalette(self.list.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.colour("surface"))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("accent-soft"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.list.setPalette(palette)
        self.list.setMinimumWidth(theme.length(LIST_WIDTH))
        self.list.setMinimumHeight(theme.length(ROW) * SHOWN)
        self._shown = []
