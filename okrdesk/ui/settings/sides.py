"""Two things side by side, or one below the other where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from okrdesk.ui.theme import ThemeController

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Sides(QFrame):
    """``second`` is beside ``first`` from a width on, in pixels at the design's text size."""

    def __init__(
        self, themes: ThemeController, first: QWidget, second: QWidget, beside_from: int
    ) -> None:
        super().__init__()
        self._themes, self._beside_from = themes, beside_from
        self._parts = (first, second)
        self.row = QBoxLayout(_BESIDE, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(20)
        self.row.addWidget(first, 1)
        self.row.addWidget(second, 0, Qt.AlignmentFlag.AlignVCenter)
        themes.changed.connect(self._turn)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two, so that there is room to turn."""
        margins = self.row.contentsMargins()
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        height = super().minimumSizeHint().height()
        return QSize(widest + margins.left() + margins.right(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= self._themes.theme.length(self._beside_from)
        wanted = _BESIDE if beside else _BELOW
        if wanted is not self.row.direction():
            self.row.setDirection(wanted)
            self.row.setSpacing(20 if beside else 6)
            self.updateGeometry()
