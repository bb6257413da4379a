"""How a row of the sidebar looks, in plain values."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from okrdesk.ui.look import Look
from okrdesk.ui.theme import TextRole, Theme
from okrdesk.ui.widgets.key_cap import paint_cap
from okrdesk.ui.widgets.paint import paint_shape

MARK, INSET, GAP = 16, 9, 11


class Mark(NamedTuple):
    """What stands before the name: an icon, the shape of a status, or a square in a colour."""

    icon: str = ""
    status: str = ""
    colour: int = 0


class RowState(NamedTuple):
    """What a row shows. ``rail`` leaves the mark alone."""

    name: str
    mark: Mark
    figure: str = ""
    key: str = ""
    shown: bool = False
    rail: bool = False
    badge: bool = False
    """Whether the figure stands on a ground of its own."""


def is_cut(theme: Theme, state: RowState, width: int) -> bool:
    """Whether a row of this width does not show its whole name."""
    role = TextRole.STRONG if state.shown else TextRole.BODY
    needed = QFontMetrics(theme.font(role)).horizontalAdvance(state.name)
    left = INSET + mark_side(theme) + GAP
    return state.rail or needed > width - left - end_width(theme, state)


def mark_side(theme: Theme) -> int:
    """How large a mark is; it grows with the text."""
    return max(MARK, theme.length(MARK))


def end_width(theme: Theme, state: RowState) -> int:
    """How much room number or key take, with the gaps around them."""
    text = state.figure or state.key
    if not text:
        return INSET
    metrics = QFontMetrics(theme.font(_end_role(state)))
    around = 6 if state.figure and not state.badge else 22 if state.badge else 18
    return INSET + metrics.horizontalAdvance(text) + around


class RowPainter:
    """Paints a row into a rectangle, mirrored where the language runs from the right."""

    def __init__(
        self, painter: QPainter, rect: QRect, look: Look, direction: Qt.LayoutDirection
    ) -> None:
        self._painter, self._rect, self._look = painter, rect, look
        self._theme, self._direction = look.themes.theme, direction
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def ground(self, *, shown: bool, hovered: bool, focused: bool) -> None:
        """Soft fill where it is shown, grey under the pointer, a ring with the focus."""
        painter, ground = self._painter, QRectF(self._rect)
        painter.setPen(Qt.PenStyle.NoPen)
        if shown or hovered:
            painter.setBrush(self._theme.colour("accent-soft" if shown else "track"))
            painter.drawRoundedRect(ground, 6, 6)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5)

    def row(self, state: RowState) -> None:
        """Mark, name and end."""
        self._mark(state)
        if not state.rail:
            self._name(state)
            self._end(state)

    def icon(self, place: QRect, name: str, token: str) -> None:
        """An icon that fills a square."""
        scale = self._painter.device().devicePixelRatioF()
        picture = self._look.icons.pixmap(name, place.width(), scale, token)
        self._painter.drawPixmap(place, picture)

    def _mark(self, state: RowState) -> None:
        side = mark_side(self._theme)
        left = (self._rect.width() - side) // 2 if state.rail else INSET
        place = self._placed(QRect(left, (self._rect.height() - side) // 2, side, side))
        mark, painter = state.mark, self._painter
        if mark.icon:
            token = "accent" if state.shown else "text-2"
            self.icon(place, mark.icon, token)
        elif mark.status:
            shape = QRectF(place).adjusted(2.5, 2.5, -2.5, -2.5)
            paint_shape(painter, shape, self._theme, mark.status)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"cat{mark.colour}"))
            painter.drawRoundedRect(QRectF(place).adjusted(3, 3, -3, -3), 2.5, 2.5)

    def _name(self, state: RowState) -> None:
        painter = self._painter
        painter.setFont(self._theme.font(TextRole.STRONG if state.shown else TextRole.BODY))
        painter.setPen(self._theme.colour("accent-soft-text" if state.shown else "text"))
        left = INSET + mark_side(self._theme) + GAP
        room = self._rect.width() - left - end_width(self._theme, state)
        text = painter.fontMetrics().elidedText(state.name, Qt.TextElideMode.ElideRight, room)
        place = self._placed(QRect(left, 0, room, self._rect.height()))
        leading = QStyle.visualAlignment(self._direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(place, leading | Qt.AlignmentFlag.AlignVCenter, text)

    def _end(self, state: RowState) -> None:
        text = state.figure or state.key
        if not text:
            return
        painter = self._painter
        painter.setFont(self._theme.font(_end_role(state)))
        width = end_width(self._theme, state) - INSET - 6
        height = painter.fontMetrics().height() + 4
        left, top = self._rect.width() - INSET - width, (self._rect.height() - height) // 2
        place = self._placed(QRect(left, top, width, height))
        if not state.figure:
            font = self._theme.font(_end_role(state))
            paint_cap(painter, QRectF(place), self._theme, text, font)
            return
        ink = "accent-soft-text" if state.shown else "text-3"
        if state.badge:
            ink, half = "on-accent", place.height() / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(place, half, half)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _placed(self, rect: QRect) -> QRect:
        placed = QStyle.visualRect(self._direction, self._rect, rect)
        return placed.translated(self._rect.topLeft())


def _end_role(state: RowState) -> TextRole:
    if state.badge:
        return TextRole.CAPTION_STRONG
    return TextRole.SMALL if state.figure else TextRole.CAPTION
