"""One page of a presentation: its title, and below it lines or the dashboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.charts.library import ChartLibrary
from okrdesk.ui.dashboard.board import Board
from okrdesk.ui.look import Look
from okrdesk.ui.present.rows import SheetView
from okrdesk.ui.present.sheets import Sheet
from okrdesk.ui.theme import TextRole


class PresentPage(QWidget):
    """Shows a ``Sheet``. The board of the dashboard is made when it is first shown."""

    def __init__(self, look: Look, library: ChartLibrary) -> None:
        super().__init__()
        self._look, self._library = look, library
        self._board: Board | None = None
        self.title = look.wrapped("", TextRole.BIG_NUMBER)
        self.note = look.label("", TextRole.SESSION_BODY, "2")
        self.list = SheetView(look)
        self.empty = look.wrapped("", TextRole.SESSION_BODY, "2")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget()
        for part in (self.list, self._scroll, self.empty):
            self._stack.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.note, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    @property
    def lists(self) -> bool:
        """Whether it lists objectives and key results."""
        return self._stack.currentWidget() is self.list

    def show_sheet(self, bridge: Bridge, sheet: Sheet, item: int | None) -> None:
        """Shows a page, with an item chosen if it is among its lines."""
        self.title.setText(sheet.title)
        self.note.setText(sheet.note)
        self.empty.setText(sheet.empty)
        self.setAccessibleName(sheet.title)
        if sheet.sight is not None:
            self._shown_board().show_sight(sheet.sight)
            self._stack.setCurrentWidget(self._scroll)
        elif sheet.items:
            self.list.show_sheet(bridge, sheet, item)
            self._stack.setCurrentWidget(self.list)
        else:
            self._stack.setCurrentWidget(self.empty)

    def scroll_board(self, by: int) -> None:
        """Scrolls a dashboard that is higher than the screen."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep() // 2)

    def _shown_board(self) -> Board:
        if self._board is None:
            self._board = Board(self._look, self._library, live=False)
            self._scroll.setWidget(self._board)
        return self._board
