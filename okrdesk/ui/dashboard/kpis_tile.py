"""The KPIs: a cell each, as many side by side as there is room for."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout

from okrdesk.domain.overview.kpis import kpis_of
from okrdesk.domain.overview.sight import Sight
from okrdesk.text import Message
from okrdesk.ui.dashboard.kpi_cell import HEIGHT, WIDTH, KpiCell, KpiFace, kpi_face
from okrdesk.ui.dashboard.openers import Line, Row
from okrdesk.ui.dashboard.tile import Tile
from okrdesk.ui.dashboard.wishes import Place
from okrdesk.ui.look import Look
from okrdesk.ui.theme import ThemeController
from okrdesk.ui.translation import said, tr
from okrdesk.ui.widgets.themed import ThemedWidget

MOST, GAP = 6, 8
"""So many are shown; what is free beside the line between two cells."""
ALL = Place("kpis")


class KpisTile(Tile):
    """A cell opens its KPI, the tile the page of KPIs."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("KPIs"))
        self._cells = Cells(look.themes)
        self._others = Row(look)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._cells)
        column.addWidget(self._others)
        column.addStretch(1)
        self.take(self._others)

    def show_sight(self, sight: Sight) -> None:
        faces = [kpi_face(line) for line in kpis_of(sight)]
        if not self.is_news(faces):
            return
        for cell in self._cells.cells:
            self.drop(cell)
        self._show_faces(faces)

    def _show_faces(self, faces: list[KpiFace]) -> None:
        cells = [KpiCell(self.look, face) for face in faces[:MOST]]
        self._cells.show_cells(cells)
        self.take(*cells)
        self._others.setVisible(len(faces) > MOST)
        more = said(Message("and %n more", count=len(faces) - MOST))
        self._others.show_line(Line(more, more, ALL))
        dotted = any(face.spark.target is not None for face in faces)
        self.aside.setText(tr("Dotted line shows the target"))
        self.aside.setVisible(dotted)
        if not faces:
            self.say(tr("No KPIs yet. They keep watch over what already runs."))
            return
        count = said(Message("%n (KPI|KPIs)", count=len(faces)))
        head = (tr("KPI"), tr("Value"), tr("Target"), tr("State"), tr("Rhythm"))
        rows = [(f.name, f.value, f.target, f.state, f.rhythm) for f in faces]
        self.tell(count, ALL, [head, *rows])


class Cells(ThemedWidget):
    """Cells in columns with hairlines between them."""

    def __init__(self, themes: ThemeController) -> None:
        super().__init__(themes)
        self.cells: list[KpiCell] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cells(self, cells: list[KpiCell]) -> None:
        """Shows other cells."""
        self.cells = cells
        for cell in cells:
            cell.setParent(self)
            cell.show()
        self._place()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self.cells) // self._columns(width))
        return max(0, rows * (self._height() + 2 * GAP) - 2 * GAP)

    def sizeHint(self) -> QSize:
        width = 3 * (self.theme.length(WIDTH) + 2 * GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.length(WIDTH), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints a hairline between columns and rows."""
        del event
        painter, colour = QPainter(self), self.theme.colour("border")
        columns, tall = self._columns(self.width()), self._height() + 2 * GAP
        rows = -(-len(self.cells) // columns)
        for row in range(1, rows):
            painter.fillRect(0, row * tall - GAP, self.width(), 1, colour)
        for column in range(1, min(columns, len(self.cells))):
            x = round(column * (self.width() + 2 * GAP) / columns) - GAP
            painter.fillRect(self._mirrored(QRect(x, 0, 1, self.height())), colour)
        painter.end()

    def _place(self) -> None:
        columns, tall = self._columns(self.width()), self._height()
        step = (self.width() + 2 * GAP) / columns
        for place, cell in enumerate(self.cells):
            row, column = divmod(place, columns)
            left = round(column * step)
            width = round((column + 1) * step) - 2 * GAP - left
            rect = QRect(left, row * (tall + 2 * GAP), width, tall)
            cell.setGeometry(self._mirrored(rect))

    def _columns(self, width: int) -> int:
        return max(1, min(3, (width + 2 * GAP) // (self.theme.length(WIDTH) + 2 * GAP)))

    def _height(self) -> int:
        return self.theme.length(HEIGHT)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
