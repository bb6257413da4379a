"""Objectives and key results as large lines, one of which is being discussed."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from okrdesk.ui.bridge import Bridge
from okrdesk.ui.look import Look
from okrdesk.ui.models.row_reader import RowReader
from okrdesk.ui.models.tree_row import RowKind, TreeRow, sentence
from okrdesk.ui.present.sheets import Sheet
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole
from okrdesk.ui.widgets.paint import Bar, antialiased, paint_bar, paint_shape

Index = QModelIndex | QPersistentModelIndex

ROW, GAP, EDGE, RADIUS = 46, 14, 12, 8
"""Height of a line and what is free between its parts and at its ends, at the design's text."""
SHAPE, BAR, WORD, INDENT = 18, 120, 190, 18
"""Widths of the parts of a line."""
FULL = "100%"
"""Every line has room for so much, so that bars stand below each other."""
NARROW = 760
"""In lines narrower than this the text is smaller, and the word of the status gives way."""
COLUMN = 500
"""Lines are at least so wide: where two columns have no room, there is one that goes on."""
SMALLER, SMALLEST = 0.82, 0.6
"""Of the text in narrow lines; their amounts stand above the bars, so that titles have room."""
_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


def nothing_else(_item: int, _snapshot: object, _scores: object) -> TreeRow:
    """A line for what is gone."""
    return TreeRow(RowKind.OBJECTIVE, "")


