"""Tiles in rows that give each its share of the width, and fewer in a row where it is narrow."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem

from okrdesk.ui.theme import ThemeController

GAP, COLUMNS = 14, 96
TWO_FROM, THREE_FROM = 600, 1000
"""Narrower grids have one column, or two; in pixels of the design."""


class Span(NamedTuple):
    """How many of ``COLUMNS`` a tile takes, in a wide and in a narrower grid."""

    wide: int
    middle: int


class _Cell(NamedTuple):
    item: QLayoutItem
    span: Span


_Line = list[tuple[_Cell, int]]


class TileGrid(QLayout):
    """Rows of columns; a row is as high as its highest tile.

    The row of a tile whose size policy stretches takes what is left.
    """

    def __init__(self, parent: QWidget, themes: ThemeController) -> None:
        super().__init__(parent)
        self._themes = themes
        self._cells: list[_Cell] = []
        self.setContentsMargins(0, 0, 0, 0)

    def put(self, tile: QWidget, span: Span) -> None:
        """Adds a tile behind the others."""
        self.addChildWidget(tile)
        self._cells.append(_Cell(QWidgetItem(tile), span))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Takes an item over; Qt calls this."""
        self._cells.append(_Cell(item, Span(COLUMNS, COLUMNS)))

    def count(self) -> int:
        """How many tiles there are."""
        return len(self._cells)

    def itemAt(self, index: int) -> QLayoutItem:
        """The item there; None behind the last one, as Qt wants it."""
        return self._cells[index].item if 0 <= index < len(self._cells) else None  # type: ignore[return-value]  # the stubs leave None out

    def takeAt(self, index: int) -> QLayoutItem:
        """Gives the item back; None behind the last one."""
        return self._cells.pop(index).item if 0 <= index < len(self._cells) else None  # type: ignore[return-value]  # the stubs leave None out

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [_height(line, width) for line in self._lines(width)]
        return sum(heights) + GAP * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        width = self._themes.theme.length(THREE_FROM)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The widest tile, in one column."""
        widths = [cell.item.minimumSize().width() for cell in self._cells]
        return QSize(max(widths, default=0), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        lines = list(self._lines(rect.width()))
        heights = [_height(line, rect.width()) for line in lines]
        growing = [any(_stretches(cell) for cell, _ in line) for line in lines]
        left = rect.height() - sum(heights) - GAP * (len(lines) - 1)
        more = max(0, left) // max(1, sum(growing))
        top = rect.top()
        for line, height, grows in zip(lines, heights, growing, strict=True):
            tall = height + (more if grows else 0)
            self._place(line, QRect(rect.left(), top, rect.width(), tall))
            top += tall + GAP

    def _place(self, line: _Line, row: QRect) -> None:
        parent = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
        first = 0
        for cell, span in line:
            left, width = _extent(row.width(), first, span)
            place = QRect(row.left() + left, row.top(), width, row.height())
            cell.item.setGeometry(QStyle.visualRect(direction, row, place))
            first += span

    def _lines(self, width: int) -> Iterator[_Line]:
        """The tiles row by row; the last one of a row takes what is left of it."""
        line: _Line = []
        taken = 0
        for cell in self._cells:
            span = self._span(cell, width)
            if taken + span > COLUMNS:
                yield _filled(line, taken)
                line, taken = [], 0
            line.append((cell, span))
            taken += span
        if line:
            yield _filled(line, taken)

    def _span(self, cell: _Cell, width: int) -> int:
        factor = self._themes.theme.length(100) / 100
        if width < TWO_FROM * factor:
            return COLUMNS
        return cell.span.middle if width < THREE_FROM * factor else cell.span.wide


def _stretches(cell: _Cell) -> bool:
    tile = cell.item.widget()
    return tile is not None and tile.sizePolicy().verticalStretch() > 0


def _filled(line: _Line, taken: int) -> _Line:
    *others, (cell, span) = line
    return [*others, (cell, span + COLUMNS - taken)]


def _extent(width: int, first: int, span: int) -> tuple[int, int]:
    """Where a tile begins and how wide it is."""
    step = (width + GAP) / COLUMNS
    left = round(first * step)
    return left, round((first + span) * step) - GAP - left


def _height(line: Sequence[tuple[_Cell, int]], width: int) -> int:
    heights, first = [], 0
    for cell, span in line:
        _left, wide = _extent(width, first, span)
        item = cell.item
        tall = item.heightForWidth(wide) if item.hasHeightForWidth() else 0
        heights.append(
            max(tall, item.minimumSize().height(), 0 if tall else item.sizeHint().height())
        )
        first += span
    return max(heights, default=0)
