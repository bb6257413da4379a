"""The region at the right: what is selected, to be read and changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from okrdesk.domain.tables import KEY_RESULT, OBJECTIVE, ORGANISATION
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.look import Look

if TYPE_CHECKING:
    from okrdesk.ui.editors.item_editor import ItemEditor
    from okrdesk.ui.editors.key_result import KeyResultEditor
    from okrdesk.ui.editors.mission import MissionEditor
    from okrdesk.ui.editors.objective import ObjectiveEditor

    Editor = ObjectiveEditor | KeyResultEditor | MissionEditor
WIDTH = 448
NARROWEST = 360
MOST_PERCENT = 150
"""A wider region would leave too little of the tree."""


class Inspector(QFrame):
    """The editor of the selected item; what its parts ask of the window comes from ``tools``."""

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setAccessibleName(self.tr("Details of what is selected"))
        self._bridge, self._look = bridge, look
        self.tools = Tools(bridge, look, self)
        self._tabs: dict[type, str] = {}
        """For each kind of item the tab that was shown last."""
        self.editor: Editor | None = None
        self._empty = look.wrapped(self.tr("Choose an objective or key result."), tone="3")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 24, 24, 24)
        look.themes.changed.connect(self._grow)
        self._grow()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._empty, 1)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def show_item(self, item: int | None) -> None:
        """Shows the editor for an item; what was being typed in the last one is committed."""
        if self.editor is not None and self.editor.item == item:
            return
        self.commit()
        self._put_away()
        self.editor = None if item is None else self._made(item)
        self._empty.setVisible(self.editor is None)
        if self.editor is not None:
            self._column.addWidget(self.editor, 1)

    def refresh(self) -> None:
        """Shows the item as it stands now, or nothing when it is gone."""
        if self.editor is None:
            return
        if self._editor_type(self.editor.item) is None:
            self._put_away()
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

    @property
    def has_percent(self) -> bool:
        """Whether what is shown is counted."""
        return self.editor is not None and self.editor.percent() is not None

    def explain(self) -> None:
        """Says how the percent of what is shown is counted."""
        button = None if self.editor is None else self.editor.percent()
        if button is not None:
            button.explain()

    def _grow(self) -> None:
        """Large text needs a wider region."""
        percent = min(max(self._look.themes.text_percent, 100), MOST_PERCENT)
        self.setMinimumWidth(NARROWEST * percent // 100)

    def _put_away(self) -> None:
        if self.editor is not None:
            self._tabs[type(self.editor)] = self.editor.strip.current
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def _made(self, item: int) -> "Editor | None":
        make = self._editor_type(item)
        return None if make is None else make(self.tools, item, self._tab_of(make))

    def _tab_of(self, make: "Callable[..., ItemEditor]") -> str:
        return next((tab for kind, tab in self._tabs.items() if kind is make), "")

    def _editor_type(self, item: int) -> "Callable[[Tools, int, str], Editor] | None":
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
