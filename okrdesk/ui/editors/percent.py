"""A percent that says, on a click or a key, how it was counted."""

from PySide6.QtWidgets import QPushButton, QWidget

from okrdesk.ui.editors.explanation import show_explanation
from okrdesk.ui.editors.tools import Tools
from okrdesk.ui.theme import TextRole
from okrdesk.ui.translation import tr


class PercentButton(QPushButton):
    """A number of an item; pressing it opens the explanation."""

    def __init__(self, tools: Tools, item: int, role: TextRole, look: str = "percent") -> None:
        super().__init__()
        self._tools, self._item, self._role = tools, item, role
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setToolTip(tr("How this is counted"))
        self.clicked.connect(self.explain)
        tools.look.themes.changed.connect(self._restyle)
        self._restyle()

    def show_percent(self, text: str, sentence: str) -> None:
        """Shows a text; ``sentence`` is what a screen reader says."""
        self.setText(text)
        self.setAccessibleName(sentence)

    def explain(self) -> QWidget:
        """Opens the explanation below the number."""
        return show_explanation(self._tools.bridge, self._tools.look, self._item, self)

    def _restyle(self) -> None:
        self.setFont(self._tools.look.themes.theme.font(self._role))
