"""The line above a page that says what it is narrowed to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from okrdesk.ui.look import Look
from okrdesk.ui.narrowing import Narrowing
from okrdesk.ui.theme import TextRole


class NarrowingStrip(QFrame):
    """A chip with the name of the view or team; a click on it shows everything again."""

    def __init__(self, look: Look, narrowing: Narrowing) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self._narrowing = narrowing
        self.chip: QPushButton = look.button("", self._clear, "pill", "x")
        self.chip.setLayoutDirection(_behind(self.layoutDirection()))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 2)
        row.setSpacing(8)
        row.addWidget(look.label(self.tr("Only"), tone="3"))
        row.addWidget(self.chip)
        row.addWidget(look.label(self.tr("Esc shows everything"), TextRole.CAPTION, "3"))
        row.addStretch()
        self.hide()

    def show_choice(self) -> None:
        """Shows what is chosen, or nothing."""
        name = self._narrowing.name
        self.chip.setText(name.replace("&", "&&"))
        says = self.tr("{name}, shows everything again").format(name=name)
        self.chip.setAccessibleName(says)
        self.setVisible(bool(name))

    def _clear(self) -> None:
        self._narrowing.choose("")


def _behind(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction in which an icon stands behind its text."""
    left = Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft if direction == left else left
