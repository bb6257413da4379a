"""How a card of the map looks; from afar only its outline, its colour and its bar."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from okrdesk.ui.look import Look
from okrdesk.ui.map.faces import Face
from okrdesk.ui.map.measures import Measures
from okrdesk.ui.models.tree_row import TreeRow
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.translation import number
from okrdesk.ui.widgets.paint import (
    Bar,
    antialiased,
    avatar_font,
    paint_avatar,
    paint_bar,
    paint_shape,
)
from okrdesk.ui.widgets.paint import Face as Initials

RADIUS, LINES = 9.0, 2
FACE, SHAPE, ICON = 19.0, 9.0, 15.0
AFAR = 0.45
"""Below this zoom nobody could read the text."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEADING = Qt.AlignmentFlag.AlignLeading | _MIDDLE
_TRAILING = Qt.AlignmentFlag.AlignTrailing | _MIDDLE


class Standing(Enum):
    """How a card stands to what is chosen."""

    PLAIN = auto()
    ON_PATH = auto()
    CHOSEN = auto()
    TAKES = auto()
    """What is dragged may be dropped here."""
    REFUSES = auto()


class Sheet(NamedTuple):
    """What the cards are painted with: the same for all of them."""

    look: Look
    theme: Theme
    measures: Measures
    mirrored: bool
    focused: bool = False
    """Whether the map has the keyboard."""


class Wrapped(NamedTuple):
    """A title cut into lines, for a width and a font."""

    text: str
    width: float
    font: str
    lines: tuple[str, ...]


