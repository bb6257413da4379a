"""What stands in the place of the tree: while the plan is empty, and when nothing matches."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.domain.tables import OBJECTIVE
from okrdesk.ui.bridge import Bridge
from okrdesk.ui.editors.fields import LineField
from okrdesk.ui.look import Look
from okrdesk.ui.pages.drafts import DraftingModel
from okrdesk.ui.theme import TextRole

LONGEST, WIDTH = 500, 560


class NothingFound(QWidget):
    """Nothing matches. ``cleared`` follows the one button."""

    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = look.label(self.tr("Nothing matches these filters."), tone="2")
        button = look.button(self.tr("Clear filters"), self.cleared.emit)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (look.icon("search", 24, "text-3"), words, button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addStretch(2)


class EmptyPlan(QWidget):
    """The question that a plan begins with. ``begun`` carries the first objective."""

    begun = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        question = self.tr("What do you want to achieve?")
        self.entry = LineField(question)
        self.entry.setMaxLength(LONGEST)
        self.entry.setProperty("look", "entry")
        self.entry.setMaximumWidth(WIDTH)
        self.entry.returnPressed.connect(self._begin)
        title = look.wrapped(question, TextRole.VIEW_TITLE)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 0)
        column.addStretch(1)
        column.addWidget(title)
        column.addSpacing(16)
        column.addWidget(self.entry)
        column.setAlignment(self.entry, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.entry.setMinimumWidth(WIDTH // 2)

    def _begin(self) -> None:
        title = self.entry.text().strip()
        if title:
            self.entry.setText("")
            self.begun.emit(title)


class Place(QWidget):
    """Shows the tree, or why there is nothing in it."""

    def __init__(self, look: Look, bridge: Bridge, tree: QWidget) -> None:
        super().__init__()
        self._bridge, self._tree = bridge, tree
        self.nothing = NothingFound(look)
        self.empty = EmptyPlan(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (tree, self.nothing, self.empty):
            column.addWidget(widget, 1)
        self.nothing.hide()
        self.empty.hide()

    def focus(self) -> None:
        """Puts the focus where work goes on."""
        widget = self.empty.entry if self.empty.isVisibleTo(self) else self._tree
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, model: DraftingModel) -> None:
        """Shows what fits the rows that there are now."""
        nothing = bool(model.filter) and model.rowCount() == 0
        bare = self._bridge.snapshot.count(OBJECTIVE) == 0 and not self._bridge.read_only
        empty = bare and not nothing and model.draft is None
        had_focus = self._tree.hasFocus()
        self._tree.setVisible(not nothing and not empty)
        self.nothing.setVisible(nothing)
        self.empty.setVisible(empty)
        if empty and had_focus:
            self.empty.entry.setFocus(Qt.FocusReason.OtherFocusReason)
