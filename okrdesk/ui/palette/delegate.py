"""Paints the lines of the palette: icon, text with what was typed underlined, caption, keys."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QIcon,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from okrdesk.app.finding import Span
from okrdesk.ui.look import Look
from okrdesk.ui.palette.entries import Entry, EntryModel
from okrdesk.ui.palette.quoting import clipped
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.widgets.key_cap import cap_size, paint_cap
from okrdesk.ui.widgets.paint import antialiased, paint_shape

SIDE, PADDING, ICON, ICON_GAP, GAP, SHAPE, RADIUS = 8, 10, 18, 11, 9, 10, 8
LEAST_DETAIL = 60
UNDERLINE = 2.0

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Room:
    """What is left of a line: parts are taken from its beginning and its end, also mirrored."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        whole: QRect = option.rect
        self.whole = QRectF(whole.adjusted(SIDE, 0, -SIDE, 0))
        self._mirrored: bool = option.direction == Qt.LayoutDirection.RightToLeft
        self._left, self._right = self.whole.left() + PADDING, self.whole.right() - PADDING

    @property
    def width(self) -> float:
        """How much is left."""
        return self._right - self._left

    def first(self, width: float, height: float, gap: float = 0.0) -> QRectF:
        """A part at the beginning, in the middle of the height."""
        rect = QRectF(self._left, self.whole.center().y() - height / 2, width, height)
        self._left += width + gap
        return self._seen(rect)

    def last(self, width: float, height: float, gap: float = 0.0) -> QRectF:
        """A part at the end, in the middle of the height."""
        rect = QRectF(self._right - width, self.whole.center().y() - height / 2, width, height)
        self._right -= width + gap
        return self._seen(rect)

    def _seen(self, rect: QRectF) -> QRectF:
        if self._mirrored:
            rect.moveLeft(self.whole.left() + self.whole.right() - rect.right())
        return rect