class SheetModel(QAbstractListModel):
    """The items of a sheet, read from a bridge."""

    def __init__(self, bridge: Bridge, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self._reader = RowReader(bridge.snapshot, bridge.scores, nothing_else)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sheet.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row_at(index).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = (sentence(self.row_at(index)), self.aside(index))
            return ", ".join(filter(None, words))
        return None

    def row_at(self, index: Index) -> TreeRow:
        """What a line shows."""
        return self._reader.row(self.item(index))

    def item(self, index: Index) -> int:
        """The objective or key result of a line."""
        return self.sheet.items[index.row()]

    def aside(self, index: Index) -> str:
        """The words at the end of a line."""
        return self.sheet.aside.get(self.item(index), "")


class SheetView(QListView):
    """One column of lines, or as many as there must be for all of them to be seen.

    The arrow keys choose the line; letters and digits are left to the window around it.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Line(look, self))
        self.setAccessibleName(self.tr("Objectives and key results"))
        look.themes.changed.connect(self._arrange)

    def show_sheet(self, bridge: Bridge, sheet: Sheet, item: int | None) -> None:
        """Shows the lines of a sheet, with an item chosen, else the first key result."""
        old = self.model()
        model = SheetModel(bridge, sheet)
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        self._arrange()
        kinds = (model.row_at(model.index(row)).kind for row in range(model.rowCount()))
        first = next((n for n, kind in enumerate(kinds) if kind is RowKind.KEY_RESULT), 0)
        place = sheet.items.index(item) if item in sheet.items else first
        self.setCurrentIndex(model.index(place))

    @property
    def current_item(self) -> int | None:
        """The item that is being discussed."""
        model, index = self.model(), self.currentIndex()
        return model.item(index) if isinstance(model, SheetModel) and index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _MOVES and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Two columns where one does not hold all lines."""
        model = self.model()
        if not isinstance(model, SheetModel):
            return
        height = self._look.themes.theme.length(ROW)
        room = max(1, self.viewport().height() // height)
        wide = self.viewport().width() >= 2 * self._look.themes.theme.length(COLUMN)
        columns = 2 if wide and model.rowCount() > room else 1
        size = QSize(self.viewport().width() // columns, height)
        if size != self.gridSize():
            self.setGridSize(size)


class _Line(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.themes.theme.length(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if isinstance(model, SheetModel):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
            line = _Painting(painter, rect, self._look, option.direction, model.sheet.aside)
            line.paint(model.row_at(index), model.aside(index), chosen=chosen)


class _Painting:
    """Paints one line: shape, title, amount, bar, percent, and status or reasons."""

    def __init__(
        self,
        painter: QPainter,
        rect: QRectF,
        look: Look,
        direction: Qt.LayoutDirection,
        asides: Mapping[int, str],
    ) -> None:
        self._painter, self._rect, self._theme = painter, rect, look.themes.theme
        self._mirrored = direction == Qt.LayoutDirection.RightToLeft
        self._asides = asides
        self._left, self._right = self._length(EDGE), rect.width() - self._length(EDGE)

    def paint(self, row: TreeRow, aside: str, *, chosen: bool) -> None:
        """Paints from both ends; the title has what is left."""
        if chosen:
            self._paint_ground()
        objective = row.kind is RowKind.OBJECTIVE
        wide = self._rect.width() >= self._length(NARROW)
        body, strong = self._fonts(wide=wide)
        self._left += 0 if objective else self._length(INDENT)
        if row.status is not None:
            shape = self._from_left(SHAPE)
            shape.setHeight(self._length(SHAPE))
            shape.moveCenter(self._middle(shape))
            paint_shape(self._painter, shape, self._theme, row.status)
        if aside:
            room = self._room_of_asides(body)
            self._text(self._from_right_exactly(room), aside, body, "text-2", at_end=False)
        elif wide and row.status is not None:
            self._text(self._from_right(WORD), status_word(row.status), body, "text-2", False)
        percent = self._from_right_exactly(self._room_of_percent(strong, row.percent))
        self._text(percent, row.percent, strong, "text", at_end=True)
        bar = self._from_right(BAR)
        if row.amount and wide:
            room = QFontMetricsF(body).horizontalAdvance(row.amount) + 2
            self._text(self._from_right_exactly(room), row.amount, body, "text-2", at_end=True)
        elif row.amount:
            bar = self._paint_small(bar, row.amount, body)
        self._paint_bar(bar, row)
        title = QRectF(self._left, 0, max(0.0, self._right - self._left), self._rect.height())
        self._text(self._placed(title), row.title, strong if objective else body, "text", False)

    def _room_of_percent(self, strong: QFont, percent: str) -> float:
        metrics = QFontMetricsF(strong)
        return max(metrics.horizontalAdvance(words) for words in (FULL, percent)) + 2

    def _room_of_asides(self, body: QFont) -> float:
        """As wide as the longest words of the sheet, within bounds: titles have the rest."""
        metrics = QFontMetricsF(body)
        widest = max(metrics.horizontalAdvance(words) for words in self._asides.values()) + 2
        return min(widest, self._length(2 * WORD))

    def _paint_ground(self) -> None:
        with antialiased(self._painter):
            self._painter.setPen(QPen(self._theme.colour("accent"), 2))
            self._painter.setBrush(self._theme.colour("accent-soft"))
            self._painter.drawRoundedRect(self._rect, RADIUS, RADIUS)

    def _paint_small(self, rect: QRectF, amount: str, body: QFont) -> QRectF:
        """An amount above its bar; returns what is left for the bar."""
        font = QFont(body)
        font.setPixelSize(round(body.pixelSize() * SMALLEST / SMALLER))
        upper = QRectF(rect)
        upper.setHeight(rect.height() * 0.62)
        self._text(upper, amount, font, "text-2", at_end=True)
        return rect.adjusted(0, upper.height() - self._length(4), 0, -self._length(4))

    def _paint_bar(self, rect: QRectF, row: TreeRow) -> None:
        bar = QRectF(rect)
        bar.setHeight(self._length(8))
        bar.moveCenter(rect.center())
        values = Bar(row.status, row.progress, row.expected)
        paint_bar(self._painter, bar, self._theme, values, mirrored=self._mirrored)

    def _text(self, rect: QRectF, text: str, font: QFont, token: str, at_end: bool) -> None:
        side = (
            Qt.AlignmentFlag.AlignRight if at_end != self._mirrored else Qt.AlignmentFlag.AlignLeft
        )
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self._painter.setFont(font)
        self._painter.setPen(self._theme.colour(token))
        self._painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _from_left(self, width: float) -> QRectF:
        part = QRectF(self._left, 0, self._length(width), self._rect.height())
        self._left += self._length(width) + self._length(GAP)
        return self._placed(part)

    def _fonts(self, *, wide: bool) -> tuple[QFont, QFont]:
        """Those of what is told and of what stands out."""
        body = self._theme.font(TextRole.SESSION_BODY)
        if not wide:
            body.setPixelSize(round(body.pixelSize() * SMALLER))
        strong = QFont(body)
        body.setWeight(QFont.Weight.Normal)
        strong.setWeight(QFont.Weight.DemiBold)
        return body, strong

    def _from_right(self, width: float) -> QRectF:
        return self._from_right_exactly(self._length(width))

    def _from_right_exactly(self, pixels: float) -> QRectF:
        self._right -= pixels
        part = QRectF(self._right, 0, pixels, self._rect.height())
        self._right -= self._length(GAP)
        return self._placed(part)

    def _placed(self, part: QRectF) -> QRectF:
        """A part of the line on the screen; from the other side where text runs from the right."""
        if self._mirrored:
            part.moveLeft(self._rect.width() - part.right())
        return part.translated(self._rect.topLeft())

    def _middle(self, part: QRectF) -> QPointF:
        return QPointF(part.center().x(), self._rect.center().y())

    def _length(self, design: float) -> int:
        return self._theme.length(design)
