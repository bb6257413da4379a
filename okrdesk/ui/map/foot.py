"""What stands below the map: the tray, the meaning of the lines, what is chosen, the minimap."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from okrdesk.ui.look import Look
from okrdesk.ui.map.details import Details
from okrdesk.ui.map.legend import Legend
from okrdesk.ui.map.minimap import Minimap
from okrdesk.ui.map.tray import Tray
from okrdesk.ui.map.view import MapView

WITH_LEGEND, WITH_MINIMAP, WITH_DETAILS = 1000, 860, 660
"""The widths from which there is room for each, at the text size of the design."""


class Foot(QWidget):
    """Leaves out what finds no room."""

    def __init__(self, look: Look, view: MapView) -> None:
        super().__init__()
        self._look = look
        self.tray = Tray(look)
        self.legend = Legend(look)
        self.details = Details(look)
        self.minimap = Minimap(look, view)
        self._chosen = False
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 12)
        row.setSpacing(14)
        row.addWidget(self.tray, 3)
        row.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self.details)
        row.addWidget(self.minimap, 0, Qt.AlignmentFlag.AlignBottom)

    def show_chosen(self, *, chosen: bool) -> None:
        """Shows the lines about a card only where one is chosen."""
        self._chosen = chosen
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Leaves out what finds no room in a page of this width."""
        length = self._look.themes.theme.length
        self.legend.setVisible(width >= length(WITH_LEGEND))
        self.minimap.setVisible(width >= length(WITH_MINIMAP))
        self.details.setVisible(self._chosen and width >= length(WITH_DETAILS))
