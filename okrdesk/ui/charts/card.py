"""A chart in a card, with its title and what can be taken from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from okrdesk.charts.chart import Chart
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.charts.view import ChartView, D
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole


class ChartCard(QFrame):
    """``copied`` follows a copy, with what is on the clipboard now."""

    copied = Signal(str)

    def __init__(self, look: Look, library: ChartLibrary) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.view = ChartView(look, library)
        self._title = look.wrapped("", TextRole.STRONG)
        self._way = look.label("", TextRole.SMALL, "2")
        self._more = look.tool_button("ellipsis", self.tr("Copy this chart"), self._open_menu)
        self._more.setProperty("look", "small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._way)
        head.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 5, 8, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.view)

    def show_chart(self, title: str, way: str, chart: Chart[D], data: D) -> None:
        """``way``: what stands at the right of the title, such as start and target."""
        self._title.setText(title)
        self._way.setText(way)
        self.view.show_chart(chart, data)

    def menu(self) -> QMenu:
        """What can be taken from it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy as table"), self.copy_table)
        menu.addAction(self.tr("Copy as picture"), self.copy_picture)
        return menu

    def copy_table(self) -> None:
        """Puts the numbers on the clipboard."""
        QGuiApplication.clipboard().setText(self.view.table())
        self.copied.emit(self.tr("Chart copied as table"))

    def copy_picture(self) -> None:
        """Puts the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.view.picture())
        self.copied.emit(self.tr("Chart copied as picture"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def _open_menu(self) -> None:
        self.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
