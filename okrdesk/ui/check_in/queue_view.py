"""The queue beside the card: what is done, where we are, what is left."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from okrdesk.ui.check_in.queue_model import Mark, QueueModel, QueueRow
from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.widgets.paint import antialiased

ROW, HEAD = 33, 36
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEADING = Qt.AlignmentFlag.AlignLeading | _MIDDLE
_TRAILING = Qt.AlignmentFlag.AlignTrailing | _MIDDLE
Index = QModelIndex | QPersistentModelIndex


class QueueView(QListView):
    """``chosen`` carries the key result that a person goes to."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Key results to check in"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(QueueDelegate(look, self))
        self.clicked.connect(self._choose)
        look.themes.changed.connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        model = self.model()
        if index.isValid() and isinstance(model, QueueModel):
            row = model.row_at(index)
            if row.mark is not Mark.OBJECTIVE:
                self.chosen.emit(row.item)


class QueueDelegate(QStyledItemDelegate):
    """Paints circle, title and values; an objective as a heading."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        head = isinstance(model, QueueModel) and model.row_at(index).mark is Mark.OBJECTIVE
        return QSize(100, self._look.themes.theme.length(HEAD if head else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, QueueModel):
            return
        row, theme = model.row_at(index), self._look.themes.theme
        area = QRect(option.rect)
        with antialiased(painter):
            if row.mark is Mark.OBJECTIVE:
                self._paint_heading(painter, area, theme, row)
                return
            self._paint_ground(painter, area, theme, row, option)
            self._paint_circle(painter, area, theme, row)
            self._paint_words(painter, area, theme, row)

    def _paint_heading(self, painter: QPainter, area: QRect, theme: Theme, row: QueueRow) -> None:
        icon = self._look.icons.icon(row.icon, "text-2")
        size = theme.length(15)
        place = _mirrored(QRect(area.left() + 14, area.center().y() - size // 2, size, size), area)
        icon.paint(painter, place)
        painter.setPen(theme.colour("text-2"))
        painter.setFont(theme.font(TextRole.SMALL))
        count = painter.fontMetrics().horizontalAdvance(row.after) + 14
        painter.drawText(area.adjusted(14, 0, -14, 0), _TRAILING, row.after)
        painter.setFont(theme.font(TextRole.CHIP))
        words = _mirrored(area.adjusted(22 + size, 0, -count - 8, 0), area)
        _draw_elided(painter, words, _LEADING, row.title)

    def _paint_ground(
        self,
        painter: QPainter,
        area: QRect,
        theme: Theme,
        row: QueueRow,
        option: QStyleOptionViewItem,
    ) -> None:
        here, hover = row.mark is Mark.HERE, bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = QRectF(area.adjusted(6, 1, -6, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        if here or hover:
            painter.setBrush(theme.colour("accent-soft" if here else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if here:
            painter.setBrush(theme.colour("accent"))
            bar = QRect(area.left() + 6, area.top() + 7, 3, area.height() - 14)
            painter.drawRoundedRect(QRectF(_mirrored(bar, area)), 1.5, 1.5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_circle(self, painter: QPainter, area: QRect, theme: Theme, row: QueueRow) -> None:
        size = theme.length(15)
        place = QRect(area.left() + 16, area.center().y() - size // 2, size, size)
        circle = QRectF(_mirrored(place, area)).adjusted(0.75, 0.75, -0.75, -0.75)
        accent = theme.colour("accent")
        filled = row.mark in {Mark.DONE, Mark.HERE}
        painter.setPen(QPen(accent if filled else theme.colour("border-strong"), 1.5))
        painter.setBrush(accent if filled else theme.colour("surface"))
        painter.drawEllipse(circle)
        if row.mark is Mark.DONE:
            self._look.icons.icon("check", "on-accent").paint(
                painter, _mirrored(place.adjusted(3, 3, -3, -3), area)
            )
        elif row.mark is Mark.HERE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("on-accent"))
            painter.drawEllipse(circle.adjusted(4.5, 4.5, -4.5, -4.5))

    def _paint_words(self, painter: QPainter, area: QRect, theme: Theme, row: QueueRow) -> None:
        inner = area.adjusted(16, 0, -16, 0)
        taken = _paint_values(painter, inner, theme, row)
        done = row.mark is Mark.DONE
        painter.setPen(theme.colour("text-3" if done else "text"))
        painter.setFont(theme.font(TextRole.STRONG if row.mark is Mark.HERE else TextRole.BODY))
        lead = theme.length(15) + 11
        words = _mirrored(area.adjusted(16 + lead, 0, -16 - taken - 10, 0), area)
        _draw_elided(painter, words, _LEADING, row.title)


def _paint_values(painter: QPainter, area: QRect, theme: Theme, row: QueueRow) -> int:
    """Draws "31 → 34" at the far edge; returns its width."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    small, strong = theme.font(TextRole.SMALL), theme.font(TextRole.STRONG)
    before = row.before + (f" {'←' if rtl else '→'} " if row.after else "")
    painter.setFont(strong)
    wide = painter.fontMetrics().horizontalAdvance(row.after)
    painter.setPen(theme.colour("text"))
    painter.drawText(area, _TRAILING, row.after)
    painter.setFont(small)
    painter.setPen(theme.colour("text-2"))
    room = area.adjusted(wide, 0, 0, 0) if rtl else area.adjusted(0, 0, -wide, 0)
    painter.drawText(room, _TRAILING, before)
    return wide + painter.fontMetrics().horizontalAdvance(before)


def _draw_elided(painter: QPainter, area: QRect, where: Qt.AlignmentFlag, text: str) -> None:
    end = Qt.TextElideMode.ElideRight
    painter.drawText(area, where, painter.fontMetrics().elidedText(text, end, area.width()))


def _mirrored(place: QRect, area: QRect) -> QRect:
    """The place as the direction of the program has it."""
    return QStyle.visualRect(QApplication.layoutDirection(), area, place)
