"""The groups of the checklist; rows that stay are kept while the plan changes around them."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from okrdesk.domain.initiative_list import Group, Grouping
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.initiatives.deeds import Deeds
from okrdesk.ui.initiatives.group import GroupBox
from okrdesk.ui.initiatives.row import ChecklistRow
from okrdesk.ui.look import Look

MOST = 40
"""How many rows are shown at first, and how many more with each "Show more"."""


class Checklist(QWidget):
    """``told`` carries what was done and can be undone, ``chosen`` an item to go to.

    ``add_wanted`` carries the item for which one is to be written.
    """

    told = Signal(str)
    chosen = Signal(object)
    add_wanted = Signal(object)

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._tools = Tools(bridge, look, self)
        self._tools.chosen.connect(self.chosen)
        self._deeds = Deeds(bridge, self)
        self._deeds.told.connect(self.told)
        self._deeds.add_wanted.connect(self.add_wanted)
        self.groups: list[Group] = []
        self._grouping = Grouping.OBJECTIVE
        self._opened = set[int | None]()
        self.limit = MOST
        """How many rows are shown at most."""
        self.boxes: dict[int | None, GroupBox] = {}
        self.rows: dict[int, ChecklistRow] = {}
        self.order: list[int] = []
        self.more = look.button(self.tr("Show more"), self._show_more, "link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(18)
        self._column.addWidget(self.more)

    def show_groups(self, groups: list[Group], grouping: Grouping) -> None:
        """Shows these groups, so many rows of them as are shown at once."""
        if grouping is not self._grouping:
            self._opened.clear()
            self.limit = MOST
            self._drop_all()
        self.groups, self._grouping = groups, grouping
        self._arrange()

    def commit(self) -> None:
        """Writes what is being typed."""
        for row in list(self.rows.values()):
            row.commit()

    def focus_first(self) -> None:
        """Puts the focus onto the first row."""
        if self.order:
            self.rows[self.order[0]].setFocus()

    def step(self, by: int) -> None:
        """Goes from the row with the focus to one further on, if there is one."""
        at = self._place_of_focus()
        if at is not None and 0 <= at + by < len(self.order):
            row = self.rows[self.order[at + by]]
            writing = isinstance(QApplication.focusWidget(), LineField)
            (row.text if writing else row.done).setFocus()

    def _holds(self, initiative: int, widget: QWidget | None) -> bool:
        return widget is not None and self.rows[initiative].isAncestorOf(widget)

    def _arrange(self) -> None:
        focus = self._place_of_focus()
        focused = None if focus is None else self.order[focus]
        room, order, shown = self.limit, list[int](), set[int | None]()
        for place, group in enumerate(self.groups):
            done = group.done if group.key in self._opened else ()
            before, behind = group.open[:room], done[: max(0, room - len(group.open))]
            if room > 0:
                self._show_group(place, group, before, behind)
                shown.add(group.key)
                order += (*before, *behind)
            room -= len(group.open) + len(done)
        self.order = order
        self._drop(self.rows.keys() - set(order))
        self._put_away(self.boxes.keys() - shown)
        self.more.setVisible(room < 0)
        if focus is not None and focused not in self.rows:
            self._focus_near(focus)

    def _show_group(
        self, place: int, group: Group, before: tuple[int, ...], behind: tuple[int, ...]
    ) -> None:
        box = self.boxes.get(group.key) or self._made_box(group.key)
        self.boxes[group.key] = box
        opened, free = group.key in self._opened, not self._bridge.read_only
        box.show_group(self._bridge.snapshot, group, opened=opened, free=free)
        box.show_rows([self._row(each) for each in before], [self._row(each) for each in behind])
        if self._column.indexOf(box) != place:
            self._column.insertWidget(place, box)

    def _made_box(self, key: int | None) -> GroupBox:
        box = GroupBox(self._look, self._grouping, key)
        box.opened.connect(partial(self._open, key))
        box.chosen.connect(self.chosen)
        box.add_wanted.connect(lambda: self.add_wanted.emit(key))
        return box

    def _row(self, initiative: int) -> ChecklistRow:
        row = self.rows.get(initiative)
        if row is None:
            row = self.rows[initiative] = self._made_row(initiative)
        row.refresh()
        return row

    def _made_row(self, initiative: int) -> ChecklistRow:
        row = ChecklistRow(self._tools, initiative, self._grouping)
        row.delete_wanted.connect(partial(self._deeds.delete, initiative))
        row.step_wanted.connect(partial(self._add_step, initiative))
        row.promoted.connect(partial(self._deeds.promote, initiative))
        row.ticked.connect(partial(self._deeds.tell_tick, initiative))
        row.stepped.connect(self.step)
        row.more_wanted.connect(partial(self._deeds.write_beside, initiative))
        return row

    def _add_step(self, initiative: int) -> None:
        step = self._deeds.add_step(initiative)
        row = None if step is None else self.rows.get(step)
        if row is not None:
            row.text.setFocus()
            row.text.selectAll()

    def _open(self, key: int | None, opened: bool) -> None:  # Qt hands it over by its place
        self._opened = self._opened | {key} if opened else self._opened - {key}
        self._arrange()

    def _show_more(self) -> None:
        self.limit += MOST
        self._arrange()

    def _place_of_focus(self) -> int | None:
        here = QApplication.focusWidget()
        return next((n for n, row in enumerate(self.order) if self._holds(row, here)), None)

    def _focus_near(self, place: int) -> None:
        """Goes to what now stands in the place of a row that is gone, else to a fold."""
        if self.order:
            self.rows[self.order[min(place, len(self.order) - 1)]].setFocus()
        elif self.boxes:
            next(iter(self.boxes.values())).fold.setFocus()

    def _drop(self, gone: Iterable[int]) -> None:
        for initiative in list(gone):
            row = self.rows.pop(initiative)
            row.hide()
            row.setParent(self)
            row.deleteLater()

    def _drop_all(self) -> None:
        self._drop(self.rows)
        self._put_away(self.boxes)
        self.order = []

    def _put_away(self, keys: Iterable[int | None]) -> None:
        for key in list(keys):
            box = self.boxes.pop(key)
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
