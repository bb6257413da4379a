"""Outline icons tinted with a token of the theme, sharp at every scale."""

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from okrdesk.assets import resource
from okrdesk.ui.theme import ThemeController

# Thin strokes vanish at small sizes (ux.md 10).
_SMALL, _SMALL_STROKE, _STROKE = 14, b'stroke-width="2"', b'stroke-width="1.75"'

ICON, CLEAR = 16, 4
"""The icon of a button, and what is kept free beside the 4 pixels that Qt leaves to the text."""
LEVEL_ICONS = {
    "mission": "compass",
    "long_term": "mountain",
    "year": "target",
    "team": "users",
    "individual": "user",
    "key_result": "gauge",
}
"""The fixed symbol of each level, by the names `row_reader.symbol_of` gives."""


class IconSet(QObject):
    """Loads icons of `resources/icons` by name and keeps what it has rendered."""

    def __init__(self, themes: ThemeController, parent: QObject | None = None) -> None:
        """Tint with the theme of `themes`; icons already handed out follow its changes."""
        super().__init__(parent)
        self._themes = themes
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, int, float, str], QPixmap] = {}
        # Qt owns a clone, but Python would collect it first.
        self._engines: list[_TintedEngine] = []

    def icon(self, name: str, colour: str = "text-2") -> QIcon:
        """Return the icon `name` in the theme's `colour`; FileNotFoundError for another name."""
        if name not in self._files:
            raise FileNotFoundError(name)
        return QIcon(_TintedEngine(self, name, colour))

    def application_icon(self) -> QIcon:
        """Return the program's own icon in the sizes that systems ask for."""
        icon = QIcon()
        for size in (16, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(_rendered(self._source("okrdesk"), size))
        return icon

    def pixmap(self, name: str, size: int, scale: float, colour: str = "text-2") -> QPixmap:
        """Return the icon of `size` logical pixels for a screen of `scale`, tinted."""
        ink = self._themes.theme.colours[colour]
        key = (name, size, scale, ink)
        if key not in self._pixmaps:
            source = self._source(name).replace(b"currentColor", ink.encode())
            if size <= _SMALL:
                source = source.replace(_STROKE, _SMALL_STROKE)
            pixmap = _rendered(source, round(size * scale))
            pixmap.setDevicePixelRatio(scale)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def adopt(self, engine: "_TintedEngine") -> None:
        """Keep a cloned engine alive."""
        self._engines.append(engine)

    @cached_property
    def _files(self) -> dict[str, Path]:
        """Every icon there is; a menu's are read when it is opened, not when it is made."""
        return {path.stem: path for path in resource("icons").glob("*.svg")}

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            self._sources[name] = self._files[name].read_bytes()
        return self._sources[name]


def _rendered(source: bytes, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def _at_the_beginning(icon: QPixmap, size: QSize) -> QPixmap:
    wide = QPixmap((QSizeF(size) * icon.devicePixelRatio()).toSize())
    wide.setDevicePixelRatio(icon.devicePixelRatio())
    wide.fill(Qt.GlobalColor.transparent)
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    free = wide.deviceIndependentSize().width() - icon.deviceIndependentSize().width()
    painter = QPainter(wide)
    painter.drawPixmap(QPointF(free if mirrored else 0.0, 0.0), icon)
    painter.end()
    return wide


class _TintedEngine(QIconEngine):
    """Asks the icon set at each painting, so that an icon follows the theme by itself."""

    def __init__(self, icons: IconSet, name: str, colour: str) -> None:
        super().__init__()
        self._icons, self._name, self._colour = icons, name, colour

    def clone(self) -> QIconEngine:
        copy = _TintedEngine(self._icons, self._name, self._colour)
        self._icons.adopt(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon; Qt passes `size` in logical pixels.

        Where that is wider than high, the icon stands where the line begins.
        """
        del state
        colour = "border-strong" if mode == QIcon.Mode.Disabled else self._colour
        side = min(size.width(), size.height())
        icon = self._icons.pixmap(self._name, side, scale, colour)
        return icon if size.width() <= side else _at_the_beginning(icon, size)


class _ClearIcon(QObject):
    """Belongs to its button."""

    def __init__(self, button: QAbstractButton, themes: ThemeController) -> None:
        super().__init__(button)
        self._button, self._themes = button, themes
        themes.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        length = self._themes.theme.length
        self._button.setIconSize(QSize(length(ICON + CLEAR), length(ICON)))


def clear_icon(button: QAbstractButton, themes: ThemeController) -> None:
    """Keep the icon of a button clear of its text, by the 8 pixels of the design.

    To be used with an icon of `IconSet`: those stand at the beginning of a wide box.
    """
    _ClearIcon(button, themes)
