"""What the three kinds of lines mean."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.theme import ThemeController
from okrdesk.ui.widgets.themed import ThemedWidget


class _Sample(ThemedWidget):
    def __init__(self, themes: ThemeController, colour: str, *, dashed: bool) -> None:
        super().__init__(themes)
        self._colour, self._dashed = colour, dashed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(26, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        pen = QPen(self.theme.colour(self._colour), 2.0 if self._colour == "accent" else 1.2)
        if self._dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter = QPainter(self)
        painter.setPen(pen)
        painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
        painter.end()


class Legend(QWidget):
    """Three samples with their words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        kinds = (
            ("accent", False, self.tr("Selected path")),
            ("border-strong", False, self.tr("Supports")),
            ("border-strong", True, self.tr("Also supports")),
        )
        for row, (token, dashed, words) in enumerate(kinds):
            grid.addWidget(_Sample(look.themes, token, dashed=dashed), row, 0)
            grid.addWidget(look.label(words, tone="2"), row, 1)
        grid.setRowStretch(len(kinds), 1)
