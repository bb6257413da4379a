"""What stands in the place of the tiles before the first check-in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole


class NothingToSee(QWidget):
    """``check_in_wanted`` and ``sample_wanted`` follow the two ways on."""

    check_in_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = self.tr("The dashboard fills itself after your first check-in.")
        self._title = look.wrapped(words, TextRole.SECTION)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.go = look.button(self.tr("Check in"), self.check_in_wanted.emit, "", "circle-check")
        words = self.tr("Explore the sample plan")
        self._sample = look.button(words, self.sample_wanted.emit, "link")
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(look.icon("layout-dashboard", 32, "text-3"), 0, middle)
        column.addWidget(self._title)
        column.addWidget(self.go, 0, middle)
        column.addWidget(self._sample, 0, middle)
        column.addStretch(3)

    def focus(self) -> None:
        """Puts the focus on the first way on."""
        (self._sample if self.go.isHidden() else self.go).setFocus()