class EntryDelegate(QStyledItemDelegate):
    """One line; measures anew when the theme or the text size changes."""

    def __init__(self, look: Look, enter: str, parent: QObject | None = None) -> None:
        """``enter``: what the key is called that runs the chosen entry."""
        super().__init__(parent)
        self._look, self._enter = look, enter
        look.themes.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        theme = self._look.themes.theme
        self._body, self._found = theme.font(TextRole.BODY), theme.font(TextRole.STRONG)
        self._small, self._cap = theme.font(TextRole.SMALL), theme.font(TextRole.CAPTION)
        self._body.setWeight(QFont.Weight.Medium)
        self._found.setWeight(QFont.Weight.Bold)
        line = QFontMetricsF(self._body).height()
        grown = max(1.0, self._look.themes.text_percent / 100)
        self._icon, self._shape = round(ICON * grown), round(SHAPE * grown)
        self.entry_height, self.title_height = round(line + 26), round(line + 14)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        title = isinstance(model, EntryModel) and model.entry(index.row()) is None
        return QSize(100, self.title_height if title else self.entry_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        entry, room = model.entry(index.row()), Room(option)
        if entry is None:
            self._paint_title(painter, room, str(model.lines[index.row()]))
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            self._paint_ground(painter, room)
        self._paint_icon(painter, room.first(self._icon, self._icon, ICON_GAP), entry)
        self._paint_end(painter, room, entry, selected=selected)
        self._paint_text(painter, room, entry)

    def _paint_title(self, painter: QPainter, room: Room, title: str) -> None:
        font = self._look.themes.theme.font(TextRole.CAPTION_STRONG)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text-2"))
        rect = room.first(metrics.horizontalAdvance(title) + 2, metrics.height())
        painter.drawText(rect.translated(0, 3), _MIDDLE, title)

    def _paint_ground(self, painter: QPainter, room: Room) -> None:
        with antialiased(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent-soft"))
            painter.drawRoundedRect(room.whole.adjusted(0, 1, 0, -1), RADIUS, RADIUS)

    def _paint_icon(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        if entry.status is not None and not entry.percent:
            inset = (self._icon - self._shape) / 2
            paint_shape(
                painter, rect.adjusted(inset, inset, -inset, -inset), self._theme, entry.status
            )
            return
        icon = entry.icon
        if isinstance(icon, str):
            icon = self._look.icons.icon(icon, entry.tint)
        if not icon.isNull():
            icon.paint(painter, rect.toRect(), Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal)

    def _paint_end(self, painter: QPainter, room: Room, entry: Entry, *, selected: bool) -> None:
        keys = entry.keys or (self._enter if selected and not entry.percent else "")
        if keys:
            size = cap_size(keys, self._cap)
            cap = room.last(size.width(), size.height(), GAP)
            paint_cap(painter, cap, self._theme, keys, self._cap)
        if entry.percent:
            self._paint_percent(painter, room, entry)

    def _paint_percent(self, painter: QPainter, room: Room, entry: Entry) -> None:
        font = self._theme.font(TextRole.STRONG)
        width = QFontMetricsF(font).horizontalAdvance(entry.percent) + 1
        painter.setFont(font)
        painter.setPen(self._theme.colour("text-2"))
        percent = room.last(width, room.whole.height(), 6)
        painter.drawText(percent, _MIDDLE | Qt.AlignmentFlag.AlignHCenter, entry.percent)
        paint_shape(painter, room.last(self._shape, self._shape, GAP), self._theme, entry.status)

    def _paint_text(self, painter: QPainter, room: Room, entry: Entry) -> None:
        line = _Line(entry.text, entry.spans, (self._body, self._found), room.width)
        line.draw(painter, room.first(line.width, line.height, GAP), self._theme)
        if not entry.detail or room.width < LEAST_DETAIL:
            return
        metrics = QFontMetricsF(self._small)
        detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, room.width)
        rect = room.first(metrics.horizontalAdvance(detail) + 2, metrics.height())
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("text-2"))
        painter.drawText(rect.translated(0, 0.5), _MIDDLE, detail)

    @property
    def _theme(self) -> Theme:
        return self._look.themes.theme


class _Line:
    """A text laid out in one line, parts of it strong."""

    def __init__(
        self, text: str, spans: tuple[Span, ...], fonts: tuple[QFont, QFont], room: float
    ) -> None:
        plain, strong = fonts
        wide = sum(QFontMetricsF(strong).horizontalAdvance(text[s.start : s.end]) for s in spans)
        wide -= sum(QFontMetricsF(plain).horizontalAdvance(text[s.start : s.end]) for s in spans)
        shown = QFontMetricsF(plain).elidedText(text, Qt.TextElideMode.ElideRight, room - wide - 2)
        whole = len(shown) if shown == text else len(shown) - 1
        self._spans = clipped(spans, whole)
        self._layout = QTextLayout(shown, plain)
        self._layout.setTextOption(_one_line())
        self._layout.setFormats(list(_formats(self._spans, strong)))
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(10_000)
        self._layout.endLayout()
        self.width, self.height = self._line.naturalTextWidth(), self._line.height()

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Draws the text, and a line below what is strong."""
        painter.setPen(theme.colour("text"))
        start = rect.topLeft() - QPointF(self._line.naturalTextRect().left(), 0)
        self._layout.draw(painter, start)
        base = rect.top() + self._line.ascent() + 3
        for span in self._spans:
            ends = sorted((self._x(span.start), self._x(span.end)))
            under = QRectF(start.x() + ends[0], round(base), ends[1] - ends[0], UNDERLINE)
            painter.fillRect(under, theme.colour("accent"))

    def _x(self, place: int) -> float:
        found: tuple[float, int] = self._line.cursorToX(place)  # type: ignore[assignment]  # the stubs know no tuple
        return found[0]


def _formats(spans: tuple[Span, ...], font: QFont) -> Iterator[QTextLayout.FormatRange]:
    for span in spans:
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = span.start, span.end - span.start
        strong.format = QTextCharFormat()
        strong.format.setFontWeight(font.weight())
        yield strong


def _one_line() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option
