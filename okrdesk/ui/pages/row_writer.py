"""Writes new rows into the tree: opens the empty row, creates what was written, opens the next."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit

from okrdesk.domain.tables import KEY_RESULT
from okrdesk.domain.tree import mission_id
from okrdesk.ui import moves
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.models.tree_row import RowKind
from okrdesk.ui.models.tree_structure import ROOT, UNALIGNED
from okrdesk.ui.pages.creating import create_from, read_draft, symbol_of_new
from okrdesk.ui.pages.drafts import Draft, DraftingModel
from okrdesk.ui.scope import Scope
from okrdesk.ui.widgets.plan_tree import PlanTree

if TYPE_CHECKING:
    from okrdesk.ui.pages.live_reading import LiveReading


class RowWriter(QObject):
    """``written`` carries the id of what was created, ``given_up`` where to go back to."""

    written = Signal(object)
    given_up = Signal(object)

    def __init__(
        self, bridge: Bridge, look: Look, model: DraftingModel, tree: PlanTree, scope: Scope
    ) -> None:
        super().__init__(tree)
        self._bridge, self._look, self._scope = bridge, look, scope
        self._model, self._tree = model, tree
        self._came_from: int | None = None
        self._live: LiveReading | None = None
        model.written.connect(self._create)
        tree.itemDelegate().closeEditor.connect(self._editor_closed)

    def open_objective(self, selected: int | None) -> None:
        """Opens an empty row for an objective behind the selected one, or at the top."""
        parent, behind = self._place_of_new(selected)
        symbol = symbol_of_new(self._bridge, behind, self._scope.cycle_of_new)
        self.open(Draft(RowKind.OBJECTIVE, parent, behind, symbol))

    def open_key_result(self, objective: int) -> None:
        """Opens an empty row for a key result behind the others of the objective."""
        self.open(Draft(RowKind.KEY_RESULT, objective))

    def commit(self) -> None:
        """Writes what is being typed into any row."""
        editor = self._editor()
        if editor is not None:
            delegate = self._tree.itemDelegate()
            delegate.commitData.emit(editor)
            delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _place_of_new(self, selected: int | None) -> tuple[int, int | None]:
        """Below which node a new objective stands, and behind which: beside the selected one."""
        snapshot = self._bridge.snapshot
        mission = mission_id(snapshot) or ROOT
        if selected is None or selected == mission:
            return mission, None
        key_result = snapshot.find(KEY_RESULT, selected)
        beside = selected if key_result is None else key_result.objective
        parent = moves.parent_item(snapshot, beside)
        return UNALIGNED if parent is None else parent, beside

    def open(self, draft: Draft, text: str = "") -> None:
        """Opens an empty row with a text in it, as if it had been typed."""
        if self._bridge.read_only:
            return
        if self._model.draft is None:
            self._came_from = self._tree.currentIndex().internalId()
        parent = self._model.index_of(draft.parent)
        index = self._model.begin(draft)
        self._tree.expand(parent)
        self._tree.setCurrentIndex(index)
        self._tree.scrollTo(index)
        self._tree.setFocus()
        self._tree.edit(index)
        self._fill(draft, text)

    def _fill(self, draft: Draft, text: str) -> None:
        """Puts the text back that was refused, and lets a key result be read as it is typed."""
        editor, self._live = self._editor(), None
        if editor is None:
            return
        if draft.kind is RowKind.KEY_RESULT:
            from okrdesk.ui.pages.live_reading import LiveReading

            self._live = LiveReading(self._look, editor, partial(read_draft, self._bridge, draft))
            self._live.finished.connect(self.commit)
            self._live.refused.connect(self._bridge.refused)
        if text:
            editor.setText(text)
            editor.setModified(True)

    def _create(self, draft: Draft, title: str) -> None:
        fields = {} if self._live is None else self._live.reading.fields
        created = create_from(self._bridge, draft, title, self._scope.cycle_of_new, fields)
        if created is None:
            QTimer.singleShot(0, self, lambda: self._open_again(draft, title))
            return
        self.written.emit(created)
        objective = draft.parent if draft.kind is RowKind.KEY_RESULT else created
        QTimer.singleShot(0, self, lambda: self._open_next(objective))

    def _open_next(self, objective: int) -> None:
        if self._editor() is None and self._tree.isVisible():
            self.open_key_result(objective)

    def _open_again(self, draft: Draft, title: str) -> None:
        """What was refused stays to be put right."""
        if self._editor() is None and self._tree.isVisible():
            self.open(draft, title)

    def _editor(self) -> QLineEdit | None:
        own = Qt.FindChildOption.FindDirectChildrenOnly
        editors = self._tree.viewport().findChildren(QLineEdit, options=own)
        return next((editor for editor in editors if not editor.isHidden()), None)

    def _editor_closed(self) -> None:
        QTimer.singleShot(0, self, self._give_up)

    def _give_up(self) -> None:
        """An empty row goes when its editor does."""
        draft = self._model.draft
        if draft is not None and self._editor() is None:
            self._model.end()
            self.given_up.emit(self._came_from or draft.parent)
