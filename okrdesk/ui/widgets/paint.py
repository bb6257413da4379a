"""How a status shape, a bar, a chip and an avatar look: shared by widgets and the tree.

Every function takes plain values, draws inside the rectangle it is given, and leaves the
painter as it found it. Sizes are logical pixels.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from okrdesk.ui.theme import Theme

CHIP_HEIGHT, CHIP_PADDING, CHIP_SHAPE, CHIP_GAP = 20.0, 7.0, 9.0, 5.0
BAR_HEIGHT, TICK_WIDTH, TICK_OVERHANG = 6.0, 2.0, 3.0

STATUS_TOKENS = {
    "on_track": "ok",
    "behind": "behind",
    "at_risk": "risk",
    "achieved": "done",
    "not_started": "none",
}
"""The beginning of the colour tokens of each status of the domain."""


class Bar(NamedTuple):
    """Ratios of a bar; None leaves the part out. Values beyond the ends stop there."""

    status: str | None
    progress: float | None
    expected: float | None
    before: float | None = None
    """Where the progress was; a gap parts what is new from it."""


class Chip(NamedTuple):
    """A status and its word; `neutral` takes the colour away from a word gone stale."""

    status: str | None
    word: str
    neutral: bool = False


class Face(NamedTuple):
    """The initials of a person and the number of the tint behind them."""

    letters: str
    tint: int


@contextmanager
def antialiased(painter: QPainter) -> Iterator[None]:
    """Draw with smooth edges, then restore the painter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield
    painter.restore()


def status_colour(theme: Theme, status: str | None, part: str = "fill") -> QColor:
    """Return the `fill`, `bg` or `text` colour of a status; None looks like not started."""
    return theme.colour(f"{STATUS_TOKENS[status or 'not_started']}-{part}")


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """Return `rect` with its edges on whole device pixels, so that bars stay sharp at 125 %."""
    transform = painter.deviceTransform()
    inverse, invertible = transform.inverted()
    if not invertible:
        return rect
    device = transform.mapRect(rect)
    left, top = round(device.left()), round(device.top())
    width, height = max(1, round(device.width())), max(1, round(device.height()))
    return inverse.mapRect(QRectF(left, top, width, height))


