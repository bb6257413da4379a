"""The plan as a tree, with a filter above it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QVBoxLayout,
)

from okrdesk.app.commands import move_items, write_objective
from okrdesk.app.workspace import Update
from okrdesk.domain.filters import parse
from okrdesk.domain.tree import mission_id, row_of
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.models.dropping import Drop
from okrdesk.ui.models.group_structure import Arrangement
from okrdesk.ui.models.tree_filter import TreeFilter
from okrdesk.ui.narrowing import Narrowing
from okrdesk.ui.pages.creating import rename_item
from okrdesk.ui.pages.drafts import DRAFT, DraftingModel
from okrdesk.ui.pages.emptiness import Place
from okrdesk.ui.pages.filter_bar import FilterBar
from okrdesk.ui.pages.row_writer import RowWriter
from okrdesk.ui.scope import EVERYTHING, Scope
from okrdesk.ui.widgets.plan_tree import PlanTree
from okrdesk.ui.widgets.tree_selection import TreeSelection

OPENED_AT_FIRST = frozenset({"mission", "long_term", "year"})


class PlanPage(QFrame):
    """The page with the tree.

    ``selected`` carries the item under the cursor or None, ``value_wanted`` an item whose value
    is to be edited, ``menu_wanted`` a place on the screen. ``selection`` is what is selected
    beside it.
    """

    selected = Signal(object)
    value_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    writing_ended = Signal()
    """No new row is open any more."""

    def __init__(self, bridge: Bridge, look: Look, scope: Scope, narrowing: Narrowing) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self._bridge, self._look, self._scope = bridge, look, scope
        self._narrowing = narrowing
        self._announced: int | None = None
        self.model = DraftingModel(
            bridge.snapshot, bridge.scores, partial(rename_item, bridge), self
        )
        self.model.set_scope(scope.cycle_id)
        self.tree = PlanTree(self.model, look.themes, look.icons, self)
        self.selection = TreeSelection(self.tree, self.model)
        self.filter = FilterBar(look)
        self._place = Place(look, bridge, self.tree)
        self._writer = RowWriter(bridge, look, self.model, self.tree, scope)
        self._build()
        self.tree.open_levels(OPENED_AT_FIRST)
        bridge.updated.connect(self._follow)
        self._writer.written.connect(self.select)
        self._writer.given_up.connect(self.select)
        self._writer.given_up.connect(self.focus_tree)
        self._writer.given_up.connect(self.writing_ended)
        scope.changed.connect(self._show_scope)
        self.filter.changed.connect(self._apply_filter)
        self.filter.cleared.connect(lambda: narrowing.choose(""))
        narrowing.changed.connect(lambda: self._apply_filter(self.filter.field.text()))
        self.filter.left.connect(self.focus_tree)
        self.filter.focused.connect(self.model.prepare_search)
        self.filter.view.arranged.connect(self.arrange)
        self._place.nothing.cleared.connect(self.filter.clear)
        self._place.empty.begun.connect(self._begin)
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._announce())
        self.tree.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.tree.viewport().mapToGlobal(at))
        )
        self.tree.dropped.connect(self._move)
        self.tree.installEventFilter(self)

    @property
    def current(self) -> int | None:
        """The id of the item under the cursor; None for the group and an empty row."""
        index = self.tree.currentIndex()
        if not index.isValid() or index.internalId() == DRAFT or self.model.is_group(index):
            return None
        return index.internalId()

    @property
    def chosen(self) -> list[int]:
        """The selected objectives and key results in the order of the tree, never the mission.

        What works on several rows works on these; the inspector shows ``current``, which need
        not be the first of them, nor selected at all after Ctrl+click.
        """
        return self.selection.nodes()

    def select(self, item: int) -> None:
        """Goes to an item, opening what is above it; a filter or cycle that hides it is left."""
        if not self.model.shows(item):
            self.filter.clear()
        if not self.model.shows(item) and row_of(self._bridge.snapshot, item) is not None:
            self._scope.choose(EVERYTHING)
        self.tree.go_to(item)

    def arrange(self, arrangement: Arrangement) -> None:
        """Shows the tree of the plan, or its objectives in groups; the current row stays."""
        self.commit()
        self.model.set_arrangement(arrangement)
        self.filter.view.show_plan(self._bridge.snapshot, arrangement)
        self._place.show_rows(self.model)
        self._announce()

    def rename(self) -> None:
        """Opens the title of the current item in its place."""
        index = self.tree.currentIndex().siblingAtColumn(0)
        if index.isValid():
            self.tree.setFocus()
            self.tree.edit(index)

    def draft_objective(self) -> None:
        """Opens an empty row for an objective behind the selected one, or at the top."""
        self._make_room(objectives=True)
        self._writer.open_objective(self.current)
        self._place.show_rows(self.model)

    def draft_key_result(self, objective: int) -> None:
        """Opens an empty row for a key result behind the others of the objective."""
        self._make_room()
        self._writer.open_key_result(objective)

    @contextmanager
    def moving_to(self, item: int | None) -> Iterator[None]:
        """Lets the selection go to an item when what happens inside takes the current one."""
        had_focus = self.tree.hasFocus()
        yield
        if item is not None and self.model.shows(item):
            self.select(item)
        if had_focus:
            self.tree.setFocus()

    def focus_tree(self) -> None:
        """Puts the focus into the tree, or into the question that an empty plan begins with."""
        self._place.focus()

    def commit(self) -> None:
        """Writes a title that is being edited."""
        self._writer.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter edits a value or opens the inspector; Esc clears the filter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
                if plain and self.current is not None:
                    self.value_wanted.emit(self.current)
                return plain and self.current is not None
            if event.key() == Qt.Key.Key_Escape and self.model.filter:
                self.filter.clear()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        triggers = PlanTree.EditTrigger
        self.tree.setEditTriggers(
            triggers.NoEditTriggers if self._bridge.read_only else triggers.DoubleClicked
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self._place, 1)
        self.tree.set_dragging(wanted=not self._bridge.read_only)
        self.filter.view.show_plan(self._bridge.snapshot, self.model.arrangement)
        self._place.show_rows(self.model)

    def _make_room(self, *, objectives: bool = False) -> None:
        """Before a new row: commits the open one, and shows everything; objectives in the tree."""
        self.commit()
        if self.model.filter:
            self.filter.clear()
        if objectives:
            self.arrange(Arrangement.TREE)

    def _move(self, drop: Drop) -> None:
        """Lets dropped items go to their place, in one step, and keeps them selected."""
        place = {"before": drop.before, "after": drop.after}
        self._bridge.attempt(move_items, drop.items, drop.below, **place)
        self.selection.select(drop.items)

    def _follow(self, update: Update) -> None:
        before = self.current
        self.model.apply(update.snapshot, update.changeset.changes, update.scores)
        self.model.set_scope(self._scope.cycle_id)
        self._place.show_rows(self.model)
        self.filter.view.show_plan(update.snapshot, self.model.arrangement)
        if self.current != before or self._announced != before:
            self._announce()

    def _show_scope(self) -> None:
        """Lets the tree show the chosen cycle; the selection stays where it is still there."""
        self.commit()
        self.model.set_scope(self._scope.cycle_id)
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, 0))
        self._place.show_rows(self.model)

    def _announce(self) -> None:
        if self.tree.currentIndex().internalId() == DRAFT:
            return
        self._announced = self.current
        self.selected.emit(self._announced)

    def _apply_filter(self, text: str) -> None:
        query = parse(text).and_(self.filter.chosen).and_(self._narrowing.query)
        self.model.set_filter(TreeFilter(query, bool(parse(text)), self._narrowing.me()))
        self._place.show_rows(self.model)

    def _begin(self, title: str) -> None:
        """Writes the first objective of an empty plan, and asks for its key results."""
        below = mission_id(self._bridge.snapshot)
        made = self._bridge.attempt(
            write_objective, title, supports=below, cycle=self._scope.cycle_of_new
        )
        if made is not None:
            self.select(made)
            self.draft_key_result(made)
