"""Sizes, fonts and pictures of the tree, made once for each theme, text size and scale."""

from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from okrdesk.ui.icons import LEVEL_ICONS, IconSet
from okrdesk.ui.status_words import status_word
from okrdesk.ui.theme import TextRole, Theme, text_factor
from okrdesk.ui.widgets.paint import (
    Chip,
    Face,
    antialiased,
    avatar_font,
    chip_size,
    paint_avatar,
    paint_chip,
)

INDENT, BOX, BOX_ICON, AVATAR, AVATAR_RING = 17, 20, 13, 22, 2


class TreeLook:
    """What the delegate paints with, valid until the theme or the text size changes."""

    def __init__(self, theme: Theme, icons: IconSet) -> None:
        """Measure with the application font of this moment."""
        self.theme = theme
        self._icons = icons
        self.factor = text_factor()
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        self._elided: dict[tuple[str, int, bool], str] = {}

    def length(self, design: float) -> float:
        """Return a length of the design at the text size in use."""
        return design * self.factor

    @cached_property
    def row_height(self) -> int:
        """Return the height of every row."""
        return round(self.length(self.theme.row))

    @cached_property
    def strong(self) -> QFont:
        """Return the font of objectives and percents."""
        return self.theme.font(TextRole.STRONG)

    @cached_property
    def body(self) -> QFont:
        """Return the font of key results and numbers."""
        return self.theme.font(TextRole.BODY)

    @cached_property
    def small(self) -> QFont:
        """Return the font of captions."""
        return self.theme.font(TextRole.SMALL)

    @cached_property
    def chip(self) -> QFont:
        """Return the font of chips."""
        return self.theme.font(TextRole.CHIP)

    @cached_property
    def strong_metrics(self) -> QFontMetricsF:
        """Return the measures of `strong`."""
        return QFontMetricsF(self.strong)

    @cached_property
    def body_metrics(self) -> QFontMetricsF:
        """Return the measures of `body`."""
        return QFontMetricsF(self.body)

    @cached_property
    def small_metrics(self) -> QFontMetricsF:
        """Return the measures of `small`."""
        return QFontMetricsF(self.small)

    def width(self, text: str, *, strong: bool) -> float:
        """Return how wide a title is."""
        metrics = self.strong_metrics if strong else self.body_metrics
        return metrics.horizontalAdvance(text)

    def elided(self, text: str, width: float, *, strong: bool) -> str:
        """Return `text` cut to `width` pixels."""
        key = (text, int(width), strong)
        if key not in self._elided:
            if len(self._elided) > 2000:
                self._elided.clear()
            metrics = self.strong_metrics if strong else self.body_metrics
            self._elided[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
        return self._elided[key]

    def symbol(self, level: str, scale: float, *, selected: bool) -> QPixmap:
        """Return the icon of a level in its box; a key result has no box."""
        key = (level, scale, selected)
        if key not in self._pictures:
            self._pictures[key] = self._draw_symbol(level, scale, selected=selected)
        return self._pictures[key]

    def _draw_symbol(self, level: str, scale: float, *, selected: bool) -> QPixmap:
        side, icon = self.length(BOX), round(self.length(BOX_ICON))
        mission = level == "mission"
        pixmap = _blank(side, side, scale)
        painter = QPainter(pixmap)
        if level != "key_result":
            with antialiased(painter):
                painter.setPen(Qt.PenStyle.NoPen)
                plain = "surface" if selected else "hover"
                painter.setBrush(self.theme.colour("accent" if mission else plain))
                painter.drawRoundedRect(QRectF(0, 0, side, side), 5, 5)
        ink = "on-accent" if mission else "text-2"
        drawn = self._icons.pixmap(LEVEL_ICONS[level], icon, scale, ink)
        at = round((side - icon) / 2 * scale) / scale
        painter.drawPixmap(QRectF(at, at, icon, icon), drawn, QRectF(drawn.rect()))
        painter.end()
        return pixmap

    def status_chip(self, status: str, scale: float, *, stale: bool, mirrored: bool) -> QPixmap:
        """Return a chip with the word of a status."""
        key = (status, scale, stale, mirrored)
        if key not in self._pictures:
            word = status_word(status)
            size = chip_size(word, self.chip)
            pixmap = _blank(size.width() + 2, size.height() + 2, scale)
            painter = QPainter(pixmap)
            rect = QRectF(1, 1, size.width(), size.height())
            chip = Chip(status, word, stale and status == "on_track")
            paint_chip(painter, rect, self.theme, chip, self.chip, mirrored=mirrored)
            painter.end()
            self._pictures[key] = pixmap
        return self._pictures[key]

    def avatar(self, face: Face, scale: float, *, ringed: bool) -> QPixmap:
        """Return the initials of a person."""
        key = (face, scale, ringed)
        if key not in self._pictures:
            side = self.length(AVATAR)
            pixmap = _blank(side + 2 * AVATAR_RING, side + 2 * AVATAR_RING, scale)
            painter = QPainter(pixmap)
            rect = QRectF(AVATAR_RING, AVATAR_RING, side, side)
            font = avatar_font(self.body, side)
            paint_avatar(painter, rect, self.theme, face, font, ringed=ringed)
            painter.end()
            self._pictures[key] = pixmap
        return self._pictures[key]

    def icon(self, name: str, size: int, scale: float, colour: str) -> QPixmap:
        """Return a plain icon."""
        return self._icons.pixmap(name, round(self.length(size)), scale, colour)


def _blank(width: float, height: float, scale: float) -> QPixmap:
    pixmap = QPixmap(round(width * scale), round(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