def wrapped(text: str, width: float, font: QFont, lines: int) -> Wrapped:
    """Cuts a text into at most so many lines; the last one ends in … where it does not fit."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid() and len(starts) <= lines:
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    cut = [text[a:b].rstrip() for a, b in zip(starts[:lines], ends, strict=False)]
    if len(starts) > lines:
        rest = text[starts[lines - 1] :]
        elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        cut[-1] = elided
    return Wrapped(text, width, font.key(), tuple(cut))


class CardPainter:
    """Paints one card into a rectangle; the lines of its title are kept."""

    def __init__(self) -> None:
        self._title = Wrapped("", 0.0, "", ())

    def paint(
        self, painter: QPainter, rect: QRectF, sheet: Sheet, face: Face, standing: Standing
    ) -> None:
        """Paints all of it, or its outline where the zoom leaves no room for more."""
        right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(right if sheet.mirrored else left)
        ground(painter, rect, sheet, standing, mission=face.is_mission)
        zoom = painter.worldTransform().m11()
        inside = rect.adjusted(*(sheet.measures.padding * sign for sign in (1, 0.8, -1, -0.8)))
        if abs(zoom) < AFAR:
            _bar(painter, inside, sheet, face.row, afar=True)
            return
        self._head(painter, inside, sheet, face)
        self._words(painter, inside, sheet, face)
        if face.is_mission:
            return
        height = rect.height() - len(face.results) * sheet.measures.result
        part = QRectF(inside.left(), rect.top(), inside.width(), height - inside.top() + rect.top())
        _bar(painter, part, sheet, face.row, afar=False)
        for place, row in enumerate(face.results):
            top = rect.top() + height - 6 + place * sheet.measures.result
            line = QRectF(inside.left(), top, inside.width(), sheet.measures.result)
            _result(painter, line, sheet, row)

    def _head(self, painter: QPainter, inside: QRectF, sheet: Sheet, face: Face) -> None:
        theme = sheet.theme
        size, icon = theme.length(FACE), theme.length(ICON)
        line = QRectF(inside.left(), inside.top(), inside.width(), size)
        token = "on-accent" if face.is_mission else "text-2"
        place = _at_start(QRectF(0, 0, icon, icon), line, sheet, 0)
        sheet.look.icons.icon(face.icon, token).paint(painter, place.toAlignedRect())
        used = 0.0
        if face.row.letters:
            circle = _at_start(QRectF(0, 0, size, size), line, sheet, inside.width() - size)
            font = avatar_font(theme.font(TextRole.CAPTION), size)
            initials = Initials(face.row.letters, face.row.tint)
            paint_avatar(painter, circle, theme, initials, font)
            used = size + 6
        if face.hidden:
            used += _folded(painter, line, sheet, face, used)
        left = icon + 7.0
        words = _at_start(QRectF(0, 0, inside.width() - left - used, size), line, sheet, left)
        painter.setPen(theme.colour(token))
        _text(painter, words, _LEADING, face.caption, theme.font(TextRole.SMALL))

    def _words(self, painter: QPainter, inside: QRectF, sheet: Sheet, face: Face) -> None:
        theme = sheet.theme
        font = theme.font(TextRole.STRONG)
        lines = LINES + 2 * face.is_mission
        known = self._title
        if (known.text, known.width, known.font) != (face.row.title, inside.width(), font.key()):
            self._title = wrapped(face.row.title, inside.width(), font, lines)
        painter.setFont(font)
        painter.setPen(theme.colour("on-accent" if face.is_mission else "text"))
        step = QFontMetricsF(font).height()
        top = inside.top() + theme.length(FACE) + 3
        for place, text in enumerate(self._title.lines):
            line = QRectF(inside.left(), top + place * step, inside.width(), step)
            painter.drawText(line, _LEADING, text)
        if face.foot:
            bottom = top + len(self._title.lines) * step + 4
            foot = QRectF(inside.left(), bottom, inside.width(), step)
            _text(painter, foot, _LEADING, face.foot, theme.font(TextRole.CAPTION))


def _folded(painter: QPainter, line: QRectF, sheet: Sheet, face: Face, used: float) -> float:
    """Draws how many cards are folded away below, as "+3"; returns the room it takes."""
    theme, text = sheet.theme, f"+{number(face.hidden)}"
    font = theme.font(TextRole.CHIP)
    width = QFontMetricsF(font).horizontalAdvance(text) + 14
    start = line.width() - used - width
    pill = _at_start(QRectF(0, 0, width, line.height()), line, sheet, start)
    with antialiased(painter):
        painter.setPen(QPen(theme.colour("on-accent" if face.is_mission else "border-strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, line.height() / 2, line.height() / 2)
    painter.setFont(font)
    painter.setPen(theme.colour("on-accent" if face.is_mission else "text-2"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    return width + 6


def ground(
    painter: QPainter, rect: QRectF, sheet: Sheet, standing: Standing, *, mission: bool
) -> None:
    """The card without its contents."""
    theme = sheet.theme
    edges = {
        Standing.PLAIN: ("border", 1.0),
        Standing.ON_PATH: ("accent", 1.3),
        Standing.CHOSEN: ("accent", 2.6),
        Standing.TAKES: ("accent", 2.6),
        Standing.REFUSES: ("risk-fill", 2.6),
    }
    token, width = edges[standing]
    fill = "accent" if mission else "accent-soft" if standing is Standing.CHOSEN else "surface"
    with antialiased(painter):
        painter.setPen(QPen(theme.colour(token), width))
        painter.setBrush(theme.colour(fill))
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if standing is Standing.CHOSEN and sheet.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on-accent" if mission else "focus"), 1.5))
            painter.drawRoundedRect(rect.adjusted(4, 4, -4, -4), RADIUS - 3, RADIUS - 3)


def _bar(painter: QPainter, part: QRectF, sheet: Sheet, row: TreeRow, *, afar: bool) -> None:
    """Shape, bar and percent at the bottom of a part of the card; from afar a broad bar."""
    theme = sheet.theme
    bar = Bar(row.status, row.progress, row.expected)
    if afar:
        middle = QRectF(part.left(), part.center().y() - 9, part.width(), 18)
        if row.percent:
            paint_bar(painter, middle, theme, bar, mirrored=sheet.mirrored)
        return
    font = theme.font(TextRole.CHIP)
    high = QFontMetricsF(font).height()
    line = QRectF(part.left(), part.bottom() - high, part.width(), high)
    shape, room = theme.length(SHAPE), QFontMetricsF(font).horizontalAdvance("100%") + 4
    mark = _at_start(QRectF(0, 0, shape, shape), line, sheet, 0)
    paint_shape(painter, mark, theme, row.status)
    width = part.width() - shape - 8 - room - 4
    paint_bar(
        painter,
        _at_start(QRectF(0, 0, width, 6), line, sheet, shape + 8.0),
        theme,
        bar,
        mirrored=sheet.mirrored,
    )
    painter.setPen(theme.colour("text"))
    painter.setFont(font)
    painter.drawText(line, _TRAILING, row.percent)


def _result(painter: QPainter, line: QRectF, sheet: Sheet, row: TreeRow) -> None:
    """A key result in one line: shape, title, percent."""
    theme = sheet.theme
    font = theme.font(TextRole.CAPTION)
    shape, room = theme.length(7), QFontMetricsF(font).horizontalAdvance("100%") + 4
    mark = _at_start(QRectF(0, 0, shape, shape), line, sheet, 0)
    paint_shape(painter, mark, theme, row.status)
    words = QRectF(0, 0, line.width() - shape - 7 - room, line.height())
    painter.setPen(theme.colour("text-2"))
    _text(painter, _at_start(words, line, sheet, shape + 7.0), _LEADING, row.title, font)
    _text(painter, line, _TRAILING, row.percent, font)


def _at_start(part: QRectF, line: QRectF, sheet: Sheet, start: float) -> QRectF:
    """A part of a line at a distance from its beginning, in the middle of its height."""
    left = line.right() - start - part.width() if sheet.mirrored else line.left() + start
    placed = QRectF(part)
    placed.moveTopLeft(QPointF(left, line.center().y() - part.height() / 2))
    return placed


def _text(painter: QPainter, area: QRectF, where: Qt.AlignmentFlag, text: str, font: QFont) -> None:
    painter.setFont(font)
    end = Qt.TextElideMode.ElideRight
    painter.drawText(area, where, QFontMetricsF(font).elidedText(text, end, area.width()))
