"""A bar of tabs, each with a count behind its name."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QToolButton

from okrdesk.ui.theme import TextRole, Theme, ThemeController

GAP, COUNT_GAP = 20, 5
"""Behind a tab, and between its name and its count."""
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Label(NamedTuple):
    """What stands on a tab, and what a screen reader says."""

    id: str
    name: str
    number: str
    sentence: str


class CountedTabBar(QTabBar):
    """The tabs themselves; arrows go from one to the next. ``chosen`` carries an id.

    Painted here: a count stands behind its name in a quieter tone, which no style offers.
    """

    chosen = Signal(str)

    def __init__(self, themes: ThemeController) -> None:
        super().__init__()
        self._themes = themes
        self.labels: list[Label] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        for button in self.findChildren(QToolButton):
            # Qt's own buttons to scroll are never shown, and their names are English.
            button.setAccessibleName("")
        self.currentChanged.connect(self._tell)

    def show_labels(self, labels: list[Label], current: str) -> None:
        """Shows these tabs and goes to one of them, without telling of it."""
        place = [label.id for label in labels].index(current)
        if labels == self.labels and place == self.currentIndex():
            return
        self.blockSignals(True)
        if [label.id for label in labels] != [label.id for label in self.labels]:
            # Hidden tabs would keep their places, and the bar would scroll.
            while self.count():
                self.removeTab(0)
            for label in labels:
                self.addTab(label.name)
        self.labels = labels
        for at, label in enumerate(labels):
            self.setTabText(at, label.name)
            self.setAccessibleTabName(at, label.sentence)
        self.setCurrentIndex(place)
        self.blockSignals(False)
        self.update()

    def width_of(self, label: Label) -> int:
        """How wide a tab is, in the stronger weight of the current one, with the gap behind."""
        metrics = QFontMetrics(self._themes.theme.font(TextRole.STRONG))
        width = metrics.horizontalAdvance(label.name) + GAP
        return width + (COUNT_GAP + metrics.horizontalAdvance(label.number) if label.number else 0)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the name, its count and the gap behind."""
        height = QFontMetrics(self._themes.theme.font(TextRole.STRONG)).height() + 16
        if index >= len(self.labels):
            return QSize(0, height)
        return QSize(self.width_of(self.labels[index]), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self.count()):
            self._paint_tab(painter, place)
        painter.end()

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        theme, current = self._themes.theme, place == self.currentIndex()
        rect = self.tabRect(place).adjusted(0, 0, -GAP, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect = self.tabRect(place).adjusted(GAP, 0, 0, 0)
        under = self.tabRect(place).contains(self.mapFromGlobal(self.cursor().pos()))
        painter.setFont(_font(theme, strong=current))
        painter.setPen(theme.colour("text" if current or under else "text-2"))
        painter.drawText(rect, _LEADING, self.tabText(place))
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(theme.colour("text-3"))
        painter.drawText(rect, _TRAILING, self.labels[place].number)
        if current:
            line = QRect(rect.left(), self.height() - 2, rect.width(), 2)
            painter.fillRect(line, theme.colour("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(self.tabRect(place).adjusted(1, 3, -1, -4), 4, 4)

    def _tell(self, place: int) -> None:
        if 0 <= place < len(self.labels):
            self.chosen.emit(self.labels[place].id)


def _font(theme: Theme, *, strong: bool) -> QFont:
    """The font of the current tab, or of another one."""
    font = theme.font(TextRole.STRONG)
    if not strong:
        font.setWeight(QFont.Weight.Medium)
    return font
