"""A bar of tabs, each with a count behind its name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QToolButton

from okrdesk.ui.theme import TextRole, Theme, ThemeController

GAP, COUNT_GAP = 20, 5
"""Behind a tab, and between its name and its count."""
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class CountedTabBar(QTabBar):
    """The tabs themselves; arrows go from one to the next.

    Painted here: a count stands behind its name in a quieter tone, which no style offers.
    """

    def __init__(self, themes: ThemeController) -> None:
        super().__init__()
        self._themes = themes
        self.counts: list[str] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        for button in self.findChildren(QToolButton):
            # Qt's own buttons to scroll are never shown, and their names are English.
            button.setAccessibleName("")

    def tabSizeHint(self, index: int) -> QSize:
        """The name in the stronger weight of the current tab, its count and the gap behind."""
        font = self._themes.theme.font(TextRole.STRONG)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self.tabText(index)) + GAP
        if self.counts[index : index + 1] not in ([], [""]):
            width += COUNT_GAP + metrics.horizontalAdvance(self.counts[index])
        return QSize(width, metrics.height() + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self.count()):
            if self.isTabVisible(place):
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
        painter.drawText(rect, _TRAILING, self.counts[place])
        if current:
            line = QRect(rect.left(), self.height() - 2, rect.width(), 2)
            painter.fillRect(line, theme.colour("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(self.tabRect(place).adjusted(1, 3, -1, -4), 4, 4)


def _font(theme: Theme, *, strong: bool) -> QFont:
    """The font of the current tab, or of another one."""
    font = theme.font(TextRole.STRONG)
    if not strong:
        font.setWeight(QFont.Weight.Medium)
    return font
