"""Two things at the two ends of a row; where there is no room for both, one below the other."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

LEAST = 12
"""Letters that have to be seen of what can end in …"""


class Spread(QWidget):
    """The first at the beginning, the second at the end."""

    def __init__(self, first: QWidget, second: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._parts, self._spacing = (first, second), spacing
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._row.addWidget(first, 0, Qt.AlignmentFlag.AlignLeading)
        self._row.addStretch(1)
        self._row.addWidget(second, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def stacked(self) -> bool:
        """Whether one stands below the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Looks again when one of the two has become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        least = LEAST * self.fontMetrics().averageCharWidth()
        needed = [
            min(part.sizeHint().width(), part.minimumSizeHint().width() + least)
            for part in self._parts
            if not part.isHidden()
        ]
        wide = sum(needed) + self._spacing > self.width()
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if wide else ways.LeftToRight
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self._row.setSpacing(2 if wide else self._spacing)
            end = Qt.AlignmentFlag.AlignLeading if wide else Qt.AlignmentFlag.AlignTrailing
            self._row.setAlignment(self._parts[1], end)
            self.updateGeometry()
