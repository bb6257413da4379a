"""The region at the right: what is selected, to be read and changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, ORGANISATION
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look

if TYPE_CHECKING:
    from okrdesk.ui.editors.key_result import KeyResultEditor
    from okrdesk.ui.editors.mission import MissionEditor
    from okrdesk.ui.editors.objective import ObjectiveEditor

    Editor = ObjectiveEditor | KeyResultEditor | MissionEditor
MARGIN = 16
WIDTH = 448


class Inspector(QFrame):
    """The editor of the selected item.

    ``chosen`` carries an item to go to, ``key_result_wanted`` an objective to add one to,
    ``check_in_wanted`` a key result, ``status_wanted`` an item to choose a status for;
    ``finished`` follows a value that was committed with Enter.
    """

    chosen = Signal(object)
    key_result_wanted = Signal(object)
    check_in_wanted = Signal(object)
    status_wanted = Signal(object)
    finished = Signal()

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._bridge, self._look = bridge, look
        self.editor: Editor | None = None
        self._empty = look.wrapped(self.tr("Choose an objective or key result."), tone="3")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        self._column.addWidget(self._empty, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        for ground in (area.viewport(), inner):
            ground.setAutoFillBackground(False)
        self.setMinimumWidth(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def show_item(self, item: int | None) -> None:
        """Shows the editor for an item; what was being typed in the last one is committed."""
        if self.editor is not None and self.editor.item == item:
            return
        self.commit()
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = None if item is None else self._editor(item)
        self._empty.setVisible(self.editor is None)
        if self.editor is not None:
            self._column.addWidget(self.editor, 1)

    def refresh(self) -> None:
        """Shows the item as it stands now, or nothing when it is gone."""
        if self.editor is None:
            return
        if self._editor_type(self.editor.item) is None:
            item, self.editor = self.editor, None
            item.hide()
            item.deleteLater()
            self._empty.show()
        else:
            self.editor.refresh()

    def commit(self) -> None:
        """Writes what is being typed."""
        if self.editor is not None and self._editor_type(self.editor.item) is not None:
            self.editor.commit()

    def focus_value(self) -> None:
        """Puts the focus into the value of a key result, or the title of an objective."""
        if self.editor is not None:
            self.editor.focus_value()

    def _editor(self, item: int) -> "Editor | None":
        make = self._editor_type(item)
        if make is None:
            return None
        editor = make(self._bridge, self._look, item)
        editor.chosen.connect(self.chosen)
        editor.key_result_wanted.connect(self.key_result_wanted)
        editor.status_wanted.connect(self.status_wanted)
        if self._bridge.snapshot.find(KEY_RESULT, item) is not None:
            self._hear(editor)
        return editor

    def _hear(self, editor: "Editor") -> None:
        """Passes on what only a key result asks for."""
        from okrdesk.ui.editors.key_result import KeyResultEditor

        if isinstance(editor, KeyResultEditor):
            editor.finished.connect(self.finished)
            editor.check_in_wanted.connect(self.check_in_wanted)

    def _editor_type(self, item: int) -> "Callable[[Bridge, Look, int], Editor] | None":
        """Each editor is loaded when it is first shown."""
        snapshot = self._bridge.snapshot
        if snapshot.find(OBJECTIVE, item) is not None:
            from okrdesk.ui.editors.objective import ObjectiveEditor

            return ObjectiveEditor
        if snapshot.find(KEY_RESULT, item) is not None:
            from okrdesk.ui.editors.key_result import KeyResultEditor

            return KeyResultEditor
        if snapshot.find(ORGANISATION, item) is not None:
            from okrdesk.ui.editors.mission import MissionEditor

            return MissionEditor
        return None
