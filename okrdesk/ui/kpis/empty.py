"""What stands in place of the list while there is no KPI."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole


class NoKpis(QFrame):
    """``new_wanted`` asks for a first KPI, ``common_wanted`` for those that fit everybody."""

    new_wanted = Signal()
    common_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        words = look.wrapped(
            self.tr("KPIs keep watch over what already runs, such as sales or staff turnover."),
            TextRole.SECTION,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.new = look.button(self.tr("New KPI…"), self.new_wanted.emit, "primary", "plus")
        self.common = look.button(self.tr("Add 6 common KPIs"), self.common_wanted.emit, "link")
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(look.icon("activity", 32, "accent"), 0, middle)
        column.addWidget(words)
        column.addWidget(self.new, 0, middle)
        column.addWidget(self.common, 0, middle)
        column.addStretch(3)