def paint_shape(painter: QPainter, rect: QRectF, theme: Theme, status: str | None) -> None:
    """Draw the shape of a status, so that colour never stands alone; None draws a ring."""
    with antialiased(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(status_colour(theme, status))
        _SHAPES[status or "not_started"](painter, rect, theme)


def _circle(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    del theme
    painter.drawEllipse(rect)


def _diamond(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    del theme
    middle = rect.center()
    corners = [
        QPointF(middle.x(), rect.top()),
        QPointF(rect.right(), middle.y()),
        QPointF(middle.x(), rect.bottom()),
        QPointF(rect.left(), middle.y()),
    ]
    painter.drawPolygon(QPolygonF(corners))


def _triangle(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    del theme
    lift = rect.height() * 0.06
    top = QPointF(rect.center().x(), rect.top() + lift)
    right, left = rect.bottomRight() - QPointF(0, lift), rect.bottomLeft() - QPointF(0, lift)
    painter.drawPolygon(QPolygonF([top, right, left]))


def _circle_check(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.drawEllipse(rect)
    pen = QPen(theme.colour("done-bg"), rect.width() * 0.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((0.28, 0.52), (0.44, 0.68), (0.72, 0.36))
    at = [QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()) for x, y in points]
    painter.drawPolyline(QPolygonF(at))


def _ring(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    width = max(1.5, rect.width() * 0.18)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("none-fill"), width))
    inset = width / 2
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


_SHAPES: dict[str, Callable[[QPainter, QRectF, Theme], None]] = {
    "on_track": _circle,
    "behind": _diamond,
    "at_risk": _triangle,
    "achieved": _circle_check,
    "not_started": _ring,
}


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    bar: Bar,
    *,
    mirrored: bool = False,
) -> None:
    """Draw a bar that fills to the progress, with a mark where it is expected to be.

    `mirrored` fills from the right. The mark reaches 3 px above and below `rect`.
    """
    track = snapped(painter, rect)
    with antialiased(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_pill(painter, track, theme.colour("track"))
        if bar.progress is not None and bar.progress > 0:
            filled = _share(track, bar.progress, mirrored)
            _paint_pill(painter, filled, status_colour(theme, bar.status))
        if bar.before is not None and bar.progress is not None and bar.before < bar.progress:
            gap = _tick(track, bar.before, mirrored).intersected(track)
            painter.fillRect(gap, theme.colour("surface"))
        if bar.expected is not None:
            tick = snapped(painter, _tick(track, bar.expected, mirrored))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillRect(tick, theme.colour("tick"))


def _paint_pill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    radius = rect.height() / 2
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def _share(track: QRectF, ratio: float, mirrored: bool) -> QRectF:
    width = max(track.height(), min(ratio, 1.0) * track.width())
    left = track.right() - width if mirrored else track.left()
    return QRectF(left, track.top(), width, track.height())


def _tick(track: QRectF, ratio: float, mirrored: bool) -> QRectF:
    inside = min(max(ratio, 0.0), 1.0)
    along = 1 - inside if mirrored else inside
    x = track.left() + along * track.width() - TICK_WIDTH / 2
    x = min(max(x, track.left()), track.right() - TICK_WIDTH)
    height = track.height() + 2 * TICK_OVERHANG
    return QRectF(x, track.top() - TICK_OVERHANG, TICK_WIDTH, height)


def chip_size(text: str, font: QFont) -> QSizeF:
    """Return the size that a chip with `text` needs."""
    metrics = QFontMetricsF(font)
    height = max(CHIP_HEIGHT, metrics.height() + 4)
    width = 2 * CHIP_PADDING + CHIP_SHAPE + CHIP_GAP + metrics.horizontalAdvance(text)
    return QSizeF(width, height)


def paint_chip(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    chip: Chip,
    font: QFont,
    *,
    mirrored: bool = False,
) -> None:
    """Draw shape and word on a pill."""
    look = "not_started" if chip.neutral else chip.status
    with antialiased(painter):
        outline = status_colour(theme, look, "text") if theme.high_contrast else None
        painter.setPen(QPen(outline, 1.0) if outline else Qt.PenStyle.NoPen)
        _paint_pill(painter, rect, status_colour(theme, look, "bg"))
        shape = QRectF(0, 0, CHIP_SHAPE, CHIP_SHAPE)
        shape.moveCenter(rect.center())
        words = rect.adjusted(CHIP_PADDING + CHIP_SHAPE + CHIP_GAP, 0, -CHIP_PADDING, 0)
        shape.moveLeft(rect.left() + CHIP_PADDING)
        if mirrored:
            shape.moveRight(rect.right() - CHIP_PADDING)
            words.moveLeft(rect.left() + CHIP_PADDING)
        _paint_chip_shape(painter, shape, theme, chip)
        painter.setFont(font)
        painter.setPen(status_colour(theme, look, "text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, chip.word)


def _paint_chip_shape(painter: QPainter, shape: QRectF, theme: Theme, chip: Chip) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(status_colour(theme, "not_started" if chip.neutral else chip.status))
    _SHAPES[chip.status or "not_started"](painter, shape, theme)


def initials(name: str) -> str:
    """Return one or two capital letters for a name; empty for an empty name."""
    words = name.split()
    picked = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0] for word in picked).upper()


def avatar_tint(name: str, theme: Theme) -> int:
    """Return which tint of the theme belongs to a name, the same on every computer."""
    return crc32(name.encode()) % len(theme.avatar)


def paint_avatar(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    face: Face,
    font: QFont,
    *,
    ringed: bool = False,
) -> None:
    """Draw initials on a round tint; `ringed` sets it off a selected row."""
    background, ink = theme.avatar[face.tint % len(theme.avatar)]
    with antialiased(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        if ringed:
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(rect.adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.setBrush(QColor(background))
        painter.drawEllipse(rect)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, face.letters)


def avatar_font(base: QFont, diameter: float) -> QFont:
    """Return the font of the initials in an avatar of `diameter`."""
    font = QFont(base)
    font.setPixelSize(max(7, round(diameter * 0.45)))
    font.setWeight(QFont.Weight.DemiBold)
    return font
